"""Cues whose subject has said nothing yet."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


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
    ("text", "contents"),
    [
        ("Ms Pierce said the harbour was safe but did not say for how long.", ["the harbour was safe"]),
        ("Ms Pierce said the plan was late but denied that the firm had failed.", ["the plan was late"]),
    ],
)
def test_what_somebody_denies_besides_is_none_of_it(analyse: Analyse, text: str, contents: list[str]) -> None:
    shown = [s.spans[0].of(text) for s in statements(analyse, text) if not s.kept_back]
    assert shown[:1] == contents
