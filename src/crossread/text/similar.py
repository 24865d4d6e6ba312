"""How much wording two stretches of text share.

Everything here works on sequences of normal forms (see `text.words`), so that
case, marks and possessives play no part.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

from rapidfuzz.distance import JaroWinkler, LCSseq

Gram = tuple[str, ...]
T = TypeVar("T")
_UNKNOWN = repeat(1.0)  # the weight of what has none


def ngrams(forms: Sequence[str], n: int) -> frozenset[Gram]:
    """Return the distinct runs of `n` neighbouring forms; none where there are fewer than `n`."""
    return frozenset(zip(*(forms[start:] for start in range(n)), strict=False))


def containment(one: frozenset[T], other: frozenset[T]) -> float:
    """Return the share (0 to 1) of the smaller set that the other one holds; 0 where one is empty.

    Of the smaller, so that a sentence taken over into a longer one counts in
    full (Broder 1997).
    """
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def has_run(forms: Gram, run: Gram) -> bool:
    """Whether a run of forms stands in others, one right behind the other."""
    size = len(run)
    return any(forms[at : at + size] == run for at in range(len(forms) - size + 1))


def inverse_frequency(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return for each form how telling it is: the smoothed logarithm of its rarity.

    A form in every one of N documents has weight 1, one in a single document
    1 + ln((N + 1) / 2).
    """
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        counts.update(set(document))
        total += 1
    return {form: 1.0 + math.log((total + 1) / (count + 1)) for form, count in counts.items()}


def weight(forms: Set[str], weights: Mapping[str, float]) -> float:
    """Return the summed weight of `forms`; one that has no weight counts 1."""
    # fsum: the same sum in whatever order a set gives its items
    return math.fsum(map(weights.get, forms, _UNKNOWN))


def weighted_containment(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the weight that two sets share, as a part (0 to 1) of the lighter one's weight."""
    lighter = min(weight(one, weights), weight(other, weights))
    return weight(one & other, weights) / lighter if lighter else 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """`length` neighbouring items that two sequences share, from `first` in one, `second` in the other."""

    first: int
    second: int
    length: int


def common_runs(one: Sequence[str], other: Sequence[str]) -> tuple[Run, ...]:
    """Return the runs of a longest common subsequence of the two, in order.

    Runs do not cross: what one text moved elsewhere is found on one side only.
    """
    found = LCSseq.opcodes(one, other)
    return tuple(
        Run(block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in found
        if block.tag == "equal"
    )


def spelling(one: str, other: str) -> float:
    """Return how alike two words are spelt, 0 to 1 (Jaro-Winkler); for names, not for meaning."""
    return float(JaroWinkler.normalized_similarity(one, other))
