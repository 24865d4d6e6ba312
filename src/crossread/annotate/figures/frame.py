"""What the steps from a sentence to a label ask of the parse."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene
from crossread.record.span import Span

_CLAUSES = frozenset({"root", "nmod", "obl", "ccomp", "advcl", "acl", "xcomp", "conj", "parataxis", "csubj"})


def base(dep: str) -> str:
    return dep.partition(":")[0]


def clausal(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if scene.analysis.children(index, "nsubj", "cop", "csubj"):
        return True
    return token.upos in ("VERB", "AUX") and base(token.dep) in _CLAUSES


def kind_of(scene: Scene, gap: Span) -> str:
    words = gap.of(scene.text)
    if re.search(r"[$£€¥]", words):
        return "$"
    return "%" if re.search(r"%|per ?cent|\bpoints?\b", words) else ""


def is_share(scene: Scene, index: int) -> bool:
    """Whether a token says that the number before it is a percentage."""
    token = scene.tokens[index]
    return token.text == "%" or token.lemma in ("percent", "%", "point")
