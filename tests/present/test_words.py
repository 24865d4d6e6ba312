"""Plain words: dates in their shortest wording, numbers whole, independence and status without judgement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.present import words
from crossread.present.display import visible
from crossread.present.parts.figures import Quantity, Value, amount
from crossread.present.sources import Citation
from crossread.record.annotation import ActKind, EventKind, StatementKind
from crossread.record.article import DateRange, Role
from crossread.record.dossier import (
    ConflictKind,
    Count,
    Delivery,
    Lifecycle,
    Response,
    ReuseKind,
    Schedule,
    Stance,
    StoryFigure,
)
from crossread.record.span import Evidence

SCOPE = words.Scope(5, date(2021, 3, 15))


def span(first: str, last: str) -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-03-10", "2021-03-10", "10 March 2021"),
        ("2021-03-13", "2021-03-14", "13–14 March 2021"),
        ("2021-02-28", "2021-03-02", "28 February – 2 March 2021"),
        ("2020-12-31", "2021-01-01", "31 December 2020 – 1 January 2021"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2019-01-01", "2021-12-31", "2019–2021"),
        ("2021-02-01", "2021-04-30", "February – April 2021"),
        ("2020-11-01", "2021-01-31", "November 2020 – January 2021"),
    ],
)
def test_ranges_of_days(first: str, last: str, expected: str) -> None:
    assert words.days(span(first, last)) == expected


def test_days_with_weekday_and_unknown() -> None:
    assert words.days(span("2021-03-10", "2021-03-10"), weekday=True) == "Wednesday 10 March 2021"
    assert words.days(None) == "date unknown"
    assert (words.precision(None), words.precision(span("2021-03-01", "2021-03-31"))) == (
        "",
        "within 31 days",
    )


def test_worked_out_names_the_words_once() -> None:
    day = date(2021, 3, 10)
    assert words.worked_out(DateRange(day, day, "Wednesday", "last before the article")) == (
        "“Wednesday”: last before the article"
    )
    assert (
        words.worked_out(DateRange(day, day, "Wednesday", "“Wednesday” before it")) == "“Wednesday” before it"
    )
    assert words.worked_out(DateRange(day, day)) == words.worked_out(None) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (47.0, "47"),
        (1200.0, "1,200"),
        (4.5, "4.5"),
        (0.125, "0.125"),
        (-3.0, "-3"),
        (999_999.0, "999,999"),
        (2_300_000.0, "2.3 million"),
        (1_370_000_000_000.0, "1.37 trillion"),
        (140_842_000_000.0, "140.842 billion"),
        (1_234_567.0, "1,234,567"),
        (2_300_000.5, "2,300,000.5"),
    ],
)
def test_numbers(value: float, expected: str) -> None:
    assert words.number(value) == expected


def test_counts_and_bounds() -> None:
    assert words.count(1, "account") == "1 account"
    assert words.count(2, "story", "stories") == "2 stories"
    assert words.bounded(Count(1, 3), "origin") == "1–3 origins"
    assert words.bounded(Count(1, 1), "origin") == "1 origin"


def test_a_score_keeps_the_order_of_its_numbers() -> None:
    told = Evidence("a", 0, 4, "98-0")
    figure = StoryFigure("f", "m", unit="score", evidence=(told,), low=0.0, high=98.0)
    assert amount(figure) == "98-0"
    longer = Evidence("a", 0, 26, "7-8-1 in the last season of")
    assert amount(replace(figure, evidence=(longer,))) == "7-8-1"


@pytest.mark.parametrize(
    ("words_", "unit", "expected"),
    [
        ("dozens of boats", "boats", "dozens of boats"),
        ("Tens of millions of people", "people", "tens of millions of people"),
        ("several hundred boats", "boats", "several hundred boats"),
        ("billions of dollars", "USD", "billions of dollars"),
    ],
)
def test_a_rough_word_stays_one(words_: str, unit: str, expected: str) -> None:
    told = Evidence("a", 0, len(words_), words_)
    assert amount(StoryFigure("f", "m", unit=unit, evidence=(told,), low=20.0)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": 47.0, "unit": "percent"}, "47%"),
        ({"value": 30.0, "unit": "people", "modifier": "at least"}, "at least 30 people"),
        ({"low": 1200.0, "high": 1500.0, "unit": "GBP"}, "£1,200–1,500"),
        ({"low": 30.0, "unit": ""}, "at least 30"),
        ({"value": 232.0, "unit": "count"}, "232"),
        ({"value": 1.0, "unit": "people", "modifier": "at least"}, "at least 1 person"),
        ({"high": 6.0, "unit": "", "modifier": "fewer than"}, "fewer than 6"),
    ],
)
def test_amounts(given: dict[str, float | str], expected: str) -> None:
    figure = StoryFigure("f", "m", evidence=(), **given)  # type: ignore[arg-type]
    assert amount(figure) == expected


def test_every_term_of_the_record_has_words() -> None:
    """A new kind in the record must be given words before it can be shown."""
    assert set(words.ACTS) == set(ActKind)
    assert set(words.EVENT_KINDS) == set(EventKind)
    assert set(words.STATEMENT_KINDS) == set(StatementKind)
    assert set(words.STANCES) == set(Stance)
    assert set(words.REUSES) == set(ReuseKind)
    assert set(words.CONFLICTS) == set(ConflictKind)
    assert set(words.LIFECYCLES) == set(Lifecycle)
    assert set(words.ROLES) == set(Role)
    assert all(words.response(value) or value is Response.NOT_REQUIRED for value in Response)
    assert all(words.delivery(value, SCOPE) and words.taking_place(value, SCOPE) for value in Delivery)
    silent = {Schedule.NO_DATE, Schedule.UNANCHORED}
    assert all(words.schedule(value) or value in silent for value in Schedule)


def test_scope_says_what_was_searched() -> None:
    assert words.delivery(Delivery.NO_EVIDENCE_FOUND, SCOPE) == (
        "no evidence of delivery in 5 accounts up to 15 March 2021"
    )
    undated = words.Scope(1, None)
    assert words.delivery(Delivery.NO_EVIDENCE_FOUND, undated) == "no evidence of delivery in 1 account"


def test_acting_characters_are_made_visible_in_place() -> None:
    text = "a\x00b\x1b[0m\u202ec\ud800\n\td\x9b"
    assert visible(text) == "a\ufffdb\ufffd[0m\ufffdc\ufffd\n\td\ufffd"
    assert len(visible("x\r\ny\rz")) == len("x\r\ny\rz")


@pytest.mark.parametrize(
    ("words_", "shown"),
    [
        ("Dozens of boats lay off the coast", ""),
        ("40% of boats lay off the coast", ""),
        ("dozens lay there", "“dozens lay there”"),
        ("dozens", "“dozens”"),
    ],
)
def test_words_that_the_title_of_a_figure_repeats_are_not_shown_again(words_: str, shown: str) -> None:
    value = Value("dozens of boats", (Citation("A", 0, len(words_), words_),))
    assert Quantity("boats lay off the coast", "", (value,)).wordings(value) == shown
