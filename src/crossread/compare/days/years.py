"""The year of a date that one account gives without it and another with it: "Aug. 9", "Aug. 9, 2011"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta

from crossread.record.annotation import Account, Tense, TimeExpression, TimeForm, TimeKind
from crossread.record.article import DateRange

# A date so near the account's own day is the news, whatever happened on its like in other years. Of six such dates in
# 240 stories the four of another year lay 25 days or more before, the two of the news (4 July) one day.
_NEWS = timedelta(days=21)
# Dates of more years back are anniversaries' ("July 4, 1776").
_YEARS_BACK = 10

Years = Mapping[tuple[int, int], int]


def years_told(accounts: Iterable[Account]) -> Years:
    """Return the year of each (month, day) that the story gives with one year and no other."""
    told: dict[tuple[int, int], set[int]] = defaultdict(set)
    for account in accounts:
        for form in (time.form for time in account.annotation.times):
            if _is_day(form) and form.year is not None:
                told[form.month or 0, form.day or 0].add(form.year)
    return {day: years.pop() for day, years in told.items() if len(years) == 1}


def year_elsewhere(time: TimeExpression, own: DateRange | None, years: Years) -> int | None:
    """Return the year that the story gives for a settled date without one; None where it is its account's own.

    `own` is the account's own day.
    """
    form, days = time.form, time.days
    year = years.get((form.month or 0, form.day or 0))
    if year is None or not _is_day(form) or form.year is not None or form.weekday is not None:
        return None
    if own is None or days is None or form.tense is Tense.FUTURE or year == days.earliest.year:
        return None
    news = own.earliest - days.latest <= _NEWS and days.earliest - own.latest <= _NEWS
    return None if news or not 0 < own.latest.year - year <= _YEARS_BACK else year


def _is_day(form: TimeForm) -> bool:
    return form.kind is TimeKind.CALENDAR and bool(form.month and form.day) and form.to is None
