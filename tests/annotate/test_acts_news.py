"""Acts that news tells without a verb of asking or promising: inquiries, diaries, plans, stances, steps of a case."""

from __future__ import annotations

from datetime import date

import pytest
from tests.annotate.acted import found_in, told
from tests.conftest import Analyse

from crossread.annotate import acts, times
from crossread.record.annotation import (
    Act,
    ActKind,
    EntityType,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.span import Span


def said_in(analyse: Analyse, text: str, words: str) -> tuple[Act, ...]:
    """Return the acts of a text in which the subject of its first word says `words`."""
    article, analysis = analyse(text)
    content = Span(text.index(words), text.index(words) + len(words))
    speaker = Party(Span(0, text.index(" said")))
    said = ReportedStatement(StatementKind.INDIRECT, (content,), (content,), speaker)
    return acts.find(article, analysis, (), (), (said,))


@pytest.mark.parametrize(
    ("text", "kind", "actor", "addressee"),
    [
        # inquiries
        (
            "The Road Safety Board (RSB) continues its inquiry.",
            ActKind.INQUIRY,
            "The Road Safety Board",
            None,
        ),
        ("Doubts grew over the ombudsman's inquiry into the fire.", ActKind.INQUIRY, "the ombudsman", None),
        ("An investigation into the fire is under way.", ActKind.INQUIRY, None, None),
        ("Detectives are also looking into claims of theft.", ActKind.INQUIRY, "Detectives", None),
        ("The board is conducting an inquiry into the fire.", ActKind.INQUIRY, "The board", None),
        ("The mayor is being investigated by police.", ActKind.INQUIRY, "police", "The mayor"),
        # requests and demands
        ("The inspectorate has launched a witness appeal.", ActKind.REQUEST, "The inspectorate", None),
        (
            "The families have requested that their privacy is respected.",
            ActKind.REQUEST,
            "The families",
            None,
        ),
        ("Mr Reed wrote to the council to complain.", ActKind.REQUEST, "Mr Reed", "the council"),
        ("The mayor invited Mr Reed to seek a deal.", ActKind.REQUEST, "The mayor", "Mr Reed"),
        # commitments
        ("The company is now planning new controls for buyers.", ActKind.COMMITMENT, "The company", None),
        ("The council plans to appeal against the ruling.", ActKind.COMMITMENT, "The council", None),
        ("The ministers are committed to reopening the line.", ActKind.COMMITMENT, "The ministers", None),
        ("Mr Reed is now cooperating with prosecutors.", ActKind.COMMITMENT, "Mr Reed", None),
        ("The council has announced plans to rebuild the bridge.", ActKind.COMMITMENT, "The council", None),
        # rulings and measures
        ("The judge on Monday struck down the ban on rallies.", ActKind.COURT, "The judge", None),
        ("Judge Ann Hill ruled against the council.", ActKind.COURT, "Judge Ann Hill", None),
        ("The court upheld the conviction of Mr Reed.", ActKind.COURT, "The court", None),
        ("Prosecutors charged Tom Reed with theft.", ActKind.CHARGE, "Prosecutors", "Tom Reed"),
        ("The ministry revoked the licence of the channel.", ActKind.DECISION, "The ministry", None),
        ("Mr Reed was fined 500 pounds on Monday.", ActKind.DECISION, None, "Mr Reed"),
        ("Mr Reed maintained his innocence.", ActKind.DENIAL, "Mr Reed", None),
        ("The council decided on Friday to close the bridge.", ActKind.DECISION, "The council", None),
        (
            "The plan was approved in March by the Harbour Committee.",
            ActKind.DECISION,
            "the Harbour Committee",
            None,
        ),
        # steps of a case, dismissals
        ("Mr Reed was released on bail.", ActKind.COURT, "Mr Reed", None),
        ("The governor fired the minister in May.", ActKind.DECISION, "The governor", "the minister"),
        ("Ann Hill quit the cabinet in May.", ActKind.RESIGNATION, "Ann Hill", None),
        ("The director overruled the decision of the board.", ActKind.DECISION, "The director", None),
        ("Prosecutors subpoenaed Ann Hill's campaign.", ActKind.DEMAND, "Prosecutors", "Ann Hill's campaign"),
        (
            "They noted the board's recommendation that Mr Reed be fined.",
            ActKind.RECOMMENDATION,
            "the board",
            None,
        ),
        ("The governor fired then-minister Tom Reed.", ActKind.DECISION, "The governor", "minister Tom Reed"),
    ],
)
def test_a_frame_makes_its_act(
    analyse: Analyse, text: str, kind: ActKind, actor: str | None, addressee: str | None
) -> None:
    article, found = found_in(analyse, text)
    assert [told(article, act) for act in found] == [(kind, actor, addressee)]


@pytest.mark.parametrize(
    "text",
    [
        "The couple planned to marry.",  # a plan of the past, and no deed of office
        "The mayor was planning new controls.",  # given up, for all that is known
        "She hopes to win the race.",  # a hope without a day
        "Soldiers fired two shots.",  # another sense
        "He launched an appeal against his conviction.",  # of a court, not of the public
        "Critics called for a police investigation into the fire.",  # none exists
        "The investigation was under way when the fire broke out.",  # background
        "An investigation could be under way by May.",  # possible
        "The law should be repealed.",  # nobody says it
        "He had nothing to do with it.",  # nobody says it
        "The bill lets victims sue the company.",  # what they may do
        "The company expects to take a loss next week.",  # a forecast
        "The report will be long.",  # no date, no deed
    ],
)
def test_what_is_not_an_act_stays_out(analyse: Analyse, text: str) -> None:
    _, found = found_in(analyse, text)
    assert [act for act in found if act.kind is not ActKind.DEMAND or "fire" not in text] == []


@pytest.mark.parametrize(
    ("text", "actor", "due"),
    [
        ("A report will be published by the inspectorate next week.", "the inspectorate", "next week"),
        ("On Monday, the council will hold a hearing.", "the council", "Monday"),
        ("The pair are due to be sentenced on Monday.", "The pair", "Monday"),
    ],
)
def test_what_is_in_the_diary_has_its_day(analyse: Analyse, text: str, actor: str | None, due: str) -> None:
    article, analysis = analyse(text, published=date(2021, 3, 14))
    known = times.find(article, analysis)
    (act,) = acts.find(article, analysis, (), known, ())
    assert told(article, act)[:2] == (ActKind.SCHEDULED, actor)
    assert act.due is not None
    assert due in known[act.due].span.of(text)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the council had nothing to do with the fire", ActKind.DENIAL),
        ("they have done nothing wrong", ActKind.DENIAL),
        ("the board had no involvement in the plan", ActKind.DENIAL),
        ("the claims are false", ActKind.DENIAL),
        ("the company should be regulated like a bank", ActKind.DEMAND),
        ("it is time to hold the company accountable", ActKind.DEMAND),
        ("the council must publish the report", ActKind.DEMAND),
    ],
)
def test_what_somebody_says_is_not_so_or_must_be_done(analyse: Analyse, words: str, kind: ActKind) -> None:
    text = f"Anna Hill said {words}."
    (act,) = said_in(analyse, text, words)
    assert act.kind is kind
    assert act.actor is not None
    assert act.actor.span.of(text) == "Anna Hill"


