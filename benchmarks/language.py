"""The language layer on what its model was not trained on: names, trees, sentences, statement parts, and what it costs.

Scores are those of `training.evaluate`: exact F1 from raw text, words matched
by their place. A spaCy pipeline given as a peer is measured in the same run;
where its training saw a corpus the comparison flatters it.

What has been seen: MEANTIME (business news of Wikinews) is the one set that is
news and of a corpus no part of which is trained on; its outlet is not new,
since GUM's news is Wikinews too, but none of its sentences are in a training
corpus. UNER-EWT dev and GUM dev and test are unseen parts of corpora whose
training parts were seen. WikiGold is trained on: its figure says how well it is
known, not how well names are found, and has no floor. No corpus here is agency
newswire with open names annotation.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from training.backends import open_model
from training.data import gum_held_out, names_held_out, wikigold
from training.evaluate import Scores, score_names, score_statements, score_trees
from training.examples import TreeSentence
from training.harmonise import Gazette, Marked

from benchmarks.floors import Measured, corpus_digest
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.language.onnx_backend import OnnxBackend
from crossread.language.protocol import LanguageBackend
from crossread.language.shipped import FOLDER
from training import corpora

# Articles for speed and memory, of the development data's unlabelled news.
_ARTICLES = 60
# Fresh processes whose median is the time a model takes to open.
_OPENED = 3
# Every so many texts and documents of each set, for a quick look; figures of a part have no floor.
_QUICK_EVERY = 8

_TREES = ("UAS", "LAS", "tags", "sentences", "sentences, running")


@dataclass(frozen=True, slots=True)
class Options:
    """What is measured: a model by name or folder, peers by name or folder, corpora already unpacked."""

    model: str = DEFAULT_LANGUAGE_MODEL
    corpora: Path | None = None
    peer: str = ""
    float_model: str = ""
    quick: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A held-out set: the digest of its texts and labels, how it is scored, which of the scores are kept."""

    name: str
    digest: str
    score: Callable[[LanguageBackend], Scores]
    kept: tuple[str, ...]
    note: str = ""


def measure(data: Path | None, options: Options) -> list[Measured]:
    if data is None:
        return []
    with unpacked(data, options.corpora) as root:
        parts = list(_parts(root, data / "data" / "statements" / "polnear_dev.jsonl.gz", options))
        return [*_qualities(parts, options), *_costs(data, options)]


