"""Who shares wording with whom: passages that accounts have in common, and a table of how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from crossread.present import words
from crossread.present.sources import Citation, Sources, labels_of
from crossread.record.dossier import COPYING, Origin, OriginKind, Reuse


@dataclass(frozen=True, slots=True)
class Shared:
    """Passages of different accounts with the same wording. `origin` is "" where none was traced."""

    id: str
    kind: str
    copied: bool
    origin: str
    origin_basis: str
    citations: tuple[Citation, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(self.citations)


@dataclass(frozen=True, slots=True)
class Pair:
    """What two accounts share: passages of the same wording, and quotations of the same words."""

    first: str
    second: str
    copied: tuple[Shared, ...]
    quoted: tuple[Shared, ...]

    @property
    def anchor(self) -> str:
        return f"shared-{self.first}-{self.second}"

    @property
    def amount(self) -> str:
        """How much they share, in words."""
        copied = words.count(len(self.copied), "passage") if self.copied else ""
        quoted = words.count(len(self.quoted), "quotation") if self.quoted else ""
        return " and ".join(part for part in (copied, quoted) if part)


@dataclass(frozen=True, slots=True)
class Sharing:
    """All shared passages, and the pairs of accounts that have some, by their labels."""

    passages: tuple[Shared, ...] = ()
    pairs: tuple[Pair, ...] = ()

    def pair(self, one: str, other: str) -> Pair | None:
        """Return what two accounts share, in whichever order they are named; None where nothing."""
        return next((p for p in self.pairs if {p.first, p.second} == {one, other}), None)


def build(reuse: Iterable[Reuse], origins: Iterable[Origin], sources: Sources) -> Sharing:
    """Return the shared passages, copies before quotations, and those in most accounts first."""
    known = {origin.id: origin for origin in origins}
    shown = [_shared(item, known, sources) for item in reuse if item.members]
    passages = tuple(sorted(shown, key=lambda s: (not s.copied, -len(s.labels))))
    return Sharing(passages, tuple(_pairs(passages, sources)))


def _shared(reuse: Reuse, known: Mapping[str, Origin], sources: Sources) -> Shared:
    origin = known.get(reuse.origin or "")
    return Shared(
        id=reuse.id,
        kind=words.REUSES[reuse.kind],
        copied=reuse.kind in COPYING,
        origin=_named(origin) if origin else "",
        origin_basis=origin.basis if origin else "",
        citations=sources.cite_all(reuse.members),
    )


def _named(origin: Origin) -> str:
    """Return whom a passage comes from; of what kind that is, where it is known."""
    kind = words.origin_kind(origin.kind)
    if origin.name is None:
        return kind
    return origin.name if origin.kind is OriginKind.UNKNOWN else f"{origin.name} ({kind})"


def _pairs(passages: tuple[Shared, ...], sources: Sources) -> Iterable[Pair]:
    by_pair: dict[tuple[str, str], list[Shared]] = {}
    for passage in passages:
        for pair in combinations(passage.labels, 2):
            by_pair.setdefault(pair, []).append(passage)
    order = list(sources.labels.values())
    for first, second in sorted(by_pair, key=lambda pair: (order.index(pair[0]), order.index(pair[1]))):
        found = by_pair[first, second]
        yield Pair(
            first,
            second,
            copied=tuple(s for s in found if s.copied),
            quoted=tuple(s for s in found if not s.copied),
        )
