"""Alignment: clauses that join two that are one, and groups that are one as wholes."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

from crossread.compare.claims.alignment import JOIN, MERGE, _joining, _mean, _merged
from crossread.compare.claims.assertions import Assertion


def clauses(*orders: int) -> Sequence[Assertion]:
    """Return clauses, each of the account with that number."""
    return cast("Sequence[Assertion]", [SimpleNamespace(order=order) for order in orders])


def links(*pairs: tuple[int, int, float]) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = {}
    for a, b, score in pairs:
        found.setdefault(a, {})[b] = found.setdefault(b, {})[a] = score
    return found


def test_groups_that_are_alike_as_wholes_are_one() -> None:
    told = links((0, 1, 0.9), (2, 3, 0.9), *((a, b, MERGE + 0.05) for a in (0, 1) for b in (2, 3)))
    assert _merged([{0, 1}, {2, 3}], told, clauses(0, 1, 2, 3)) == [{0, 1, 2, 3}]


def test_one_forbidden_pair_keeps_groups_apart() -> None:
    told = links((0, 1, 0.9), (2, 3, 0.9), (0, 2, 1.0), (0, 3, 1.0), (1, 2, 1.0))
    assert _merged([{0, 1}, {2, 3}], told, clauses(0, 1, 2, 3)) == [{0, 1}, {2, 3}]


def test_clauses_of_one_account_are_not_held_against_each_other() -> None:
    assert _mean({0, 1}, {2}, links((0, 2, 0.8)), clauses(0, 1, 1)) == 0.8


def test_another_account_joins_two_where_it_tells_their_deed_or_number() -> None:
    def told(order: int, *happenings: str, nominal: bool = False) -> Assertion:
        terms = frozenset(happenings)
        return cast("Assertion", SimpleNamespace(order=order, happenings=terms, terms=terms, nominal=nominal))

    near = links((0, 1, 0.9), (0, 2, JOIN), (1, 2, JOIN), (0, 3, JOIN), (1, 3, JOIN))
    found = [told(0, "sink"), told(1, "sink"), told(2, "sink"), told(3, "sail")]
    assert _joining({0, 1}, near, {2, 3}, found) == {2}
    assert _joining({0, 1}, near, {3}, found) == set()
    views = [told(order, "sink", nominal=True) for order in range(4)]  # "it was a sinking of note"
    assert _joining({0, 1}, near, {2, 3}, views) == set()
