"""What may tell the outcome of an entry: any sentence behind it that names the one who has to act.

Such a sentence makes it `unclear` what came of the entry: nothing is then said of it, since "no response" would be a
finding that nobody made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossread.compare.cast import Cast
from crossread.compare.ledger.draft import Draft, Reply
from crossread.compare.ledger.matter import LONGEST_EVIDENCE
from crossread.compare.ledger.status import STANCES
from crossread.record.annotation import Account, Party
from crossread.record.span import Evidence, Span

UNCLEAR = "unclear"


def naming(accounts: Sequence[Account], cast: Cast) -> Mapping[str, Sequence[Evidence]]:
    """Return the telling sentences that name an entity, by name or pronoun, in reading order, by the entity's id."""
    found = defaultdict[str, list[Evidence]](list)
    for account in accounts:
        for sentence in account.sentences:
            short = Span(sentence.start, min(sentence.end, sentence.start + LONGEST_EVIDENCE))
            for entity in _named(account, sentence.span, cast):
                found[entity].append(account.evidence(short))
    return found


def _named(account: Account, span: Span, cast: Cast) -> frozenset[str]:
    mentions = account.annotation.mentions
    found = (cast.who(account, Party(mentions[i].span, i)) for i in account.mentions_in(span))
    return frozenset(who.entity for who in found if who is not None and who.entity is not None)


def told_on(draft: Draft, named: Mapping[str, Sequence[Evidence]]) -> tuple[Reply, ...]:
    """Return the first sentence behind the entry's own that names the one who has to act and is no reply already."""
    bound = draft.addressee or draft.actor
    if draft.kind in STANCES or bound is None or bound.entity is None:
        return ()
    answered = [words for _, _, words in draft.replies]
    for words in named.get(bound.entity, ()):
        if not _until(words, draft) and not any(words.overlaps(one) for one in answered):
            return ((UNCLEAR, None, words),)
    return ()


def _until(words: Evidence, draft: Draft) -> bool:
    """Whether words stand before an act of the entry in its account, or are its own."""
    acts = (m.act.span for m in draft.matters if m.account.id == words.article)
    return any(words.start < act.start or words.span.overlaps(act) for act in acts)
