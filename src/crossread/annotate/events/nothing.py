"""Times that stand with no happening: bounds, headings, the present at large, the year of a sum, a comparison."""

from __future__ import annotations

from crossread.annotate.events.bounds import ends_a_state
from crossread.annotate.events.nouns import is_event_noun
from crossread.annotate.times.tense import governor
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind

_LEADING_TO_A_DATE = frozenset({",", "(", "–", "—", "-", ";", "."})
_REACH = 5  # so many words may stand between "unlike" and its time


def dates_nothing(analysis: Analysis, head: int, time: TimeExpression, described: int | None) -> bool:
    """Whether a time is a bound, a heading, the present at large or the year of a sum; not "since the May vote"."""
    bound = ends_a_state(analysis, time) and (described is None or not is_event_noun(analysis, described))
    bound = bound or _of_a_comparison(analysis, time) or _beside_a_name(analysis, time)
    bound = bound or _between_subject_and_state(analysis, governor(analysis, head)[0], time)
    return (
        bound or _heads_a_list_item(analysis, time) or _nowadays(time) or _measured_by(analysis, head, time)
    )


def _of_a_comparison(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether a time is that of what something is compared with: "unlike Hart a week ago, he won"."""
    first = analysis.tokens_in(time.span)[0]
    before = list(analysis.tokens[max(0, first - _REACH) : first])
    unlike = [i for i, token in enumerate(before) if token.text.lower() == "unlike"]
    return bool(unlike) and all(token.upos != "PUNCT" for token in before[unlike[-1] :])


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


def _heads_a_list_item(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether a full date follows a noun without a preposition: in a chronology it opens the next item."""
    form = time.form
    before = analysis.tokens_in(time.span)[0] - 1
    if form.kind is not TimeKind.CALENDAR or form.year is None or form.day is None or before < 0:
        return False
    token = analysis.tokens[before]
    if token.upos == "PUNCT":
        return token.text not in _LEADING_TO_A_DATE
    return (
        token.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and analysis.tokens[before + 1].head != before
    )


def _between_subject_and_state(analysis: Analysis, verb: int | None, time: TimeExpression) -> bool:
    """Whether a bare day before a verb in the present belongs to its subject: "his remarks Monday come as …"."""
    first = analysis.tokens_in(time.span)[0]
    if (
        verb is None
        or verb < first
        or time.form.tense is Tense.FUTURE
        or analysis.tokens[verb].tag not in ("VBZ", "VBP")
    ):
        return False
    bare = first > 0 and analysis.tokens[first - 1].upos in ("NOUN", "PROPN")
    return bare and time.form.kind is TimeKind.WEEKDAY and not analysis.children(verb, "aux")


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


def _nowadays(time: TimeExpression) -> bool:
    """ "Today she feels the same" tells a state, not a happening."""
    form = time.form
    return (
        form.kind is TimeKind.OFFSET and form.steps == 0 and form.part is None and form.tense is Tense.PRESENT
    )
