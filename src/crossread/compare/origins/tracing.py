"""Origins: where wording or a fact comes from, over all accounts of a story.

Every named source is one origin, however many accounts carry it. Passages that
copy each other have one origin between them, even where nobody names it.
Absence of a credit proves nothing: what has no sign has no origin, and is
never counted as independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.compare.cast import Cast
from crossread.compare.origins.neighbours import neighbours
from crossread.compare.origins.sources import Source, bodies, credited_agency, sources
from crossread.record.annotation import Account
from crossread.record.dossier import COPYING, Origin, OriginKind, Reuse
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.words import forms

Key = tuple[str, OriginKind]  # a source and the kind of channel

# At least this part of some words must lie in a region to have its origin.
INSIDE = 0.5
# A region that covers this part of what another one covers of some words covers about as much.
ALMOST = 0.9
# Two copied passages are of the same words of an account where they share this part of the longer one. Lower, and a
# sentence that was joined from two would make their origins one.
SAME = 0.7


# A quotation of so few words may be a term: "one harbour, two ports". Not tuned.
PHRASE = 5


@dataclass(frozen=True, slots=True)
class Region:
    """A span of an account whose words have this origin; `shared` where other accounts have the words too."""

    span: Span
    origin: str
    shared: bool = False


@dataclass(frozen=True)
class Origins:
    """The origins of a story, its reuse with origins filled in, and which words come from where.

    `sources` gives for each origin whose source surely is one of its own the key of that: a man's letter and his
    speech are two origins and one source.
    """

    origins: tuple[Origin, ...]
    reuse: tuple[Reuse, ...]
    regions: Mapping[str, tuple[Region, ...]]
    sources: Mapping[str, str]

    def origin_of(self, evidence: Evidence) -> str | None:
        """Return the id of the origin that most of these words have, None where it is not known at all.

        What the words share with other accounts decides before who is named
        for them here: copies have one origin, whomever each of them names.
        """
        regions = self.regions.get(evidence.article, ())
        shared = [region for region in regions if region.shared]
        return _most(shared, evidence) or _most(regions, evidence)

    def origin(self, id: str) -> Origin:
        """Return the origin with this id; KeyError where there is none."""
        for origin in self.origins:
            if origin.id == id:
                return origin
        raise KeyError(id)


def _most(regions: Iterable[Region], evidence: Evidence) -> str | None:
    """Return the origin of the region that covers most of the words, None where none covers enough of them.

    Of copied passages that cover about as many the shortest: a longer one is of more than these words tell.
    """
    shares = [(region.span.shared(evidence.span), region) for region in regions]
    most = max((share for share, _ in shares), default=0)
    if not most or most < INSIDE * len(evidence.span):
        return None
    first = next(region for share, region in shares if share == most)
    best = [region for share, region in shares if region.shared and share >= ALMOST * most]
    return min(best, key=lambda region: len(region.span), default=first).origin


def trace(accounts: Sequence[Account], reuse: Sequence[Reuse], cast: Cast) -> Origins:
    """Work out the origins of the words of `accounts`; `reuse` comes back with its origins."""
    by_name = bodies(cast)
    named = {account.id: tuple(sources(account, cast, by_name)) for account in accounts}
    credits = {account.id: found for account in accounts if (found := credited_agency(account))}
    wholes = _wholes(reuse)
    naming = _naming(named)
    shared = {group.id: _best(wholes[group.id], named, naming) for group in reuse}
    signs = _signs(accounts, named)
    ids = {key: founded_id("origin", found[0].sign, found[0].kind.value) for key, found in signs.items()}
    origins = {ids[key]: _origin(ids[key], found, cast.names.get(key[0])) for key, found in signs.items()}
    filled: list[Reuse] = []
    for group in reuse:
        source = shared[group.id]
        if source is None:
            origin = _unnamed(wholes[group.id], credits)
            origins.setdefault(origin.id, origin)
            filled.append(replace(group, origin=origin.id))
        else:
            filled.append(replace(group, origin=ids[_key(source)]))
    place = {account.id: order for order, account in enumerate(accounts)}
    regions = _regions(accounts, named, ids, filled)
    for article, spread in neighbours(accounts, filled).items():
        regions[article] = (*regions[article], *(Region(span, origin) for span, origin in spread))
    own = {ids[key]: key[0] for key, found in signs.items() if any(source.of_own for source in found)}
    ordered = tuple(sorted(origins.values(), key=lambda origin: _order(origin, place)))
    return Origins(ordered, tuple(filled), regions, own)


def _wholes(reuse: Sequence[Reuse]) -> dict[str, Reuse]:
    """Return for each group the copies that are one passage with it, as one group.

    Two edited copies may each be like a third one, and not like each other: where two groups hold the same words of
    one account, the words have one origin. What only lies within the other's words may be a part from elsewhere.
    """
    home = {group.id: group.id for group in reuse}
    members: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for group in reuse:
        if group.kind not in COPYING:
            continue
        for member in group.members:
            for span, other in members[member.article]:
                one, two = _root(home, other), _root(home, group.id)
                if one != two and span.shared(member.span) >= SAME * max(len(span), len(member.span)):
                    home[two] = one
            members[member.article].append((member.span, group.id))
    found: dict[str, list[Reuse]] = defaultdict(list)
    for group in reuse:
        found[_root(home, group.id)].append(group)
    wholes = {
        root: replace(groups[0], members=tuple(dict.fromkeys(m for group in groups for m in group.members)))
        for root, groups in found.items()
    }
    return {group.id: wholes[_root(home, group.id)] for group in reuse}


def _root(home: Mapping[str, str], id: str) -> str:
    while home[id] != id:
        id = home[id]
    return id


def _key(source: Source) -> Key:
    return source.key, source.kind


def _order(origin: Origin, place: Mapping[str, int]) -> tuple[int, int, str]:
    first = origin.evidence[0]
    return place[first.article], first.start, origin.id


def _signs(accounts: Iterable[Account], named: Mapping[str, Sequence[Source]]) -> dict[Key, list[Source]]:
    """Collect for each source and kind all signs of it, in reading order."""
    found: dict[Key, list[Source]] = defaultdict(list)
    for account in accounts:
        for source in sorted(named[account.id], key=lambda source: source.sign.start):
            found[_key(source)].append(source)
    return dict(found)


def _origin(id: str, found: Sequence[Source], body: str | None) -> Origin:
    """Make one origin of all signs of a source, the first one as its basis.

    Where several speak for one body, the body's name is given: none of them said all of it.
    """
    evidence = tuple(dict.fromkeys(source.sign for source in found))
    several = len({source.name for source in found}) > 1
    name = body if several and body else found[0].name
    return Origin(id, found[0].kind, name, found[0].basis, evidence)


def _naming(named: Mapping[str, Sequence[Source]]) -> dict[str, set[str]]:
    """Return for each source the accounts that have words from it."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, given in named.items():
        for source in given:
            found[source.key].add(article)
    return found


