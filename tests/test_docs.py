"""The documents are true: commands, options, links and pictures they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossread.cli.main import COMMANDS, cli

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md"),
                *(ROOT / "examples").glob("*.md")])  # fmt: skip
NOTES = sorted(p for p in (ROOT / "docs" / "decisions").glob("*.md") if p.name != "README.md")


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `crossread (\w+)", readme, re.MULTILINE)) == set(COMMANDS)


def test_options_that_the_documents_name_exist() -> None:
    known = {"--help", "--version"}
    for name in COMMANDS:
        command = cli.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        known |= {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"(--[a-z][a-z-]+)", readme)) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert broken == []


def test_decision_notes_have_numbers_of_their_own() -> None:
    numbers = [path.name[:3] for path in NOTES]
    assert all(number.isdecimal() for number in numbers)
    assert len(numbers) == len(set(numbers))


def test_the_list_of_decision_notes_holds_each_with_its_title() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8").splitlines()
    for path in NOTES:
        title = re.sub(r"^# (\d{3} )?", "", path.read_text("utf-8").splitlines()[0])
        assert f"- [{path.name[:3]}]({path.name}) {title}" in listed


def test_no_document_names_a_machine_path() -> None:
    for page in PAGES:
        assert not re.search(r"(?<![\w.])/(work|tmp|root|home)/", page.read_text("utf-8")), page
