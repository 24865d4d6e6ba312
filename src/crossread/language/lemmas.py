"""Lemmas: known forms from a list, others by how words of their kind change their ending.

A class is "K|SUFFIX": cut the last K characters of the lower-cased form, add
SUFFIX. With "=" before it, capitals are kept (names).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

KEEP = "="
# Classes tried for a form that no list has, best first, for one that leads to a known lemma. 1, 3 and 5 tried.
_TRIED = 3

# Numbers and marks do not inflect.
_AS_WRITTEN = frozenset(("NUM", "PUNCT", "SYM"))

Known = Mapping[tuple[str, str], str]  # lower-cased form and universal tag to lemma


def lemma_of(form: str, made: str) -> str:
    """Return the lemma of `form` by a class; the form itself where the class does not fit it."""
    base = form if made.startswith(KEEP) else form.lower()
    cut, _, suffix = made.removeprefix(KEEP).partition("|")
    if int(cut) > len(base):
        return base
    return base[: len(base) - int(cut)] + suffix or base


class Lemmas:
    """The known forms, further known words, and the classes a model scores, as one."""

    def __init__(self, known: Known, words: Collection[str], classes: Sequence[str]) -> None:
        self._known = known
        self._lemmas = frozenset(known.values())
        self._words = words
        self._classes = tuple(classes)

    def of(self, form: str, upos: str, scores: np.ndarray) -> str:
        """Return the lemma of a form with a universal tag, from the model's scores (classes,)."""
        lower = form.lower()
        if upos in _AS_WRITTEN:
            return lower
        known = self._known.get((lower, upos))
        if known is not None:
            return known
        best = lemma_of(form, self._classes[int(scores.argmax())])
        if upos == "PROPN" or best == lower or self._is_word(best):
            return best
        ranked = np.argsort(-scores, kind="stable")[1:_TRIED]
        tried = (lemma_of(form, self._classes[int(k)]) for k in ranked)
        return next((lemma for lemma in tried if lemma != lower and self._is_word(lemma)), best)

    def _is_word(self, lemma: str) -> bool:
        # The treebanks and most of the press behind the words spell -ize; the British press spells -ise.
        american = lemma.removesuffix("ise") + "ize" if lemma.endswith("ise") else lemma
        return any(form in self._lemmas or form in self._words for form in (lemma, american))


def written(known: Known) -> str:
    """Return known forms as text: a line each of form, tag and lemma."""
    return "".join(f"{form} {upos} {lemma}\n" for (form, upos), lemma in sorted(known.items()))


def read(lines: Iterable[str]) -> Known:
    """Return the known forms that `written` wrote."""
    cut = (line.split() for line in lines)
    return {(form, upos): lemma for form, upos, lemma in cut}
