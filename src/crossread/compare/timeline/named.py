"""Happenings told by a noun: "US air strikes in Kunduz this month", "Hart's claim last week that the mill was sold"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.cast import Cast
from crossread.compare.timeline.leaning import glossed
from crossread.compare.timeline.parts import Wording
from crossread.compare.timeline.words import is_class, with_classes
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Event, TimeKind, TimeType
from crossread.record.span import Span, hull
from crossread.text.deeds import DEEDS, SAYINGS
from crossread.text.listing import listed

_A_MONTH = 31
_LONGEST = 220  # code points of a noun with what describes it
# Nouns of events that a country has one of at a time, and of disasters and crimes that have no class of their own.
_PUBLIC = listed("election debate primary caucus referendum runoff inauguration massacre hurricane midterm")
# Texts and laws that are called by their date: "a September 2019 lawsuit against the Leeds mill".
DATED_THINGS = listed(
    "lawsuit suit ruling law act treaty pact accord agreement report memo letter order amendment deal"
)
_SENT = listed("letter memo report order")
# A happening behind one of these is what the verb is about, not when it happened.
ABOUT = listed("for over after following since about despite around before ahead until")
# What tells what somebody said: "his claim that", "her decision to", "the call for".
_CONTENT = ("acl", "acl:relcl", "nmod", "ccomp")


def is_of_some_year(account: Account, event: Event) -> bool:
    """Whether a month before a noun does not say of which year: "November's election", "her June visit"."""
    time = account.annotation.times[event.time]
    bare = time.form.month is not None and time.form.year is None and time.form.day is None
    return bare and time.span.start < event.head.start


def is_noun(account: Account, event: Event, head: int) -> bool:
    """Whether a happening is named by a noun; with a copula and a time it is a clause: "were in action Friday"."""
    analysis = account.analysis
    time = analysis.head_of(account.annotation.times[event.time].span)
    clause = analysis.children(head, "cop") and time is not None and analysis.tokens[time].head == head
    return analysis.tokens[head].upos in ("NOUN", "PROPN") and not clause


def named_happening(account: Account, event: Event, head: int) -> tuple[str, Span] | None:
    """Return a noun phrase that tells a kind of happening and where or whose: "US air strikes in Kunduz this month".

    Behind its noun a day may belong to the verb before it ("met the marchers involved in the protest on Monday"),
    unless a preposition makes the noun what that verb is about.
    """
    analysis, text = account.analysis, event.span.of(account.text)
    inside = analysis.tokens_in(event.span)
    time = account.annotation.times[event.time].span
    compound = [analysis.tokens[i].lemma.lower() for i in analysis.children(head, "compound")]
    words = {analysis.tokens[head].lemma.lower(), *compound}
    named = any(
        analysis.tokens[i].upos == "PROPN" and not time.overlaps(analysis.tokens[i].span) for i in inside
    )
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(head, "case")}
    days = account.annotation.times[event.time].days
    news = named and any(map(is_class, with_classes(words)))
    if days is None or (days.days > _A_MONTH and not news):
        return None  # "the 2016 election" says nothing of the year
    sure = time.start < event.head.start or bool(cases & ABOUT)
    sent = not words & _SENT or any(
        _is_owner(analysis, i) for i in analysis.children(head, "nmod:poss", "nmod")
    )
    dated = (
        time.end < event.head.start and bool(words & DATED_THINGS) and sent
    )  # not "a Friday letter to Hart"
    known = news or (named and dated) or _is_public(account, event, head)
    if not sure or not known or " by " in text:
        return None
    leans = any(analysis.tokens[i].tag in ("PRP", "PRP$") for i in inside) or any(
        analysis.tokens[i].upos == "PROPN" and analysis.children(i, "det")
        for i in analysis.children(head, "nmod:poss")
    )  # "the Republican's victory"
    cut = not account.text[event.span.start - 1 : event.span.start].isspace()
    return None if leans or cut else (text, event.span)


def described(
    account: Account, event: Event, noun: int, cast: Cast, quoted: Sequence[Span], topic: frozenset[str]
) -> tuple[str, Span] | None:
    """Return a dated happening with what says which: "air strikes last week in Selby", "the blast that killed six"."""
    analysis, time = account.analysis, account.annotation.times[event.time].span
    told = [i for i in analysis.children(noun, "acl:relcl", "nmod") if analysis.subtree(i)[0] > noun]
    told = [i for i in told if _says_which(analysis, i) and not analysis.subtree_span(i).overlaps(time)]
    words = (noun, *analysis.children(noun, "compound"))
    beside = time.end < event.head.start or time.start <= event.head.end + len(" on ")
    if (
        not told
        or not beside
        or not any(map(is_class, with_classes(analysis.tokens[i].lemma.lower() for i in words)))
    ):
        return None
    whole = hull((event.span, *map(analysis.subtree_span, told)))
    if (
        analysis.tokens[noun].dep == "obj"
        or len(whole) > _LONGEST
        or not names_one_time(account, event, whole)
    ):
        return None
    text = glossed(account, cast, Wording((whole,)), quoted, topic)
    return None if text is None else (text, whole)


def _says_which(analysis: Analysis, index: int) -> bool:
    """Whether words behind a noun say which it is: a clause with a number or a name, a place by its name."""
    clause = analysis.tokens[index].dep == "acl:relcl"
    return any(
        analysis.tokens[i].upos == "PROPN" or (clause and analysis.tokens[i].upos == "NUM")
        for i in analysis.subtree(index)
    )


def _is_public(account: Account, event: Event, head: int) -> bool:
    """Whether a noun with what describes it names one event that everybody knows: "last week's presidential debate"."""
    analysis, time = account.analysis, account.annotation.times[event.time].span
    if analysis.tokens[head].lemma.lower() not in _PUBLIC:
        return False
    inside = analysis.tokens_in(event.span)
    below = (i for i in analysis.children(head, "amod", "compound", "nmod", "nmod:poss") if i in inside)
    return any(not time.overlaps(analysis.tokens[i].span) for i in below)


def owned(
    account: Account, event: Event, noun: int, cast: Cast, quoted: Sequence[Span], topic: frozenset[str]
) -> tuple[str, Span] | None:
    """Return what somebody said or did, told by a noun that is his: "Hart's claim last week that the mill was sold".

    Not where the noun is the object of a verb, whose day it may be.
    """
    analysis, lemma = account.analysis, account.analysis.tokens[noun].lemma.lower()
    time = account.annotation.times[event.time].span
    owners = [i for i in analysis.children(noun, "nmod:poss", "nmod") if _is_owner(analysis, i)]
    if lemma not in SAYINGS | DEEDS or all(time.overlaps(analysis.tokens[i].span) for i in owners):
        return None
    said = lemma in SAYINGS
    told = [
        i for i in analysis.children(noun, *_CONTENT) if i > noun and not (said and _is_place(analysis, i))
    ]
    told = [
        i for i in told if not analysis.subtree_span(i).overlaps(time) or analysis.tokens[i].upos == "VERB"
    ]
    if analysis.tokens[noun].dep == "obj" or (lemma in SAYINGS and not told):
        return None
    below = analysis.children(noun, "nmod:poss", "amod", "compound", "det")
    first = min((analysis.subtree(i)[0] for i in below if i < noun), default=noun)
    spans = [Span(analysis.tokens[first].start, analysis.tokens[noun].end), time]
    spans += [analysis.subtree_span(i) for i in told]
    whole = hull(tuple(spans))
    if len(whole) > _LONGEST or not names_one_time(account, event, whole):
        return None
    text = glossed(account, cast, Wording((whole,)), quoted, topic)
    return None if text is None else (text, whole)


def _is_place(analysis: Analysis, index: int) -> bool:
    """Whether a noun behind another only says where: "his announcement in the town"."""
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(index, "case")}
    return analysis.tokens[index].dep == "nmod" and bool(cases & {"in", "at", "during"})


def _is_owner(analysis: Analysis, index: int) -> bool:
    """Whether a word says by name or pronoun whose something is: "her", "by the Leeds Post", "(arrest) of Hart"."""
    token = analysis.tokens[index]
    deed = analysis.tokens[token.head].lemma.lower() in DEEDS
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(index, "case")}
    told = token.dep == "nmod:poss" or "by" in cases or (deed and "of" in cases)
    named = any(
        analysis.tokens[i].upos == "PROPN" for i in analysis.subtree(index)
    )  # "the killing of officer Hart"
    return told and (named or token.tag == "PRP$")


def names_one_time(account: Account, event: Event, words: Span) -> bool:
    """Whether the words name no time but the event's own and what overlaps with it."""
    own = account.annotation.times[event.time]
    others = (
        time
        for time in account.annotation.times
        if words.contains(time.span) and time is not own and time.type in (TimeType.DATE, TimeType.TIME)
    )
    return all(
        time.form.kind in (TimeKind.VAGUE, TimeKind.CLOCK)
        or (time.days is not None and own.days is not None and time.days.overlaps(own.days))
        for time in others
    )
