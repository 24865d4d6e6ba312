"""Measure names on corpora that are trained on, each with a model that has not seen it.

    python -m training.leave_one_out CORPORA PRETRAINED OUT [--corpora wikigold uner] [options of training.train]

For each corpus a model is trained without it (on names, and one epoch of trees,
of which GUM's have names, unless other epochs are asked for), quantised, and
measured on it; OUT/scores.json receives the scores. A run that is started again
goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from crossread.language.onnx_backend import OnnxBackend
from training import corpora, quantise, train
from training.data import names_held_out, wikigold
from training.evaluate import Scores, score_names
from training.harmonise import Gazette, Marked

# What a corpus is measured on: WikiGold as a whole, of UNER the part that is never trained on.
_MEASURED: dict[str, Callable[[Path, Gazette], Sequence[Marked]]] = {
    "wikigold": wikigold,
    "uner": lambda root, gazette: names_held_out(root, gazette)["UNER-EWT dev"],
}


def left_out(name: str, root: Path, pretrained: Path, out: Path, options: Sequence[str]) -> Scores:
    """Train without a corpus, in `out`, and return the names scores on it."""
    checkpoint = out / "checkpoint.pt"
    resume = ["--resume"] if checkpoint.is_file() else []
    train.main(
        [str(root), str(pretrained), str(out), "--without-polnear", "--leave-out", name, *options, *resume]
    )
    quantise.main([str(checkpoint), str(pretrained), str(root), str(out / "model")])
    gazette = Gazette(corpora.gmb(root))
    return score_names(OnnxBackend(out / "model"), _MEASURED[name](root, gazette))


def main(given: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description="Measure names on corpora left out of the training.")
    for argument in ("root", "pretrained", "out"):
        parser.add_argument(argument, type=Path)
    parser.add_argument("--corpora", nargs="+", choices=list(_MEASURED), default=list(_MEASURED))
    args, options = parser.parse_known_args(given)
    options = ["--tree-epochs", "1", *options]
    scores: dict[str, Scores] = {}
    for name in args.corpora:
        scores[name] = left_out(name, args.root, args.pretrained, args.out / name, options)
        print(name, scores[name], flush=True)
        (args.out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
