"""An inverted index over the terms of the articles that are held."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from math import log

from crossread.stories.terms import Sketch
from crossread.text.background import UNLISTED, Background

# Heaviest terms of an article that are looked up; 25 to 60 tried: flat from 25 on.
_LOOKED_UP = 25
# Newest articles that are looked at for one term: bounds the cost of a term that everybody uses now.
_NEWEST = 100
# Cosine over the looked-up terms below which an article is not proposed: hardly any such pair is of one happening.
# 0 to 0.1 tried: at 0.04 comparisons halve and B³ falls by .0006, at 0.07 by .003.
_FAINT = 0.04


class Index:
    """Which held articles have a term; also how rare a term is, over the background and what is held."""

    def __init__(self, background: Background) -> None:
        self._counts = background.counts
        self._documents = background.documents
        self._postings: dict[str, dict[str, float]] = {}
        self._held = 0

    def rarity(self, term: str) -> float:
        """Return the logarithm of how many documents there are for one that has `term`."""
        posting = self._postings.get(term)
        with_term = self._counts.get(term, UNLISTED) + (len(posting) if posting else 0)
        return log((self._documents + self._held + 1) / (with_term + 1))

    def add(self, sketch: Sketch) -> None:
        for term, weight in sketch.text.items():
            self._postings.setdefault(term, {})[sketch.article] = weight
        self._held += 1

    def remove(self, sketch: Sketch) -> None:
        for term in sketch.text:
            posting = self._postings[term]
            del posting[sketch.article]
            if not posting:
                del self._postings[term]
        self._held -= 1

    def candidates(self, sketch: Sketch, limit: int, *, faint: float = _FAINT) -> list[str]:
        """Return up to `limit` held articles that share heavy terms with `sketch`, nearest first."""
        near: defaultdict[str, float] = defaultdict(float)
        for term, weight in islice(sketch.text.items(), _LOOKED_UP):
            posting = self._postings.get(term, {})
            for article in islice(reversed(posting), _NEWEST):
                near[article] += weight * posting[article]
        alike = sorted((-weight, article) for article, weight in near.items() if weight >= faint)
        return [article for _, article in alike[:limit]]
