"""Where places lie: countries, states of the United States, and cities, as far as they are known."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Kilometres from which two cities of one country are two places, and not a town and its suburb; the list has whole
# degrees, up to 111 kilometres apart.
_FAR = 200.0
_DEGREE = 111.2
# Letters with which forms of one name begin alike ("Brasil", "Brazil").
_STEM = 3
# What goes before the name of a place for a part of it.
_PART = re.compile(r"(?:north|south|east|west|northern|southern|eastern|western|central|downtown) ")


@dataclass(frozen=True, slots=True)
class _Site:
    """What a place's name may mean: a country, a state in it, or a city at a degree north and east."""

    country: str
    state: str = ""
    at: tuple[float, float] | None = None


def far_apart(one: str, other: str) -> bool:
    """Whether two places are known, and neither can lie in the other or next to it, whatever their names mean."""
    ours, theirs = _meant(one), _meant(other)
    listed = _plain(one) in _sites() and _plain(other) in _sites()  # as the two Koreas are
    if _whole(one) == _whole(other) and not listed:
        return False  # "eastern Osaka", "north Osaka"
    return bool(ours and theirs) and all(_apart(a, b) for a in ours for b in theirs)


@lru_cache(8192)
def may_lie_in(one: str, other: str) -> bool:
    """Whether of two places the one may lie in the other or next to it, or is it by another name."""
    ours, yours = _plain(one), _plain(other)
    near = is_known(one) and is_known(other) and not far_apart(one, other)
    return near or ours in yours or yours in ours


@lru_cache(1 << 16)
def is_known(name: str) -> bool:
    """Whether a name is listed as a place's."""
    return bool(_meant(name))


def is_city(name: str) -> bool:
    """Whether a name is a city's and nothing greater's."""
    return is_known(name) and all(site.at for site in _meant(name))


def _meant(name: str) -> tuple[_Site, ...]:
    """Return what a name may mean; of a part ("southern Ohio") what the whole may."""
    return _sites().get(_plain(name)) or _sites().get(_whole(name), ())


def _whole(name: str) -> str:
    """Return the name of what a name may be a part of: "Ohio" for "southern Ohio"."""
    return _PART.sub("", _plain(name), count=1)


def unlike(one: str, other: str) -> bool:
    """Whether two names of places cannot be one name, shortened or in another form, and one is known for a place."""
    ours, theirs = _plain(one), _plain(other)
    begun = ours[:_STEM] == theirs[:_STEM] or ours in theirs or theirs in ours
    return not begun and is_known(one) != is_known(other)


def _apart(one: _Site, other: _Site) -> bool:
    if one.country != other.country:
        return True
    if one.at and other.at:
        return _distance(one.at, other.at) > _FAR
    return bool(one.state and other.state) and one.state != other.state


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the kilometres between two places, near enough for telling towns from suburbs."""
    east = math.cos(math.radians((one[0] + other[0]) / 2)) * (one[1] - other[1])
    return _DEGREE * math.hypot(one[0] - other[0], east)


@cache
def _sites() -> dict[str, tuple[_Site, ...]]:
    """Return what each known name may mean."""
    found: dict[str, list[_Site]] = {}
    for name, site in _listed(files(__package__).joinpath("gazetteer.txt").read_text("utf-8")):
        found.setdefault(name, []).append(site)
    return {name: tuple(sites) for name, sites in found.items()}


def _listed(text: str) -> Iterator[tuple[str, _Site]]:
    heading = ""
    for line in text.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif heading == "countries":
            code, names = line.split(" ", 1)
            yield from ((name, _Site(code)) for name in names.split(", "))
        elif heading == "states":
            code, name = line.split(" ", 1)
            yield name, _Site("US", code)
        elif heading == "cities":
            where, cities = line.split(": ", 1)
            country, _, state = where.partition(" ")
            for city in cities.split(", "):
                name, north, east = city.rsplit(" ", 2)
                yield name, _Site(country, state, (float(north), float(east)))


@lru_cache(8192)
def _plain(name: str) -> str:
    """Return a name as the list has it: small letters without accents, article, party ("R-Ohio") and last point."""
    bare = name.casefold().replace("’", "'")
    if not bare.isascii():
        letters = unicodedata.normalize("NFD", bare)
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"^(?:the |[rdi]-)", "", bare).rstrip(".")
