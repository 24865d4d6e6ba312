"""How telling a term is: rare in the news at large, and not in every second clause of the story.

The story's own frequencies alone make worthless just what the story is about,
so that its central claim could never be aligned; the frequencies of the news
alone make every account of a vigil tell the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from crossread.compare.claims.meaning import members
from crossread.text.background import background

# Part of the news at large in a word's weight; the rest is the story's. Tried from 0.3 to 0.8 on the example and
# five news stories: below 0.4 the leads of one story stay apart, above 0.7 all that is told of its main person joins.
NEWS = 0.6
# Weight in the news of a word that is not in the table, of a name, and of a count.
RAREST, NAME, COUNT = 6.0, 3.0, 4.0


class Termed(Protocol):
    """Something with terms, some of which are names of entities."""

    @property
    def terms(self) -> frozenset[str]: ...
    @property
    def names(self) -> frozenset[str]: ...


def term_weights(found: Sequence[Termed]) -> dict[str, float]:
    """Return the weight of each term in `found`: the mean of its inverse frequencies in the news and in the story."""
    counts = Counter(term for one in found for term in one.terms)
    names = frozenset(name for one in found for name in one.names)
    total = len(found)
    return {
        term: NEWS * _in_news(term, names) + (1 - NEWS) * (1 + math.log((total + 1) / (count + 1)))
        for term, count in counts.items()
    }


def _in_news(term: str, names: frozenset[str]) -> float:
    if term in names:
        return NAME
    if term.startswith("#"):
        return COUNT
    table = background()
    count = max(table.count(word) for word in members(term))
    return min(RAREST, math.log((table.documents + 1) / (count + 1)))
