"""Ages beside names and in place of them."""

from __future__ import annotations

import pytest

from crossread.record.span import Span
from crossread.text.ages import age_alone, age_beside, aged


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Anna Weber, 48, said", 48),
        ("Anna Weber, aged 48, said", 48),
        ("Anna Weber (48) said", 48),
        ("Anna Weber, 48 of Leeds", 48),
        ("Anna Weber, 911, said", None),
        ("Anna Weber, 48 people and", None),
        ("Anna Weber said", None),
    ],
)
def test_ages_stand_after_names(text: str, age: int | None) -> None:
    assert age_beside(text, Span(0, len("Anna Weber"))) == age


def test_ages_stand_before_names() -> None:
    text = "The 48-year-old Anna Weber"
    assert age_beside(text, Span(text.index("Anna"), len(text))) == 48


def test_an_age_alone_is_no_age_with_a_noun() -> None:
    assert age_alone("48-year-old") == 48
    assert age_alone("48-year-old driver") is None
    assert [span.start for span in aged("a man. The 48-year-old left")] == [7]
