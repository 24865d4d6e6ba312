"""One utterance in several accounts is one statement, with each account's wording of it.

Quoted words are compared word by word: the shorter wording must be contained in
the longer one. Short quotations ("shame on you") are one utterance only with the
same speaker and no contrary time; reported speech only with the same speaker and
nearly the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from crossread.compare.speaker_names import common_names, named, normal
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
from crossread.record.span import Evidence
from crossread.text.similar import containment, ngrams
from crossread.text.words import STOPWORDS, forms

# The numbers below were tried on the worked example and two unseen stories of 26 accounts, with the merges read
# by hand; where nothing else is said the neighbours give the same statements.
# From this many words on, the same quoted words are the same utterance whoever is thought to have said
# them. 6, 9 and 12 tried: 6 joins one pair more, 12 parts two.
_LONG_QUOTE = 9
# Share of the shorter quotation's word triples that the longer one holds. 0.6, 0.75 and 0.9 tried: 0.9 parts one.
_QUOTE_SHARE = 0.75
# Share of the shorter content's words, for reported speech by one speaker. 0.6, 0.75 and 0.9 tried: 0.6 joins
# different sentences on one matter, 0.9 parts rewordings.
_CONTENT_SHARE = 0.75
# Fewest topic words that reported speech must have to be compared at all. 3, 5 and 8 tried: 8 parts one.
_CONTENT_WORDS = 5
# How many times longer than the shorter one the longer content may be. 2, 3 and 4 tried: 2 parts one.
_CONTENT_RATIO = 3
# Share of content words around a short quotation that shows it to be cut from a longer one. 0.4, 0.6, 0.8 tried.
_AROUND_SHARE = 0.6
# How many separate fragments, or else topic words, of a described speaker must stand in a named person's
# quotation for the two to be one. Fewer were not tried: one word in common is chance.
_BRIDGE_FRAGMENTS, _BRIDGE_WORDS = 2, 3

# The nouns for channels that the accounts word as verbs ("tweeted").
_CHANNEL_NAMES = {
    form: name
    for name in ("tweet", "retweet", "post", "email", "text", "blog")
    for form in (f"{name}s", f"{name}ed", f"{name}ing", "blogged", "blogging")
    if form.startswith(name)
}

_T = TypeVar("_T")
_Key = tuple[str, ...]

_KIND_ORDER = {StatementKind.DIRECT: 2, StatementKind.MIXED: 1, StatementKind.INDIRECT: 0}
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their", "its", "those")
)


class Names(Protocol):
    """Who is who over the accounts."""

    def who(self, account: Account, party: Party | None) -> Who | None: ...

    def entity_of(self, article_id: str, mention_index: int) -> Entity | None: ...


def _singular(form: str) -> str:
    """Cut the "s" of "events": one account's plural may be the other's singular."""
    return form[:-1] if len(form) > 3 and form.endswith("s") and not form.endswith("ss") else form


@dataclass(frozen=True)
class _Item:
    """One account's report of an utterance, ready to be compared."""

    account: Account
    reported: ReportedStatement
    who: Who | None
    type: EntityType | None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(self.account.evidence(span) for span in self.reported.spans)

    @property
    def text(self) -> str:
        return " ".join(span.of(self.account.text) for span in self.reported.spans)

    @cached_property
    def quotes(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quoted part."""
        return tuple(forms(span.of(self.account.text)) for span in self.reported.quoted)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        return tuple(form for quote in self.quotes for form in quote)

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """The quoted words, three by three."""
        return ngrams(self.quoted, 3)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(_singular(form) for form in forms(self.text) if form not in STOPWORDS)

    @property
    def days(self) -> DateRange | None:
        index = self.reported.time
        return None if index is None else self.account.annotation.times[index].days


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
    return tuple(_unique(_statement(group, cast) for group in groups.found))


def _item(account: Account, reported: ReportedStatement, cast: Names) -> _Item:
    party = reported.speaker
    who = cast.who(account, party) if party is not None else None
    entity = None
    if party is not None and party.mention is not None:
        entity = cast.entity_of(account.id, party.mention)
    if who is not None and who.entity is None and who.name.lower() in _PRONOUNS:
        who = None
    return _Item(account, reported, who, entity.type if entity else None)


def _one_name_each(items: Sequence[_Item]) -> Iterator[_Item]:
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


def _renamed(item: _Item, known: Mapping[str, _Item], people: Mapping[str, str]) -> _Item:
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
    """The utterances so far, found again by what any two wordings of one must have in common."""

    days: Mapping[str, DateRange | None]
    found: list[list[_Item]] = field(default_factory=list)
    index: dict[_Key, set[int]] = field(default_factory=dict)

    def add(self, item: _Item) -> None:
        """Put an item to the first utterance that it is a wording of, or open a new one."""
        keys = set(_keys(item))
        near = sorted(set().union(*(self.index.get(key, ()) for key in keys)))
        home = next((at for at in near if self._holds(self.found[at], item)), len(self.found))
        if home == len(self.found):
            self.found.append([])
        self.found[home].append(item)
        for key in keys:
            self.index.setdefault(key, set()).add(home)

    def _holds(self, group: list[_Item], item: _Item) -> bool:
        return any(_same_utterance(item, other, self.days) for other in group)


def _keys(item: _Item) -> Iterator[_Key]:
    """Yield what an item shares with every other wording of its utterance: a speaker, or words in a row."""
    if item.who is not None:
        yield ("speaker", *normal(item.who.name))
        if item.who.entity is not None:
            yield ("entity", item.who.entity)
    if item.quoted:
        yield ("account", item.account.id)
    if len(item.quoted) >= _LONG_QUOTE:
        yield from (("words", *gram) for gram in item.grams)


def _same_utterance(one: _Item, other: _Item, days: Mapping[str, DateRange | None]) -> bool:
    if one.quoted and other.quoted:
        return _same_quotation(one, other, days)
    if not _same_speaker(one, other):
        return False
    return _same_content(one, other)


def _same_quotation(one: _Item, other: _Item, days: Mapping[str, DateRange | None]) -> bool:
    short, long = sorted((one, other), key=lambda item: len(item.quoted))
    if len(short.quoted) >= _LONG_QUOTE:
        shared = containment(short.grams, long.grams)
        return shared >= _QUOTE_SHARE and (_compatible(one, other) or shared == 1.0)
    if not (_same_speaker(one, other) or _bridged(short, long)) or _other_time(one, other, days):
        return False
    if not all(_within(quote, long.quoted) for quote in short.quotes):
        return False
    telling = [form for form in short.quoted if form not in STOPWORDS]
    if len(telling) >= 2 or short.quoted == long.quoted:
        return bool(telling) or short.quoted == long.quoted
    return len(short.content & long.content) >= _AROUND_SHARE * max(1, len(short.content))


def _same_content(one: _Item, other: _Item) -> bool:
    if min(len(one.content), len(other.content)) < _CONTENT_WORDS:
        return False
    larger = max(len(one.content), len(other.content))
    smaller = min(len(one.content), len(other.content))
    return containment(one.content, other.content) >= _CONTENT_SHARE and smaller * _CONTENT_RATIO >= larger


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` stands in `long` as one run of words."""
    width = len(short)
    return any(long[at : at + width] == short for at in range(len(long) - width + 1))


def _same_speaker(one: _Item, other: _Item) -> bool:
    """Whether both have a speaker, and it is the same."""
    if one.who is None or other.who is None:
        return False
    if one.who.entity is not None and other.who.entity is not None:
        return one.who.entity == other.who.entity
    return normal(one.who.name) == normal(other.who.name)


def _compatible(one: _Item, other: _Item) -> bool:
    return one.who is None or other.who is None or _same_speaker(one, other)


def _bridged(short: _Item, long: _Item) -> bool:
    """Whether a described speaker's fragments show him to be the person whose quotation holds them.

    "The policing minister" whose “distressing” and “alarming” both stand in what the same account
    quotes from a named person is that person.
    """
    if short.account.id != long.account.id or long.type is not EntityType.PERSON:
        return False
    if short.who is None or short.who.entity is not None or not _bare_words(short.who.name):
        return False
    telling = [form for form in short.quoted if form not in STOPWORDS]
    return len(short.quotes) >= _BRIDGE_FRAGMENTS or len(telling) >= _BRIDGE_WORDS


def _bare_words(name: str) -> bool:
    """Whether a speaker is described in common words, without a name."""
    words = name.split()
    return all(word[:1].islower() for word in words[1:]) and (
        words[0][:1].islower() or words[0].lower() in ("the", "a", "an")
    )


def _other_time(one: _Item, other: _Item, days: Mapping[str, DateRange | None]) -> bool:
    """Whether the accounts put the two on different days, by their words or by their own days."""
    a, b = one.days, other.days
    if a is not None and b is not None:
        return not a.overlaps(b)
    known, unknown = (one, other) if a is not None else (other, one)
    own = days.get(unknown.account.id)
    return known.days is not None and own is not None and known.days.earliest > own.latest


def _statement(group: list[_Item], cast: Names) -> Statement:
    fullest = max(group, key=lambda item: (_KIND_ORDER[item.reported.kind], len(item.quoted), len(item.text)))
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
        wordings=tuple(_wording(item, fullest) for item in _fullest_of_each(group, fullest)),
        cue=fullest.account.evidence(reported.cue) if reported.cue is not None else None,
        channel=channel,
        venue=venue,
        addressee=addressee,
        time=_first(item.days for item in [fullest, *group]),
        manner=reported.manner,
        relayed_by=_relayed_by(group, cast, speaker),
    )


