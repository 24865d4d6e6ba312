"""Conversations set as on a stage: "ROE: We will rebuild." and "HALE: When?", a label in capitals before each turn.

Whoever prints a conversation so gives the words of each turn to the label before it, and leaves the marks out.
"""

from __future__ import annotations

from collections import Counter

from crossread.annotate.statements.phrases import Phrase, make_phrase
from crossread.annotate.statements.reading import Reading
from crossread.record.span import Span, trimmed

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
    return (
        letters[0].isupper()
        and letters[-1].isupper()
        and sum(map(str.isupper, letters)) >= _SMALL * len(letters)
    )
