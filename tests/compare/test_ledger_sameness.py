"""What several accounts tell of one deed is one entry, whatever the words."""

from __future__ import annotations

import pytest
from tests.compare.conftest import Ledger

from crossread.record.annotation import ActKind


def test_one_vote_of_one_body_is_one_entry(read: Ledger) -> None:
    (entry,) = read(
        "The Ohio Senate voted 25-6 on Tuesday to pass a bill banning fireworks.",
        "The Ohio Senate on Tuesday passed the nation's strictest fireworks bill.",
        "The Ohio Senate approved the measure to ban fireworks on Tuesday night.",
    )
    assert len({words.article for words in entry.evidence}) == 3


def test_a_vote_told_without_the_word_bill_is_the_same(read: Ledger) -> None:
    entries = read(
        "The Ohio Senate voted 25-6 to pass HB 314, a ban on fireworks.",
        "The Ohio Senate on Tuesday passed the country's strictest ban on fireworks.",
    )
    assert len(entries) == 1


def test_votes_on_two_bills_or_of_two_bodies_stay_apart(read: Ledger) -> None:
    assert len(read("The House passed the farm bill on Monday.", "The House passed the school budget.")) == 2
    two = read("The Ohio Senate passed the fireworks bill.", "The Iowa Senate passed the fireworks bill.")
    assert len(two) == 2


def test_one_demand_in_the_same_words_has_one_who_makes_it(read: Ledger) -> None:
    entries = read(
        "“Congress must immediately pass the border bill to stop the ferries,” President Anna Hill said.",
        "“Congress must immediately pass the border bill to stop the ferries,” the president said.",
    )
    assert len(entries) == 1
    assert entries[0].actor is not None
    assert entries[0].actor.name == "Anna Hill"


def test_what_was_passed_and_what_was_rejected_are_two(read: Ledger) -> None:
    entries = read(
        "The House passed a Senate budget for the Leeds ferries on Monday.",
        "The House rejected the Senate budget for the Leeds ferries on Monday.",
    )
    assert len(entries) == 2


def test_a_bill_passed_twice_is_two_entries_though_one_telling_has_no_day(read: Ledger) -> None:
    entries = read(
        "The Ohio Senate passed the fireworks bill on 12 January.\nThe Ohio Senate passed the fireworks bill by 6.",
        "The Ohio Senate passed the fireworks bill on Tuesday.",
    )
    told = [{words.text.rsplit(" ", 1)[-1] for words in entry.evidence} for entry in entries]
    assert told == [{"January"}, {"6", "Tuesday"}]


def test_who_resigns_is_named_here_and_described_there(read: Ledger) -> None:
    (entry,) = read(
        "A transport ministry official resigned on Tuesday over the collapse of the pier.",
        "Tom Reed, an official of the transport ministry, stepped down on Tuesday.",
    )
    assert len(entry.evidence) == 2
    assert entry.actor is not None
    assert entry.actor.name == "Tom Reed"
    assert entry.action.startswith("Tom Reed")


def test_two_who_resign_are_two(read: Ledger) -> None:
    reed = "Tom Reed, a transport official, resigned on Tuesday."
    (entry,) = read("A school teacher resigned on Tuesday.", reed)  # the teacher is not named, so not shown
    assert len(entry.evidence) == 1
    assert len(read("Anna Hill resigned on Tuesday.", "Tom Reed resigned on Tuesday.")) == 2


def test_who_is_only_described_there_did_the_same_in_the_same_words(read: Ledger) -> None:
    (entry,) = read(
        "The Leeds Harbour Board banned night fishing from all eastern piers on Monday.",
        "A Yorkshire council banned night fishing from all eastern piers on Monday.",
    )
    assert entry.actor is not None
    assert entry.actor.name == "Leeds Harbour Board"


def test_several_told_of_are_not_the_one_who_is_named(read: Ledger) -> None:
    entries = read(
        "Anna Hill called for a ban on night fishing from all eastern piers.",
        "Residents of Leeds called for a ban on night fishing from all eastern piers.",
    )
    assert len(entries) == 2


def test_one_thing_is_signed_once_in_whatever_words(read: Ledger) -> None:
    (entry,) = read(
        "Governor Anna Hill signed legislation that bans night fishing in Ohio.",
        "Governor Anna Hill on Monday signed a bill ending fishing by night from piers.",
    )
    assert len(entry.evidence) == 2


