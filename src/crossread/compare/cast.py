"""The cast of a story: its entities, and which mention of which account denotes which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crossread.record.annotation import Account, Mention, MentionForm, Party
from crossread.record.dossier import Entity, Who
from crossread.record.span import Span

# Words that point at somebody and name nobody.
_POINTERS = frozenset(
    (
        "i",
        "me",
        "we",
        "us",
        "you",
        "he",
        "him",
        "she",
        "her",
        "it",
        "they",
        "them",
        "who",
        "which",
        "that",
        "this",
    )
)
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True)
class Cast:
    """The entities of a story in the order of their first mentions.

    `of` gives the entity's id by (article id, number of the mention in its annotation).
    """

    entities: tuple[Entity, ...] = ()
    of: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def entity_of(self, article: str, mention: int) -> Entity | None:
        """Return the entity that a mention of an article denotes, None where that is not known."""
        id = self.of.get((article, mention))
        return None if id is None else self._by_id.get(id)

    def entity(self, id: str) -> Entity | None:
        """Return the entity with this id, if the story has it."""
        return self._by_id.get(id)

    def who(self, account: Account, party: Party | None) -> Who | None:
        """Return who a party of an account is: the entity by its fullest name, else the words that name it.

        A pronoun gets the words of the description it stands for. None where there is no party, or only a
        pronoun that could not be settled.
        """
        if party is None:
            return None
        mentions = account.annotation.mentions
        number = party.mention if party.mention is not None else _mention_at(mentions, party.span)
        evidence = account.evidence(party.span)
        if number is not None:
            entity = self.entity_of(account.id, number)
            if entity is not None:
                return Who(entity.name, entity.id, evidence)
        words = _words(account, party, None if number is None else mentions[number])
        return None if words is None else Who(words, None, evidence)

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}


def _mention_at(mentions: tuple[Mention, ...], span: Span) -> int | None:
    return next((number for number, mention in enumerate(mentions) if mention.span == span), None)


def _words(account: Account, party: Party, mention: Mention | None) -> str | None:
    """Return the words for somebody without an entity; None for a pronoun that stands for nothing known."""
    if mention is not None and mention.form is MentionForm.PRONOUN:
        return _described(account, mention)
    words = " ".join(party.span.of(account.text).split())
    return None if words.lower() in _POINTERS or not words else words


def _described(account: Account, pronoun: Mention) -> str | None:
    """Return the fullest words of the chain a pronoun belongs to, without a leading article."""
    chain = [
        " ".join(mention.span.of(account.text).split())
        for mention in account.annotation.mentions
        if pronoun.chain is not None
        and mention.chain == pronoun.chain
        and mention.form is not MentionForm.PRONOUN
    ]
    if not chain:
        return None
    words = max(chain, key=len)
    article = next((a for a in _ARTICLES if words.lower().startswith(a)), "")
    return words[len(article) :]
