"""Agreed, contested, only in one: claims by accounts, and where accounts stand against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crossread.present import words
from crossread.present.sources import Citation, Sources, by_account, labels_of
from crossread.record.dossier import (
    Claim,
    Conflict,
    ConflictKind,
    Origin,
    OriginKind,
    Stance,
    Statement,
    Support,
)
from crossread.record.span import Evidence

# The name that a claim's text gives in brackets after a pronoun.
_GLOSS = re.compile(r" \[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Wording:
    """One account's wording of a claim.

    `stance` is asserts, denies or hedges; `notes` say whom the account names
    for it, and where it comes from where that is known.
    """

    stance: str
    citation: Citation
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim with each account's wordings, by label; `independence` is in plain words.

    `attribution` says whose assertion it is, where `text` does not say so and
    the account does not say it in its own voice.
    """

    id: str
    text: str
    attribution: str
    disputed: bool
    accounts: int
    outlets: str
    origins: str
    independence: str
    wordings: Mapping[str, tuple[Wording, ...]]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(wording.citation for many in self.wordings.values() for wording in many)


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a contested slot; `said_by` names those who are reported to give it."""

    value: str
    citations: tuple[Citation, ...]
    said_by: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(self.citations)


@dataclass(frozen=True, slots=True)
class Contest:
    """Accounts that stand against each other on one slot, or a later account that has newer word of it."""

    id: str
    slot: str
    kind: str
    sides: tuple[Side, ...]
    update: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for side in self.sides for citation in side.citations)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a story, parted by how the accounts stand to them.

    `contested` and `updates` are slots with their sides; `disputed` are claims
    that some account denies or puts otherwise; `agreed` stand in two accounts or more; `single`
    are the claims that only one account makes, by its label, what matters most first. `openings`
    are the first sentences of several accounts, held against nothing.
    """

    contested: tuple[Contest, ...] = ()
    updates: tuple[Contest, ...] = ()
    disputed: tuple[Assertion, ...] = ()
    agreed: tuple[Assertion, ...] = ()
    single: Mapping[str, tuple[Assertion, ...]] = field(default_factory=dict)
    openings: tuple[Citation, ...] = ()

    @property
    def total(self) -> int:
        return len(self.disputed) + len(self.agreed) + sum(map(len, self.single.values()))


def build(
    claims: Iterable[Claim],
    conflicts: Iterable[Conflict],
    origins: Iterable[Origin],
    statements: Iterable[Statement],
    openings: Sequence[Evidence],
    sources: Sources,
) -> Claims:
    """Return the claims that have evidence; the ones most accounts make come first."""
    names = {origin.id: origin for origin in origins}
    shown = [_assertion(claim, names, sources) for claim in claims if claim.support]
    shared = sorted((a for a in shown if len(a.wordings) > 1), key=_rank)
    said = tuple(statement for statement in statements if statement.speaker and statement.speaker.name)
    contests = [_contest(conflict, said, sources) for conflict in conflicts if len(sides_shown(conflict)) > 1]
    return Claims(
        contested=tuple(c for c in contests if not c.update),
        updates=tuple(c for c in contests if c.update),
        disputed=tuple(a for a in shared if a.disputed),
        agreed=tuple(a for a in shared if not a.disputed),
        single=_single([a for a in shown if len(a.wordings) == 1], sources),
        openings=tuple(map(sources.cite, openings)) if len(openings) > 1 else (),
    )


def _rank(assertion: Assertion) -> int:
    return -len(assertion.wordings)


def _single(assertions: list[Assertion], sources: Sources) -> dict[str, tuple[Assertion, ...]]:
    grouped = {name: tuple(a for a in assertions if name in a.wordings) for name in sources.labels.values()}
    return {name: found for name, found in grouped.items() if found}


