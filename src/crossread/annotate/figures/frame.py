"""One clause on its way to a label, and what the steps to it ask of the parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossread.annotate.figures.counted import Scene
from crossread.record.span import Span

_CLAUSES = frozenset({"root", "nmod", "obl", "ccomp", "advcl", "acl", "xcomp", "conj", "parataxis", "csubj"})
MARKS = frozenset({",", "-", "–", "—", "(", "--", ":", ";"})
# Conditions change what a clause says: they are never left out.
CONDITIONS = frozenset({"if", "unless", "until", "whether", "lest", "though"})


@dataclass(slots=True)
class Frame:
    """One clause on its way to a label: the path from the amount up, and what is kept or replaced."""

    scene: Scene
    gap: Span
    path: list[int]
    told: bool  # whether a statement carries the amount, so that its speaker is shown beside it
    content: tuple[Span, ...] = ()  # the words of that statement
    root: int = 0
    source: tuple[int, ...] = ()  # who tells the clause, where that stands behind it
    left_out: set[int] = field(default_factory=set)
    spared: set[int] = field(default_factory=set)  # of those, what was left out because of its length
    passed: set[int] = field(default_factory=set)  # verbs in whose place another is told
    taken_in: set[int] = field(default_factory=set)
    place: str = ""  # where a clause that begins with "where" happened
    hedged: bool = False  # whether "(as reported)" stands for who tells it
    widened: bool = False  # whether a noun is told with its own clause, its phrase saying too little
    limit: int | None = None  # the token at which another amount is joined on
    uneven: bool = False  # whether amounts are joined that do not stand alike
    loose: bool = False  # whether it is told by its noun or by another's subject, without what that one did
    sentence: bool = False  # whether the label is a whole sentence
    clipped: bool = False  # whether words of the clause itself were left out, because they were too many
    torn: bool = False  # whether words inside it are missing, or its subject may be another's
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


def same_kind(scene: Scene, index: int, kind: str) -> bool:
    token = scene.tokens[index]
    if kind == "$":
        return token.text[:1] in "$£€¥" and bool(token.text)
    return kind == "%" and (token.text == "%" or token.lemma in ("percent", "%", "point"))
