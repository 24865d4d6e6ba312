"""Reading 500 news articles end to end: articles a second, and the largest memory of any process."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.floors import Measured, corpus_digest

ARTICLES = 500
WORKERS = 2


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    with gzip.open(data / "data" / "scale" / "articles.jsonl.gz", "rb") as lines:
        chosen = list(islice(lines, ARTICLES))
    corpus = corpus_digest(chosen)
    words = sum(len(json.loads(line)["text"].split()) for line in chosen)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_bytes(b"".join(chosen))
        record = Path(folder) / "record.db"
        first = _read(source, record)
        again = _read(source, record)
        megabytes = record.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        Measured(
            "reading/articles_per_second",
            ARTICLES / first,
            corpus,
            f"{words / first:,.0f} words/s, 2 workers",
        ),
        Measured(
            "reading/second_read_share_of_first",
            again / first,
            corpus,
            f"{again:.1f} s",
            higher_is_better=False,
        ),
        Measured("reading/peak_megabytes_of_a_process", peak, corpus, higher_is_better=False),
        Measured("reading/record_megabytes", megabytes, corpus, higher_is_better=False),
    ]


def _read(source: Path, record: Path) -> float:
    command = [sys.executable, "-m", "crossread.cli.main", "read", str(source), "--into", str(record)]
    begun = time.perf_counter()
    done = subprocess.run([*command, "--workers", str(WORKERS)], check=False, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"reading failed: {done.stderr[-2000:]}")
    return time.perf_counter() - begun
