"""Conversations set with labels in capitals."""

from __future__ import annotations

from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse

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
