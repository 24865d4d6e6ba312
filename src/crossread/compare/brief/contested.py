"""What the accounts contradict each other on, of which nothing is told in brief."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from crossread.compare.brief.candidates import Candidate
from crossread.compare.claims.meaning import REPORTING
from crossread.compare.claims.terms import LIGHT
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, ConflictKind, Stance
from crossread.record.span import Evidence
from crossread.text.numbers import numbers

# Days further apart than this are no two accounts' days of one event.
DAYS = 3


class Contested:
    """What accounts contradict each other on: the words themselves, and the verbs of what is denied."""

    def __init__(
        self, accounts: Sequence[Account], claims: Sequence[Claim], conflicts: Sequence[Conflict]
    ) -> None:
        self.accounts = {account.id: account for account in accounts}
        denied = [one.evidence for claim in claims if _denied(claim) for one in claim.support]
        sides = [
            (conflict, evidence)
            for conflict in conflicts
            for side in (conflict.sides[:-1] if conflict.kind is ConflictKind.UPDATE else conflict.sides)
            for evidence in side.evidence
        ]
        counted = [one.evidence for claim in claims if claim.disputed for one in claim.support]
        self.words = [*denied, *counted, *(evidence for _, evidence in sides)]
        facts = [evidence for conflict, evidence in sides if conflict.kind is ConflictKind.FACT]
        self.verbs = self._shared_verbs([*denied, *facts])
        self.outdated: dict[str, set[float | None]] = defaultdict(set)
        for conflict in conflicts:
            if conflict.kind is ConflictKind.UPDATE:
                for evidence in (one for side in conflict.sides[:-1] for one in side.evidence):
                    told = {number.value or number.low for number in numbers(evidence.text)}
                    self.outdated[evidence.article] |= told

    def _shared_verbs(self, contested: Sequence[Evidence]) -> frozenset[str]:
        """Return the verbs that two sides of what is denied have in common."""
        counts = Counter(verb for evidence in contested for verb in self._verbs(evidence))
        return frozenset(verb for verb, count in counts.items() if count > 1)

    def _verbs(self, evidence: Evidence) -> frozenset[str]:
        analysis = self.accounts[evidence.article].analysis
        tokens = [analysis.tokens[i] for i in analysis.tokens_in(evidence.span)]
        lemmas = {token.lemma.lower() for token in tokens if token.upos == "VERB"}
        return frozenset(lemmas - LIGHT - REPORTING)

    def tells(self, evidence: Evidence) -> bool:
        """Whether a sentence holds words that another account contradicts, or tells the same in other words."""
        overlaps = any(one.overlaps(evidence) for one in self.words)
        if overlaps or self.verbs & self._verbs(evidence):
            return True
        outdated = self.outdated.get(evidence.article, set())
        return bool(outdated) and any((n.value or n.low) in outdated for n in numbers(evidence.text))


def _denied(claim: Claim) -> bool:
    return any(support.stance is Stance.DENIES for support in claim.support)


def odd_day(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether an account begins with another day, close by, than two others do that agree on theirs."""
    if not one.lead or not one.days:
        return False
    told: dict[date, set[str]] = defaultdict(set)
    for other in others:
        if other.lead and other.evidence.article != one.evidence.article:
            for day in other.days:
                told[day].add(other.evidence.article)
    mine = min(one.days)
    return not any(day in told for day in one.days) and any(
        len(articles) > 1 and abs((day - mine).days) <= DAYS for day, articles in told.items()
    )
