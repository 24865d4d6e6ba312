"""What an article is to a record that knows some."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import make_article

from crossread.errors import InputError
from crossread.ingest.outcome import Outcome, Status, classify, failure, settle

ARTICLE = make_article("The bridge is closed.", ref="a.txt")


def test_a_new_article_is_read() -> None:
    assert classify(ARTICLE, {}, frozenset()) is Status.READ


def test_a_new_article_in_another_language_is_kept() -> None:
    assert classify(replace(ARTICLE, analysed=False), {}, frozenset()) is Status.KEPT


def test_the_same_content_under_the_same_ref_is_unchanged() -> None:
    assert classify(ARTICLE, {"a.txt": ARTICLE.id}, {ARTICLE.id}) is Status.UNCHANGED


def test_another_content_under_the_same_ref_is_a_new_version() -> None:
    assert classify(ARTICLE, {"a.txt": "article-0"}, {"article-0"}) is Status.NEW_VERSION


def test_a_return_to_an_earlier_version_is_a_new_version() -> None:
    assert classify(ARTICLE, {"a.txt": "article-0"}, {"article-0", ARTICLE.id}) is Status.NEW_VERSION


def test_the_same_content_under_another_ref_is_a_duplicate() -> None:
    assert classify(ARTICLE, {"b.txt": ARTICLE.id}, {ARTICLE.id}) is Status.DUPLICATE


def test_settling_keeps_the_reason() -> None:
    read = Outcome("a.txt", Status.READ, "no date", article=ARTICLE.id)
    assert settle(read, Status.UNCHANGED) == replace(read, status=Status.UNCHANGED)


def test_a_failure_carries_reason_and_remedy() -> None:
    assert failure(InputError("a", "empty", "look")) == Outcome("a", Status.FAILED, "empty", "look")
    assert failure(InputError("a", "empty")).failed
