"""Counts in one claim: accounts that tell the same and count the same thing differently.

The slots of figures need a measure that is known beforehand; a claim brings its
own. Two counts are held against each other only where both say plainly what
they count, and neither account's words give the other's number too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crossread.compare.conflicts.rounding import apart, range_of
from crossread.compare.slots import main_places, scope_of
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, ConflictKind, Side, Support
from crossread.record.ids import founded_id
from crossread.record.span import Evidence
from crossread.text.numbers import Number, numbers

# Counts further apart than this factor are of different things, however alike the words.
FAR = 3.0
# What is counted or measured in so many ways that the noun alone does not say what: time and length.
_LOOSE_NOUNS = (
    "percent per % time second minute hour day night week weekend month quarter season year decade "
    "inch foot feet yard mile centimetre centimeter metre meter kilometre kilometer"
)
_LOOSE = frozenset(_LOOSE_NOUNS.split())
# A place that an earlier sentence names: not the "there" of "there were".
_THERE = re.compile(r"\b(?:here|there)\b(?! (?:is|are|was|were|be|been|has|have|had|will|would)\b)", re.I)
# Words that count a part: "the three remaining victims" are not the seven.
_PART = frozenset(
    {
        "remaining",
        "final",
        "last",
        "past",
        "next",
        "first",
        "other",
        "more",
        "another",
        "further",
        "additional",
        "new",
    }
)


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of one account: the number, what it counts, and the words."""

    number: Number
    noun: str
    evidence: Evidence

    @property
    def value(self) -> float:
        return self.number.value or self.number.low or 0.0


def claim_count_conflicts(accounts: Sequence[Account], claims: Sequence[Claim]) -> list[Conflict]:
    """Return the claims of several accounts in which two of them count the same thing differently."""
    by_id = {account.id: account for account in accounts}
    main = main_places(accounts)
    found = []
    for claim in claims:
        for one, other in combinations(claim.support, 2):
            if one.evidence.article != other.evidence.article and (
                pair := _differing(by_id, one, other, main)
            ):
                found.append(_conflict(claim, *pair))
                break
    return found


def _differing(
    accounts: dict[str, Account], one: Support, other: Support, main: frozenset[str]
) -> tuple[_Count, _Count] | None:
    """Return the first counts of the same thing that cannot both hold."""
    scopes = {scope_of(accounts[s.evidence.article], s.evidence.span, main) for s in (one, other)}
    if len(scopes) > 1 or any(_THERE.search(s.evidence.text) for s in (one, other)):
        return None  # in two places, or years
    mine = list(_counts(accounts[one.evidence.article], one.evidence))
    theirs = list(_counts(accounts[other.evidence.article], other.evidence))
    for a in mine:
        same = [b for b in theirs if b.noun == a.noun]
        if len(same) != 1 or sum(c.noun == a.noun for c in mine) != 1:
            continue
        (b,) = same
        low, high = sorted((a.value, b.value))
        given = b.value in _values(one.evidence) or a.value in _values(other.evidence)
        if low and high <= FAR * low and not given and apart(range_of(a.number), range_of(b.number)):
            return a, b
    return None


def _values(evidence: Evidence) -> set[float | None]:
    return {number.value for number in numbers(evidence.text)}


def _counts(account: Account, evidence: Evidence) -> Iterator[_Count]:
    """Yield the counts in some words whose noun is known; ages, dates and vague counts are none."""
    times = [time.span for time in account.annotation.times]
    for number in numbers(account.text, evidence.span):
        inside = account.analysis.tokens_in(number.span)
        if number.vague or not inside or any(span.overlaps(number.span) for span in times):
            continue
        token = account.analysis.tokens[inside[-1]]
        head = account.analysis.tokens[token.head]
        noun = head.lemma.casefold()
        beside = {account.analysis.tokens[i].text.casefold() for i in account.analysis.children(token.head)}
        if beside & _PART:
            continue
        if (
            token.dep.startswith("nummod")
            and head.upos == "NOUN"
            and noun not in _LOOSE
            and head.start > token.end
        ):
            yield _Count(number, noun, account.evidence(number.whole))


def _conflict(claim: Claim, one: _Count, other: _Count) -> Conflict:
    first, second = sorted((one, other), key=lambda count: count.value)
    slot = f"number of {one.noun}s: {claim.text}"
    return Conflict(
        id=founded_id("conflict", one.evidence, "count"),
        slot=slot if len(slot) <= 120 else slot[:117].rsplit(" ", 1)[0] + " …",
        kind=ConflictKind.NUMBER,
        sides=(Side(first.evidence.text, (first.evidence,)), Side(second.evidence.text, (second.evidence,))),
    )
