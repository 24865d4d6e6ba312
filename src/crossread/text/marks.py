"""Quotation marks: which words of a text stand in them.

A quotation may run over paragraphs: then each paragraph opens with a mark and
only the last one closes. Captions and credits in between do not break it. News
text mixes curly, straight and guillemet marks, turns them the wrong way round
and forgets some; nothing here raises on that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from crossread.record.article import Paragraph
from crossread.record.span import Span, trimmed


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in one pair of marks, without the marks: a span for each paragraph stretch.

    `closed` is False where the closing mark is missing; the quotation then ends
    with its paragraph.
    """

    spans: tuple[Span, ...]
    closed: bool

    @property
    def start(self) -> int:
        return self.spans[0].start


class _Turn(Enum):
    """Which way a mark turns, from its place between spaces and words or from its shape."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    style: str
    shape: _Turn
    place: _Turn

    @property
    def turn(self) -> _Turn:
        """The likeliest turn: the shape, unless it is none; then the place."""
        return self.place if self.shape is _Turn.EITHER else self.shape

    def may_open(self) -> bool:
        return self.place is _Turn.OPENS or (self.place is _Turn.EITHER and self.shape is not _Turn.CLOSES)

    def may_close(self) -> bool:
        return self.place is _Turn.CLOSES or (self.place is _Turn.EITHER and self.shape is not _Turn.OPENS)


# Three straight singles that close are a nested quotation's mark before the outer one's.
_MARK = re.compile(r"(?<=\S)'(?=''(?!'))|''|``|’’|‘‘|[\"“”„‟«»＂'‘’‚‹›]")
_OPENERS = frozenset("“„‟«‘‚‹") | {"``", "‘‘"}
_CLOSERS = frozenset("”»’›") | {"’’"}
_SINGLES = frozenset("'‘’‚‹›")
_STYLES = {"''": "straight", "``": "straight", '"': "straight", "'": "straight", "«": "angle", "»": "angle"}
_BEFORE_OPENING = re.compile(r"[\s(\[{/–—:;-]")
_BEFORE_CLOSING = re.compile(r"[.,!?…;:]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+$")
# Words that begin with an apostrophe, and shortened years; a closed class of English.
_ELISION = re.compile(
    r"(?:\d\ds?\b|(?:em|tis|twas|til|till|cause|bout|n|round|cos|coz|ere|neath|nuff|kay|ello|im)\b)",
    re.IGNORECASE,
)
# What makes a mark after an abbreviation, a bracket or a closing mark an apostrophe: "the F.B.I.'s view".
_POSSESSIVE = re.compile(r"s\b")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.|[)”])$")
_ELLIPSIS = re.compile(r"…|\.\s?\.")
_SENTENCE_BREAK = re.compile(r"[^\s.]{3}[.!?…](?=\s+[\"“‘'A-Z]|\s*$)")
# How many paragraphs on a closing mark may stand whose quotation opened before. 2, 3 and 5 tried on three stories
# set a line for each sentence: 2 loses one.
_AHEAD = 3
# How far on, in characters, marks may tell whether one that opens again is nested; a paragraph of a flattened page
# holds a whole story. 300, 600 and 1,200 tried on two such stories: all the same.
_NEAR = 600
# The longest stretch, in characters, that is quoted to the end of its paragraph though no mark closes it. Of a
# longer one the mark was lost on the way. Three quarters of the paragraphs of edited news are shorter.
_SURE = 500
# A word and its colon before a mark, and after one before the next mark; the longest such word in characters.
_LEADING = re.compile(r"(\w+):\s*$")
_LED = re.compile(r"\s*(\w+):\s*(?=[\"“„«])")
_LEADING_REACH = 20
_INCHES = re.compile(r"\d['’]\s?\d{1,2}$")


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text` in text order; never raises on any text.

    Only telling paragraphs are read; a chain runs on over the others. Marks
    within a quotation (nested ones) belong to its words.
    """
    telling = [paragraph for paragraph in paragraphs if paragraph.telling]
    reader = _Reader(text)
    for number, paragraph in enumerate(telling):
        reader.read(paragraph, telling[number + 1 : number + 1 + _AHEAD])
    reader.leave()
    return tuple(sorted(reader.found, key=lambda q: q.start))


