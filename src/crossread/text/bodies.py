"""Names of bodies: initials, short forms, and what a body may be called in passing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from crossread.text.institutions import (
    BODY_HEADS,
    FIRMS,
    KNOWN_BODIES,
    PLACE_HEADS,
    PRESS_HEADS,
    is_demonym,
    is_place,
    nth_circuit,
)
from crossread.text.lexicon import words as lexicon_words

_CROWN = re.compile(r"^(?:hm|(?:her|his) majesty[’']s)\s+", re.IGNORECASE)
_SMALL = frozenset(("of", "for", "the", "and", "&", "in", "on"))

_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LETTERS = re.compile(r"\b([a-z]{1,3})&([a-z]{1,3})\b")  # "b&q"
_LONG_FORMS = {"dept": "department", "depts": "department", "govt": "government", "assn": "association"}
_STATES = (
    ("united nations", "un"),
    ("united states", "us"),
    ("united kingdom", "uk"),
    ("european union", "eu"),
)
# Chambers that go by one word of their names.
_CHAMBERS = {
    "house of representatives": "house",
    "us house of representatives": "house",
    "us senate": "senate",
}
# Words before a body's name that say whose it is, which accounts leave out after the first time.
_OWNERS = ("house", "senate", "un", "us", "uk", "eu", "commons", "lords")
# Last words of names that are left out though the rest is known by itself: "Treasury", "Homeland Security".
_LEFT_OUT = ("committee", "department", "ministry")
# Words for what a body is as a firm or an office, which accounts leave out: "Harbour News", "Harbour Holdings plc".
_FORMS = lexicon_words("institutions", "legal forms")
_FIRM_FORMS = frozenset(
    ("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc")
)
# What newspapers are called by in passing: "the Enquirer".
_PRESS = PRESS_HEADS | {"news"}
_COMPANY_NOUNS = ("company", "firm", "corporation", "business")
_GROUP_NOUNS = {
    **dict.fromkeys(("organisation", "organization", "charity"), "group"),
    **dict.fromkeys(("broadcaster", "channel", "station"), "network"),
    "watchdog": "agency",
}
_KINDS = {
    kind: lexicon_words("institutions", f"called {kind}")
    for kind in ("agency", "company", "panel", "group", "network", "newspaper")
}

_KINDS["newspaper"] |= PRESS_HEADS


# Behind a town's name in that of a body of the town, which the name alone does not mean.
_OF_TOWNS = (["city"], ["county"], ["police"], ["state"], ["town"])

# What kind of body a general noun takes up, where it is not the last word of the name.
_CALLED = {
    "force": ("police", "constabulary"),
    "police": (),
    "administration": (),  # the government's, though an agency's name ends in it
}


# Names that a large story asks for again and again: each is held against every other.
_REMEMBERED = 65_536


@lru_cache(maxsize=_REMEMBERED)
def body_key(name: str) -> str:
    """Return a body's name as it is compared: lower case, without the Crown, articles, and points in initials.

    "Department of Justice" and "Justice Dept." are one: the department stands last. A court of appeals is its circuit.
    """
    low = _CROWN.sub("", name.lower()).removeprefix("the ")
    low = _POINTED.sub(lambda found: found.group().replace(".", ""), low)
    low = _LETTERS.sub(r"\1\2", low)
    words = re.findall(r"[^\W_]+", low.replace("’s", "").replace("'s", ""))
    words = [_LONG_FORMS.get(word, word) for word in words]
    if court := nth_circuit(words):
        return court
    if words[:2] in (["department", "of"], ["ministry", "of"]) and len(words) > 2:
        words = [*words[3 if words[2] == "the" else 2 :], words[0]]
    key = " ".join(words)
    for long, short in _STATES:
        key = key.replace(long, short)
    key = key.removesuffix(" of us")
    return _CHAMBERS.get(key, key)


@lru_cache(maxsize=_REMEMBERED)
def _key_words(name: str) -> list[str]:
    return body_key(name).split()


def _same(one: str, other: str) -> bool:
    """Whether two names are one but for points, short words and a plural: "Financial Crime(s) Division"."""
    a, b = _key_words(one), _key_words(other)
    if len(a) > 2 and a[-1] in _FIRM_FORMS and b[-1] in _FIRM_FORMS:
        a, b = a[:-1], b[:-1]
    if one.isupper() or other.isupper():
        return a == b  # letters have no plural
    pairs = zip(a, b, strict=False)
    return len(a) == len(b) and all(x == y or f"{x}s" == y or x == f"{y}s" for x, y in pairs)


def fullness(name: str) -> int:
    """Return how many different words of a name tell whose it is: "Inc" does not, nor "Department" a second time."""
    words = name.lower().replace(".", "").split()
    return len({word for word in words if word not in _FIRM_FORMS} or words)


def initials(name: str) -> str:
    """Return the initials of a name of three words or more, without small words; "" for a shorter one.

    In the order of the words: the Department of Homeland Security is the DHS.
    """
    low = _CROWN.sub("", name.lower()).removeprefix("the ").replace("’s", "").replace("'s", "")
    words = [word for word in re.findall(r"[^\W_]+", low) if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def short_of(short: str, long: str) -> bool:
    """Whether one name is a short form of another: its initials, or its first word cut ("Met Police", "Met")."""
    a, b = _key_words(short), _key_words(long)
    if not (a and b):
        return False
    if len(a) == 1 and short.isupper() and len(short) >= 2:
        full = initials(long)
        known = a[0] in KNOWN_BODIES and len(a[0]) > 2 and full.startswith(a[0])  # not all of its letters
        bare = initials(" ".join(b[:-1])) if b[-1] in _FIRM_FORMS else ""
        return known or a[0] in (full, bare, _department_initials(b), _of_two(b)) or _says_form(a, b)
    if _says_form(a, b):
        return True
    if a == b[1:] and b[0] in _OWNERS and (len(a) > 1 or a[0] in KNOWN_BODIES):
        return True
    if a == b[:-1] and b[-1] in _LEFT_OUT and (len(a) > 1 or a[0] in KNOWN_BODIES):
        return True
    if len(a) == 1 and len(b) > 1 and a[0] == b[-1] and a[0].endswith("s") and is_place(" ".join(b[:-1])):
        return True  # a team without its town
    if len(a) == 1 and len(b) > 1:
        of_place = is_place(b[0]) or is_demonym(b[0])  # "Ala." is no body of Alabama's
        return 3 <= len(a[0]) <= 4 and b[0].startswith(a[0]) and len(b[0]) >= len(a[0]) + 3 and not of_place
    if len(a) != len(b) or len(a) < 2 or a[1:] != b[1:]:
        return False
    return len(a[0]) >= 3 and b[0].startswith(a[0]) and len(b[0]) >= len(a[0]) + 3


def _begins(short: list[str], long: list[str]) -> bool:
    """Whether a name is the beginning of a longer one and names nothing by itself: "Weber" for Weber Marsh Partners."""
    own = " ".join(short)
    known = own in KNOWN_BODIES or (own in FIRMS and " ".join(long) not in FIRMS)
    begins = (
        bool(short)
        and long[: len(short)] == short
        and long[len(short) : len(short) + 1] not in ([], *_OF_TOWNS)
    )
    return begins and not (known or short[-1] in BODY_HEADS or is_place(own) or is_demonym(own))


def _says_form(short: list[str], long: list[str]) -> bool:
    """Whether a name only leaves out what its bearer is: "Harbour" for Harbour News; a town's name is the town."""
    forms = long[len(short) :]
    return (
        bool(forms)
        and long[: len(short)] == short
        and all(word in _FORMS for word in forms)
        and not is_place(" ".join(short))
        and (len(short) > 1 or short[0] in KNOWN_BODIES or short[0] not in BODY_HEADS)
    )


