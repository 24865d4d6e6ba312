"""Dates of publication as metadata words them (ISO 8601) to the days they may mean.

A time with a zone counts as the day in that zone: the outlet's own day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from crossread.record.article import DateRange

BASIS = "metadata"

_TIME = (
    r"(?:[T ](?P<hour>[01]\d|2[0-4])(?::?[0-5]\d(?::?(?:[0-5]\d|60)(?:[.,]\d+)?)?)?"
    r"(?: ?(?:Z|[+−-][01]\d(?::?[0-5]\d(?::?[0-5]\d)?)?))?)?"
)
_DAY = re.compile(r"(?P<y>\d{4})(?P<dash>-?)(?P<m>\d\d)(?P=dash)(?P<d>\d\d)" + _TIME, re.IGNORECASE)
_ORDINAL = re.compile(r"(?P<y>\d{4})-?(?P<n>\d{3})" + _TIME, re.IGNORECASE)
_WEEK = re.compile(r"(?P<y>\d{4})-?W(?P<w>\d\d)(?:-?(?P<d>[1-7])" + _TIME + ")?", re.IGNORECASE)
_MONTH = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)")
_YEAR = re.compile(r"(?P<y>\d{4})")


def parse_published(words: str) -> DateRange | None:
    """Return the days that an ISO 8601 date or time means; None where it is no such date.

    A month or a year alone gives all its days.
    """
    try:
        days = _days(words.strip())
    except ValueError:  # of the right shape, but no such day: 2021-02-30
        return None
    return DateRange(days[0], days[1], words.strip(), BASIS) if days else None


def _days(words: str) -> tuple[date, date] | None:
    if found := _DAY.fullmatch(words):
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        return day, day
    if found := _MONTH.fullmatch(words):
        year, month = int(found["y"]), int(found["m"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if found := _YEAR.fullmatch(words):
        return date(int(found["y"]), 1, 1), date(int(found["y"]), 12, 31)
    if found := _WEEK.fullmatch(words):
        first, last = (int(found["d"]),) * 2 if found["d"] else (1, 7)
        year, week = int(found["y"]), int(found["w"])
        return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
    if found := _ORDINAL.fullmatch(words):
        return _ordinal(int(found["y"]), int(found["n"]))
    return None


def _ordinal(year: int, number: int) -> tuple[date, date]:
    day = date(year, 1, 1) + timedelta(number - 1)
    if day.year != year:
        raise ValueError(f"{year} has no day {number}")
    return day, day
