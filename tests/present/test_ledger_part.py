"""What the section on the ledger says of what came of an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.conftest import make_article

from crossread.present import words
from crossread.present.parts.ledger import Matter, Step, build, outcome
from crossread.present.sources import Sources
from crossread.record.annotation import ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import (
    Delivery,
    LedgerEntry,
    LedgerEvent,
    Lifecycle,
    Meant,
    Response,
    Schedule,
    Status,
    Who,
)
from crossread.record.span import Span, evidence

SCOPE = words.Scope(3, date(2021, 3, 15))
OPEN = Status(Response.NONE_FOUND, Delivery.NO_EVIDENCE_FOUND, Schedule.NO_DATE, Lifecycle.OPEN)
REQUEST = LedgerEntry(
    "ledger-1",
    ActKind.REQUEST,
    Who("Ann Hill", "e1"),
    Who("Tom Reed", "e2"),
    "publish it",
    None,
    OPEN,
    (),
    (),
)


def test_silence_is_told_where_it_was_looked_for() -> None:
    assert outcome(REQUEST, SCOPE)[0] == "no identified response"


@pytest.mark.parametrize(
    "entry",
    [
        replace(REQUEST, addressee=Who("residents")),
        replace(REQUEST, addressee=None),
        replace(REQUEST, events=(LedgerEvent("unclear", None, ()),)),
    ],
)
def test_no_silence_is_told_where_an_answer_could_not_be_known(entry: LedgerEntry) -> None:
    assert "no identified response" not in outcome(entry, SCOPE)


def test_what_may_be_an_answer_leaves_delivery_unsaid() -> None:
    assert outcome(replace(REQUEST, events=(LedgerEvent("unclear", None, ()),)), SCOPE) == ()


def test_no_delivery_is_missed_of_somebody_without_a_name() -> None:
    """Nothing could be looked for by a name, so that nothing is said to be missing."""
    assert outcome(replace(REQUEST, addressee=Who("residents")), SCOPE) == ()


def test_a_suit_waits_for_its_outcome() -> None:
    status = replace(OPEN, response=Response.NOT_REQUIRED)
    suit = replace(REQUEST, kind=ActKind.COURT, status=status)
    assert outcome(suit, SCOPE) == ("no outcome found in 3 accounts up to 15 March 2021",)
    over = replace(status, delivery=Delivery.DELIVERED_CLAIMED, lifecycle=Lifecycle.CLOSED)
    assert outcome(replace(suit, status=over), SCOPE) == ()


def test_an_order_leaves_a_duty() -> None:
    order = replace(REQUEST, kind=ActKind.DECISION, status=replace(OPEN, response=Response.NOT_REQUIRED))
    assert outcome(order, SCOPE) == ("no evidence of delivery in 3 accounts up to 15 March 2021",)


def test_no_delivery_is_missed_of_a_promise_for_no_day() -> None:
    promise = replace(REQUEST, kind=ActKind.COMMITMENT, actor=REQUEST.addressee, addressee=None, due=None)
    assert outcome(promise, SCOPE) == ()
    dated = replace(promise, due=DateRange(date(2021, 3, 1), date(2021, 3, 1), "1 March"))
    assert any("no evidence of delivery" in part for part in outcome(dated, SCOPE))


def test_what_a_step_says_is_not_said_again_beside_it() -> None:
    rejected = Step("rejected", "", ())
    matter = Matter("ledger-1", "Demand", "", "to", "", "go", "", "", ("rejected", "late"), (rejected,), ())
    assert matter.beyond_steps == ("late",)


def test_that_an_entry_was_told_is_no_step_of_it() -> None:
    article = make_article("Ann Hill asked for the report. Tom Reed said no.")
    asked, refused = (evidence(article.id, article.text, span) for span in (Span(0, 30), Span(31, 48)))
    entry = replace(
        REQUEST,
        evidence=(asked,),
        events=(LedgerEvent("made", None, (asked,)), LedgerEvent("rejected", None, (refused,))),
    )
    (pile,) = build([entry], Sources((article,)), SCOPE)
    assert [step.what for step in pile.matters[0].steps] == ["rejected"]


def test_what_its_words_take_up_stands_beside_an_entry() -> None:
    article = make_article("A bill would close the pier. Ann Hill asked Tom Reed to drop the bill.")
    told, asked = (evidence(article.id, article.text, span) for span in (Span(0, 28), Span(29, 70)))
    meant = Meant("the pier bill", evidence(article.id, article.text, Span(61, 69)))
    entry = replace(REQUEST, action="Drop the bill", evidence=(asked,), before=told, meant=(meant,))
    ((shown,),) = (pile.matters for pile in build((entry,), Sources((article,)), SCOPE))
    assert shown.before == "A bill would close the pier."
    assert shown.what == "Drop the bill [the pier bill]"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ann Hill asked Tom Reed to reply by Monday.", "by Monday 15 March 2021"),
        ("Ann Hill asked Tom Reed to come on Monday.", "on Monday 15 March 2021"),
    ],
)
def test_a_due_day_has_the_preposition_of_its_account(text: str, when: str) -> None:
    article = make_article(text)
    due = DateRange(date(2021, 3, 15), date(2021, 3, 15), "Monday")
    asked = evidence(article.id, article.text, Span(0, len(text)))
    entry = replace(REQUEST, action=text, evidence=(asked,), due=due)
    ((shown,),) = (pile.matters for pile in build((entry,), Sources((article,)), SCOPE))
    assert shown.due == when


def test_nothing_is_missed_of_what_nobody_waits_for() -> None:
    over = replace(REQUEST, status=replace(OPEN, lifecycle=Lifecycle.CLOSED))
    assert outcome(over, SCOPE) == ()


@pytest.mark.parametrize(("event", "kind"), [("expected", "Expected"), ("scheduled", "Scheduled")])
def test_what_is_foretold_is_expected_not_scheduled(event: str, kind: str) -> None:
    article = make_article("Tom Reed is expected to open the pier.")
    told = evidence(article.id, article.text, Span(0, len(article.text)))
    entry = replace(
        REQUEST, kind=ActKind.SCHEDULED, events=(LedgerEvent(event, None, (told,)),), evidence=(told,)
    )
    ((shown,),) = (pile.matters for pile in build((entry,), Sources((article,)), SCOPE))
    assert shown.kind == kind


@pytest.mark.parametrize(
    ("response", "stage"),
    [
        (Response.NONE_FOUND, "Open, as far as the accounts tell"),
        (Response.ACKNOWLEDGED, "Open, as far as the accounts tell"),
        (Response.REJECTED, "Answered, not closed"),
        (Response.ACCEPTED, "Answered, not closed"),
    ],
)
def test_what_was_accepted_or_rejected_stands_apart_from_what_is_open(response: Response, stage: str) -> None:
    article = make_article("Ann Hill asked Tom Reed to publish it.")
    cited = evidence(article.id, article.text, Span(0, len(article.text)))
    entry = replace(REQUEST, evidence=(cited,), status=replace(OPEN, response=response))
    (pile,) = build((entry,), Sources((article,)), SCOPE)
    assert (pile.stage, pile.open) == (stage, True)


def test_what_nothing_tells_to_stand_is_not_said_to_be_open() -> None:
    article = make_article("Ann Hill asked Tom Reed to publish it.")
    cited = evidence(article.id, article.text, Span(0, len(article.text)))
    status = replace(OPEN, delivery=Delivery.IN_PROGRESS_CLAIMED)
    entry = replace(REQUEST, evidence=(cited,), stands=False, status=status)
    (pile,) = build((entry,), Sources((article,)), SCOPE)
    assert pile.stage.startswith("Outcome not worked out")
    assert (pile.open, pile.matters[0].steps, pile.matters[0].outcome) == (False, (), ())


def test_what_was_begun_is_not_said_to_be_under_way() -> None:
    inquiry = replace(
        REQUEST, kind=ActKind.INQUIRY, status=replace(OPEN, delivery=Delivery.IN_PROGRESS_CLAIMED)
    )
    begun, going_on = (
        replace(inquiry, events=(LedgerEvent(k, None, ()),)) for k in ("started", "progress_claimed")
    )
    assert "said to be under way" not in outcome(begun, SCOPE)
    assert "said to be under way" in outcome(going_on, SCOPE)
