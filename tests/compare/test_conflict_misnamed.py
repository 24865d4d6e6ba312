"""Office-holders under two last names."""

from __future__ import annotations

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.compare.conflicts.misnamed import misnamed_conflicts
from crossread.record.dossier import ConflictKind


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
        "Prime Minister Anna Berger Cole opened the bridge.",
        "Prime Minister Anna Berger II opened the bridge.",
    ],
)
def test_who_is_spoken_of_again_or_holds_no_office_is_somebody_else(analyse: Analyse, other: str) -> None:
    right = "Prime Minister Anna Berger opened the bridge."
    assert misnamed_conflicts(story(analyse, right, right, other).accounts) == []
