"""Which dated clauses tell one happening: those of one day that share who, what and the verb; and the news of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.compare.timeline.telling import Telling
from crossread.record.annotation import Account, Event, EventKind, TimeExpression
from crossread.record.article import DateRange

# Two dated clauses tell the same happening when they share this part of the smaller one's content
# words, and at least so many of them. Read on the example and five stories (0.3 to 0.6; 2 to 3).
_ALIKE = 0.4
_SHARED = 2
_HOLDS_A_DAY = 31  # a wider range says nothing of a day in it
# What clauses in the leads of two accounts must share to tell one piece of news of one day: so many words beyond names,
# and this part of the shorter one's; less where they tell it of the same doer; or many words, and a smaller part. Read
# on the 40 pairs of leads of 60 stories that share two words or more: 12 of one piece of news, all found; none of the
# others was. Outside the leads one doer's deed and his words on it share as much as any two leads do.
_SHARED_NEWS, _MANY_SHARED = 3, 5
_ALIKE_LEADS, _ALIKE_OF_ONE, _ALIKE_WITH_MANY = 0.5, 0.25, 0.3
# A member of a group with fewer content words is too vague to speak against another.
_VAGUE = 6
_ALIKE_OTHERWISE = 0.6  # what their clauses must share where the verbs differ ("fell", "plummeted")
# A noun phrase with a day joins a clause of that day when half of its words are there.
_ALIKE_PHRASE = 0.5


@dataclass(frozen=True)
class Happening:
    """One account's dated clause."""

    account: Account
    event: Event
    days: DateRange
    lemmas: frozenset[str]
    names: frozenset[str]  # those of the lemmas that are proper names
    numbers: frozenset[str]
    speakers: frozenset[str]  # the lemmas of the verb's subject
    told: int  # how many content words the clause has; what the story is about says twice as much
    quoted: bool  # inside quotation marks: somebody's words, not the account's
    heads: frozenset[str]  # the lemmas of the happening's own word
    clause: bool  # whether it has a verb of its own; else a noun phrase
    telling: Telling | None  # the words that say alone who did what, where the account has such
    leads: bool  # among the first sentences that its account tells

    @property
    def text(self) -> str:
        return self.event.span.of(self.account.text)

    @property
    def time(self) -> TimeExpression:
        return self.account.annotation.times[self.event.time]


def grouped(found: Sequence[Happening]) -> list[list[Happening]]:
    """Group what tells the same: clauses with an exact day first, so that vaguer ones find their place."""
    groups: list[list[Happening]] = []
    telling: dict[str, set[int]] = {}  # the groups in which a word occurs
    for one in sorted(found, key=lambda one: (one.days.days > 1, not one.clause)):
        near = sorted({place for word in one.lemmas for place in telling.get(word, ())})
        alike = [(score, -i) for i in near if (score := _likeness(one, groups[i])) > 0.0]
        if len(alike) > 1 and len(one.lemmas) == 1:
            alike = []  # "the bombing on Thursday" may be either of two
        place = -max(alike)[1] if alike else len(groups)
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        for word in one.lemmas:
            telling.setdefault(word, set()).add(place)
    return groups


def _likeness(one: Happening, group: list[Happening]) -> float:
    """Return how alike a happening is to a group: the mean over its members, 0 where one speaks against it.

    Members with the very same exact day are heard first: what a vaguer one leaves out does not count.
    """
    same = [other for other in group if other.days.days == one.days.days == 1]
    scores = [_alike(one, other) for other in same or group]
    agree = all(
        score or one_deed(one, other) or len(other.lemmas) < _VAGUE
        for score, other in zip(scores, same or group, strict=True)
    )
    return sum(scores) / len(scores) if agree else 0.0


def one_deed(one: Happening, other: Happening) -> bool:
    """Whether two clauses have the same verb and time, and so do not speak against each other."""
    alike = bool(one.heads & other.heads) and one.event.kind is other.event.kind
    return alike and one.clause and other.clause and same_time(one, other)


