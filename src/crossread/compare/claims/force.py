"""The force of a clause: whether it tells what is, will be or ought to be, denies it, or leaves it open."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from crossread.compare.claims.clauses import SUBJECTS, phrase
from crossread.compare.claims.meaning import (
    CONJECTURE,
    FAILING,
    FORMERLY,
    FUTURE,
    FUTURE_VERBS,
    OUGHT,
    REFUTING,
)
from crossread.record.analysis import Analysis
from crossread.text.closed_classes import NEGATIONS

_HAVING = frozenset({"has", "have", "had", "having", "'ve", "’ve", "'d", "’d"})
_NOBODY = frozenset({"no", "nobody", "none", "zero"})


class Mood(Enum):
    """Whether an assertion tells what is, goes on, has happened, was before a change, will be, or ought to be."""

    FACT = "fact"
    NOW = "now"
    DONE = "done"
    FUTURE = "future"
    OUGHT = "ought"
    FORMERLY = "formerly"


def mood(analysis: Analysis, head: int, lemmas: set[str]) -> Mood:
    """Return the mood of the clause under `head`, whose words have the given `lemmas`."""
    auxiliaries = analysis.children(head, "aux", "aux:pass", "cop")
    token = analysis.tokens[head]
    if token.tag == "VBG" and not auxiliaries and token.dep == "advcl":
        # "fell to 3, becoming": of the time of the verb it goes with
        return mood(analysis, token.head, lemmas)
    modals = {analysis.lower[i] for i in auxiliaries}
    if any(analysis.lemmas[i] in FORMERLY for i in analysis.children(head, "advmod")):
        return Mood.FORMERLY
    if modals & OUGHT:
        return Mood.OUGHT
    if modals & FUTURE or (lemmas & FUTURE_VERBS and analysis.children(head, "xcomp")):
        return Mood.FUTURE
    tags = {analysis.tokens[i].tag for i in (head, *auxiliaries)}
    perfect = analysis.tokens[head].tag == "VBN" and bool(modals & _HAVING)
    if "VBD" in tags or perfect:
        return Mood.DONE
    return Mood.NOW if analysis.tokens[head].tag == "VBG" and tags & {"VBZ", "VBP"} else Mood.FACT


def negated(analysis: Analysis, head: int) -> bool:
    """Whether the clause is denied: by a negation on its head, or by the verb that frames it."""
    around = [head, *analysis.children(head, "xcomp")]
    words = {
        analysis.lower[i]
        for h in around
        for i in analysis.children(h, "advmod", "det", "mark")
        if i < head  # "fired not toward the island": denies the place, not the shot
    }
    subjects = [
        analysis.lower[i] for s in analysis.children(head, *SUBJECTS) for i in sorted(phrase(analysis, s))
    ]
    nobody = bool(_NOBODY.intersection(subjects)) or subjects[:1] == ["not"]
    objects = [i for h in around for i in analysis.children(h, "obj")]
    nothing = any(analysis.lower[i] == "no" for o in objects for i in analysis.children(o, "det"))
    framed = analysis.tokens[head].dep == "ccomp" and analysis.lemmas[analysis.tokens[head].head] in REFUTING
    failed = analysis.lemmas[head] in FAILING and bool(analysis.children(head, "xcomp"))
    return (bool(words & NEGATIONS) or nobody or nothing) ^ framed ^ failed


def conjectured(analysis: Analysis, own: Iterable[int]) -> bool:
    """Whether words hold one of doubt; "appear" is one where it frames a deed, not "appear before the panel"."""
    doubtful = [i for i in own if analysis.lemmas[i] in CONJECTURE]
    return any(
        analysis.lemmas[i] != "appear" or analysis.children(i, "xcomp", "ccomp", "csubj") for i in doubtful
    )


def in_doubt(analysis: Analysis, head: int) -> bool:
    """Whether the clause depends on a word of doubt: "investigating if", "not known how many"."""
    marks = {analysis.lower[i] for i in analysis.children(head, "mark")}
    above = analysis.lemmas[analysis.tokens[head].head]
    return bool(marks & {"whether", "if"}) or above in {"fear", "believe", "suspect"}
