"""The own day of each undated article, solved over its story; then every time resolved against it.

Each account allows a set of days. What narrows it: its own dated weekdays
("Saturday (13 March)" with a past verb: that day or the six after it), happenings it shares
with other accounts ("last night" here is "Saturday" there), and the freshness of
news. Words that cannot be reconciled leave the day unknown.
"""

from __future__ import annotations

from calendar import SATURDAY
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from crossread.compare.days.anchors import (
    Anchor,
    Dated,
    dated_words,
    fixed,
    hot_news,
    in_quotes,
    lead_lemmas,
    seen,
)
from crossread.compare.days.links import in_the_run, linked, long_running, paired_across, rarity
from crossread.compare.days.printed import Printed, printed
from crossread.compare.days.spoken import spoken
from crossread.compare.days.years import Years, year_elsewhere, years_told
from crossread.record.annotation import Account, Tense, TimeExpression, TimeForm, TimeKind
from crossread.record.article import DateRange
from crossread.record.span import Span
from crossread.text.calendar import at
from crossread.text.daywords import WEEKDAYS, in_words, quoted
from crossread.text.timex import settle

# How far from the anchors an article's day is looked for, in days before and after.
_BEFORE, _AFTER = 14, 28
# News tells the newest weekday it names within two days (92 % of 79 dated articles of 2016 to 2018; 1 to 3 tried).
_FRESH = 2
# Where no account of a story has a day, its last ones and the first cannot be told apart otherwise: then one that opens
# in the "hot news" perfect (McCawley 1971: "Arrests have been made") tells the newest weekday within so many days.
# Beside dated accounts neither bound holds: on 183 dated articles it cost two of the four ranges that missed.
_HOT = 1
# A quotation's "today" may be a day older than the article that prints it.
_QUOTE_LAG = 1
# Agency copy is printed on the day of its dateline or the next.
_PRINTED_AFTER = 1  # days
# A range wider than this tells a reader nothing and would spread doubt into every date.
_WIDEST = 7
_ROUNDS = 3
# How far words are believed.
_A_BOUND, _A_WEAK_LINK, _A_STRONG_LINK, _OWN_DATE = range(4)


@dataclass(frozen=True)
class _Constraint:
    """The days that some words of an account allow; `strength` orders which words are believed first."""

    days: frozenset[date]
    strength: int
    why: str
    words: frozenset[str] = frozenset()  # the content words beside them: two of one sentence are one witness


def solve(accounts: tuple[Account, ...], as_of: date) -> Mapping[str, DateRange | None]:
    """Return each article's own day: from its metadata, else solved over the story, else None.

    `as_of` is the reading day: no article is later. Metadata give way where
    the article's words refute them: a page may carry the day on which it was
    crawled, or that of its first version.
    """
    known: dict[str, DateRange | None] = {account.id: account.article.published for account in accounts}
    trusted = in_the_run(accounts)
    words = {account.id: dated_words(account) for account in accounts}
    notices = {account.id: printed(account) for account in accounts}
    published = tuple(day for id, day in known.items() if day is not None and id in trusted)
    every = tuple(one for ones in words.values() for one in ones)
    stamped = tuple(DateRange(one.earliest, one.latest) for ones in notices.values() for one in ones)
    texts = (*fixed(every, as_of, (*published, *stamped)), *paired_across(every))
    weights = rarity(accounts, texts)
    days = [day.earliest for day in (*published, *stamped)]
    long = long_running([*days, *(a.day for a in texts if a.own_day or not a.bound)])

    def own_day(account: Account, anchors: tuple[Anchor, ...]) -> DateRange | None:
        told, shown = words[account.id], notices[account.id]
        solved = _own_day(account, told, shown, anchors, weights, as_of, long=long, undated=not published)
        return _checked(account, solved, trusted=account.id in trusted)

    before: tuple[Anchor, ...] | None = None
    for _ in range(_ROUNDS):
        anchors = (*texts, *_from_known(accounts, words, known, trusted))
        if anchors == before:
            break
        before, known = anchors, {account.id: own_day(account, anchors) for account in accounts}
    return known


def _checked(account: Account, solved: DateRange | None, *, trusted: bool) -> DateRange | None:
    """Return the metadata's day, unless the words lead to days well apart from it.

    Metadata near other accounts' days give way only to later days: a page
    that was updated keeps the day of its first version.
    """
    published = account.article.published
    if published is None or solved is None:
        return published or solved
    later, earlier = solved.earliest - published.latest, published.earliest - solved.latest
    if max(later, later if trusted else earlier) <= timedelta(_PRINTED_AFTER):
        return published
    return replace(solved, basis=f"{solved.basis} (its metadata say {in_words(published)})")


def _from_known(
    accounts: tuple[Account, ...],
    words: Mapping[str, tuple[Dated, ...]],
    known: Mapping[str, DateRange | None],
    trusted: frozenset[str],
) -> list[Anchor]:
    """Return what accounts of a known day name."""
    return [
        anchor
        for account in accounts
        if (own := known[account.id]) is not None
        and (account.id in trusted or own != account.article.published)
        for anchor in seen(words[account.id], own)
    ]


