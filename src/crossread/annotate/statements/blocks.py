"""Words set off as paragraphs of their own without any mark.

"Ms Roe said:", then what she said: pages lose the indent that shows such a block, so that only the colon before it and
the first person within it are left. And conversations set as on a stage ("ROE: We will rebuild." and "HALE: When?"):
whoever prints one so gives the words of each turn to the label in capitals before it.
"""

from __future__ import annotations

from collections import Counter

from crossread.annotate.statements.phrases import Phrase, make_phrase
from crossread.annotate.statements.reading import Reading
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
    """Whether a paragraph is somebody's words, by one of the words for a `person`."""
    tokens = (i for number in paragraph for i in reading.segments[number].tokens)
    return any(reading.word(i) in person for i in tokens if reading.told(i))


# How sure a label is: nothing can stand between it and its words. Not counted.
LABELLED = 0.85
BASIS = "name set before the words"
# Most words of a label ("MAYOR ANN ROE"), and how many labels with how many turns each make a conversation.
_LABEL_WORDS, _LABELS, _TURNS = 5, 2, 2
_SMALL = 0.5  # share of capitals that a label has at least: "DeVRIES"


def turns(reading: Reading) -> dict[int, tuple[Phrase, Span]]:
    """Return for each paragraph that is a turn of a conversation who speaks and the words."""
    labels = {
        number: found
        for number in range(len(reading.article.paragraphs))
        if (found := _label(reading, number))
    }
    names = {number: _key(reading, phrase) for number, (phrase, _) in labels.items()}
    often = Counter(names.values())
    several = {name for name, count in often.items() if count >= _TURNS}
    if len(several) < _LABELS:
        return {}
    return labels


def _key(reading: Reading, phrase: Phrase) -> str:
    return reading.tokens[phrase.last].text.upper()


def _label(reading: Reading, number: int) -> tuple[Phrase, Span] | None:
    """Return the label that opens a paragraph, in capitals and before a colon, with the words after it."""
    paragraph = reading.article.paragraphs[number]
    inside = reading.analysis.tokens_in(paragraph.span) if paragraph.telling else range(0)
    reach = range(inside.start, min(inside.stop, inside.start + _LABEL_WORDS + 1))
    colon = next((i for i in reach if reading.tokens[i].text == ":"), None)
    if colon is None or colon == inside.start or colon + 1 >= inside.stop:
        return None
    words = [reading.tokens[i].text for i in range(inside.start, colon)]
    if not all(_in_capitals(word) for word in words) or not reading.told(colon + 1):
        return None
    last = colon - 1
    spoken = trimmed(reading.text, Span(reading.tokens[colon].end, paragraph.end))
    return make_phrase(reading, inside.start, last, last), spoken


def _in_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return word in (".", "-", "'", "’")
    return letters[-1].isupper() and sum(map(str.isupper, letters)) >= _SMALL * len(letters)
