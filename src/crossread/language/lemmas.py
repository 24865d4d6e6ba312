"""Lemmas: how the form of a word changes into its lemma, and the forms that change like no other.

A class is "K|SUFFIX": cut the last K characters of the lower-cased form, add
SUFFIX. With "=" before it, capitals are kept (names). A form that follows no
class that others follow has its lemma in a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

KEEP = "="
Irregular = Mapping[tuple[str, str], str]  # lower-cased form and universal tag to lemma


def lemma_class(form: str, lemma: str) -> str:
    """Return the class that turns `form` into `lemma`: the shortest change of the ending."""
    mark, base = (KEEP, form) if lemma != lemma.lower() else ("", form.lower())
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{mark}{len(base) - shared}|{lemma[shared:]}"


def lemma_of(form: str, made: str) -> str:
    """Return the lemma of `form` by a class; the form itself where the class does not fit it."""
    base = form if made.startswith(KEEP) else form.lower()
    cut, _, suffix = made.removeprefix(KEEP).partition("|")
    if int(cut) > len(base):
        return base
    return base[: len(base) - int(cut)] + suffix or base


def written(irregular: Irregular) -> tuple[str, ...]:
    """Return a list of irregular forms as lines: form, tag, lemma."""
    return tuple(" ".join((form, upos, lemma)) for (form, upos), lemma in sorted(irregular.items()))


def read(lines: Iterable[str]) -> Irregular:
    """Return the list of irregular forms that `written` wrote."""
    cut = (line.split(" ") for line in lines)
    return {(form, upos): lemma for form, upos, lemma in cut}