def _assertion(claim: Claim, names: Mapping[str, Origin], sources: Sources) -> Assertion:
    support = {item.evidence: item for item in claim.support}
    cited = by_account(sources.cite_all(support))
    lookup = {sources.cite(evidence): item for evidence, item in support.items()}
    return Assertion(
        id=claim.id,
        text=claim.text,
        attribution=_attribution(claim),
        disputed=claim.disputed,
        accounts=claim.accounts,
        outlets=words.bounded(claim.outlets, "outlet"),
        origins=words.bounded(claim.origins, "origin"),
        independence=_dispute(claim, sources) + words.independence(claim),
        wordings={
            name: tuple(_wording(citation, lookup[citation], names) for citation in citations)
            for name, citations in cited.items()
        },
    )


def _dispute(claim: Claim, sources: Sources) -> str:
    """Return who disputes a claim, for its reader: those who deny it, else that figures or days differ."""
    if not claim.disputed:
        return ""
    denied = [item.evidence for item in claim.support if item.stance is Stance.DENIES]
    if denied:
        labels = labels_of(sources.cite_all(denied))
        return f"denied by {' and '.join(labels)} · "
    return "the accounts below differ in its figures or days · "


def _attribution(claim: Claim) -> str:
    """Return whose the words are that stand for the claim."""
    if any(claim.text.startswith(f"{item.attributed_to}: “") for item in claim.support):
        return ""
    first, *_, last = [*_GLOSS.sub("", claim.text).split(" … ", 1)] * 2  # two where a "who" is left out
    told = [item for item in claim.support if item.evidence.text.startswith(first)]
    worded = [item for item in told if item.evidence.text.endswith(last)] or claim.support[:1]
    if any(item.attributed_to is None or item.framed for item in worded):
        return ""
    names = dict.fromkeys(item.attributed_to for item in worded if item.attributed_to)
    return f"according to {' and '.join(names)}"


def _wording(citation: Citation, support: Support, names: Mapping[str, Origin]) -> Wording:
    origin = names.get(support.origin or "")
    notes = (
        f"as said by {support.attributed_to}" if support.attributed_to and not support.framed else "",
        _origin(origin, support.attributed_to or "") if origin else "",
    )
    return Wording(words.STANCES[support.stance], citation, tuple(note for note in notes if note))


def _origin(origin: Origin, already: str) -> str:
    """Return where a wording comes from, without naming again whom the account names `already`."""
    if origin.kind is OriginKind.UNKNOWN:
        return f"from {origin.name}" if origin.name and origin.name != already else ""
    kind = words.origin_kind(origin.kind)
    if origin.name in (None, already):
        return kind
    return f"from {origin.name} ({kind})"


def sides_shown(conflict: Conflict) -> list[tuple[str, tuple[Evidence, ...]]]:
    return [(side.value, side.evidence) for side in conflict.sides if side.evidence]


def _contest(conflict: Conflict, said: Sequence[Statement], sources: Sources) -> Contest:
    return Contest(
        id=conflict.id,
        slot=conflict.slot,
        kind=words.CONFLICTS[conflict.kind],
        sides=tuple(
            Side(value, sources.cite_all(evidence), _speakers(evidence, said))
            for value, evidence in sides_shown(conflict)
        ),
        update=conflict.kind is ConflictKind.UPDATE,
    )


def _speakers(evidence: Iterable[Evidence], said: Sequence[Statement]) -> tuple[str, ...]:
    """Return who is reported to say these words: whose holds most of them, or alone lies in them."""
    found: dict[str, None] = {}
    for words_ in evidence:
        parts = [
            (part, statement.speaker.name)
            for statement in said
            if statement.speaker and statement.speaker.name
            for part in statement.evidence
            if part.article == words_.article
        ]
        held: Counter[str] = Counter()
        for part, name in parts:
            held[name] += part.span.shared(words_.span)
        names = [name for name in held if 2 * held[name] > len(words_.span)]
        within = {name for part, name in parts if words_.span.contains(part.span)}
        found.update(dict.fromkeys(names or (within if len(within) == 1 else ())))
    return tuple(found)
