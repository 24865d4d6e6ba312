"""Conflicts: accounts that disagree on one typed slot.

A conflict is published only where a slot is the same beyond doubt: the same
count of the same event, the same happening on another day or hour, one
person's name in two spellings, one instrument of one attack, or an assertion
and its express denial. A higher, later count is an update.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crossread.compare.conflicts.alternatives import instrument_conflicts
from crossread.compare.conflicts.counts import number_conflicts
from crossread.compare.conflicts.denials import denial_conflicts
from crossread.compare.conflicts.differing import differing_conflicts
from crossread.compare.conflicts.hours import time_conflicts
from crossread.compare.conflicts.moments import moment_conflicts
from crossread.compare.conflicts.negations import negation_conflicts
from crossread.compare.conflicts.spellings import (
    described_conflicts,
    organisation_conflicts,
    spelling_conflicts,
)
from crossread.compare.conflicts.wordings import wording_conflicts
from crossread.compare.slots import Resolver
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, Statement, StoryFigure
from crossread.record.span import Span


def find(
    accounts: tuple[Account, ...],
    cast: Resolver,
    figures: tuple[StoryFigure, ...],
    statements: tuple[Statement, ...],
    claims: tuple[Claim, ...],
) -> tuple[Conflict, ...]:
    """Return the conflicts of a story, numbers first, each side with its value and evidence."""
    return tuple(
        _distinct(
            [
                *number_conflicts(accounts, figures),
                *time_conflicts(accounts),
                *moment_conflicts(accounts, statements, claims),
                *instrument_conflicts(accounts),
                *spelling_conflicts(accounts, cast),
                *organisation_conflicts(accounts),
                *described_conflicts(accounts),
                *denial_conflicts(accounts, statements),
                *negation_conflicts(accounts),
                *differing_conflicts(accounts),
                *wording_conflicts(accounts, cast),
            ]
        )
    )


def _distinct(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Leave out a conflict whose sides all rest on words that an earlier conflict shows, or on part of them."""
    kept: list[Conflict] = []
    shown: dict[str, list[Span]] = defaultdict(list)
    for conflict in conflicts:
        words = [evidence for side in conflict.sides for evidence in side.evidence]
        if not all(any(e.span.overlaps(span) for span in shown[e.article]) for e in words):
            kept.append(conflict)
            for evidence in words:
                shown[evidence.article].append(evidence.span)
    return kept
