"""Pairing: the values of like sentences of two accounts, held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from crossread.compare.conflicts.exclusion import comparable
from crossread.compare.conflicts.sameness import Sameness, Surroundings
from crossread.compare.conflicts.telling import Told, Value
from crossread.compare.holders import Holders, numbers

# Content words that two sentences share, and the least share of the shorter one's, for their values to be held
# against each other; what they then tell is the model's to judge.
SHARED, ALIKE = 4, 0.4
# A word in more sentences than this proposes no pairs; rarer ones always do.
_COMMON = 60

_Placed = tuple[Value, Surroundings]


@dataclass(frozen=True)
class Pair:
    """Two values of one kind in like sentences of two accounts, with the features of what surrounds them."""

    one: Told
    other: Told
    mine: Value
    theirs: Value
    features: Mapping[str, float]

    @property
    def agree(self) -> bool:
        return self.mine.form == self.theirs.form


def pairs(sentences: Sequence[Told], sameness: Sameness) -> Iterator[Pair]:
    """Yield the values that could be of one thing: equal ones, and differing ones that only one sentence has each."""
    likely = list(_like(sentences))
    nearest = _nearest(sentences, sameness, likely)
    for first, second in likely:
        one, other = sentences[first], sentences[second]
        mutual = nearest[first, other.order] == second and nearest[second, one.order] == first
        ours, yours = ([(v, sameness.surroundings(told, v)) for v in told.values] for told in (one, other))
        for mine, theirs in _values(ours, yours):
            features = sameness.features(one, other, mine, theirs, nearest=mutual)
            yield Pair(one, other, mine, theirs, features)


def _like(sentences: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences of two accounts that share enough words, one of them not too common."""
    bags = [frozenset(word for _, word in one.terms) for one in sentences]
    counts = Counter(word for bag in bags for word in bag)
    having = Holders[str]()
    for second, bag in enumerate(bags):
        one = sentences[second]
        rare = having.any(word for word in bag if counts[word] <= _COMMON)
        for first in numbers(rare & having.several(bag, SHARED)):
            other = sentences[first]
            if other.order == one.order or not (one.values or other.values):
                continue
            if len(bag & bags[first]) / min(len(bags[first]), len(bag)) >= ALIKE:
                yield first, second
        having.add(second, bag)


def _nearest(
    sentences: Sequence[Told], sameness: Sameness, likely: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """Return for a sentence and another account the likest of that account's sentences."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    bags = [sameness.bag(word for _, word in told.terms) for told in sentences]
    for pair in likely:
        alike = sameness.alike(bags[pair[0]], bags[pair[1]])
        for mine, theirs in (pair, pair[::-1]):
            key = mine, sentences[theirs].order
            best[key] = max(best.get(key, (0.0, 0)), (alike, -theirs))
    return {key: -number for key, (_, number) in best.items()}


def _values(ours: Sequence[_Placed], yours: Sequence[_Placed]) -> Iterator[tuple[Value, Value]]:
    """Yield the values to compare: what both sentences have is compared with itself alone, unless one has it again."""
    for one, other in product(ours, yours):
        if _same(one, other):
            held = _times(one, ours) == _times(other, yours) == 1
        else:
            more = _times(one, ours) > _times(one, yours) and _times(other, yours) > _times(other, ours)
            held = more and one[0].kind is other[0].kind
        if held and comparable(one[0], other[0], one[1], other[1]):
            yield one[0], other[0]


def _times(one: _Placed, among: Sequence[_Placed]) -> int:
    return sum(_same(one, other) for other in among)


def _same(one: _Placed, other: _Placed) -> bool:
    """Whether two values are one; "two days" and "two men" are not."""
    (mine, ours), (theirs, yours) = one, other
    counted = ours.unit == yours.unit or not (ours.unit and yours.unit)
    return mine.kind is theirs.kind and mine.form == theirs.form and counted
