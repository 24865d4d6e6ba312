"""One moment given two days: an odd clock time, an utterance, or a claim, dated differently by two accounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crossread.compare.conflicts.telling import term
from crossread.record.annotation import Account, ReportedStatement, TimeExpression, TimeType
from crossread.record.article import DateRange
from crossread.record.dossier import Claim, Conflict, ConflictKind, Side, Statement
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

# Days between which one moment may be misdated; further apart are two moments (1 to 7 tried by reading).
_LONGEST_GAP = 3
# The same for what somebody said, where only the month may be given.
_LONGEST_GAP_SAID = 31
# Clock times at which much begins, so that they tell no moment from another.
_ROUND_MINUTES = frozenset({"00", "15", "30", "45"})
_NAMED_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)
_YEAR = re.compile(r"(?:in )?(?:19|20)\d\d")
# Before a day on which something stood, began or ended, and did not happen.
_STANDING = re.compile(r"\b(?:as of|by|since|until|till|through|before|after|from|to)[ \u00a0]$", re.I)
_LONGEST_BEFORE = 8
# Words by which, where not all have them, what is told happened more than once: "four more boys", "another raid".
_AGAIN = re.compile(r"\b(?:more(?! than)|another|others?|further|again|second|third)\b", re.I)
# Before the day of a post that a page shows with its signature: it is the page's own day, by its own clock.
_SIGNED = re.compile(r"\w\)\s*$")
_DAY_AFTER = re.compile(
    r"[ \u00a0](?:local time[ \u00a0])?(?:on[ \u00a0])?(?:the[ \u00a0]\w+[ \u00a0]of[ \u00a0])?"
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment in one account: what tells it, the day it is given, and the words."""

    order: int
    key: str
    days: DateRange
    evidence: Evidence
    deed: str = ""  # the verb that the day hangs on, where the key may tell of more than one deed


def moment_conflicts(
    accounts: Sequence[Account], statements: Sequence[Statement], claims: Sequence[Claim] = ()
) -> list[Conflict]:
    """Return the moments that two accounts date to different days."""
    clocked = [m for order, account in enumerate(accounts) for m in _clocked(order, account)]
    retold: dict[str, list[tuple[Span, str]]] = defaultdict(list)  # of each account what others word too
    for statement in statements:
        if len({evidence.article for evidence in statement.evidence}) > 1:
            for evidence in statement.evidence:
                retold[evidence.article].append((evidence.span, statement.text))
    said = [m for order, account in enumerate(accounts) for m in _said(order, account, retold[account.id])]
    told = [m for claim in claims for m in _told(accounts, claim)]
    found = _conflicts(clocked, _LONGEST_GAP, "day of what happened at {}")
    found += _conflicts(told, _LONGEST_GAP, "day of: {}")
    return found + _conflicts(said, _LONGEST_GAP_SAID, "when it was said: {}")


def _conflicts(moments: list[_Moment], longest: int, slot: str) -> list[Conflict]:
    found = []
    for key, deed in dict.fromkeys((moment.key, moment.deed) for moment in moments):
        told = [moment for moment in moments if (moment.key, moment.deed) == (key, deed)]
        same = first_of_each(told, lambda moment: moment.order)
        differing = [m for m in same if any(misdated(m.days, other.days, longest) for other in same)]
        if differing:
            found.append(_conflict(slot.format(key), differing))
    return found


def first_of_each(found: Iterable[T], account: Callable[[T], object]) -> list[T]:
    """Return of each account what it tells first."""
    firsts: dict[object, T] = {}
    for one in found:
        firsts.setdefault(account(one), one)
    return list(firsts.values())


def misdated(one: DateRange, other: DateRange, longest: int) -> bool:
    """Whether two ranges of days share none, but lie no further apart than two dates of one thing."""
    if one.overlaps(other):
        return False
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    return gap.days <= longest


def _clocked(order: int, account: Account) -> Iterator[_Moment]:
    """Yield the past moments told by an odd clock time with a named day beside it: "6.10am on Tuesday"."""
    for time in account.annotation.times:
        clock = time.form.clock
        if not clock or clock[-2:] in _ROUND_MINUTES or time.days is None or time.days.days > 1:
            continue
        day = _day_beside(account, time)
        if day is None or not account.article.telling(time.span):
            continue
        yield _Moment(order, clock, time.days, account.evidence(Span(time.span.start, day.end)))


