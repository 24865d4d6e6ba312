"""Acts of courts, parliaments and authorities: what counts, and what the same verbs mean elsewhere."""

from __future__ import annotations

import pytest
from tests.annotate.test_acts_news import found_in, told
from tests.conftest import Analyse

from crossread.record.annotation import ActKind


@pytest.mark.parametrize(
    ("text", "kind", "actor", "addressee"),
    [
        ("The judge on Monday struck down the ban on rallies.", ActKind.COURT, "The judge", None),
        ("Judge Ann Hill ruled against the council.", ActKind.COURT, "Judge Ann Hill", None),
        ("The court upheld the conviction of Mr Reed.", ActKind.COURT, "The court", None),
        ("A group of farmers sued over the dam.", ActKind.COURT, "A group of farmers", None),
        ("Prosecutors charged Tom Reed with theft.", ActKind.CHARGE, "Prosecutors", "Tom Reed"),
        ("The ministry revoked the licence of the channel.", ActKind.DECISION, "The ministry", None),
        ("Mr Reed was fined 500 pounds on Monday.", ActKind.DECISION, None, "Mr Reed"),
        ("Mr Reed maintained his innocence.", ActKind.DENIAL, "Mr Reed", None),
        ("The council decided on Friday to close the bridge.", ActKind.DECISION, "The council", None),
        (
            "The plan was approved in March by the Harbour Committee.",
            ActKind.DECISION,
            "the Harbour Committee",
            None,
        ),
    ],
)
def test_a_ruling_or_measure_is_an_act(
    analyse: Analyse, text: str, kind: ActKind, actor: str | None, addressee: str | None
) -> None:
    article, found = found_in(analyse, text)
    assert [told(article, act) for act in found] == [(kind, actor, addressee)]


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
