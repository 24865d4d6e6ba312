"""The own day of each undated article, solved over its story; then every time resolved against it.

Each account allows a set of days. What narrows it: its own dated weekdays
("Saturday (13 March)" with a past verb: that day or the six after it), happenings it shares
with other accounts ("last night" here is "Saturday" there), and the freshness of
news. Words that cannot be reconciled leave the day unknown.
"""

from __future__ import annotations

from calendar import SATURDAY
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.compare.day_anchors import (
    Anchor,
    Dated,
    dated_words,
    fixed,
    hot_news,
    in_quotes,
    lead_lemmas,
    seen,
)
from crossread.record.annotation import Account, Tense, TimeForm, TimeKind
from crossread.record.article import DateRange
from crossread.text.calendar import WEEKDAYS, at
from crossread.text.timex import settle

# How many content words two sentences must share to speak of one happening: fewer where they name the
# same weekday (which agrees by chance in one of seven), and how many the opening of an account must
# share with it where its own sentence with that weekday does not.
# Read on the example and on dated stories of 2016 to 2018, one article at a time undated (values 2 to 5).
_SHARED_WITH_WEEKDAY = 3
_SHARED = 4
_SHARED_BY_LEAD = 4
# Where a story's known days lie further apart than this, a weekday comes round again and needs more.
_ONE_STORY = 10
_SHARED_IN_LONG_STORY = 6
_SAME_HEAD = 3  # what an equal event noun adds: "yesterday's events" and "Saturday's events"
# How many more words the best day must share than the next one of another week.
_MARGIN = 2
# How far from the anchors an article's day is looked for, in days before and after.
_BEFORE, _AFTER = 14, 28
# News tells the newest weekday it names within two days (92 % of 79 dated articles of 2016 to 2018), and
# within one where its first sentence has the "hot news" perfect (McCawley 1971): "Arrests have been made".
_FRESH = 2
_HOT = 1
# A quotation's "today" may be a day older than the article that prints it.
_QUOTE_LAG = 1
# A range wider than this tells a reader nothing and would spread doubt into every date.
_WIDEST = 7
_ROUNDS = 3
_QUOTES = '“”"'


@dataclass(frozen=True)
class _Constraint:
    """The days that some words of an account allow; `strength` orders which words are believed first."""

    days: frozenset[date]
    strength: int
    why: str


def solve(accounts: tuple[Account, ...], as_of: date) -> Mapping[str, DateRange | None]:
    """Return each article's own day: from its metadata, else solved over the story, else None.

    `as_of` is the reading day: no article is later.
    """
    known: dict[str, DateRange | None] = {account.id: account.article.published for account in accounts}
    words = {account.id: dated_words(account) for account in accounts}
    published = tuple(day for day in known.values() if day is not None)
    texts = fixed(tuple(one for ones in words.values() for one in ones), as_of, published)
    for _ in range(_ROUNDS):
        anchors = (*texts, *_from_known(accounts, words, known))
        found = {
            account.id: account.article.published or _own_day(account, words[account.id], anchors, as_of)
            for account in accounts
        }
        if found == known:
            break
        known = found
    return known


def _from_known(
    accounts: tuple[Account, ...],
    words: Mapping[str, tuple[Dated, ...]],
    known: Mapping[str, DateRange | None],
) -> list[Anchor]:
    return [
        anchor
        for account in accounts
        if (own := known[account.id]) is not None
        for anchor in seen(words[account.id], own)
    ]


def _own_day(
    account: Account, words: tuple[Dated, ...], anchors: tuple[Anchor, ...], as_of: date
) -> DateRange | None:
    domain = _domain(anchors, as_of)
    constraints = sorted(
        (c for one in words for c in _constraints(account, one, anchors, domain)), key=lambda c: -c.strength
    )
    if not any(c.strength for c in constraints):
        return None
    allowed, reasons = frozenset(domain), []
    for constraint in constraints:
        kept = allowed & constraint.days
        if not kept:
            return None
        if kept != allowed:
            reasons.append(constraint.why)
        allowed = kept
    reach = _HOT if hot_news(account) else _FRESH
    fresh = frozenset(day for day in allowed if _is_fresh(words, day, reach))
    if fresh and fresh != allowed:
        allowed = fresh
        reasons.append(
            f"news of at most {reach} days before" if reach > 1 else "news of that day or the day before"
        )
    return _range(allowed, reasons)


def _domain(anchors: tuple[Anchor, ...], as_of: date) -> list[date]:
    days: set[date] = set()
    for anchor in anchors:
        if anchor.bound:
            continue
        days |= {anchor.day + timedelta(by) for by in range(-_BEFORE, _AFTER + 1)}
    return sorted(day for day in days if day <= as_of)


def _range(allowed: frozenset[date], reasons: list[str]) -> DateRange | None:
    if not allowed or not reasons:
        return None
    first, last = min(allowed), max(allowed)
    if (last - first).days >= _WIDEST:
        return None
    return DateRange(first, last, None, "worked out from " + "; ".join(dict.fromkeys(reasons)))


