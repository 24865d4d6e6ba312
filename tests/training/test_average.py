"""The mean of several runs' weights, as a checkpoint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

import torch
from training.examples import Scheme

from training import average


def checkpoint(path: Path, weight: float, seed: int = 1, upos: tuple[str, ...] = ("NOUN",)) -> str:
    scheme: dict[str, Any] = dict.fromkeys(Scheme.__slots__, ("A",)) | {"upos": upos}
    model = {"w": torch.full((2,), weight)}
    torch.save({"model": model, "scheme": scheme, "settings": {"seed": seed}, "step": int(weight)}, path)
    return str(path)


def test_weights_are_averaged_and_every_run_is_told(tmp_path: Path) -> None:
    given = [checkpoint(tmp_path / str(k), float(k)) for k in (2, 4)]
    average.main([str(tmp_path / "out.pt"), *given])
    kept = torch.load(tmp_path / "out.pt", weights_only=True)
    assert kept["model"]["w"].tolist() == [3.0, 3.0]
    assert [run["step"] for run in kept["runs"]] == [2, 4]
    assert kept["scheme"]["upos"] == ["NOUN"]


@pytest.mark.parametrize(("changed", "said"), [({"seed": 2}, "seeds"), ({"upos": ("VERB",)}, "labels")])
def test_runs_that_cannot_be_averaged_are_refused(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    given = [checkpoint(tmp_path / "a", 1.0), checkpoint(tmp_path / "b", 1.0, **changed)]
    with pytest.raises(SystemExit, match=said):
        average.main([str(tmp_path / "out.pt"), *given])
