"""Deeds that a clause tells on its way to another thing: "the killing of the ape caused outrage".

One account tells in a clause of its own what another only names, or by which it says who is meant ("the man who was
shot on Monday"). What is named so did happen, unless it is wanted, feared, denied or still to come.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from crossread.compare.claims.clauses import Clause, is_complete, phrase
from crossread.compare.claims.meaning import (
    CONJECTURE,
    DIRECTIVES,
    FAILING,
    FUTURE_VERBS,
    REFUTING,
)
from crossread.record.analysis import Analysis, Sentence
from crossread.record.span import Span
from crossread.text.closed_classes import DEFINITE, NEGATIONS
from crossread.text.listing import listed

# What hangs on these did not happen by their saying so: it is meant, feared, alleged or kept from happening.
_OPEN = (
    CONJECTURE
    | DIRECTIVES
    | FAILING
    | FUTURE_VERBS
    | REFUTING
    | listed("""call demand propose proposal threaten threat seek oppose opposition prevent avoid potential possibility
    prospect risk fear consider need require effort attempt try bid aim bar ban block stop push support favour favor
    repeat reiterate renew allege allegation claim accuse accusation charge suspicion denial future idea notion
    theory""")
)
_HYPOTHETICAL = NEGATIONS | listed("if whether unless lest to")
# Conjunctions of a side clause without a subject that tells what was: "after smashing a window".
_FACTIVE = listed("after by for despite since while when")


def inner(analysis: Analysis, sentence: Sentence, heads: Container[int]) -> Iterator[Clause]:
    """Yield the deeds that the clauses under `heads` tell within them, each as a clause."""
    for index in range(sentence.first, sentence.last):
        told = _TOLD.get(analysis.tokens[index].upos)
        if told is None or index in heads or not told(analysis, index):
            continue
        if left_open(analysis, index):
            continue
        own = [i for i in sorted(phrase(analysis, index)) if analysis.tokens[i].upos not in {"PUNCT", "ADP"}]
        inside = [i for i in own if sentence.first <= i < sentence.last]
        span = Span(analysis.tokens[inside[0]].start, analysis.tokens[inside[-1]].end)
        yield Clause(index, tuple(inside), span, is_complete(analysis, index))


def _names(analysis: Analysis, index: int) -> bool:
    """Whether a noun names one thing known, with who or what it is of: "the killing of the ape", "Beck's arrest"."""
    if analysis.tokens[index].dep == "compound":
        return False
    owner = analysis.children(index, "nmod:poss")
    definite = any(analysis.lower[i] in DEFINITE for i in analysis.children(index, "det"))
    known = bool(owner) or (definite and bool(analysis.children(index, "nmod")))
    return known and not analysis.children(index, "cop")


def _grants(analysis: Analysis, index: int) -> bool:
    """Whether a verb takes for granted what it tells: "who was shot", "arrested on Monday", "after smashing it"."""
    token = analysis.tokens[index]
    if token.dep == "advcl":
        marks = {analysis.lower[i] for i in analysis.children(index, "mark", "case")}
        return token.tag in {"VBG", "VBN", "VBD"} and not marks.isdisjoint(_FACTIVE)
    if token.dep == "acl":
        return token.tag == "VBN"
    return token.dep in {"acl:relcl", "conj"} and token.tag in {"VBD", "VBN"}


_TOLD = {"NOUN": _names, "VERB": _grants}


def left_open(analysis: Analysis, index: int) -> bool:
    """Whether what is told did perhaps not happen, by the words that it hangs on up to a finite verb."""
    for above in (index, *analysis.ancestors(index)):
        token = analysis.tokens[above]
        verbal = above != index or token.upos == "VERB"
        if above != index and token.lemma.lower() in _OPEN:
            return True
        if verbal and any(_unsure(analysis, i) for i in analysis.children(above, "aux", "advmod", "mark")):
            return True
        if above != index and token.tag in {"VBD", "VBZ", "VBP"}:
            return False
    return False


def _unsure(analysis: Analysis, index: int) -> bool:
    return analysis.tokens[index].tag == "MD" or analysis.lower[index] in _HYPOTHETICAL
