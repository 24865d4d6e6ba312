"""From a match of a time rule to the form it says; None where it is no time after all."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.annotate.times.words import (
    AMBIGUOUS_MONTHS,
    DECADE_WORDS,
    MONTH_NUMBERS,
    ORDINALS,
    PARTS,
    WEEKDAY_NUMBERS,
    number_is_few,
    number_value,
    unit_name,
)  # fmt: skip
from crossread.record.annotation import Tense, TimeForm, TimeKind
from crossread.text.holidays import HOLIDAYS

Match = re.Match[str]


def _int(words: str | None) -> int | None:
    digits = re.match(r"\d+", words or "")
    return int(digits.group()) if digits else None


def _month(words: str | None) -> int | None:
    return MONTH_NUMBERS.get((words or "").lower().rstrip(".")) if words else None


def _weekday(words: str | None) -> int | None:
    return WEEKDAY_NUMBERS.get((words or "").lower().rstrip(".")) if words else None


def _part(words: str | None) -> str | None:
    low = (words or "").lower()
    if "hours" in low or low in ("early", "late"):
        return "early" if low != "late" else "night"
    return PARTS.get(low, low) or None


def _short_year(words: str | None) -> int | None:
    """Two digits are of this or the last century, turning at 50."""
    year = _int(words)
    if year is None or year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)


# Calendar dates


def date(match: Match) -> TimeForm | None:
    groups = match.groupdict()
    month, day = _month(groups.get("m")), _int(groups.get("d"))
    if month is None or day is None or day > 31:
        return None
    year, weekday = _int(groups.get("y")), _weekday(groups.get("w"))
    part = _part(groups.get("p") or groups.get("of"))
    return TimeForm(TimeKind.CALENDAR, year=year, month=month, day=day, weekday=weekday, part=part)


def date_range(match: Match) -> TimeForm | None:
    groups = match.groupdict()
    end_month, year = _month(groups.get("m2")) or _month(groups["m"]), _int(groups.get("y"))
    start = TimeForm(TimeKind.CALENDAR, year, _month(groups["m"]), _int(groups["d"]))
    end = TimeForm(TimeKind.CALENDAR, year, end_month, _int(groups["d2"]))
    in_order = (start.month or 0, start.day or 0) < (end.month or 0, end.day or 0)
    return replace(start, to=end) if in_order else None


def iso(match: Match) -> TimeForm | None:
    year, month, day = (int(match[i]) for i in (1, 2, 3))
    return TimeForm(TimeKind.CALENDAR, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def month_year(match: Match) -> TimeForm | None:
    return TimeForm(TimeKind.CALENDAR, _int(match["y"]), _month(match["m"]), part=_part(match["p"]))


def month_alone(match: Match) -> TimeForm | None:
    name = match["m"].lower().rstrip(".")
    step = (match["step"] or "").lower()
    if not (match["cue"] or match["p"] or step) and name in AMBIGUOUS_MONTHS:
        return None
    steps = {"last": -1, "next": 1, "this": 0}.get(step)
    return TimeForm(TimeKind.CALENDAR, month=_month(name), steps=steps, part=_part(match["p"]))


def month_before(match: Match) -> TimeForm | None:
    """ "August" of "August–September 1950"; "December" of "December–January 1951" is of the year before."""
    month, second = _month(match["m"]), _month(match["m2"])
    year = int(match["y"]) - (month is not None and second is not None and month > second)
    return TimeForm(TimeKind.CALENDAR, year, month, part=_part(match["p"]))


_RELATIVE = {"last": -1, "previous": -1, "next": 1, "following": 1}
_OF_THE_TEXT = ("that", "same", "following", "previous")


def month_of_a_year(match: Match) -> TimeForm | None:
    """ "March of last year", "July 25 of that year": the year is the writer's or that named last."""
    groups, word, ago = match.groupdict(), match["rel"].lower().split()[-2], _years_ago(match)
    if match["n"] and not ago:
        return None  # "several years ago"
    return TimeForm(
        TimeKind.CALENDAR,
        month=_month(match["m"]),
        day=_int(groups["d"] or groups["d2"]),
        unit="year",
        steps=ago or _RELATIVE.get(word, 0),
        part=_part(match["p"]),
        anaphoric=word in _OF_THE_TEXT,
    )


