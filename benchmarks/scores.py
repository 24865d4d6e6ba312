"""Scores of a grouping against known stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """B³ F1 (Bagga and Baldwin 1998) and F1 over pairs of articles in one story."""

    b3: float
    pair: float


def score(found: Sequence[Hashable], known: Sequence[Hashable]) -> Scores:
    """Compare the story found for each article with the known one."""
    both = Counter(zip(found, known, strict=True))
    ours, theirs = Counter(found), Counter(known)
    precision = sum(n * n / ours[a] for (a, _), n in both.items()) / len(found)
    recall = sum(n * n / theirs[b] for (_, b), n in both.items()) / len(found)
    pairs = [sum(n * (n - 1) for n in counted.values()) for counted in (both, ours, theirs)]
    return Scores(2 * precision * recall / (precision + recall), 2 * pairs[0] / max(1, pairs[1] + pairs[2]))
