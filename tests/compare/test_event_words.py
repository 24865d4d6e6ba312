"""Words that accounts use for one and the same happening."""

from __future__ import annotations

from crossread.compare.timeline.words import is_class, with_classes


def test_words_for_one_kind_of_happening_are_one() -> None:
    (blast,) = with_classes(["blast"])
    assert with_classes(["bombing"]) == {blast}
    assert is_class(blast)


def test_an_air_strike_is_one_word_and_no_other_attack() -> None:
    assert with_classes(["air", "strike"]) == with_classes(["airstrike"])
    assert not with_classes(["air", "strike"]) & with_classes(["attack"])


def test_other_words_stay() -> None:
    assert with_classes(["bridge", "river"]) == {"bridge", "river"}
    assert not is_class("bridge")
