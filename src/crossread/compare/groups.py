"""The chains of one account as groups that can be merged over a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread.record.annotation import Account, EntityType, Gender, Mention, MentionForm
from crossread.text import heads, seats
from crossread.text.ages import age_alone, age_beside
from crossread.text.closed_classes import INTRODUCING
from crossread.text.institutions import is_demonym
from crossread.text.names import NameParts, first_name_gender, key, parse, surnames
from crossread.text.offices import Office, described
from crossread.text.restrictions import restriction
from crossread.text.titles import UNIQUE_RANKS, WITH_FIRST_NAME, plain, title_gender
from crossread.text.words import forms

# So many words in a row make a quotation the same one, which nobody says by chance. Not tuned.
_BEGINNING = 8

# Behind a president's name: "Weber's short presidency", "the Weber administration", "the Weber White House".
_GOVERNS = re.compile(r"(?:[’']s?)?\s(?:[a-z-]+\s){0,2}(?:presidency|administration|White House)\b")


@dataclass
class Group:
    """Mentions, as (number of the account, number of the mention), that denote the same, and their `accounts`.

    `names` are bare name forms in order of appearance, `parsed` those of persons with more than a surname.
    `ages` are those told beside the names; `called_by_age` is that of "the 48-year-old".
    `owned` are roles that say at whose, "the Evening Post reporter". `introduced` tells that the account speaks of
    "a reporter" first, who need not be anybody it names.
    `leads` are offices that the account tells by what they govern ("Weber's presidency", "the Weber administration")
    or that a head of state is known to have held; on the account's day he holds those `sitting` and has `left` others.
    `said` are the beginnings of what they are quoted with.
    `caption` is True while all names stand in captions and the like: such a group founds no entity.
    """

    type: EntityType
    accounts: set[int] = field(default_factory=set)
    members: list[tuple[int, int]] = field(default_factory=list)
    pronouns: list[tuple[int, int]] = field(default_factory=list)
    captioned: set[tuple[int, int]] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    parsed: list[NameParts] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    described: list[Office] = field(default_factory=list)
    ages: set[int] = field(default_factory=set)
    called_by_age: int | None = None
    owned: list[Office] = field(default_factory=list)
    gender: Gender | None = None
    sure: bool = False
    titled: bool = False
    unique_ranks: set[str] = field(default_factory=set)
    leads: set[str] = field(default_factory=set)
    sitting: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    said: set[tuple[str, ...]] = field(default_factory=set)
    first_name_form: bool = False
    definite: bool = False
    introduced: bool = False
    caption: bool = True

    @property
    def full_names(self) -> list[str]:
        """The names of more than one word."""
        return [name for name in self.names if " " in name]

    def join(self, other: Group) -> None:
        """Take over all that `other` has."""
        self.accounts |= other.accounts
        self.members += other.members
        self.pronouns += other.pronouns
        self.captioned |= other.captioned
        self.names += [name for name in other.names if name not in self.names]
        self.parsed += [parts for parts in other.parsed if parts not in self.parsed]
        self.offices += other.offices
        self.ages |= other.ages
        self.said |= other.said
        self.leads |= other.leads
        self.sitting |= other.sitting
        self.left |= other.left
        self.unique_ranks |= other.unique_ranks
        self.learn_gender(other.gender, sure=other.sure)
        self.titled |= other.titled
        self.caption &= other.caption

    def learn_gender(self, gender: Gender | None, *, sure: bool) -> None:
        """Keep a gender told by a title over one that a first name suggests."""
        if gender is not None and (self.gender is None or (sure and not self.sure)):
            self.gender, self.sure = gender, sure


def genders_differ(one: Group, other: Group) -> bool:
    """Whether titles or pronouns tell different genders; what only a first name tells counts less."""
    known = (Gender.FEMALE, Gender.MALE)
    return one.gender in known and other.gender in known and one.gender is not other.gender


def groups(number: int, account: Account) -> Iterator[Group]:
    """Yield the groups of an account: one for each chain that has a name or a description."""
    chains: dict[int, list[int]] = {}
    said = _said(account)
    for index, mention in enumerate(account.annotation.mentions):
        if mention.chain is not None:
            chains.setdefault(mention.chain, []).append(index)
    for members in chains.values():
        group = _group(number, account, members)
        group.said = set[tuple[str, ...]]().union(*(said[member] for member in members if member in said))
        if group.members:
            yield group


def _said(account: Account) -> dict[int, set[tuple[str, ...]]]:
    """Return for each mention that is a speaker how the words begin that are quoted."""
    said: dict[int, set[tuple[str, ...]]] = {}
    for statement in account.annotation.statements:
        if statement.speaker is None or statement.speaker.mention is None or not statement.quoted:
            continue
        begun = forms(statement.quoted[0].of(account.text))[:_BEGINNING]
        if len(begun) == _BEGINNING:
            said.setdefault(statement.speaker.mention, set()).add(begun)
    return said


def _group(number: int, account: Account, members: list[int]) -> Group:
    mentions = account.annotation.mentions
    named = [m for m in members if mentions[m].form is not MentionForm.PRONOUN]
    group = Group(mentions[(named or members)[0]].type, {number})
    group.pronouns = [(number, m) for m in members if mentions[m].form is MentionForm.PRONOUN]
    _learn_from_titles(group, [mentions[m] for m in named])
    for index in named:
        mention = mentions[index]
        group.members.append((number, index))
        telling = account.article.telling(mention.span)
        if not telling:
            group.captioned.add((number, index))
        if mention.form is MentionForm.NAME:
            group.caption &= not telling
            _add_name(group, mention)
            _learn_offices(group, account, mention)
        else:
            group.caption &= not (telling and not any(mentions[m].form is MentionForm.NAME for m in named))
            age = age_alone(mention.name)
            group.called_by_age = group.called_by_age if age is None else age
            if age is None:
                _describe(group, account, mention)
            first = mention.span.of(account.text).split(None, 1)[0].lower()
            group.definite |= first not in INTRODUCING
            group.introduced |= first in INTRODUCING
        age = age_beside(account.text, mention.span) if mention.form is MentionForm.NAME and telling else None
        if age is not None:
            group.ages.add(age)
        if telling and mention.type is EntityType.PERSON and _GOVERNS.match(account.text, mention.span.end):
            group.leads.add("president")
        if telling:
            group.offices += seats.offices(
                account.text, mention.span.end, [span.of(account.text) for span in mention.roles]
            )
    return group


def _learn_offices(group: Group, account: Account, mention: Mention) -> None:
    """Learn the offices that whoever bears a name is known to have held, and to hold on the account's day."""
    if mention.type is not EntityType.PERSON:
        return
    parts, day = parse(mention.name), account.article.published
    group.leads |= heads.offices_of(parts)
    if day is None:
        return
    group.sitting |= heads.offices_on(parts, day.earliest, day.latest)
    told = heads.OFFICES if parts.full else {plain(word) for word in mention.title.split()}
    group.left |= {held for held in told if heads.has_left(parts, held, day.earliest, day.latest)}


