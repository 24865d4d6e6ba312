"""English or not: sure of long texts, careful with short ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.ingest.language_id import is_english, language_of

FRENCH = "La police a annoncé samedi que quatre personnes avaient été arrêtées sur la place du marché. " * 3
ENGLISH = "The police said on Saturday that four people had been arrested on the market square. " * 3


def test_long_texts() -> None:
    assert language_of(ENGLISH) == "en"
    assert language_of(FRENCH) == "fr"


@pytest.mark.parametrize(
    "text", ["", "12:30", "Jane Doe", "Live updates", "Merkel Putin Erdogan Ankara", "ok", "“…”"]
)
def test_short_texts_count_as_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["Полиция арестовала четырёх человек", "警察逮捕了四个人"])
def test_another_script_is_not_english_however_short(text: str) -> None:
    assert language_of(text) != "en"


def test_a_declared_language_stands_unless_the_text_surely_is_another() -> None:
    assert language_of(ENGLISH, "en-GB") == "en-GB"
    assert language_of("Jane Doe", "fr") == "fr"
    assert language_of(FRENCH, "en-GB") == "fr"
    assert language_of(ENGLISH, "de") == "en"


def test_regions_are_english_too() -> None:
    assert is_english("en_US")
    assert not is_english("enm")


@given(st.text(), st.none() | st.text())
def test_never_raises(text: str, declared: str | None) -> None:
    assert isinstance(language_of(text, declared), str)
