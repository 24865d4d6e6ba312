"""Origins: stories in which it is known what was copied, since paragraphs of a foreign article were put into them.

Of each story some accounts carry the same paragraph, each with its own edits and none with a credit, and some of
them a second one from elsewhere. A story is counted exactly where each sentence of them has one origin in all its
carriers; too many where the carriers of one have several, or one of them none and so counts for itself.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.claims import AS_OF, Key, clusters, submission

from benchmarks.floors import Measured, corpus_digest
from benchmarks.reuse import LONGEST, PLAIN, SENTENCE, SHORTEST, digest, edited, unannotated
from crossread.annotate.article import annotate
from crossread.compare import days, entities, origins, reuse, statements
from crossread.compare.passages import Voice, passages
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.ingest.articles import article as read_article
from crossread.language.backends import open_backend
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account
from crossread.record.span import Evidence, Span

STORIES = 100
CARRIERS = (
    3  # accounts of a story, as far as it has so many; the first paragraph is in all, the second in two
)
SENTENCES = 2  # of a paragraph
LEVELS = (0, 5, 10, 15)  # per cent of the words that a carrier edits

Planted = dict[str, list[tuple[int, Span]]]  # by article: which sentence stands where


@dataclass(frozen=True, slots=True)
class Counted:
    """The origins of a story's planted sentences, each its own: how many there are, and how many the record counts."""

    truth: int
    found: int


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    path = data / "data" / "stories" / "clusters.jsonl.gz"
    told = counted(clusters(path), open_backend(DEFAULT_LANGUAGE_MODEL))
    corpus = corpus_digest([path.read_bytes()])
    exact = sum(one.found == one.truth for one in told) / len(told)
    over = sum(one.found > one.truth for one in told) / len(told)
    beside = f"of {len(told)} stories; with each account an origin none and all"
    return [
        Measured("origins/stories_counted_exactly", exact, corpus, beside),
        Measured("origins/stories_counted_over", over, corpus, beside, higher_is_better=False),
    ]


def counted(stories: Mapping[Key, Sequence[Mapping[str, Any]]], backend: LanguageBackend) -> list[Counted]:
    """Plant paragraphs in the first stories by digest, each from the two stories after it, and count origins."""
    keys = sorted((key for key in stories if len(stories[key]) > 1), key=lambda key: digest(*key))[:STORIES]
    found = []
    for number, key in enumerate(keys):
        chance = random.Random(int(digest(*key), 16))
        sources = [stories[keys[(number + step) % len(keys)]][0] for step in (1, 2)]
        paragraphs = [_paragraph(source, backend, chance) for source in sources]
        accounts, planted = _carriers(stories[key][:CARRIERS], [p for p in paragraphs if p], backend, chance)
        found.append(_count(accounts, planted))
    return found


def _paragraph(source: Mapping[str, Any], backend: LanguageBackend, chance: random.Random) -> list[str]:
    """Return neighbouring narrative sentences of a foreign article."""
    account = unannotated(source, backend)
    told = [p for p in passages([account]) if p.voice is not Voice.QUOTED]
    plain = [p.stretches == (p.sentence,) and SHORTEST <= len(p.words) <= LONGEST for p in told]
    plain = [
        fits and p.voice is Voice.NARRATIVE and bool(SENTENCE.fullmatch(p.sentence.of(account.text).strip()))
        for fits, p in zip(plain, told, strict=True)
    ]
    places = [n for n in range(len(told) - SENTENCES + 1) if all(plain[n : n + SENTENCES])]
    if not places:
        return []
    first = chance.choice(places)
    return [p.sentence.of(account.text).strip() for p in told[first : first + SENTENCES]]


def _carriers(
    told: Sequence[Mapping[str, Any]],
    paragraphs: Sequence[Sequence[str]],
    backend: LanguageBackend,
    chance: random.Random,
) -> tuple[tuple[Account, ...], Planted]:
    """Return the accounts with the paragraphs put at their ends, and where those stand."""
    accounts = []
    planted: Planted = {}
    for place, one in enumerate(told):
        text, spans = one["text"], []
        vocabulary = [word for word in text.split() if PLAIN.fullmatch(word)]
        for order, paragraph in enumerate(paragraphs[: 2 if place < 2 else 1]):
            level = LEVELS[chance.randrange(len(LEVELS))]
            sentences = [" ".join(edited(s.split(), level, vocabulary, chance)) for s in paragraph]
            start = len(text) + 1
            for number, sentence in enumerate(sentences, order * SENTENCES):
                spans.append((number, Span(start, start + len(sentence))))
                start += len(sentence) + 1
            text = "\n".join([text, " ".join(sentences)])
        article = read_article(submission(str(one["id"]), {**one, "text": text}), AS_OF)
        (analysis,) = backend.analyse([article])
        accounts.append(Account(article, analysis, annotate(article, analysis)))
        planted[article.id] = spans
    return tuple(accounts), planted


def _count(accounts: tuple[Account, ...], planted: Planted) -> Counted:
    own = days.solve(accounts, AS_OF)
    dated = days.dated(accounts, own)
    cast = entities.resolve(dated)
    traced = origins.trace(dated, reuse.find(dated, statements.gather(dated, cast, own)), cast)
    told: dict[int, set[str]] = {}
    for account in dated:
        for number, span in planted[account.id]:
            evidence = Evidence(account.id, span.start, span.end, span.of(account.text))
            # What has no origin would be counted as the account's own.
            told.setdefault(number, set()).add(traced.origin_of(evidence) or account.id)
    return Counted(len(told), sum(map(len, told.values())))
