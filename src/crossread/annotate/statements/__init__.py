"""Statements: what somebody is reported to have said or written, and who it was.

`find` reads one article: quotation marks give the words of direct statements and
fragments, cue words the speaker and the content of the rest.
"""

from __future__ import annotations

from crossread.annotate.statements.chains import Draft, apart, drafts
from crossread.annotate.statements.frames import Frame, frame
from crossread.annotate.statements.reading import Reading
from crossread.record.analysis import Analysis
from crossread.record.annotation import Mention, ReportedStatement, TimeExpression
from crossread.record.article import Article

# Below this confidence the speaker stays unresolved. Every way of finding one in use lies above it (0.6 to 0.95),
# since none was right less than nine times in ten where it could be counted; a weaker way must not pass.
LEAST_CONFIDENCE = 0.5


def find(
    article: Article,
    analysis: Analysis,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
) -> tuple[ReportedStatement, ...]:
    """Return the statements that `article` reports, in the order in which they end.

    `Party.mention` indexes `mentions`, `ReportedStatement.time` indexes `times`.
    A statement within another one comes before it. Never raises on odd text.
    """
    if not analysis.tokens:
        return ()
    reading = Reading(article, analysis, mentions, times)
    made = [_statement(reading, draft) for draft in drafts(reading)]
    return tuple(sorted(made, key=lambda s: (s.spans[-1].end, -s.spans[0].start)))


def _statement(reading: Reading, draft: Draft) -> ReportedStatement:
    around = frame(reading, draft.report) if draft.report is not None else Frame()
    settled = draft.speaker is not None and draft.confidence >= LEAST_CONFIDENCE
    return ReportedStatement(
        kind=draft.kind,
        spans=tuple(apart(draft.spans)),
        quoted=tuple(apart(draft.quoted)),
        speaker=draft.speaker.party(reading) if draft.speaker is not None and settled else None,
        basis=draft.basis,
        confidence=draft.confidence if settled else 0.0,
        cue=reading.span(draft.report.cue) if draft.report is not None else None,
        channel=around.channel,
        venue=around.venue,
        addressee=around.addressee,
        time=around.time,
    )


__all__ = ["find"]