@dataclass
class _Reader:
    """Reads paragraph after paragraph; `open_at` is where the current stretch began, if one is open."""

    text: str
    found: list[Quotation] = field(default_factory=list)
    stretches: list[Span] = field(default_factory=list)
    opener: _Mark | None = None
    open_at: int = 0
    depth: int = 0
    ahead: Sequence[Paragraph] = ()

    def read(self, paragraph: Paragraph, ahead: Sequence[Paragraph] = ()) -> None:
        marks = _marks(self.text, paragraph)
        self.ahead = ahead
        first = self._resume(paragraph, marks, ahead) if self.opener else 0
        for k in range(first, len(marks)):
            self._step(marks, k, paragraph)
        self._pause(paragraph)

    def leave(self) -> None:
        """End an open quotation whose closing mark never came."""
        self._abandon()

    def _abandon(self) -> None:
        """Leave a quotation that no later paragraph goes on with; of a long last stretch only a sentence is sure."""
        if self.stretches and len(self.stretches[-1]) > _SURE:
            last = self.stretches.pop()
            self.open_at = last.start
            end = _first_sentence(self.text, last.start, last.end)
            self._keep(end if end > last.start else last.end)
        self._finish(closed=False)

    def _resume(self, paragraph: Paragraph, marks: list[_Mark], ahead: Sequence[Paragraph]) -> int:
        """Go on with a quotation left open by the paragraph before; return the first mark to read."""
        assert self.opener is not None
        same = [m for m in marks if m.single == self.opener.single]
        if (
            marks
            and marks[0].start == paragraph.start
            and marks[0] in same
            and marks[0].turn is not _Turn.CLOSES
        ):
            if self.text[
                marks[0].end : marks[0].end + 1
            ].isspace():  # a closing mark on the line after its words
                self._finish(closed=True)
                return 1
            self.opener, self.open_at = marks[0], marks[0].end
            return 1
        if self._closes_later(same, ahead):
            self.open_at = paragraph.start  # the opening mark of this paragraph was forgotten
            return 0
        self._abandon()
        return 0

    def _closes_later(self, same: list[_Mark], ahead: Sequence[Paragraph]) -> bool:
        """Whether the next mark of the kind only closes, here or in a paragraph or two without any mark.

        Pages set a line for each sentence repeat no opening mark.
        """
        assert self.opener is not None
        later = iter(ahead)
        while not same:
            paragraph = next(later, None)
            if paragraph is None:
                return False
            same = [m for m in _marks(self.text, paragraph) if m.single == self.opener.single]
        return not same[0].single and not same[0].may_open() and same[0].may_close()

    def _pause(self, paragraph: Paragraph) -> None:
        if self.opener:
            self._keep(paragraph.end)
            self.depth = 0

    def _step(self, marks: list[_Mark], k: int, paragraph: Paragraph) -> None:
        mark = marks[k]
        if self.opener is None:
            self._maybe_open(marks, k, paragraph)
        elif mark.single == self.opener.single:
            if mark.single:
                self._step_single(marks, k)
            else:
                self._step_double(marks, k)

    def _maybe_open(self, marks: list[_Mark], k: int, paragraph: Paragraph) -> None:
        mark = marks[k]
        opens = mark.may_open() and not _repeated(self.text, mark)
        if mark.single and opens and self._closed_double(marks, k):
            mark = replace(mark, single=False)
        elif mark.single:
            ahead = mark.start == paragraph.start and mark.shape is _Turn.OPENS
            opens = opens and (_closing_single(self.text, marks, k) is not None or ahead)
        elif mark.place is _Turn.EITHER and mark.shape is _Turn.EITHER:
            opens = any(not later.single for later in marks[k + 1 :]) or self._opens_next(mark, paragraph)
        if opens:
            self.opener, self.open_at, self.depth = mark, mark.end, 0

    def _opens_next(self, mark: _Mark, paragraph: Paragraph) -> bool:
        """Whether a mark that stands free at the end of a line belongs to the words of the next ones."""
        if mark.end != paragraph.end or not self.text[mark.start - 1 : mark.start].isspace():
            return False
        later = (m for p in self.ahead for m in _marks(self.text, p) if not m.single)
        follower = next(later, None)
        return follower is not None and follower.may_close() and not follower.may_open()

    def _closed_double(self, marks: list[_Mark], k: int) -> bool:
        """Whether two single marks, mistyped for one, close the straight single mark at `k`: 'It is so,'' he said."""
        if self.text[marks[k].start : marks[k].end] != "'" or marks[k].place is not _Turn.OPENS:
            return False
        if _closing_single(self.text, marks, k) is not None:
            return False
        later = next((m for m in marks[k + 1 :] if not m.single), None)
        return later is not None and later.place is _Turn.CLOSES and later.end - later.start == 2

    def _step_single(self, marks: list[_Mark], k: int) -> None:
        if self._reopens(marks, k):
            self._begin_anew(marks[k])
            return
        began = next((i for i, m in enumerate(marks) if m is self.opener), None)
        if began is None:
            closes = marks[k].may_close() and _closes_single(self.text, marks, k)
        else:
            closes = _closing_single(self.text, marks, began) == k
        if closes:
            self._close(marks[k])

    def _reopens(self, marks: list[_Mark], k: int) -> bool:
        """Whether a single mark opens in mid-sentence, with a sentence or more behind it: the end before it is lost.

        One with a closing mark for itself and one for the outer quotation is nested.
        """
        mark = marks[k]
        if mark.place is not _Turn.OPENS or _SENTENCE_END.search(
            self.text[max(0, mark.start - 8) : mark.start]
        ):
            return False
        if _first_sentence(self.text, self.open_at, mark.start) == self.open_at:
            return False
        closes = _closing_single(self.text, marks, k)
        if closes is None:
            return False
        after = next((m for m in marks[closes + 1 :] if m.single and m.place is not _Turn.EITHER), None)
        return after is None or after.place is _Turn.OPENS

    def _begin_anew(self, mark: _Mark) -> None:
        """End a quotation whose closing mark is lost with its first sentence, and open the next one."""
        self._keep(_first_sentence(self.text, self.open_at, mark.start))
        self._finish(closed=False)
        self.opener, self.open_at, self.depth = mark, mark.end, 0

    def _step_double(self, marks: list[_Mark], k: int) -> None:
        mark = marks[k]
        assert self.opener is not None
        if mark.place is _Turn.OPENS or (mark.place is _Turn.EITHER and mark.shape is _Turn.OPENS):
            self._opens_again(marks, k)
        elif self.depth:
            self.depth -= 1
        else:
            self._close(mark)

    def _opens_again(self, marks: list[_Mark], k: int) -> None:
        """A second opening mark: a chain on one line goes on, a nested quotation, or a lost end."""
        assert self.opener is not None
        mark = marks[k]
        rest = [m for m in marks[k + 1 :] if not m.single and m.start < mark.end + _NEAR]
        surplus = sum(1 if m.turn is _Turn.CLOSES else -1 for m in rest)
        if _SENTENCE_END.search(self.text[max(0, mark.start - 8) : mark.start]):
            self._keep(mark.start)
            self.opener, self.open_at = mark, mark.end
        elif surplus >= (1 if mark.style != self.opener.style else 2):
            self.depth += 1
        else:
            self._begin_anew(mark)

    def _close(self, mark: _Mark) -> None:
        self._keep(mark.start)
        self._finish(closed=True)

    def _keep(self, end: int) -> None:
        span = trimmed(self.text, Span(self.open_at, max(self.open_at, end)))
        if len(span):
            self.stretches.append(span)

    def _finish(self, *, closed: bool) -> None:
        if self.stretches:
            self.found.append(Quotation(tuple(self.stretches), closed))
        self.stretches, self.opener, self.depth = [], None, 0


