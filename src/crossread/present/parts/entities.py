"""People, organisations, places: one entry each, with all names and roles used, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.present import words
from crossread.present.sources import Citation, Sources, labels_of
from crossread.record.annotation import EntityType
from crossread.record.dossier import Entity, EntityRole


@dataclass(frozen=True, slots=True)
class Function:
    """A role in an account's words, and where it is used."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something named: all names used, roles, and every place."""

    id: str
    name: str
    also: tuple[str, ...]
    roles: tuple[Function, ...]
    citations: tuple[Citation, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(self.citations)


@dataclass(frozen=True, slots=True)
class Register:
    """The entries of one type, those in most accounts first."""

    title: str
    entries: tuple[Named, ...]


def build(entities: Iterable[Entity], sources: Sources) -> tuple[Register, ...]:
    """Return the entities that are mentioned, by type: people, organisations, places, groups."""
    shown = [entity for entity in entities if entity.mentions]
    registers = []
    for kind in EntityType:
        named = [_named(entity, sources) for entity in shown if entity.type is kind]
        if named:
            ranked = sorted(named, key=lambda n: (-len(n.labels), -len(n.citations), n.name))
            registers.append(Register(words.ENTITIES[kind], tuple(ranked)))
    return tuple(registers)


def _named(entity: Entity, sources: Sources) -> Named:
    return Named(
        id=entity.id,
        name=entity.name,
        also=tuple(alias for alias in dict.fromkeys(entity.aliases) if alias != entity.name),
        roles=tuple(_function(role, sources) for role in entity.roles if role.evidence),
        citations=sources.cite_all(entity.mentions),
    )


def _function(role: EntityRole, sources: Sources) -> Function:
    return Function(role.text, sources.cite_all(role.evidence))
