"""Personal names: their parts, the gender a first name tells, and when two forms may be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from crossread.record.annotation import Gender
from crossread.text.lexicon import lines, words
from crossread.text.titles import SUFFIXES, plain

# First names that are also common words, places or surnames: alone they do not show that a run is a name.
_DOUBTFUL_FIRST_NAMES = words("doubtful_first_names")

# Lower-case words that belong to the surname after them.
PARTICLES = words("particles")

# Surnames that stand first.
_SURNAMES_FIRST = words("east_asian_surnames")
_DOUBTFUL_SURNAMES = words("east_asian_surnames", "doubtful")


def _full_forms() -> dict[str, frozenset[str]]:
    """Return the full forms of each short one: "bill" is William, "chris" Christopher or Christina."""
    found: dict[str, set[str]] = {}
    for line in lines("nicknames"):
        full, *short = line.split()
        for form in short:
            found.setdefault(form, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}


_FULL_FORMS = _full_forms()

# Similarity (Jaro-Winkler, 0 to 1) above which one part of a name may be another's transliteration.
# Tried .80 to .95 on pairs from transliterated Arabic, Russian and Chinese names; below .86 "Ali" meets "Alia".
SPELLING_SIMILARITY = 0.86


# Names are compared with each other over and over; so many are kept in their compared form (some ten megabytes).
_REMEMBERED = 65_536

# First names of fewer letters are other names where one letter differs: "Jon" and "Jan".
_LONG_FIRST_NAME = 5


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a person's bare name, as worded. A name of one part has only a surname."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def first(self) -> str:
        return self.given[0] if self.given else ""

    @property
    def whole(self) -> str:
        """The given names and the surname."""
        return " ".join((*self.given, self.surname))

    @property
    def full(self) -> bool:
        """Whether there is more than a surname."""
        return bool(self.given)


@cache
def _first_names() -> dict[str, str]:
    return dict(line.split(" ", 1) for line in lines("first_names"))


def is_first_name(word: str) -> bool:
    """Whether `word` is a known first name that is rarely anything else."""
    low = word.lower()
    return low in _first_names() and low not in _DOUBTFUL_FIRST_NAMES


def may_be_first_name(word: str) -> bool:
    """Whether `word` is a known first name at all: "Will", "Georgia"."""
    low = word.lower()
    return low in _first_names() or ("-" in low and low.split("-", 1)[0] in _first_names())


def first_name_gender(word: str) -> Gender | None:
    """Return the gender a first name tells; None for a name that tells none or is not known."""
    names = _first_names()
    low = word.lower()
    told = names.get(low) or names.get(low.split("-", 1)[0])
    return {"f": Gender.FEMALE, "m": Gender.MALE}.get(told or "")


@lru_cache(maxsize=_REMEMBERED)
def parse(name: str) -> NameParts:
    """Split a bare name ("Ludwig van Beethoven Jr") into given names, surname and suffix."""
    words = name.replace(",", " ").split()
    suffix = ""
    if len(words) > 1 and plain(words[-1]) in SUFFIXES:
        suffix = words.pop()
    if not words:
        return NameParts((), name, suffix)
    if _surname_first(words):
        return NameParts(tuple(words[1:]), words[0], suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return NameParts(tuple(words[:start]), " ".join(words[start:]), suffix)


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Return the surnames of several words among full names: "Del Rio" of "Jack Del Rio"."""
    return frozenset(key(parse(name).surname) for name in names if " " in parse(name).surname)


def _surname_is_first(name: NameParts) -> bool:
    return key(name.surname) in _SURNAMES_FIRST | _DOUBTFUL_SURNAMES


def _surname_first(words: list[str]) -> bool:
    """Whether a name is Chinese, Korean or Vietnamese in its own order: "Xi Jinping", "Kim Jong-un"."""
    if len(words) not in (2, 3) or is_first_name(words[-1]):
        return False
    two_syllables = len(words) == 3 or "-" in words[1]
    return words[0].lower() in _SURNAMES_FIRST or (words[0].lower() in _DOUBTFUL_SURNAMES and two_syllables)


@lru_cache(maxsize=_REMEMBERED)
def key(word: str) -> str:
    """Return a name or a part of one as it is compared: case-folded letters, digits and single spaces."""
    return " ".join(re.findall(r"[^\W_]+", word.casefold()))


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names may be one person's: equal, an initial, or a short form; never Paul and Paulina."""
    a, b = key(one), key(other)
    if a == b or not a or not b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if (_FULL_FORMS.get(a, frozenset()) | {a}) & (_FULL_FORMS.get(b, frozenset()) | {b}):
        return True
    if None not in (genders := (first_name_gender(a), first_name_gender(b))) and genders[0] is not genders[1]:
        return False
    short, long = sorted((a, b), key=len)
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2


