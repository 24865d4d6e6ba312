"""Coreference of named persons in news articles of GUM: B³ against the corpus's own annotation, beside a baseline.

*Gold* are the chains of type person with a mention that holds a proper noun in the singular, without an article or
"and", and without a plural pronoun: a person with a name, no people. *Response* are the chains of an article that
name a person; a role after a name and a comma counts as a mention of its holder. A mention of the response is one of
the gold where it holds words of its core: the head and what is flat below it, of the smallest gold mention around it.
Words that match none are wrong in all that they are joined with. First and second persons are counted once with the
rest, since the corpus has them, and once left out: the record never says who "I" is.

The baseline joins names that the language model marks as persons by their last words, and knows no pronouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.floors import Measured, corpus_digest
from benchmarks.gum_speakers import AS_OF, text_of
from crossread.annotate.mentions import find
from crossread.config import Settings
from crossread.ingest.paragraphs import divide
from crossread.language.backends import open_backend
from crossread.record.analysis import Analysis
from crossread.record.annotation import EntityType, Mention, MentionForm
from crossread.record.article import Article
from crossread.record.ids import content_id
from crossread.record.span import Span

_PLURAL = frozenset(("we", "us", "our", "they", "them", "their", "these", "those"))
_SPEAKERS = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "you", "your"))
_BRACKETS = re.compile(r"\(?[^()]+\)?")
_FLAT = ("flat", "name")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the treebank with its place in the text; `head` is the number of the word above it, -1 for none."""

    span: Span
    form: str
    tag: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that denote somebody: the range of words, the number of the chain, and the words of the core."""

    first: int
    last: int
    chain: int
    core: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article with the mentions of its named persons."""

    name: str
    text: str
    words: tuple[Word, ...]
    mentions: tuple[GoldMention, ...]


@dataclass
class Tally:
    """Sums of B³ over articles: the precision of each mention of the response, the recall of each of the gold."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def scores(self) -> tuple[float, float, float]:
        p, r = _mean(self.precision), _mean(self.recall)
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    folder = data / "data" / "statements" / "gum_news"
    names = sorted(path.stem for path in (folder / "coref").glob("*.conll"))
    documents = [document(name, folder) for name in names]
    corpus = corpus_digest(one.text.encode() for one in documents)
    articles = [_article(one) for one in documents]
    analyses = list(open_backend(Settings().language_model).analyse(articles))
    figures = []
    for label, leave_out in (("", False), (" without first and second persons", True)):
        ours, base = Tally(), Tally()
        for one, article, analysis in zip(documents, articles, analyses, strict=True):
            gold = [m for m in one.mentions if not (leave_out and _is_speaker(one, m))]
            count(ours, one, gold, response(one.text, find(article, analysis)))
            count(base, one, gold, baseline(analysis))
        p, r, f1 = ours.scores()
        beside = "head-match baseline {:.3f} ({:.3f}/{:.3f})".format(base.scores()[2], *base.scores()[:2])
        figures += [
            Measured(f"gum-coreference/B3 F1{label}", f1, corpus, beside),
            Measured(f"gum-coreference/B3 precision{label}", p, corpus),
            Measured(f"gum-coreference/B3 recall{label}", r, corpus, f"{len(ours.recall)} mentions"),
        ]
    return figures


def response(text: str, mentions: Sequence[Mention]) -> list[list[Span]]:
    """Return the chains that name a person, as the spans of their mentions and of the roles beside them."""
    chains: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.chain is not None and mention.type is EntityType.PERSON:
            chains.setdefault(mention.chain, []).append(mention)
    named = (chain for chain in chains.values() if any(m.form is MentionForm.NAME for m in chain))
    return [[span for m in chain for span in (m.span, *_beside(text, m))] for chain in named]


def _beside(text: str, mention: Mention) -> Iterator[Span]:
    """Yield the roles beside a name that the corpus takes for mentions of their own: after a comma, with a noun."""
    for role in mention.roles:
        if role.start > mention.span.end and not role.of(text).startswith(("of ", "from ")):
            yield role


def baseline(analysis: Analysis) -> list[list[Span]]:
    """Return the model's names of persons, joined by their last words."""
    chains: dict[str, list[Span]] = {}
    for name in analysis.names:
        if name.type == "PERSON":
            chains.setdefault(name.text.split()[-1].casefold(), []).append(name.span)
    return list(chains.values())


