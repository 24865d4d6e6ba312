"""Names parted from words that a lost line break has run into them.

"… of Republican Jon Cole Medics respond …" holds the name "Jon Cole", which the article uses elsewhere, and the
beginning of a caption. Only a name that the article has by itself, at least as often, is cut out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.runs import Word
from crossread.text.institutions import BODY_HEADS, CHAMBERS, OTHER_HEADS, PLACE_HEADS, is_place
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name, may_be_first_name
from crossread.text.titles import SUFFIXES, plain

# What chambers' seats are fought over in and by: "the Ohio Senate race", "Senate hopeful".
_CONTESTS = lexicon_words("institutions", "contests")
_NEXT_WORD = re.compile(r"[^\S\n]([\w-]+)")
# More words are no person's name.
_LONGEST_PERSON = 3
_NO_SURNAMES = BODY_HEADS | PLACE_HEADS | OTHER_HEADS


def parted(text: str, found: Sequence[Piece], participles: Container[int] = ()) -> Iterator[Piece]:
    """Yield the pieces, those that run over the end of a known name cut there.

    `participles` are where verbs in "-ing" begin.
    """
    full = Counter(
        piece.key for piece in found if len(piece.words) > 1 and is_first_name(piece.words[0].text)
    )
    alone = {piece.key for piece in found if len(piece.words) == 1}
    told = {piece.key for piece in found if not _in_heading(piece)}
    for piece in _whole_shops(text, found):
        if _in_heading(piece) and not _stands_in_heading(piece, told):
            yield from _known_inside(piece, told)
            continue
        piece = _seat_at_stake(text, piece)
        if piece.words[0].start in participles:
            piece = _without_participle(piece, full, alone, told)
        piece = _from_beginning(piece, full)
        at = _end_of_name(piece, full, alone)
        if at is not None:
            yield replace(piece, words=piece.words[:at])
            yield Piece(piece.words[at:], (), piece.run, initial=True, stem=True)
        elif _verb_before(piece, full, alone):
            if _is_verb(text, piece.words[0].low):
                yield replace(piece, words=piece.words[1:])
        else:
            yield piece


_POSSESSIVE = re.compile(r"[’']s[^\S\n]")
# So often a name must follow the same possessive to be tied to it. Once tells nothing: "Weber's Harbour Hotel".
_TIED = 2


def _whole_shops(text: str, found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those joined that a text never has apart: "Cole's Sporting Goods"."""
    behind = {left.end: right for left, right in pairwise(found) if _is_possessor(text, left, right)}
    pairs = Counter((piece.key, behind[piece.end].key) for piece in found if piece.end in behind)
    every = Counter(piece.key for piece in found)
    tied = {(a, b) for (a, b), n in pairs.items() if n >= _TIED and n == every[a] == every[b]}
    joined: Piece | None = None
    for piece in found:
        right = behind.get(piece.end)
        if right is not None and (piece.key, right.key) in tied:
            joined = piece
        elif joined is not None:
            first = Word(joined.start, joined.end + 2, text[joined.start : joined.end + 2])
            yield replace(joined, words=(first, *piece.words))
            joined = None
        else:
            yield piece


def _is_possessor(text: str, left: Piece, right: Piece) -> bool:
    gap = text[left.end : right.start]
    return len(left.words) == 1 and not left.titles and not right.titles and bool(_POSSESSIVE.fullmatch(gap))


def _in_heading(piece: Piece) -> bool:
    return piece.run.shouting or piece.run.alone


def _stands_in_heading(piece: Piece, told: Container[str]) -> bool:
    """Whether capitals are a name's where all words have one: the text has it, or it begins as people's names do."""
    if piece.key in told or len(piece.words) == 1:
        return True
    person = bool(piece.titles) or is_first_name(piece.words[0].text)
    return person and len(piece.words) <= _LONGEST_PERSON and piece.words[-1].low not in _NO_SURNAMES


def _known_inside(piece: Piece, told: Container[str]) -> Iterator[Piece]:
    """Yield the names of the text that a heading's words hold: "Harbour" of "Harbour Twists Innocent Mail"."""
    at, words = 0, piece.words
    while at < len(words):
        ends = range(len(words), at, -1)
        end = next((n for n in ends if " ".join(word.low for word in words[at:n]) in told), None)
        if end is not None:
            yield Piece(words[at:end], (), piece.run, initial=True)
        at = end or at + 1


def _seat_at_stake(text: str, piece: Piece) -> Piece:
    """Return the place alone of "the Ohio Senate hopeful": the seat is one that Ohio has in the chamber."""
    if len(piece.words) > 2 and [word.low for word in piece.words[-2:]] == ["white", "house"]:
        return replace(piece, words=piece.words[-2:], titles=())  # "Weber White House"
    place = " ".join(word.low for word in piece.words[:-1])
    contest = _NEXT_WORD.match(text, piece.end)
    if not contest or contest.group(1).lower() not in _CONTESTS or piece.words[-1].low not in CHAMBERS:
        return piece
    return replace(piece, words=piece.words[:-1]) if is_place(place) else piece


def _without_participle(
    piece: Piece, full: Counter[str], alone: Container[str], told: Container[str]
) -> Piece:
    """Return a name without the participle before it: "Attacking Anna Weber, he said", "the Failing Leeds Post"."""
    rest = piece.words[1:]
    if not rest:
        return piece
    name = " ".join(word.low for word in rest)
    known = piece.initial and (name in alone or full[name] or is_first_name(rest[0].text))
    known = known or (name in told and len(rest) > 1)
    return replace(piece, words=rest, initial=False) if known else piece


def _from_beginning(piece: Piece, full: Counter[str]) -> Piece:
    """Return a name without words that a heading or a lost break has run into its beginning: "Majority Anna Weber"."""
    for at in range(1, len(piece.words) - 1):
        known = full[" ".join(word.low for word in piece.words[at:])]
        if may_be_first_name(piece.words[at - 1].text) or piece.titles:
            break
        if known:
            return replace(piece, words=piece.words[at:], initial=False)
    return piece


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
