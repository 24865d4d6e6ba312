"""Times that date nothing (how far something reaches, the present at large), and times that lie ahead of the writer."""

from __future__ import annotations

from crossread.annotate.events.nouns import is_event_noun
from crossread.annotate.times.tense import is_predicate, tense_of
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind
from crossread.text.closed_classes import in_present_perfect
from crossread.text.listing import listed

# With a time to come these name a term: "has been released on bail until May", "is due by Friday".
TERMS = listed("until till by")
_REACHING = listed("until till by before than since from to through after past beyond into")
# "By the end of this year" is how far something reaches, as "by this year" is.
_WITHIN = listed("of the end beginning start middle close")
_COMPARING = listed("unlike like than")
_DASHES = frozenset({"-", "--", "–", "—", "("})  # "Hart and -- until Friday -- Hill"


def ends_a_state(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether the time is only how far something reaches: "until May", "since Friday", "between May and …"."""
    before = analysis.tokens_in(time.span)[0] - 1
    while before > 0 and analysis.tokens[before].text.lower() in _WITHIN:
        before -= 1
    word = analysis.tokens[before].text.lower() if before >= 0 else ""
    if word in TERMS and time.form.tense is Tense.FUTURE:
        return before > 0 and analysis.tokens[before - 1].text in _DASHES
    earlier = [t.lemma.lower() for t in analysis.tokens[max(0, before - 4) : max(0, before)]]
    if earlier[-1:] and analysis.tokens[before - 1].upos == "NUM" and earlier[-2:-1] == ["from"]:
        return True  # "from 500 in 2009 to 700 in 2010"
    if word == "and" and "between" in earlier:
        return True  # "between 2009 and 2010"
    if word == "with" and earlier and earlier[-1].startswith("compar"):
        return True  # "rose compared with 2015"
    return word in _REACHING or (word == "between" and time.form.to is None)


def is_future(analysis: Analysis, index: int, time: TimeExpression) -> bool:
    """Whether the happening is still to come, seen from the writer."""
    before = analysis.tokens_in(time.span)[0] - 1
    if before >= 0 and analysis.tokens[before].text.lower() in TERMS and time.form.tense is Tense.FUTURE:
        return True
    if is_predicate(analysis, index):
        return _ahead(time) or tense_of(analysis, index) is Tense.FUTURE
    return _ahead(time) or time.form.tense is Tense.FUTURE


def _ahead(time: TimeExpression) -> bool:
    """Whether the words alone point ahead of the writer: "next week"; "the next day" has an anchor of its own."""
    form = time.form
    return form.kind is TimeKind.PERIOD and not form.anaphoric and form.steps is not None and form.steps > 0


def dates_nothing(analysis: Analysis, head: int, time: TimeExpression, described: int | None) -> bool:
    """Whether a time is a bound, the present at large or the year of a sum; not "since the May vote"."""
    bound = ends_a_state(analysis, time) and (described is None or not is_event_noun(analysis, described))
    bound = bound or _that_of_a_clause(analysis, time) or _joined(analysis, time) or _compared(analysis, head)
    return bound or _nowadays(analysis, head, time) or _measured_by(analysis, head, time)


def _compared(analysis: Analysis, head: int) -> bool:
    """Whether it is the time of what something is held against: "unlike Hart in 1988", "more than in 2008"."""
    above = analysis.tokens[head].head
    nouns = (head, above) if analysis.tokens[above].upos in ("NOUN", "PROPN") else (head,)
    return any(
        analysis.lower[i] in _COMPARING for noun in nouns for i in analysis.children(noun, "case", "mark")
    )


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
