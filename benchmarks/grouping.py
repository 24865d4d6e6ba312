"""Grouping held against known stories, in five ways to halve them, beside peers; and that it keeps its promises.

What the grouper needs of an article is in its text: no language model runs
here. Models are fitted anew on each training half (`training/grouping.py`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

from training.grouping import Known, fit, in_train, load

from benchmarks import plots
from benchmarks.floors import Measured, corpus_digest
from benchmarks.peers import PEERS, Stream, scored, tuned
from benchmarks.scores import Scores, score
from crossread.config import Settings
from crossread.ingest import read_inputs
from crossread.ingest.articles import article as read_article
from crossread.record.article import Article, DateRange, Submission
from crossread.record.story import ProposalKind
from crossread.stories.score import SHIPPED, Models
from crossread.stories.stream import Grouper

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "clapham-common"
PLOT = ROOT / "docs" / "grouping-score.svg"
AS_OF = date(2026, 11, 21)
WINDOW_DAYS = Settings().window_days
SPLITS = 5
SHUFFLES = 5
OTHERS = 10_000
# Days over which the dates of the others are spread: a year around the example's.
SPREAD_DAYS = 365
EXAMPLE_DAY = date(2021, 3, 14)


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    stories = data / "data" / "grouping" / "allsides.jsonl.gz"
    known = load(stories, AS_OF)
    corpus = corpus_digest([stories.read_bytes()])
    return [
        *_splits(known, corpus),
        *_promises([k for k in _dated(known) if not in_train(k.story, 0)], corpus),
        *_mixed(data / "data" / "stories" / "clusters.jsonl.gz"),
        *_example(data / "data" / "scale" / "articles.jsonl.gz"),
    ]


def digest(words: str) -> int:
    """Return a number drawn by a digest: the same in every run."""
    return int(hashlib.sha256(words.encode()).hexdigest()[:12], 16)


def grouped(articles: Iterable[Article], models: Models = SHIPPED, *, applied: bool = False) -> list[str]:
    """Return the story of each article, as decided when it came or, `applied`, as a record has it in the end."""
    grouper = Grouper(WINDOW_DAYS, models=models)
    found: dict[str, str] = {}
    order = []
    for article in articles:
        placed = grouper.add(article)
        order.append(article.id)
        found[article.id] = placed.story
        for proposal in placed.proposals if applied else ():
            grouper.apply(proposal)
            if proposal.kind is ProposalKind.MERGE:
                found |= {id: proposal.story for id, story in found.items() if story == proposal.other}
            elif proposal.kind is ProposalKind.SPLIT:
                found |= dict.fromkeys(proposal.articles, proposal.other)
    return [found[id] for id in order]


def _dated(known: Sequence[Known]) -> list[Known]:
    return sorted((k for k in known if k.article.published), key=lambda k: (_day(k.article), k.article.ref))


def _day(article: Article) -> date:
    return article.published.earliest if article.published else date.max


def _with_undated(known: Sequence[Known]) -> list[Known]:
    """Return the dated articles in order of time, the undated ones dropped in at places drawn by their digests."""
    dated = _dated(known)
    places = [(float(n), k) for n, k in enumerate(dated)]
    places += [(digest(k.article.ref) % (10 * len(dated)) / 10, k) for k in known if not k.article.published]
    return [k for _, k in sorted(places, key=lambda pair: (pair[0], pair[1].article.ref))]


def _in_one_month(known: Sequence[Known]) -> list[Known]:
    """Return the dated articles as if every story had begun on a day, drawn by a digest, of one month."""
    dated = _dated(known)
    began: dict[str, date] = {}
    moved = []
    for k in dated:
        later = _day(k.article) - began.setdefault(k.story, _day(k.article))
        day = EXAMPLE_DAY + timedelta(digest(k.story) % 30) + later
        moved.append(Known(k.story, replace(k.article, published=DateRange(day, day))))
    return _dated(moved)


ORDERS = {
    "in order of time": _dated,
    "with undated articles": _with_undated,
    "all within a month": _in_one_month,
}


def _scores(known: Sequence[Known], models: Models = SHIPPED, *, applied: bool = False) -> Scores:
    return score(grouped((k.article for k in known), models, applied=applied), [k.story for k in known])


def _splits(known: Sequence[Known], corpus: str) -> list[Measured]:
    rows: dict[str, list[Scores]] = {}
    for split in range(SPLITS):
        train = [k for k in known if in_train(k.story, split)]
        dev = [k for k in known if not in_train(k.story, split)]
        models = fit(train, WINDOW_DAYS)
        for row, order in ORDERS.items():
            arranged = order(dev)
            rows.setdefault(row, []).append(_scores(arranged, models))
            rows.setdefault(f"{row}, proposals applied", []).append(_scores(arranged, models, applied=True))
            streams = [_stream(order(train)), _stream(arranged)]
            for name, peer in PEERS.items():
                threshold = tuned(peer, streams[0])
                rows.setdefault(f"{row}, peer: {name}", []).append(scored(peer, streams[1], threshold))
    return [
        Measured(f"grouping/{row}, {name}", sum(values) / len(values), corpus, _range(values))
        for row, found in rows.items()
        for name, values in (("B3", [one.b3 for one in found]), ("pairs", [one.pair for one in found]))
    ]


def _stream(known: Sequence[Known]) -> Stream:
    return Stream([k.article for k in known], [k.story for k in known])


def _range(values: Sequence[float]) -> str:
    return f"{min(values):.3f} to {max(values):.3f} over {len(values)} splits"


def _promises(dev: Sequence[Known], corpus: str) -> list[Measured]:
    whole = _scores(dev)
    changes = []
    for shuffle in range(SHUFFLES):
        mixed = sorted(dev, key=lambda k: (_day(k.article), digest(f"{shuffle}/{k.article.ref}")))
        changes.append(abs(_scores(mixed).b3 - whole.b3))
    _plot(dev)
    return [
        Measured("grouping/saved and restored: same", float(_restored_same(dev)), corpus),
        Measured(
            "grouping/equal times shuffled, change of B3",
            max(changes),
            corpus,
            f"largest of {SHUFFLES}",
            higher_is_better=False,
        ),
    ]


def _restored_same(dev: Sequence[Known]) -> bool:
    articles = [k.article for k in dev]
    half = len(articles) // 2
    whole, first = Grouper(WINDOW_DAYS), Grouper(WINDOW_DAYS)
    expected = [whole.add(article) for article in articles]
    decided = [first.add(article) for article in articles[:half]]
    second = Grouper.restored(first.saved())
    decided += [second.add(article) for article in articles[half:]]
    return decided == expected and second.saved() == whole.saved()


def _plot(dev: Sequence[Known]) -> None:
    found, stories = grouped(k.article for k in dev), [k.story for k in dev]
    seen = [*range(50, len(dev), 25), len(dev)]
    at = {n: score(found[:n], stories[:n]) for n in seen}
    lines = {"B³ F1": [(n, at[n].b3) for n in seen], "pair F1": [(n, at[n].pair) for n in seen]}
    plots.write(PLOT, "Score of the stories so far", "articles seen", lines, top=1.0)


def _mixed(path: Path) -> list[Measured]:
    """180 stories by several outlets in one stream, in order of time and in an order drawn by a digest.

    Some of the collection's stories hold the very same article; these are one story under two names.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        known = [
            Known(f"{cluster['set']}/{cluster['cluster']}", _article(line))
            for cluster in map(json.loads, lines)
            for line in cluster["articles"]
        ]
    known = one_name_each(known)
    drawn = sorted(known, key=lambda k: digest(k.article.ref))
    corpus = corpus_digest([path.read_bytes()])
    rows = {"in order of time": _dated(known), "in any order": drawn}
    return [
        Measured(f"grouping/180 stories {row}, {kind}B3", _scores(order, applied=applied).b3, corpus)
        for row, order in rows.items()
        for kind, applied in (("", False), ("proposals applied, ", True))
    ]


