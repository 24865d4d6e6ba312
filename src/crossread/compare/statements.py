"""One utterance in several accounts is one statement, with each account's wording of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from crossread.compare.speaker_names import common_names, named, normal
from crossread.compare.utterances import QUOTE_SHARE, Candidates, Item, brief, same_utterance
from crossread.record.annotation import (
    Account,
    EntityType,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.article import DateRange
from crossread.record.dossier import Entity, Speaker, Statement, Who, Wording
from crossread.record.ids import founded_id
from crossread.text.listing import listed
from crossread.text.similar import containment, ngrams

# The nouns for channels that the accounts word as verbs ("tweeted").
_CHANNEL_NAMES = {
    form: name
    for name in ("tweet", "retweet", "post", "email", "text", "blog")
    for form in (f"{name}s", f"{name}ed", f"{name}ing", "blogged", "blogging")
    if form.startswith(name)
}

# What there is one of where a story plays. Source: Quirk et al. (1985, §5.28), situational reference.
_UNIQUE = listed(
    """
    government police army navy military parliament congress senate house cabinet council opposition ministry press
    media public church state crown nation country city town president king queen prosecution defence defense jury
    """
)

_T = TypeVar("_T")

_KIND_ORDER = {StatementKind.DIRECT: 2, StatementKind.MIXED: 1, StatementKind.INDIRECT: 0}
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their", "its", "those")
)


class Names(Protocol):
    """Who is who over the accounts."""

    def who(self, account: Account, party: Party | None) -> Who | None: ...

    def entity_of(self, article_id: str, mention_index: int) -> Entity | None: ...


def gather(
    accounts: Sequence[Account], cast: Names, days: Mapping[str, DateRange | None]
) -> tuple[Statement, ...]:
    """Return the statements of a story in the order in which the accounts first carry them.

    `accounts` are dated (their time expressions have days); `days` gives each
    article's own day. The text of a statement is its fullest wording.
    """
    groups = _Groups(days)
    items = [
        _item(account, reported, cast)
        for account in accounts
        for reported in account.annotation.statements
        if not reported.kept_back
    ]
    for item in _one_name_each(items):
        groups.add(item)
    made = tuple(_unique(_statement(group, cast) for group in groups.found if group))
    return _told_apart(made, {account.id: account.article.outlet for account in accounts})


def _told_apart(made: tuple[Statement, ...], outlets: Mapping[str, str | None]) -> tuple[Statement, ...]:
    """Tell apart who is only "the network" or "the study" in accounts that share no words of theirs.

    Such words point back to what their account named before, and two accounts may have named two.
    """
    said: dict[str, list[frozenset[str]]] = {}
    for statement in made:
        name = statement.speaker.name if statement.speaker else None
        if name and statement.speaker and statement.speaker.entity is None and _points_back(name):
            said.setdefault(name.lower(), []).append(frozenset(e.article for e in statement.evidence))
    several = {
        name for name, told in said.items() if len(set().union(*told)) > 1 and all(len(t) == 1 for t in told)
    }
    return tuple(_of_outlet(statement, several, outlets) for statement in made)


def _points_back(name: str) -> bool:
    """Whether a speaker is only "the network" or "the spokeswoman", which somebody named before stands behind.

    There is but one government and one police in most stories.
    """
    words = name.split()
    alone = len(words) == 2 and words[0].lower() == "the" and words[1].islower()
    return alone and words[1] not in _UNIQUE and not words[1].endswith("s")


def _of_outlet(statement: Statement, several: set[str], outlets: Mapping[str, str | None]) -> Statement:
    """Name the outlet with a speaker who is one of `several`; leave the speaker open where no outlet is known."""
    speaker = statement.speaker
    if (
        speaker is None
        or not speaker.name
        or speaker.entity is not None
        or speaker.name.lower() not in several
    ):
        return statement
    outlet = outlets.get(statement.evidence[0].article)
    if outlet is None:
        return replace(
            statement, speaker=Speaker(None, basis=f"“{speaker.name}” may be another in each account")
        )
    return replace(statement, speaker=replace(speaker, name=f"{speaker.name} ({outlet})"))


def _item(account: Account, reported: ReportedStatement, cast: Names) -> Item:
    party = reported.speaker
    who = cast.who(account, party) if party is not None else None
    entity = None
    if party is not None and party.mention is not None:
        entity = cast.entity_of(account.id, party.mention)
    if who is not None and who.entity is None and who.name.lower() in _PRONOUNS:
        who = None
    return Item(account, reported, who, entity.type if entity else None)


def _one_name_each(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with one name for each speaker, and persons named within descriptions as themselves."""
    known = {item.who.name.lower(): item for item in items if item.who and item.type is EntityType.PERSON}
    people = {name: item.who.name for name, item in known.items() if item.who}
    renamed = [_renamed(item, known, people) for item in items]
    shown = common_names(item.who.name for item in renamed if item.who and item.who.entity is None)
    for item in renamed:
        if item.who is None or item.who.entity is not None:
            yield item
        else:
            name = shown[normal(item.who.name)]
            yield replace(item, who=replace(item.who, name=name))


