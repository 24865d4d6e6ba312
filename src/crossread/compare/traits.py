"""What people are by country and age, told before their names and taken up without them."""

from __future__ import annotations

import re

from crossread.record.annotation import Mention
from crossread.text.peoples import nationality, one_of_people

YOUNG = "teenage"
_YOUNG_WORDS = frozenset(("teenage", "teenager", "teen"))
_TEENS = range(13, 20)
# Characters before a name in which the words right before it stand: "19-year-old Frenchman Jon Cole".
_REACH = 40
# "Teenage Formula One star", up to the name.
_YOUNG_BEFORE = re.compile(r"\b(?:[Tt]eenage|[Tt]een)(?:\s[A-Z][\w-]*){0,3}(?:\s[a-z-]+)?\s$")
_WORD = re.compile(r"[^\W\d_]+")


def before_name(text: str, mention: Mention, age: int | None) -> set[str]:
    """Return what stands before a name: the people and the youth of "German teenager Jon Cole"."""
    role = min((r.start for r in mention.roles if r.end <= mention.span.start), default=mention.span.start)
    before = re.split(r"[.,;:!?\n]", text[max(0, mention.span.start - _REACH) : mention.span.start])[-1]
    words = [m.group() for m in _WORD.finditer(text, role, mention.span.start)] or _WORD.findall(before)[-1:]
    young = age in _TEENS or _YOUNG_BEFORE.search(before) or any(w.lower() in _YOUNG_WORDS for w in words)
    people = nationality(words[0]) if words else None
    return ({YOUNG} if young else set()) | ({people} if people else set())


def taken_up(description: str) -> str | None:
    """Return the people or the youth by which a description alone takes somebody up: "the Brit", "the teenager"."""
    noun = description.split()[-1]
    if one_of_people(noun):
        return nationality(noun)
    return YOUNG if description.lower() in ("teenager", "teen") else None


__all__ = ["YOUNG", "before_name", "taken_up"]
