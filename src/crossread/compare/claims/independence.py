"""Independence: how many outlets and origins stand behind a claim, as far as is known."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.origins import Origins
from crossread.record.dossier import Count, Independence, Support


def outlets(known: Sequence[str | None]) -> Count:
    """Count distinct outlets: one that is not known may be any other, or yet another.

    `known` has one entry for each account; None where the outlet is unknown.
    """
    named = {outlet.casefold() for outlet in known if outlet}
    unknown = sum(1 for outlet in known if not outlet)
    return Count(max(1, len(named)), max(1, len(named) + unknown))


def origins(support: Sequence[Support], traced: Origins) -> Count:
    """Count distinct origins: at least the known sources, at most every origin and every account without one.

    Unknown origins may be each other or a known one: they add only to the most.
    """
    known = {one.origin for one in support if one.origin in traced.sources}
    sources = {traced.sources[origin] for origin in known if origin is not None}
    shared = {one.origin for one in support if one.origin is not None} - known
    bare = {one.evidence.article for one in support if one.origin is None}
    return Count(max(1, len(sources)), max(1, len(known) + len(shared) + len(bare)))


def verdict(accounts: int, count: Count, support: Sequence[Support]) -> Independence:
    """Return what the counts say about a claim that `accounts` accounts carry."""
    if accounts == 1:
        known = any(one.origin is not None for one in support)
        return Independence.SINGLE if known or count.max == 1 else Independence.UNKNOWN
    if count.max == 1:
        return Independence.MANY_ONE
    return Independence.CORROBORATED if count.min > 1 else Independence.UNKNOWN
