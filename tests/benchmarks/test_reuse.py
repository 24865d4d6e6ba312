"""How the benchmark of reuse edits and injects sentences, and which articles make the story of the one of comparing."""

from __future__ import annotations

import random

import pytest

from benchmarks import comparing, reuse


@pytest.mark.parametrize(("level", "changed"), [(0, 0), (10, 1), (30, 3)])
def test_so_many_words_of_a_hundred_are_edited(level: int, changed: int) -> None:
    words = [f"word{n}" for n in range(10)]
    edited = reuse.edited(words, level, ["other"], random.Random(1))
    kept = [word for word in edited if word != "other"]
    assert len(words) - len(kept) + edited.count("other") >= changed
    assert len(words) - len(kept) <= changed
    assert edited[-1] == "word9"


def test_words_put_in_for_others_are_nobodys_own() -> None:
    assert not any(reuse.PLAIN.fullmatch(word) for word in ("we", "I", "“so", "Monday", "my"))
    assert reuse.PLAIN.fullmatch("wells")


def test_the_largest_topic_is_that_of_most_titles() -> None:
    told = " ".join(["word"] * 300)
    lines = [
        {"id": str(n), "title": title, "published": f"2020-01-0{9 - n}", "text": told}
        for n, title in enumerate(["A fire at sea", "Storm over Lorren", "Lorren fire", "Fire"])
    ]
    assert [line["id"] for line in comparing.largest(lines, 2)] == ["3", "2"]
