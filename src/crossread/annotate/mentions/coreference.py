"""Which mentions of one article denote the same: names and their parts, roles and their holders, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.annotate.mentions import introductions, kin, officeholders, pronouns
from crossread.annotate.mentions.chains import Chain, is_definite, told_office
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Gender, Mention, MentionForm
from crossread.text import bodies, seats
from crossread.text.ages import age_alone
from crossread.text.bodies import body_key
from crossread.text.institutions import place_key
from crossread.text.lexicon import words
from crossread.text.names import (
    called_by,
    key,
    may_be_first_name,
    parse,
    same_person,
    same_suffix,
    similar_spelling,
    surnames,
)
from crossread.text.offices import Office, is_sole, office, tells_country
from crossread.text.titles import UNIQUE_RANKS, WITH_FIRST_NAME, plain, title_gender

_KIN = words("role_words", "kin")

# So many uses of a short form for one person make it that person's, though a namesake is introduced later.
# Tried 1 to 3: one use in a headline is too little.
ESTABLISHED = 2


def link(reading: Reading, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with their chains, numbered in the order of their first mentions."""
    chains = [
        *_persons(reading, mentions),
        *_named_bodies(reading.text, mentions),
        *_others(mentions, (EntityType.PLACE, EntityType.GROUP)),
    ]
    _descriptions(reading, mentions, chains)
    chains = introductions.join(reading, mentions, chains)
    chains.sort(key=lambda chain: chain.members[0])
    of: list[int | None] = [None] * len(mentions)
    for number, chain in enumerate(chains):
        for member in chain.members:
            of[member] = number
    genders = {number: chain.gender for number, chain in enumerate(chains)}
    of_pronouns = pronouns.resolve(reading, mentions, of, genders)
    for number, settled in of_pronouns.items():
        of[number] = settled
    for number, settled in kin.settle(reading, mentions, of, genders).items():
        of[number] = settled
    return tuple(
        mention if chain is None else replace(mention, chain=chain)
        for mention, chain in zip(mentions, of, strict=True)
    )


# ---------------------------------------------------------------- persons


def _persons(reading: Reading, mentions: Sequence[Mention]) -> list[Chain]:
    named = [
        number
        for number, mention in enumerate(mentions)
        if mention.type is EntityType.PERSON and mention.form is MentionForm.NAME
    ]
    # Captions come last: they may join a person of the story but never decide who is who.
    named.sort(key=lambda number: not reading.telling(mentions[number].span.start))
    chains: list[Chain] = []
    long_surnames = surnames(mentions[n].name for n in named)
    full = [n for n in named if parse(mentions[n].name).full and key(mentions[n].name) not in long_surnames]
    for number in full:
        _add_full_name(chains, number, mentions[number])
    _settle_offices(reading, mentions, chains)
    chains = _respelled(chains)
    _settle_genders(chains, mentions, named)
    for number in named:
        if number not in full:
            _add_part(reading, chains, number, mentions)
    _settle_offices(reading, mentions, chains)
    for chain in chains:
        chain.members.sort()
    return chains


def _settle_offices(reading: Reading, mentions: Sequence[Mention], chains: Iterable[Chain]) -> None:
    for chain in chains:
        chain.offices = []
        for mention in (mentions[member] for member in chain.members):
            roles = (span.of(reading.text) for span in mention.roles)
            chain.offices += seats.offices(reading.text, mention.span.end, roles)


def _add_full_name(chains: list[Chain], number: int, mention: Mention) -> None:
    parts = parse(mention.name)
    sure = title_gender(mention.title) is not None
    for chain in chains:
        if any(parts == n or (same_person(parts, n) and same_suffix(parts, n)) for n in chain.names):
            chain.names.append(parts)
            chain.add(number, mention.gender, sure=sure)
            return
    chain = Chain(EntityType.PERSON, names=[parts])
    chain.add(number, mention.gender, sure=sure)
    chains.append(chain)


def _settle_genders(chains: Sequence[Chain], mentions: Sequence[Mention], named: Sequence[int]) -> None:
    """Let a title before a surname tell the gender where only one full name has that surname."""
    for number in named:
        mention = mentions[number]
        told = title_gender(mention.title)
        if told is None or len(mention.name.split()) > 1:
            continue
        holders = [chain for chain in chains if _has_part(chain, mention)]
        if len(holders) == 1 and not holders[0].sure and holders[0].gender is None:
            holders[0].gender, holders[0].sure = told, True


def _add_part(reading: Reading, chains: list[Chain], number: int, mentions: Sequence[Mention]) -> None:
    """Add a surname or a first name to the only person it can be, or begin a chain of its own."""
    mention = mentions[number]
    told = title_gender(mention.title)
    full = [c for c in chains if _has_part(c, mention) and _agrees(c, told)]
    if not parse(mention.name).suffix:
        full = [c for c in full if not _is_junior(mentions, c)]
    in_story = [c for c in full if any(reading.telling(mentions[m].span.start) for m in c.members)]
    full = _bearers(in_story or full, number, mention)
    if len(full) == 1 and full[0].short < ESTABLISHED and _relative_named(reading, mentions, full[0], number):
        full = []
    own = [chain for chain in chains if key(mention.name) in chain.keys and _agrees(chain, told)]
    ranked = [chain for chain in own if chain.ranks]
    candidates = ranked or (full if len(full) == 1 else own)
    if candidates:
        candidates[0].add(number, told, sure=told is not None)
        candidates[0].short += candidates is full
        return
    chain = Chain(EntityType.PERSON, keys={key(mention.name)})
    chain.ranks = {plain(word) for word in mention.title.split()} & UNIQUE_RANKS
    chain.add(number, told or mention.gender, sure=told is not None)
    chains.append(chain)


