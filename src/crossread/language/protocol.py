"""What a language backend must do, whatever library or model is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from crossread.record.analysis import Analysis
from crossread.record.article import Article


class LanguageBackend(Protocol):
    """Turns articles into analyses in the UD scheme (record/analysis.py).

    An analysis depends on its article alone, not on what is analysed with it.
    Implementations need not be thread-safe; a process pool gives each worker
    its own.
    """

    @property
    def name(self) -> str:
        """The name a user gives to choose this backend's model."""

    @property
    def digest(self) -> str:
        """The digest of the model's files: equal digests give equal analyses."""

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order."""