def _of_two(words: list[str]) -> str:
    """Return the initials of a name of two words that a known body goes by, "" for others."""
    short = "".join(word[0] for word in words) if len(words) == 2 else ""
    return short if short in KNOWN_BODIES else ""


def _department_initials(words: list[str]) -> str:
    """Return "doj" for the Justice Department, "hhs" for that of Health and Human Services, "" for other bodies."""
    if words[1:] == ["department"]:
        return f"do{words[0][0]}"
    own = [word for word in words[:-1] if word not in _SMALL]
    return "".join(word[0] for word in own) if words[-1:] == ["department"] and len(own) > 2 else ""


def _in_passing(short: str, long: str) -> bool:
    """Whether a body is called by the last word of its name: "the Enquirer", "Harding" for Northern Rail Harding."""
    a, b = body_key(short), body_key(long).split()
    own = a.split()
    if len(own) > 1:  # a newspaper without its town
        return b[-len(own) :] == own and own[-1] in _PRESS and is_place(" ".join(b[: -len(own)]))
    if len(b) < 2 or a != (b[0] if b[-1] == "llp" else b[-1]):
        return False
    return a in PRESS_HEADS or (len(b) > 2 and not (a in BODY_HEADS or a in PLACE_HEADS or is_place(a)))


def group(names: Iterable[str], *, one_account: bool = False) -> dict[str, str]:
    """Return for each name the fullest name of the same body among them.

    In `one_account` "the Times" is the New York Times named before; in another account it may be another one. What a
    name's beginning means is asked of the whole story, since another account may name a second body that begins so.
    """
    fullest: dict[str, str] = {}
    bodies: dict[str, dict[str, None]] = defaultdict(dict)  # the fullest names so far, by letters of theirs
    every = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    for name in every:
        near = bodies["".join(_key_words(name))[:1]]
        longer = [full for full in near if _same(full, name)]
        longer = longer or sorted(
            {
                full
                for full in near
                if short_of(name, full)
                or (_in_passing(name, full) if one_account else _begins(_key_words(name), _key_words(full)))
            }
        )
        fullest[name] = longer[0] if len(longer) == 1 or (longer and _same(longer[0], name)) else name
        for letter in _first_letters(fullest[name]):
            bodies[letter][fullest[name]] = None
    return fullest


