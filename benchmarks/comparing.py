"""How long comparing takes once the articles are analysed, and how that grows with the story: up to 1,000 articles.

    python -m benchmarks.comparing COUNT ... --data FOLDER

The story is one large topic of the data folder's unlabelled news: the articles whose titles hold its commonest word,
in order of time. Seconds are of processor time, and beside them stands the time of a fixed loop in the same run.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import plots
from benchmarks.floors import Measured, corpus_digest
from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.ingest.articles import article as read_article
from crossread.language.backends import open_backend
from crossread.record.annotation import Account
from crossread.record.article import Article, Submission
from crossread.record.story import Membership, Story
from crossread.text.words import topics

PLOT = Path(__file__).parent.parent / "docs" / "comparing-time.svg"
AS_OF = date(2026, 11, 21)
SIZES = (25, 50, 100, 200, 400, 700, 1000)
MAIN = 200  # the size of the floor
WORDS = (200, 800)  # of an article, so that one long read is no story of its own
TURNS = 1_000_000  # of the fixed loop


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    accounts, corpus = read(data / "data" / "scale" / "articles.jsonl.gz", max(SIZES))
    fixed = reference()
    seconds = {size: compared(accounts[:size]) for size in SIZES}
    lines = {
        "seconds": [(float(size), took) for size, took in seconds.items()],
        "in proportion to 25": [(float(size), seconds[SIZES[0]] * size / SIZES[0]) for size in SIZES],
    }
    plots.write(PLOT, "Seconds to compare the articles of one story", "articles", lines)
    growth = seconds[max(SIZES)] / seconds[MAIN] / (max(SIZES) / MAIN)
    told = ", ".join(f"{size}: {took:.1f}" for size, took in seconds.items())
    beside = f"{told} s; a loop of {TURNS:,} turns took {fixed:.3f} s"
    return [
        Measured(f"comparing/seconds_for_{MAIN}", seconds[MAIN], corpus, beside, higher_is_better=False),
        Measured(
            f"comparing/loops_for_{MAIN}",
            seconds[MAIN] / fixed,
            corpus,
            "the same in times of the loop",
            higher_is_better=False,
        ),
        Measured(
            f"comparing/an_article_of_{max(SIZES)}_over_one_of_{MAIN}",
            growth,
            corpus,
            "1 is in proportion to the articles, 5 to their pairs",
            higher_is_better=False,
        ),
    ]


def read(path: Path, count: int) -> tuple[list[Account], str]:
    """Return the articles of the largest topic, annotated, and the digest of their lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        told = list(largest(list(map(json.loads, lines)), count))
    articles = [_article(line) for line in told]
    analyses = open_backend(DEFAULT_LANGUAGE_MODEL).analyse(articles)
    accounts = [Account(a, found, annotate(a, found)) for a, found in zip(articles, analyses, strict=True)]
    return accounts, corpus_digest(json.dumps(line).encode() for line in told)


def largest(lines: Sequence[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield the articles of middle length whose titles hold the commonest word of all titles, the earliest first."""
    middle = [line for line in lines if WORDS[0] <= len(line["text"].split()) <= WORDS[1]]
    titles = Counter(form for line in middle for form in set(topics(line["title"] or "")))
    topic = max(titles, key=lambda form: (titles[form], form))
    having = [line for line in middle if topic in topics(line["title"] or "")]
    yield from sorted(having, key=lambda line: (line["published"] or "", line["id"]))[:count]


def _article(line: dict[str, Any]) -> Article:
    given = Submission(
        line["id"],
        line["text"],
        title=line["title"],
        outlet=line["outlet"],
        published=line["published"],
        language="en",
    )
    return read_article(given, AS_OF)


def compared(accounts: Sequence[Account]) -> float:
    """Return the seconds of processor time that comparing takes, of accounts of which nothing is worked out yet."""
    accounts = [Account(account.article, account.analysis, account.annotation) for account in accounts]
    story = Story("story-1", "", tuple(Membership(account.id, 1.0, "") for account in accounts))
    gc.collect()
    begun = time.process_time()
    assemble(story, [account.article for account in accounts], accounts, AS_OF)
    return time.process_time() - begun


def reference() -> float:
    """Return the seconds of processor time of a fixed loop, the least of five: what this machine gives right now."""
    return min(_loop() for _ in range(5))


def _loop() -> float:
    begun = time.process_time()
    sums: dict[int, int] = {}
    for turn in range(TURNS):
        sums[turn % 997] = sums.get(turn % 997, 0) + turn
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.comparing", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[MAIN])
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    chosen = parser.parse_args()
    accounts, _ = read(chosen.data / "data" / "scale" / "articles.jsonl.gz", max(chosen.sizes))
    for size in chosen.sizes:
        took = compared(accounts[:size])
        print(f"{size} articles: {took:.2f} s, {took / reference():.0f} times the loop", flush=True)


if __name__ == "__main__":
    main()
