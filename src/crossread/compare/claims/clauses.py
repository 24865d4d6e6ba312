"""Clauses: the parts of a sentence that can each be true or false on their own."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from crossread.record.analysis import FINITE, Analysis, Sentence
from crossread.record.span import Span
from crossread.text.listing import listed

_CLAUSAL = frozenset({"conj", "advcl", "acl", "ccomp", "parataxis"})
# An adverbial clause without a comma is cut off only after these: others tell the manner of the main verb.
_MARKS = frozenset({"after", "when", "while", "although", "though", "because", "before", "as", "since"})
# A coordinated verb without a subject or a number of its own is cut off from this many words on.
_LONG_CONJUNCT = 8
# A participle with its object from this many words on.
_LONG_PARTICIPLE = 5
# Under these conjunctions a clause asserts nothing by itself.
_OPEN = frozenset({"if", "whether", "unless", "lest"})
# Verbs whose content is true or false only with them: they are part of what is said.
_DISTANCING = frozenset(
    {"deny", "allege", "accuse", "claim", "suspect", "fear", "doubt", "dispute", "refute", "imply", "suggest"}
)
# Conjunctions that are a part of what they open: without it "neither … nor" says the opposite.
_CORRELATED = frozenset({"neither", "nor", "either", "both"})
SUBJECTS = ("nsubj", "csubj", "expl")
_EDGES = frozenset({"PUNCT", "CCONJ", "SCONJ", "SPACE"})
_MONTHS = listed("January February March April May June July August September October November December")


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one clause without the clauses inside it: its head, all of them in order, its span.

    `complete` says that it can stand alone: it has a subject and a finite verb.
    """

    head: int
    own: tuple[int, ...]
    span: Span
    complete: bool


