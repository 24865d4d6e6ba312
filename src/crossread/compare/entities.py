"""Who is who over the accounts of a story: persons, bodies, places and groups, each once.

The articles' own chains are taken as they are and merged. Names merge names; a description joins a named person
only where some account gives that person the same office. What is not clear stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crossread.compare import descriptions
from crossread.compare.cast import Cast
from crossread.compare.entity_roles import roles
from crossread.compare.groups import Group, genders_differ, groups
from crossread.record.annotation import Account, EntityType, MentionForm
from crossread.record.dossier import Entity
from crossread.record.ids import founded_id
from crossread.text import bodies
from crossread.text.institutions import place_key
from crossread.text.names import (
    called_by,
    is_first_name,
    key,
    may_be_first_name,
    may_mean,
    parse,
    same_person,
    same_suffix,
    similar_spelling,
    turned,
)

# Places of so few letters are initials; longer ones in capitals are headings and datelines.
_INITIALS = 4


def resolve(accounts: tuple[Account, ...]) -> Cast:
    """Return the cast of the accounts of one story, which come in reading order."""
    found = [group for number, account in enumerate(accounts) for group in groups(number, account)]
    named = _agreed_types([group for group in found if group.names])
    merged = [*_persons(named), *_bodies(named), *_rest(named)]
    descriptions.join(merged, [group for group in found if not group.names and not group.caption])
    merged = [group for group in merged if not group.caption and _surely_named(group)]
    merged.sort(key=lambda group: group.members[0])
    named_as = [_name(accounts, group) for group in merged]
    names = {
        at: name
        for group, name in zip(merged, named_as, strict=True)
        for at in group.members + group.pronouns
    }
    entities = []
    of: dict[tuple[str, int], str] = {}
    for group, name in zip(merged, named_as, strict=True):
        entity = _entity(accounts, group, name, names)
        entities.append(entity)
        of |= {(accounts[a].id, m): entity.id for a, m in group.members + group.pronouns}
    return Cast(tuple(entities), of)


def _surely_named(group: Group) -> bool:
    """Whether a group's name is surely a person's, where it is to be one.

    One word without a title or a role may be a firm or an animal, unless it is a first name; it takes two accounts
    that use it as a person's name.
    """
    if group.type is not EntityType.PERSON or group.parsed or group.titled or group.offices:
        return True
    return any(is_first_name(name) for name in group.names) or len(group.accounts) > 1


def _agreed_types(named: Sequence[Group]) -> list[Group]:
    """Give names that accounts type differently the type that most mentions have; a person only by majority."""
    votes: dict[str, Counter[EntityType]] = {}
    for group in named:
        for name in group.names:
            votes.setdefault(key(name), Counter())[group.type] += len(group.members)
    for group in named:
        tally = sum((votes[key(name)] for name in group.names), Counter[EntityType]())
        order = sorted(tally, key=lambda kind: (-tally[kind], kind is EntityType.PERSON, kind.value))
        if order[0] is not group.type and not (group.type is EntityType.PERSON and group.titled):
            group.type = order[0]
    return list(named)


# ---------------------------------------------------------------- persons


def _persons(named: Iterable[Group]) -> list[Group]:
    people = [group for group in named if group.type is EntityType.PERSON]
    merged = _full_named([group for group in people if group.parsed])
    signed = set[tuple[str, ...]]().union(*(group.said for group in merged))
    # Whom somebody's own words identify comes first: the others of that name and rank are the same then.
    parts = sorted(
        (g for g in people if not g.parsed), key=lambda g: (g.caption, signed.isdisjoint(g.said), g.members)
    )
    called: dict[str, set[int]] = defaultdict(set)  # where in `merged` those stand who may be called so
    for number, group in enumerate(merged):
        _index(called, group, number)
    for group in parts:
        words = {key(name) for name in group.names}
        near = set[int]().union(*(called[form] for word in words for form in may_mean(word)))
        fitting = [merged[n] for n in sorted(near) if _part_of(group, words, merged[n])]
        # Whom only captions and boxes beside the story name blurs nobody of the story.
        fitting = [other for other in fitting if not other.caption or group.caption] or fitting
        bearer = _bearer(group, fitting)
        if bearer is not None:
            bearer.join(group)
            _index(called, bearer, next(n for n in near if merged[n] is bearer))
        elif not fitting:
            _index(called, group, len(merged))
            merged.append(group)
    return merged


def _index(called: dict[str, set[int]], group: Group, number: int) -> None:
    """Note down by what part of their name people may be called, see `_part_of`."""
    for part in {part for parts in group.parsed for part in (parts.surname, parts.first)} or group.names:
        called[key(part)].add(number)


def _full_named(full: Iterable[Group]) -> list[Group]:
    """Join the groups of full names that are one person's; only those with a word in common can be."""
    merged: list[Group] = []
    having: dict[str, set[int]] = defaultdict(set)
    for group in sorted(full, key=lambda g: g.caption):
        parts = _name_words(group)
        near = sorted(set[int]().union(*(having[part] for part in parts)))
        fitting = [n for n in near if _same_full_name(group, merged[n])]
        exact = {key(name) for name in group.full_names}
        fitting = [n for n in fitting if exact & {key(name) for name in merged[n].full_names}] or fitting
        if len(fitting) == 1:
            home = fitting[0]
            merged[home].join(group)
        else:
            home = len(merged)
            merged.append(group)
        for part in parts:
            having[part].add(home)
    return merged


