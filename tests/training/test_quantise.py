"""Graphs made for int8 compute what the plain graph computes."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

import onnx
from onnxruntime import InferenceSession
from tests.language.test_onnx_backend import ARC, HEADS, LABEL, random_weights, some_window
from training.graph import FLOAT, Weights, encoder_graph
from training.quantise import reaches

UP, DOWN = "encoder.layers.0.up", "encoder.layers.0.down"
LOUD = 3  # the inner neuron that speaks louder than all others


def weights_with_a_spike() -> dict[str, np.ndarray]:
    weights = random_weights(np.random.default_rng(5))
    weights["encoder.norm.weight"][1] *= 30
    weights[f"{DOWN}.weight"][:, LOUD] *= 50
    return weights


def outputs(graph: onnx.ModelProto) -> list[np.ndarray]:
    session = InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    return [np.asarray(made) for made in session.run(None, some_window())]


def for_int8(weights: Weights) -> onnx.ModelProto:
    plain = encoder_graph(weights, HEADS, ARC, LABEL)
    return encoder_graph(weights, HEADS, ARC, LABEL, reaches(plain, [some_window()]))


def constants(graph: onnx.ModelProto) -> dict[str, np.ndarray]:
    return {c.name: onnx.numpy_helper.to_array(c) for c in graph.graph.initializer}


def test_it_says_what_the_plain_graph_says() -> None:
    weights = weights_with_a_spike()
    table = weights["encoder.piece.weight"]
    scale = np.abs(table).max(1, keepdims=True) / 127
    weights["encoder.piece.weight"] = np.round(table / scale) * scale  # the one thing that is rounded already
    plain = outputs(encoder_graph(weights, HEADS, ARC, LABEL))
    for ours, theirs in zip(outputs(for_int8(weights)), plain, strict=True):
        assert np.allclose(ours, theirs, rtol=1e-3, atol=1e-2)


def test_a_loud_inner_neuron_stays_in_float() -> None:
    kept = constants(for_int8(weights_with_a_spike()))
    assert not kept[f"{DOWN}.weight"][LOUD].any()
    assert kept[f"{FLOAT}.{DOWN}.weight"].shape[0] == 1
    assert f"{FLOAT}.{DOWN}.weight" not in constants(for_int8(random_weights(np.random.default_rng(5))))


def test_channels_that_stand_out_go_over_to_the_weights() -> None:
    weights = weights_with_a_spike()
    scale = 1 / constants(for_int8(weights))["encoder.layers.0.qkv.smooth"]
    assert scale.argmax() == 1
    assert scale[1] > 3 * np.median(scale)
