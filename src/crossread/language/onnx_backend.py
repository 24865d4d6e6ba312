"""The shipped encoder behind the language Protocol.

Each paragraph, and each stretch of one that has lost its breaks, is read by
itself. One longer than a window is read in windows
that each begin where the one before last saw a sentence begin, so that no
sentence is seen in part; labels that run on (names, statements) are decoded
over the whole paragraph. Batches never hold windows of two articles: int8
scales are taken over a batch, and an analysis must depend on its article alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from crossread.language.agreement import ROOT, agree
from crossread.language.consistency import agreed
from crossread.language.decode import Floats, best_chain, best_tree, label_spans, tree_columns
from crossread.language.encoder import FILES, Chain, Encoder, Scores
from crossread.language.pieces import Pieces
from crossread.language.sentences import sentence_starts
from crossread.language.words import Word, model_form, words
from crossread.record.analysis import Analysis, Name, Sentence, StatementPart, Token
from crossread.record.article import Article, as_read
from crossread.text.runons import stretches

# Words in a window: parses were best with at most about 110 in the single-task experiments on the treebanks.
WINDOW = 110
# Words in a window for a sentence that is longer than that; what is longer still is cut. Not swept.
_LONG_WINDOW = 300
# Words that a text without capitals must have to be taken for one that is written in lower case. Not swept.
_FEWEST_CASELESS = 5
# Pieces in any window at most: the encoder has 512 positions.
_MOST_PIECES = 500
# Padded pieces in a batch. What a layer makes of more falls out of the processor's cache. 256 to 2048 tried on 17 news
# articles, words a second: 6,620 at 256, 6,630 at 384, 6,230 at 512, 5,260 at 1024, 4,060 at 2048.
_BATCH_PIECES = 384

# UD features that follow from the Penn tag alone.
_FEATS = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "VerbForm=Ger",
    "VB": "VerbForm=Inf",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
}


@dataclass
class _Pass:
    """A paragraph on its way: its words, how far it is read, and what was read."""

    words: tuple[Word, ...]
    cased: bool
    read: int = 0
    size: int = WINDOW
    parts: list[Scores] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)  # words kept of each part
    starts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # word index, -1 for a root
    deps: list[str] = field(default_factory=list)


class OnnxBackend:
    """A model folder as a LanguageBackend."""

    def __init__(self, folder: Path, *, name: str = "", threads: int = 1, agree: bool = True) -> None:
        """Open a model folder; without `agree` the names of an article keep the types each was given."""
        self.name = name or folder.name
        self._encoder = Encoder(folder, threads=threads)
        self._agree = agree
        self.digest = _digest(folder)

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order."""
        for article in articles:
            yield self.read(article)

    def read(self, article: Article) -> Analysis:
        """Return the analysis of an article."""
        read = as_read(article)
        spans = [part for p in read.paragraphs for part in stretches(read.text, p.span)]
        texts = [model_form(span.of(read.text)) for span in spans]
        passes = [_Pass(words(text), not _is_caseless(text)) for text in texts]
        waiting = [p for p in passes if p.words]
        while waiting:
            for batch in self._batches(waiting):
                self._read_batch(batch)
            waiting = [p for p in waiting if p.read < len(p.words)]
        joined = _Joined(article, agree=self._agree, marks_statements=len(self._encoder.statement.labels) > 1)
        for span, done in zip(spans, passes, strict=True):
            if done.words:
                joined.add(span.start, done, self._encoder)
        return joined.analysis()

    def _batches(self, waiting: Sequence[_Pass]) -> Iterator[list[tuple[_Pass, Pieces]]]:
        windows = sorted(((p, self._window(p)) for p in waiting), key=lambda w: len(w[1].ids))
        batch: list[tuple[_Pass, Pieces]] = []
        for window in windows:
            if batch and len(window[1].ids) * (len(batch) + 1) > _BATCH_PIECES:
                yield batch
                batch = []
            batch.append(window)
        yield batch

    def _window(self, waiting: _Pass) -> Pieces:
        part = waiting.words[waiting.read : waiting.read + waiting.size]
        total = 2
        for k, word in enumerate(part):
            total += len(self._encoder.pieces.of(word.text))
            if total > _MOST_PIECES:
                return self._encoder.pieces.window(part[:k], cased=waiting.cased)
        return self._encoder.pieces.window(part, cased=waiting.cased)

    def _read_batch(self, batch: Sequence[tuple[_Pass, Pieces]]) -> None:
        arcs: list[tuple[_Pass, Floats, Floats]] = []
        for (waiting, _), scores in zip(
            batch, self._encoder.scores([pieces for _, pieces in batch]), strict=True
        ):
            begins = sentence_starts(waiting.words[waiting.read :], scores.start, scores.arcs)
            kept = len(scores.start)
            if waiting.read + kept < len(waiting.words):
                if len(begins) > 1:
                    kept = begins.pop()
                elif waiting.size < _LONG_WINDOW and kept == waiting.size:
                    waiting.size = _LONG_WINDOW
                    continue
            arcs.append((waiting, *_take(waiting, scores, begins, kept)))
        if arcs:
            self._label(arcs)

    def _label(self, arcs: Sequence[tuple[_Pass, Floats, Floats]]) -> None:
        best = self._encoder.labels(
            np.concatenate([a[1] for a in arcs]), np.concatenate([a[2] for a in arcs])
        )
        at = 0
        for waiting, below, _ in arcs:
            waiting.deps.extend(self._encoder.dep[k] for k in best[at : at + len(below)])
            at += len(below)


