"""Words that tell that a capitalised run names a body, a place, a happening or a people.

Heads stand last ("Sky News") or before "of" or "for" ("Ministry of Defence").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossread.text.lexicon import lines, words

BODY_HEADS = words("institutions", "body heads")

# Bodies known by one capitalised word or by initials; agencies and broadcasters among them.
KNOWN_BODIES = words("institutions", "known bodies")

# Firms that bear people's names.
FIRMS = frozenset(lines("firms"))

# Movements and parties whose members bear the name.
GROUPS = words("institutions", "groups")

PLACE_HEADS = words("institutions", "place heads")

# Heads that are surnames too: after a first name they tell little ("Max Hill", "Helen Church").
SURNAME_HEADS = PLACE_HEADS | words("institutions", "surnames")

# Last words of names of laws, happenings, works and prizes: not a person, a body or a place.
OTHER_HEADS = words("institutions", "other heads")

# Last words of newspapers' names.
PRESS_HEADS = words("institutions", "press heads")

# Chambers of parliaments by one word, and how their parties' members and adjectives are called.
CHAMBERS = words("institutions", "chambers")
PARTISAN = words("institutions", "partisan")

# Words before "of" or "for" that belong to the name that follows.
OF_HEADS = words("institutions", "of heads")

# Words that only "for" ties to the name that follows.
FOR_HEADS = words("institutions", "for heads")

# Fields of work that "and" ties to another one in the names of bodies: "Food and Drug Administration".
FIELDS = words("institutions", "fields")

# A possessive that is part of a body's name: "Her Majesty's Inspectorate", "Children's Hospital".
NAME_POSSESSIVES = words("institutions", "name possessives")

PLACES = frozenset(lines("places"))
DEMONYMS = words("demonyms")


def is_place(name: str) -> bool:
    """Whether `name` is one of the listed places, whatever its case."""
    return name.lower() in PLACES


def is_demonym(word: str) -> bool:
    """Whether `word` is an adjective of a people ("Afghan") or its plural ("Afghans")."""
    low = word.lower()
    return low in DEMONYMS or (low.endswith("s") and low[:-1] in DEMONYMS)


# "Ninth Circuit", "9th Circuit Court of Appeals": a court of appeals by the number of its circuit.
NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_ORDINALS = lines("institutions", "ordinals")
_CIRCUITS = {*_ORDINALS, "federal", "dc"}


def nth_circuit(name: Sequence[str]) -> str:
    """Return the circuit that the words of a court's name tell, "" for other names."""
    bare = " ".join(name).replace(".", "").replace("district of columbia", "dc").split()
    found = (f"{a} {b}" for a, b in pairwise(bare) if b == "circuit" and (a in _CIRCUITS or NTH.fullmatch(a)))
    court = next(found, "")
    number = int("".join(filter(str.isdecimal, court)) or 0)
    return f"{_ORDINALS[number - 1]} circuit" if 0 < number <= len(_ORDINALS) else court


# Countries that news gives in initials as often as in full.
_COUNTRIES = {
    **dict.fromkeys(("us", "usa", "united states of america"), "united states"),
    "uk": "united kingdom",
    "uae": "united arab emirates",
}


def place_key(name: str) -> str:
    """Return a place's name as it is compared: lower case without points; "U.S." is the United States."""
    low = " ".join(re.findall(r"[^\W_]+", name.lower().replace(".", "")))
    return _COUNTRIES.get(low, low)
