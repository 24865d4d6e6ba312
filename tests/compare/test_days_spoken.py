"""Days in a quotation count from the day on which it was said."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import READING_DAY, Analyse

from crossread.annotate.article import annotate
from crossread.compare import days
from crossread.record.annotation import Account

TUESDAY = date(2021, 3, 16)


def day_of(analyse: Analyse, text: str, word: str, published: date | None = TUESDAY) -> date | None:
    """Return the first day of the last time of a text that has a word."""
    article, analysis = analyse(text, published=published)
    account = Account(article, analysis, annotate(article, analysis))
    (dated,) = days.dated((account,), days.solve((account,), READING_DAY))
    *_, found = (time for time in dated.annotation.times if word in time.span.of(text))
    return found.days.earliest if found.days else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Mayor Ann Hill said on Monday: “We will open the bridge tomorrow.”", "tomorrow", 16),
        ("“We closed the bridge yesterday,” Mayor Ann Hill said on Monday.", "yesterday", 14),
        ("Mayor Ann Hill said on Tuesday: “We will open the bridge tomorrow.”", "tomorrow", 17),
        ("Mayor Ann Hill said: “We will open the bridge tomorrow.”", "tomorrow", 17),
        # an account's own words count from its own day
        ("Mayor Ann Hill said on Monday that the bridge will open tomorrow.", "tomorrow", 17),
        # nor does an older speech, or another's, date what is quoted next
        (
            "Mayor Ann Hill said on 2 March that the bridge was unsafe. “We will close it tomorrow,” Ann Hill said.",
            "tomorrow",
            17,
        ),
        (
            "Mayor Ann Hill said on Sunday that the bridge was unsafe. “We close it tomorrow,” Judge Tom Reed said.",
            "tomorrow",
            17,
        ),
        # words that are to be said later
        ("Mayor Ann Hill said on 2 April: “We will open the bridge tomorrow.”", "tomorrow", 17),
    ],
)
def test_a_day_in_a_quotation_counts_from_the_day_of_the_speech(
    analyse: Analyse, text: str, word: str, day: int
) -> None:
    assert day_of(analyse, text, word) == date(2021, 3, day)


def test_a_speech_of_a_known_day_dates_its_words_in_an_account_of_none(analyse: Analyse) -> None:
    text = "Mayor Ann Hill said on 3 March 2021: “We will open the bridge tomorrow.”"
    assert day_of(analyse, text, "tomorrow", published=None) == date(2021, 3, 4)


def test_what_is_quoted_without_a_day_may_be_of_the_speech_before(analyse: Analyse) -> None:
    text = (
        "Mayor Ann Hill said on Sunday that the bridge was unsafe. Ann Hill said the works will begin “sometime "
        "tomorrow.”"
    )
    article, analysis = analyse(text, published=TUESDAY)
    account = Account(article, analysis, annotate(article, analysis))
    (dated,) = days.dated((account,), days.solve((account,), READING_DAY))
    tomorrow = dated.annotation.times[-1].days
    assert tomorrow is not None
    assert (tomorrow.earliest.day, tomorrow.latest.day) == (15, 17)
