"""Examples into batches of like length, and batches into tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch

from training.examples import NONE, Example
from training.model import Batch

# Examples shuffled together before they are sorted by length: large enough that little is padding.
_POOL = 2000
# Pieces are hidden with this chance in training, as in the single-task experiments; those below 1000 are marks
# and unused ones.
_HIDE, _MASK, _FIRST_WORD_PIECE = 0.05, 103, 1000
# Share of windows whose words are shown all lower case or all capitals: headlines, careless texts. Not swept.
_RECASED = 0.06
_KINDS_LOWERED, _KINDS_RAISED = (1, 2, 3, 6), (0, 1, 6)


def batches(
    examples: Sequence[Example], most_pieces: int, rng: random.Random | None = None
) -> list[list[Example]]:
    """Return batches of at most `most_pieces` padded pieces, of like lengths; with `rng` shuffled."""
    order = list(range(len(examples)))
    if rng:
        rng.shuffle(order)
    made: list[list[Example]] = []
    step = _POOL if rng else max(1, len(order))
    for at in range(0, len(order), step):
        batch: list[Example] = []
        for i in sorted(order[at : at + step], key=lambda i: len(examples[i])):
            if batch and len(examples[i]) * (len(batch) + 1) > most_pieces:
                made.append(batch)
                batch = []
            batch.append(examples[i])
        if batch:
            made.append(batch)
    if rng:
        rng.shuffle(made)
    return made


def collate(examples: Sequence[Example], rng: np.random.Generator | None = None) -> Batch:
    """Pad examples to one size. With `rng` some words are hidden and some windows recased."""
    pieces = max(len(e.ids) for e in examples)
    length = max(len(e.first) for e in examples)
    ids = np.zeros((len(examples), pieces), np.int64)
    shapes = np.zeros_like(ids)
    mask = np.zeros(ids.shape, bool)
    first = np.zeros((len(examples), length), np.int64)
    last = np.zeros_like(first)
    kinds = sorted({k for e in examples for k in e.labels})
    labels = {k: np.full(first.shape, NONE, np.int64) for k in kinds}
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = example.ids
        shapes[row, : len(example.ids)] = example.shapes
        mask[row, : len(example.ids)] = True
        first[row, : len(example.first)] = example.first
        last[row, : len(example.last)] = example.last
        for kind, values in example.labels.items():
            labels[kind][row, : len(values)] = values
    if rng is not None:
        ids[(rng.random(ids.shape) < _HIDE) & (ids >= _FIRST_WORD_PIECE)] = _MASK
        _recase(shapes, rng)
    return Batch(
        ids=torch.from_numpy(ids),
        mask=torch.from_numpy(mask),
        shapes=torch.from_numpy(shapes),
        first=torch.from_numpy(first),
        last=torch.from_numpy(last),
        labels={k: torch.from_numpy(v) for k, v in labels.items()},
        sentences=tuple((row, a, b) for row, e in enumerate(examples) for a, b in e.sentences),
    )


def _recase(shapes: np.ndarray, rng: np.random.Generator) -> None:
    for row in shapes[rng.random(len(shapes)) < _RECASED]:
        lowered = rng.random() < 0.5
        kind, spaced = (row - 1) // 2, (row - 1) % 2
        changed = np.isin(kind, _KINDS_LOWERED if lowered else _KINDS_RAISED) & (row > 0)
        row[changed] = (1 + 2 * (0 if lowered else 2) + spaced)[changed]
