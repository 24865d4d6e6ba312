"""Notices and teasers inside a long line: sign-up forms, players, share bars, ways to other stories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.ingest.runons import LONG_LINE, stretches
from crossread.record.span import Span

# Sentences of sign-up forms; each is the whole of what stands between two full stops.
_FORM_SENTENCE = re.compile(
    r"(?:"
    r"(?:[^.!?\"“”]{0,60} )?(?:Get|Receive|Sign up|Subscribe)\b [^.!?\"“”]{0,160}\b(?:in|to) your inbox\b"
    r"(?: (?:every|each|on|in|at|by|from|to|the|a|once|twice|daily|weekly|weeks?|month|mornings?|weekdays?|evenings?"
    r"|(?:[A-Z][a-z]+)?days?|afternoons?|[A-Z][a-z]+(?= (?:morning|afternoon|evening))))*"
    r"|(?:Please )?(?:S|s)ign up (?:for|to) [^.!?\"“”]{0,100}\b(?:newsletters?|briefings?|alerts|e-?mails?)\b"
    r"[^.!?\"“”]{0,60}"
    r"|Please (?:verify|confirm|check) (?:that )?you(?:['’]re| are) not a robot[^.!?]{0,60}"
    r"|(?:Please (?:enter|provide) a valid|Invalid) e-?mail(?: address)?|Please re-enter"
    r"|You must select a newsletter to subscribe to"
    r"|(?:Sign [Uu]p )?(?:You (?:agree|will) (?:to )?)?(?:R|r)eceive (?:occasional )?updates and special offers\b"
    r"[^!?]{0,120}"
    r"|(?:Sign [Uu]p )?You (?:will|may) receive e-?mails? [^!?]{0,120}|You may opt[- ]out at any time[^.!?]{0,60}"
    r"|(?:Thank you|Thanks) for (?:subscribing|signing up)|An error has occurred|Please try again(?: later)?"
    r"|(?:View|See|Manage) (?:all|your|other) [^.!?]{0,40}newsletters?(?: or manage your account)?"
    r"|You can (?:unsubscribe|opt out) at any time[^.!?]{0,80}"
    r")[.!?]*\Z"
)
# Buttons and player controls, with case: prose does not hold these words in this form.
_TERMS = r"(?:Privacy (?:Policy|Notice)|Terms (?:of (?:Use|Service)|and Conditions)|User Agreement|Terms)"
_BUTTONS = re.compile(
    r"By (?:signing up|subscribing|entering your e-?mail),? you agree to (?:our|the) "
    + _TERMS
    + r"(?:,? (?:and|&) (?:our |the )?"
    + _TERMS
    + r")*|"
    r"Share this article(?: Share(?: \d[\d,.]*k?(?: shares)?)?)?(?= [A-Z‘“\"']|\s*\Z)"
    r"|(?:(?:Play|Watch) (?:V|v)ideo(?: \d{1,2}:\d\d)?|Play [Ss]lideshow|Replay Video)(?= [A-Z‘“\"']|\s*\Z)"
    r"|\d+ of \d+ Full Screen Autoplay Close .{0,2400}? Wait \d+ seconds? to continue\.?"
    r"|(?:Click|Tap) (?:here )?(?:to|for) (?:(?:tweet|share|watch|expand|enlarge|read more|view)\b)"
    r"[^.!?]{0,20}(?= [A-Z])"
    r"|(?:MORE (?:[A-Z]{2,} )*(?:STORIES|NEWS|VIDEOS?|ARTICLES|HEADLINES)|(?:MOST|READ) (?:READ|POPULAR|MORE))"
    r"(?: (?:FROM|IN|ON)\b)?(?: [A-Z]{2,}\b){0,4}(?= [A-Z‘“\"']|\s*\Z)"
)
# What stands before this button without a full stop is the slideshow's own heading.
_SLIDES = re.compile(r"(?:Play|View|Start|Launch) (?:[Ss]lideshow|[Gg]allery)(?= [A-Z\d])")
_RELATED = re.compile(
    r"\b(?:(?:Related|RELATED) (?:Stories|STORIES|Articles|ARTICLES)(?= \S)"
    r"|[Rr]elated (?:stories|articles)(?= [A-Z‘']))"
)
# Headlines of other stories end where somebody's words go on, or with the sentence they run into.
_SPEECH = re.compile(r"(?<=[\w!?.’']) (?=[\"“][A-Z])")
_GOES_ON = re.compile(r"(?<=\w) (?=(?:It|He|She|They|We|There|But) [a-z])")
_FULL_STOP = re.compile(r"\.[\"”’')]*\Z")
# How far a list of other headlines may reach, in characters; the longest of 9 read had 860.
_LONGEST_LIST = 1000
_READ_MORE = re.compile(r" Read [Mm]ore(?= [A-Z‘“\"'])")
_HEADLINE_LENGTH = 200
_HIGHLIGHTS = re.compile(
    r"(?:\A|(?<=\s))Story [Hh]ighlights .{20,600}?(?=\([A-Z]{2,6}(?: [A-Z]\w+)?\) ?[A-Z-])"
)


def notices(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Yield forms and buttons within a long line."""
    if len(line) < LONG_LINE:
        return
    for match in _BUTTONS.finditer(text, line.start, line.end):
        yield Span(*match.span()), "buttons"
    for stretch in stretches(text, line):
        slides = _SLIDES.search(text, stretch.start, stretch.end)
        if slides:
            yield Span(stretch.start, slides.end()), "the heading of a slideshow"
        if _FORM_SENTENCE.match(text[stretch.start : stretch.end]):
            yield stretch, "newsletter form"


def teasers(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Yield ways to other stories, and the page's own summary, within a long line."""
    if len(line) < LONG_LINE:
        return
    for match in _RELATED.finditer(text, line.start, line.end):
        yield Span(match.start(), _list_end(text, match.end(), line)), "headlines of other stories"
    for match in _HIGHLIGHTS.finditer(text, line.start, line.end):
        yield Span(*match.span()), "the story in points"
    for stretch in stretches(text, line):
        button = _READ_MORE.search(text, stretch.start, stretch.end)
        if button and button.start() - stretch.start <= _HEADLINE_LENGTH:
            yield Span(stretch.start, button.end()), "points to something else"


def _list_end(text: str, start: int, line: Span) -> int:
    """Return where a list of headlines ends: where the story plainly goes on, or with the sentence it runs into."""
    limit = min(line.end, start + _LONGEST_LIST)
    ends = [match.end() for pattern in (_SPEECH, _GOES_ON) if (match := pattern.search(text, start, limit))]
    ends.extend(s.end for s in stretches(text, Span(start, limit)) if _FULL_STOP.search(text, s.start, s.end))
    return min(ends, default=start)
