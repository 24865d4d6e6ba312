"""How each account opens, word for word: what accounts put first can be read beside each other, unjudged.

And what the newest one begins with: where a matter goes on, its last turn is often told by one account alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread.compare.brief.candidates import LEAD, Candidate, told_sentences
from crossread.compare.claims.showing import is_clean, joined
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account
from crossread.record.article import DateRange
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


def newest(accounts: Sequence[Account], own_day: Mapping[str, DateRange | None]) -> frozenset[str]:
    """Return the accounts of the last day; none where it is not sure that all others are of days before it."""
    days = {account.id: own_day.get(account.id) for account in accounts}
    known = {id: day for id, day in days.items() if day is not None}
    last = max((day.earliest for day in known.values()), default=None)
    of_last = frozenset(id for id, day in known.items() if day.earliest == last)
    before = [day.latest for id, day in known.items() if id not in of_last]
    sure = len(known) == len(days) and before and last and max(before) < last
    return of_last if sure else frozenset()


def last_turn(
    found: Sequence[Candidate],
    accounts: Sequence[Account],
    of_last: frozenset[str],
    told: Sequence[Evidence],
) -> Candidate | None:
    """Return the sentence with which an account of the last day opens, if it tells what happened or who says it.

    None where something is `told` in brief that such an account opens with.
    """
    by_id = {account.id: account for account in accounts}
    opening = [one for one in found if one.evidence.article in of_last and one.depth == 0]
    if any(one.evidence.overlaps(words) for one in opening for words in told):
        return None
    news = [one for one in opening if one.report or _happened(by_id[one.evidence.article].analysis, one)]
    return max(news, key=lambda one: one.news, default=None)


def _happened(analysis: Analysis, one: Candidate) -> bool:
    """Whether a sentence tells what has been done: its verb is past or perfect."""
    inside = analysis.tokens_in(one.evidence.span)
    roots = [i for i in inside if analysis.tokens[i].head == i and analysis.tokens[i].upos == "VERB"]
    return any(analysis.tokens[i].tag in {"VBD", "VBN"} for i in roots)
