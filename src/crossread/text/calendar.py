"""Calendar arithmetic: which days a time expression denotes, seen from an anchor.

Pure functions of the form, the anchor (the day of the article) and the day the
text named before. Where the anchor is a range of days, the answer is the hull
of what its days give, and None where these fall apart ("Saturday" seen from
Friday or Saturday may be two days a week apart).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from crossread.record.annotation import Tense, TimeForm, TimeKind
from crossread.record.article import DateRange
from crossread.text.daywords import in_words, quoted, relation
from crossread.text.holidays import HOLIDAYS, holiday
from crossread.text.seasons import SEASONS

_DAY = timedelta(days=1)
_WEEK = 7
_A_MONTH = 31
# How far from the anchor a date without a year and without a tense may lie to be taken as the
# nearest one: a quarter, since "3 March" in November may be the past or the coming one.
_NEAREST_YEARLESS = 92
# A date without a year is not told by its tense where it is so near in the other direction, and so far in its own.
_CLOSE_BY, _FAR_OFF = 45, 300
# How wide, to each side, a count of this unit is: "two weeks ago" is seldom a fortnight to the day.
_SLACK = {"day": 0, "week": 3, "month": 15, "year": 183}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
# How wide, in days, what was named before may be for this unit to be counted from it: "the next day"
# counts from a day (or a night between two), not from a month.
_COUNTED_FROM = {"day": 2, "week": 7, "month": 31, "year": 366, "decade": 3653, "weekend": 7}
# "A few days later" may be counted from a month too, since it is no exact day either; how many units a few are.
_FEW_COUNTED_FROM = 31
_FEW = (2, 9)
# How many years back a pair of weekday and date without a year is looked for: the gaps between years
# that share a weekday for a date are 5, 6 or 11, and 12 across a century; 28 closes the cycle.
_CYCLE = 28

Days = tuple[date, date]


def resolve(
    form: TimeForm, anchor: DateRange | None, previous: DateRange | None, *, words: str | None = None
) -> DateRange | None:
    """Return the days that `form` denotes, None where they are not known.

    `anchor` is the own day of whoever speaks, `previous` what the text named
    last; anaphoric forms count from the latter. `words` are kept as the
    range's text; its basis says from what it was worked out.
    """
    absolute = _absolute(form)
    if absolute:
        return DateRange(*absolute, words, quoted(words, "as written"))
    base = previous if form.anaphoric else anchor
    widest = _FEW_COUNTED_FROM if form.kind is TimeKind.OFFSET and form.steps is None else None
    if base is None or (form.anaphoric and base.days > (widest or _COUNTED_FROM.get(form.unit or "day", 0))):
        return None
    found = _seen_from(form, base)
    if found is None:
        return None
    return DateRange(*found, words, quoted(words, f"{relation(form)} {in_words(base)}"))


def _seen_from(form: TimeForm, base: DateRange) -> Days | None:
    """Return the hull of what the ends of `base` give: every rule below is monotone in the day."""
    first, last = at(form, base.earliest), at(form, base.latest)
    if first is None or last is None:
        return None
    hull = min(first[0], last[0]), max(first[1], last[1])
    widest = max(_width(first), _width(last))
    return hull if _width(hull) <= widest + base.days - 1 else None


def _width(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def at(form: TimeForm, day: date) -> Days | None:
    """Return the days `form` denotes seen from one `day`, or None. Dates out of range give None."""
    try:
        if form.to is not None:
            return _between(form, form.to, day)
        if form.kind is TimeKind.CALENDAR or (form.month and form.day):
            return _part_of(form, _calendar(form, day))
        if form.kind is TimeKind.WEEKDAY:
            return _weekday(form, day)
        if form.kind is TimeKind.OFFSET:
            return _offset(form, day)
        return _part_of(form, _period(form, day)) if form.kind is TimeKind.PERIOD else None
    except (ValueError, OverflowError):
        return None


# The part of a time that a word names, in sixths of it; "early", "mid" and "late" overlap in weeks and months, as usage
# does, and are thirds of a year or longer. Read on dated news and WikiWars (quarters to halves).
_SIXTHS = {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "night": (4, 6), "middle of": (2, 4),
           "beginning of": (0, 1), "start of": (0, 1), "end of": (5, 6)}  # fmt: skip
_TENTHS = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), "night": (6, 10), "middle of": (3, 7),
           "beginning of": (0, 4), "start of": (0, 4), "end of": (6, 10)}  # fmt: skip
_ENDS = tuple(part for part in _TENTHS if part.endswith(" of"))  # these lie where they lie, past or to come
_A_LONG_TIME = 300  # days: a year


def _part_of(form: TimeForm, days: Days | None) -> Days | None:
    """Narrow a week, a month or a longer time to what "early", "mid" or "late" says of it."""
    if days is None or form.part not in _TENTHS or form.day is not None or form.unit in HOLIDAYS:
        return days
    width = _width(days)
    if width < _WEEK or form.unit == "weekend":
        return days
    long = width > _A_LONG_TIME
    first, last = (round(width * n / (6 if long else 10)) for n in (_SIXTHS if long else _TENTHS)[form.part])
    return days[0] + timedelta(first), days[0] + timedelta(last - 1)


def _between(form: TimeForm, to: TimeForm, day: date) -> Days | None:
    """Return the days from one form to the other; an end without a year is of the start's, or the next."""
    start = at(_alone(form), day)
    if start is None:
        return None
    if to.year is None and to.month is not None:
        later = to.month < start[0].month
        to = replace(to, year=start[0].year + later)
    end = at(to, day)
    return (start[0], end[1]) if end and start[0] <= end[1] else None


