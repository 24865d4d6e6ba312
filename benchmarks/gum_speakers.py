"""Speakers of quotations in news articles of GUM, held against labels made by hand (`gold/gum-news-speakers.json`).

Each article is a story of its own. A quotation is *found* where the content of statements covers half of it; the
statement that covers most of it tells its speaker. A speaker is *right* where the record's full name for it, without
honorifics, is an accepted one or holds the gold's whole name. *Taken as speech* are quoted words that nobody is said
to have spoken, where a statement that is not indirect is little more than they.

The trees and names of seven of the ten articles are in the language model's training, the speakers of none: articles
in `NOT_IN_TRAINING` are counted once more alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.floors import Measured, corpus_digest
from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import Settings
from crossread.ingest.paragraphs import divide
from crossread.language.backends import open_backend
from crossread.record.annotation import Account, StatementKind
from crossread.record.article import Article, DateRange
from crossread.record.dossier import Statement
from crossread.record.ids import content_id
from crossread.record.span import Span
from crossread.record.story import Membership, Story

GOLD = Path(__file__).parent / "gold" / "gum-news-speakers.json"
AS_OF = date(2026, 11, 21)

# Articles outside the treebank's list of training files: one of its dev list, one of its test list, one of neither.
NOT_IN_TRAINING = frozenset({"GUM_news_iodine", "GUM_news_sensitive", "GUM_news_questionnaire"})

LOWER_IS_BETTER = {"speakers wrong", "speakers unresolved", "not-speech taken as speech"}
_UNNAMING = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "the",
    "a",
    "an",
}
_WORD = re.compile(r"\w+")
_STRAIGHT = str.maketrans("‘’", "''")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the gold: where it stands and the names accepted for its speaker, the full one first."""

    span: Span
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One article with its quotations, and the quoted words in it that nobody is said to have spoken."""

    name: str
    article: Article
    quotations: tuple[Quoted, ...]
    not_speech: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One quotation in the record. `speaker` is the name given, "" where it is unresolved."""

    document: str
    quoted: Quoted
    found: bool
    speaker: str

    @property
    def right(self) -> bool:
        return self.speaker != "" and names(self.speaker, self.quoted.speakers)

    @property
    def whole(self) -> bool:
        """Whether the name given is the gold's fullest, not another that is accepted."""
        return self.speaker != "" and names(self.speaker, self.quoted.speakers[:1])


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    documents, corpus = load(data / "data" / "statements" / "gum_news" / "dep")
    records = list(zip(documents, _records(documents), strict=True))
    outcomes = [outcome(document, q, record) for document, record in records for q in document.quotations]
    spans = [(document, span, record) for document, record in records for span in document.not_speech]
    taken = sum(taken_as_speech(document.article.id, span, record) for document, span, record in spans)
    unseen = [one for one in outcomes if one.document in NOT_IN_TRAINING]
    seen = len(documents) - sum(document.name in NOT_IN_TRAINING for document in documents)
    counts = {
        **tally(outcomes),
        "not-speech taken as speech": (taken, len(spans)),
        "model never saw/speakers right of all": tally(unseen)["speakers right of all"],
    }
    note = (
        f"; trees and names of {seen} of {len(documents)} articles were in the model's training, no speakers"
    )
    return [
        Measured(
            f"gum-speakers/{name}",
            hits / total if total else 0.0,
            corpus,
            f"{hits} of {total}" + (note if name == "speakers right of all" else ""),
            higher_is_better=name not in LOWER_IS_BETTER,
        )
        for name, (hits, total) in counts.items()
    ]


