"""Paths to the files in them, in an order that depends on names alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import InputError
from crossread.ingest.outcome import Outcome, failure, skipped

READ_EXTENSIONS = frozenset({".txt", ".jsonl"})
_REMEDY = f"crossread reads {' and '.join(sorted(READ_EXTENSIONS))} files"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; its `ref` is its path as the user gave it."""

    path: Path
    extension: str

    @property
    def ref(self) -> str:
        return name_of(self.path)


def find(paths: Iterable[Path]) -> Iterator[File | Outcome]:
    """Yield the files at and below `paths`, and an outcome for whatever else is there.

    Folders are walked in sorted order; hidden files and folders in them are
    passed over in silence. A folder reached twice (by a link, or a loop of
    links) is walked once.
    """
    walked: set[tuple[int, int]] = set()
    for path in paths:
        yield from _at(path, walked)


def _at(path: Path, walked: set[tuple[int, int]]) -> Iterator[File | Outcome]:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        yield failure(unreadable(name_of(path), error))
        return
    if stat.S_ISDIR(status.st_mode):
        if (status.st_dev, status.st_ino) not in walked:
            walked.add((status.st_dev, status.st_ino))
            yield from _within(path, walked)
    elif not stat.S_ISREG(status.st_mode):
        yield skipped(name_of(path), "neither a file nor a folder")
    elif path.suffix.lower() not in READ_EXTENSIONS:
        kind = f"{path.suffix} files are" if path.suffix else "files without an extension are"
        yield skipped(name_of(path), f"{kind} not read", _REMEDY)
    else:
        yield File(path, path.suffix.lower())


def _within(folder: Path, walked: set[tuple[int, int]]) -> Iterator[File | Outcome]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield failure(unreadable(name_of(folder), error))
        return
    for name in names:
        if not name.startswith("."):
            yield from _at(folder / name, walked)


def name_of(path: Path) -> str:
    """Return a path as text that can be stored: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(file: File, max_bytes: int) -> bytes:
    """Return the content of a file. Raises InputError where it cannot be read or is larger than `max_bytes`."""
    try:
        with file.path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as error:
        raise unreadable(file.ref, error) from error
    if len(raw) > max_bytes:
        raise InputError(
            file.ref,
            f"too large: more than {max_bytes:,} bytes",
            "split it, or raise the limit with --max-bytes",
        )
    return raw


def unreadable(ref: str, error: OSError | ValueError) -> InputError:
    """Say what an operating system's refusal means to the user."""
    if isinstance(error, FileNotFoundError):
        return InputError(ref, "not found", "check the path; a file may have been moved while reading")
    if isinstance(error, PermissionError):
        return InputError(
            ref, "no permission to read it", "change its permissions, or read it as another user"
        )
    what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(ref, what.lower())
