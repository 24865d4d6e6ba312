"""The model in torch: MiniLM with a word-shape input, and the heads of all tasks on its word vectors."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from crossread.language.decode import forbidden
from crossread.language.pieces import SHAPES
from training.examples import NONE, Scheme

# The pretrained all-MiniLM-L6-v2 (Apache-2.0) this model starts from; anything else is refused.
PRETRAINED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
# Widths of the parser's views of a word, for arcs and for labels: as in Dozat and Manning (2017), halved.
ARC, LABEL = 256, 128
# Dropout in the encoder and before the parser's views. 0.1 and 0.3 as in the single-task experiments.
_DROP, _DROP_VIEW = 0.1, 0.3
# Weight of the tag loss beside the chain's own likelihood, as in the single-task experiment on statements.
_PLAIN = 0.3
_LEAK = 0.1


class SharedDropout(nn.Module):
    """Dropout of whole features of a window: one mask over all positions, much cheaper on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        mask = (torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= self.rate).to(x.dtype)
        return x * (mask / (1 - self.rate))


class Layer(nn.Module):
    """A BERT layer, queries, keys and values in one projection."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = SharedDropout(_DROP)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: for windows this short the fused kernel's backward pass takes a third of a CPU step.
        weights = (q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5
        seen = (weights.masked_fill(~mask, -1e4).softmax(-1).to(v.dtype) @ v).transpose(1, 2)
        seen = seen.reshape(b, n, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and shapes (batch, pieces) into states (batch, pieces, WIDTH)."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = SharedDropout(_DROP)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        x = self.piece(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    @torch.no_grad()
    def load_pretrained(self, folder: Path) -> None:
        """Fill from all-MiniLM-L6-v2; ValueError where the file is another."""
        path = folder / "model.safetensors"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != PRETRAINED_SHA256:
            raise ValueError(f"{path} has SHA-256 {digest}, not that of the pinned all-MiniLM-L6-v2")
        given = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        self.piece.weight.copy_(given["embeddings.word_embeddings.weight"])
        kind = given["embeddings.token_type_embeddings.weight"][0]
        self.position.weight.copy_(given["embeddings.position_embeddings.weight"] + kind)
        for part in ("weight", "bias"):
            getattr(self.norm, part).copy_(given[f"embeddings.LayerNorm.{part}"])
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                qkv = [given[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(qkv))
                getattr(layer.out, part).copy_(given[f"{at}attention.output.dense.{part}"])
                getattr(layer.norm1, part).copy_(given[f"{at}attention.output.LayerNorm.{part}"])
                getattr(layer.up, part).copy_(given[f"{at}intermediate.dense.{part}"])
                getattr(layer.down, part).copy_(given[f"{at}output.dense.{part}"])
                getattr(layer.norm2, part).copy_(given[f"{at}output.LayerNorm.{part}"])


class Chain(nn.Module):
    """A linear-chain CRF over BIO labels; moves that BIO forbids stay forbidden.

    A sequence may open inside a range, since a window may; what opens a text is
    for the decoder to forbid.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        self.move = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.open = nn.Parameter(torch.zeros(len(labels)))
        moves, _ = forbidden(labels)
        self.register_buffer("no_move", torch.from_numpy(moves))

    def loss(self, given: Tensor, lengths: Tensor, gold: Tensor) -> Tensor:
        """Return the mean negative log likelihood a word; `given` (n, words, labels), `gold` (n, words)."""
        move = self.move + self.no_move
        rows = torch.arange(len(given), device=given.device)
        paths = self.open + given[:, 0]
        score = paths[rows, gold[:, 0]]
        for t in range(1, given.shape[1]):
            on = t < lengths
            paths = torch.where(
                on[:, None], torch.logsumexp(paths[:, :, None] + move, 1) + given[:, t], paths
            )
            step = move[gold[:, t - 1], gold[:, t]] + given[rows, t, gold[:, t]]
            score = score + torch.where(on, step, torch.zeros_like(step))
        return (torch.logsumexp(paths, 1) - score).sum() / lengths.sum()


