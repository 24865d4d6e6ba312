"""What the words of a possible name show by themselves: headings, run-together words, kinds of places, full names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import eq

from crossread.annotate.mentions.names import Piece
from crossread.text.institutions import (
    BODY_HEADS,
    GROUPS,
    KNOWN_BODIES,
    OTHER_HEADS,
    PARTISAN,
    PLACE_HEADS,
    is_demonym,
    is_place,
)
from crossread.text.lexicon import lines as lexicon_lines
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name
from crossread.text.seats import STATES
from crossread.text.titles import SUFFIXES, plain

_FUSED = re.compile(r"(?!Fitz)[A-Z][a-z]{3,}[A-Z]")
_STORMS = frozenset(("hurricane", "storm", "typhoon", "cyclone"))
# Common nouns that news in capitals makes look like names: "National Security".
_COMPOUNDS = frozenset(lexicon_lines("institutions", "common compounds"))
# "Calif." behind a town.
_CUT_STATES = frozenset(word for word in STATES if not is_place(word))
_COMPASS = lexicon_words("function_words", "compass")


def _is_fused(piece: Piece) -> bool:
    """Whether words that the page had apart are run together: "HillGOP", or a name given twice in a row."""
    words = [word.text for word in piece.words if word.capital] or [""]
    twice = words[: len(words) // 2] == words[len(words) // 2 :] or any(map(eq, words, words[1:]))
    repeated = twice or (len(words) > 3 and len(set(words)) < len(words))
    fused = any(map(_FUSED.search, words)) and (len(words) > 2 or is_first_name(words[0]))
    return (len(words) > 1 and (twice or fused)) or (len(words) > 2 and repeated)


def is_no_name(piece: Piece, words: Sequence[str]) -> bool:
    """Whether the words tell that nothing is named that is looked for: storms, headings, "Maryland Democrat"."""
    partisan = len(words) > 1 and words[-1].removesuffix("s") in PARTISAN
    adjective = words == ["democratic"] or (
        len(words) == 2 and words[0] in _COMPASS and is_demonym(words[1]) and not words[1].endswith("s")
    )
    several = words[:2] in (["departments", "of"], ["ministries", "of"])  # a list of bodies, cut at its comma
    believer = len(words) > 1 and f"{words[-1]}s" in GROUPS and not is_first_name(words[0])
    compound = " ".join(words) in _COMPOUNDS
    return (
        believer
        or compound
        or (len(words) == 1 and ("-for-" in words[0] or words[0] in _CUT_STATES))
        or partisan
        or adjective
        or several
        or words[0] in _STORMS
        or _is_fused(piece)
    )


def is_kind_of_place(name: str) -> bool:
    """Whether a single word is only the kind of a place or a happening, whose name was cut: "Avenue", "Eve"."""
    return (name in PLACE_HEADS or name in OTHER_HEADS) and f"{name}s" not in GROUPS


def is_known_body(piece: Piece) -> bool:
    """Whether a name is a listed body's; initials must be written as such ("PA", not the "Pa." of an address)."""
    text = piece.words[-1].text
    return piece.key in KNOWN_BODIES and (len(text) > 3 or text.isupper())


def may_be_name(piece: Piece) -> bool:
    """Whether words look like somebody's name: two to four in letters, none of a body or a place; or a first name."""
    words = [word for word in piece.words if word.capital]
    if len(piece.words) == 1:
        return is_first_name(piece.words[0].text)
    plain_words = all(re.fullmatch(r"[^\W\d_][^\d_]*", word.text) for word in piece.words)
    others = any(
        word.low in BODY_HEADS | PLACE_HEADS | OTHER_HEADS | KNOWN_BODIES
        or is_demonym(word.text)
        or is_place(word.low)
        for word in words[:-1]
    )
    return 2 <= len(words) <= 4 and len(words) == len(piece.words) and plain_words and not others


def is_initials(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= 4 and "." not in word and plain(word) not in SUFFIXES
