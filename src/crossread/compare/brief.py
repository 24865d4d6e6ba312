"""The brief: a few sentences taken verbatim from the accounts that tell the story's main points.

Greedy choice of sentences by their prominence (the leads of the accounts tell
the news) and by the support of the claims they carry that no chosen sentence
carries yet (maximal coverage; Nemhauser et al. 1978 bound its loss), among
sentences that stand alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.claims.showing import whole
from crossread.compare.claims.standing import leaning, people_named
from crossread.compare.origins import Origins
from crossread.record.annotation import Account
from crossread.record.dossier import BriefSentence, Claim, Independence, Stance
from crossread.record.span import Evidence, Span
from crossread.text.similar import inverse_frequency, weighted_containment
from crossread.text.words import content_forms, words

FEWEST, MOST = 3, 6
# Two sentences that share more of their weighted content words than this say the same.
SAME = 0.5
# Least gain, as a part of the first sentence's, for which a sentence beyond the fewest is added.
WORTH = 0.25
# Gain of a sentence from an account that none was taken from yet, against one from a used account.
FRESH = 1.5
# Value of what the leads of all other accounts tell too; a claim of two accounts has 1.5 and more.
NEWS = 4.0
# So many first sentences are an account's lead.
LEAD = 3
# Part of the gain that is lost by a place at the end of the account, and for each leaning expression.
LATE, LEAN = 0.6, 0.12


@dataclass(frozen=True)
class _Candidate:
    """A sentence that stands alone: where it is, the claims it carries, its content words.

    `central` is the mean share of the story's accounts that use its words,
    `news` the mean part of it that the lead of another account holds. `full`
    are the words of the full names of people in it, `short` single names alone.
    """

    evidence: Evidence
    depth: float
    leaning: int
    claims: frozenset[str]
    forms: frozenset[str]
    central: float
    news: float
    full: frozenset[str]
    short: frozenset[str]


def choose(
    accounts: Sequence[Account], claims: Sequence[Claim], origins: Origins
) -> tuple[BriefSentence, ...]:
    """Return three to six sentences (fewer where fewer stand alone), the most prominent first.

    The first evidence of each is the sentence itself; then follow the other
    accounts' words for the claims that it carries. What another account denies
    is not told in brief.
    """
    by_id = {claim.id: claim for claim in claims}
    denied = {id for id, claim in by_id.items() if any(s.stance is Stance.DENIES for s in claim.support)}
    candidates = [one for one in _candidates(accounts, claims) if not one.claims & denied]
    value = {claim.id: _value(claim, origins) for claim in claims}
    chosen = _introduced(candidates, value)
    return tuple(_sentence(candidate, by_id) for candidate in chosen)


def _introduced(candidates: Sequence[_Candidate], value: Mapping[str, float]) -> list[_Candidate]:
    """Return the chosen sentences in the order of the story; nobody stands there by surname before the full name.

    A sentence that names somebody too early is given up for the next best, as
    long as enough are left.
    """
    left = list(candidates)
    first: list[_Candidate] | None = None
    while True:
        chosen = sorted(_greedy(left, value), key=lambda one: (one.depth, one.evidence.article))
        first = first or chosen
        early = _too_early(chosen)
        if early is None:
            return chosen if len(chosen) >= min(FEWEST, len(first)) else first
        left.remove(early)


def _too_early(chosen: Sequence[_Candidate]) -> _Candidate | None:
    known = frozenset[str]()
    for one in chosen:
        known |= one.full
        if one.short - known:
            return one
    return None


def _value(claim: Claim, origins: Origins) -> float:
    """Weigh a claim by its support: distinct known origins count most, bare repetition least."""
    corroborated = 1.0 if claim.independence is Independence.CORROBORATED else 0.0
    sourced = any(s.origin and origins.origin(s.origin).name is not None for s in claim.support)
    if claim.accounts == 1:
        return 0.0
    return claim.accounts - 0.5 + corroborated + 0.5 * (claim.origins.max - 1) + (0.5 if sourced else 0.0)


def _candidates(accounts: Sequence[Account], claims: Sequence[Claim]) -> Iterator[_Candidate]:
    carried = _supports(claims)
    share = _shares(accounts)
    leads = {account.id: _lead(account) for account in accounts}
    told = Counter(form for lead in leads.values() for form in lead)
    for account in accounts:
        sentences = [s for s in account.analysis.sentences if account.article.telling(s.span)]
        for place, sentence in enumerate(sentences):
            span = whole(account, sentence)
            if span is None:
                continue
            found = frozenset(id for id, inside in carried.get(account.id, ()) if span.contains(inside))
            forms = frozenset(content_forms(words(account.text, span)))
            depth = place / max(1, len(sentences) - 1)
            central = sum(share[form] for form in sorted(forms)) / max(1, len(forms))
            own = leads[account.id]
            inside = math.fsum(share[form] * (told[form] - (form in own)) for form in forms)
            every = math.fsum(share[form] for form in forms) * max(1, len(accounts) - 1)
            news = inside / every if every else 0.0
            lean = leaning(account, sentence)
            full, short = people_named(account, span)
            yield _Candidate(account.evidence(span), depth, lean, found, forms, central, news, full, short)


def _lead(account: Account) -> frozenset[str]:
    """Return the content words of an account's first telling sentences."""
    sentences = [s for s in account.analysis.sentences if account.article.telling(s.span)][:LEAD]
    return frozenset(form for s in sentences for form in content_forms(words(account.text, s.span)))


def _shares(accounts: Sequence[Account]) -> dict[str, float]:
    """Return for each content word the share of the accounts that use it."""
    counts: Counter[str] = Counter()
    for account in accounts:
        counts.update(set(content_forms(words(account.text))))
    return {form: count / len(accounts) for form, count in counts.items()}


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
    if one.claims & covered and not one.claims - covered:
        return 0.0  # what it tells is told
    new = sum(value[id] for id in one.claims - covered) + NEWS * one.news * (1 - one.depth)
    fresh = FRESH if one.evidence.article not in used else 1.0
    return new * one.central * fresh * (1 - LATE * one.depth) * max(0.2, 1 - LEAN * one.leaning)


def _sentence(candidate: _Candidate, claims: Mapping[str, Claim]) -> BriefSentence:
    evidence = [candidate.evidence]
    for id in sorted(candidate.claims):
        others = [support.evidence for support in claims[id].support]
        evidence += [one for one in others if one.article != candidate.evidence.article]
    return BriefSentence(candidate.evidence.text, tuple(dict.fromkeys(evidence)))
