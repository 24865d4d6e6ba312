"""Word lists, one file each: lower-case words under headings in square brackets, `#` before comments.

Each file says at its top what it holds and where it is from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of the word list `name` under each heading ("" before the first one)."""
    found: dict[str, list[str]] = {}
    heading = ""
    text = files(__package__).joinpath(f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(heading, []).append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


def words(name: str, heading: str = "") -> frozenset[str]:
    """Return the single words under a heading of the word list `name`."""
    return frozenset(word for line in sections(name).get(heading, ()) for word in line.split())


def lines(name: str, heading: str = "") -> tuple[str, ...]:
    """Return the lines under a heading: for entries of more than one word."""
    return sections(name).get(heading, ())
