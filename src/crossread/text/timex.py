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
from crossread.text.calendar import month_of, resolve
from crossread.text.holidays import HOLIDAYS
from crossread.text.seasons import SEASONS, season_days, season_year
from crossread.text.tales import OF_THE_WRITER, POINTED_AT, Place, course, is_yearless, tells_history

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
_SENTENCE_END = re.compile(r"\n|[a-z0-9)”\"][.!?][”\"’']?\s+[“\"‘]?[A-Z]")
_CLOCK_TO_DAY = re.compile(
    r",?\s*(?:local time|[A-Z]\w+ time|GMT|BST|ET|EST|EDT)?,?\s*(?:on|of|at|at around|at about)?\s*"
)
# What follows a day that is told by what happened on it.
_POINTS_ON = re.compile(r"\s+(?:of|as|that|when)\b")
# A time that begins at most so many characters into its sentence opens it.
_FRONTED = 12
# Lands that lie south of the equator wholly or for the greater part of their people (UN M49).
_SOUTH = re.compile(
    r"\b(?:Australia|New Zealand|South Africa|Argentin|Chile|Brazil|Uruguay|Paraguay|Bolivia|Peru|Zimbabwe|Namibia"
    r"|Botswana|Mozambique|Zambia|Angola|Malawi|Madagascar|Mauritius|Fiji|Samoa|Tonga|Papua)"
)


def timex_value(form: TimeForm, days: DateRange | None) -> str | None:
    """Return the TIMEX3 value of `form` where it denotes `days`, None where it has none."""
    if form.to is not None:
        ends = timex_value(replace(form, to=None), days and _end(days, days.earliest))
        last = timex_value(form.to, days and _end(days, days.latest))
        return f"{ends}/{last}" if ends and last else None
    if form.kind is TimeKind.LENGTH:
        return _length(form)
    if form.kind is TimeKind.VAGUE:
        return _REFERENCES[form.tense] if form.tense else f"XXXX-XX-XX{_part(form)}" if form.part else None
    if form.kind is TimeKind.OFFSET and form.steps is None and form.part in ("earlier", "later"):
        return _REFERENCES[Tense.FUTURE if form.part == "later" else Tense.PAST]
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
    year = f"{form.year:04d}" if form.year is not None else f"{days.earliest.year:04d}" if days else "XXXX"
    if form.unit in HOLIDAYS:
        return days.earliest.isoformat() if days and days.days == 1 else None
    if form.unit in SEASONS:
        return f"{year}-{SEASONS[form.unit or '']}"
    if form.month is None and form.day is not None:
        return None
    if form.month is None:
        short = {"decade": -1, "century": -2}.get(form.unit or "")
        return year[:short]
    if form.unit == "quarter":
        return f"{year}-Q{form.month // 3 + 1}"
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
    previous: DateRange | None = None  # the day named last
    named_at = 0  # where that ends
    history = tells_history(times, anchor)
    told = course(times, text) if history else ()
    northern = _SOUTH.search(text) is None
    for index, time in enumerate(times):
        form = _in_context(time, told[index].year) if history else time.form
        here = _reached(told[index].here) if history else None
        form = _with_season_year(form, anchor, here or previous, history=history)
        doubtful = not history and _in_past_year(times[:index], time, text, anchor)
        form = _with_month(form, here or previous if history else previous)
        doubtful = doubtful or (not history and _counts_from_a_deed(time, named_at, text))
        days = None if doubtful else resolve(form, anchor, previous, words=time.span.of(text))
        days = days or (None if doubtful else _season(form, time.span.of(text), northern=northern))
        value = timex_value(form, days) or _in_year_named(form, previous)
        settled.append(replace(time, days=days, value=value))
        of_the_writer = history and time.form.kind in OF_THE_WRITER and not form.anaphoric
        if days is not None and _pointed_at(time, days) and not of_the_writer:
            previous, named_at = days, time.span.end
    return tuple(_with_clocks(settled, text, history=history))


def _reached(here: Place | None) -> DateRange | None:
    """Return the months at which a tale stands."""
    if here is None:
        return None
    month, end = int(here.first % 12) + 1, int(here.last)
    return DateRange(date(here.year, month, 1), month_of(date(end // 12, end % 12 + 1, 1))[1])


def _in_context(time: TimeExpression, year: int | None) -> TimeForm:
    """Return the form of an expression of a tale, with the year that the tale gives it."""
    form = time.form
    if time.rule == "deictic" and form.unit == "day" and form.steps == 0 and form.part is None:
        return TimeForm(TimeKind.VAGUE, tense=Tense.PRESENT)  # "today" in a history is the present at large
    if time.rule == "within-period" and form.kind is TimeKind.PERIOD:
        return replace(form, anaphoric=True)
    return form if year is None else replace(form, year=year, to=form.to and replace(form.to, year=year))


def _counts_from_a_deed(time: TimeExpression, named_at: int, text: str) -> bool:
    """Whether "three months later" in a sentence without a day, or "the same day as", counts from what that tells."""
    if time.rule == "pointing" and _POINTS_ON.match(text, time.span.end):
        return True  # "the same day as"
    if time.rule == "within-period" and time.form.unit == "day":
        return (
            _SENTENCE_END.search(text, max(0, named_at - 1), time.span.start) is not None
        )  # "earlier in the day"
    if time.rule != "ago" or not time.form.anaphoric:
        return False
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, named_at - 1), time.span.start)]
    return bool(ends) and time.span.start - ends[-1] > _FRONTED


