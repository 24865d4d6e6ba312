"""Cues whose subject has said nothing yet."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


def test_whom_others_would_have_speak_says_nothing(analyse: Analyse) -> None:
    text = (
        "Rep. Tom Harlow opened the debate by complaining that instead of having Rep. Ann Pierce testify under oath, "
        '"we are bringing in professors whose minds are already made up for this circus."'
    )
    assert {words(text, s.speaker) for s in statements(analyse, text)} == {"Rep. Tom Harlow"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Bystanders heard the driver shout "get out of the way" before the crash.', "the driver"),
        ("Reporters saw Ms Roe tell the driver that the road was shut.", "Ms Roe"),
    ],
)
def test_whom_others_heard_has_spoken(analyse: Analyse, text: str, speaker: str) -> None:
    assert [words(text, s.speaker) for s in statements(analyse, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The committee is slated to hold its first hearing on Friday, with a panel of legal scholars "
            "explaining exactly what counts as an offence.",
            0,
        ),
        ("The council will meet on Friday, with two engineers testifying that the bridge is unsafe.", 0),
        ("The firm will close 20 shops, with a spokesman saying that costs had risen.", 1),
        ("The firm will close 20 shops, saying that costs had risen.", 1),
    ],
)
def test_what_a_sitting_will_hear_is_not_said(analyse: Analyse, text: str, found: int) -> None:
    assert len(statements(analyse, text)) == found


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Suggesting that the plan was dead, Ms Harlow said the town would look elsewhere.",
            ["the town would look elsewhere"],
        ),
        ("Ms Pierce said the harbour was safe but did not say for how long.", ["the harbour was safe"]),
        ("Ms Pierce said the plan was late but denied that the firm had failed.", ["the plan was late"]),
    ],
)
def test_what_is_read_into_words_is_kept_back(analyse: Analyse, text: str, contents: list[str]) -> None:
    shown = [s.spans[0].of(text) for s in statements(analyse, text) if not s.kept_back]
    assert shown[:1] == contents


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor waving her hands and citing “public order” doesn’t change any of these facts.", 0),
        ("The mayor invoked “public order” to close the harbour.", 0),
        ("The mayor cited “a long list of broken promises” in her letter.", 1),
        ("Ms Roe said the airline had cancelled its flights, citing “security concerns”.", 1),
    ],
)
def test_a_ground_that_is_only_named_is_no_statement(analyse: Analyse, text: str, found: int) -> None:
    assert len(statements(analyse, text)) == found