def test_a_general_must_is_no_demand(analyse: Analyse) -> None:
    for words in ("we must all be careful", "people should be patient", "it should be a good year"):
        assert said_in(analyse, f"Anna Hill said {words}.", words) == ()


def test_they_who_say_what_they_will_do_are_named(analyse: Analyse) -> None:
    article, (act,) = found_in(analyse, "The groups say they will work together to develop standards.")
    assert told(article, act) == (ActKind.COMMITMENT, "The groups", None)


def test_a_time_may_part_who_says_from_what_he_will_do(analyse: Analyse) -> None:
    article, (act,) = found_in(analyse, "The speaker said on Tuesday that he would remove the deputy.")
    assert act.kind is ActKind.COMMITMENT
    assert act.action.of(article.text) == "remove the deputy"


def test_each_of_a_list_of_names_acts(analyse: Analyse) -> None:
    text = "Leeds, Derby, York and Hull have vowed investigations."
    article, analysis = analyse(text)
    places = tuple(
        Mention(Span(text.index(n), text.index(n) + len(n)), EntityType.PLACE, MentionForm.NAME, n)
        for n in ("Leeds", "Derby", "York", "Hull")
    )
    found = acts.find(article, analysis, places, (), ())
    assert [told(article, act)[1] for act in found] == ["Leeds", "Derby", "York", "Hull"]


def test_they_who_told_somebody_are_named(analyse: Analyse) -> None:
    article, found = found_in(analyse, "The groups told reporters that they will develop standards.")
    assert [told(article, act)[1] for act in found] == ["The groups"]


def test_our_inquiry_is_the_speaker_s(analyse: Analyse) -> None:
    words = "our inquiry into the fire will be fair"
    text = f"Anna Hill said {words}."
    (act,) = said_in(analyse, text, words)
    assert act.actor is not None
    assert act.actor.span.of(text) == "Anna Hill"


def test_a_number_with_a_comma_ends_no_clause(analyse: Analyse) -> None:
    text = "The council has promised to pay £5,000 to each family."
    _, (act,) = found_in(analyse, text)
    assert act.action.of(text) == "pay £5,000 to each family"


def test_before_a_body_is_no_condition(analyse: Analyse) -> None:
    _, (act,) = found_in(
        analyse, "Ms Hill testified before the senate that Mr Reed requested that she resign."
    )
    assert act.kind is ActKind.REQUEST


def test_what_became_of_it_behind_but_is_told_with_it(analyse: Analyse) -> None:
    text = "It replaces a ban on boats, which was scheduled to take effect in May but was struck down by a court."
    article, analysis = analyse(text)
    found = acts.find(article, analysis, (), times.find(article, analysis), ())
    (act,) = [one for one in found if one.kind is ActKind.SCHEDULED]
    assert act.action.of(text).endswith("in May but was struck down by a court")
    reviewed = "Ms Hill ordered a review of the harbour, but did not say when it would end."
    _, (asked,) = found_in(analyse, reviewed)
    assert asked.action.of(reviewed).endswith("harbour")
