"""Reuse: sentences of one account put into another of the same story, word for word and edited.

Of each pair of accounts a few narrative sentences of the one are edited (words
replaced, left out, added) and stand as paragraphs of their own in the other.
Recall is the share that is found as copied from where it came; background the
share of the other's own narrative sentences found as copied from the first,
without those that are nearly the same word for word. Beside both stands the containment of word 4-grams.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from training.claims import AS_OF, Key, clusters, submission

from benchmarks.comparing import reference
from benchmarks.floors import Measured, corpus_digest
from crossread.annotate.article import annotate
from crossread.compare import days, entities, reuse, statements
from crossread.compare.passages import Passage, Voice, passages
from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.ingest.articles import article as read_article
from crossread.language.backends import open_backend
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation
from crossread.record.dossier import COPYING, Reuse
from crossread.record.span import Span
from crossread.text.similar import containment

GOLD = Path(__file__).parent / "gold"
KINDS = GOLD / "reuse-kinds.json"
PAIRS = 200
LEVELS = (0, 10, 20, 30)  # per cent of a sentence's words that are edited
OF_EACH = 2  # sentences injected for each level
SHORTEST, LONGEST = 8, 60  # words of a sentence that is injected
ALL_PAIRS = 200  # accounts that are compared all with all for the time
COPIED = 0.5  # containment from which on a sentence of the account itself is a copy beyond doubt, and no background
PEER = 0.3  # containment of 4-grams from which on the peer takes a sentence for a copy

# A line of running text, and no heading, credit or call: other lines are never compared.
SENTENCE = re.compile(r"[A-Z0-9].*[a-z]\.", re.DOTALL)

# Words that take the place of others: no "we", which would make a sentence somebody's own words.
PLAIN = re.compile(r"(?!(?:we|us|me|my|our)$)[a-z]+")

Pair = tuple[Key, tuple[dict[str, Any], dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Injected:
    """A sentence at `span` of an account: the words at `source` of the other one, `level` per cent of them edited."""

    level: int
    source: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Tried:
    """What was found in one pair: of each injected sentence its level, whether we and the peer found it; of each
    own sentence of the second account whether we and the peer take it for a copy."""

    injected: tuple[tuple[int, bool, bool], ...]
    own: tuple[tuple[bool, bool], ...]


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    path = data / "data" / "stories" / "clusters.jsonl.gz"
    stories = clusters(path)
    corpus = corpus_digest([path.read_bytes()])
    backend = open_backend(DEFAULT_LANGUAGE_MODEL)
    accounts: list[Account] = []
    tried = []
    for pair in chosen(stories):
        one, other, injected = injection(pair, backend)
        accounts += [one, other]
        tried.append(judged(one, other, injected))
    return [*_scored(tried, corpus), _timed(accounts[:ALL_PAIRS], corpus), *_kinds(stories, backend, corpus)]


def chosen(stories: Mapping[Key, list[dict[str, Any]]], count: int = PAIRS) -> list[Pair]:
    """Return pairs of accounts of one story, in an order that nobody chose; not of stories that are annotated."""
    told = (json.loads(gold.read_text("utf-8")).get("story") for gold in GOLD.glob("*.gold.json"))
    annotated = {(story["set"], story["cluster"]) for story in told if story}
    pairs: list[Pair] = [
        (key, pair)
        for key, articles in stories.items()
        if key not in annotated
        for pair in combinations(articles, 2)
    ]
    return sorted(pairs, key=lambda pair: digest(*pair[0], *(str(one["id"]) for one in pair[1])))[:count]


def digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


# --- injection -----------------------------------------------------------------------------------


def injection(pair: Pair, backend: LanguageBackend) -> tuple[Account, Account, list[Injected]]:
    """Return both accounts of a pair, the second with sentences of the first in it, and which those are."""
    _, (first, second) = pair
    one = unannotated(first, backend)
    chance = random.Random(int(digest(str(first["id"]), str(second["id"])), 16))
    narrative = [
        passage
        for passage in passages([one])
        if passage.voice is Voice.NARRATIVE
        and SHORTEST <= len(passage.words) <= LONGEST
        and len(passage.stretches) == 1
        and SENTENCE.fullmatch(passage.stretches[0].of(one.text).strip())
    ]
    sources = chance.sample(narrative, min(len(narrative), OF_EACH * len(LEVELS)))
    levels = [(LEVELS[n % len(LEVELS)], passage) for n, passage in enumerate(sources)]
    text, injected = spliced(second["text"], levels, chance)
    other = unannotated({**second, "text": text}, backend)
    return one, other, injected


def spliced(
    text: str, sources: Sequence[tuple[int, Passage]], chance: random.Random
) -> tuple[str, list[Injected]]:
    """Return the text with the edited passages as lines of their own, and where they stand."""
    lines = text.split("\n")
    vocabulary = [word for word in text.split() if PLAIN.fullmatch(word)]
    places = sorted(chance.randrange(len(lines) + 1) for _ in sources)
    parts: list[str] = []
    injected = []
    for number, line in enumerate([*lines, ""]):
        for place, (level, passage) in zip(places, sources, strict=True):
            if place == number:
                source = passage.stretches[0]
                words = edited(source.of(passage.account.text).split(), level, vocabulary, chance)
                start = sum(map(len, parts)) + len(parts)
                parts.append(" ".join(words))
                injected.append(Injected(level, source, Span(start, start + len(parts[-1]))))
        if number < len(lines):
            parts.append(line)
    return "\n".join(parts), injected


def edited(words: Sequence[str], level: int, vocabulary: Sequence[str], chance: random.Random) -> list[str]:
    """Return words of which `level` per cent are replaced, left out, or followed by another; the last one stays."""
    count = min(round(len(words) * level / 100), len(words) - 1)
    at = set(chance.sample(range(len(words) - 1), count))
    result: list[str] = []
    for number, word in enumerate(words):
        new = chance.choice(vocabulary)
        ways: tuple[list[str], ...] = ([new], [], [word, new])
        result += chance.choice(ways) if number in at else [word]
    return result


def unannotated(told: Mapping[str, Any], backend: LanguageBackend) -> Account:
    """Return an article analysed, and no more: shared wording needs no annotation."""
    article = read_article(submission(str(told["id"]), told), AS_OF)
    (analysis,) = backend.analyse([article])
    return Account(article, analysis, Annotation(article.id))


# --- judging -------------------------------------------------------------------------------------


def judged(one: Account, other: Account, injected: Sequence[Injected]) -> Tried:
    """Return what we and the peer find in a pair."""
    groups = [group for group in reuse.find((one, other), ()) if group.kind in COPYING]
    telling = [passage for passage in passages((one, other)) if passage.voice is Voice.NARRATIVE]
    mine = [passage for passage in telling if passage.order == 0]
    theirs = [passage for passage in telling if passage.order == 1]
    found = []
    for sentence in injected:
        inside = [p for p in theirs if _mostly(p.sentence, sentence.span)]
        sources = [m for m in mine if _mostly(m.sentence, sentence.source)]
        if not inside:
            continue  # a quotation of the account that never closes has swallowed it
        peer = any(containment(m.grams, p.grams) >= PEER for p in inside for m in sources)
        found.append((sentence.level, _joined(groups, one, other, sentence), peer))
    own = []
    for passage in theirs:
        if not any(sentence.span.overlaps(passage.sentence) for sentence in injected):
            held = max((containment(m.grams, passage.grams) for m in mine), default=0.0)
            if held < COPIED:
                own.append((any(_has(group, other, passage.sentence) for group in groups), held >= PEER))
    return Tried(tuple(found), tuple(own))


def _mostly(inner: Span, outer: Span) -> bool:
    return 2 * inner.shared(outer) > min(len(inner), len(outer))


def _joined(groups: Sequence[Reuse], one: Account, other: Account, sentence: Injected) -> bool:
    return any(_has(g, one, sentence.source) and _has(g, other, sentence.span) for g in groups)


def _has(group: Reuse, account: Account, span: Span) -> bool:
    return any(m.article == account.id and _mostly(m.span, span) for m in group.members)


def _scored(tried: Sequence[Tried], corpus: str) -> Iterator[Measured]:
    for level in LEVELS:
        told = [(ours, peer) for one in tried for at, ours, peer in one.injected if at == level]
        ours, peer = (sum(found) / len(told) for found in zip(*told, strict=True))
        beside = f"of {len(told)}; containment of 4-grams {peer:.3f}"
        yield Measured(f"reuse/recall_at_{level}_per_cent", ours, corpus, beside)
    own = [found for one in tried for found in one.own]
    ours, peer = (sum(found) / len(own) for found in zip(*own, strict=True))
    beside = f"of {len(own)} sentences; containment of 4-grams {peer:.4f}"
    yield Measured("reuse/background", ours, corpus, beside, higher_is_better=False)


# --- time and kinds ------------------------------------------------------------------------------


def _timed(accounts: Sequence[Account], corpus: str) -> Measured:
    """Return how long it takes to find the shared wording of many accounts, all held against all."""
    fresh = [Account(account.article, account.analysis, account.annotation) for account in accounts]
    begun = time.process_time()
    found = reuse.find(fresh, ())
    took = time.process_time() - begun
    beside = f"{len(fresh)} accounts, {len(found)} groups; {took / reference():.0f} times a fixed loop"
    return Measured("reuse/all_pairs_seconds", took, corpus, beside, higher_is_better=False)


def _kinds(
    stories: Mapping[Key, list[dict[str, Any]]], backend: LanguageBackend, corpus: str
) -> Iterator[Measured]:
    """Yield how often utterances that accounts share are taken for copies, and how many kinds are right."""
    labelled = json.loads(KINDS.read_text("utf-8"))["passages"]
    read: dict[str, Account] = {}
    given = []
    for passage in labelled:
        told = [one for one in stories[tuple(passage["story"])] if str(one["id"]) in passage["begins"]]
        for one in told:
            if str(one["id"]) not in read:
                read[str(one["id"])] = _annotated(one, backend)
        given.append(
            (passage["kind"], _found_kind([read[str(one["id"])] for one in told], passage["begins"]))
        )
    said = [found for kind, found in given if kind == "same_utterance"]
    shared = [(kind, found) for kind, found in given if kind != "none"]
    right = sum(kind == found for kind, found in shared) / len(shared)
    false = sum(kind == "none" and found is not None for kind, found in given)
    taken = sum(found == "copy" for found in said) / len(said)
    yield Measured(
        "reuse/utterances_taken_for_copies", taken, corpus, f"of {len(said)}", higher_is_better=False
    )
    yield Measured("reuse/kinds_right", right, corpus, f"of {len(shared)} shared passages that were read")
    beside = f"of {sum(kind == 'none' for kind, _ in given)} titles, names and stray words once taken for it"
    yield Measured("reuse/no_shared_wording", false, corpus, beside, higher_is_better=False)


def _annotated(told: Mapping[str, Any], backend: LanguageBackend) -> Account:
    article = read_article(submission(str(told["id"]), told), AS_OF)
    (analysis,) = backend.analyse([article])
    return Account(article, analysis, annotate(article, analysis))


def _found_kind(accounts: Sequence[Account], begins: Mapping[str, str]) -> str | None:
    """Return the kind under which accounts are found to share the words that begin so, None where they are not."""
    own = days.solve(tuple(accounts), AS_OF)
    dated = days.dated(tuple(accounts), own)
    said = statements.gather(dated, entities.resolve(dated), own)
    words = {}
    for account in dated:
        start = account.text.index(begins[account.article.ref])
        words[account.id] = Span(start, start + len(begins[account.article.ref]))
    best: dict[str, int] = {}
    for group in reuse.find(dated, said):
        here = {m.article: m.span.shared(words[m.article]) for m in group.members if m.article in words}
        if sum(shared > 0 for shared in here.values()) > 1:
            kind = "copy" if group.kind in COPYING else "same_utterance"
            best[kind] = max(best.get(kind, 0), sum(here.values()))
    return max(best, key=lambda kind: best[kind], default=None)
