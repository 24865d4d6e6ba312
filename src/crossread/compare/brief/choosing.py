"""The brief: a few sentences taken verbatim from the accounts that tell the story's main points.

Only what several accounts tell is told in brief, and nothing that one of them
contradicts, in whatever words. Where none of that stands alone, what the
accounts begin with is taken, as far as the others begin with much of it. Where
they begin with nothing alike, or there is one account only, the brief is what
each begins with.

Greedy choice of sentences by their prominence (the leads of the accounts tell
the news) and by the support of the claims they carry that no chosen sentence
carries yet (maximal coverage; Nemhauser et al. 1978 bound its loss), among
sentences that stand alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from crossread.compare.brief.candidates import Candidate, candidates
from crossread.compare.brief.contested import Contested, odd_day
from crossread.compare.brief.openings import last_turn, newest
from crossread.compare.origins import Origins
from crossread.record.annotation import Account
from crossread.record.article import DateRange
from crossread.record.dossier import BriefSentence, Claim, Conflict, Independence
from crossread.text.similar import inverse_frequency, weighted_containment

FEWEST, MOST = 3, 6
# Two sentences that share more of their weighted content words than this say the same.
SAME = 0.5
# … or, where both are of leads, which tell one piece of news in other words, this. Of 20 pairs of leads read in 47
# stories that share .28 or more, 14 told the same.
SAME_NEWS = 0.28
# Least gain, as a part of the first sentence's, for which a sentence beyond the fewest is added.
WORTH = 0.25
# Gain of a sentence from an account that none was taken from yet, against one from a used account.
FRESH = 1.5
# … and of one that no other account tells, only leads hold much of, against one that others tell.
UNSHARED = 0.5
# Value of what the leads of all other accounts tell too; a claim of two accounts has 1.5 and more.
NEWS = 4.0
# A sentence that no other account carries is taken from a lead only if the other leads hold this part of it on average.
SHARED_NEWS = 0.35
# Part of the gain that is lost by a place at the end of the account, and for each leaning expression.
LATE, LEAN = 0.6, 0.12


def choose(
    accounts: Sequence[Account],
    claims: Sequence[Claim],
    origins: Origins,
    conflicts: Sequence[Conflict] = (),
    own_day: Mapping[str, DateRange | None] = MappingProxyType({}),
) -> tuple[BriefSentence, ...]:
    """Return three to six sentences (fewer where fewer stand alone), the most prominent first.

    The first evidence of each is the sentence itself; then follow the other
    accounts' words for the claims that it carries. Where accounts are of
    several days, what the newest opens with comes last, if none of the others
    tells it.
    """
    by_id = {claim.id: claim for claim in claims}
    contested = Contested(accounts, claims, conflicts)
    found = [one for one in candidates(accounts, claims) if not contested.tells(one.evidence)]
    found = [one for one in found if not odd_day(one, found)]
    begun = [one for one in found if one.lead and one.report]
    told = [one for one in found if one.agreed or (one.lead and one.report and one.news >= SHARED_NEWS)]
    value = {claim.id: _value(claim, origins) for claim in claims}
    chosen = _introduced(told, value) if told else _openings(begun)
    brief = [_sentence(candidate, by_id) for candidate in chosen]
    cited = [evidence for sentence in brief for evidence in sentence.evidence]
    last = last_turn(found, accounts, newest(accounts, own_day), cited)
    if last is not None and not _told(last, chosen, found):
        brief[MOST - 1 :] = [BriefSentence(last.evidence.text, (last.evidence,), newest=True)]
    return tuple(brief)


def _told(one: Candidate, chosen: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Whether a chosen sentence says the same as one of those `found`."""
    weights = inverse_frequency(candidate.forms for candidate in found)
    return any(_same(one, other, weights) for other in chosen)


def _openings(begun: Sequence[Candidate]) -> list[Candidate]:
    """Return the first sentence of each account's lead that tells news, at most as many as a brief has."""
    first: dict[str, Candidate] = {}
    for one in begun:
        first.setdefault(one.evidence.article, one)
    return list(first.values())[:MOST]


def _introduced(candidates: Sequence[Candidate], value: Mapping[str, float]) -> list[Candidate]:
    """Return the chosen sentences in the order of the story; nobody stands there by surname before the full name.

    A sentence that names somebody too early is given up for the next best, as
    long as enough are left.
    """
    left = list(candidates)
    first: list[Candidate] | None = None
    while True:
        chosen = sorted(_greedy(left, value), key=_place)
        first = first or chosen
        early = _too_early(chosen)
        if early is None:
            return chosen if len(chosen) >= min(FEWEST, len(first)) else first
        left.remove(early)


def _place(one: Candidate) -> tuple[bool, bool, float, str]:
    """Order by what accounts begin with, first what they agree on there; then by the place in the account."""
    return not one.lead, one.lead and not one.agreed, one.depth, one.evidence.article


def _too_early(chosen: Sequence[Candidate]) -> Candidate | None:
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


def _greedy(candidates: Sequence[Candidate], value: Mapping[str, float]) -> list[Candidate]:
    weights = inverse_frequency(candidate.forms for candidate in candidates)
    chosen: list[Candidate] = []
    first = 0.0
    while len(chosen) < MOST:
        covered = frozenset[str]().union(*(one.claims for one in chosen))
        used = {one.evidence.article for one in chosen}
        open_ = [one for one in candidates if not any(_same(one, other, weights) for other in chosen)]
        if not open_:
            break
        gains = [(_gain(one, covered, used, value), one) for one in open_]
        gain, best = max(gains, key=lambda pair: (pair[0], -pair[1].depth, pair[1].evidence.article))
        first = first or gain
        if gain <= 0 or (len(chosen) >= FEWEST and gain < WORTH * first):
            break
        chosen.append(best)
    return chosen


def _same(one: Candidate, other: Candidate, weights: Mapping[str, float]) -> bool:
    most = SAME_NEWS if one.lead and other.lead else SAME
    return weighted_containment(one.forms, other.forms, weights) > most


def _gain(one: Candidate, covered: frozenset[str], used: set[str], value: Mapping[str, float]) -> float:
    """Return what a sentence adds: the support of its new claims, more if prominent and easily read."""
    if one.claims & covered and not one.claims - covered:
        return 0.0  # what it tells is told
    new = sum(value[id] for id in one.claims - covered) + NEWS * one.news * (1 - one.depth)
    fresh = FRESH if one.evidence.article not in used else 1.0
    shared = 1.0 if one.agreed else UNSHARED
    return new * one.central * fresh * shared * (1 - LATE * one.depth) * max(0.2, 1 - LEAN * one.leaning)


def _sentence(candidate: Candidate, claims: Mapping[str, Claim]) -> BriefSentence:
    evidence = [candidate.evidence]
    for id in sorted(candidate.claims):
        others = [support.evidence for support in claims[id].support]
        evidence += [one for one in others if one.article != candidate.evidence.article]
    return BriefSentence(candidate.evidence.text, tuple(dict.fromkeys(evidence)))
