"""Short sentences beside copied passages.

A sentence of six words shared by two accounts proves nothing by itself. Right
beside a passage that the two have from one source, in both, it is from there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from crossread.record.annotation import Account
from crossread.record.dossier import COPYING, Reuse
from crossread.record.span import Evidence, Span
from crossread.text.words import forms

# Fewest words of a neighbouring sentence: shorter ones ("He added:") are anybody's.
FEWEST = 4


def neighbours(accounts: Sequence[Account], reuse: Iterable[Reuse]) -> dict[str, list[tuple[Span, str]]]:
    """Return for each article the sentences beside its copied passages that follow them in the other account too.

    Each comes with the origin of the passage. Where sentences go on being the
    same word for word, all of them follow.
    """
    by_id = {account.id: account for account in accounts}
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for group in reuse:
        if group.kind not in COPYING or group.origin is None:
            continue
        for one, other in pairwise(group.members):
            if one.article == other.article or not {one.article, other.article} <= by_id.keys():
                continue
            for step in (1, -1):
                for a, b in _alike(by_id[one.article], one, by_id[other.article], other, step):
                    found[one.article].append((a, group.origin))
                    found[other.article].append((b, group.origin))
    return dict(found)


def _alike(
    account: Account, passage: Evidence, second: Account, copy: Evidence, step: int
) -> list[tuple[Span, Span]]:
    """Return the pairs of equal sentences from two passages onwards (`step` 1) or backwards (-1)."""
    here, there = _edge(account, passage, step), _edge(second, copy, step)
    pairs: list[tuple[Span, Span]] = []
    while True:
        here, there = here + step, there + step
        if not (0 <= here < len(account.analysis.sentences) and 0 <= there < len(second.analysis.sentences)):
            return pairs
        a, b = account.analysis.sentences[here].span, second.analysis.sentences[there].span
        words = forms(account.text, a)
        if len(words) < FEWEST or words != forms(second.text, b):
            return pairs
        pairs.append((a, b))


def _edge(account: Account, passage: Evidence, step: int) -> int:
    """Return the number of the last (or first) sentence that the passage touches."""
    touched = [n for n, s in enumerate(account.analysis.sentences) if s.span.overlaps(passage.span)]
    return (touched[-1] if step > 0 else touched[0]) if touched else -2
