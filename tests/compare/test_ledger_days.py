"""What dates an act: a time of its own verb, never one of the verb that governs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.conftest import Analyse

from crossread.annotate import acts, times
from crossread.compare.ledger.days import made
from crossread.record.annotation import Account, ActKind, Annotation
from crossread.record.article import DateRange

OWN = DateRange(date(2021, 3, 15), date(2021, 3, 15), "15 March 2021", "metadata")
SATURDAY = DateRange(date(2021, 3, 13), date(2021, 3, 13), "Saturday", "weekday")


def days(analyse: Analyse, text: str) -> dict[ActKind, DateRange | None]:
    """Return the day of each kind of act in `text`, every time in which is Saturday 13 March."""
    article, analysis = analyse(text, published=date(2021, 3, 15))
    found = tuple(replace(time, days=SATURDAY) for time in times.find(article, analysis))
    told = acts.find(article, analysis, (), found, ())
    account = Account(article, analysis, Annotation(article.id, times=found, acts=told))
    return {act.kind: made(account, act, OWN) for act in told}


def test_the_time_of_the_appearance_does_not_date_the_charge(analyse: Analyse) -> None:
    found = days(analyse, "Tom Reed, who was charged with theft, appeared before magistrates on Saturday.")
    assert found == {ActKind.COURT: SATURDAY, ActKind.CHARGE: None}


def test_a_time_of_the_act_s_own_verb_dates_it(analyse: Analyse) -> None:
    assert days(analyse, "Tom Reed was arrested on Saturday.") == {ActKind.ARREST: SATURDAY}


def test_from_when_a_deed_holds_is_not_its_day(analyse: Analyse) -> None:
    assert days(analyse, "Tom Reed announced his resignation, effective Saturday.") == {
        ActKind.RESIGNATION: None
    }


def test_the_account_s_day_is_not_the_day_of_the_deed(analyse: Analyse) -> None:
    assert days(analyse, "Tom Reed was arrested on suspicion of theft.") == {ActKind.ARREST: None}


def test_a_time_of_what_it_is_about_does_not_date_it(analyse: Analyse) -> None:
    found = days(analyse, "Anna Hill resisted calls to quit over what happened on Saturday.")
    assert found[ActKind.REFUSAL] is None


def test_a_time_right_before_the_verb_dates_it(analyse: Analyse) -> None:
    found = days(analyse, "Council leader Anna Hill on Saturday denied that the bridge was closed.")
    assert found[ActKind.DENIAL] == SATURDAY


def test_a_time_behind_the_noun_of_the_act_dates_it(analyse: Analyse) -> None:
    found = days(analyse, "Critics were pleased by Anna Hill’s resignation on Saturday as mayor of Leeds.")
    assert found == {ActKind.RESIGNATION: SATURDAY}


def test_what_another_does_with_an_act_on_a_day_does_not_date_it(analyse: Analyse) -> None:
    found = days(analyse, "On Saturday, Tom Reed criticized Anna Hill’s decision to close the port of Leeds.")
    assert found[ActKind.DECISION] is None


def test_what_is_announced_on_a_day_is_planned_on_it(analyse: Analyse) -> None:
    found = days(analyse, "On Saturday, Anna Hill announced plans to close the port of Leeds.")
    assert found == {ActKind.COMMITMENT: SATURDAY}


def test_a_day_of_the_past_dates_what_was_asked_not_what_is_due(analyse: Analyse) -> None:
    found = days(analyse, "Anna Hill asked the council for the accounts of the port on Saturday.")
    assert found == {ActKind.REQUEST: SATURDAY}


def test_the_time_until_which_something_was_done_does_not_date_it(analyse: Analyse) -> None:
    found = days(analyse, "Anna Hill denied the charge until her death on Saturday.")
    assert found[ActKind.DENIAL] is None
