"""Average linkage among the members of a story or of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, product

from crossread.stories.score import Comparison

Comparing = Callable[[str, str], Comparison]
"""Compares two held articles by their ids."""


def average(comparisons: Sequence[Comparison]) -> float:
    """Return the average log-odds that the compared articles are about one happening."""
    return sum(comparison.log_odds for comparison in comparisons) / len(comparisons)


def between(some: Sequence[str], others: Sequence[str], compare: Comparing) -> list[Comparison]:
    """Compare each of `some` with each of `others`; likeliest first."""
    found = [compare(one, other) for one, other in product(some, others)]
    return sorted(found, key=lambda comparison: -comparison.log_odds)


def halves(articles: Sequence[str], compare: Comparing) -> tuple[list[str], list[str]]:
    """Part `articles` (two or more) in two by average linkage; the part of the first one comes first."""
    alike = {frozenset(pair): compare(*pair).log_odds for pair in combinations(articles, 2)}

    def linkage(some: list[str], others: list[str]) -> float:
        return sum(alike[frozenset(pair)] for pair in product(some, others)) / (len(some) * len(others))

    parts = [[article] for article in articles]
    while len(parts) > 2:
        nearest = max(combinations(range(len(parts)), 2), key=lambda at: linkage(parts[at[0]], parts[at[1]]))
        parts[nearest[0]] += parts.pop(nearest[1])
    order = {article: number for number, article in enumerate(articles)}
    first, second = (sorted(part, key=order.__getitem__) for part in parts)
    return first, second
