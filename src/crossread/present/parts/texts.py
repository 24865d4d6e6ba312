"""The accounts in full, with every cited stretch marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.present import words
from crossread.present.sources import Citation, Sources
from crossread.record.article import Article, Paragraph
from crossread.record.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A cited stretch: the anchors that open it, and what it holds, other marked stretches included.

    `shared` says that another account has the same wording.
    """

    anchors: tuple[str, ...]
    shared: bool
    parts: tuple[str | Marked, ...]


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph: its place, role, whether it tells the story, and its text in marked stretches."""

    label: str
    start: int
    role: str
    telling: bool
    reason: str
    parts: tuple[str | Marked, ...]

    @property
    def place(self) -> str:
        return f"{self.label}:{self.start}"

    @property
    def anchor(self) -> str:
        return f"{self.label}-{self.start}"


@dataclass(frozen=True, slots=True)
class FullText:
    """One account in full."""

    label: str
    language: str
    paragraphs: tuple[TextParagraph, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    anchors: tuple[str, ...]
    shared: bool


def build(sources: Sources, cited: Iterable[Citation], shared: Iterable[Citation]) -> tuple[FullText, ...]:
    """Return the accounts in full; `shared` are those of the `cited` stretches that others have too."""
    common = {(c.label, c.start, c.end) for c in shared}
    spans: dict[str, set[tuple[int, int]]] = {name: set() for name in sources.labels.values()}
    for citation in cited:
        spans[citation.label].add((citation.start, citation.end))
    return tuple(
        _text(article, name, _stretches(name, spans[name], common))
        for article, name in zip(sources.articles, sources.labels.values(), strict=True)
    )


def _stretches(name: str, spans: set[tuple[int, int]], common: set[tuple[str, int, int]]) -> list[_Stretch]:
    return [
        _Stretch(Span(start, end), (f"{name}-{start}-{end}",), (name, start, end) in common)
        for start, end in sorted(spans, key=lambda s: (s[0], -s[1]))
    ]


def _text(article: Article, name: str, stretches: list[_Stretch]) -> FullText:
    placed: set[str] = set()
    paragraphs = []
    for paragraph in article.paragraphs:
        inside = _within(paragraph.span, stretches, placed)
        paragraphs.append(_paragraph(article, name, paragraph, inside))
    return FullText(name, article.language or "", tuple(paragraphs))


def _within(border: Span, stretches: list[_Stretch], placed: set[str]) -> list[_Stretch]:
    """Return the stretches cut to a paragraph; an anchor stays with the first piece of its stretch."""
    pieces = []
    for stretch in stretches:
        start, end = max(border.start, stretch.span.start), min(border.end, stretch.span.end)
        if start < end:
            fresh = tuple(a for a in stretch.anchors if a not in placed)
            placed.update(fresh)
            pieces.append(_Stretch(Span(start, end), fresh, stretch.shared))
    return pieces


def _paragraph(article: Article, name: str, paragraph: Paragraph, stretches: list[_Stretch]) -> TextParagraph:
    return TextParagraph(
        label=name,
        start=paragraph.start,
        role=words.ROLES[paragraph.role],
        telling=paragraph.telling,
        reason=paragraph.reason,
        parts=nest(article.text, paragraph.span, stretches),
    )


def nest(text: str, border: Span, stretches: list[_Stretch]) -> tuple[str | Marked, ...]:
    """Return the words within `border`, each stretch around those inside it.

    Stretches come sorted by start, longer first. One that crosses the end of an
    earlier one is cut there, and its rest follows as a stretch without anchor.
    """
    parts: list[str | Marked] = []
    position, queue = border.start, list(stretches)
    while queue:
        outer = queue.pop(0)
        inside, crossing = _inside(outer, queue)
        queue = crossing
        if outer.span.start > position:
            parts.append(text[position : outer.span.start])
        parts.append(Marked(outer.anchors, outer.shared, nest(text, outer.span, inside)))
        position = outer.span.end
    if position < border.end:
        parts.append(text[position : border.end])
    return tuple(parts)


def _inside(outer: _Stretch, rest: list[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]]:
    """Part `rest` into what lies in `outer` and what comes after, cutting what crosses its end."""
    inside, after = [], []
    for stretch in rest:
        span = stretch.span
        if span.end <= outer.span.end:
            inside.append(stretch)
        elif span.start >= outer.span.end:
            after.append(stretch)
        else:
            inside.append(_Stretch(Span(span.start, outer.span.end), stretch.anchors, stretch.shared))
            after.append(_Stretch(Span(outer.span.end, span.end), (), stretch.shared))
    return inside, sorted(after, key=lambda s: (s.span.start, -s.span.end))
