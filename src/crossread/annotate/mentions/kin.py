"""Relatives told by whose they are: "his father" is the man whom the article calls his father by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Gender, Mention, MentionForm
from crossread.text.lexicon import words
from crossread.text.offices import office

_KIN = words("role_words", "kin")
_POSSESSOR = re.compile(r"(\w+(?:[’']s)?)\s+$")
# What a relative's relative is to him or her, by the gender of the latter.
_BACK = {
    noun: {Gender.MALE: his, Gender.FEMALE: hers}
    for pair, his, hers in (
        (("father", "mother"), "son", "daughter"),
        (("son", "daughter"), "father", "mother"),
        (("husband", "wife"), "husband", "wife"),
        (("brother", "sister"), "brother", "sister"),
    )
    for noun in pair
}

Relation = tuple[int, str]


def settle(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    genders: dict[int, Gender | None],
) -> dict[int, int]:
    """Return the chains of descriptions of relatives, by the number of the mention.

    `chains` are those of all mentions, pronouns that tell whose relative it is among them.
    """
    of_start = {m.span.start: chain for m, chain in zip(mentions, chains, strict=True) if chain is not None}
    named = _named(reading, mentions, chains, genders, of_start)
    settled: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention.form is not MentionForm.DESCRIPTION or mention.type is not EntityType.PERSON:
            continue
        noun = office(mention.name).head
        owner = of_start.get(mention.span.start) if noun in _KIN else None
        # the description's own chain where nobody else begins there
        if owner is None or owner == chains[number]:
            continue
        holders = named.get((owner, noun), set()) - {owner}
        if len(holders) == 1:
            settled[number] = next(iter(holders))
    return settled


def _named(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    genders: dict[int, Gender | None],
    of_start: dict[int, int],
) -> dict[Relation, set[int]]:
    """Return who is told by name to be whose relative: "his father Adam Cole" makes Cole a father, and him a son."""
    found: dict[Relation, set[int]] = {}
    for mention, chain in zip(mentions, chains, strict=True):
        if chain is None or mention.form is not MentionForm.NAME:
            continue
        for role in mention.roles:
            noun = office(role.of(reading.text)).head
            before = _POSSESSOR.search(reading.text, max(0, role.start - 40), role.start)
            owner = of_start.get(role.start)
            if owner is None and before is not None:
                owner = of_start.get(before.start())
            if noun not in _KIN or owner is None or owner == chain:
                continue
            found.setdefault((owner, noun), set()).add(chain)
            back = _BACK.get(noun, {}).get(genders.get(owner) or Gender.NEUTER)
            if back:
                found.setdefault((chain, back), set()).add(owner)
    return found
