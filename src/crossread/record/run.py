"""What made a record: versions, models, settings, reading day; and what became of each input."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crossread.config import Settings


@dataclass(frozen=True, slots=True)
class ModelUse:
    """A model by the name the user knows and the digest of its files."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a record was made with. `as_of` is the latest reading day of its articles."""

    version: str
    settings: Settings
    models: tuple[ModelUse, ...] = ()
    as_of: date | None = None
