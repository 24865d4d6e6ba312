"""Who "it", "they" and "its" go on with from one sentence to the next."""

from __future__ import annotations

import pytest
from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find


def speaker_of(analyse: Analyse, text: str, fragment: str) -> tuple[str | None, str]:
    """Return the words for the speaker of the statement that quotes `fragment`, and how they were found."""
    article, analysis = analyse(text)
    mentions = mentions_room.find(article, analysis)
    found = find(article, analysis, mentions, times_room.find(article, analysis))
    made = next(s for s in found if any(fragment in q.of(text) for q in s.quoted))
    return (None if made.speaker is None else made.speaker.span.of(text)), made.basis


@pytest.mark.parametrize(
    ("text", "fragment", "speaker"),
    [
        # "it" goes on with a body or a document
        (
            "The coalition wants cleaner rivers. It warns that the water is “choking the young fish”.",
            "choking",
            "The coalition",
        ),
        # "they" goes on with those who sent a letter
        (
            "Two owners wrote a letter to the firm in May. The plan may have “very bad results” for all, they said.",
            "very bad",
            "Two owners",
        ),
        # the family, of which "they" is said
        (
            "The family of Carl Lund called him a “much loved man”. They added: “He was kind to all of us.”",
            "kind to all",
            "The family of Carl Lund",
        ),
        # whose website it is
        # but no thing speaks
        (
            "The bridge was closed in May. It warns that the river is “far too high”.",
            "far too",
            "It",
        ),
    ],
)
def test_the_subject_before_goes_on(analyse: Analyse, text: str, fragment: str, speaker: str) -> None:
    assert speaker_of(analyse, text, fragment)[0] == speaker
