"""One happening given different days or clock times by different accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.compare.slots import main_places, scope_of
from crossread.record.annotation import Account, TimeExpression, TimeType
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence

# Happenings by the nouns that name them; one line is one class, since accounts word one attack
# "blast", "explosion" or "bombing". Source: the event nouns of disaster and crime reporting.
_CLASSES: tuple[tuple[str, str], ...] = (
    ("air strike", r"air ?strikes?|strikes?|bombardment"),
    ("attack", r"attack|blast|explosion|bombing|assault|shooting|stabbing|shots"),
    ("crash", r"crash|collision|derailment|accident|wreck"),
    ("earthquake", r"earthquake|quake|tremor"),
    ("launch", r"launch|lift-?off|test"),
    ("fire", r"fire|blaze"),
    ("arrest", r"arrest"),
)
_NOUNS = tuple((name, re.compile(rf"(?:{words})", re.I)) for name, words in _CLASSES)
# Tokens that may stand between a happening's noun and its time (4 to 12 tried on the consulate story and 76 clusters).
_NEAR = 10
# Sentences at the head of an account in which the main happening's day is told.
_LEAD = 5
# Ranges longer than this say too little to contradict another.
_LONGEST_DAYS = 10
# Days between two ranges beyond which they are taken for two happenings (3 to 14 tried on ten clusters).
_LONGEST_GAP = 7
# Minutes by which rough clock times must differ; exact ones need a sixth of it.
_ROUGH_MINUTES = 25
_EXACT_MINUTES = 4
_ZONE = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\.?)?[ \u00a0]?\(?(GMT|UTC|BST|CET|E[SD]?T|P[SD]?T|C[SD]T|Eastern|Pacific|Central)\b"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    order: int
    account: Account
    happening: str
    scope: str
    time: TimeExpression
    evidence: Evidence
    lead: bool


def time_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the happenings whose day or clock time the accounts give differently."""
    main = main_places(accounts)
    found = [dated for order, account in enumerate(accounts) for dated in _dated(order, account, main)]
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((d.happening, d.scope) for d in found):
        same = [d for d in found if (d.happening, d.scope) == key]
        conflicts += [c for c in (_clock_conflict(key, same), _day_conflict(key, same)) if c]
    return conflicts


def _dated(order: int, account: Account, main: frozenset[str]) -> Iterator[_Dated]:
    sentences = account.analysis.sentences
    lead_end = sentences[min(_LEAD, len(sentences)) - 1].end if sentences else 0
    for time in account.annotation.times:
        if not account.article.telling(time.span) or time.type not in (TimeType.DATE, TimeType.TIME):
            continue
        happening = _happening(account, time)
        if happening:
            yield _Dated(
                order,
                account,
                happening,
                scope_of(account, time.span, main),
                time,
                account.evidence(time.span),
                time.span.start < lead_end,
            )


def _happening(account: Account, time: TimeExpression) -> str | None:
    """Return the class of the happening that a time belongs to: that of its nearest noun before it."""
    sentence = account.analysis.sentence_at(time.span.start)
    inside = account.analysis.tokens_in(time.span)
    if sentence is None or not inside:
        return None
    before = range(inside[0] - 1, max(sentence.first, inside[0] - 1 - _NEAR) - 1, -1)
    for index in before:
        token = account.analysis.tokens[index]
        if token.upos == "NOUN":
            for name, pattern in _NOUNS:
                if pattern.fullmatch(token.text):
                    return name
    return None


def _firsts(dated: list[_Dated]) -> list[_Dated]:
    firsts: dict[int, _Dated] = {}
    for item in dated:
        firsts.setdefault(item.order, item)
    return list(firsts.values())


def _clock_conflict(key: tuple[str, str], dated: list[_Dated]) -> Conflict | None:
    clocks = _firsts([d for d in dated if d.time.form.clock and not _zone(d)])
    differing = [d for d in clocks if any(_minutes_apart(d, other) for other in clocks)]
    return _conflict(f"time of the {key[0]}", key, differing) if differing else None


def _zone(dated: _Dated) -> bool:
    """Whether a time names its zone: "1830 GMT" and "11pm local time" may be one moment."""
    return bool(_ZONE.match(dated.account.text, dated.time.span.end)) or bool(
        _ZONE.search(dated.evidence.text)
    )


def _minutes_apart(one: _Dated, other: _Dated) -> bool:
    gap = abs(_minutes(one) - _minutes(other))
    needed = _ROUGH_MINUTES if _rough(one) or _rough(other) else _EXACT_MINUTES
    return needed < min(gap, 24 * 60 - gap) < 12 * 60


def _minutes(dated: _Dated) -> int:
    hours, _, minutes = (dated.time.form.clock or "0:0").partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _rough(dated: _Dated) -> bool:
    before = dated.account.text[max(0, dated.time.span.start - 16) : dated.time.span.start]
    return bool(
        re.search(
            r"\b(?:around|about|approximately|shortly|just|nearly|some|after|before)\b",
            before + dated.evidence.text,
        )
    )


def _day_conflict(key: tuple[str, str], dated: list[_Dated]) -> Conflict | None:
    """Compare days: of a happening set elsewhere anywhere in the accounts, of the main one in their leads."""
    kept = [
        d
        for d in dated
        if d.time.days
        and d.time.days.days <= _LONGEST_DAYS
        and (d.scope or (d.lead and d.time.days.days == 1))
    ]
    firsts = _firsts(kept)
    differing = [d for d in firsts if any(_days_apart(d, other) for other in firsts)]
    return _conflict(f"day of the {key[0]}", key, differing) if differing else None


def _days_apart(one: _Dated, other: _Dated) -> bool:
    """Whether two ranges of days share none but lie close: far apart they are two happenings."""
    first, second = one.time.days, other.time.days
    if first is None or second is None or first.overlaps(second):
        return False
    gap = max(first.earliest, second.earliest) - min(first.latest, second.latest)
    return gap.days <= _LONGEST_GAP


def _conflict(slot: str, key: tuple[str, str], dated: list[_Dated]) -> Conflict:
    sides: dict[str, list[Evidence]] = {}
    for item in dated:
        sides.setdefault(item.evidence.text, []).append(item.evidence)
    return Conflict(
        id=founded_id("conflict", dated[0].evidence, slot, *key),
        slot=f"{slot} ({key[1].title()})" if key[1] else slot,
        kind=ConflictKind.DATE,
        sides=tuple(Side(value, tuple(evidence)) for value, evidence in sides.items()),
    )