def _alone(form: TimeForm) -> TimeForm:
    return replace(form, to=None)


def _absolute(form: TimeForm) -> Days | None:
    """Return the days of a form that names its year, None for all others."""
    if form.kind is not TimeKind.CALENDAR or form.year is None:
        return None
    if form.to is not None and form.to.year is None:
        return None
    return at(form, date(2000, 1, 1))


# Calendar dates


def _calendar(form: TimeForm, day: date) -> Days | None:
    if form.year is not None:
        return _in_year(form, form.year)
    if form.steps is not None and form.steps < -1:
        return _years_ago(form, day, -form.steps)
    if form.unit in HOLIDAYS:
        return _directed([days for year in _years(form, day) if (days := _in_year(form, year))], form, day)
    if form.month is None:
        return None
    if form.unit in _OF_A_YEAR and form.steps is not None:
        return _in_year(form, day.year + form.steps)
    found = [days for year in _years(form, day) if (days := _in_year(form, year))]
    return _directed(found, form, day)


def _years_ago(form: TimeForm, day: date, years: int) -> Days | None:
    """Return "Christmas two years ago": in that year and about so many years back, else either may be meant."""
    found, since = _in_year(form, day.year - years), timedelta(round(_UNIT_DAYS["year"] * (years - 0.5)))
    return found if found and since <= day - found[1] <= since + timedelta(366) else None


def _years(form: TimeForm, day: date) -> Iterator[int]:
    reach = 8 if form.day == 29 and form.month == 2 else 2
    return iter(range(max(1, day.year - reach), min(9999, day.year + reach) + 1))


def _in_year(form: TimeForm, year: int) -> Days | None:
    if form.unit in HOLIDAYS:
        named = holiday(form.unit, year)
        return (named, named) if named else None
    if form.month is None:
        return _years_of(form, year)
    if form.day is None:
        last = form.month + _MONTHS_OF.get(form.unit or "", 1) - 1
        return date(year, form.month, 1), month_of(date(year, last, 1))[1]
    if form.day > calendar.monthrange(year, form.month)[1]:
        return None
    found = date(year, form.month, form.day)
    if form.weekday is not None and found.weekday() != form.weekday:
        return None
    return found, found


def _years_of(form: TimeForm, year: int) -> Days | None:
    if form.unit in SEASONS:
        return None  # which months they are depends on the hemisphere
    span = {"decade": 10, "century": 100}.get(form.unit or "", 1)
    return date(year, 1, 1), date(year + span - 1, 12, 31)


