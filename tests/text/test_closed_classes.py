"""Closed classes of words."""

from __future__ import annotations

import pytest
from tests.conftest import Analyse

from crossread.text.closed_classes import DEFINITE, INTRODUCING, POSSESSIVES, in_present_perfect


def test_what_introduces_somebody_takes_nobody_for_known() -> None:
    assert "her" in POSSESSIVES & INTRODUCING
    assert INTRODUCING.isdisjoint(DEFINITE)


@pytest.mark.parametrize(
    ("text", "verb", "perfect"),
    [
        ("The mayor has closed the pier.", "closed", True),
        ("The mayor closed the pier.", "closed", False),
        ("The mayor had closed the pier.", "closed", False),
    ],
)
def test_a_present_perfect_is_told_by_its_helper(
    analyse: Analyse, text: str, verb: str, perfect: bool
) -> None:
    _, analysis = analyse(text)
    index = next(i for i, token in enumerate(analysis.tokens) if token.text == verb)
    assert in_present_perfect(analysis, index) is perfect
