"""The mean of the weights of several runs, which is better than each of them.

    python -m training.average OUT CHECKPOINT CHECKPOINT ...

The runs must start from the same weights (one seed) and have the same labels;
they may differ in how long they train and on what (Wortsman et al. 2022, model
soups). OUT is a checkpoint that `training.quantise` reads.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.examples import Scheme


def mean(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of each of the weights."""
    return {name: torch.stack([run[name].float() for run in runs]).mean(0) for name in runs[0]}


def _labels(kept: Mapping[str, Any]) -> dict[str, list[str]]:
    return {kind: list(kept["scheme"][kind]) for kind in Scheme.__slots__}


def main(given: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description="Average the weights of several runs.")
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args(given)
    runs = [torch.load(path, map_location="cpu", weights_only=True) for path in args.checkpoints]
    if any(_labels(run) != _labels(runs[0]) for run in runs):
        raise SystemExit("the runs have other labels than one another")
    if any(run["settings"]["seed"] != runs[0]["settings"]["seed"] for run in runs):
        raise SystemExit("the runs start from other weights than one another: their seeds differ")
    kept = {"model": mean([run["model"] for run in runs]), "scheme": _labels(runs[0])}
    torch.save(kept | {"runs": [{k: run[k] for k in ("step", "settings")} for run in runs]}, args.out)


if __name__ == "__main__":
    main(sys.argv[1:])