# Parts of a year that begin with `month`, and how many months they have.
_MONTHS_OF = {"quarter": 3}
# Forms of these units count whole years with `steps`: "March of last year", "the third quarter of next year".
_OF_A_YEAR = frozenset({"year", *_MONTHS_OF})


def _directed(found: list[Days], form: TimeForm, day: date) -> Days | None:
    """Choose among yearly candidates by the direction that `steps` or the tense give."""
    past = [days for days in found if days[0] <= day]
    future = [days for days in found if days[1] >= day]
    if form.steps == -1:
        past = [days for days in found if days[1] < day]
        # "Last May" said in June is that of the year before, or of this one.
        doubtful = past and form.day is None and form.unit is None and day - past[-1][1] < timedelta(_A_MONTH)
        return past[-1] if past and not doubtful else None
    if form.steps == 1:
        future = [days for days in found if days[0] > day]
        return future[0] if future else None
    if form.steps == 0:
        return next((days for days in found if days[0].year == day.year), None)
    if form.day is None and form.unit is None and form.part is None and form.tense is Tense.PAST and past:
        # Of the month under way one says "this month"; "in January", said on its first days, may be the last one.
        return past[-1] if past[-1][1] < day or day.day > _WEEK else None
    if form.day is not None and form.weekday is None and found and _other_way(past, future, form, day):
        return None
    if form.tense is Tense.PAST:
        return past[-1] if past and (form.weekday is None or _within_year(past[-1], day)) else None
    if form.tense is Tense.FUTURE:
        return future[0] if future and (form.weekday is None or _within_year(future[0], day)) else None
    near = min(found, key=lambda days: _distance(days, day), default=None)
    return near if near and _distance(near, day) <= _NEAREST_YEARLESS else None


def _other_way(past: list[Days], future: list[Days], form: TimeForm, day: date) -> bool:
    """Whether a date lies close by in the direction that its tense excludes: "a speech, set for 3 March"."""
    near, far = (future[:1], past[-1:]) if form.tense is Tense.PAST else (past[-1:], future[:1])
    if form.tense not in (Tense.PAST, Tense.FUTURE) or not near or not far:
        return False
    return 0 < _distance(near[0], day) <= _CLOSE_BY and _distance(far[0], day) >= _FAR_OFF


def _within_year(days: Days, day: date) -> bool:
    """A weekday that fits the date only years away is a slip of the pen, not a date of that year."""
    return _distance(days, day) <= 366


def _distance(days: Days, day: date) -> int:
    if days[0] <= day <= days[1]:
        return 0
    return min(abs((days[0] - day).days), abs((days[1] - day).days))


def years_that_fit(month: int, day: int, weekday: int, latest: date) -> list[int]:
    """Return the years, newest first, in which this date fell on this weekday, up to `latest`."""
    fits = []
    for year in range(latest.year, max(0, latest.year - _CYCLE), -1):
        if day > calendar.monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if found <= latest and found.weekday() == weekday:
            fits.append(year)
    return fits


# Weekdays, offsets, periods


def _weekday(form: TimeForm, day: date) -> Days | None:
    """A past weekday is never the day after the anchor's (nor a coming one the day before).

    Six days off, writers say "last Friday": "early on Friday" in Thursday's
    article is Friday in another time zone, or an update under the old date.
    """
    if form.weekday is None:
        return None
    if form.unit == "week" and form.steps is not None:
        return _once(monday(day) + timedelta(_WEEK * form.steps + form.weekday))
    back = (day.weekday() - form.weekday) % _WEEK
    if form.steps == -1:
        return _once(day - timedelta(back or _WEEK))
    if form.steps == 1:
        return _next_weekday(form.weekday, day)
    if form.steps == 0:
        return _once(monday(day) + timedelta(form.weekday))
    if back == 0:
        return _once(day)
    if form.tense is Tense.PAST and back != _WEEK - 1:
        return _once(day - timedelta(back))
    if form.tense is Tense.FUTURE and back != 1:
        return _once(day + timedelta(_WEEK - back))
    return None