def one_name_each(known: Sequence[Known]) -> list[Known]:
    """Return the articles with one name for all stories that share a headline of one day, also through others."""
    names: dict[str, str] = {k.story: k.story for k in known}
    first: dict[tuple[str, DateRange | None], str] = {}
    for k in known:
        told = ((k.article.title or "").casefold(), k.article.published)
        old, kept = names[k.story], names[first.setdefault(told, k.story)]
        names = {story: kept if name == old else name for story, name in names.items()}
    return [Known(names[k.story], k.article) for k in known]


def _article(line: dict[str, str]) -> Article:
    submission = Submission(
        line["id"],
        line["text"],
        title=line["title"],
        outlet=line["source"],
        url=line["url"],
        published=(line.get("date") or "")[:10] or None,
    )
    return read_article(submission, AS_OF)


def _example(path: Path) -> list[Measured]:
    """The worked example: its five undated accounts in every order, and among thousands of others."""
    example = [r.article for r in read_inputs([EXAMPLE], Settings(), AS_OF) if r.article is not None]
    orders = list(permutations(example))
    whole = sum(len(set(grouped(order, applied=True))) == 1 for order in orders)
    corpus = corpus_digest(article.text.encode() for article in example)
    others = around(path, OTHERS)
    # One account after every 2,000 others.
    stream: list[Article] = []
    for n, article in enumerate(example):
        stream += [*others[n * OTHERS // len(example) : (n + 1) * OTHERS // len(example)], article]
    found = dict(zip((a.id for a in stream), grouped(stream, applied=True), strict=True))
    theirs = {found[article.id] for article in example}
    strangers = sum(found[a.id] in theirs for a in others)
    return [
        Measured("grouping/example: orders in which it is one story", whole / len(orders), corpus),
        Measured(
            "grouping/example among 10,000: stories", float(len(theirs)), corpus, higher_is_better=False
        ),
        Measured(
            "grouping/example among 10,000: strangers in it", float(strangers), corpus, higher_is_better=False
        ),
    ]


def around(path: Path, most: int) -> list[Article]:
    """Read `most` unlabelled articles and give each a day around the example's, drawn by a digest."""
    articles: list[Article] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if len(articles) == most:
                break
            article = read_article(Submission(line["id"], line["text"], title=line["title"]), AS_OF)
            day = EXAMPLE_DAY + timedelta(digest(article.ref) % SPREAD_DAYS - SPREAD_DAYS // 2)
            articles.append(replace(article, published=DateRange(day, day)))
    return articles
