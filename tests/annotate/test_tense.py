"""Which way the verb of a time points."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate import times
from crossread.record.annotation import Tense


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The club went on to win the cup in May.", (date(2016, 5, 1), date(2016, 5, 31))),
        ("Hart was the first driver to retire in May.", (date(2016, 5, 1), date(2016, 5, 31))),
        ("Hart quit his job at the mill in January.", (date(2016, 1, 1), date(2016, 1, 31))),
    ],
)
def test_what_went_on_ranks_or_looks_present_is_past(
    analyse: Analyse, text: str, days: tuple[date, date]
) -> None:
    (time,) = times.find(*analyse(text, published=date(2016, 9, 20)))
    assert time.days is not None
    assert (time.days.earliest, time.days.latest) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hart is heading to Leeds for a speech on Tuesday.", date(2016, 9, 27)),
        ("As word of the union's plan set off debate in Leeds on Monday, Hart left.", date(2016, 9, 19)),
        ("Hart plans on Monday to bring up two bills.", date(2016, 9, 26)),
        ("Hart spoke following Sunday's meeting.", date(2016, 9, 18)),
        ("Hart threatened to raise the fee later this year.", date(2016, 9, 22)),
    ],
)
def test_what_is_arranged_is_ahead_and_what_follows_a_day_is_not(
    analyse: Analyse, text: str, day: date
) -> None:
    (time,) = times.find(*analyse(text, published=date(2016, 9, 22)))
    assert time.days is not None
    assert time.days.earliest == day


def test_a_day_that_a_letter_came_ahead_of_is_not_past(analyse: Analyse) -> None:
    text = "Hart sent a letter to Weiss in advance of his appearance on Tuesday."
    (time,) = times.find(*analyse(text, published=date(2016, 9, 22)))
    assert time.days is None


def test_a_day_by_which_a_noun_is_called_is_not_that_of_its_verb(analyse: Analyse) -> None:
    for text in (
        "The police are treating Monday's fire as an attack.",
        "Hart's order Monday should be hailed.",
    ):
        (time,) = times.find(*analyse(text, published=date(2016, 9, 22)))
        assert time.form.tense is None


def test_what_goes_on_in_a_time_under_way_is_not_ahead(analyse: Analyse) -> None:
    (time,) = times.find(*analyse("The workers are receiving money this month.", published=date(2016, 9, 22)))
    assert time.form.tense is Tense.PRESENT
    (time,) = times.find(*analyse("Hart is retiring this month.", published=date(2016, 9, 22)))
    assert time.form.tense is Tense.FUTURE


@pytest.mark.parametrize(
    "text", ["Hart has invited Weiss to the mill on Monday.", "He has asked them in on Monday."]
)
def test_what_somebody_has_bidden_others_to_is_not_past(analyse: Analyse, text: str) -> None:
    (time,) = times.find(*analyse(text, published=date(2016, 9, 22)))
    assert time.days is None


def test_to_overnight_is_no_time(analyse: Analyse) -> None:
    assert times.find(*analyse("Hart defended the decision to overnight at the mill.")) == ()
