"""Days that are printed in an article beside its text: notices of publication, and posts set into it.

"Updated: 2017-09-15 17:52" gives the article's own day. A post with its date
("Name (@name) November 3, 2016") is older than the article, and where it shows
several of one day it is news of that day. Neither is evidence of what happened, so any paragraph is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crossread.record.annotation import Account
from crossread.text.daywords import MONTHS

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}
_MONTH = r"(?P<m>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DATE = (
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)|{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>20\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.replace('<m>', '<m2>')},? (?P<y2>20\d\d))"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?,? ?(?:[A-Z]{2,4})?,? ?(?:on )?)?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
_NOTICE = re.compile(
    r"\b(?P<what>[Pp]ublished|PUBLISHED|[Uu]pdated|UPDATED|[Pp]osted|POSTED|[Mm]odified)"
    rf"(?:(?: on| at)?:? | on:? |: ?){_CLOCK}{_WEEKDAY}{_DATE}"
)
_POST = re.compile(rf"\(@\w{{1,20}}\) {_DATE}")
# A notice of an update may be a day younger than the article.
_UPDATED_AFTER = 1
# How many days after its newest posts an article may be, and how many posts of those days make it news of them:
# one alone may be old (4 of 9 articles of 2016 to 2018 that show one), with two or more all were new.
_SHOWN_AFTER = 2
_POSTS = 2


@dataclass(frozen=True)
class Printed:
    """The days from `earliest` to `latest` that some printed words allow for the article, and why."""

    earliest: date
    latest: date
    why: str

    def days(self) -> frozenset[date]:
        width = (self.latest - self.earliest).days
        return frozenset(self.earliest + timedelta(by) for by in range(width + 1))


def printed(account: Account) -> tuple[Printed, ...]:
    """Return what the printed days of an account say of its own day."""
    return (*_notices(account.text), *_newest_post(account.text))


def _notices(text: str) -> Iterator[Printed]:
    for match in _NOTICE.finditer(text):
        day = _day(match)
        if day is not None:
            before = 0 if match["what"].lower() == "published" else _UPDATED_AFTER
            yield Printed(day - timedelta(before), day, f"the notice “{match.group()}”")


def _newest_post(text: str) -> Iterator[Printed]:
    posts = [(day, match.group()) for match in _POST.finditer(text) if (day := _day(match)) is not None]
    day, words = max(posts, default=(date.min, ""))
    if sum((day - other).days <= _SHOWN_AFTER for other, _ in posts) >= _POSTS:
        yield Printed(day, day + timedelta(_SHOWN_AFTER), f"its newest post “{words}”")


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = _MONTH_NUMBERS[(match["m"] or match["m2"])[:3].lower()]
        return date(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
    except ValueError:
        return None
