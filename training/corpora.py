"""Readers of the public corpora: files as they are distributed, in; sentences and marked texts, out.

A reader changes no annotation; training/harmonise.py brings the labels into
one scheme.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The genres of GUM whose texts are open (no NC, no share-alike of Reddit's kind), as UD_English-GUM names them.
GUM_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")

Label = tuple[int, int, str]  # half-open range of words or of code points, and its type


@dataclass(frozen=True, slots=True)
class UdWord:
    """A word of a treebank. `head` counts from 1 in the sentence; 0 is the root's."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    space_after: bool
    misc: str


@dataclass(frozen=True, slots=True)
class UdSentence:
    """A sentence of a treebank; `opens` says that a document or a paragraph opens with it.

    `block` is what the paragraph is as GUM writes it (`p`, `head`, `figure | caption`), without attributes.
    """

    words: tuple[UdWord, ...]
    opens: bool
    id: str
    block: str = ""

    @property
    def running(self) -> bool:
        """Whether its paragraph is running text: no headline, caption, list or table."""
        return all(part.strip() in _RUNNING for part in self.block.split("|"))


# Elements of GUM's paragraphs of running text: paragraph, speech, quotation, highlighted words in one.
_RUNNING = ("", "p", "sp", "quote", "hi")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence of a names corpus: words, and labelled ranges of words in the corpus's own types."""

    words: tuple[str, ...]
    spans: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotator's reading of an article for statements: ranges of code points, outermost not marked."""

    id: str
    text: str
    attributions: tuple[tuple[Label, ...], ...]


# --- treebanks -------------------------------------------------------------------------------------


# What follows the names of elements in GUM's paragraph blocks: who:::"#Ann", (3 s).
_ATTRIBUTES = re.compile(r' \w+:::"[^"]*"| \(\d+ s\)')


def read_conllu(path: Path) -> Iterator[UdSentence]:
    """Yield the sentences of a CoNLL-U file that have exactly one root."""
    rows: list[list[str]] = []
    opens, identity, block = True, "", ""
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            opens = opens or line.startswith(("# newdoc", "# newpar"))
            if line.startswith("# newpar"):
                block = _ATTRIBUTES.sub("", line.partition("=")[2]).strip()
            if line.startswith("# sent_id"):
                identity = line.partition("=")[2].strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            words = _ud_words(rows)
            if sum(w.head == 0 for w in words) == 1:
                yield UdSentence(words, opens, identity, block)
            rows, opens = [], False


def _ud_words(rows: list[list[str]]) -> tuple[UdWord, ...]:
    inner: dict[int, bool] = {}  # words of a range such as 3-4 (don't) and whether a space follows them
    for row in rows:
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            inner |= dict.fromkeys(range(start, end), False)
            inner[end] = "SpaceAfter=No" not in row[9]
    return tuple(
        UdWord(
            form=row[1],
            lemma=row[2],
            upos=row[3],
            xpos=row[4],
            head=int(row[6]),
            dep=row[7],
            space_after=inner.get(int(row[0]), "SpaceAfter=No" not in row[9]),
            misc=row[9],
        )
        for row in rows
        if row[0].isdigit()
    )


def ewt(root: Path, part: str) -> list[Path]:
    """Return the files of EWT's train (a file a document), dev or test."""
    if part != "train":
        return [root / "ewt" / f"en_ewt-ud-{part}.conllu"]
    base = root / "ewt" / "not-to-release"
    listed = (base / "file-lists" / "files.train").read_text("utf-8").split()
    return [base / "sources" / name for name in listed]


def gum(root: Path, part: str) -> list[Path]:
    """Return the files of GUM's train, dev or test, the open genres alone."""
    base = root / "gum_ud" / "not-to-release"
    listed = (base / "file-lists" / f"files.{part}").read_text("utf-8").split()
    return [base / "sources" / f"{name}.conllu" for name in listed if genre(name) in GUM_GENRES]


def genre(name: str) -> str:
    """Return the genre in the name of a GUM document or sentence (GUM_news_afghan-1: news)."""
    return name.split("_")[1] if name.startswith("GUM_") else ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of GUM's entity layer: words [start, end) of its sentence and the entity's type."""

    start: int
    end: int
    type: str


_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")


def gum_mentions(sentence: UdSentence) -> list[Mention]:
    """Return the entity mentions written in a GUM sentence's MISC column."""
    found: list[Mention] = []
    open_: list[tuple[str, int, str]] = []
    for k, word in enumerate(sentence.words):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for part in _BRACKET.findall(match.group(1)) if match else []:
            if part.startswith("("):
                fields = part[1:].rstrip(")").split("-")
                type_ = fields[1] if len(fields) > 1 else ""
                if part.endswith(")"):
                    found.append(Mention(k, k + 1, type_))
                else:
                    open_.append((fields[0], k, type_))
                continue
            for at in reversed(range(len(open_))):
                if open_[at][0] == part[:-1]:
                    _, start, type_ = open_.pop(at)
                    found.append(Mention(start, k + 1, type_))
                    break
    return found


