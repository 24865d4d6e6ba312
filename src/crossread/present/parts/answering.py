"""The ledger read two ways more: by person, what each has to answer for; by day, what is due when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from crossread.present import words
from crossread.present.parts.ledger import Matter, Pile
from crossread.record.annotation import ASKING, ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Entity, LedgerEntry, Who

# Acts that leave something to answer with the one to whom they are done; with all others it is who acts.
_UPON_ANOTHER = ASKING | {ActKind.RECOMMENDATION, ActKind.INQUIRY, ActKind.ARREST, ActKind.CHARGE}
# What stands between the names of several who act or are asked together.
_TOGETHER = re.compile(r", and |, | and ")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who goes by a name.

    What they have to answer for, what they put to others, and what others answer for
    that is about them; each open ones first.
    """

    id: str
    name: str
    also: tuple[str, ...]
    answers: tuple[Matter, ...]
    puts: tuple[Matter, ...]
    concerned: tuple[Matter, ...]

    @property
    def sides(self) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
        """What a reader is shown of them, each list that holds something under its title."""
        told = (
            ("Has to answer for", self.answers),
            ("Asks of others, or does to them", self.puts),
            ("What others do about them", self.concerned),
        )
        return tuple((title, matters) for title, matters in told if matters)

    def goes_by(self, wanted: str) -> bool:
        """Whether `wanted` is one of their names or the words of one, whatever the case."""
        asked = wanted.casefold().split()
        return bool(asked) and any(
            set(asked) <= set(name.casefold().split()) for name in (self.name, *self.also)
        )


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on one day or in one stretch of days."""

    earliest: date
    latest: date
    when: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """`parties`: who has most to answer for first. `days`: in order of time."""

    parties: tuple[Party, ...]
    days: tuple[Due, ...]


def build(entries: Iterable[LedgerEntry], entities: Iterable[Entity], piles: Iterable[Pile]) -> Answering:
    """Return the entries that `piles` show, by party and by day; each in the order of the piles."""
    known = {entry.id: entry for entry in entries}
    shown = [(known[matter.id], matter) for pile in piles for matter in pile.matters]
    return Answering(_parties(shown, {entity.id: entity for entity in entities}), _days(shown))


def _parties(shown: list[tuple[LedgerEntry, Matter]], entities: dict[str, Entity]) -> tuple[Party, ...]:
    answers: dict[str, list[Matter]] = defaultdict(list)
    puts: dict[str, list[Matter]] = defaultdict(list)
    concerned: dict[str, list[Matter]] = defaultdict(list)
    for entry, matter in shown:
        sides = (
            (entry.addressee, entry.actor) if entry.kind in _UPON_ANOTHER else (entry.actor, entry.addressee)
        )
        for who, side in zip(
            sides, (answers, puts if entry.kind in _UPON_ANOTHER else concerned), strict=True
        ):
            for id in _named(who, entities):
                side[id].append(matter)
    parties = [
        Party(
            id,
            entities[id].name,
            entities[id].aliases,
            *(tuple(side.get(id, ())) for side in (answers, puts, concerned)),
        )
        for id in dict.fromkeys((*answers, *puts, *concerned))
    ]
    return tuple(sorted(parties, key=lambda p: (-len(p.answers), -len(p.puts), p.name)))


def _named(who: Who | None, entities: dict[str, Entity]) -> tuple[str, ...]:
    """Return whom a party's words name: one that is known, or each of several who act together."""
    if who is None:
        return ()
    if who.entity in entities:
        return (who.entity,)
    return tuple(id for id, entity in entities.items() if entity.name in _TOGETHER.split(who.name))


def _days(shown: list[tuple[LedgerEntry, Matter]]) -> tuple[Due, ...]:
    dated = [(entry.due, matter) for entry, matter in shown if entry.due is not None]
    dated.sort(key=lambda pair: (pair[0].earliest, pair[0].latest))
    return tuple(
        Due(*range, words.days(DateRange(*range), weekday=True), tuple(matter for _, matter in group))
        for range, group in groupby(dated, key=lambda pair: (pair[0].earliest, pair[0].latest))
    )
