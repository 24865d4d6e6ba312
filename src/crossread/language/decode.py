"""From scores to structures: label chains, trees with one root, sentences. Pure numpy, exact searches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)


def forbidden(labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Return what BIO forbids: costs of moves (from, to) and of opening labels, 0 where allowed."""
    moves = np.zeros((len(labels), len(labels)), np.float32)
    opens = np.zeros(len(labels), np.float32)
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            opens[to] = _NEVER
            for before, other in enumerate(labels):
                if other[2:] != label[2:]:
                    moves[before, to] = _NEVER
    return moves, opens


def best_chain(given: Floats, move: Floats, opens: Floats) -> Ints:
    """Return the best label sequence (Viterbi). `given` (words, labels), at least one word."""
    score = given[0] + opens
    back = np.empty((len(given), len(score)), np.int64)
    columns = np.arange(len(score))
    for t in range(1, len(given)):
        paths = score[:, None] + move
        back[t] = paths.argmax(0)
        score = paths[back[t], columns] + given[t]
    chain = np.empty(len(given), np.int64)
    chain[-1] = score.argmax()
    for t in range(len(given) - 1, 0, -1):
        chain[t - 1] = back[t, chain[t]]
    return chain


def label_spans(chain: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the ranges of words that BIO labels mark, with their types."""
    spans: list[tuple[int, int, str]] = []
    start, open_ = 0, ""
    for i, label in enumerate([*chain, "O"]):
        if open_ and label != f"I-{open_}":
            spans.append((start, i, open_))
            open_ = ""
        if label != "O" and not open_:
            start, open_ = i, label[2:]
    return spans


def tree_columns(first: int, last: int) -> Ints:
    """Return the columns of arc scores for the words from `first` to before `last`: the root's and theirs."""
    return np.concatenate([[0], np.arange(first, last) + 1])


def best_tree(scores: Floats) -> Ints:
    """Return each word's head in the best tree with one root.

    `scores` (words, words + 1): of word i + 1 below head j, where 0 is the
    root. Returns heads of that numbering. Greedy where that is a tree already
    (nearly always); else Chu-Liu and Edmonds' tree, with every arc from the
    root made so dear that the best tree has but the one it needs.
    """
    greedy: Ints = scores.argmax(1)
    if _is_tree(greedy):
        return greedy
    size = len(scores)
    full = np.full((size + 1, size + 1), -np.inf)
    full[1:] = scores
    full[1:, 0] -= size * (1.0 + np.ptp(full[1:]))
    return _arborescence(full)[1:]


def _is_tree(heads: Ints) -> bool:
    if (heads == 0).sum() != 1:
        return False
    above = [0, *heads.tolist()]
    settled = [True] + [False] * len(heads)
    for word in range(1, len(above)):
        path: list[int] = []
        on_path: set[int] = set()
        while not settled[word]:
            if word in on_path:
                return False
            path.append(word)
            on_path.add(word)
            word = above[word]
        for passed in path:
            settled[passed] = True
    return True


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """Return the heads of the best arborescence from node 0; `scores` (dependent, head)."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.asarray(cycle)
    rest = np.delete(np.arange(len(scores)), inside)
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, inside)]
    small[:-1, -1] = leaving.max(1)
    entering = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    small[-1, :-1] = entering.max(0)
    small[0] = -np.inf
    contracted = _arborescence(small)
    for at in range(1, len(rest)):
        above = contracted[at]
        heads[rest[at]] = rest[above] if above < len(rest) else inside[leaving[at].argmax()]
    entry = contracted[-1]
    heads[inside[entering[:, entry].argmax()]] = rest[entry]
    return heads


def _cycle(heads: Ints) -> list[int] | None:
    state = [2] + [0] * (len(heads) - 1)  # 0 new, 1 on this path, 2 leads to the root
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return None
