"""Acts joined to entries: each to those in which it meets the same matter and no other parties."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, product

from crossread.compare.holders import Holders, numbers
from crossread.compare.ledger.draft import Draft
from crossread.compare.ledger.matter import Matter
from crossread.compare.ledger.sameness import (
    LEAST_AROUND,
    about,
    befalls_another,
    by_another,
    compatible_days,
    other_sums,
    same_matter,
    told_once,
)


def joined(matters: Iterable[Matter]) -> list[Draft]:
    """Return the entries of some acts, in the order of their first acts. Entries that an act belongs to are one entry
    where they may be."""
    homes: dict[int, Draft] = {}  # by the order of each of their acts
    index = Index()
    for found in matters:
        near = {homes[order].matters[0].order: homes[order] for order in index.near(found)}
        home, *others = [d for _, d in sorted(near.items()) if _joins(found, d)] or [Draft([])]
        once = told_once(found) is not None
        same = [home, *(other for other in others if _may_be_one(home, other, once=once))]
        home.matters = sorted(chain([found], *(draft.matters for draft in same)), key=lambda m: m.order)
        homes.update((m.order, home) for m in home.matters)
        index.add(found)
    return [draft for order, draft in sorted(homes.items()) if order == draft.matters[0].order]


class Index:
    """Acts by what any two on one matter have in common, so that only those are compared: a word, or what is done and
    to what, or that it befalls a person once, or enough words of their sentences."""

    def __init__(self) -> None:
        self._by_trait, self._by_word = Holders[Hashable](), Holders[str]()

    def add(self, found: Matter) -> None:
        self._by_trait.add(found.order, _traits(found))
        self._by_word.add(found.order, found.around)

    def near(self, found: Matter) -> Iterator[int]:
        """Yield the orders of the acts that may be on the matter of this one."""
        like = self._by_word.several(found.around, LEAST_AROUND)
        return numbers(self._by_trait.any(_traits(found)) | like)


_ONCE = object()  # what all have in common that befalls a person once


def _traits(found: Matter) -> Iterator[Hashable]:
    yield from found.words or ("",)
    if found.done_to is not None:
        yield found.done_to
    if told_once(found) is not None:
        yield _ONCE


# Families of what is announced and of what is then done.
_ANNOUNCED = {"agenda", "decision"}


def _may_be_one(one: Draft, other: Draft, *, once: bool) -> bool:
    """Whether two entries that an act belongs to can be one: a like deed of one party and kind, on the same days; or
    what befalls one person but once.

    Of 12 so joined in 130 stories 3 were two matters, all of them other deeds done to other things.
    """
    pairs = tuple(product(one.matters, other.matters))
    if once:
        return not any(befalls_another(m, n) for m, n in pairs)
    families = {m.family for m in (*one.matters, *other.matters)}
    like = any(m.deed == n.deed or (m.thing is not None and m.thing == n.thing) for m, n in pairs)
    return (
        like
        and (len(families) == 1 or families == _ANNOUNCED)
        and not any(
            by_another(m, n)
            or other_sums(m, n)
            or not compatible_days(m.due, n.due)
            or not compatible_days(m.made, n.made)
            for m, n in pairs
        )
    )


def _joins(found: Matter, draft: Draft) -> bool:
    if not any(same_matter(found, m) for m in draft.matters):
        return False
    if any(found.act.span == m.act.span and found.account.id == m.account.id for m in draft.matters):
        return False
    if told_once(found) is not None:
        return not any(befalls_another(found, m) for m in draft.matters)
    if found.family == "decision" and not all(compatible_days(about(found), about(m)) for m in draft.matters):
        return False  # a bill passed in two years is passed twice
    return found.family == "agenda" or not any(by_another(found, m) for m in draft.matters)
