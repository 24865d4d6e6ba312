"""Tales of the past: which year a date without one is of, in a text that goes by years.

A tale mostly goes forward in small steps, and now and then looks out to a date
that it does not go on from. Of all ways to give its dates years the one with
the least of jumps, steps back and looks aside is taken, so that what follows a
date counts as well as what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p
from statistics import median

from crossread.record.annotation import TimeExpression, TimeForm, TimeKind, TimeType
from crossread.record.article import DateRange
from crossread.text.holidays import HOLIDAYS

OF_THE_WRITER = (TimeKind.WEEKDAY, TimeKind.OFFSET, TimeKind.PERIOD)
# A day named at most this wide can be what "that day" or "the next day" counts from.
POINTED_AT = 31
# A text tells history when it names at least so many years, and so many to each weekday, "yesterday" or "this week":
# more of them where most are near its own, as in the background of news. Read on WikiWars (2 to 10) and on dated news.
_YEARS_OF_HISTORY = 5
_YEARS_TO_A_DAY, _NEAR_YEARS_TO_A_DAY = 3, 10
_NEAR = 5  # years
# What it costs to step back in time, to look aside to a date or a year, and to go to a year that is not named; any step
# costs the logarithm of the months to it. Tuned on half of WikiWars (0.5 to 5, 1 to 6, 2 to 5, 0.5 to 2): between 0.5
# and 1.5, from 4 on, up to 4 and from 1 on they hardly matter there; on the other half a dear look to a year costs .02.
_BACK, _ASIDE, _ASIDE_TO_A_YEAR, _ANOTHER_YEAR = 1.0, 5.0, 3.0, 2.0
_KEPT = 40  # ways that are followed at once
_FROM_DAY_TO_DAY = re.compile(r"\s*(?:to|until|till|through|and)\s+")
# Words after which a year is no step of the tale, and how many characters before it they are looked for.
_LOOKING_OUT = re.compile(r"(?:\([^)]*|\b(?:since|until|till|before|to|than)\s+(?:the\s+)?)$", re.IGNORECASE)
_LOOK_BACK = 60
# A time between "the" and a noun only says which one is meant.
_ATTRIBUTE_OF = re.compile(r"\b(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\s+(?!(?:on|in|at|and|or|to|with|by|was|were|is|had|has|when|where|as|for|of|from|after|before|but|that|which|"
    r"until|the|a|an|he|she|it|they)\b)[a-z]"
)
_YEAR, _DAYS = 12, 31  # of a year the months, of a month the days
_MONTHS = {"year": 12.0, "month": 1.0, "week": 7 / _DAYS, "day": 1 / _DAYS}
_MOMENT = 0.001  # an end lies before what follows
# The months of a part of a year; they overlap, as usage does.
_PARTS = {"early": (0, 5), "mid": (4, 8), "late": (7, 12), "night": (7, 12), "middle of": (4, 8),
          "beginning of": (0, 4), "start of": (0, 4), "end of": (9, 12)}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a tale stands: from the first to the last moment of what it told last, in months since the year 0."""

    first: float
    last: float

    @property
    def year(self) -> int:
        return int(self.first // _YEAR)


@dataclass(frozen=True)
class Step:
    """What a tale says of one of its times: the year that it gives a date without one, and where it stood before."""

    year: int | None = None
    here: Place | None = None


@dataclass(frozen=True)
class _Way:
    """One way to read a tale so far: what it costs, where it stands, and its steps, the last one first."""

    cost: float = 0.0
    here: Place | None = None
    step: Step | None = None
    before: _Way | None = None


def tells_history(times: tuple[TimeExpression, ...], own: DateRange | None) -> bool:
    """Whether the text goes by years, not by the days around its own (HeidelTime's "narrative" domain)."""
    named = [t.form.year for t in times if t.rule != "bare-year" and t.form.kind is TimeKind.CALENDAR]
    years = [year for year in named if year is not None]
    days = sum(time.form.kind in OF_THE_WRITER and not time.form.anaphoric for time in times)
    near = bool(years) and own is not None and abs(own.earliest.year - median(years)) <= _NEAR
    if len(set(years) if near else years) < _YEARS_OF_HISTORY:
        return False  # news may name the year before it over and over
    return days * (_NEAR_YEARS_TO_A_DAY if near else _YEARS_TO_A_DAY) < len(years)


def is_yearless(form: TimeForm) -> bool:
    return (
        form.kind is TimeKind.CALENDAR
        and form.year is None
        and (form.month is not None or form.unit in HOLIDAYS)
        and form.weekday is None
        and form.steps is None
    )


def course(times: Sequence[TimeExpression], text: str) -> tuple[Step, ...]:
    """Return what the tale says of each time, by the way of least cost."""
    ends = {i for i, pair in enumerate(pairwise(times), start=1) if _end_of_a_range(*pair, text)}
    years = frozenset(t.form.year for t in times if t.form.year is not None and t.form.year > 0)
    ways = [_Way()]
    for index, time in enumerate(times):
        onward = index in ends or _moves_on(time, text)
        going_on = (_goes_on(way, time, years, onward=onward, text=text) for way in ways)
        best: dict[tuple[Place | None, int | None], _Way] = {}
        for way in sorted((one for ones in going_on for one in ones), key=lambda one: one.cost):
            best.setdefault((way.here, way.step.year if way.step else None), way)
        ways = list(best.values())[:_KEPT]
    return _steps_of(ways[0])


def _steps_of(way: _Way) -> tuple[Step, ...]:
    steps = []
    while way.before is not None:
        steps.append(way.step or Step())
        way = way.before
    return tuple(reversed(steps))


def _goes_on(
    way: _Way, time: TimeExpression, years: frozenset[int], *, onward: bool, text: str
) -> Iterator[_Way]:
    """Yield the ways to read one more time: as a step of the tale, or as a look aside."""
    form, here = time.form, way.here
    dated = form.kind is TimeKind.CALENDAR and form.year is not None

    def to(place: Place | None, cost: float = 0.0, year: int | None = None) -> _Way:
        return _Way(way.cost + cost, place, Step(year, here), way)

    if dated and form.year is not None and form.year < 0:
        yield to(None)  # our calendar has no days so early to count from
    elif dated and form.year is not None and onward and (place := _place(form, form.year)) is not None:
        if not _heads(time, text):
            yield to(here, _ASIDE if form.month else _ASIDE_TO_A_YEAR)
        inside = here is not None and _holds(place, here)
        yield to(here if inside else place, _jump(here, place))
    elif is_yearless(form) and form.month is not None and here is not None:
        for year in sorted(years | {here.year - 1, here.year, here.year + 1}):
            if (place := _place(form, year)) is not None:
                unsaid = 0.0 if year == here.year else _ANOTHER_YEAR
                yield to(place if onward else here, _jump(here, place) + unsaid, year)
    else:
        yield to(_counted_on(form, here) if here is not None else None)


def _counted_on(form: TimeForm, here: Place) -> Place:
    """Return where "the following year" or "two months later" leads; what is told of an earlier time leads nowhere."""
    if not form.anaphoric or not form.steps or form.steps < 0 or form.unit not in _MONTHS:
        return here
    if form.unit == "year":
        start = float((here.year + form.steps) * _YEAR)
        return Place(start, start + _YEAR - _MOMENT)
    by = form.steps * _MONTHS[form.unit]
    return Place(here.first + by, here.last + by)


def _holds(wide: Place, narrow: Place) -> bool:
    return wide.first <= narrow.first and narrow.last <= wide.last


def _jump(here: Place | None, there: Place) -> float:
    """Return what it costs to go from one place to another: nothing within one, more with each month between them."""
    if here is None:
        return 0.0
    if there.last < here.first:
        return _BACK + log1p(here.first - there.last)
    return log1p(max(0.0, there.first - here.last))


def _place(form: TimeForm, year: int) -> Place | None:
    """Return the months of a date in a year; None for decades and longer."""
    if form.unit in ("decade", "century") or (form.to is not None and form.month is None):
        return None
    if form.month is None:
        begin, end = _PARTS.get(form.part or "", (0, _YEAR))
        return Place(year * _YEAR + begin, year * _YEAR + end - _MOMENT)
    last = form.to or form
    month = (last.year or year) * _YEAR + (last.month or form.month) - 1
    return Place(
        year * _YEAR + form.month - 1 + ((form.day or 1) - 1) / _DAYS,
        month + (last.day or _DAYS) / _DAYS - _MOMENT,
    )


def _end_of_a_range(first: TimeExpression, last: TimeExpression, text: str) -> bool:
    """Whether the second of two dates ends what the first begins: "from 3 May 1920 to 4 June 1921"."""
    dates = all(one.form.kind is TimeKind.CALENDAR and one.form.month is not None for one in (first, last))
    return dates and _FROM_DAY_TO_DAY.fullmatch(text, first.span.end, last.span.start) is not None


def _heads(time: TimeExpression, text: str) -> bool:
    """Whether the expression begins a line, as a heading does ("2005: Elections")."""
    return time.span.start == 0 or text[time.span.start - 1] == "\n"


def _moves_on(time: TimeExpression, text: str) -> bool:
    """Whether a tale of the past goes on from this day: not one in brackets, a span of years, or an aside."""
    form, before = time.form, text[max(0, time.span.start - _LOOK_BACK) : time.span.start]
    if time.type in (TimeType.DURATION, TimeType.SET) or (form.kind in OF_THE_WRITER and not form.anaphoric):
        return False
    if form.unit in ("decade", "century") or (form.to is not None and form.month is None):
        return False
    if form.kind is TimeKind.CALENDAR and form.year is not None and _LOOKING_OUT.search(before):
        return False
    if _ATTRIBUTE_OF.search(before) and _ATTRIBUTE.match(text, time.span.end):
        return False  # "the August 1792 uprising"
    return time.rule != "bare-year" or before.endswith("\n") or not before
