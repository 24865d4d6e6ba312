"""Sentences of two accounts that tell the same thing, but for one number, date, place or name.

Whether two values stand for one thing is judged by everything around them
(`sameness`), and so that a false contradiction is rarer than a missed one:
some things forbid it whatever the model says. Where an account gives the other
value too for the same thing, the accounts do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.compare.conflicts.admitting import (
    admissible,
    admissible_alone,
    copied,
    named_day,
    one_of_several,
    one_utterance,
    strange,
    told_in_parts,
)
from crossread.compare.conflicts.exclusion import exclude
from crossread.compare.conflicts.lone import Tally
from crossread.compare.conflicts.pairing import Pair, pairs
from crossread.compare.conflicts.rounding import range_of
from crossread.compare.conflicts.sameness import Sameness, score
from crossread.compare.conflicts.telling import Told, Value, told
from crossread.compare.slots import RUNNING, event_of
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id

# Least sameness of two values of a kind to be held against each other.
LEAST = {
    ConflictKind.NUMBER: 0.35,
    ConflictKind.DATE: 0.5,
    ConflictKind.PLACE: 0.38,
    ConflictKind.NAME: 0.2,  # one first name with two last names is rare enough
}
# The same where one value stands once in the story (places 0.4 to 0.5, names 0.1 to 0.2 read on 660 stories).
LEAST_LONE = {**LEAST, ConflictKind.PLACE: 0.5, ConflictKind.NAME: 0.1}
# Sameness from which a place that nobody knows may not be in a city told once (0.3 and 0.5 tried on 173 stories).
_SURE = 0.5
# Sameness from which nothing forbids that a value told once is of the same thing as one told again. In the 717 stories
# none is as surely the same without being a slip; lower, days of two happenings and places of two parts of a list
# are (0.5 to 0.95 read on the same stories and on 634 changes seeded in 343 of them; 0.6 to 0.8 for places on 591).
CERTAIN = {ConflictKind.DATE: 0.88, ConflictKind.PLACE: 0.65}
_NO_COUNT = ("AGE", "MONEY", "PERCENT")

Key = tuple[str, Value]  # an account and a value in it


@dataclass(frozen=True)
class _Judged:
    """A pair of values, and how surely they stand for one thing."""

    pair: Pair
    sameness: float


def differing_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the values in which like sentences of two accounts contradict each other."""
    sentences = told(accounts)
    sameness = Sameness(sentences)
    judged = [_Judged(pair, score(pair.mine.kind, pair.features)) for pair in pairs(sentences, sameness)]
    agreeing = _agreeing(judged)
    tally = Tally(sentences)
    groups: dict[tuple[ConflictKind, frozenset[str], str], list[Pair]] = defaultdict(list)
    for one in sorted(judged, key=lambda one: -one.sameness):  # what is surest founds a conflict
        pair = one.pair
        if pair.agree:
            continue
        surely = copied(pair) or (one.sameness >= _SURE and strange(pair, tally))
        if not exclude(pair.mine, pair.theirs, surely=surely) or told_in_parts(pair):
            continue
        if _one_thing(one, sameness, tally) and (_slip(one, tally) or not _told_alike(one, agreeing)):
            groups[_slot(pair, sameness)].append(pair)
    return [_conflict(found, unit, agreeing) for (_, _, unit), found in groups.items()]


def _one_thing(one: _Judged, sameness: Sameness, tally: Tally) -> bool:
    """Whether two values are surely enough of one thing, and nothing forbids it."""
    pair, kind = one.pair, one.pair.mine.kind
    if one_utterance(pair) or (one.sameness >= LEAST[kind] and (admissible(pair, sameness) or copied(pair))):
        return True
    slip = tally.odd(pair.mine, pair.theirs)
    doubtful = one_of_several(pair) if kind is ConflictKind.PLACE else not named_day(pair)
    if slip and kind in CERTAIN and one.sameness >= CERTAIN[kind] and not doubtful:
        return True
    return one.sameness >= LEAST_LONE[kind] and admissible_alone(pair, sameness, tally)


