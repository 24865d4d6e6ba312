"""The model as ONNX graphs, written out node by node from its weights.

Two graphs: `encoder_graph`, run once a batch of windows, and `label_graph`, run
once a batch on the arcs that were chosen. Written by hand so that every matrix
product by a weight is one MatMul, which quantisation then finds.

A graph that is to be quantised is written so that int8 costs little: see
`encoder_graph`. What it computes is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, np.ndarray]

# Opset 20 brings Gelu, LayerNormalization is there since 17; onnxruntime reads both since 1.17.
_OPSET, _IR = 20, 9
_EPSILON = 1e-12
_LEAK = 0.1

# How much of a channel's reach goes over to the weights (SmoothQuant, Xiao et al. 2023). Error of the tag scores on
# held-out text, of their spread: .059 without, .033 at .5, .031 at .65.
_SMOOTH = 0.65
# Inner neurons whose largest outgoing weight is over so many times the middle one stay in float. 5 and 10: alike.
_SPIKE = 10.0
# Products of what a norm gives, whose inputs are smoothed; the others have no channels that stand out.
SMOOTHED = ("qkv", "up")
# Start of the names of products that stay in float.
FLOAT = "float"

Reach = Mapping[str, np.ndarray]


class _Graph:
    """Nodes and constants as they are added; names are made up. `reach` for a graph that is to be quantised."""

    def __init__(self, reach: Reach | None = None) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.reach = reach

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def integers(self, *values: int) -> str:
        name = "i_" + "_".join(map(str, values)).replace("-", "m")
        return self.constant(name, np.asarray(values, np.int64))

    def add(self, kind: str, *inputs: str, to: str = "", **options: Any) -> str:
        name = to or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **options))
        return name

    def split(self, x: str, sizes: Sequence[int]) -> list[str]:
        names = [f"t{len(self.nodes)}_{i}" for i in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [x, self.integers(*sizes)], names, axis=-1))
        return names

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Return x @ weight.T + bias, weight as torch keeps it (out, in)."""
        if self.reach is not None and name in self.reach:
            scale = _smoothing(self.reach[name], weight)
            x = self.add("Mul", x, self.constant(f"{name}.smooth", 1 / scale))
            weight = weight * scale
        product = self.add("MatMul", x, self.constant(f"{name}.weight", weight.T), name=name)
        return self.add("Add", product, self.constant(f"{name}.bias", bias))

    def rows(self, name: str, table: np.ndarray, at: str) -> str:
        """Return the rows of a table; where the graph is to be quantised it is kept as int8, a scale a row."""
        if self.reach is None:
            return self.add("Gather", self.constant(name, table), at)
        scale = np.abs(table).max(1, keepdims=True).clip(1e-9) / 127
        picked = self.add("Gather", self.constant(name, np.round(table / scale).astype(np.int8)), at)
        scales = self.add("Gather", self.constant(f"{name}.scale", scale), at)
        return self.add("Mul", self.add("CastLike", picked, scales), scales)

    def norm(self, x: str, name: str, weights: Weights) -> str:
        scale, bias = (self.constant(f"{name}.{k}", weights[f"{name}.{k}"]) for k in ("weight", "bias"))
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=_EPSILON)

    def model(
        self,
        name: str,
        inputs: Sequence[tuple[str, int, Sequence[str | int]]],
        outputs: Sequence[tuple[str, int]],
    ) -> onnx.ModelProto:
        given = [helper.make_tensor_value_info(n, kind, list(shape)) for n, kind, shape in inputs]
        made = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [None] * rank) for n, rank in outputs]
        graph = helper.make_graph(self.nodes, name, given, made, list(self.constants.values()))
        built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
        onnx.checker.check_model(built)
        return built


def encoder_graph(
    weights: Weights, heads: int, arc: int, label: int, reach: Reach | None = None
) -> onnx.ModelProto:
    """Return the graph from windows to scores.

    Inputs: ids, shapes (batch, pieces) and mask (batch, pieces; 1 where there
    is a piece), first, last (batch, words). Outputs: words (batch, words,
    width), tags (batch, words, labels), arcs (batch, words, words; dependent,
    head), below and above (batch, words, `label`), the views for labels.

    With `reach`, the largest absolute values that each channel of the inputs
    of products took, by the products' names, the graph is made for int8: what
    a channel reaches beyond others goes over to the weights, the word pieces
    have a scale each, and the few inner neurons that speak much louder than
    all others (they mark the start of a window) stay in float.
    """
    g = _Graph(reach)
    states = _states(g, weights, heads)
    picked = [
        g.add("GatherND", states, g.add("Unsqueeze", k, g.integers(-1)), batch_dims=1)
        for k in ("first", "last")
    ]
    half = g.constant("half", np.asarray(0.5, np.float32))
    words = g.add("Mul", g.add("Add", *picked), half, to="words")
    g.add("Identity", g.linear(words, "tags", weights["tags.weight"], weights["tags.bias"]), to="tags")
    views = g.linear(words, "parser.views", weights["parser.views.weight"], weights["parser.views.bias"])
    leaky = g.add("LeakyRelu", views, alpha=_LEAK)
    dependent, head, below, above = g.split(leaky, (arc, arc, label, label))
    bilinear = weights["parser.arc"]
    turned = g.linear(dependent, "arc", bilinear[:-1].T, bilinear[-1])
    g.add("MatMul", turned, g.add("Transpose", head, perm=[0, 2, 1]), to="arcs")
    g.add("Identity", below, to="below")
    g.add("Identity", above, to="above")
    whole = ("batch", "pieces")
    inputs = [
        ("ids", TensorProto.INT64, whole),
        ("shapes", TensorProto.INT64, whole),
        ("mask", TensorProto.FLOAT, whole),
        ("first", TensorProto.INT64, ("batch", "words")),
        ("last", TensorProto.INT64, ("batch", "words")),
    ]
    return g.model("encoder", inputs, [(n, 3) for n in ("words", "tags", "arcs", "below", "above")])


