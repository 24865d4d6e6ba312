"""Lexicons of units: what stands before or after a number, and its normal form.

Units of the International System and of British and American custom as the
Guardian and Associated Press style guides write them; currencies by ISO 4217.
A bare "$" is read as USD and a bare "¥" as JPY, as both guides do.
"""

from __future__ import annotations

import re

from crossread.text.listing import listed


def _by_word(lines: str) -> dict[str, str]:
    """Return the unit of each word of a table: a line has the unit, a colon, and its words parted by commas."""
    rows = (line.split(": ") for line in lines.strip().splitlines())
    return {word: unit.strip() for unit, words in rows for word in words.split(", ")}


# Signs before a sum.
CURRENCY_SIGNS = _by_word("""
    GBP: £, GBP
    USD: $, US$, USD
    AUD: A$, AU$
    CAD: C$, CA$
    NZD: NZ$
    HKD: HK$
    SGD: S$
    EUR: €, EUR
    JPY: ¥
    INR: ₹, Rs
""")
CURRENCY_WORDS = _by_word("""
    USD: dollars, dollar
    EUR: euros, euro
    GBP: pounds sterling
    JPY: yen
    CNY: yuan, renminbi
    INR: rupees
    RUB: roubles, rubles
    ILS: shekels
    NGN: naira
    ZAR: rand
    pence: pence
    cents: cents
""")
_TIME_UNITS = _by_word("""
    seconds: second, seconds, sec, secs
    minutes: minute, minutes, min, mins
    hours: hour, hours
    days: day, days
    nights: night, nights
    weeks: week, weeks
    months: month, months
    years: year, years, yr, yrs
    decades: decade, decades
    centuries: century, centuries
""")
SIZE_UNITS = _by_word("""
    mm: mm, millimetres, millimeters
    cm: cm, centimetre, centimetres, centimeter, centimeters
    metres: m, metre, metres, meter, meters
    km: km, kilometre, kilometres, kilometer, kilometers
    miles: mile, miles
    yards: yard, yards
    feet: foot, feet, ft
    inches: inch, inches
    kg: kg, kilogram, kilograms, kilo, kilos
    grams: gram, grams
    tonnes: tonne, tonnes
    tons: ton, tons
    pounds: pound, pounds
    lb: lb, lbs
    ounces: ounce, ounces
    litres: litre, litres, liter, liters
    gallons: gallon, gallons
    barrels: barrel, barrels
    acres: acre, acres
    hectares: hectare, hectares
    mph: mph
    km/h: kph, km/h
    knots: knots
    MW: megawatts
    degrees: degrees
    degrees C: C
    degrees F: F
    %: percent
""")

# Nouns that count human beings: the general words and the groups that news counts most.
# Source: the hyponyms of "person" among the 3,000 commonest nouns of the news corpora, read by hand.
PEOPLE = listed("""
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
""")


def time_unit(word: str) -> str | None:
    """Return the unit of a word of time ("days", "year"), None for any other word."""
    return _TIME_UNITS.get(word.lower())


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
_SIGNED = r"\b[A-Z][A-Z0-9.]{0,6} ?, [+\u2212\u2013-]"
TICKER_BEFORE = re.compile(_SIGNED + r"$")
TICKER = re.compile(r" ?" + _SIGNED + r" ?\d+(?:\.\d+)? ?%")
