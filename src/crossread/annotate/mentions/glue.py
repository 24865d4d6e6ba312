"""Names parted from words that a lost line break has run into them.

"… of Republican Jon Cole Medics respond …" holds the name "Jon Cole", which the article uses elsewhere, and the
beginning of a caption. Only a name that the article has by itself, at least as often, is cut out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.annotate.mentions.names import Piece
from crossread.text.institutions import is_place
from crossread.text.names import is_first_name, may_be_first_name
from crossread.text.titles import SUFFIXES, plain


def parted(text: str, found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those that run over the end of a known name cut there."""
    full = Counter(
        piece.key for piece in found if len(piece.words) > 1 and is_first_name(piece.words[0].text)
    )
    alone = {piece.key for piece in found if len(piece.words) == 1}
    for piece in found:
        if _is_headline(text, piece):
            continue
        at = _end_of_name(piece, full, alone)
        if at is not None:
            yield replace(piece, words=piece.words[:at])
            yield Piece(piece.words[at:], (), piece.run, initial=True, stem=True)
        elif _turned(piece, full):
            yield replace(piece, words=piece.words[:1])
        elif _verb_before(piece, full, alone):
            if _is_verb(text, piece.words[0].low):
                yield replace(piece, words=piece.words[1:])
        else:
            yield piece


# A piece of a title-case heading with so many words may hold a whole clause.
_CLAUSE_WORDS = 4


def _is_headline(text: str, piece: Piece) -> bool:
    """Whether a piece of a title-case heading holds a verb that the text uses: "Safety Report Recommends Arming"."""
    if not piece.run.shouting or len(piece.words) < _CLAUSE_WORDS:
        return False
    return any(word.low.endswith("s") and _is_past(text, word.low) for word in piece.words[1:])


def _is_past(text: str, word: str) -> bool:
    """Whether the text has the past form of a verb in small letters: "recommended" for "recommends"."""
    stems = {word[:-1], word[:-1].removesuffix("e")}
    return any(re.search(rf"\b{re.escape(stem)}ed\b", text) for stem in stems if len(stem) > 2)


def _end_of_name(piece: Piece, full: Counter[str], alone: set[str]) -> int | None:
    """Return after how many words the name ends, None where it is whole."""
    if len(piece.words) < 3 or not is_first_name(piece.words[0].text):
        return None
    if plain(piece.words[-1].text) in SUFFIXES:
        return None
    for at in range(len(piece.words) - 1, 1, -1):
        known = full[" ".join(word.low for word in piece.words[:at])]
        own = full[piece.key]
        last = piece.words[-1].low
        surname = last in alone and piece.words[at - 1].low not in alone and not is_place(last)
        if known and known >= own and piece.words[at].capital and not surname:
            return at
    return None


def _turned(piece: Piece, full: Counter[str]) -> bool:
    """Whether a surname has run into the next first name: "Cole Jon" where the article has "Jon Cole"."""
    if len(piece.words) != 2 or not is_first_name(piece.words[1].text):
        return False
    return full[f"{piece.words[1].low} {piece.words[0].low}"] > full[piece.key]


def _verb_before(piece: Piece, full: Counter[str], alone: set[str]) -> bool:
    """Whether what may be a headline's verb stands before somebody's surname: "Blocks Cole"."""
    if len(piece.words) != 2 or piece.titles or may_be_first_name(piece.words[0].text):
        return False
    surname = piece.words[1].low
    known = surname in alone or any(name.endswith(f" {surname}") for name in full)
    return piece.words[0].low.endswith("s") and known and not is_first_name(surname)


def _is_verb(text: str, word: str) -> bool:
    """Whether the text has forms of the word in small letters: "blocked"."""
    return re.search(rf"\b{re.escape(word[:-1])}(?:s|ed|ing)?\b", text) is not None
