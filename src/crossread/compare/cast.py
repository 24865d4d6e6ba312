"""The cast of a story: its entities, and which mention of which account denotes which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crossread.record.annotation import Account, EntityType, Mention, MentionForm, Party
from crossread.record.dossier import Entity, Who
from crossread.record.span import Span
from crossread.text.lexicon import words as lexicon_words
from crossread.text.listing import listed
from crossread.text.offices import office

# Words that point at somebody and name nobody.
_POINTERS = listed("i me we us you he him she her it they them who which that this")
# Words that describe nobody in particular: "a man", "the teenager".
_ANYBODY = lexicon_words("role_words", "nobody in particular")
# Bare nouns for an outlet or a firm that the account has named before: where it could not be settled which one, two
# accounts may well mean two. A story has one panel or council more often than not.
_TAKEN_UP = frozenset(
    f"the {noun}"
    for noun in listed(
        "airline bank broadcaster carrier channel company corporation firm magazine manufacturer network newspaper"
        " outlet paper publication regulator retailer station website"
    )
)
_ACTORS = (EntityType.PERSON, EntityType.ORGANISATION)
_ARTICLE_OR_NONE = ("", "the", "both")
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
_AGE = re.compile(r"(?:,\s*(?:aged\s)?\d{1,3},?)?")
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "your"))
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

        A pronoun gets the words of the description it stands for. A span over several named mentions that "and"
        ties together is several: Who("Anna Weber and Jon Cole", None, …), the fullest names in text order, without
        an entity; `parties` gives them one by one. None where there is no party, or only a pronoun that could not
        be settled.
        """
        if party is None:
            return None
        evidence = account.evidence(party.span)
        entity = self.denoted(account, party)
        if entity is not None:
            return Who(entity.name, entity.id, evidence)
        several = self.parties(account, party)
        if len(several) > 1:
            return Who(_listed([one.name for one in several]), None, evidence)
        words = _words(account, party)
        return None if words is None else Who(words, None, evidence)

    def denoted(self, account: Account, party: Party) -> Entity | None:
        """Return the entity that a party of an account is, None where that is not known."""
        number = _number(account, party)
        entity = None if number is None else self.entity_of(account.id, number)
        return entity or self._named_behind_role(account, party.span)

    def _named_behind_role(self, account: Account, span: Span) -> Entity | None:
        """Return the person at the end of words that hold only his role before: "her brother Leo", "Leo, 23"."""
        for number in account.mentions_in(span):
            mention = account.annotation.mentions[number]
            if mention.form is not MentionForm.NAME or mention.type is not EntityType.PERSON:
                continue
            if _AGE.fullmatch(account.text, mention.span.end, span.end) is None:
                continue
            start = min((role.start for role in mention.roles), default=mention.span.start)
            before = account.text[span.start : start].split()
            role_before = all(
                span.contains(role) and role.end <= mention.span.start for role in mention.roles
            )
            if role_before and (not before or (len(before) == 1 and before[0].lower() in _DETERMINERS)):
                return self.entity_of(account.id, number)
        return None

    def parties(self, account: Account, party: Party) -> tuple[Who, ...]:
        """Return those whom a party's words name, tied by "and" alone, in text order; () where that is not so.

        "Home Secretary Anna Weber and London mayor Jon Cole" are two; "Weber's talks with Cole" and "Marks and Cole
        of Leeds" are none.
        """
        mentions = account.annotation.mentions
        inside = [
            (number, mentions[number])
            for number in account.mentions_in(party.span)
            if mentions[number].span != party.span
        ]
        parts: list[tuple[Span, Who]] = []
        for number, mention in inside:
            entity = self.entity_of(account.id, number)
            if entity is not None and mention.form is MentionForm.NAME and entity.type in _ACTORS:
                first = min((mention.span.start, *(role.start for role in mention.roles)))
                whole = Span(first, mention.span.end)
                whole = whole if party.span.contains(whole) else mention.span
                parts.append((whole, Who(entity.name, entity.id, account.evidence(mention.span))))
        parts = [one for one in parts if not any(_within(one[0], other[0]) for other in parts)]
        return (
            tuple(who for _, who in parts)
            if _are_all(account.text, party.span, [s for s, _ in parts])
            else ()
        )

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The fullest name of each entity by its id."""
        return {entity.id: entity.name for entity in self.entities}

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of the persons."""
        return frozenset(entity.id for entity in self.entities if entity.type is EntityType.PERSON)

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of the places."""
        return frozenset(entity.id for entity in self.entities if entity.type is EntityType.PLACE)


def _within(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.contains(inner)


def _are_all(text: str, whole: Span, parts: Sequence[Span]) -> bool:
    """Whether the parts, two or more, make up the whole with nothing but "and", commas and articles between them."""
    if len(parts) < 2:
        return False
    edges = [whole.start, *(edge for part in parts for edge in (part.start, part.end)), whole.end]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return (
        not gaps[-1].strip()
        and gaps[0].strip().lower() in _ARTICLE_OR_NONE
        and all(map(_COMMA.fullmatch, gaps[1:-2]))
        and _AND.fullmatch(gaps[-2]) is not None
    )


def _listed(names: Sequence[str]) -> str:
    """Join names as prose does: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _number(account: Account, party: Party) -> int | None:
    """Return the number of the mention that a party is, None for none."""
    if party.mention is not None:
        return party.mention
    mentions = account.annotation.mentions
    return next((n for n in account.mentions_in(party.span) if mentions[n].span == party.span), None)


def _words(account: Account, party: Party) -> str | None:
    """Return the words for somebody without an entity; None for a pronoun that stands for nothing known."""
    number = _number(account, party)
    mention = None if number is None else account.annotation.mentions[number]
    if mention is not None and mention.form is MentionForm.PRONOUN:
        return _described(account, mention)
    words = " ".join(party.span.of(account.text).split())
    pointing = words.lower() in _POINTERS | _TAKEN_UP and words != "US"
    return None if pointing or not words else words


def _described(account: Account, pronoun: Mention) -> str | None:
    """Return the fullest words of the chain a pronoun belongs to, without a leading article.

    None for "a man", and for somebody who is not introduced: "the champion".
    """
    chain = [
        " ".join(mention.span.of(account.text).split())
        for mention in account.annotation.mentions
        if pronoun.chain is not None
        and mention.chain == pronoun.chain
        and mention.form is not MentionForm.PRONOUN
    ]
    if not chain or chain[0].lower().startswith("the "):
        return None  # somebody whom the account takes for known, and names elsewhere
    words = max(chain, key=len)
    article = next((a for a in _ARTICLES if words.lower().startswith(a)), "")
    said = office(words)
    return None if said.head in _ANYBODY and not said.words else words[len(article) :] or None
