"""When an act was done, and whether it is told only as background.

A time dates an act only where it modifies the act's own verb or noun. Where no
such time is given the day stays unknown: the day of the account says when it
was written, not when the deed was done.
"""

from __future__ import annotations

from crossread.compare.ledger.due import of_the_asking
from crossread.record.analysis import Analysis
from crossread.record.annotation import DEED_IN_ACTION, Account, Act, TimeExpression
from crossread.record.article import DateRange
from crossread.text.listing import listed

_CUES = frozenset({"VERB", "AUX", "NOUN", "PROPN"})
# Verbs by which one does what a noun tells: "announced plans on Friday"; not "defended his plans on Friday".
_DOING = listed(
    "announce make issue submit tender unveil release send file give reach launch renew repeat offer"
)
# With one of these a time behind a deed tells when it ends or begins to hold: "resigned, effective Friday".
_ENDS = listed("until till effective")


def made(account: Account, act: Act, day: DateRange | None) -> DateRange | None:
    """Return the days that the text gives for the act itself; `day` is the account's own day."""
    for number, time in enumerate(account.annotation.times):
        if time.days is None or not _beside(account, act, time):
            continue
        inside = act.action.contains(time.span) and act.kind not in DEED_IN_ACTION
        if (inside or number == act.due) and not of_the_asking(account, act, time, day):
            continue
        if _dates(account.analysis, act, time) and (day is None or time.days.earliest <= day.latest):
            return time.days
    return None


def _beside(account: Account, act: Act, time: TimeExpression) -> bool:
    """Whether a time stands in the sentence of the act's cue."""
    sentence = account.analysis.sentence_at(act.cue.start)
    return sentence is not None and sentence.span.contains(time.span)


def _dates(analysis: Analysis, act: Act, time: TimeExpression) -> bool:
    """Whether a time modifies the words of the cue, stands right behind its noun, or tells when its actor did it."""
    inside = [i for i in analysis.tokens_in(act.cue) if analysis.tokens[i].upos in _CUES]
    head = analysis.head_of(time.span)
    between = range(inside[-1] + 1 if inside else 0, analysis.tokens_in(time.span)[0])
    if head is None or not inside or any(analysis.lower[i] in _ENDS for i in between):
        return False  # "denied it until his death in 2017"
    governor = analysis.tokens[head].head
    if governor in inside or any(analysis.tokens[i].upos == "VERB" for i in inside):
        return governor in inside
    after = range(analysis.tokens_in(act.cue)[-1] + 1, analysis.tokens_in(time.span)[0])
    if time.span.start >= act.cue.end and all(analysis.tokens[i].upos == "ADP" for i in after):
        return True  # "his resignation in May"
    subjects = (analysis.subtree_span(i) for i in analysis.children(governor, "nsubj"))
    own = act.actor is not None and any(act.actor.span.overlaps(subject) for subject in subjects)
    carried = any(governor in analysis.ancestors(i) for i in inside)
    return own and carried and analysis.tokens[governor].lemma in _DOING
