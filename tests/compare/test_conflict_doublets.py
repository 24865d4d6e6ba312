"""Conflicts between like sentences, and office-holders under two last names."""

from __future__ import annotations

import pytest
from tests.compare.storied import Told, story
from tests.conftest import Analyse

from crossread.compare.conflicts.counts import claim_count_conflicts
from crossread.compare.conflicts.doublets import doublet_conflicts
from crossread.compare.conflicts.misnamed import misnamed_conflicts
from crossread.record.dossier import Conflict, ConflictKind

TOLD = "The council of the small harbour town voted on Monday to spend 67 million on new sea walls and gates."


def doublets(told: Told) -> list[Conflict]:
    return doublet_conflicts(told.accounts, told.origins.reuse, told.claims)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("67 million", "91 million", ConflictKind.NUMBER), ("Monday", "Wednesday", ConflictKind.DATE)],
)
def test_one_sentence_printed_with_two_values_is_a_conflict(
    analyse: Analyse, old: str, new: str, kind: ConflictKind
) -> None:
    (conflict,) = doublets(story(analyse, TOLD, TOLD.replace(old, new)))
    assert conflict.kind is kind
    assert [side.value for side in conflict.sides] == [old, new]


@pytest.mark.parametrize(
    "other",
    [
        TOLD,
        TOLD.replace("67", "about 68"),
        TOLD.replace("67", "91").replace("Monday", "Wednesday"),  # another vote
        TOLD.replace(
            "67 million on new sea walls", "91 million on a second ring road, 67 million on sea walls"
        ),
        "The council of a mountain village was to spend 91 million on Monday.",
    ],
)
def test_rounding_two_differences_and_other_sentences_are_no_conflict(analyse: Analyse, other: str) -> None:
    assert doublets(story(analyse, TOLD.replace("67", "about 67") if "68" in other else TOLD, other)) == []


def test_relatives_in_like_sentences_are_two_people(analyse: Analyse) -> None:
    one = "The brother of the pilot, Peter Hall, was dismissed from the national air force on the same Friday evening."
    told = story(analyse, one, one.replace("Peter Hall", "Martin Hall") + " His brother is Peter Hall.")
    assert doublets(told) == []


def test_an_office_holder_under_another_last_name(analyse: Analyse) -> None:
    right = "Prime Minister Anna Berger opened the bridge."
    wrong = "Crowds cheered as Prime Minister Anna Keller opened the bridge."
    (conflict,) = misnamed_conflicts(story(analyse, right, right, wrong).accounts)
    assert conflict.kind is ConflictKind.NAME
    assert [side.value for side in conflict.sides] == ["Anna Berger", "Anna Keller"]


@pytest.mark.parametrize(
    "other",
    [
        "Prime Minister Anna Keller opened the bridge. Keller came by train.",
        "Engineer Anna Keller opened the bridge.",
        "Prime Minister Anna Bergar opened the bridge.",
    ],
)
def test_who_is_spoken_of_again_or_holds_no_office_is_somebody_else(analyse: Analyse, other: str) -> None:
    right = "Prime Minister Anna Berger opened the bridge."
    assert misnamed_conflicts(story(analyse, right, right, other).accounts) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rowers won 12 races in the past two seasons.", "The rowers won 12 races in his five seasons."),
        ("The divers were 10 metres above the wreck.", "The divers were 14 metres above the wreck."),
    ],
)
def test_spans_of_time_and_lengths_are_no_counts(analyse: Analyse, one: str, other: str) -> None:
    told = story(analyse, one, other)
    assert claim_count_conflicts(told.accounts, told.claims) == []
