"""Bare text to paragraphs with roles.

Lines are paragraphs; runs of page furniture inside a line become paragraphs
of their own. Roles come from general cues, each with its reason. A line is
body unless something speaks against it: a body paragraph taken for a caption
loses evidence, so weak cues count only on lines that do not end like a
sentence and do not open or report like the story itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.ingest import cues
from crossread.ingest.runs import boxes, runs
from crossread.record.article import Paragraph, Role
from crossread.record.span import Span, trimmed

_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")

# Words a line needs before the look of the page's other captions may make it one: shorter ones are subheadings.
# 4 to 8 tried on 120 articles.
_CAPTION_WORDS = 6
# The same for the present tense alone: subheadings use it too. 6 to 12 tried.
_SCENE_WORDS = 9
# A caption without its own marks is no longer than this; a flattened page is. The longest of 150 read had 390.
_CAPTION_LENGTH = 420
# Most words of a subheading; the longest of 90 read had 11. 8 to 14 tried.
_SUBHEADING_WORDS = 11
# Most words of a subheading all in capitals: of 40 read with more only one headed a part, the others link to other
# articles ("MINISTER DEFENDS HARBOUR DEAL ON TOUR"). 5 to 11 tried.
_CAPITALS_WORDS = 5
# Most characters of a headline without full stop; 200 covers standfirsts glued to their headline.
_HEADLINE_LENGTH = 220
# Letters a repeated line needs to be no chant, refrain or list item; 20 to 60 tried.
_REPEAT_LENGTH = 40
# Furniture lines are short; a long line with a cue in it is a story that mentions newsletters.
_FURNITURE_LENGTH = 340
# Fewest words of a flattened menu or table, and the most of them that are small or end in a mark. Of 568,335 lines of
# news pages 18 fall under it, each of them one.
_LISTING_WORDS = 30
_LISTING_SMALL = 0.2
_LISTING_MARKED = 0.04
# A page whose captions lack full stops has shown at least so many by their own cues. 1 to 3 tried: with 1,
# single teasers make body lines captions.
_CAPTION_HABIT = 2
# Share of a page's longer lines that must end like sentences before a missing full stop means anything.
_PUNCTUATED_SHARE = 0.5

_QUOTES = "\"“”‘’'"
# Letters from which on a word of a title in capitals has one.
_LONGER_WORD = 5
# Short lines from which on a page has headings, so that one of a few more words is a heading too. 2 to 4 tried.
_HEADED = 3
# From so many lines on that are a bare name, the names head parts of the text. 3 to 5 tried.
_HEADING_NAMES = 4
# Lines of a page on which each is looked for in all others; longer texts are no news pages, and the cost of
# looking grows with the square.
_PAGE_LINES = 1_000
# A line that a marker opens may hold a whole gallery, but not a whole page.
_MARKED_LENGTH = 3000
_MARKED = "begins with a caption marker"

Verdict = tuple[Role, str] | None
_Found = Iterator[tuple[int, tuple[Role, str]]]  # numbers of lines with what they were found to be


# The end of a line that patterns for line ends look at: longer than any picture credit.
_TAIL = 160


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what its neighbours must know about it.

    `ended` is any closing mark, `sentence` a full stop, question or
    exclamation mark, in quotation marks or not.
    """

    span: Span
    text: str
    words: int
    ended: bool
    sentence: bool
    tweet: bool

    @property
    def tail(self) -> str:
        return self.text[-_TAIL:]


def _line(text: str, span: Span) -> _Line:
    line = span.of(text)
    tail = line[-_TAIL:]
    return _Line(
        span,
        line,
        len(cues.WORD.findall(line)),
        cues.ENDED.search(tail) is not None,
        cues.SENTENCE_END.search(tail) is not None,
        cues.TWEET.search(line) is not None,
    )


