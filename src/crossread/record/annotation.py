"""What is found in one article: mentions, statements, times, figures, acts, events.

All positions are spans of that article's text; references between the parts
are indices into the tuples of the same `Annotation`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from crossread.record.analysis import Analysis, Sentence
from crossread.record.article import Article, DateRange, as_read
from crossread.record.span import Evidence, Span, evidence


class EntityType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"


class MentionForm(StrEnum):
    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that denote somebody or something.

    `span` covers the mention with its title ("Dame Cressida Dick"), without a
    possessive ending. `name` is the bare name ("Cressida Dick"), the words of
    a description without its article ("home secretary"), or the pronoun in
    lower case. `roles` are the spans of role words tied to it by grammar
    ("Metropolitan Police Commissioner"). Mentions with one `chain` denote the
    same within the article; None where that is not known.
    """

    span: Span
    type: EntityType
    form: MentionForm
    name: str
    title: str = ""
    gender: Gender | None = None
    plural: bool = False
    roles: tuple[Span, ...] = ()
    chain: int | None = None


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeKind(StrEnum):
    """How a time expression gets its days."""

    CALENDAR = "calendar"  # names days by itself: "3 March", "2021"
    WEEKDAY = "weekday"  # "Wednesday", "last Friday", "Saturday night"
    OFFSET = "offset"  # counted from an anchor: "yesterday", "two weeks ago"
    PERIOD = "period"  # a unit around an anchor: "this week", "last month"
    CLOCK = "clock"  # a time of day only: "9.30pm"
    LENGTH = "length"  # a duration or repeated time: no days
    VAGUE = "vague"  # "recently": no days


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class TimeForm:
    """What a time expression says, before any anchor is known.

    Months and days count from 1, weekdays from Monday = 0. `steps` counts
    `unit`s from the anchor (-1: last / ago, 0: this, +1: next / from now); None
    leaves the direction to `tense`, the tense of the verb it belongs to.
    `to` closes a range ("between 3 and 5 March"). `part` is a part of the day
    or of the unit ("night", "early", "late", "morning"). `anaphoric` forms are
    anchored on the last day the text named, not on the article's own day.
    `clock` is "HH:MM".
    """

    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    steps: int | None = None
    part: str | None = None
    clock: str | None = None
    tense: Tense | None = None
    anaphoric: bool = False
    to: TimeForm | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that denote a time.

    `value` is the TIMEX3 value, `days` the range of days; both None while the
    anchor (the article's own day) is unknown or the expression has no days.
    """

    span: Span
    type: TimeType
    form: TimeForm
    rule: str
    value: str | None = None
    days: DateRange | None = None


class StatementKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Manner(StrEnum):
    """How somebody makes known what a statement gives: by words, or by a view that an account reports."""

    SPEECH = "speech"
    WRITING = "writing"
    VIEW = "view"  # thought, felt, feared, wanted: no words of theirs are reported


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who says, does, or is asked something: the words that name them.

    `mention` is the index of the mention in the annotation, None where the
    words are no mention (a description that denotes nobody in particular).
    """

    span: Span
    mention: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedStatement:
    """Something that one article reports as said or written.

    `spans` are the words of the content without quotation marks, one span for
    each unbroken stretch; `quoted` are those of them (or parts of them) that
    stand in quotation marks. `speaker` is None where it could not be settled;
    `basis` says how it was settled, or why not. `time` indexes the times.
    `relayer` is who reports that the speaker said it, where that is not the
    account itself: "Roe said that Lee had told her …". `kept_back` says why the
    statement cannot be shown by itself; it is empty where it can.
    """

    kind: StatementKind
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    speaker: Party | None = None
    basis: str = ""
    confidence: float = 0.0
    cue: Span | None = None
    channel: Party | None = None
    venue: Party | None = None
    addressee: Party | None = None
    time: int | None = None
    manner: Manner = Manner.SPEECH
    relayer: Party | None = None
    kept_back: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `span` covers number, unit and modifier as worded.

    `value` is None where only bounds are given (`low`, `high`). `measure` says
    what is counted or measured, `subject` whose measure it is, in the words of
    the text. `modifier` is "at least", "about", "up to" … as a normal form.
    `speaker` is the index of the statement that gives it, if one does.
    """

    span: Span
    measure: str
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    subject: str | None = None
    modifier: str | None = None
    statement: int | None = None


class ActKind(StrEnum):
    DEMAND = "demand"
    REQUEST = "request"
    COMMITMENT = "commitment"
    RECOMMENDATION = "recommendation"
    INQUIRY = "inquiry"
    REFUSAL = "refusal"
    ARREST = "arrest"
    CHARGE = "charge"
    COURT = "court"
    RESIGNATION = "resignation"
    DECISION = "decision"
    SCHEDULED = "scheduled"
    APOLOGY = "apology"
    DENIAL = "denial"
    OPPOSITION = "opposition"


# What somebody asks of another.
ASKING = frozenset({ActKind.DEMAND, ActKind.REQUEST})
# Steps of a case at law; a suspect is first arrested, what follows is before a court.
BEFORE_COURT = frozenset({ActKind.CHARGE, ActKind.COURT})
AT_LAW = BEFORE_COURT | {ActKind.ARREST}
# What somebody can be forced to do, and what others may judge by saying it was done: "he refused to compromise".
OWN_DEEDS = ASKING | {
    ActKind.DECISION,
    ActKind.RESIGNATION,
    ActKind.APOLOGY,
    ActKind.REFUSAL,
    ActKind.OPPOSITION,
}
# Kinds whose action is the deed itself, so that a time inside it can date it ("arrested on Sunday"); in the
# action of other kinds a time dates what is to be done.
DEED_IN_ACTION = AT_LAW | {ActKind.RESIGNATION, ActKind.DECISION}


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody answering, or made to answer, for something.

    `span` is the clause that shows it, `cue` the words that make it this kind
    of act, `action` the words of what is to be done or was done. `due` indexes
    the times, `statement` the statement that carries it.
    """

    kind: ActKind
    span: Span
    cue: Span
    action: Span
    actor: Party | None = None
    addressee: Party | None = None
    due: int | None = None
    statement: int | None = None


class EventKind(StrEnum):
    HAPPENED = "happened"
    SCHEDULED = "scheduled"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that the article dates: its clause, its head verb or noun, its time."""

    span: Span
    head: Span
    kind: EventKind
    time: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one article; its mentions stand in the order of the text."""

    article: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[ReportedStatement, ...] = ()
    figures: tuple[Figure, ...] = ()
    acts: tuple[Act, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Account:
    """One article of a story with all that is known about it on its own."""

    article: Article
    analysis: Analysis
    annotation: Annotation

    @cached_property
    def id(self) -> str:
        return self.article.id

    @cached_property
    def text(self) -> str:
        """The article's words as they are read; they are evidence as they stand in the article."""
        return as_read(self.article).text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that tell the story: none of a caption or of what a page says of itself."""
        return tuple(s for s in self.analysis.sentences if self.article.telling(s.span))

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What pure functions of this account gave, so that each is asked once (`compare.once`)."""
        return {}

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.annotation.mentions]

    def mentions_in(self, span: Span) -> list[int]:
        """Return the numbers of the mentions that lie within `span`, in their order."""
        starts, mentions = self._mention_starts, self.annotation.mentions
        near = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        return [number for number in near if mentions[number].span.end <= span.end]

    def evidence(self, span: Span) -> Evidence:
        """Cut the evidence for `span` out of this account."""
        return evidence(self.article.id, self.article.text, span)