def clauses(analysis: Analysis, sentence: Sentence, cues: Container[int]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in the order of their heads.

    What somebody says is a clause of its own only under one of the `cues`, the
    verbs of known statements: "47 % think that she should go" does not say that
    she should go.
    """
    inside = range(sentence.first, sentence.last)
    below = {index: list[int]() for index in inside if _heads(analysis, sentence, index, cues)}
    for index in inside:
        head = index
        while head not in below:
            head = analysis.tokens[head].head
        below[head].append(index)
    found: list[Clause] = []
    for head, all_below in below.items():
        if own := _trimmed(analysis, head, all_below):
            span = Span(analysis.tokens[own[0]].start, analysis.tokens[own[-1]].end)
            found.append(Clause(head, own, span, is_complete(analysis, head)))
    return tuple(found)


def has_subject(analysis: Analysis, head: int) -> bool:
    return bool(analysis.children(head, *SUBJECTS))


def phrase(analysis: Analysis, index: int) -> list[int]:
    """Return the words of a noun phrase without its relative clauses and appositions."""
    found = [index]
    for child in analysis.children(index):
        if analysis.relations[child] not in {"acl", "appos", "conj", "punct", "cc", "advcl"}:
            found += phrase(analysis, child)
    return found


def is_complete(analysis: Analysis, head: int) -> bool:
    verbs = (head, *analysis.children(head, "aux", "cop"))
    return has_subject(analysis, head) and any(analysis.tokens[i].tag in FINITE for i in verbs)


def predicates(analysis: Analysis, index: int, head: int) -> bool:
    """Whether a verb is what the clause says, not part of a phrase in it ("his firing for what they called")."""
    tokens = analysis.tokens
    if tokens[index].upos not in {"VERB", "AUX"}:
        return False
    if any(tokens[i].tag == "WP" for i in range(head, index)):
        return False
    while index != head:
        if tokens[index].dep in {"acl:relcl", "ccomp", "advcl", "csubj", "root"}:
            return False
        index = tokens[index].head
    return True


def _heads(analysis: Analysis, sentence: Sentence, index: int, cues: Container[int]) -> bool:
    """Whether a clause of its own hangs on this token."""
    token, relation = analysis.tokens[index], analysis.relations[index]
    if token.head == index or not sentence.first <= token.head < sentence.last:
        return True
    if relation not in _CLAUSAL or not _is_predicate(analysis, index):
        return False
    opening = analysis.children(index, "mark")
    marks = {analysis.lower[i] for i in opening}
    if marks & _OPEN or any(analysis.lower[max(0, i - 1)] == "long" for i in opening):
        return False  # "so long as he passes the test"
    if relation == "ccomp":
        return token.head in cues and analysis.lemmas[token.head] not in _DISTANCING
    if token.dep == "acl" and "that" in marks:
        return False  # "accusations that he lied" says that he is accused
    if relation == "conj":
        return _conjunct(analysis, index)
    if token.dep == "acl:relcl":
        return has_subject(analysis, index) and _adds(analysis, sentence, index)
    if relation == "advcl" and not has_subject(analysis, token.head) and not has_subject(analysis, index):
        return False  # a subject mistaken for a clause: "Serving constable Tom Beck has been charged"
    if relation in {"advcl", "acl"}:
        return _set_off(analysis, sentence, index) and (
            has_subject(analysis, index) or _counts(analysis, index) or _does(analysis, index)
        )
    return has_subject(analysis, index)


def _is_predicate(analysis: Analysis, index: int) -> bool:
    return analysis.tokens[index].upos in {"VERB", "AUX"} or bool(analysis.children(index, "cop"))


def _conjunct(analysis: Analysis, index: int) -> bool:
    below = analysis.subtree(index)
    return has_subject(analysis, index) or _counts(analysis, index) or len(below) >= _LONG_CONJUNCT


def _does(analysis: Analysis, index: int) -> bool:
    """Whether a participle behind a comma tells a deed of its own: "wrote to the panel, declining its request"."""
    first = analysis.subtree(index)[0]
    before = max(first - 1, 0)
    return (
        analysis.tokens[index].tag in {"VBG", "VBN"}
        and analysis.tokens[index].head < index
        and "," in (analysis.tokens[first].text, analysis.tokens[before].text)
        and bool(analysis.children(index, "obj", "ccomp", "obl:agent"))
        and len(analysis.subtree(index)) >= _LONG_PARTICIPLE
    )


def _counts(analysis: Analysis, index: int) -> bool:
    """Whether something is counted below this token; "33-year-old" and "3 March" count nothing."""
    tokens = analysis.tokens
    last = len(tokens) - 1
    return any(
        tokens[i].upos == "NUM"
        and tokens[min(i + 1, last)].text != "-"
        and tokens[tokens[i].head].upos != "PROPN"
        and not any(tokens[j].text in _MONTHS for j in analysis.children(i))
        for i in analysis.subtree(index)
    )


def _adds(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether a relative clause tells something new: it stands off by a comma, or it counts."""
    below = analysis.subtree(index)
    before = range(max(sentence.first, below[0] - 1), below[0] + 1)
    return any(analysis.tokens[i].text == "," for i in before) or _counts(analysis, index)


def _set_off(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether an adverbial clause stands off by a comma or a conjunction of time or reason."""
    first = analysis.subtree(index)[0]
    if analysis.tokens[first].text == ",":
        return True
    if first > sentence.first and analysis.tokens[first - 1].text == ",":
        return True
    marks = analysis.children(index, "mark", "case", "advmod")
    return any(i < index and analysis.lower[i] in _MARKS for i in marks)


def _trimmed(analysis: Analysis, head: int, own: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens without marks and conjunctions at either end, its own "when" among them."""
    kept = list(own)
    when = {i for i in analysis.children(head, "advmod") if analysis.lower[i] in _MARKS}
    if when:
        when &= {analysis.subtree(i)[0] - 1 for i in analysis.children(head, *SUBJECTS)}
    while (
        kept
        and (analysis.tokens[kept[0]].upos in _EDGES or kept[0] in when)
        and analysis.lower[kept[0]] not in _OPEN | _CORRELATED
    ):
        kept.pop(0)
    while kept and analysis.tokens[kept[-1]].upos in _EDGES:
        kept.pop()
    return tuple(kept)
