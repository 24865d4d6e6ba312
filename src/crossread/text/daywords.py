"""Days put in words for a person to read, and how a day was worked out."""

from __future__ import annotations

from datetime import date

from crossread.record.annotation import Tense, TimeForm, TimeKind
from crossread.record.article import DateRange

# Written out: the names that the standard library gives are those of the machine's language.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),  # counted from 1
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(days: DateRange) -> str:
    """Return the range for a person to read: "Sunday 14 March 2021", "13–14 March 2021"."""
    first, last = days.earliest, days.latest
    if first == last:
        return f"{WEEKDAYS[first.weekday()]} {_day_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day_month(last)} {last.year}"
    if first.year == last.year:
        return f"{_day_month(first)} – {_day_month(last)} {last.year}"
    return f"{_day_month(first)} {first.year} – {_day_month(last)} {last.year}"


def _day_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]}"


def relation(form: TimeForm) -> str:
    if form.anaphoric:
        return "counted from the day named before,"
    if form.kind is TimeKind.WEEKDAY and form.steps is None:
        return {Tense.PAST: "on or before", Tense.FUTURE: "on or after"}.get(
            form.tense or Tense.PRESENT, "on"
        )
    if form.kind in (TimeKind.CALENDAR, TimeKind.WEEKDAY):
        return "nearest to" if form.tense is None else "seen from"
    return "counted from" if form.kind is TimeKind.OFFSET else "seen from"


def quoted(words: str | None, how: str) -> str:
    return f"“{words}” {how}" if words else how
