"""The status axes as pure functions of kind, events, due day and the day asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.compare.ledger.status import derive
from crossread.record.annotation import ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Delivery, LedgerEvent, Lifecycle, Response, Schedule

DUE = DateRange(date(2021, 3, 15), date(2021, 3, 15))
BEFORE, AFTER = date(2021, 3, 14), date(2021, 4, 1)
KINDS = st.sampled_from(list(ActKind))


def event(kind: str, day: date | None = None) -> LedgerEvent:
    return LedgerEvent(kind, DateRange(day, day) if day else None, ())


@pytest.mark.parametrize(
    ("kind", "events", "expected"),
    [
        (ActKind.DEMAND, ["made"], Response.NONE_FOUND),
        (ActKind.DEMAND, ["made", "rejected"], Response.REJECTED),
        (ActKind.DEMAND, ["made", "rejected", "accepted"], Response.ACCEPTED),
        (ActKind.DEMAND, ["made", "opposed"], Response.NONE_FOUND),
        (ActKind.REQUEST, ["made", "acknowledged"], Response.ACKNOWLEDGED),
        (ActKind.COMMITMENT, ["made"], Response.NOT_REQUIRED),
    ],
)
def test_response_is_the_last_answer(kind: ActKind, events: list[str], expected: Response) -> None:
    assert derive(kind, [event(e) for e in events], None, AFTER).response is expected


@pytest.mark.parametrize(
    ("kind", "events", "expected"),
    [
        (ActKind.COMMITMENT, ["made"], Delivery.NO_EVIDENCE_FOUND),
        (ActKind.INQUIRY, ["ordered", "started"], Delivery.IN_PROGRESS_CLAIMED),
        (ActKind.DEMAND, ["made", "delivered_claimed"], Delivery.DELIVERED_CLAIMED),
        (ActKind.ARREST, ["reported"], Delivery.DELIVERED_CLAIMED),
        (ActKind.DENIAL, ["made"], Delivery.UNRATABLE),
    ],
)
def test_delivery_follows_what_is_claimed(kind: ActKind, events: list[str], expected: Delivery) -> None:
    assert derive(kind, [event(e) for e in events], None, AFTER).delivery is expected


@pytest.mark.parametrize(
    ("kind", "due", "as_of", "stated", "expected"),
    [
        (ActKind.COMMITMENT, None, AFTER, False, Schedule.NO_DATE),
        (ActKind.COMMITMENT, None, AFTER, True, Schedule.UNANCHORED),
        (ActKind.COMMITMENT, DUE, BEFORE, True, Schedule.NOT_DUE),
        (ActKind.COMMITMENT, DUE, DUE.latest, True, Schedule.NOT_DUE),
        (ActKind.COMMITMENT, DUE, AFTER, True, Schedule.OVERDUE),
        (ActKind.SCHEDULED, DUE, BEFORE, True, Schedule.NOT_DUE),
        (ActKind.SCHEDULED, DUE, AFTER, True, Schedule.UNANCHORED),
    ],
)
def test_only_duties_become_overdue(
    kind: ActKind, due: DateRange | None, as_of: date, stated: bool, expected: Schedule
) -> None:
    assert derive(kind, [event("made")], due, as_of, due_stated=stated).schedule is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2021, 3, 15), Schedule.MET), (date(2021, 3, 20), Schedule.MET_LATE), (None, Schedule.UNANCHORED)],
)
def test_delivery_meets_its_day(day: date | None, expected: Schedule) -> None:
    events = [event("made"), event("delivered_claimed", day)]
    assert derive(ActKind.COMMITMENT, events, DUE, AFTER).schedule is expected


def test_lifecycle_closes_when_delivered_and_stays_open_when_refused() -> None:
    assert derive(ActKind.DEMAND, [event("rejected")], None, AFTER).lifecycle is Lifecycle.OPEN
    assert derive(ActKind.DEMAND, [event("delivered_claimed")], None, AFTER).lifecycle is Lifecycle.CLOSED
    assert derive(ActKind.CHARGE, [event("reported")], None, AFTER).lifecycle is Lifecycle.OPEN
    assert derive(ActKind.COURT, [event("reported")], None, AFTER).lifecycle is Lifecycle.CLOSED
    assert derive(ActKind.COMMITMENT, [event("withdrawn")], None, AFTER).lifecycle is Lifecycle.WITHDRAWN


@given(KINDS, st.dates(min_value=date(2000, 1, 1)))
def test_nothing_is_overdue_without_a_due_day(kind: ActKind, as_of: date) -> None:
    assert derive(kind, [event("made")], None, as_of).schedule is Schedule.NO_DATE
