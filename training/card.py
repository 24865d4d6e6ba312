"""Write the card of a model folder: what it was made from, under which licences, and what it scores.

python -m training.card MODEL CHECKPOINT CORPORA PRETRAINED SCORES.json [--polnear FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.language.encoder import FILES


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus: its folder under the corpora, what it serves, its licence as its makers state it."""

    title: str
    folder: str
    use: str
    licence: str


SOURCES = (
    Source("UD English EWT 2.15", "ewt", "trees, tags, lemmas", "CC BY-SA 4.0"),
    Source(
        "UD English GUM, open genres",
        "gum_ud",
        "trees, tags, lemmas, names (train); held out: dev, test",
        "annotation CC BY 4.0; texts of these genres open, each its own",
    ),
    Source(
        "Groningen Meaning Bank",
        "gmb",
        "names (about a quarter); held out: every twentieth block",
        "texts public domain; licence of the annotation unclear",
    ),
    Source("UNER English EWT", "uner_ewt", "names (its test part); held out: dev", "CC BY-SA 4.0"),
    Source("WikiGold", "juandr/data/wikigold", "names", "CC BY 4.0"),
    Source(
        "re3d without its BBC and EU parts",
        "juandr/data/re3d",
        "names",
        "open, by source (Open Government Licence, CC BY, US public domain)",
    ),
    Source("CrossNER: politics, literature, science", "crossner", "names", "MIT"),
    Source("Europarl-NER", "europarl", "names", "no copyright restriction known to its makers"),
    Source("multiNER", "multiNER", "names", "CC0"),
    Source("MEANTIME", "meantime", "held out", "CC BY 4.0"),
)
_POLNEAR = "statements | no licence for the texts: trained on, not redistributed"
_BASE = "all-MiniLM-L6-v2 (Apache-2.0)"


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return the SHA-256 over files' names below `root` and contents, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def card(
    name: str,
    digests: Mapping[str, str],
    settings: Mapping[str, Any],
    steps: int,
    scores: Mapping[str, Mapping[str, float]],
) -> str:
    """Return the card as Markdown. `digests` by corpus folder, and of model, pretrained and polnear."""
    used = [
        f"| {s.title} | {s.use} | {s.licence} | {digests[s.folder][:16]} |"
        for s in SOURCES
        if s.folder in digests
    ]
    if "polnear" in digests:
        used.append(f"| PolNeAR, train | {_POLNEAR} | {digests['polnear'][:16]} |")
    measured = [
        f"| {part} | {', '.join(f'{kind} {value:.1f}' for kind, value in by_kind.items())} |"
        for part, by_kind in scores.items()
    ]
    share_alike = "CC BY-SA 4.0, as its share-alike corpora ask"
    return "\n".join(
        [
            f"# {name}",
            "",
            "English news: tags, lemmas, dependency trees (Universal Dependencies), sentences, names, parts of",
            "reported statements and sentence vectors from one encoder of six layers, int8.",
            "",
            "| | |",
            "|---|---|",
            f"| licence | {share_alike} |",
            f"| fine-tuned from | {_BASE}, model.safetensors SHA-256 {digests['pretrained']} |",
            f"| model | SHA-256 {digests['model']} over {', '.join(sorted(FILES))} |",
            f"| training | {steps} steps; {', '.join(f'{k} {v}' for k, v in settings.items())} |",
            "",
            "| corpus | use | licence | SHA-256 |",
            "|---|---|---|---|",
            *used,
            "",
            "Exact F1 in per cent, from raw text, on parts not trained on (words matched by their place):",
            "",
            "| part | scores |",
            "|---|---|",
            *measured,
            "",
            "The files hold weights, labels and the word pieces of the pretrained vocabulary; no text of a corpus.",
            "",
        ]
    )


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file()]


def main(given: Sequence[str]) -> None:
    import torch

    parser = argparse.ArgumentParser(description="Write a model's card.")
    for argument in ("model", "checkpoint", "corpora", "pretrained", "scores"):
        parser.add_argument(argument, type=Path)
    parser.add_argument("--polnear", type=Path, help="PolNeAR's train readings, where they were used")
    args = parser.parse_args(given)
    kept = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    digests = {s.folder: digest(_files(args.corpora / s.folder), args.corpora) for s in SOURCES}
    digests["model"] = digest((args.model / name for name in FILES), args.model)
    digests["pretrained"] = hashlib.sha256((args.pretrained / "model.safetensors").read_bytes()).hexdigest()
    if args.polnear:
        digests["polnear"] = hashlib.sha256(args.polnear.read_bytes()).hexdigest()
    scores = json.loads(args.scores.read_text("utf-8"))
    written = card(args.model.name, digests, kept["settings"], kept["step"], scores)
    (args.model / "CARD.md").write_text(written, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
