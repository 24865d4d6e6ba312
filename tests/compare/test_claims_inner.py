"""Deeds that one account tells in a clause and another only on its way to something else."""

from __future__ import annotations

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

TOLD = "The town of Lorren removed the old statue of General Beck on Monday. Rain fell on the harbour."


@pytest.mark.parametrize(
    ("own", "way"),
    [
        (TOLD, "Mayor Ana Ruiz praised the removal of the old statue of General Beck in Lorren."),
        (
            TOLD,
            "Nobody spoke when the mayor passed the old statue of General Beck that Lorren removed on Monday.",
        ),
        (
            "A gunman shot the Lorren baker Tom Beck on Monday. Rain fell on the harbour.",
            "Ana Ruiz is a friend of the Lorren baker Tom Beck who was shot by a gunman near the harbour.",
        ),
    ],
)
def test_what_is_named_on_the_way_bears_out_who_tells_it(analyse: Analyse, own: str, way: str) -> None:
    (claim,) = [claim for claim in story(analyse, own, way).claims if claim.accounts > 1]
    assert own.startswith(claim.text)


@pytest.mark.parametrize(
    "way",
    [
        "Mayor Ana Ruiz demanded the removal of the old statue of General Beck in Lorren.",
        "Mayor Ana Ruiz repeated the removal of the old statue of General Beck in Lorren.",
        "Mayor Ana Ruiz would regret the removal of the old statue of General Beck in Lorren.",
        "Mayor Ana Ruiz asked whether the removal of the old statue of General Beck in Lorren was right.",
    ],
)
def test_what_is_wanted_or_left_open_bears_out_nothing(analyse: Analyse, way: str) -> None:
    assert all(claim.accounts == 1 for claim in story(analyse, TOLD, way).claims)


def test_what_both_only_name_is_no_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz praised the removal of the old statue of General Beck in Lorren.",
        "Sailors were sorry about the removal of the old statue of General Beck in Lorren.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_of_a_long_sentence_only_the_deed_is_shown_that_it_tells_by_the_way(analyse: Analyse) -> None:
    way = (
        "“The plan for the northern harbour will shelter the old, the young and all of the poor sailors of this town "
        "and of every other town on the coast,” Ana Ruiz wrote in May (Lorren removed the old statue of General Beck "
        "in June)."
    )
    told = story(analyse, TOLD, way).claim("removed the old statue of General Beck on Monday")
    assert told.support[1].evidence.text == "Lorren removed the old statue of General Beck in June"
