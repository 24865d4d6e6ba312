"""How fast grouping is, that it stays so, and what memory it takes: 200,000 articles of one stream.

The articles are the data folder's, again and again with later days; so that a
copy is no copy, each takes every second paragraph from another article.
"""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks import plots
from benchmarks.floors import Measured, corpus_digest
from crossread.config import Settings
from crossread.ingest.articles import article as read_article
from crossread.record.article import Article, DateRange, Submission
from crossread.stories.stream import Grouper

ROOT = Path(__file__).parent.parent
PLOT = ROOT / "docs" / "grouping-time.svg"
AS_OF = date(2026, 11, 21)
ARTICLES = 200_000
A_DAY = 1_000
FIRST_DAY = date(2024, 1, 1)
TENTHS = 10
POINTS = 100


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    path = data / "data" / "scale" / "articles.jsonl.gz"
    originals = _originals(path)
    grouper = Grouper(Settings().window_days)
    before = _peak()
    seconds = []
    peaks = []
    for n, article in enumerate(_stream(originals)):
        begun = time.process_time()
        grouper.add(article)
        seconds.append(time.process_time() - begun)
        if (n + 1) % (ARTICLES // TENTHS) == 0:
            peaks.append(_peak())
    tenth = ARTICLES // TENTHS
    means = [statistics.fmean(seconds[n * tenth : (n + 1) * tenth]) for n in range(TENTHS)]
    _plot(seconds)
    corpus = corpus_digest([path.read_bytes()])
    return [
        Measured(
            "grouping-speed/articles_per_second", ARTICLES / sum(seconds), corpus, "one core, text to story"
        ),
        Measured(
            "grouping-speed/last_tenth_over_second",
            means[-1] / means[1],
            corpus,
            ", ".join(f"{1e3 * mean:.2f}" for mean in means) + " ms by tenths",
            higher_is_better=False,
        ),
        Measured(
            "grouping-speed/peak_megabytes",
            peaks[-1],
            corpus,
            f"{before:.0f} before the stream, {peaks[1]:.0f} after two tenths; {A_DAY} articles a day",
            higher_is_better=False,
        ),
    ]


def _originals(path: Path) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [
            read_article(Submission(line["id"], line["text"], title=line["title"], language="en"), AS_OF)
            for line in map(json.loads, lines)
        ]


def _stream(originals: list[Article]) -> Iterator[Article]:
    """Yield articles in order of time; round by round each takes every second paragraph from another one."""
    for n in range(ARTICLES):
        turn, place = divmod(n, len(originals))
        article = originals[place]
        if turn:
            article = _crossed(article, originals[(place + 37 * turn) % len(originals)], turn)
        day = FIRST_DAY + timedelta(n // A_DAY)
        yield replace(article, id=f"{turn}/{article.id}", published=DateRange(day, day))


def _crossed(one: Article, other: Article, turn: int) -> Article:
    """Return an article of paragraphs of two."""
    spans = []
    parts: list[str] = []
    at = 0
    for n, paragraph in enumerate(one.paragraphs):
        source, taken = (one, paragraph)
        if n % 2 == turn % 2 and n < len(other.paragraphs):
            source, taken = other, other.paragraphs[n]
        words = source.text[taken.start : taken.end]
        spans.append(replace(taken, start=at, end=at + len(words)))
        parts.append(words)
        at += len(words) + 1
    return replace(one, text="\n".join(parts), paragraphs=tuple(spans))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _plot(seconds: list[float]) -> None:
    step = len(seconds) // POINTS
    line = [
        (float(n + step), 1e3 * statistics.fmean(seconds[n : n + step])) for n in range(0, len(seconds), step)
    ]
    plots.write(PLOT, "Milliseconds for one article", "articles grouped before it", {"ms": line})
