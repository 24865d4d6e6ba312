"""Excerpts: whole paragraphs of an account with the cited words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.present.sources import Citation


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph of one account; `parts` are its words in order and whether each part is cited."""

    label: str
    citations: tuple[Citation, ...]
    parts: tuple[tuple[str, bool], ...]


def excerpts(citations: Iterable[Citation]) -> tuple[Excerpt, ...]:
    """Return one excerpt for each paragraph that the citations lie in, in the order of the citations."""
    grouped: dict[tuple[str, int, int], list[Citation]] = {}
    for citation in citations:
        start, end = citation.start - len(citation.before), citation.end + len(citation.after)
        grouped.setdefault((citation.label, start, end), []).append(citation)
    return tuple(_excerpt(label, start, group) for (label, start, _), group in grouped.items())


def _excerpt(label: str, start: int, group: list[Citation]) -> Excerpt:
    text = group[0].before + group[0].text + group[0].after
    parts: list[tuple[str, bool]] = []
    position = 0
    for first, last in _merged((c.start - start, c.end - start) for c in group):
        parts += [(text[position:first], False), (text[first:last], True)]
        position = last
    parts.append((text[position:], False))
    return Excerpt(label, tuple(group), tuple(part for part in parts if part[0]))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges sorted, those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
