"""Claims: labelled pairs of clauses, and the annotated stories' core facts and what only one account tells.

Pairs: each story's are judged by weights learned from the other stories, at
the shipped threshold. Beside it stands TF-IDF cosine of the two sentences at
the threshold that gives it the same precision on the same pairs, which is more
than it could know.

Core facts: found where one claim's wordings hold the anchors of two thirds of
the accounts that the gold names, and not two anchors of another core fact
besides. What the gold says only one account tells must not be part of a claim
of several.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from training.claims import PAIRS, Key, Pair, Worked, clusters, held_out, pairs, submission, work_out

from benchmarks.floors import Measured, corpus_digest
from crossread.compare.claims.alignment import LINK
from crossread.record.dossier import Claim
from crossread.record.span import Span
from crossread.text.similar import inverse_frequency
from crossread.text.words import content_forms, words

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "clapham-common"
GOLD = ROOT / "benchmarks" / "gold"
# Part of a core fact's accounts that one claim must hold.
_HELD = 2 / 3
_PLAIN = str.maketrans("\u00a0\u2009\u202f‘’“”–—", "   ''\"\"--")

Places = dict[str, Span]  # where each account has an anchor


@dataclass(frozen=True)
class Facts:
    """What a gold story says of its claims: anchors of core facts, and of what one account alone tells."""

    name: str
    core: tuple[Places, ...]
    single: tuple[Places, ...]
    worked: Worked


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    path = data / "data" / "stories" / "clusters.jsonl.gz"
    stories = clusters(path)
    corpus = corpus_digest([PAIRS.read_bytes()])
    return [*_of_pairs(pairs(stories), corpus), *_of_facts(list(_annotated(data, stories)))]


def _of_pairs(told: Sequence[Pair], corpus: str) -> list[Measured]:
    linked = [guess >= LINK for guess in held_out(told)]
    precision, recall = scores(linked, [pair.same for pair in told])
    baseline = best_recall(_cosines(told), [pair.same for pair in told], precision)
    beside = f"{len(told)} pairs; TF-IDF cosine at that precision: recall {baseline:.2f}"
    return [
        Measured("claims/pairs linked rightly", precision, corpus, f"{sum(linked)} linked"),
        Measured("claims/pairs found", recall, corpus, beside),
    ]


def scores(linked: Sequence[bool], same: Sequence[bool]) -> tuple[float, float]:
    """Return the precision and the recall of links."""
    right = sum(a and b for a, b in zip(linked, same, strict=True))
    return right / max(1, sum(linked)), right / max(1, sum(same))


def best_recall(likeness: Sequence[float], same: Sequence[bool], precision: float) -> float:
    """Return the best recall that a threshold on `likeness` gives at no less than a precision."""
    best = 0.0
    for least in set(likeness):
        right, found = scores([one >= least for one in likeness], same)
        best = max(best, found) if right >= precision else best
    return best


def _cosines(told: Sequence[Pair]) -> list[float]:
    forms = [tuple(frozenset(content_forms(words(text))) for text in pair.texts) for pair in told]
    weights = inverse_frequency(clause for both in forms for clause in both)
    return [_cosine(one, other, weights) for one, other in forms]


def _cosine(one: frozenset[str], other: frozenset[str], weights: Any) -> float:
    def length(forms: frozenset[str]) -> float:
        return sqrt(sum(weights[form] ** 2 for form in sorted(forms)))

    common = sum(weights[form] ** 2 for form in sorted(one & other))
    return common / (length(one) * length(other)) if common else 0.0


def _of_facts(told: Sequence[Facts]) -> list[Measured]:
    core = [
        (facts.name, sum(found(facts, n) for n in range(len(facts.core))), len(facts.core)) for facts in told
    ]
    wrong = [
        (facts.name, sum(shared(facts, one) for one in facts.single), len(facts.single)) for facts in told
    ]
    corpus = corpus_digest(a.text.encode() for facts in told for a in facts.worked.accounts)
    return [
        _share("claims/core facts found", core, corpus, higher_is_better=True),
        _share("claims/told by one, shown as agreed", wrong, corpus, higher_is_better=False),
    ]


def _share(
    name: str, counts: Sequence[tuple[str, int, int]], corpus: str, *, higher_is_better: bool
) -> Measured:
    hits, total = sum(hit for _, hit, _ in counts), sum(of for _, _, of in counts)
    beside = f"{hits} of {total}: " + ", ".join(f"{story} {hit}/{of}" for story, hit, of in counts)
    return Measured(name, hits / max(1, total), corpus, beside, higher_is_better=higher_is_better)


def found(facts: Facts, number: int) -> bool:
    """Whether one claim holds a core fact of two thirds of its accounts, and of other facts no two accounts besides."""
    fact = facts.core[number]
    others = [other for n, other in enumerate(facts.core) if n != number]

    def held(claim: Claim) -> bool:
        mine = _held(claim, fact)
        return len(mine) >= _HELD * len(fact) and not any(
            len(theirs := _held(claim, other)) > 1 and theirs - mine for other in others
        )

    return any(held(claim) for claim in facts.worked.claims)


def shared(facts: Facts, place: Places) -> bool:
    """Whether what one account alone tells is a wording of a claim of several accounts."""
    return any(claim.accounts > 1 and _held(claim, place) for claim in facts.worked.claims)


def _held(claim: Claim, places: Places) -> set[str]:
    """Return the accounts whose anchor lies in a wording of a claim."""
    return {
        article
        for article, span in places.items()
        for support in claim.support
        if support.evidence.article == article and support.evidence.span.overlaps(span)
    }


def _annotated(data: Path, stories: dict[Key, list[dict[str, Any]]]) -> Iterator[Facts]:
    """Yield the annotated stories, worked out."""
    for path in [*sorted(GOLD.glob("*.gold.json")), data / "data" / "gold" / "consulate.gold.json"]:
        gold = json.loads(path.read_text("utf-8"))
        if gold.get("core"):
            told = list(_texts(gold, path, stories))
            worked = work_out([submission(ref, one) for ref, one in told])
            yield _facts(path.name.removesuffix(".gold.json"), gold, worked)


def _texts(
    gold: dict[str, Any], path: Path, stories: dict[Key, list[dict[str, Any]]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the gold's accounts, each with the letter or name by which its anchors go."""
    if "story" in gold:
        by_id = {str(one["id"]): one for one in stories[gold["story"]["set"], gold["story"]["cluster"]]}
        yield from ((letter, by_id[str(id)]) for letter, id in sorted(gold["docs"].items()))
    elif (lines := path.parent / path.name.replace(".gold.json", ".jsonl")).exists():
        yield from ((one["id"], one) for one in map(json.loads, lines.read_text("utf-8").splitlines()))
    else:
        yield from ((file.stem, {"text": file.read_text("utf-8")}) for file in sorted(EXAMPLE.glob("*.txt")))


