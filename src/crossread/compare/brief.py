"""The brief: a few sentences taken verbatim from the accounts that tell the story's main points.

Greedy choice of sentences by the support of the claims they carry that no
chosen sentence carries yet (maximal coverage; Nemhauser et al. 1978 bound its
loss), among sentences that stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.origins import Origins
from crossread.compare.standing import leaning, stands_alone
from crossread.record.annotation import Account
from crossread.record.dossier import BriefSentence, Claim, Independence, OriginKind
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.similar import inverse_frequency, weighted_containment
from crossread.text.words import content_forms, words

FEWEST, MOST = 3, 6
# Two sentences that share more of their weighted content words than this say the same.
SAME = 0.5
# Least gain, as a part of the first sentence's, for which a sentence beyond the fewest is added.
WORTH = 0.15
# Gain of a sentence from an account that none was taken from yet, against one from a used account.
FRESH = 1.3
# Value of a claim that only one account makes; one of two accounts has 1.5 and more.
ALONE = 0.3
# Part of the gain that is lost by a place at the end of the account, and for each leaning expression.
LATE, LEAN = 0.5, 0.12


_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]+(?:,? [A-Z][\w. ]+)?(?: ?\([^()]{2,40}\))? ?[—–-]+ (?=[A-Z])")


@dataclass(frozen=True)
class _Candidate:
    """A sentence that stands alone: where it is, the claims it carries, its content words.

    `central` is the mean share of the story's accounts that use its words.
    """

    evidence: Evidence
    depth: float
    leaning: int
    claims: frozenset[str]
    forms: frozenset[str]
    central: float


def choose(
    accounts: Sequence[Account], claims: Sequence[Claim], origins: Origins
) -> tuple[BriefSentence, ...]:
    """Return three to six sentences (fewer where fewer stand alone), the most prominent first.

    The first evidence of each is the sentence itself; then follow the other
    accounts' words for the claims that it carries.
    """
    by_id = {claim.id: claim for claim in claims}
    candidates = list(_candidates(accounts, claims))
    value = {claim.id: _value(claim, origins) for claim in claims}
    chosen = _greedy(candidates, value)
    chosen.sort(key=lambda one: (one.depth, one.evidence.article))
    return tuple(_sentence(candidate, by_id) for candidate in chosen)


def _value(claim: Claim, origins: Origins) -> float:
    """Weigh a claim by its support: distinct known origins count most, bare repetition least."""
    corroborated = 1.0 if claim.independence is Independence.CORROBORATED else 0.0
    sourced = any(s.origin and origins.origin(s.origin).kind is not OriginKind.UNKNOWN for s in claim.support)
    if claim.accounts == 1:
        return ALONE
    return claim.accounts - 0.5 + corroborated + 0.5 * (claim.origins.max - 1) + (0.5 if sourced else 0.0)


def _candidates(accounts: Sequence[Account], claims: Sequence[Claim]) -> Iterator[_Candidate]:
    carried = _supports(claims)
    share = _shares(accounts)
    for account in accounts:
        sentences = [s for s in account.analysis.sentences if account.article.telling(s.span)]
        for place, sentence in enumerate(sentences):
            if not stands_alone(account, sentence):
                continue
            span = _without_dateline(account, trimmed(account.text, sentence.span))
            found = frozenset(id for id, inside in carried.get(account.id, ()) if span.contains(inside))
            forms = frozenset(content_forms(words(account.text, span)))
            depth = place / max(1, len(sentences) - 1)
            central = sum(share[form] for form in sorted(forms)) / max(1, len(forms))
            yield _Candidate(account.evidence(span), depth, leaning(account, sentence), found, forms, central)


def _shares(accounts: Sequence[Account]) -> dict[str, float]:
    """Return for each content word the share of the accounts that use it."""
    counts: Counter[str] = Counter()
    for account in accounts:
        counts.update(set(content_forms(words(account.text))))
    return {form: count / len(accounts) for form, count in counts.items()}


def _without_dateline(account: Account, span: Span) -> Span:
    """Return the sentence without "LONDON (Reuters) -" at its head."""
    found = _DATELINE.match(account.text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


def _supports(claims: Sequence[Claim]) -> dict[str, list[tuple[str, Span]]]:
    """Return for each article the claims with the spans that support them."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for claim in claims:
        for support in claim.support:
            found.setdefault(support.evidence.article, []).append((claim.id, support.evidence.span))
    return found


def _greedy(candidates: Sequence[_Candidate], value: Mapping[str, float]) -> list[_Candidate]:
    weights = inverse_frequency(candidate.forms for candidate in candidates)
    chosen: list[_Candidate] = []
    first = 0.0
    while len(chosen) < MOST:
        covered = frozenset[str]().union(*(one.claims for one in chosen))
        used = {one.evidence.article for one in chosen}
        open_ = [
            one
            for one in candidates
            if not any(weighted_containment(one.forms, other.forms, weights) > SAME for other in chosen)
        ]
        if not open_:
            break
        gains = [(_gain(one, covered, used, value), one) for one in open_]
        gain, best = max(gains, key=lambda pair: (pair[0], -pair[1].depth, pair[1].evidence.article))
        first = first or gain
        if gain <= 0 or (len(chosen) >= FEWEST and gain < WORTH * first):
            break
        chosen.append(best)
    return chosen


def _gain(one: _Candidate, covered: frozenset[str], used: set[str], value: Mapping[str, float]) -> float:
    """Return what a sentence adds: the support of its new claims, more if prominent and easily read."""
    new = sum(value[id] for id in one.claims - covered)
    fresh = FRESH if one.evidence.article not in used else 1.0
    return new * one.central * fresh * (1 - LATE * one.depth) * max(0.2, 1 - LEAN * one.leaning)


def _sentence(candidate: _Candidate, claims: Mapping[str, Claim]) -> BriefSentence:
    evidence = [candidate.evidence]
    for id in sorted(candidate.claims):
        others = [support.evidence for support in claims[id].support]
        evidence += [one for one in others if one.article != candidate.evidence.article]
    return BriefSentence(candidate.evidence.text, tuple(dict.fromkeys(evidence)))
