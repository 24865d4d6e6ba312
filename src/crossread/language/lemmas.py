"""Lemmas as classes: how the form of a word changes into its lemma.

A class is "K|SUFFIX": cut the last K characters of the lower-cased form, add
SUFFIX. KEEP leaves the form as it is, capitals and all (names).
"""

from __future__ import annotations

KEEP = "="


def lemma_class(form: str, lemma: str) -> str:
    """Return the class that turns `form` into `lemma`: the shortest change of the ending, or KEEP."""
    if form == lemma and form != form.lower():
        return KEEP
    lower = form.lower()
    shared = 0
    while shared < min(len(lower), len(lemma)) and lower[shared] == lemma[shared]:
        shared += 1
    return f"{len(lower) - shared}|{lemma[shared:]}"


def lemma_of(form: str, made: str) -> str:
    """Return the lemma of `form` by a class; the form itself where the class does not fit it."""
    if made == KEEP:
        return form
    cut, _, suffix = made.partition("|")
    lower = form.lower()
    if int(cut) > len(lower):
        return lower
    return lower[: len(lower) - int(cut)] + suffix or lower
