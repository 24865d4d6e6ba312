"""The story's timeline: happenings that several accounts date, merged, in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.compare.cast import Cast
from crossread.compare.days.anchors import lemmas
from crossread.compare.introduced import meant_in
from crossread.compare.once import quoted_spans
from crossread.compare.timeline.doubts import as_planned, early, foretold
from crossread.compare.timeline.merging import Happening, grouped, one_deed
from crossread.compare.timeline.named import is_noun
from crossread.compare.timeline.telling import tell
from crossread.compare.timeline.terms import ANY_HAPPENING, heads_of, numbers_of, speakers_of, words_of
from crossread.compare.timeline.topic import end_of_lead, topic_of
from crossread.compare.timeline.words import is_class
from crossread.record.annotation import Account, EventKind, TimeExpression, TimeKind
from crossread.record.article import DateRange
from crossread.record.dossier import Meant, TimelineEntry
from crossread.record.ids import founded_id
from crossread.record.span import Evidence

# A clause with fewer content words than this does not say what happened ("Saturday's events").
_TELLING = 3
_TELLING_PHRASE = 2
# A range wider than this says too little to stand in a timeline: "two years ago" is half a year to either side.
_WIDEST = 367
# So many years ago are a round number; "more than" and "over" are later than the range that they are given.
_ROUND_YEARS, _BEYOND = 20, ("more", "over", "at least", "less")

_READ_AT_A_GLANCE = 140  # code points: what a line has at its best

# The weight of an entry: the part of the accounts that carry it, plus or minus these. Set by reading the ten top
# lines of the example and six stories; each was tried at half and twice its value.
_LED_WITH = 0.3  # an account tells it in its first sentences, as its news
_TOLD_AGAIN = 0.1  # for each clause that tells it, up to three
_ON_A_DAY = 0.1
_STRONG_EVENT = 0.1  # its verb or noun is of a kind that makes news (compare/event_words)
_ONLY_SAID = -0.3
_NO_CLAUSE = -0.3  # a noun phrase alone
_IN_A_MONTH, _IN_A_YEAR = -0.1, -0.3  # its range is wider than a week, than a month
_BACKGROUND = -0.2  # it lies more than a month before what the story tells
_A_WEEK, _A_MONTH = 7, 31


def build(accounts: tuple[Account, ...], cast: Cast) -> tuple[TimelineEntry, ...]:
    """Return the timeline of one story's accounts, whose times must have been resolved before.

    Each entry is worded by the clearest account and carries evidence from all
    that tell it. Earliest first; of one day the weightier first, so that what
    the day is told for stands before what was said of it.
    """
    topic = topic_of(accounts)
    found = [one for account in accounts for one in _happenings(account, cast, topic)]
    groups = [group for group in grouped(found) if _tells(group)]
    since = _since(groups)
    entries = (_entry(group, len(accounts), since, cast) for group in groups)
    return _once(sorted(entries, key=lambda one: (*_bounds(one), -one.weight, one.id)))


def _once(entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Return the entries, those with the same words once a day: "found on Friday, the police said on Friday".

    A day ahead that a line already told names is no second line: "pledged in 2008 to end it by 2015".
    """
    kept: list[TimelineEntry] = []
    for entry in sorted(entries, key=lambda one: (one.kind is EventKind.SCHEDULED, -one.weight)):
        same = [one for one in kept if one.what.rstrip(".") == entry.what.rstrip(".")]
        if not any(_bounds(one) == _bounds(entry) or entry.kind is EventKind.SCHEDULED for one in same):
            kept.append(entry)
    return tuple(entry for entry in entries if entry in kept)


def _bounds(entry: TimelineEntry) -> tuple[date, date]:
    assert entry.date is not None
    return entry.date.earliest, entry.date.latest


def _happenings(account: Account, cast: Cast, topic: frozenset[str]) -> Iterable[Happening]:
    lead = end_of_lead(account)
    quoted = [*quoted_spans(account)]
    quoted += [span for statement in account.annotation.statements for span in statement.quoted]
    for event in account.annotation.events:
        time, head = account.annotation.times[event.time], account.analysis.token_at(event.head.start)
        if head is None or time.days is None or _is_vague(account, time, time.days):
            continue
        event = as_planned(account, event, head)
        if early(account, event) or foretold(account, event, head):
            continue
        words, names = words_of(account, event.span, time.span, cast)
        telling = tell(account, event, head, cast, quoted, topic)
        shown = event.span if telling is None else telling.span
        told = lemmas(account, account.analysis.tokens_in(shown), time.span) - ANY_HAPPENING
        yield Happening(
            account=account,
            event=event,
            days=time.days,
            lemmas=words,
            names=names,
            numbers=numbers_of(account, event.span, time.span),
            speakers=speakers_of(account, head),
            told=len(told) + bool(told & topic),
            quoted=any(span.contains(event.head) for span in quoted),
            heads=heads_of(account.analysis, head),
            clause=not is_noun(account, event, head),
            telling=telling,
            leads=event.span.start < lead,
        )


