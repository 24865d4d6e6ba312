"""What a party without a name of its own is called in a line of the ledger."""

from __future__ import annotations

from tests.compare.conftest import Ledger


def test_his_lawyers_are_the_named_one_s(read: Ledger) -> None:
    (entry,) = read(
        "Tom Reed lost his office in Leeds. His lawyers asked Anna Hill to publish the flood report."
    )
    assert entry.actor is not None
    assert entry.actor.name == "Tom Reed’s lawyers"


def test_a_judge_first_told_without_a_name_is_the_one_soon_named(read: Ledger) -> None:
    told = "A federal judge blocked the Ohio fishing ban on Monday."
    named = "The order was long awaited. U.S. District Judge Anna Hill said the ban was too broad."
    (entry,) = read(f"{told} {named}")
    assert entry.actor is not None
    assert entry.actor.name == "Anna Hill"


def test_who_was_named_before_is_not_a_judge_told_without_a_name(read: Ledger) -> None:
    entries = read(
        "Judge Anna Hill praised the Ohio port. A federal judge blocked the Ohio fishing ban on Monday. "
        "Judge Anna Hill said she would read the order."
    )
    actors = {entry.actor.name for entry in entries if entry.actor and "ban" in entry.action}
    assert actors == {"A federal judge"}


def test_a_body_of_office_answers_for_what_a_main_clause_tells(read: Ledger) -> None:
    told = "Tom Reed spoke in Leeds. The administration suspended the ferry ban on Monday."
    by_the_way = "Tom Reed spoke in Leeds because the administration suspended the ferry ban on Monday."
    assert [len(read(text)) for text in (told, by_the_way)] == [1, 0]