def _renamed(item: Item, known: Mapping[str, Item], people: Mapping[str, str]) -> Item:
    """Give an item whose speaker's words hold a person's name that person."""
    if item.who is None or item.who.entity is not None:
        return item
    name = named(item.who.name, people) or item.who.name
    same = known.get(name.lower())
    if same is None or same.who is None:
        return replace(item, who=replace(item.who, name=name))
    return replace(item, who=replace(item.who, name=same.who.name, entity=same.who.entity), type=same.type)


@dataclass
class _Groups:
    """The utterances so far."""

    days: Mapping[str, DateRange | None]
    found: list[list[Item]] = field(default_factory=list)
    candidates: Candidates = field(default_factory=Candidates)

    def add(self, item: Item) -> None:
        """Put an item to the utterance that it is a wording of, or open a new one.

        A wording that holds several, which another account broke up into paragraphs, makes them one; a few words
        that stand in several do not.
        """
        homes = [at for at in self.candidates.of(item) if self._holds(self.found[at], item)]
        if item.quoted and brief(item):
            homes = homes[:1]
        if not homes:
            homes = [len(self.found)]
            self.found.append([])
        moved = [of_other for other in homes[1:] for of_other in self.found[other]]
        for other in homes[1:]:
            self.found[other] = []
        self.found[homes[0]] += [*moved, item]
        for one in (*moved, item):
            self.candidates.add(homes[0], one)

    def _holds(self, group: list[Item], item: Item) -> bool:
        """Whether an utterance holds a wording: its long ones say it where both have more than a few words."""
        telling = [other for other in group if not brief(other)] if not brief(item) else []
        return any(same_utterance(item, other, self.days) for other in telling or group)


def _statement(group: list[Item], cast: Names) -> Statement:
    fullest = max(group, key=lambda item: (len(item.quoted), _KIND_ORDER[item.reported.kind], len(item.text)))
    evidence = tuple(e for item in group for e in item.evidence)
    reported = fullest.reported
    channel, venue, addressee = (
        _first(cast.who(item.account, getattr(item.reported, part)) for item in [fullest, *group])
        for part in ("channel", "venue", "addressee")
    )
    speaker = _speaker(group, fullest)
    if channel is not None:
        channel = replace(channel, name=_CHANNEL_NAMES.get(channel.name.lower(), channel.name))
    return Statement(
        id=founded_id("statement", evidence[0]),
        kind=reported.kind,
        text=fullest.text,
        speaker=speaker,
        evidence=evidence,
        wordings=tuple(_wording(items, fullest) for items in _of_each_account(group)),
        cue=fullest.account.evidence(reported.cue) if reported.cue is not None else None,
        channel=channel,
        venue=venue,
        addressee=addressee,
        time=_time([fullest, *group]),
        manner=reported.manner,
        relayed_by=_relayed_by(group, cast, speaker),
    )


