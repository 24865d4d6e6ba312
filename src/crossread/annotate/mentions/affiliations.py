"""Where somebody belongs, told without a role noun: "Anna Weber, from Rail Watch", "the Post's Jon Cole"."""

from __future__ import annotations

from crossread.annotate.mentions.phrases import LONGEST
from crossread.annotate.mentions.reading import Reading
from crossread.record.span import Span
from crossread.text.lexicon import words as lexicon_words

# More tokens than this are no body's name.
_LONGEST_NAME = 8
_OFFICE_WORK = lexicon_words("role_words", "office work")
_HEADS_IT = lexicon_words("role_words", "heads it")


def doing(reading: Reading, begin: int) -> Span | None:
    """Return "advising the Government" of ", who is advising the Government,"; "leads …" of ", who leads …"."""
    at = reading.at.get(begin)
    if at is None or reading.lower[at] != "who" or at + 2 >= len(reading.tokens):
        return None
    doing = reading.lower[at + 1] in ("is", "was") and reading.lower[at + 2] in _OFFICE_WORK
    if not doing and reading.lower[at + 1] not in _HEADS_IT:
        return None
    first, end = at + 1 + doing, None
    for index in range(first, min(len(reading.tokens), at + LONGEST)):
        if reading.lower[index] in (",", ".", ";", ":"):
            return Span(reading.tokens[first].start, end) if end else None
        end = reading.tokens[index].end
    return None


def belonging(reading: Reading, begin: int, *, apart: bool) -> Span | None:
    """Return "from Reclaim These Streets" or "of Marcum" after a name: where somebody belongs.

    What a comma sets `apart` must end at a comma too; without one only "of" ties somebody to a body.
    """
    at = reading.at.get(begin)
    ties = ("from", "of") if apart else ("of",)
    if at is None or reading.lower[at] not in ties or at + 2 >= len(reading.tokens):
        return None
    index = at + 1
    while index < len(reading.tokens) and (reading.lower[index] == "the" or _describes(reading, index)):
        index += 1
    first = index
    while index < len(reading.tokens) and index - first < _LONGEST_NAME:
        token = reading.tokens[index]
        joint = reading.lower[index] in ("of", "for", "the", "'s", "’s", "-", "’", "&")
        broken = "\n" in reading.text[reading.tokens[index - 1].end : token.start]
        if broken or not (joint or token.text[0].isupper()):
            break
        index += 1
    else:
        return None
    if reading.lower[index - 1] in ("'s", "’s"):
        while reading.tokens[index].upos in ("NOUN", "ADJ") and index + 1 < len(reading.tokens):
            index += 1  # "of the agency's strategy department"
    closed = reading.tokens[index].text in (",", ".") or not apart
    ends = index - 1
    return Span(reading.tokens[at].start, reading.tokens[ends].end) if closed and index > first else None


def _describes(reading: Reading, index: int) -> bool:
    """Whether an adjective stands between "the" and a body's name: "of the nonpartisan Budget Centre"."""
    token = reading.tokens[index]
    return token.upos == "ADJ" and token.text.islower()
