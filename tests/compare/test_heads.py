"""Heads: the wording that stands for a claim says no more than the wordings counted under it."""

from __future__ import annotations

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.compare.claims.heads import is_headline


def test_a_figure_that_one_account_adds_is_not_said_by_all(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Tom Beck fell from the old bridge of Lorren. Tom Beck lay below the old bridge of Lorren for 40 minutes.",
        "Tom Beck fell from the old bridge of Lorren into the water. He was taken to a hospital.",
        "A fisherman called for help after Tom Beck fell from the old bridge of Lorren.",
    )
    shared = [claim for claim in told.claims if claim.accounts > 1]
    assert shared
    assert not any("40 minutes" in claim.text for claim in shared)


def test_what_no_other_account_counts_is_told_by_one(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Guards closed the harbour of Lorren for 12 days after the storm.",
        "Guards closed the harbour of Lorren after the storm.",
    )
    assert all("12" not in claim.text for claim in told.claims if claim.accounts > 1)


def test_the_age_of_somebody_is_no_dispute_about_what_happened(analyse: Analyse) -> None:
    told = story(
        analyse,
        "A 17-year-old bear was shot in the Lorren zoo on Monday. Visitors left in tears.",
        "A bear of the Lorren zoo was shot on Monday after a 4-year-old boy climbed over a fence.",
    )
    assert not any(claim.disputed for claim in told.claims if "shot" in claim.text)


def test_a_headline_does_not_stand_for_what_the_other_account_only_leans_on(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Former Mayor Ana Ruiz Closes Old Lorren Harbour Over Missing Funds",
        "Nobody was told before. It was on Monday that former mayor Ana Ruiz closed it, the old Lorren harbour.",
    )
    assert not [claim for claim in told.claims if claim.accounts > 1 and is_headline(claim.text)]


def test_one_clause_of_a_sentence_is_shown_in_all_its_accounts(analyse: Analyse) -> None:
    bridge = "The bridge will be paid for, directly or later, by Lorren, which has a yearly surplus of $71 million."
    told = story(
        analyse, f"Ana Ruiz spoke on Monday. \n....{bridge}", f"Ana Ruiz spoke on Monday. \n{bridge}"
    )
    (claim,) = [claim for claim in told.claims if "Lorren" in claim.text and claim.accounts > 1]
    assert len({"surplus" in support.evidence.text for support in claim.support}) == 1


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Bear Shot To Save Child At Lorren Zoo", True),
        ("Mayor Ana Ruiz of Lorren has closed the old harbour", False),
        ("Ana Ruiz resigned", False),
    ],
)
def test_headlines_are_known_by_their_capitals(text: str, headline: bool) -> None:
    assert is_headline(text) is headline