# --- names -----------------------------------------------------------------------------------------

# How tokenised corpora write marks.
UNESCAPED = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "&amp;": "&"}


def bio_spans(tags: list[str]) -> tuple[Label, ...]:
    """Return the labelled ranges of BIO tags; an inside tag without a begin opens a range too."""
    spans: list[Label] = []
    start, open_ = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        mark, _, type_ = tag.partition("-")
        if open_ and (mark != "I" or type_ != open_):
            spans.append((start, i, open_))
            open_ = ""
        if type_ and not open_ and tag != "O":
            start, open_ = i, type_
    return tuple(spans)


def read_columns(path: Path, *, separator: str | None = None) -> Iterator[Tagged]:
    """Yield the sentences of a file with a word a line, its BIO tag last, blank lines between sentences."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8", "replace").splitlines(), ""]:
        fields = line.split(separator)
        if line.strip() and len(fields) > 1:
            words.append(UNESCAPED.get(fields[0], fields[0]))
            tags.append(fields[-1])
        elif not line.strip() and words:
            yield Tagged(tuple(words), bio_spans(tags))
            words, tags = [], []


def gmb(root: Path) -> Iterator[Tagged]:
    """Yield the sentences of the Groningen Meaning Bank's names table."""
    words: list[str] = []
    tags: list[str] = []
    with (root / "gmb" / "ner_dataset.csv").open(encoding="latin-1", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if row[0].startswith("Sentence:") and words:
                yield Tagged(tuple(words), bio_spans(tags))
                words, tags = [], []
            if len(row) > 3 and row[1]:
                words.append(UNESCAPED.get(row[1], row[1]))
                tags.append(row[3])
    if words:
        yield Tagged(tuple(words), bio_spans(tags))


def uner(root: Path, part: str) -> Iterator[Tagged]:
    """Yield the sentences of UNER's annotation of EWT (dev or test)."""
    words: list[str] = []
    tags: list[str] = []
    path = root / "uner_ewt" / f"en_ewt-ud-{part}.iob2"
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        fields = line.split("\t")
        if len(fields) > 2 and not line.startswith("#"):
            words.append(fields[1])
            tags.append(fields[2])
        elif not line and words:
            yield Tagged(tuple(words), bio_spans(tags))
            words, tags = [], []


def wikigold(root: Path) -> Iterator[Tagged]:
    """Yield the sentences of WikiGold."""
    yield from read_columns(root / "juandr/data/wikigold/CONLL-format/data/wikigold.conll.txt")


# re3d's sources whose texts are not openly licensed.
_RE3D_CLOSED = ("BBC_Online", "Delegation_of_the_European_Union_to_Syria")


def re3d(root: Path) -> Iterator[Tagged]:
    """Yield the sentences of re3d, its BBC and EU parts left out."""
    for path in sorted((root / "juandr/data/re3d/CONLL-format/data-by-source/conll").glob("*/*")):
        if path.parent.name not in _RE3D_CLOSED:
            yield from read_columns(path)


def crossner(root: Path) -> Iterator[Tagged]:
    """Yield CrossNER's politics, literature and science sentences, all parts."""
    for domain in ("politics", "literature", "science"):
        for part in ("train", "dev", "test"):
            yield from read_columns(root / "crossner/ner_data" / domain / f"{part}.txt", separator="\t")


def europarl(root: Path) -> Iterator[Tagged]:
    """Yield the English sentences of the Europarl names set."""
    yield from read_columns(root / "europarl/en-europarl.test.conll02")


def multiner(root: Path) -> Iterator[Tagged]:
    """Yield the sentences of the CC0 multi-source names set."""
    yield from read_columns(root / "multiNER/Final_English.txt")


# --- statements ------------------------------------------------------------------------------------


def polnear(path: Path, *, every_annotator: bool) -> Iterator[Reading]:
    """Yield PolNeAR's readings from a gzipped JSON-lines file; without `every_annotator` the first of each."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if not every_annotator and record["annotator"] != 0:
                continue
            yield Reading(
                record["id"],
                record["text"],
                tuple(
                    tuple(
                        (start, end, role)
                        for role in ("source", "cue", "content")
                        for start, end in attribution.get(role, [])
                    )
                    for attribution in record["attributions"]
                ),
            )
