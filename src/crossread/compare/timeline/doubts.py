"""Whether a dated clause is no happening of its day: a state, a forecast, what lies on the wrong side of the writer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Event, EventKind, Tense, TimeExpression
from crossread.record.article import DateRange
from crossread.text.listing import listed
from crossread.text.pasts import is_past_in_disguise

# What somebody has laid down for a time. After FrameNet's Scheduling, Commitment and Purpose.
_PLANNING = listed(
    """plan schedule slate set due book bill arrange earmark intend promise pledge vow agree decide commit prepare
    propose order require oblige contract oppose threaten poise ready aim"""
)
# Deeds and beginnings that are fixed ahead. After VerbNet 55 (begin, complete), 51 (leave, arrive), 36.3 (meet), 13
# (give, get), and FrameNet's Change_of_leadership and Compliance.
_ARRANGED = listed(
    """begin start open close launch end expire finish conclude resume hold host run compete contest stand retire resign
    leave step quit return join move face vote elect meet visit tour travel release publish issue unveil introduce
    appeal testify appear plead pay cut build replace ban stop phase withdraw pull sell buy acquire merge hire lay
    marry celebrate premiere air perform take cease abolish repeal renew extend"""
)
_WIDE = 7  # a range of more days is no date that is kept
_PRINTED_AHEAD = timedelta(days=1)  # in a time zone to the east it may already have happened


def timeless(account: Account, event: Event, head: int) -> bool:
    """Whether a verb in the present stands with a past time: a caption, or a state ("has grown since")."""
    if event.kind is EventKind.SCHEDULED:
        return False
    analysis = account.analysis
    if analysis.tokens[head].tag in ("VB", "VBG"):
        head = analysis.top(head, "xcomp")  # "appears to be leading"
    helpers = [analysis.tokens[i] for i in analysis.children(head, "aux", "cop")]
    tags = {token.tag for token in helpers} or {analysis.tokens[head].tag}
    present = bool(tags & {"VBZ", "VBP"}) and not is_past_in_disguise(analysis, head)
    perfect = any(token.text.lower().replace("’", "'") in ("has", "have", "'ve", "'s") for token in helpers)
    time = account.annotation.times[event.time]
    return present and not perfect and time.form.tense is not Tense.FUTURE and not _is_now(account, time)


def _is_now(account: Account, time: TimeExpression) -> bool:
    """Whether a time of a few days holds the writer's own, so that the present tells it: "goes on trial Monday"."""
    own, days = account.article.published, time.days
    if own is None or days is None or time.form.year is not None:
        return False
    return days.days <= _WIDE and days.overlaps(own)


def as_planned(account: Account, event: Event, head: int) -> Event:
    """Return what the present tells of a day ahead as scheduled: "the term ends on Friday".

    A year beside the day makes it a caption: "Tom Hart speaks in Leeds on 3 May 2020".
    """
    time, own, analysis = account.annotation.times[event.time], account.article.published, account.analysis
    if event.kind is not EventKind.HAPPENED or time.form.year is not None:
        return event
    if own is None or time.days is None or not _ahead(time, time.days, own):
        return event
    verb = next(iter(analysis.children(head, "aux", "cop")), head)
    present = analysis.tokens[verb].tag in ("VBZ", "VBP")
    occasion = analysis.tokens[head].upos == "NOUN"  # "before the runoff in May"
    return replace(event, kind=EventKind.SCHEDULED) if occasion or present else event


def _ahead(time: TimeExpression, days: DateRange, own: DateRange) -> bool:
    """Whether a time lies after an account's day, or reaches beyond it and is told as ahead: "retires this year"."""
    told_ahead = time.form.tense is Tense.FUTURE and days.latest > own.latest
    return told_ahead or days.earliest > own.latest


def foretold(account: Account, event: Event, head: int) -> bool:
    """Whether what is told of a coming month or year is nobody's plan, but what somebody expects to come about.

    "Prices will rise next year", "the firm enters 2018 in trouble"; not "the term begins in May" or "plans to sell".
    """
    days, word = account.annotation.times[event.time].days, account.analysis.tokens[head]
    occasion = word.upos == "NOUN"  # "the runoff in May" is fixed
    if event.kind is not EventKind.SCHEDULED or days is None or days.days <= _WIDE or occasion:
        return False
    return word.lemma.lower() not in _ARRANGED and not _verbs_above(account.analysis, head) & _PLANNING


def _verbs_above(analysis: Analysis, head: int) -> set[str]:
    """Return the lemmas of a verb and of those that it hangs on, also of participles taken for adjectives."""
    above = [analysis.tokens[head]]
    while above[-1].dep in ("xcomp", "acl", "advcl", "ccomp"):
        above.append(analysis.tokens[above[-1].head])
    # of "is planned", "agreed"
    plain = {token.text.lower().removesuffix("d").removesuffix("ne") for token in above}
    return {token.lemma.lower() for token in above} | plain


def early(account: Account, event: Event) -> bool:
    """Whether the event is told as past although its day was still to come, or the other way round."""
    days, own = account.annotation.times[event.time].days, account.article.published
    if days is None or own is None:
        return False
    if event.kind is EventKind.SCHEDULED:
        return days.latest < own.earliest
    return days.earliest > own.latest + _PRINTED_AHEAD