def month_after(match: Match) -> TimeForm | None:
    """ "April" of "from February to April"."""
    return TimeForm(TimeKind.CALENDAR, month=_month(match["m"]))


def year(match: Match) -> TimeForm | None:
    return TimeForm(TimeKind.CALENDAR, year=int(match["y"]), part=_part(match["p"]))


def years(match: Match) -> TimeForm | None:
    start, end = int(match["y"]), int(match["y2"])
    if end < 100:
        end += start // 100 * 100
    if not start < end <= start + 150:
        return None
    return TimeForm(TimeKind.CALENDAR, start, to=TimeForm(TimeKind.CALENDAR, end))


def decade(match: Match) -> TimeForm | None:
    words = match["y"]
    if not words:
        start = DECADE_WORDS[match["word"].lower()]
    else:
        start = int(words) if len(words) == 4 else int(words) + (1900 if int(words) >= 20 else 2000)
    return TimeForm(TimeKind.CALENDAR, start, unit="decade", part=_part(match["p"]))


def century(match: Match) -> TimeForm | None:
    number = _int(match["n"]) or ORDINALS.get(match["n"].lower())
    if not number or not 1 < number <= 21:
        return None
    return TimeForm(TimeKind.CALENDAR, (number - 1) * 100, unit="century")


def season(match: Match) -> TimeForm | None:
    name = match["s"].lower().replace("fall", "autumn")
    return TimeForm(TimeKind.CALENDAR, int(match["y"]), unit=name)


def season_alone(match: Match) -> TimeForm | None:
    """ "last summer", "in the autumn"; "during the fall" of something is no season."""
    groups, words = match.groupdict(), match.group().lower().split()
    name = (groups["s"] or groups["s2"] or groups["s3"] or "").lower()
    if name == "fall" and not match["step"] and not (words[0] == "in" and "the" in words):
        return None
    word = (match["step"] or "").lower()
    steps = {"last": -1, "next": 1, "this": 0, "this coming": 1}.get(word)
    return TimeForm(
        TimeKind.CALENDAR, unit=name.replace("fall", "autumn"), steps=steps, anaphoric=word.startswith("that")
    )


def holiday(match: Match) -> TimeForm | None:
    """ "Christmas 2007", "last Thanksgiving", "on Good Friday"."""
    step = match["step"] or match["step2"] or ""
    name = " ".join((match["h"] or match["h2"]).lower().replace("’", "'").split())
    known = next((one for one in HOLIDAYS if one.replace("'", "") == name.replace("'", "")), None)
    ago = _years_ago(match)
    steps = ago or _RELATIVE.get(step.lower(), 0 if step else None)
    sure = known and (ago or not match["n"])  # not "several years ago"
    return TimeForm(TimeKind.CALENDAR, _int(match["y"]), unit=known, steps=steps) if sure else None


def _years_ago(match: Match) -> int | None:
    """Return "two years ago" behind a month or a holiday as steps, None where nothing is counted."""
    count = number_value(match["n"]) if match["n"] else None
    return -count if count else None


def nth_of_the_month(match: Match) -> TimeForm | None:
    """ "on the 20th": of the month named last, or the one nearest to the writer."""
    return TimeForm(TimeKind.CALENDAR, day=_int(match["d"]))


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def quarter(match: Match) -> TimeForm | None:
    """ "the third quarter of 2015"; a quarter without its year may be one of a game."""
    month, year = _NTH[match["n"]] * 3 - 2, _int(match["y"])
    steps = None if year else _RELATIVE.get(match["rel"] or "", 0)
    return TimeForm(TimeKind.CALENDAR, year, month, unit="quarter", steps=steps)


# Weekdays and days counted from another


