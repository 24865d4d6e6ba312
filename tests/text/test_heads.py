"""Who held an office, and when."""

from __future__ import annotations

from datetime import date

from crossread.text.heads import has_left, offices_of, offices_on
from crossread.text.lexicon import lines
from crossread.text.names import parse

YEAR = date(1995, 1, 1), date(1995, 12, 31)


def test_terms_are_whole_and_in_order() -> None:
    for office in ("president", "prime minister", "chancellor"):
        for line in lines("heads_of_state", office):
            name, first, last = line.rsplit(" ", 2)
            assert parse(name).full
            assert date.fromisoformat(first) < date.fromisoformat(last), line


def test_who_held_an_office_on_a_day() -> None:
    assert offices_on(parse("William J. Clinton"), *YEAR) == {"president"}
    assert offices_on(parse("Helmut Kohl"), *YEAR) == {"chancellor"}
    assert not offices_on(parse("Ronald Reagan"), *YEAR)
    assert offices_of(parse("Ronald Reagan")) == {"president"}
    assert not offices_of(parse("Reagan"))
    assert not offices_of(parse("Ronald Reagan Jr."))
    assert not offices_of(parse("Nancy Reagan"))


def test_who_has_left_an_office() -> None:
    assert has_left(parse("Ronald Reagan"), "president", *YEAR)
    assert has_left(parse("Reagan"), "president", *YEAR)
    assert not has_left(parse("Bill Clinton"), "president", *YEAR)
    assert not has_left(parse("Anna Weber"), "president", *YEAR)
