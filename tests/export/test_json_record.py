"""The JSON contract: every export fits the published schema."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.conftest import EXAMPLE

from crossread.config import Settings
from crossread.export.json_record import json_record
from crossread.pipeline import read
from crossread.record.run import Run
from crossread.store.sqlite import SqliteStore

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
TEXT = "The council closed its canteen.\n\n“We had no choice,” said Anna Holm.\n\nBob Hale, 48, was charged with theft."


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    plain = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(plain)
    return Draft202012Validator(plain)


def exported(folder: Path, *paths: Path, with_text: bool = True) -> dict[str, Any]:
    with SqliteStore(folder / "record.db") as store:
        read(store, paths, Settings(), date(2022, 1, 1))
        run = store.run()
        assert run is not None
        dossiers = [store.dossier(story.id) for story in store.stories()]
        plain = json_record(run, store.articles(), dossiers, with_text=with_text)
    loaded: dict[str, Any] = json.loads(json.dumps(plain))
    return loaded


def test_the_example_fits_the_contract(schema: Draft202012Validator, tmp_path: Path) -> None:
    plain = exported(tmp_path, EXAMPLE)
    assert [error.message for error in schema.iter_errors(plain)] == []
    assert plain["format"] == "crossread/1"
    ids = [item["id"] for part in plain.values() if isinstance(part, list) for item in part]
    assert len(ids) == len(set(ids))


def test_one_undated_article_alone_fits_the_contract(schema: Draft202012Validator, tmp_path: Path) -> None:
    (tmp_path / "canteen.txt").write_text(TEXT)
    plain = exported(tmp_path, tmp_path / "canteen.txt")
    assert [error.message for error in schema.iter_errors(plain)] == []
    assert plain["articles"][0]["published"] is None
    assert plain["stories"][0]["earliest"] is None


def test_without_text_evidence_keeps_its_words(schema: Draft202012Validator, tmp_path: Path) -> None:
    (tmp_path / "canteen.txt").write_text(TEXT)
    plain = exported(tmp_path, tmp_path / "canteen.txt", with_text=False)
    assert plain["articles"][0]["text"] is None
    assert any("We had no choice" in s["evidence"][0]["text"] for s in plain["statements"])
    assert [error.message for error in schema.iter_errors(plain)] == []


def test_references_lead_somewhere(tmp_path: Path) -> None:
    plain = exported(tmp_path, EXAMPLE)
    entities = {entity["id"] for entity in plain["entities"]}
    origins = {origin["id"] for origin in plain["origins"]}
    speakers = [s["speaker"]["entity"] for s in plain["statements"] if s["speaker"]]
    assert {s for s in speakers if s} <= entities
    assert {s["origin"] for c in plain["claims"] for s in c["support"] if s["origin"]} <= origins
    assert {r["origin"] for r in plain["reuse"] if r["origin"]} <= origins


def test_an_empty_record_fits_the_contract(schema: Draft202012Validator) -> None:
    assert list(schema.iter_errors(json_record(Run("0", Settings()), [], []))) == []