def _is_junior(mentions: Sequence[Mention], chain: Chain) -> bool:
    """Whether the article calls somebody "Cole Jr.", so that a bare "Cole" is another one."""
    if not all(name.suffix for name in chain.names):
        return False
    short = (m for m in mentions if m.form is MentionForm.NAME and m.type is EntityType.PERSON)
    return any(parse(m.name).suffix and not parse(m.name).full and _has_part(chain, m) for m in short)


def _relative_named(reading: Reading, mentions: Sequence[Mention], chain: Chain, number: int) -> bool:
    """Whether a relative was named by a first name since the full name: in "Tom Hill's son Dan" either is a Hill."""
    last = max((m for m in chain.members if m < number and " " in mentions[m].name), default=number)
    return any(
        office(role.of(reading.text)).head in _KIN and role.overlaps(mentions[last].span)
        for between in mentions[last + 1 : number]
        if between.form is MentionForm.NAME and " " not in between.name
        for role in between.roles
    )


def _respelled(chains: Sequence[Chain]) -> list[Chain]:
    """Join full names that are spellings of one and have an office in common: "curator Kristin / Kristen Cole"."""
    kept: list[Chain] = []
    for chain in chains:
        heads = {held.head for held in chain.offices}
        alike = [
            other
            for other in kept
            if heads & {held.head for held in other.offices}
            and any(similar_spelling(a.whole, b.whole) for a in chain.names for b in other.names)
        ]
        if len(alike) == 1:
            alike[0].members += chain.members
            alike[0].names += chain.names
        else:
            kept.append(chain)
    return kept


def _bearers(chains: list[Chain], number: int, mention: Mention) -> list[Chain]:
    """Return those of the people with a name that a part of it may denote at this place.

    Only people named before count, if there are any: "Weber" is not whoever is introduced later. Among several,
    one who alone was called by the short form before keeps it.
    """
    if mention.title and plain(mention.title) in UNIQUE_RANKS:
        chains = [
            chain for chain in chains if any(held.head == plain(mention.title) for held in chain.offices)
        ]
    before = [chain for chain in chains if min(chain.members) < number]
    if len(before) <= 1:
        return before or chains
    called = [chain for chain in before if chain.short >= ESTABLISHED]
    return called if len(called) == 1 else before


def _has_part(chain: Chain, mention: Mention) -> bool:
    """Whether a surname or one word is a part of the chain's full names that it may stand for."""
    word = key(mention.name)
    parts = parse(mention.name)
    if parts.suffix:  # "Cole Jr.", "Don Jr."
        short = key(parts.surname)
        juniors = [name for name in chain.names if plain(name.suffix) == plain(parts.suffix)]
        return any(key(name.surname) == short or called_by(short, name.first) for name in juniors)
    middle = word in {key(part) for name in chain.names for part in name.given[1:]}
    if middle and not may_be_first_name(mention.name):
        return True  # "Ruiz" of Jorge Ruiz Weber
    with_first = not mention.title or plain(mention.title.split()[-1]) in WITH_FIRST_NAME
    surname = any(f" {key(name.whole)}".endswith(f" {word}") for name in chain.names)
    return surname or (with_first and any(called_by(word, name.first) for name in chain.names))


def _agrees(chain: Chain, told: Gender | None) -> bool:
    return told is None or chain.gender is None or chain.gender is told


# ---------------------------------------------------------------- bodies, places, groups


def _named_bodies(text: str, mentions: Sequence[Mention]) -> list[Chain]:
    names = {
        number: mention.name
        for number, mention in enumerate(mentions)
        if mention.type is EntityType.ORGANISATION and mention.form is MentionForm.NAME
    }
    groups = bodies.group(names.values(), one_account=True)
    for full, short in pairwise(names):
        between = text[mentions[full].span.end : mentions[short].span.start]
        if between == " (" and names[short].isupper() and text[mentions[short].span.end] == ")":
            groups[names[short]] = groups[names[full]]  # "Harbour Health Watch (HW)"
    chains: dict[str, Chain] = {}
    for number, name in names.items():
        chain = chains.setdefault(groups[name], Chain(EntityType.ORGANISATION))
        chain.keys.add(name)
        chain.add(number, None)
    return list(chains.values())


def _others(mentions: Sequence[Mention], types: Iterable[EntityType]) -> list[Chain]:
    chains: dict[tuple[EntityType, str], Chain] = {}
    wanted = set(types)
    for number, mention in enumerate(mentions):
        if mention.type in wanted and mention.form is MentionForm.NAME:
            called = place_key if mention.type is EntityType.PLACE else key
            chain = chains.setdefault((mention.type, called(mention.name)), Chain(mention.type))
            chain.add(number, None)
    return list(chains.values())


