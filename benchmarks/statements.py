"""Statements against PolNeAR: who is quoted and reported, on the development part, beside a quotation regex.

How it counts, all by code points. A statement *matches* an attribution where their contents' Jaccard overlap is
at least a half; each is matched once, best first. The pair is *joint* where the sources share a character too, or
where both have none; a speaker that the record gives for "who" counts when it stands right before it. A *quoted
segment* is a stretch of quotation of which an attribution's content covers half; it is *found* where a statement's
content covers half of it, and found *with right source* where such a statement's speaker is that attribution's
source. *Published speakers* are those of matched statements whose attribution has a source.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.floors import Measured, corpus_digest
from crossread.annotate import mentions, statements, times
from crossread.config import Settings
from crossread.ingest.paragraphs import divide
from crossread.language.backends import open_backend
from crossread.record.analysis import Analysis
from crossread.record.annotation import ReportedStatement
from crossread.record.article import Article
from crossread.record.ids import content_id
from crossread.record.span import Span
from crossread.text.marks import quotations

AS_OF = date(2026, 11, 21)

# Figures of others on a held-out part of the same corpus, by their best settings; joint F1, found, found with source.
PEERS = {
    "joint F1": "Citron retrained 54.6, GenderGapTracker 41.5, textacy 19.6, second annotator 75.3",
    "content F1": "Citron retrained 59.4, GenderGapTracker 48.4, textacy 22.2, second annotator 79.2",
    "quoted segments found": "Citron retrained 73.8, GenderGapTracker 84.7, textacy 55.5, second annotator 98.9",
    "quoted segments with right source": "Citron retrained 69.2, GenderGapTracker 65.0, textacy 50.3, "
    "second annotator 97.0",
}
# What the simplest tool does: a quotation, and the capitalised words or pronoun beside a verb of saying next to it.
_VERB = r"(?:said|says|told|asked|added|wrote|tweeted|explained|argued|warned|insisted|noted)"
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[A-Z][\w.’'-]+\s?){1,4})"
_AFTER = re.compile(rf"\s*(?:{_VERB}\s+(?P<last>{_WHO})|(?P<first>{_WHO})\s*{_VERB})")
_BEFORE = re.compile(rf"(?P<who>{_WHO})\s*{_VERB}[,:]?\s*$")
_QUOTE = re.compile(r"[\"“]([^\"“”\n]+)[\"”]|''([^'\n]+)''")
_BEFORE_REACH = 60
# What may stand between a noun and its "who".
_PAUSE = re.compile(r"\s?(?:,|--|[–—])?\s?")


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution, annotated or found: where its source is and its content."""

    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Reading:
    """One article with its attributions by hand."""

    article: Article
    gold: tuple[Said, ...]

    @cached_property
    def segments(self) -> tuple[tuple[Span, tuple[Said, ...]], ...]:
        """The quoted segments with the attributions they belong to."""
        found = []
        for quotation in quotations(self.article.text, self.article.paragraphs):
            for span in quotation.spans:
                owners = tuple(g for g in self.gold if _covers(g.content, span))
                if owners:
                    found.append((span, owners))
        return tuple(found)


