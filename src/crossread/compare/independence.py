"""Independence: how many outlets and origins stand behind a claim, as far as is known."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.origins import Origins
from crossread.record.dossier import Count, Independence, OriginKind, Support


def outlets(known: Sequence[str | None]) -> Count:
    """Count distinct outlets: one that is not known may be any other, or yet another.

    `known` has one entry for each account; None where the outlet is unknown.
    """
    named = {outlet.casefold() for outlet in known if outlet}
    unknown = sum(1 for outlet in known if not outlet)
    return Count(max(1, len(named)), max(1, len(named) + unknown))


def origins(support: Sequence[Support], traced: Origins) -> Count:
    """Count distinct origins. Unknown ones may be each other or a known one: they add only to the most."""
    named, shared, bare = set[str](), set[str](), set[str]()
    for one in support:
        if one.origin is None:
            bare.add(one.evidence.article)
        elif traced.origin(one.origin).kind is OriginKind.UNKNOWN:
            shared.add(one.origin)
        else:
            named.add(one.origin)
    return Count(max(1, len(named)), max(1, len(named) + len(shared) + len(bare)))


def verdict(accounts: int, count: Count, support: Sequence[Support]) -> Independence:
    """Return what the counts say about a claim that `accounts` accounts carry."""
    if accounts == 1:
        known = any(one.origin is not None for one in support)
        return Independence.SINGLE if known or count.max == 1 else Independence.UNKNOWN
    if count.max == 1:
        return Independence.MANY_ONE
    return Independence.CORROBORATED if count.min > 1 else Independence.UNKNOWN
