"""A chain: the mentions of one article that denote the same, while it grows."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Gender, Mention
from crossread.text.closed_classes import INTRODUCING
from crossread.text.names import NameParts
from crossread.text.offices import Office, described
from crossread.text.restrictions import restriction


@dataclass
class Chain:
    """Mentions, by their numbers, that denote the same; full names of persons are kept parsed."""

    type: EntityType
    members: list[int] = field(default_factory=list)
    names: list[NameParts] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    gender: Gender | None = None
    sure: bool = False  # the gender is told by a title, not only by a first name
    offices: list[Office] = field(default_factory=list)
    ranks: set[str] = field(default_factory=set)  # titles that nobody shares: "President Weber"
    short: int = 0  # how often a surname or first name alone was settled as this person's

    def add(self, number: int, gender: Gender | None, *, sure: bool = False) -> None:
        self.members.append(number)
        if gender is not None and (self.gender is None or (sure and not self.sure)):
            self.gender, self.sure = gender, sure or self.sure


def is_definite(reading: Reading, mention: Mention) -> bool:
    """Whether a description takes somebody up: "the minister", not "a minister" or "his brother"."""
    first = reading.text[mention.span.start : mention.span.end].split(None, 1)[0].lower()
    return first not in INTRODUCING


def told_office(reading: Reading, mention: Mention) -> Office:
    """Return the office that a description tells, with the words after it that say which."""
    return described(mention.name, restriction(reading.analysis, mention.span))
