"""Whether words of a text are whole as they stand: a sentence that begins and ends, with its marks in pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.record.annotation import Account
from crossread.record.span import Span, trimmed
from crossread.text.datelines import behind_dateline

# "But on Friday the office …": what ties a sentence to the one before it is left out at its head.
_TIED = re.compile(
    r"(?:(?:But|And|So(?! (?:far|long|many|much)\b)|Yet|Then),? |then |so |"
    r"(?:Still|Then|However|Meanwhile|Separately|Instead|Also|Nevertheless|Nonetheless|Later|"
    r"In (?:return|response|addition|turn)|As a result|At the same time), )+"
)
_BULLET = re.compile(r"[-–—―]+ |[*•●]+ ?|Photo (?=[A-Z]{2})")
# Whose picture it is, run into the sentence.
_CREDIT = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}/ ?(?:Reuters|REUTERS|AP|AFP|EPA|(?:The )?Associated Press|Getty Images|Bloomberg)"
    r"(?: Photo| Images)? (?=[A-Z])"
)
_ENDS = re.compile(r"[.!?…:][\"'”’)\]\s\u200b]*$")
_NEXT_OPENS = ' "'  # the mark of the sentence behind
_OPENING_MARKS = '“"'
_CLOSING = '”"'


def without_ties(text: str, span: Span) -> Span:
    """Return the span without what its page sets before it and the words that tie it to what stands before."""
    span = behind_head(text, span)
    if found := _TIED.match(text, span.start, span.end):
        span = Span(found.end(), span.end)
    end = span.end - len(_NEXT_OPENS) if span.of(text).endswith(_NEXT_OPENS) else span.end
    return trimmed(text, Span(span.start, end))


def behind_head(text: str, span: Span) -> Span:
    """Return the span without a picture's credit, a bullet and a dateline."""
    start = span.start
    for pattern in (_CREDIT, _BULLET):
        if found := pattern.match(text, start, span.end):
            start = found.end()
    return behind_dateline(text, Span(start, span.end))


def is_sentence(account: Account, span: Span, sentence: Span) -> bool:
    """Whether the words that are left of a sentence begin and end as one does."""
    text = span.of(account.text)
    begins = not text[:1].islower() or span.start > sentence.start  # behind a "But"
    return bool(_ENDS.search(text)) and begins


def evened(text: str, parts: Sequence[Span], account: Account, quoted: Sequence[Span]) -> str | None:
    """Return the line with its marks in pairs; None where they are not, for a caption and a lead to words that follow.

    A quotation that goes on behind the line is marked so; what stood before the line of one is needed.
    """
    after = account.text[parts[-1].end : parts[-1].end + 1]
    if after == ":" or text.endswith(":"):
        return None
    within = any(span.start <= parts[0].start < span.end for span in quoted)
    before, open_ = _unpaired(text, within=within)
    if open_ and any(span.start < parts[-1].end < span.end for span in quoted):
        text, open_ = f"{text} …”", False
    return None if before or open_ else text


def _unpaired(text: str, *, within: bool) -> tuple[bool, bool]:
    """Return whether a quotation closes in the text that began before it, and whether one stays open.

    `within` says that the text begins inside a quotation.
    """
    before, inside = False, False
    if within and text[:1] not in _OPENING_MARKS:
        closing = min((text.find(mark) for mark in _CLOSING if mark in text), default=-1)
        if closing >= 0 and "“" not in text[:closing]:
            before, text = True, text[closing + 1 :]
    for mark in text:
        if mark == "“" or (mark == '"' and not inside):
            inside = True
        elif mark in _CLOSING:
            before, inside = before or not inside, False
    return before, inside
