"""The story's timeline: happenings that several accounts date, merged, in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.compare.cast import Cast
from crossread.compare.day_anchors import in_quotes, lemmas
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, EntityType, Event, EventKind, TimeExpression
from crossread.record.article import DateRange
from crossread.record.dossier import TimelineEntry
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed

# Two dated clauses tell the same happening when they share this part of the smaller one's content
# words, and at least so many of them. Read on the example and five stories (0.3 to 0.6; 2 to 3).
_ALIKE = 0.4
_SHARED = 2
_HOLDS_A_DAY = 31  # a wider range says nothing of a day in it
_ALIKE_OTHERWISE = 0.6  # what their clauses must share where the verbs differ ("fell", "plummeted")
# A clause with fewer content words than this does not say what happened ("Saturday's events").
_TELLING = 3
_TELLING_PHRASE = 2
# A range wider than this says too little to stand in a timeline.
_WIDEST = 366
# A noun phrase with a day joins a clause of that day when half of its words are there.
_ALIKE_PHRASE = 0.5
_EMPTY = listed("be have do go get take make see say tell")
# Words that stand for any happening: "Saturday's events" does not say what happened.
_ANY_HAPPENING = listed("event events incident incidents thing things scene scenes")
_PRINTED_AHEAD = timedelta(days=1)  # in a time zone to the east it may already have happened
_DANGLING = listed("he she it they his her their this that these those who which we i you its")
_PRONOUNS = listed("he she it they this that these those who which there we i you")
_OPENERS = listed("but and so or however meanwhile")
_LONG = 300  # code points: the longest evidence


@dataclass(frozen=True)
class _Happening:
    """One account's dated clause."""

    account: Account
    event: Event
    days: DateRange
    lemmas: frozenset[str]
    names: frozenset[str]  # those of the lemmas that are proper names
    told: int  # how many content words the clause has
    quoted: bool  # inside quotation marks: somebody's words, not the account's
    heads: frozenset[str]  # the lemmas of the happening's own word
    clause: bool  # whether it has a verb of its own; else a noun phrase

    @property
    def text(self) -> str:
        return self.event.span.of(self.account.text)

    @property
    def time(self) -> TimeExpression:
        return self.account.annotation.times[self.event.time]


def build(accounts: tuple[Account, ...], cast: Cast) -> tuple[TimelineEntry, ...]:
    """Return the timeline of one story's accounts, whose times must have been resolved before.

    Each entry is worded by the clearest account and carries evidence from all
    that tell it. Earliest first; of one day the weightier first.
    """
    found = [one for account in accounts for one in _happenings(account, cast)]
    groups = _grouped(found)
    entries = [_entry(group, len(accounts)) for group in groups if _tells(group)]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[date, date, float, str]:
    assert entry.date is not None
    return entry.date.earliest, entry.date.latest, -entry.weight, entry.id


def _happenings(account: Account, cast: Cast) -> Iterable[_Happening]:
    for event in account.annotation.events:
        time = account.annotation.times[event.time]
        if time.days is None or time.days.days > _WIDEST or len(event.span) > _LONG or _early(account, event):
            continue
        head = account.analysis.token_at(event.head.start)
        clause = head is not None and account.analysis.tokens[head].upos not in ("NOUN", "PROPN")
        words, names = _words(account, event.span, time.span, cast)
        told = len(
            lemmas(account.analysis, account.analysis.tokens_in(event.span), time.span) - _ANY_HAPPENING
        )
        quoted, heads = in_quotes(account, event.head), _heads(account.analysis, head)
        yield _Happening(account, event, time.days, words, names, told, quoted, heads, clause)


def _early(account: Account, event: Event) -> bool:
    """Whether the event is told as past although its day was still to come, or the other way round."""
    days, own = account.annotation.times[event.time].days, account.article.published
    if days is None or own is None:
        return False
    if event.kind is EventKind.SCHEDULED:
        return days.latest < own.earliest
    return days.earliest > own.latest + _PRINTED_AHEAD


def _heads(analysis: Analysis, head: int | None) -> frozenset[str]:
    """Return the lemmas of the happening's word and of what completes it ("went missing")."""
    if head is None:
        return frozenset()
    completing = (
        i for i in analysis.children(head, "xcomp") if analysis.tokens[i].tag.startswith(("JJ", "VB"))
    )
    return frozenset(analysis.tokens[i].lemma.lower() for i in (head, *completing)) - _EMPTY


