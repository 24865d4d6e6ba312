"""Where sentences start: the model's odds, what a comma forbids, and the trees where the odds leave it open."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crossread.language.decode import Floats, best_tree, tree_columns
from crossread.language.words import Word

# Log odds of a sentence start up to which the trees have a say, and the weight of a tree's log probability in them.
# Weights .1 to 1, margins 2 to 20 tried: on the running text of EWT's dev documents (e-mail aside) 88 starts are wrong
# instead of 93 at .2, whatever the margin; on GUM's dev and test documents, not tried on, 27 instead of 33.
_UNSURE, _TREE_WEIGHT = 2.0, 0.2

# Marks that may stand between a comma and what follows it.
_CLOSING = frozenset(('"', "\u201d", "'", "''", "\u2019\u2019", ")", "]"))


def sentence_starts(words: Sequence[Word], start: Floats, arcs: Floats) -> list[int]:
    """Return the words of a window that sentences start with, the first of all among them.

    `start` (words,) log odds, `arcs` (words, words + 1) as for `best_tree`. Nothing
    starts after a comma, nor after a quotation that ends with one. Where the
    odds leave a start open, the trees decide with them: whether the words on
    both sides make two trees rather than one.
    """
    starts = [0]
    open_ = [k for k in range(1, len(start)) if start[k] > -_UNSURE and not _after_comma(words, k)]
    chances: Floats | None = None
    for at, k in enumerate(open_):
        odds = float(start[k])
        if odds < _UNSURE:
            chances = _log_chances(arcs) if chances is None else chances
            end = next((n for n in open_[at + 1 :] if start[n] > 0), len(start))
            apart = _tree_chance(chances, starts[-1], k) + _tree_chance(chances, k, end)
            odds += _TREE_WEIGHT * (apart - _tree_chance(chances, starts[-1], end))
        if odds > 0:
            starts.append(k)
    return starts


def _after_comma(words: Sequence[Word], k: int) -> bool:
    before = words[k - 1].text
    return before == "," or (before in _CLOSING and k > 1 and words[k - 2].text == ",")


def _log_chances(scores: Floats) -> Floats:
    above = scores - scores.max(1, keepdims=True)
    made: Floats = above - np.log(np.exp(above).sum(1, keepdims=True))
    return made


def _tree_chance(chances: Floats, first: int, last: int) -> float:
    """Return the log probability of the best tree over the words from `first` to before `last`."""
    inside = chances[first:last][:, tree_columns(first, last)]
    return float(inside[np.arange(last - first), best_tree(inside)].sum())
