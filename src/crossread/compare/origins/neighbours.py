"""Short sentences beside copied passages.

A sentence of six words shared by two accounts proves nothing by itself, nor one with every third word another. Right
beside a passage that the two have from one source, in both, it is from there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from crossread.record.annotation import Account
from crossread.record.dossier import COPYING, Reuse
from crossread.record.span import Evidence, Span
from crossread.text.similar import common_runs
from crossread.text.words import forms

# Fewest words of a neighbouring sentence: shorter ones ("He added:") are anybody's.
FEWEST = 4
# This part of the shorter sentence's words, at least, stands in the other one in the same order where it was edited; as
# of passages that are found by themselves (`compare.reuse.REWORDED`), where more words must be shared.
EDITED = 0.65
# At least this part of a sentence lies in a passage that is copied to be the passage's.
INSIDE = 0.5


def neighbours(accounts: Sequence[Account], reuse: Iterable[Reuse]) -> dict[str, list[tuple[Span, str]]]:
    """Return for each article the sentences beside its copied passages that follow them in the other account too.

    Each comes with the origin that one of the two has as a copy of others, else
    with that of the passage. Where sentences go on being the same, all follow.
    """
    by_id = {account.id: account for account in accounts}
    copied = [group for group in reuse if group.kind in COPYING and group.origin is not None]
    known: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for group in copied:
        for member in group.members:
            known[member.article].append((member.span, group.origin or ""))
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    # What goes on from a passage has its origin before what leads to another one.
    for step, group in product((1, -1), copied):
        for one, other in pairwise(group.members):
            if one.article == other.article or not {one.article, other.article} <= by_id.keys():
                continue
            for a, b in _alike(by_id[one.article], one, by_id[other.article], other, step):
                own = _origin(known[one.article], a) or _origin(known[other.article], b)
                found[one.article].append((a, own or group.origin or ""))
                found[other.article].append((b, own or group.origin or ""))
    return dict(found)


def _origin(known: Iterable[tuple[Span, str]], sentence: Span) -> str | None:
    """Return the origin of the copied passage that a sentence lies in."""
    return next((origin for span, origin in known if span.shared(sentence) >= INSIDE * len(sentence)), None)


def _alike(
    account: Account, passage: Evidence, second: Account, copy: Evidence, step: int
) -> list[tuple[Span, Span]]:
    """Return the pairs of sentences that are the same from two passages onwards (`step` 1) or backwards (-1)."""
    here, there = _edge(account, passage, step), _edge(second, copy, step)
    pairs: list[tuple[Span, Span]] = []
    while True:
        here, there = here + step, there + step
        if not (0 <= here < len(account.analysis.sentences) and 0 <= there < len(second.analysis.sentences)):
            return pairs
        a, b = account.analysis.sentences[here].span, second.analysis.sentences[there].span
        if not _same(forms(account.text, a), forms(second.text, b)):
            return pairs
        pairs.append((a, b))


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sentences are one, perhaps with some words replaced, left out or added."""
    if min(len(one), len(other)) < FEWEST:
        return False
    held = sum(run.length for run in common_runs(one, other))
    return one == other or (held > FEWEST and held >= EDITED * min(len(one), len(other)))


def _edge(account: Account, passage: Evidence, step: int) -> int:
    """Return the number of the last (or first) sentence that the passage touches."""
    touched = [n for n, s in enumerate(account.analysis.sentences) if s.span.overlaps(passage.span)]
    return (touched[-1] if step > 0 else touched[0]) if touched else -2
