"""Which claims tell what another one tells: each is shown once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crossread.compare.claims.said import Saying, says_it
from crossread.record.dossier import Claim
from crossread.text.words import forms

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


def distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims without those that repeat one before them."""
    kept: list[Claim] = []
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not any(repeats(claim, other) for other in by_article[claim.support[0].evidence.article]):
            kept.append(claim)
            for one in claim.support:
                by_article[one.evidence.article].append(claim)
    return tuple(kept)


def repeats(claim: Claim, other: Claim) -> bool:
    """Whether the words shown for a claim are those of another: two clauses of one sentence are shown once."""
    if claim.disputed:
        return False
    return claim.text == other.text or all(
        any(one.evidence.overlaps(own.evidence) for one in other.support) for own in claim.support
    )


def is_of(claim: Claim, told: Sequence[Saying]) -> bool:
    """Whether a claim is a part of what somebody said to the same accounts."""
    quoting = {one.account.id for one in told}
    return all(one.evidence.article in quoting for one in claim.support) and says_it(
        told[0], forms(_spoken(claim.text))
    )


def _spoken(text: str) -> str:
    """Return the words of a claim without whose they are: those in marks if that is most of it, else all."""
    quoted = " ".join(_QUOTED.findall(text))
    return quoted if 2 * len(quoted) > len(text) else text