def _repeated(text: str, mark: _Mark) -> bool:
    """Whether the attribution before a mark stands twice: They said: "said: "It was so"."""
    before = _LEADING.search(text[max(0, mark.start - _LEADING_REACH) : mark.start])
    after = _LED.match(text, mark.end)
    return before is not None and after is not None and before[1].lower() == after[1].lower()


def _first_sentence(text: str, start: int, end: int) -> int:
    """Return where the first sentence of a stretch ends; `start` where none ends before `end`."""
    found = _SENTENCE_BREAK.search(text, start, end)
    return found.end() if found else start


def _marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    marks = (_mark(text, paragraph, m) for m in _MARK.finditer(text, paragraph.start, paragraph.end))
    return [mark for mark in marks if mark is not None]


def _mark(text: str, paragraph: Paragraph, match: re.Match[str]) -> _Mark | None:
    """Return the mark at `match`, or None where it is an apostrophe or a measure."""
    sign, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    single = sign in _SINGLES
    if single and before.isalnum() and after.isalnum():
        return None
    if single and not before.isalnum() and sign != "‘" and _ELISION.match(text, end):
        return None
    if single and _POSSESSIVE.match(text, end) and _ABBREVIATED.search(text[max(0, start - 2) : start]):
        return None
    if sign == '"' and _INCHES.search(text[max(0, start - 5) : start]):
        return None
    shape = _Turn.OPENS if sign in _OPENERS else _Turn.CLOSES if sign in _CLOSERS else _Turn.EITHER
    place = _Turn.OPENS if _ellipsis_opens(text, start, end) else _place(before, after)
    return _Mark(start, end, single, _STYLES.get(sign, "curly"), shape, place)