class Parser(nn.Module):
    """Biaffine arcs and labels (Dozat and Manning 2017); position 0 is the root."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.labels = labels
        self.views = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label = nn.Parameter(torch.zeros(LABEL + 1, labels * (LABEL + 1)))
        self.drop_in, self.drop_view = SharedDropout(_DROP_VIEW / 2), SharedDropout(_DROP_VIEW)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (batch, dependent, head), and the label views of dependents and heads."""
        views = self.drop_view(functional.leaky_relu(self.views(self.drop_in(words)), _LEAK))
        dependent, head, below, above = views.split((ARC, ARC, LABEL, LABEL), -1)
        return (_one(dependent) @ self.arc) @ head.transpose(1, 2), _one(below), _one(above)

    def label_scores(self, below: Tensor, above: Tensor) -> Tensor:
        """Return label scores (n, labels) of n arcs from their label views."""
        mixed = (below @ self.label).view(-1, self.labels, LABEL + 1)
        return (mixed @ above.unsqueeze(-1)).squeeze(-1)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one size, as tensors. Labels hold NONE where there is none."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    labels: dict[str, Tensor]
    sentences: tuple[tuple[int, int, int], ...]  # (row, first word, end)


class Model(nn.Module):
    """The encoder and every head. `plain` are the labels a word gets by itself, in this order."""

    plain = ("upos", "xpos", "lemma", "start", "name", "statement")

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.sizes = (
            len(scheme.upos),
            len(scheme.xpos),
            len(scheme.lemma),
            1,
            len(scheme.name),
            len(scheme.statement),
        )
        self.tags = nn.Linear(WIDTH, sum(self.sizes))
        self.parser = Parser(len(scheme.dep))
        self.name, self.statement = Chain(scheme.name), Chain(scheme.statement)
        self.vector = nn.Linear(WIDTH, WIDTH)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(WIDTH))
            self.vector.bias.zero_()
        self.drop = SharedDropout(_DROP)

    def words(self, batch: Batch) -> Tensor:
        """Return word vectors (batch, words, WIDTH): the mean of a word's first and last piece."""
        states = self.encoder(batch.ids, batch.mask, batch.shapes)
        rows = torch.arange(len(states), device=states.device)[:, None]
        return (states[rows, batch.first] + states[rows, batch.last]) * 0.5

    def losses(self, batch: Batch, teacher: Tensor | None) -> dict[str, Tensor]:
        """Return the loss of each task the batch has labels for, and of the sentence vectors."""
        words = self.words(batch)
        made: dict[str, Tensor] = {}
        tags = self.tags(self.drop(words)).float().split(self.sizes, -1)
        for kind, scores in zip(self.plain, tags, strict=True):
            gold = batch.labels.get(kind)
            if gold is None or not bool((gold != NONE).any()):
                continue
            if kind == "start":
                known = gold != NONE
                made[kind] = functional.binary_cross_entropy_with_logits(
                    scores[known][:, 0], gold[known].float()
                )
            else:
                made[kind] = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE)
                if kind in ("name", "statement"):
                    made[kind] = _PLAIN * made[kind] + self._chain_loss(getattr(self, kind), scores, gold)
        if "head" in batch.labels:
            made |= self._parse_losses(words, batch)
        if teacher is not None:
            made["vector"] = (
                1 - functional.cosine_similarity(self.sentence_vectors(words, batch), teacher)
            ).mean()
        return made

    @staticmethod
    def _chain_loss(chain: Chain, scores: Tensor, gold: Tensor) -> Tensor:
        rows = (gold[:, 1:] != NONE).any(1)
        gold = gold[rows, 1:]
        lengths = (gold != NONE).sum(1)
        return chain.loss(scores[rows, 1:], lengths, gold.clamp(min=0))

    def _parse_losses(self, words: Tensor, batch: Batch) -> dict[str, Tensor]:
        head, dep = batch.labels["head"], batch.labels["dep"]
        arcs, below, above = self.parser(words)
        inside = torch.arange(head.shape[1], device=head.device) < 1 + (head != NONE).sum(1, keepdim=True)
        arcs = arcs.float().masked_fill(~inside[:, None, :], -1e4)
        known = head != NONE
        rows, _ = known.nonzero(as_tuple=True)
        labels = self.parser.label_scores(below[known], above[rows, head[known]])
        return {
            "head": functional.cross_entropy(arcs[known], head[known]),
            "dep": functional.cross_entropy(labels.float(), dep[known], ignore_index=NONE),
        }

    def sentence_vectors(self, words: Tensor, batch: Batch) -> Tensor:
        """Return a vector of WIDTH for each sentence of the batch: its words' mean, mapped, not normalised."""
        means = torch.stack([words[row, start:end].mean(0) for row, start, end in batch.sentences])
        return self.vector(means)