def named_day(match: Match) -> TimeForm | None:
    groups = match.groupdict()
    weekday = _weekday(groups["w"])
    step = ((groups.get("step") or "").lower().split() or [""])[-1]
    steps = {"last": -1, "past": -1, "this": 0, "next": 1}.get(step)
    part = _part(groups.get("part")) or _part(groups.get("early"))
    week = (groups.get("week") or "").lower()
    if week:
        unit_steps = -1 if "last" in week else 1 if "next" in week else 0
        return TimeForm(TimeKind.WEEKDAY, weekday=weekday, unit="week", steps=unit_steps, part=part)
    anaphoric = step in ("following", "previous", "preceding", "that")
    if anaphoric:
        steps = {"following": 1, "that": 0}.get(step, -1)
    return TimeForm(TimeKind.WEEKDAY, weekday=weekday, steps=steps, part=part, anaphoric=anaphoric)


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this": 0, "last": -1, "overnight": 0}


def deictic(match: Match) -> TimeForm | None:
    word = match["day"].lower().split()[0]
    part = _part(match["part"]) or _part(match["early"])
    if word == "tonight":
        part = "night"
    if word == "overnight":
        return TimeForm(TimeKind.OFFSET, unit="day", steps=0, part="overnight")
    after = (match["after"] or "").lower()
    steps = _DEICTIC[word]
    if after.startswith("day before"):
        steps = -2
    elif after.startswith("day after"):
        steps = 2
    return TimeForm(TimeKind.OFFSET, unit="day", steps=steps, part=part)


_COUNTED = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"})


def ago(match: Match) -> TimeForm | None:
    unit, count = unit_name(match["u"]), number_value(match["n"])
    if count is None or unit not in _COUNTED:
        return few_units_later(match, unit) if number_is_few(match["n"]) else units_later(match)
    if unit in ("decade", "fortnight"):
        unit, count = ("year", count * 10) if unit == "decade" else ("week", count * 2)
    after = match["dir"].lower()
    steps = -count if after.startswith(("ago", "earlier", "before", "previously")) else count
    anaphoric = not after.startswith("ago") and "from now" not in after and "time" not in after
    return TimeForm(TimeKind.OFFSET, unit=unit, steps=steps, anaphoric=anaphoric)


def few_units_later(match: Match, unit: str) -> TimeForm:
    """ "A few days later": some days from what was named last."""
    direction = "later" if match["dir"].lower().startswith(("later", "from")) else "earlier"
    if match["dir"].lower() == "ago":
        return units_later(match)
    return TimeForm(TimeKind.OFFSET, unit=unit, part=direction, anaphoric=True)


def units_later(match: Match) -> TimeForm:
    """ "months later", "a few weeks ago": before or after, nobody says how long."""
    ahead = match["dir"].lower().startswith(("later", "from"))
    return TimeForm(TimeKind.VAGUE, tense=Tense.FUTURE if ahead else Tense.PAST)


def pointing(match: Match) -> TimeForm | None:
    """ "that day", "the previous week", "the following year": counted from what was named last."""
    word, unit = match["which"].lower().split()[-1], unit_name(match["u"])
    steps = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}.get(word, 0)
    part = None
    if unit in PARTS or unit in ("morning", "afternoon", "evening", "night"):
        unit, part = "day", PARTS.get(unit, unit)
    kind = TimeKind.OFFSET if unit == "day" else TimeKind.PERIOD
    if (match["early"] or "").lower() in ("earlier", "later"):
        part = match["early"].lower()
    return TimeForm(kind, unit=unit, steps=steps, part=part, anaphoric=True)