def test_two_things_signed_are_two(read: Ledger) -> None:
    entries = read(
        "Governor Anna Hill signed a proclamation that bans night fishing in Ohio.",
        "Governor Anna Hill signed a proclamation honouring the Leeds rowing team.",
    )
    assert len(entries) == 2


def test_a_dismissal_is_one_whoever_is_told_to_have_dismissed(read: Ledger) -> None:
    (entry,) = read(
        "The Harbour Board fired Anna Hill in May 2017. Tom Reed spoke.",
        "Mayor Tom Reed fired Anna Hill.",
        "Leeds heard of Anna Hill's firing on Monday.",
    )
    assert len(entry.evidence) == 3


def test_a_verdict_is_told_of_one_person_once(read: Ledger) -> None:
    entries = read(
        "Anna Hill was found guilty of fraud on Friday. Anna Hill is mayor.",
        "Anna Hill was convicted of lying to the council. Anna Hill is mayor.",
    )
    assert [len(e.evidence) for e in entries if e.kind is ActKind.COURT] == [2]


def test_who_is_described_where_another_is_named_is_not_that_other(read: Ledger) -> None:
    entries = read(
        "A ferry company clerk was fired on Friday. The ferry is old. Anna Hill was fired on Friday."
    )
    assert not any(len(e.evidence) > 1 for e in entries)


def test_one_day_has_one_event_of_a_name(read: Ledger) -> None:
    (entry,) = read(
        "Mayor Anna Hill will visit Leeds on Tuesday 14 April 2026.",
        "Mayor Anna Hill will travel to Leeds for talks on Tuesday 14 April 2026.",
    )
    assert len(entry.evidence) == 2


def test_a_committee_and_its_chairman_ask_for_one_thing(read: Ledger) -> None:
    entries = read(
        "House Harbour Committee Chairman Tom Reed has asked Anna Hill to hand over the ferry tickets.",
        "The House Harbour Committee asked Anna Hill to hand over the ferry tickets.",
    )
    assert len(entries) == 1


def test_the_chairman_of_another_committee_asks_for_himself(read: Ledger) -> None:
    entries = read(
        "House Budget Committee Chairman Tom Reed has asked Anna Hill to hand over the ferry tickets.",
        "The House Harbour Committee asked Anna Hill to hand over the ferry tickets.",
    )
    assert len(entries) == 2


def test_the_white_house_does_what_the_president_does(read: Ledger) -> None:
    entries = read(
        "President Donald Trump has imposed tariffs on $34 billion worth of Danish butter.",
        "The White House imposed tariffs on $34 billion worth of Danish butter.",
    )
    assert len(entries) == 1


_TERMINAL = "Anna Hill vowed to close the old ferry terminal."
_HARBOUR = "Anna Hill vowed to dredge the inner harbour basin."
_BOTH = "Anna Hill vowed to close the old terminal and dredge the basin."


def test_an_act_that_belongs_to_two_entries_makes_them_one(read: Ledger) -> None:
    stage = "Anna Hill vowed to close the landing stage of the eastern harbour."
    both = "Anna Hill vowed to close the old terminal, a landing stage of the harbour."
    assert len(read(_TERMINAL, stage)) == 2
    (entry,) = read(_TERMINAL, stage, both)
    assert len({words.article for words in entry.evidence}) == 3


def test_two_deeds_stay_two_though_one_account_tells_them_in_one_breath(read: Ledger) -> None:
    assert len(read(_TERMINAL, _HARBOUR, _BOTH)) == 2


def test_an_act_that_belongs_to_two_entries_of_other_sums_leaves_them_two(read: Ledger) -> None:
    entries = read(
        "Anna Hill vowed to repaint the ferry terminal for $8 million.",
        "Anna Hill vowed to dredge the harbour basin for $3 million.",
        "Anna Hill vowed to repaint the terminal and dredge the basin.",
    )
    assert len(entries) == 2


def test_a_long_telling_is_of_the_same_matter_as_a_short_one(read: Ledger) -> None:
    entries = read(
        "The council voted on Tuesday to delay rules that require ferry firms to offer their deckhands insurance.",
        "The council on Tuesday passed plans delaying two parts of a ferry law that say which insurance firms "
        "pay, who inspects boats, when captains retire and where pilots from abroad may train.",
    )
    assert len(entries) == 1


_NEWS = "In the dispute over lost ferry wages and pensions, the harbour court sided with a Leeds pilot."
_SAME_NEWS = "In the dispute over lost ferry wages and pensions, the harbour court ruled that letters count."
_RAIN = "It rained in Leeds.\nIt was cold.\nThe ferries ran.\nMany people stayed at home.\n"


