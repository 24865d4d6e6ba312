"""The words of English time expressions, as fragments of regular expressions.

Closed classes after grammars and the TIMEX3 guidelines (Ferro et al. 2005);
written for this module. Spaces match any white space inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossread.text.holidays import HOLIDAYS


def _ordered(names: str) -> tuple[str, ...]:
    return tuple(names.split())


S = r"[^\S\n]+"  # white space inside a paragraph, no-break and thin spaces too

_WEEKDAYS = _ordered("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = _ordered("january february march april may june july august september october november december")

WEEKDAY_NUMBERS = {name: number for number, name in enumerate(_WEEKDAYS)}
WEEKDAY_NUMBERS |= {name[:3]: number for number, name in enumerate(_WEEKDAYS)}
WEEKDAY_NUMBERS |= {"tues": 1, "thur": 3, "thurs": 3}

MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
MONTH_NUMBERS |= {"sept": 9}

WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY"
)
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
# Months whose name is also a verb, an adjective or a woman's name: they need a cue when alone.
AMBIGUOUS_MONTHS = frozenset(
    {"march", "may", "april", "june", "august", "mar", "apr", "aug", "jun", "jan", "dec"}
)

DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
ORDINAL_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
YEAR = r"(?:1[0-9]|20)\d\d"

_SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " \
         "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"  # fmt: skip
NUMBER_VALUES: dict[str, int | None] = {"a": 1, "an": 1, "one": 1, "couple": 2, "few": None, "several": None}
NUMBER_VALUES |= {"many": None, "some": None, "half": None, "recent": None, "dozen": 12}
NUMBER_VALUES |= dict(zip(_SMALL.split(), [*range(2, 21), *range(30, 100, 10)], strict=True))
_NUMBER_WORDS = "|".join(sorted((w for w in _SMALL.split()), key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?:a{S})?(?:couple{S}of|few)|several|an?|one|"
    rf"(?:{_NUMBER_WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
PLAIN_NUMBER = "(?i:" + NUMBER.replace("|several|an?|one|", "|several|one|") + ")"
NUMBER = f"(?i:{NUMBER})"
# What is said of a count of units and belongs to it: "nearly two years", "the past three months".
MEASURED = (
    rf"(?i:about|around|roughly|nearly|almost|over|some|another|just|only|at{S}least|at{S}most|up{S}to|"
    rf"(?:a{S}little{S})?(?:more|less|fewer){S}than|"
    rf"the{S}(?:last|past|next|first|final|previous|following|coming|preceding))"
)

UNIT = r"(?:day|week|month|year|decade|centur(?:y|ie)|hour|minute|second|weekend|fortnight)"
LONG_UNIT = r"(?:day|week|month|year|decade|centur(?:y|ie)|fortnight)"
PERIOD_UNIT = r"(?:week|month|year|weekend|decade|century|quarter)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

PART = r"(?:morning|lunchtime|afternoon|evening|night|noon|midday|dawn|dusk)"
PARTS = {
    "lunchtime": "afternoon", "noon": "afternoon", "midday": "afternoon", "dawn": "morning",
    "dusk": "evening", "daybreak": "morning",
}  # fmt: skip

DECADE_WORDS = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip

_ORDINAL_WORDS = _ordered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS, start=1)}
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))


def _named(holiday: str) -> str:
    """The name of a holiday as it is written: with capitals, either apostrophe, any space."""
    titled = " ".join(word if word == "of" else word[0].upper() + word[1:] for word in holiday.split())
    return re.escape(titled).replace(r"\ ", S).replace("'", "['’]?")


HOLIDAY = "|".join(sorted((_named(one) for one in HOLIDAYS), key=len, reverse=True))

ZONE = r"(?:GMT|BST|UTC|[ECMP][SD]?T|CET|CEST|local(?:[^\S\n]+time)?)\b"

# Words before a bare number that make it a year: "in 2015", "since 1998".
YEAR_CUES = (
    r"in|since|from|until|till|by|during|of|before|after|between|and|to|late|early|mid|the|circa|around|"
    r"about|through|a|his|her|its|their|year|summer|spring|autumn|winter|fall|for|or|back|as|throughout|through|following|to"
)


def number_value(words: str) -> int | None:
    """Return the count that number words give, None where they leave it open ("a few")."""
    clean = words.lower().replace(",", "").replace(" ", " ").strip()
    if clean[:1].isdigit():
        return int(float(clean))
    parts = [part for part in re.split(r"[\s-]+", clean) if part not in ("of",)]
    if len(parts) > 1 and parts[0] in ("a", "an"):
        parts = parts[1:]
    values = [NUMBER_VALUES.get(part) for part in parts]
    return None if not values or None in values else sum(v for v in values if v is not None)


def number_is_few(words: str) -> bool:
    """Whether the words count a handful: "a few", "several"."""
    return words.lower().split()[-1] in ("few", "several")


def unit_name(words: str) -> str:
    """Return the unit's plain name: "weeks" is "week", "centuries" is "century"."""
    clean = words.lower().rstrip(".")
    clean = clean.removesuffix("'").removesuffix("’")
    if clean.startswith("centur"):
        return "century"
    return clean.removesuffix("s")


# Words of which one must occur where a time of the kind is named, in all ways of writing them.


def _written(names: Iterable[str]) -> frozenset[str]:
    return frozenset(form for name in names for form in (name.lower(), name.capitalize(), name.upper()))


MONTH_WORDS = _written(MONTH_NUMBERS)
WEEKDAY_WORDS = _written(f"{name}{s}" for name in _WEEKDAYS for s in ("", "s"))
SEASON_WORDS = _written(_ordered("spring summer autumn fall winter"))
UNIT_WORDS = _written(
    _ordered(
        "day days week weeks month months year years decade decades century centuries hour hours minute minutes "
        "second seconds weekend weekends fortnight fortnights quarter morning afternoon evening night"
    )
)
HOLIDAY_WORDS = _written(re.split(r"\W", name)[0] for name in HOLIDAYS)
