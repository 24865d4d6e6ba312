"""The benchmark of the language layer: what is printed of scores, with peers beside, and the cost of int8."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
from benchmarks.language import Options, measure, unpacked
from training.evaluate import Scores

from benchmarks import language
from crossread.language.protocol import LanguageBackend


class Scored:
    """A stand-in for a backend: a part's score reads its figure."""

    def __init__(self, value: float) -> None:
        self.value = value


def part(name: str, note: str = "") -> language._Part:
    def score(backend: LanguageBackend) -> Scores:
        return {"LAS": backend.value} if isinstance(backend, Scored) else {}

    return language._Part(name, "digest", score, ("LAS", "other"), note)


def test_each_figure_has_its_corpus_and_its_peers_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"ours": 90.0, "folder/peer": 80.0, "floats": 90.4}
    monkeypatch.setattr(language, "open_model", lambda given: Scored(values[given]))
    options = Options(model="ours", peer="folder/peer", float_model="floats")
    first, second, lost = language._qualities([part("A"), part("B", "trained on")], options)
    assert (first.name, first.value, first.corpus) == ("language/A/LAS", 90.0, "digest")
    assert first.beside == "peer 80.00; float32 90.40"
    assert second.beside.startswith("trained on; ")
    assert lost.value == pytest.approx(0.4)
    assert not lost.higher_is_better


def test_figures_of_a_part_have_names_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "open_model", lambda _: Scored(90.0))
    (only,) = language._qualities([part("A")], Options(quick=True))
    assert only.name == "language, a part/A/LAS"


def test_archives_are_unpacked_unless_a_folder_is_given(tmp_path: Path) -> None:
    packed = tmp_path / "data" / "language"
    packed.mkdir(parents=True)
    (tmp_path / "x.txt").write_text("words", "utf-8")
    with tarfile.open(packed / "x.tar.xz", "w:xz") as archive:
        archive.add(tmp_path / "x.txt", "corpus/x.txt")
    with unpacked(tmp_path, None) as folder:
        assert (folder / "corpus" / "x.txt").read_text("utf-8") == "words"
    assert not folder.exists()
    with unpacked(tmp_path, tmp_path) as folder:
        assert folder == tmp_path


def test_without_data_nothing_is_measured() -> None:
    assert measure(None, Options()) == []
