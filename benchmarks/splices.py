"""Cut and spliced articles: statements are found in any text without an error, and their evidence is exact.

`python -m benchmarks.splices COUNT --data FOLDER` runs as many as wanted; the benchmark runs COUNT of them. Each
splice joins two to four stretches cut at any character from analysed articles, with their tokens, parse, names and
marks cut alike, and turns some single characters into quotation marks. The seed is the splice's number.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.floors import Measured
from benchmarks.statements import Reading, load
from crossread.annotate import mentions, statements, times
from crossread.config import Settings
from crossread.ingest.paragraphs import divide
from crossread.language.backends import open_backend
from crossread.record.analysis import Analysis, Sentence, StatementPart
from crossread.record.annotation import ReportedStatement
from crossread.record.article import Article
from crossread.record.ids import content_id
from crossread.record.span import Span, trimmed

COUNT = 2000
ARTICLES = 40
_MARKS = "\"“”‘’'«»„`"
_STRETCHES = (2, 4)
_LENGTHS = (1, 1500)
_TURNED = 0.02  # share of single characters that become a mark

Source = tuple[Article, Analysis]


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    sources, corpus = _sources(data)
    wrong = sum(bool(faults(sources, number)) for number in range(COUNT))
    return [
        Measured("splices/faults", wrong, corpus, f"{COUNT} cut and spliced articles", higher_is_better=False)
    ]


def faults(sources: Sequence[Source], number: int) -> list[str]:
    """Return what is wrong with the statements of one splice; [] where nothing is."""
    article, analysis = splice(sources, random.Random(number))
    named, timed = mentions.find(article, analysis), times.find(article, analysis)
    found = statements.find(article, analysis, named, timed)
    return [fault for statement in found for fault in _faults(article, statement)]


def splice(sources: Sequence[Source], chance: random.Random) -> Source:
    """Return an article and its analysis, joined from random stretches of `sources`."""
    text, joined = "", Analysis("splice", (), (), (), ())
    for _ in range(chance.randint(*_STRETCHES)):
        article, analysis = chance.choice(sources)
        start = chance.randrange(len(article.text))
        cut = Span(start, min(len(article.text), start + chance.randint(*_LENGTHS)))
        stretch = _turned(article.text[cut.start : cut.end], chance)
        joined = _with(joined, analysis, cut, stretch, len(text))
        text += stretch
    made = Article(
        content_id("article", "splice", text), "splice", text, divide(text), sources[0][0].as_of, ("splice",)
    )
    return made, replace(joined, article=made.id)


def _with(joined: Analysis, analysis: Analysis, cut: Span, stretch: str, at: int) -> Analysis:
    """Add what lies in `cut` of an analysis to a joined one, for the text `stretch` that stands at `at`."""
    inside, shift, first = analysis.tokens_in(cut), at - cut.start, len(joined.tokens)
    tokens = []
    for index in inside:
        token = analysis.tokens[index]
        span = _clipped(token.span, cut, shift)
        word = stretch[span.start - at : span.end - at]
        head = (token.head if token.head in inside else index) - inside.start + first
        tokens.append(replace(token, start=span.start, end=span.end, text=word, head=head))
    ranges = (
        range(max(sentence.first, inside.start), min(sentence.last, inside.stop))
        for sentence in analysis.sentences
    )
    sentences = [
        Sentence(
            tokens[of[0] - inside.start].start,
            tokens[of[-1] - inside.start].end,
            of.start - inside.start + first,
            of.stop - inside.start + first,
        )
        for of in ranges
        if len(of)
    ]
    names = (
        replace(name, start=name.start + shift, end=name.end + shift)
        for name in analysis.names
        if cut.contains(name.span)
    )
    kept = ((_clipped(p.span, cut, shift), p.type) for p in analysis.parts or () if p.span.shared(cut))
    parts = (StatementPart(span.start, span.end, kind) for span, kind in kept)
    return Analysis(
        joined.article,
        (*joined.tokens, *tokens),
        (*joined.sentences, *sentences),
        (*joined.names, *names),
        (*(joined.parts or ()), *parts),
    )


def _faults(article: Article, statement: ReportedStatement) -> list[str]:
    parties = (statement.speaker, statement.addressee, statement.channel, statement.venue)
    spans = [*statement.spans, *statement.quoted, *(party.span for party in parties if party is not None)]
    spans += [statement.cue] if statement.cue is not None else []
    wrong = [f"{span} in {len(article.text)}" for span in spans if not _exact(article, span)]
    if not statement.spans:
        wrong.append("no content")
    if any(one.end > other.start for one, other in zip(statement.spans, statement.spans[1:], strict=False)):
        wrong.append(f"contents overlap: {statement.spans}")
    return wrong


def _exact(article: Article, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(article.text) and trimmed(article.text, span) == span


def _clipped(span: Span, cut: Span, shift: int) -> Span:
    return Span(max(span.start, cut.start) + shift, min(span.end, cut.end) + shift)


def _turned(text: str, chance: random.Random) -> str:
    """Turn some single characters into marks, so that marks are odd, lost and mixed."""
    if chance.random() < 0.5:
        return text
    turn = (c if c.isspace() or chance.random() > _TURNED else chance.choice(_MARKS) for c in text)
    return "".join(turn)


def _sources(data: Path) -> tuple[list[Source], str]:
    readings, corpus = load(data / "data" / "statements" / "polnear_dev.jsonl.gz")
    chosen: list[Reading] = readings[:ARTICLES]
    analyses = open_backend(Settings().language_model).analyse([r.article for r in chosen])
    return [(r.article, a) for r, a in zip(chosen, analyses, strict=True)], corpus


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.splices", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0, help="number of the first splice")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    chosen = parser.parse_args()
    sources, _ = _sources(chosen.data)
    wrong = 0
    for number in range(chosen.first, chosen.first + chosen.count):
        for fault in faults(sources, number):
            wrong += 1
            print(f"splice {number}: {fault}")
    print(f"{chosen.count} splices, {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
