"""Names that agree over an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crossread.language.consistency import agreed
from crossread.record.analysis import Name


def names(*found: tuple[str, str]) -> list[Name]:
    made, position = [], 0
    for text, type_ in found:
        made.append(Name(position, position + len(text), text, type_))
        position += len(text) + 1
    return made


def types(*found: tuple[str, str]) -> list[str]:
    return [n.type for n in agreed(names(*found))]


def test_the_same_words_take_the_type_found_most_often() -> None:
    assert types(("Acme", "ORG"), ("Acme", "PERSON"), ("Acme", "ORG")) == ["ORG"] * 3


def test_where_two_types_are_as_frequent_each_keeps_its_own() -> None:
    assert types(("Acme", "ORG"), ("Acme", "PERSON")) == ["ORG", "PERSON"]


def test_the_surname_of_a_person_is_a_person() -> None:
    assert types(("Ann Kent", "PERSON"), ("Ann Kent", "PERSON"), ("Kent", "ORG")) == ["PERSON"] * 3


def test_a_word_mostly_found_as_a_place_stays_one_beside_a_person_of_that_name() -> None:
    assert types(("Ann Kent", "PERSON"), ("Kent", "PLACE"), ("Kent", "PLACE")) == ["PERSON", "PLACE", "PLACE"]


@given(
    found=st.lists(
        st.tuples(
            st.sampled_from(["Lee", "Ann Lee", "Kent", " "]), st.sampled_from(["PERSON", "ORG", "PLACE"])
        )
    )
)
def test_nothing_but_types_changes(found: list[tuple[str, str]]) -> None:
    given_ = names(*found)
    made = agreed(given_)
    assert [(n.start, n.end, n.text) for n in made] == [(n.start, n.end, n.text) for n in given_]
