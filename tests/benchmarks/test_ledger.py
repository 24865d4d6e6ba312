"""The counting of the ledger's benchmark."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks import ledger


@pytest.mark.parametrize(
    ("wanted", "earliest", "latest", "right"),
    [
        ("2021-03-15", "2021-03-15", "2021-03-15", True),
        ("2021-03", "2021-03-01", "2021-03-31", True),
        ("2021-03-14/2021-03-20", "2021-03-16", "2021-03-16", True),
        ("2021-03-15", "2021-03-16", "2021-03-16", False),
        ("2021-03-15", "2021-01-01", "2021-12-31", False),
    ],
)
def test_a_due_day_is_right_where_it_meets_the_gold_s_and_is_not_much_wider(
    wanted: str, earliest: str, latest: str, right: bool
) -> None:
    assert ledger._due_right(wanted, {"earliest": earliest, "latest": latest}) is right


def test_a_month_ends_on_its_last_day() -> None:
    assert ledger._day("2020-02", first=False) == date(2020, 2, 29)
    assert ledger._day("2020-12", first=False) == date(2020, 12, 31)


def test_an_actor_is_right_by_name_or_by_whom_the_gold_knows_under_it() -> None:
    gold = {"people": {"Ann Hill": ["Mayor Hill"]}}
    entry = {"kind": "demand", "actor": {"name": "Hill"}, "addressee": None}
    assert ledger._actor_right({"who": "Mayor Hill", "to": ""}, entry, gold)
    assert not ledger._actor_right({"who": "Tom Reed", "to": ""}, entry, gold)


def test_in_a_case_the_accused_counts() -> None:
    entry = {"kind": "arrest", "actor": None, "addressee": {"name": "Tom Reed"}}
    assert ledger._actor_right({"who": "police", "to": "Tom Reed"}, entry, {})


def test_the_baseline_takes_every_sentence_with_a_cue_word() -> None:
    article = {"id": "a", "text": "Ann Hill urged haste. It rained. Tom Reed will go."}
    found = list(ledger._bare_cues([article]))
    assert [(e["kind"], e["actor"]["name"]) for e in found] == [
        ("demand", "Ann Hill"),
        ("commitment", "Tom Reed"),
    ]
