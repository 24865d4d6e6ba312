"""JSON Lines to submissions: each line is an input of its own.

A line is kept raw by itself, with its own digest, so that a file of any
length is read in bounded memory and one bad line costs one article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from crossread.errors import InputError
from crossread.ingest.plain import decode
from crossread.ingest.published import parse_published
from crossread.record.article import Submission
from crossread.record.ids import bytes_digest

_OPTIONAL = ("title", "outlet", "url", "published", "byline", "language")
_REMEDY = 'each line must be a JSON object with at least "id" and "text"'
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """What one line holds: a submission with its raw bytes, and what was left out of it."""

    submission: Submission
    raw: bytes
    notes: tuple[str, ...] = ()


def read_lines(stream: BinaryIO, name: str, max_bytes: int) -> Iterator[Line | InputError]:
    """Yield for each line of `stream` that is not blank its submission, or what is wrong with it.

    `name` is the file's, for errors in lines without an id of their own.
    Lines longer than `max_bytes` are passed over. Raises InputError for a
    stream that is no UTF-8 at all (UTF-16 cannot be split into lines of bytes).
    """
    for number, raw in enumerate(_split(stream, max_bytes), 1):
        where = f"{name}, line {number}"
        if number == 1:
            _refuse_utf16(raw, name)
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if len(raw) > max_bytes:
            yield InputError(
                where,
                f"too large: more than {max_bytes:,} bytes",
                "split it, or raise the limit with --max-bytes",
            )
        elif raw.strip():
            try:
                yield _line(raw, where)
            except InputError as error:
                yield error


def _split(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Yield lines without their ends; of one that is too long, a piece one byte longer than allowed."""
    while piece := stream.readline(max_bytes + 2):
        if len(piece) == max_bytes + 2 and not piece.endswith(b"\n"):
            rest = piece
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(max_bytes + 2)
            yield piece[: max_bytes + 1]
        else:
            yield piece.rstrip(b"\r\n")


def _refuse_utf16(raw: bytes, name: str) -> None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[1:2] == b"\x00" or raw[:1] == b"\x00":
        raise InputError(name, "undecodable: UTF-16, but JSON Lines are UTF-8", "save it as UTF-8")


def _line(raw: bytes, where: str) -> Line:
    decoded = decode(raw, where)
    fields = _object(decoded.text, where)
    ref = _ref(fields.get("id"), where)
    text = fields.get("text")
    if "text" not in fields or text is None:
        raise InputError(ref, f'"text" is missing ({where})', _REMEDY)
    if not isinstance(text, str):
        raise InputError(ref, f'"text" is {_kind(text)}, not a string ({where})', _REMEDY)
    if not text.strip():
        raise InputError(ref, f"empty: no text ({where})", "check how it was made")
    optional, notes = _optional(fields)
    if decoded.note:
        notes.append(decoded.note)
    kept = _SURROGATE.sub("\ufffd", text)  # one for one, so offsets hold; half a character cannot be stored
    if kept != text:
        notes.append("broken characters were replaced")
    return Line(Submission(ref, kept, bytes_digest(raw), **optional), raw, tuple(notes))


def _object(words: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(words)
    except RecursionError as error:
        raise InputError(where, "not JSON: nested too deeply", _REMEDY) from error
    except json.JSONDecodeError as error:
        raise InputError(where, f"not JSON: {error}", _REMEDY) from error
    except ValueError as error:  # Python refuses to read integers of thousands of digits
        raise InputError(
            where, "not JSON that can be read: a number with too many digits", _REMEDY
        ) from error
    if not isinstance(value, dict):
        raise InputError(where, f"not a JSON object but {_kind(value)}", _REMEDY)
    return value


def _ref(value: object, where: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        what = "is missing" if value is None or value == "" else f"is {_kind(value)}, not a string"
        raise InputError(where, f'"id" {what}', _REMEDY)
    return _SURROGATE.sub("\ufffd", value)


def _optional(fields: dict[str, Any]) -> tuple[dict[str, str], list[str]]:
    """Return the optional fields that can be used, and a note for each that cannot."""
    kept: dict[str, str] = {}
    notes: list[str] = []
    for name in _OPTIONAL:
        value = fields.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            notes.append(f'"{name}" is {_kind(value)}, not a string, and was left out')
        elif name == "published" and parse_published(value) is None:
            notes.append(f'"published" is no ISO 8601 date or time, and was left out: {value[:40]!r}')
        elif value.strip():
            kept[name] = _SURROGATE.sub("\ufffd", value.strip())
    return kept, notes


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names[type(value)]
