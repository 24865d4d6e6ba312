"""Write the card of a model folder: what it was made from, under which licences, what it scores, how to rebuild it.

python -m training.card MODEL CHECKPOINT CORPORA PRETRAINED SCORES.json [--polnear FILE] [--note TEXT]

Scores of the float32 weights and of peers are read from beside SCORES.json,
where `training.evaluate` writes them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossread.language.encoder import FILES
from training.corpora import GUM_GENRES
from training.evaluate import FLOAT_SCORES, PEER_SCORES, SPEED, Scores


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus: its folder under the corpora, what it serves, its licence as its makers state it."""

    title: str
    folder: str
    use: str
    licence: str


SOURCES = (
    Source("UD English EWT 2.15", "ewt", "trees, tags, lemmas (train)", "CC BY-SA 4.0"),
    Source(
        "UD English GUM: " + ", ".join(GUM_GENRES),
        "gum_ud",
        "trees, tags, lemmas, names (train); held out: dev, test",
        "annotation CC BY 4.0; texts by genre, below",
    ),
    Source(
        "Groningen Meaning Bank",
        "gmb",
        "names (27 of 100 sentences); held out: every twentieth block",
        "texts public domain (Voice of America); no licence stated for the annotation",
    ),
    Source("UNER English EWT", "uner_ewt", "names (its test part); held out: dev", "CC BY-SA 4.0"),
    Source("WikiGold", "juandr/data/wikigold", "names", "CC BY 4.0"),
    Source(
        "re3d without its BBC and EU parts",
        "juandr/data/re3d",
        "names",
        "by source: Open Government Licence 3.0, CC BY 3.0 AU, CC BY-SA 3.0 (Wikipedia), US public domain",
    ),
    Source("CrossNER: politics, literature, science", "crossner", "names", "MIT; its texts are Wikipedia's"),
    Source(
        "Europarl-NER", "europarl", "names", '"no copyright restrictions of the material" known to its makers'
    ),
    Source("multiNER", "multiNER", "names", "CC0"),
    Source("MEANTIME", "meantime", "held out", "CC BY 4.0"),
)
_POLNEAR = "statements | no licence for the texts: trained on, not redistributed"
_BASE = "all-MiniLM-L6-v2 (Apache-2.0)"
# What GUM says of its genres: its own licence file, and the treebank's for speeches and textbooks.
_GUM_LICENCES = """\
GUM's own licence file puts all annotation under CC BY 4.0 and names the texts' licences by genre. Used are: academic,
court (CC BY 4.0), news, interview (Wikinews, CC BY 2.5), bio, voyage (Wikipedia, Wikivoyage, CC BY-SA 3.0); the
treebank's licence file adds textbook (OpenStax, CC BY) and speech (public domain). That file puts the treebank as a
whole under CC BY-NC-SA 4.0, because it also holds genres under NC terms (fiction, how-to guides, letters, essays,
podcasts); none of those is used."""


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return the SHA-256 over files' names below `root` and contents, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What a card tells of how a model was made."""

    digests: Mapping[str, str]  # by corpus folder, and of `model`, `pretrained` and `polnear`
    files: Mapping[str, tuple[int, str]]  # size in bytes and SHA-256 by name
    runs: Sequence[Mapping[str, Any]]  # `step` and `settings` of each run whose weights it is the mean of
    note: str = ""
    left_out: Mapping[str, Scores] = field(default_factory=dict)  # what training.leave_one_out measured


def card(
    name: str, made: Made, scores: Mapping[str, Scores], beside: Mapping[str, Mapping[str, Scores]]
) -> str:
    """Return the card as Markdown. `beside` has the scores of others by their names."""
    lines = [
        f"# {name}",
        "",
        "English news: tags, lemmas, dependency trees (Universal Dependencies), sentences, names, parts of",
        "reported statements and sentence vectors from one encoder of six layers, int8.",
        "",
        "| | |",
        "|---|---|",
        "| licence | CC BY-SA 4.0, as its share-alike corpora ask |",
        f"| fine-tuned from | {_BASE}, model.safetensors SHA-256 {made.digests['pretrained']} |",
        f"| model | SHA-256 {made.digests['model']}, as records made with it name it |",
        *_training(made.runs),
        "",
        "## Data",
        "",
        "| corpus | use | licence | SHA-256 |",
        "|---|---|---|---|",
        *_corpora(made.digests),
        "",
        _GUM_LICENCES,
        "",
        "The files hold weights, labels and the word pieces of the pretrained vocabulary; no text of a corpus.",
        "",
        "## Scores",
        "",
        "Exact F1 in per cent, from raw text, on what was not trained on (words matched by their place). MEANTIME is",
        "news of a corpus no part of which is trained on; of the other sets other parts are.",
        *_lost(scores, beside.get(FLOAT, {})),
        "",
        *_table(scores, beside),
        "",
        *_left_out(made.left_out),
        "## Files",
        "",
        "| file | bytes | SHA-256 |",
        "|---|---|---|",
        *(f"| {file} | {size:,} | {sha} |" for file, (size, sha) in sorted(made.files.items())),
        "",
        "## Rebuilding it",
        "",
        "    sh training/make-model.sh CORPORA PRETRAINED OUT POLNEAR_TRAIN POLNEAR_DEV",
        "",
        "with the settings above in TRAINING_OPTIONS; training/README.md says what it needs.",
        *(["", made.note] if made.note else []),
        "",
    ]
    return "\n".join(lines)


