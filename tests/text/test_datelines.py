"""Where a report begins behind its dateline."""

from __future__ import annotations

import pytest

from crossread.record.span import Span
from crossread.text.datelines import behind_dateline

TOLD = "Lawmakers met on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) - ",
        "LONDON — ",
        "NEW YORK—",
        "SHARJAH, United Arab Emirates (AP) — ",
        "NORFORD, Texas, May 3 (AP) -- ",
        "OSLO/NEW YORK (AFP) – ",
        "BASEL, Switzerland/BERN (Reuters) - ",
        "Norford (CNN) ",
        "Norford Beach, Fla. (CNN) ",
        "New Norford (CNN Business) ",
        "(CNN) ",
        "(AP) — ",
        "(NORFORD, N.H.) -- ",
        "LAWMAKERS MEET FOR A THIRD TIME - ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    text = dateline + TOLD
    assert behind_dateline(text, Span(0, len(text))).of(text) == TOLD


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "World Health Organization (WHO) Director-General Ann Roe met them.",
        "Ann Roe (R) Lawmakers met.",
        "NATO — which has 30 members — met.",
        "The U.S. (and Norford) Lawmakers met.",
        "A well-known mayor met them.",
        "U.S.–China talks went on.",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert behind_dateline(text, Span(0, len(text))).of(text) == text


def test_only_at_the_head_of_the_words() -> None:
    text = f"They met. LONDON (Reuters) - {TOLD}"
    assert behind_dateline(text, Span(0, len(text))).start == 0
    assert behind_dateline(text, Span(10, len(text))).of(text) == TOLD
