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
    bound = (
        bound
        or _is_told_of(analysis, head)
        or _beside_a_name(analysis, time)
        or _that_of_a_clause(analysis, time)
    )
    return bound or _nowadays(analysis, head, time) or _measured_by(analysis, head, time)


def _is_told_of(analysis: Analysis, head: int) -> bool:
    """Whether a time is what its verb tells of: "this weekend shows", "2017 was"; not "Monday saw a march"."""
    token = analysis.tokens[head]
    told = token.dep == "nsubj" and not analysis.children(head, "case")  # "Monday’s vote"
    told = told and (head == 0 or analysis.tokens[head - 1].upos != "ADP")
    return told and analysis.tokens[token.head].lemma.lower() not in ("see", "witness", "bring", "mark")


def _that_of_a_clause(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether the words behind "the same day" say which: "closed the same day the board met", not the day before."""
    last = analysis.tokens_in(time.span)[-1]
    described = (analysis.subtree(i)[0] for i in analysis.children(last, "acl:relcl"))
    return time.form.anaphoric and any(0 < first - last <= 1 for first in described)


def _beside_a_name(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether a year alone in brackets is that of a name, or one of those excepted: "(2005)", "all years but 2009"."""
    inside = analysis.tokens_in(time.span)
    if time.form.kind is not TimeKind.CALENDAR or time.form.month is not None or inside[0] == 0:
        return False
    before = analysis.tokens[inside[0] - 1].text.lower()
    after = analysis.tokens[inside[-1] + 1].text if inside[-1] + 1 < len(analysis.tokens) else ""
    first = analysis.tokens[inside[0]]
    joined = first.dep == "conj" and analysis.tokens[first.head].text.isdigit()
    return (before == "(" and after == ")") or before in ("but", "except") or joined


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
