"""The public surface: the names that other programs may rely on, and nothing loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import crossread


def test_the_public_names_are_these() -> None:
    assert crossread.__all__ == [
        "Article", "CrossreadError", "Dossier", "Evidence", "RecordStore", "RunReport", "Settings", "SqliteStore",
        "Story", "json_record", "read",
    ]  # fmt: skip
    assert crossread.__all__ == sorted(crossread.__all__)


@pytest.mark.parametrize("name", crossread.__all__)
def test_each_public_name_has_a_docstring(name: str) -> None:
    assert getattr(crossread, name).__doc__


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="no public name 'reed'; there are: Article"):
        _ = crossread.reed


def test_importing_crossread_loads_nothing_heavy() -> None:
    code = "import sys, crossread; print([m for m in ('spacy', 'sqlalchemy', 'rich', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
