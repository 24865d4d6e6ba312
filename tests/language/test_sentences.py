"""Sentence starts: odds, commas, and trees where the odds say little."""

from __future__ import annotations

import numpy as np

from crossread.language.decode import Floats
from crossread.language.sentences import sentence_starts
from crossread.language.words import words

FAR = 8.0


def odds(text: str, **given: float) -> Floats:
    """Return log odds against a start at each word but the named ones."""
    return np.asarray([given.get(w.text, -FAR) for w in words(text)], np.float32)


def arcs(*heads: int) -> Floats:
    """Return arc scores that are sure of the heads given, numbered from 1; 0 is the root."""
    scores = np.zeros((len(heads), len(heads) + 1), np.float32)
    scores[np.arange(len(heads)), heads] = 2 * FAR
    return scores


def test_a_sentence_starts_where_the_odds_are_for_it() -> None:
    text = "Rain fell . Nobody came ."
    assert sentence_starts(words(text), odds(text, Nobody=FAR), arcs(2, 0, 2, 5, 0, 5)) == [0, 3]


def test_nothing_starts_after_a_comma_nor_after_a_quotation_that_ends_with_one() -> None:
    text = 'In May, Doe left, "a fact," Roe said'
    given = odds(text, Doe=FAR, Roe=FAR)
    assert sentence_starts(words(text), given, np.zeros((len(given), len(given) + 1), np.float32)) == [0]


def test_one_tree_over_both_sides_joins_what_the_odds_leave_open() -> None:
    text = "Doe of Mount Elm fell"
    given = odds(text, Elm=0.5)
    assert sentence_starts(words(text), given, arcs(5, 4, 4, 1, 0)) == [0]
    assert sentence_starts(words(text), given, arcs(0, 3, 1, 5, 0)) == [0, 3]


def test_two_trees_part_what_the_odds_leave_open() -> None:
    text = "Doe fell Roe stood"
    given = odds(text, Roe=-0.5)
    assert sentence_starts(words(text), given, arcs(2, 0, 4, 0)) == [0, 2]
    assert sentence_starts(words(text), given, arcs(2, 0, 4, 2)) == [0]


def test_the_trees_have_no_say_where_the_odds_are_sure() -> None:
    text = "Doe fell Roe stood"
    assert sentence_starts(words(text), odds(text, Roe=FAR), arcs(2, 0, 4, 2)) == [0, 2]
    assert sentence_starts(words(text), odds(text), arcs(2, 0, 4, 0)) == [0]
