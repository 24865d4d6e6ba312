"""What limits a saying stays with it, and what was not said, or by whom it cannot be told, is not printed as said."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


def told(analyse: Analyse, text: str) -> list[tuple[str | None, str, str]]:
    """Return for each statement that can stand alone who says it, by which cue, and what."""
    return [
        (
            words(text, s.speaker),
            "" if s.cue is None else s.cue.of(text),
            " … ".join(p.of(text) for p in s.spans),
        )
        for s in statements(analyse, text)
        if not s.kept_back
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The coach has reportedly said that the keeper is for sale.", "has reportedly said"),
        ("The coach originally said that the keeper would stay.", "originally said"),
        ("The coach had promised that the keeper would stay.", "had promised"),
        ("Privately, the coach said that the keeper is for sale.", "Privately, the coach said"),
        ("The mayor on Monday said that she would stand again.", "said"),
    ],
)
def test_what_limits_a_cue_is_part_of_it(analyse: Analyse, text: str, cue: str) -> None:
    """Helpers and adverbs stay with the verb that they limit."""
    assert [found[1] for found in told(analyse, text)] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor stopped short of calling the fire a crime.",
        "He refrained from criticising the club as “weak”.",
        "Tiny worms confirm whether the soil is alive.",
        "The bridge is unsafe, according to interviews.",
        "After the dam broke in May, neighbours reminded the mayor of the old plans.",
    ],
)
def test_what_nobody_said_is_no_statement(analyse: Analyse, text: str) -> None:
    assert told(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fans are angry at Lee Hart for promising that the match would go ahead.", "Lee Hart"),
        ("The party leader, Lee Hart of Selby, went to the hall and announced that he would go.", "Lee Hart"),
        ("Another member, Councillor Lee Hart of Selby, also said he would vote against it.", "Lee Hart"),
        ("The tram, according to police and the council, will run again.", "police and the council"),
        ("They do not, as Lee Hart once said, only play for “pride and pennies”.", "Lee Hart"),
        (
            "“Will the bridge open in the spring?” Deputy Council Leader Lee Hart, D-Ore., asked on Monday.",
            "Hart",
        ),
    ],
)
def test_the_subject_of_the_cue_speaks(analyse: Analyse, text: str, speaker: str) -> None:
    """Of all nouns of a sentence only the one whose verb the cue is speaks, by its name where it has one."""
    found = [who for who, _, _ in told(analyse, text)]
    assert len(found) == 1
    assert found[0] is not None
    assert found[0].endswith(speaker)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("If it rains, Ms Roe said the match would be moved.", "If it rains, … the match would be moved"),
        (
            "Traders reminded her of how the tram had split the town.",
            "how the tram had split the town",
        ),
    ],
)
def test_a_content_is_whole(analyse: Analyse, text: str, content: str) -> None:
    """The condition that opens a sentence is part of what is said; the content may follow "of how"."""
    assert [found[2] for found in told(analyse, text)] == [content]


def test_one_of_two_alternatives_is_kept_back(analyse: Analyse) -> None:
    """Where "or" joins two verbs, neither is what all of them said."""
    assert (
        told(analyse, "The witnesses voiced concerns that the coach was late or praised him as careful.")
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hale signed a decree which she said would allow “needed help to be bought.”",
            [("she", "said", "a decree … would allow “needed help to be bought.”")],
        ),
        ("Ann Lee called for an end to the strike.", [("Ann Lee", "called for", "an end to the strike")]),
        (
            "Traders accused Brown on Monday of trying to close the market.",
            [("Traders", "accused", "Brown on Monday of trying to close the market")],
        ),
        (
            "Ryan claimed the letters were forged, a point the council denied.",
            [("Ryan", "claimed", "the letters were forged")],
        ),
        ("Lee liked the concept of denying credits to firms.", []),
        ("The council would have said that the bridge was safe.", []),
        (
            "The mayor got a letter saying the bridge was shut.",
            [("a letter", "saying", "the bridge was shut")],
        ),
        (
            "Dozens of teachers sent a note to the chairman of the board last Friday asking Congress to pay them.",
            [("Dozens of teachers", "asking", "Congress to pay them")],
        ),
        (
            "Speaker Ann Lee and Senate Leader Mitch Hale (assuming he wins his seat) say the bill would pass.",
            [("Speaker Ann Lee and Senate Leader Mitch Hale", "say", "the bill would pass")],
        ),
    ],
)
def test_frames_of_news(analyse: Analyse, text: str, found: list[tuple[str, str, str]]) -> None:
    """Gaps get what they are about, glosses and the writer's conditions stay out, letters speak for their senders."""
    assert told(analyse, text) == found


def test_a_book_is_no_quotation(analyse: Analyse) -> None:
    """Words in capitals without a verb after a colon are the name of a work."""
    text = "The teachers gave her some reading: “The Compendium of the Laws of the River and the Sea.”"
    assert told(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The bridge was shut too late, according to a memo Ann Hale wrote.",
            [("a memo", "according to", "The bridge was shut too late")],
        ),
        (
            "Over lunch, Sens. Ann Lee and Paul Roe mocked the plan, according to an aide who was there.",
            [
                (
                    "an aide who was there",
                    "according to",
                    "Over lunch, Sens. Ann Lee and Paul Roe mocked the plan",
                )
            ],
        ),
        (
            "Ann Lee pledged to step up efforts to clean the lake.",
            [("Ann Lee", "pledged", "to step up efforts to clean the lake")],
        ),
        ("The man had no idea where the boat was.", []),
    ],
)
def test_contents_and_speakers_keep_their_bounds(
    analyse: Analyse, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(analyse, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The president acted after she called an emergency meeting of the Harbour Council.", []),
        ("The governor called Mrs Lee to offer her help in rebuilding the “old harbour”.", []),
        (
            "The council said that it opened at 9 a.m. There were no reports of damage.",
            [("The council", "said", "it opened at 9 a.m.")],
        ),
        (
            "Johnson said that “life is good” without any details on what might be done.",
            [("Johnson", "said", "life is good")],
        ),
        ("This version adds a new tab to the page, which clarifies what games you own.", []),
        ("President Ann Lee’s endorsement of the “Net Two” plan during a speech spurred hope.", []),
    ],
)
def test_deeds_topics_and_hours(analyse: Analyse, text: str, found: list[tuple[str, str, str]]) -> None:
    """Meetings that are called, and plans that are endorsed, are no words; an hour may end a sentence."""
    assert told(analyse, text) == found


def test_the_statement_is_that_of_the_body_before(analyse: Analyse) -> None:
    """ "The statement" goes on with the body that gave one in the sentence before."""
    text = "The Harbour Council said it was closing the pier. The statement added that boats were safe."
    found = [s.speaker for s in statements(analyse, text)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].mention == found[1].mention


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mayor stood firm, warning drivers the broken bridge could stay shut for “years”.",
            [("The mayor", "warning", "the broken bridge could stay shut for “years”")],
        ),
        ("He indicated that the bridge was safe.", [("He", "indicated", "the bridge was safe")]),
        (
            "Talking with reporters on the pier, Jim Hale said the plan would pass, and said, the vote was near.",
            [("Jim Hale", "said", "the plan would pass"), ("Jim Hale", "said", "the vote was near")],
        ),
        (
            "After the meeting Ann Lee said the bridge was safe.",
            [("Ann Lee", "said", "the bridge was safe")],
        ),
    ],
)
def test_noun_phrases_side_by_side(analyse: Analyse, text: str, found: list[tuple[str, str, str]]) -> None:
    """An article begins another phrase; a meeting before a name is none of it."""
    assert told(analyse, text) == found
