"""An inverted index over the terms of the articles that are held."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import islice
from math import log

import numpy as np

from crossread.stories.terms import Sketch
from crossread.text.background import UNLISTED, Background

# Heaviest terms of an article that are looked up; 25 to 60 tried: flat from 25 on.
_LOOKED_UP = 25
# Newest articles that are looked at for one term: bounds the cost of a term that everybody uses now.
_NEWEST = 100
# Cosine over the looked-up terms below which an article is not proposed: hardly any such pair is of one happening.
# 0 to 0.1 tried: at 0.04 comparisons halve and B³ falls by .0006, at 0.07 by .003.
_FAINT = 0.04


class _Posting:
    """The articles that have a term, by their numbers, oldest first, and its weight in each."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("q")
        self.weights = array("d")


class Index:
    """Which held articles have a term; also how rare a term is, over the background and what is held.

    Articles are numbered as they come, so that the sums over many postings
    are one array operation.
    """

    def __init__(self, background: Background) -> None:
        self._counts = background.counts
        self._documents = background.documents
        self._postings: dict[str, _Posting] = {}
        self._articles: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0

    def rarity(self, terms: Iterable[str]) -> dict[str, float]:
        """Return for each of `terms` the logarithm of how many documents there are for one that has it."""
        listed, held = self._counts.get, self._postings.get
        documents = self._documents + len(self._articles) + 1
        found = {}
        for term in terms:
            posting = held(term)
            times = listed(term, UNLISTED) + (len(posting.numbers) if posting else 0)
            found[term] = log(documents / (times + 1))
        return found

    def add(self, sketch: Sketch) -> None:
        """Hold an article; one that is held already is a mistake of the caller."""
        number, self._next = self._next, self._next + 1
        self._articles[number], self._numbers[sketch.article] = sketch.article, number
        for term, weight in sketch.text.items():
            posting = self._postings.get(term)
            if posting is None:
                posting = self._postings[term] = _Posting()
            posting.numbers.append(number)
            posting.weights.append(weight)

    def remove(self, sketch: Sketch) -> None:
        """Forget an article that is held."""
        number = self._numbers.pop(sketch.article)
        del self._articles[number]
        for term in sketch.text:
            posting = self._postings[term]
            at = posting.numbers.index(number)  # the oldest go first, so this is near the start
            del posting.numbers[at], posting.weights[at]
            if not posting.numbers:
                del self._postings[term]

    def candidates(self, sketch: Sketch, limit: int, *, faint: float = _FAINT) -> list[str]:
        """Return up to `limit` held articles that share heavy terms with `sketch`, nearest first."""
        numbers, weights = [], []
        for term, weight in islice(sketch.text.items(), _LOOKED_UP):
            posting = self._postings.get(term)
            if posting is not None:
                numbers.append(np.frombuffer(posting.numbers, np.int64)[-_NEWEST:])
                weights.append(np.frombuffer(posting.weights)[-_NEWEST:] * weight)
        if not numbers:
            return []
        shared = np.concatenate(numbers)
        first = int(shared.min())
        near = np.bincount(shared - first, np.concatenate(weights))
        reached = np.flatnonzero(near >= faint) if faint > 0 else np.unique(shared - first)
        alike = sorted((-float(near[n]), self._articles[int(n) + first]) for n in reached)
        return [article for _, article in alike[:limit]]
