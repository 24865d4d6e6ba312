"""Positions in an article's text.

Everything in crossread points into text by half-open ranges of Unicode code
points, which is how Python indexes `str`.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.errors import EvidenceError

_set = object.__setattr__


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # As a frozen dataclass does it, without another call to check: a large story has a million spans.
        if not 0 <= start <= end:
            raise EvidenceError(f"not a span: [{start}, {end})")
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """Return how many code points the two spans have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def hull(spans: tuple[Span, ...]) -> Span:
    """Return the smallest span that contains all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends."""
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    kept = len(words.strip())
    return Span(span.start + left, span.start + left + kept)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of one article together with its exact words."""

    article: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def overlaps(self, other: Evidence) -> bool:
        """Whether both are of one article and have words in common."""
        return self.article == other.article and self.span.overlaps(other.span)


def evidence(article: str, text: str, span: Span) -> Evidence:
    """Cut the evidence for `span` out of an article's `text`.

    Raises EvidenceError when the span is empty or reaches past the text.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise EvidenceError(f"article {article}: no words at [{span.start}, {span.end})")
    return Evidence(article, span.start, span.end, span.of(text))
