"""Numbers in words and numerals, with ranges and modifiers, at exact positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.span import Span
from crossread.text.numbers import Number, numbers, parse


def only(text: str) -> Number:
    (number,) = numbers(text)
    return number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("1,250", 1250),
        ("0.5", 0.5),
        ("half a million", 500_000),
        ("2.5 million", 2_500_000),
        ("three million, two hundred thousand and five", 3_200_005),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("3bn", 3e9),
    ],
)
def test_exact_numbers_have_their_value(words: str, value: float) -> None:
    assert parse(words) == value
    number = only(f"There were {words} of them.")
    assert number.value == value
    assert number.span == Span(11, 11 + len(words))


@pytest.mark.parametrize(
    ("text", "bounds", "modifier"),
    [
        ("at least six men", (None, 6, None), "at least"),
        ("more than 100 men", (None, 100, None), "more than"),
        ("up to 32 men", (None, None, 32), "up to"),
        ("as many as forty men", (None, None, 40), "up to"),
        ("nearly 1,000 men", (1000, None, None), "nearly"),
        ("some 30 men", (30, None, None), "about"),
        ("30 or more men", (None, 30, None), "at least"),
        ("fewer than ten men", (None, None, 10), "less than"),
        ("more than $5 million", (None, 5e6, None), "more than"),
    ],
)
def test_modifiers_become_bounds(
    text: str, bounds: tuple[float | None, float | None, float | None], modifier: str
) -> None:
    number = only(text)
    assert (number.value, number.low, number.high) == bounds
    assert number.modifier == modifier
    assert number.whole.start == 0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 3 and 5 men", 3, 5),
        ("between 8% and 15.5% of it", 8, 15.5),
        ("between $1 billion to $3 billion", 1e9, 3e9),
        ("200 to 300 people", 200, 300),
        ("3 to 5 million", 3e6, 5e6),
        ("10 to 15,000 men", 10e3, 15e3),
        ("1 to 10,000 men", 1, 10e3),
        ("£3m-£5m", 3e6, 5e6),
        ("two or three men", 2, 3),
        ("200-300 men", 200, 300),
    ],
)
def test_ranges_are_one_number(text: str, low: float, high: float) -> None:
    number = only(text)
    assert (number.value, number.low, number.high, number.range) == (None, low, high, True)


@pytest.mark.parametrize("text", ["3 and 4 men", "one and two men", "two or nine men", "5 to 3"])
def test_numbers_that_are_no_range_stay_apart(text: str) -> None:
    assert len(numbers(text)) == 2
    assert not any(number.range for number in numbers(text))


@pytest.mark.parametrize(
    ("text", "low"), [("dozens of men", 20), ("Hundreds gathered", 100), ("tens of thousands", 10_000)]
)
def test_vague_counts_have_only_a_lower_bound(text: str, low: float) -> None:
    number = only(text)
    assert (number.value, number.low, number.high, number.vague) == (None, low, None, True)


@pytest.mark.parametrize(
    "text", ["Covid-19", "9/11", "11:30", "#4", "He scores twice.", "a man", "B52", "u/23"]
)
def test_these_hold_no_number(text: str) -> None:
    assert numbers(text) == ()


def test_a_short_m_is_millions_only_with_money_or_a_plural() -> None:
    assert only("£100m was paid").value == 1e8
    assert only("5m people").value == 5e6
    assert only("the 100m sprint").value == 100


def test_only_the_stretch_asked_for_is_read() -> None:
    assert [n.value for n in numbers("one two three", Span(4, 7))] == [2]


pieces = st.sampled_from(
    ["two", "hundred", "and", "1,000", "-", "£", "m", " ", "\u00a0", "to", "half a", "“", "é", "\n"]
)


@given(st.one_of(st.text(), st.lists(pieces).map("".join), st.lists(pieces).map(" ".join)))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = numbers(text)
    for number in found:
        assert 0 <= number.whole.start <= number.span.start < number.span.end <= number.whole.end <= len(text)
        assert (number.value, number.low, number.high) != (None, None, None)
    assert [n.span for n in found] == sorted(n.span for n in found)


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("a lead over five rivals", 5, None),
        ("she asked about 40 cases", 40, None),
        ("she paid over five pounds", None, "more than"),
        ("about 40 cases were asked for", 40, "about"),
    ],
)
def test_a_preposition_of_its_own_is_no_modifier(
    text: str, value: float | None, modifier: str | None
) -> None:
    (number,) = numbers(text)
    assert (number.value, number.modifier) == (value, modifier)


def test_two_round_numbers_with_or_are_one_range() -> None:
    (number,) = numbers("some 10 or 20 of them")
    assert (number.low, number.high) == (10, 20)
    (sum_,) = numbers("$2 or $3 trillion")
    assert (sum_.low, sum_.high) == (2e12, 3e12)


def test_a_number_behind_a_comma_is_another_one() -> None:
    first, second = numbers("76 billion, and one of them")
    assert (first.value, second.value) == (76e9, 1)


def test_from_one_number_to_another_are_two() -> None:
    assert [number.value for number in numbers("It rose from 30 to 40 men.")] == [30, 40]
    (spread,) = numbers("It ranged from 30 to 40 men.")
    assert (spread.low, spread.high) == (30, 40)


def test_over_a_length_of_time_is_during_it() -> None:
    assert only("It was built over ten years.").modifier is None
    assert only("It lasted over ten years.").modifier == "more than"


def test_who_estimated_a_number_is_no_modifier_of_it() -> None:
    assert only("The bank estimated 40 men left.").modifier is None
    assert only("There were an estimated 40 men.").modifier == "about"


def test_over_is_a_preposition_behind_some_words() -> None:
    assert only("It passed directly over two plants.").modifier is None
    assert only("It passed over 40 bills.").modifier == "more than"