def _facts(name: str, gold: dict[str, Any], worked: Worked) -> Facts:
    text = {account.article.ref: account for account in worked.accounts}

    def place(doc: str, words: str) -> Iterator[tuple[str, Span]]:
        named = [account for ref, account in text.items() if ref == doc or ref.startswith(f"{doc}_")]
        for account in named:
            if (span := anchored(account.text, words)) is not None:
                yield account.id, span

    def places(begins: dict[str, str]) -> Places:
        return {id: span for doc, words in begins.items() for id, span in place(doc, words)}

    return Facts(
        name,
        tuple(places(fact["begins"]) for fact in gold["core"]),
        tuple(places({one["doc"]: one["begin"]}) for one in gold.get("only_in_one", ())),
        worked,
    )


def anchored(text: str, begin: str) -> Span | None:
    """Return where the words of an anchor stand in a text, whatever its marks and spaces."""
    pattern = r"\s+".join(map(re.escape, begin.translate(_PLAIN).split()))
    match = re.search(pattern, text.translate(_PLAIN))
    return Span(match.start(), match.end()) if match else None


if __name__ == "__main__":
    import sys

    show: Callable[[object], None] = print
    for measured in measure(Path(sys.argv[1])):
        show(f"{measured.name:40} {measured.value:.3f}  {measured.beside}")
