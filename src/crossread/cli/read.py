"""`crossread read`: the main job."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from crossread.cli.main import SOME_FAILED
from crossread.cli.options import as_of_option, language_model_option, max_bytes_option, workers_option
from crossread.cli.record import links_of, reading_day
from crossread.cli.terminal import console, error_console, progress_bar
from crossread.config import Settings
from crossread.errors import StoreError
from crossread.ingest.outcome import Outcome, Status
from crossread.pipeline import RunReport, read
from crossread.present.report import write
from crossread.present.terminal import render
from crossread.present.view import view_of
from crossread.record.story import ProposalKind
from crossread.store.sqlite import SqliteStore

# Dossiers printed after a read; a longer list is better read with `crossread show` or as a report.
MAX_PRINTED = 10


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="RECORD.db",
    help="The record to build or update; without it nothing is kept.",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    default=None,
    metavar="OUT",
    help="Write the dossiers as HTML: one file for one story, a folder with an index for many.",
)
@as_of_option
@language_model_option
@max_bytes_option
@workers_option
def command(
    paths: tuple[Path, ...],
    into: Path | None,
    report: Path | None,
    as_of: date,
    language_model: str,
    max_bytes: int,
    workers: int | None,
) -> None:
    """Read articles from PATHS (text files, JSON Lines, folders of them), build or update a record,
    and print each story's dossier in short."""
    settings = Settings(language_model=language_model, max_input_bytes=max_bytes)
    with _record(into) as record, SqliteStore(record) as store:
        with progress_bar() as progress:
            done = read(
                store, paths, settings, as_of, workers=workers or os.cpu_count() or 1, progress=progress
            )
        _print_outcomes(done)
        _print_proposals(done)
        if report is not None:
            _write_report(store, report)
        # Last, since whoever reads along may stop listening (`crossread read … | head`).
        _print_dossiers(store, done)
    if done.failed:
        sys.exit(SOME_FAILED)


@contextmanager
def _record(into: Path | None) -> Iterator[Path]:
    if into is None:
        with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
            yield Path(folder) / "record.db"
        return
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise StoreError(
            f"{into}: its folder cannot be made: {wrong.strerror} (name another with --into)"
        ) from wrong
    yield into


def _print_dossiers(store: SqliteStore, done: RunReport) -> None:
    """Print the stories of several accounts first, the largest first, and say how many more there are."""
    changed = set(done.stories)
    stories = [story for story in store.compared() if story.id in changed]
    stories.sort(key=lambda story: -len(story.members))
    out, links = console(), links_of(store)
    for story in stories[:MAX_PRINTED]:
        view = view_of(store.dossier(story.id), as_of=reading_day(store), links=links)
        render(view, out, short=True)
        out.print()
    if len(stories) > MAX_PRINTED:
        out.print(f"… and {len(stories) - MAX_PRINTED} more stories: crossread show {store.path}")


def _write_report(store: SqliteStore, out: Path) -> None:
    stories = store.compared()
    if not stories:
        error_console().print(f"no report: there is no story to write to {out}", soft_wrap=True, markup=False)
        return
    dossiers = (store.dossier(story.id) for story in stories)
    try:
        written = write(dossiers, out, as_of=reading_day(store), links=links_of(store))
    except OSError as wrong:
        reason = f"{out}: the report cannot be written: {wrong.strerror} (name another place with --report)"
        raise StoreError(reason) from wrong
    error_console().print(f"report: {written[0]}", soft_wrap=True, highlight=False)


def _print_outcomes(done: RunReport) -> None:
    """Print what became of the inputs: counts for the good ones, a line for each other one."""
    out = error_console()
    counts: dict[Status, int] = {}
    for outcome in done.outcomes:
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
        if outcome.reason:
            out.print(_line(outcome), soft_wrap=True, highlight=False, markup=False)
    summary = ", ".join(f"{count} {status.value.replace('_', ' ')}" for status, count in counts.items())
    out.print(f"inputs: {summary or 'none'}", soft_wrap=True, highlight=False, markup=False)


def _print_proposals(done: RunReport) -> None:
    """Say which stories turned out to be one, or two: addresses that somebody may have seen."""
    out = error_console()
    for proposal in done.proposals:
        if proposal.kind is ProposalKind.MERGE:
            told = f"{proposal.other} is part of {proposal.story} now"
        elif proposal.kind is ProposalKind.SPLIT:
            told = f"{len(proposal.articles)} articles of {proposal.story} are {proposal.other} now"
        else:
            continue
        out.print(f"stories: {told} ({proposal.reason})", soft_wrap=True, highlight=False, markup=False)


def _line(outcome: Outcome) -> str:
    remedy = f" ({outcome.remedy})" if outcome.remedy else ""
    return f"{outcome.status.value.replace('_', ' ')}: {outcome.ref}: {outcome.reason}{remedy}"
