"""What a pronoun stands for is shown with the cue: the clause that a participle goes on from."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements
from tests.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "Mr Harlow dismissed the offer on Friday, saying it would ruin the town.",
            "dismissed the offer on Friday, saying",
        ),
        (
            "The court has blocked the new rules, saying they were written in haste.",
            "has blocked the new rules, saying",
        ),
        (
            "The force faces criticism after a planned march was cancelled due to officers saying it broke the rules.",
            "a planned march was cancelled due to officers saying",
        ),
        ("Mr Harlow left the room on Friday, saying the town was ruined.", "saying"),
        (
            "Mr Harlow said the offer was late, adding it would ruin the town.",
            "said the offer was late, adding",
        ),
    ],
)
def test_the_cue_takes_in_the_clause_before(analyse: Analyse, text: str, cue: str) -> None:
    last = statements(analyse, text)[-1]
    assert last.cue is not None
    assert last.cue.of(text) == cue
    assert not last.kept_back
