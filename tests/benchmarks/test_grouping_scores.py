"""The benchmark of grouping: its scores, peers and plots, on cases that can be counted by hand."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from benchmarks.peers import PEERS, Stream
from benchmarks.scores import score

from benchmarks import plots


@pytest.mark.parametrize(
    ("found", "b3", "pair"),
    [
        ("aabb", 1.0, 1.0),
        ("abcd", 2 * 0.5 / 1.5, 0.0),
        ("aaaa", 2 * 0.5 / 1.5, 2 * 2 / (6 + 2)),
        ("aaab", 2 * 2 / 3 * 0.75 / (2 / 3 + 0.75), 2 * 1 / (3 + 2)),
    ],
)
def test_scores_are_those_counted_by_hand(found: str, b3: float, pair: float) -> None:
    counted = score(found, "xxyy")
    assert counted.b3 == pytest.approx(b3)
    assert counted.pair == pytest.approx(pair)


@pytest.mark.parametrize("name", PEERS)
def test_each_peer_tells_two_plain_stories_apart(name: str) -> None:
    alike = np.array([[1, 0, 0.9, 0], [0, 1, 0, 0.9], [0.9, 0, 1, 0], [0, 0.9, 0, 1]])
    stream = Stream([None] * 4, "abab")  # type: ignore[list-item]
    stream.__dict__.update(texts=alike, titles=alike, apart=np.zeros((4, 4)))
    labels = PEERS[name](stream, 0.5)
    assert score(labels, "abab").pair == 1.0
    assert len(set(PEERS[name](stream, 0.95))) == 4


def test_a_plot_is_well_formed_and_stays_inside(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    plots.write(path, "Score & more", "seen", {"one": [(0, 0.5), (100, 1.0)], "other": [(50, 0.1)]}, top=1.0)
    root = ElementTree.parse(path).getroot()
    line = next(found for found in root.iter() if found.tag.endswith("polyline"))
    points = [tuple(map(float, pair.split(","))) for pair in line.attrib["points"].split()]
    assert all(0 <= x <= plots.WIDTH and 0 <= y <= plots.HEIGHT for x, y in points)
    assert points[0][1] > points[1][1]
