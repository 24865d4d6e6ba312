"""The accounts in full, with every cited stretch marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from crossread.present import words
from crossread.present.parts.sharing import Shared
from crossread.present.sources import Citation, Sources
from crossread.record.article import Article, Paragraph, Role
from crossread.record.span import Span

# Stretches by their place: account label, start, end; with the labels of accounts that have the same words.
_SharedWith = Mapping[tuple[str, int, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cited stretch and what it holds, other marked stretches included.

    `anchor` is its name within a page, "" for the rest of a stretch that had to
    be cut; `shared_with` are the labels of accounts with the same words.
    """

    anchor: str
    shared_with: tuple[str, ...]
    parts: tuple[str | Marked, ...]


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph: its place, role, whether it tells the story, and its text in marked stretches."""

    label: str
    start: int
    role: str
    telling: bool
    parts: tuple[str | Marked, ...]

    @property
    def anchor(self) -> str:
        return f"{self.label}-{self.start}"


@dataclass(frozen=True, slots=True)
class FullText:
    """One account in full."""

    label: str
    paragraphs: tuple[TextParagraph, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    anchor: str
    shared_with: tuple[str, ...]


def build(sources: Sources, cited: Iterable[Citation], passages: Iterable[Shared]) -> tuple[FullText, ...]:
    """Return the accounts in full; `passages` are the shared ones among what is `cited`."""
    shared_with = _shared_with(passages)
    spans: dict[str, set[tuple[int, int]]] = {name: set() for name in sources.labels.values()}
    for citation in cited:
        spans[citation.label].add((citation.start, citation.end))
    return tuple(
        _text(article, name, _stretches(name, spans[name], shared_with))
        for article, name in zip(sources.articles, sources.labels.values(), strict=True)
    )


def _shared_with(passages: Iterable[Shared]) -> _SharedWith:
    found: dict[tuple[str, int, int], tuple[str, ...]] = {}
    for passage in passages:
        for c in passage.citations:
            others = tuple(label for label in passage.labels if label != c.label)
            place = (c.label, c.start, c.end)
            found[place] = tuple(dict.fromkeys((*found.get(place, ()), *others)))
    return found


def _stretches(name: str, spans: set[tuple[int, int]], shared_with: _SharedWith) -> list[_Stretch]:
    return [
        _Stretch(Span(start, end), f"{name}-{start}-{end}", shared_with.get((name, start, end), ()))
        for start, end in sorted(spans, key=_outer_first)
    ]


def _outer_first(span: tuple[int, int]) -> tuple[int, int]:
    return (span[0], -span[1])


def _text(article: Article, name: str, stretches: list[_Stretch]) -> FullText:
    placed: set[str] = set()
    paragraphs = []
    for paragraph in _paragraphs(article, stretches):
        pieces = _within(paragraph.span, stretches, placed)
        parts = nest(article.text, paragraph.span, pieces)
        role = words.ROLES[paragraph.role]
        paragraphs.append(TextParagraph(name, paragraph.start, role, paragraph.telling, parts))
    return FullText(name, tuple(paragraphs))


def _paragraphs(article: Article, stretches: list[_Stretch]) -> list[Paragraph]:
    """Return the paragraphs, and as one more each cited stretch that lies in none: its link must lead there."""
    loose = {
        stretch.span
        for stretch in stretches
        if not any(stretch.span.overlaps(p.span) for p in article.paragraphs)
    }
    added = [Paragraph(span.start, span.end, Role.BODY) for span in loose]
    return sorted([*article.paragraphs, *added], key=lambda p: (p.start, p.end))


def _within(border: Span, stretches: list[_Stretch], placed: set[str]) -> list[_Stretch]:
    """Return the stretches cut to a paragraph; an anchor stays with the first piece of its stretch."""
    pieces = []
    for stretch in stretches:
        if border.overlaps(stretch.span):
            span = Span(max(border.start, stretch.span.start), min(border.end, stretch.span.end))
            anchor = "" if stretch.anchor in placed else stretch.anchor
            placed.add(stretch.anchor)
            pieces.append(replace(stretch, span=span, anchor=anchor))
    return sorted(pieces, key=lambda s: (s.span.start, -s.span.end))


def nest(text: str, border: Span, stretches: list[_Stretch]) -> tuple[str | Marked, ...]:
    """Return the words within `border`, each stretch around those inside it.

    Stretches come sorted by start, longer first. One that crosses the end of an
    earlier one is cut there, and its rest follows as a stretch without anchor.
    """
    parts: list[str | Marked] = []
    position, queue = border.start, stretches
    while queue:
        outer = queue[0]
        inside, queue = _inside(outer, queue[1:])
        if outer.span.start > position:
            parts.append(text[position : outer.span.start])
        parts.append(Marked(outer.anchor, outer.shared_with, nest(text, outer.span, inside)))
        position = outer.span.end
    if position < border.end:
        parts.append(text[position : border.end])
    return tuple(parts)


def plain(parts: Iterable[str | Marked]) -> str:
    """Return the words of a paragraph without their marks."""
    return "".join(part if isinstance(part, str) else plain(part.parts) for part in parts)


def _inside(outer: _Stretch, rest: list[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]]:
    """Part `rest` into what lies in `outer` and what comes after, cutting what crosses its end."""
    inside, after = [], []
    for stretch in rest:
        span, end = stretch.span, outer.span.end
        if span.end <= end:
            inside.append(stretch)
        elif span.start >= end:
            after.append(stretch)
        else:
            inside.append(replace(stretch, span=Span(span.start, end)))
            after.append(replace(stretch, span=Span(end, span.end), anchor=""))
    return inside, sorted(after, key=lambda s: (s.span.start, -s.span.end))
