"""Parties of the ledger over one story: people described before they are named, and people asked together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from crossread.compare.ledger.matter import Matter
from crossread.record.annotation import AT_LAW, ActKind
from crossread.record.dossier import Who

Item = TypeVar("Item")

_INDEFINITE = re.compile(r"(?:an?|one)[ \u00a0]", re.IGNORECASE)
# Code points after "A Leeds man was arrested" within which the text names him: the next sentence or two.
_NAMED_WITHIN = 400


def identified(matters: Sequence[Matter]) -> tuple[Matter, ...]:
    """Give "A Leeds man was arrested" to the one person whose case the same account then tells."""
    known: dict[str, Who] = {}
    for found in matters:
        named = _named_next(found, matters)
        if found.addressee is not None and named is not None:
            known.setdefault(found.addressee.name.lower(), named)
    return tuple(_renamed(found, known) for found in matters)


def _described(found: Matter) -> bool:
    return (
        found.kind in (ActKind.ARREST, ActKind.CHARGE)
        and found.addressee is not None
        and found.addressee.entity is None
        and _INDEFINITE.match(found.addressee.name) is not None
    )


def _named_next(found: Matter, matters: Iterable[Matter]) -> Who | None:
    if not _described(found):
        return None
    named = {}
    for other in matters:
        near = 0 < other.act.span.start - found.act.span.end <= _NAMED_WITHIN
        if other.account.id == found.account.id and near and other.kind in AT_LAW:
            who = other.actor if other.kind is ActKind.COURT else other.addressee
            named[who.entity if who else None] = who
    return next(iter(named.values())) if len(named) == 1 and None not in named else None


def _renamed(found: Matter, known: Mapping[str, Who]) -> Matter:
    if not _described(found) or found.addressee is None:
        return found
    return replace(found, addressee=known.get(found.addressee.name.lower(), found.addressee))


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