def _ellipsis_opens(text: str, start: int, end: int) -> bool:
    """Whether a mark stands free before the dots that begin a shortened quotation: "“. . . I said so”"."""
    return (start == 0 or text[start - 1].isspace()) and _ELLIPSIS.match(text, end) is not None


def _place(before: str, after: str) -> _Turn:
    """Tell from the neighbours which way a mark turns."""
    left_free = bool(_BEFORE_OPENING.match(before)) or before in "\"“”„«'‘’"
    right_free = after.isspace() or after in ".,!?…;:)]}/–—-\"”»'’"
    if left_free and not right_free:
        return _Turn.OPENS
    if right_free and not left_free:
        return _Turn.CLOSES
    return _Turn.EITHER


def _closing_single(text: str, marks: list[_Mark], k: int) -> int | None:
    """Return the index of the single mark that closes the one at `k` in this paragraph, if one does."""
    for later in range(k + 1, len(marks)):
        if marks[later].single and marks[later].may_close() and _closes_single(text, marks, later):
            inner = sum(not m.single for m in marks[k + 1 : later])
            if inner % 2 == 0:
                return later
    return None


def _closes_single(text: str, marks: list[_Mark], k: int) -> bool:
    """Whether the single mark at `k` closes a quotation, not a plural possessive ("the officers' view")."""
    mark = marks[k]
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2]
    if before.lower() != "s" or not re.match(r"\s\w", after):
        return True
    for later in marks[k + 1 :]:
        if not later.single:
            continue
        if later.place is _Turn.OPENS:
            return True
        if later.may_close():
            return text[later.start - 1].lower() == "s" and not _BEFORE_CLOSING.match(
                text[later.end : later.end + 1]
            )
    return True
