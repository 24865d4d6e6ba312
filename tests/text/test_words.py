"""Words: exact positions, stable normal forms, and cutting parts out of a span."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crossread.record.span import Span
from crossread.text.words import apart, content_forms, forms, normal, words


@given(st.text())
def test_words_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    at = 0
    for word in words(text):
        assert at <= word.start < word.end <= len(text)
        assert normal(text[word.start : word.end]) == word.form
        at = word.end


@given(st.text())
def test_a_normal_form_of_letters_is_its_own_normal_form(text: str) -> None:
    for word in words(text):
        once = normal(text[word.start : word.end])
        if once.isascii():
            assert normal(once).removesuffix("'s") == once.removesuffix("'s")


def test_forms_ignore_case_marks_possessives_and_number_style() -> None:
    assert forms("The force’s FOUR officers") == forms("the force's 4 officers")
    assert forms("1,000 troops in the U.S.") == ("1000", "troops", "in", "the", "us")
    assert forms("an explosives-laden car") == ("an", "explosives", "laden", "car")


def test_positions_count_in_the_whole_text() -> None:
    text = "First. Second one."
    (second, one) = words(text, Span(7, 17))
    assert text[second.start : second.end] == "Second"
    assert text[one.start : one.end] == "one"


def test_an_empty_span_has_no_words() -> None:
    assert not forms("Some words", Span(5, 5))
    assert not words("Some words", Span(5, 5))


def test_content_words_leave_function_words_out() -> None:
    assert content_forms(words("She was in the van with 9 others")) == ("van", "9")


def test_apart_takes_the_cut_parts_out() -> None:
    text = "He said yes and left"
    assert [rest.of(text) for rest in apart(text, Span(0, 20), [Span(8, 11)])] == ["He said ", " and left"]
    assert apart(text, Span(0, 20), [Span(0, 20)]) == ()
    assert apart(text, Span(3, 7), [Span(10, 12), Span(0, 1)]) == (Span(3, 7),)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10))))
def test_apart_never_returns_a_cut_character(cuts: list[tuple[int, int]]) -> None:
    text = "x" * 30
    parts = [Span(start, start + length) for start, length in cuts]
    kept = {i for rest in apart(text, Span(5, 25), parts) for i in range(rest.start, rest.end)}
    gone = {i for part in parts for i in range(part.start, part.end)}
    assert kept == set(range(5, 25)) - gone
