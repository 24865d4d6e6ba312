"""Bytes to text, exactly: no character is changed, only the byte order mark is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from charset_normalizer import from_bytes

from crossread.errors import InputError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document", "save its text as a .txt file"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as a .txt file"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"\xd0\xcf\x11\xe0", "an office document", "save its text as a .txt file"),
    (b"SQLite format 3\x00", "a database", ""),
)
# Control characters that no text holds; tab, line feed, form feed, carriage return and escape may occur.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Share of such characters above which bytes are no text; news texts have none, binary files 10 % and more.
_BINARY_SHARE = 0.01
# Share of zero bytes on one side of all byte pairs that shows UTF-16 without a mark: English has nearly all.
_WIDE_SHARE = 0.7
# Share of bytes beyond ASCII up to which a text is western: French has under 5 %, Cyrillic or Chinese over 70 %.
# charset-normalizer alone is lost on the few such bytes of a short text.
_WESTERN_SHARE = 0.3
# Single-byte encodings that agree with Windows-1252 on nearly all of a western text, so that a guess among
# them says no more than "western": Windows-1252 is what wrote such files.
_WESTERN = re.compile(r"(?:cp125[02478]|iso8859_(?:1|2|4|9|10|13|14|15|16)|latin_1)\Z")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an input, the encoding it was in, and what the user should know of it."""

    text: str
    encoding: str
    note: str = ""


def decode(raw: bytes, where: str) -> Decoded:
    """Decode `raw`: UTF-8, UTF-16 and UTF-32 with or without mark, Windows-1252, or what charset-normalizer finds.

    `where` names the input in errors. Raises InputError when `raw` is empty,
    binary, or in no known encoding.
    """
    if not raw:
        raise InputError(where, "empty", "check how it was saved")
    _refuse_magic(raw, where)
    decoded = _marked(raw, where) or _as(raw, "utf-8") or _wide(raw) or _damaged(raw) or _guessed(raw, where)
    _refuse_binary(decoded.text, where)
    if not decoded.text.strip():
        raise InputError(where, "empty: only white space", "check how it was saved")
    return decoded


def _refuse_magic(raw: bytes, where: str) -> None:
    for magic, what, remedy in _MAGIC:
        if raw.startswith(magic):
            raise InputError(where, f"binary: {what}", remedy)


def _refuse_binary(text: str, where: str) -> None:
    if len(_CONTROL.findall(text)) > _BINARY_SHARE * len(text):
        raise InputError(where, "binary: not text", "save it as plain text")


def _marked(raw: bytes, where: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            decoded = _as(raw[len(mark) :], encoding)
            if decoded is None:
                reason = f"undecodable: begins with the mark of {encoding.upper()} but is not"
                raise InputError(where, reason, "save it as UTF-8")
            return decoded
    return None


def _as(raw: bytes, encoding: str) -> Decoded | None:
    """Decode strictly; UTF-8 with zero bytes is left to the next, as UTF-16 without a mark looks like that."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text and encoding == "utf-8" else Decoded(text, encoding)


def _wide(raw: bytes) -> Decoded | None:
    pairs = len(raw) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if pairs and raw[first::2].count(0) >= _WIDE_SHARE * pairs:
            return _as(raw, encoding)
    return None


def _damaged(raw: bytes) -> Decoded | None:
    """Decode UTF-8 with some broken bytes: more whole characters beyond ASCII than broken ones."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole <= broken or "\x00" in text:
        return None
    return Decoded(text, "utf-8", f"damaged UTF-8: {broken} broken characters were replaced")


def _guessed(raw: bytes, where: str) -> Decoded:
    """Guess a single-byte encoding, and say so: nothing in the bytes proves it."""
    guessed = _guess(raw, where)
    return replace(guessed, note=f"its encoding was guessed: {guessed.encoding}")


def _guess(raw: bytes, where: str) -> Decoded:
    if raw.count(0) > _BINARY_SHARE * len(raw):
        raise InputError(where, "binary: not text", "save it as plain text")
    western = _as(raw, "cp1252")
    if western and sum(byte > 127 for byte in raw) <= _WESTERN_SHARE * len(raw):
        return western
    best = from_bytes(raw).best()
    if western and (best is None or _WESTERN.match(best.encoding)):
        return western
    decoded = _as(raw, best.encoding) if best is not None else None
    if decoded is None:
        raise InputError(where, "undecodable: in no known encoding", "save it as UTF-8")
    return decoded
