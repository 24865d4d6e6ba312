"""Role words: which descriptions may denote the holder of which office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.offices import described, is_singular, office, same_holder


@pytest.mark.parametrize(
    ("said", "held", "same"),
    [
        ("home secretary", "Home Secretary", True),
        ("mayor", "London mayor", True),
        ("commissioner", "Metropolitan Police Commissioner", True),
        ("director", "director of public prosecutions", True),
        ("home secretary", "shadow home secretary", False),
        ("commissioner", "Assistant Commissioner", False),
        ("minister", "Prime Minister", False),
        ("French president", "President", False),
        ("woman", "woman", False),
        ("mayor", "under-fire London mayor", True),
    ],
)
def test_a_description_fits_an_office(said: str, held: str, same: bool) -> None:
    assert same_holder(office(said), office(held)) is same


def test_the_head_stands_before_the_complement() -> None:
    assert office("chairman of the chiefs of police council").head == "chairman"
    assert office("Prime Minister").head == "prime minister"


def test_only_offices_with_one_holder_reach_other_accounts() -> None:
    assert is_singular(office("prime minister"))
    assert is_singular(office("policing minister"))
    assert not is_singular(office("spokesman"))
    assert not is_singular(office("driver of the lorry"))


@given(st.text(max_size=60))
def test_any_words_can_be_taken_apart(words: str) -> None:
    taken = office(words)
    assert not taken.ranks & taken.words


@pytest.mark.parametrize(
    ("said", "held", "same"),
    [
        ("Met chief", "Metropolitan Police Commissioner", True),
        ("Met chief", "Metropolitan Police Deputy Commissioner", False),
        ("police chief", "Chief Constable of Kent Police", True),
        ("rail boss", "chief executive of Northern Rail", True),
        ("Met chief", "mayor of Leeds", False),
        ("congresswoman", "Democratic Rep.", True),
        ("senator", "Republican Sen.", True),
        ("mayor", "governor", False),
        ("senator", "second-term senator", True),
        ("POTUS", "US president", True),
        ("president", "Norwegian president", True),
        ("president", "Rail Watch president", False),
        ("union president", "Rail Union president", True),
    ],
)
def test_heads_of_bodies_and_members_are_called_by_other_words(said: str, held: str, same: bool) -> None:
    assert same_holder(office(said), office(held)) is same


def test_a_clause_tells_which_unless_there_is_only_one() -> None:
    assert described("witness", "who saw it").words == {"saw", "it"}
    assert described("prime minister", "who resigned") == office("prime minister")
    assert described("president", "to stand up") == office("president")
    assert described("president", "of Norway to stand up") == office("president of Norway")
