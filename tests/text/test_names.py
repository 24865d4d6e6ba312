"""Personal names: parts, gender, and which forms may be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.annotation import Gender
from crossread.text.names import (
    NameParts,
    called_by,
    first_name_gender,
    is_first_name,
    key,
    may_be_first_name,
    parse,
    same_first_name,
    same_person,
    similar_spelling,
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Weber", NameParts(("Anna",), "Weber")),
        ("Ludwig van Beethoven", NameParts(("Ludwig",), "van Beethoven")),
        ("Ursula von der Leyen", NameParts(("Ursula",), "von der Leyen")),
        ("John F. Kennedy Jr.", NameParts(("John", "F."), "Kennedy", "Jr.")),
        ("Weber", NameParts((), "Weber")),
    ],
)
def test_a_name_is_split_into_given_names_and_surname(name: str, parts: NameParts) -> None:
    assert parse(name) == parts


@given(st.text(max_size=40))
def test_any_text_can_be_parsed(name: str) -> None:
    parts = parse(name)
    words = " ".join((*parts.given, parts.surname, parts.suffix)).split()
    assert sorted(words) == sorted(name.replace(",", " ").split()) or not parts.given
    assert same_person(parts, parts) or not parts.full


def test_first_names_tell_gender_where_they_do() -> None:
    assert first_name_gender("Helen") is Gender.FEMALE
    assert first_name_gender("Martin") is Gender.MALE
    assert first_name_gender("Frank-Walter") is Gender.MALE
    assert first_name_gender("Robin") is None
    assert first_name_gender("Xqzt") is None


def test_a_first_name_that_is_also_a_word_is_doubtful() -> None:
    assert may_be_first_name("Will")
    assert not is_first_name("Will")
    assert is_first_name("Margaret")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John F. Kennedy", "John Kennedy", True),
        ("J. Kennedy", "John Kennedy", True),
        ("Bill Weber", "William Weber", True),
        ("Robert Kennedy", "John Kennedy", False),
        ("John Kennedy Jr", "John Kennedy Sr", False),
        ("John A. Kennedy", "John B. Kennedy", False),
        ("Anna Weber", "Anne Weber", False),
        ("Rudolph W. Weber", "Rudy Weber", True),
        ("Chris Weber", "Christina Weber", True),
        ("Daniel Weber", "Danielle Weber", False),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Kim Jong-un", "Kim Jong Il", False),
        ("Weber", "Anna Weber", False),
        ("Gabriel Garcia Marquez", "Gabriel Garcia", True),
    ],
)
def test_two_full_names_may_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_person(parse(one), parse(other)) is same
    assert same_person(parse(other), parse(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ahmad Karim Faiz", "Ahmad Karim Fayez", True),
        ("Sergei Lavrov", "Sergei Lavrof", True),
        ("Anna Smith", "Anne Smith", False),
        ("Anna Smith", "Anna Jones", False),
        ("Anna Smith", "Anna Maria Smith", False),
        ("Weber", "Veber", False),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str, alike: bool) -> None:
    assert similar_spelling(one, other) is alike
    assert similar_spelling(other, one) is alike


def test_short_forms_and_initials_agree_with_their_first_names() -> None:
    assert same_first_name("Tom", "Thomas")
    assert same_first_name("T.", "Thomas")
    assert not same_first_name("Jan", "James")


def test_keys_fold_case_and_marks() -> None:
    assert key("O’Brien-SMITH") == key("o'brien smith") == "o brien smith"


def test_a_misprinted_first_name_is_no_second_person() -> None:
    assert similar_spelling("Indrex Kettler", "Indrax Kettler")
    assert not similar_spelling("Maria Kettler", "Mario Kettler")
    assert called_by("Don", "Donald")
    assert not called_by("Don", "Dorothy")
