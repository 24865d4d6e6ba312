"""Holidays: days of the year that go by a name."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.text.holidays import HOLIDAYS, easter, holiday


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("christmas", date(2021, 12, 25)),
        ("easter", date(2021, 4, 4)),
        ("good friday", date(2021, 4, 2)),
        ("thanksgiving", date(2021, 11, 25)),
        ("black friday", date(2021, 11, 26)),
        ("memorial day", date(2021, 5, 31)),
        ("remembrance sunday", date(2021, 11, 14)),
        ("no day", None),
    ],
)
def test_holidays(name: str, day: date | None) -> None:
    assert holiday(name, 2021) == day


def test_easter_over_the_years() -> None:
    known = {1961: (4, 2), 2000: (4, 23), 2008: (3, 23), 2016: (3, 27), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_every_holiday_has_a_day_in_every_year() -> None:
    assert all(holiday(name, year) is not None for name in HOLIDAYS for year in (1900, 2024, 2100))
