"""Rounding: which numbers a wording allows, and which are parts of others."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.text.numbers import Number

# How far from its value "about", "nearly" or a round number may lie: "some 30" agrees with 32.
# 0.05 to 0.2 tried on the consulate gold, where 850 and 1,000 differ but 30 and 32 do not;
# FIELD: over a third of number mismatches are rounding.
ROUGH = 0.075
UNBOUNDED = float("inf")
_TENS = 10


def spread(
    value: float | None, low: float | None, high: float | None, modifier: str | None
) -> tuple[float, float]:
    """Return the least and the greatest number that a wording allows."""
    if value is None:
        return low or 0.0, UNBOUNDED if high is None else high
    if modifier == "nearly":
        return value * (1 - ROUGH), value
    if modifier is not None or _round(value):
        return value * (1 - ROUGH), value * (1 + ROUGH)
    return value, value


def range_of(number: Number) -> tuple[float, float]:
    return spread(number.value, number.low, number.high, number.modifier)


def _round(value: float) -> bool:
    """Whether a number looks rounded: tens from 30 on, and anything that ends in two zeros."""
    return value >= 30 and value % 10 == 0


def same_rounded(one: float, other: float) -> bool:
    """Whether of two numbers the one is the other with fewer places: 34.4 and 34, 18.6 and 20."""
    if one == int(one) and other == int(other):
        return False
    whole, exact = (one, other) if one == int(one) else (other, one)
    if whole != int(whole):
        return round(exact, 1) == round(whole, 1)
    return round(exact) == whole or (whole >= _TENS and whole % _TENS == 0 and round(exact, -1) == whole)


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two ranges share no number."""
    return one[1] < other[0] or other[1] < one[0]


def in_parts(part: float, beside: Iterable[float], whole: float) -> bool:
    """Whether a number and another beside it are the parts of a whole; two alike are mostly one told twice."""
    return any(part + other == whole and part != other for other in beside)