def period(match: Match) -> TimeForm | None:
    word = match["step"].lower()
    steps = {"this": 0, "the": 0, "last": -1, "next": 1, "coming": 1}.get(word.split()[-1])
    unit = unit_name(match["u"])
    if word == "the" and unit != "weekend":
        return None
    if word.startswith("the ") and match["early"] and steps is not None:  # "early the next year"
        part = match["early"].lower()
        return TimeForm(TimeKind.PERIOD, unit=unit, steps=steps, part=part, anaphoric=True)
    if word.startswith("the ") and unit != "weekend":
        return TimeForm(TimeKind.LENGTH, unit=unit, steps=1)  # "the last week" is the past or the final one
    if unit == "weekend" and word == "the":
        steps = None
    return TimeForm(TimeKind.PERIOD, unit=unit, steps=steps, part=_which_part(match))


def _which_part(match: Match) -> str | None:
    return " ".join((match["early"] or "").lower().removesuffix("in").split()) or None


def within_period(match: Match) -> TimeForm | None:
    """ "by the end of the year": the writer's year; in a tale of the past, that named last."""
    unit = match["u"]
    if unit == "day":
        return TimeForm(TimeKind.OFFSET, unit="day", steps=0, anaphoric=True)
    return TimeForm(TimeKind.PERIOD, unit=unit, steps=0, part=_which_part(match))


# Lengths, repeated times, times of day, vague times


def length(match: Match) -> TimeForm | None:
    unit, count = unit_name(match["u"]), number_value(match["n"])
    if unit == "fortnight":
        unit, count = "week", None if count is None else count * 2
    return TimeForm(TimeKind.LENGTH, unit=unit, steps=count)


_NEED_NO_MORE = re.compile(r"(?:for|in|within|after|than|half|last\w*|took)\s", re.IGNORECASE)


def a_length(match: Match) -> TimeForm | None:
    """ "a week" is a length behind a preposition or with a word of measure; else it may be any week."""
    measured = match["span"].lower().split()[0] not in ("a", "an", "just", "only")  # "just a minute"
    return length(match) if measured or _NEED_NO_MORE.match(match.group()) else None


def long(match: Match) -> TimeForm | None:
    words = match["u"].lower()
    return TimeForm(TimeKind.LENGTH, unit=unit_name(words), steps=None if words.endswith("s") else 1)


def every(match: Match) -> TimeForm | None:
    if match["w"]:
        return TimeForm(TimeKind.LENGTH, weekday=_weekday(match["w"].rstrip("s").rstrip("S")), steps=1)
    unit = unit_name(match["u"] or "")
    parts = {"morning": "day", "evening": "day", "night": "day", "afternoon": "day"}
    return TimeForm(TimeKind.LENGTH, unit=parts.get(unit, unit), steps=1)


_ADVERBS = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "annually": "year",
            "yearly": "year"}  # fmt: skip


def adverb(match: Match) -> TimeForm | None:
    return TimeForm(TimeKind.LENGTH, unit=_ADVERBS[match.group().lower()], steps=1)


def clock(match: Match) -> TimeForm | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = re.sub(r"[.\s]", "", (match.groupdict().get("half") or "").lower())
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return TimeForm(TimeKind.CLOCK, clock=f"{hour:02d}:{minute:02d}")


def hour_name(match: Match) -> TimeForm | None:
    return TimeForm(TimeKind.CLOCK, clock="00:00" if match["n"].lower() == "midnight" else "12:00")


def vague(match: Match) -> TimeForm | None:
    low = match.group().lower()
    past = low.startswith(("recent", "in recent", "in the past", "lately", "over recent", "in the last"))
    present = low in ("now", "current", "currently", "at present", "nowadays", "these days", "at the moment")
    present = present or low.endswith(("day", "being"))
    tense = Tense.PAST if past else Tense.PRESENT if present else Tense.FUTURE
    return TimeForm(TimeKind.VAGUE, tense=tense)


def numeric(match: Match, *, day_first: bool) -> TimeForm | None:
    """ "10/11/2016", read in the order that the article uses."""
    first, second = int(match["a"]), int(match["b"])
    day, month = (first, second) if day_first else (second, first)
    year = _short_year(match["y"])
    if not (1 <= day <= 31 and 1 <= month <= 12) or year is None:
        return None
    return TimeForm(TimeKind.CALENDAR, year, month, day)