def _is_vague(account: Account, time: TimeExpression, days: DateRange) -> bool:
    """Whether a time has a range too wide for a line, or one that its words leave: "more than two years ago"."""
    years = time.form.kind is TimeKind.OFFSET and time.form.unit == "year"
    many = time.form.steps is None or abs(time.form.steps) >= _ROUND_YEARS
    return days.days > _WIDEST or (years and (many or time.span.of(account.text).lower().startswith(_BEYOND)))


# Entries


def _tells(group: list[Happening]) -> bool:
    """Whether one account tells it in its own words, and these say who did what."""
    return any(_tells_alone(one) for one in group)


def _tells_alone(one: Happening) -> bool:
    named = bool(one.names) and one.event.kind is not EventKind.SAID  # "Smith resigned"
    need = _TELLING - named if one.clause else _TELLING_PHRASE
    return one.telling is not None and not one.quoted and one.told >= need


def _since(groups: Sequence[list[Happening]]) -> date | None:
    """Return the day before which what is told is background: a month before half of the story's happenings."""
    days = sorted(one.days.earliest for group in groups for one in group if one.days.days == 1)
    return days[len(days) // 2] - timedelta(_A_MONTH) if days else None


def _entry(group: list[Happening], total: int, since: date | None, cast: Cast) -> TimelineEntry:
    narrow = min(one.days.days for one in group)
    wordings = [one for one in group if _tells_alone(one)]
    worded = max(wordings, key=lambda one: (one.clause, one.days.days == narrow, *_clarity(one)))
    days = min((one.days for one in group if one is worded or one_deed(one, worded)), key=lambda d: d.days)
    assert worded.telling is not None
    shown = worded.account.evidence(worded.telling.span)
    others = (one.account.evidence(one.event.span) for one in group if one is not worded)
    evidence = tuple(dict.fromkeys((shown, *others)))
    return TimelineEntry(
        id=founded_id("event", min(evidence, key=lambda e: (_position(group, e), e.start))),
        date=replace(days),
        what=worded.telling.text,
        kind=worded.event.kind,
        evidence=evidence,
        weight=round(_weight(group, total, since), 4),
        meant=_meant(worded, cast),
    )


def _meant(one: Happening, cast: Cast) -> tuple[Meant, ...]:
    """Return what nouns of a line stand for; those of words left out are none of it."""
    assert one.telling is not None
    found = meant_in(one.account, (one.telling.span,), cast, (), pronouns=False)
    return tuple(word for word in found if word.mention.text in one.telling.text)


def _weight(group: list[Happening], total: int, since: date | None) -> float:
    """Return how much an entry is of the story: who carries it, who leads with it, and what it is."""
    days = min((one.days for one in group), key=lambda d: d.days)
    clauses = sum(one.clause for one in group)
    reasons = (
        (any(one.leads and one.clause for one in group), _LED_WITH),
        (days.days == 1, _ON_A_DAY),
        (any(is_class(head) for one in group for head in one.heads), _STRONG_EVENT),
        (all(one.event.kind is EventKind.SAID for one in group), _ONLY_SAID),
        (not clauses, _NO_CLAUSE),
        (_A_WEEK < days.days <= _A_MONTH, _IN_A_MONTH),
        (days.days > _A_MONTH, _IN_A_YEAR),
        (since is not None and days.latest < since, _BACKGROUND),
    )
    carried = len({one.account.id for one in group}) / max(1, total)
    return carried + min(clauses, 3) * _TOLD_AGAIN + sum(points for holds, points in reasons if holds)


def _position(group: list[Happening], evidence: Evidence) -> int:
    order = [one.account.id for one in group]
    return order.index(evidence.article)


def _clarity(one: Happening) -> tuple[bool, bool, bool, int]:
    """Rank the words of a happening: a sentence of an opening, whole, with nobody's words and no name put in, short."""
    assert one.telling is not None
    text, whole = one.telling.text, one.telling.whole
    plain = not any(mark in text for mark in '“”"[')
    return one.leads and whole, whole, plain, -abs(len(text) - _READ_AT_A_GLANCE)
