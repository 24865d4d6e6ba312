"""Which happening of another account some words speak of: links between expressions of time.

A link is judged by the content words that the two sentences share. Words
that the whole story uses, or that it uses in several weeks, tell little of
which day is meant; names alone tell nothing, since the same people do many things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.compare.days.anchors import Anchor, Dated, lemmas
from crossread.record.annotation import Account, Tense, TimeKind
from crossread.text.calendar import at

# What two sentences must share, in content words, to speak of one happening: a strong link stands alone,
# a weak one needs a second from another sentence. Words without a weekday ("yesterday") agree with any
# day, those with one by chance in one of seven.
# Tuned on 183 dated articles of 2016 to 2018, one at a time undated (strong 3 to 6, weak 2 to 3).
STRONG = 4.0
WEAK = 2.5
_STRONG_WITHOUT_WEEKDAY = 4.0
# What part of the words a weekday in one account and a date in another must share to be one day (0.2 to 0.6
# tried on the same stories: below it, "Wednesday" takes the date of an older happening of that kind).
_SHARED_WITH_A_DATE = 0.6
# What is taken from the count of words that the opening of an account shares; it never makes more than a
# strong link, so that the sentence itself decides where it can.
_LEAD_LESS = 1.0
# How much more the best day must share than the next one.
_MARGIN = 1.0
# What an equal event noun adds ("yesterday's events" and "Saturday's events").
_SAME_HEAD = 3.0
# What each further account adds, up to three, whose sentence of that day shares at least `_SECONDING` words, be
# they names: against many accounts, one with the day of its first version says little.
_SECOND, _SECONDS, _SECONDING = 1.0, 3, 3.0
# A story whose known days span more than this many days sees a weekday come round again. There, a word in
# more than this part of the accounts belongs to the topic, and counts half.
_ONE_STORY = 10
_COMMON, _TOPIC_WEIGHT = 0.6, 0.5
# Days further apart than this are of different runs of news.
_RUN_GAP = 6
# What part of a story's dated accounts a run must hold for its metadata to date others: pages that
# were crawled or updated later carry lone days.
_RUN_PART = 0.25
_RUN_GAP_OF_METADATA = 3


@dataclass(frozen=True)
class Link:
    """Words that speak of the happening on `day`; `score` counts what the sentences share."""

    day: date
    score: float
    planned: bool = False  # it was still to come when it was told

    @property
    def strong(self) -> bool:
        return self.score >= STRONG


def long_running(days: Iterable[date]) -> bool:
    """Whether these days lie so far apart that a weekday comes round again among them."""
    days = sorted(days)
    return bool(days) and (days[-1] - days[0]).days > _ONE_STORY


def vocabulary(account: Account) -> frozenset[str]:
    """Return the content lemmas of all that the account tells."""
    return lemmas(account, (i for s in account.sentences for i in range(s.first, s.last)))


def rarity(accounts: Sequence[Account], anchors: Iterable[Anchor] = ()) -> Mapping[str, float]:
    """Return how much each lemma tells of which day is meant: 1, less where many accounts or weeks use it.

    Empty for a story of a few days, where every word tells alike.
    """
    known = {a.id: day.earliest for a in accounts if (day := a.article.published) is not None}
    named = [anchor.day for anchor in anchors if anchor.own_day or not anchor.bound]
    if not long_running([*known.values(), *named]):
        return {}
    trusted = in_the_run(accounts)
    known = {id: day for id, day in known.items() if id in trusted}
    run_of = {day: at for at, run in enumerate(_runs(known.values(), _RUN_GAP)) for day in run}
    holders: dict[str, list[str]] = {}
    for account in accounts:
        for lemma in vocabulary(account):
            holders.setdefault(lemma, []).append(account.id)
    weights = {}
    for lemma, ids in holders.items():
        runs = {run_of[known[id]] for id in ids if id in known}
        topic = len(ids) > _COMMON * len(accounts)
        weights[lemma] = (_TOPIC_WEIGHT if topic else 1.0) / max(1, len(runs))
    return weights


def in_the_run(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the accounts whose metadata day may date others: those with company near that day."""
    known = {a.id: day.earliest for a in accounts if (day := a.article.published) is not None}
    runs = _runs(known.values(), _RUN_GAP_OF_METADATA)
    enough = _RUN_PART * len(known)
    days = {day for run in runs if sum(one in run for one in known.values()) >= enough for day in run}
    return frozenset(id for id, day in known.items() if day in days)