def _season(form: TimeForm, words: str, *, northern: bool) -> DateRange | None:
    """Return the months of a season in a text that names no land of the south."""
    if form.unit not in SEASONS or form.year is None or not northern:
        return None
    return DateRange(*season_days(form.unit or "", form.year), words, f"“{words}”, as in the north")


def _with_month(form: TimeForm, previous: DateRange | None) -> TimeForm:
    """ "On the 20th" is of the month named last."""
    if form.kind is not TimeKind.CALENDAR or form.day is None or form.month is not None or previous is None:
        return form
    first, last = previous.earliest, previous.latest
    one_month = (first.year, first.month) == (last.year, last.month)
    return replace(form, year=first.year, month=first.month) if one_month else form


def _with_season_year(
    form: TimeForm, anchor: DateRange | None, previous: DateRange | None, *, history: bool
) -> TimeForm:
    if form.unit not in SEASONS or form.year is not None:
        return form
    if previous is not None and (form.anaphoric or (history and form.steps is None)):
        return replace(form, year=previous.earliest.year)
    if anchor is None or form.anaphoric or (history and form.steps is None):
        return form
    return replace(form, year=season_year(form, anchor.earliest))


def _in_year_named(form: TimeForm, previous: DateRange | None) -> str | None:
    """ "Three days later" than a month is a day of its year."""
    if form.unit != "day" or not form.anaphoric or previous is None:
        return None
    years = {previous.earliest.year, previous.latest.year}
    return f"{previous.earliest.year:04d}-XX-XX" if len(years) == 1 else None


def _in_past_year(
    before: tuple[TimeExpression, ...], time: TimeExpression, text: str, anchor: DateRange | None
) -> bool:
    """Whether a date without a year follows another year in its paragraph, and so may be of that year."""
    season = time.form.unit in SEASONS and time.form.year is None and time.form.steps is None
    if anchor is None or not (season or is_yearless(time.form)):
        return False
    named = next((t for t in reversed(before) if t.form.kind is TimeKind.CALENDAR and t.form.year), None)
    if named is None or ("\n" in text[named.span.end : time.span.start] and not season):
        return False
    return named.form.year not in (anchor.earliest.year, anchor.latest.year)


def _pointed_at(time: TimeExpression, days: DateRange) -> bool:
    if time.type in (TimeType.DURATION, TimeType.SET):
        return False
    return days.days <= POINTED_AT or time.form.kind is TimeKind.CALENDAR


def _with_clocks(times: list[TimeExpression], text: str, *, history: bool) -> list[TimeExpression]:
    for index, time in enumerate(times):
        if time.form.kind is not TimeKind.CLOCK:
            continue
        beside = [i for i in (index + 1, index - 1) if 0 <= i < len(times) and _joined(times[i], time, text)]
        days = next((times[i].days for i in beside if times[i].days), None) or _day_before(times, index, text)
        days = days or (_day_of_tale(times, index, text) if history else None)
        if days is not None and days.days == 1:
            words = time.span.of(text)
            kept = replace(days, text=words, basis=f"“{words}” of the day beside it: {days.basis}")
            times[index] = replace(time, days=kept, value=timex_value(time.form, kept))
    return times


def _day_before(times: list[TimeExpression], index: int, text: str) -> DateRange | None:
    """Return the only day that the sentence names before its time of day."""
    same: list[TimeExpression] = []
    for after, before in zip(times[index:0:-1], times[index - 1 :: -1], strict=False):
        if _SENTENCE_END.search(text, before.span.end, after.span.start) is not None:
            break
        same.append(before)
    days = {(t.days.earliest, t.days.latest) for t in same if t.days is not None}
    return next((t.days for t in same if t.days is not None), None) if len(days) == 1 else None


def _day_of_tale(times: list[TimeExpression], index: int, text: str) -> DateRange | None:
    """Return the day that a tale of the past named last in the paragraph of a time of day."""
    for time in reversed(times[:index]):
        if "\n" in text[time.span.end : times[index].span.start]:
            return None
        if time.days is not None and time.type in (TimeType.DATE, TimeType.TIME):
            return time.days
    return None


def _joined(day: TimeExpression, clock: TimeExpression, text: str) -> bool:
    if day.type not in (TimeType.DATE, TimeType.TIME) or day.form.kind is TimeKind.CLOCK:
        return False
    first, second = sorted((day.span, clock.span))
    return _CLOCK_TO_DAY.fullmatch(text, first.end, second.start) is not None
