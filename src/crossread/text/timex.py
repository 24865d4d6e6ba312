"""TIMEX3 values of time expressions, and the settling of an article's expressions in text order.

Values follow TimeML 1.2.1 (Sauri et al. 2006) as TempEval-3 uses it: "2021-03-13",
"2021-W10", "2021-03-13TNI", "199", "P2W", "XXXX-WXX-6" where the day is not known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from crossread.record.annotation import Tense, TimeExpression, TimeForm, TimeKind, TimeType
from crossread.record.article import DateRange
from crossread.text.calendar import SEASONS, resolve

_PARTS = {
    "morning": "MO",
    "early": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
}
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
          "weekend": "WE", "quarter": "Q", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_REFERENCES = {Tense.PAST: "PAST_REF", Tense.PRESENT: "PRESENT_REF", Tense.FUTURE: "FUTURE_REF"}
# What may stand between a time of day and its day: "11pm local time on Thursday", "Thursday at 11pm".
_CLOCK_TO_DAY = re.compile(r",?\s*(?:local time|GMT|BST|ET|EST|EDT)?,?\s*(?:on|of|at|at around|at about)?\s*")
# A day named at most this wide can be what "that day" or "the next day" counts from.
_POINTED_AT = 31
# A text tells history when it names at least so many years, and so many to each weekday, "yesterday" or "this week".
# Read on WikiWars and on dated news (2 to 8).
_YEARS_OF_HISTORY = 5
_YEARS_TO_A_DAY = 3
_OF_THE_WRITER = (TimeKind.WEEKDAY, TimeKind.OFFSET, TimeKind.PERIOD)


def timex_value(form: TimeForm, days: DateRange | None) -> str | None:
    """Return the TIMEX3 value of `form` where it denotes `days`, None where it has none."""
    if form.to is not None:
        ends = timex_value(replace(form, to=None), days and _end(days, days.earliest))
        last = timex_value(form.to, days and _end(days, days.latest))
        return f"{ends}/{last}" if ends and last else None
    if form.kind is TimeKind.LENGTH:
        return _length(form)
    if form.kind is TimeKind.VAGUE:
        return _REFERENCES[form.tense] if form.tense else None
    if form.kind is TimeKind.CLOCK:
        return f"{days.earliest.isoformat() if days and days.days == 1 else 'XXXX-XX-XX'}T{form.clock}"
    if form.kind is TimeKind.CALENDAR:
        return _calendar(form, days)
    return _relative(form, days)


def _end(days: DateRange, day: date) -> DateRange:
    return DateRange(day, day, days.text, days.basis)


def _length(form: TimeForm) -> str | None:
    if form.weekday is not None:
        return f"XXXX-WXX-{form.weekday + 1}"
    unit = _UNITS.get(form.unit or "")
    if unit is None:
        return None
    count = "X" if form.steps is None else str(form.steps)
    return f"PT{count}{unit}" if form.unit in _CLOCK_UNITS else f"P{count}{unit}"


def _calendar(form: TimeForm, days: DateRange | None) -> str | None:
    year = f"{form.year:04d}" if form.year is not None else (f"{days.earliest.year:04d}" if days else "XXXX")
    if form.unit in SEASONS:
        return f"{year}-{SEASONS[form.unit or '']}"
    if form.month is None:
        return {"decade": year[:3], "century": year[:2]}.get(form.unit or "", year)
    if form.day is None:
        return f"{year}-{form.month:02d}"
    return f"{year}-{form.month:02d}-{form.day:02d}{_part(form)}"


def _relative(form: TimeForm, days: DateRange | None) -> str | None:
    if days is None:
        return f"XXXX-WXX-{form.weekday + 1}{_part(form)}" if form.weekday is not None else None
    if form.kind is TimeKind.WEEKDAY or form.unit == "day":
        return days.earliest.isoformat() + _part(form) if days.days == 1 else None
    centre = days.earliest + timedelta((days.days - 1) // 2)
    if form.kind is TimeKind.PERIOD:
        centre = days.earliest if form.tense is not Tense.FUTURE else days.latest
    return _in_unit(form.unit or "", centre)


def _in_unit(unit: str, day: date) -> str | None:
    year, week, _ = day.isocalendar()
    if unit in ("hour", "minute", "second"):
        return day.isoformat()
    return {
        "week": f"{year}-W{week:02d}",
        "weekend": f"{year}-W{week:02d}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year:04d}"[:3],
        "century": f"{day.year:04d}"[:2],
    }.get(unit)


def _part(form: TimeForm) -> str:
    if form.clock:
        return f"T{form.clock}"
    return f"T{_PARTS[form.part]}" if form.part in _PARTS else ""


def settle(
    times: tuple[TimeExpression, ...], text: str, anchor: DateRange | None
) -> tuple[TimeExpression, ...]:
    """Return the expressions of one article, in text order, with days and values seen from `anchor`.

    Anaphoric forms count from the day named last; a time of day takes the day
    that stands beside it. In a text that tells history a date without a year
    is of the year named last; in news beside another year it stays open.
    """
    settled: list[TimeExpression] = []
    previous: DateRange | None = None
    history = _tells_history(times)
    for index, time in enumerate(times):
        form = _in_context(time, previous) if history else time.form
        doubtful = not history and _in_past_year(times[:index], time, text, anchor)
        days = None if doubtful else resolve(form, anchor, previous, words=time.span.of(text))
        settled.append(replace(time, days=days, value=timex_value(time.form, days)))
        if days is not None and _pointed_at(time, days):
            previous = days
    return tuple(_with_clocks(settled, text))


def _tells_history(times: tuple[TimeExpression, ...]) -> bool:
    """Whether the text goes by years, not by the days around its own (HeidelTime's "narrative" domain)."""
    years = sum(time.form.kind is TimeKind.CALENDAR and time.form.year is not None for time in times)
    near = sum(time.form.kind in _OF_THE_WRITER and not time.form.anaphoric for time in times)
    return years >= _YEARS_OF_HISTORY and near * _YEARS_TO_A_DAY < years


def _yearless(form: TimeForm) -> bool:
    return (
        form.kind is TimeKind.CALENDAR
        and form.year is None
        and form.month is not None
        and form.weekday is None
    )


def _in_context(time: TimeExpression, previous: DateRange | None) -> TimeForm:
    form = time.form
    if previous is None or not _yearless(form) or form.steps is not None:
        return form
    year = previous.earliest.year
    return replace(form, year=year, to=form.to and replace(form.to, year=year))


def _in_past_year(
    before: tuple[TimeExpression, ...], time: TimeExpression, text: str, anchor: DateRange | None
) -> bool:
    """Whether a date without a year follows another year in its paragraph, and so may be of that year."""
    if anchor is None or not _yearless(time.form):
        return False
    named = next((t for t in reversed(before) if t.form.kind is TimeKind.CALENDAR and t.form.year), None)
    if named is None or "\n" in text[named.span.end : time.span.start]:
        return False
    return named.form.year not in (anchor.earliest.year, anchor.latest.year)


def _pointed_at(time: TimeExpression, days: DateRange) -> bool:
    if time.type in (TimeType.DURATION, TimeType.SET):
        return False
    return days.days <= _POINTED_AT or time.form.kind is TimeKind.CALENDAR


def _with_clocks(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    for index, time in enumerate(times):
        if time.form.kind is not TimeKind.CLOCK:
            continue
        beside = [i for i in (index + 1, index - 1) if 0 <= i < len(times) and _joined(times[i], time, text)]
        days = next((times[i].days for i in beside if times[i].days), None)
        if days is not None and days.days == 1:
            words = time.span.of(text)
            kept = replace(days, text=words, basis=f"“{words}” of the day beside it: {days.basis}")
            times[index] = replace(time, days=kept, value=timex_value(time.form, kept))
    return times


def _joined(day: TimeExpression, clock: TimeExpression, text: str) -> bool:
    if day.type not in (TimeType.DATE, TimeType.TIME) or day.form.kind is TimeKind.CLOCK:
        return False
    first, second = sorted((day.span, clock.span))
    return _CLOCK_TO_DAY.fullmatch(text, first.end, second.start) is not None
