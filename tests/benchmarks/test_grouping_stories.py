"""Known stories under two names are one in the benchmark of grouping."""

from __future__ import annotations

from datetime import date

from benchmarks.grouping import one_name_each
from training.grouping import Known

from crossread.ingest.articles import article
from crossread.record.article import Submission


def known(story: str, title: str, day: str) -> Known:
    submission = Submission(f"{story}/{title}", f"{title}. More was told.", title=title, published=day)
    return Known(story, article(submission, date(2024, 6, 1)))


def test_stories_that_share_an_article_have_one_name() -> None:
    stream = [
        known("a", "Ferry sinks", "2024-05-01"),
        known("b", "Ferry Sinks", "2024-05-01"),
        known("b", "Inquiry opens", "2024-05-02"),
        known("c", "Inquiry opens", "2024-05-02"),
        known("d", "Ferry sinks", "2021-01-01"),
    ]
    assert [k.story for k in one_name_each(stream)] == ["a", "a", "a", "a", "d"]
