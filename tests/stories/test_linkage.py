"""Average linkage: what lies together is kept together."""

from __future__ import annotations

import pytest

from crossread.stories.linkage import average, between, halves
from crossread.stories.score import Comparison, Features


def alike(one: str, other: str) -> Comparison:
    """Ids of the same first letter are of one happening."""
    return Comparison(3.0 if one[0] == other[0] else -3.0, (), None, Features(0, 0, 0, 0, 0))


def test_the_average_is_over_all_pairs() -> None:
    assert average(between(["a1", "a2"], ["a3", "b1"], alike)) == 0


def test_the_likeliest_comparison_comes_first() -> None:
    assert between(["a1"], ["b1", "a2"], alike)[0].log_odds == 3.0


@pytest.mark.parametrize(
    ("articles", "first", "second"),
    [
        (["a1", "b1", "a2", "b2"], ["a1", "a2"], ["b1", "b2"]),
        (["b1", "a1", "a2", "a3"], ["b1"], ["a1", "a2", "a3"]),
        (["a1", "a2"], ["a1"], ["a2"]),
    ],
)
def test_halves_are_parted_where_they_are_least_alike(
    articles: list[str], first: list[str], second: list[str]
) -> None:
    assert halves(articles, alike) == (first, second)
