"""What an article is to a record that knows some."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import make_article

from crossread.errors import InputError
from crossread.ingest.outcome import Outcome, Status, failure, settle

ARTICLE = make_article("The bridge is closed.", ref="a.txt")


def test_settling_keeps_the_reason() -> None:
    read = Outcome("a.txt", Status.READ, "no date", article=ARTICLE.id)
    assert settle(read, Status.UNCHANGED) == replace(read, status=Status.UNCHANGED)


def test_a_failure_carries_reason_and_remedy() -> None:
    assert failure(InputError("a", "empty", "look")) == Outcome("a", Status.FAILED, "empty", "look")
    assert failure(InputError("a", "empty")).failed
