"""The table of document frequencies: read as written, and as shipped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from training.document_frequencies import render

from crossread.text.background import UNLISTED, background, parse


@given(st.dictionaries(st.from_regex(r"[a-z0-9']{1,12}", fullmatch=True), st.integers(1, 50_000)))
def test_counts_come_back_within_a_twentieth(counts: dict[str, int]) -> None:
    table = parse(render(60_000, counts))
    assert table.documents == 60_000
    assert set(table.counts) == set(counts)
    assert all(abs(table.counts[term] - count) <= count / 20 for term, count in counts.items())


def test_the_shipped_table_knows_common_and_rare_words() -> None:
    table = background()
    assert table.documents > 10_000
    assert table.count("said") > table.count("bridge") > table.count("isthmus") >= UNLISTED
    assert table.count("no-such-word") == UNLISTED
