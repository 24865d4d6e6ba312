"""Role words taken apart, and whether two wordings may be one office: "the mayor" and "London mayor"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossread.text.lexicon import words
from crossread.text.rolewords import OFFICES, RANK_WORDS, TWO_WORD_OFFICES, role_noun

_STOP = words("role_words", "small words")

# Offices that a story has one of, so that the bare noun denotes their holder in any account.
_SINGULAR = words("role_words", "singular offices")

# Nouns that say too little to take up a person by: "the man" is not whoever was called "a man" before.
_VAGUE = words("role_words", "vague nouns")


@dataclass(frozen=True, slots=True)
class Office:
    """A role's head noun (two words for "prime minister"), its words of rank, and the rest."""

    head: str
    ranks: frozenset[str]
    words: frozenset[str]


def office(role: str) -> Office:
    """Take role words apart. The head is the last role noun before any "of", "for", "in" or "at"."""
    low = re.findall(r"[^\W_]+(?:-[^\W_]+)*", role.lower())
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
    return (first, rest) if rest and first in RANK_WORDS else (word,)


def same_holder(said: Office, held: Office) -> bool:
    """Whether a definite description may denote the person who holds an office.

    Heads and words of rank must be equal ("deputy commissioner" is not "commissioner"), and the description may
    leave words out but add none.
    """
    if said.head != held.head or said.head in _VAGUE or not said.head:
        return False
    return said.ranks == held.ranks and said.words <= held.words


def is_singular(said: Office) -> bool:
    """Whether a description can denote its person in another account too.

    An office of which a story has one ("the prime minister"), or one with words that say which ("the home
    secretary"); "the spokesman" or "the driver" in another account may be anybody.
    """
    return (
        said.head in _SINGULAR or " " in said.head or (said.head in OFFICES and bool(said.words | said.ranks))
    )
