"""Which of many numbered things hold what: an inverted index that is asked about all of them at once.

Of each key it keeps one integer, whose bits are the numbers of its holders: a thousand things cost one operation.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)


class Holders(Generic[_Key]):
    """The holders of each key, as the bits of an integer."""

    def __init__(self) -> None:
        self._of: dict[_Key, int] = {}

    def add(self, number: int, keys: Iterable[_Key]) -> None:
        bit = 1 << number
        for key in keys:
            self._of[key] = self._of.get(key, 0) | bit

    def any(self, keys: Iterable[_Key]) -> int:
        """Return those that hold one of some distinct keys, or more."""
        found = 0
        for key in keys:
            found |= self._of.get(key, 0)
        return found

    def several(self, keys: Iterable[_Key], least: int) -> int:
        """Return those that hold at least so many of some distinct keys."""
        counted = [0] * least  # those that hold one so far, those that hold two …
        for key in keys:
            more = self._of.get(key, 0)
            for many, held in enumerate(counted):
                counted[many] |= more
                more &= held
                if not more:
                    break
        return counted[-1]


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, the least first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
