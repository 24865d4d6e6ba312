"""Which report holds a quotation, and which words of the text are a statement's content."""

from __future__ import annotations

from crossread.annotate.statements.boundaries import DASHES
from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import NAMING
from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report, own_words
from crossread.annotate.statements.terms import sentence, titled
from crossread.record.span import Span, trimmed

_CLOSING = DASHES | {")"}  # what may part content from the account around it


def no_words(reading: Reading, piece: int, claim: Report) -> bool:
    """Whether a cue leads to nobody's own words: a song, "what it calls “Net Two”"."""
    if not titled(reading, piece):
        return False
    speaker = claim.speaker
    if speaker is None or claim.lemma == "sing":
        return True  # "the mode is called “Family on Net”"
    what = claim.lemma in NAMING and speaker.first > 0 and reading.word(speaker.first - 1) == "what"
    # "who endorsed “Rivers for All”"
    return what or (claim.marked and claim.shape is Shape.QUOTE and not sentence(reading, piece))


def bare(reading: Reading, span: Span) -> Span:
    """Leave out the comma that belongs to the sentence around a quotation: “…,” he said."""
    if len(span) > 1 and reading.text[span.end - 1] == ",":
        return trimmed(reading.text, Span(span.start, span.end - 1))
    return span


def relays(reading: Reading, report: Report, claims: dict[int, Report | None]) -> bool:
    """Whether a report only says where a quoted statement comes from: "“…,” she said, according to X".

    So does one of two cues of the same words: "She said as much: “…,” she said in Norford".
    """
    if report.shape is not Shape.AROUND:
        return False
    if report.pieces and not any(True for part in report.content for _ in own_words(reading, part)):
        return True
    return any(
        claim is not None and any(claim.cue.start in part for part in report.content)
        for claim in (claims[piece] for piece in report.pieces)
    )


def governing(reading: Reading, piece: int, told: list[Report]) -> Report | None:
    """Return the report that a piece of quotation belongs to: the closest cue that takes it as content."""
    holding = [report for report in told if piece in report.pieces]
    return max(holding, key=lambda report: _grip(reading, piece, report), default=None)


def _grip(reading: Reading, piece: int, report: Report) -> tuple[int, int]:
    """Rank reports by how closely they hold a piece; a nearer cue holds closer."""
    start = reading.pieces[piece].tokens.start
    whole = any(not any(True for _ in own_words(reading, part)) and start in part for part in report.content)
    distance = -abs(start - report.cue.start)
    if report.shape is Shape.QUOTE:
        return (3, distance)
    if report.shape is Shape.AROUND:
        return (3 if whole else 1, distance)
    return (2, distance)


def contradict(reading: Reading, one: Phrase | None, other: Phrase | None) -> bool:
    """Whether two phrases name two different people."""
    if one is None or other is None:
        return False
    a, b = reading.person_at(one.head), reading.person_at(other.head)
    if a is None or b is None:
        return False
    return reading.mentions[a].chain != reading.mentions[b].chain


def content_spans(reading: Reading, report: Report) -> list[Span]:
    """Return the words of the content; marks around all of it go, marks beside words of the account stay."""
    spans: list[Span] = []
    for part in report.content:
        if not len(part):
            continue
        first, last = part.start, part.stop - 1
        if first == last and reading.tokens[first].tag in ("WP", "WDT"):
            continue  # "what | he described | as “kind”"
        first, last = _unmarked(reading, *_with_marks(reading, first, last))
        spans.append(trimmed(reading.text, Span(reading.tokens[first].start, reading.tokens[last].end)))
    return spans


def _unmarked(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Leave out dashes and commas of the account at the ends of content."""
    while first < last and reading.tokens[first].text in {",", ";", *DASHES}:
        first += 1
    opened = any(reading.tokens[i].text == "(" for i in range(first, last))
    while (
        first < last and reading.told(last) and reading.tokens[last].text in (DASHES if opened else _CLOSING)
    ):
        last -= 1
    return first, last


def _with_marks(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Take in the marks of a quotation that opens or ends words of the article: it was “fine,”."""
    if reading.piece_of[first] >= 0 and first > 0 and _mark_beside(reading, first - 1, first):
        first -= 1
    if (
        reading.piece_of[last] >= 0
        and last + 1 < len(reading.tokens)
        and _mark_beside(reading, last + 1, last)
    ):
        last += 1
    return first, last


def _mark_beside(reading: Reading, mark: int, word: int) -> bool:
    """Whether a quotation's mark stands at one of its words, not on another line."""
    left, right = sorted((mark, word))
    between = reading.text[reading.tokens[left].end : reading.tokens[right].start]
    return reading.piece_of[mark] == -2 and "\n" not in between


def apart(spans: list[Span]) -> list[Span]:
    """Return the spans in text order without those that begin within another one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
