"""Which year a date without one is of, in a text that goes by years."""

from __future__ import annotations

from datetime import date

from tests.conftest import make_article

from crossread.annotate import times
from crossread.record.analysis import Analysis

YEARS = 7  # so many make a text a tale of the past


def values(told: str, after: int) -> dict[str, str | None]:
    """Return the values of the times in a tale that has come to this year, by their words."""
    older = "\n".join(f"In {year} nothing happened." for year in range(after - YEARS, after))
    text = f"{older}\n{told}"
    article = make_article(text, published=date(2009, 12, 19))
    found = times.find(article, Analysis(article.id, (), (), ()))
    return {time.span.of(text): time.value for time in found}


def test_a_tale_goes_back_to_where_it_was_after_looking_back() -> None:
    told = values(
        "On 28 March 1918 the town fell.\nA council had been set up on 5 November 1917.\n"
        "On 15 July they crossed the river. By 20 July they were back. On 8 August 1918 it was over.",
        after=1917,
    )
    assert told["15 July"] == "1918-07-15"
    assert told["20 July"] == "1918-07-20"


def test_a_tale_goes_back_to_where_it_was_after_looking_ahead() -> None:
    told = values(
        "On 9 April 1903 the palace fell.\nIn November 1908 a statue of it was burnt.\n"
        "On 15 April the war was declared over. In May 1903 they voted.",
        after=1903,
    )
    assert told["15 April"] == "1903-04-15"


def test_a_tale_goes_on_from_the_end_of_a_range() -> None:
    told = values(
        "The siege lasted from 21 November 1948 to 31 January 1949. On 21 April they crossed.", 1948
    )
    assert told["21 April"] == "1949-04-21"


def test_a_tale_goes_over_a_new_year_that_it_does_not_name() -> None:
    told = values("In December 1975 it was cold. On 14 January they came back. In March they left.", 1975)
    assert told["14 January"] == "1976-01-14"
    assert told["March"] == "1976-03"


def test_a_year_alone_keeps_the_dates_that_follow_it() -> None:
    told = values("In 1918 it ended. On 4 March the army left, and in 1919 peace came.", 1918)
    assert told["4 March"] == "1918-03-04"


def test_news_that_names_the_last_years_over_and_over_is_no_tale() -> None:
    text = (
        "Grants for 2017 or 2018 went astray. Those of 2017 were not checked, those of 2018 were. The 2018 law "
        "forbids it. On 6 May the board took them back."
    )
    article = make_article(text, published=date(2019, 6, 25))
    found = times.find(article, Analysis(article.id, (), (), ()))
    assert [time.value for time in found if time.span.of(text) == "6 May"] == [
        "XXXX-05-06"
    ]  # of its own year