def _day_beside(account: Account, time: TimeExpression) -> Span | None:
    """Return the span of the named day right after a clock time."""
    for other in account.annotation.times:
        between = account.text[time.span.end : other.span.start]
        if other.span.start >= time.span.end and _DAY_AFTER.fullmatch(between):
            return other.span if _NAMED_DAY.search(other.span.of(account.text)) else None
    return None


def _told(accounts: Sequence[Account], claim: Claim) -> Iterator[_Moment]:
    """Yield the days or years that the accounts give what several of them tell: each the one that its words name."""
    again = {_AGAIN.search(support.evidence.text) is not None for support in claim.support}
    if claim.accounts < 2 or len(again) > 1:
        return
    orders = {account.id: order for order, account in enumerate(accounts)}
    for support in claim.support:
        order = orders[support.evidence.article]
        account = accounts[order]
        inside = [t for t in account.annotation.times if support.evidence.span.contains(t.span)]
        if len(inside) != 1 or inside[0].days is None:
            continue
        start = inside[0].span.start
        if _STANDING.search(account.text, max(0, start - _LONGEST_BEFORE), start):
            continue
        words = inside[0].span.of(account.text)
        named = inside[0].days.days == 1 and _NAMED_DAY.search(words)
        if named or re.fullmatch(_YEAR, words):
            shown = account.evidence(inside[0].span)
            yield _Moment(order, claim.text, inside[0].days, shown, _deed(account, inside[0]))


def _deed(account: Account, time: TimeExpression) -> str:
    """Return the verb that a time hangs on: "said Sunday that he was fired" dates no dismissal."""
    verb = _verb(account, time)
    return term(account.analysis.tokens[verb]) if verb is not None else ""


def _verb(account: Account, time: TimeExpression) -> int | None:
    """Return the nearest verb above a time."""
    analysis = account.analysis
    chain = analysis.ancestors(analysis.tokens_in(time.span)[0])
    return next((i for i in chain if analysis.tokens[i].upos == "VERB"), None)


def _said(order: int, account: Account, retold: Sequence[tuple[Span, str]]) -> Iterator[_Moment]:
    """Yield the utterances that an account dates by a named day or month outside their words, if others tell them."""
    for reported in account.annotation.statements:
        time = _time(account, reported)
        if time is None or time.days is None or time.type is not TimeType.DATE:
            continue
        inside = any(span.overlaps(time.span) for span in reported.spans)
        signed = _SIGNED.search(account.text, max(0, time.span.start - _LONGEST_BEFORE), time.span.start)
        if (
            inside
            or signed
            or time.days.days > _LONGEST_GAP_SAID
            or not _NAMED_DAY.search(time.span.of(account.text))
        ):
            continue
        utterance = next((text for span, text in retold if any(map(span.overlaps, reported.spans))), None)
        if utterance is not None:
            shown = account.evidence(time.span)
            yield _Moment(order, utterance, time.days, shown)


def _time(account: Account, reported: ReportedStatement) -> TimeExpression | None:
    """Return the time of an utterance; by a participle it is that of the verb above: "drew laughs Monday by saying"."""
    times, analysis = account.annotation.times, account.analysis
    if reported.time is not None or reported.cue is None:
        return times[reported.time] if reported.time is not None else None
    cue = analysis.tokens[analysis.tokens_in(reported.cue)[0]]
    if cue.tag != "VBG" or not cue.dep.startswith("advcl"):
        return None
    sentence = analysis.sentence_at(cue.start)
    near = (time for time in times if sentence is not None and sentence.span.contains(time.span))
    return next((time for time in near if _verb(account, time) == cue.head), None)


def _conflict(slot: str, moments: list[_Moment]) -> Conflict:
    sides: dict[tuple[str, str], list[_Moment]] = {}
    for moment in moments:
        sides.setdefault((str(moment.days.earliest), str(moment.days.latest)), []).append(moment)
    return Conflict(
        id=founded_id("conflict", moments[0].evidence, "moment"),
        slot=slot if len(slot) <= 120 else slot[:117].rsplit(" ", 1)[0] + " …",
        kind=ConflictKind.DATE,
        sides=tuple(
            Side(group[0].evidence.text, tuple(m.evidence for m in group)) for group in sides.values()
        ),
    )
