"""Climbing a dependency tree ends, in cut texts too."""

from __future__ import annotations

import pytest

from crossread.record.analysis import Analysis, Token


def tree(*links: tuple[int, str]) -> Analysis:
    """Return an analysis of one-letter words with these heads and labels."""
    tokens = tuple(
        Token(2 * n, 2 * n + 1, "x", "NOUN", "NN", "x", head, dep) for n, (head, dep) in enumerate(links)
    )
    return Analysis("a", tokens, (), ())


@pytest.mark.parametrize(
    ("start", "deps", "top"),
    [
        (3, ("conj",), 1),
        (3, ("conj", "obj"), 0),
        (3, ("appos",), 3),
        (0, ("root",), 0),
        (4, ("appos",), 4),
        (5, ("compound",), 0),
    ],
)
def test_the_top_is_the_first_word_that_hangs_otherwise(start: int, deps: tuple[str, ...], top: int) -> None:
    links = [(0, "root"), (0, "obj"), (1, "conj"), (2, "conj"), (4, "appos"), (0, "compound:prt")]
    assert tree(*links).top(start, *deps) == top
