"""Parties of the ledger over one story: people described before they are named, and people asked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from crossread.compare.ledger.matter import Matter
from crossread.record.dossier import Who

Item = TypeVar("Item")


def asked_together(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Join the acts of one clause that differ only in whom they address, unless each is known by itself.

    "asked the inspectorate and the ombudsman to look into it" leaves each body its own duty; "asked the
    commissioner and her deputy to come" is one request to both.
    """
    return joined(
        matters, _one_request, lambda one, other: replace(one, addressee=both(one.addressee, other.addressee))
    )


def joined(
    found: Iterable[Item], same: Callable[[Item, Item], bool], join: Callable[[Item, Item], Item]
) -> tuple[Item, ...]:
    """Return the items in order, each joined to the first before it that is the same."""
    kept: list[Item] = []
    for item in found:
        home = next((i for i, one in enumerate(kept) if same(one, item)), None)
        if home is None:
            kept.append(item)
        else:
            kept[home] = join(kept[home], item)
    return tuple(kept)


def _one_request(one: Matter, other: Matter) -> bool:
    if one.account.id != other.account.id or one.addressee is None or other.addressee is None:
        return False
    if one.addressee.entity is not None and other.addressee.entity is not None:
        return False
    same = (one.kind, one.act.cue, one.act.action, one.actor)
    return same == (other.kind, other.act.cue, other.act.action, other.actor)


def both(one: Who | None, other: Who | None) -> Who | None:
    """Return two parties as one, named "A and B"; no single entity stands for them."""
    if one is None or other is None:
        return one or other
    if one.name == other.name:
        return one
    return Who(f"{one.name} and {other.name}", None, one.mention)
