"""What the tests of the ledger ask of an entry."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.record.dossier import LedgerEntry


def kinds(entry: LedgerEntry) -> list[str]:
    return [event.kind for event in entry.events]


def actions(entries: Sequence[LedgerEntry]) -> list[str]:
    return [entry.action for entry in entries]
