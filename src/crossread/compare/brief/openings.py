"""How each account opens, word for word: what accounts put first can be read beside each other, unjudged."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.brief.candidates import LEAD, told_sentences
from crossread.compare.claims.showing import is_clean, joined
from crossread.record.annotation import Account
from crossread.record.span import Evidence, trimmed
from crossread.text.datelines import behind_dateline


def openings(accounts: Sequence[Account]) -> tuple[Evidence, ...]:
    """Return each account's first sentence that tells something; none for an account that has no such sentence."""
    return tuple(found for account in accounts if (found := _opening(account)) is not None)


def _opening(account: Account) -> Evidence | None:
    """Return the first of an account's lead that is a whole sentence, else its very first."""
    lead = [joined(account, sentence) for sentence in told_sentences(account)[:LEAD]]
    if not lead:
        return None
    chosen = next((sentence for sentence in lead if is_clean(account, sentence)), lead[0])
    return account.evidence(behind_dateline(account.text, trimmed(account.text, chosen.span)))
