"""Times that stand with no happening: bounds, the present at large, the year of a name or a sum."""

from __future__ import annotations

from crossread.annotate.events.bounds import ends_a_state
from crossread.annotate.events.nouns import is_event_noun
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind
from crossread.text.closed_classes import in_present_perfect


def dates_nothing(analysis: Analysis, head: int, time: TimeExpression, described: int | None) -> bool:
    """Whether a time is a bound, the present at large or the year of a sum; not "since the May vote"."""
    bound = ends_a_state(analysis, time) and (described is None or not is_event_noun(analysis, described))
    bound = bound or _that_of_a_clause(analysis, time) or _joined(analysis, time)
    return bound or _nowadays(analysis, head, time) or _measured_by(analysis, head, time)


def _joined(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether a year is told beside another: "in 2008 and 2012" is one line, of the first."""
    first = analysis.tokens[analysis.tokens_in(time.span)[0]]
    return first.dep == "conj" and analysis.tokens[first.head].text.isdigit()


def _that_of_a_clause(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether the words behind "the same day" say which: "closed the same day the board met", not the day before."""
    last = analysis.tokens_in(time.span)[-1]
    described = (analysis.subtree(i)[0] for i in analysis.children(last, "acl:relcl"))
    return time.form.anaphoric and any(0 < first - last <= 1 for first in described)


def _measured_by(analysis: Analysis, head: int, time: TimeExpression) -> bool:
    """Whether a year or quarter says what a sum is for ("a loss for the last quarter of 2017"), not when."""
    if time.form.day is not None or time.form.weekday is not None:
        return False
    path = (head, analysis.tokens[head].head)
    return any(
        analysis.tokens[i].text.lower() == "for"
        for above in path
        if analysis.tokens[above].upos in ("NOUN", "PROPN", "NUM")
        for i in analysis.children(above, "case")
    )


def _nowadays(analysis: Analysis, head: int, time: TimeExpression) -> bool:
    """ "Today she feels the same", "he said the rules were inadequate today" tell a state, not a happening."""
    form, verb = time.form, analysis.tokens[head].head
    if form.kind is not TimeKind.OFFSET or form.steps != 0 or form.part is not None:
        return False
    above = [verb, *analysis.ancestors(verb)]
    state = analysis.tokens[verb].upos == "ADJ" and bool(analysis.children(verb, "cop"))
    said = any(analysis.tokens[i].dep == "ccomp" for i in above)
    beside = analysis.tokens[verb].upos in ("NOUN", "PRON", "PROPN")
    at_large = beside and any(in_present_perfect(analysis, i) for i in above)
    return form.tense is Tense.PRESENT or (state and said) or at_large  # "in the party today, she has been"
