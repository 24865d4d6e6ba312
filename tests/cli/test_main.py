"""The command line: help is quick to import, errors are one line, exit statuses are kept."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crossread.cli.main import COMMANDS

HEAVY = ("spacy", "numpy", "sqlalchemy", "jinja2", "py3langid", "rapidfuzz", "crossread.pipeline")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crossread", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from crossread.cli.main import cli\n"
        "try: cli.main(['--help'], prog_name='crossread')\n"
        f"finally: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "read" in done.stdout


def test_help_lists_every_command_with_what_it_does() -> None:
    done = run("--help")
    assert done.returncode == 0
    for name in COMMANDS:
        assert f"  {name} " in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Usage: crossread {name}")


def test_wrong_usage_is_exit_status_2() -> None:
    for arguments in (["read"], ["fly"], ["export", "x.db", "--format", "morse"]):
        assert run(*arguments).returncode == 2