def _first_letters(name: str) -> set[str]:
    """Return the letters with which the names of one body may begin: those of its words and of its initials."""
    return {word[:1] for word in (initials(name), *(_key_words(name) or [""]))}


def may_be_called(name: str, words: str) -> bool:
    """Whether a body of this name may be called "the" `words`: "the council" for "Lambeth Council"."""
    called = body_key(words).split()
    own = body_key(name).split()
    if not called or not own:
        return False
    if own[-1] == "circuit":
        return called[-1:] == ["court"] and set(called) <= {"appeals", "federal", "court"}
    head = own[max(0, _first_small(own) - 1)] if "of" in own or "for" in own else own[-1]
    if len(called) == 1 and called[0] in _CALLED:
        return head in _CALLED[called[0]]
    return called[-1] == head and len(own) > len(called) and set(called) <= set(own)


def may_be_taken_up(name: str, noun: str) -> bool:
    """Whether a body just named may be taken up by a noun that is no part of its name: "the agency", "the panel".

    Bodies by initials are agencies as often as not; listed firms are companies.
    """
    own = body_key(name).split()
    if not own:
        return False
    head = own[max(0, _first_small(own) - 1)] if "of" in own or "for" in own else own[-1]
    if noun in _COMPANY_NOUNS:
        return head in _KINDS["company"] or name.lower() in FIRMS
    other = any(head in kinds for kinds in _KINDS.values())
    agency = noun == "agency" and name.isupper() and name.lower() in KNOWN_BODIES and not other
    return agency or head in _KINDS.get(_GROUP_NOUNS.get(noun, noun), ())


def _first_small(words: list[str]) -> int:
    return next((index for index, word in enumerate(words) if word in ("of", "for")), len(words))