def _is_caseless(text: str) -> bool:
    """Whether nothing in a text is a capital, though there are words enough for one.

    On 200 sentences of news in lower case names have a recall of 76 instead of 60, at a precision of 92 (91); tags are
    97.4 (96.3), heads 94.7 (96.6). What the model says of the sentences as they were written is the reference.
    """
    return text.count(" ") + 1 >= _FEWEST_CASELESS and not any(c.isupper() for c in text)


def _take(waiting: _Pass, scores: Scores, begins: list[int], kept: int) -> tuple[Floats, Floats]:
    """Move a paragraph on by a window's kept words; return the label views of its arcs."""
    above = np.empty_like(scores.below[:kept])
    for first, last in zip(begins, [*begins[1:], kept], strict=True):
        columns = tree_columns(first, last)
        tree = best_tree(scores.arcs[first:last][:, columns])
        above[first:last] = scores.above[columns[tree]]
        waiting.heads.extend(int(waiting.read + first + h - 1) if h else -1 for h in tree)
        waiting.starts.append(waiting.read + first)
    waiting.parts.append(scores)
    waiting.lengths.append(kept)
    waiting.read += kept
    waiting.size = WINDOW
    return scores.below[:kept], above


class _Joined:
    """An article's analysis as it grows, paragraph by paragraph."""

    def __init__(self, article: Article, *, agree: bool, marks_statements: bool) -> None:
        self._article = article
        self._agree = agree
        self._marks_statements = marks_statements
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []
        self._names: list[Name] = []
        self._statements: list[StatementPart] = []

    def add(self, offset: int, done: _Pass, encoder: Encoder) -> None:
        """Add a paragraph that starts at `offset` and is read to its end."""
        text = self._article.text
        base = len(self._tokens)
        upos, xpos = (
            [labels[k] for k in _rows(done, kind).argmax(-1)]
            for kind, labels in (("upos", encoder.upos), ("xpos", encoder.xpos))
        )
        endings = _rows(done, "lemma")
        # A root alone is labelled one: what the label view says of another word is read as unknown.
        deps = ["dep" if dep == "root" else dep for dep in done.deps]
        agree(upos, xpos, deps, done.heads)
        for k, word in enumerate(done.words):
            start, end, head = offset + word.start, offset + word.end, done.heads[k]
            root = head == ROOT
            self._tokens.append(
                Token(
                    start,
                    end,
                    text[start:end],
                    upos[k],
                    xpos[k],
                    encoder.lemmas.of(word.text, upos[k], endings[k]),
                    base + (k if root else head),
                    "root" if root else deps[k],
                    _FEATS.get(xpos[k], ""),
                )
            )
        for first, last in zip(done.starts, [*done.starts[1:], len(done.words)], strict=True):
            begin, end = self._tokens[base + first].start, self._tokens[base + last - 1].end
            self._sentences.append(Sentence(begin, end, base + first, base + last))
        for start, end, type_ in _spans(offset, done, "name", encoder.name):
            self._names.append(Name(start, end, text[start:end], type_))
        self._statements += [
            StatementPart(*span) for span in _spans(offset, done, "statement", encoder.statement)
        ]

    def analysis(self) -> Analysis:
        names = agreed(self._names) if self._agree else tuple(self._names)
        return Analysis(
            self._article.id,
            tuple(self._tokens),
            tuple(self._sentences),
            names,
            tuple(self._statements) if self._marks_statements else None,
        )


def _rows(done: _Pass, kind: str) -> Floats:
    """Return one kind of scores for all words of a paragraph, window after window."""
    parts = [getattr(p, kind)[:n] for p, n in zip(done.parts, done.lengths, strict=True)]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _spans(offset: int, done: _Pass, kind: str, chain: Chain) -> Iterator[tuple[int, int, str]]:
    best = best_chain(_rows(done, kind), chain.move, chain.opens)
    for first, last, type_ in label_spans([chain.labels[k] for k in best]):
        yield offset + done.words[first].start, offset + done.words[last - 1].end, type_


def _digest(folder: Path) -> str:
    """Return the SHA-256 over the model's files, in order of their names."""
    total = hashlib.sha256()
    for name in sorted(FILES):
        total.update(name.encode())
        total.update((folder / name).read_bytes())
    return total.hexdigest()
