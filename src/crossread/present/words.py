"""Plain words for what the record holds as numbers, dates and terms.

The record attributes and never judges, so no wording here says that a promise
was broken or a demand ignored: it says what was found, in how many accounts,
and up to which day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from crossread.record.annotation import ActKind, EntityType, EventKind, StatementKind
from crossread.record.article import DateRange, Role
from crossread.record.dossier import (
    Claim,
    ConflictKind,
    Count,
    Delivery,
    Independence,
    Lifecycle,
    OriginKind,
    Response,
    ReuseKind,
    Schedule,
    Stance,
)
from crossread.text.daywords import MONTHS, WEEKDAYS


def day(of: date, *, weekday: bool = False) -> str:
    """Return "10 March 2021", or "Wednesday 10 March 2021"."""
    words = f"{of.day} {MONTHS[of.month]} {of.year}"
    return f"{WEEKDAYS[of.weekday()]} {words}" if weekday else words


def days(span: DateRange | None, *, weekday: bool = False) -> str:
    """Return the shortest wording of a range of days: a day, "13–14 March 2021", "March 2021", "2021"."""
    if span is None:
        return "date unknown"
    first, last = span.earliest, span.latest
    if first == last:
        return day(first, weekday=weekday)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month]} {first.year}"
        return f"{_month(first, last)} – {MONTHS[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _month(first: date, last: date) -> str:
    name = MONTHS[first.month]
    return name if first.year == last.year else f"{name} {first.year}"


def precision(span: DateRange | None) -> str:
    """Return how exactly a date is known; "" where it is not known at all."""
    if span is None:
        return ""
    if span.days == 1:
        return "exact day"
    if span.days == 2:
        return "one of two days"
    return f"within {span.days} days"


def worked_out(span: DateRange | None) -> str:
    """Return how a date was worked out: the words it comes from and the reasoning, "" where none is given."""
    if span is None:
        return ""
    said = f"“{span.text}”" if span.text and span.text not in span.basis else ""
    return ": ".join(part for part in (said, span.basis) if part)


# Numbers that are read as words; one with more than three decimals of them keeps its digits.
_GREAT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """Return "1,200", "4.5", "2.7 trillion"; a comma parts thousands, no digit is lost."""
    for size, name in _GREAT:
        parts = round(value / size, 3)
        if parts >= 1 and round(parts * size) == value:
            return f"{parts:,.10g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def count(n: int, noun: str, plural: str = "") -> str:
    """Return "1 account", "3 accounts"."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def bounds(of: Count) -> str:
    """Return "3" or "1–3"."""
    return str(of.min) if of.min == of.max else f"{of.min}–{of.max}"


def bounded(of: Count, noun: str) -> str:
    """Return "1 origin", "1–3 origins"."""
    return f"{bounds(of)} {noun}{'' if of.max == 1 else 's'}"


def independence(claim: Claim) -> str:
    """Return in plain words how independent the accounts of a claim are; the numbers stand beside it."""
    accounts = count(claim.accounts, "account")
    if claim.independence is Independence.MANY_ONE:
        return f"{accounts}, not independent"
    if claim.independence is Independence.CORROBORATED:
        return f"{accounts}, from different origins"
    if claim.independence is Independence.SINGLE:
        return accounts
    return f"{accounts}, not known how independent"


