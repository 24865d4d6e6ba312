"""Parties of the ledger over one story: those who act or are asked together."""

from __future__ import annotations

from crossread.record.dossier import Who


def both(one: Who | None, other: Who | None) -> Who | None:
    """Return two parties as one, named "A and B"; no single entity stands for them."""
    if one is None or other is None:
        return one or other
    if other.name in one.name or is_one(one, other):
        return one
    return Who(f"{one.name} and {other.name}", None, one.mention)


def is_one(one: Who | None, other: Who | None) -> bool:
    """Whether two parties are known to be one, or neither is told."""
    if one is None or other is None:
        return one is other
    return one.name == other.name or (one.entity is not None and one.entity == other.entity)
