"""The shipped encoder: a model folder opened with onnxruntime, windows in, scores out.

A folder holds encoder.onnx (windows into tag scores, arc scores and label views),
labels.onnx (chosen arcs into label scores), arrays.npz (label chains), scheme.json
(label lists), lemmas.txt (known forms) and tokenizer.json. Word vectors, and a map
from them to sentence vectors, are in the files too; nothing here reads them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from crossread.errors import LanguageError
from crossread.language import lemmas
from crossread.language.decode import Floats, Ints, forbidden
from crossread.language.pieces import Pieces, WordPieces
from crossread.text.background import background

ENCODER, LABELS, ARRAYS = "encoder.onnx", "labels.onnx", "arrays.npz"
SCHEME, LEMMAS, TOKENIZER = "scheme.json", "lemmas.txt", "tokenizer.json"
FILES = (ENCODER, LABELS, ARRAYS, SCHEME, LEMMAS, TOKENIZER)

_OUTPUTS = ("tags", "arcs", "below", "above")
# The scores a word gets by itself, in the order of the model's tag output; `start` is one score.
_PLAIN = ("upos", "xpos", "lemma", "start", "name", "statement")

# onnxruntime's kernel for a sum and its norm in one is ten times slower on a CPU than the two apart (1.31); without
# it a pass takes .65 to .75 of the time.
_NOT_FUSED = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window of n words (the window itself, row 0, left out of all but arcs).

    arcs (n, n + 1): word i below head j, 0 the root; below (n, w) and above
    (n + 1, w) label views; start (n,) log odds; the rest (n, labels).
    """

    upos: Floats
    xpos: Floats
    lemma: Floats
    start: Floats
    name: Floats
    statement: Floats
    arcs: Floats
    below: Floats
    above: Floats


@dataclass(frozen=True, slots=True)
class Chain:
    """The moves and openings of a label chain, for decode.best_chain."""

    labels: tuple[str, ...]
    move: Floats
    opens: Floats


class Encoder:
    """A model folder. Not thread-safe for the cache of its word pieces."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise LanguageError(f"no language model in {folder}: {', '.join(missing)} missing")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._encoder, self._labels = (
            onnxruntime.InferenceSession(
                str(folder / name),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_NOT_FUSED,
            )
            for name in (ENCODER, LABELS)
        )
        scheme = json.loads((folder / SCHEME).read_text("utf-8"))
        self.upos, self.xpos, self.dep = (tuple(scheme[k]) for k in ("upos", "xpos", "dep"))
        known = lemmas.read((folder / LEMMAS).read_text("utf-8").splitlines())
        self.lemmas = lemmas.Lemmas(known, background().counts.keys(), scheme["lemma"])
        with np.load(folder / ARRAYS) as arrays:
            kept = {k: arrays[k].astype(np.float32) for k in arrays.files}
        self.name = _chain(tuple(scheme["name"]), kept, "name")
        self.statement = _chain(tuple(scheme["statement"]), kept, "statement")
        self.pieces = WordPieces(Tokenizer.from_file(str(folder / TOKENIZER)))
        sizes = [len(scheme[k]) if k != "start" else 1 for k in _PLAIN]
        self._cuts = np.cumsum(sizes)[:-1]

    def scores(self, windows: Sequence[Pieces]) -> list[Scores]:
        """Return the scores of each window, all run as one batch."""
        tags, arcs, below, above = self._encoder.run(_OUTPUTS, encoder_input(windows))
        made = []
        for row, window in enumerate(windows):
            size = len(window.first)
            plain = np.split(tags[row, 1:size], self._cuts, -1)
            by_name = dict(zip(_PLAIN, plain, strict=True))
            by_name["start"] = by_name["start"][:, 0]
            made.append(
                Scores(
                    arcs=arcs[row, 1:size, :size],
                    below=below[row, 1:size],
                    above=above[row, :size],
                    **by_name,
                )
            )
        return made

    def labels(self, below: Floats, above: Floats) -> Ints:
        """Return the best relation's number for each of n arcs, from their label views (n, w)."""
        scores = self._labels.run(None, {"below": below, "above": above})[0]
        best: Ints = np.asarray(scores).argmax(-1)
        return best


def encoder_input(windows: Sequence[Pieces]) -> dict[str, np.ndarray]:
    """Return windows as one padded batch, the encoder's inputs by name."""
    ids = _padded([w.ids for w in windows])
    sizes = np.asarray([[len(w.ids)] for w in windows])
    return {
        "ids": ids,
        "shapes": _padded([w.shapes for w in windows]),
        "mask": (np.arange(ids.shape[1]) < sizes).astype(np.float32),
        "first": _padded([w.first for w in windows]),
        "last": _padded([w.last for w in windows]),
    }


def _chain(labels: tuple[str, ...], kept: dict[str, Floats], name: str) -> Chain:
    moves, opens = forbidden(labels)
    return Chain(labels, kept[f"{name}.move"] + moves, kept[f"{name}.open"] + opens)


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    made = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for row, values in zip(made, rows, strict=True):
        row[: len(values)] = values
    return made