def _own_day(
    account: Account,
    words: tuple[Dated, ...],
    notices: tuple[Printed, ...],
    anchors: tuple[Anchor, ...],
    weights: Mapping[str, float],
    as_of: date,
    *,
    long: bool,
    undated: bool,
) -> DateRange | None:
    domain = _domain(anchors, notices, as_of)
    # what the account's words fix by themselves, by their number
    own: dict[int, list[Anchor]] = defaultdict(list)
    others = []
    for anchor in anchors:
        here = anchor.dated.account.id == account.id
        if here and anchor.written:
            own[anchor.dated.index].append(anchor)
        if not anchor.bound and (anchor.written or not here):
            others.append(anchor)
    stamps = [_Constraint(notice.days() & frozenset(domain), _OWN_DATE, notice.why) for notice in notices]
    constraints = sorted(
        (*stamps, *(c for one in words for c in _constraints(one, own[one.index], others, weights, domain))),
        key=lambda c: -c.strength,
    )
    if not _founded(constraints, long=long) or _agree(account.article.published, constraints):
        return None
    allowed, reasons = frozenset(domain), []
    for constraint in constraints:
        kept = allowed & constraint.days
        if not kept:
            return None
        if kept != allowed:
            reasons.append(constraint.why)
        allowed = kept
    reach = _reach_of_news(account, undated=undated)
    fresh = frozenset(day for day in allowed if reach is not None and _is_fresh(words, day, reach))
    if fresh and fresh != allowed:
        allowed = fresh
        reasons.append(
            "news of that day or the day before" if reach == 1 else f"news of at most {reach} days before"
        )
    return _range(allowed, reasons)


def _reach_of_news(account: Account, *, undated: bool) -> int | None:
    """Return how many days before its own an account's news is at most; None where no weekday tells the news.

    What opens in the present perfect ("A ship has been found") names no day for that; its weekdays may be older.
    """
    if not hot_news(account):
        return _FRESH
    return _HOT if undated else None


def _founded(constraints: list[_Constraint], *, long: bool) -> bool:
    """Whether the words suffice to publish a day: one strong reason, or two weaker of different sentences.

    In a story of weeks, where a weekday comes round again, two strong ones.
    """
    if any(one.strength > _A_STRONG_LINK for one in constraints):
        return True
    strong = {one.words for one in constraints if one.strength == _A_STRONG_LINK}
    weak = {one.words for one in constraints if one.strength == _A_WEAK_LINK}
    return len(strong) > 1 if long else bool(strong) or len(weak) > 1


def _agree(published: DateRange | None, constraints: list[_Constraint]) -> bool:
    """Whether the day of the metadata fits all other accounts' days; a bare weekday alone does not refute both."""
    ties = [one.days for one in constraints if one.strength > _A_BOUND]
    return published is not None and all(published.earliest in days for days in ties)


def _domain(anchors: tuple[Anchor, ...], notices: tuple[Printed, ...], as_of: date) -> tuple[date, ...]:
    fixed_days = {anchor.day for anchor in anchors if anchor.own_day or not anchor.bound}
    fixed_days |= {notice.latest for notice in notices}
    days = {day + timedelta(by) for day in fixed_days for by in range(-_BEFORE, _AFTER + 1)}
    return tuple(sorted(day for day in days if day <= as_of))


def _range(allowed: frozenset[date], reasons: list[str]) -> DateRange | None:
    first, last = min(allowed), max(allowed)
    if (last - first).days >= _WIDEST:
        return None
    return DateRange(first, last, None, "worked out from " + "; ".join(dict.fromkeys(reasons)))


# Constraints


def _constraints(
    one: Dated,
    own: Sequence[Anchor],
    others: Sequence[Anchor],
    weights: Mapping[str, float],
    domain: tuple[date, ...],
) -> list[_Constraint]:
    form = one.form
    if own:
        return [_bounds(one, next((a for a in own if a.own_day), own[0]), domain)]
    if form.kind is TimeKind.PERIOD and form.unit == "weekend":
        return _weekend(one, domain)
    if not _points(form):
        return []
    link = linked(one, others, weights, lead_lemmas(one.account))
    if link is None:
        return _named(one, domain)
    lag = _QUOTE_LAG if in_quotes(one.account, one.time.span) else 0
    day = link.day
    days = frozenset(x for x in domain if any(_says(form, x - timedelta(by), day) for by in range(lag + 1)))
    why = f"“{one.words}” = {WEEKDAYS[day.weekday()]} {day.isoformat()}, as in another account"
    # plans change: "was due to start on Sunday"; and what is told as past is hardly what another account expects
    ahead = form.tense is Tense.FUTURE or (form.steps or 0) > 0 or link.planned
    strength = _A_BOUND if ahead else _A_STRONG_LINK if link.strong else _A_WEAK_LINK
    return [_Constraint(days, strength, why, one.lemmas)]


