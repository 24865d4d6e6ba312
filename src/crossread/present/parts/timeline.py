"""Timeline: what happened when, with how exact each date is and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from crossread.present import words
from crossread.present.meanings import explained
from crossread.present.sources import Citation, Sources
from crossread.record.annotation import EventKind
from crossread.record.dossier import TimelineEntry

# Entries without a date stand after all others.
_UNDATED = (date.max, date.max)


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated happening. `scheduled` ones were still ahead when they were reported."""

    id: str
    when: str
    precision: str
    basis: str
    what: str
    kind: str
    scheduled: bool
    weight: float
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The happenings of one day, or of one range of days."""

    when: str
    precision: str
    happenings: tuple[Happening, ...]


def build(entries: Iterable[TimelineEntry], sources: Sources) -> tuple[Day, ...]:
    """Return the entries that have evidence, in order of time, undated ones last."""
    ordered = sorted((entry for entry in entries if entry.evidence), key=_when)
    return tuple(
        _day(tuple(_happening(entry, sources) for entry in group)) for _, group in groupby(ordered, key=_when)
    )


def _when(entry: TimelineEntry) -> tuple[date, date]:
    return (entry.date.earliest, entry.date.latest) if entry.date else _UNDATED


def _day(happenings: tuple[Happening, ...]) -> Day:
    return Day(happenings[0].when, happenings[0].precision, happenings)


def _happening(entry: TimelineEntry, sources: Sources) -> Happening:
    return Happening(
        id=entry.id,
        when=words.days(entry.date, weekday=True),
        precision=words.precision(entry.date),
        basis=words.worked_out(entry.date),
        what=explained(entry.what, entry.meant),
        kind=words.EVENT_KINDS[entry.kind],
        scheduled=entry.kind is EventKind.SCHEDULED,
        weight=entry.weight,
        citations=sources.cite_all(entry.evidence),
    )