def tally(outcomes: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """Return each measure of quotations as (hits, total)."""
    named = [one for one in outcomes if one.speaker]
    right = sum(one.right for one in outcomes)
    return {
        "quotations found": (sum(one.found for one in outcomes), len(outcomes)),
        "speakers right of all": (right, len(outcomes)),
        "speakers right of published": (right, len(named)),
        "speakers right by their fullest name": (sum(one.whole for one in outcomes), len(outcomes)),
        "speakers wrong": (len(named) - right, len(outcomes)),
        "speakers unresolved": (sum(one.found and not one.speaker for one in outcomes), len(outcomes)),
    }


def outcome(document: Document, quoted: Quoted, record: Iterable[Statement]) -> Outcome:
    """Return what the record says of one quotation."""
    covering = [(_covered(document.article.id, statement, quoted.span), statement) for statement in record]
    if len(set().union(*(covered for covered, _ in covering))) * 2 < len(quoted.span):
        return Outcome(document.name, quoted, found=False, speaker="")
    _, best = max(covering, key=lambda pair: len(pair[0]))
    speaker = best.speaker.name if best.speaker is not None else None
    return Outcome(document.name, quoted, found=True, speaker=speaker or "")


def taken_as_speech(article: str, span: Span, record: Iterable[Statement]) -> bool:
    """Whether a statement that is not indirect covers half of `span` and is little more than it."""
    return any(
        statement.kind is not StatementKind.INDIRECT
        and len(_covered(article, statement, span)) * 2 > len(span)
        and sum(evidence.end - evidence.start for evidence in statement.evidence) < 3 * len(span) + 10
        for statement in record
    )


def names(given: str, accepted: Sequence[str]) -> bool:
    """Whether the name `given` is one of those accepted or holds the first of them, if that is a full name."""
    words, full = _bare(given), _bare(accepted[0])
    holds = len(full) > 1 and any(words[i : i + len(full)] == full for i in range(len(words)))
    return holds or any(words == _bare(name) for name in accepted)


def load(folder: Path) -> tuple[list[Document], str]:
    """Return the articles of the gold, rebuilt from the treebank's files, and their digest."""
    gold = json.loads(GOLD.read_text("utf-8"))
    documents = [
        document(name, (folder / f"{name}.conllu").read_text("utf-8"), gold) for name in gold["documents"]
    ]
    return documents, corpus_digest(one.article.text.encode() for one in documents)


def document(name: str, treebank: str, gold: dict[str, Any]) -> Document:
    """Return one article; ValueError where its text lacks words of the gold."""
    text = text_of(treebank)
    created = re.search(r"^# meta::dateCreated = (\d{4}-\d\d-\d\d)$", treebank, re.MULTILINE)
    day = date.fromisoformat(created[1]) if created is not None else None
    article = Article(
        id=content_id("article", name, text),
        ref=name,
        text=text,
        paragraphs=divide(text),
        as_of=AS_OF,
        refs=(name,),
        published=DateRange(day, day, day.isoformat(), "metadata") if day is not None else None,
    )
    quotations = (
        Quoted(_anchored(text, item), (item["speaker"], *item["accept"])) for item in gold["documents"][name]
    )
    not_speech = (_anchored(text, item) for item in gold["not_statements"].get(name, []))
    return Document(name, article, tuple(quotations), tuple(not_speech))


def text_of(treebank: str) -> str:
    """Return the running text of a CoNLL-U document: its sentences, with a line for each paragraph."""
    paragraphs: list[list[str]] = [[]]
    for line in treebank.splitlines():
        if line.strip() == "# newpar":
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return "\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def _anchored(text: str, item: dict[str, Any]) -> Span:
    start = -1
    for _ in range(item.get("nth", 1)):
        start = text.index(item["begin"], start + 1)
    return Span(start, text.index(item["end"], start) + len(item["end"]))


def _records(documents: Sequence[Document]) -> Iterator[tuple[Statement, ...]]:
    articles = [document.article for document in documents]
    for article, analysis in zip(
        articles, open_backend(Settings().language_model).analyse(articles), strict=True
    ):
        account = Account(article, analysis, annotate(article, analysis))
        story = Story(article.id, article.ref, (Membership(article.id, 1.0, "its only article"),))
        yield assemble(story, [article], [account], AS_OF).statements


def _covered(article: str, statement: Statement, span: Span) -> set[int]:
    """Return the offsets in `span` that the evidence of a statement holds."""
    inside = set(range(span.start, span.end))
    return {
        at for one in statement.evidence if one.article == article for at in range(one.start, one.end)
    } & inside


def _bare(name: str) -> list[str]:
    words = _WORD.findall(name.translate(_STRAIGHT).replace("'s", "").casefold())
    return [word for word in words if word not in _UNNAMING]
