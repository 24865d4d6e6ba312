"""The model in torch: its losses, its chain, and the graphs that must say what it says."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")
pytest.importorskip("tokenizers")

import torch
from training.batching import batches, collate
from training.examples import NONE, Example, Scheme, bio
from training.model import ARC, HEADS, LABEL, VOCABULARY, Chain, Encoder, Model
from training.train import rate

SCHEME = Scheme(
    ("NOUN", "VERB"), ("NN", "VB", "VBD"), ("=", "0|"), ("nsubj", "root"), bio(("PERSON",)), bio(("cue",))
)


def example(length: int, seed: int = 0) -> Example:
    rng = np.random.default_rng(seed)
    ids = rng.integers(1000, VOCABULARY, length + 2)
    places = np.arange(length + 1)
    labels = {
        "upos": rng.integers(0, 2, length + 1),
        "head": np.asarray([NONE, 0, *([1] * (length - 1))]),
        "dep": rng.integers(0, 2, length + 1),
        "name": np.asarray([NONE, *([0] * length)]),
    }
    labels["upos"][0] = labels["dep"][0] = NONE
    return Example(ids, rng.integers(1, 15, length + 2), places, places, labels, ((1, length + 1),))


@pytest.fixture(scope="module")
def model() -> Model:
    torch.manual_seed(3)
    made = Model(SCHEME)
    made.eval()
    for weights in made.parameters():
        torch.nn.init.normal_(weights, std=0.1)
    return made


def test_the_chain_loss_is_the_likelihood_over_all_chains() -> None:
    torch.manual_seed(1)
    chain = Chain(bio(("A",)))
    torch.nn.init.normal_(chain.move)
    given = torch.randn(1, 3, 3)
    gold = torch.tensor([[1, 2, 0]])
    move, open_ = chain.move + chain.no_move, chain.open

    def score(path: tuple[int, ...]) -> torch.Tensor:
        total = open_[path[0]] + sum(given[0, i, k] for i, k in enumerate(path))
        return total + sum(move[a, b] for a, b in pairwise(path))

    every = torch.stack([score(path) for path in product(range(3), repeat=3)])
    expected = (torch.logsumexp(every, 0) - score((1, 2, 0))) / 3
    assert float(chain.loss(given, torch.tensor([3]), gold).detach()) == pytest.approx(
        float(expected.detach()), abs=1e-5
    )


def test_padding_changes_no_vector(model: Model) -> None:
    short, long = example(4), example(9, seed=1)
    with torch.no_grad():
        alone = model.words(collate([short]))[0, :5]
        beside = model.words(collate([short, long]))[0, :5]
    assert torch.allclose(alone, beside, atol=1e-5)


def test_losses_are_of_the_labels_there_are(model: Model) -> None:
    batch = collate([example(5), example(7, seed=2)])
    losses = model.losses(batch, torch.randn(2, 384))
    assert set(losses) == {"upos", "name", "head", "dep", "vector"}
    assert all(bool(torch.isfinite(loss)) for loss in losses.values())


def test_the_graphs_say_what_the_model_says(model: Model) -> None:
    pytest.importorskip("onnx")
    onnxruntime = pytest.importorskip("onnxruntime")
    from training.graph import encoder_graph, label_graph

    weights = {k: v.float().numpy() for k, v in model.state_dict().items()}
    batch = collate([example(6), example(3, seed=4)])
    given = {k: getattr(batch, k).numpy() for k in ("ids", "shapes", "first", "last")}
    given["mask"] = batch.mask.float().numpy()
    graph = encoder_graph(weights, HEADS, ARC, LABEL).SerializeToString()
    words, tags, arcs, below, above = onnxruntime.InferenceSession(graph).run(None, given)
    with torch.no_grad():
        expected = model.words(batch)
        expected_arcs, expected_below, expected_above = model.parser(expected)
        labels = model.parser.label_scores(expected_below[0], expected_above[0])
        pairs = (
            (words, expected),
            (tags, model.tags(expected)),
            (arcs, expected_arcs),
            (below, expected_below[..., :-1]),
        )
    for made, wanted in pairs:
        assert np.allclose(made, wanted.numpy(), atol=1e-3)
    labelling = label_graph(weights, len(SCHEME.dep)).SerializeToString()
    (scores,) = onnxruntime.InferenceSession(labelling).run(None, {"below": below[0], "above": above[0]})
    assert np.allclose(scores, labels.numpy(), atol=1e-3)


def test_another_pretrained_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"another")
    with pytest.raises(ValueError, match="SHA-256"):
        Encoder().load_pretrained(tmp_path)


def test_batches_hold_every_example_once_and_keep_to_their_size() -> None:
    examples = [example(3 + k % 7, seed=k) for k in range(40)]
    made = batches(examples, 60)
    assert sorted(id(e) for batch in made for e in batch) == sorted(map(id, examples))
    assert all(max(map(len, batch)) * len(batch) <= 60 for batch in made)


def test_rates_rise_then_fall_to_nothing() -> None:
    factors = [rate(step, 100, 0.1) for step in range(100)]
    assert factors[9] == max(factors) == 1
    assert factors[:10] == sorted(factors[:10])
    assert factors[9:] == sorted(factors[9:], reverse=True)
    assert 0 < factors[-1] < 0.02
