"""Fit the weights by which claims are aligned (`WEIGHTS` of src/crossread/compare/claims/likeness.py).

    python -m training.claims CLUSTERS.jsonl.gz

CLUSTERS are the development data's story clusters. Prints the weights of a
logistic model fitted on the labelled pairs of benchmarks/gold/claim-pairs.json,
and how well pairs of each story are told by a model learned from the others.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from crossread.annotate.article import annotate
from crossread.compare import claims, days, entities, origins, reuse, statements
from crossread.compare.claims.assertions import Assertion, assertions
from crossread.compare.claims.likeness import WEIGHTS, Likeness
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.ingest.articles import article as read_article
from crossread.language.backends import open_backend
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account
from crossread.record.article import Submission
from crossread.record.dossier import Claim
from crossread.record.span import Span
from training import logistic

PAIRS = Path(__file__).parent.parent / "benchmarks" / "gold" / "claim-pairs.json"
AS_OF = date(2026, 11, 21)
# Weight of the squared weights; 0.3 and 1 tried, each story judged by the others.
_RIDGE = 0.3

Key = tuple[str, str]  # a cluster: its set and its name


@dataclass(frozen=True)
class Worked:
    """A story worked out as far as its claims."""

    accounts: tuple[Account, ...]
    found: tuple[Assertion, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Pair:
    """Two clauses of a story, whether a reader took them for one claim, and what the model is told of them.

    `compared` is false where something forbids the pair whatever its features.
    """

    story: Key
    same: bool
    compared: bool
    features: tuple[float, ...]
    texts: tuple[str, str]


def clusters(path: Path) -> dict[Key, list[dict[str, Any]]]:
    """Return the articles of each story cluster."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {(c["set"], c["cluster"]): c["articles"] for c in map(json.loads, lines)}


def submission(ref: str, told: Mapping[str, Any]) -> Submission:
    return Submission(
        ref,
        told["text"],
        title=told.get("title") or None,
        outlet=told.get("source") or told.get("outlet") or None,
        url=told.get("url") or None,
        published=(told.get("date") or told.get("published") or "")[:10] or None,
    )


def work_out(submissions: Sequence[Submission]) -> Worked:
    """Read the articles of a story and align their claims."""
    articles = [read_article(one, AS_OF) for one in submissions]
    analysed = zip(articles, _backend().analyse(articles), strict=True)
    accounts = tuple(
        Account(article, analysis, annotate(article, analysis)) for article, analysis in analysed
    )
    own = days.solve(accounts, AS_OF)
    accounts = days.dated(accounts, own)
    cast = entities.resolve(accounts)
    said = statements.gather(accounts, cast, own)
    traced = origins.trace(accounts, reuse.find(accounts, said), cast)
    found = assertions(accounts, cast, said)
    return Worked(accounts, found, claims.align(accounts, cast, traced, said))


@cache
def _backend() -> LanguageBackend:
    return open_backend(DEFAULT_LANGUAGE_MODEL)


def pairs(stories: Mapping[Key, list[dict[str, Any]]]) -> list[Pair]:
    """Return the labelled pairs, each with its features."""
    labelled = json.loads(PAIRS.read_text("utf-8"))["pairs"]
    by_story: dict[Key, list[dict[str, Any]]] = {}
    for label in labelled:
        by_story.setdefault((label["story"][0], label["story"][1]), []).append(label)
    return [pair for key, labels in by_story.items() for pair in _of_story(key, labels, stories[key])]


def _of_story(key: Key, labels: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]]) -> list[Pair]:
    worked = work_out([submission(str(one["id"]), one) for one in articles])
    likeness = Likeness(worked.found)
    made = []
    for label in labels:
        one, other = (_clause(worked.found, label[side]) for side in ("one", "other"))
        if one is None or other is None:
            continue  # the parse cuts no clause there
        told = tuple(likeness.features(one, other)[name] for name in WEIGHTS)
        texts = worked.found[one].evidence.text, worked.found[other].evidence.text
        made.append(Pair(key, label["same"], likeness.score(one, other) > 0, told, texts))
    return made


def _clause(found: Sequence[Assertion], anchor: Sequence[Any]) -> int | None:
    """Return the number of the clause that begins and ends nearest to an anchor: article, first, last, words."""
    ref, first, last, _ = anchor
    span = Span(first, last)
    own = [n for n, a in enumerate(found) if a.account.article.ref == ref and not a.inner]
    near = [n for n in own if found[n].span.overlaps(span)]
    return min(
        near, key=lambda n: abs(found[n].span.start - first) + abs(found[n].span.end - last), default=None
    )


def fit(told: Sequence[Pair]) -> tuple[np.ndarray, float]:
    """Return weights and bias of a logistic model on the pairs that nothing forbids."""
    compared = [pair for pair in told if pair.compared]
    weights = logistic.fit([pair.features for pair in compared], [pair.same for pair in compared], _RIDGE)
    return weights[:-1], float(weights[-1])


def held_out(told: Sequence[Pair]) -> list[float]:
    """Return the likeness of each pair by weights learned from the other stories."""
    models = {key: fit([p for p in told if p.story != key]) for key in {pair.story for pair in told}}
    return [
        float(1 / (1 + np.exp(-(np.array(pair.features) @ models[pair.story][0] + models[pair.story][1]))))
        if pair.compared
        else 0.0
        for pair in told
    ]


if __name__ == "__main__":
    known = pairs(clusters(Path(sys.argv[1])))
    weights, bias = fit(known)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.1f},')
    print(f"BIAS = {bias:.1f}")
    guesses = held_out(known)
    for least in (0.5, 0.6, 0.66, 0.7, 0.75, 0.8):
        linked = [pair.same for pair, guess in zip(known, guesses, strict=True) if guess >= least]
        right = sum(linked) / max(1, len(linked))
        print(f"{least}: precision {right:.2f}, recall {sum(linked) / sum(p.same for p in known):.2f}")
