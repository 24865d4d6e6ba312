"""Ids are stable, and change with every part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crossread.record.ids import content_id, founded_id
from crossread.record.span import Evidence

parts = st.lists(st.none() | st.text() | st.integers(), max_size=4)


@given(parts, parts)
def test_ids_differ_exactly_when_parts_differ(one: list[str], other: list[str]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


def test_parts_do_not_run_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_ids_are_the_same_on_every_machine() -> None:
    assert content_id("article", "Grüße", 1, None) == "article-216d3cca2db3dadf7a2c"


def test_founded_ids_depend_on_the_place_of_the_words() -> None:
    here, there = Evidence("a", 0, 3, "war"), Evidence("a", 9, 12, "war")
    assert founded_id("claim", here) != founded_id("claim", there)
