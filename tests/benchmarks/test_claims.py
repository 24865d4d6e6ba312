"""The benchmark of claims: anchors, core facts counted by hand, the baseline's best threshold."""

from __future__ import annotations

from benchmarks.claims import Facts, anchored, best_recall, found, scores, shared
from training.claims import Worked

from crossread.record.dossier import Claim, Count, Independence, Stance, Support
from crossread.record.span import Evidence, Span


def claim(**wordings: tuple[int, int]) -> Claim:
    support = tuple(
        Support(Stance.ASSERTS, Evidence(article, start, end, "x" * (end - start)), None)
        for article, (start, end) in wordings.items()
    )
    count = Count(1, len(support))
    return Claim(
        "claim",
        "text",
        Independence.UNKNOWN,
        disputed=False,
        accounts=len(support),
        outlets=count,
        origins=count,
        support=support,
    )


def facts(*claims: Claim) -> Facts:
    core = (
        {"a": Span(0, 5), "b": Span(0, 5), "c": Span(0, 5)},
        {"a": Span(50, 55), "b": Span(50, 55), "c": Span(50, 55)},
    )
    return Facts("story", core, ({"a": Span(90, 95)},), Worked((), (), claims))


def test_a_core_fact_needs_two_thirds_of_its_accounts_in_one_claim() -> None:
    assert found(facts(claim(a=(0, 10), b=(0, 10))), 0)
    assert not found(facts(claim(a=(0, 10)), claim(b=(0, 10))), 0)
    assert not found(facts(claim(a=(0, 10), b=(0, 10))), 1)


def test_a_claim_of_two_core_facts_finds_neither_where_the_second_adds_an_account() -> None:
    both = claim(a=(0, 60), b=(0, 10), c=(50, 60))
    assert not found(facts(both), 0)
    assert found(facts(claim(a=(0, 60), b=(0, 60))), 0)


def test_what_one_tells_alone_is_no_wording_of_a_claim_of_several() -> None:
    one = {"a": Span(90, 95)}
    assert shared(facts(claim(a=(80, 99), b=(0, 10))), one)
    assert not shared(facts(claim(a=(80, 99))), one)


def test_the_baseline_is_given_its_best_threshold() -> None:
    same = [True, True, False, True]
    assert scores([True, True, True, False], same) == (2 / 3, 2 / 3)
    assert best_recall([0.9, 0.8, 0.7, 0.6], same, 0.7) == 1.0
    assert best_recall([0.9, 0.8, 0.7, 0.6], same, 0.9) == 2 / 3


def test_anchors_are_found_whatever_their_marks() -> None:
    assert anchored("He said  “it’s\nhere” twice", '"it\'s here"') == Span(9, 20)
    assert anchored("He said nothing", "it's here") is None