def _training(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for k, run in enumerate(runs, 1):
        title = "training" if len(runs) == 1 else f"run {k} of {len(runs)}, weights averaged"
        settings = ", ".join(f"{name} {value}" for name, value in run["settings"].items() if value != "")
        yield f"| {title} | {run['step']} steps; {settings} |"


def _corpora(digests: Mapping[str, str]) -> list[str]:
    rows = [
        f"| {s.title} | {s.use} | {s.licence} | {digests[s.folder][:16]} |"
        for s in SOURCES
        if s.folder in digests
    ]
    if "polnear" in digests:
        rows.append(f"| PolNeAR, train; held out: dev | {_POLNEAR} | {digests['polnear'][:16]} |")
    return rows


def _lost(scores: Mapping[str, Scores], floats: Mapping[str, Scores]) -> list[str]:
    """Say the most that int8 costs on any figure, where the float32 weights were measured."""
    lost = [
        (floats[part][kind] - value, f"{part}: {kind}")
        for part, by_kind in scores.items()
        for kind, value in by_kind.items()
        if kind in floats.get(part, {}) and kind != SPEED
    ]
    if not lost:
        return []
    (most, where), mean = max(lost), sum(points for points, _ in lost) / len(lost)
    return [f"int8 weights cost {most:.2f} points at most ({where}), {mean:.2f} on average."]


def _table(scores: Mapping[str, Scores], beside: Mapping[str, Mapping[str, Scores]]) -> list[str]:
    head = "| part | figure | this model | " + "".join(f"{name} | " for name in beside)
    rows = [head, "|---" * (3 + len(beside)) + "|"]
    for part, by_kind in scores.items():
        for kind, value in by_kind.items():
            others = [by_part.get(part, {}).get(kind) for by_part in beside.values()]
            cells = ["–" if other is None else f"{other:,.1f}" for other in others]
            rows.append(f"| {part} | {kind} | {value:,.1f} | " + "".join(f"{cell} | " for cell in cells))
    return [row.rstrip() for row in rows]


def _left_out(scores: Mapping[str, Scores]) -> list[str]:
    """Return names on corpora by models that have not seen them, where that was measured."""
    if not scores:
        return []
    kinds = list(next(iter(scores.values())))
    return [
        "Names on a corpus by a model trained without it in a shorter run, names and a few trees alone:",
        "",
        f"| left out | {' | '.join(kinds)} |",
        "|---" * (1 + len(kinds)) + "|",
        *(f"| {name} | {' | '.join(f'{by[kind]:.1f}' for kind in kinds)} |" for name, by in scores.items()),
        "",
    ]


FLOAT = "float32"


def others(scores: Path) -> dict[str, dict[str, Scores]]:
    """Return the scores that lie beside a model's: of its float32 weights, and of peers by name."""
    found: dict[str, dict[str, Scores]] = {}
    if (floats := scores.with_name(FLOAT_SCORES)).is_file():
        found[FLOAT] = json.loads(floats.read_text("utf-8"))
    start, end = PEER_SCORES.split("{}")
    for path in sorted(scores.parent.glob(PEER_SCORES.format("*"))):
        found[path.name.removeprefix(start).removesuffix(end)] = json.loads(path.read_text("utf-8"))
    return found


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file()]


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(given: Sequence[str]) -> None:
    import torch

    parser = argparse.ArgumentParser(description="Write a model's card.")
    for argument in ("model", "checkpoint", "corpora", "pretrained", "scores"):
        parser.add_argument(argument, type=Path)
    parser.add_argument("--polnear", type=Path, help="PolNeAR's train readings, where they were used")
    parser.add_argument("--note", default="", help="what else is to be known of the run")
    parser.add_argument("--left-out", type=Path, help="scores.json of training.leave_one_out")
    args = parser.parse_args(given)
    kept = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    digests = {s.folder: digest(_files(args.corpora / s.folder), args.corpora) for s in SOURCES}
    digests["model"] = digest((args.model / name for name in FILES), args.model)
    digests["pretrained"] = _sha(args.pretrained / "model.safetensors")
    if args.polnear:
        digests["polnear"] = _sha(args.polnear)
    files = {name: ((args.model / name).stat().st_size, _sha(args.model / name)) for name in FILES}
    left_out = json.loads(args.left_out.read_text("utf-8")) if args.left_out else {}
    made = Made(digests, files, kept.get("runs", [kept]), args.note, left_out)
    scores = json.loads(args.scores.read_text("utf-8"))
    (args.model / "CARD.md").write_text(card(args.model.name, made, scores, others(args.scores)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
