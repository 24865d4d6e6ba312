"""Lemmas as classes of endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.language.lemmas import lemma_class, lemma_of

word = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12)


@given(form=word, lemma=word)
def test_a_class_made_from_a_pair_gives_its_lemma_back(form: str, lemma: str) -> None:
    assert lemma_of(form, lemma_class(form, lemma)) == lemma


@given(form=word, other=word, lemma=word)
def test_a_class_of_another_word_never_fails(form: str, other: str, lemma: str) -> None:
    assert lemma_of(form, lemma_class(other, lemma))


@pytest.mark.parametrize(
    ("form", "lemma", "made"),
    [
        ("Walked", "walk", "2|"),
        ("cities", "city", "3|y"),
        ("Kent", "Kent", "=0|"),
        ("States", "State", "=1|"),
        ("the", "the", "0|"),
    ],
)
def test_classes_are_shared_by_words_that_inflect_alike(form: str, lemma: str, made: str) -> None:
    assert lemma_class(form, lemma) == made