# ---------------------------------------------------------------- descriptions


def _descriptions(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> None:
    """Add each description to the person or body it denotes, or to a chain of descriptions."""
    own: list[tuple[Office, Chain, int]] = []
    for number, mention in enumerate(mentions):
        if mention.form is not MentionForm.DESCRIPTION:
            continue
        if age_alone(mention.name) is not None:
            continue
        said = told_office(reading, mention)
        definite = is_definite(reading, mention)
        chain = _holder(reading, chains, mentions, number, said) if definite else None
        if chain is not None and officeholders.predecessor_near(reading, mentions, chains, number, said):
            chain = None
        if chain is None and definite and mention.type is EntityType.PERSON:
            chain = officeholders.told_more_of(reading, mentions, chains, number, said)
        if chain is None and definite and mention.type is EntityType.ORGANISATION:
            chain = _body_just_named(reading, mentions, chains, number)
        if chain is not None and _may_be_another(reading, mentions, chain, number, said):
            chain = None
        before = _described_before(own, said, mention, known=chain is not None) if definite else None
        if before is not None and (chain is None or (not said.words and _later(before, chain, number))):
            chain = before
        if chain is None:
            chain = Chain(mention.type)
            chains.append(chain)
        if not chain.names and not chain.keys:
            own.append((said, chain, mention.span.start))
        chain.add(number, mention.gender)
        chain.members.sort()


def _may_be_another(
    reading: Reading, mentions: Sequence[Mention], chain: Chain, number: int, said: Office
) -> bool:
    """Whether a bare description ("the senator") may mean another one than the only holder with a name.

    The article speaks of several such people ("senators"), and somebody else was named since the holder was.
    """
    if mentions[number].type is not EntityType.PERSON or said.words or said.ranks or is_sole(said):
        return False
    if said.head not in reading.plurals:
        return False
    named = [
        n
        for n, m in enumerate(mentions[:number])
        if m.type is EntityType.PERSON and m.form is MentionForm.NAME
    ]
    return not named or named[-1] not in chain.members


def _later(one: Chain, other: Chain, number: int) -> bool:
    """Whether `one` was last spoken of after `other`, looking back from mention `number`."""

    def last(chain: Chain) -> int:
        return max((member for member in chain.members if member < number), default=-1)

    return last(one) > last(other)


def _holder(
    reading: Reading, chains: Sequence[Chain], mentions: Sequence[Mention], number: int, words: Office
) -> Chain | None:
    """Return the one named person or body in this article that the description fits.

    A bare "the committee" is no body that is named only further down.
    """
    mention = mentions[number]
    if mention.type is EntityType.PERSON:
        fitting = [c for c in officeholders.in_office(reading, chains, words) if _agrees(c, mention.gender)]
    else:
        noun = body_key(mention.name)
        alike = [c for c in chains if c.type is mention.type]
        told = [c for c in alike if " " in noun or min(c.members) < number]
        fitting = [c for c in told if any(bodies.may_be_called(name, mention.name) for name in c.keys)]
        if any(c not in fitting and any(bodies.may_be_taken_up(n, noun) for n in c.keys) for c in alike):
            return None  # "the agency": the one with that word in its name, or the customs office told of throughout
    return fitting[0] if len(fitting) == 1 else None


def _body_just_named(
    reading: Reading, mentions: Sequence[Mention], chains: Sequence[Chain], number: int
) -> Chain | None:
    """Return the only body of the kind that "the agency" tells, named in its sentence or the one before."""
    token = reading.analysis.head_of(mentions[number].span)
    noun = body_key(mentions[number].name)
    if token is None or " " in noun:
        return None
    own = reading.sentence_of[token]
    near = reading.analysis.sentences[max(0, own - 1) : own + 1]
    found = []
    for chain in chains:
        named = [
            mentions[m].span for m in chain.members if mentions[m].form is MentionForm.NAME and m < number
        ]
        close = any(near[0].start <= span.start < near[-1].end for span in named)
        if close and any(bodies.may_be_taken_up(name, noun) for name in chain.keys):
            found.append(chain)
    return found[0] if len(found) == 1 else None


# Characters within which a second description is taken up: about three news paragraphs. Beyond, "the spokesman"
# may be another one. Tried 400 to 1500.
_REACH = 900


def _described_before(
    own: Sequence[tuple[Office, Chain, int]], words: Office, mention: Mention, *, known: bool
) -> Chain | None:
    """Return the chain of the last description that this one takes up: "a Nato spokesman … the spokesman".

    Where it is `known` who "the president" is, "the French president" before it is another one.
    """
    for held, chain, position in reversed(own):
        if chain.type is not mention.type or held.head != words.head or held.ranks != words.ranks:
            continue
        if known and not words.words and tells_country(held):
            continue
        if words.words == held.words:
            return chain
        return chain if words.words <= held.words and mention.span.start - position <= _REACH else None
    return None
