"""Posts of social networks that a page shows whole: their words, then who signs them, the account's name and a day.

"The bridge is closed. — Ann Roe (@annroe) May 3, 2021": the form in which Twitter embeds a post, kept by whoever takes
the text of a page. The signature makes its words the surest statement there is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.annotate.statements.reading import Reading
from crossread.record.annotation import EntityType, Manner, Party, ReportedStatement, StatementKind
from crossread.record.span import Span, trimmed
from crossread.text.daywords import MONTHS

SIGNATURE = re.compile(
    r"\s*(?:[—–]|--?)\s*(?P<name>[^\n()@—–]{2,50}?)\s*\((?P<account>@\w{1,20})\),?\s+"
    rf"(?P<day>(?:{'|'.join(MONTHS[1:])}) \d{{1,2}}, \d{{4}})"
)
# A post has at most 280 characters, its links and pictures aside.
_LONGEST = 280
# Line breaks of a blank line between paragraphs; where a post has one of its own, they stand twice.
_BLANK_LINE = 2
_LINK = re.compile(r"\s*(?:https?://\S+|pic\.twitter\.com/\S+)")
# What a page's text keeps of the sign that closes a post's window, and words that only pass on another's post.
_CLOSING_SIGN = re.compile(r"x (?=[^a-z])")
_PASSED_ON = re.compile(r"RT @|\W*$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post: the stretches of its words without links, who signs it, the account's name, its day."""

    spans: tuple[Span, ...]
    name: Span
    account: Span
    day: Span

    def holds(self, span: Span) -> bool:
        return self.spans[0].start <= span.start and span.end <= self.day.end


def posts(reading: Reading) -> Iterator[Post]:
    """Yield the signed posts of an article, in text order.

    A post begins with its paragraph or where the one before it ends, since nothing else says where it does; and with an
    earlier paragraph where a blank line of its own parts them, so that the page's break stands twice between them.
    """
    paragraphs = reading.article.paragraphs
    parted = _parted_within(reading)
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        for match in SIGNATURE.finditer(reading.text, paragraph.start, paragraph.end):
            words = tuple(_words(reading.text, start, match.start())) if paragraph.telling else ()
            if words and start == paragraph.start:
                words = _from_its_beginning(reading, parted, number, words)
            if words and _length(words) <= _LONGEST:
                yield Post(words, *(Span(*match.span(part)) for part in ("name", "account", "day")))
            start = match.end()


def _parted_within(reading: Reading) -> tuple[bool, ...]:
    """Return for each paragraph whether the break before it is that between paragraphs, a blank line, twice."""
    paragraphs, text = reading.article.paragraphs, reading.text
    lines = [text.count("\n", one.end, two.start) for one, two in pairwise(paragraphs)]
    usual = Counter(lines).most_common(1)
    doubled = bool(usual) and usual[0][0] == _BLANK_LINE
    return (False, *(doubled and count == 2 * _BLANK_LINE for count in lines))


def _from_its_beginning(
    reading: Reading, parted: Sequence[bool], number: int, words: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return a post's words with those of the paragraphs before it that a blank line of the post's own parts from it.

    Of 604 signed posts in the news of many outlets 49 have a wider break before their last paragraph than the page has
    elsewhere: 47 have its blank line twice, and of 27 of these that were read all go on from the paragraph before.
    """
    for before in range(number - 1, -1, -1):
        paragraph = reading.article.paragraphs[before]
        if not parted[before + 1] or not paragraph.telling:
            return words
        longer = (*_words(reading.text, paragraph.start, paragraph.end), *words)
        if _length(longer) > _LONGEST:
            return words
        words = longer
    return words


def _length(words: Sequence[Span]) -> int:
    return sum(len(span) for span in words)


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretches of a post's own words, none where it only passes on somebody else's."""
    whole = trimmed(text, Span(start, end))
    sign = _CLOSING_SIGN.match(text, whole.start, whole.end)
    start = sign.end() if sign else whole.start
    if _PASSED_ON.match(text, start, whole.end):
        return
    for link in [*_LINK.finditer(text, start, whole.end), None]:
        stop = link.start() if link else whole.end
        words = trimmed(text, Span(start, stop))
        if any(letter.isalpha() for letter in words.of(text)):
            yield words
        start = link.end() if link else stop


def statement(reading: Reading, post: Post) -> ReportedStatement:
    """Return a post as a direct statement of who signs it."""
    return ReportedStatement(
        kind=StatementKind.DIRECT,
        spans=post.spans,
        quoted=post.spans,
        speaker=signer(reading, post),
        basis="who signs the post",
        confidence=1.0,
        channel=Party(post.account),
        time=next((n for n, time in enumerate(reading.times) if time.span.overlaps(post.day)), None),
        manner=Manner.WRITING,
    )


def signer(reading: Reading, post: Post) -> Party:
    """Return who signs a post: the name it bears, with the mention that has it."""
    voices = (EntityType.PERSON, EntityType.ORGANISATION)
    within = [n for n, m in enumerate(reading.mentions) if m.type in voices and post.name.overlaps(m.span)]
    return Party(post.name, max(within, key=lambda n: len(reading.mentions[n].name), default=None))
