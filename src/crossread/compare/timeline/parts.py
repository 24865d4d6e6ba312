"""Clauses made whole: what a clause leaves to the words around it is taken from there.

A relative clause stands behind the noun it describes, a second verb behind the
subject it shares; where words between them are left out, the parts stay apart.
"""

from __future__ import annotations

from crossread.record.analysis import FINITE, PLURAL
from crossread.record.annotation import Account, EntityType, Event, MentionForm
from crossread.record.span import Span, hull

_RELATIVES = frozenset({"who", "which", "that"})
_LEFT_OUT = frozenset({"conj", "parataxis", "appos", "list", "dep"})
_BREAKS = frozenset({",", "–", "—", "―", "--", ";"})
_OPENING = frozenset({"mark", "cc", "punct", "discourse"})
_NOUN_PHRASE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "flat", "nmod", "fixed", "case"})


def relative_clause(account: Account, event: Event, head: int) -> tuple[Span, ...] | None:
    """Return a relative clause as a sentence: the noun it describes, " … ", what the clause says of it."""
    analysis = account.analysis
    subject = next(iter(analysis.children(head, "nsubj")), None)
    if subject is None or analysis.tokens[subject].text.lower() not in _RELATIVES:
        return None
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
    comma = analysis.tokens[relative - 1].text == ","
    end = analysis.tokens[relative - 1 - comma].end
    people = (
        m for m in account.annotation.mentions if m.type is EntityType.PERSON and m.form is MentionForm.NAME
    )
    person = next((mention.span for mention in people if mention.span.end == end), None)
    if analysis.tokens[relative].text.lower() == "who" and person is not None:
        return person
    noun = analysis.tokens[head].head
    verbs = {analysis.tokens[i].text.lower() for i in (head, *analysis.children(head, "aux", "cop"))}
    plural = analysis.tokens[noun].tag in PLURAL
    if verbs & ({"was", "is", "has"} if plural else {"were", "are", "have"}):
        return None
    which = comma and analysis.tokens[relative].text.lower() == "which"
    if (which or not (plural or comma)) and analysis.tokens[noun].dep == "nmod":
        return None  # "the first Democrat on the panel who", "cuts for schools, which": either may be meant
    described = [_noun_phrase(account, i, relative) for i in (noun, *analysis.children(noun, "appos"))]
    set_off = comma or len(described) > 1 or analysis.tokens[noun].dep == "appos"
    if all(words.end != end for words in described) or (
        analysis.tokens[noun].upos == "PROPN" and not set_off
    ):
        return None
    noun = analysis.top(noun, "appos", "flat")
    if analysis.tokens[noun].upos == "PRON":
        return None
    phrase = _noun_phrase(account, noun, relative)
    names = [analysis.subtree_span(i) for i in analysis.children(noun, "appos")]
    named = next((span for span in names if span.end == end and span.start == phrase.end + 1), phrase)
    return hull((phrase, named))  # "its producer Hart"


def _is_bare(account: Account, words: Span) -> bool:
    """Whether words are "the" and a noun that only what came before explains: "the state, which he won in 2016"."""
    tokens = [account.analysis.tokens[i] for i in account.analysis.tokens_in(words)]
    return len(tokens) == 2 and tokens[0].text.lower() == "the" and tokens[1].upos == "NOUN"


def _noun_phrase(account: Account, noun: int, before: int) -> Span:
    """Return a noun with the words that belong to it, up to the clause or the apposition that describes it."""
    analysis = account.analysis
    inside = {noun}
    for child in analysis.children(noun, *_NOUN_PHRASE):
        inside.update(i for i in analysis.subtree(child) if i < before)
    cases = analysis.children(noun, "case", "mark", "cc")
    first = max((analysis.subtree(i)[-1] + 1 for i in cases if i < noun), default=min(inside))
    while first < noun and analysis.tokens[first].upos == "ADP":
        first += 1
    last = noun
    while last + 1 in inside:
        last += 1
    return Span(analysis.tokens[first].start, analysis.tokens[last].end)


def _predicate(account: Account, event: Event, head: int, first: int) -> Span | None:
    """Return what a clause says from its token `first` on, without what is set off behind; None without the time."""
    analysis = account.analysis
    time = account.annotation.times[event.time].span
    inside = {head}
    for child in analysis.children(head):
        relation = analysis.tokens[child].dep
        loose = relation in _LEFT_OUT and child > head and not analysis.subtree_span(child).overlaps(time)
        if child >= first and relation not in _OPENING and not loose:
            inside.update(analysis.subtree(child))
    reported = (analysis.subtree(i)[-1] for i in analysis.children(head, "ccomp"))
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
    verb = analysis.top(head, "conj")
    subject = next(iter(analysis.children(verb, "nsubj")), None)
    if subject is None:
        return None
    relative = analysis.tokens[subject].text.lower() in _RELATIVES
    helpers = analysis.children(head, "aux", "cop", "advmod")
    first = min((analysis.subtree(i)[0] for i in helpers if i < head), default=head)
    named = _antecedent(account, verb, subject) if relative else _noun_phrase(account, subject, first)
    said = _predicate(account, event, head, first)
    return (named, said) if named and said else None


def reported(account: Account, head: int) -> tuple[Span, ...] | None:
    """Return what somebody said, without the saying's own time: "She said … they met in May"."""
    analysis = account.analysis
    saying = analysis.tokens[head].head
    subject = next(iter(analysis.children(saying, "nsubj")), None)
    told = analysis.subtree_span(head)
    if subject is None or analysis.tokens[saying].head != saying:
        return None
    if not analysis.tokens[subject].start < analysis.tokens[saying].start < told.start:
        return None
    to_whom = map(analysis.subtree_span, analysis.children(saying, "obj", "iobj"))
    first = hull((analysis.subtree_span(subject), analysis.tokens[saying].span, *to_whom))
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
    place = any(analysis.tokens[i].upos == "PROPN" for i in analysis.tokens_in(named))
    return hull((named, said)) if place and analysis.tokens[first - 1].tag == "WRB" else None
