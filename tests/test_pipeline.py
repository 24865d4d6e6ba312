"""The main job end to end: same input same record, versions, bad inputs, and runs that are killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EXAMPLE

from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import Settings
from crossread.export.json_record import json_record
from crossread.ingest.outcome import Status
from crossread.pipeline import RunReport, read
from crossread.store.sqlite import SqliteStore

AS_OF = date(2022, 1, 1)
CANTEEN = (
    "The council closed the Mill Road canteen on Monday 3 May 2021 after rats were found.\n\n"
    "“We had no choice,” said Anna Holm, the council's leader.\n\n"
    "Ms Holm promised to reopen it by June."
)


def read_into(record: Path, *paths: Path, as_of: date = AS_OF) -> RunReport:
    with SqliteStore(record) as store:
        return read(store, paths, Settings(), as_of)


def exported(record: Path) -> dict[str, Any]:
    with SqliteStore(record, create=False) as store:
        run = store.run()
        assert run is not None
        dossiers = [store.dossier(story.id) for story in store.stories()]
        return json_record(run, store.articles(), dossiers, store.judgements())


def statuses(report: RunReport) -> list[Status]:
    return [outcome.status for outcome in report.outcomes]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example, read once; a test that writes into it takes a copy."""
    record = tmp_path_factory.mktemp("example") / "record.db"
    report = read_into(record, EXAMPLE)
    assert statuses(report) == [Status.READ] * 5
    assert len(report.stories) == 1
    return record


def test_a_second_read_changes_nothing(example: Path, tmp_path: Path) -> None:
    before = exported(example)
    record = Path(shutil.copy(example, tmp_path))
    again = read_into(record, EXAMPLE, as_of=date(2023, 1, 1))
    assert statuses(again) == [Status.UNCHANGED] * 5
    assert again.stories == ()
    assert exported(record) == before


def test_two_records_of_one_input_are_equal(example: Path, tmp_path: Path) -> None:
    read_into(tmp_path / "two.db", EXAMPLE)
    assert exported(tmp_path / "two.db") == exported(example)


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a-empty.txt").write_text("")
    (folder / "b-binary.txt").write_bytes(bytes(range(256)) * 10)
    (folder / "c.txt").write_text(CANTEEN)
    (folder / "d.jsonl").write_text(
        '{"id": "x", "text": 7}\nnot json\n{"id": "y", "text": "Rain fell on Kent."}\n'
    )
    (folder / "e.pdf").write_bytes(b"%PDF-1.7")
    report = read_into(tmp_path / "record.db", folder, tmp_path / "gone.txt")
    assert sorted(s.value for s in statuses(report)) == [
        "failed", "failed", "failed", "failed", "failed", "read", "read", "skipped",
    ]  # fmt: skip
    assert all(outcome.reason and outcome.ref for outcome in report.failed)
    assert len(exported(tmp_path / "record.db")["articles"]) == 2


def test_another_text_under_a_known_path_is_a_new_version(tmp_path: Path) -> None:
    record, file = tmp_path / "record.db", tmp_path / "canteen.txt"
    file.write_text(CANTEEN)
    read_into(record, file)
    first = exported(record)
    file.write_text(CANTEEN.replace("by June", "by July"))
    report = read_into(record, file)
    assert statuses(report) == [Status.NEW_VERSION]
    after = exported(record)
    old, new = after["articles"]
    assert (old["text"], new["version_of"]) == (CANTEEN, old["id"])
    assert [story["id"] for story in after["stories"]] == [story["id"] for story in first["stories"]]
    current = {e["article"] for statement in after["statements"] for e in statement["evidence"]}
    assert current <= {new["id"]}, "an older version of an article is no account of its own"


def test_a_text_that_returns_is_current_again(tmp_path: Path) -> None:
    record, file = tmp_path / "record.db", tmp_path / "canteen.txt"
    for text in (CANTEEN, CANTEEN.replace("by June", "by July"), CANTEEN):
        file.write_text(text)
        read_into(record, file)
    plain = exported(record)
    first = next(article["id"] for article in plain["articles"] if "by June" in article["text"])
    assert {e["article"] for s in plain["statements"] for e in s["evidence"]} == {first}
    assert statuses(read_into(record, file)) == [Status.UNCHANGED]


