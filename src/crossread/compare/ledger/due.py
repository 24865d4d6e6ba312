"""By when something is due: a day that the act's own words give, or a length of time from the act on."""

from __future__ import annotations

from datetime import timedelta

from crossread.record.annotation import Account, Act, ActKind, TimeExpression, TimeType
from crossread.record.article import DateRange
from crossread.text.listing import listed

# Kinds that leave something to be done, so that a time in their words can be its due day. A time beside a
# refusal or a denial dates the refusal.
DUTIES = frozenset(
    {
        ActKind.DEMAND,
        ActKind.REQUEST,
        ActKind.RECOMMENDATION,
        ActKind.COMMITMENT,
        ActKind.INQUIRY,
        ActKind.SCHEDULED,
        ActKind.DECISION,
        ActKind.COURT,
    }
)
_NOW = listed("today tonight this")
_UNITS = {"day": 1, "week": 7}


def due_days(account: Account, act: Act, made: DateRange | None, day: DateRange | None) -> DateRange | None:
    """Return the days that date the fulfilment; none that lie before the account itself."""
    if act.kind not in DUTIES:
        return None
    if act.due is None:  # a rule that is decided on tells a length of time too
        bound = act.addressee is not None or act.kind is not ActKind.DECISION
        return _within(account, act, made or day) if bound else None
    time = account.annotation.times[act.due]
    if time.days is None or (day is not None and time.days.latest < day.earliest):
        return None
    return None if of_the_asking(account, act, time, day) else time.days


def of_the_asking(account: Account, act: Act, time: TimeExpression, day: DateRange | None) -> bool:
    """Whether a time tells when it was asked or offered: "asked him on Friday to go", of an account of Friday."""
    words = time.span.of(account.text).lower().split()
    if time.form.steps is not None and time.form.steps > 0:
        return False  # "tomorrow"
    told = any(account.analysis.tokens[i].tag == "VBD" for i in account.analysis.tokens_in(act.cue))
    by_now = day is not None and time.days is not None and time.days.latest <= day.latest
    return told and ("earlier" in words or (by_now and words[0] not in _NOW))


def _within(account: Account, act: Act, start: DateRange | None) -> DateRange | None:
    """Return the last day of "within 30 days", counted from the day of the act, else from that of its account."""
    for time in account.annotation.times:
        if start is not None and act.action.contains(time.span) and _from_now(account, time):
            length = timedelta(days=(time.form.steps or 0) * _UNITS[time.form.unit or "day"])
            words = account.text[time.span.start - len("within ") : time.span.end]
            basis = f"counted from {start.latest.isoformat()}"
            return DateRange(start.earliest + length, start.latest + length, words, basis)
    return None


def _from_now(account: Account, time: TimeExpression) -> bool:
    counted = time.type is TimeType.DURATION and time.form.unit in _UNITS and time.form.steps is not None
    return counted and account.text[: time.span.start].lower().endswith("within ")
