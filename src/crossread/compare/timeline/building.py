"""The story's timeline: happenings that several accounts date, merged, in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.compare.cast import Cast
from crossread.compare.days.anchors import lemmas
from crossread.compare.once import quoted_spans
from crossread.compare.timeline.clauses import clarity
from crossread.compare.timeline.doubts import as_planned, early, foretold, of_a_tale
from crossread.compare.timeline.telling import Telling, tell
from crossread.compare.timeline.terms import ANY_HAPPENING, EMPTY, heads_of, numbers_of, speakers_of, words_of
from crossread.compare.timeline.topic import end_of_lead, strays, topic_of
from crossread.compare.timeline.words import is_class
from crossread.record.annotation import Account, Event, EventKind, TimeExpression
from crossread.record.article import DateRange
from crossread.record.dossier import TimelineEntry
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

# Two dated clauses tell the same happening when they share this part of the smaller one's content
# words, and at least so many of them. Read on the example and five stories (0.3 to 0.6; 2 to 3).
_ALIKE = 0.4
_SHARED = 2
_HOLDS_A_DAY = 31  # a wider range says nothing of a day in it
# What clauses in the leads of two accounts must share to tell one piece of news of one day: so many words beyond names,
# and this part of the shorter one's; less where both open with it, or tell it of the same doer; or many words, and a
# smaller part. Read on the 40 pairs of leads of 60 stories that share two words or more: 12 of one piece of news, all
# found; none of the others was.
_SHARED_NEWS, _MANY_SHARED = 3, 5
_ALIKE_LEADS, _ALIKE_OPENINGS, _ALIKE_OF_ONE, _ALIKE_WITH_MANY = 0.5, 0.35, 0.25, 0.3
# A member of a group with fewer content words is too vague to speak against another.
_VAGUE = 6
_ALIKE_OTHERWISE = 0.6  # what their clauses must share where the verbs differ ("fell", "plummeted")
# A clause with fewer content words than this does not say what happened ("Saturday's events").
_TELLING = 3
_TELLING_PHRASE = 2
# A range wider than this says too little to stand in a timeline.
_WIDEST = 366
# A noun phrase with a day joins a clause of that day when half of its words are there.
_ALIKE_PHRASE = 0.5
_LONG = 300  # code points: the longest evidence
_AT_THE_BEGINNING = frozenset({"early", "earlier", "morning"})
_AT_THE_END = frozenset({"later", "evening", "night"})

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


@dataclass(frozen=True)
class _Happening:
    """One account's dated clause."""

    account: Account
    event: Event
    days: DateRange
    lemmas: frozenset[str]
    names: frozenset[str]  # those of the lemmas that are proper names
    numbers: frozenset[str]
    speakers: frozenset[str]  # the lemmas of the verb's subject
    told: int  # how many content words the clause has; what the story is about says twice as much
    quoted: bool  # inside quotation marks: somebody's words, not the account's
    heads: frozenset[str]  # the lemmas of the happening's own word
    clause: bool  # whether it has a verb of its own; else a noun phrase
    full: bool  # whether the happening's own word says something by itself ("resigned", not "did")
    telling: Telling | None  # the words that say alone who did what, where the account has such
    opens: bool  # in the first sentence that its account tells
    leads: bool  # among the first sentences that its account tells

    @property
    def text(self) -> str:
        return self.event.span.of(self.account.text)

    @property
    def time(self) -> TimeExpression:
        return self.account.annotation.times[self.event.time]


def build(accounts: tuple[Account, ...], cast: Cast) -> tuple[TimelineEntry, ...]:
    """Return the timeline of one story's accounts, whose times must have been resolved before.

    Each entry is worded by the clearest account and carries evidence from all
    that tell it. Earliest first; of one day the weightier first, so that what
    the day is told for stands before what was said of it.
    """
    topic, stray = topic_of(accounts), strays(accounts)
    found = [one for account in accounts for one in _happenings(account, cast, topic)]
    found = [one for one in found if one.account.id not in stray or one.time.form.year is not None]
    groups = [group for group in _grouped(found) if _tells(group)]
    groups = [group for group in groups if not _named_again(group, groups)]
    since = _since(groups)
    entries = [(_entry(group, len(accounts), since), _hour(group)) for group in groups]
    ordered = sorted(entries, key=lambda one: _order(*one))
    return _once([entry for entry, _ in ordered])


