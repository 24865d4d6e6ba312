"""Conflicts: real stories in which one number, date, place or name of one account is changed.

    python -m benchmarks.conflicts COUNT --data FOLDER

The sentence changed tells what a sentence of another account tells too: they
share half of their content words and the changed value, by words alone and not
by the comparison that is measured. A change is found where a conflict of its
kind shows the new value in the changed account and the old one in another.
Beside it stands what the words alone give: the likest sentence of another
account by content words, and the first value of the kind in which they differ.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

from training.claims import AS_OF, Key, clusters, submission

from benchmarks.floors import Measured, corpus_digest
from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.ingest.articles import article as read_article
from crossread.language.backends import open_backend
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account
from crossread.record.article import Article
from crossread.record.dossier import Conflict
from crossread.record.span import Span
from crossread.record.story import Story
from crossread.text.numbers import numbers
from crossread.text.similar import containment
from crossread.text.words import content_forms, words

COUNT = 150  # stories changed, the first ones by digest; they take ten minutes on two cores
LARGEST = 12  # accounts of a story, so that a run takes minutes
# Content words that two sentences of one fact share, and the least share of the shorter one's.
_SHARED, _ALIKE = 5, 0.5
_CLAIMED = {"number": ("number", "update"), "date": ("date",), "place": ("place", "fact"), "name": ("name",)}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|"
    r"Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATE = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b|\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}(?!\w)")
_TO_TEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPELT = {2: "four", 3: "five", 4: "six", 5: "seven", 6: "nine", 7: "five", 8: "six", 9: "seven", 10: "seven"}
_PLACES = (
    "Aberdeen",
    "Bremen",
    "Cardiff",
    "Denver",
    "Leipzig",
    "Malaga",
    "Nairobi",
    "Osaka",
    "Porto",
    "Quito",
)
_SURNAMES = ("Ashworth", "Barlow", "Castellano", "Drummond", "Eriksen", "Fairbanks", "Gallagher", "Hollis")

Found = tuple[Article, Analysis]


@dataclass(frozen=True)
class Edit:
    """One value changed: in which account, where, from what to what; and the sentence of another that tells it too."""

    kind: str
    account: int
    span: Span
    old: str
    new: str
    other: int
    beside: Span


@dataclass(frozen=True)
class Tried:
    """An edit, whether the dossier shows it, whether words alone do, and how many other conflicts are shown."""

    story: Key
    edit: Edit
    found: bool
    baseline: bool
    others: int = 0


def measure(data: Path | None) -> list[Measured]:
    return [] if data is None else scored(list(tried(data, COUNT)))


def scored(told: Sequence[Tried]) -> list[Measured]:
    corpus = corpus_digest(f"{t.story}{t.edit}".encode() for t in told)
    kinds = Counter(t.edit.kind for t in told)
    return [_share("seeded", told, corpus)] + [
        _share(f"seeded {kind}s", [t for t in told if t.edit.kind == kind], corpus) for kind in sorted(kinds)
    ]


def _share(name: str, told: Sequence[Tried], corpus: str) -> Measured:
    hits, beside = sum(t.found for t in told), sum(t.baseline for t in told)
    others = sum(t.others for t in told)
    words = f"{hits} of {len(told)}; likest sentence by words: {beside}; other conflicts shown: {others}"
    return Measured(f"conflicts/{name} found", hits / max(1, len(told)), corpus, words)


def tried(data: Path, count: int) -> Iterator[Tried]:
    """Yield one change in each of the first `count` stories that allow one."""
    stories = clusters(data / "data" / "stories" / "clusters.jsonl.gz")
    done = 0
    for key in sorted(stories, key=_digest):
        if done == count:
            return
        if 2 <= len(stories[key]) <= LARGEST and (one := _try(key, stories[key])):
            yield one
            done += 1


def _digest(key: object) -> str:
    return sha256(repr(key).encode()).hexdigest()


def _try(key: Key, told: Sequence[Mapping[str, Any]]) -> Tried | None:
    read = [read_article(submission(str(one["id"]), one), AS_OF) for one in told]
    found = list(zip(read, _backend_analyses(read), strict=True))
    edit = chosen(key, found)
    if edit is None:
        return None
    changed = applied(found, edit)
    accounts = [Account(article, analysis, annotate(article, analysis)) for article, analysis in changed]
    articles = [article for article, _ in changed]
    conflicts = assemble(Story("s", "a story", ()), articles, accounts, AS_OF).conflicts
    hits = sum(shows(one, edit, articles) for one in conflicts)
    return Tried(key, edit, hits > 0, by_words(edit, changed), len(conflicts) - hits)


def _backend_analyses(articles: Sequence[Article]) -> Iterator[Analysis]:
    return _backend().analyse(articles)


@cache
def _backend() -> LanguageBackend:
    return open_backend(DEFAULT_LANGUAGE_MODEL)


def applied(found: Sequence[Found], edit: Edit) -> list[Found]:
    """Return the story with the edit made: the changed article alone is analysed anew."""
    article = found[edit.account][0]
    text = article.text[: edit.span.start] + edit.new + article.text[edit.span.end :]
    longer = len(edit.new) - len(edit.old)
    paragraphs = tuple(
        replace(
            p,
            start=p.start + (longer if p.start > edit.span.start else 0),
            end=p.end + (longer if p.end > edit.span.start else 0),
        )
        for p in article.paragraphs
    )
    changed = replace(article, text=text, paragraphs=paragraphs)
    (analysis,) = _backend_analyses([changed])
    return [(changed, analysis) if n == edit.account else one for n, one in enumerate(found)]


def shows(conflict: Conflict, edit: Edit, articles: Sequence[Article]) -> bool:
    """Whether a conflict of the edit's kind shows the new value there, and the old one in another account."""
    place = Span(edit.span.start, edit.span.start + len(edit.new))
    evidence = [(side, one) for side in conflict.sides for one in side.evidence]
    id = articles[edit.account].id
    new = [side for side, one in evidence if one.article == id and one.span.overlaps(place)]
    old = [side for side, one in evidence if one.article != id and edit.old.casefold() in one.text.casefold()]
    return conflict.kind.value in _CLAIMED[edit.kind] and any(side not in new for side in old)


