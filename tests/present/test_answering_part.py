"""The ledger by person and by day: who is bound by which entry, and in which order days stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.conftest import make_article

from crossread.present import words
from crossread.present.parts import answering, ledger
from crossread.present.parts.answering import Answering, Party
from crossread.present.sources import Sources
from crossread.record.annotation import ActKind, EntityType
from crossread.record.article import DateRange
from crossread.record.dossier import (
    Delivery,
    Entity,
    LedgerEntry,
    Lifecycle,
    Response,
    Schedule,
    Status,
    Who,
)
from crossread.record.span import Span, evidence

TEXT = "Ann Hill asked Tom Reed to publish it."
ARTICLE = make_article(TEXT)
CITED = evidence(ARTICLE.id, TEXT, Span(0, len(TEXT)))
HILL = Entity("e1", EntityType.PERSON, "Ann Hill", ("Ann Hill", "Mayor Hill"), (), ())
REED = Entity("e2", EntityType.PERSON, "Tom Reed", ("Tom Reed",), (), ())
OPEN = Status(Response.NONE_FOUND, Delivery.NO_EVIDENCE_FOUND, Schedule.NO_DATE, Lifecycle.OPEN)
REQUEST = LedgerEntry(
    "ledger-1", ActKind.REQUEST, Who("Ann Hill", "e1"), Who("Tom Reed", "e2"), TEXT, None, OPEN, (), (CITED,)
)


def read(*entries: LedgerEntry) -> Answering:
    piles = ledger.build(entries, Sources((ARTICLE,)), words.Scope(1, date(2021, 3, 15)))
    return answering.build(entries, (HILL, REED), piles)


def lists(party: Party) -> tuple[list[str], ...]:
    return tuple([m.id for m in side] for side in (party.answers, party.puts, party.concerned))


@pytest.mark.parametrize("kind", [ActKind.DEMAND, ActKind.RECOMMENDATION, ActKind.INQUIRY, ActKind.CHARGE])
def test_what_is_done_upon_another_binds_the_other(kind: ActKind) -> None:
    reed, hill = read(replace(REQUEST, kind=kind)).parties
    assert (reed.name, lists(reed)) == ("Tom Reed", (["ledger-1"], [], []))
    assert (hill.name, lists(hill)) == ("Ann Hill", ([], ["ledger-1"], []))


@pytest.mark.parametrize("kind", [ActKind.COMMITMENT, ActKind.REFUSAL, ActKind.OPPOSITION, ActKind.DECISION])
def test_what_somebody_does_of_their_own_binds_them(kind: ActKind) -> None:
    hill, reed = read(replace(REQUEST, kind=kind)).parties
    assert lists(hill) == (["ledger-1"], [], [])
    assert lists(reed) == ([], [], ["ledger-1"])


def test_several_who_are_asked_together_each_have_to_answer() -> None:
    both = replace(REQUEST, actor=None, addressee=Who("Tom Reed, the clerk, and Ann Hill"))
    assert {p.name: lists(p)[0] for p in read(both).parties} == {
        "Ann Hill": ["ledger-1"],
        "Tom Reed": ["ledger-1"],
    }


def test_who_goes_by_no_known_name_is_no_party() -> None:
    assert read(replace(REQUEST, actor=Who("a resident"), addressee=Who("Tom Reedham"))).parties == ()


def test_open_entries_come_before_closed_ones_and_say_which_they_are() -> None:
    closed = replace(REQUEST, id="ledger-0", status=replace(OPEN, lifecycle=Lifecycle.CLOSED))
    reed = read(closed, REQUEST).parties[0]
    assert [(m.id, m.stage) for m in reed.answers] == [("ledger-1", "Open"), ("ledger-0", "Closed")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [("hill", True), ("Mayor hill", True), ("ann HILL", True), ("Hillary", False), ("", False), (" ", False)],
)
def test_a_party_is_found_by_the_words_of_any_of_its_names(asked: str, found: bool) -> None:
    hill = next(p for p in read(REQUEST).parties if p.name == "Ann Hill")
    assert hill.goes_by(asked) is found


def test_days_stand_in_order_of_time_each_once() -> None:
    def due(id: str, first: int, last: int) -> LedgerEntry:
        return replace(REQUEST, id=id, due=DateRange(date(2021, 3, first), date(2021, 3, last)))

    found = read(
        due("ledger-1", 20, 20),
        due("ledger-2", 15, 21),
        due("ledger-3", 20, 20),
        replace(REQUEST, id="ledger-4"),
    )
    assert [(d.when, [m.id for m in d.matters]) for d in found.days] == [
        ("15–21 March 2021", ["ledger-2"]),
        ("Saturday 20 March 2021", ["ledger-1", "ledger-3"]),
    ]
