"""Quotations that stand twice in an article: where one of them has no speaker, it takes that of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report
from crossread.record.span import Span

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
    """Return who says all the `quoted` words elsewhere, None where nobody or more than one does."""
    found: Phrase | None = None
    for span in quoted:
        for phrase in _speakers(reading, words_of(reading, span), known):
            if found is not None and not _same(reading, found, phrase):
                return None
            found = found or phrase
    if found is None or not all(any(_speakers(reading, words_of(reading, s), known)) for s in quoted):
        return None
    return found


def _speakers(
    reading: Reading, words: tuple[str, ...], known: Sequence[tuple[Phrase, Span]]
) -> Iterator[Phrase]:
    for phrase, span in known:
        other = words_of(reading, span)
        same = words == other and len(words) >= _FEWEST_SAME
        if same or (len(words) >= _FEWEST_WITHIN and _within(words, other)):
            yield phrase


def _within(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = len(words)
    return any(other[at : at + size] == words for at in range(len(other) - size + 1))


def _same(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether two phrases are the same person, as far as the article tells, or the same words."""
    if one.mention is not None and other.mention is not None:
        a, b = reading.mentions[one.mention], reading.mentions[other.mention]
        return a.name == b.name or (a.chain is not None and a.chain == b.chain)
    return words_of(reading, reading.span(range(one.first, one.last + 1))) == words_of(
        reading, reading.span(range(other.first, other.last + 1))
    )
