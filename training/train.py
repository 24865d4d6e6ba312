"""Train the language model: one command, seeded, resumable from its last checkpoint.

    python -m training.train CORPORA PRETRAINED OUT [--polnear FILE | --without-polnear] [--resume]

CORPORA holds the unpacked public corpora, PRETRAINED the files of
all-MiniLM-L6-v2, OUT receives checkpoint.pt and training.log.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from crossread.language.pieces import WordPieces
from training.batching import batches, collate
from training.data import NAMES_CORPORA, Data, load, name_examples, statement_examples
from training.examples import Builder, Example, Scheme, scheme
from training.model import Batch, Encoder, Model


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is determined by, with the corpora. Epochs may be fractions: a sample of a task's batches."""

    seed: int = 1
    tree_epochs: float = 6.0
    name_epochs: float = 2.0
    statement_epochs: float = 2.0
    # Pieces in a batch, padding included. 1,280 to 1,536 in the single-task experiments; smaller ones mean more steps.
    batch_pieces: int = 1152
    # Peak learning rates of the encoder, of the heads, and of the chains' moves; not swept.
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    chain_rate: float = 1e-2
    # Share of the steps in which rates rise; they fall linearly to 0 over the rest.
    warm_up: float = 0.06
    # Every so many batches the sentence vectors are held to the pretrained encoder's.
    vector_every: int = 4
    # Steps in all; 0 for as many as there are batches. Batches are interleaved, so fewer are a fair sample.
    steps: int = 0
    # Names corpora left out (training.data.NAMES_CORPORA, commas between), to measure on them.
    leave_out: str = ""
    # Multiply matrices in bfloat16: nearly twice as fast on a CPU with AMX, and on any recent GPU.
    bfloat16: int = 1


# Weights of the tasks' losses, 1 where not named; tags and lemmas are easy and must not lead. Not swept.
_WEIGHTS = {"upos": 0.5, "lemma": 0.5, "vector": 2.0}
_CLIP = 1.0
_CHECKPOINT_SECONDS = 180
_LOG_EVERY = 25

Planned = tuple[str, list[Example]]


def plan(data: Data, build: Builder, settings: Settings) -> list[Planned]:
    """Return every batch of the run with its task, interleaved; the same for the same data and settings."""
    rng = random.Random(settings.seed)
    fixed = {
        "name": name_examples(data.names, build),
        "statement": statement_examples(data.statements, build),
    }
    makers: dict[str, tuple[float, Callable[[], Sequence[Example]]]] = {
        # Treebank windows are cut anew each epoch, at other places.
        "tree": (settings.tree_epochs, lambda: list(build.trees(data.trees, rng))),
        "name": (settings.name_epochs, lambda: fixed["name"]),
        "statement": (settings.statement_epochs, lambda: fixed["statement"]),
    }
    placed: list[tuple[float, str, list[Example]]] = []
    for task, (epochs, make) in makers.items():
        made: list[list[Example]] = []
        for epoch in range(math.ceil(epochs)):
            whole = batches(make(), settings.batch_pieces, rng)
            made += whole[: round(len(whole) * min(1.0, epochs - epoch))]
        placed += [((k + rng.random()) / len(made), task, batch) for k, batch in enumerate(made)]
    placed.sort(key=lambda p: p[0])
    return [(task, batch) for _, task, batch in placed]


def rate(step: int, steps: int, warm_up: float) -> float:
    """Return the factor of the learning rates at a step: up linearly, then down to 0."""
    rise = max(1.0, steps * warm_up)
    return min((step + 1) / rise, (steps - step) / max(1.0, steps - rise))


