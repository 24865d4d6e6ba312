"""Clauses made whole: what a clause leaves to the words around it is taken from there.

A relative clause stands behind the noun it describes, a second verb behind the
subject it shares; where words between them are left out, the parts stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.record.analysis import FINITE, PLURAL
from crossread.record.annotation import Account, EntityType, Event, EventKind, MentionForm
from crossread.record.span import Span, hull

_OMITTED = " … "
_RELATIVES = frozenset({"who", "which", "that"})
_LEFT_OUT = frozenset({"conj", "parataxis", "advcl", "appos", "list", "dep"})
_BREAKS = frozenset({",", "–", "—", "―", "--", ";"})
_OPENING = frozenset({"mark", "cc", "punct", "discourse"})
_NOUN_PHRASE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "flat", "nmod", "fixed", "case"})


@dataclass(frozen=True)
class Wording:
    """Stretches of an account that tell one happening, and what joins them."""

    parts: tuple[Span, ...]
    joints: tuple[str, ...] = ()  # " … " where none is given

    def joined(self, texts: Sequence[str]) -> str:
        joints = self.joints or (_OMITTED,) * (len(texts) - 1)
        return "".join(text + joint for text, joint in zip(texts, (*joints, ""), strict=True))


def relative_clause(account: Account, event: Event, head: int) -> tuple[Span, ...] | None:
    """Return a relative clause as a sentence: the noun it describes, " … ", what the clause says of it."""
    analysis = account.analysis
    subject = next(iter(analysis.children(head, "nsubj")), None)
    if subject is None or analysis.tokens[subject].text.lower() not in _RELATIVES or subject > head:
        return None
    if len(analysis.children(head, "nsubj")) > 1:
        return None  # "the pact, which he left"
    bare = analysis.tokens[head].tag == "VBP" and analysis.tokens[subject - 1].text != ","
    if event.kind is EventKind.SCHEDULED and bare:
        return None  # "those who sell next year" only says which ones
    named = _antecedent(account, head, subject)
    said = _predicate(account, event, head, subject + 1)
    if named is None or said is None:
        return None
    if any(analysis.tokens[i].tag == "PRP$" for i in analysis.tokens_in(named)) or _is_bare(account, named):
        return None
    words = (analysis.tokens[i] for part in (named, said) for i in analysis.tokens_in(part))
    time = account.annotation.times[event.time].span
    telling = any(t.upos in ("PROPN", "NUM") and not time.overlaps(t.span) for t in words)
    return (named, said) if telling else None  # not "a bill … stalled earlier this month"


def _antecedent(account: Account, head: int, relative: int) -> Span | None:
    """Return the words that a relative clause describes; None where the parse may have taken others.

    "Who" is the person named right before it. Other names are described behind a comma alone, and a verb agrees with
    its noun.
    """
    analysis = account.analysis
    comma = relative > 0 and analysis.tokens[relative - 1].text == ","
    end = analysis.tokens[relative - 1 - comma].end
    people = [
        m for m in account.annotation.mentions if m.type is EntityType.PERSON and m.form is MentionForm.NAME
    ]
    person = next((mention.span for mention in people if mention.span.end == end), None)
    if analysis.tokens[relative].text.lower() == "who" and person is not None:
        return person
    noun = analysis.tokens[head].head
    if analysis.tokens[noun].dep == "nsubj" and any(
        i > head for i in analysis.children(analysis.tokens[noun].head, "nsubj")
    ):
        return None  # "A veteran who led the town last year, Ms Hart has …": who it is follows
    verbs = {analysis.tokens[i].text.lower() for i in (head, *analysis.children(head, "aux", "cop"))}
    plural = analysis.tokens[noun].tag in PLURAL
    if noun > relative or verbs & ({"was", "is", "has"} if plural else {"were", "are", "have"}):
        return None
    which = comma and analysis.tokens[relative].text.lower() == "which"
    if (which or not (plural or comma)) and analysis.tokens[noun].dep == "nmod":
        return None  # "the first Democrat on the panel who", "cuts for schools, which": either may be meant
    described = [
        _noun_phrase(account, i, relative) for i in (noun, *analysis.children(noun, "appos")) if i < relative
    ]
    beside = any(words is not None and words.end == end for words in described)
    set_off = comma or len(described) > 1 or analysis.tokens[noun].dep == "appos"
    if not beside or (analysis.tokens[noun].upos == "PROPN" and not set_off):
        return None
    while analysis.tokens[noun].dep in ("appos", "flat") and analysis.tokens[noun].head < noun:
        noun = analysis.tokens[noun].head
    bare = analysis.tokens[noun].tag == "NN" and not analysis.children(noun, *_NOUN_PHRASE)
    phrase = _noun_phrase(account, noun, relative)
    if analysis.tokens[noun].upos == "PRON" or bare or phrase is None:
        return None
    if any(analysis.tokens[i].tag in FINITE for i in analysis.tokens_in(Span(phrase.start, end))):
        return None  # the parse took a whole clause for what is described
    names = [analysis.subtree_span(i) for i in analysis.children(noun, "appos")]
    named = next((span for span in names if span.end == end and span.start == phrase.end + 1), None)
    return phrase if named is None else hull((phrase, named))  # "its producer Hart"


def _is_bare(account: Account, words: Span) -> bool:
    """Whether words are "the" and a noun that only what came before explains: "the state, which he won in 2016"."""
    tokens = [account.analysis.tokens[i] for i in account.analysis.tokens_in(words)]
    return len(tokens) == 2 and tokens[0].text.lower() == "the" and tokens[1].upos == "NOUN"


def _noun_phrase(account: Account, noun: int, before: int) -> Span | None:
    """Return a noun with the words that belong to it, up to the clause or the apposition that describes it."""
    analysis = account.analysis
    inside = {noun}
    for child in analysis.children(noun):
        apart = analysis.tokens[child].dep == "compound" and any(
            analysis.tokens[i].text == "," for i in range(child, noun)
        )
        if analysis.tokens[child].dep in _NOUN_PHRASE and child < before and not apart:
            inside.update(i for i in analysis.subtree(child) if i < before)
    cases = analysis.children(noun, "case", "mark", "cc")
    first = max((analysis.subtree(i)[-1] + 1 for i in cases if i < noun), default=min(inside))
    while first < noun and analysis.tokens[first].upos == "ADP":
        first += 1
    last = noun
    while last + 1 in inside:
        last += 1
    return Span(analysis.tokens[first].start, analysis.tokens[last].end) if first <= noun else None


def _predicate(account: Account, event: Event, head: int, first: int) -> Span | None:
    """Return what a clause says from its token `first` on, without what is set off behind; None without the time."""
    analysis = account.analysis
    time = account.annotation.times[event.time].span
    inside = {head}
    for child in analysis.children(head):
        token, below = analysis.tokens[child], analysis.subtree(child)
        before, opening = analysis.tokens[below[0] - 1], analysis.tokens[below[0]]
        # not "voted to block the bill"
        set_off = token.dep != "advcl" or before.text in _BREAKS or opening.dep == "cc"
        loose = token.dep in _LEFT_OUT and child > head and set_off
        loose = loose and not analysis.subtree_span(child).overlaps(time)
        if child >= first and token.dep not in _OPENING and not loose:
            inside.update(below)
    inside = {i for i in inside if i >= first}
    reported = (analysis.subtree(i)[-1] for i in analysis.children(head, "ccomp") if i > head)
    needed = max(head, analysis.tokens_in(time)[-1], *reported)
    end = max(inside) + 1
    marks = (i for i in range(needed + 1, end) if analysis.tokens[i].text in _BREAKS)
    others = (i for i in range(first, end) if i not in inside and analysis.tokens[i].upos != "PUNCT")
    last = min(next(marks, end), next(others, end)) - 1
    if last < needed:
        return None
    helpers = analysis.children(head, "aux", "cop")
    span = Span(analysis.tokens[first].start, analysis.tokens[last].end)
    finite = any(analysis.tokens[i].tag in FINITE for i in (head, *helpers))
    return span if finite and span.contains(time) else None


def with_shared_subject(account: Account, event: Event, head: int) -> tuple[Span, ...] | None:
    """Return the second of two verbs with the subject it shares: "The police … charged him on Tuesday"."""
    analysis = account.analysis
    if analysis.children(head, "nsubj", "csubj", "expl"):
        return None
    verb = head
    while (
        (token := analysis.tokens[verb]).dep == "conj"
        and token.head != verb
        and not analysis.children(verb, "nsubj")
    ):
        verb = analysis.tokens[verb].head
    subject = next(iter(analysis.children(verb, "nsubj")), None)
    if subject is None or subject > head or analysis.children(verb, "aux:pass"):
        return None
    relative = analysis.tokens[subject].text.lower() in _RELATIVES
    helpers = [i for i in analysis.children(head, "aux", "cop", "advmod") if i < head]
    first = min((analysis.subtree(i)[0] for i in helpers), default=head)
    named = _antecedent(account, verb, subject) if relative else _noun_phrase(account, subject, first)
    said = _predicate(account, event, head, first)
    return (named, said) if named and said else None


def reported(account: Account, event: Event, head: int) -> tuple[Span, ...] | None:
    """Return what somebody said, without the saying's own time: "She said … they met in May"."""
    analysis = account.analysis
    saying = analysis.tokens[head].head
    subject = next(iter(analysis.children(saying, "nsubj")), None)
    below = analysis.subtree(head)
    if analysis.tokens[head].dep != "ccomp" or subject is None or not subject < saying < below[0]:
        return None
    if analysis.tokens[saying].head != saying or analysis.children(saying, "aux", "advmod", "mark"):
        return None
    named = hull(tuple(analysis.tokens[i].span for i in analysis.subtree(subject)))
    first = Span(named.start, analysis.tokens[saying].end)
    told = hull(tuple(analysis.tokens[i].span for i in below))
    time = account.annotation.times[event.time].span
    beside = range(analysis.tokens_in(named)[-1] + 1, saying)
    if any(analysis.tokens[i].text != "," for i in beside) or not told.contains(time):
        return None
    to_whom = [
        analysis.subtree_span(i) for i in analysis.children(saying, "obj", "iobj") if saying < i < below[0]
    ]
    first = hull((first, *to_whom))
    return (first, told) if told.start > first.end + 1 else (Span(first.start, told.end),)


