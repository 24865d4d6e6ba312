"""Encode then decode is the identity, for record types with arbitrary content."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import CodecError
from crossread.record.article import Article, DateRange, Paragraph, Role
from crossread.record.codec import from_plain, to_plain

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
ranges = st.builds(
    lambda a, b, text: DateRange(min(a, b), max(a, b), text, "basis"), days, days, st.none() | st.text()
)
paragraphs = st.builds(
    lambda s, n, role: Paragraph(s, s + n, role),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(Role),
)
articles = st.builds(
    Article,
    id=st.text(min_size=1),
    ref=st.text(),
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    paragraphs=st.lists(paragraphs, max_size=4).map(tuple),
    as_of=days,
    refs=st.lists(st.text(), max_size=3).map(tuple),
    title=st.none() | st.text(),
    published=st.none() | ranges,
    analysed=st.booleans(),
)


@given(articles, st.booleans())
def test_decode_undoes_encode(article: Article, compact: bool) -> None:
    plain = json.loads(json.dumps(to_plain(article, compact=compact)))
    assert from_plain(Article, plain) == article


def test_a_misfit_names_the_field() -> None:
    with pytest.raises(CodecError, match=r"Paragraph\.start: expected int, found str"):
        from_plain(Paragraph, {"start": "0", "end": 1, "role": "body"})
    with pytest.raises(CodecError, match="no field 'colour'"):
        from_plain(Paragraph, {"start": 0, "end": 1, "role": "body", "colour": "red"})
    with pytest.raises(CodecError, match="Paragraph"):
        from_plain(Paragraph, {"start": 0})
