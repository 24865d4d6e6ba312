"""Titles that stand before names, and what they tell of gender."""

from __future__ import annotations

from crossread.record.annotation import Gender
from crossread.text.lexicon import words
from crossread.text.listing import listed


def by_gender(name: str) -> dict[str, Gender | None]:
    """Return the words of a list that has the headings female, male and either, with their gender."""
    return {
        **dict.fromkeys(words(name, "either")),
        **dict.fromkeys(words(name, "female"), Gender.FEMALE),
        **dict.fromkeys(words(name, "male"), Gender.MALE),
    }


HONORIFICS = by_gender("honorifics")
RANKS = by_gender("ranks")

# Titles that may stand before a first name alone: "Dame Cressida", "Prince Harry".
WITH_FIRST_NAME = listed("sir dame lord lady prince princess king queen pope sister father sheikh")

# Ranks that no two people of a story share, so that "President Weber" is not just any Weber.
UNIQUE_RANKS = listed("president emperor empress king queen prince princess pope chancellor premier")

# Words that close a name: "Martin Luther King Jr".
SUFFIXES = listed("jr sr ii iii iv qc kc obe mbe cbe phd")


def plain(word: str) -> str:
    """Return a title word as the tables have it: lower case, no point."""
    return word.rstrip(".").lower()


def title_gender(title: str) -> Gender | None:
    """Return the gender that a title (one or more words) tells, None where it tells none."""
    for word in map(plain, title.split()):
        gender = HONORIFICS.get(word) or RANKS.get(word)
        if gender is not None:
            return gender
    return None


def is_honorific(word: str) -> bool:
    return plain(word) in HONORIFICS


def is_rank(word: str) -> bool:
    return plain(word) in RANKS
