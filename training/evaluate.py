"""Measure a model end to end: from raw text, on corpora it was not trained on.

    python -m training.evaluate MODEL CORPORA [--polnear-dev FILE] [--out FOLDER/scores.json]
        [--float FOLDER] [--peer PIPELINE]

Words are matched by their place in the text, so that a word cut otherwise than
in the treebank counts as an error of every measure (F1 as in the CoNLL 2018
shared task). With --float the same model with float32 weights is measured too,
with --peer a spaCy pipeline (its name or folder); their scores are written
beside those of the model.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from crossread.language.onnx_backend import OnnxBackend
from crossread.language.protocol import LanguageBackend
from crossread.language.words import model_form, words
from crossread.record.analysis import Analysis
from crossread.record.article import Article, Paragraph, Role
from training import corpora
from training.backends import open_model
from training.data import gum_held_out, names_held_out
from training.examples import TreeSentence, dependency, word_ranges
from training.harmonise import Gazette, Marked, paragraphs, statements

Scores = dict[str, float]
Fact = tuple[str, int, int, str]  # its kind, the range of code points it is about, what it says
# The types a names score is over; the rest have no counterpart in most corpora.
_SCORED = ("PERSON", "ORG", "PLACE")


class Tally:
    """Counts of right, wrong and missed by kind, and the F1 they make."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._gold: Counter[str] = Counter()
        self._given: Counter[str] = Counter()

    def add(self, gold: set[Fact], given: set[Fact]) -> None:
        """Count the facts of one text."""
        self._right.update(fact[0] for fact in gold & given)
        self._gold.update(fact[0] for fact in gold)
        self._given.update(fact[0] for fact in given)

    def scores(self) -> Scores:
        """Return F1 in per cent by kind and over all."""
        made = {
            kind: self._f1(self._right[kind], self._gold[kind], self._given[kind])
            for kind in sorted(self._gold)
        }
        made["all"] = self._f1(self._right.total(), self._gold.total(), self._given.total())
        return made

    @staticmethod
    def _f1(right: int, gold: int, given: int) -> float:
        return round(200 * right / max(1, gold + given), 2)


def article(name: str, parts: Sequence[str]) -> Article:
    """Return an article whose paragraphs are the parts."""
    made: list[Paragraph] = []
    position = 0
    for part in parts:
        made.append(Paragraph(position, position + len(part), Role.BODY))
        position += len(part) + 1
    return Article(id=name, ref=name, text="\n".join(parts), paragraphs=tuple(made), as_of=date.max)


# --- names -----------------------------------------------------------------------------------------


def score_names(backend: LanguageBackend, texts: Sequence[Marked]) -> Scores:
    """Return exact F1 of names over person, organisation and place, each text an article of one paragraph."""
    tally = Tally()
    articles = [article(str(i), [text.text]) for i, text in enumerate(texts)]
    for text, analysis in zip(texts, backend.analyse(articles), strict=True):
        tally.add({(t, a, b, "") for a, b, t in text.spans if t in _SCORED}, _name_facts(analysis))
    return tally.scores()


def _name_facts(analysis: Analysis) -> set[Fact]:
    return {(n.type, n.start, n.end, "") for n in analysis.names if n.type in _SCORED}


# --- trees -----------------------------------------------------------------------------------------


def laid_out(document: Sequence[TreeSentence]) -> tuple[Article, list[list[tuple[int, int]]]]:
    """Return a treebank document as an article, and the ranges of each sentence's words in it."""
    parts: list[str] = []
    places: list[list[tuple[int, int]]] = []
    position = 0
    for sentence in document:
        if sentence.gold.opens or not parts:
            position += len(parts[-1]) + 1 if parts else 0
            parts.append("")
        spaced = bool(parts[-1])
        parts[-1] += " " if spaced else ""
        offset = position + len(parts[-1])
        text = ""
        for word in sentence.words:
            text += " " * (word.start - 1 - len(text)) + word.text
        places.append([(offset + w.start - 1, offset + w.end - 1) for w in sentence.words])
        parts[-1] += text
    return article("document", parts), places


def score_trees(backend: LanguageBackend, documents: Sequence[Sequence[TreeSentence]]) -> Scores:
    """Return F1 in per cent of words, tags, unlabelled and labelled attachment, sentences, and names.

    "sentences, running" are those of paragraphs that are no headline, caption, list or table.
    """
    tally, names = Tally(), Tally()
    for document in documents:
        read, places = laid_out(document)
        analysis = next(iter(backend.analyse([read])))
        tally.add(_gold_facts(document, places), _facts(analysis))
        tally.add(*_running_sentences(read, document, places, analysis))
        gold_names = {
            (type_, at[first][0], at[last - 1][1], "")
            for sentence, at in zip(document, places, strict=True)
            for first, last, type_ in sentence.names or ()
            if type_ in _SCORED
        }
        names.add(gold_names, _name_facts(analysis))
    by_kind = tally.scores()
    by_kind.pop("all")
    return by_kind | {f"names {k}": v for k, v in names.scores().items()}


def _facts(analysis: Analysis) -> set[Fact]:
    made: set[Fact] = {("sentences", s.start, s.end, "") for s in analysis.sentences}
    for index, token in enumerate(analysis.tokens):
        above = "root" if token.head == index else str(analysis.tokens[token.head].start)
        made |= _word_facts(token.start, token.end, (token.upos, token.tag, token.lemma), above, token.dep)
    return made


