"""Weekdays that are out of step: told as past, where they would be nearly a week before their account.

A report of the news tells a bare weekday of the few days before it; one of
last week is mostly called so ("last Friday"). Where two accounts of the same
days tell one thing, the one of a day just gone and the other of a day almost
a week back or still to come, the latter is rather a slip. The day after its
account's may be right, where the account was added to: then both must tell
the same deed.
"""

from __future__ import annotations

from crossread.compare.conflicts.pairing import Pair
from crossread.compare.conflicts.telling import Told
from crossread.record.annotation import Tense, TimeExpression, TimeKind
from crossread.record.article import DateRange

# Days before its account up to which a weekday is one just gone, and from which it is out of step
# (gone within 2 to 4 and out from 4 to 6 tried on 343 stories).
_GONE, _OUT = 3, 5
_APART = 2  # days between two accounts of the same days
_WEEK = 7


def out_of_step(pair: Pair) -> bool:
    """Whether of two past weekdays of one thing one is just gone where it is told, and the other one is not."""
    ends = (pair.one, pair.mine.time), (pair.other, pair.theirs.time)
    return any(
        _odd(told, time, told_alike=_deed(pair)) and _gone(usual, other, told)
        for (told, time), (other, usual) in (ends, ends[::-1])
        if time is not None and usual is not None and (_deed(pair) or pair.features["nearest"])
    )


def _deed(pair: Pair) -> bool:
    """Whether two dates hang on the same word or verb, or the same one did what they date."""
    told = pair.features
    return bool(told["head"] or told["verb"] or told["subject"])


def _odd(told: Told, time: TimeExpression, *, told_alike: bool) -> bool:
    """Whether a weekday is out of step, and the only one in its account: else the account's own day may be wrong."""
    own = told.account.article.published
    back = _back(time, own)
    if back is None or back < _OUT or (back == _WEEK - 1 and not told_alike):
        return False
    others = (t for t in told.account.annotation.times if t.form.weekday != time.form.weekday)
    return all((_back(t, own) or 0) < _OUT for t in others)


def _gone(time: TimeExpression, told: Told, beside: Told) -> bool:
    """Whether a weekday is just gone where it is told, by an account of the same days as another."""
    others = beside.account.article.published
    own = told.account.article.published or others
    back = _back(time, own)
    near = own and others and abs((own.latest - others.latest).days) <= _APART
    return bool(near) and back is not None and back <= _GONE


def _back(time: TimeExpression, own: DateRange | None) -> int | None:
    """Return how many days before an account its bare weekday would be, None for other words and days to come."""
    form = time.form
    bare = form.kind is TimeKind.WEEKDAY and form.steps is None and form.tense is not Tense.FUTURE
    if not bare or form.weekday is None or own is None or own.days > 1:
        return None
    return (own.latest.weekday() - form.weekday) % _WEEK
