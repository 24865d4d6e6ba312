"""Names measured on a corpus by a model trained without it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")

from training import corpora, leave_one_out, quantise
from training import train as train_module


def test_each_corpus_is_left_out_of_a_run_of_its_own_that_goes_on_when_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []

    def train(given: list[str]) -> None:
        runs.append(given)
        out = Path(given[2])
        out.mkdir(parents=True, exist_ok=True)
        (out / "checkpoint.pt").touch()

    monkeypatch.setattr(train_module, "main", train)
    monkeypatch.setattr(quantise, "main", lambda *_: None)
    monkeypatch.setattr(corpora, "gmb", lambda *_: [])
    monkeypatch.setattr(leave_one_out, "OnnxBackend", lambda *_: None)
    monkeypatch.setattr(leave_one_out, "score_names", lambda _, texts: {"all": float(len(texts))})
    monkeypatch.setattr(
        leave_one_out, "_MEASURED", {"wikigold": lambda *_: ["a"], "uner": lambda *_: ["a", "b"]}
    )
    given = ["corpora", "pretrained", str(tmp_path), "--tree-epochs", "2"]
    leave_one_out.main(given)
    assert [run[run.index("--leave-out") + 1] for run in runs] == ["wikigold", "uner"]
    assert all("--without-polnear" in run and "--resume" not in run for run in runs)
    assert runs[0][-2:] == ["--tree-epochs", "2"]  # the last one given holds
    assert '"uner": {\n  "all": 2.0' in (tmp_path / "scores.json").read_text("utf-8")
    leave_one_out.main(given)
    assert "--resume" in runs[-1]