def test_what_two_accounts_open_with_is_one_act(read: Ledger) -> None:
    assert len(read(_NEWS, _SAME_NEWS)) == 1


def test_what_stands_further_down_may_be_another_act(read: Ledger) -> None:
    assert len(read(_NEWS, _RAIN + _SAME_NEWS)) == 2


def test_one_is_asked_who_is_only_described_there(read: Ledger) -> None:
    entries = read(
        "Anna Hill, the mayor, urged ferry captain Tom Reed to publish the logs of the Leeds ferry.\n"
        "Hill urged the old sailor to publish the logs of the ferry."
    )
    assert len(entries) == 1


def test_several_who_are_described_are_not_one_who_is_named(read: Ledger) -> None:
    named = "Ann Lee, an official of the ports ministry in Leeds, has resigned."
    assert len(read(named, "A ports ministry official in Leeds has resigned.")) == 1
    entries = read(named, "Three ports ministry officials in Leeds have resigned.")
    assert [len(entry.evidence) for entry in entries if entry.actor and entry.actor.name == "Ann Lee"] == [1]


def test_an_interview_about_a_thing_and_the_thing_itself_are_asked_for_apart(read: Ledger) -> None:
    entries = read(
        "Mayor Ann Roe has rejected the Norford Committee's request for the laptop to be turned over to a judge.",
        "The Norford Committee on Monday requested that Mayor Ann Roe give an interview on why she did not turn over "
        "the laptop and had it wiped.",
    )
    interview = next(entry for entry in entries if "interview" in entry.action)
    assert "rejected" not in {event.kind for event in interview.events}


def test_what_is_said_to_loosen_and_what_is_called_for_is_one(read: Ledger) -> None:
    entries = read(
        "The Norford Task Force suggested that towns loosen their curbs on dogs on the beach.",
        "The Norford Task Force called for towns to loosen their curbs on dogs.",
    )
    assert len(entries) == 1


@pytest.mark.parametrize(
    "texts",
    [
        # two are to go, or one is and is not
        (
            "The Harbour Union called on Mayor Ann Hill to fire Peter Reed over the ferry.",
            "The Leeds Traders Association called on Mayor Ann Hill to fire Susan Smith over the ferry.",
        ),
        (
            "Senator Susan Smith urged President Ann Hill to fire Peter Reed.",
            "Senator John Brown urged President Ann Hill not to fire Peter Reed.",
        ),
        (
            "Senator Susan Smith urged Mayor Ann Hill to open the pier in Leeds. Senator Susan Smith also urged Mayor "
            "Ann Hill not to open the pier before Friday.",
        ),
        # two days
        (
            "Minister Peter Reed is due to appear before Leeds Crown Court on 22 March over the ferry fund.",
            "Minister Peter Reed is due to appear before Leeds Crown Court on 29 March over the ferry fund.",
        ),
        # two charges
        (
            "Peter Reed has been charged with theft from the ferry fund in Leeds.",
            "In a separate case, Peter Reed was charged with assault of a harbour guard.",
        ),
        # an arrest and a ban in like sentences
        (
            "Leeds Police arrested Peter Reed at the ferry protest in Leeds harbour on Tuesday.",
            "Leeds Police banned the ferry protest in Leeds harbour on Tuesday.",
        ),
    ],
)
def test_two_acts_in_like_words_are_two_entries(read: Ledger, texts: tuple[str, ...]) -> None:
    assert [len(entry.evidence) for entry in read(*texts)] == [1, 1]


def test_an_arrest_that_is_only_described_joins_no_two_people(read: Ledger) -> None:
    entries = read(
        "Ann Hill, a harbour ministry official, was arrested in Leeds on Friday. Peter Reed, a harbour ministry "
        "official, was arrested in Leeds on Friday.",
        "A harbour ministry official was arrested in Leeds on Friday.",
    )
    assert {"Ann Hill", "Peter Reed"} <= {entry.addressee.name for entry in entries if entry.addressee}


def test_a_charge_is_not_over_by_an_older_verdict(read: Ledger) -> None:
    entries = read(
        "Peter Reed has been charged with theft from the ferry fund, police said. Reed was convicted of assault in "
        "March 2019."
    )
    charge = next(entry for entry in entries if entry.kind is ActKind.CHARGE)
    assert "decided" not in {event.kind for event in charge.events}
