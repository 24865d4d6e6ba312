"""Acts told by a noun beside a light verb, by steps out of office, and by the day on which a thing takes force."""

from __future__ import annotations

from datetime import date

import pytest
from tests.annotate.acted import found_in
from tests.conftest import Analyse

from crossread.annotate.article import annotate


def kinds(analyse: Analyse, text: str) -> list[str]:
    return [act.kind.value for act in found_in(analyse, text)[1]]


def actors(analyse: Analyse, text: str) -> list[str]:
    article, acts = found_in(analyse, text)
    return [act.actor.span.of(article.text) for act in acts if act.actor]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Hill reached a deal with the dockers' union.", "decision"),
        ("Tom Reed left the agency for a bank.", "resignation"),
        ("Tom Reed has been removed from his post at the ministry.", "decision"),
        ("Several lawmakers have spoken out against the ferry.", "opposition"),
        ("The judge halted parts of the new scheme.", "court"),
        ("Tom Reed was invited by Mayor Anna Hill to address the council.", "request"),
        ("Senator Tom Reed voted in favor of the ferry.", "decision"),
        ("Tom Reed said he would skip the dinner.", "refusal"),
        ("The ministry said the president would sign the bill on Friday.", "commitment"),
        ("Anna Hill said she could not in good conscience vote for the bill.", "refusal"),
        ("Tom Reed came late, but he would not say why he was there.", "refusal"),
        ("Leaders in Congress have rejected raising the minimum age.", "refusal"),
        ("The ministry's stores will no longer allow people under 21 to buy knives.", "decision"),
        ("The ministry began investigating Tom Reed last year.", "inquiry"),
        ("Lawmakers suggested not sending the bill to the Senate.", "recommendation"),
        ("Senator Tom Reed has scheduled a hearing on the ferry.", "scheduled"),
        ("The ministry has rewritten the rules for ferries.", "decision"),
        ("Minister Anna Hill said the government would recognize the treaty.", "commitment"),
        ("Tom Reed pressed the mayor for more details on the cuts.", "demand"),
        ("Tom Reed has all along rejected the mayor's demand that fares rise.", "refusal"),
        ("A few Republicans, however, have urged Tom Reed to publish the bill.", "demand"),
        ("Anna Hill's refusal to concede angered Leeds.", "refusal"),
        ("The council will extend the permits even if the county objects.", "commitment"),
    ],
)
def test_an_act_is_found(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in kinds(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The season begins in May each year.",  # a habit
        "Tom Reed called on New Year's Eve to say that he was ill.",
        "Tom Reed won't care about the release of the ferry papers.",
        "The letter indicates that Tom Reed will sue the council.",  # what is only read from it
        "The mayor, who will visit Leeds, met Tom Reed.",  # by the way
        "In the poll 40 percent of drivers said they will vote for the ferry.",
        "The woman said she didn't call the harbour office.",  # nobody says she did
        "Mr Hill filed papers with the state to dissolve the company.",
        "Experts expect that the trial will begin on Monday.",
        "Tom Reed left the room on Monday.",
        "Advocates hoped the minister would announce that the government would sign the treaty.",
        "“I make no apologies for my vote,” Anna Hill said.",
        "No ferry legislation has passed the Congress since 1994.",
        "The ministry points to programs brought in by Tom Reed, including new grants, and raising the minimum wage.",
        "She'll return to the pub on Tuesday evening, officials said.",  # who does is not who says so
        "Tom Reed left the White House for a meeting in Leeds.",
        "Tom Reed told reporters that the rebels would not delay the vote on the ferry.",
        "Analysts said the ministry would cut prices.",  # not theirs to say
        "Crews had been restoring the ferry service when the storm came.",  # what went on
        "Leeds would not see the worst of the storm, the Harbour Board said.",  # foretold
    ],
)
def test_no_act_is_found(analyse: Analyse, text: str) -> None:
    assert kinds(analyse, text) == []


def test_a_description_beside_a_name_is_no_second_actor(analyse: Analyse) -> None:
    text = "Tom Reed, a member of the harbour committee, voted for the ferry bill."
    assert actors(analyse, text) == ["Tom Reed"]


def test_a_clause_before_has_its_own_subject(analyse: Analyse) -> None:
    text = "While Tom Reed and Ann Hill agreed to attend early on, the dockers' union subsequently bowed out."
    article, acts = found_in(analyse, text)
    out = [a.actor.span.of(article.text) for a in acts if a.actor and a.kind.value == "decision"]
    assert out in ([], ["the dockers' union"])


