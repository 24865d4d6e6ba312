"""Stories as articles come in: each is decided from itself and what came before, once and for all.

Candidates come from an inverted index over rare terms; an article joins the
story with whose members it agrees best on average, or opens one. Average, not
single, linkage: a chain of articles each like the last is not one story. What
later articles show about stories, that two are one or one is two, becomes a
proposal, and holds only for who applies it. Cost per article is bounded by
the numbers below, however long the stream is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from itertools import chain, islice
from typing import NamedTuple

from crossread.errors import CodecError
from crossread.record.article import Article, DateRange
from crossread.record.codec import from_plain, to_plain
from crossread.record.ids import content_id
from crossread.record.story import Membership, Proposal, ProposalKind
from crossread.stories.index import Index
from crossread.stories.linkage import average, between, halves
from crossread.stories.score import SHIPPED, Comparison, Models, compare, gap, probability, reason
from crossread.stories.terms import Sketch, likeness, sketch
from crossread.text.background import Background, background

# Articles that the index proposes, and stories among them that are scored; 20 to 60 and 5 to 10 tried: flat from here.
_CANDIDATES = 30
_STORIES = 8
# Newest members of a story that an article is compared with; 8 and 20 tried, flat.
_MEMBERS = 8
# Average log-odds from which an article joins: even odds, since the models' biases are tuned for that.
_JOIN = 0.0
# Log-odds with the nearest member below which a story's others are not compared; -5 to -1 tried, no decision changes.
_FAR = -2.0
# Average log-odds between the newest members from which two stories are proposed to be one. -1 to 1 tried: below 0.5
# proposals are wrong more often than right among dated news, and from 0.75 on the worked example stays in two stories
# in 12 of the 120 orders of its accounts, because two of them share little and a third joins both.
_MERGE = 0.5
# Average log-odds between two parts of a story below which they are proposed to be two; -2 to 0 tried on the tuning
# half moved into one month: none proposed below 0, pair F1 +.010 at 0. How many texts a story has when it is looked at
# first (then whenever it has doubled, so that looking costs little for each article), and how many of the newest are
# compared.
_SPLIT = 0.0
_LOOK_AT = 4
_LOOKED_AT = 16
# Average log-odds by wording alone from which a story that time keeps apart is a later stage of another's matter, and
# the fewest days between them. Of 15 such links read among known stories, four were to another matter of the same place
# or person.
_FOLLOWS = 0.0
_LATER = 2
# Likeness of all terms from which two articles are one text, printed twice or changed a little. Below it lie
# accounts that share an agency's sentences and add their own, which count as texts of their own.
_ONE_TEXT = 0.95
# Nearest articles that are held against that.
_LIKELY_TWINS = 3
# Articles that are held however old, for inputs that are not in order of time; then how often the others are
# looked through, and the most that are held at all (some 20 kB each).
_HELD_ANYWAY = 2_000
_SWEEP = 500
_MOST_HELD = 100_000

_Scored = list[tuple[list[Comparison], str]]


class Placement(NamedTuple):
    """Where an article belongs, and what its coming shows about stories."""

    story: str
    membership: Membership
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """A held article: sketch, story, the article that it is a copy or new version of, place in the stream."""

    sketch: Sketch
    story: str
    twin: str | None
    number: int


@dataclass(slots=True)
class _Group:
    """A story of held articles, in the order of their coming, with what of it outlives its articles.

    It was opened by the `opened`th article of the stream; `texts` distinct
    texts joined it so far, and it is looked at again when there are `look_at`.
    """

    opened: int
    texts: int = 0
    look_at: int = _LOOK_AT
    articles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _PlainHeld:
    """A held article as plain data."""

    article: str
    story: str
    twin: str | None
    number: int
    days: DateRange | None
    text: tuple[tuple[str, float], ...]
    lead: tuple[tuple[str, float], ...]
    title: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _PlainGroup:
    """A story as plain data."""

    story: str
    opened: int
    texts: int
    look_at: int


@dataclass(frozen=True, slots=True)
class _State:
    """A grouper as plain data: its articles in the order in which they came."""

    window_days: int
    held: tuple[_PlainHeld, ...]
    groups: tuple[_PlainGroup, ...]
    proposed: tuple[tuple[str, str], ...]
    newest: date | None
    seen: int


class Grouper:
    """Groups a stream of articles into stories. Two articles further apart than `window_days` share none."""

    def __init__(self, window_days: int, known: Background | None = None, models: Models = SHIPPED) -> None:
        self._window = window_days
        self._models = models
        self._index = Index(known or background())
        self._held: dict[str, _Held] = {}
        self._groups: dict[str, _Group] = {}
        self._proposed: set[tuple[str, str]] = set()
        self._newest: date | None = None
        self._seen = 0

    def add(self, article: Article) -> Placement:
        """Return the story that `article` belongs to, its membership in it, and what that shows about stories.

        An article that is held already, a new version of one that is, and one
        of nearly the same text, belong where that one does.
        """
        if article.id in self._held:
            again = Membership(article.id, 1.0, "the same article again")
            return Placement(self._held[article.id].story, again)
        made = sketch(article, self._index.rarity)
        near = self._index.candidates(made, _CANDIDATES)
        twin = self._twin(article, made, near)
        if twin is None:
            placed = self._place(made, near)
        else:
            other, membership = twin
            placed = Placement(self._held[other].story, membership)
            self._hold(made, placed.story, other)
        self._note_day(article)
        if self._seen % _SWEEP == 0:
            self._sweep()
        return placed

    def holds(self, article: str) -> bool:
        """Return whether a decision may still rest on the article of this id."""
        return article in self._held

    def apply(self, proposal: Proposal) -> None:
        """Decide from now on as if `proposal` were true; articles that are no longer held do not matter."""
        group = self._groups.get(proposal.other if proposal.kind is ProposalKind.MERGE else proposal.story)
        if group is None or proposal.kind is ProposalKind.FOLLOW_UP:
            return
        if proposal.kind is ProposalKind.MERGE:
            self._move(list(group.articles), proposal.story)
        else:
            self._move([a for a in group.articles if a in proposal.articles], proposal.other)
            self._proposed.add((proposal.story, proposal.other))

    def _twin(self, article: Article, made: Sketch, near: list[str]) -> tuple[str, Membership] | None:
        """Return the held article that `article` is a new version or a copy of."""
        if article.version_of in self._held:
            return article.version_of, Membership(article.id, 1.0, "a new version of a member")
        for other in near[:_LIKELY_TWINS]:
            alike = likeness(made.text, self._held[other].sketch.text)
            if alike >= _ONE_TEXT and self._in_window(made, other):
                told = Membership(article.id, round(alike, 3), "nearly the same text as a member")
                return self._held[other].twin or other, told
        return None

    def _place(self, made: Sketch, near: list[str]) -> Placement:
        within = [other for other in near if self._in_window(made, other)]
        compared = cache(partial(self._compared, made))
        scored = [(self._against(story, other, compared), story) for story, other in self._nearest_in(within)]
        scored.sort(key=lambda pair: -average(pair[0]))
        if scored and average(scored[0][0]) >= _JOIN:
            comparisons, story = scored[0]
            self._hold(made, story)
            likely = round(probability(average(comparisons)), 3)
            # One at a time: a second, made before the first is applied, might speak of a story that is no more.
            first = islice(chain(self._merges(story, scored[1:]), self._splits(story)), 1)
            return Placement(story, Membership(made.article, likely, reason(comparisons)), tuple(first))
        story = _founded(made.article)
        told = (
            f"opens the story: {_nearest(scored[0][0])}"
            if scored
            else "opens the story: nothing like it before"
        )
        follows = self._follows(story, near, compared)
        self._hold(made, story)
        return Placement(story, Membership(made.article, 1.0, told), tuple(follows))

    def _nearest_in(self, articles: list[str]) -> list[tuple[str, str]]:
        """Return the stories of `articles`, nearest first, each with the first of them that is in it."""
        first: dict[str, str] = {}
        for article in articles:
            first.setdefault(self._held[article].story, article)
        return list(first.items())[:_STORIES]

    def _in_window(self, made: Sketch, other: str) -> bool:
        days = self._held[other].sketch.days
        return made.days is None or days is None or gap(made.days, days) <= self._window

    def _against(self, story: str, nearest: str, compared: Callable[[str], Comparison]) -> list[Comparison]:
        """Compare an article with the newest members of a story; likeliest first.

        Where the nearest member is far from it, the comparison with that one stands for all.
        """
        if compared(nearest).log_odds < _FAR:
            return [compared(nearest)]
        found = [compared(member) for member in self._newest_texts(story, _MEMBERS)]
        return sorted(found, key=lambda comparison: -comparison.log_odds)

    def _compared(self, made: Sketch, other: str) -> Comparison:
        return compare(made, self._held[other].sketch, self._index.rarity, self._models)

    def _compare(self, one: str, other: str) -> Comparison:
        return self._compared(self._held[one].sketch, other)

    def _merges(self, story: str, others: _Scored) -> Iterator[Proposal]:
        """Propose that `story`, just joined, is one with others that the article might have joined as well."""
        for comparisons, other in others:
            elder, younger = sorted((story, other), key=self._age)
            if average(comparisons) < _JOIN or (elder, younger) in self._proposed:
                continue
            found = between(
                self._newest_texts(elder, _MEMBERS), self._newest_texts(younger, _MEMBERS), self._compare
            )
            if average(found) >= _MERGE:
                self._proposed.add((elder, younger))
                likely = round(probability(average(found)), 3)
                yield Proposal(ProposalKind.MERGE, elder, younger, likely, reason(found))

    def _splits(self, story: str) -> Iterator[Proposal]:
        """Propose that a story that has grown is two."""
        group = self._groups[story]
        looked_at = self._newest_texts(story, _LOOKED_AT)
        if group.texts < group.look_at or len(looked_at) < _LOOK_AT:
            return
        group.look_at = 2 * group.texts
        staying, leaving = halves(looked_at, self._compare)
        found = between(staying, leaving, self._compare)
        if len(leaving) > 1 and average(found) < _SPLIT:
            both = tuple(a for a in group.articles if a in leaving or self._held[a].twin in leaving)
            likely = round(1 - probability(average(found)), 3)
            told = f"its later part {reason(found)}"
            yield Proposal(ProposalKind.SPLIT, story, _founded(leaving[0]), likely, told, both)

    def _follows(
        self, story: str, near: list[str], compared: Callable[[str], Comparison]
    ) -> Iterator[Proposal]:
        """Say which story a newly opened one follows: the nearest whose wording it continues at a later time."""
        for other, nearest in self._nearest_in(near):
            found = self._against(other, nearest, compared)
            later = min((c.days_apart for c in found if c.days_apart is not None), default=0)
            likely = sum(self._models.undated.log_odds(c.features) for c in found) / len(found)
            if later >= _LATER and likely >= _FOLLOWS:
                score = round(probability(likely), 3)
                yield Proposal(ProposalKind.FOLLOW_UP, story, other, score, reason(found))
                return

    def _age(self, story: str) -> int:
        return self._groups[story].opened

    def _newest_texts(self, story: str, most: int) -> list[str]:
        """Return the newest held members of a story, oldest first, without copies and new versions."""
        texts = (a for a in reversed(self._groups[story].articles) if self._held[a].twin is None)
        return list(islice(texts, most))[::-1]

    def _hold(self, made: Sketch, story: str, twin: str | None = None) -> None:
        self._held[made.article] = _Held(made, story, twin, self._seen)
        group = self._groups.setdefault(story, _Group(self._seen))
        group.articles.append(made.article)
        if twin is None:
            group.texts += 1
            self._index.add(made)
        self._seen += 1

    def _move(self, articles: list[str], story: str) -> None:
        """Put held articles of one story into another."""
        group = self._groups.setdefault(story, _Group(self._seen))
        for article in articles:
            held = self._held[article]
            self._leave(article, held.story)
            self._held[article] = replace(held, story=story)
            group.articles.append(article)
            group.texts += held.twin is None
        group.articles.sort(key=lambda article: self._held[article].number)

    def _leave(self, article: str, story: str) -> None:
        group = self._groups[story]
        group.articles.remove(article)
        if not group.articles:
            del self._groups[story]

    def _note_day(self, article: Article) -> None:
        """Move the window; a date after the reading day is a mistake and must not end every story."""
        if article.published is not None:
            day = min(article.published.latest, article.as_of)
            self._newest = max(self._newest, day) if self._newest else day

    def _sweep(self) -> None:
        """Forget articles that are neither in the window nor among the last."""
        order = list(self._held)
        old = order[: max(0, len(order) - _HELD_ANYWAY)]
        surplus = max(0, len(order) - _MOST_HELD)
        for number, article in enumerate(old):
            if number < surplus or not self._recent(self._held[article].sketch.days):
                self._forget(article)
        self._proposed = {pair for pair in self._proposed if all(story in self._groups for story in pair)}

    def _recent(self, days: DateRange | None) -> bool:
        return (
            days is not None
            and self._newest is not None
            and (self._newest - days.latest).days <= self._window
        )

    def _forget(self, article: str) -> None:
        held = self._held.pop(article)
        if held.twin is None:
            self._index.remove(held.sketch)
        self._leave(article, held.story)

    def saved(self) -> bytes:
        """Return all that later decisions depend on."""
        state = _State(
            self._window,
            tuple(_plain(held) for held in self._held.values()),
            tuple(_PlainGroup(id, g.opened, g.texts, g.look_at) for id, g in self._groups.items()),
            tuple(sorted(self._proposed)),
            self._newest,
            self._seen,
        )
        return json.dumps(to_plain(state), ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    @classmethod
    def restored(cls, state: bytes, known: Background | None = None, models: Models = SHIPPED) -> Grouper:
        """Return a grouper that decides on as the one that gave `state`.

        Raises CodecError for bytes that are no such state.
        """
        try:
            plain = from_plain(_State, json.loads(state))
        except ValueError as error:
            raise CodecError(f"not a state of grouping: {error}") from error
        grouper = cls(plain.window_days, known, models)
        grouper._groups = {g.story: _Group(g.opened, g.texts, g.look_at) for g in plain.groups}
        for held in map(_back, plain.held):
            grouper._held[held.sketch.article] = held
            if held.twin is None:
                grouper._index.add(held.sketch)
        for held in sorted(grouper._held.values(), key=lambda held: held.number):
            grouper._groups[held.story].articles.append(held.sketch.article)
        grouper._proposed = set(plain.proposed)
        grouper._newest, grouper._seen = plain.newest, plain.seen
        return grouper


def _plain(held: _Held) -> _PlainHeld:
    made = held.sketch
    parts = (tuple(part.items()) for part in (made.text, made.lead, made.title))
    return _PlainHeld(made.article, held.story, held.twin, held.number, made.days, *parts)


def _back(plain: _PlainHeld) -> _Held:
    made = Sketch(plain.article, plain.days, dict(plain.text), dict(plain.lead), dict(plain.title))
    return _Held(made, plain.story, plain.twin, plain.number)


def _nearest(comparisons: list[Comparison]) -> str:
    return f"{probability(average(comparisons)):.2f} for the nearest, which {reason(comparisons)}"


def _founded(article: str) -> str:
    return content_id("story", article)
