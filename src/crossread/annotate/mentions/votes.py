"""The weights of signs of what a name names, their sum over an article, and the names that vote for each other.

Full names and their parts vote for each other, and bodies for their initials.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crossread.annotate.mentions.names import Piece
from crossread.record.annotation import EntityType
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

PERSON, BODY, PLACE, GROUP = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.GROUP

# The weight of a sign: a certain one beats any number of weak ones that one article holds, a good one beats the
# model. Ranges tried on stories of development: CERTAIN 6-10, GOOD 3-5, FAIR 2-3, WEAK 1-1.5.
CERTAIN = 8.0
GOOD = 4.0
FAIR = 2.5
WEAK = 1.0
MODEL = 1.5
MODEL_CAP = 2  # votes of the model and of weak signs count for so many occurrences at most
# A name with "the" before it in more than this share of its occurrences is no person's ("the Otters"). Tried .2 to .5.
ARTICLE_SHARE = 0.34
# A type needs so many votes, and more than any other has; less leaves the words unnamed.
ENOUGH = {PERSON: 4.0, BODY: 3.0, PLACE: 2.5, GROUP: 3.0}


@dataclass
class Votes:
    """Votes for the types of one name over the article."""

    strong: dict[EntityType, float] = field(default_factory=dict)
    weak: dict[EntityType, float] = field(default_factory=dict)
    other: float = 0.0
    seen: int = 0
    with_article: int = 0
    possessive: int = 0
    titled: int = 0  # how often it stands alone in quotation marks, as titles of works do
    located: int = 0  # how often it stands after "at" or "outside"
    shop: int = 0  # how often a capitalised word follows its possessive: "Cole's Burgers"
    likened: int = 0  # how often it stands for whoever is like its bearer: "a legislative Cole"
    surname_only: bool = False  # a word that alone names a kind of place or happening: "Avenue", "Eve"

    def add(self, type: EntityType, weight: float) -> None:
        """Count a strong sign once: the strongest of its type."""
        self.strong[type] = max(self.strong.get(type, 0.0), weight)

    def add_weak(self, type: EntityType, weight: float) -> None:
        self.weak[type] = min(self.weak.get(type, 0.0) + weight, MODEL_CAP * MODEL + WEAK)

    def total(self, type: EntityType) -> float:
        return self.strong.get(type, 0.0) + self.weak.get(type, 0.0)

    def _bare(self) -> bool:
        """Whether the name stands as a person's does, or has a title or a fuller form to go with.

        A person's name mostly has no "the" before it, and is not always a possessive ("Weber's").
        """
        if self.likened and self.likened == self.seen:
            return False
        if self.strong.get(PERSON, 0.0) > GOOD:
            return True
        if self.weak.get(PERSON, 0.0) >= MODEL_CAP * MODEL and not self.total(BODY):
            return True
        shop = (self.seen > 1 and self.possessive == self.seen) or (self.shop > 0 and self.shop == self.seen)
        return not shop and self.with_article <= ARTICLE_SHARE * self.seen

    def verdict(self) -> EntityType | None:
        """Return the type with most votes, None where none has enough or two have as many."""
        allowed = [type for type in ENOUGH if type is not PERSON or self._bare()]
        ranked = sorted(allowed, key=self.total, reverse=True)
        best, second = ranked[0], ranked[1]
        if self.total(best) < max(ENOUGH[best], self.other) or self.total(best) == self.total(second):
            return None
        if best is not PERSON and (self.surname_only or (self.titled and self.titled == self.seen)):
            return None
        return PLACE if best is BODY and self.located and self.located == self.seen else best


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
        if "&" in piece.key
        or piece.key in told
        or (piece.start in behind and text.startswith(")", piece.end))
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
    named = [key for key in votes if key.count(" ") > 1 and key.endswith(f" {word}")]
    heads = BODY_HEADS | PLACE_HEADS | OTHER_HEADS | FIELDS
    return word not in heads and not is_place(word) and [votes[key].verdict() for key in named] == [BODY]


def _is_cut(word: str, parts: Iterable[str], votes: dict[str, Votes]) -> bool:
    """Whether a word is the cut first word of exactly one body's name: "Met" of "Metropolitan Police"."""
    longer = {key.split()[0] for key in parts if len(key.split()) > 1 and votes[key].verdict() is BODY}
    return (
        len(word) >= 3 and len({first for first in longer if first.startswith(word) and first != word}) == 1
    )