def test_a_file_that_repeats_an_id_is_unchanged_when_read_again(tmp_path: Path) -> None:
    lines = [{"id": "x", "text": CANTEEN}, {"id": "x", "text": CANTEEN.replace("June", "July")}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert statuses(read_into(tmp_path / "r.db", tmp_path / "a.jsonl")) == [Status.READ, Status.NEW_VERSION]
    before = exported(tmp_path / "r.db")
    assert statuses(read_into(tmp_path / "r.db", tmp_path / "a.jsonl")) == [Status.UNCHANGED] * 2
    assert exported(tmp_path / "r.db") == before


def test_a_fault_in_one_story_is_reported_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(story: Any, articles: Any, accounts: Any, as_of: date) -> Any:
        if len(articles) == 1:
            raise ValueError("no such claim")
        return assemble(story, articles, accounts, as_of)

    monkeypatch.setattr("crossread.pipeline.assemble", faulty)
    (tmp_path / "canteen.txt").write_text(CANTEEN)
    report = read_into(tmp_path / "record.db", tmp_path / "canteen.txt", EXAMPLE)
    assert [o.reason.split(" (")[0] for o in report.failed] == [
        "could not be compared: ValueError: no such claim"
    ]
    with SqliteStore(tmp_path / "record.db") as store:
        assert (len(store.stories()), len(store.compared())) == (2, 1)
    monkeypatch.undo()
    assert read_into(tmp_path / "record.db", tmp_path / "canteen.txt").failed == ()


def test_text_in_another_language_is_kept_and_reported(tmp_path: Path) -> None:
    file = tmp_path / "fr.txt"
    file.write_text(
        "Le maire a dit mardi que la police devait répondre de ses actes devant le conseil municipal. " * 5
    )
    report = read_into(tmp_path / "record.db", file)
    assert statuses(report) == [Status.KEPT]
    assert "not in English" in report.outcomes[0].reason
    plain = exported(tmp_path / "record.db")
    assert [a["language"] for a in plain["articles"]] == ["fr"]
    assert plain["stories"] == []


def test_a_fault_in_one_article_is_reported_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = annotate

    def faulty(article: Any, analysis: Any) -> Any:
        if "canteen" in article.text:
            raise ValueError("no such rule")
        return good(article, analysis)

    monkeypatch.setattr("crossread.pipeline.annotate", faulty)
    (tmp_path / "canteen.txt").write_text(CANTEEN)
    report = read_into(tmp_path / "record.db", tmp_path / "canteen.txt", EXAMPLE)
    assert [o.reason.split(" (")[0] for o in report.failed] == [
        "could not be annotated: ValueError: no such rule"
    ]
    assert len(exported(tmp_path / "record.db")["stories"]) == 1
    monkeypatch.undo()
    assert read_into(tmp_path / "record.db", tmp_path / "canteen.txt").failed == ()
    assert len(exported(tmp_path / "record.db")["stories"]) == 2


def test_a_killed_run_is_completed_to_the_same_content(tmp_path: Path) -> None:
    """SIGKILL at random points of a run; the record opens each time, and the last run completes it."""
    folder = tmp_path / "in"
    shutil.copytree(EXAMPLE, folder)
    for number in range(6):
        (folder / f"x{number:02d}.txt").write_text(CANTEEN.replace("Mill Road", f"Mill Road {number}"))
    read_into(tmp_path / "whole.db", folder)
    record = tmp_path / "killed.db"
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from crossread.config import Settings; from crossread.pipeline import read\n"
        "from crossread.store.sqlite import SqliteStore; import crossread.pipeline as p; p._BATCH = 2\n"
        "print('begun', flush=True)\n"
        f"read(SqliteStore(Path({str(record)!r})), [Path({str(folder)!r})], Settings(), date(2022, 1, 1))"
    )
    chance = random.Random(7)
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.05, 2.0))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        with SqliteStore(record) as store:
            assert len(store.article_ids()) == len(list(store.articles()))
    read_into(record, folder)
    assert exported(record) == exported(tmp_path / "whole.db")


def test_all_evidence_of_the_example_is_exact(example: Path) -> None:
    plain = json.loads(json.dumps(exported(example)))
    texts = {article["id"]: article["text"] for article in plain["articles"]}
    found = list(evidence_in({key: value for key, value in plain.items() if key != "articles"}))
    assert len(found) > 300
    for item in found:
        assert texts[item["article"]][item["start"] : item["end"]] == item["text"] != ""


def evidence_in(plain: Any) -> list[dict[str, Any]]:
    if isinstance(plain, dict):
        own = [plain] if {"article", "start", "end", "text"} <= plain.keys() else []
        return own + [e for value in plain.values() for e in evidence_in(value)]
    if isinstance(plain, list):
        return [e for value in plain for e in evidence_in(value)]
    return []


def test_models_and_settings_are_stored_with_the_record(example: Path) -> None:
    run = exported(example)["run"]
    assert run["as_of"] == AS_OF.isoformat()
    assert len(run["models"]["crossread_en"]) == 64
    assert run["settings"] == {
        "max_input_bytes": Settings().max_input_bytes,
        "language_model": "crossread_en",
        "window_days": Settings().window_days,
    }


def test_stories_that_turn_out_to_be_one_are_merged_and_no_address_is_lost(tmp_path: Path) -> None:
    """Two of the example's accounts share little; the next ones belong with both."""
    files = sorted(EXAMPLE.glob("*.txt"))
    record = tmp_path / "record.db"
    read_into(record, files[0], files[3])
    with SqliteStore(record) as store:
        seen = [story.id for story in store.stories()]
    done = read_into(record, *files)
    assert [(p.story, p.other) for p in done.proposals] == [(seen[0], seen[1])]
    with SqliteStore(record) as store:
        assert [story.id for story in store.stories()] == seen[:1]
        assert store.story(seen[1]).id == seen[0]
        assert len(store.dossier(seen[1]).articles) == len(files)
