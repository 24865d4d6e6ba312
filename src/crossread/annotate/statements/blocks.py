"""Words set off as paragraphs of their own without any mark: "Ms Roe said:", then what she said.

Pages lose the indent that shows such a block, so that only the colon before it and the first person within it are
left.
"""

from __future__ import annotations

from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.span import Span, trimmed
from crossread.text.listing import listed

_OWN = listed("i me my mine myself")
_IN_PERSON = _OWN | listed("we us our ours ourselves you your yours")


def block(reading: Reading, number: int) -> range:
    """Return the sentences that the colon at the end of sentence `number` sets off; none where it sets off nothing.

    Its first paragraph speaks in the first or second person, and it goes on over those that say "I": of eleven blocks
    read, two went too far by a "we" or "you" of the writer.
    """
    segments = reading.segments
    stop = number + 1
    while stop < len(segments) and segments[stop].paragraph > segments[number].paragraph:
        paragraph = _paragraph(reading, stop)
        if not _speaks(reading, paragraph, _IN_PERSON if stop == number + 1 else _OWN):
            break
        stop = paragraph.stop
    return range(number + 1, stop)


def spans(reading: Reading, held: range) -> list[Span]:
    """Return the stretches of a block, one for each paragraph."""
    paragraphs = dict.fromkeys(reading.segments[number].paragraph for number in held)
    return [trimmed(reading.text, reading.article.paragraphs[number].span) for number in paragraphs]


def _paragraph(reading: Reading, first: int) -> range:
    """Return the sentences of the paragraph that begins with sentence `first`."""
    own, stop = reading.segments[first].paragraph, first
    while stop < len(reading.segments) and reading.segments[stop].paragraph == own:
        stop += 1
    return range(first, stop)


def _speaks(reading: Reading, paragraph: range, person: frozenset[str]) -> bool:
    """Whether a paragraph without a mark at its start is somebody's words, by one of the words for a `person`."""
    segments = [reading.segments[number] for number in paragraph]
    return any(_has(reading, segment, person) for segment in segments)


def _has(reading: Reading, segment: Segment, words: frozenset[str]) -> bool:
    return any(reading.word(i) in words for i in segment.tokens if reading.told(i))
