"""Whom definite descriptions mean over the accounts of a story: "the mayor", "the 48-year-old", "the president"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.compare.groups import Group, genders_differ
from crossread.record.annotation import EntityType
from crossread.text.listing import listed
from crossread.text.offices import Office, held_as, is_singular, same_holder, tells_country


def join(merged: Sequence[Group], described: Iterable[Group]) -> None:
    """Add each definite description to the one person whom some account tells to be such."""
    people = [group for group in merged if group.type is EntityType.PERSON and not group.caption]
    named: dict[int, list[tuple[int, int]]] = defaultdict(list)  # by account: the mention, whose it is
    for number, person in enumerate(people):
        for account, mention in person.members:
            named[account].append((mention, number))
    told = _Told(people)
    for group in described:
        if group.type is not EntityType.PERSON or not group.definite:
            continue
        account, first = min(group.members)
        before = max(((m, number) for m, number in named[account] if m < first), default=None)
        last = people[before[1]] if before else None
        near = [(number, people[number]) for number in told.such_as(group, before[1] if before else None)]
        holders = [
            number
            for number, person in near
            if not genders_differ(person, group) and _may_be_called(person, group, last)
        ]
        holders = sorted({*holders, *_heads(people, group)})
        holders = _still_in_office(people, holders, group)
        if any(_may_be_predecessor(people, named[a], m, group) for a, m in group.members):
            continue
        if len(holders) == 1:
            people[holders[0]].join(group)
            told.learn(holders[0], group)
            for account, mention in group.members:
                named[account].append((mention, holders[0]))


def _heads(people: Sequence[Group], group: Group) -> list[int]:
    """Return the heads of state whom a bare description may mean that gives no name: "the president"."""
    said = group.described
    if not said or group.introduced or not _is_bare(group) or any(words.ranks for words in said):
        return []
    heads = {words.head for words in said}
    return [n for n, person in enumerate(people) if heads <= person.sitting]


# Words that tell no more than which country the account speaks of: "the president of this country".
_OWN_COUNTRY = listed("this america american country nation republic states u s united us")


def _is_bare(group: Group) -> bool:
    return all(words.words <= _OWN_COUNTRY for words in group.described)


# So many people named last before "the president" may be whom it means, if they held that office once.
_NEAR = 2


def _may_be_predecessor(
    people: Sequence[Group], named: Iterable[tuple[int, int]], mention: int, group: Group
) -> bool:
    """Whether an account that has just told of a former head of state may mean him by "the president"."""
    before = sorted((m, number) for m, number in named if m < mention)[-_NEAR:]
    held = {words.head for words in group.described}
    return _is_bare(group) and any(not people[number].left.isdisjoint(held) for _, number in before)


def _still_in_office(people: Sequence[Group], holders: list[int], group: Group) -> list[int]:
    """Return of several holders those whom a bare description may mean: no head of state who has left office.

    Where still more than one is left, the only one whom the account names.
    """
    heads = {words.head for words in group.described}
    if not _is_bare(group):
        return holders
    left = [n for n in holders if people[n].left.isdisjoint(heads)]
    home = [n for n in left if not any(o.head in heads and tells_country(o) for o in people[n].offices)]
    left = home if len(left) > 1 and home else left
    here = [n for n in left if not people[n].accounts.isdisjoint(group.accounts)]
    return here if len(left) > 1 and len(here) == 1 else left


class _Told:
    """What is told of people, by what they are told to be: a story has thousands of descriptions."""

    def __init__(self, people: Sequence[Group]) -> None:
        self.offices: dict[Office, set[int]] = defaultdict(set)
        self.by_head: dict[str, set[Office]] = defaultdict(set)
        self.ages: dict[int, set[int]] = defaultdict(set)
        for number, person in enumerate(people):
            self.learn(number, person)

    def learn(self, number: int, group: Group) -> None:
        for held in group.offices:
            self.offices[held].add(number)
            self.by_head[held.head].add(held)
        for age in group.ages:
            self.ages[age].add(number)

    def such_as(self, group: Group, last: int | None) -> list[int]:
        """Return the numbers of the people of whom a group of descriptions may be; `last` was named last."""
        said = next((words for words in group.described if is_singular(words)), None)
        if said is not None:
            heads = (held for head in held_as(said) for held in self.by_head.get(head, ()))
            fitting = (self.offices[held] for held in heads if same_holder(said, held))
            return sorted(set[int]().union(*fitting))
        if group.called_by_age is not None:
            return sorted(self.ages.get(group.called_by_age, ()))
        return [] if last is None else [last]


def _may_be_called(person: Group, group: Group, last: Group | None) -> bool:
    """Whether a person is such as a group of descriptions tells.

    An office or an age tells who it is in any account. A people, youth or an employer, which others share of whom
    no account tells it, only takes up whom the account named last.
    """
    said = [words for words in group.described if is_singular(words)]
    if said:
        return all(_holds(person.offices, words) for words in said)
    if group.called_by_age is not None:
        return group.called_by_age in person.ages
    if group.introduced:
        return False
    return (
        person is last and bool(group.owned) and all(_holds(person.offices, words) for words in group.owned)
    )


def _holds(offices: Iterable[Office], words: Office) -> bool:
    return any(same_holder(words, held) for held in offices)
