"""Independence: unknown outlets and origins never count as one more."""

from __future__ import annotations

import pytest

from crossread.compare.claims import independence
from crossread.compare.origins import Origins
from crossread.record.dossier import Count, Independence, Origin, OriginKind, Stance, Support
from crossread.record.span import Evidence

POLICE = Origin("origin-1", OriginKind.OFFICIAL, "the police", "", ())
COACH = Origin("origin-4", OriginKind.SPEECH, "the coach", "", ())
SHARED = Origin("origin-2", OriginKind.UNKNOWN, None, "", ())
MAYOR = Origin("origin-3", OriginKind.INTERVIEW, "the mayor", "", ())
SURE = {"origin-3": "mayor", "origin-4": "coach"}
TRACED = Origins((POLICE, SHARED, MAYOR, COACH), (), {}, SURE)


def supports(*origins: str | None) -> list[Support]:
    return [Support(Stance.ASSERTS, Evidence(str(n), 0, 1, "x"), origin) for n, origin in enumerate(origins)]


@pytest.mark.parametrize(
    ("known", "count"),
    [
        (["A", "B"], Count(2, 2)),
        (["A", None], Count(1, 2)),
        ([None, None], Count(1, 2)),
        (["A", "a"], Count(1, 1)),
    ],
)
def test_an_unknown_outlet_may_be_any_other(known: list[str | None], count: Count) -> None:
    assert independence.outlets(known) == count


@pytest.mark.parametrize(
    ("origins", "count", "verdict"),
    [
        (["origin-1", "origin-1", "origin-1"], Count(1, 1), Independence.MANY_ONE),
        (["origin-2", "origin-2"], Count(1, 1), Independence.MANY_ONE),
        (["origin-4", "origin-3"], Count(2, 2), Independence.CORROBORATED),
        (["origin-1", "origin-3"], Count(1, 2), Independence.UNKNOWN),  # the mayor may speak for the police
        (["origin-1", None], Count(1, 2), Independence.UNKNOWN),
        ([None, None, None], Count(1, 3), Independence.UNKNOWN),
        (["origin-1"], Count(1, 1), Independence.SINGLE),
    ],
)
def test_unknown_origins_add_only_to_the_most(
    origins: list[str | None], count: Count, verdict: Independence
) -> None:
    support = supports(*origins)
    assert independence.origins(support, TRACED) == count
    assert independence.verdict(len(origins), count, support) is verdict


def test_one_wording_has_one_origin_whomever_its_accounts_name() -> None:
    told = "Under the rules in force there are no limits on the size of a boat in the harbour"
    support = [
        Support(Stance.ASSERTS, Evidence(str(n), 0, len(text), text), origin)
        for n, (text, origin) in enumerate(
            [(told, "origin-3"), (f"The rules say: {told.lower()}.", "origin-4"), (f"“{told}”", None)]
        )
    ]
    assert independence.origins(support, TRACED) == Count(1, 1)
    apart = [*support, Support(Stance.ASSERTS, Evidence("9", 0, 1, "No boat is too big"), "origin-4")]
    assert independence.origins(apart, TRACED) == Count(2, 2)


def test_a_long_name_and_an_office_are_no_copied_words() -> None:
    office = "Ana Ruiz, director of the National Institute of Harbours and Northern Inland Waters"
    wordings = (
        f"{office}, spoke before the council",
        f"The speech of {office}, came late",
        "Ruiz spoke of it",
        "The Lorren house of Tom Beck was robbed",
        "The Lorren house of Tom Beck was robbed",
    )
    support = [
        Support(Stance.ASSERTS, Evidence(str(n), 0, len(text), text)) for n, text in enumerate(wordings)
    ]
    assert independence.origins(support, TRACED) == Count(1, 4)
