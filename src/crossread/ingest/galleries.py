"""Picture galleries inside a long line: beside each credit the number of all pictures ("Getty Images 22")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crossread.ingest.cues import AGENCY

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NUMBERED = re.compile(
    r"\b" + AGENCY + r"(?: for [A-Z]\w+)? (\d{1,3})(?: of \d{1,3})?(?= [A-Z‘“(\d])(?! (?:" + _MONTHS + "))"
)
# "told Reuters 22 people" is prose; "… in court Getty Images 22 The family" is not.
_PREPOSED = re.compile(
    r"\b(?:told|tells|by|from|to|via|the|and|or|with|in|on|of|at|for|aged?|is|was|are|were|than|about|some) \Z"
)


def markers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each credit with the gallery's number, in text order."""
    sure = [
        match
        for match in _NUMBERED.finditer(text, start, end)
        if not _PREPOSED.search(text, max(start, match.start() - 6), match.start())
    ]
    counts = Counter(match[1] for match in sure)
    found = {match.end(): match.start() for match in sure}
    for count, times in counts.items():
        if times < 2:
            continue
        # Twice the same number beside an agency: the number alone then marks the gallery's other credits.
        bare = re.compile(rf"(?:(?:\b[A-Z][\w:&’'-]*(?: and| of)? ){{1,5}}|\b){count}(?= [A-Z‘“])")
        for match in bare.finditer(text, start, end):
            if not _PREPOSED.search(text, max(start, match.start() - 8), match.start()):
                found.setdefault(match.end(), match.start())
    yield from sorted((begin, stop) for stop, begin in found.items())
