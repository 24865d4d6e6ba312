"""ISO 8601 dates and times of every form to the days they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.ingest.published import parse_published


@pytest.mark.parametrize(
    "words",
    [
        "2021-03-14",
        "20210314",
        "2021-03-14T23:59:59Z",
        "2021-03-14T00:30:00+14:00",
        "2021-03-14 23:10",
        "2021-03-14t23:10:05.123456-0500",
        "20210314T231005Z",
        "2021-03-14T23:10:05,5+01",
        "2021-03-14T24:00",
        " 2021-03-14 ",
        "2021-W10-7",
        "2021W107",
        "2021-073",
        "2021073T10:00",
    ],
)
def test_a_day_is_the_day_in_its_own_zone(words: str) -> None:
    found = parse_published(words)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2021, 3, 14), date(2021, 3, 14))
    assert found.basis == "metadata"


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-W10", date(2021, 3, 8), date(2021, 3, 14)),
    ],
)
def test_a_part_of_a_date_is_a_range(words: str, earliest: date, latest: date) -> None:
    found = parse_published(words)
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "14/03/2021", "2021-3-14", "2021-02-30", "2021-13", "2021-03-14T25:00", "0000-01-01",
     "2021-000", "2021-366", "2021-W54-1", "2021-0314", "2021-03-14T10:00 and later"],
)  # fmt: skip
def test_what_is_no_iso_date_gives_none(words: str) -> None:
    assert parse_published(words) is None


@given(st.datetimes(timezones=st.timezones()))
def test_every_time_python_writes_is_read(moment: object) -> None:
    from datetime import datetime

    assert isinstance(moment, datetime)
    found = parse_published(moment.isoformat())
    assert found is not None
    assert found.earliest == found.latest == moment.date()


@given(st.text())
def test_never_raises(words: str) -> None:
    parse_published(words)