# --- choosing ------------------------------------------------------------------------------------


def chosen(key: Key, found: Sequence[Found]) -> Edit | None:
    """Return the edit of a story: its kind and place drawn by the story's digest, None where none can be made."""
    edits = list(candidates(found))
    kinds = sorted({edit.kind for edit in edits})
    if not kinds:
        return None
    chance = random.Random(_digest(key))
    kind = chance.choice(kinds)
    return chance.choice([edit for edit in edits if edit.kind == kind])


def candidates(found: Sequence[Found]) -> Iterator[Edit]:
    """Yield what could be changed: values of a sentence that a like sentence of another account gives too."""
    forms = [[(s, _forms(article, s)) for s in _telling(article, analysis)] for article, analysis in found]
    for (one, mine), (other, theirs) in permutations(enumerate(forms), 2):
        for sentence, told in mine:
            for beside, heard in theirs:
                if len(told & heard) >= _SHARED and containment(told, heard) >= _ALIKE:
                    for kind, span, new in values(found[one], sentence):
                        old = span.of(found[one][0].text)
                        if _holds(beside.span.of(found[other][0].text), old):
                            yield Edit(kind, one, span, old, new, other, beside.span)


def _telling(article: Article, analysis: Analysis) -> list[Sentence]:
    return [s for s in analysis.sentences if article.telling(s.span)]


def _forms(article: Article, sentence: Sentence) -> frozenset[str]:
    return frozenset(content_forms(words(article.text, sentence.span)))


def _holds(text: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?![\w,.]*\d)(?!\w)", text) is not None


def values(found: Found, sentence: Sentence) -> Iterator[tuple[str, Span, str]]:
    """Yield the values of a sentence: kind, place and what it is changed to."""
    article, analysis = found
    dates = [Span(m.start(), m.end()) for m in _DATE.finditer(article.text, sentence.start, sentence.end)]
    for span in dates:
        yield "date", span, other_date(span.of(article.text))
    for number in numbers(article.text, sentence.span):
        words = number.span.of(article.text)
        new = other_number(words, number.value)
        if new and number.bare and not any(span.overlaps(number.span) for span in dates):
            yield "number", number.span, new
    for name in analysis.names:
        if sentence.span.contains(name.span) and (new := _other_name(name.type, name.text)):
            yield ("place" if name.type == "PLACE" else "name"), name.span, new


def other_date(words: str) -> str:
    """Return another weekday, two days on, or another day of the month."""
    if words in _WEEKDAYS:
        return _WEEKDAYS[(_WEEKDAYS.index(words) + 2) % 7]
    return re.sub(r"\d+", lambda day: str((int(day[0]) + 1) % 28 + 1), words)


def other_number(words: str, value: float | None) -> str:
    """Return a number half as large again, written alike; "" for a year, one, or what is not written plainly."""
    if value is None or value < 2 or (1900 <= value <= 2100 and words.isdigit()):
        return ""
    if words.casefold() in _TO_TEN:
        return _SPELT[int(value)]
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d+(?:\.\d)?", words):
        return ""
    more = value * 1.5
    return f"{more:.1f}" if "." in words else f"{more:,.0f}" if "," in words else f"{more + 0.6:.0f}"


def _other_name(kind: str, text: str) -> str:
    pick = int(sha256(text.encode()).hexdigest(), 16)
    if kind == "PLACE" and " " not in text:
        return _PLACES[pick % len(_PLACES)]
    if kind == "PERSON" and re.fullmatch(r"\w+ \w+", text):
        return f"{text.split()[0]} {_SURNAMES[pick % len(_SURNAMES)]}"
    return ""


# --- the baseline --------------------------------------------------------------------------------


def by_words(edit: Edit, found: Sequence[Found]) -> bool:
    """Whether the first value of the kind in which the likest sentence of another account differs is the edit."""
    article, analysis = found[edit.account]
    sentence = analysis.sentence_at(edit.span.start)
    if sentence is None:
        return False
    told = _forms(article, sentence)
    others = [(n, s) for n, one in enumerate(found) if n != edit.account for s in _telling(*one)]
    likest, beside = max(others, key=lambda pair: containment(told, _forms(found[pair[0]][0], pair[1])))
    mine = [
        span.of(article.text) for kind, span, _ in values(found[edit.account], sentence) if kind == edit.kind
    ]
    theirs = [
        span.of(found[likest][0].text) for kind, span, _ in values(found[likest], beside) if kind == edit.kind
    ]
    differing = [(a, b) for a in mine if a not in theirs for b in theirs if b not in mine]
    return differing[:1] == [(edit.new, edit.old)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.conflicts", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=COUNT, help="stories to change")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args()
    told = []
    for one in tried(options.data, options.count):
        told.append(one)
        mark = "found " if one.found else "missed"
        print(f"{mark} {one.edit.kind:6s} {one.edit.old!r} -> {one.edit.new!r}  {one.story[1]}", flush=True)
    for measured in scored(told):
        print(f"{measured.name:40s} {measured.value:.2f}  corpus {measured.corpus}  [{measured.beside}]")


if __name__ == "__main__":
    main()