STATEMENT_KINDS = {
    StatementKind.DIRECT: "quoted",
    StatementKind.MIXED: "partly quoted",
    StatementKind.INDIRECT: "reported speech",
}
EVENT_KINDS = {
    EventKind.HAPPENED: "happened",
    EventKind.SCHEDULED: "scheduled",
    EventKind.SAID: "said",
}
STANCES = {Stance.ASSERTS: "asserts", Stance.DENIES: "denies", Stance.HEDGES: "hedges"}
REUSES = {
    ReuseKind.COPY: "same wording",
    ReuseKind.REWRITE: "reworded copy",
    ReuseKind.SAME_UTTERANCE: "same utterance quoted",
    ReuseKind.SAME_DOCUMENT: "same document quoted",
}
CONFLICTS = {
    ConflictKind.NUMBER: "number",
    ConflictKind.DATE: "date",
    ConflictKind.PLACE: "place",
    ConflictKind.NAME: "name",
    ConflictKind.FACT: "fact",
    ConflictKind.UPDATE: "changed",
}
ENTITIES = {
    EntityType.PERSON: "People",
    EntityType.ORGANISATION: "Organisations",
    EntityType.PLACE: "Places",
    EntityType.GROUP: "Groups",
}
ROLES = {role: role.value for role in Role}
ACTS = {kind: kind.value.capitalize() for kind in ActKind} | {
    ActKind.SCHEDULED: "Scheduled",
    ActKind.COURT: "Step at law",
    ActKind.COMMITMENT: "Commitment or plan",
    ActKind.INQUIRY: "Inquiry or review",
}
# Steps of a ledger entry that read better in other words than their names.
_STEPS = {
    "progress_claimed": "said to be under way",
    "delivered_claimed": "said to have been done",
    "delivered_evidenced": "shown to have been done",
}
# What was accepted or rejected, and is not done or withdrawn by that; what nothing tells to be open yet.
ANSWERED, UNSETTLED = "Answered", "Outcome not worked out"
LIFECYCLES = {
    Lifecycle.OPEN: "Open",
    Lifecycle.CLOSED: "Closed",
    Lifecycle.SUPERSEDED: "Replaced by a later one",
    Lifecycle.WITHDRAWN: "Withdrawn",
}
# The stages of a ledger entry in the order of reading, those that are not over, and their longer headings: what stands
# open does so as far as the accounts tell, none of which may have told the end.
OPEN = (LIFECYCLES[Lifecycle.OPEN], ANSWERED)
STAGES = tuple(dict.fromkeys((*OPEN, UNSETTLED, *LIFECYCLES.values())))
PILES = {
    LIFECYCLES[Lifecycle.OPEN]: "Open, as far as the accounts tell",
    ANSWERED: "Answered, not closed",
    UNSETTLED: "Outcome not worked out: told as past, or its day has come",
    LIFECYCLES[Lifecycle.CLOSED]: "Done, said or over",
}


def step(kind: str) -> str:
    """Return the words for a step in the life of a ledger entry."""
    return _STEPS.get(kind, kind.replace("_", " "))


def origin_kind(kind: OriginKind) -> str:
    """Return the words for a kind of origin."""
    return "not known" if kind is OriginKind.UNKNOWN else kind.value


@dataclass(frozen=True, slots=True)
class Scope:
    """What was searched when something was not found: so many accounts, up to a day."""

    accounts: int
    until: date | None

    def __str__(self) -> str:
        words = f"in {count(self.accounts, 'account')}"
        return f"{words} up to {day(self.until)}" if self.until else words


def response(of: Response) -> str:
    """Return what response was found; "" where none is called for."""
    return {
        Response.NONE_FOUND: "no identified response",
        Response.ACKNOWLEDGED: "acknowledged",
        Response.ACCEPTED: "accepted",
        Response.ACCEPTED_IN_PART: "accepted in part",
        Response.REJECTED: "rejected",
        Response.NOT_REQUIRED: "",
    }[of]


NOBODY_LATER = "no account is of a later day"


def delivery(of: Delivery, scope: Scope) -> str:
    """Return what was found of delivery, with what was searched where nothing was."""
    return {
        Delivery.NOT_STARTED_FOUND: f"no evidence of a start {scope}",
        Delivery.IN_PROGRESS_CLAIMED: "said to be under way",
        Delivery.DELIVERED_CLAIMED: "said to have been done",
        Delivery.DELIVERED_EVIDENCED: "reported as done",
        Delivery.NO_EVIDENCE_FOUND: f"no evidence of delivery {scope}",
        Delivery.UNRATABLE: "delivery cannot be rated from its wording",
    }[of]


def taking_place(of: Delivery, scope: Scope) -> str:
    """Return what was found of something that was to happen on a day: a meeting, a hearing."""
    if of in (Delivery.DELIVERED_CLAIMED, Delivery.DELIVERED_EVIDENCED):
        return "reported as having taken place"
    if of is Delivery.IN_PROGRESS_CLAIMED:
        return "said to be under way"
    return f"no report of it taking place {scope}"


def schedule(of: Schedule) -> str:
    """Return how it stands against its day; "" where there is nothing to say, or its day could not be worked out."""
    return {
        Schedule.NO_DATE: "",
        Schedule.NOT_DUE: "not yet due when this was read",
        Schedule.OVERDUE: "its day had passed when this was read",
        Schedule.MET: "by the day set",
        Schedule.MET_LATE: "after the day set",
        Schedule.UNANCHORED: "",
    }[of]
