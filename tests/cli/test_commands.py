"""The commands as a user runs them: what they print, where, and their exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EXAMPLE

CANTEEN = "The council closed its canteen on Monday.\n\n“We had no choice,” said its leader, Anna Holm, 48."


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crossread.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "new" / "record.db"
    done = run(
        "read", EXAMPLE, "--into", path, "--as-of", "2022-01-01", "--report", path.with_suffix(".html")
    )
    assert done.returncode == 0, done.stderr
    assert "IN BRIEF" in done.stdout
    assert "inputs: 5 read" in done.stderr
    assert path.with_suffix(".html").read_text("utf-8").startswith("<!doctype html>")
    return path


def test_show_fits_80_columns_when_piped(record: Path) -> None:
    done = run("show", record)
    assert done.returncode == 0
    assert "WHO SAID WHAT" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_show_finds_a_story_by_number_and_by_id(record: Path) -> None:
    with_number = run("show", record, "1")
    assert with_number.stdout == run("show", record).stdout
    wrong = run("show", record, "story-nothing")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("crossread: no story 'story-nothing'; there are: story-")


def test_show_gives_the_words_at_a_citation(record: Path) -> None:
    done = run("show", record, "1", "A:0")
    assert "Arrests have been made" in done.stdout


def test_show_reads_the_ledger_by_person_and_by_day(record: Path) -> None:
    dick = run("show", record, "--who", "Dick")
    assert dick.stdout.lstrip().startswith("CRESSIDA DICK")
    assert "resign" in dick.stdout
    assert "Patsy Stevenson" not in dick.stdout
    agenda = run("show", record, "1", "--agenda")
    assert agenda.stdout.index("14–15 March 2021") < agenda.stdout.index("Monday 15 March 2021")
    nobody = run("show", record, "--who", "Nobody")
    assert (nobody.returncode, nobody.stderr.startswith("crossread: no party 'Nobody'")) == (2, True)
    both = run("show", record, "--who", "Dick", "--agenda")
    assert (both.returncode, both.stdout) == (2, "")
    assert "--who and --agenda" in both.stderr


def test_a_reader_that_stops_listening_is_no_failure(record: Path) -> None:
    for arguments in (["show", record], ["export", record, "--format", "json"], ["read", EXAMPLE]):
        command = " ".join([sys.executable, "-m", "crossread.cli.main", *map(str, arguments)])
        done = subprocess.run(
            ["bash", "-c", f"{command} | head -1 >/dev/null; exit ${{PIPESTATUS[0]}}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr


def test_export_writes_the_record(record: Path, tmp_path: Path) -> None:
    assert run("export", record, "--format", "json", "-o", tmp_path / "r.json").returncode == 0
    plain = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert plain == json.loads(run("export", record, "--format", "json").stdout)
    assert len(plain["articles"]) == 5


def test_annotate_writes_a_line_an_article_with_exact_offsets(tmp_path: Path) -> None:
    lines = [
        {"id": "x", "text": CANTEEN, "published": "2021-05-04"},
        {"id": "y"},
        {"id": "z", "text": CANTEEN},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    done = run("annotate", tmp_path / "in.jsonl", "--tokens")
    assert done.returncode == 1
    assert '"text" is missing' in done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in found] == ["x", "z"]
    assert set(found[0]) == {"id", "sentences", "names", "times", "statements", "figures", "acts", "tokens"}
    for item in [*found[0]["names"], *found[0]["times"], found[0]["statements"][0]["evidence"][0]]:
        assert CANTEEN[item["start"] : item["end"]] == item["text"]
    assert found[0]["statements"][0]["speaker"]["name"] == "Anna Holm"
    assert found[0]["statements"][0]["evidence"][0]["article"] == "x"
    assert [(t["text"], t["earliest"]) for t in found[0]["times"]] == [("Monday", "2021-05-03")]


def test_group_decides_each_line_from_those_before() -> None:
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.txt"))]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate([*texts, CANTEEN])]
    whole = run("group", input="\n".join(lines)).stdout.splitlines()
    assert [json.loads(line)["id"] for line in whole] == ["0", "1", "2", "3", "4", "5"]
    assert len({json.loads(line)["story"] for line in whole}) == 2
    assert run("group", input="\n".join(lines[:3])).stdout.splitlines() == whole[:3]


def test_when_nothing_can_be_read_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = run("read", tmp_path / "empty.txt", tmp_path / "gone.txt", "--report", tmp_path / "r.html")
    assert done.returncode == 1
    assert "empty" in done.stderr
    assert "not found" in done.stderr
    assert not (tmp_path / "r.html").exists()


def test_an_empty_folder_is_no_failure(tmp_path: Path) -> None:
    done = run("read", tmp_path)
    assert done.returncode == 0
    assert "inputs: none" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CANTEEN)
    (tmp_path / "b.txt").write_text(CANTEEN)
    (tmp_path / "b.txt").chmod(0)
    done = run("read", tmp_path / "a.txt", tmp_path / "b.txt")
    assert done.returncode == 1
    assert "no permission" in done.stderr
    assert "1 read" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--into", "/proc/nowhere/r.db"], "/proc/nowhere/r.db: its folder cannot be made"),
        (["--report", "/proc/nowhere.html"], "/proc/nowhere.html: the report cannot be written"),
        (["--as-of", "soon"], "'soon' is no day; write it as YYYY-MM-DD"),
        (["--as-of", "9999-12-31"], "is too far ahead"),
        (["--language-model", "nothing"], "no language model 'nothing'; there are: crossread_en"),
        (["--into", str(Path(__file__))], "file is not a database (name a record"),
    ],
)
def test_wrong_places_and_values_are_named_with_a_remedy(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "a.txt").write_text(CANTEEN)
    done = run("read", tmp_path / "a.txt", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
