"""Lexicons of units: what stands before or after a number, and its normal form.

Units of the International System and of British and American custom as the
Guardian and Associated Press style guides write them; currencies by ISO 4217.
A bare "$" is read as USD and a bare "¥" as JPY, as both guides do.
"""

from __future__ import annotations

import re

# Signs before a sum.
CURRENCY_SIGNS: dict[str, str] = {
    "£": "GBP",
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "GBP": "GBP",
    "USD": "USD",
    "EUR": "EUR",
    "Rs": "INR",
}
CURRENCY_WORDS: dict[str, str] = {
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupees": "INR",
    "roubles": "RUB",
    "rubles": "RUB",
    "shekels": "ILS",
    "naira": "NGN",
    "rand": "ZAR",
    "pence": "pence",
    "cents": "cents",
}

TIME_UNITS: dict[str, str] = {
    "second": "seconds",
    "sec": "seconds",
    "minute": "minutes",
    "min": "minutes",
    "hour": "hours",
    "day": "days",
    "night": "nights",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "yr": "years",
    "decade": "decades",
    "century": "centuries",
}
_TIME_PLURALS = {word + "s": unit for word, unit in TIME_UNITS.items()} | {"centuries": "centuries"}

SIZE_UNITS: dict[str, str] = {
    "mm": "mm",
    "cm": "cm",
    "centimetre": "cm",
    "centimetres": "cm",
    "centimeter": "cm",
    "centimeters": "cm",
    "millimetres": "mm",
    "millimeters": "mm",
    "m": "metres",
    "metre": "metres",
    "metres": "metres",
    "meter": "metres",
    "meters": "metres",
    "km": "km",
    "kilometre": "km",
    "kilometres": "km",
    "kilometer": "km",
    "kilometers": "km",
    "mile": "miles",
    "miles": "miles",
    "yard": "yards",
    "yards": "yards",
    "foot": "feet",
    "feet": "feet",
    "ft": "feet",
    "inch": "inches",
    "inches": "inches",
    "kg": "kg",
    "kilogram": "kg",
    "kilograms": "kg",
    "kilo": "kg",
    "kilos": "kg",
    "gram": "grams",
    "grams": "grams",
    "tonne": "tonnes",
    "tonnes": "tonnes",
    "ton": "tons",
    "tons": "tons",
    "pound": "pounds",
    "pounds": "pounds",
    "lb": "lb",
    "lbs": "lb",
    "ounce": "ounces",
    "ounces": "ounces",
    "litre": "litres",
    "litres": "litres",
    "liter": "litres",
    "liters": "litres",
    "gallon": "gallons",
    "gallons": "gallons",
    "barrel": "barrels",
    "barrels": "barrels",
    "acre": "acres",
    "acres": "acres",
    "hectare": "hectares",
    "hectares": "hectares",
    "mph": "mph",
    "kph": "km/h",
    "km/h": "km/h",
    "knots": "knots",
    "megawatts": "MW",
    "degrees": "degrees",
    "C": "degrees C",
    "F": "degrees F",
    "percent": "%",
}

# Nouns that count human beings: the general words and the groups that news counts most.
# Source: the hyponyms of "person" among the 3,000 commonest nouns of the news corpora, read by hand.
_PEOPLE_NOUNS = """
person people adult man woman child kid boy girl baby infant toddler teenager teen student pupil
teacher worker employee staffer member soldier troop officer policeman policewoman police guard
agent official protester protestor demonstrator marcher activist campaigner supporter fan spectator
attendee guest visitor tourist passenger driver cyclist pedestrian motorist resident villager
citizen civilian voter respondent participant patient doctor nurse medic paramedic firefighter
victim survivor fatality casualty death suspect attacker gunman assailant militant insurgent
fighter rebel terrorist extremist hostage prisoner inmate detainee refugee migrant immigrant
bystander onlooker witness journalist reporter player politician lawmaker senator mp minister
candidate judge juror lawyer parent mother father son daughter brother sister friend relative
other crew personnel sailor marine airman veteran recruit volunteer expert scientist researcher
customer user shopper employer delegate diplomat foreigner national american european
seeker goer reveler reveller youth worshipper pilgrim rescuer refugee
"""
PEOPLE = frozenset(_PEOPLE_NOUNS.split())


def time_unit(word: str) -> str | None:
    """Return the unit of a word of time ("days", "year"), None for any other word."""
    return TIME_UNITS.get(word.lower()) or _TIME_PLURALS.get(word.lower())


def size_unit(word: str) -> str | None:
    """Return the unit of a word of length, weight, volume, area, speed or heat."""
    return SIZE_UNITS.get(word) or SIZE_UNITS.get(word.lower())


SIGN_BEFORE = re.compile(
    r"(?<![A-Za-z])("
    + "|".join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))
    + r")[ \u00a0]?$"
)
CURRENCY_AFTER = re.compile(
    r"[ \u00a0-](?:of )?(?:US |American |Australian |Canadian |Hong Kong )?("
    + "|".join(sorted(CURRENCY_WORDS, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
PERCENT_AFTER = re.compile(r"[ \u00a0-]?(?:%|per ?cent(?!age)\b|percentage points?\b)", re.IGNORECASE)
# What a page of markets writes behind the name of a share: its sign and how it stands at the moment.
TICKER = re.compile(r" ?\b[A-Z][A-Z0-9.]{0,6} ?, [+\u2212\u2013-] ?\d+(?:\.\d+)? ?%")
