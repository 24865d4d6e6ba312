"""From a checkpoint to the model folder that is shipped: int8 graphs, labels, chains, vocabulary.

    python -m training.quantise CHECKPOINT PRETRAINED CORPORA OUT [--float]

With --float the graphs keep their float32 weights, to measure what int8 costs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx

from crossread.language import lemmas
from crossread.language.encoder import ARRAYS, ENCODER, LABELS, LEMMAS, SCHEME, TOKENIZER
from training.data import tree_words
from training.examples import Scheme
from training.graph import Weights, encoder_graph, label_graph
from training.lexicon import known_forms

# Read from the weights alone, so that models of other sizes (a test's) go the same way.
_KEPT = ("name.move", "name.open", "statement.move", "statement.open", "vector.weight", "vector.bias")


def write_model(
    weights: Weights, made: Scheme, known: lemmas.Known, heads: int, out: Path, *, float_: bool = False
) -> None:
    """Write graphs, arrays, labels and known forms to `out`. The vocabulary is the caller's to add."""
    out.mkdir(parents=True, exist_ok=True)
    views, label = weights["parser.views.bias"].shape[0], weights["parser.label"].shape[0] - 1
    graphs = {
        ENCODER: encoder_graph(weights, heads, views // 2 - label, label),
        LABELS: label_graph(weights, len(made.dep)),
    }
    for name, graph in graphs.items():
        if float_:
            onnx.save(graph, out / name)
        else:
            _quantised(graph, out / name)
    kept = {k: weights[k].astype(np.float16) for k in _KEPT}
    np.savez(out / ARRAYS, allow_pickle=False, **kept)
    (out / LEMMAS).write_text(lemmas.written(known), "utf-8")
    (out / SCHEME).write_text(json.dumps(asdict(made), indent=1) + "\n", "utf-8")


def _quantised(graph: onnx.ModelProto, path: Path) -> None:
    """Write a graph with int8 weights, a scale for each output column (one for all cost up to .6 LAS)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        onnx.save(graph, whole)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


def main(given: Sequence[str]) -> None:
    import torch

    from training.model import HEADS

    parser = argparse.ArgumentParser(description="Write the model folder from a checkpoint.")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument(
        "pretrained", type=Path, help="folder of all-MiniLM-L6-v2's files, for the vocabulary"
    )
    parser.add_argument("corpora", type=Path, help="folder of the unpacked public corpora, for known forms")
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="keep float32 weights")
    args = parser.parse_args(given)
    kept = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    weights = {k: v.float().numpy() for k, v in kept["model"].items()}
    made = Scheme(**{k: tuple(kept["scheme"][k]) for k in Scheme.__slots__})
    known = known_forms(list(tree_words(args.corpora, "train")))
    write_model(weights, made, known, HEADS, args.out, float_=args.float)
    shutil.copyfile(args.pretrained / TOKENIZER, args.out / TOKENIZER)


if __name__ == "__main__":
    main(sys.argv[1:])
