"""Heads of state and government whom the news calls by their office alone: "President Weber", "the president".

An account that never gives a president's first name, or calls nobody president but "the president", takes its readers
to know who that is. So who held such an office, and when, is known here as a reader knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from crossread.text.lexicon import lines
from crossread.text.names import NameParts, key, parse, same_person, same_suffix

OFFICES = ("president", "prime minister", "chancellor")


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's time in an office, by its first and last day."""

    office: str
    name: NameParts
    first: date
    last: date


def terms(name: NameParts) -> Iterator[Term]:
    """Yield the terms of whoever bears a full name; none for a surname alone, or for a son ("Jon Weber Jr.")."""
    if not name.full:
        return
    for term in _by_surname().get(key(name.surname), ()):
        if same_person(name, term.name) and same_suffix(name, term.name) and not name.suffix:
            yield term


def offices_of(name: NameParts) -> frozenset[str]:
    """Return the offices that whoever bears a full name has held."""
    return frozenset(term.office for term in terms(name))


def offices_on(name: NameParts, first: date, last: date) -> frozenset[str]:
    """Return the offices that whoever bears a full name held on all days from `first` to `last`."""
    return frozenset(term.office for term in terms(name) if term.first <= first and last <= term.last)


def may_hold(name: NameParts, office: str, first: date, last: date) -> bool:
    """Whether a name may be that of who held an office on all days from `first` to `last`; a surname alone may."""
    known = terms(name) if name.full else iter(_by_surname().get(key(name.surname), ()))
    return any(term.office == office and term.first <= first and last <= term.last for term in known)


def has_left(name: NameParts, office: str, first: date, last: date) -> bool:
    """Whether somebody is known to have held an office, but not on the days from `first` to `last`.

    A surname alone is taken for whoever has held the office by it: "President Weber".
    """
    known = terms(name) if name.full else iter(_by_surname().get(key(name.surname), ()))
    held = [term for term in known if term.office == office]
    return bool(held) and not any(term.first <= first and last <= term.last for term in held)


@cache
def _by_surname() -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for office in OFFICES:
        for line in lines("heads_of_state", office):
            name, first, last = line.rsplit(" ", 2)
            term = Term(office, parse(name), date.fromisoformat(first), date.fromisoformat(last))
            surname = key(term.name.surname)
            found[surname] = (*found.get(surname, ()), term)
    return found