def _next_weekday(weekday: int, day: date) -> Days:
    """ "next Friday" on a Monday may be this week's or the following week's: both are given."""
    ahead = (weekday - day.weekday() - 1) % _WEEK + 1
    coming = day + timedelta(ahead)
    same_week = monday(coming) == monday(day)
    return coming, coming + timedelta(_WEEK) if same_week else coming


def _once(day: date) -> Days:
    return day, day


def _offset(form: TimeForm, day: date) -> Days | None:
    if form.steps is None and form.part in ("earlier", "later") and form.unit in _UNIT_DAYS:
        few, many = (timedelta(round(_UNIT_DAYS[form.unit] * count)) for count in _FEW)
        return (day + few, day + many) if form.part == "later" else (day - many, day - few)
    if form.steps is None or form.unit is None:
        return None
    if form.unit in ("hour", "minute", "second"):
        per_day = {"hour": 24, "minute": 1440, "second": 86400}[form.unit]
        reach = timedelta(-(-abs(form.steps) // per_day))
        return (day - reach, day) if form.steps <= 0 else (day, day + reach)
    if form.unit not in _UNIT_DAYS:
        return None
    centre = day + timedelta(round(_UNIT_DAYS[form.unit] * form.steps))
    slack = timedelta(_SLACK[form.unit])
    if form.part == "overnight":
        return day - _DAY, day
    return centre - slack, centre + slack


def _period(form: TimeForm, day: date) -> Days | None:
    if form.unit == "weekend":
        return _weekend(form, day)
    whole = _unit_around(form.unit, form.steps, day)
    if whole is None:
        return None
    start, end = whole
    if form.steps == 0 and not form.anaphoric and form.part not in _ENDS:
        if form.unit == "week" and form.tense is Tense.FUTURE and day.weekday() == calendar.SUNDAY:
            return day, day + timedelta(_WEEK)  # a week that begins on this Sunday, or on Monday
        if form.part == "earlier" and form.unit == "week" and day == start:
            return day - timedelta(
                _WEEK
            ), day  # on a Monday: a week that began on Sunday, or the one just over
        if form.part == "earlier" or form.tense is Tense.PAST:
            return start, min(day, end)
        if form.part == "later" or form.tense is Tense.FUTURE:
            left = max(day, start), end
            # At its very end "later in the year" is said of another year, that the text has named.
            return left if form.unit == "week" or _width(left) > _WEEK else None
    if form.unit == "week" and form.steps == -1 and day.weekday() == calendar.SUNDAY:
        return start, day - _DAY  # written on a Sunday, "last week" may be the one just ending
    return start, end


def _unit_around(unit: str | None, steps: int | None, day: date) -> Days | None:
    if steps is None:
        return None
    if unit == "week":
        start = monday(day) + timedelta(_WEEK * steps)
        return start, start + timedelta(_WEEK - 1)
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        count = (day.year * 12 + day.month - 1) // size * size + size * steps
        first = date(count // 12, count % 12 + 1, 1)
        last = count + size - 1
        return first, month_of(date(last // 12, last % 12 + 1, 1))[1]
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        year = day.year // size * size + size * steps
        return date(year, 1, 1), date(year + size - 1, 12, 31)
    return None


def _weekend(form: TimeForm, day: date) -> Days | None:
    saturday = monday(day) + timedelta(calendar.SATURDAY)
    on_it = day.weekday() >= calendar.SATURDAY
    if form.steps == 1 or (form.tense is Tense.FUTURE and form.steps in (None, 0) and not on_it):
        start = saturday + timedelta(_WEEK) if form.steps == 1 and on_it else saturday
    elif form.steps == -1 or (form.tense is Tense.PAST and not on_it):
        start = saturday - timedelta(_WEEK)
    elif on_it:
        start = saturday
    else:
        return None
    return start, start + _DAY


def monday(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(day.weekday())


def month_of(day: date) -> Days:
    """Return the first and last day of the month of `day`."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
