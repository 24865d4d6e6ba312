"""Parties of the ledger over one story: people described before they are named, and people asked together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
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
    return joined(matters, _request, _asked)


def joined(
    found: Iterable[Item], key: Callable[[Item], Hashable], join: Callable[[Item, Item], Item | None]
) -> tuple[Item, ...]:
    """Return the items in order, each joined to the first of its key that it can be joined to; of no key, to none."""
    kept: list[Item] = []
    homes: dict[Hashable, list[int]] = defaultdict(list)
    for item in found:
        near = homes[key(item)] if key(item) is not None else []
        for home in near:
            if (one := join(kept[home], item)) is not None:
                kept[home] = one
                break
        else:
            near.append(len(kept))
            kept.append(item)
    return tuple(kept)


def _request(one: Matter) -> Hashable:
    asked = one.account.id, one.kind, one.act.cue, one.act.action, one.actor
    return asked if one.addressee is not None else None


def _asked(one: Matter, other: Matter) -> Matter | None:
    known = [m for m in (one, other) if m.addressee is not None and m.addressee.entity is not None]
    return None if len(known) > 1 else replace(one, addressee=both(one.addressee, other.addressee))


def both(one: Who | None, other: Who | None) -> Who | None:
    """Return two parties as one, named "A and B"; no single entity stands for them."""
    if one is None or other is None:
        return one or other
    if one.name == other.name:
        return one
    return Who(f"{one.name} and {other.name}", None, one.mention)
