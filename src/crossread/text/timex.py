"""TIMEX3 values of time expressions, and the settling of an article's expressions in text order.

Values follow TimeML 1.2.1 (Sauri et al. 2006) as TempEval-3 uses it: "2021-03-13",
"2021-W10", "2021-03-13TNI", "199", "P2W", "XXXX-WXX-6" where the day is not known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from crossread.record.annotation import Tense, TimeExpression, TimeForm, TimeKind, TimeType
from crossread.record.article import DateRange
from crossread.text.calendar import resolve
from crossread.text.holidays import HOLIDAYS
from crossread.text.seasons import SEASONS, season_days, season_year

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
# A day named at most this wide can be what "that day" or "the next day" counts from.
_POINTED_AT = 31
# A text tells history when it names at least so many years, and so many to each weekday, "yesterday" or "this week".
# Read on WikiWars and on dated news (2 to 8).
_YEARS_OF_HISTORY = 5
_YEARS_TO_A_DAY = 3
# A tale that was in a month so many months later in the year than the one it names has passed a New Year
# (tuned on half of WikiWars, 7 to 11).
_TURN_OF_YEAR = 8
# How many expressions in a row may be an aside to a later year, and to one further off than `_FAR` years
# (tuned on half of WikiWars: 1 to 3, 2 to 8 expressions, 5 to 40 years).
_LONGEST_ASIDE, _LONGEST_ASIDE_FAR = 1, 4
_FAR = 10
# Words after which a year is no step of the tale, and how many characters before it they are looked for.
_ASIDE = re.compile(r"(?:\([^)]*|\b(?:since|until|till|before|to|than)\s+(?:the\s+)?)$", re.IGNORECASE)
_LOOK_BACK = 60
# A time between "the" and a noun only says which one is meant.
_ATTRIBUTE_OF = re.compile(r"\b(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\s+(?!(?:on|in|at|and|or|to|with|by|was|were|is|had|has|when|where|as|for|of|from|after|before|but|that|which|"
    r"until|the|a|an|he|she|it|they)\b)[a-z]"
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
    if form.year is not None:
        year = f"{form.year:04d}" if form.year > 0 else f"BC{-form.year:04d}"
    else:
        year = f"{days.earliest.year:04d}" if days else "XXXX"
    if form.unit in HOLIDAYS:
        return days.earliest.isoformat() if days and days.days == 1 else None
    if form.unit in SEASONS:
        return f"{year}-{SEASONS[form.unit or '']}"
    if form.month is None and form.day is not None:
        return None
    if form.month is None:
        short = {"decade": -1, "century": -2}.get(form.unit or "")
        return year[:short]
    if form.unit in ("quarter", "half"):
        return (
            f"{year}-Q{form.month // 3 + 1}" if form.unit == "quarter" else f"{year}-H{form.month // 6 + 1}"
        )
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
    reached: DateRange | None = None  # the day that a tale of the past has reached
    history = _tells_history(times)
    steps = _steps(times, text) if history else frozenset()
    northern = _SOUTH.search(text) is None
    for index, time in enumerate(times):
        form = _in_context(time, reached) if history else time.form
        form = _with_season_year(form, anchor, reached or previous, history=history)
        doubtful = not history and _in_past_year(times[:index], time, text, anchor)
        form = _with_month(form, reached or previous if history else previous)
        doubtful = doubtful or (not history and _counts_from_a_deed(time, named_at, text))
        days = None if doubtful else resolve(form, anchor, previous, words=time.span.of(text))
        days = days or (None if doubtful else _season(form, time.span.of(text), northern=northern))
        value = timex_value(form, days) or _in_year_named(form, previous)
        settled.append(replace(time, days=days, value=value))
        if form.kind is TimeKind.CALENDAR and form.year is not None and form.year < 0:
            previous = reached = None  # our calendar has no days so early to count from
        if days is not None and _pointed_at(time, days):
            if not (history and time.form.kind in _OF_THE_WRITER and not form.anaphoric):
                previous, named_at = days, time.span.end
            if index in steps:
                reached = days
        elif form.unit in SEASONS and form.year is not None and form.year > 0 and form.steps is None:
            reached = DateRange(date(form.year, 1, 1), date(form.year, 12, 31))
    return tuple(_with_clocks(settled, text, history=history))


def _counts_from_a_deed(time: TimeExpression, named_at: int, text: str) -> bool:
    """Whether "three months later" in a sentence without a day, or "the same day as", counts from what that tells."""
    if time.rule == "pointing" and _POINTS_ON.match(text, time.span.end):
        return True  # "the same day as"
    if time.rule != "ago" or not time.form.anaphoric:
        return False
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, named_at - 1), time.span.start)]
    return bool(ends) and time.span.start - ends[-1] > _FRONTED


def _season(form: TimeForm, words: str, *, northern: bool) -> DateRange | None:
    """Return the months of a season in a text that names no land of the south."""
    if form.unit not in SEASONS or form.year is None or form.year < 1 or not northern:
        return None
    return DateRange(*season_days(form.unit or "", form.year), words, f"“{words}”, as in the north")


def _tells_history(times: tuple[TimeExpression, ...]) -> bool:
    """Whether the text goes by years, not by the days around its own (HeidelTime's "narrative" domain)."""
    named = [t.form.year for t in times if t.rule != "bare-year" and t.form.kind is TimeKind.CALENDAR]
    years = sum(year is not None for year in named)
    near = sum(time.form.kind in _OF_THE_WRITER and not time.form.anaphoric for time in times)
    return years >= _YEARS_OF_HISTORY and near * _YEARS_TO_A_DAY < years


def _yearless(form: TimeForm) -> bool:
    return (
        form.kind is TimeKind.CALENDAR
        and form.year is None
        and (form.month is not None or form.unit in HOLIDAYS)
        and form.weekday is None
        and form.steps is None
    )


def _steps(times: tuple[TimeExpression, ...], text: str) -> frozenset[int]:
    """Return which expressions a tale of the past goes on from; a year that it looks out to and leaves is none."""
    moving = [index for index, time in enumerate(times) if _moves_on(time, text)]
    dated = [(index, year) for index in moving if (year := times[index].form.year) is not None]
    runs = [list(run) for _, run in groupby(dated, key=lambda one: one[1])]
    asides = {
        index
        for before, run, after in zip(runs, runs[1:], runs[2:], strict=False)
        if not any(_heads(times[index], text) or times[index].form.month for index, _ in run)
        and len(run) <= _longest_aside(before[0][1], run[0][1], after[0][1])
        for index, _ in run
    }
    return frozenset(moving) - asides


def _longest_aside(before: int, year: int, after: int) -> int:
    """Return how many expressions of this year may be an aside, where the tale goes on about where it was."""
    if abs(year - before) > _FAR and abs(year - after) > _FAR and abs(after - before) <= _FAR:
        return _LONGEST_ASIDE_FAR
    return _LONGEST_ASIDE if before <= after < year else 0


def _heads(time: TimeExpression, text: str) -> bool:
    """Whether the expression begins a line, as a heading does ("2005: Elections")."""
    return time.span.start == 0 or text[time.span.start - 1] == "\n"


def _moves_on(time: TimeExpression, text: str) -> bool:
    """Whether a tale of the past goes on from this day: not one in brackets, a span of years, or an aside."""
    form, before = time.form, text[max(0, time.span.start - _LOOK_BACK) : time.span.start]
    if time.type in (TimeType.DURATION, TimeType.SET) or (form.kind in _OF_THE_WRITER and not form.anaphoric):
        return False
    if form.unit in ("decade", "century") or (form.to is not None and form.month is None):
        return False
    if form.kind is TimeKind.CALENDAR and form.year is not None and _ASIDE.search(before):
        return False
    if _ATTRIBUTE_OF.search(before) and _ATTRIBUTE.match(text, time.span.end):
        return False  # "the August 1792 uprising"
    return time.rule != "bare-year" or before.endswith("\n") or not before


def _in_context(time: TimeExpression, reached: DateRange | None) -> TimeForm:
    form = time.form
    if time.rule == "deictic" and form.unit == "day" and form.steps == 0 and form.part is None:
        return TimeForm(TimeKind.VAGUE, tense=Tense.PRESENT)  # "today" in a history is the present at large
    if time.rule == "within-period" and form.kind is TimeKind.PERIOD:
        return replace(form, anaphoric=True)
    if reached is None or not _yearless(form):
        return form
    turned = reached.days <= _POINTED_AT and reached.earliest.month - (form.month or 12) >= _TURN_OF_YEAR
    year = reached.earliest.year + turned
    return replace(form, year=year, to=form.to and replace(form.to, year=year))


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
    if anchor is None or not (season or _yearless(time.form)):
        return False
    named = next((t for t in reversed(before) if t.form.kind is TimeKind.CALENDAR and t.form.year), None)
    if named is None or ("\n" in text[named.span.end : time.span.start] and not season):
        return False
    return named.form.year not in (anchor.earliest.year, anchor.latest.year)


def _pointed_at(time: TimeExpression, days: DateRange) -> bool:
    if time.type in (TimeType.DURATION, TimeType.SET):
        return False
    return days.days <= _POINTED_AT or time.form.kind is TimeKind.CALENDAR


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
