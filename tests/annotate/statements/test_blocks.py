"""Words set off as paragraphs of their own without marks: behind a colon, or behind labels in capitals."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.annotation import StatementKind


def blocks(analyse: Analyse, text: str) -> list[tuple[str | None, list[str]]]:
    """Return who is taken to say what without marks."""
    article, analysis = analyse(text)
    mentions = mentions_room.find(article, analysis)
    found = find(article, analysis, mentions, times_room.find(article, analysis))
    return [
        (s.speaker.span.of(text) if s.speaker else None, [span.of(text) for span in s.spans])
        for s in found
        if s.kind is StatementKind.DIRECT
    ]


def test_a_block_after_a_colon_is_the_speakers(analyse: Analyse) -> None:
    text = (
        "Ann Roe met the council on Monday. Roe said:\n"
        "You are closing a good school. We will not forget it.\n"
        "I will be back in May, and I will bring “all of them” with me.\n"
        "The council left at noon."
    )
    assert blocks(analyse, text) == [
        (
            "Roe",
            [
                "You are closing a good school. We will not forget it.",
                "I will be back in May, and I will bring “all of them” with me.",
            ],
        )
    ]


def test_a_block_does_not_go_on_to_what_the_page_says_to_its_reader(analyse: Analyse) -> None:
    text = "Ann Roe wrote in a statement:\nWe will appeal.\nYou can read the whole letter here."
    assert blocks(analyse, text) == [("Ann Roe", ["We will appeal."])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Carl Lund continued:\nThe bridge is closed. It rained.", []),  # nobody speaks
        ("Carl Lund said he would do this:\nHe will go to the US in May. It rained.", []),
        (
            "Ann Roe tweeted:\nWe will appeal. — Carl Lund (@carl) May 3, 2021",
            [("Carl Lund", ["We will appeal."])],
        ),
    ],
)
def test_what_is_no_block(analyse: Analyse, text: str, told: list[tuple[str, list[str]]]) -> None:
    assert blocks(analyse, text) == told


TALK = """The mayor gave her first interview on Friday.

ROE: We will rebuild the bridge by May.

HALE: When did you know?

ROE: In March. I was not told before.

HALE: The whole town is waiting.

If I were the mayor, I would have stopped there."""


def test_each_turn_is_its_labels(analyse: Analyse) -> None:
    shown = [(words(TALK, s.speaker), [span.of(TALK) for span in s.spans]) for s in statements(analyse, TALK)]
    assert shown == [
        ("ROE", ["We will rebuild the bridge by May."]),
        ("HALE", ["When did you know?"]),
        ("ROE", ["In March. I was not told before."]),
        ("HALE", ["The whole town is waiting."]),
    ]


def test_one_heading_is_no_conversation(analyse: Analyse) -> None:
    text = "UPDATE: The bridge is open again.\n\nNOTE: This page was changed on Friday."
    assert not statements(analyse, text)
