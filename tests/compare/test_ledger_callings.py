"""Parties that cannot be named in words that stand alone."""

from __future__ import annotations

import pytest

from crossread.compare.ledger.callings import left_open, nameless
from crossread.record.dossier import Who
from crossread.record.span import Evidence


def _who(name: str) -> Who:
    return Who(name, None, Evidence("article-1", 0, len(name), name))


@pytest.mark.parametrize(
    "name",
    [
        "other senators",
        "Various parties",
        "combative mayor",
        "powerful man in the world",
        "Each candidate",
        "a large majority of voters",
    ],
)
def test_nobody_can_be_named_so(name: str) -> None:
    assert nameless(_who(name))


@pytest.mark.parametrize(
    "name", ["lawyers for the miners", "Two councillors", "a former judge", "Hill's colleagues"]
)
def test_words_that_stand_alone_are_kept(name: str) -> None:
    assert not nameless(_who(name))


def test_colleagues_hang_on_somebody() -> None:
    assert left_open(_who("Party colleagues"))
    assert not left_open(_who("Ann Hill's colleagues"))