def _words(account: Account, span: Span, time: Span, cast: Cast) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content lemmas of a clause, and those of them that name somebody.

    A mention whose entity is known stands as that entity, so that "Ms Everard"
    and "the marketing executive" are one word.
    """
    tokens = set(account.analysis.tokens_in(span))
    known: set[str] = set()
    for index, mention in enumerate(account.annotation.mentions):
        if mention.type is not EntityType.PERSON or not span.contains(mention.span):
            continue  # what bodies and places are called is worded alike with and without capitals
        if entity := cast.entity_of(account.id, index):
            known.add(entity.id)
            tokens -= set(account.analysis.tokens_in(mention.span))
    names = lemmas(account.analysis, tokens, time, names=True) | known
    return (lemmas(account.analysis, tokens, time) | known) - _ANY_HAPPENING, names


# Merging


def _grouped(found: Sequence[_Happening]) -> list[list[_Happening]]:
    """Group what tells the same: clauses with an exact day first, so that vaguer ones find their place."""
    groups: list[list[_Happening]] = []
    telling: dict[str, set[int]] = {}  # the groups in which a word occurs
    for one in sorted(found, key=lambda one: (one.days.days > 1, not one.clause)):
        near = sorted({place for word in one.lemmas for place in telling.get(word, ())})
        score, place = max(((_likeness(one, groups[i]), -i) for i in near), default=(0.0, 0))
        place = -place if score > 0.0 else len(groups)
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        for word in one.lemmas:
            telling.setdefault(word, set()).add(place)
    return groups


def _likeness(one: _Happening, group: list[_Happening]) -> float:
    """Return how alike a happening is to a group: the mean over its members, 0 where one speaks against it."""
    scores = [_alike(one, other) for other in group]
    return sum(scores) / len(scores) if all(scores) else 0.0


def _alike(one: _Happening, other: _Happening) -> float:
    if not _same_time(one, other) or one.event.kind is not other.event.kind:
        return 0.0
    if one.days.days != other.days.days and max(one.days.days, other.days.days) > _HOLDS_A_DAY:
        return 0.0
    shared = one.lemmas & other.lemmas
    if shared <= one.names | other.names:
        return 0.0  # the same people do many things
    share = len(shared) / min(len(one.lemmas), len(other.lemmas))
    if one.clause and other.clause:
        same_head = bool(one.heads & other.heads) or (
            bool(one.heads & other.lemmas) and share > _ALIKE_PHRASE
        )
        exact = one.days.days == other.days.days == 1
        if not same_head and (not exact or share < _ALIKE_OTHERWISE):
            return 0.0
        return share if share >= _ALIKE and len(shared) >= _SHARED else 0.0
    need = 1 if one.days.days == other.days.days == 1 else _SHARED
    return share if share >= _ALIKE_PHRASE and len(shared) >= need else 0.0


def _same_time(one: _Happening, other: _Happening) -> bool:
    """Exact days must be equal; a wider range must hold the narrower one."""
    narrow, wide = sorted((one.days, other.days), key=lambda days: days.days)
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


# Entries


def _tells(group: list[_Happening]) -> bool:
    """Whether one account tells it in its own words, and these say who did what."""
    return any(_tells_alone(one) for one in group)


def _tells_alone(one: _Happening) -> bool:
    need = _TELLING if one.clause else _TELLING_PHRASE
    return not one.quoted and one.told >= need and _first_word(one.text) not in _PRONOUNS


def _entry(group: list[_Happening], total: int) -> TimelineEntry:
    days = min((one.days for one in group), key=lambda d: d.days)
    wordings = [one for one in group if one.days.days == days.days and _tells_alone(one)]
    worded = max(wordings or group, key=_clarity)
    accounts = {one.account.id for one in group}
    evidence = tuple(dict.fromkeys(_evidence(one) for one in (worded, *group)))
    clauses = sum(one.clause for one in group)
    weight = len(accounts) / max(1, total) + min(clauses, 3) / 10 + (0.1 if days.days == 1 else 0.0)
    return TimelineEntry(
        id=founded_id("event", min(evidence, key=lambda e: (_position(group, e), e.start))),
        date=replace(days),
        what=worded.text,
        kind=worded.event.kind,
        evidence=evidence,
        weight=round(weight, 4),
    )


def _position(group: list[_Happening], evidence: Evidence) -> int:
    order = [one.account.id for one in group]
    return order.index(evidence.article)


def _evidence(one: _Happening) -> Evidence:
    span: Span = one.event.span
    return one.account.evidence(span)


def _first_word(text: str) -> str:
    words = text.lstrip("“\"'‘").split(None, 1)
    return words[0].lower().rstrip(",") if words else ""


def _clarity(one: _Happening) -> tuple[float, int]:
    """Rank wordings: a clause that begins with a name, ends as a sentence, and has no speech marks."""
    text = one.text
    first = _first_word(text)
    score = 2.0 * one.clause + (1.0 if one.days.days == 1 else 0.0)
    score -= 1.5 * (first in _DANGLING) + 0.5 * (first in _OPENERS)
    score -= 1.0 * any(mark in text for mark in '“”"')
    score += 0.5 * text.endswith((".", "!")) + min(len(one.lemmas), 10) / 10
    score -= max(0, len(text) - 140) / 100
    return score, -len(text)