class Teacher:
    """The pretrained encoder as it came: gives the sentence vectors whose geometry is to be kept."""

    def __init__(self, pretrained: Path, device: torch.device) -> None:
        self._encoder = Encoder().to(device).eval()
        self._encoder.load_pretrained(pretrained)
        self._device = device

    @torch.inference_mode()
    def __call__(self, examples: Sequence[Example]) -> Tensor:
        """Return a vector for each sentence of the examples, in order."""
        runs = [
            np.concatenate([e.ids[:1], e.ids[e.first[a] : e.last[b - 1] + 1], e.ids[-1:]])
            for e in examples
            for a, b in e.sentences
        ]
        ids = np.zeros((len(runs), max(map(len, runs))), np.int64)
        for row, run in enumerate(runs):
            ids[row, : len(run)] = run
        given = torch.from_numpy(ids).to(self._device)
        mask = given != 0
        states = self._encoder(given, mask, torch.zeros_like(given))
        return (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def optimiser(model: Model, settings: Settings) -> torch.optim.Optimizer:
    groups: dict[float, list[Tensor]] = defaultdict(list)
    for name, weights in model.named_parameters():
        if name.endswith((".move", ".open")):
            groups[settings.chain_rate].append(weights)
        elif name.startswith("encoder.") and ".shape." not in name:
            groups[settings.encoder_rate].append(weights)
        else:
            groups[settings.head_rate].append(weights)
    made = [{"params": weights, "lr": lr, "peak": lr} for lr, weights in groups.items()]
    return torch.optim.AdamW(made, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def moved(batch: Batch, device: torch.device) -> Batch:
    """Return a batch on another device."""
    if device.type == "cpu":
        return batch
    given = {f.name: getattr(batch, f.name) for f in fields(batch)}
    tensors = {k: v.to(device) for k, v in given.items() if isinstance(v, Tensor)}
    return Batch(**{**given, **tensors, "labels": {k: v.to(device) for k, v in batch.labels.items()}})


class Run:
    """A training run: where it stands, and how to go on."""

    def __init__(self, out: Path, pretrained: Path, made: Scheme, settings: Settings) -> None:
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(settings.seed)
        self.model = Model(made).to(self._device)
        self.model.encoder.load_pretrained(pretrained)
        self._teacher = Teacher(pretrained, self._device)
        self._optimiser = optimiser(self.model, settings)
        self._settings, self._scheme, self._checkpoint = settings, made, out / "checkpoint.pt"
        self.step = 0

    def resume(self) -> None:
        """Go on from the last checkpoint."""
        kept = torch.load(self._checkpoint, map_location=self._device, weights_only=True)
        self.model.load_state_dict(kept["model"])
        self._optimiser.load_state_dict(kept["optimiser"])
        self.step = kept["step"]

    def save(self) -> None:
        """Write a checkpoint; an interrupted write leaves the one before."""
        kept = {
            "model": self.model.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "step": self.step,
            "scheme": asdict(self._scheme),
            "settings": asdict(self._settings),
        }
        part = self._checkpoint.with_suffix(".part")
        torch.save(kept, part)
        part.replace(self._checkpoint)

    def go(self, planned: Sequence[Planned]) -> Iterator[dict[str, float]]:
        """Take the steps not yet taken, yielding the losses of each; checkpoints on the way."""
        self.model.train()
        last = time.monotonic()
        while self.step < len(planned):
            yield self._take(planned[self.step][1], len(planned))
            self.step += 1
            if time.monotonic() - last > _CHECKPOINT_SECONDS:
                self.save()
                last = time.monotonic()
        self.save()

    def _take(self, examples: list[Example], steps: int) -> dict[str, float]:
        # Seeded by the step, so that a resumed run is the run it would have been.
        torch.manual_seed(self._settings.seed * 1_000_003 + self.step)
        batch = moved(
            collate(examples, np.random.default_rng([self._settings.seed, self.step])), self._device
        )
        taught = self.step % self._settings.vector_every == 0 and any(e.sentences for e in examples)
        with torch.autocast(self._device.type, torch.bfloat16, enabled=bool(self._settings.bfloat16)):
            losses = self.model.losses(batch, self._teacher(examples) if taught else None)
        total = sum((_WEIGHTS.get(k, 1.0) * loss for k, loss in losses.items()), torch.zeros(()))
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), _CLIP)
        for group in self._optimiser.param_groups:
            group["lr"] = group["peak"] * rate(self.step, steps, self._settings.warm_up)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        return {k: float(v.detach()) for k, v in losses.items()}


def report(run: Run, planned: Sequence[Planned], write: Callable[[str], Any]) -> None:
    """Run to the end, writing the mean losses and the pieces a second every so many steps."""
    totals: dict[str, list[float]] = defaultdict(list)
    began, pieces = time.monotonic(), 0
    for losses in run.go(planned):
        pieces += sum(map(len, planned[run.step][1]))
        for kind, loss in losses.items():
            totals[kind].append(loss)
        if (run.step + 1) % _LOG_EVERY == 0:
            means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(totals.items()))
            seconds = time.monotonic() - began
            write(f"{run.step + 1}/{len(planned)} {means} {pieces / seconds:.0f} pieces/s {seconds:.0f} s")
            totals.clear()


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the language model.")
    parser.add_argument("corpora", type=Path, help="folder of the unpacked public corpora")
    parser.add_argument("pretrained", type=Path, help="folder of all-MiniLM-L6-v2's files")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the log")
    statements = parser.add_mutually_exclusive_group(required=True)
    statements.add_argument("--polnear", type=Path, help="PolNeAR's train readings, gzipped JSON lines")
    statements.add_argument(
        "--without-polnear", action="store_true", help="leave the statement tags untrained"
    )
    parser.add_argument("--resume", action="store_true", help="go on from OUT/checkpoint.pt")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for torch's choice")
    for f in fields(Settings):
        parser.add_argument(f"--{f.name.replace('_', '-')}", type=type(f.default), default=f.default)
    return parser.parse_args(given)


def main(given: Sequence[str]) -> None:
    args = arguments(given)
    settings = Settings(**{f.name: getattr(args, f.name) for f in fields(Settings)})
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_flush_denormal(True)
    if args.threads:
        torch.set_num_threads(args.threads)
    left_out = [name for name in settings.leave_out.split(",") if name]
    if unknown := set(left_out) - set(NAMES_CORPORA):
        raise SystemExit(f"--leave-out: no names corpus {unknown}; there are {', '.join(NAMES_CORPORA)}")
    data = load(args.corpora, args.polnear, settings.seed, leave_out=left_out)
    made = scheme([s.gold for s in data.trees], statements=args.polnear is not None)
    build = Builder(WordPieces(Tokenizer.from_file(str(args.pretrained / "tokenizer.json"))), made)
    planned = plan(data, build, settings)
    planned = planned[: settings.steps or len(planned)]
    run = Run(args.out, args.pretrained, made, settings)
    if args.resume:
        run.resume()
    with (args.out / "training.log").open("a", encoding="utf-8") as log:

        def write(line: str) -> None:
            print(line, file=log, flush=True)

        write(json.dumps(asdict(settings)))
        write(f"batches {dict(Counter(task for task, _ in planned))}")
        write(f"pieces {sum(len(e) for _, batch in planned for e in batch)}")
        report(run, planned, write)


if __name__ == "__main__":
    main(sys.argv[1:])
