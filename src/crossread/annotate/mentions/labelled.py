"""Names of bodies that small words tie together, where the model's label and the capitals agree.

"Gun Owners of America", "Center for a New Harbour": no list has their heads. The model alone is weak, and takes
"Anna Weber of Leeds" for one body now and then; so the label must hold nothing but capitals and these words, and what
stands before them is nobody's role.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.runs import Run, Word
from crossread.record.analysis import Name
from crossread.text.institutions import FIELDS, OTHER_HEADS
from crossread.text.names import is_first_name
from crossread.text.rolewords import role_noun

_TIED = re.compile(
    r"(?:[A-Z][\w’'&.-]*\s)+(?P<joint>of|for|on)\s(?:the\s|an?\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*)*"
    r"(?P<more>\sand\s[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)?"
)
_POSSESSIVE = re.compile(r"[’']s?\s")
_WORD = re.compile(r"[^\s]+")


def joined(text: str, found: Sequence[Piece], names: Collection[Name]) -> Iterator[Piece]:
    """Yield the pieces in text order, those replaced that a label shows to be parts of one body's name."""
    labels = iter(sorted((n for n in names if n.type == "ORG"), key=lambda name: name.start))
    at = 0
    for label in labels:
        while at < len(found) and found[at].end <= label.start:
            yield found[at]
            at += 1
        inside = at
        while inside < len(found) and found[inside].end <= label.end:
            inside += 1
        covered = found[at:inside]
        if _is_whole(text[label.start : label.end], label.start, covered):
            yield _piece(text, label, covered)
            at = inside
    yield from found[at:]


def _is_whole(words: str, start: int, covered: Sequence[Piece]) -> bool:
    """Whether a label is one name that the pieces it covers cut."""
    tied = _TIED.fullmatch(words)
    if tied is None or _POSSESSIVE.search(words) or not covered:
        return False
    first, *_, before, last = words.split()
    office = role_noun(last) and before not in ("of", "for", "on")  # "Department of Ports Director"
    if office or role_noun(first) or is_first_name(first):
        return False
    joint = start + tied.start("joint")
    if words[: tied.start("joint")].split()[-1].lower() in OTHER_HEADS:
        return False  # "Medicare for Sailors"
    crossing = [piece for piece in covered if piece.start < joint < piece.end]
    more = (tied["more"] or "").removeprefix(" and ")
    if more and more.lower().split()[-1] not in FIELDS:
        return False  # "Congress of Millers and Weber"
    return not crossing or bool(more and crossing[-1].end == start + tied.start("more"))


def _piece(text: str, label: Name, covered: Sequence[Piece]) -> Piece:
    found = _WORD.finditer(text, label.start, label.end)
    words = tuple(Word(m.start(), m.end(), m.group(), m.group()[0].isupper()) for m in found)
    run: Run = covered[0].run
    return Piece(words, (), run, initial=covered[0].initial and covered[0].start == label.start)
