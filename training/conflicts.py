"""Fit the weights by which values of like sentences are held against each other.

    python -m training.conflicts CLUSTERS.jsonl.gz

CLUSTERS are the development data's story clusters. The model (`WEIGHTS` and
`BIAS` of src/crossread/compare/conflicts/sameness.py) learns from values that
two accounts give alike in like sentences, against such that differ; the values
themselves are no feature, so that a value that was changed is judged as the
one it was. Prints the weights, and for each kind how many values would be found
if one account had them otherwise, and how many differing ones are shown, each
story judged by what was learned from the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from crossread.compare.conflicts.admitting import admissible, one_of_several
from crossread.compare.conflicts.differing import LEAST
from crossread.compare.conflicts.exclusion import exclude
from crossread.compare.conflicts.pairing import Pair, pairs
from crossread.compare.conflicts.sameness import FEATURES, Sameness
from crossread.compare.conflicts.telling import Told, told
from crossread.record.annotation import Account
from crossread.record.dossier import ConflictKind
from training import logistic
from training.claims import Key, clusters, submission, work_out

# Words that sentences must share to be taken for one, so that their equal values are one thing's; as in the benchmark.
_SHARED, _ALIKE = 5, 0.5
_FEWEST = 2  # "one" is no count
_RIDGE = 2.0  # weight of the squared weights (1 and 2 tried)
_PARTS = 5  # each fifth of the stories is judged by weights learned from the rest
_LARGEST = 12  # accounts of a story
_KINDS = (ConflictKind.NUMBER, ConflictKind.DATE, ConflictKind.PLACE, ConflictKind.NAME)


@dataclass(frozen=True)
class Example:
    """A pair of values: the fold its story is in, whether they agree, and whether that makes them one thing's.

    `shown` tells whether nothing but the model keeps them from being shown,
    `counts` whether the value is one that the benchmark would change.
    """

    kind: ConflictKind
    part: int
    agree: bool
    sure: bool
    shown: bool
    counts: bool
    features: tuple[float, ...]
    ends: tuple[object, object]


def examples(accounts: Sequence[Account], story: Key) -> Iterator[Example]:
    """Yield the examples of a story."""
    sentences = told(accounts)
    sameness = Sameness(sentences)
    part = int(sha256(repr(story).encode()).hexdigest(), 16) % _PARTS
    for pair in pairs(sentences, sameness):
        allowed = admissible(pair, sameness) if not pair.agree else _admissible_if_changed(pair, sameness)
        yield Example(
            pair.mine.kind,
            part,
            pair.agree,
            _alike(pair.one, pair.other),
            allowed and (pair.agree or exclude(pair.mine, pair.theirs)),
            not pair.mine.number or float(pair.mine.form) >= _FEWEST,
            tuple(pair.features[name] for name in FEATURES),
            ((story, pair.one.account.id, pair.mine), (story, pair.other.account.id, pair.theirs)),
        )


def _admissible_if_changed(pair: Pair, sameness: Sameness) -> bool:
    """Whether nothing would forbid the pair if one value were another; a new name is known to nobody."""
    if pair.mine.kind in (ConflictKind.PLACE, ConflictKind.NAME):
        return not one_of_several(pair)
    return admissible(pair, sameness)


def _alike(one: Told, other: Told) -> bool:
    ours, yours = (frozenset(word for _, word in told.terms) for told in (one, other))
    shared = len(ours & yours)
    return shared >= _SHARED and shared >= _ALIKE * min(len(ours), len(yours))


def fit(told_: Sequence[Example]) -> np.ndarray:
    """Return the weights of a logistic model, the bias last."""
    return logistic.fit([one.features for one in told_], [one.agree for one in told_], _RIDGE)


def usable(told_: Sequence[Example]) -> list[Example]:
    """Return the examples to learn from: values that differ, and equal ones of sentences that tell one thing."""
    return [one for one in told_ if not one.agree or one.sure]


def held_out(told_: Sequence[Example]) -> list[float]:
    """Return the sameness of each pair by weights learned from the other parts."""
    models = {part: fit(usable([one for one in told_ if one.part != part])) for part in range(_PARTS)}
    rows = [np.array((*one.features, 1.0)) @ models[one.part] for one in told_]
    return [float(1 / (1 + np.exp(-row))) for row in rows]


def report(kind: ConflictKind, told_: Sequence[Example]) -> None:
    """Print how many values of a kind would be found, and how many differing ones are shown, by threshold."""
    guesses = held_out(told_)
    found = {end: 0.0 for one in told_ if one.agree and one.sure and one.counts for end in one.ends}
    for one, guess in zip(told_, guesses, strict=True):
        for end in one.ends:
            if one.agree and one.shown and end in found:
                found[end] = max(found[end], guess)
    for least in (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        recall = sum(value >= least for value in found.values()) / max(1, len(found))
        shown = sum(
            not one.agree and one.shown and guess >= least for one, guess in zip(told_, guesses, strict=True)
        )
        mark = "  <-" if least == LEAST[kind] else ""
        print(f"# {kind.value} {least}: found {recall:.2f} of {len(found)}, differing shown {shown}{mark}")


def main() -> None:
    found: list[Example] = []
    for key, articles in sorted(clusters(Path(sys.argv[1])).items()):
        if 2 <= len(articles) <= _LARGEST:
            worked = work_out([submission(str(one["id"]), one) for one in articles])
            found += examples(worked.accounts, key)
    for kind in _KINDS:
        of_kind = [one for one in found if one.kind is kind]
        *weights, bias = fit(usable(of_kind))
        print(f"    ConflictKind.{kind.name}: ({', '.join(f'{weight:.1f}' for weight in weights)}),")
        print(f"    ConflictKind.{kind.name}: {bias:.1f},")
        report(kind, of_kind)


if __name__ == "__main__":
    main()
