"""How common each word is in English news, so that a word of the day is told from a word of every day.

The counts ship as `frequencies.txt`: a line "documents N", then lines of a
rounded document count and the terms that have it. How they are made:
`training/document_frequencies.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# The count given to a term that the table does not list; the table ends at 8.
UNLISTED = 4


@dataclass(frozen=True, slots=True)
class Background:
    """Document counts of terms among so many `documents`."""

    documents: int
    counts: Mapping[str, int]

    def count(self, term: str) -> int:
        return self.counts.get(term, UNLISTED)


@cache
def background() -> Background:
    """Return the shipped table."""
    return parse((files(__package__) / "frequencies.txt").read_text("utf-8"))


def parse(table: str) -> Background:
    """Read a table such as the shipped one."""
    head, *lines = table.splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, *terms = line.split(" ")
        counts.update(dict.fromkeys(terms, int(count)))
    return Background(int(head.removeprefix("documents ")), counts)
