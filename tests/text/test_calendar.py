"""Calendar arithmetic: what a form denotes seen from a day, and from a range of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.annotation import Tense, TimeForm, TimeKind
from crossread.record.article import DateRange
from crossread.text.calendar import at, resolve, years_that_fit
from crossread.text.daywords import in_words
from crossread.text.timex import timex_value

SUNDAY = date(2021, 3, 14)


def day(when: date, until: date | None = None) -> DateRange:
    return DateRange(when, until or when)


def weekday(number: int, **more: object) -> TimeForm:
    return TimeForm(TimeKind.WEEKDAY, weekday=number, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (weekday(2, tense=Tense.PAST), (date(2021, 3, 10), date(2021, 3, 10))),
        (weekday(6, tense=Tense.PAST), (SUNDAY, SUNDAY)),
        (weekday(3, tense=Tense.FUTURE), (date(2021, 3, 18), date(2021, 3, 18))),
        (weekday(2), None),
        (weekday(2, steps=-1), (date(2021, 3, 10), date(2021, 3, 10))),
        (weekday(4, unit="week", steps=-1), (date(2021, 3, 5), date(2021, 3, 5))),
        (weekday(0, tense=Tense.PAST), None),  # six days off: nobody would word it so
        (TimeForm(TimeKind.OFFSET, unit="day", steps=-1), (date(2021, 3, 13), date(2021, 3, 13))),
        (TimeForm(TimeKind.OFFSET, unit="week", steps=-2), (date(2021, 2, 25), date(2021, 3, 3))),
        (TimeForm(TimeKind.PERIOD, unit="week", steps=0, tense=Tense.PAST), (date(2021, 3, 8), SUNDAY)),
        (TimeForm(TimeKind.PERIOD, unit="month", steps=-1), (date(2021, 2, 1), date(2021, 2, 28))),
        (TimeForm(TimeKind.PERIOD, unit="weekend", tense=Tense.PAST), (date(2021, 3, 13), SUNDAY)),
        (TimeForm(TimeKind.CALENDAR, month=3, day=3, tense=Tense.PAST), (date(2021, 3, 3), date(2021, 3, 3))),
        (TimeForm(TimeKind.CALENDAR, month=10, tense=Tense.PAST), (date(2020, 10, 1), date(2020, 10, 31))),
        (TimeForm(TimeKind.CALENDAR, month=9, day=3), None),  # neither near nor directed
        (TimeForm(TimeKind.CALENDAR, year=1990, unit="decade"), (date(1990, 1, 1), date(1999, 12, 31))),
        (TimeForm(TimeKind.LENGTH, unit="day", steps=3), None),
    ],
)
def test_seen_from_one_day(form: TimeForm, expected: tuple[date, date] | None) -> None:
    assert at(form, SUNDAY) == expected


def test_earlier_this_week_on_a_monday_is_not_that_monday_alone() -> None:
    form = TimeForm(TimeKind.PERIOD, unit="week", steps=0, part="earlier")
    assert at(form, date(2021, 3, 15)) == (date(2021, 3, 8), date(2021, 3, 15))


def test_a_range_of_anchors_gives_the_hull_where_its_days_agree() -> None:
    anchor = day(date(2021, 3, 14), date(2021, 3, 15))
    found = resolve(weekday(6, tense=Tense.PAST), anchor, None, words="Sunday")
    assert found is not None
    assert (found.earliest, found.latest, found.text) == (SUNDAY, SUNDAY, "Sunday")
    assert "14–15 March 2021" in found.basis


def test_a_range_of_anchors_gives_nothing_where_its_days_fall_apart() -> None:
    anchor = day(date(2021, 3, 11), date(2021, 3, 13))
    assert resolve(weekday(4, steps=-1), anchor, None) is None


def test_anaphoric_forms_count_from_what_was_named_last() -> None:
    form = TimeForm(TimeKind.OFFSET, unit="day", steps=1, anaphoric=True)
    assert resolve(form, day(SUNDAY), None) is None
    found = resolve(form, day(SUNDAY), day(date(2021, 3, 3)))
    assert found is not None
    assert found.earliest == date(2021, 3, 4)


def test_a_date_that_is_no_day_of_its_weekday_is_not_forced_into_another_year() -> None:
    form = weekday(6, month=3, day=13, tense=Tense.PAST)  # 13 March 2021 was a Saturday
    assert resolve(form, day(SUNDAY), None) is None


def test_years_that_share_weekday_and_date() -> None:
    assert years_that_fit(3, 13, 5, date(2026, 11, 21))[:2] == [2021, 2010]
    assert years_that_fit(3, 13, 5, date(2027, 11, 21))[0] == 2027
    assert years_that_fit(2, 30, 5, date(2027, 11, 21)) == []


def test_values() -> None:
    saturday = day(date(2021, 3, 13))
    assert timex_value(weekday(5, part="night"), saturday) == "2021-03-13TNI"
    assert timex_value(weekday(5), None) == "XXXX-WXX-6"
    assert timex_value(TimeForm(TimeKind.CALENDAR, year=1990, unit="decade"), None) == "199"
    assert timex_value(TimeForm(TimeKind.LENGTH, unit="week", steps=2), None) == "P2W"
    assert (
        timex_value(TimeForm(TimeKind.PERIOD, unit="week", steps=0), day(date(2021, 3, 8), SUNDAY))
        == "2021-W10"
    )


def test_in_words() -> None:
    assert in_words(day(SUNDAY)) == "Sunday 14 March 2021"
    assert in_words(day(date(2021, 3, 13), SUNDAY)) == "13–14 March 2021"
    assert in_words(day(date(2020, 12, 31), date(2021, 1, 1))) == "31 December 2020 – 1 January 2021"


UNITS = ["day", "week", "month", "year", "decade", "century", "weekend", "quarter", "hour", "spring"]
PARTS = ["early", "later", "earlier", "night", "overnight"]
FORMS = st.builds(
    TimeForm,
    kind=st.sampled_from(TimeKind),
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    unit=st.none() | st.sampled_from(UNITS),
    steps=st.none() | st.integers(-3000, 3000),
    part=st.none() | st.sampled_from(PARTS),
    tense=st.none() | st.sampled_from(Tense),
    anaphoric=st.booleans(),
)


@given(FORMS, st.dates(), st.integers(0, 40))
def test_never_raises_and_keeps_order(form: TimeForm, start: date, width: int) -> None:
    end = date.fromordinal(min(date.max.toordinal(), start.toordinal() + width))
    found = resolve(form, DateRange(start, end), DateRange(start, end))
    assert found is None or found.earliest <= found.latest
    timex_value(form, found)
