"""One happening given different days or clock times by different accounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.compare.conflicts.moments import first_of_each, misdated
from crossread.compare.slots import main_places, scope_of
from crossread.record.annotation import Account, TimeExpression, TimeType
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence
from crossread.text.listing import listed

# Happenings by the nouns that name them; one line is one class, since accounts word one attack
# "blast", "explosion" or "bombing". Source: the event nouns of disaster and crime reporting.
_CLASSES = {
    "air strike": "strike airstrike bombardment",
    "attack": "attack blast explosion bombing assault shooting stabbing shot",
    "crash": "crash collision derailment accident wreck",
    "earthquake": "earthquake quake tremor",
    "launch": "launch liftoff lift-off test",
    "fire": "fire blaze",
    "arrest": "arrest",
}
_CLASS_OF = {noun: name for name, nouns in _CLASSES.items() for noun in listed(nouns)}
# Tokens that may stand between a happening's noun and its time (4 to 12 tried on the consulate story and 76 clusters).
_NEAR = 10
# Sentences at the head of an account in which the main happening's day is told.
_LEAD = 5
# Ranges longer than this say too little to contradict another.
_LONGEST_DAYS = 10
# Days between two ranges beyond which they are taken for two happenings (3 to 14 tried on ten clusters).
_LONGEST_GAP = 7
# Minutes by which rough clock times must differ; exact ones need a sixth of it.
_ROUGH_MINUTES, _EXACT_MINUTES = 25, 4
_HALF_DAY = 12 * 60
_ROUGH = re.compile(r"\b(?:around|about|approximately|shortly|just|nearly|some|after|before)\b")
# "1830 GMT" and "11pm local time" may be one moment.
_ZONE = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\.?)?[ \u00a0]?\(?(GMT|UTC|BST|CET|E[SD]?T|P[SD]?T|C[SD]T|Eastern|Pacific|Central)\b"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    account: Account
    scope: str
    time: TimeExpression
    evidence: Evidence
    lead: bool

    @property
    def zoned(self) -> bool:
        text = self.account.text
        return bool(_ZONE.match(text, self.time.span.end) or _ZONE.search(self.evidence.text))

    @property
    def rough(self) -> bool:
        start = self.time.span.start
        return bool(_ROUGH.search(self.account.text[max(0, start - 16) : start] + self.evidence.text))

    @property
    def minutes(self) -> int:
        hours, _, minutes = (self.time.form.clock or "0:0").partition(":")
        return int(hours) * 60 + int(minutes or 0)


def time_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the happenings whose day or clock time the accounts give differently."""
    main = main_places(accounts)
    told: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for account in accounts:
        for happening, one in _dated(account, main):
            told[happening, one.scope].append(one)
    found = (
        one for key, same in told.items() for one in (_clock_conflict(key, same), _day_conflict(key, same))
    )
    return [conflict for conflict in found if conflict]


def _dated(account: Account, main: frozenset[str]) -> Iterator[tuple[str, _Dated]]:
    """Yield the days and clock times that an account gives happenings, with the kind of happening."""
    leads = account.analysis.sentences[:_LEAD]
    for time in account.annotation.times:
        if not account.article.telling(time.span) or time.type not in (TimeType.DATE, TimeType.TIME):
            continue
        if happening := _happening(account, time):
            scope = scope_of(account, time.span, main)
            lead = time.span.start < leads[-1].end
            yield happening, _Dated(account, scope, time, account.evidence(time.span), lead)


def _happening(account: Account, time: TimeExpression) -> str | None:
    """Return the class of the happening that a time belongs to: that of its nearest noun before it."""
    sentence = account.analysis.sentence_at(time.span.start)
    inside = account.analysis.tokens_in(time.span)
    if sentence is None or not inside:
        return None
    before = range(inside[0] - 1, max(sentence.first, inside[0] - 1 - _NEAR) - 1, -1)
    nouns = (i for i in before if account.analysis.tokens[i].upos == "NOUN")
    kinds = (_CLASS_OF.get(account.analysis.lemmas[i]) for i in nouns)
    return next(filter(None, kinds), None)


def _firsts(dated: Iterable[_Dated]) -> list[_Dated]:
    return first_of_each(dated, lambda one: one.account.id)


def _clock_conflict(key: tuple[str, str], dated: Sequence[_Dated]) -> Conflict | None:
    clocks = _firsts(one for one in dated if one.time.form.clock and not one.zoned)
    differing = [one for one in clocks if any(_minutes_apart(one, other) for other in clocks)]
    return _conflict(f"time of the {key[0]}", key, differing) if differing else None


def _minutes_apart(one: _Dated, other: _Dated) -> bool:
    gap = abs(one.minutes - other.minutes)
    needed = _ROUGH_MINUTES if one.rough or other.rough else _EXACT_MINUTES
    return needed < min(gap, 2 * _HALF_DAY - gap) < _HALF_DAY


def _day_conflict(key: tuple[str, str], dated: Sequence[_Dated]) -> Conflict | None:
    """Compare days: of a happening set elsewhere anywhere in the accounts, of the main one in their leads."""
    firsts = _firsts(one for one in dated if _days(one) <= (_LONGEST_DAYS if one.scope else one.lead))
    differing = [one for one in firsts if any(_days_apart(one, other) for other in firsts)]
    return _conflict(f"day of the {key[0]}", key, differing) if differing else None


def _days(dated: _Dated) -> float:
    """Return how many days a time may mean."""
    return dated.time.days.days if dated.time.days else float("inf")


def _days_apart(one: _Dated, other: _Dated) -> bool:
    """Whether two ranges of days share none but lie close: far apart they are two happenings."""
    first, second = one.time.days, other.time.days
    return first is not None and second is not None and misdated(first, second, _LONGEST_GAP)


def _conflict(slot: str, key: tuple[str, str], dated: Sequence[_Dated]) -> Conflict:
    sides: dict[str, list[Evidence]] = defaultdict(list)
    for one in dated:
        sides[one.evidence.text].append(one.evidence)
    return Conflict(
        id=founded_id("conflict", dated[0].evidence, slot, *key),
        slot=f"{slot} ({key[1].title()})" if key[1] else slot,
        kind=ConflictKind.DATE,
        sides=tuple(Side(value, tuple(evidence)) for value, evidence in sides.items()),
    )
