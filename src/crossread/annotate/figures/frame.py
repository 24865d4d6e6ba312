"""A sentence on its way to a label, and what the steps to it ask of the parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossread.annotate.figures.counted import Scene
from crossread.record.span import Span

_CLAUSES = frozenset({"root", "nmod", "obl", "ccomp", "advcl", "acl", "xcomp", "conj", "parataxis", "csubj"})
MARKS = frozenset({",", "-", "–", "—", "(", "--", ":", ";"})


@dataclass(slots=True)
class Frame:
    """Words on their way to a label: the amount that they are for, and what is put in the place of pronouns."""

    scene: Scene
    gap: Span
    told: bool  # whether a statement carries the amount, so that its speaker is shown beside it
    root: int = 0
    before: tuple[int, ...] = ()  # the sentence shown before it
    nouns: list[int] = field(default_factory=list)  # the nouns and names before a pronoun
    shown: set[str] = field(default_factory=set)  # the words before a pronoun
    words: dict[int, str] = field(default_factory=dict)


def base(dep: str) -> str:
    return dep.partition(":")[0]


def clausal(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if scene.analysis.children(index, "nsubj", "cop", "csubj"):
        return True
    return token.upos in ("VERB", "AUX") and base(token.dep) in _CLAUSES


def set_off(scene: Scene, index: int) -> bool:
    """Whether a mark stands before the words below a token."""
    first = min(scene.analysis.subtree(index))
    return _is_mark(scene, first) or (first > 0 and _is_mark(scene, first - 1))


def _is_mark(scene: Scene, index: int) -> bool:
    """Whether a token sets words off; a hyphen between two words that it joins does not: "work-from-home"."""
    token = scene.tokens[index]
    joins = token.text == "-" and not scene.text[token.start - 1].isspace()
    return token.text in MARKS and not (joins and not scene.text[token.end : token.end + 1].isspace())


def kind_of(scene: Scene, gap: Span) -> str:
    words = gap.of(scene.text)
    if re.search(r"[$£€¥]", words):
        return "$"
    return "%" if re.search(r"%|per ?cent|\bpoints?\b", words) else ""


def is_share(scene: Scene, index: int) -> bool:
    """Whether a token says that the number before it is a percentage."""
    token = scene.tokens[index]
    return token.text == "%" or token.lemma in ("percent", "%", "point")
