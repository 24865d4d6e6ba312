"""Versions: what a ref says now is its last text, also where it comes several times in one run."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import make_article

from crossread.ingest.outcome import Status
from crossread.ingest.versions import Arrivals
from crossread.record.article import Article

A, B, C = (make_article(f"Text {name}.", ref="a.txt") for name in "ABC")


def run(
    history: dict[str, tuple[str, ...]], *articles: Article
) -> tuple[list[Status], dict[str, tuple[str, ...]]]:
    """Judge the articles of one run; return the statuses in the end and the history that a store would then have."""
    known = {id for ids in history.values() for id in ids}
    arrivals = Arrivals(history, known)
    after = dict(history)

    def keep(article: Article) -> None:
        if after.get(article.ref, ("",))[-1] != article.id:
            after[article.ref] = (*after.get(article.ref, ()), article.id)

    statuses = []
    for article in articles:
        status, judged = arrivals.judge(article)
        if status is not None:
            statuses.append(status)
        if status not in (None, Status.UNCHANGED):
            keep(judged)
    for article, status in arrivals.returned():
        statuses.append(status)
        if status is Status.NEW_VERSION:
            keep(article)
    return statuses, after


def test_a_new_article_is_read_and_one_in_another_language_kept() -> None:
    assert run({}, A)[0] == [Status.READ]
    assert run({}, replace(A, analysed=False))[0] == [Status.KEPT]


def test_the_same_text_again_is_unchanged() -> None:
    assert run({"a.txt": (A.id,)}, A) == ([Status.UNCHANGED], {"a.txt": (A.id,)})


def test_another_text_under_a_known_ref_is_a_new_version_of_the_last() -> None:
    status, judged = Arrivals({"a.txt": (A.id,)}, {A.id}).judge(B)
    assert (status, judged.version_of) == (Status.NEW_VERSION, A.id)


def test_a_return_to_an_earlier_text_is_a_new_version() -> None:
    assert run({"a.txt": (A.id, B.id)}, A) == ([Status.NEW_VERSION], {"a.txt": (A.id, B.id, A.id)})


def test_a_known_text_under_another_ref_is_a_duplicate() -> None:
    assert run({"b.txt": (A.id,)}, A)[0] == [Status.DUPLICATE]


@given(st.lists(st.sampled_from([A, B, C]), max_size=6))
def test_the_same_run_again_changes_nothing(articles: list[Article]) -> None:
    _, history = run({}, *articles)
    statuses, after = run(history, *articles)
    assert after == history
    assert set(statuses) <= {Status.UNCHANGED}
    assert len(statuses) == len(articles)
