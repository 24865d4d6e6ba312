"""Acts of courts, parliaments and authorities: what counts, and what the same verbs mean elsewhere."""

from __future__ import annotations

import pytest
from tests.annotate.acted import found_in
from tests.conftest import Analyse


@pytest.mark.parametrize(
    "text",
    [
        "Crowds blocked the road order.",
        "Lawmakers rejected the idea that taxes help.",
        "COURT UPHOLDS RIVER BAN IN LEEDS.",
        "The bill voted against the law.",
    ],
)
def test_the_same_verbs_elsewhere_are_no_acts(analyse: Analyse, text: str) -> None:
    assert found_in(analyse, text)[1] == ()


def test_a_participle_that_spells_a_decision_out_is_no_other_one(analyse: Analyse) -> None:
    text = "The Lorren Senate on Tuesday passed the strictest ban on fishing, outlawing the practice even in winter."
    (act,) = found_in(analyse, text)[1]
    assert act.cue.of(text) == "passed"
    assert found_in(analyse, "Rep. Ann Roe, who sponsored the bill, spoke.")[1] == ()
