"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from crossread.config import DEFAULT_LANGUAGE_MODEL, Settings

F = TypeVar("F", bound=Callable[..., Any])

# Dates are reckoned some years ahead of the reading day, and calendars of computers end with the year 9999.
_LAST_DAY = date(2999, 12, 31)

DEFAULT_RECORD = Path("record.db")


def parse_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date:
    """Return the day an option gives, or today."""
    if value is None:
        return today()
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from None
    if day > _LAST_DAY:
        raise click.BadParameter(f"{value} is too far ahead; the last day that can be given is {_LAST_DAY}")
    return day


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


def max_bytes_option(command: F) -> F:
    return click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=Settings().max_input_bytes,
        metavar="N",
        show_default=True,
        help="The largest input that is read, in bytes.",
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
