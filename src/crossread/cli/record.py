"""What commands ask of a record."""

from __future__ import annotations

from datetime import date

from crossread.errors import StoreError
from crossread.record.story import Links, linked
from crossread.store.sqlite import SqliteStore


def reading_day(store: SqliteStore) -> date:
    """Return the day against which a record's dossiers were made: the latest reading day of its articles.

    Raises StoreError for a record into which nothing was read yet.
    """
    run = store.run()
    if run is None or run.as_of is None:
        raise StoreError(f"{store.path}: no article was read into this record yet")
    return run.as_of


def links_of(store: SqliteStore) -> Links:
    """Return how the stories that have a dossier hang together."""
    return linked(store.compared(), store.proposals(), store.redirects())
