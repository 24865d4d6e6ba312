"""Stories as articles come in: each is decided from itself and what came before, once and for all.

Candidates come from an inverted index over rare terms; an article joins the
story with whose members it agrees best on average, or opens one. Average, not
single, linkage: a chain of articles each like the last is not one story. Cost
per article is bounded by the numbers below, however long the stream is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from crossread.errors import CodecError
from crossread.record.article import Article, DateRange
from crossread.record.codec import from_plain, to_plain
from crossread.record.ids import content_id
from crossread.record.story import Membership
from crossread.stories.index import Index
from crossread.stories.score import Comparison, compare, gap, probability, reason
from crossread.stories.terms import Sketch, Weights, sketch
from crossread.text.background import Background, background

# Articles that the index proposes, and stories among them that are scored; 30 to 60 and 10 tried, flat.
_CANDIDATES = 30
_STORIES = 10
# Newest members of a story that an article is compared with; 8 and 20 tried, flat.
_MEMBERS = 8
# Average log-odds from which an article joins. -1 to 1 tried on the tuning half: pair F1 .889, .891, .897
# (at 0), .877 (at 0.5).
_JOIN = 0.0
# Articles that are held however old, for inputs that are not in order of time; then how often the others are
# looked through, and the most that are held at all (some 20 kB each).
_HELD_ANYWAY = 2_000
_SWEEP = 500
_MOST_HELD = 100_000


@dataclass(frozen=True, slots=True)
class _Held:
    """A held article as plain data: its sketch and story."""

    article: str
    story: str
    days: DateRange | None
    text: tuple[tuple[str, float], ...]
    lead: tuple[tuple[str, float], ...]
    title: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """A grouper as plain data: its articles in the order in which they came."""

    window_days: int
    held: tuple[_Held, ...]
    newest: date | None
    seen: int


class Grouper:
    """Groups a stream of articles into stories. Two articles further apart than `window_days` share none."""

    def __init__(self, window_days: int, known: Background | None = None) -> None:
        self._window = window_days
        self._index = Index(known or background())
        self._sketches: dict[str, Sketch] = {}
        self._story_of: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._newest: date | None = None
        self._seen = 0

    def add(self, article: Article) -> tuple[str, Membership]:
        """Return the id of the story that `article` belongs to, and its membership in it.

        An article that is held already, or a new version of one that is,
        belongs where that one does.
        """
        if article.id in self._story_of:
            return self._story_of[article.id], Membership(article.id, 1.0, "the same article again")
        made = sketch(article, self._index.rarity)
        story, membership = self._place(article, made)
        self._hold(made, story)
        self._note_day(article)
        if self._seen % _SWEEP == 0:
            self._sweep()
        return story, membership

    def _place(self, article: Article, made: Sketch) -> tuple[str, Membership]:
        if article.version_of in self._story_of:
            return self._story_of[article.version_of], Membership(
                article.id, 1.0, "a new version of a member"
            )
        scored = [(self._average(made, story), story) for story in self._near(made)]
        best = max(scored, key=lambda pair: pair[0][0], default=None)
        if best is None:
            return _founded(article), Membership(article.id, 1.0, "opens the story: nothing like it before")
        (average, comparisons), story = best
        likely = round(probability(average), 3)
        if average < _JOIN:
            told = f"opens the story: {likely:.2f} for the nearest, which {reason(comparisons)}"
            return _founded(article), Membership(article.id, 1.0, told)
        return story, Membership(article.id, likely, reason(comparisons))

    def _near(self, made: Sketch) -> list[str]:
        """Return the stories of the articles that the index proposes, nearest first."""
        within = (a for a in self._index.candidates(made, _CANDIDATES) if self._in_window(made, a))
        return list(dict.fromkeys(self._story_of[article] for article in within))[:_STORIES]

    def _in_window(self, made: Sketch, other: str) -> bool:
        days = self._sketches[other].days
        return made.days is None or days is None or gap(made.days, days) <= self._window

    def _average(self, made: Sketch, story: str) -> tuple[float, list[Comparison]]:
        comparisons = [
            compare(made, self._sketches[member], self._index.rarity)
            for member in self._members[story][-_MEMBERS:]
        ]
        average = sum(comparison.log_odds for comparison in comparisons) / len(comparisons)
        return average, sorted(comparisons, key=lambda comparison: -comparison.log_odds)

    def _hold(self, made: Sketch, story: str) -> None:
        self._sketches[made.article] = made
        self._story_of[made.article] = story
        self._members.setdefault(story, []).append(made.article)
        self._index.add(made)
        self._seen += 1

    def _note_day(self, article: Article) -> None:
        """Move the window; a date after the reading day is a mistake and must not end every story."""
        if article.published is not None:
            day = min(article.published.latest, article.as_of)
            self._newest = max(self._newest, day) if self._newest else day

    def _sweep(self) -> None:
        """Forget articles that are neither in the window nor among the last."""
        order = list(self._sketches)
        old = order[: max(0, len(order) - _HELD_ANYWAY)]
        surplus = max(0, len(order) - _MOST_HELD)
        for number, article in enumerate(old):
            if number < surplus or not self._recent(self._sketches[article].days):
                self._forget(article)

    def _recent(self, days: DateRange | None) -> bool:
        return (
            days is not None
            and self._newest is not None
            and (self._newest - days.latest).days <= self._window
        )

    def _forget(self, article: str) -> None:
        self._index.remove(self._sketches.pop(article))
        story = self._story_of.pop(article)
        self._members[story].remove(article)
        if not self._members[story]:
            del self._members[story]

    def saved(self) -> bytes:
        """Return all that later decisions depend on."""
        held = tuple(
            _Held(
                made.article, self._story_of[made.article], made.days,
                tuple(made.text.items()), tuple(made.lead.items()), tuple(made.title.items()),
            )
            for made in self._sketches.values()
        )  # fmt: skip
        plain = to_plain(_State(self._window, held, self._newest, self._seen))
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    @classmethod
    def restored(cls, state: bytes, known: Background | None = None) -> Grouper:
        """Return a grouper that decides on as the one that gave `state`.

        Raises CodecError for bytes that are no such state.
        """
        try:
            plain = from_plain(_State, json.loads(state))
        except ValueError as error:
            raise CodecError(f"not a state of grouping: {error}") from error
        grouper = cls(plain.window_days, known)
        for held in plain.held:
            made = Sketch(held.article, held.days, _back(held.text), _back(held.lead), _back(held.title))
            grouper._hold(made, held.story)
        grouper._newest, grouper._seen = plain.newest, plain.seen
        return grouper


def _back(pairs: tuple[tuple[str, float], ...]) -> Weights:
    return dict(pairs)


def _founded(article: Article) -> str:
    return content_id("story", article.id)
