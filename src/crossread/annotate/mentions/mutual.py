"""Names of one article that vote for each other: full ones and their parts, bodies and their initials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.votes import BODY, CERTAIN, FAIR, GOOD, PERSON, WEAK, Votes
from crossread.text.bodies import initials
from crossread.text.institutions import (
    BODY_HEADS,
    FIELDS,
    FIRMS,
    KNOWN_BODIES,
    OTHER_HEADS,
    PLACE_HEADS,
    is_place,
)
from crossread.text.names import called_by, parse

# Common words of two letters with "&".
_NO_FIRMS = frozenset(("b&b", "d&d", "m&a", "p&l", "q&a", "r&b", "r&d"))


def by_initials(text: str, found: Sequence[Piece], votes: Mapping[str, Votes]) -> set[str]:
    """Let bodies vote for what is short for them, and return it: their initials, letters in brackets behind them."""
    bodies = [piece for piece in found if len(piece.words) > 1 and votes[piece.key].verdict() is BODY]
    told = {initials(piece.key) for piece in bodies}
    behind = {piece.end + len(" (") for piece in bodies}
    letters = [piece for piece in found if len(piece.words) == 1 and piece.words[0].text.isupper()]
    short = {
        piece.key
        for piece in letters
        if "&" in piece.key or piece.key in told or (piece.start in behind and text[piece.end] == ")")
    } - _NO_FIRMS
    for key in short:
        votes[key].add(BODY, GOOD + WEAK)
    return short


def by_kin(votes: dict[str, Votes]) -> None:
    """Let full names and parts of them vote for each other: "Mr Reed" for "Omar Reed", and back."""
    parts = {key: parse(key) for key in votes}
    people = [key for key, name in parts.items() if name.full and votes[key].total(PERSON) >= FAIR]
    by_surname: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    for key in people:
        by_surname.setdefault(parts[key].surname, []).append(key)
        by_first.setdefault(parts[key].first, []).append(key)
    for key, name in parts.items():
        if name.full:
            continue
        if key.endswith("s") and key[:-1] in by_surname:
            votes[key].other = 2 * CERTAIN  # "the Webers"
        titled = votes[key].strong.get(PERSON, 0.0) >= CERTAIN
        for full in by_surname.get(key, ()):
            if titled:
                votes[full].add(PERSON, GOOD + WEAK)
        whole = [k for k in by_surname.get(key, ()) if votes[k].verdict() is PERSON]
        if whole:
            votes[key].add(PERSON, CERTAIN + WEAK if key in FIRMS | KNOWN_BODIES else GOOD + WEAK)
        elif any(
            votes[k].verdict() is PERSON
            for first in by_first
            if called_by(key, first)
            for k in by_first[first]
        ):
            votes[key].add(PERSON, GOOD)
        elif _is_cut(key, parts, votes):
            votes[key].add(BODY, GOOD)
        elif not titled and " " not in key and _is_edge(key, votes):
            votes[key].add(BODY, GOOD + WEAK)


def _is_edge(word: str, votes: Mapping[str, Votes]) -> bool:
    """Whether one body's name of more words ends in a word: "Harding" of Northern Rail Harding; a law firm's begins."""
    named = [
        key
        for key in votes
        if key.count(" ") > 1
        and (key.endswith(f" {word}") or (key.startswith(f"{word} ") and key.endswith(" llp")))
    ]
    heads = BODY_HEADS | PLACE_HEADS | OTHER_HEADS | FIELDS
    return word not in heads and not is_place(word) and [votes[key].verdict() for key in named] == [BODY]


def _is_cut(word: str, parts: Iterable[str], votes: dict[str, Votes]) -> bool:
    """Whether a word is the cut first word of exactly one body's name: "Met" of "Metropolitan Police"."""
    longer = {key.split()[0] for key in parts if len(key.split()) > 1 and votes[key].verdict() is BODY}
    return (
        len(word) >= 3 and len({first for first in longer if first.startswith(word) and first != word}) == 1
    )
