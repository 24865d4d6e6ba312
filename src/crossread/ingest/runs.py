"""Runs of page furniture inside a line, where a page was flattened into long lines.

A run is cut out where marker words delimit it that no prose contains, where
pictures are counted (`galleries`), where a caption with a cue runs into a
sentence (`runons`), and where forms and buttons stand (`notices`). What a
marker opens without closing (a caption after "Image caption") ends where a
sentence plainly begins; failing that, at the next full stop: a merged
sentence ("… 100 hours A boy has been found") must not pass for a reported one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.ingest import cues, galleries, notices, runons
from crossread.ingest.cues import AGENCY
from crossread.record.article import Role
from crossread.record.span import Span, trimmed

# How far a caption opened by a marker may reach, in characters. The longest of the 60 read had 310; 200 to
# 500 tried.
_LONGEST_CAPTION = 400


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line with a role of its own; positions are in the text."""

    span: Span
    role: Role
    reason: str


_CLOSED: tuple[tuple[re.Pattern[str], Role, str], ...] = (
    (
        re.compile(
            r"\((?:RELATED|Related|READ (?:MORE|NEXT|ALSO)|Read (?:more|next|also)|ALSO READ|SEE ALSO|See also"
            r"|WATCH|VIDEO)(?: [Aa]rticles?| [Ss]tor(?:y|ies)| [Vv]ideos?)?:"
            r"[^()\n]{5,240}(?:\([^()\n]{1,60}\)[^()\n]{0,80})?\)"
        ),
        Role.TEASER,
        "points to something else",
    ),
    (
        re.compile(r"(?:Click to (?:share on|email a link to) [^()]{1,30} ?\(Opens in new window\)\s*)+"),
        Role.BOILERPLATE,
        "share buttons",
    ),
    (
        re.compile(
            r"(?:Get (?:the )?[^.!?]{0,60}?(?:updates|news|newsletter)[^.!?]{0,40} (?:to|in) your inbox\s*)?"
            r"(?:\+ )?Subscribe (?:Thank you for subscribing|See our privacy)[^.]{0,120}?"
            r"(?:Could not subscribe, try again later )?Invalid Email"
        ),
        Role.BOILERPLATE,
        "newsletter form",
    ),
    (
        re.compile(
            r"Scroll down for videos?(?= [A-Z‘'\"“]|\s*\Z)|Story Continued Below"
            r"|Advertisement Continue reading the main story"
            r"|Advertisement - (?:Continue Reading|Story Continues) Below"
            r"|Media playback is (?:not supported|unsupported) on (?:this|your) device"
            r"|Please use Chrome browser for a more accessible video player"
            r"|CLICK HERE (?:TO GET|FOR) THE [A-Z]+ (?:NEWS )?APP"
        ),
        Role.BOILERPLATE,
        "page notice",
    ),
    (
        re.compile(r"JUST WATCHED .{3,200}? Replay More Videos \.\.\. MUST WATCH .{3,200}? \d\d:\d\d"),
        Role.TEASER,
        "video player",
    ),
    (
        re.compile(
            r"\((?:Photo|Image|Picture|Pic)s?(?: by|:) [^()]{2,60}\)"
            r"|Enlarge this image toggle caption (?:[\w.'’/-]+ ){0,8}?[\w.'’-]*/?"
            + AGENCY
            + r"(?:/"
            + AGENCY
            + r")?"
            r"(?: (?:[\w.'’/-]+ ){0,4}?[\w.'’-]*/?" + AGENCY + r"(?:/" + AGENCY + r")?(?!\w))?"
        ),
        Role.CREDIT,
        "picture credit",
    ),
    (
        re.compile(
            r"Facebook Twitter (?:Google )?(?:WhatsApp )?Pinterest [^\n]{10,400}?"
            r"Photograph: (?:[\w.'’-]+ ){0,4}?[\w.'’-]*/?" + AGENCY + r"(?:/" + AGENCY + r")?"
        ),
        Role.CAPTION,
        "caption between player and photo credit",
    ),
    (
        re.compile(
            r"(?:\d{1,3} of \d{1,3} )?Photos: (?:[^\n]{3,700}?Hide Caption(?: \d{1,3} of \d{1,3})? ?)+"
        ),
        Role.CAPTION,
        "a gallery",
    ),
)

# A box of headlines that a page opens at a name, flattened into the sentence: the name in full again, then (mostly
# without a space) the headlines, up to the box's own word: "… Ms Falk Ines Maria FalkBridge to stay shut MORE said".
_LINKS = r"(?:[^\n]|\n(?!\n)){5,900}? MORE\b)"
_LINKS_AT_A_NAME = (
    re.compile(
        r"\b([A-Z][\w.'’-]+)(?:,? (?:(?:Jr|Sr)\.?|I{2,3}|IV))? ?"
        r"(?P<box>(?:[A-Z(][\w.'’()-]*,? ){0,5}\1(?=[A-Z\d])" + _LINKS
    ),
    re.compile(
        r"\b([A-Z][\w.'’-]+) ([A-Z][\w.'’-]+) (?P<box>\1 (?:[A-Z(][\w.'’()-]*,? ){0,4}\2 (?=[A-Z\d])" + _LINKS
    ),
)
# The top of a page in one line: a picture's caption and credit, then section, headline and what stands below it.
_TOP_PICTURE = re.compile(
    r"(?P<caption>[^\n|]{20,420}[.!?][\"”’')]{0,2} \| (?:[\w.'’-]+[ /]){0,6}?(?:via )?"
    + AGENCY
    + r"(?: Photo| Images)?(?:/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?)(?P<top>[^\n]*)"
)
_CAPTION = re.compile(
    r"(?:Image (?:copyright|source) (?:[\w.'’/&@()-]+ ){1,6}?)?(?:Image|Media) caption(?= [A-Z0-9‘“'\"])"
)
_STOP = re.compile(r"(?<=\S)[.!?][\"”’']?(?=\s|\Z)")


