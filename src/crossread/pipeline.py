"""The stages joined: paths in, an up-to-date record out.

Every stage asks the store what is missing, works it out in reading order, and
keeps it in small transactions. So a run that was killed at any moment is
completed by the next one, to the same content as if it had never been killed;
and reading the same input again finds nothing missing.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from crossread import __version__
from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import Settings
from crossread.errors import CrossreadError
from crossread.ingest import Reading, read_inputs
from crossread.ingest.outcome import Outcome, Status
from crossread.language.backends import open_backend
from crossread.language.pool import batches, work_through
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article
from crossread.record.ids import content_id
from crossread.record.run import ModelUse, Run
from crossread.record.story import Membership
from crossread.store.protocol import RecordStore
from crossread.stories.stream import Grouper
from crossread.stories.title import story_title

# Articles kept in one transaction while reading, and analysed in one batch: small enough that a killed run
# loses seconds, large enough that commits and pickling cost little (8 to 128 tried on 500 articles).
_BATCH = 32

# Articles below which starting worker processes (about 2 s each) costs more than it saves.
_WORTH_A_POOL = 60

Found = tuple[Analysis, Annotation]
Progress = Callable[[str, int, int | None], None]
"""Called with a stage's name, how many of its items are done, and how many there are if that is known."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: an outcome for each input, failures of single articles, stories made or updated."""

    outcomes: tuple[Outcome, ...]
    stories: tuple[str, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(o for o in self.outcomes if o.status is Status.FAILED)


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    pass


def read(
    store: RecordStore,
    paths: Sequence[Path],
    settings: Settings,
    as_of: date,
    *,
    workers: int = 1,
    progress: Progress = _silent,
) -> RunReport:
    """Read `paths` into the record and bring all of it up to date.

    One bad input never stops the rest: it becomes an outcome with its reason.
    Raises LanguageError for an unknown language model, StoreError where the
    record cannot be written.
    """
    outcomes = list(_ingest(store, paths, settings, as_of, progress))
    failures = _annotate(store, settings, workers, progress)
    _group(store, settings, progress)
    changed = _compare(store, progress)
    return RunReport((*outcomes, *failures), tuple(changed))
