"""What the JSON Lines filters share: their input, and how failures are reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

import click

from crossread.cli.main import OK, SOME_FAILED
from crossread.config import Settings
from crossread.ingest import Reading, read_stream
from crossread.ingest.outcome import Outcome


def readings(file: BinaryIO, settings: Settings, as_of: date) -> Iterator[Reading]:
    """Yield a reading for each line of `file`."""
    return read_stream(file, getattr(file, "name", "input"), settings, as_of)


def report(outcomes: Iterable[Outcome]) -> int:
    """Write to standard error what became of each input that is not simply read; return the exit status."""
    status = OK
    for outcome in outcomes:
        if outcome.reason:
            remedy = f" ({outcome.remedy})" if outcome.remedy else ""
            kind = outcome.status.value.replace("_", " ")
            click.echo(f"{kind}: {outcome.ref}: {outcome.reason}{remedy}", err=True)
        if outcome.failed:
            status = SOME_FAILED
    return status
