"""Independence: how many outlets and origins stand behind a claim, as far as is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.compare.origins import Origins
from crossread.record.dossier import Count, Independence, Support
from crossread.text.words import forms

# So many words in a row are no chance: two accounts that share them have them from one place. Sentences of two accounts
# on one event that nobody copied share runs of names and offices, seldom of more than five words. A name is one word,
# however long: "the National Institute of Allergy and Infectious Diseases".
COPIED = 8
# … and so many, where they are all of both wordings.
WHOLE = 5
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|and|the|for|on) )*[A-Z][\w’'-]+)+")


def outlets(known: Sequence[str | None]) -> Count:
    """Count distinct outlets: one that is not known may be any other, or yet another.

    `known` has one entry for each account; None where the outlet is unknown.
    """
    named = {outlet.casefold() for outlet in known if outlet}
    unknown = sum(1 for outlet in known if not outlet)
    return Count(max(1, len(named)), max(1, len(named) + unknown))


def origins(support: Sequence[Support], traced: Origins) -> Count:
    """Count distinct origins: at least the people who surely are several, at most all, and accounts without one.

    What may be the same as another, a body and whoever speaks for it, adds only to the most. Wordings with a long
    run of words in common have one origin, whomever each account names for it: the text of a law, quoted from the law
    and from its maker.
    """
    wordings = [_origin(members, traced) for members in _of_one_wording(support)]
    given = {origin for origin, _ in wordings if origin is not None}
    sources = {traced.sources[origin] for origin in given if origin in traced.sources}
    bare = {article for origin, article in wordings if origin is None}
    return Count(max(1, len(sources)), max(1, len(given) + len(bare)))


def _of_one_wording(support: Sequence[Support]) -> list[list[Support]]:
    """Group supports whose words have a run of `COPIED` words in common with those of the first of a group."""
    groups: list[list[Support]] = []
    places: dict[tuple[str, ...], int] = {}
    for one in support:
        told = forms(_NAME.sub(lambda name: "".join(filter(str.isalnum, name[0])), one.evidence.text))
        runs = [told[at : at + COPIED] for at in range(len(told) - COPIED + 1)]
        runs += [told] * (WHOLE <= len(told) < COPIED)
        place = next((places[run] for run in runs if run in places), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        places |= {run: place for run in runs if run not in places}
    return groups


def _origin(members: Sequence[Support], traced: Origins) -> tuple[str | None, str]:
    """Return the origin of one wording, one with a known source before others, and the account that has it first."""
    given = [one.origin for one in members if one.origin is not None]
    known = next((origin for origin in given if origin in traced.sources), None)
    return known or next(iter(given), None), members[0].evidence.article


def verdict(accounts: int, count: Count, support: Sequence[Support]) -> Independence:
    """Return what the counts say about a claim that `accounts` accounts carry."""
    if accounts == 1:
        known = any(one.origin is not None for one in support)
        return Independence.SINGLE if known or count.max == 1 else Independence.UNKNOWN
    if count.max == 1:
        return Independence.MANY_ONE
    return Independence.CORROBORATED if count.min > 1 else Independence.UNKNOWN
