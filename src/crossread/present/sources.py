"""Citations: exact words of one account, with the label and the paragraph a reader finds them by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from crossread.errors import EvidenceError
from crossread.record.article import Article, Paragraph, as_read, close_gaps
from crossread.record.span import Evidence, Span

# Characters that are looked at for a word before a phrase.
_BEFORE = 40
# The word before a phrase, an article aside.
_LAST_WORD = re.compile(r"(\w+)\s+(?:(?:the|a|an)\s+)?$", re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words of one account; `before` and `after` complete the paragraph around them."""

    label: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""

    @property
    def place(self) -> str:
        """Where to look it up: the account's label and the first code point of the words."""
        return f"{self.label}:{self.start}"

    @property
    def anchor(self) -> str:
        """The name of these words within a page."""
        return f"{self.label}-{self.start}-{self.end}"


@dataclass(frozen=True)
class Sources:
    """The accounts of one story in reading order, labelled A, B, … Z, AA, …"""

    articles: tuple[Article, ...]

    @cached_property
    def labels(self) -> dict[str, str]:
        """Labels by article id."""
        return {article.id: label(index) for index, article in enumerate(self.articles)}

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def _read(self) -> dict[str, Article]:
        return {article.id: as_read(article) for article in self.articles}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {id: [p.start for p in article.paragraphs] for id, article in self._read.items()}

    def cite(self, evidence: Evidence) -> Citation:
        """Return the citation of `evidence`.

        Raises EvidenceError when the words are not those of the account: wrong
        words must never be shown as a source's.
        """
        article = self._by_id.get(evidence.article)
        if article is None:
            raise EvidenceError(f"{evidence.article} is no account of this story")
        if not evidence.text or article.text[evidence.start : evidence.end] != evidence.text:
            raise EvidenceError(f"{evidence.article}: other words at [{evidence.start}, {evidence.end})")
        read = self._read[article.id]
        around = self._around(read, evidence.span)
        shown = close_gaps(evidence.span.of(read.text))
        return Citation(
            label=self.labels[article.id],
            start=evidence.start,
            end=evidence.end,
            text=shown if shown.strip() else evidence.text,
            before=close_gaps(read.text[around.start : evidence.start]),
            after=close_gaps(read.text[evidence.end : around.end]),
        )

    def stretch(self, first: Evidence, last: Evidence, longest: int) -> str:
        """Return the account's words from `first` up to where `last` starts.

        Empty where `last` does not follow `first` in the same account within `longest` characters.
        """
        if first.article != last.article or not first.start < last.start <= first.end + longest:
            return ""
        return close_gaps(self._read[first.article].text[first.start : last.start].strip())

    def word_before(self, evidence: Evidence) -> str:
        """Return the word before `evidence` in its sentence, an article ("the") left out; empty where none is."""
        before = self._read[evidence.article].text[max(0, evidence.start - _BEFORE) : evidence.start]
        found = _LAST_WORD.search(before)
        return found.group(1).lower() if found else ""

    def cite_all(self, evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
        """Return the citations of `evidence` without repeats, by account and position."""
        order = {article.id: index for index, article in enumerate(self.articles)}
        known = sorted(set(evidence), key=lambda e: (order.get(e.article, -1), e.start, e.end))
        return tuple(map(self.cite, known))

    def _around(self, article: Article, span: Span) -> Span:
        first = self._paragraph(article, span.start)
        last = self._paragraph(article, span.end - 1)
        return Span(
            min(span.start, first.start) if first else span.start,
            max(span.end, last.end) if last else span.end,
        )

    def _paragraph(self, article: Article, position: int) -> Paragraph | None:
        at = bisect_right(self._starts[article.id], position) - 1
        found = article.paragraphs[at] if at >= 0 else None
        return found if found and position < found.end else None


def label(index: int) -> str:
    """Return the label of the account at `index`: A … Z, AA, AB …"""
    letters = ""
    while index >= 0:
        letters = _LETTERS[index % 26] + letters
        index = index // 26 - 1
    return letters


def labels_of(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Return the labels of the accounts cited, in order, each once."""
    return tuple(sorted({citation.label for citation in citations}, key=label_order))


def by_account(citations: Iterable[Citation]) -> dict[str, tuple[Citation, ...]]:
    """Return the citations by account label, labels in order, each account's in the order given."""
    grouped: dict[str, list[Citation]] = {}
    for citation in citations:
        grouped.setdefault(citation.label, []).append(citation)
    return {name: tuple(grouped[name]) for name in sorted(grouped, key=label_order)}


def label_order(name: str) -> tuple[int, str]:
    """Return the key that sorts labels as they were given: A … Z, AA …"""
    return (len(name), name)
