"""Days of the year that go by a name, as English news uses them (UK, US, and common Christian feasts)."""

from __future__ import annotations

from calendar import FRIDAY, MONDAY, SUNDAY, THURSDAY
from datetime import date, timedelta

_FIXED = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "saint patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
# The n-th weekday of a month; -1 is its last.
_NTH_WEEKDAY = {
    "martin luther king day": (1, MONDAY, 3),
    "presidents' day": (2, MONDAY, 3),
    "presidents day": (2, MONDAY, 3),
    "memorial day": (5, MONDAY, -1),
    "labor day": (9, MONDAY, 1),
    "columbus day": (10, MONDAY, 2),
    "remembrance sunday": (11, SUNDAY, 2),
    "thanksgiving day": (11, THURSDAY, 4),
    "thanksgiving": (11, THURSDAY, 4),
}
# Days after Easter Sunday.
_BY_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "whit sunday": 49,
    "pentecost": 49,
}
_BLACK_FRIDAY = "black friday"
HOLIDAYS = (*_FIXED, *_NTH_WEEKDAY, *_BY_EASTER, _BLACK_FRIDAY)


def holiday(name: str, year: int) -> date | None:
    """Return the day of this year that bears the name, None for a name that is none of HOLIDAYS."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH_WEEKDAY:
        return _nth_weekday(year, *_NTH_WEEKDAY[name])
    if name == _BLACK_FRIDAY:
        return _nth_weekday(year, *_NTH_WEEKDAY["thanksgiving"]) + timedelta(FRIDAY - THURSDAY)
    if name in _BY_EASTER:
        return easter(year) + timedelta(_BY_EASTER[name])
    return None


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    days = [first + timedelta((weekday - first.weekday()) % 7 + 7 * week) for week in range(5)]
    return [day for day in days if day.month == month][n if n < 0 else n - 1]


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, day = divmod(of_century, 4)
    sunday = (32 + 2 * rest + 2 * quarter - moon - day) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, before = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, before + 1)
