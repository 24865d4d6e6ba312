"""Picture galleries inside a long line: captions with counters.

Pages number their pictures "3/19", "3 of 19" or, beside each credit, with the
number of all pictures ("Getty Images 22"). The counters open captions; what
stands between two of them is gallery unless it holds whole sentences of its
own after the caption's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossread.ingest.cues import AGENCY
from crossread.ingest.runons import stretches
from crossread.record.span import Span

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# How far one counter may stand from the next, in characters: a caption of three sentences. 300 to 800 tried.
_LONGEST_STEP = 600
# Characters between a caption's end and the next counter that still belong to the gallery when no full stop
# closes them; 100 to 300 tried.
_LONGEST_REST = 200

_COUNTER = re.compile(r"(?<![\w/.,-])(?<!Caption )(\d{1,3})(?:/| of )(\d{1,3})(?= [A-Z‘“\"'(])")
_NUMBERED = re.compile(
    r"\b" + AGENCY + r"(?: for [A-Z]\w+)? (\d{1,3})(?: of \d{1,3})?(?= [A-Z‘“(\d])(?! (?:" + _MONTHS + "))"
)
# "told Reuters 22 people" is prose; "… in court Getty Images 22 The family" is not.
_PREPOSED = re.compile(
    r"\b(?:told|tells|by|from|to|via|the|and|or|with|in|on|of|at|for|aged?|is|was|are|were|than|about|some) \Z"
)
_ENDED = re.compile(r"[.!?…][\"”’')]*\Z")
_HEADING = re.compile(r"(?i:in pictures|in photos|gallery|slideshow|show all|view photos|view gallery)")
_CREDITED = re.compile(r"\b(?:[\w.-]+/)?" + AGENCY + r"(?= [A-Z\"“‘'])")


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


def joined(text: str, captions: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left between two captions of a gallery, where no full stop closes it."""
    for one, next_ in pairwise(captions):
        rest = text[one.end : next_.start].strip()
        if not rest or len(rest) > _LONGEST_REST or _ENDED.search(rest):
            continue
        if sum(1 for _ in stretches(text, Span(one.end, next_.start))) == 1:
            yield Span(one.end, next_.start)


def counted(text: str, line: Span) -> Iterator[tuple[int, int]]:
    """Yield start of the gallery and end of its last counter, for each gallery counted "1/19" or "1 of 19"."""
    steps: list[re.Match[str]] = []
    for match in _COUNTER.finditer(text, line.start, line.end):
        if steps and not _goes_on(steps[-1], match):
            yield from _gallery(text, line, steps)
            steps = []
        steps.append(match)
    yield from _gallery(text, line, steps)


def _goes_on(one: re.Match[str], next_: re.Match[str]) -> bool:
    return one[2] == next_[2] and int(one[1]) < int(next_[1]) and next_.start() - one.end() <= _LONGEST_STEP


def _gallery(text: str, line: Span, steps: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    if len(steps) < 2 or int(steps[-1][1]) > int(steps[-1][2]):
        return
    start = steps[0].start()
    for stretch in stretches(text, Span(max(line.start, start - _LONGEST_REST), start)):
        if stretch.end == start or text[stretch.end : start].isspace():
            heading = _HEADING.search(text, stretch.start, start)
            if heading:
                start = stretch.start
    yield start, steps[-1].end()


def credited_end(text: str, start: int, end: int) -> int | None:
    """Return where the credit that closes the last picture of a gallery ends."""
    credit = _CREDITED.search(text, start, end)
    return credit.end() if credit else None
