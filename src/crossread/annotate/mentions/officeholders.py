"""Who may be meant by an office: whom the article tells to hold it, and heads of state as its readers know them."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.annotate.mentions.chains import Chain
from crossread.annotate.mentions.grammar import is_subject
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Mention
from crossread.text import heads
from crossread.text.names import NameParts, parse
from crossread.text.offices import Office, held_as, same_holder, tells_country
from crossread.text.rolewords import OFFICES


def _has_left(reading: Reading, chain: Chain, words: Office) -> bool:
    """Whether somebody is known to have left the office that a bare description tells: "the president" is another."""
    day = reading.article.published
    if words.words or day is None:
        return False
    return any(heads.has_left(name, words.head, day.earliest, day.latest) for name in _names(chain))


def _names(chain: Chain) -> list[NameParts]:
    return chain.names or [parse(name) for name in chain.keys]


def predecessor_near(
    reading: Reading, mentions: Sequence[Mention], chains: Sequence[Chain], number: int, words: Office
) -> bool:
    """Whether somebody who has left the office was named in the sentence of "the president" or the one before."""
    left = {n for chain in chains if _has_left(reading, chain, words) for n in chain.members if n < number}
    token = reading.analysis.head_of(mentions[number].span)
    if not left or token is None:
        return False
    start = reading.analysis.sentences[max(0, reading.sentence_of[token] - 1)].start
    return any(mentions[n].span.start >= start for n in left)


def in_office(reading: Reading, chains: Sequence[Chain], words: Office) -> list[Chain]:
    """Return the people whom a description fits; of several heads of state those told without their country.

    A bare "the president" may be who is known to have held the office on the article's day, and is nobody known to
    have left it.
    """
    told = [chain for chain in chains if any(same_holder(words, held) for held in chain.offices)]
    day = reading.article.published
    if words.words or words.ranks or day is None or words.head not in heads.OFFICES:
        return told
    sitting = [
        chain
        for chain in chains
        if chain.type is EntityType.PERSON
        and any(heads.may_hold(name, words.head, day.earliest, day.latest) for name in _names(chain))
    ]
    both = [c for c in chains if (c in told or c in sitting) and not _has_left(reading, c, words)]
    home = [c for c in both if not any(held.head == words.head and tells_country(held) for held in c.offices)]
    return home if len(both) > 1 and home else both


def told_more_of(
    reading: Reading, mentions: Sequence[Mention], chains: Sequence[Chain], number: int, words: Office
) -> Chain | None:
    """Return the subject of the sentence before, of whom a description as a subject tells more.

    "Sen. Weber resigned. The second-term senator from Ohio said": nobody else may be named since, and the office must
    be the same.
    """
    token = reading.analysis.head_of(mentions[number].span)
    if (
        token is None
        or words.head not in OFFICES
        or not (words.words and is_subject(reading, mentions[number]))
    ):
        return None
    sentence = reading.sentence_of[token]
    start = reading.analysis.sentences[max(0, sentence - 1)].start
    near = {
        id(chain): (chain, member)
        for chain in chains
        if chain.type is EntityType.PERSON
        for member in chain.members
        if member < number and mentions[member].span.start >= start
    }
    if len(near) != 1:
        return None
    chain, member = next(iter(near.values()))
    agree = None in (chain.gender, mentions[number].gender) or chain.gender is mentions[number].gender
    same = any(held.head in held_as(words) and held.ranks == words.ranks for held in chain.offices)
    return chain if agree and same and is_subject(reading, mentions[member]) else None
