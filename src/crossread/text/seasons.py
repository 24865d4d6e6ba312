"""Seasons: of which year one is spoken of, and its months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from crossread.record.annotation import Tense, TimeForm

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
# The months in which a season is spoken of, in the north, where the publishers of most English news sit;
# winter is named by the year in which it begins. They only choose a year: a season is given no days.
_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def season_days(unit: str, year: int) -> tuple[date, date]:
    """Return the months of a season in the north; winter is named by the year in which it begins."""
    first, last = _SEASON_MONTHS[unit]
    end = date(year + (last > 12), (last - 1) % 12 + 1, 1)
    return date(year, first, 1), end.replace(day=monthrange(end.year, end.month)[1])


def season_year(form: TimeForm, day: date) -> int | None:
    """Return the year of a season without one, seen from `day`: "last summer", "in the autumn"."""
    first, last = _SEASON_MONTHS[form.unit or ""]
    now = day.year * 12 + day.month
    years = (day.year - 2, day.year - 1, day.year, day.year + 1)
    past = [year for year in years if year * 12 + last < now]
    coming = [year for year in years if year * 12 + first > now]
    under_way = [year for year in years if year * 12 + first <= now <= year * 12 + last]
    if form.steps == -1:
        return past[-1]
    if form.steps == 1:
        return coming[0]
    if under_way:
        return under_way[0]
    if form.tense is Tense.PAST:
        return past[-1]
    if form.tense is Tense.FUTURE or form.steps == 0:
        return coming[0]
    return day.year