def own_clause(account: Account, event: Event, head: int) -> Span | None:
    """Return a clause behind its conjunction as a sentence: "as the firm told investors in May" tells the telling.

    Not within what somebody says, nor with "it" for its subject. Behind "where" with the place before it.
    """
    analysis = account.analysis
    subject = next(iter(analysis.children(head, "nsubj", "nsubj:pass")), None)
    above = [analysis.tokens[i].dep for i in analysis.ancestors(head)]
    if subject is None or subject > head or "ccomp" in above:
        return None
    if analysis.tokens[subject].upos == "PRON" and analysis.tokens[subject].text.lower() not in ("he", "she"):
        return None
    first = analysis.subtree(subject)[0]
    while first < subject and analysis.tokens[first].upos in ("ADP", "SCONJ"):
        first += 1
    if any(i < first for i in analysis.children(head, "ccomp", "parataxis")):
        return None  # what somebody said stands before
    said, token = _predicate(account, event, head, first), analysis.tokens[head]
    if said is None or token.dep != "acl:relcl":
        return said
    named = _noun_phrase(account, token.head, first)
    if named is None or analysis.tokens[first - 1].tag != "WRB":
        return None
    place = any(analysis.tokens[i].upos == "PROPN" for i in analysis.tokens_in(named))
    return hull((named, said)) if place else None
