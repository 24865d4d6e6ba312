"""When an act was done, and whether it is told only as background.

A time dates an act only where it modifies the act's own verb or noun. Where no
such time is given the day stays unknown: the day of the account says when it
was written, not when the deed was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.record.analysis import Analysis
from crossread.record.annotation import DEED_IN_ACTION, Account, Act, TimeExpression
from crossread.record.article import DateRange

_CUES = frozenset({"VERB", "AUX", "NOUN", "PROPN"})
# Labels by which a cue noun hangs on the verb whose time is its own ("received assurances last week").
_CARRIED = ("obj", "nsubj", "obl", "nmod", "compound", "conj")


def made(account: Account, act: Act, day: DateRange | None) -> DateRange | None:
    """Return the days that the text gives for the act itself; `day` is the account's own day."""
    cues = _cue_tokens(account.analysis, act)
    for number, time in enumerate(account.annotation.times):
        if number == act.due or time.days is None or not _beside(account, act, time):
            continue
        if act.action.contains(time.span) and act.kind not in DEED_IN_ACTION:
            continue
        own = _governor(account.analysis, time) in cues
        if own and (day is None or time.days.earliest <= day.latest):
            return time.days
    return None


def _beside(account: Account, act: Act, time: TimeExpression) -> bool:
    """Whether a time stands in the sentence of the act's cue."""
    sentence = account.analysis.sentence_at(act.cue.start)
    return sentence is not None and sentence.span.contains(time.span)


def _cue_tokens(analysis: Analysis, act: Act) -> frozenset[int]:
    """Return the tokens that a time of the act can modify: the cue's, and for a noun the verb it hangs on."""
    inside = [i for i in analysis.tokens_in(act.cue) if analysis.tokens[i].upos in _CUES]
    if any(analysis.tokens[i].upos == "VERB" for i in inside):
        return frozenset(inside)
    return frozenset(inside).union(*(_carriers(analysis, i) for i in inside))


def _carriers(analysis: Analysis, index: int) -> Iterator[int]:
    for above in analysis.ancestors(index):
        if analysis.tokens[index].dep.split(":")[0] not in _CARRIED:
            return
        yield above
        if analysis.tokens[above].upos == "VERB":
            return
        index = above


def _governor(analysis: Analysis, time: TimeExpression) -> int | None:
    """Return the token that a time modifies."""
    head = analysis.head_of(time.span)
    return None if head is None else analysis.tokens[head].head
