"""Days that a quotation counts from the day on which its speaker spoke: "tomorrow", said on Monday, is Tuesday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from crossread.record.annotation import Account, ReportedStatement, TimeExpression, TimeKind
from crossread.record.article import DateRange
from crossread.text.timex import settle

# Times that count from when they are said.
_COUNTED = frozenset({TimeKind.OFFSET, TimeKind.PERIOD})
# So many days before its account a speech is its news, so that what the speaker is quoted with later may be of it too.
_NEWS = 3


def spoken(
    account: Account, times: tuple[TimeExpression, ...], own: DateRange | None
) -> tuple[TimeExpression, ...]:
    """Return the times of an account, those in quotations counted from the day on which their words are told to be
    said, where that is not the account's `own` day."""
    by_day: dict[DateRange, tuple[TimeExpression, ...]] = {}
    found = list(times)
    for said, day in _days_told(account, times, own):
        if not said.quoted:
            continue
        if day not in by_day:
            by_day[day] = settle(account.annotation.times, account.text, day)
        for n, time in enumerate(by_day[day]):
            if time.form.kind in _COUNTED and any(quote.contains(time.span) for quote in said.quoted):
                found[n] = time
    return tuple(found)


def _days_told(
    account: Account, times: tuple[TimeExpression, ...], own: DateRange | None
) -> Iterator[tuple[ReportedStatement, DateRange]]:
    """Yield the statements for which the account tells another day than its own, with that day."""
    told: dict[int, list[DateRange]] = defaultdict(list)  # the days on which somebody spoke, by his chain
    for said in account.annotation.statements:
        known = told[who] if (who := _chain(account, said)) is not None else []
        if said.time is None:
            day = _together([one for one in known if _is_news(one, own)], own)
        elif (day := times[said.time].days) is not None and day.days == 1:
            known.append(day)
        else:
            continue
        if day is not None and (own is None or day.earliest < own.earliest):
            yield said, day


def _together(days: list[DateRange], own: DateRange | None) -> DateRange | None:
    """Return the days within which what is quoted without a day was said: on one of `days`, or on the account's own."""
    if not days or own is None:
        return None
    return DateRange(min(one.earliest for one in days), own.latest)


def _is_news(day: DateRange, own: DateRange | None) -> bool:
    return own is not None and (own.latest - day.earliest).days <= _NEWS


def _chain(account: Account, said: ReportedStatement) -> int | None:
    if said.speaker is None or said.speaker.mention is None:
        return None
    return account.annotation.mentions[said.speaker.mention].chain
