"""Whether a happening is still to come, seen from the writer."""

from __future__ import annotations

from crossread.annotate.events.bounds import TERMS
from crossread.annotate.times.tense import is_predicate, tense_of
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind


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
