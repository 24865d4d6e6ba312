"""The gaps that furniture leaves inside sentences, closed in what a dossier words itself.

Rooms read an account with such furniture blank (`record.article.as_read`), so their wordings hold runs of spaces as
long as it was. Evidence stays as it stands in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from crossread.record.annotation import Account
from crossread.record.article import Article, close_gaps
from crossread.record.dossier import Dossier
from crossread.record.span import Evidence

_T = TypeVar("_T")


def without_gaps(dossier: Dossier, accounts: Sequence[Account]) -> Dossier:
    """Return the dossier with the gaps in its own wordings closed."""
    if all(account.text is account.article.text for account in accounts):
        return dossier
    return _closed(dossier)


def _closed(value: _T) -> _T:
    if isinstance(value, Enum):
        return value  # some kinds are strings too
    if isinstance(value, str):
        return close_gaps(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(map(_closed, value))  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, Evidence | Article):
        return value
    given: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    closed = {name: _closed(one) for name, one in given.items()}
    return value if closed == given else replace(value, **closed)  # type: ignore[type-var]
