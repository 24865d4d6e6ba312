"""One speaker, one name: descriptions in a normal form, and names within descriptions.

"Investigators" and "investigators", "Mr Logan's family" and "The family of Mr Logan" are one
speaker. "Pal Asma Kazim" is Asma Kazim, since the words before the name only say what she is;
"Mr Seary's family" is never Mr Seary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from crossread.text.rolewords import role_noun
from crossread.text.words import forms

_ARTICLES = frozenset(("the", "a", "an"))
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof"))
# What somebody is to somebody, where no list of roles has it. Source: English usage.
_RELATIONS = frozenset(("pal", "mate", "ex", "in-law", "fiancé", "fiancée", "bystander", "eyewitness"))
_OF = re.compile(r"^(?:the |a |an )?([a-z-]+(?: [a-z-]+)?) of (?:the )?(.+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:the )?([^'’]+)['’]s? ([a-z-]+(?: [a-z-]+)?)$", re.IGNORECASE)
_TYING = frozenset(("of", "for", "from", "to", "and", "or", "with", "by", "at", "in", "on", "against", "&"))
# A person's name: two to four capitalised words.
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+")


def normal(name: str) -> tuple[str, ...]:
    """Return what wordings of one speaker share: lower case, no article, "X's family" as "family of X"."""
    found = _POSSESSIVE.match(name)
    if found is not None:
        name = f"{found[2]} of {found[1]}"
    elif (of := _OF.match(name)) is not None:
        name = f"{of[1]} of {of[2]}"
    return tuple(form for form in forms(name) if form not in _ARTICLES and form not in _HONORIFICS)


def named(words: str, people: Mapping[str, str]) -> str | None:
    """Return the person's name that a speaker's words hold, where the words denote that person, else None.

    Before the name only a role may stand ("Son-in-law Ben Lee"); after it a role of somebody, which a
    page without commas runs on ("Ben Lee Mr Shaw's son-in-law") and which `people` (full names, lower
    case, to names) must confirm.
    """
    return _after_role(words) or _before_role(words, people)


def _after_role(words: str) -> str | None:
    parts = words.split()
    for at in range(1, len(parts) - 1):
        if not _role(parts[at - 1]):
            continue
        rest = " ".join(parts[at:])
        if _NAME.fullmatch(rest):
            return rest if not any(map(_ties, parts)) else None
    return None


def _ties(word: str) -> bool:
    """Whether a word makes the name one part of the speaker only: "the family of …", "… and Ben Lee", "Lee's"."""
    return word.lower() in _TYING or word.endswith(("'s", "’s", "s'", "s’", ","))


def _before_role(words: str, people: Mapping[str, str]) -> str | None:
    parts = words.split()
    for at in range(2, min(5, len(parts))):
        name, rest = " ".join(parts[:at]), parts[at:]
        known = people.get(name.lower())
        if known and len(rest) > 1 and _role(rest[-1]) and any(p.endswith(("'s", "’s")) for p in rest):
            return known
    return None


def _role(word: str) -> bool:
    low = word.lower().rstrip(",")
    return role_noun(low) is not None or low in _RELATIONS or low.endswith(("-in-law", "-elect"))


def common_names(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Return for each normal form the wording to show: the commonest, the first of equals."""
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for name in names:
        counts.setdefault(normal(name), Counter())[name] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


__all__ = ["common_names", "named", "normal"]