def _relayed_by(group: list[_Item], cast: Names, speaker: Speaker) -> Who | None:
    """Return who else passes the words on in every account; nobody where one account gives them itself."""
    relayers = [cast.who(item.account, item.reported.relayer) for item in group]
    first = relayers[0]
    if first is None or any(who is None for who in relayers) or first.name.lower() in _PRONOUNS:
        return None
    itself = first.name == speaker.name or (first.entity is not None and first.entity == speaker.entity)
    return None if itself else first


def _fullest_of_each(group: list[_Item], fullest: _Item) -> list[_Item]:
    """Return one item for each account, in the order of the accounts: its fullest wording."""
    best: dict[str, _Item] = {}
    for item in group:
        held = best.get(item.account.id)
        longer = held is None or len(item.text) > len(held.text)
        if item is fullest or (longer and held is not fullest):
            best[item.account.id] = item
    return list(best.values())


def _first(options: Iterable[_T | None]) -> _T | None:
    return next((option for option in options if option is not None), None)


def _speaker(group: list[_Item], fullest: _Item) -> Speaker:
    """Return who said it: the surest of the accounts that name somebody; nobody where they differ."""
    named = [item for item in group if item.who is not None]
    if not named:
        return Speaker(None, basis=_why_unknown(fullest))
    people = {item.who.entity for item in named if item.who and item.type is EntityType.PERSON}
    if len(people) > 1:
        names = " / ".join(sorted({item.who.name for item in named if item.who}))
        return Speaker(None, basis=f"the accounts name different speakers: {names}")
    best = max(named, key=_authority)
    assert best.who is not None
    return Speaker(best.who.name, best.who.entity, best.who.mention, best.reported.basis)


def _authority(item: _Item) -> tuple[bool, bool, float]:
    entity = item.who is not None and item.who.entity is not None
    return (item.type is EntityType.PERSON, entity, item.reported.confidence)


def _why_unknown(item: _Item) -> str:
    party = item.reported.speaker
    if party is None:
        return item.reported.basis
    return f"“{party.span.of(item.account.text)}” could not be resolved"


def _wording(item: _Item, fullest: _Item) -> Wording:
    return Wording(item.account.id, item.text, item.evidence, _note(item, fullest))


def _note(item: _Item, fullest: _Item) -> str:
    """Say how a wording differs from the fullest one."""
    if item is fullest:
        return ""
    if not item.quoted:
        return "in reported speech"
    missing = len(fullest.quoted) - len(item.quoted)
    if missing > 0:
        return f"shorter by {missing} quoted word{'s' if missing > 1 else ''}"
    return "" if item.quoted == fullest.quoted else "worded otherwise"


def _unique(made: Iterable[Statement]) -> Iterable[Statement]:
    """Leave out a statement that rests on the very words of an earlier one."""
    seen: set[str] = set()
    for statement in made:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement
