"""A statement in the making: what it holds and who says it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.annotate.statements.holding import bare
from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report
from crossread.record.annotation import StatementKind
from crossread.record.span import Span

OPEN = "no attribution found"  # the basis of a statement whose speaker nothing names


@dataclass
class Draft:
    """A statement in the making; `segment` is the last sentence it reached."""

    kind: StatementKind
    report: Report | None
    segment: int
    spans: list[Span] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    quotations: set[int] = field(default_factory=set)
    speaker: Phrase | None = None
    basis: str = OPEN
    confidence: float = 0.0
    within: bool = False  # a fragment in a sentence that attributes it to nobody
    relayer: Phrase | None = None  # of "…, he said, according to X", where X alone is no statement

    def take_speaker(self, phrase: Phrase, basis: str, confidence: float) -> None:
        self.speaker, self.basis, self.confidence = phrase, basis, confidence

    def add(self, reading: Reading, piece: int, segment: int) -> None:
        """Take one more stretch of quotation into the statement."""
        span = bare(reading, reading.pieces[piece].span)
        self.spans.append(span)
        self.quoted.append(span)
        self.quotations.add(reading.pieces[piece].quotation)
        self.segment = segment


def draft_of(kind: StatementKind, report: Report, number: int) -> Draft:
    """Begin a statement of a report and its speaker, found in the sentence `number`."""
    return Draft(
        kind, report, number, speaker=report.speaker, basis=report.basis, confidence=report.confidence
    )