def boxes(text: str) -> tuple[Span, ...]:
    """Return the boxes of headlines at names: a break inside one ends no line."""
    found = (match for pattern in _LINKS_AT_A_NAME for match in pattern.finditer(text))
    return tuple(Span(*match.span("box")) for match in found)


def runs(text: str, line: Span) -> tuple[Run, ...]:
    """Return the runs of furniture in `line`, in text order, none overlapping another."""
    found: list[Run] = []
    for run in sorted(_all(text, line), key=lambda run: (run.span.start, -run.span.end)):
        start = max(run.span.start, found[-1].span.end) if found else run.span.start
        span = trimmed(text, Span(start, max(start, run.span.end)))
        if len(span):
            found.append(Run(span, run.role, run.reason))
    return tuple(found)


def _all(text: str, line: Span) -> Iterator[Run]:
    for pattern, role, reason in _CLOSED:
        for match in pattern.finditer(text, line.start, line.end):
            yield Run(trimmed(text, Span(*match.span())), role, reason)
    for pattern in _LINKS_AT_A_NAME:
        for match in pattern.finditer(text, line.start, line.end):
            yield Run(Span(*match.span("box")), Role.BOILERPLATE, "headlines linked at a name")
    yield from _top(text, line)
    markers = _markers(text, line)
    marked = [
        trimmed(text, Span(start, _caption_end(text, end, line.end, markers))) for start, end in markers
    ]
    opened = cues.CAPTION_START.match(text, line.start, line.end) if len(line) >= runons.LONG_LINE else None
    if opened:
        end = _caption_end(text, opened.end(), line.end, markers)
        yield Run(trimmed(text, Span(line.start, end)), Role.CAPTION, "begins with a caption marker")
    for span in marked:
        yield Run(span, Role.CAPTION, "after a caption marker")
    for span in galleries.joined(text, marked):
        yield Run(span, Role.CAPTION, "between two pictures of a gallery")
    for start, end in galleries.counted(text, line):
        yield Run(Span(start, _gallery_end(text, end, line.end, markers)), Role.CAPTION, "a counted gallery")
    for span, role, reason in runons.captions(text, line):
        yield Run(trimmed(text, span), role, reason)
    for span, reason in notices.teasers(text, line):
        yield Run(trimmed(text, span), Role.TEASER, reason)
    for span, reason in notices.notices(text, line):
        yield Run(trimmed(text, span), Role.BOILERPLATE, reason)


def _top(text: str, line: Span) -> Iterator[Run]:
    """Yield the picture and the heading that run into one line at the top of a page."""
    found = None if text[: line.start].strip() else _TOP_PICTURE.match(text, line.start, line.end)
    if found is not None:
        yield Run(Span(*found.span("caption")), Role.CAPTION, "ends in a picture credit")
        yield Run(trimmed(text, Span(*found.span("top"))), Role.HEADLINE, "the page's heading in one line")


def _markers(text: str, line: Span) -> list[tuple[int, int]]:
    """Return start and end of each marker that opens a caption, in text order."""
    named = [match.span() for match in _CAPTION.finditer(text, line.start, line.end)]
    return sorted((*named, *galleries.markers(text, line.start, line.end)))


def _caption_end(text: str, start: int, stop: int, markers: Sequence[tuple[int, int]]) -> int:
    """Return where a caption that begins at `start` ends: at the next sentence, marker, or full stop."""
    limit = min(stop, start + _LONGEST_CAPTION)
    following = bisect_right(markers, (start, stop))
    ends = [marker for marker, _ in markers[following : following + 1] if marker < limit]
    full_stop = _STOP.search(text, start, limit)
    if full_stop:
        ends.append(full_stop.end())
    # The first few words may themselves hold a capital: "Image caption Police in The Hague".
    last = min((limit, *ends))
    opening = runons.boundary(text, Span(min(last, start + 12), last))
    if opening is not None:
        ends.append(opening)
    return min(ends, default=stop if limit == stop else start)


def _gallery_end(text: str, start: int, stop: int, markers: Sequence[tuple[int, int]]) -> int:
    """Return where the last picture of a gallery ends: after its credit, or like any caption."""
    credit = galleries.credited_end(text, start, min(stop, start + _LONGEST_CAPTION))
    return _caption_end(text, start, stop, markers) if credit is None else credit