def _weekend(one: Dated, domain: tuple[date, ...]) -> list[_Constraint]:
    """What happened "over the weekend" is told when the weekend is over, or on its last day."""
    if one.form.tense is not Tense.PAST or one.form.steps not in (None, 0):
        return []
    days = frozenset(x for x in domain if x.weekday() != SATURDAY)
    return [_Constraint(days, _A_BOUND, f"“{one.words}” is named as past")]


def _says(form: TimeForm, own: date, day: date) -> bool:
    """Whether the form, written on `own`, can mean `day`; without a tense a weekday looks both ways."""
    if form.kind is TimeKind.WEEKDAY and form.tense not in (Tense.PAST, Tense.FUTURE):
        return any(at(replace(form, tense=tense), own) == (day, day) for tense in (Tense.PAST, Tense.FUTURE))
    return at(form, own) == (day, day)


def _points(form: TimeForm) -> bool:
    """Whether the form names a day by its distance from the writer's own.

    "Today" does too, but on any day something is said today about what happened on another.
    """
    if form.anaphoric or form.unit not in (None, "day"):
        return False
    return form.kind is TimeKind.WEEKDAY or (form.kind is TimeKind.OFFSET and form.steps != 0)


def _named(one: Dated, domain: tuple[date, ...]) -> list[_Constraint]:
    """A bare past weekday at least rules out the days from which nobody would word it so."""
    if (
        one.form.kind is not TimeKind.WEEKDAY
        or one.form.tense is not Tense.PAST
        or one.form.steps is not None
    ):
        return []
    return [_Constraint(_worded(one.form, domain), _A_BOUND, f"“{one.words}” is named as past")]


@lru_cache(maxsize=256)
def _worded(form: TimeForm, domain: tuple[date, ...]) -> frozenset[date]:
    """Return the days on which a form can be written; accounts share both."""
    return frozenset(day for day in domain if at(form, day) is not None)


def _bounds(one: Dated, anchor: Anchor, domain: tuple[date, ...]) -> _Constraint:
    """What a date in the account's own text allows. A weekday beside it makes it news of that week."""
    day, form = anchor.day, one.form
    if anchor.own_day:
        printed = (day + timedelta(by) for by in range(_PRINTED_AFTER + 1))
        return _Constraint(frozenset(printed) & frozenset(domain), _OWN_DATE, anchor.how)
    deictic = form.kind is TimeKind.WEEKDAY or (form.year is not None and not anchor.bound)
    if form.tense is Tense.PAST:
        days = (x for x in domain if day <= x and (not deictic or x < day + timedelta(7)))
    elif form.tense is Tense.FUTURE:
        days = (x for x in domain if x <= day and (not deictic or x > day - timedelta(14)))
    else:
        days = (x for x in domain)
    return _Constraint(frozenset(days), _OWN_DATE if deictic else _A_BOUND, anchor.how)


def _is_fresh(words: Iterable[Dated], own: date, reach: int) -> bool:
    """Whether the newest past day that the account names is at most `reach` days before its own."""
    newest = None
    for one in words:
        form = one.form
        deictic = form.kind is TimeKind.OFFSET and form.unit == "day" and form.tense is not Tense.FUTURE
        if form.anaphoric or not (deictic or (form.kind is TimeKind.WEEKDAY and form.tense is Tense.PAST)):
            continue
        days = at(form, own)
        if days and days[0] == days[1] and days[0] <= own:
            newest = max(newest or days[0], days[0])
    return newest is not None and (own - newest).days <= reach


# Dating


def dated(accounts: tuple[Account, ...], days: Mapping[str, DateRange | None]) -> tuple[Account, ...]:
    """Return the accounts with every time resolved against its article's own day, or that on which it was said, and
    the years that the story gives."""
    years = years_told(accounts)
    return tuple(_dated(account, days.get(account.id), years) for account in accounts)


def _dated(account: Account, own: DateRange | None, years: Years) -> Account:
    times = settle(account.annotation.times, account.text, own)
    told = {time.span: year for time in times if (year := year_elsewhere(time, own, years))}
    if told:
        times = tuple(_of(time, told.get(time.span)) for time in account.annotation.times)
        times = tuple(_as_told(time, told) for time in settle(times, account.text, own))
    times = spoken(account, times, own)
    return replace(account, annotation=replace(account.annotation, times=times))


def _of(time: TimeExpression, year: int | None) -> TimeExpression:
    return time if year is None else replace(time, form=replace(time.form, year=year))


def _as_told(time: TimeExpression, told: Mapping[Span, int]) -> TimeExpression:
    """Return a time with what its year rests on, where the story gives it."""
    if time.days is None or time.span not in told:
        return time
    why = quoted(time.days.text, "in the year that the story gives with it")
    return replace(time, days=replace(time.days, basis=why))
