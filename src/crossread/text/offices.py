"""Role words taken apart, and whether two wordings may be one office: "the mayor" and "London mayor"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from crossread.text.institutions import PLACES, is_demonym
from crossread.text.lexicon import words
from crossread.text.listing import listed
from crossread.text.rolewords import OFFICES, RANK_WORDS, TWO_WORD_OFFICES, role_noun

_STOP = words("role_words", "small words")

# Offices that a story has one of, so that the bare noun denotes their holder in any account.
_SINGULAR = words("role_words", "singular offices")

# Nouns that say too little to take up a person by: "the man" is not whoever was called "a man" before.
_VAGUE = words("role_words", "vague nouns")

# Abbreviated titles and offices, and what members of a parliament are called as well as by their office.
ABBREVIATED = {
    "potus": "president",
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "dr": "doctor",
    "gen": "general",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "col": "colonel",
    "prof": "professor",
    "det": "detective",
}
_MEMBERS = {
    "congressman": ("representative",),
    "congresswoman": ("representative",),
    "lawmaker": ("representative", "senator", "congressman", "congresswoman", "mp"),
    "legislator": ("representative", "senator", "congressman", "congresswoman", "mp"),
}

# Who has a seat in a parliament, or governs a place, and what they are called by their party: "the Ohio Democrat".
SEATED = listed(
    "senator representative congressman congresswoman lawmaker legislator delegate governor mayor"
)
PARTISANS = listed("republican democrat independent")
_ADJECTIVES = {"democratic": "democrat"}

# What the heads of bodies are called in passing, and the offices that head a body.
_BOSSES = words("role_words", "bosses")
_AT_THE_TOP = words("role_words", "at the top") | {"chief executive"}
_SHORTEST_CUT = 3

# Words with a head of state's office that tell nothing of a body; the rest of them are of places and peoples.
_NEUTRAL = listed(
    "u s us current sitting new then two-term republican democrat conservative liberal socialist"
)
_HOME = listed("u s us united states american america")
_PLACE_WORDS = frozenset(word for place in PLACES for word in place.split())

# What ties to an office whose it is, and what begins a clause about its holder.
_TIES = ("of", "for", "at", "in")
_TO_DO = re.compile(r"\s(?:to|who|whose|whom|that|which)\b")

_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@dataclass(frozen=True, slots=True)
class Office:
    """A role's head noun (two words for "prime minister"), its words of rank, and the rest."""

    head: str
    ranks: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1 << 16)
def office(role: str) -> Office:
    """Take role words apart. The head is the last role noun before any "of", "for", "in" or "at"."""
    pointed = _POINTED.sub(lambda found: found.group().replace(".", ""), role.lower())  # "u.s." is "us"
    low = [
        (ABBREVIATED | _ADJECTIVES).get(word, word) for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", pointed)
    ]
    cut = next((i for i, word in enumerate(low) if word in ("of", "for", "in", "at") and i), len(low))
    core = low[:cut] or low
    at = next((i for i in range(len(core) - 1, -1, -1) if role_noun(core[i])), len(core) - 1)
    head = core[at] if core else ""
    first = at
    if at > 0 and (core[at - 1], head) in TWO_WORD_OFFICES:
        head, first = f"{core[at - 1]} {head}", at - 1
    rest = frozenset(word for i, word in enumerate(low) if not first <= i <= at and word not in _STOP)
    split = frozenset(part for word in rest for part in _parts(word))
    return Office(head, split & RANK_WORDS, split - RANK_WORDS)


def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of "ex-minister" and "vice-chair"; nothing of a passing remark such as "under-fire"."""
    first, _, rest = word.partition("-")
    if first == "under" and rest:
        return ()
    ranked = first in RANK_WORDS and rest not in ("term", "time", "year")  # not "second-term"
    return (first, rest) if rest and ranked else (word,)


def described(name: str, restriction: str) -> Office:
    """Return the office that a description tells, with the words after it that say whose: "the attorney in Utah".

    Of an office that has one holder only what is tied to it by "of" and the like tells whose it is: neither a clause
    ("the prime minister who resigned") nor what he is to do ("for the president to stand up").
    """
    said = office(name)
    if not is_sole(said):
        return office(f"{name} {restriction}")
    tied = _TO_DO.split(restriction, maxsplit=1)[0]
    return office(f"{name} {tied}") if tied.split(" ", 1)[0].lower() in _TIES else said


@lru_cache(maxsize=1 << 16)
def same_holder(said: Office, held: Office) -> bool:
    """Whether a definite description may denote the person who holds an office.

    Heads and words of rank must be equal ("deputy commissioner" is not "commissioner"), and the description may
    leave words out but add none. "The Met chief" is whoever heads the Metropolitan Police.
    """
    if said.head in _BOSSES and held.head in _AT_THE_TOP and said.words and not said.ranks:
        return held.ranks <= {"chief"} and all(
            any(map(partial(_cut_from, word), held.words)) for word in said.words
        )
    if said.head == "president" and not said.words and _is_of_body(held):
        return False
    if said.head in PARTISANS and held.head in SEATED:
        return said.ranks == held.ranks and said.words | {said.head} <= held.words
    if said.head in _VAGUE or not said.head or held.head not in (said.head, *_MEMBERS.get(said.head, ())):
        return False
    return said.ranks == held.ranks and said.words <= held.words


def _is_of_body(held: Office) -> bool:
    """Whether a president is a club's or a firm's, whom "the president" in news of a state hardly means."""
    return any(not (word in _PLACE_WORDS or word in _NEUTRAL or is_demonym(word)) for word in held.words)


def tells_country(held: Office) -> bool:
    """Whether an office is told with another country than the news takes for its own: "French president"."""
    return any((word in _PLACE_WORDS or is_demonym(word)) and word not in _HOME for word in held.words)


def held_as(said: Office) -> frozenset[str]:
    """Return the heads that an office can have which these words may denote (`same_holder` decides)."""
    others = _AT_THE_TOP if said.head in _BOSSES else SEATED if said.head in PARTISANS else frozenset()
    return frozenset((said.head, *_MEMBERS.get(said.head, ()))) | others


def _cut_from(short: str, word: str) -> bool:
    """Whether a word is another or its beginning: "met" of "metropolitan"."""
    return word == short or (
        len(short) >= _SHORTEST_CUT and word.startswith(short) and len(word) > len(short) + 2
    )


def is_sole(said: Office) -> bool:
    """Whether a story has one holder of an office at a time, whatever words stand with it: "the prime minister"."""
    return said.head in _SINGULAR or " " in said.head


def is_singular(said: Office) -> bool:
    """Whether a description can denote its person in another account too.

    An office of which a story has one ("the prime minister"), or one with words that say which ("the home
    secretary"); "the spokesman" or "the driver" in another account may be anybody.
    """
    return is_sole(said) or (said.head in OFFICES and bool(said.words | said.ranks))
