"""Articles: one text by one outlet, immutable once read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from crossread.record.span import Span


class Role(StrEnum):
    """What a paragraph is for. Only HEADLINE, SUBHEADING and BODY tell the story."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


# Roles whose words may be evidence for what happened or was said.
TELLING = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.BODY})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text between line breaks, without the breaks.

    `reason` says in a few words why it has its role.
    """

    start: int
    end: int
    role: Role
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def telling(self) -> bool:
        return self.role in TELLING


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days within which something lies, both ends included.

    `text` holds the words that gave the date, if there are any; `basis` says
    how it was worked out, for a person to read.
    """

    earliest: date
    latest: date
    text: str | None = None
    basis: str = ""

    @property
    def days(self) -> int:
        """Return how many days the range spans; 1 is an exact day."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: DateRange) -> bool:
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Submission:
    """One article as it was handed in, before anything is made of it.

    `published` is the date or time as the input words it; `ref` is where it
    came from as the user would recognise it; `raw` is the digest of the raw
    input that holds it.
    """

    ref: str
    text: str
    raw: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as we hold it.

    `id` is the digest of outlet, url, published, title and text. `published`
    is what the metadata say (None for an undated article; the day solved over
    the story is in the dossier). `as_of` is the reading day of the first
    reading: nothing in the article can be later. `analysed` is False for a
    text in a language that is kept and reported, not analysed.
    """

    id: str
    ref: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    as_of: date
    refs: tuple[str, ...] = ()
    raw: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: DateRange | None = None
    byline: str | None = None
    language: str | None = None
    version_of: str | None = None
    analysed: bool = True

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph that covers `position`, if any does."""
        at = bisect_right(self.paragraphs, position, key=lambda paragraph: paragraph.start) - 1
        found = self.paragraphs[at] if at >= 0 else None
        return found if found is not None and position < found.end else None

    def telling(self, span: Span) -> bool:
        """Whether `span` lies in words that tell the story (no caption, no boilerplate)."""
        paragraph = self.paragraph_at(span.start)
        return paragraph is not None and paragraph.telling


# Marks after which no sentence goes on.
_STOPS = ".!?:;…"
# Marks after which no line goes on that begins small: behind others it may ("Vote!" [line] he shouted).
_ENDS = ".:;"
# What follows the name of a member of Congress, after which pages that link names break the line: "(R-Ohio)".
_SEAT = re.compile(r"\([DRI][-–]")
# Longer than any run of spaces that a writer leaves, shorter than any box of headlines. Not swept.
_LONG_GAP = 20
_GAP = re.compile(rf"\s* {{{_LONG_GAP},}}\s*(?P<mark>['’.,;:!?)])?")


def as_read(article: Article) -> Article:
    """Return the article as it is read: each sentence in one paragraph, furniture set inside it blank.

    "President Hill [headlines about him] said", or "led by Ann Hill," and on the next line "Tom Beck and others": all
    positions stay what they are, but evidence is cut out of `article` itself.
    """
    text, read = article.text, list[Paragraph]()
    told = -1  # where in `read` the last paragraph that tells the story stands
    for paragraph in article.paragraphs:
        if paragraph.telling and 0 <= told < len(read) - 1 and _goes_on(text, (*read[told:], paragraph)):
            for inside in read[told + 1 :]:
                text = text[: inside.start] + " " * len(inside.span) + text[inside.end :]
            read[told:] = [replace(read[told], end=paragraph.end)]
        elif read and _next_line(text, read[-1], paragraph):
            gap = paragraph.start - read[-1].end
            text = text[: read[-1].end] + " " * gap + text[paragraph.start :]
            read[-1] = replace(read[-1], end=paragraph.end)
        else:
            read.append(paragraph)
            told = len(read) - 1 if paragraph.telling else told
    return article if text is article.text else replace(article, text=text, paragraphs=tuple(read))


def _goes_on(text: str, run: Sequence[Paragraph]) -> bool:
    """Whether the first paragraph of `run` breaks off inside a sentence that its last one goes on with, in one line."""
    first, last = run[0], run[-1]
    same_line = all(text[one.end : other.start].strip(" \u00a0\t") == "" for one, other in pairwise(run))
    return same_line and text[first.end - 1] not in _STOPS and not text[last.start].isupper()


def _next_line(text: str, one: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph of the body ends inside a sentence that the next line goes on with."""
    if not (one.role is other.role is Role.BODY) or text[one.end : other.start].strip():
        return False
    last = text[one.start : one.end].rstrip()[-1:]
    on = text[other.start].islower() or _SEAT.match(text, other.start) is not None
    return last == "," or (last not in _ENDS and on)


def close_gaps(words: str) -> str:
    """Return words of an article as it is read without the gaps that furniture left in them."""
    return _GAP.sub(lambda gap: gap["mark"] or " ", words)
