"""What an article is to a record that holds others: new, known, or another version of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from crossread.ingest.outcome import Status
from crossread.record.article import Article


class Arrivals:
    """Judges the articles of one run as they come, against what the record held before it.

    `history` gives for each ref the ids of the articles read under it, the
    last one last. A ref may come several times in one run (lines with one
    id); only its last text is what it says now. So a text that the ref had
    before is put aside until the run is over: it is a new version again only
    if nothing came after it.
    """

    def __init__(self, history: Mapping[str, tuple[str, ...]], known: Collection[str]) -> None:
        self._history = dict(history)
        self._known = set(known)
        self._aside: dict[str, Article] = {}
        self._overtaken: list[Article] = []

    def judge(self, article: Article) -> tuple[Status | None, Article]:
        """Return what `article` is, None where that is not settled yet; and the article with its `version_of`."""
        history = self._history.get(article.ref, ())
        earlier = self._aside.pop(article.ref, None)
        if earlier is not None:
            self._overtaken.append(earlier)
        if not history:
            status = self._first(article)
        elif history[-1] == article.id:
            return Status.UNCHANGED, article
        elif article.id in history:
            self._aside[article.ref] = article
            return None, article
        else:
            status = Status.NEW_VERSION
        self._history[article.ref] = (*history, article.id)
        self._known.add(article.id)
        return status, replace(article, version_of=history[-1] if history else None)

    def _first(self, article: Article) -> Status:
        if article.id in self._known:
            return Status.DUPLICATE
        return Status.READ if article.analysed else Status.KEPT

    def returned(self) -> Iterator[tuple[Article, Status]]:
        """Yield at the end of the run the articles that were put aside, with what they turned out to be."""
        for article in self._overtaken:
            yield article, Status.UNCHANGED
        for article in self._aside.values():
            yield article, Status.NEW_VERSION
