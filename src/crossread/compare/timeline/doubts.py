"""Whether a dated clause is no happening of its day: a state, what was said of another time, what somebody denies."""

from __future__ import annotations

from itertools import pairwise

from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Event, EventKind, Tense
from crossread.text.listing import listed
from crossread.text.pasts import is_past_in_disguise

# What is said of such an occasion may have been said later; and how many characters may stand between a time and the
# clause that it may belong to.
_MEETINGS = listed("meeting dinner lunch breakfast party summit gathering trip visit event call")
_RIGHT_BEHIND = 25
# Verbs and adverbs after which what hangs below is not told as so. After VerbNet 29.4 and 37.7, and Karttunen's
# (1971) counterfactives.
_DOUBTING = listed(
    "lie deny dispute refute pretend doubt question contradict reject fabricate falsely wrongly"
)


def timeless(account: Account, event: Event, head: int) -> bool:
    """Whether a verb in the present stands with a past time: a caption, or a state ("has grown since")."""
    if event.kind is EventKind.SCHEDULED:
        return False
    analysis = account.analysis
    helpers = [analysis.tokens[i] for i in analysis.children(head, "aux", "cop")]
    tags = {token.tag for token in helpers} or {analysis.tokens[head].tag}
    present = bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}
    present = present and not is_past_in_disguise(analysis, head)
    perfect = any(token.text.lower().replace("’", "'") in ("has", "have", "'ve", "'s") for token in helpers)
    form = account.annotation.times[event.time].form
    return present and not perfect and form.tense is not Tense.FUTURE


def may_date_the_words(account: Account, event: Event, head: int) -> bool:
    """Whether a day may be that of the words: "At the May meeting, he said she told us", "said in May he had left"."""
    analysis, time = account.analysis, account.annotation.times[event.time]
    told = next((i for i in analysis.children(head, "ccomp") if i > head), None)
    at = analysis.head_of(time.span)
    if told is None or at is None or analysis.children(told, "mark"):
        return False
    helpers = {analysis.tokens[i].text.lower() for i in analysis.children(told, "aux")}
    if time.span.start > event.head.start:
        return "had" in helpers and analysis.tokens[told].start - time.span.end < _RIGHT_BEHIND
    past = analysis.tokens[told].tag == "VBD" or "had" in helpers
    return past and analysis.tokens[analysis.tokens[at].head].lemma.lower() in _MEETINGS


def doubted(analysis: Analysis, head: int) -> bool:
    """Whether somebody is said to lie about it, or to deny it."""
    above = [head, *analysis.ancestors(head)]
    for index, upper in pairwise(above):
        if analysis.tokens[index].dep not in ("ccomp", "xcomp", "acl", "conj", "advcl"):
            return False
        words = [upper, *analysis.children(upper, "advmod", "xcomp", "obj")]
        if any(analysis.tokens[i].lemma.lower() in _DOUBTING for i in words):
            return analysis.tokens[index].dep in ("ccomp", "xcomp", "acl")
    return False
