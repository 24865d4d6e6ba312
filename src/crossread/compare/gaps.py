"""The gaps that furniture leaves inside sentences, closed in what a dossier words itself.

Rooms read an account with such furniture blank (`record.article.as_read`), so their wordings hold runs of spaces as
long as it was, or one space; and words taken over from evidence hold the furniture. Evidence stays as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from crossread.record.annotation import Account
from crossread.record.article import Article, close_gaps
from crossread.record.dossier import Dossier
from crossread.record.span import Evidence

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Seam:
    """Furniture inside a sentence, with the word before it and the marks that go on right behind that word."""

    furniture: re.Pattern[str]
    parted: str
    whole: str

    def close(self, words: str) -> str:
        words = self.furniture.sub(" ", words)
        return words.replace(self.parted, self.whole) if self.parted != self.whole else words


def without_gaps(dossier: Dossier, accounts: Sequence[Account]) -> Dossier:
    """Return the dossier with the gaps in its own wordings closed."""
    seams = tuple(seam for account in accounts for seam in _seams(account))
    return _closed(dossier, seams) if seams else dossier


def _seams(account: Account) -> Iterator[_Seam]:
    text, read = account.article.text, account.text
    if text is read:
        return
    for paragraph in account.article.paragraphs:
        furniture = paragraph.span.of(text)
        if paragraph.telling or paragraph.span.of(read).strip():
            continue
        pattern = re.compile(r"\s*" + r"\s+".join(map(re.escape, furniture.split())) + r"\s*")
        word = read[: paragraph.start].split()[-1]
        behind = read[paragraph.end :].lstrip()[:2]
        joined = behind[:1] in "’'.,;:!?)"
        yield _Seam(pattern, f"{word} {behind}", f"{word}{behind}" if joined else f"{word} {behind}")


def _closed(value: _T, seams: Sequence[_Seam]) -> _T:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        words = close_gaps(value)
        for seam in seams:
            words = seam.close(words)
        return words  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_closed(one, seams) for one in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, Evidence | Article):
        return value
    given: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    closed = {name: _closed(one, seams) for name, one in given.items()}
    return value if closed == given else replace(value, **closed)  # type: ignore[type-var]
