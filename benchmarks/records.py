"""Whole records held against hand-made gold: the worked example, and stories of the development data.

Gold files hold short anchors only. The scorer is the development data's own
(`tools/score_record.py`), the same that others score records with.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.floors import Measured, corpus_digest
from crossread.config import Settings
from crossread.export.json_record import json_record
from crossread.pipeline import read
from crossread.record.run import Run
from crossread.store.sqlite import SqliteStore

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "clapham-common"
GOLD = ROOT / "benchmarks" / "gold"
AS_OF = date(2026, 11, 21)

# Measures of what went wrong: the fewer the better.
LOWER_IS_BETTER = {
    "speaker wrong (of all)",
    "gold spans lost by reading",
    "not-speech taken as speech",
    "people split",
    "people merged wrongly",
    "persons in record that gold lacks",
}

# Figures of the example's best peers, measured with each peer at its best setting.
PEERS = {
    "clapham-common/direct named": "best peer 21 of 39",
    "clapham-common/fragments named": "best peer 7 of 18",
}


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    scorer = _scorer(data / "tools" / "score_record.py")
    consulate = data / "data" / "gold"
    return [
        *_score(scorer, "clapham-common", EXAMPLE, GOLD / "clapham-common.gold.json"),
        *_score(scorer, "consulate", consulate / "consulate.jsonl", consulate / "consulate.gold.json"),
        *_clusters(scorer, data / "data" / "stories" / "clusters.jsonl.gz"),
    ]


def _clusters(scorer: ModuleType, path: Path) -> Iterator[Measured]:
    """Yield the figures of every annotated story of the story clusters."""
    golds = {gold.name.removesuffix(".gold.json"): gold for gold in sorted(GOLD.glob("*.gold.json"))}
    wanted = {name: json.loads(gold.read_text("utf-8")) for name, gold in golds.items()}
    wanted = {name: gold for name, gold in wanted.items() if "story" in gold}
    with gzip.open(path, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
        clusters = {(c["set"], c["cluster"]): c for c in map(json.loads, lines)}
        for name, gold in wanted.items():
            cluster = clusters[gold["story"]["set"], gold["story"]["cluster"]]
            articles = Path(folder) / f"{name}.jsonl"
            articles.write_text("".join(_input_lines(cluster, gold["docs"])), "utf-8")
            yield from _score(scorer, name, articles, golds[name])


def _input_lines(cluster: dict[str, Any], docs: dict[str, str]) -> Iterator[str]:
    """Yield the articles of a cluster as input lines, each under its letter in the gold."""
    by_id = {str(article["id"]): article for article in cluster["articles"]}
    for letter, id in sorted(docs.items()):
        article = by_id[str(id)]
        line = {
            "id": letter,
            "outlet": article["source"],
            "published": article["date"],
            "title": article["title"],
            "url": article["url"],
            "text": article["text"],
        }
        yield json.dumps(line) + "\n"


def exported(path: Path) -> dict[str, Any]:
    """Return the exported record of one folder or file, read into a new store."""
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "record.db") as store:
        read(store, [path], Settings(), AS_OF)
        dossiers = [store.dossier(story.id) for story in store.stories()]
        return json_record(store.run() or Run("", Settings()), store.articles(), dossiers)


def _score(scorer: ModuleType, name: str, articles: Path, gold_path: Path) -> list[Measured]:
    gold = json.loads(gold_path.read_text("utf-8"))
    files = sorted(articles.iterdir()) if articles.is_dir() else [articles]
    corpus = corpus_digest(path.read_bytes() for path in files)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.json"
        record.write_text(json.dumps(exported(articles)), "utf-8")
        docs = sorted({g["doc"] for g in gold["statements"]} | _docs(gold))
        scores = scorer.score(scorer.Record(str(record), docs), gold)
    return [
        Measured(
            f"{name}/{measure}",
            hits / total if total else 0.0,
            corpus,
            _beside(name, measure, hits, total),
            higher_is_better=measure not in LOWER_IS_BETTER,
        )
        for measure, (hits, total) in scores.items()
    ]


def _beside(name: str, measure: str, hits: int, total: int) -> str:
    peer = PEERS.get(f"{name}/{measure}")
    return f"{hits} of {total}" + (f"; {peer}" if peer else "")


def _docs(gold: dict[str, Any]) -> set[str]:
    listed = (g for key in ("core", "timeline", "shared", "ledger") for g in gold.get(key, []))
    return {doc for g in listed for doc in g.get("docs", g.get("begins", {}))}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_record", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: there is no scorer here; give the development data with --data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
