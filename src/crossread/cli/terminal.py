"""Consoles and the progress bar: coloured for a person, plain when piped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

# Columns of a piped dossier: what fits any terminal and mail.
PLAIN_WIDTH = 80

if TYPE_CHECKING:
    from crossread.pipeline import Progress as OnProgress


class Output(Console):
    """A console on standard output; that nobody listens any more (`crossread show | head`) is no failure."""

    def on_broken_pipe(self) -> None:
        try:
            super().on_broken_pipe()
        except SystemExit:
            raise SystemExit(0) from None


def console() -> Console:
    """Return the console on standard output."""
    out = Output(highlight=False, soft_wrap=False)
    return out if out.is_terminal else Output(highlight=False, width=PLAIN_WIDTH, color_system=None)


def error_console() -> Console:
    """Return the console on standard error, for messages that are no result."""
    return Console(stderr=True, highlight=False)


@contextmanager
def progress_bar() -> Iterator[OnProgress]:
    """Yield a function that shows how far each stage is; silent where standard error is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    out = error_console()
    with Progress(*columns, console=out, transient=True, disable=not out.is_terminal) as bar:
        tasks = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show