def _best(
    group: Reuse, named: Mapping[str, Sequence[Source]], naming: Mapping[str, set[str]]
) -> Source | None:
    """Return the source that the members' accounts name for the shared words: resolved before known before any.

    Whoever signs a post in one account and says nothing in the others may have copied the words as they did; a quoted
    phrase that one account alone gives to somebody may be a term that anybody uses.
    """
    votes: dict[Key, list[Source]] = defaultdict(list)
    carriers = {member.article for member in group.members}
    for member in group.members:
        for source in named.get(member.article, ()):
            passed_on = source.kind is OriginKind.SOCIAL and len(naming[source.key] & carriers) == 1 < len(
                carriers
            )
            if _covers(source, member) and not passed_on:
                votes[_key(source)].append(source)
    if not votes:
        return None
    best = max(votes.values(), key=lambda found: (found[0].resolved, found[0].known, len(found)))[0]
    phrase = max(len(forms(member.text)) for member in group.members) <= PHRASE
    alone = len(naming[best.key] & carriers) == 1 < len(carriers)
    return None if phrase and alone and group.kind not in COPYING else best


def _covers(source: Source, member: Evidence) -> bool:
    """Whether the source is given for the better part of these words."""
    common = sum(span.shared(member.span) for span in source.spans)
    return common >= INSIDE * len(member.span)


def _unnamed(group: Reuse, credits: Mapping[str, tuple[str | None, Evidence]]) -> Origin:
    """Return the origin of shared words for which no account names a source."""
    for member in group.members:
        if credit := credits.get(member.article):
            name, sign = credit
            basis = f"shared wording; one of its accounts credits “{sign.text}”"
            return Origin(founded_id("origin", sign, "agency"), OriginKind.AGENCY, name, basis, (sign,))
    founding = group.members[0]
    basis = f"shared wording in {len({m.article for m in group.members})} accounts, none names a source"
    return Origin(founded_id("origin", founding, "shared"), OriginKind.UNKNOWN, None, basis, group.members)


def _regions(
    accounts: Iterable[Account],
    named: Mapping[str, Sequence[Source]],
    ids: Mapping[Key, str],
    reuse: Iterable[Reuse],
) -> dict[str, tuple[Region, ...]]:
    """Return each account's regions; shared wording comes first, so that copies keep one origin."""
    found: dict[str, list[Region]] = {account.id: [] for account in accounts}
    for group in reuse:
        if group.origin is not None:
            for member in group.members:
                found[member.article].append(Region(member.span, group.origin, group.kind in COPYING))
    for article, given in named.items():
        found[article] += [Region(span, ids[_key(source)]) for source in given for span in source.spans]
    return {article: tuple(regions) for article, regions in found.items()}
