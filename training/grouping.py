"""Fit the models that grouping decides with (`DATED` and `UNDATED` of src/crossread/stories/score.py).

    python -m training.grouping ARTICLES.jsonl

Each line has `id`, `story`, `text`, and as far as known `title` and `date`.
Prints the two models, fitted on the half of the stories that a digest of their
ids chooses. A logistic model learns from the pairs that the index proposes,
since those are what it will be asked about.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from crossread.config import Settings
from crossread.ingest.articles import article as read_article
from crossread.ingest.published import parse_published
from crossread.record.article import Article, Submission
from crossread.stories.index import Index
from crossread.stories.score import SAME_CYCLE, SAME_DAYS, Model, Models, bell, compare
from crossread.stories.terms import Sketch, sketch
from crossread.text.background import background

# How many articles the index proposes for each, as in the stream, but faint ones too.
_CANDIDATES = 30
# Gradient descent: steps, step width, and weight of the squared weights.
_STEPS, _RATE, _RIDGE = 4_000, 0.5, 1e-3
# Raised biases, and why: beside the models in score.py.
_RAISED_DATED, _RAISED_UNDATED = 2.0, 0.75


@dataclass(frozen=True, slots=True)
class Known:
    """An article whose story is known."""

    story: str
    article: Article


def load(path: Path, as_of: date) -> list[Known]:
    """Read articles with known stories; a date that cannot be read is left out."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        return [_known(json.loads(line), as_of) for line in lines]


def _known(line: dict[str, str], as_of: date) -> Known:
    day = (line.get("date") or "")[:10]
    submission = Submission(
        line["id"],
        line["text"],
        title=line.get("title"),
        outlet=line.get("source"),
        url=line.get("url"),
        published=day if day and parse_published(day) else None,
    )
    return Known(line["story"], read_article(submission, as_of))


def in_train(story: str, split: int) -> bool:
    """Return whether a story is for training in one of the ways to halve them; 0 is the shipped one."""
    salted = f"{split}/{story}" if split else story
    return int(hashlib.sha256(salted.encode()).hexdigest(), 16) % 2 == 0


def fit(known: Sequence[Known], window_days: int) -> Models:
    """Fit both models: one on the dated articles in order of time, one on all with their dates hidden."""
    dated = sorted((k for k in known if k.article.published), key=lambda k: (_day(k), k.article.ref))
    hidden = [Known(k.story, replace(k.article, published=None)) for k in known]
    return Models(
        _raised(_model(*_pairs(dated, window_days), timed=True), _RAISED_DATED),
        _raised(_model(*_pairs(hidden, window_days), timed=False), _RAISED_UNDATED),
    )


def _day(known: Known) -> date:
    return known.article.published.earliest if known.article.published else date.max


def _pairs(known: Sequence[Known], window_days: int) -> tuple[np.ndarray, np.ndarray]:
    """Return features of the pairs that the index proposes, and whether each is of one story."""
    index = Index(background())
    held: dict[str, tuple[Sketch, str]] = {}
    rows, same = [], []
    for one in known:
        made = sketch(one.article, index.rarity)
        for other in index.candidates(made, _CANDIDATES, faint=0.0):
            sketched, story = held[other]
            found = compare(made, sketched, index.rarity)
            days = found.days_apart
            if days is not None and one.story != story:
                days = _drawn(made.article, sketched.article, window_days)
            of = found.features
            bells = (0.0, 0.0) if days is None else (bell(days, SAME_CYCLE), bell(days, SAME_DAYS))
            rows.append((of.text, of.lead, of.title, of.title_in_lead, of.shared, *bells))
            same.append(one.story == story)
        if made.article not in held:
            index.add(made)
            held[made.article] = (made, one.story)
    return np.array(rows), np.array(same, dtype=float)


def _drawn(one: str, other: str, window_days: int) -> int:
    """Return days that may lie between two articles of a stream where much happens at once, drawn by a digest.

    Known stories are few and lie months apart. Learned from those days, time
    alone would tell stories apart, and would fail in the news of one week.
    """
    return int(hashlib.sha256(f"{one} {other}".encode()).hexdigest()[:12], 16) % (window_days + 1)


def _model(features: np.ndarray, same: np.ndarray, *, timed: bool) -> Model:
    if not timed:
        features = features[:, :5]
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    even = (features - middle) / spread
    weights, bias = np.zeros(even.shape[1]), 0.0
    for _ in range(_STEPS):
        off = 1 / (1 + np.exp(-(even @ weights + bias))) - same
        weights -= _RATE * (even.T @ off / len(same) + _RIDGE * weights)
        bias -= _RATE * off.mean()
    weights /= spread
    return Model(round(float(bias - weights @ middle), 2), *(round(float(weight), 2) for weight in weights))


def _raised(model: Model, by: float) -> Model:
    return replace(model, bias=round(model.bias + by, 2))


if __name__ == "__main__":
    settings = Settings()
    training = [k for k in load(Path(sys.argv[1]), date.max) if in_train(k.story, 0)]
    models = fit(training, settings.window_days)
    print(models.dated, models.undated, sep="\n")
