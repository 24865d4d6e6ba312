"""Plain forms of verbs where a guess is no word."""

from __future__ import annotations

import pytest

from crossread.text.irregular import plain_form


@pytest.mark.parametrize(
    ("word", "guess", "plain"),
    [
        ("overtook", "overt", "overtake"),
        ("spun", "sp", "spin"),
        ("rammed", "ramm", "ram"),
        ("cited", "cit", "cite"),
        ("misled", "misl", "mislead"),
        ("read", "read", "read"),
        ("is", "be", "be"),
        ("Closed", "close", "close"),
    ],
)
def test_a_guess_that_is_no_word_is_put_right(word: str, guess: str, plain: str) -> None:
    assert plain_form(word, guess) == plain