@dataclass
class Tally:
    """Counts over articles."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    joint: int = 0
    published: int = 0
    right: int = 0
    segments: int = 0
    segments_found: int = 0
    segments_right: int = 0

    def add(self, reading: Reading, said: Sequence[Said]) -> None:
        """Count one article."""
        pairs = match(reading, said)
        self.gold += len(reading.gold)
        self.found += len(said)
        self.matched += len(pairs)
        self.joint += sum(agrees(reading, g, s) for g, s in pairs)
        named = [(g, s) for g, s in pairs if g.source and s.source]
        self.published += len(named)
        self.right += sum(agrees(reading, g, s) for g, s in named)
        for segment, owners in reading.segments:
            holding = [s for s in said if _covers(s.content, segment)]
            self.segments += 1
            self.segments_found += bool(holding)
            self.segments_right += any(agrees(reading, g, s) for g in owners for s in holding)

    def measures(self) -> dict[str, tuple[float, str]]:
        """Return each figure with the counts it comes from."""
        return {
            "joint F1": (
                _f1(self.joint, self.found, self.gold),
                f"{self.joint} of {self.found} and {self.gold}",
            ),
            "content F1": (_f1(self.matched, self.found, self.gold), f"{self.matched} of {self.found}"),
            "quoted segments found": _share(self.segments_found, self.segments),
            "quoted segments with right source": _share(self.segments_right, self.segments),
            "published speakers right": _share(self.right, self.published),
        }


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    readings, corpus = load(data / "data" / "statements" / "polnear_dev.jsonl.gz")
    backend = open_backend(Settings().language_model)
    backend.analyse([readings[0].article])
    begun = time.perf_counter()
    analyses = list(backend.analyse([reading.article for reading in readings]))
    analysed = time.perf_counter() - begun
    ours, regex, spent = Tally(), Tally(), 0.0
    for reading, analysis in zip(readings, analyses, strict=True):
        said, seconds = _ours(reading.article, analysis)
        spent += seconds
        ours.add(reading, said)
        regex.add(reading, list(baseline(reading.article.text)))
    simple = regex.measures()
    figures = [
        Measured(f"statements/{name}", value, corpus, _beside(name, counts, simple))
        for name, (value, counts) in ours.measures().items()
    ]
    share = Measured(
        "statements/seconds beside language analysis", spent / analysed, corpus, higher_is_better=False
    )
    return [*figures, share]


def load(path: Path) -> tuple[list[Reading], str]:
    """Return the articles of a part of PolNeAR, each in its first annotator's reading, and the part's digest."""
    readings: dict[str, Reading] = {}
    with gzip.open(path, "rb") as lines:
        raw = list(lines)
    for line in raw:
        item = json.loads(line)
        readings.setdefault(item["id"], Reading(_article(item), tuple(_annotated(item))))
    return list(readings.values()), corpus_digest(raw)


def said_in(found: Iterable[ReportedStatement]) -> list[Said]:
    """Return statements of the record in the form that is counted."""
    return [Said((s.speaker.span,) if s.speaker is not None else (), s.spans) for s in found]


def baseline(text: str) -> Iterable[Said]:
    """Yield each quotation between double marks on one line, with the name beside a verb of saying next to it."""
    for quote in _QUOTE.finditer(text):
        content = Span(*(quote.span(1) if quote[1] is not None else quote.span(2)))
        after = _AFTER.match(text, quote.end())
        before = _BEFORE.search(text, max(0, quote.start() - _BEFORE_REACH), quote.start())
        if after is not None:
            yield Said((Span(*after.span("last" if after["last"] else "first")),), (content,))
        else:
            yield Said((Span(*before.span("who")),) if before is not None else (), (content,))


def match(reading: Reading, said: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Return pairs of an attribution and a statement of half its content or more, joint ones first."""
    ranked = sorted(
        (
            (agrees(reading, g, s), overlap, -i, -j)
            for i, g in enumerate(reading.gold)
            for j, s in enumerate(said)
            if (overlap := jaccard(g.content, s.content)) >= 0.5
        ),
        reverse=True,
    )
    pairs, taken_gold, taken_said = [], set(), set()
    for _, _, i, j in ranked:
        if i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            pairs.append((reading.gold[-i], said[-j]))
    return pairs


def agrees(reading: Reading, gold: Said, said: Said) -> bool:
    """Whether both have the same source, or none."""
    if not gold.source or not said.source:
        return not gold.source and not said.source
    return any(g.shared(s) or _before_who(reading, g, s) for g in gold.source for s in said.source)


def jaccard(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the characters that two contents share as a part of all of theirs."""
    shared = sum(a.shared(b) for a in one for b in other)
    total = sum(map(len, one)) + sum(map(len, other)) - shared
    return shared / total if total else 0.0


def _before_who(reading: Reading, gold: Span, said: Span) -> bool:
    relative = reading.article.text[gold.start : gold.end].lower() in ("who", "which", "that")
    return relative and _PAUSE.fullmatch(reading.article.text, said.end, gold.start) is not None


def _covers(content: Sequence[Span], segment: Span) -> bool:
    return sum(span.shared(segment) for span in content) * 2 >= len(segment)


def _ours(article: Article, analysis: Analysis) -> tuple[list[Said], float]:
    named, timed = mentions.find(article, analysis), times.find(article, analysis)
    begun = time.perf_counter()
    found = statements.find(article, analysis, named, timed)
    return said_in(found), time.perf_counter() - begun


def _annotated(item: dict[str, Any]) -> Iterable[Said]:
    for attribution in item["attributions"]:
        source, content = (tuple(Span(*pair) for pair in attribution[key]) for key in ("source", "content"))
        if content:
            yield Said(source, content)


def _article(item: dict[str, Any]) -> Article:
    text = item["text"]
    made = Article(content_id("article", item["id"], text), item["id"], text, (), AS_OF, (item["id"],))
    return replace(made, paragraphs=divide(text))


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def _share(right: int, total: int) -> tuple[float, str]:
    return (right / total if total else 0.0, f"{right} of {total}")


def _beside(name: str, counts: str, simple: dict[str, tuple[float, str]]) -> str:
    peers = f"; {PEERS[name]}" if name in PEERS else ""
    return f"{counts}; quotation regex {100 * simple[name][0]:.1f}{peers}"