def _relayed_by(group: list[Item], cast: Names, speaker: Speaker) -> Who | None:
    """Return who else passes the words on in every account; nobody where one account gives them itself."""
    relayers = [cast.who(item.account, item.reported.relayer) for item in group]
    first = relayers[0]
    if first is None or any(who is None for who in relayers) or first.name.lower() in _PRONOUNS:
        return None
    itself = first.name == speaker.name or (first.entity is not None and first.entity == speaker.entity)
    return None if itself else first


def _of_each_account(group: list[Item]) -> list[list[Item]]:
    """Return the items of each account in text order, without those whose words another of its items has."""
    of: dict[str, list[Item]] = {}
    for item in sorted(group, key=lambda item: (-_KIND_ORDER[item.reported.kind], -len(item.text))):
        held = of.setdefault(item.account.id, [])
        told = bool(held) and held[0].reported.kind is StatementKind.DIRECT is not item.reported.kind
        if not told and not any(_repeats(item, other) for other in held):
            held.append(item)
    order = dict.fromkeys(item.account.id for item in group)
    return [sorted(of[account], key=lambda item: item.spans[0].start) for account in order]


def _repeats(item: Item, other: Item) -> bool:
    """Whether an item has no quoted words that another one of its account has not."""
    grams = item.grams or ngrams(item.quoted, 1)
    return containment(grams, other.grams | ngrams(other.quoted, 1)) >= QUOTE_SHARE if item.quoted else True


def _time(items: Sequence[Item]) -> DateRange | None:
    """Return the first day that an account gives; none where another gives a day that cannot be the same."""
    days = [item.days for item in items if item.days is not None]
    return days[0] if days and all(days[0].overlaps(day) for day in days) else None


def _first(options: Iterable[_T | None]) -> _T | None:
    return next((option for option in options if option is not None), None)


def _speaker(group: list[Item], fullest: Item) -> Speaker:
    """Return who said it: the surest of the accounts that name somebody; nobody where they differ."""
    named = [item for item in group if item.who is not None]
    if not named:
        return Speaker(None, basis=_why_unknown(fullest))
    # A signature under a post is certain; what an account takes a "he" for is not.
    named = [item for item in named if item.reported.confidence == 1.0] or named
    people = {item.who.entity for item in named if item.who and item.type is EntityType.PERSON}
    if len(people) > 1:
        names = " / ".join(sorted({item.who.name for item in named if item.who}))
        return Speaker(None, basis=f"the accounts name different speakers: {names}")
    best = max(named, key=_authority)
    assert best.who is not None
    name = best.who.name
    bodies = {item.who.name for item in named if item.who and item.type is EntityType.ORGANISATION}
    if best.type is EntityType.PERSON and len(bodies) == 1 and name not in bodies:
        name = f"{name} for {bodies.pop()}"  # one account names the person, another the body
    return Speaker(name, best.who.entity, best.who.mention, best.reported.basis)


def _authority(item: Item) -> tuple[bool, bool, float]:
    entity = item.who is not None and item.who.entity is not None
    return (item.type is EntityType.PERSON, entity, item.reported.confidence)


def _why_unknown(item: Item) -> str:
    party = item.reported.speaker
    if party is None:
        return item.reported.basis
    return f"“{party.span.of(item.account.text)}” could not be resolved"


def _wording(items: Sequence[Item], fullest: Item) -> Wording:
    text = " ".join(item.text for item in items)
    evidence = tuple(one for item in items for one in item.evidence)
    return Wording(items[0].account.id, text, evidence, _note(items, fullest))


def _note(items: Sequence[Item], fullest: Item) -> str:
    """Say how an account's wording differs from the fullest one."""
    if fullest in items:
        return ""
    words = tuple(form for item in items for form in item.quoted)
    if not words:
        return "in reported speech"
    blocks = SequenceMatcher(None, fullest.quoted, words, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    missing = len(fullest.quoted) - shared
    if shared < len(words):
        return "worded otherwise"
    return f"shorter by {missing} quoted word{'s' if missing > 1 else ''}" if missing else ""


def _unique(made: Iterable[Statement]) -> Iterable[Statement]:
    """Leave out a statement that rests on the very words of an earlier one."""
    seen: set[str] = set()
    for statement in made:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement
