"""Nouns for what people are and do, and for bodies of people, as news uses them."""

from __future__ import annotations

import re

from crossread.record.annotation import Gender
from crossread.text.lexicon import words
from crossread.text.titles import by_gender, is_rank

# Head nouns that name one person by what he or she is; the gender where the noun tells it.
ROLE_NOUNS = by_gender("role_nouns")

# Of those, offices: held by one person at a time in their place, so that "the home secretary" denotes
# somebody even where the name comes later or in another account.
OFFICES = words("role_words", "offices")

# Words of rank: two roles that differ in one of these are not the same office.
RANK_WORDS = words("role_words", "rank words")

# Words before an office that are part of it and name nothing by themselves: "Home" Secretary.
OFFICE_MODIFIERS = RANK_WORDS | words("role_words", "office modifiers")

# Nouns for bodies: "the force", "the company".
BODY_NOUNS = words("role_words", "body nouns")

# Two-word offices whose last word alone names another one: nobody calls a prime minister "the minister".
TWO_WORD_OFFICES = frozenset(
    (
        ("prime", "minister"),
        ("attorney", "general"),
        ("secretary", "general"),
        ("chief", "executive"),
        ("first", "lady"),
    )
)

# Learned endings that hardly any other noun has: "neurosurgeon", "virologist", "psychiatrist", "cinematographer".
_LEARNED = ("surgeon", "ologist", "iatrist", "ographer", "spokesperson", "congressperson")
_SHORTEST_LEARNED = 8
# "Speaker-to-be", "president-elect".
_TO_BE = re.compile(r"-(?:elect|designate|to-be)$")

# Endings of nouns for people that no list holds ("shopfitter", "violinist"). Trusted only in an apposition
# to somebody who is known to be a person.
PERSON_ENDINGS = ("man", "woman", "person", "ist", "ian", "eer", "worker", "keeper", "maker", "holder")


def role_noun(word: str) -> str | None:
    """Return the role noun that `word` is, in lower case without what is tied to it by hyphens, or None.

    "ex-minister" is a minister, a "mother-of-two" a mother.
    """
    low = word.lower()
    if low in ROLE_NOUNS or (low.endswith(_LEARNED) and len(low) > _SHORTEST_LEARNED):
        return low
    if "-" not in low:
        return None
    low = _TO_BE.sub("", low)
    parts = low.removesuffix("-in-law").split("-")
    if len(parts) == 3 and parts[1] == "of":
        return parts[0] if parts[0] in ROLE_NOUNS else None
    return parts[-1] if parts[-1] in ROLE_NOUNS else None


def singular_role(word: str) -> str | None:
    """Return the role noun whose plural `word` is, written as `word` is: "Senator" of "Senators"; None for others."""
    irregular = re.sub(r"men$", "man", word)
    found = [irregular] if irregular != word else []
    found += [word[:-1]] if word.lower().endswith("s") else []
    found += [f"{word[:-3]}y"] if word.lower().endswith("ies") else []
    return next((one for one in found if role_noun(one) or is_rank(one)), None)


def role_gender(noun: str) -> Gender | None:
    """Return the gender a role noun tells ("spokeswoman"), None where it tells none."""
    return ROLE_NOUNS.get(noun.lower())