@lru_cache(maxsize=_REMEMBERED)
def called_by(word: str, first: str) -> bool:
    """Whether somebody with a first name may be called by a word alone: by it, or by a short form of it."""
    low = key(word)
    return low == key(first) or key(first) in _FULL_FORMS.get(low, ())


def may_mean(word: str) -> set[str]:
    """Return the parts of names that a word alone may mean: itself, and the first names that it is short for."""
    low = key(word)
    return {low, *_FULL_FORMS.get(low, ())}


def same_person(one: NameParts, other: NameParts) -> bool:
    """Whether two full names may be one person's: surnames equal, given names compatible in order.

    Middle names may be left out or cut to initials; "John F Kennedy" and "John Kennedy" agree,
    "Robert Kennedy" and "John Kennedy" do not, nor do two different suffixes.
    """
    if key(one.surname) != key(other.surname):
        return _same_words(one, other)
    if one.suffix and other.suffix and plain(one.suffix) != plain(other.suffix):
        return False
    given_a, given_b = (key(" ".join(name.given)).split() for name in (one, other))
    if not given_a or not given_b:
        return one.full and one == other
    if len(given_a) == len(given_b) == 2 and given_a[0] == given_b[0] and _surname_is_first(one):
        return given_a == given_b  # "Kim Jong-un" is not Kim Jong-il
    return all(same_first_name(a, b) for a, b in zip(given_a, given_b, strict=False))


def turned(one: NameParts, other: NameParts) -> bool:
    """Whether two names of two parts are one in either order: "Tanaka Shiro", as Japan and Hungary write it."""
    a, b = key(one.whole).split(), key(other.whole).split()
    return len(a) == len(b) == 2 and a != b and a == b[::-1]


def same_suffix(one: NameParts, other: NameParts) -> bool:
    """Whether nothing but a suffix sets the names apart, if one does: in one text "X" and "X Jr" are two people.

    "Joe Weber" and "Joseph R. Weber Jr." are one: father and son are written alike; "Jon T. Weber" is no junior
    """
    short, long = sorted((one, other), key=lambda name: bool(name.suffix))
    fuller = one.given != other.given and len(long.given) >= len(short.given)
    return plain(one.suffix) == plain(other.suffix) or fuller


def _same_words(one: NameParts, other: NameParts) -> bool:
    """Whether one name is the other with a surname left out at the end ("Gabriel García Márquez")."""
    a = key(" ".join((*one.given, one.surname))).split()
    b = key(" ".join((*other.given, other.surname))).split()
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and long[:-1] == short


def similar_spelling(one: str, other: str) -> bool:
    """Whether two full names may be spellings of one: as many parts, all but one equal, that one close.

    "Noor Faiz" and "Noor Fayez", "Mohammed Ali" and "Muhammad Ali"; never "Anna Smith" and "Anne Smith":
    first names may differ only where at least two other parts agree or they sound the same.
    """
    a, b = key(one).split(), key(other).split()
    if len(a) != len(b) or len(a) < 2:
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return False
    x, y = different[0]
    if len(a) < 3 and a[0] != b[0]:
        return x[0] == y[0] and (_same_sound(x, y) or _misprinted(x, y))
    close = JaroWinkler.similarity(x, y) >= SPELLING_SIMILARITY or _skeleton(x) == _skeleton(y)
    return min(len(x), len(y)) >= 3 and x[0] == y[0] and close and DamerauLevenshtein.distance(x, y) <= 2


def _misprinted(one: str, other: str) -> bool:
    """Whether two first names are one letter apart, and one of them is no known name: "Indre" and "Indra"."""
    known = may_be_first_name(one) and may_be_first_name(other)
    long = min(len(one), len(other)) >= _LONG_FIRST_NAME
    return long and not known and DamerauLevenshtein.distance(one, other) == 1


@lru_cache(maxsize=_REMEMBERED)
def _plain_vowels(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word.replace("y", "i"))


def _same_sound(one: str, other: str) -> bool:
    """Whether two first names are spellings of one: "Sergey" and "Sergei", "Mohammed" and "Muhammad"."""
    if _plain_vowels(one) == _plain_vowels(other):
        return True
    a, b = (re.sub(r"(.)\1+", r"\1", _skeleton(word)) for word in (one, other))
    return a == b and len(a) >= 4


def _skeleton(word: str) -> str:
    """Return the consonants of a word, with those merged that transliterations mix."""
    table = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "w", "j": "g"})
    return re.sub(r"[aeiouyh']", "", word.translate(table))
