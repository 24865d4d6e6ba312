"""Texts that end in the middle of a sentence, as pages cut them: a story of them is compared all the same."""

from __future__ import annotations

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

TEXT = (
    "Anna Hill, the mayor, said in a statement on Monday: “Both of us know that this will not do, and that we have "
    "asked the board to close the pier for 20-29 days at $5 million.” The other was that of Tom Reed (RP), who then "
    "said that the council of Leeds had denied that"
)
CUTS = range(1, len(TEXT.split()), 2)


@pytest.mark.parametrize("cut", CUTS)
def test_a_text_cut_anywhere_is_compared(analyse: Analyse, cut: int) -> None:
    words = TEXT.split()
    told = story(analyse, " ".join(words[:cut]), " ".join(words[cut:]), TEXT)
    assert len(told.accounts) == 3
