"""What a party without a name of its own is called in a line of the ledger."""

from __future__ import annotations

from tests.compare.conftest import Ledger


def test_his_lawyers_are_the_named_one_s(read: Ledger) -> None:
    (entry,) = read(
        "Tom Reed lost his office in Leeds. His lawyers asked Anna Hill to publish the flood report."
    )
    assert entry.actor is not None
    assert entry.actor.name == "Tom Reed’s lawyers"
