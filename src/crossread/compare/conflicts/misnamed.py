"""One office-holder under two last names: the same title and first name before each of them.

Two people of one first name seldom hold one office of two words or more in one
story. The odd last name must stand in one account alone, and there once: who
is spoken of again is somebody else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.compare.conflicts.spellings import spelt_alike
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence

# Capitalised words before a name: its title, without what begins the sentence ("The").
_TITLE = re.compile(r"(?:[A-Z][a-z]+(?:[ \u00a0]|-)){1,4}$")
_LONGEST_TITLE = 60
# What tells a son from his father.
_SUFFIX = re.compile(r"[ ,]+(?:Jr|Sr|II|III|IV)\b\.?")
# Words of a title from which an office has one holder, or few; below, many judges are called John.
_WORDS = 2
# Accounts in which the other last name must stand, so that it is known to be the usual one.
_KNOWN_IN = 2


@dataclass(frozen=True, slots=True)
class _Titled:
    """A full name with the title before it."""

    account: Account
    title: str
    first: str
    last: str
    evidence: Evidence


def misnamed_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the office-holders whom one account calls by a last name that no other account has."""
    holders: dict[tuple[str, str], list[_Titled]] = defaultdict(list)
    for account in accounts:
        for one in _titled(account):
            holders[one.title, one.first].append(one)
    return [conflict for held in holders.values() for conflict in _differing(accounts, held)]


def _titled(account: Account) -> Iterator[_Titled]:
    for name in account.analysis.names:
        parts = _SUFFIX.sub("", name.text).split()
        if name.type != "PERSON" or len(parts) < _WORDS or not account.article.telling(name.span):
            continue
        before = _TITLE.search(account.text, max(0, name.start - _LONGEST_TITLE), name.start)
        title = before.group().replace("-", " ").casefold().split() if before else []
        if len(title) >= _WORDS:
            shown = account.evidence(name.span)
            yield _Titled(account, " ".join(title[-_WORDS:]), parts[0], parts[-1].rstrip("’s'"), shown)


def _differing(accounts: Sequence[Account], held: Sequence[_Titled]) -> Iterator[Conflict]:
    names = {one.last for one in held}
    if len(names) < 2:
        return
    known = {last for last in names if _accounts_with(accounts, last) >= _KNOWN_IN}
    usual = [one for one in held if one.last in known]
    for odd in held:
        if odd in usual or len(re.findall(rf"\b{re.escape(odd.last)}\b", odd.account.text)) != 1:
            continue
        others = [one for one in usual if one.account.id != odd.account.id]
        longer = any(odd.last in one.evidence.text or one.last in odd.evidence.text for one in others)
        if longer:
            continue  # two last names, of which one account gives the first
        if len({one.last for one in others}) == 1 and not spelt_alike(odd.last, others[0].last):
            yield _conflict(others, odd)


def _accounts_with(accounts: Sequence[Account], last: str) -> int:
    word = re.compile(rf"\b{re.escape(last)}\b")
    return sum(last in account.text and word.search(account.text) is not None for account in accounts)


def _conflict(usual: Sequence[_Titled], odd: _Titled) -> Conflict:
    first = {one.account.id: one.evidence for one in reversed(usual)}
    return Conflict(
        id=founded_id("conflict", odd.evidence, "misnamed"),
        slot=f"name of {usual[0].title.title()} {usual[0].first}",
        kind=ConflictKind.NAME,
        sides=(
            Side(usual[0].evidence.text, tuple(reversed(first.values()))),
            Side(odd.evidence.text, (odd.evidence,)),
        ),
    )
