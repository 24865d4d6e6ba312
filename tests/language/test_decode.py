"""Searches over scores: exact, held against trying everything."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossread.language.decode import best_chain, best_tree, forbidden, label_spans

LABELS = ("O", "B-A", "I-A", "B-B", "I-B")
seeds = st.integers(0, 2**32 - 1)


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps, at = 0, word
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


@given(seed=seeds, size=st.integers(1, 5))
def test_the_tree_is_the_best_of_all_trees_with_one_root(seed: int, size: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    np.fill_diagonal(scores[:, 1:], -1e4)
    best = max(
        (heads for heads in product(range(size + 1), repeat=size) if is_tree(heads)),
        key=lambda heads: sum(float(scores[i, h]) for i, h in enumerate(heads)),
    )
    assert tuple(int(h) for h in best_tree(scores)) == best


@given(seed=seeds, size=st.integers(1, 5))
def test_the_chain_is_the_best_of_all_that_bio_allows(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    given_ = rng.normal(size=(size, len(LABELS))).astype(np.float32)
    moves, opens = forbidden(LABELS)
    moves += rng.normal(size=moves.shape).astype(np.float32)

    def score(chain: tuple[int, ...]) -> float:
        steps = sum(float(moves[a, b]) for a, b in pairwise(chain))
        return float(opens[chain[0]]) + steps + sum(float(given_[i, k]) for i, k in enumerate(chain))

    best = max(product(range(len(LABELS)), repeat=size), key=score)
    assert tuple(int(k) for k in best_chain(given_, moves, opens)) == best


@given(seed=seeds, size=st.integers(1, 12))
def test_a_chain_never_holds_an_inside_without_its_begin(seed: int, size: int) -> None:
    given_ = np.random.default_rng(seed).normal(size=(size, len(LABELS))).astype(np.float32)
    chain = [LABELS[k] for k in best_chain(given_, *forbidden(LABELS))]
    for before, label in zip(["O", *chain], chain, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]


def test_spans_of_labels() -> None:
    assert label_spans(["B-A", "I-A", "B-A", "O", "B-B"]) == [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]
