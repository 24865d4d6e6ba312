"""The four axes of what came of a ledger entry, as pure functions of its events.

Nothing here is stored: the status is worked out anew from the events each
time, `schedule` against the day it is asked for. See decision notes 060-062.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from crossread.record.annotation import ASKING, ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Delivery, LedgerEvent, Lifecycle, Response, Schedule, Status

# Kinds that ask somebody for an answer.
CALLING = ASKING | {ActKind.RECOMMENDATION}
# Kinds that leave somebody a duty, which can become overdue.
DUTIES = CALLING | {ActKind.COMMITMENT, ActKind.INQUIRY}
# Kinds that are done once reported: there is nothing left to deliver.
DONE = frozenset({ActKind.ARREST, ActKind.RESIGNATION, ActKind.DECISION, ActKind.APOLOGY, ActKind.COURT})
# Stances: they can be kept or given up, never delivered.
STANCES = frozenset({ActKind.REFUSAL, ActKind.DENIAL, ActKind.OPPOSITION})
# Events that begin something whose outcome is still to come: a suit, a plea, an order. A charge always does.
PENDING = frozenset({"filed", "appeared", "pleaded", "bailed", "ordered"})

_RESPONSES = {
    "accepted": Response.ACCEPTED,
    "accepted_in_part": Response.ACCEPTED_IN_PART,
    "accepted_in_principle": Response.ACCEPTED_IN_PART,
    "rejected": Response.REJECTED,
    "acknowledged": Response.ACKNOWLEDGED,
    "declined_to_comment": Response.ACKNOWLEDGED,
}
_DELIVERED = ("delivered_claimed", "delivered_evidenced")
_STARTED = ("started", "progress_claimed")


def derive(
    kind: ActKind,
    events: Sequence[LedgerEvent],
    due: DateRange | None,
    as_of: date,
    *,
    due_stated: bool = False,
) -> Status:
    """Return the status of an entry on the day `as_of`.

    `due_stated` says that the words give a time by which, even where its day
    could not be worked out (`due` is None).
    """
    delivered = delivery(kind, events)
    return Status(
        response=response(kind, events),
        delivery=delivered,
        schedule=schedule(kind, events, due, as_of, due_stated=due_stated),
        lifecycle=lifecycle(kind, events, delivered),
    )


def response(kind: ActKind, events: Iterable[LedgerEvent]) -> Response:
    """Return how the addressee answered, by the last answer found."""
    if kind not in CALLING:
        return Response.NOT_REQUIRED
    found = Response.NONE_FOUND
    for event in events:
        found = _RESPONSES.get(event.kind, found)
    return found


def delivery(kind: ActKind, events: Sequence[LedgerEvent]) -> Delivery:
    """Return how far it is carried out, by what the accounts claim."""
    kinds = {event.kind for event in events}
    if "delivered_evidenced" in kinds:
        return Delivery.DELIVERED_EVIDENCED
    if "delivered_claimed" in kinds or "decided" in kinds:
        return Delivery.DELIVERED_CLAIMED
    if kind in DONE and events[0].kind not in PENDING:
        return Delivery.DELIVERED_CLAIMED
    if kind in STANCES:
        return Delivery.UNRATABLE
    if kinds & set(_STARTED):
        return Delivery.IN_PROGRESS_CLAIMED
    return Delivery.NO_EVIDENCE_FOUND


def schedule(
    kind: ActKind,
    events: Iterable[LedgerEvent],
    due: DateRange | None,
    as_of: date,
    *,
    due_stated: bool = False,
) -> Schedule:
    """Return where the entry stands against its due day.

    A duty whose day has passed without delivery is overdue. A scheduled event
    is not: that no account at hand tells of it says nothing about whether it
    took place, so it is unanchored.
    """
    if due is None:
        return Schedule.UNANCHORED if due_stated else Schedule.NO_DATE
    done = [event for event in events if event.kind in _DELIVERED]
    if done:
        return _met(done, due)
    if as_of <= due.latest:
        return Schedule.NOT_DUE
    return Schedule.OVERDUE if kind in DUTIES else Schedule.UNANCHORED


def _met(done: Iterable[LedgerEvent], due: DateRange) -> Schedule:
    days = [event.date for event in done if event.date is not None]
    if any(day.latest <= due.latest for day in days):
        return Schedule.MET
    if days and all(day.earliest > due.latest for day in days):
        return Schedule.MET_LATE
    return Schedule.UNANCHORED


def lifecycle(kind: ActKind, events: Iterable[LedgerEvent], delivered: Delivery) -> Lifecycle:
    """Return whether anybody still has to answer for the entry."""
    kinds = {event.kind for event in events}
    if "withdrawn" in kinds:
        return Lifecycle.WITHDRAWN
    if "superseded" in kinds:
        return Lifecycle.SUPERSEDED
    if kind in STANCES or delivered in (Delivery.DELIVERED_CLAIMED, Delivery.DELIVERED_EVIDENCED):
        return Lifecycle.CLOSED
    return Lifecycle.OPEN
