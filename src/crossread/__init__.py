"""crossread: many accounts, one record.

    from crossread import Settings, SqliteStore, read

    with SqliteStore(Path("record.db")) as store:
        report = read(store, [Path("articles")], Settings(), as_of=date(2026, 1, 1))
        for story in store.stories():
            dossier = store.dossier(story.id)

The names below are the public surface; all else may change without notice.
They are loaded when first used, so that importing crossread costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "crossread.record.article",
    "CrossreadError": "crossread.errors",
    "Dossier": "crossread.record.dossier",
    "Evidence": "crossread.record.span",
    "RecordStore": "crossread.store.protocol",
    "RunReport": "crossread.pipeline",
    "Settings": "crossread.config",
    "SqliteStore": "crossread.store.sqlite",
    "Story": "crossread.record.story",
    "json_record": "crossread.export.json_record",
    "read": "crossread.pipeline",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"crossread has no public name {name!r}; there are: {', '.join(_HOMES)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*_HOMES, "__version__"]
