"""Shared wording: containment, rarity weights, common runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.similar import (
    common_runs,
    containment,
    has_run,
    inverse_frequency,
    ngrams,
    spelling,
    weighted_containment,
)
from crossread.text.words import forms

FORMS = st.lists(st.sampled_from("abcdef"))


@given(FORMS, FORMS)
def test_measures_are_symmetric_and_bounded(one: list[str], other: list[str]) -> None:
    left, right = ngrams(one, 2), ngrams(other, 2)
    assert containment(left, right) == containment(right, left)
    weights = inverse_frequency([one, other])
    value = weighted_containment(frozenset(one), frozenset(other), weights)
    assert value == pytest.approx(weighted_containment(frozenset(other), frozenset(one), weights))
    assert 0 <= value <= 1 + 1e-9


@given(FORMS, FORMS)
def test_runs_are_equal_on_both_sides_and_in_order(one: list[str], other: list[str]) -> None:
    left = right = 0
    for run in common_runs(one, other):
        assert one[run.first : run.first + run.length] == other[run.second : run.second + run.length]
        assert run.first >= left
        assert run.second >= right
        left, right = run.first + run.length, run.second + run.length


def test_a_sentence_inside_a_longer_one_is_contained_in_full() -> None:
    short = ngrams(forms("Officers were seen leading several women away"), 4)
    long = ngrams(
        forms("There were scuffles, during which officers were seen leading several women away."), 4
    )
    assert containment(short, long) == 1.0


def test_rare_words_weigh_more() -> None:
    weights = inverse_frequency([["police", "van"], ["police", "court"], ["police"]])
    assert weights["van"] > weights["police"] == pytest.approx(1.0)


def test_no_words_share_nothing() -> None:
    assert containment(ngrams(["a", "b"], 4), ngrams(["a", "b"], 4)) == 0.0
    assert weighted_containment(frozenset(), frozenset(), {}) == 0.0


def test_spelling_knows_near_names() -> None:
    assert spelling("hussaini", "hussainy") > 0.9 > spelling("hussaini", "steinmeier")


def test_a_run_stands_in_one_piece() -> None:
    assert has_run(("a", "b", "c"), ("b", "c"))
    assert not has_run(("a", "b", "c"), ("a", "c"))
    assert not has_run(("a",), ("a", "b"))