def _alike(one: Happening, other: Happening) -> float:
    if one.event.kind is other.event.kind is EventKind.SAID and _two_speak(one, other):
        return 0.0
    if _is_the_news(one, other):
        return _share(one, other)
    if not same_time(one, other) or one.event.kind is not other.event.kind:
        return 0.0
    if one.days.days != other.days.days and max(one.days.days, other.days.days) > _HOLDS_A_DAY:
        deed = one_deed(one, other) and len(_common(one, other)) >= _SHARED
        return share if deed and (share := _share(one, other)) >= _ALIKE_OTHERWISE else 0.0
    wide = one.account is other.account or max(one.days.days, other.days.days) > _HOLDS_A_DAY
    if wide and one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0  # one account tells two counts of two things, a year holds more than one
    shared = one.lemmas & other.lemmas
    if shared <= one.names | other.names:
        return 0.0  # the same people do many things
    share = _share(one, other)
    one_day = one.days.days == other.days.days == 1
    if one_day and one.event.kind is EventKind.SAID and shared & one.names & other.names:
        return share if share >= _ALIKE and len(_common(one, other)) >= _SHARED else 0.0
    if one.clause and other.clause:
        same_head = bool(one.heads & other.heads) or (
            bool(one.heads & other.lemmas) and share > _ALIKE_PHRASE
        )
        exact = (one.days.earliest, one.days.latest) == (other.days.earliest, other.days.latest)
        much = len(shared - (one.names & other.names)) >= _SHARED_NEWS
        otherwise = exact and share >= _ALIKE_OTHERWISE and much
        if not same_head and not otherwise:
            return 0.0  # "an officer appeared in court", "officers detained women": two deeds
        return share if share >= _ALIKE and len(shared) >= _SHARED else 0.0
    need = 1 if one.days.days == other.days.days == 1 else _SHARED
    return share if share >= _ALIKE_PHRASE and len(shared) >= need else 0.0


def _share(one: Happening, other: Happening) -> float:
    """Return the part of the shorter clause's words that the other has too."""
    return len(one.lemmas & other.lemmas) / max(1, min(len(one.lemmas), len(other.lemmas)))


def _common(one: Happening, other: Happening) -> frozenset[str]:
    """Return the words that both clauses have, without names: the same people do many things."""
    return (one.lemmas & other.lemmas) - one.names - other.names


def _two_speak(one: Happening, other: Happening) -> bool:
    """Whether the clauses name two speakers; whom "he" means is not known here."""
    return bool(one.speakers and other.speakers) and not one.speakers & other.speakers


def _is_the_news(one: Happening, other: Happening) -> bool:
    """Whether two accounts tell one piece of news of one day: lead with it, or tell it of one doer.

    It may be done in one and said to be done in the other.
    """
    kinds = one.event.kind, other.event.kind
    if one.account is other.account or not (one.clause and other.clause) or EventKind.SCHEDULED in kinds:
        return False
    if not one.days.days == other.days.days == 1 or one.days.earliest != other.days.earliest:
        return False
    doers, common = sorted((one.speakers, other.speakers), key=len), len(_common(one, other))
    if one.leads and other.leads:
        many = _ALIKE_WITH_MANY if common >= _MANY_SHARED else _ALIKE_LEADS
        least = _ALIKE_OF_ONE if one.speakers & other.speakers else many
    elif doers[0] and doers[0] <= doers[1]:
        least = _ALIKE_LEADS
    else:
        return False
    return common >= _SHARED_NEWS and _share(one, other) >= least


def same_time(one: Happening, other: Happening) -> bool:
    """Exact days must be equal; a wider range must hold the narrower one, or overlap another wide one."""
    narrow, wide = sorted((one.days, other.days), key=lambda days: days.days)
    if narrow.days > 1:
        return wide.earliest <= narrow.latest and narrow.earliest <= wide.latest
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest
