"""One sentence in two accounts, alike but for one number, date, place or name.

Outlets that print one report word for word, or nearly, tell one thing. Where
such sentences differ in a single value that stands between the same words,
one of the values is wrong or older. A sentence that differs in two values may
tell of two things, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crossread.compare.conflicts.rounding import apart, range_of
from crossread.compare.conflicts.spellings import spelt_alike
from crossread.compare.slots import RUNNING, event_of
from crossread.record.analysis import Sentence
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, ConflictKind, Reuse, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.numbers import Number, numbers
from crossread.text.similar import Run, common_runs
from crossread.text.words import Word, topical, words

# Content words that two sentences share in order, and the least share of the shorter one's:
# for a number or a date, and for a name or a place, of which another may have done or seen the same
# (4 to 10 and 0.5 to 0.9 read on the untouched development stories).
_SHARED, _ALIKE = 5, 0.6
_SHARED_NAME, _ALIKE_NAME = 8, 0.8
# Words that stand the same right before and after the value, together.
_BESIDE = 3
# Accounts' wordings of one passage held against each other; the first differing ones tell enough.
_WORDINGS = 12
_NAMES = {"PERSON": ConflictKind.NAME, "PLACE": ConflictKind.PLACE}


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in a sentence: its kind, where it stands, and what it says in a form to compare."""

    kind: ConflictKind
    span: Span
    form: str
    number: Number | None = None


@dataclass(frozen=True)
class _Told:
    """A sentence of an account, its words and its values."""

    account: Account
    sentence: Sentence
    words: tuple[Word, ...]
    values: tuple[_Value, ...]


def doublet_conflicts(
    accounts: Sequence[Account], reuse: Sequence[Reuse], claims: Sequence[Claim]
) -> list[Conflict]:
    """Return the values in which like sentences of two accounts differ, and in nothing else that counts."""
    by_id = {account.id: account for account in accounts}
    groups = [one.members for one in reuse]
    groups += [tuple(s.evidence for s in claim.support) for claim in claims if claim.accounts > 1]
    told: dict[tuple[str, int], _Told] = {}
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    found = []
    for members in groups:
        places = dict.fromkeys(place for e in members if (place := _place(by_id[e.article], e)))
        for pair in combinations(_distinct(by_id, told, list(places)), 2):
            if pair in seen or pair[0][0] == pair[1][0]:
                continue
            seen.add(pair)
            if differing := _differing(told[pair[0]], told[pair[1]]):
                found.append(_conflict(told[pair[0]], told[pair[1]], *differing))
                break
    return found


def _place(account: Account, evidence: Evidence) -> tuple[str, int] | None:
    sentence = account.analysis.sentence_at(evidence.start)
    return None if sentence is None else (account.id, sentence.start)


def _distinct(
    accounts: dict[str, Account], told: dict[tuple[str, int], _Told], places: list[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Return the places whose sentences differ in their words; a word-for-word repetition adds nothing."""
    kept: dict[tuple[str, ...], tuple[str, int]] = {}
    for place in places:
        if place not in told:
            told[place] = _sentence(accounts[place[0]], place[1])
        kept.setdefault(tuple(word.form for word in told[place].words), place)
    return list(kept.values())[:_WORDINGS]


def _sentence(account: Account, start: int) -> _Told:
    sentence = account.analysis.sentence_at(start)
    assert sentence is not None
    return _Told(
        account, sentence, words(account.text, sentence.span), tuple(_values(account, sentence.span))
    )


def _values(account: Account, within: Span) -> Iterator[_Value]:
    """Yield the values of a sentence; a number in a date or a name is none of its own."""
    taken = []
    for time in account.annotation.times:
        if within.contains(time.span):
            taken.append(time.span)
            yield _Value(ConflictKind.DATE, time.span, _day(account, time.span))
    for name in account.analysis.names:
        if within.contains(name.span) and not any(name.span.overlaps(span) for span in taken):
            taken.append(name.span)
            yield _Value(_NAMES.get(name.type, ConflictKind.FACT), name.span, name.text.casefold())
    for number in numbers(account.text, within):
        if not any(number.span.overlaps(span) for span in taken):
            yield _Value(ConflictKind.NUMBER, number.whole, str(number.value or number.low), number)


def _day(account: Account, span: Span) -> str:
    time = next(time for time in account.annotation.times if time.span == span)
    if time.days is None:
        return span.of(account.text).casefold()
    return f"{time.days.earliest}/{time.days.latest}/{time.form.clock or ''}"


def _differing(one: _Told, other: _Told) -> tuple[_Value, _Value] | None:
    """Return the two values in which sentences differ that are otherwise one."""
    runs = common_runs([word.form for word in one.words], [word.form for word in other.words])
    found = [pair for gap in _gaps(one, other, runs) if (pair := _swapped(one, other, *gap))]
    if len(found) != 1:
        return None
    (pair,) = found
    if not _same_otherwise(one, other, *pair) or not _contradict(one, other, *pair):
        return None
    name = pair[0].kind in (ConflictKind.NAME, ConflictKind.PLACE)
    return pair if _alike(one, other, runs, name=name) else None


def _alike(one: _Told, other: _Told, runs: Sequence[Run], *, name: bool) -> bool:
    """Whether the shared words are enough for one sentence, of which a value is printed differently."""
    shared = sum(topical(w.form) for run in runs for w in one.words[run.first : run.first + run.length])
    shorter = min(sum(topical(word.form) for word in told.words) for told in (one, other)) - 1
    least, part = (_SHARED_NAME, _ALIKE_NAME) if name else (_SHARED, _ALIKE)
    return shared >= least and shared >= part * shorter


def _gaps(one: _Told, other: _Told, runs: Sequence[Run]) -> Iterator[tuple[range, range]]:
    """Yield the unshared words between shared ones, where enough of these stand beside them."""
    edges = [Run(0, 0, 0), *runs, Run(len(one.words), len(other.words), 0)]
    for before, after in pairwise(edges):
        mine = range(before.first + before.length, after.first)
        theirs = range(before.second + before.length, after.second)
        if mine and theirs and before.length + after.length >= _BESIDE:
            yield mine, theirs


def _swapped(one: _Told, other: _Told, mine: range, theirs: range) -> tuple[_Value, _Value] | None:
    """Return the values that fill a gap on each side, if each side is one value of one kind and nothing else."""
    a, b = _filling(one, mine), _filling(other, theirs)
    return (a, b) if a and b and a.kind is b.kind else None


def _filling(told: _Told, gap: range) -> _Value | None:
    """Return the one value that the words of a gap lie in, but for function words."""
    inside = {v for v in told.values for i in gap if v.span.overlaps(told.words[i].span)}
    if len(inside) != 1:
        return None
    (value,) = inside
    rest = [i for i in gap if not value.span.overlaps(told.words[i].span) and topical(told.words[i].form)]
    return None if rest else value


def _same_otherwise(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> bool:
    """Whether what else the sentences name, count and date in the one is in the other too."""
    for kind in ConflictKind:
        ours = {v.form for v in one.values if v.kind is kind and v is not mine}
        yours = {v.form for v in other.values if v.kind is kind and v is not theirs}
        if not (ours <= yours or yours <= ours):
            return False
    return True


def _contradict(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> bool:
    """Whether both values cannot be meant: they are apart, and neither sentence has the other's too."""
    if mine.form == theirs.form or mine.kind is ConflictKind.FACT:
        return False
    if any(v.form == theirs.form for v in one.values) or any(v.form == mine.form for v in other.values):
        return False
    if mine.number and theirs.number:
        vague = mine.number.vague or theirs.number.vague
        return not vague and apart(range_of(mine.number), range_of(theirs.number))
    if mine.kind is ConflictKind.DATE:
        return _other_day(one, other, mine, theirs)
    return _one_name(mine, theirs) or _unknown(one, other, mine, theirs)


def _other_day(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> bool:
    """Whether two time expressions of one kind share no day, or no clock time."""
    a = next(time for time in one.account.annotation.times if time.span == mine.span)
    b = next(time for time in other.account.annotation.times if time.span == theirs.span)
    if a.type is not b.type or a.form.kind is not b.form.kind:
        return False
    if a.days is not None and b.days is not None:
        return not a.days.overlaps(b.days)
    return a.form.weekday is not None and b.form.weekday is not None and a.form.weekday != b.form.weekday


def _one_name(mine: _Value, theirs: _Value) -> bool:
    """Whether two persons have one first name, and no last name in common as relatives have."""
    if mine.kind is not ConflictKind.NAME:
        return False
    ours, yours = mine.form.split(), theirs.form.split()
    return len(ours) == len(yours) > 1 and ours[0] == yours[0]


def _unknown(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> bool:
    """Whether neither name is part of the other, and no account names both, who may both be meant."""
    if mine.form in theirs.form or theirs.form in mine.form:
        return False
    if spelt_alike(mine.form, theirs.form):
        return True
    knows = theirs.form in one.account.text.casefold()
    return not knows and mine.form not in other.account.text.casefold()


def _conflict(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> Conflict:
    sides = [(told.account.evidence(value.span), value) for told, value in ((one, mine), (other, theirs))]
    text = one.account.text
    told = f"{text[one.sentence.start : mine.span.start]}…{text[mine.span.end : one.sentence.end]}"
    told = " ".join(told.split())
    return Conflict(
        id=founded_id("conflict", sides[0][0], "doublet"),
        slot=told if len(told) <= 120 else told[:117].rsplit(" ", 1)[0] + " …",
        kind=_kind(one, other, mine, theirs),
        sides=tuple(Side(evidence.text, (evidence,)) for evidence, _ in sides),
    )


def _kind(one: _Told, other: _Told, mine: _Value, theirs: _Value) -> ConflictKind:
    """Return the kind of a conflict: a count of casualties or a crowd that a later day has higher is an update."""
    if mine.number is None or theirs.number is None:
        return mine.kind
    days = [told.account.article.published for told in (one, other)]
    if event_of(one.sentence.span.of(one.account.text)) not in RUNNING or None in days:
        return mine.kind
    first, second = (day.earliest for day in days if day is not None)
    low, high = (range_of(value.number)[0] for value in (mine, theirs) if value.number)
    return ConflictKind.UPDATE if first != second and (first < second) == (low < high) else mine.kind
