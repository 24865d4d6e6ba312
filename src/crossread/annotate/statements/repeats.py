"""Quotations that stand twice in an article: where one of them has no speaker, it takes that of the other.

So do the words that a heading, a caption or a sentence of the article's own takes up again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report
from crossread.annotate.statements.terms import heads_on
from crossread.record.article import Role
from crossread.record.span import Span
from crossread.text.marks import quotations
from crossread.text.similar import has_run

# How sure a speaker is whose words stand again elsewhere, in a headline or a summing up.
REPEATED = 0.7
# Fewest words that no two people use by chance in one article, where they are all of a quotation; as part of a longer
# one it takes a word more. Not tuned.
_FEWEST_SAME, _FEWEST_WITHIN = 2, 3


def attributed(reading: Reading, speaker: Phrase, report: Report | None) -> bool:
    """Whether a cue gives the quotation to the speaker, and the speaker is more than "he"."""
    if report is None or not report.pieces:
        return False
    return speaker.mention is not None or reading.tokens[speaker.head].upos != "PRON"


def words_of(reading: Reading, span: Span) -> tuple[str, ...]:
    """Return the words of a quotation in small letters, without marks."""
    tokens = (reading.tokens[i] for i in reading.analysis.tokens_in(span))
    return tuple(t.text.lower() for t in tokens if any(c.isalnum() for c in t.text))


def said_elsewhere(
    reading: Reading, quoted: Sequence[Span], known: Sequence[tuple[Phrase, Span]]
) -> Phrase | None:
    """Return who says all the `quoted` words elsewhere, None where nobody or more than one does.

    Who is only described ("a passenger claimed it “…”") may be the one person by name whose the words are, and
    "they" whoever is described.
    """
    speakers = [list(_speakers(reading, words_of(reading, span), known)) for span in quoted]
    found = [phrase for each in speakers for phrase in each]
    if not all(speakers):
        return None
    described = [phrase for phrase in found if reading.tokens[phrase.head].upos != "PRON"]
    found = described or found
    alike = all(_same(reading, found[0], phrase) for phrase in found[1:])
    return found[0] if alike else None


def taken_up(reading: Reading, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the quotations that no statement has and that may repeat one's words.

    They are in captions, open a sentence like a crosshead, or have three words and describe no noun.

    What stands before a noun is a term though somebody may have said it: a “lessons learned” review."""
    for piece in reading.pieces:
        within = any(span.overlaps(piece.span) for span in taken)
        opens = any(segment.tokens.start + 1 == piece.tokens.start for segment in reading.segments)
        long = len(words_of(reading, piece.span)) >= _FEWEST_WITHIN
        if not within and (opens or long) and not heads_on(reading, piece.tokens):
            yield piece.span
    for paragraph in reading.article.paragraphs:
        if paragraph.role is Role.CAPTION:
            told = (replace(paragraph, role=Role.BODY),)
            yield from (span for q in quotations(reading.text, told) if q.closed for span in q.spans)


def _speakers(
    reading: Reading, words: tuple[str, ...], known: Sequence[tuple[Phrase, Span]]
) -> Iterator[Phrase]:
    for phrase, span in known:
        other = words_of(reading, span)
        same = words == other and len(words) >= _FEWEST_SAME
        if same or (len(words) >= _FEWEST_WITHIN and has_run(other, words)):
            yield phrase


def _same(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether two phrases are the same words."""
    return words_of(reading, reading.span(range(one.first, one.last + 1))) == words_of(
        reading, reading.span(range(other.first, other.last + 1))
    )