def _describe(group: Group, account: Account, mention: Mention) -> None:
    """Learn from a description what it says of its person."""
    said = described(mention.name, restriction(account.analysis, mention.span))
    group.described.append(said)
    if said.words and any(word[0].isupper() and not is_demonym(word) for word in mention.name.split()):
        group.owned.append(said)


def _learn_from_titles(group: Group, mentions: Sequence[Mention]) -> None:
    """Learn the gender that titles tell; a surname's title that contradicts a full name is a slip."""
    titled = [(mention, told) for mention in mentions if (told := title_gender(mention.title)) is not None]
    names = (m.name for m in mentions if titled and m.form is MentionForm.NAME)
    full = {first_name_gender(parse(name).first) for name in names} - {None}
    for mention, told in titled:
        slip = " " not in mention.name and len(full) == 1 and told not in full
        group.learn_gender(None if slip else told, sure=True)


def _add_name(group: Group, mention: Mention) -> None:
    if mention.name not in group.names:
        group.names.append(mention.name)
    if mention.type is not EntityType.PERSON:
        return
    parts = parse(mention.name)
    if parts.full and parts not in group.parsed and key(mention.name) not in surnames(group.names):
        group.parsed.append(parts)
    group.learn_gender(first_name_gender(parts.first) if parts.full else None, sure=False)
    group.titled |= bool(mention.title)
    group.unique_ranks |= {plain(word) for word in mention.title.split()} & UNIQUE_RANKS
    group.first_name_form |= not mention.title or plain(mention.title.split()[-1]) in WITH_FIRST_NAME
