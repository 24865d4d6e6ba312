"""How far somebody's words go, and what looks like saying but is not."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


def _shown(analyse: Analyse, text: str) -> list[tuple[str | None, list[str]]]:
    found = (s for s in statements(analyse, text) if not s.kept_back)
    return [(words(text, s.speaker), [span.of(text) for span in s.spans]) for s in found]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # the subject of a quotation's verb stands before the attribution
        (
            "The bill, Mr Harlow said in a letter, “is meant to close the mine.”",
            [("Mr Harlow", ["The bill", "“is meant to close the mine.”"])],
        ),
        # a dateline without a dash is no part of it
        (
            "NORFORD (AP) The mine lost money for years, according to the council.",
            [("the council", ["The mine lost money for years"])],
        ),
        # a bracket closes around the attribution
        (
            "The council questioned the plan (Mr Harlow later disclosed that the bridge is unsafe).",
            [("Mr Harlow", ["the bridge is unsafe"])],
        ),
        # behind a quotation that ends in a comma the writer goes on
        (
            "Mr Harlow claims that the mine is “linked to wealth,” which sounds to me like madness.",
            [("Mr Harlow", ["the mine is “linked to wealth,”"])],
        ),
        (
            "Ann Roe said of the Labour effort, “everyone has given it their best shot.”",
            [("Ann Roe", ["everyone has given it their best shot."])],
        ),
        (
            "Ministers insisted there is no evidence yet of a leak but have done few tests for the gas.",
            [("Ministers", ["there is no evidence yet of a leak"])],
        ),
        (
            "If you need more proof that this is a bad idea, Ms Roe is all for it, tweeting that she has spoken with "
            "both sides.",
            [("Ms Roe", ["she has spoken with both sides"])],
        ),
        (
            "There is much to support his contention that the plan would save money—indeed, he claimed that nobody "
            "doubts it.",
            [("his", ["the plan would save money"]), ("he", ["nobody doubts it"])],
        ),
        (
            "“A total loser!” Mr Lund wrote, while passing on a claim by his aide that Ms Roe was sore.",
            [("Mr Lund", ["A total loser!"]), ("his aide", ["Ms Roe was sore"])],
        ),
        (
            "“I am unhappy that he did not vote for it,” despite campaigning on it, Mr Lund explained.",
            [("Mr Lund", ["I am unhappy that he did not vote for it"])],
        ),
        (
            "Ms Roe said that only made the harm worse for the town.",
            [("Ms Roe", ["that only made the harm worse for the town"])],
        ),
        (
            "The judges insisted — but not without some doubts — that the law was on their side.",
            [("The judges", ["the law was on their side"])],
        ),
        (
            "Ms Roe said the makeup of the court had put Hale v. Norford at risk.",
            [("Ms Roe", ["the makeup of the court had put Hale v. Norford at risk"])],
        ),
        (
            "While turnout was near record levels, and officials had predicted a tally that was “too close to call,” "
            "the major networks called a victory for the other side.",
            [
                ("officials", ["a tally that was “too close to call,”"]),
                ("the major networks", ["a victory for the other side"]),
            ],
        ),
        (
            "While Mr Lund slams the plan for cutting aid, even he acknowledged that his own plan saves money.",
            [("Mr Lund", ["the plan for cutting aid"]), ("he", ["his own plan saves money"])],
        ),
        (
            "Ms Roe insisted that friends of the judge were “blind to it” — and this was before the vote.",
            [("Ms Roe", ["friends of the judge were “blind to it”"])],
        ),
        (
            "Mr Lund said hours later in a second post that he liked the passion shown by the marchers.",
            [("Mr Lund", ["he liked the passion shown by the marchers"])],
        ),
        (
            "Norford police tweeted around 10 p.m. that marchers made their way onto the bridge.",
            [("Norford police", ["marchers made their way onto the bridge"])],
        ),
        (
            "Later, a woman stresses the need for a plan of “bold action,” and Lund replies, “You know better.”",
            [("a woman", ["the need for a plan of “bold action,”"]), ("Lund", ["You know better."])],
        ),
        (
            "Hale said she would ask that “the court must act,” while ex-mayor Paul Dunn called the move “unheard of.”",
            [
                ("Hale", ["she would ask that “the court must act,”"]),
                ("ex-mayor Paul Dunn", ["the move “unheard of.”"]),
            ],
        ),
        (
            "When Lund tries to leave, a woman says the children “have decades,” the senator replies, “That fails.”",
            [("a woman", ["the children “have decades,”"]), ("the senator", ["That fails."])],
        ),
        (
            "Norford says its fund is also down by half since mid-February, and Westford has seen a 40% decline.",
            [("Norford", ["its fund is also down by half since mid-February"])],
        ),
        (
            "Hale said the mayor did not answer the letters, and his lawyer had told the council that they were lost.",
            [
                (
                    "Hale",
                    [
                        "the mayor did not answer the letters, and his lawyer had told the council that they were lost"
                    ],
                )
            ],
        ),
        (
            "In an interview on Thursday night, Mr Lund groused, “They take, take, take and then they complain.”",
            [("Mr Lund", ["They take, take, take and then they complain."])],
        ),
    ],
)
def test_what_the_account_says_itself_is_left_out(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Dan Hale, a fan described as a “friendly, genuine lad”, was the first to be named.",
            [(None, ["Dan Hale", "as a “friendly, genuine lad”"])],
        ),
        (
            "Many feared his view of the attacks, which Ms Roe called a “horrible crime” on “holy ground.”",
            [("Ms Roe", ["his view of the attacks", "a “horrible crime” on “holy ground.”"])],
        ),
        (
            "Many feared his view of the attacks in Norland, which Ms Roe called a “horrible crime” on “holy ground.”",
            [("Ms Roe", ["the attacks in Norland", "a “horrible crime” on “holy ground.”"])],
        ),
        (
            "Mr Lund rejected what he described as “misleading” media reports.",
            [("Mr Lund", ["what he described as “misleading” media reports"])],
        ),
    ],
)
def test_of_whom_it_is_said(analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "A Norford Times reporting error led to a panic and the resignation of its editor.",
        "Her stated aim suggests that she will not go.",
        "Harlow has yet to explain how two sources gave the paper the wrong date.",
        "Roe was unable to answer a question about whether the costs were too high.",
        "Reporter Bob Hale, who sometimes writes for Norford Weekly and was little known until he had a row with the "
        "mayor, sat in front.",
        "Critics complained it was operating without a licence.",
        "The mayor should do so to send a clear message that the values of truth are needed.",
        "The mayor has rejected thousands of petitions for shorter sentences.",
        "Under such rules, children have to constantly fear using the bridge that leads to the school.",
        "His supporters have bought into his claims of “dirty cops” and “scum” in the town hall.",
        "The reason—as two papers have argued—is that some of the party’s groups are unions.",
        "Lund named a judge to look into the start of the case, after calls for such a probe by the mayor.",
        "If the fees were ended, as Lund is proposing, the town would lose money.",
    ],
)
def test_nothing_is_said(analyse: Analyse, text: str) -> None:
    assert _shown(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The station suspended its reporter Bob Hale for wrongly reporting that Lund had ordered the raid.",
            ["its reporter Bob Hale"],
        ),
        (
            "A senior council aide told the Times that no plan was ready. The aide said the draft had been lost.",
            ["A senior council aide", "A senior council aide"],
        ),
        (
            "Sen. Ann Lee of Norford, one of the senators who has said the bill cannot pass, agreed.",
            ["Sen. Ann Lee"],
        ),
        (
            "Payments were made to two women prior to the 2016 election who said the town had let them down.",
            ["two women"],
        ),
        (
            "The owners say the town broke its word, and they urged the court to act.",
            ["The owners", "The owners"],
        ),
        (
            "He was joined by General Paul Dunn, according to Assistant to the President Dan Moss.",
            ["Assistant to the President Dan Moss"],
        ),
        # whose clause it is right before "and", or before "having"
        (
            "The firm left the talks after a union leader scorned its offer and urged workers to strike.",
            ["a union leader"],
        ),
        (
            "Ms Roe ordered the review despite Labour leaders having previously argued there was no need for it.",
            ["Labour leaders"],
        ),
        (
            "Another article of impeachment states that Lund broke his oath by making a false claim.",
            ["Another article of impeachment"],
        ),
    ],
)
def test_who_says_it(analyse: Analyse, text: str, speakers: list[str | None]) -> None:
    assert [who for who, _ in _shown(analyse, text)] == speakers


def test_a_headline_in_a_sentence_is_nobodys_words(analyse: Analyse) -> None:
    text = "The story, “Mayor Aides Had Repeated Contacts With Rivals,” was printed on Friday."
    assert _shown(analyse, text) == []


def test_a_heading_goes_on_with_nobodys_words(analyse: Analyse) -> None:
    text = (
        "Ms Roe had a word for them:\n\n“This is not about politics.”\n\n‘Danger to the town’\n\nHale left."
    )
    assert _shown(analyse, text)[0] == ("Ms Roe", ["This is not about politics."])


def test_a_heading_between_paragraphs_is_not_the_last_speakers(analyse: Analyse) -> None:
    text = (
        "The firm said it would comply with the law.\n\n“ABUSE OF POWER”\n\nThe judge declined to rule on it. "
        "“The claim would be an abuse of power,” the judge wrote."
    )
    assert ("The firm", ["ABUSE OF POWER"]) not in _shown(analyse, text)


def test_a_time_of_another_clause_is_not_when_it_was_said(analyse: Analyse) -> None:
    text = "Under Ann Hale — who hired Lund in 2004 — the network is accusing the mayor of being a liar."
    assert [s.time for s in statements(analyse, text)] == [None]
