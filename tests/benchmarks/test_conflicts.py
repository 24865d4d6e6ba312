"""The values that the benchmark of conflicts puts in the place of others."""

from __future__ import annotations

import pytest

from benchmarks import conflicts


@pytest.mark.parametrize(
    ("words", "value", "new"),
    [
        ("two", 2.0, "four"),
        ("12", 12.0, "19"),
        ("1,200", 1200.0, "1,800"),
        ("2.4", 2.4, "3.6"),
        ("2015", 2015.0, ""),
        ("one", 1.0, ""),
    ],
)
def test_another_number_is_written_alike(words: str, value: float, new: str) -> None:
    assert conflicts.other_number(words, value) == new


@pytest.mark.parametrize(
    ("words", "new"), [("Saturday", "Monday"), ("Dec. 23", "Dec. 25"), ("28 March", "2 March")]
)
def test_another_day_is_a_day(words: str, new: str) -> None:
    assert conflicts.other_date(words) == new
