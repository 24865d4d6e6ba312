"""Terms: what an article is about, from its telling words."""

from __future__ import annotations

from collections.abc import Iterable
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import make_article

from crossread.record.article import Role
from crossread.stories.terms import cosine, count, sketch, stem


def even(terms: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(terms, 1.0)


@pytest.mark.parametrize(
    ("form", "stemmed"),
    [
        ("bridges", "bridge"),
        ("ferries", "ferry"),
        ("press", "press"),
        ("virus", "virus"),
        ("gas", "gas"),
        ("1980s", "1980s"),
        ("crisis", "crisis"),
    ],
)
def test_plural_endings_go(form: str, stemmed: str) -> None:
    assert stem(form) == stemmed


def test_captions_and_function_words_do_not_count() -> None:
    article = make_article("The bridges were closed.\nA ferry on the river", roles={1: Role.CAPTION})
    assert set(count(article).text) == {"bridge", "closed"}


def test_the_headline_serves_as_title() -> None:
    article = make_article("Bridge closed\nThe ferry sank.", roles={0: Role.HEADLINE})
    assert set(count(article).title) == {"bridge", "closed"}
    assert count(article).text["bridge"] == 3


def test_a_text_of_any_length_gives_a_sketch_of_bounded_size() -> None:
    article = make_article(" ".join(f"word{n}" for n in range(20_000)))
    assert len(sketch(article, even).text) == 120
    assert len(sketch(article, even).lead) == 60


@given(st.text())
def test_no_part_of_a_sketch_is_longer_than_one(text: str) -> None:
    made = sketch(make_article(text), even)
    for part in (made.text, made.lead):
        assert cosine(part, part) <= 1.01


def test_a_short_text_weighs_less() -> None:
    short = sketch(make_article("The bridge closed."), even).text
    long = sketch(make_article(" ".join(f"word{n}" for n in range(30))), even).text
    assert isclose(cosine(long, long), 1.0, abs_tol=0.01)
    assert cosine(short, short) < 0.2


@given(st.dictionaries(st.text(), st.floats(0, 1)), st.dictionaries(st.text(), st.floats(0, 1)))
def test_cosine_does_not_ask_for_an_order(a: dict[str, float], b: dict[str, float]) -> None:
    assert isclose(cosine(a, b), cosine(b, a), abs_tol=1e-9)