def count(tally: Tally, one: Document, gold: Sequence[GoldMention], chains: Iterable[Iterable[Span]]) -> None:
    """Add an article to the sums. A mention of the gold counts once, for the chain that has it first."""
    of: dict[int, int] = {}
    sizes: dict[int, int] = {}
    answered: list[tuple[int, int | None]] = []
    for number, spans in enumerate(chains):
        for span in dict.fromkeys(spans):
            at = matching(one.words, gold, span)
            if at is not None and at in of:
                continue
            answered.append((number, at))
            sizes[number] = sizes.get(number, 0) + 1
            if at is not None:
                of[at] = number
    shared = {
        at: sum(of.get(other) == number for other, m in enumerate(gold) if m.chain == gold[at].chain)
        for at, number in of.items()
    }
    total = {m.chain: sum(other.chain == m.chain for other in gold) for m in gold}
    tally.precision += [0.0 if at is None else shared[at] / sizes[number] for number, at in answered]
    tally.recall += [shared.get(at, 0) / total[m.chain] for at, m in enumerate(gold)]


def matching(words: Sequence[Word], gold: Sequence[GoldMention], span: Span) -> int | None:
    """Return the number of the smallest gold mention whose core a span has words of."""
    inside = {n for n, word in enumerate(words) if word.span.start < span.end and span.start < word.span.end}
    found = [(m.last - m.first, at) for at, m in enumerate(gold) if inside & set(m.core)]
    return min(found)[1] if found else None


# ---------------------------------------------------------------- the corpus


def document(name: str, folder: Path) -> Document:
    """Return an article of the corpus: its words from the treebank, its chains from the coreference file."""
    treebank = (folder / "dep" / f"{name}.conllu").read_text("utf-8")
    coreference = (folder / "coref" / f"{name}.conll").read_text("utf-8")
    text = text_of(treebank)
    words = tuple(words_of(treebank, text))
    return Document(name, text, words, tuple(persons(words, coreference)))


def words_of(treebank: str, text: str) -> Iterator[Word]:
    """Yield the words of a treebank file, each with its place in the text."""
    position, first, count_ = 0, 0, 0
    for line in treebank.splitlines():
        parts = line.split("\t")
        if len(parts) < 8 or not parts[0].isdigit():
            continue
        if parts[0] == "1":
            first = count_
        at = text.find(parts[1], position)
        start = at if 0 <= at <= position + 2 else position  # a part of "don't" may be spelled otherwise
        position = start + (len(parts[1]) if at == start else 0)
        head = first + int(parts[6]) - 1 if parts[6] != "0" else -1
        yield Word(Span(start, position), parts[1], parts[4], head, parts[7])
        count_ += 1


def persons(words: Sequence[Word], coreference: str) -> list[GoldMention]:
    """Return the mentions of the persons with a name."""
    chains: dict[int, list[GoldMention]] = {}
    for first, last, chain in bracketed(coreference):
        chains.setdefault(chain, []).append(GoldMention(first, last, chain, core(words, first, last)))
    found = [m for chain in chains.values() if _is_named_person(words, chain) for m in chain]
    return sorted(found, key=lambda m: (m.first, -m.last))


def bracketed(coreference: str) -> Iterator[tuple[int, int, int]]:
    """Yield the first and the last word of each mention of a person, and the number of its chain."""
    open_: dict[str, list[int]] = {}
    lines = (line.split("\t") for line in coreference.splitlines() if line and not line.startswith("#"))
    for number, parts in enumerate(lines):
        for mark in _marks(parts[-1]):
            label = mark.strip("()")
            if not label.startswith("person-"):
                continue
            if mark.startswith("("):
                open_.setdefault(label, []).append(number)
            if mark.endswith(")"):
                yield open_[label].pop(), number, int(label.split("-")[1])


def _marks(column: str) -> list[str]:
    return [] if column == "_" else _BRACKETS.findall(column)


def core(words: Sequence[Word], first: int, last: int) -> tuple[int, ...]:
    """Return the head of a range of words, which hangs on a word outside it, and the rest of its name."""
    inside = range(first, last + 1)
    head = next((n for n in inside if words[n].head not in inside), first)
    return (head, *(n for n in inside if words[n].head == head and words[n].dep.startswith(_FLAT)))


def _is_named_person(words: Sequence[Word], chain: Sequence[GoldMention]) -> bool:
    forms = {words[m.first].form.lower() for m in chain if m.first == m.last}
    named = any(
        any(words[n].tag == "NNP" for n in m.core)
        and words[m.first].form.lower() not in ("the", "a", "an")
        and not any(words[n].head == m.core[0] and words[n].dep == "conj" for n in range(m.first, m.last + 1))
        for m in chain
    )
    return named and not forms & _PLURAL


def _is_speaker(one: Document, mention: GoldMention) -> bool:
    return mention.first == mention.last and one.words[mention.first].form.lower() in _SPEAKERS


def _article(one: Document) -> Article:
    return Article(
        id=content_id("article", one.name, one.text),
        ref=one.name,
        text=one.text,
        paragraphs=divide(one.text),
        as_of=AS_OF,
        refs=(one.name,),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
