"""Whose words a document, letter or post carries: "a statement by Ms Roe", "her letter", "the council's report"."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.cues import CHANNELS
from crossread.annotate.statements.phrases import Phrase, phrase_left, phrase_right
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.span import Span


def owner(reading: Reading, segment: Segment, phrase: Phrase) -> tuple[Phrase, Span | None]:
    """Return whose words a "tweet from X", "statement by X", "her letter" are, and the channel's span."""
    word = reading.word(phrase.head)
    if word not in CHANNELS or reading.tokens[phrase.head].upos == "PROPN":
        return phrase, None  # "the Conference of Choirs"
    channel = reading.tokens[phrase.head].span
    after = phrase.head + 1
    if after <= phrase.last and reading.word(after) in ("from", "by"):
        inner = phrase_right(reading, segment, after + 1)
        if inner is not None:
            return replace(inner, confidence=phrase.confidence, basis=f"whose {word} it is"), channel
    for index in range(phrase.head - 1, phrase.first - 1, -1):
        token = reading.tokens[index]
        if token.tag == "PRP$":
            mention = next((n for n, m in enumerate(reading.mentions) if m.span == token.span), None)
            return Phrase(index, index, index, mention, phrase.confidence, f"whose {word} it is"), channel
        if token.tag == "POS":
            inner = phrase_left(reading, segment, index - 1)
            if inner is not None:
                return replace(inner, confidence=phrase.confidence, basis=f"whose {word} it is"), channel
    return phrase, channel
