"""What an account says is false, or tells to have been taken back, founds no entry."""

from __future__ import annotations

import pytest
from tests.compare.conftest import Ledger
from tests.compare.entries import actions


@pytest.mark.parametrize(
    "text",
    [
        "The channel suspended Tom Reed for incorrectly reporting that Mayor Anna Hill directed Sam Wood to hide it.",
        "The Herald retracted a story alleging that Mayor Anna Hill was under investigation over a loan from Sam Wood.",
        "Lawyer Sam Wood said on Friday: “We do not believe that Mayor Anna Hill is under investigation.”",
        "Governor Jane Moss repeated the false claim that Mayor Anna Hill directed Sam Wood to hide the flood report.",
        "The Herald said that Mayor Anna Hill was under investigation over a loan. It later retracted the story.",
    ],
)
def test_what_is_told_by_a_false_report_is_no_deed(read: Ledger, text: str) -> None:
    assert not any("Anna Hill" in action or "hide" in action for action in actions(read(text)))


def test_what_an_outlet_reports_is_told(read: Ledger) -> None:
    text = "The Herald reported that Mayor Anna Hill has vowed to sell the old pier in Leeds."
    assert actions(read(text)) == [text]


def test_what_a_relative_clause_tells_of_a_claim_is_told(read: Ledger) -> None:
    text = "The allegations, which Mayor Anna Hill denied on Monday, come from two clerks in Leeds."
    assert actions(read(text)) == [text]
