"""JSON Lines: one input a line, each with its own outcome."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.ingest.jsonl import Line, read_lines
from crossread.record.ids import bytes_digest


def lines(*raw: bytes, max_bytes: int = 1000) -> list[Line | InputError]:
    return list(read_lines(io.BytesIO(b"\n".join(raw)), "in.jsonl", max_bytes))


def only(raw: bytes) -> Line:
    (found,) = lines(raw)
    assert isinstance(found, Line)
    return found


def test_all_fields_are_kept() -> None:
    fields = {
        "id": "a", "text": " Ünï\u00a0code ", "title": "T", "outlet": "O", "url": "u", "published": "2021",
        "byline": "B", "language": "en", "other": [1],
    }  # fmt: skip
    raw = json.dumps(fields).encode()
    found = only(raw)
    submission = found.submission
    assert found.notes == ()
    assert found.raw == raw
    assert submission.raw == bytes_digest(raw)
    assert submission.ref == "a"
    assert submission.text == " Ünï\u00a0code "
    assert (submission.title, submission.outlet, submission.url) == ("T", "O", "u")
    assert (submission.published, submission.byline, submission.language) == ("2021", "B", "en")


@pytest.mark.parametrize(
    ("raw", "where", "reason"),
    [
        (b"{", "in.jsonl, line 1", "not JSON"),
        (b"[" * 100_000, "in.jsonl, line 1", "not JSON"),
        (b"[1]", "in.jsonl, line 1", "not a JSON object but a list"),
        (b"null", "in.jsonl, line 1", "but null"),
        (b'{"text": "x"}', "in.jsonl, line 1", '"id" is missing'),
        (b'{"id": [], "text": "x"}', "in.jsonl, line 1", '"id" is a list'),
        (b'{"id": "a"}', "a", '"text" is missing'),
        (b'{"id": "a", "text": null}', "a", '"text" is missing'),
        (b'{"id": "a", "text": 5}', "a", '"text" is a number'),
        (b'{"id": "a", "text": " \\n"}', "a", "empty"),
    ],
)
def test_a_bad_line_says_why(raw: bytes, where: str, reason: str) -> None:
    (found,) = lines(raw, max_bytes=200_000)
    assert isinstance(found, InputError)
    assert found.where == where
    assert reason in found.reason


def test_bad_lines_do_not_stop_the_rest_and_blank_ones_do_not_count() -> None:
    found = lines(b'{"id": 1, "text": "a"}', b"", b"  \r", b"nonsense", b'{"id": "b", "text": "b"}')
    assert [type(item) for item in found] == [Line, InputError, Line]
    assert isinstance(found[1], InputError)
    assert found[1].where == "in.jsonl, line 4"


def test_a_number_serves_as_id() -> None:
    assert only(b'{"id": 12, "text": "a"}').submission.ref == "12"


def test_a_bad_date_is_left_out_and_told() -> None:
    found = only(b'{"id": "a", "text": "a", "published": "last week", "title": 7}')
    assert found.submission.published is None
    assert found.submission.title is None
    assert len(found.notes) == 2


def test_byte_order_mark_and_windows_1252_are_read() -> None:
    found = lines(b'\xef\xbb\xbf{"id": "a", "text": "b"}', '{"id": "c", "text": "“café”"}'.encode("cp1252"))
    assert [item.submission.text for item in found if isinstance(item, Line)] == ["b", "“café”"]
    assert [item.notes for item in found if isinstance(item, Line)] == [
        (),
        ("its encoding was guessed: cp1252",),
    ]


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    found = only(b'{"id": "a", "text": "x\\ud800y"}')
    assert found.submission.text == "x\ufffdy"
    assert found.notes == ("broken characters were replaced",)


def test_a_line_that_is_too_long_is_passed_over() -> None:
    long = json.dumps({"id": "long", "text": "x" * 500}).encode()
    found = lines(long, b'{"id": "a", "text": "a"}', max_bytes=100)
    assert isinstance(found[0], InputError)
    assert "too large" in found[0].reason
    assert isinstance(found[1], Line)


@pytest.mark.parametrize("beyond", [-1, 0, 1, 2, 3])
def test_the_limit_is_exact(beyond: int) -> None:
    line = b'{"id": "a", "text": "a"}'
    found = lines(line, line, max_bytes=len(line) - beyond)
    assert [isinstance(item, Line) for item in found] == [beyond <= 0] * 2


def test_utf16_is_refused_with_a_remedy() -> None:
    with pytest.raises(InputError, match="UTF-16"):
        list(read_lines(io.BytesIO('{"id": "a", "text": "a"}'.encode("utf-16")), "in.jsonl", 1000))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url", "language"]), json_values))
def test_any_object_gives_one_line_or_error(fields: dict[str, object]) -> None:
    assert len(lines(json.dumps(fields).encode(), max_bytes=10_000)) == 1
