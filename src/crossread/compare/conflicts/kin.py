"""One person's wife, husband or parent named differently: relations that hold to one person at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crossread.compare.conflicts.spellings import spelt_alike
from crossread.compare.slots import Resolver
from crossread.record.annotation import Account, EntityType, Mention, MentionForm
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

_S = r"[ \u00a0]"
# Relations that a person has to one other at a time, with their synonyms.
_RELATIONS = {
    "wife": "wife",
    "husband": "husband",
    "fiancee": "fiancée",
    "fiancée": "fiancée",
    "fiancé": "fiancé",
    "widow": "wife",
    "widower": "husband",
    "mother": "mother",
    "mum": "mother",
    "mom": "mother",
    "father": "father",
    "dad": "father",
}
_OWNED = re.compile(
    rf"\b(?P<owner>his|her|[A-Z][\w-]+(?:{_S}[A-Z][\w-]+)*[’']s?){_S}(?P<kin>{'|'.join(_RELATIONS)}),?{_S}(?=[A-Z])",
    re.UNICODE,
)
_OPENED = re.compile(rf"\b(?P<owner>His|Her){_S}(?P<kin>{'|'.join(_RELATIONS)}),?{_S}(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Kin:
    """A relative named by one account; `owner` is the entity's id and name, None where nobody is resolved."""

    order: int
    account: Account
    owner: tuple[str, str] | None
    relation: str
    name: str
    evidence: Evidence


def kin_conflicts(accounts: Sequence[Account], cast: Resolver) -> list[Conflict]:
    """Return the relatives whom different accounts name differently."""
    found = [kin for order, account in enumerate(accounts) for kin in _named(order, account, cast)]
    conflicts: dict[tuple[str, str, str], Conflict] = {}
    for one, other in combinations(found, 2):
        if one.order == other.order or one.relation != other.relation or not _apart(one, other):
            continue
        first, second = sorted((one.name, other.name))
        key = (one.relation, first, second)
        conflicts.setdefault(key, _conflict(one, other))
    return list(conflicts.values())


def _named(order: int, account: Account, cast: Resolver) -> Iterator[_Kin]:
    for pattern in (_OWNED, _OPENED):
        for match in pattern.finditer(account.text):
            span = Span(match.start(), match.end())
            mention = _person_at(account, match.end())
            if mention is None or not account.article.telling(span):
                continue
            owner = _owner(account, Span(match.start("owner"), match.end("owner")), cast)
            shown = account.evidence(Span(match.start(), mention.span.end))
            yield _Kin(
                order, account, owner, _RELATIONS[match["kin"]], (mention.name or "").split()[0], shown
            )


def _person_at(account: Account, start: int) -> Mention | None:
    """Return the named person whose name begins at `start`."""
    for mention in account.annotation.mentions:
        named = mention.type is EntityType.PERSON and mention.form is MentionForm.NAME and mention.name
        if named and mention.span.start == start:
            return mention
    return None


def _owner(account: Account, span: Span, cast: Resolver) -> tuple[str, str] | None:
    for index, mention in enumerate(account.annotation.mentions):
        if mention.span.overlaps(span) and mention.type is EntityType.PERSON:
            entity = cast.entity_of(account.id, index)
            return (entity.id, entity.name) if entity else None
    return None


def _apart(one: _Kin, other: _Kin) -> bool:
    """Whether two accounts name one person's relative by names that are not one name's forms."""
    if one.name.casefold() == other.name.casefold():
        return False
    if _uses(one.account, other.name) or _uses(other.account, one.name):
        return False
    if spelt_alike(one.name.casefold(), other.name.casefold()):
        return one.owner is None or other.owner is None or one.owner == other.owner
    return one.owner is not None and one.owner == other.owner and one.name[0] != other.name[0]


def _uses(account: Account, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", account.text))


def _conflict(one: _Kin, other: _Kin) -> Conflict:
    owner = one.owner or other.owner
    whose = f"{owner[1]}'s {one.relation}" if owner else f"the {one.relation}"
    return Conflict(
        id=founded_id("conflict", one.evidence, "kin", one.relation),
        slot=f"name of {whose}",
        kind=ConflictKind.NAME,
        sides=(Side(one.name, (one.evidence,)), Side(other.name, (other.evidence,))),
    )