@contextmanager
def unpacked(data: Path, given: Path | None) -> Iterator[Path]:
    """Yield a folder with the public corpora: the given one, or a temporary one."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        for archive in sorted((data / "data" / "language").glob("*.tar.xz")):
            with tarfile.open(archive) as packed:
                if hasattr(tarfile, "data_filter"):  # since Python 3.11.4
                    packed.extractall(folder, filter="data")
                else:
                    packed.extractall(folder)
        yield Path(folder)


# --- quality ---------------------------------------------------------------------------------------


def _parts(root: Path, polnear: Path, options: Options) -> Iterator[_Part]:
    every = _QUICK_EVERY if options.quick else 1
    gazette = Gazette(corpora.gmb(root))
    held_out = names_held_out(root, gazette)
    for name in ("MEANTIME", "UNER-EWT dev"):
        yield _names(name, held_out[name][::every])
    yield _names("WikiGold", wikigold(root, gazette)[::every], "trained on")
    yield _trees("GUM news", gum_held_out(root, gazette, news=True), (*_TREES, *_NAMES))
    yield _trees("GUM open genres", gum_held_out(root, gazette, news=False)[::every], _TREES)
    yield _statements(polnear, every)


_TYPES = ("PERSON", "ORG", "PLACE", "all")
_NAMES = tuple(f"names {type_}" for type_ in _TYPES)


def _names(name: str, texts: Sequence[Marked], note: str = "") -> _Part:
    digest = corpus_digest(repr(text).encode() for text in texts)

    def score(backend: LanguageBackend) -> Scores:
        return {f"names {type_}": value for type_, value in score_names(backend, texts).items()}

    return _Part(name, digest, score, _NAMES, note)


def _trees(name: str, documents: Sequence[Sequence[TreeSentence]], kept: tuple[str, ...]) -> _Part:
    digest = corpus_digest(repr(document).encode() for document in documents)
    return _Part(name, digest, lambda backend: score_trees(backend, documents), kept)


def _statements(polnear: Path, every: int) -> _Part:
    readings = list(corpora.polnear(polnear, every_annotator=False))[::every]
    digest = corpus_digest(repr(reading).encode() for reading in readings)

    def score(backend: LanguageBackend) -> Scores:
        return score_statements(backend, readings) if isinstance(backend, OnnxBackend) else {}

    return _Part("PolNeAR dev", digest, score, ("source", "cue", "content"))


def _qualities(parts: Sequence[_Part], options: Options) -> Iterator[Measured]:
    ours = _scores(parts, options.model)
    peer = _scores(parts, options.peer) if options.peer else {}
    floats = _scores(parts, options.float_model) if options.float_model else {}
    start = "language, a part" if options.quick else "language"
    for part in parts:
        for kind in part.kept:
            beside = [part.note] if part.note else []
            for label, scores in ((Path(options.peer).name, peer), ("float32", floats)):
                if kind in scores.get(part.name, {}):
                    beside.append(f"{label} {scores[part.name][kind]:.2f}")
            value = ours[part.name].get(kind)
            if value is not None:
                yield Measured(f"{start}/{part.name}/{kind}", value, part.digest, "; ".join(beside))
    if floats:
        yield _lost(parts, ours, floats, start)


def _scores(parts: Sequence[_Part], model: str) -> dict[str, Scores]:
    backend = open_model(model)
    return {part.name: part.score(backend) for part in parts}


def _lost(
    parts: Sequence[_Part], ours: Mapping[str, Scores], floats: Mapping[str, Scores], start: str
) -> Measured:
    """Return the most that int8 weights cost on any of the figures with a type or kind of its own."""
    most, where = max(
        (floats[part.name][kind] - ours[part.name][kind], f"{part.name}/{kind}")
        for part in parts
        for kind in part.kept
        if kind in ours[part.name]
    )
    return Measured(
        f"{start}/most points lost by int8",
        most,
        corpus_digest(part.digest.encode() for part in parts),
        where,
        higher_is_better=False,
    )


# --- cost ------------------------------------------------------------------------------------------


def _costs(data: Path, options: Options) -> Iterator[Measured]:
    with gzip.open(data / "data" / "scale" / "articles.jsonl.gz", "rb") as lines:
        chosen = list(islice(lines, _ARTICLES))
    corpus = corpus_digest(chosen)
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.json"
        texts = [[p for p in json.loads(line)["text"].split("\n") if p.strip()] for line in chosen]
        articles.write_text(json.dumps(texts), "utf-8")
        beside = {name: _run(given, articles, 1)[0] for name, given in _others(options)}
        opened = median(_run(options.model, None, 1)[0].opened for _ in range(_OPENED))
        (alone,) = _run(options.model, articles, 1)
        both = _run(options.model, articles, 2)

    def others(value: Callable[[_Worker], float], unit: str) -> str:
        return "; ".join(f"{name} {value(worker):,.2f}{unit}" for name, worker in beside.items())

    speed = others(lambda w: w.speed, " words/s")
    yield Measured("language/words per second, one thread", alone.speed, corpus, f"{speed}; {_processor()}")
    together = sum(worker.speed for worker in both)
    given = _bare_loops(2) / _bare_loops(1)
    yield Measured(
        "language/speed of two workers over one",
        together / alone.speed,
        corpus,
        f"{together:,.0f} words/s; the machine gives two bare loops {given:.2f} times the speed of one",
    )
    memory = others(lambda w: w.megabytes, " MB")
    yield Measured("language/megabytes of a worker", alone.megabytes, corpus, memory, higher_is_better=False)
    seconds = others(lambda w: w.opened, " s")
    yield Measured(
        "language/seconds to open, a fresh process", opened, corpus, seconds, higher_is_better=False
    )
    size = _megabytes(options.model)
    if size:
        yield Measured("language/model megabytes", size, "none", higher_is_better=False)


def _others(options: Options) -> list[tuple[str, str]]:
    given = ((Path(options.peer).name, options.peer), ("float32", options.float_model))
    return [(name, model) for name, model in given if model]


@dataclass(frozen=True, slots=True)
class _Worker:
    """Seconds to open a model, words a second, largest memory in MB."""

    opened: float
    speed: float
    megabytes: float


def _run(model: str, articles: Path | None, count: int) -> list[_Worker]:
    """Return what processes with a model measured, reading the same articles at the same time."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.language_worker",
        model,
        *([str(articles)] if articles else []),
    ]
    started = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    opened = [_figure(process) for process in started]
    if articles is None:
        for process in started:
            process.communicate()
        return [_Worker(seconds, 0.0, 0.0) for seconds in opened]
    for process in started:
        _figure(process)  # read, warmed up
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    measured = [(_figure(process), _figure(process)) for process in started]
    for process in started:
        process.communicate()
    return [_Worker(s, *rest) for s, rest in zip(opened, measured, strict=True)]


# A second of counting, and how far it came.
_LOOP = "import time; n = 0; end = time.perf_counter() + 1\nwhile time.perf_counter() < end: n += 1\nprint(n)"


def _bare_loops(count: int) -> float:
    """Return how far bare loops count together, in processes at the same time."""
    command = [sys.executable, "-c", _LOOP]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    return sum(float(process.communicate()[0]) for process in started)


def _figure(process: subprocess.Popen[str]) -> float:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit(f"a language worker ended early: {process.wait()}")
    return float(line)


def _megabytes(model: str) -> float:
    folder = Path(model) if Path(model).is_dir() else FOLDER / model
    return sum(path.stat().st_size for path in folder.glob("*") if path.suffix != ".md") / 1e6


def _processor() -> str:
    """Return whether the processor multiplies bytes in one step, which int8 speed hangs on, where that can be read."""
    info = Path("/proc/cpuinfo")
    flags = info.read_text("utf-8") if info.is_file() else ""
    found = [flag for flag in ("avx512_vnni", "avx_vnni", "amx_int8") if flag in flags]
    return ", ".join(found) or "no int8 instructions known"
