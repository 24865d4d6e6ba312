"""A wording ends before what the claim does not tell: under "the toy costs much" nothing of where it is made."""

from __future__ import annotations

from collections.abc import Container

from crossread.compare.claims.showing import closed
from crossread.compare.claims.standing import marks_closed
from crossread.record.analysis import FINITE, Analysis
from crossread.record.annotation import Account, TimeType
from crossread.record.span import Span, trimmed
from crossread.text.listing import listed
from crossread.text.words import topics

# Fewest words that are left.
LEAST = 5
# A phrase of whose words less than this part is told elsewhere tells something else.
HELD = 0.3
# … or less than this, where it says which one of many is meant. Of five in 145 stories the one that others did not
# tell held a tenth.
TELLING = 0.2
# What can go from the end where a comma, a dash or a conjunction sets it off, or it tells for how long.
_LOOSE = frozenset({"acl", "advcl", "appos", "conj", "nmod", "obl", "parataxis"})
_SET_OFF = frozenset({",", "-", "–", "—", "--", "("})
# Words with which the rest says something else without what follows.
_TURNS = listed("if unless except until without whether than")
# Words that hold two things together.
_HOLDING = listed("both either neither between not only")


def without_tail(
    account: Account, words: Span, clause: Span, told: Container[str], *, least: float = HELD
) -> Span:
    """Return some words without what hangs at their end and holds few of the words `told` elsewhere.

    The `clause` for which they stand is among what is left. What says which one of many is meant goes only where less
    than `least` of it is told: "passed a bill that would close the port".
    """
    analysis = account.analysis
    inside = analysis.tokens_in(words)
    kept = inside
    while (first := _tail(account, kept, clause, told, least)) is not None:
        kept = range(inside.start, first)
        while kept and analysis.tokens[kept[-1]].upos in {"PUNCT", "CCONJ"}:
            kept = kept[:-1]
    if len(kept) == len(inside):
        return words
    return closed(account.text, trimmed(account.text, Span(words.start, analysis.tokens[kept[-1]].end)))


def _tail(account: Account, inside: range, clause: Span, told: Container[str], least: float) -> int | None:
    """Return where the longest phrase begins that can go from the end of some tokens."""
    analysis = account.analysis
    last = inside[-1]
    while last > inside.start and analysis.tokens[last].upos == "PUNCT":
        last -= 1
    found = None
    for index in (last, *analysis.ancestors(last)):
        tail = [i for i in analysis.subtree(index) if i <= last]
        if index not in inside or tail != list(range(tail[0], last + 1)):
            break
        if analysis.tokens[tail[0]].start <= clause.start:
            break
        if tail[0] > inside.start and _can_go(account, index, tail[0], last, told, least):
            rest = Span(analysis.tokens[inside.start].start, analysis.tokens[tail[0] - 1].end)
            found = tail[0] if _says(account, closed(account.text, rest)) else found
    return found


def _says(account: Account, words: Span) -> bool:
    """Whether words still say something: enough of them, a finite verb, each mark with its other one."""
    text = words.of(account.text)
    tags = {account.analysis.tokens[i].tag for i in account.analysis.tokens_in(words)}
    return len(text.split()) >= LEAST and not tags.isdisjoint(FINITE) and marks_closed(text)


def _can_go(account: Account, index: int, first: int, last: int, told: Container[str], least: float) -> bool:
    """Whether what hangs on a token is told nowhere else, and the rest says the same without it."""
    analysis = account.analysis
    token = analysis.tokens[index]
    span = Span(analysis.tokens[first].start, analysis.tokens[last].end)
    opening = {analysis.lower[i] for i in (first, *analysis.children(index, "mark", "case", "advmod"))}
    own = topics(account.text, span)
    telling = token.dep in {"acl", "acl:relcl"} and _is_one_of_many(analysis, token.head)
    if opening & _TURNS or sum(word in told for word in own) >= (least if telling else HELD) * len(own):
        return False
    if token.dep == "conj" and (token.upos not in {"VERB", "AUX"} or token.tag == "VBG"):
        return False  # "mostly farmers and miners" are not mostly farmers; "of stealing and lying"
    if token.dep == "acl:relcl" and analysis.children(token.head, "det", "nmod:poss"):
        return True  # "workers who joined" are no workers in general, "the toy that it makes" is the toy
    return token.dep.split(":")[0] in _LOOSE and (_set_off(analysis, index, first) or _lasts(account, span))


def _is_one_of_many(analysis: Analysis, index: int) -> bool:
    """Whether a noun does not say which one it is: "a bill", "workers"."""
    determiners = {analysis.lower[i] for i in analysis.children(index, "det", "nmod:poss")}
    return analysis.tokens[index].upos == "NOUN" and determiners <= {"a", "an", "some"}


def _set_off(analysis: Analysis, index: int, first: int) -> bool:
    """Whether a mark or a conjunction stands before a phrase, which does not need it."""
    above = analysis.tokens[index].head
    held = {analysis.lower[i] for i in analysis.children(above)}
    edge = {analysis.tokens[first].text, analysis.tokens[first - 1].text}
    joined = analysis.tokens[first].upos == "CCONJ" or analysis.tokens[first - 1].upos == "CCONJ"
    return held.isdisjoint(_HOLDING) and (joined or not edge.isdisjoint(_SET_OFF))


def _lasts(account: Account, span: Span) -> bool:
    """Whether a phrase tells for how long: most of it is a duration, and not "after 20 weeks"."""
    times = account.annotation.times
    if account.text[span.start : span.end].split()[0].lower() not in {"for", "throughout"}:
        return False
    return any(time.type is TimeType.DURATION and 2 * time.span.shared(span) >= len(span) for time in times)
