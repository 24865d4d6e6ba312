"""Ages of people as news gives them beside names: "Anna Weber, 48,", "(48)", "48-year-old Anna Weber"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.record.span import Span

_AFTER = re.compile(
    r"[^\S\n]*(?:,[^\S\n]*(?:aged[^\S\n]+)?(\d{1,3})(?=[,.;:)]|[^\S\n]+(?:and|who|of|from)\b)|\((\d{1,3})\))"
)
_BEFORE = re.compile(r"\b(\d{1,3})[-‐‑]year[-‐‑]old[^\S\n]+$")
_ALONE = re.compile(r"\b[Tt]he[^\S\n]+(\d{1,3})[-‐‑]year[-‐‑]old\b")
# Years: older is a misreading ("Weber, 911, ...").
_OLDEST = 115


def age_beside(text: str, name: Span) -> int | None:
    """Return the age that stands right after or before a name, None where there is none."""
    after = _AFTER.match(text, name.end)
    before = _BEFORE.search(text, max(0, name.start - 20), name.start)
    told = (after.group(1) or after.group(2)) if after else before.group(1) if before else None
    return int(told) if told and int(told) <= _OLDEST else None


def age_alone(words: str) -> int | None:
    """Return the age of "the 48-year-old" or "48-year-old" where that is all the words say, else None."""
    found = re.fullmatch(r"(?:[Tt]he\s+)?(\d{1,3})[-‐‑]year[-‐‑]old", words.strip())
    return int(found.group(1)) if found else None


def aged(text: str) -> Iterator[Span]:
    """Yield the spans of "the 48-year-old", also where a noun follows that it only modifies."""
    for found in _ALONE.finditer(text):
        yield Span(found.start(), found.end())
