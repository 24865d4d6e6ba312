"""Lemmas from a list of known forms, and as classes of endings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.examples import lemma_class

from crossread.language.lemmas import Lemmas, lemma_of, read, written

word = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12)
lemmas = Lemmas(
    {("became", "VERB"): "become", ("gather", "VERB"): "gather", ("organize", "VERB"): "organize"},
    {"indict", "indicted"},
    ("0|", "1|", "2|", "=0|"),
)


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


@pytest.mark.parametrize(
    ("form", "upos", "scores", "lemma"),
    [
        ("Became", "VERB", [9, 0, 0, 0], "become"),  # known
        ("gathered", "VERB", [0, 3, 2, 1], "gather"),  # the second best class leads to a known lemma
        (
            "indicted",
            "VERB",
            [2.5, 3, 2, 1],
            "indict",
        ),  # known from the press; a form that stays is the model's to say
        ("organised", "VERB", [0, 2, 3, 1], "organise"),  # known by its other spelling
        ("regathered", "VERB", [0, 3, 2, 1], "regathere"),  # none does: the best
        ("Four", "NUM", [0, 1, 2, 3], "four"),
        ("Gathered", "PROPN", [0, 1, 2, 3], "Gathered"),  # names are not put right
    ],
)
def test_known_lemmas_come_before_the_model(form: str, upos: str, scores: list[float], lemma: str) -> None:
    assert lemmas.of(form, upos, np.asarray(scores)) == lemma


@given(known=st.dictionaries(st.tuples(word, st.sampled_from(["NOUN", "VERB"])), word))
def test_known_forms_are_written_and_read(known: dict[tuple[str, str], str]) -> None:
    assert read(written(known).splitlines()) == known
