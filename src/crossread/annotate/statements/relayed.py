"""Cues that pass a speaker on: "the paper quoted him as saying", "X was quoted as saying", a cue that stands twice."""

from __future__ import annotations

from crossread.annotate.statements.phrases import Phrase, phrase_left, phrase_right
from crossread.annotate.statements.reading import Reading, Segment

_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "citing", "reported", "reports", "reporting"))
_SAYING = frozenset(("saying", "telling", "adding", "writing"))


def as_saying(reading: Reading, segment: Segment, cue: int) -> int | None:
    """Return where "saying" stands in "quoted him as saying" and "was quoted as saying", None where it does not."""
    if reading.word(cue) not in _QUOTING:
        return None
    party = phrase_right(reading, segment, cue + 1)
    at = cue + 1 if party is None else party.last + 1
    if at + 1 >= segment.tokens.stop or reading.word(at) != "as":
        return None
    return at + 1 if reading.word(at + 1) in _SAYING else None


def quoted_party(reading: Reading, segment: Segment, saying: int) -> Phrase | None:
    """Return whom "quoted X as saying" quotes; None where nobody stands there, as in "X was quoted as saying"."""
    if saying - 2 <= segment.tokens.start or reading.word(saying - 1) != "as":
        return None
    found = phrase_left(reading, segment, saying - 2)
    if found is None or found.first <= segment.tokens.start:
        return None
    return found if reading.word(found.first - 1) in _QUOTING else None


def quoting_passive(reading: Reading, segment: Segment, saying: int) -> int | None:
    """Return the cue "quoted" in "X was quoted as saying", whose subject speaks."""
    cue = saying - 2
    if cue <= segment.tokens.start or reading.word(saying - 1) != "as":
        return None
    return cue if reading.word(cue) in _QUOTING else None
