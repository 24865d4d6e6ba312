"""Parties of the ledger over one story: those who act or are asked together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from crossread.record.dossier import Who

Item = TypeVar("Item")


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
