"""Words and pieces: cut as the treebanks cut, exact for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.language.words import model_form, words

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(text=any_text)
def test_words_are_exact_and_cover_all_that_is_not_white_space(text: str) -> None:
    cut = words(model_form(text))
    position = 0
    for word in cut:
        assert position <= word.start < word.end
        assert not text[position : word.start].strip()
        assert word.text == model_form(text)[word.start : word.end]
        position = word.end
    assert not text[position:].strip()


@given(text=any_text)
def test_the_model_form_keeps_every_offset(text: str) -> None:
    assert len(model_form(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don’t know Kent’s mayor.", "They do n't know Kent 's mayor ."),
        ("We cannot say; you can't.", "We can not say ; you ca n't ."),
        ("A well-known anti-war U.S. senator", "A well - known anti-war U.S. senator"),
        ("Mr. Lee, of Acme Inc., paid $5.2m", "Mr. Lee , of Acme Inc. , paid $ 5.2 m"),
        ("“Stop!” he said...", "“ Stop ! ” he said ..."),
        ("J. K. O'Neill at a.b@c.org or https://x.org/y.", "J. K. O'Neill at a.b@c.org or https://x.org/y ."),
        ("on the 3rd, 1,200 of 10:30", "on the 3rd , 1,200 of 10:30"),
        ("SEN. ANNE DOE DIDN'T", "SEN. ANNE DOE DID N'T"),
        ("Flight No. 10 at Mt. Elm? No. Ten.", "Flight No. 10 at Mt. Elm ? No . Ten ."),
        ("Asst. Dist. Atty. Doe met Reps. Lee and Moss.", "Asst. Dist. Atty. Doe met Reps. Lee and Moss ."),
        ("Rep. Doe, R-Calif., of Lund, Neb. left", "Rep. Doe , R - Calif. , of Lund , Neb. left"),
        ("Lee v. Moss, version v. 2", "Lee v. Moss , version v . 2"),
        ("Sana’a's Shi'ite quarter", "Sana'a 's Shi'ite quarter"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, expected: str) -> None:
    assert " ".join(w.text for w in words(model_form(text))) == expected


def test_a_word_says_whether_white_space_comes_before_it() -> None:
    assert [w.spaced for w in words("(a b)")] == [True, False, True, False]


def test_a_number_leaves_the_comma_behind_it() -> None:
    assert [word.text for word in words("Ann Lee, 48, ran 1,200 miles by 11:30.")] == [
        *("Ann", "Lee", ",", "48", ",", "ran", "1,200", "miles", "by", "11:30", "."),
    ]
