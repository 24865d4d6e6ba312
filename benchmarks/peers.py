"""Other ways to group news, for the same table: what feed readers and the textbooks do.

Each peer gets the same articles in the same order, and its threshold from the
same training half as ours; the best of `THRESHOLDS` by the sum of both scores.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from benchmarks.scores import Scores, score
from crossread.record.article import Article
from crossread.stories.index import Index
from crossread.stories.terms import count, sketch
from crossread.text.background import background

THRESHOLDS = tuple(round(0.1 + 0.025 * step, 3) for step in range(28))
# Spread in days of the bell over time apart, the best of those measured for single-pass TF-IDF.
SPREAD = 1.0
WINDOW_DAYS = 14

Labels = list[int]


@dataclass(frozen=True)
class Stream:
    """Articles in order, with what the peers compare: similarity of texts, of titles, and days."""

    articles: Sequence[Article]
    stories: Sequence[str]

    @cached_property
    def texts(self) -> np.ndarray:
        """Cosines of TF-IDF vectors, article by article."""
        rarity = Index(background()).rarity
        weights = [sketch(article, rarity).text for article in self.articles]
        place = {term: n for n, term in enumerate(sorted({term for each in weights for term in each}))}
        matrix = np.zeros((len(weights), len(place)), dtype=np.float32)
        for row, each in zip(matrix, weights, strict=True):
            row[[place[term] for term in each]] = list(each.values())
        matrix /= np.maximum(1e-9, np.linalg.norm(matrix, axis=1, keepdims=True))
        alike: np.ndarray = matrix @ matrix.T
        return alike

    @cached_property
    def titles(self) -> np.ndarray:
        """Share of the words of two titles that both have."""
        words = [set(count(article).title) for article in self.articles]
        found = np.zeros((len(words), len(words)), dtype=np.float32)
        for i, one in enumerate(words):
            for j, other in enumerate(words[:i]):
                found[i, j] = found[j, i] = len(one & other) / max(1, len(one | other))
        return found

    @cached_property
    def apart(self) -> np.ndarray:
        """Days between articles; 0 where one has no date."""
        days = [float(a.published.earliest.toordinal()) if a.published else np.nan for a in self.articles]
        numbers = np.array(days)
        between: np.ndarray = np.nan_to_num(np.abs(numbers[:, None] - numbers[None, :]))
        return between

    @cached_property
    def unions(self) -> list[tuple[float, int, int]]:
        """The unions of average linkage over texts and time, likeliest first, each with its average."""
        alike = (self.texts * self.timed).astype(np.float64)
        np.fill_diagonal(alike, -1.0)
        sizes = np.ones(len(alike))
        found = []
        for _ in range(len(alike) - 1):
            one, other = divmod(int(alike.argmax()), len(alike))
            height = float(alike[one, other])
            if height < THRESHOLDS[0]:
                break
            found.append((height, one, other))
            both = sizes[one] + sizes[other]
            alike[one] = alike[:, one] = (sizes[one] * alike[one] + sizes[other] * alike[other]) / both
            alike[other] = alike[:, other] = alike[one, one] = -1.0
            sizes[one] = both
        return found

    @property
    def timed(self) -> np.ndarray:
        bell: np.ndarray = np.exp(-(self.apart**2) / (2 * SPREAD**2))
        return bell


def title_overlap(stream: Stream, threshold: float) -> Labels:
    """Join the story of the article, within the window, whose title shares most words."""
    alike = np.where(stream.apart <= WINDOW_DAYS, stream.titles, 0.0)
    labels: Labels = []
    for n in range(len(stream.articles)):
        nearest = int(alike[n, :n].argmax()) if n else 0
        labels.append(labels[nearest] if n and alike[n, nearest] >= threshold else n)
    return labels


def single_pass(stream: Stream, threshold: float) -> Labels:
    """Join the story with the nearest centroid."""
    return _single_pass(stream, threshold, np.zeros(0))


def single_pass_timed(stream: Stream, threshold: float) -> Labels:
    """Join the story with the nearest centroid, each times a bell over the days to its newest article."""
    return _single_pass(stream, threshold, stream.timed)


def _single_pass(stream: Stream, threshold: float, timed: np.ndarray) -> Labels:
    size = len(stream.articles)
    labels = np.zeros(size, dtype=int)
    squared, newest = np.zeros(size), np.zeros(size, dtype=int)
    for n in range(size):
        sums = np.bincount(labels[:n], weights=stream.texts[n, :n], minlength=size)
        near = sums / np.sqrt(np.maximum(squared, 1e-9))
        if timed.size:
            near *= timed[n, newest]
        best = int(near.argmax())
        labels[n] = best if near[best] >= threshold else n
        squared[labels[n]] += 1 + 2 * sums[labels[n]] if labels[n] == best else 1
        newest[labels[n]] = n
    return [int(label) for label in labels]


def average_linkage(stream: Stream, threshold: float) -> Labels:
    """Put together the two nearest stories on average, all articles at hand, until none is near enough."""
    labels = np.arange(len(stream.articles))
    for height, one, other in stream.unions:
        if height < threshold:
            break
        labels[labels == labels[other]] = labels[one]
    return [int(label) for label in labels]


PEERS: dict[str, Callable[[Stream, float], Labels]] = {
    "title-overlap rule": title_overlap,
    "single-pass TF-IDF": single_pass,
    "single-pass TF-IDF and time": single_pass_timed,
    "batch average linkage": average_linkage,
}


def tuned(peer: Callable[[Stream, float], Labels], train: Stream) -> float:
    """Return the threshold that is best on `train`: rising, until five in a row are no better than the best."""
    best, worse = (-1.0, 0.0), 0
    for threshold in THRESHOLDS:
        found = scored(peer, train, threshold)
        value = found.b3 + found.pair
        best, worse = ((value, threshold), 0) if value > best[0] else (best, worse + 1)
        if worse == 5:
            break
    return best[1]


def scored(peer: Callable[[Stream, float], Labels], stream: Stream, threshold: float) -> Scores:
    return score(peer(stream, threshold), stream.stories)
