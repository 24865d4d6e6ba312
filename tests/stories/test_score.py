"""Two articles compared: symmetric, nearer in time is likelier, and the reason says why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import make_article

from crossread.record.article import DateRange
from crossread.stories.score import Comparison, Features, compare, days_apart, gap, probability, reason
from crossread.stories.terms import sketch

DAY = date(2021, 3, 14)
NOTHING = Features(0, 0, 0, 0, 0)
ONE = "The ferry Aurora sank off Skerray on Sunday with ninety people on board, the coastguard said."
TWO = "Ninety people were on board when the Aurora, a ferry, sank near Skerray. The coastguard is searching."


def rarity(terms: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(terms, 5.0)


def likely(one: str, two: str, first: date | None = None, second: date | None = None) -> float:
    a = sketch(make_article(one, published=first), rarity)
    b = sketch(make_article(two, published=second), rarity)
    return compare(a, b, rarity).log_odds


def test_one_happening_is_likelier_than_two() -> None:
    assert likely(ONE, TWO) > 0 > likely(ONE, "The council of Thurso raised its taxes by a tenth on Monday.")


def test_nearer_in_time_is_likelier() -> None:
    apart = [likely(ONE, TWO, DAY, DAY + timedelta(days)) for days in (0, 1, 2, 5, 12)]
    assert apart == sorted(apart, reverse=True)
    assert apart[0] > apart[-1]


@given(st.text(), st.text())
def test_the_order_of_the_two_does_not_matter(one: str, two: str) -> None:
    assert likely(one, two, DAY) == pytest.approx(likely(two, one, None, DAY))


def test_vague_and_missing_dates_are_not_compared() -> None:
    day = DateRange(DAY, DAY)
    year = DateRange(date(2021, 1, 1), date(2021, 12, 31))
    assert days_apart(day, None) is None
    assert days_apart(day, year) is None
    assert days_apart(day, DateRange(date(2021, 3, 16), date(2021, 3, 17))) == 2
    assert gap(day, year) == 0
    assert gap(DateRange(date(2022, 1, 2), date(2022, 1, 2)), year) == 2


def test_probability_is_half_at_even_odds() -> None:
    assert probability(0) == 0.5
    assert probability(2) > 0.85


@pytest.mark.parametrize(
    ("days", "told"),
    [(None, "no dates to compare"), (0, "published the same day"), (1, "1 day apart"), (2, "2 days apart")],
)
def test_the_reason_names_shared_terms_and_time(days: int | None, told: str) -> None:
    assert reason([Comparison(1.0, ("skerray", "ferry"), days, NOTHING)]) == f"shares skerray, ferry; {told}"


def test_the_reason_admits_that_nothing_is_shared() -> None:
    assert reason([Comparison(-6.0, (), None, NOTHING)]).startswith("shares no rare terms")
