"""The card of a model: data and licences, scores beside float weights and peers, files, how to rebuild it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from training.card import FLOAT, SOURCES, Made, card, others

RUN = {"step": 10, "settings": {"seed": 1, "leave_out": ""}}
SCORES = {"names A": {"ORG": 70.0, "all": 80.0}, "speed, one thread": {"words/s": 5000.0}}


def made(**changed: str) -> Made:
    digests = {s.folder: "d" * 64 for s in SOURCES} | {"model": "m" * 64, "pretrained": "p" * 64}
    return Made(digests | changed, {"encoder.onnx": (1234, "e" * 64)}, [RUN])


def test_every_corpus_has_its_licence_and_digest() -> None:
    written = card("model", made(), SCORES, {})
    for source in SOURCES:
        assert f"| {source.title} | {source.use} | {source.licence} | {'d' * 16} |" in written
    assert "PolNeAR, train" not in written
    assert "PolNeAR, train" in card("model", made(polnear="q" * 64), SCORES, {})


def test_scores_stand_beside_those_of_others() -> None:
    floats = {"names A": {"ORG": 70.5, "all": 79.9}, "speed, one thread": {"words/s": 900.0}}
    written = card("model", made(), SCORES, {FLOAT: floats, "peer": {"names A": {"ORG": 60.0}}})
    assert "| names A | ORG | 70.0 | 70.5 | 60.0 |" in written
    assert "| names A | all | 80.0 | 79.9 | – |" in written
    assert "int8 weights cost 0.50 points at most (names A: ORG), 0.20 on average." in written


def test_what_was_not_measured_is_not_told() -> None:
    assert "int8 weights cost" not in card("model", made(), SCORES, {})


def test_files_settings_and_the_pretrained_weights_are_told() -> None:
    written = card("model", made(), SCORES, {})
    assert f"| encoder.onnx | 1,234 | {'e' * 64} |" in written
    assert f"SHA-256 {'p' * 64}" in written
    assert "| training | 10 steps; seed 1 |" in written


def test_every_run_is_told_whose_weights_were_averaged() -> None:
    several = replace(made(), runs=[RUN, {"step": 20, "settings": {"seed": 1}}])
    written = card("model", several, SCORES, {})
    assert "| run 1 of 2, weights averaged | 10 steps; seed 1 |" in written
    assert "| run 2 of 2, weights averaged | 20 steps; seed 1 |" in written


def test_scores_of_others_are_found_beside_the_models(tmp_path: Path) -> None:
    for name in ("scores.json", "scores-float32.json", "scores-peer-small.json"):
        (tmp_path / name).write_text(json.dumps(SCORES), "utf-8")
    assert others(tmp_path / "scores.json") == {FLOAT: SCORES, "small": SCORES}


def test_corpora_left_out_are_told_apart_from_the_models_scores() -> None:
    written = card("model", replace(made(), left_out={"wikigold": {"ORG": 50.0, "all": 70.25}}), SCORES, {})
    assert "| left out | ORG | all |\n|---|---|---|\n| wikigold | 50.0 | 70.2 |" in written
    assert "left out |" not in card("model", made(), SCORES, {})
