"""Parties of the ledger over one story: those who act or are asked together."""

from __future__ import annotations

from functools import lru_cache

from crossread.compare.cast import Cast
from crossread.record.dossier import Who
from crossread.text.lexicon import words
from crossread.text.listing import listed
from crossread.text.offices import office
from crossread.text.words import normal

# A name as its words.
Name = frozenset[str]
_TITLES = listed("mr mrs ms miss dr sir dame lord lady the a an president commissioner")
_SMALL = listed("of for and on in at s former")
# Offices whose holders act or speak for a body, and names for the one that a head of state has.
_FOR_A_BODY = words("role_words", "at the top") | words("role_words", "on behalf")
_HOME = listed("us american united states")
_GOVERNMENT = frozenset(map(listed, ("white house", "administration", "washington", "us", "united states")))
_OF_ONE = ("office", "campaign", "administration")


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


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> Name:
    """Return the words of a name, titles left out."""
    return frozenset(normal(word) for word in name.replace("-", " ").split()) - _TITLES - {""}


def sides(who: Who | None, cast: Cast) -> frozenset[Name]:
    """Return the names of those whose act it is: his own, and those of the body that he heads or speaks for."""
    if who is None:
        return frozenset()
    entity = None if who.entity is None else cast.entity(who.entity)
    own = frozenset(name_words(name) for name in (who.name, *(entity.aliases if entity else ())))
    for held in (office(role.text) for role in (entity.roles if entity else ())):
        if held.head == "president" and not held.ranks and held.words <= _HOME:
            own |= _GOVERNMENT
        elif held.head in _FOR_A_BODY:
            own |= {frozenset(map(normal, held.words)) - _SMALL}
    if who.entity in cast.persons:  # "Hill’s office"
        own |= {name_words(who.name.split()[-1]) | {body} for body in _OF_ONE}
    return (own | _GOVERNMENT if own & _GOVERNMENT else own) - {frozenset()}


def one_side(one: frozenset[Name], other: frozenset[Name]) -> bool:
    """Whether two parties are a body and who acts for it; of a long name a few words may be left out."""
    return any(a == b or (min(len(a), len(b)) > 1 and (a <= b or b <= a)) for a in one for b in other)
