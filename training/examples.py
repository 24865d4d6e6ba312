"""Corpora into training examples: windows of words as numbers, with whatever labels their corpus gives.

A label that is not given is NONE and costs nothing. Position 0 of a window is
the window itself: the root of its trees.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from crossread.language.lemmas import KEEP
from crossread.language.pieces import WordPieces
from crossread.language.words import Word, model_form, words
from crossread.text.listing import listed
from training.corpora import Label, UdSentence, UdWord
from training.harmonise import NAME_TYPES, STATEMENT_TYPES, Marked
from training.lexicon import LISTED, NO_LEMMA

NONE = -100
# Words in a window: parses were best with at most about 110 in the single-task experiments on the treebanks.
WINDOW = 110
# Pieces in a window at most: the encoder has 512 positions. Longer ones are lists of addresses; they are left out.
MOST_PIECES = 400
# A lemma class that fewer different forms follow is no class: its forms are listed one by one (lexicon.py).
_FEWEST_FORMS = 6

WORD_LABELS = ("upos", "xpos", "lemma", "head", "dep", "start", "name", "statement")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The label lists the model is built with; a label's number is its place."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    dep: tuple[str, ...]
    name: tuple[str, ...]
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window. Arrays over pieces: ids, shapes; over words (0 is the window): first, last, labels."""

    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    last: np.ndarray
    labels: dict[str, np.ndarray]
    sentences: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.ids)


def lemma_class(form: str, lemma: str) -> str:
    """Return the class that turns `form` into `lemma`: the shortest change of the ending."""
    mark, base = (KEEP, form) if lemma != lemma.lower() else ("", form.lower())
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{mark}{len(base) - shared}|{lemma[shared:]}"


def bio(types: Iterable[str]) -> tuple[str, ...]:
    """Return O and a begin and an inside label of each type."""
    return ("O", *(f"{mark}-{type_}" for type_ in types for mark in "BI"))


def dependency(label: str) -> str:
    """Return a relation with the subtypes the record uses; others fall back to their universal relation."""
    return label if label in _SUBTYPES else label.split(":")[0]


_SUBTYPES = listed("""nsubj:pass aux:pass obl:agent nmod:poss acl:relcl compound:prt cc:preconj det:predet nsubj:outer
    csubj:pass obl:npmod obl:tmod nmod:npmod nmod:tmod nmod:unmarked obl:unmarked advcl:relcl""")


def scheme(sentences: Sequence[UdSentence], *, statements: bool = True) -> Scheme:
    """Return the labels that occur in treebank sentences, with the fixed ones of names and statements.

    Without `statements` words have the one label O, so that an untrained head marks nothing.
    """
    every = [w for s in sentences for w in s.words]
    return Scheme(
        upos=tuple(sorted({w.upos for w in every})),
        xpos=tuple(sorted({w.xpos for w in every})),
        lemma=tuple(sorted(lemma_classes(every))),
        dep=tuple(sorted({dependency(w.dep) for w in every})),
        name=bio(NAME_TYPES),
        statement=bio(STATEMENT_TYPES if statements else ()),
    )


