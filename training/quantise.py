"""From a checkpoint to the model folder that is shipped: int8 graphs, labels, chains, vocabulary.

    python -m training.quantise CHECKPOINT PRETRAINED CORPORA OUT [--float]

With --float the graphs keep their float32 weights, to measure what int8 costs. What the channels of the model reach
is measured on treebank sentences that it was trained on.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
from tokenizers import Tokenizer

from crossread.language import lemmas
from crossread.language.encoder import ARRAYS, ENCODER, LABELS, LEMMAS, SCHEME, TOKENIZER, encoder_input
from crossread.language.pieces import WordPieces
from training import corpora
from training.data import tree_words
from training.examples import Scheme, tree_sentence
from training.graph import FLOAT, SMOOTHED, Weights, encoder_graph, label_graph
from training.lexicon import known_forms

Given = Mapping[str, np.ndarray]

# Sentences that channels are measured on, and every how many one is taken.
_SEEN, _SEEN_EVERY = 400, 8
# Read from the weights alone, so that models of other sizes (a test's) go the same way.
_KEPT = ("name.move", "name.open", "statement.move", "statement.open", "vector.weight", "vector.bias")


def write_model(
    weights: Weights, made: Scheme, known: lemmas.Known, heads: int, out: Path, seen: Sequence[Given] | None
) -> None:
    """Write graphs, arrays, labels and known forms to `out`. The vocabulary is the caller's to add.

    `seen` are inputs of the encoder to measure its channels on; with None the
    graphs keep their float32 weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    views, label = weights["parser.views.bias"].shape[0], weights["parser.label"].shape[0] - 1
    shape = heads, views // 2 - label, label
    encoder, labels = encoder_graph(weights, *shape), label_graph(weights, len(made.dep))
    if seen is None:
        onnx.save(encoder, out / ENCODER)
        onnx.save(labels, out / LABELS)
    else:
        _quantised(encoder_graph(weights, *shape, reaches(encoder, seen)), out / ENCODER)
        _quantised(labels, out / LABELS)
    kept = {k: weights[k].astype(np.float16) for k in _KEPT}
    np.savez(out / ARRAYS, allow_pickle=False, **kept)
    (out / LEMMAS).write_text(lemmas.written(known), "utf-8")
    (out / SCHEME).write_text(json.dumps(asdict(made), indent=1) + "\n", "utf-8")


def reaches(graph: onnx.ModelProto, seen: Sequence[Given]) -> dict[str, np.ndarray]:
    """Return the largest absolute value of each channel of what goes into the products that are smoothed."""
    from onnxruntime import InferenceSession

    inputs = {n.name: n.input[0] for n in graph.graph.node if n.name.endswith(SMOOTHED)}
    shown = onnx.ModelProto()
    shown.CopyFrom(graph)
    wanted = sorted(set(inputs.values()))
    shown.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in wanted)
    session = InferenceSession(shown.SerializeToString(), providers=["CPUExecutionProvider"])
    most: dict[str, np.ndarray] = {}
    for given in seen:
        for name, value in zip(wanted, session.run(wanted, dict(given)), strict=True):
            reach = np.abs(value).max((0, 1))
            most[name] = np.maximum(most.get(name, reach), reach)
    return {name: most[given] for name, given in inputs.items()}


def _quantised(graph: onnx.ModelProto, path: Path) -> None:
    """Write a graph with int8 weights, a scale for each output column (one for all cost up to .6 LAS)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        onnx.save(graph, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=[n.name for n in graph.graph.node if n.name.startswith(FLOAT)],
        )


def windows(root: Path, pretrained: Path, count: int = _SEEN) -> list[Given]:
    """Return sentences of GUM's training documents as inputs of the encoder, one a batch."""
    pieces = WordPieces(Tokenizer.from_file(str(pretrained / TOKENIZER)))
    sentences = (s for path in corpora.gum(root, "train") for s in corpora.read_conllu(path))
    chosen = islice(sentences, 0, count * _SEEN_EVERY, _SEEN_EVERY)
    return [encoder_input([pieces.window(tree_sentence(s, None).words)]) for s in chosen]


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
    seen = None if args.float else windows(args.corpora, args.pretrained)
    write_model(weights, made, known, HEADS, args.out, seen)
    shutil.copyfile(args.pretrained / TOKENIZER, args.out / TOKENIZER)


if __name__ == "__main__":
    main(sys.argv[1:])
