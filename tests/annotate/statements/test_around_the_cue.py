"""What stands around a cue: participles that tell what somebody undergoes, adjuncts, insertions, main verbs."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Tom Harlow, the club's former treasurer, stands trial on Monday, accused of making false claims to "
            "the auditors.",
            [],
        ),
        (
            "Last year, as the council was hit by a strike, there was never a sense it would give in, said former "
            "Sen. Anna Roe, D-Norford.",
            [
                (
                    "former Sen. Anna Roe",
                    [
                        "Last year, as the council was hit by a strike, there was never a sense it would give in",
                    ],
                )
            ],
        ),
        (
            "The bridge was “far stronger than expected,” said Norford-based engineer Omar Dale, a panel member.",
            [("Norford-based engineer Omar Dale", ["The bridge was “far stronger than expected,”"])],
        ),
        (
            "The pilot who usually announces such journeys said the flight was a “small wonder” for the town.",
            [
                (
                    "The pilot who usually announces such journeys",
                    ["the flight was a “small wonder” for the town"],
                )
            ],
        ),
        (
            "When Dr Roe was describing the harm and mentioned the costs, Harlow interjected, trying to hurt her: "
            "“Do you blame the town for that?”",
            [("Harlow", ["Do you blame the town for that?"])],
        ),
        (
            "In an interview Thursday night on Channel Nine's “Harbour,” Harlow groused, “Some of these towns take "
            "and take and then they complain.”",
            [("Harlow", ["Some of these towns take and take and then they complain."])],
        ),
        (
            "The court upheld the ban in May, and the Norford administration’s already appealed that ruling to the "
            "high court — in addition to asking it to stop the work.",
            [("the Norford administration", ["it to stop the work"])],
        ),
        (
            "Mr Harlow went on to tally numerous gains that he said Ms Roe had achieved, and to ask “Why would the "
            "paper choose to take the side of the rich?”",
            [(None, ["Why would the paper choose to take the side of the rich?"])],
        ),
        ("A win for Harlow would raise just as many questions as it answers.", []),
        (
            "While Harlow rests between meetings — this month he has described the mayor as “failing,” and the "
            "council as “lazy” — the club has been losing its members.",
            [("he", ["the mayor as “failing,” and the council as “lazy”"])],
        ),
        (
            "“He would be fine with our voters,” Joe Hill, adviser to the mayor.\n\n"
            "The long mayoral run in 2016, told the Post. “Of all of them, he is the best.”",
            [(None, ["He would be fine with our voters"]), (None, ["Of all of them, he is the best."])],
        ),
    ],
)
def test_nothing_around_a_cue_is_taken_for_its_words(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    found = (s for s in statements(analyse, text) if not s.kept_back)
    assert [(words(text, s.speaker), [span.of(text) for span in s.spans]) for s in found] == shown
