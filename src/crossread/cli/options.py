"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from crossread.config import DEFAULT_LANGUAGE_MODEL

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_RECORD = Path("record.db")


def parse_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date:
    """Return the day an option gives, or today."""
    if value is None:
        return today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from None


def today() -> date:
    """Return the day of this run: the one place where a clock is read, as the default of --as-of."""
    return datetime.now(UTC).astimezone().date()


def as_of_option(command: F) -> F:
    return click.option(
        "--as-of",
        callback=parse_day,
        default=None,
        metavar="DAY",
        help="The reading day (YYYY-MM-DD): no article can be later. Today by default; kept with each article.",
    )(command)


def language_model_option(command: F) -> F:
    return click.option(
        "--language-model",
        default=DEFAULT_LANGUAGE_MODEL,
        metavar="NAME",
        show_default=True,
        help="The language model: the shipped one, or any installed spaCy pipeline.",
    )(command)


def workers_option(command: F) -> F:
    return click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=None,
        metavar="N",
        help="Processes for the language analysis; by default one for each core on long work.",
    )(command)