def _gold_facts(document: Sequence[TreeSentence], places: Sequence[Sequence[tuple[int, int]]]) -> set[Fact]:
    made: set[Fact] = set()
    for sentence, at in zip(document, places, strict=True):
        made.add(("sentences", at[0][0], at[-1][1], ""))
        for word, (start, end) in zip(sentence.gold.words, at, strict=True):
            above = str(at[word.head - 1][0]) if word.head else "root"
            made |= _word_facts(start, end, (word.upos, word.xpos, word.lemma), above, word.dep)
    return made


def _running_sentences(
    read: Article,
    document: Sequence[TreeSentence],
    places: Sequence[Sequence[tuple[int, int]]],
    analysis: Analysis,
) -> tuple[set[Fact], set[Fact]]:
    gold = {(at[0][0], at[-1][1]) for s, at in zip(document, places, strict=True) if s.gold.running}
    texts = [p for p in read.paragraphs if any(p.start <= start < p.end for start, _ in gold)]
    given = {(s.start, s.end) for s in analysis.sentences if any(p.start <= s.start < p.end for p in texts)}
    return {("sentences, running", a, b, "") for a, b in gold}, {
        ("sentences, running", a, b, "") for a, b in given
    }


def _word_facts(start: int, end: int, tags: tuple[str, str, str], above: str, dep: str) -> set[Fact]:
    upos, xpos, lemma = tags
    return {
        ("words", start, end, ""),
        ("upos", start, end, upos),
        ("tags", start, end, xpos),
        ("lemmas", start, end, lemma),
        ("UAS", start, end, above),
        ("LAS", start, end, f"{above} {dependency(dep)}"),
    }


# --- statements ------------------------------------------------------------------------------------


def score_statements(backend: OnnxBackend, readings: Iterable[corpora.Reading]) -> Scores:
    """Return exact F1 in per cent of sources, cues and contents, paragraph by paragraph.

    A range that crosses a paragraph border counts in each paragraph; ranges are
    held against each other by the words they touch.
    """
    tally = Tally()
    for reading in readings:
        lines = list(paragraphs(statements(reading)))
        read = article(reading.id, [line.text for line in lines])
        gold: set[Fact] = set()
        for paragraph, line in zip(read.paragraphs, lines, strict=True):
            cut = words(model_form(line.text))
            for first, last, type_ in word_ranges(cut, line.spans):
                start, end = paragraph.start + cut[first].start, paragraph.start + cut[last - 1].end
                gold.add((_role(type_), start, end, ""))
        parts = backend.read(read).parts or ()
        given = {(_role(part.type), part.start, part.end, "") for part in parts}
        tally.add(gold, given)
    return tally.scores()


def _role(type_: str) -> str:
    return "content" if type_ in ("direct", "indirect") else type_


# --- all -------------------------------------------------------------------------------------------


# What lies beside a model's scores: those of its float32 weights, and of a peer by its name.
FLOAT_SCORES, PEER_SCORES = "scores-float32.json", "scores-peer-{}.json"
SPEED = "words/s"


def score(backend: LanguageBackend, root: Path, polnear_dev: Path | None) -> dict[str, Scores]:
    """Return all scores of a backend, by held-out set."""
    gazette = Gazette(corpora.gmb(root))
    made = {f"names {k}": score_names(backend, texts) for k, texts in names_held_out(root, gazette).items()}
    made["GUM open genres"] = score_trees(backend, gum_held_out(root, gazette, news=False))
    news = gum_held_out(root, gazette, news=True)
    made["GUM news"] = score_trees(backend, news)
    if polnear_dev is not None and isinstance(backend, OnnxBackend):
        readings = corpora.polnear(polnear_dev, every_annotator=False)
        made["PolNeAR dev"] = score_statements(backend, readings)
    speed = words_per_second(backend, [laid_out(document)[0] for document in news])
    made["speed, one thread"] = {SPEED: round(speed)}
    return made


def words_per_second(backend: LanguageBackend, articles: Sequence[Article]) -> float:
    """Return the words (by white space) analysed a second, all tasks together, after a warm-up."""
    next(iter(backend.analyse(articles[:1])))
    began = time.perf_counter()
    for _ in backend.analyse(articles):
        pass
    return sum(len(read.text.split()) for read in articles) / (time.perf_counter() - began)


def main(given: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description="Measure a model on held-out corpora.")
    parser.add_argument("model", help="model folder")
    parser.add_argument("corpora", type=Path, help="folder of the unpacked public corpora")
    parser.add_argument("--polnear-dev", type=Path, help="PolNeAR's dev readings, gzipped JSON lines")
    parser.add_argument("--float", help="folder of the same model with float32 weights")
    parser.add_argument("--peer", help="name or folder of a spaCy pipeline")
    parser.add_argument("--out", type=Path, help="write the scores of the model here as JSON")
    args = parser.parse_args(given)
    wanted = {args.model: args.out}
    for other, name in (
        (args.float, FLOAT_SCORES),
        (args.peer, PEER_SCORES.format(Path(args.peer or "").name)),
    ):
        if other:
            wanted[other] = args.out and args.out.with_name(name)
    for model, out in wanted.items():
        scores = json.dumps(score(open_model(model), args.corpora, args.polnear_dev), indent=1)
        print(model, scores)
        if out:
            out.write_text(scores + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
