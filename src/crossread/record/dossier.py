"""The dossier: one story's checked record, each line tied to exact words.

The shapes follow the JSON contract (docs/record.schema.json). Every id is the
digest of the founding evidence: the first in the order in which the accounts
were read, so that ids keep when accounts are added.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossread.record.annotation import ActKind, EntityType, EventKind, Manner, StatementKind
from crossread.record.article import Article, DateRange
from crossread.record.span import Evidence
from crossread.record.story import Story


@dataclass(frozen=True, slots=True)
class EntityRole:
    """A role in the words of an account, with every place that uses it."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """The person, organisation, place or group that mentions name across accounts."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[EntityRole, ...] = ()
    mentions: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """Who or what: an entity where one was resolved, else the words alone."""

    name: str
    entity: str | None = None
    mention: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom or what the words `mention` of a line stand for; `told` are the words of its account that say so before."""

    name: str
    mention: Evidence
    entity: str | None = None
    told: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `name` is None where the speaker is unresolved; `basis` says how it is known."""

    name: str | None
    entity: str | None = None
    mention: Evidence | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one account words a statement; `note` says what differs ("shorter by 12 words")."""

    article: str
    text: str
    evidence: tuple[Evidence, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance, with each account's wording of it. `text` is the fullest wording.

    `relayed_by` is who reports that the speaker said it, where no account says so itself. `before` is what was told
    before words that point back, `meant` says what pronouns and nouns with "the" in the words shown stand for.
    """

    id: str
    kind: StatementKind
    text: str
    speaker: Speaker | None
    evidence: tuple[Evidence, ...]
    wordings: tuple[Wording, ...] = ()
    cue: Evidence | None = None
    channel: Who | None = None
    venue: Who | None = None
    addressee: Who | None = None
    time: DateRange | None = None
    manner: Manner = Manner.SPEECH
    relayed_by: Who | None = None
    before: Evidence | None = None
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated happening. `weight` ranks it: how many accounts carry it and how telling it is.

    `meant` says what nouns with "the" in `what` stand for.
    """

    id: str
    date: DateRange | None
    what: str
    kind: EventKind
    evidence: tuple[Evidence, ...]
    weight: float = 0.0
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryFigure:
    """A quantity over the accounts that give the same measure the same value.

    `before` and `meant` tell what words of `measure` take up, as those of a statement do.
    """

    id: str
    measure: str
    unit: str
    evidence: tuple[Evidence, ...]
    subject: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    modifier: str | None = None
    slot: str = ""  # figures of one measure and subject share a slot, so that they can be compared
    before: Evidence | None = None
    meant: tuple[Meant, ...] = ()


class OriginKind(StrEnum):
    AGENCY = "agency copy"
    PRESS_RELEASE = "press release"
    OFFICIAL = "official statement"
    SOCIAL = "social post"
    SPEECH = "speech"
    DOCUMENT = "document"
    INTERVIEW = "interview"
    OWN = "own reporting"
    OUTLET = "other outlet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where wording or a fact comes from, and which words show that."""

    id: str
    kind: OriginKind
    name: str | None
    basis: str
    evidence: tuple[Evidence, ...]


class ReuseKind(StrEnum):
    COPY = "copy"
    REWRITE = "rewrite"
    SAME_UTTERANCE = "same_utterance"
    SAME_DOCUMENT = "same_document"


# Kinds of reuse where one account has the words of another.
COPYING = frozenset({ReuseKind.COPY, ReuseKind.REWRITE})


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages of different accounts that share wording."""

    id: str
    kind: ReuseKind
    members: tuple[Evidence, ...]
    origin: str | None = None


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    HEDGES = "hedges"


class Independence(StrEnum):
    SINGLE = "single-origin"
    MANY_ONE = "many-accounts-one-origin"
    CORROBORATED = "corroborated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """A number known only within bounds, both included."""

    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Support:
    """One account's wording of a claim."""

    stance: Stance
    evidence: Evidence
    origin: str | None = None
    attributed_to: str | None = None  # "police", where the account does not say it in its own voice
    framed: bool = False  # whether the words of `evidence` themselves say whose assertion it is


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion aligned across accounts."""

    id: str
    text: str
    independence: Independence
    disputed: bool
    accounts: int
    outlets: Count
    origins: Count
    support: tuple[Support, ...]


class ConflictKind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    FACT = "fact"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a contested slot and who gives it."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts that disagree on one slot at the same time."""

    id: str
    slot: str
    kind: ConflictKind
    sides: tuple[Side, ...]


class Response(StrEnum):
    NONE_FOUND = "none_found"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    REJECTED = "rejected"
    NOT_REQUIRED = "not_required"


class Delivery(StrEnum):
    NOT_STARTED_FOUND = "not_started_found"
    IN_PROGRESS_CLAIMED = "in_progress_claimed"
    DELIVERED_CLAIMED = "delivered_claimed"
    DELIVERED_EVIDENCED = "delivered_evidenced"
    NO_EVIDENCE_FOUND = "no_evidence_found"
    UNRATABLE = "unratable"


class Schedule(StrEnum):
    NO_DATE = "no_date"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    UNANCHORED = "unanchored"


class Lifecycle(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Status:
    """The four axes of what came of a ledger entry, derived from its events."""

    response: Response
    delivery: Delivery
    schedule: Schedule
    lifecycle: Lifecycle


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """Something that happened to an entry: made, repeated, accepted, rejected …"""

    kind: str
    date: DateRange | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Who must answer to whom for what, by when, and what came of it.

    `action` is the sentence that tells it most plainly, `before` the one that tells what that takes up ("the bill"),
    `meant` says what pronouns and nouns with "the" in it stand for. `stands` says whether an account or a
    day to come tells that it is open yet, if nothing closed it; where not, what came of it is unknown.
    """

    id: str
    kind: ActKind
    actor: Who | None
    addressee: Who | None
    action: str
    due: DateRange | None
    status: Status
    events: tuple[LedgerEvent, ...]
    evidence: tuple[Evidence, ...]
    before: Evidence | None = None
    meant: tuple[Meant, ...] = ()
    stands: bool = True


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief, verbatim, with the words it rests on; `newest`: the last account's own opening."""

    text: str
    evidence: tuple[Evidence, ...]
    newest: bool = False


@dataclass(frozen=True)
class Dossier:
    """One story's record.

    `days` gives each article's own day as (article id, range or None), `openings` the first sentence of each account.
    """

    story: Story
    articles: tuple[Article, ...]
    days: tuple[tuple[str, DateRange | None], ...] = ()
    brief: tuple[BriefSentence, ...] = ()
    openings: tuple[Evidence, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    statements: tuple[Statement, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    figures: tuple[StoryFigure, ...] = ()
    entities: tuple[Entity, ...] = ()
    origins: tuple[Origin, ...] = ()
    reuse: tuple[Reuse, ...] = ()

    def day(self, article: str) -> DateRange | None:
        """Return the day of an article of this story as worked out, if it was."""
        return dict(self.days).get(article)