# Constraints


def _constraints(
    account: Account, one: Dated, anchors: tuple[Anchor, ...], domain: list[date]
) -> list[_Constraint]:
    form = one.form
    own = [
        a for a in anchors if a.dated.account.id == account.id and a.dated.index == one.index and a.written
    ]
    if own:
        return [_bounds(one, own[0], domain)]
    if form.kind is TimeKind.PERIOD and form.unit == "weekend":
        return _weekend(one, domain)
    if not _points(form):
        return []
    others = [a for a in anchors if not a.bound and (a.written or a.dated.account.id != account.id)]
    day = _linked(one, lead_lemmas(account), others)
    if day is None:
        return _named(one, domain)
    lag = _QUOTE_LAG if in_quotes(account, one.time.span) else 0
    days = frozenset(x for x in domain if any(_says(form, x - timedelta(by), day) for by in range(lag + 1)))
    why = f"“{one.words}” = {WEEKDAYS[day.weekday()]} {day.isoformat()}, as in another account"
    return [_Constraint(days, 1, why)] if days else []


def _weekend(one: Dated, domain: list[date]) -> list[_Constraint]:
    """What happened "over the weekend" is told when the weekend is over, or on its last day."""
    if one.form.tense is not Tense.PAST or one.form.steps not in (None, 0):
        return []
    days = frozenset(x for x in domain if x.weekday() != SATURDAY)
    return [_Constraint(days, 0, f"“{one.words}” is named as past")]


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


def _named(one: Dated, domain: list[date]) -> list[_Constraint]:
    """A bare past weekday at least rules out the days from which nobody would word it so."""
    if (
        one.form.kind is not TimeKind.WEEKDAY
        or one.form.tense is not Tense.PAST
        or one.form.steps is not None
    ):
        return []
    days = frozenset(x for x in domain if at(one.form, x) is not None)
    return [_Constraint(days, 0, f"“{one.words}” is named as past")]


def _bounds(one: Dated, anchor: Anchor, domain: list[date]) -> _Constraint:
    """What a date in the account's own text allows. A weekday beside it makes it news of that week."""
    day, form = anchor.day, one.form
    deictic = form.kind is TimeKind.WEEKDAY
    if form.tense is Tense.PAST:
        days = (x for x in domain if day <= x and (not deictic or x < day + timedelta(7)))
    elif form.tense is Tense.FUTURE:
        days = (x for x in domain if x <= day and (not deictic or x > day - timedelta(14)))
    else:
        days = (x for x in domain if not deictic or abs((x - day).days) < 7)
    return _Constraint(frozenset(days), 2 if deictic else 0, anchor.how)


def _linked(one: Dated, lead: frozenset[str], anchors: list[Anchor]) -> date | None:
    """Return the day of the anchored happening that these words speak of; None unless one day wins."""
    best: dict[date, int] = {}
    for anchor in anchors:
        if one.form.weekday is None or anchor.day.weekday() == one.form.weekday:
            best[anchor.day] = max(best.get(anchor.day, 0), _likeness(one, lead, anchor))
    for day in best:
        best[day] += _seconded(one, [anchor for anchor in anchors if anchor.day == day])
    ranked = sorted(best.items(), key=lambda item: -item[1])
    need = _SHARED if one.form.weekday is None else _SHARED_WITH_WEEKDAY
    if _long_running(anchors):
        need = _SHARED_IN_LONG_STORY
    if not ranked or ranked[0][1] < need or (len(ranked) > 1 and ranked[1][1] > ranked[0][1] - _MARGIN):
        return None
    return ranked[0][0]


def _seconded(one: Dated, anchors: list[Anchor]) -> int:
    """One more where two accounts' sentences of that day share words with these, be they names."""
    sharing = {
        a.dated.account.id for a in anchors if len(one.lemmas & a.dated.lemmas) >= _SHARED_WITH_WEEKDAY
    }
    return 1 if len(sharing) > 1 else 0


def _long_running(anchors: list[Anchor]) -> bool:
    days = [anchor.day for anchor in anchors]
    return bool(days) and (max(days) - min(days)).days > _ONE_STORY


def _likeness(one: Dated, lead: frozenset[str], anchor: Anchor) -> int:
    common = one.lemmas & anchor.dated.lemmas
    if common <= one.names | anchor.dated.names:
        common = frozenset()  # the same people do many things
    by_lead = lead & anchor.dated.lemmas if one.form.weekday is not None else frozenset()
    if len(by_lead) >= _SHARED_BY_LEAD and not by_lead <= anchor.dated.names:
        return max(len(common), len(by_lead) - 1)
    same_head = bool(one.head) and one.head == anchor.dated.head and bool(common)
    return len(common) + (_SAME_HEAD if same_head else 0)


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
    """Return the accounts with every time resolved against its article's own day."""
    return tuple(_dated(account, days.get(account.id)) for account in accounts)


def _dated(account: Account, own: DateRange | None) -> Account:
    times = settle(account.annotation.times, account.text, own)
    return replace(account, annotation=replace(account.annotation, times=times))
