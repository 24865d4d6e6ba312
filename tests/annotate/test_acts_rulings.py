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
