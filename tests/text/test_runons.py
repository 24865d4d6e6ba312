"""Lost breaks are found in flattened text, and nothing is cut in written sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.span import Span
from crossread.text.runons import breaks_at, stretches


def cut(text: str) -> list[str]:
    return [span.of(text) for span in stretches(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The van took a sharp corner The only man aboard was hurt.", 2),
        ("Left to right: Ann Lee and Bob Hale They also named a third man.", 2),
        ("(Photo: Some Agency) He also lost a wheel.", 2),
        ("Rescuers at the well It remains unknown whether he lives. But she hopes so.", 2),
    ],
)
def test_lost_breaks_are_found(text: str, parts: int) -> None:
    assert len(cut(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "She told The Mercury that he was safe. He was not.",
        "People who lack vitamin A in their food, and those with hepatitis A too.",
        "In The end of time a man is lost.",
        "“The end,” said Mr Hale. “It is over.”",
        "The play is called The lost hour, and It was long.",
    ],
)
def test_written_sentences_stay_whole(text: str) -> None:
    assert cut(text) == [text]


pieces = st.lists(
    st.sampled_from(["a ", "b", "B ", "The ", " They ", ". ", "in ", ", ”", "(x) ", "\n", "\u00a0é"])
)


@given(pieces.map("".join), st.data())
def test_stretches_lie_in_order_and_leave_only_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    parts = stretches(text, span)
    assert "".join("".join(p.of(text) for p in parts).split()) == "".join(span.of(text).split())
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert all(span.contains(part) for part in parts)


@given(pieces.map("".join))
def test_breaks_stand_where_stretches_part(text: str) -> None:
    parts = stretches(text, Span(0, len(text)))
    assert [breaks_at(text, part.start) for part in parts[1:]] == [True] * len(parts[1:])
