"""Paths to files: order, what is passed over, and what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crossread.errors import InputError
from crossread.ingest.outcome import Outcome, Status
from crossread.ingest.walk import File, find, read_bytes


def refs(*paths: Path) -> list[tuple[str, str]]:
    """Return (name, what) for all that is found: "file" or the outcome's status."""
    return [
        (Path(found.ref).name, found.status.value if isinstance(found, Outcome) else "file")
        for found in find(paths)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.TXT",
        "c.jsonl",
        "page.html",
        "README",
        ".hidden.txt",
        "sub/z.txt",
        ".git/x.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_folders_are_walked_in_sorted_order(folder: Path) -> None:
    assert refs(folder) == [
        ("README", "skipped"),
        ("a.TXT", "file"),
        ("b.txt", "file"),
        ("c.jsonl", "file"),
        ("page.html", "skipped"),
        ("z.txt", "file"),
    ]


def test_a_skipped_file_says_what_is_read(folder: Path) -> None:
    (found,) = find([folder / "page.html"])
    assert isinstance(found, Outcome)
    assert ".html" in found.reason
    assert ".jsonl and .txt" in found.remedy


def test_a_hidden_file_given_by_name_is_read(folder: Path) -> None:
    assert refs(folder / ".hidden.txt") == [(".hidden.txt", "file")]


def test_a_loop_of_links_ends_and_a_folder_is_walked_once(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    assert [name for name, _ in refs(folder, folder)].count("b.txt") == 1


def test_what_is_not_there_fails(folder: Path) -> None:
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    assert ("broken.txt", "failed") in refs(folder)
    (found,) = find([folder / "nowhere"])
    assert isinstance(found, Outcome)
    assert found.status is Status.FAILED
    assert found.reason == "not found"


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert refs(folder / "pipe.txt") == [("pipe.txt", "skipped")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_fails(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    with pytest.raises(InputError, match="no permission"):
        read_bytes(File(folder / "b.txt", ".txt"), 100)


def test_a_file_that_vanished_fails(folder: Path) -> None:
    with pytest.raises(InputError, match="not found"):
        read_bytes(File(folder / "gone.txt", ".txt"), 100)


def test_the_size_limit_is_exact(folder: Path) -> None:
    file = File(folder / "b.txt", ".txt")
    assert read_bytes(file, 5) == b"b.txt"
    with pytest.raises(InputError, match="too large"):
        read_bytes(file, 4)


def test_a_name_that_is_no_utf8_becomes_storable(folder: Path) -> None:
    odd = os.fsencode(folder) + b"/\xff.txt"
    try:
        Path(os.fsdecode(odd)).write_text("x")
    except OSError:
        pytest.skip("this file system refuses such names")
    for found in find([Path(os.fsdecode(odd))]):
        found.ref.encode()
        assert found.ref.endswith("\ufffd.txt")
