"""Imports only point down, and packages of one level never import each other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "crossread"

# Room → its level and what it may import beside the rooms of lower levels. DESIGN in docs/architecture.md.
LEVELS = {
    "record": 0, "errors": 0, "config": 0, "__init__": 0,
    "text": 1,
    "ingest": 2, "language": 2, "annotate": 2, "stories": 2, "compare": 2, "store": 2, "export": 2,
    "pipeline": 3,
    "present": 4,
    "cli": 5, "__main__": 6,
}  # fmt: skip

# present stays independent of the machinery: it takes records from the store's Protocol, and may offer exports.
PRESENT_MAY = {"record", "errors", "config", "__init__", "text", "store", "export"}

# Third-party libraries that only one room may know.
KEPT_IN = {
    "spacy": "language",
    "onnxruntime": "language",
    "sqlalchemy": "store",
    "jinja2": "present",
    "click": "cli",
}

FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the dotted names of all modules a file imports, those inside functions included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found.update({node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names})
    return found


def rooms_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imported(path) if name.startswith("crossread")]
    return {p[1] if len(p) > 1 and p[1] in LEVELS else "__init__" for p in parts}


def allowed(importer: str) -> set[str]:
    if importer == "present":
        return PRESENT_MAY | {"present"}
    lower = {name for name, level in LEVELS.items() if level < LEVELS[importer]}
    return (
        lower | {importer} | ({"record", "errors", "config", "__init__"} if LEVELS[importer] == 0 else set())
    )


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    wrong = rooms_imported(path) - allowed(room(path))
    assert not wrong, f"{path.relative_to(ROOT)} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)}
    wrong = {library for library in libraries if KEPT_IN.get(library, room(path)) != room(path)}
    assert not wrong, f"{path.relative_to(ROOT)} may not import {sorted(wrong)}"


def test_every_room_has_a_level() -> None:
    assert {room(path) for path in FILES} <= LEVELS.keys()


def test_the_architecture_page_draws_the_same_table() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = {
        name: int(level)
        for level, names in re.findall(r"^\| (\d) \| ([^|]*) \|", page, re.MULTILINE)
        for name in re.findall(r"`(\w+)", names)
    }
    assert drawn == {name: level for name, level in LEVELS.items() if name != "__init__"}
