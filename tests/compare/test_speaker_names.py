"""One speaker in several wordings, and persons named within descriptions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.compare.speaker_names import common_names, named, normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Investigators", "investigators"),
        ("The family of Mr Logan", "Mr Logan's family"),
        ("The bus's driver", "the driver of the bus"),
        ("A police source", "police source"),
    ],
)
def test_wordings_of_one_speaker_are_alike(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr Logan's family", "Mr Logan"),
        ("Mr Logan's family", "Mr Shaw's family"),
        ("police", "a police source"),
    ],
)
def test_wordings_of_two_speakers_are_not(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Pal Ana Kasim", "Ana Kasim"),
        ("Son-in-law Ben Lee", "Ben Lee"),
        ("President-elect Ben Lee", "Ben Lee"),
        ("Ben Lee Mr Shaw's son-in-law", "Ben Lee"),
        ("Ben Lee's lawyer", None),
        ("A spokesman for Ben Lee", None),
        ("The family of electrician Ben Lee", None),
        ("Home Secretary Ann Roe and mayor Ben Lee", None),
        ("Investigators", None),
    ],
)
def test_a_name_in_a_description_is_the_speaker_only_where_it_is_its_head(
    words: str, name: str | None
) -> None:
    assert named(words, {"ben lee": "Ben Lee"}) == name


def test_the_commonest_wording_is_shown() -> None:
    shown = common_names(["Investigators", "investigators", "investigators"])
    assert shown == {("investigators",): "investigators"}


@given(st.text(max_size=40))
def test_any_words_have_a_normal_form(words: str) -> None:
    assert normal(words) == normal(words.strip())
    name = named(words, {})
    assert name is None or set(name.split()) <= set(words.split())
