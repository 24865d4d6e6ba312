"""The values that the benchmark of conflicts puts in the place of others."""

from __future__ import annotations

import pytest

from benchmarks import conflicts
from crossread.record.span import Span


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


def test_what_is_found_is_told_by_kind_beside_the_words_alone() -> None:
    edits = [
        conflicts.Edit(kind, 0, Span(0, 3), "ten", "six", 1, Span(0, 9))
        for kind in ("number", "number", "date")
    ]
    tried = [conflicts.Tried(("set", str(n)), edit, n > 0, n == 0, others=n) for n, edit in enumerate(edits)]
    assert [(m.name, m.value) for m in conflicts.scored(tried)] == [
        ("conflicts/seeded found", 2 / 3),
        ("conflicts/seeded dates found", 1.0),
        ("conflicts/seeded numbers found", 0.5),
    ]
    assert (
        conflicts.scored(tried)[0].beside == "2 of 3; likest sentence by words: 1; other conflicts shown: 3"
    )
