"""Inputs of all kinds to articles, with an outcome and its reason for each.

`read_inputs` is the way in; it streams, so memory is bounded by the largest
single input, and one bad input never stops the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from crossread.config import Settings
from crossread.errors import InputError
from crossread.ingest.articles import article as make_article
from crossread.ingest.jsonl import read_lines
from crossread.ingest.outcome import Outcome, Status, failure
from crossread.ingest.plain import decode
from crossread.ingest.walk import File, find, read_bytes, unreadable
from crossread.record.article import Article, Submission
from crossread.record.ids import bytes_digest

__all__ = ["Reading", "read_inputs", "read_stream"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One input read: what became of it, its article, and the raw bytes that hold the article.

    `article` is None, and `raw` empty, where the outcome is a failure or a
    skip. `article.raw` is the digest of `raw`.
    """

    outcome: Outcome
    article: Article | None = None
    raw: bytes = b""


def read_inputs(paths: Iterable[Path], settings: Settings, as_of: date) -> Iterator[Reading]:
    """Yield a reading for each input at and below `paths`, in order.

    Never raises for what an input is or holds.
    """
    for found in find(paths):
        if isinstance(found, Outcome):
            yield Reading(found)
        elif found.extension == ".jsonl":
            yield from _json_lines(found, settings, as_of)
        else:
            yield _text_file(found, settings, as_of)


def read_stream(stream: BinaryIO, name: str, settings: Settings, as_of: date) -> Iterator[Reading]:
    """Yield a reading for each line of a stream of JSON Lines; `name` stands for it in outcomes."""
    try:
        for line in read_lines(stream, name, settings.max_input_bytes):
            if isinstance(line, InputError):
                yield Reading(failure(line))
            else:
                yield _reading(line.submission, line.raw, line.notes, as_of)
    except InputError as error:
        yield Reading(failure(error))
    except OSError as error:
        yield Reading(failure(unreadable(name, error)))


def _json_lines(file: File, settings: Settings, as_of: date) -> Iterator[Reading]:
    try:
        stream = file.path.open("rb")
    except OSError as error:
        yield Reading(failure(unreadable(file.ref, error)))
        return
    empty = True
    with stream:
        for reading in read_stream(stream, file.ref, settings, as_of):
            empty = False
            yield reading
    if empty:
        yield Reading(failure(InputError(file.ref, "empty: no lines", "check how it was saved")))


def _text_file(file: File, settings: Settings, as_of: date) -> Reading:
    try:
        raw = read_bytes(file, settings.max_input_bytes)
        decoded = decode(raw, file.ref)
    except InputError as error:
        return Reading(failure(error))
    notes = (decoded.note,) if decoded.note else ()
    return _reading(Submission(file.ref, decoded.text, bytes_digest(raw)), raw, notes, as_of)


def _reading(submission: Submission, raw: bytes, notes: tuple[str, ...], as_of: date) -> Reading:
    made = make_article(submission, as_of)
    reasons = list(notes)
    if made.published and made.published.earliest > as_of:
        reasons.append(f"published after the reading day {as_of.isoformat()}")
    if not made.analysed:
        reasons.append(f"not in English but in {made.language!r}: kept, not analysed")
    status = Status.READ if made.analysed else Status.KEPT
    return Reading(Outcome(made.ref, status, "; ".join(reasons), article=made.id), made, raw)