def _runs(days: Iterable[date], gap: int) -> list[set[date]]:
    runs: list[set[date]] = []
    newest = None
    for day in sorted(days):
        if newest is None or day - newest > timedelta(gap):
            runs.append(set())
        runs[-1].add(day)
        newest = day
    return runs


def linked(
    one: Dated, anchors: Sequence[Anchor], weights: Mapping[str, float], lead: frozenset[str]
) -> Link | None:
    """Return the link to the anchored happening that these words speak of; None unless one day wins.

    `lead` are the content words of the account's opening: in a story of a few
    days a weekday speaks of the happening that the opening tells.
    """
    if weights or long_running(anchor.day for anchor in anchors):
        lead = frozenset()
    best: dict[date, Link] = {}
    for anchor in anchors:
        if one.form.weekday is None or anchor.day.weekday() == one.form.weekday:
            found = Link(
                anchor.day,
                _score(one, anchor.dated, weights, lead),
                anchor.dated.form.tense is Tense.FUTURE,
            )
            best[anchor.day] = max(best.get(anchor.day, found), found, key=lambda link: link.score)
    ranked = sorted(
        (
            replace(link, score=link.score + _seconded(one, day, anchors, weights))
            for day, link in best.items()
        ),
        key=lambda link: -link.score,
    )
    need = WEAK if one.form.weekday is not None else _STRONG_WITHOUT_WEEKDAY
    if not ranked or ranked[0].score < need:
        return None
    clear = len(ranked) == 1 or ranked[1].score <= ranked[0].score - _MARGIN
    return ranked[0] if clear else None


def _score(one: Dated, other: Dated, weights: Mapping[str, float], lead: frozenset[str]) -> float:
    by_lead = lead & other.lemmas if one.form.weekday is not None else frozenset()
    by_opening = min(len(by_lead) - _LEAD_LESS, STRONG) if not by_lead <= other.names else 0.0
    return max(likeness(one, other, weights), by_opening)


def likeness(one: Dated, other: Dated, weights: Mapping[str, float]) -> float:
    """Return how many content words two sentences share, each counted for what it tells."""
    common = one.lemmas & other.lemmas
    if common <= one.names | other.names:
        return 0.0
    same_head = bool(one.head) and one.head == other.head
    return sum(weights.get(lemma, 1.0) for lemma in common) + (_SAME_HEAD if same_head else 0.0)


def _seconded(one: Dated, day: date, anchors: Sequence[Anchor], weights: Mapping[str, float]) -> float:
    sharing = {
        anchor.dated.account.id
        for anchor in anchors
        if anchor.day == day
        and sum(weights.get(lemma, 1.0) for lemma in one.lemmas & anchor.dated.lemmas) >= _SECONDING
    }
    return _SECOND * min(max(0, len(sharing) - 1), _SECONDS)


def paired_across(words: Sequence[Dated]) -> list[Anchor]:
    """Return the weekdays that another account dates: "on Wednesday" here, "on Nov. 2, 2016" there.

    Only a date with its year, which falls on that weekday, is believed: some
    year fits any date without one.
    """
    dates: dict[int | None, list[tuple[date, Dated]]] = defaultdict(list)  # by weekday
    for one in words:
        form = one.form
        full = form.year and form.month and form.day and form.to is None
        if full and (days := at(form, date(form.year or 1, 1, 1))):
            dates[days[0].weekday()].append((days[0], one))
    return [
        Anchor(day, one, f"“{one.words}” is “{other.words}” in another account")
        for one in words
        if one.form.kind is TimeKind.WEEKDAY and one.form.month is None and one.form.tense is Tense.PAST
        for day, other in dates[one.form.weekday]
        if other.account.id != one.account.id and _is_that_day(one, other)
    ]


def _is_that_day(one: Dated, other: Dated) -> bool:
    shared = len(one.lemmas & other.lemmas) / max(1, min(len(one.lemmas), len(other.lemmas)))
    return shared >= _SHARED_WITH_A_DATE and likeness(one, other, {}) >= STRONG