def lemma_classes(words_: Iterable[UdWord]) -> frozenset[str]:
    """Return the classes that enough different forms follow."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in words_:
        if word.upos in LISTED | {"PROPN"} and word.lemma != NO_LEMMA:
            forms[lemma_class(word.form, word.lemma)].add(word.form.lower())
    return frozenset(made for made, of in forms.items() if len(of) >= _FEWEST_FORMS)


# --- treebanks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TreeSentence:
    """A treebank sentence, its words as the model reads them, and its names as word ranges where known."""

    words: tuple[Word, ...]
    gold: UdSentence
    names: tuple[Label, ...] | None


def tree_sentence(gold: UdSentence, names: Sequence[Label] | None) -> TreeSentence:
    """Return a treebank sentence with its words laid out from offset 0."""
    made: list[Word] = []
    position, spaced = 0, True
    for word in gold.words:
        position += int(spaced)
        form = model_form(word.form)
        made.append(Word(position, position + len(form), form, spaced))
        position += len(form)
        spaced = word.space_after
    return TreeSentence(tuple(made), gold, None if names is None else tuple(names))


Item = TypeVar("Item")


def runs(
    items: Sequence[Item],
    size: Callable[[Item], int],
    most: Callable[[], int],
    breaks: Callable[[Item], bool],
) -> Iterator[list[Item]]:
    """Yield consecutive items in lists whose sizes sum to at most `most()` (at least one item a list)."""
    run: list[Item] = []
    total, limit = 0, most()
    for item in items:
        if run and (total + size(item) > limit or breaks(item)):
            yield run
            run, total, limit = [], 0, most()
        run.append(item)
        total += size(item)
    if run:
        yield run


@dataclass(frozen=True)
class Builder:
    """Makes examples: the vocabulary and the labels in one place."""

    pieces: WordPieces
    scheme: Scheme
    _numbers: dict[str, dict[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        tables = {k: {v: i for i, v in enumerate(getattr(self.scheme, k))} for k in Scheme.__slots__}
        object.__setattr__(self, "_numbers", tables)

    def number(self, kind: str, label: str) -> int:
        """Return the number of a label, NONE where the scheme has none such."""
        return self._numbers[kind].get(label, NONE)

    def trees(self, sentences: Sequence[TreeSentence], rng: random.Random | None) -> Iterator[Example]:
        """Yield windows of consecutive sentences; with `rng` of random sizes up to WINDOW words."""
        limit = (lambda: rng.randint(1, WINDOW)) if rng else (lambda: WINDOW)
        for run in runs(sentences, lambda s: len(s.words), limit, lambda s: s.gold.opens):
            example = self.tree_window(run)
            if len(example) <= MOST_PIECES:
                yield example

    def tree_window(self, run: Sequence[TreeSentence]) -> Example:
        """Return one window of sentences with tree labels, names where every sentence has them."""
        columns: dict[str, list[int]] = {kind: [NONE] for kind in WORD_LABELS}
        ranges: list[tuple[int, int]] = []
        offset = 0
        for sentence in run:
            for k, word in enumerate(sentence.gold.words):
                columns["upos"].append(self.number("upos", word.upos))
                columns["xpos"].append(self.number("xpos", word.xpos))
                columns["lemma"].append(self.number("lemma", lemma_class(word.form, word.lemma)))
                columns["dep"].append(self.number("dep", dependency(word.dep)))
                columns["head"].append(word.head + offset if word.head else 0)
                columns["start"].append(int(k == 0))
            ranges.append((offset + 1, offset + 1 + len(sentence.words)))
            offset += len(sentence.words)
        columns["start"][1] = NONE  # a window opens with a sentence by definition
        if all(s.names is not None for s in run):
            for sentence, (start, _) in zip(run, ranges, strict=True):
                columns["name"] += self._tags("name", len(sentence.words), sentence.names or ())
                assert len(columns["name"]) == start + len(sentence.words)
        window = [w for s in run for w in s.words]
        return self._example(window, columns, tuple(ranges))

    def marked(self, text: Marked, kind: str) -> Iterator[Example]:
        """Yield windows of a text with the BIO labels of one kind, name or statement."""
        cut = words(model_form(text.text))
        tags = self._tags(kind, len(cut), word_ranges(cut, text.spans))
        for at in range(0, len(cut), WINDOW):
            part = cut[at : at + WINDOW]
            columns = {kind: [NONE, *tags[at : at + WINDOW]]}
            example = self._example(part, columns, ((1, 1 + len(part)),))
            if len(example) <= MOST_PIECES:
                yield example

    def _tags(self, kind: str, length: int, spans: Iterable[Label]) -> list[int]:
        tags = [self.number(kind, "O")] * length
        for start, end, type_ in spans:
            tags[start:end] = [self.number(kind, f"I-{type_}")] * (end - start)
            tags[start] = self.number(kind, f"B-{type_}")
        return tags

    def _example(
        self, window: Sequence[Word], columns: dict[str, list[int]], ranges: tuple[tuple[int, int], ...]
    ) -> Example:
        pieces = self.pieces.window(window)
        labels = {kind: np.asarray(c, np.int64) for kind, c in columns.items() if len(c) > 1}
        ids, shapes, first, last = (
            np.asarray(a, np.int64) for a in (pieces.ids, pieces.shapes, pieces.first, pieces.last)
        )
        return Example(ids, shapes, first, last, labels, ranges)


def word_ranges(cut: Sequence[Word], spans: Iterable[Label]) -> Iterator[Label]:
    """Yield ranges of code points as ranges of words: every word a range touches, none twice."""
    ordered = sorted(spans)
    k = 0
    for start, end, type_ in ordered:
        while k < len(cut) and cut[k].end <= start:
            k += 1
        first = k
        while k < len(cut) and cut[k].start < end:
            k += 1
        if k > first:
            yield first, k, type_


def joined(texts: Iterable[Marked], rng: random.Random, most: int) -> Iterator[Marked]:
    """Yield one to `most` consecutive texts as one, a space between."""
    run: list[Marked] = []
    limit = rng.randint(1, most)
    for text in texts:
        run.append(text)
        if len(run) == limit:
            yield _join(run)
            run, limit = [], rng.randint(1, most)
    if run:
        yield _join(run)


def _join(run: Sequence[Marked]) -> Marked:
    text, spans = "", []
    for part in run:
        text += " " if text else ""
        spans += [(a + len(text), b + len(text), t) for a, b, t in part.spans]
        text += part.text
    return Marked(text, tuple(spans))


def straightened(text: Marked) -> Marked:
    """Return a text with straight double marks, as much of the press writes them."""
    return replace(text, text=text.text.replace("“", '"').replace("”", '"'))


def single_marked(text: Marked) -> Marked:
    """Return a text with single curly marks about its quotations, as the British press writes them.

    Apostrophes stay. A text that has quotations within quotations stays as it is.
    """
    if "“" not in text.text or "‘" in text.text:
        return text
    return replace(text, text=text.text.replace("“", "‘").replace("”", "’"))
