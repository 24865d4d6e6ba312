"""What a story is about, and where the openings of its accounts end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossread.compare.timeline.words import is_class, with_classes
from crossread.record.annotation import Account
from crossread.text.listing import listed

_LEAD = 3  # an account opens with so many telling sentences
# Nouns that may stand for any of a story's parties, so that "the group" is not known from its topic.
_ANYBODY = listed("""group company firm agency organisation organization man woman people person official spokesman
    spokeswoman leader member couple pair team one side party move""")


def topic_of(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the nouns with which most of the accounts open, or of kinds of happenings that most tell of."""
    counts = Counter(lemma for account in accounts for lemma in _nouns(account))
    return frozenset(lemma for lemma, count in counts.items() if count * 2 > len(accounts)) - _ANYBODY


def _nouns(account: Account) -> frozenset[str]:
    lead = end_of_lead(account)
    nouns = [token for token in account.analysis.tokens if token.upos == "NOUN"]
    opening = {token.lemma.lower() for token in nouns if token.end <= lead}
    others = {token.lemma.lower() for token in nouns} - opening
    return frozenset(opening.union(one for one in others if any(map(is_class, with_classes((one,))))))


def end_of_lead(account: Account, sentences: int = _LEAD) -> int:
    """Return where the first telling sentences of an account end."""
    telling = account.sentences[:sentences]
    return telling[-1].end if telling else 0
