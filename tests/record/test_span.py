"""Spans cut exact words out of any Unicode text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import EvidenceError
from crossread.record.span import Span, evidence, hull, trimmed

texts = st.text(min_size=1)


@given(texts, st.data())
def test_evidence_is_the_exact_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = evidence("a", text, Span(start, end))
    assert cut.text == text[cut.start : cut.end] == Span(start, end).of(text)


@given(texts)
def test_trimmed_leaves_only_white_space_behind(text: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert span.of(text) == text.strip()


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 9), (5, 6)])
def test_no_evidence_for_words_that_are_not_there(start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        evidence("a", "words", Span(start, end))


def test_a_span_never_ends_before_it_starts() -> None:
    with pytest.raises(EvidenceError):
        Span(3, 2)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1))
def test_hull_contains_all(pairs: list[tuple[int, int]]) -> None:
    spans = tuple(Span(min(p), max(p)) for p in pairs)
    assert all(hull(spans).contains(span) for span in spans)


def test_evidence_overlaps_within_one_article_alone() -> None:
    one, same = evidence("a", "two words", Span(0, 5)), evidence("a", "two words", Span(4, 9))
    assert one.overlaps(same)
    assert not one.overlaps(evidence("b", "two words", Span(4, 9)))
    assert not one.overlaps(evidence("a", "two words", Span(5, 9)))