def test_names_that_share_a_noun_are_one_actor(analyse: Analyse) -> None:
    text = "Six House and Senate Democrats also have said they will skip the dinner."
    assert actors(analyse, text) == ["Six House and Senate Democrats"]


def test_an_object_read_as_a_second_subject_declines_nothing(analyse: Analyse) -> None:
    text = (
        "Hill's attorney Tom Reed on Friday wrote Harbour Committee Chairman Rep. Dan Moss (R-S.C.), declining "
        "the committee's request for the ferry logs."
    )
    assert "Dan Moss" not in actors(analyse, text)


def said_in(analyse: Analyse, text: str) -> list[tuple[str, str]]:
    """Return kind and actor of each act of a text whose statements are read too."""
    article, analysis = analyse(text, published=date(2021, 3, 14))
    found = annotate(article, analysis).acts
    return [(act.kind.value, act.actor.span.of(article.text) if act.actor else "") for act in found]


def test_what_one_says_one_did_not_do_is_denied(analyse: Analyse) -> None:
    assert said_in(analyse, "Anna Hill said she had never met Tom Reed.") == [("denial", "Anna Hill")]
    assert said_in(analyse, "“The letter was not written by the mayor,” said Tom Reed.") == [
        ("denial", "Tom Reed")
    ]
    assert said_in(analyse, "Anna Hill said she did not know the way.") == []


def test_a_second_description_is_nobody_else(analyse: Analyse) -> None:
    text = "Senator Tom Reed, Republican of Florida and a former captain, has vowed to save the ferry."
    assert actors(analyse, text) == ["Senator Tom Reed"]


def test_who_is_told_of_after_a_comma_stands_before_it(analyse: Analyse) -> None:
    text = "Towns that have won prizes will be sent delegates, who will then attend the council's meeting in July."
    assert actors(analyse, text) == ["delegates"]


def test_an_insertion_between_dashes_cuts_nothing(analyse: Analyse) -> None:
    article, acts = found_in(
        analyse, "The minister is expected to offer scores — if not hundreds — of changes."
    )
    assert [a.action.of(article.text) for a in acts] == ["offer scores — if not hundreds — of changes"]


def test_what_an_office_should_do_is_demanded(analyse: Analyse) -> None:
    assert said_in(analyse, "Tom Reed said the government should extend work visas.") == [
        ("demand", "Tom Reed")
    ]
    assert said_in(analyse, "Tom Reed said the government should work harder.") == []


def test_what_one_expects_to_win_is_promised_to_nobody(analyse: Analyse) -> None:
    assert said_in(analyse, "“There are three seats that we’re going to cut,” Tom Reed said.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The crash is under investigation.", "inquiry"),
        ("A jury found Tom Reed guilty of theft.", "court"),
        ("Anna Hill promised relief for farmers.", "commitment"),
    ],
)
def test_a_fixed_turn_is_found(analyse: Analyse, text: str, kind: str) -> None:
    assert kinds(analyse, text) == [kind]


@pytest.mark.parametrize(
    "text", ["The judge found the letter.", "The deadline is near.", "Tom Reed is Irish."]
)
def test_a_like_turn_is_none(analyse: Analyse, text: str) -> None:
    assert kinds(analyse, text) == []


def test_whose_people_they_are_is_nobody_of_their_own(analyse: Analyse) -> None:
    text = "Two former clerks of Acme and Zenith have called for a new ferry."
    assert actors(analyse, text) == ["Two former clerks of Acme and Zenith"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The ministry later this month will close the pier in Leeds.", "later this month"),
        ("Mayor Anna Hill plans to visit Leeds, Hull and York in November.", "November"),
        ("The council has scheduled a vote on the pier for Tuesday.", "Tuesday"),
        ("Mayor Anna Hill said on Sunday she would close the pier.", None),
    ],
)
def test_what_is_due_is_dated_by_a_time_tied_to_its_verb(
    analyse: Analyse, text: str, due: str | None
) -> None:
    article, analysis = analyse(text, published=date(2021, 3, 14))
    found = annotate(article, analysis)
    dues = [found.times[act.due].span.of(text) for act in found.acts if act.due is not None]
    assert dues == ([] if due is None else [due])