def _name_words(group: Group) -> set[str]:
    """Return words of which any two forms of one full name share one: all words, and surnames of several as one."""
    parsed = [(*parts.given, parts.surname) for parts in group.parsed]
    names = [*group.full_names, *(" ".join(parts) for parts in parsed)]
    words = {word for name in names for word in key(name).split() or [""]}
    return words | {key(parts.surname) for parts in group.parsed}


# So many times as many mentions as any other bearer of a name make a person the one whom accounts that give only
# the short form mean. Tried 3 to 10 on stories with families in them; below 6 brothers swallow each other.
DOMINANCE = 8


def _bearer(part: Group, fitting: Sequence[Group]) -> Group | None:
    """Return whom a surname or first name alone denotes, None where that is nobody or not clear."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    if any(not part.accounts.isdisjoint(group.accounts) for group in fitting):
        return None
    ranked = sorted(fitting, key=lambda group: -len(group.members))
    return ranked[0] if len(ranked[0].members) >= DOMINANCE * len(ranked[1].members) else None


def _same_full_name(one: Group, other: Group) -> bool:
    if genders_differ(one, other) or not one.parsed or not other.parsed:
        return False
    if not one.accounts.isdisjoint(other.accounts):
        return False  # the account itself kept them apart
    if any(key(a) == key(b) for a in one.full_names for b in other.full_names):
        return True
    if any(turned(a, b) for a in one.parsed for b in other.parsed):
        return True
    pairs = [(a, b) for a in one.parsed for b in other.parsed if same_person(a, b)]
    if pairs and (all(same_suffix(a, b) for a, b in pairs) or _share_office(one, other)):
        return True
    alike = any(similar_spelling(a, b) for a in one.full_names for b in other.full_names)
    rare = not any(may_be_first_name(parts.first) for parts in (*one.parsed, *other.parsed))
    return alike and (rare or _offices_agree(one, other))


def _share_office(one: Group, other: Group) -> bool:
    return bool({held.head for held in one.offices} & {held.head for held in other.offices})


def _offices_agree(one: Group, other: Group) -> bool:
    """Whether two persons may hold the same roles: some head noun in common, or no role known of one."""
    heads = {held.head for held in one.offices}
    others = {held.head for held in other.offices}
    return not heads or not others or bool(heads & others)


def _part_of(part: Group, words: set[str], other: Group) -> bool:
    """Whether a person named by one of the `words` may be `other`: by surname, or by first name without a title."""
    if genders_differ(part, other):
        return False
    if not other.parsed:
        return bool(words & {key(name) for name in other.names})
    if any(key(name.surname) in words for name in other.parsed):
        return _of_rank(part, other)
    called = any(called_by(word, name.first) for name in other.parsed for word in words)
    return part.first_name_form and called and _of_rank(part, other)


def _of_rank(part: Group, other: Group) -> bool:
    """Whether a person may have another's rank: "President Cole" is whoever signs the president's words, no other."""
    ranks = {held.head for held in other.offices} | other.unique_ranks | other.leads
    return part.unique_ranks <= ranks or not part.said.isdisjoint(other.said)


# ---------------------------------------------------------------- the rest


def _bodies(named: Iterable[Group]) -> list[Group]:
    found = [group for group in named if group.type is EntityType.ORGANISATION]
    fullest = bodies.group(name for group in found for name in group.names)
    merged: dict[int, Group] = {}
    home: dict[str, int] = {}  # of each name that tells a body, where in `merged` it stands or stood
    for number, group in enumerate(found):
        for same in sorted({home.get(name, -1) for name in _told_names(group, fullest)} & merged.keys()):
            merged[same].join(group)
            group = merged.pop(same)
        merged[number] = group
        home |= dict.fromkeys(_told_names(group, fullest), number)
    return list(merged.values())


def _told_names(group: Group, fullest: Mapping[str, str]) -> set[str]:
    """Return the names that tell a body in any account: its fullest, and letters. "The Times" may be another one."""
    return {fullest[max(group.names, key=len)], *(fullest[name] for name in group.names if name.isupper())}


def _rest(named: Iterable[Group]) -> list[Group]:
    merged: dict[tuple[EntityType, str], Group] = {}
    for group in named:
        if group.type not in (EntityType.PLACE, EntityType.GROUP):
            continue
        called = place_key if group.type is EntityType.PLACE else key
        slot = (group.type, called(group.names[0]))
        if slot in merged:
            merged[slot].join(group)
        else:
            merged[slot] = group
    return list(merged.values())


# ---------------------------------------------------------------- making entities


def _telling(group: Group) -> list[tuple[int, int]]:
    return sorted(at for at in group.members if at not in group.captioned)


def _name(accounts: Sequence[Account], group: Group) -> str:
    name = _canonical(accounts, group)
    shouted = group.type is EntityType.PLACE and name.isupper() and len(name) > _INITIALS
    return name.title() if shouted else name


def _entity(
    accounts: Sequence[Account], group: Group, name: str, names: Mapping[tuple[int, int], str]
) -> Entity:
    telling = _telling(group)
    mentions = tuple(accounts[a].evidence(accounts[a].annotation.mentions[m].span) for a, m in telling)
    forms = Counter(_surface(accounts, telling))
    return Entity(
        founded_id("entity", mentions[0], group.type.value),
        group.type,
        name,
        tuple(form for form in forms if form.casefold() != name.casefold()),
        roles(accounts, telling, names, name),
        mentions,
    )


def _surface(accounts: Sequence[Account], members: Iterable[tuple[int, int]]) -> Iterable[str]:
    """Yield the forms of a name as worded: bare, and with its title."""
    for a, m in members:
        mention = accounts[a].annotation.mentions[m]
        if mention.form is MentionForm.NAME:
            yield mention.name
            if mention.title:
                yield f"{mention.title} {mention.name}"


def _canonical(accounts: Sequence[Account], group: Group) -> str:
    """Return the full name that most accounts use, then most mentions; what fewer use has more often run into words.

    Of a body or a place it is the name with most words that tell something; a surname alone keeps its title.
    """
    used = [(form, a) for a, m in _telling(group) for form in _surface(accounts, [(a, m)])]
    mentions, spread = Counter(form for form, _ in used), Counter(form for form, _ in set(used))
    names = [name for name in group.names if name in mentions]
    if group.type is EntityType.PERSON:
        full = [name for name in names if parse(name).full]
        titled = [form for form in mentions if form.endswith(f" {names[0]}")]
        return max(full or titled or names, key=lambda form: (spread[form], mentions[form]))
    return max(
        names, key=lambda name: (bodies.fullness(name), not name.isupper(), spread[name], mentions[name])
    )
