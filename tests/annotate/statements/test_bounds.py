"""Statements: where reported speech ends, who cannot be a speaker, and speakers passed on."""

from __future__ import annotations

import pytest
from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find


def said(analyse: Analyse, text: str) -> list[tuple[str | None, str]]:
    """Return (speaker, content) of each statement of `text`."""
    article, analysis = analyse(text)
    found = find(article, analysis, mentions_room.find(article, analysis), times_room.find(article, analysis))
    return [
        (s.speaker.span.of(text) if s.speaker else None, " … ".join(span.of(text) for span in s.spans))
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Halloran’s lawyers have denied that he knowingly lied and believe officials singled him out.",
            ("Mr Halloran’s lawyers", "he knowingly lied"),
        ),
        (
            "Ms Brandt says two other women remain in serious, but stable condition in hospital.",
            ("Ms Brandt", "two other women remain in serious, but stable condition in hospital"),
        ),
        (
            "Mr Halloran has denied deliberately misleading anyone.",
            ("Mr Halloran", "deliberately misleading anyone"),
        ),
        (
            "The Post quoted Ann Brandt as saying the plan was a mistake.",
            ("Ann Brandt", "the plan was a mistake"),
        ),
        (
            "Mr Halloran was quoted as saying that the plan was a mistake.",
            ("Mr Halloran", "the plan was a mistake"),
        ),
        (
            "“This is the end of the road,” the newspaper quoted him as saying.",
            ("him", "This is the end of the road"),
        ),
    ],
)
def test_content_and_speaker(analyse: Analyse, text: str, expected: tuple[str, str]) -> None:
    """Content ends where the sentence around it goes on, and begins with its adverb."""
    assert said(analyse, text) == [expected]


def test_parallel_turns_are_two_statements(analyse: Analyse) -> None:
    """“… said … and … said …” with the same cue is two speakers' turns."""
    text = "Half of the voters said Ms Brandt is honest and Mr Fenn said she cares about them."
    assert sorted(content for _, content in said(analyse, text)) == [
        "Ms Brandt is honest",
        "she cares about them",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a told that",
        "He had encouraged the conversation with the reporter to counter a rumour.",
        "Police stopped migrants after many of the victims described the men.",
        "Mr Halloran pleaded guilty to fraud on Tuesday.",
        "Friends agreed to lend Mr Halloran money.",
    ],
)
def test_no_statement(analyse: Analyse, text: str) -> None:
    """Things are not asked, and a phrase over a clause's bound does not speak."""
    assert said(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ms Brandt declared that Mr Fenn had no right to refuse, and is now seeking a new hearing.",
            ("Ms Brandt", "Mr Fenn had no right to refuse"),
        ),
        (
            "But on Friday several of the guards noted that the door was open.",
            ("several of the guards", "the door was open"),
        ),
    ],
)
def test_later_acts_and_quantifiers(analyse: Analyse, text: str, expected: tuple[str, str]) -> None:
    """What the speaker did next is no content; "several of" stays with its noun."""
    assert said(analyse, text) == [expected]


def test_subject_of_the_main_clause_speaks(analyse: Analyse) -> None:
    """Neither the subject of an opening "After …" nor the noun of an opening "With …" speaks."""
    text = (
        "After reporter Ann Lee finished her film, Mr Fenn stormed back, leaned over and said, “Go home now.”"
    )
    assert "Ann Lee" not in [speaker for speaker, _ in said(analyse, text)]
    text = "With the council set to vote, a task force issued a report on Monday and urged towns to wait."
    assert "council" not in " ".join(speaker or "" for speaker, _ in said(analyse, text))
