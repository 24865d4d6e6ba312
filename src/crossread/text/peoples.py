"""What people are by country, as news takes them up: "the Brit" and "British driver Jon Cole"."""

from __future__ import annotations

from crossread.text.institutions import is_demonym
from crossread.text.listing import listed

# Nouns for one person of a people whose adjective is another word. Source: English usage.
_NOUNS = {
    "brit": "british",
    "briton": "british",
    "dane": "danish",
    "finn": "finnish",
    "pole": "polish",
    "scot": "scottish",
    "scotsman": "scottish",
    "spaniard": "spanish",
    "swede": "swedish",
    "turk": "turkish",
    **{
        f"{stem}{kind}": adjective
        for stem, adjective in (
            ("dutch", "dutch"),
            ("english", "english"),
            ("french", "french"),
            ("irish", "irish"),
            ("welsh", "welsh"),
        )
        for kind in ("man", "woman")
    },
}
# Adjectives that are nouns as well, beside those in "-an" ("German"); "the French" are many.
_BOTH = listed("argentine czech filipino greek iraqi israeli kuwaiti pakistani saudi thai yemeni")
# Words in "-an" that tell no country.
_WIDE = listed("african asian californian christian european parisian persian texan")


def nationality(word: str) -> str | None:
    """Return the adjective of the people that a noun or an adjective tells: "british" of "Brit" and "British"."""
    low = word.lower()
    if low in _NOUNS:
        return _NOUNS[low]
    return (
        low if word[:1].isupper() and is_demonym(low) and not low.endswith("s") and low not in _WIDE else None
    )


def one_of_people(word: str) -> bool:
    """Whether a word can stand for one person of a people: "the German", not "the French"."""
    low = word.lower()
    told = low in _NOUNS or low in _BOTH or low.endswith("an")
    return told and word[:1].isupper() and nationality(word) is not None
