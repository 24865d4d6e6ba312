"""Exclusion: which values of one kind can be held against each other, and which of these cannot both hold.

Numbers of one unit that no rounding joins; days, months or years of one grain;
places of which it is known where they lie; full names with one first name.
"""

from __future__ import annotations

import re

from crossread.compare.conflicts.rounding import apart, range_of, same_rounded
from crossread.compare.conflicts.sameness import Surroundings
from crossread.compare.conflicts.spellings import romanised, spelt_alike
from crossread.compare.conflicts.telling import Value
from crossread.record.annotation import TimeExpression
from crossread.record.dossier import ConflictKind
from crossread.text.gazetteer import far_apart, unlike
from crossread.text.names import key, parse

# Counts further apart than this factor are of different things, however alike the words.
FAR = 3.0
# Most days between two named days, months or years of one happening (read on the development stories).
_GAPS = {"weekday": 7, "day": 7, "month": 62, "year": 800}
_MONTH, _YEAR = 31, 365
_FATHERS = re.compile(r" (?:bin|ibn|bint) ")  # before the name of somebody's father


def comparable(mine: Value, theirs: Value, ours: Surroundings, yours: Surroundings) -> bool:
    """Whether two values of one kind could be of one thing, whether they agree or not."""
    if mine.number and theirs.number:
        if None in (ours.unit, yours.unit) or mine.number.vague or theirs.number.vague:
            return False
        return ours.unit == yours.unit or "" in (ours.unit, yours.unit)
    if mine.time and theirs.time:
        return _grain(mine.time) == _grain(theirs.time)
    return True


def _grain(time: TimeExpression) -> str:
    """Return what a date names: a weekday, a day of a month, a month or a year."""
    form = time.form
    if form.weekday is not None:
        return "weekday"
    return "year" if form.month is None else "day" if form.day is not None else "month"


def exclude(mine: Value, theirs: Value, *, surely: bool = False) -> bool:
    """Whether two values cannot both hold of one thing; what is `surely` one thing may be told any distance apart."""
    if mine.number and theirs.number:
        low, high = sorted((range_of(mine.number), range_of(theirs.number)))
        least, most = sorted((float(mine.form), float(theirs.form)))
        if same_rounded(least, most):
            return False
        return apart(low, high) and least > 0 and (surely or most <= FAR * least)
    if mine.time and theirs.time:
        days = _days_between(mine.time, theirs.time)
        return days > 0 and (surely or days <= _GAPS[_grain(mine.time)])
    if mine.kind is ConflictKind.PLACE:
        return far_apart(mine.form, theirs.form) or (surely and unlike(mine.form, theirs.form))
    return _misnamed(mine.form, theirs.form)


def _days_between(one: TimeExpression, other: TimeExpression) -> int:
    """Return the days between two dates; between weekdays of which one is in no known week, as in one week."""
    if one.days and other.days:
        return (max(one.days.earliest, other.days.earliest) - min(one.days.latest, other.days.latest)).days
    ours, yours = one.form, other.form
    if ours.weekday is not None and yours.weekday is not None:
        return abs(ours.weekday - yours.weekday)
    if ours.month is not None and yours.month is not None:
        return abs(_MONTH * (ours.month - yours.month) + (ours.day or 0) - (yours.day or 0))
    return abs(_YEAR * ((ours.year or 0) - (yours.year or 0)))


def _misnamed(one: str, other: str) -> bool:
    """Whether two full names have one first name and last names that are neither one name nor one spelt twice."""
    ours, theirs = parse(one), parse(other)
    if not ours.full or not theirs.full or key(ours.first) != key(theirs.first):
        return False
    if _FATHERS.search(one) and _FATHERS.search(other):
        return False  # two sons of two fathers
    last, others = key(ours.surname).replace(" ", ""), key(theirs.surname).replace(" ", "")
    if last in key(other).replace(" ", "") or others in key(one).replace(" ", ""):
        return False
    return not spelt_alike(last, others) and romanised(last) != romanised(others)
