"""Bytes to text: every encoding news files come in, and the reasons for what is none."""

from __future__ import annotations

import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.ingest.plain import decode

TEXT = "“The bridge isn’t safe,” she said – twice.\r\nThe ferry costs €5\u00a0000 and\u2009more.\n" * 3


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_encodings_keep_every_character(raw: bytes, encoding: str) -> None:
    decoded = decode(raw, "x")
    assert decoded.text == TEXT
    assert decoded.encoding == encoding


@pytest.mark.parametrize("words", ["“Shame on you,” they chanted.", "It cost £5 – at the café.", "naïve"])
def test_windows_1252(words: str) -> None:
    assert decode(words.encode("cp1252"), "x").text == words


def test_cyrillic_in_windows_1251_is_not_read_as_western() -> None:
    words = "Полиция сообщила в субботу, что четыре человека были задержаны на площади. " * 4
    assert decode(words.encode("cp1251"), "x").text == words


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "only white space"),
        (codecs.BOM_UTF8, "only white space"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "archive"),
        (b"\x89PNG\r\n", "PNG"),
        (zlib.compress(TEXT.encode() * 50), "binary"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x20", "undecodable"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        decode(raw, "story.txt")
    assert refused.value.where == "story.txt"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: bool(t.strip())))
def test_utf8_of_any_text_comes_back_unless_it_looks_like_another_file(text: str) -> None:
    raw = text.encode()
    if raw.startswith((codecs.BOM_UTF8, b"%PDF", b"GIF8")):
        return
    assert decode(raw, "x").text == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw, "x").text
    except InputError:
        return
    assert text.strip()


def test_damaged_utf_8_is_read_as_such_and_said() -> None:
    found = decode("“Grüße” — ".encode() + b"\xff" + "und “Küsse”".encode(), "a.txt")
    assert found.text == "“Grüße” — \ufffdund “Küsse”"
    assert found.note == "damaged UTF-8: 1 broken characters were replaced"