def _order(entry: TimelineEntry, hour: int) -> tuple[date, date, float, int, str]:
    assert entry.date is not None
    return entry.date.earliest, entry.date.latest, -entry.weight, hour, entry.id


def _once(entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Return the entries, of those with the same words and days the first: "found Friday, they said Friday"."""
    kept: dict[tuple[str, DateRange | None], TimelineEntry] = {}
    for entry in entries:
        kept.setdefault((entry.what, entry.date), entry)
    return tuple(kept.values())


def _hour(group: Sequence[_Happening]) -> int:
    """Return whether a happening belongs to the beginning of its day or to its end, as far as the words say so."""
    parts = {one.time.form.part for one in group if one.days.days == 1}
    return bool(parts & _AT_THE_END) - bool(parts & _AT_THE_BEGINNING)


def _happenings(account: Account, cast: Cast, topic: frozenset[str]) -> Iterable[_Happening]:
    first, lead = end_of_lead(account, 1), end_of_lead(account)
    quoted = [*quoted_spans(account)]
    quoted += [span for statement in account.annotation.statements for span in statement.quoted]
    for event in account.annotation.events:
        time = account.annotation.times[event.time]
        if time.days is None or time.days.days > _WIDEST or len(event.span) > _LONG:
            continue
        head = account.analysis.token_at(event.head.start)
        if head is None:
            continue
        event = as_planned(account, event, head)
        if early(account, event) or of_a_tale(account, time) or foretold(account, event, head):
            continue
        clause = account.analysis.tokens[head].upos not in ("NOUN", "PROPN")
        words, names = words_of(account, event.span, time.span, cast)
        telling = tell(account, event, cast, quoted, topic)
        shown = event.span if telling is None else telling.span
        told = lemmas(account.analysis, account.analysis.tokens_in(shown), time.span) - ANY_HAPPENING
        heads = heads_of(account.analysis, head)
        yield _Happening(
            account=account,
            event=event,
            days=time.days,
            lemmas=words,
            names=names,
            numbers=numbers_of(account, event.span, time.span),
            speakers=speakers_of(account.analysis, head),
            told=len(told) + bool(told & topic),
            quoted=any(span.contains(event.head) for span in quoted),
            heads=heads,
            clause=clause,
            full=account.analysis.tokens[head].lemma.lower() not in EMPTY,
            telling=telling,
            opens=event.span.start < first,
            leads=event.span.start < lead,
        )


# Merging


def _grouped(found: Sequence[_Happening]) -> list[list[_Happening]]:
    """Group what tells the same: clauses with an exact day first, so that vaguer ones find their place."""
    groups: list[list[_Happening]] = []
    telling: dict[str, set[int]] = {}  # the groups in which a word occurs
    for one in sorted(found, key=lambda one: (one.days.days > 1, not one.clause)):
        near = sorted({place for word in one.lemmas for place in telling.get(word, ())})
        alike = [(score, -i) for i in near if (score := _likeness(one, groups[i])) > 0.0]
        if len(alike) > 1 and len(one.lemmas) == 1:
            alike = []  # "the bombing on Thursday" may be either of two
        place = -max(alike)[1] if alike else len(groups)
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        for word in one.lemmas:
            telling.setdefault(word, set()).add(place)
    return _with_news_joined(groups)


def _with_news_joined(groups: list[list[_Happening]]) -> list[list[_Happening]]:
    """Join groups of which two accounts lead with the same news, whatever else their members tell."""
    joined: list[list[_Happening]] = []
    for group in groups:
        for other in joined:
            if any(_is_the_news(one, two) for one in group if one.leads for two in other if two.leads):
                other.extend(group)
                break
        else:
            joined.append(list(group))
    return joined


def _likeness(one: _Happening, group: list[_Happening]) -> float:
    """Return how alike a happening is to a group: the mean over its members, 0 where one speaks against it.

    Members with the very same exact day are heard first: what a vaguer one leaves out does not count.
    """
    same = [other for other in group if other.days.days == one.days.days == 1]
    scores = [_alike(one, other) for other in same or group]
    agree = all(
        score or _one_deed(one, other) or len(other.lemmas) < _VAGUE
        for score, other in zip(scores, same or group, strict=True)
    )
    return sum(scores) / len(scores) if agree else 0.0


def _one_deed(one: _Happening, other: _Happening) -> bool:
    """Whether two clauses have the same verb and time, and so do not speak against each other."""
    alike = bool(one.heads & other.heads) and one.event.kind is other.event.kind
    return alike and one.clause and other.clause and _same_time(one, other)


def _alike(one: _Happening, other: _Happening) -> float:
    if one.event.kind is other.event.kind is EventKind.SAID and _two_speak(one, other):
        return 0.0
    if _two_do(one, other):
        return 0.0
    if _is_the_news(one, other):
        return _share(one, other)
    if not _same_time(one, other) or one.event.kind is not other.event.kind:
        return 0.0
    if one.days.days != other.days.days and max(one.days.days, other.days.days) > _HOLDS_A_DAY:
        deed = _one_deed(one, other) and len(_common(one, other)) >= _SHARED
        return share if deed and (share := _share(one, other)) >= _ALIKE_OTHERWISE else 0.0
    if one.account is other.account and one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0  # one account tells two counts of two things
    shared = one.lemmas & other.lemmas
    if shared <= one.names | other.names:
        return 0.0  # the same people do many things
    share = _share(one, other)
    one_day = one.days.days == other.days.days == 1
    if one_day and one.event.kind is EventKind.SAID and shared & one.names & other.names:
        return share if share >= _ALIKE and len(_common(one, other)) >= _SHARED else 0.0
    if one.clause and other.clause:
        same_head = bool(one.heads & other.heads) or (
            bool(one.heads & other.lemmas) and share > _ALIKE_PHRASE
        )
        exact = (one.days.earliest, one.days.latest) == (other.days.earliest, other.days.latest)
        if not same_head and (not exact or share < _ALIKE_OTHERWISE):
            return 0.0
        return share if share >= _ALIKE and len(shared) >= _SHARED else 0.0
    need = 1 if one.days.days == other.days.days == 1 or _one_kind(one, other) else _SHARED
    return share if share >= _ALIKE_PHRASE and len(shared) >= need else 0.0


def _share(one: _Happening, other: _Happening) -> float:
    """Return the part of the shorter clause's words that the other has too."""
    return len(one.lemmas & other.lemmas) / max(1, min(len(one.lemmas), len(other.lemmas)))


def _common(one: _Happening, other: _Happening) -> frozenset[str]:
    """Return the words that both clauses have, without names: the same people do many things."""
    return (one.lemmas & other.lemmas) - one.names - other.names


def _two_speak(one: _Happening, other: _Happening) -> bool:
    """Whether the clauses name two speakers; whom "he" means is not known here."""
    return bool(one.speakers and other.speakers) and not one.speakers & other.speakers


def _two_do(one: _Happening, other: _Happening) -> bool:
    """Whether two named parties do it: what the Senate votes on is not voted on by the House.

    Two accounts may name one party otherwise; then it is the same deed where the verb is.
    """
    doers, others = one.speakers & one.names, other.speakers & other.names
    if not doers or not others or doers & others or _is_the_news(one, other):
        return False
    return one.account is other.account or not one.clause or not other.clause or not one.heads & other.heads


def _is_the_news(one: _Happening, other: _Happening) -> bool:
    """Whether two accounts lead with it: the same news of one day, done in one and said to be done in the other."""
    if one.account is other.account or not (one.leads and other.leads and one.clause and other.clause):
        return False
    if EventKind.SCHEDULED in (one.event.kind, other.event.kind) or not one.days.days == other.days.days == 1:
        return False
    if one.days.earliest != other.days.earliest or (common := len(_common(one, other))) < _SHARED_NEWS:
        return False
    open_with_it, kinds = one.opens and other.opens, {one.event.kind, other.event.kind}
    if kinds == {EventKind.SAID} and _two_speak(one, other):
        return False
    if len(kinds) > 1 and not open_with_it and common < _MANY_SHARED:
        return False
    least = _ALIKE_OPENINGS if open_with_it else _ALIKE_LEADS
    least = _ALIKE_OF_ONE if one.speakers & other.speakers else least
    return _share(one, other) >= (min(least, _ALIKE_WITH_MANY) if common >= _MANY_SHARED else least)


def _one_kind(one: _Happening, other: _Happening) -> bool:
    """Whether two phrases name one kind of happening in one range of days ("air strikes last week")."""
    bounds = {(days.earliest, days.latest) for days in (one.days, other.days)}
    return len(bounds) == 1 and any(is_class(head) for head in one.heads & other.heads)


def _same_time(one: _Happening, other: _Happening) -> bool:
    """Exact days must be equal; a wider range must hold the narrower one, or overlap another wide one."""
    narrow, wide = sorted((one.days, other.days), key=lambda days: days.days)
    if narrow.days > 1:
        return wide.earliest <= narrow.latest and narrow.earliest <= wide.latest
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


# Entries


def _tells(group: list[_Happening]) -> bool:
    """Whether one account tells it in its own words, and these say who did what."""
    return any(_tells_alone(one) for one in group)


def _named_again(group: list[_Happening], groups: list[list[_Happening]]) -> bool:
    """Whether noun phrases only name what clauses tell of that day: "Wednesday's crash" beside "derailed"."""
    if any(one.clause for one in group):
        return False
    kinds = {word for one in group for word in one.heads if is_class(word)}
    return any(
        # In a wider range a clause may only speak of it: "revenge for the air strikes" tells of no air strike.
        other.clause
        and _same_time(one, other)
        and (other.heads if one.days.days > 1 else other.lemmas) & kinds
        for one in group
        for told in groups
        for other in told
    )


def _tells_alone(one: _Happening) -> bool:
    named = bool(one.names) and one.full and one.event.kind is not EventKind.SAID  # "Smith resigned"
    need = _TELLING - named if one.clause else _TELLING_PHRASE
    return one.telling is not None and not one.quoted and one.told >= need


def _since(groups: Sequence[list[_Happening]]) -> date | None:
    """Return the day before which what is told is background: a month before half of the story's happenings."""
    days = sorted(one.days.earliest for group in groups for one in group if one.days.days == 1)
    return days[len(days) // 2] - timedelta(_A_MONTH) if days else None


def _entry(group: list[_Happening], total: int, since: date | None) -> TimelineEntry:
    narrow = min(one.days.days for one in group)
    wordings = [one for one in group if _tells_alone(one)]
    worded = max(wordings, key=lambda one: (one.clause, one.days.days == narrow, _opens(one), _clarity(one)))
    days = min((one.days for one in group if one is worded or _one_deed(one, worded)), key=lambda d: d.days)
    assert worded.telling is not None
    shown = worded.account.evidence(worded.telling.span)
    others = (one for one in group if one is not worded)
    evidence = tuple(dict.fromkeys((shown, *map(_evidence, others))))
    return TimelineEntry(
        id=founded_id("event", min(evidence, key=lambda e: (_position(group, e), e.start))),
        date=replace(days),
        what=worded.telling.text,
        kind=worded.event.kind,
        evidence=evidence,
        weight=round(_weight(group, total, since), 4),
    )


def _opens(one: _Happening) -> bool:
    """Whether it is a sentence of its account's opening, which leans on nothing."""
    return one.leads and one.telling is not None and one.telling.whole


def _weight(group: list[_Happening], total: int, since: date | None) -> float:
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


def _position(group: list[_Happening], evidence: Evidence) -> int:
    order = [one.account.id for one in group]
    return order.index(evidence.article)


def _evidence(one: _Happening) -> Evidence:
    span: Span = one.event.span
    return one.account.evidence(span)


def _clarity(one: _Happening) -> tuple[float, int]:
    span = one.telling.span if one.telling else one.event.span
    return clarity(one.account, span, len(one.lemmas), len(one.lemmas & one.names)), -len(one.text)
