"""Sentences as a reader sees them, where the language model cut one in two."""

from __future__ import annotations

from bisect import bisect_right

from crossread.record.analysis import Analysis
from crossread.record.article import Article
from crossread.record.span import Span, trimmed
from crossread.text.runons import breaks_at

_CLOSERS = "\"'”’)]» "
_ENDS = tuple(".!?…")
_GOING_ON = ",;"  # a sentence never begins with these: "… (D-N.Y.), both called for a vote"


def whole_sentence(article: Article, analysis: Analysis, position: int) -> Span | None:
    """Return the sentence at `position`, joined with its neighbours where no mark ends it between.

    Never crosses a paragraph. None where no sentence covers the position.
    """
    here = analysis.sentence_at(position)
    paragraph = article.paragraph_at(position)
    if here is None or paragraph is None:
        return None
    at = bisect_right(analysis.sentences, position, key=lambda sentence: sentence.start) - 1
    first = last = at
    while first > 0 and _goes_on(article.text, analysis, first - 1, paragraph.span):
        first -= 1
    while last + 1 < len(analysis.sentences) and _goes_on(article.text, analysis, last, paragraph.span):
        last += 1
    return trimmed(article.text, Span(analysis.sentences[first].start, analysis.sentences[last].end))


def _goes_on(text: str, analysis: Analysis, at: int, paragraph: Span) -> bool:
    """Whether sentence number `at` has no end of its own and the next one stands in its paragraph."""
    if at + 1 >= len(analysis.sentences):
        return False
    one, following = analysis.sentences[at], analysis.sentences[at + 1]
    ended = text[one.start : one.end].rstrip().rstrip(_CLOSERS).endswith(_ENDS)
    if ended and text[following.start] not in _GOING_ON:
        return False
    inside = paragraph.contains(one.span) and paragraph.contains(following.span)
    return inside and not _new_start(text, one.span, following.span)


def _new_start(text: str, span: Span, following: Span) -> bool:
    """Whether the gap itself parts them: a line break, a wide space, or a place where a break was lost."""
    return (
        breaks_at(text, following.start)
        or "\n" in text[span.end : following.start]
        or "  " in text[span.end : following.start]
    )
