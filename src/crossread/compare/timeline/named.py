"""Happenings told by a noun: "US air strikes in Selby this month", "Hart's claim last week that the mill was sold"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.cast import Cast
from crossread.compare.timeline.leaning import glossed
from crossread.compare.timeline.words import is_class, with_classes
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Event, TimeType
from crossread.record.span import Span, hull
from crossread.text.deeds import DEEDS, SAYINGS
from crossread.text.listing import listed

_A_MONTH = 31
# Texts and laws that are called by their date: "a September 2019 lawsuit against the Leeds mill".
DATED_THINGS = listed(
    "lawsuit suit ruling law act treaty pact accord agreement report memo letter order amendment deal"
)
# A happening behind one of these is what the verb is about, not when it happened.
ABOUT = listed("for over after following since about despite around before ahead until")
# What tells what somebody said: "his claim that", "her decision to", "the call for".
_CONTENT = ("acl", "acl:relcl", "nmod", "ccomp")


def is_noun(account: Account, event: Event, head: int) -> bool:
    """Whether a happening is named by a noun; with a copula and a time it is a clause: "were in action Friday"."""
    analysis = account.analysis
    time = analysis.head_of(account.annotation.times[event.time].span)
    clause = analysis.children(head, "cop") and time is not None and analysis.tokens[time].head == head
    owned = time is not None and analysis.tokens[time].dep == "nmod:poss"  # "was behind Monday's attack"
    return analysis.tokens[head].upos in ("NOUN", "PROPN") and (owned or not clause)


def names_happening(account: Account, event: Event, head: int) -> bool:
    """Whether a noun phrase tells a kind of happening and where or whose: "US air strikes in Selby this month".

    Behind its noun a day may belong to the verb before it ("met the marchers involved in the protest on Monday"),
    unless a preposition makes the noun what that verb is about.
    """
    analysis = account.analysis
    inside = analysis.tokens_in(event.span)
    time = account.annotation.times[event.time].span
    compound = [analysis.tokens[i].lemma.lower() for i in analysis.children(head, "compound")]
    words = {analysis.tokens[head].lemma.lower(), *compound}
    named = any(
        analysis.tokens[i].upos == "PROPN" and not time.overlaps(analysis.tokens[i].span) for i in inside
    )
    days = account.annotation.times[event.time].days
    news = named and any(map(is_class, with_classes(words)))
    if days is None or (days.days > _A_MONTH and not news):
        return False  # "the 2016 election" says nothing of the year
    sure = time.start < event.head.start or bool(_cases(analysis, head) & ABOUT)
    of_somebody = any(_is_owner(analysis, i) for i in analysis.children(head, "nmod:poss", "nmod"))
    dated = named and of_somebody and time.end < event.head.start and bool(words & DATED_THINGS)
    leans = any(analysis.tokens[i].tag in ("PRP", "PRP$") for i in inside)
    return sure and (news or dated) and not leans


def told_by_a_noun(
    account: Account, event: Event, noun: int, cast: Cast, quoted: Sequence[Span], topic: frozenset[str]
) -> tuple[str, Span] | None:
    """Return a happening told by a noun with what says which: "Hart's claim last week that the mill was sold"."""
    analysis, time = account.analysis, account.annotation.times[event.time].span
    behind = (i for i in analysis.children(noun, *_CONTENT) if analysis.subtree(i)[0] > noun)
    apart = [
        i for i in behind if analysis.tokens[i].upos == "VERB" or not analysis.subtree_span(i).overlaps(time)
    ]
    told = _of_its_doer(analysis, noun, time, apart)
    if told is None:
        return None
    before = analysis.children(noun, "nmod:poss", "amod", "compound", "det", "nummod")
    first = min((analysis.subtree(i)[0] for i in before), default=noun)
    head = Span(analysis.tokens[first].start, analysis.tokens[noun].end)
    whole = hull((head, time, *map(analysis.subtree_span, told)))
    if not names_one_time(account, event, whole):
        return None
    text = glossed(account, cast, (whole,), quoted, topic)
    return None if text is None else (text, whole)


def _of_its_doer(analysis: Analysis, noun: int, time: Span, behind: list[int]) -> list[int] | None:
    """Return what tells of somebody's deed or words, None where it is nobody's, or words without what was said."""
    lemma = analysis.tokens[noun].lemma.lower()
    owners = (i for i in analysis.children(noun, "nmod:poss", "nmod") if _is_owner(analysis, i))
    if lemma not in SAYINGS | DEEDS or all(time.overlaps(analysis.tokens[i].span) for i in owners):
        return None
    if lemma in DEEDS:
        return behind
    said = [i for i in behind if not _cases(analysis, i) & {"in", "at", "during"}]  # where is not what
    return said or None


def _cases(analysis: Analysis, index: int) -> set[str]:
    return {analysis.tokens[i].text.lower() for i in analysis.children(index, "case")}


def _is_owner(analysis: Analysis, index: int) -> bool:
    """Whether a word says by name or pronoun whose something is: "her", "by the Leeds Post", "(arrest) of Hart"."""
    token = analysis.tokens[index]
    cases, deed = _cases(analysis, index), analysis.tokens[token.head].lemma.lower() in DEEDS
    told = token.dep == "nmod:poss" or "by" in cases or (deed and "of" in cases)
    named = any(analysis.tokens[i].upos == "PROPN" for i in analysis.subtree(index))
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
        time.days is not None and own.days is not None and time.days.overlaps(own.days) for time in others
    )