def _slip(one: _Judged, tally: Tally) -> bool:
    """Whether a name of a person or a place is odd in the story: a slip, though its account has the other one too."""
    kind = one.pair.mine.kind
    sure = kind is ConflictKind.NAME or (kind is ConflictKind.PLACE and one.sameness >= _SURE)
    return sure and tally.odd(one.pair.mine, one.pair.theirs)


def _agreeing(judged: Sequence[_Judged]) -> dict[Key, list[tuple[float, Told, Value]]]:
    """Return for a value the equal values of other accounts that stand for the same thing, the surest first."""
    found: dict[Key, list[tuple[float, Told, Value]]] = defaultdict(list)
    for one in judged:
        pair = one.pair
        if pair.agree and one.sameness >= LEAST[pair.mine.kind]:
            found[pair.one.account.id, pair.mine].append((one.sameness, pair.other, pair.theirs))
            found[pair.other.account.id, pair.theirs].append((one.sameness, pair.one, pair.mine))
    return found


def _told_alike(one: _Judged, agreeing: dict[Key, list[tuple[float, Told, Value]]]) -> bool:
    """Whether one of the accounts gives the other's value too, for what is at least as surely the same thing."""
    pair = one.pair
    for here, value, there in ((pair.one, pair.mine, pair.other), (pair.other, pair.theirs, pair.one)):
        if any(
            sure >= one.sameness and other.order == there.order
            for sure, other, _ in agreeing.get((here.account.id, value), ())
        ):
            return True
    return False


def _slot(pair: Pair, sameness: Sameness) -> tuple[ConflictKind, frozenset[str], str]:
    """Return what pairs have in common that show one conflict: the kind, the values and what is counted."""
    unit = sameness.surroundings(pair.one, pair.mine).unit or ""
    return pair.mine.kind, frozenset({pair.mine.form, pair.theirs.form}), unit


# --- what is shown --------------------------------------------------------------------------------


def _conflict(
    found: Sequence[Pair], unit: str, agreeing: dict[Key, list[tuple[float, Told, Value]]]
) -> Conflict:
    shown: dict[str, dict[str, tuple[Told, Value]]] = {}
    for one, value in _shown(found, agreeing):
        shown.setdefault(value.form, {}).setdefault(one.account.id, (one, value))
    sides = []
    for by_account in shown.values():
        evidence = tuple(t.account.evidence(v.span) for t, v in by_account.values())
        sides.append(Side(evidence[0].text, evidence))
    first = found[0]
    return Conflict(
        id=founded_id("conflict", first.one.account.evidence(first.mine.span), "differing"),
        slot=_slot_words(first.one, first.mine),
        kind=_kind(first, unit),
        sides=tuple(sides),
    )


def _shown(
    found: Sequence[Pair], agreeing: dict[Key, list[tuple[float, Told, Value]]]
) -> Iterator[tuple[Told, Value]]:
    """Yield the values that contradict each other, then those of other accounts that agree with one of them."""
    ends = [end for pair in found for end in ((pair.one, pair.mine), (pair.other, pair.theirs))]
    yield from ends
    taken = {told.account.id for told, _ in ends}
    for one, value in ends:
        for _, other, same in agreeing.get((one.account.id, value), ()):
            if other.account.id not in taken:
                yield other, same


def _slot_words(told: Told, value: Value) -> str:
    text = told.account.text
    words = f"{text[told.sentence.start : value.span.start]}…{text[value.span.end : told.sentence.end]}"
    words = " ".join(words.split())
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"


def _kind(pair: Pair, unit: str) -> ConflictKind:
    """Return the kind of a conflict: a count of casualties or a crowd that a later day has higher is an update."""
    mine, theirs = pair.mine, pair.theirs
    days = [one.account.article.published for one in (pair.one, pair.other)]
    if mine.number is None or theirs.number is None or None in days or unit.startswith(_NO_COUNT):
        return mine.kind
    if event_of(pair.one.sentence.span.of(pair.one.account.text)) not in RUNNING:
        return mine.kind
    first, second = (day.earliest for day in days if day is not None)
    low, high = range_of(mine.number)[0], range_of(theirs.number)[0]
    return ConflictKind.UPDATE if first != second and (first < second) == (low < high) else mine.kind