def _states(g: _Graph, weights: Weights, heads: int) -> str:
    piece = g.rows("encoder.piece", weights["encoder.piece.weight"], "ids")
    length = g.add("Gather", g.add("Shape", "ids"), g.integers(1))
    table = g.constant("encoder.position", weights["encoder.position.weight"])
    position = g.add("Slice", table, g.integers(0), length)
    shape = g.add("Gather", g.constant("encoder.shape", weights["encoder.shape.weight"]), "shapes")
    x = g.norm(g.add("Add", g.add("Add", piece, position), shape), "encoder.norm", weights)
    one, low = (g.constant(n, np.asarray(v, np.float32)) for n, v in (("one", 1), ("low", 1e4)))
    hidden = g.add("Sub", g.add("Unsqueeze", "mask", g.integers(1, 2)), one)
    bias = g.add("Mul", hidden, low)  # 0 where there is a piece, -1e4 where there is none
    layers = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layers."))
    for i in range(layers):
        x = _layer(g, weights, f"encoder.layers.{i}", x, bias, heads)
    return x


def _layer(g: _Graph, weights: Weights, at: str, x: str, bias: str, heads: int) -> str:
    width = weights[f"{at}.out.weight"].shape[0]
    each = width // heads
    by_head = g.integers(0, 0, heads, each)

    # One product for queries, keys and values; what scales the queries is part of their weights.
    scale = np.repeat(np.asarray([each**-0.5, 1, 1], np.float32), width)
    weight, qkv_bias = weights[f"{at}.qkv.weight"] * scale[:, None], weights[f"{at}.qkv.bias"] * scale
    parts = g.split(g.linear(x, f"{at}.qkv", weight, qkv_bias), (width, width, width))
    perms = ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])
    query, key, value = (
        g.add("Transpose", g.add("Reshape", part, by_head), perm=perm)
        for part, perm in zip(parts, perms, strict=True)
    )
    attention = g.add("Softmax", g.add("Add", g.add("MatMul", query, key), bias), axis=-1)
    seen = g.add("Transpose", g.add("MatMul", attention, value), perm=[0, 2, 1, 3])
    flat = g.add("Reshape", seen, g.integers(0, 0, width))

    def linear(name: str, given: str) -> str:
        return g.linear(given, f"{at}.{name}", weights[f"{at}.{name}.weight"], weights[f"{at}.{name}.bias"])

    x = g.norm(g.add("Add", linear("out", flat), x), f"{at}.norm1", weights)
    return g.norm(g.add("Add", _inner(g, weights, at, x), x), f"{at}.norm2", weights)


def _inner(g: _Graph, weights: Weights, at: str, x: str) -> str:
    up, up_bias, down, down_bias = (
        weights[f"{at}.{name}.{part}"] for name in ("up", "down") for part in ("weight", "bias")
    )
    spikes = _spikes(down) if g.reach is not None else np.zeros(len(up), bool)
    quiet = ~spikes
    inner = g.add("Gelu", g.linear(x, f"{at}.up", up * quiet[:, None], up_bias * quiet))
    made = g.linear(inner, f"{at}.down", down * quiet, down_bias)
    if not spikes.any():
        return made
    loud = g.add("Gelu", g.linear(x, f"{FLOAT}.{at}.up", up[spikes], up_bias[spikes]))
    share = g.constant(f"{FLOAT}.{at}.down.weight", down[:, spikes].T)
    return g.add("Add", made, g.add("MatMul", loud, share, name=f"{FLOAT}.{at}.down"))


def _spikes(down: np.ndarray) -> np.ndarray:
    """Return which inner neurons have an outgoing weight far beyond all others'. `down` (out, in)."""
    largest = np.abs(down).max(0)
    return np.asarray(largest > _SPIKE * np.median(largest))


def _smoothing(reach: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return by what each channel is divided, and its weights (out, in) multiplied: 1 for the middle one."""
    scale = reach.clip(1e-3) ** _SMOOTH / np.abs(weight).max(0).clip(1e-3) ** (1 - _SMOOTH)
    return np.asarray(scale / np.median(scale), np.float32)


def label_graph(weights: Weights, labels: int) -> onnx.ModelProto:
    """Return the graph from chosen arcs to label scores.

    Inputs: below, above (arcs, width): the label views of dependents and of
    their heads. Output: scores (arcs, labels).
    """
    g = _Graph()
    table = weights["parser.label"]
    width = table.shape[0] - 1
    mixed = g.linear("below", "label", table[:-1].T, table[-1])
    by_label = g.add("Reshape", mixed, g.integers(-1, labels, width + 1))
    sized = g.add("Shape", "above")
    rows = g.add("Gather", sized, g.integers(0))
    ones = g.add(
        "ConstantOfShape",
        g.add("Concat", rows, g.integers(1), axis=0),
        value=helper.make_tensor("v", TensorProto.FLOAT, [1], [1.0]),
    )
    extended = g.add("Unsqueeze", g.add("Concat", "above", ones, axis=1), g.integers(-1))
    g.add("Squeeze", g.add("MatMul", by_label, extended), g.integers(-1), to="scores")
    inputs = [(n, TensorProto.FLOAT, ("arcs", width)) for n in ("below", "above")]
    return g.model("labels", inputs, [("scores", 2)])