def divide(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    """Divide `text` into paragraphs with their roles, in text order.

    Spans are trimmed of white space, never empty, and never overlap. `title`
    is the metadata title: a line among the first few that equals it is the
    headline. Never raises, whatever the text.
    """
    lines = [_line(text, span) for span in _lines(text)]
    verdicts = _by_themselves(lines)
    _by_page(lines, verdicts)
    _heads(lines, verdicts, title)
    paragraphs: list[Paragraph] = []
    for line, verdict in zip(lines, verdicts, strict=True):
        role, reason = verdict or (Role.BODY, "")
        paragraphs.extend(_cut(text, Paragraph(line.span.start, line.span.end, role, reason)))
    return tuple(paragraphs)


def _lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, without white space at its ends."""
    start = 0
    inside = boxes(text)
    for match in _BREAK.finditer(text):
        if any(box.start < match.start() < box.end for box in inside):
            continue
        yield from _kept(text, start, match.start())
        start = match.end()
    yield from _kept(text, start, len(text))


def _kept(text: str, start: int, end: int) -> Iterator[Span]:
    span = trimmed(text, Span(start, end))
    if len(span):
        yield span


def _cut(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield `paragraph` with the runs of furniture in it set apart."""
    if not paragraph.telling:
        yield paragraph
        return
    at = paragraph.start
    for run in runs(text, paragraph.span):
        for span in _kept(text, at, run.span.start):
            yield replace(paragraph, start=span.start, end=span.end)
        yield Paragraph(run.span.start, run.span.end, run.role, run.reason)
        at = run.span.end
    for span in _kept(text, at, paragraph.end):
        yield replace(paragraph, start=span.start, end=span.end)


# What a line shows by itself


def _by_themselves(lines: Sequence[_Line]) -> list[Verdict]:
    return [_furniture(line) or _caption(line) for line in lines]


# What may stand before a notice in a list of such.
_BULLETS = "•·*▪● "


def _furniture(line: _Line) -> Verdict:
    text = line.text.lstrip(_BULLETS) or line.text
    if not any(letter.isalnum() for letter in text):
        return Role.BOILERPLATE, "no words"
    if _is_listing(line):
        return Role.BOILERPLATE, "a menu or table, without a sentence"
    if cues.MAKERS.match(text) and not line.tweet:
        return Role.CREDIT, "names who made it"
    if len(text) > _FURNITURE_LENGTH or text[0] in '"“‘' or line.tweet:
        return None
    if cues.BOILERPLATE_LINE.match(text):
        return Role.BOILERPLATE, "page notice"
    if cues.CREDIT_LINE.match(text) and (line.words <= 8 or line.sentence):
        return Role.CREDIT, "names who made it"
    if cues.TEASER_LINE.match(text):
        return Role.TEASER, "points to something else"
    return None


def _is_listing(line: _Line) -> bool:
    """Whether a line is a flattened menu or table: many words, hardly one small or before a mark."""
    if line.words < _LISTING_WORDS:
        return False
    listed = [word for word in line.text.split() if any(map(str.isalnum, word))]
    small = sum(word[0].islower() for word in listed)
    marked = sum(word.rstrip("\"'”’)").endswith((".", "?", "!", ",", ";", ":")) for word in listed)
    return small <= _LISTING_SMALL * len(listed) and marked <= _LISTING_MARKED * len(listed)


def _caption(line: _Line) -> Verdict:
    text = line.text
    if line.tweet:
        return None
    if cues.CAPTION_START.match(text):
        return _marked_caption(line)
    if len(text) > _CAPTION_LENGTH:
        return None
    if not line.sentence and cues.CAPTION_CREDIT.search(line.tail):
        return Role.CAPTION, "ends in a picture credit"
    if line.words > _CAPITALS_WORDS and text.isupper() and not line.ended:
        return Role.TEASER, "a headline in capitals"
    if text[0] in '"“‘' or line.ended:
        return None
    return _unmarked_caption(line)


def _unmarked_caption(line: _Line) -> Verdict:
    """A line without a full stop that only its own words show to be a caption."""
    text = line.text
    if cues.CAPTION_PLACE.search(text):
        return Role.CAPTION, "says where somebody is in the picture"
    credited = cues.CAPTION_AGENCY_START.match(text) and not _is_title(line)
    if credited or cues.CAPTION_VIDEO_START.match(text):
        return Role.CAPTION, "begins with a picture credit"
    if cues.CAPTION_SEEN.search(text):
        return Role.CAPTION, "says what the picture shows"
    if cues.STORY_OPENING.match(text):
        return None
    if line.words >= _CAPTION_WORDS and cues.CAPTION_DATED.search(line.tail):
        return Role.CAPTION, "ends in the picture's date"
    if line.words >= _SCENE_WORDS and cues.SCENE.search(text) and not set(text) & set('"“”'):
        return Role.CAPTION, "a scene in the present tense without a full stop"
    return None


def _is_title(line: _Line) -> bool:
    """Whether a short line has all its longer words in capitals: "Reuters Sells Its Old House" heads a part."""
    longer = [word for word in line.text.split()[1:] if len(word) >= _LONGER_WORD and word[0].isalpha()]
    return len(longer) > 1 and line.words <= _SUBHEADING_WORDS and all(word[0].isupper() for word in longer)


def _marked_caption(line: _Line) -> Verdict:
    """A caption marker opens the line: all of it is caption, unless it goes on with sentences of the story."""
    found = runs(line.text, Span(0, len(line.text)))
    if found and found[0].span.end < len(line.text):
        rest = line.text[found[0].span.end :]
        if len(line.text) > _CAPTION_LENGTH or cues.SENTENCE_END.search(rest):
            return None
    if not found and len(line.text) > _MARKED_LENGTH:
        return None
    return Role.CAPTION, _MARKED


# What a line shows beside the others


def _by_page(lines: Sequence[_Line], verdicts: list[Verdict]) -> None:
    """Fill in what only the rest of the page shows: repeats, names alone, the page's habit, subheadings."""
    rules: tuple[Callable[[Sequence[_Line], Sequence[Verdict]], _Found], ...]
    rules = (_repeats, _bare_names, _habit, _subheadings)
    for rule in rules:
        for index, verdict in list(rule(lines, verdicts)):
            verdicts[index] = verdict


def _repeats(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> _Found:
    counted = Counter(line.text for line in lines)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if verdicts[index] is not None or len(line.text) < _REPEAT_LENGTH:
            continue
        whole = line.ended or line.tweet
        if counted[line.text] > 1 and (not whole or line.text in seen):
            yield index, (Role.CAPTION, "the same line stands here twice")
        elif not whole and index > 0 and _stands_elsewhere(lines, index) and not _leads_to_post(lines, index):
            yield index, (Role.CAPTION, "repeats words of another paragraph")
        seen.add(line.text)


def _leads_to_post(lines: Sequence[_Line], index: int) -> bool:
    """Whether the next line ends a post, of which this one is a paragraph."""
    return any(line.tweet for line in lines[index + 1 : index + 2])


def _stands_elsewhere(lines: Sequence[_Line], index: int) -> bool:
    """Whether the words of a line are found in another line too."""
    if len(lines) > _PAGE_LINES:
        return False
    words = lines[index].text.strip("\"“”‘’' ")
    return any(words in other.text for at, other in enumerate(lines) if at != index)


def _bare_names(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> _Found:
    """A line that is a name and nothing else belongs to a picture; above the story, to its author.

    Where such lines recur, they head the parts of an interview or a round-up.
    """
    alone = sum(1 for line in lines if cues.BARE_NAME.match(line.text))
    first_story = next((i for i, line in enumerate(lines) if verdicts[i] is None and line.ended), 0)
    for index, line in enumerate(lines):
        if verdicts[index] is not None or not cues.BARE_NAMES.match(line.text):
            continue
        if index < first_story:
            yield index, (Role.CREDIT, "a name standing alone above the story")
        elif not cues.BARE_NAME.match(line.text):
            continue
        elif alone >= _HEADING_NAMES:
            yield index, (Role.SUBHEADING, "one of the names that head parts")
        elif _stands_elsewhere(lines, index):
            yield index, (Role.CAPTION, "a name of the story standing alone")


def _habit(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> _Found:
    """On a page that writes captions without full stops, other long lines without one are captions too."""
    shown = [
        v is not None
        and v[0] is Role.CAPTION
        and v[1] != _MARKED
        and not line.ended
        and line.words >= _CAPTION_WORDS
        for line, v in zip(lines, verdicts, strict=True)
    ]
    if sum(shown) < _CAPTION_HABIT or not _punctuated(lines, verdicts):
        return
    least = _SUBHEADING_WORDS + 1 if _has_headings(lines, verdicts) else _CAPTION_WORDS
    for index, line in enumerate(lines):
        if verdicts[index] is not None or index == 0 or line.ended or line.words < least:
            continue
        if len(line.text) > _CAPTION_LENGTH or runs(line.text, Span(0, len(line.text))):
            continue
        told = cues.STORY_OPENING.match(line.text) or line.tweet or _leads_to_post(lines, index)
        if not told and not _is_announced(lines, index):
            yield index, (Role.CAPTION, "without a full stop, like the page's other captions")


def _is_announced(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line is somebody's words: all of it in quotation marks, or announced by the colon before it."""
    text = lines[index].text
    return (text[0] in _QUOTES and text[-1] in _QUOTES) or lines[index - 1].text.endswith(":")


def _has_headings(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> bool:
    """Whether several lines head parts: too short for captions and without a mark, or a question."""
    return (
        sum(
            verdict is None
            and (
                cues.QUESTION.match(line.text) is not None
                if line.ended
                else 1 < line.words < _CAPTION_WORDS and not line.tweet
            )
            for line, verdict in zip(lines[1:-1], verdicts[1:-1], strict=True)
        )
        >= _HEADED
    )


def _punctuated(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> bool:
    """Whether most longer lines end like sentences, so that a missing full stop means something."""
    longer = [
        line for line, v in zip(lines, verdicts, strict=True) if v is None and line.words > _SUBHEADING_WORDS
    ]
    return bool(longer) and sum(line.ended for line in longer) >= _PUNCTUATED_SHARE * len(longer)


def _subheadings(lines: Sequence[_Line], verdicts: Sequence[Verdict]) -> _Found:
    if not _punctuated(lines, verdicts):
        return
    for index, line in enumerate(lines[:-1]):
        if index == 0 or verdicts[index] is not None or line.words > _SUBHEADING_WORDS:
            continue
        if not (line.text[0].isalnum() or line.text[0] in "‘'"):
            continue
        if cues.QUESTION.match(line.text) or not (line.ended or line.tweet):
            yield index, (Role.SUBHEADING, "a short line without a full stop")


# The top of the page


def _heads(lines: Sequence[_Line], verdicts: list[Verdict], title: str | None) -> None:
    """Find the headline: the line that equals the title, else a first story line without full stop."""
    wanted = _loose(title or "")
    for index, line in enumerate(lines[:5]):
        if wanted and _loose(line.text) == wanted:
            verdicts[index] = (Role.HEADLINE, "equals the title")
            return
    top = next((i for i, v in enumerate(verdicts) if v is None or v[0].value == "subheading"), None)
    if top is None or top > 3 or top == len(lines) - 1:
        return
    line = lines[top]
    if not line.ended and len(line.text) <= _HEADLINE_LENGTH and line.words > 1:
        verdicts[top] = (Role.HEADLINE, "the first line, without a full stop")


def _loose(text: str) -> str:
    return " ".join(cues.WORD.findall(text.casefold()))
