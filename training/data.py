"""What is trained on and what is held out, made from the corpora folder."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import corpora
from training.corpora import UdWord, genre
from training.examples import (
    Builder,
    Example,
    TreeSentence,
    joined,
    single_marked,
    straightened,
    tree_sentence,
)
from training.harmonise import (
    COMMON,
    CROSSNER,
    RE3D,
    Gazette,
    Marked,
    gum_names,
    harmonised,
    paragraphs,
    statements,
)
from training.meantime import meantime

# GMB is three fifths of the names data and one outlet's style: this share of its sentences is used, as in the
# single-task experiment.
GMB_SHARE = 0.27
# GMB's blocks of 200 sentences, every twentieth: block 7 is for tests, 13 for development.
_BLOCK, _BLOCKS, _HELD_OUT = 200, 20, (7, 13)
# Share of PolNeAR's articles shown with straight double marks, since many texts have them.
_STRAIGHT = 0.3
# Share shown with single curly marks.
_SINGLE = 0.15
# UNER and WikiGold are annotated by hand throughout, as GMB is not: each of their sentences counts twice.
_TWICE = 2
# Sentences of names corpora shown as one text, at most.
_TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Data:
    """The training data: treebank documents' sentences, texts with names, texts with statements."""

    trees: tuple[TreeSentence, ...]
    names: tuple[Marked, ...]
    statements: tuple[Marked, ...]


def load(root: Path, polnear: Path | None, seed: int, *, leave_out: Collection[str] = ()) -> Data:
    """Read the training parts of all corpora under `root`; PolNeAR's from its own file, or none.

    Names corpora in `leave_out` (see NAMES_CORPORA) are not read, so that a
    model can be measured on them.
    """
    rng = random.Random(seed)
    gazette = Gazette(corpora.gmb(root))
    texts: list[Marked] = []
    for name in NAMES_CORPORA:
        if name not in leave_out:
            for source in names_of(name, root, gazette):
                texts += joined(source, rng, _TOGETHER)
    rng.shuffle(texts)
    return Data(
        trees=tuple(tree_sentences(root, "train", gazette)),
        names=tuple(texts),
        statements=tuple(statement_paragraphs(polnear, rng)) if polnear else (),
    )


def tree_sentences(root: Path, part: str, gazette: Gazette) -> Iterator[TreeSentence]:
    """Yield the treebanks' sentences of a part, GUM's with the names of its entity layer."""
    for path in corpora.ewt(root, part):
        for sentence in corpora.read_conllu(path):
            yield tree_sentence(sentence, None)
    for path in corpora.gum(root, part):
        for sentence in corpora.read_conllu(path):
            yield tree_sentence(sentence, gum_names(sentence, corpora.gum_mentions(sentence), gazette))


def tree_words(root: Path, part: str) -> Iterator[UdWord]:
    """Yield the words of a part of the treebanks."""
    for path in (*corpora.ewt(root, part), *corpora.gum(root, part)):
        for sentence in corpora.read_conllu(path):
            yield from sentence.words


# The names corpora that are trained on, in the order in which they are read.
NAMES_CORPORA = ("gmb", "uner", "wikigold", "crossner", "re3d", "europarl", "multiner")


def names_of(name: str, root: Path, gazette: Gazette) -> Iterator[list[Marked]]:
    """Yield the training sentences of a names corpus, twice where each of them counts twice."""
    match name:
        case "gmb":
            every = list(harmonised(corpora.gmb(root), None, gazette))
            kept = [m for i, m in enumerate(every) if (i // _BLOCK) % _BLOCKS not in _HELD_OUT]
            # Every fourth run of sentences or so, so that neighbours stay neighbours.
            yield [m for i, m in enumerate(kept) if (i // _TOGETHER * GMB_SHARE) % 1 < GMB_SHARE]
        case "uner":
            yield from [list(harmonised(corpora.uner(root, "test"), COMMON, gazette))] * _TWICE
        case "wikigold":
            yield from [wikigold(root, gazette)] * _TWICE
        case "crossner":
            yield list(harmonised(corpora.crossner(root), CROSSNER, gazette))
        case "re3d":
            yield list(harmonised(corpora.re3d(root), RE3D, gazette, named=True))
        case "europarl":
            yield list(harmonised(corpora.europarl(root), COMMON, gazette))
        case "multiner":
            yield list(harmonised(corpora.multiner(root), COMMON, gazette))
        case _:
            raise ValueError(f"no names corpus {name!r}; there are {', '.join(NAMES_CORPORA)}")


def wikigold(root: Path, gazette: Gazette) -> list[Marked]:
    """Return WikiGold's sentences. They are trained on, unless they are left out."""
    return list(harmonised(corpora.wikigold(root), COMMON, gazette))


def statement_paragraphs(path: Path, rng: random.Random) -> Iterator[Marked]:
    """Yield the paragraphs of PolNeAR's articles, one reading of each."""
    for reading in corpora.polnear(path, every_annotator=False):
        text, drawn = statements(reading), rng.random()
        if drawn < _STRAIGHT:
            text = straightened(text)
        elif drawn < _STRAIGHT + _SINGLE:
            text = single_marked(text)
        yield from paragraphs(text)


def names_held_out(root: Path, gazette: Gazette) -> dict[str, list[Marked]]:
    """Return the held-out names sets.

    MEANTIME is the one that is news and from a corpus that no part of is
    trained on. Of UNER another part is trained on; GMB's test blocks are of the
    outlet of its training blocks. GUM's news is measured with its trees.
    """
    every = list(harmonised(corpora.gmb(root), None, gazette))
    return {
        "MEANTIME": list(harmonised(meantime(root), COMMON, gazette, named=True)),
        "UNER-EWT dev": list(harmonised(corpora.uner(root, "dev"), COMMON, gazette)),
        "GMB test": [m for i, m in enumerate(every) if (i // _BLOCK) % _BLOCKS == _HELD_OUT[0]],
    }


def gum_held_out(root: Path, gazette: Gazette, *, news: bool) -> list[list[TreeSentence]]:
    """Return GUM's dev and test documents of the open genres, all or the news alone."""
    return [
        [tree_sentence(s, gum_names(s, corpora.gum_mentions(s), gazette)) for s in corpora.read_conllu(path)]
        for path in (*corpora.gum(root, "dev"), *corpora.gum(root, "test"))
        if not news or genre(path.stem) == "news"
    ]


def name_examples(texts: Sequence[Marked], build: Builder) -> list[Example]:
    return [e for text in texts for e in build.marked(text, "name")]


def statement_examples(texts: Sequence[Marked], build: Builder) -> list[Example]:
    return [e for text in texts for e in build.marked(text, "statement")]
