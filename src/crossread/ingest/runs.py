"""Runs of page furniture inside a line, where a page was flattened into long lines.

A run is cut out only where marker words delimit it that no prose contains.
What a marker opens without closing (a caption after "Image caption") ends
where a sentence plainly begins; failing that, at the next full stop: a merged
sentence ("… 100 hours A boy has been found") must not pass for a reported one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.ingest.cues import AGENCY
from crossread.record.article import Role
from crossread.record.span import Span, trimmed

# How far a caption opened by a marker may reach, in characters. The longest of the 60 read had 310; 200 to
# 500 tried.
_LONGEST_CAPTION = 400
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line with a role of its own; positions are in the text."""

    span: Span
    role: Role
    reason: str


_CLOSED: tuple[tuple[re.Pattern[str], Role, str], ...] = (
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
)

_CAPTION = re.compile(
    r"(?:Image (?:copyright|source) (?:[\w.'’/&@()-]+ ){1,6}?)?(?:Image|Media) caption(?= [A-Z0-9‘“'\"])"
)
_NUMBERED = re.compile(r"\b" + AGENCY + r" \d{1,3}(?= [A-Z‘“])(?! (?:" + _MONTHS + "))")
# "told Reuters 22 people" is prose; "… in court Getty Images 22 The family" is not.
_PREPOSED = re.compile(r"\b(?:told|tells|by|from|to|via|the|and|or|with|in|on|of|at|for) \Z")
# A capital in the middle of a line, after a word that ends no sentence, shows where a caption ends and the story
# goes on: on a word that names nothing; …
_OPENER = (
    r"(?:The (?=[a-z])|(?:A|An|In|But|He|She|They|It|Its|His|Her|Their|We|This|That|These|Those|There|When|While|After"
    r"|Before|As|At|On|Since|Although|However|Meanwhile|According|Some|Many|Speaking|Asked|Both|All|Earlier|Dozens"
    r"|Hundreds|Thousands|Most|Several|Two|Three|Four|Five|Six|More|Then|Now|Local|Officials|Witnesses) )"
)
# … on a name that is the subject of what follows, after a word that does not lead up to a name; …
_SUBJECT = (
    r"(?:[A-Z][\w'’.-]+ (?:[a-z]+ )?){1,4}?(?:[A-Z][\w'’.-]+, [^,.!?]{3,60}, )?"
    r"(?:said|says|told|added|tweeted|wrote|has|have|had|was|were|is|are|will|leads|led)\b"
)
_LEADS_TO_NAME = (
    r"(?:of|in|on|at|by|for|from|to|with|within|into|onto|over|under|near|outside|inside|against|about|around|between"
    r"|across|through|during|before|after|since|until|via|per|than|like|and|or|but|nor|so|yet|if|as|because|while"
    r"|when|where|who|whom|whose|which|that|whether|the|a|an|this|these|his|her|their|its|our|my|your|said|says|say"
    r"|told|tells|claims?|claimed|believes?|thinks?|hopes?|hoped|warns?|warned|knows?|is|are|was|were|be|been|has"
    r"|have|had|not|former|late|president|king|queen|prince|city|town|village|sir|[a-z]+(?:er|or|man|woman|ist|ian|ant"
    r"|ent|men|ers|ors))"
)
_JUNCTION = re.compile(
    r"(?<=[a-z0-9)’'\"”]) (?=" + _OPENER + ")"
    r"|\b(?!" + _LEADS_TO_NAME + r" )[a-z][\w'’-]* (?=" + _SUBJECT + ")"
)
_STOP = re.compile(r"(?<=\S)[.!?][\"”’']?(?=\s|\Z)")


def runs(text: str, line: Span) -> tuple[Run, ...]:
    """Return the runs of furniture in `line`, in text order, none overlapping another."""
    found: list[Run] = []
    for run in sorted(_all(text, line), key=lambda run: (run.span.start, -run.span.end)):
        if not found or run.span.start >= found[-1].span.end:
            found.append(run)
    return tuple(found)


def _all(text: str, line: Span) -> Iterator[Run]:
    for pattern, role, reason in _CLOSED:
        for match in pattern.finditer(text, line.start, line.end):
            yield Run(trimmed(text, Span(*match.span())), role, reason)
    for start, end in _markers(text, line.start, line.end):
        yield Run(
            trimmed(text, Span(start, _caption_end(text, end, line.end))),
            Role.CAPTION,
            "after a caption marker",
        )


def _markers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each marker that opens a caption."""
    for match in _CAPTION.finditer(text, start, end):
        yield match.span()
    for match in _NUMBERED.finditer(text, start, end):
        if not _PREPOSED.search(text, max(start, match.start() - 6), match.start()):
            yield match.span()


def _caption_end(text: str, start: int, stop: int) -> int:
    """Return where a caption that begins at `start` ends: at the next sentence, marker, or full stop."""
    limit = min(stop, start + _LONGEST_CAPTION)
    ends = [marker for marker, _ in _markers(text, start + 1, limit)]
    full_stop = _STOP.search(text, start, limit)
    if full_stop:
        ends.append(full_stop.end())
    # The first few words may themselves hold a capital: "Image caption Police in The Hague".
    opening = _JUNCTION.search(text, min(limit, start + 12), limit)
    if opening:
        ends.append(opening.end())
    return min(ends, default=stop if limit == stop else start)
