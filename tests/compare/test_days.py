"""The own day of undated articles, solved over their story."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.timed import account, example
from tests.conftest import Analyse

from crossread.compare import days
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account
from crossread.record.article import DateRange

READING_DAY = date(2026, 11, 21)

GLOSSED = (
    "The old bridge over the river Wharfe collapsed during a storm on Saturday (13 March).\n"
    "Engineers are expected to inspect the ruins on Monday (15 March)."
)


@pytest.fixture(scope="module")
def story(backend: LanguageBackend) -> tuple[Account, ...]:
    return example(backend)


def solved(accounts: tuple[Account, ...], as_of: date = READING_DAY) -> list[tuple[date, date] | None]:
    found = days.solve(accounts, as_of)
    return [(d.earliest, d.latest) if (d := found[a.id]) else None for a in accounts]


def test_weekdays_with_dates_fix_the_year_and_the_week(analyse: Analyse) -> None:
    (found,) = solved((account(analyse, GLOSSED, "a"),))
    assert found == (date(2021, 3, 13), date(2021, 3, 15))


def test_the_latest_year_not_after_the_reading_day_is_taken(analyse: Analyse) -> None:
    accounts = (account(analyse, GLOSSED, "a"),)
    assert solved(accounts, date(2020, 1, 1)) == [(date(2010, 3, 13), date(2010, 3, 15))]
    assert solved(accounts, date(2027, 12, 1)) == [(date(2027, 3, 13), date(2027, 3, 15))]


def test_a_shared_happening_dates_another_account(analyse: Analyse) -> None:
    other = "Residents watched as the old bridge over the river collapsed during the storm last night."
    accounts = (account(analyse, GLOSSED, "a"), account(analyse, other, "b"))
    assert solved(accounts)[1] == (date(2021, 3, 14), date(2021, 3, 14))


def test_news_in_the_present_perfect_is_not_of_the_weekday_that_it_names(analyse: Analyse) -> None:
    plain = "The driver fell into the river when the old bridge collapsed during a storm on Saturday."
    perfect = "A missing driver has been found dead in the Wharfe. " + plain
    dated = account(analyse, "The old bridge collapsed during a storm on Saturday.", "a", date(2021, 3, 14))
    accounts = (dated, account(analyse, plain, "b"), account(analyse, perfect, "c"))
    of_the_day, later = solved(accounts)[1:]
    assert of_the_day == (date(2021, 3, 13), date(2021, 3, 15))
    assert later == (date(2021, 3, 13), date(2021, 3, 18))


def test_another_happening_dates_nothing(analyse: Analyse) -> None:
    other = "The council approved a budget for new schools yesterday."
    accounts = (account(analyse, GLOSSED, "a"), account(analyse, other, "b"))
    assert solved(accounts)[1] is None


def test_without_any_date_every_day_stays_unknown(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "The bridge collapsed during a storm on Saturday.", "a"),
        account(analyse, "The bridge collapsed during a storm last night.", "b"),
    )
    assert solved(accounts) == [None, None]


def test_metadata_stay_and_the_basis_names_the_words(analyse: Analyse) -> None:
    dated = account(analyse, "The bridge collapsed on Saturday.", "a", published=date(2021, 3, 14))
    undated = account(analyse, GLOSSED, "b")
    found = days.solve((dated, undated), READING_DAY)
    assert found[dated.id] == dated.article.published
    basis = found[undated.id]
    assert basis is not None
    assert "“Saturday”" in basis.basis


def test_lone_metadata_give_way_to_the_words(analyse: Analyse) -> None:
    text = "The old bridge over the river Wharfe collapsed during a storm on Saturday"
    accounts = tuple(
        account(analyse, f"{text}, {number} people said.", str(number), published=date(2021, 3, 14))
        for number in range(4)
    )
    crawled = account(analyse, f"{text}.", "b", published=date(2021, 11, 30))
    found = days.solve((*accounts, crawled), READING_DAY)[crawled.id]
    assert found is not None
    assert found.latest < date(2021, 3, 20)
    assert "30 November 2021" in found.basis


def test_what_others_expect_does_not_move_metadata(analyse: Analyse) -> None:
    ahead = "The council is expected to review the report on the old bridge on Monday."
    accounts = (
        account(analyse, ahead, "a", published=date(2021, 3, 13)),
        account(analyse, ahead, "b", published=date(2021, 3, 13)),
        account(
            analyse,
            "The council will review the report on the old bridge next week.\n"
            "The mayor wrote on Monday that the council should review the report on the old bridge.",
            "c",
            published=date(2021, 3, 13),
        ),
    )
    assert solved(accounts)[2] == (date(2021, 3, 13), date(2021, 3, 13))


def test_words_that_contradict_each_other_leave_the_day_unknown(analyse: Analyse) -> None:
    text = "The bridge collapsed on Saturday (13 March). The mayor resigned on Friday (26 March)."
    assert solved((account(analyse, text, "a"),)) == [None]


def test_dated_resolves_every_time_against_the_solved_day(analyse: Analyse) -> None:
    one = account(analyse, "The old bridge collapsed on Wednesday. A crane fell on it last night.", "a")
    (done,) = days.dated((one,), {one.id: DateRange(date(2021, 3, 14), date(2021, 3, 14))})
    assert [time.value for time in done.annotation.times] == ["2021-03-10", "2021-03-13TNI"]
    assert done.article.published is None


def test_a_dateline_of_an_agency_is_the_day_of_writing(analyse: Analyse) -> None:
    dated = account(analyse, "The bridge collapsed on Saturday.", "a", published=date(2021, 3, 14))
    undated = account(analyse, "LEEDS, England, March 16 (Reuters) - Rain is expected to go on.", "b")
    assert solved((dated, undated))[1] == (date(2021, 3, 16), date(2021, 3, 17))


def test_a_date_with_its_year_dates_the_weekday_of_another_account(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "The old bridge over the river collapsed during a storm on March 13, 2021.", "a"),
        account(analyse, "The old bridge over the river collapsed during a storm on Saturday.", "b"),
    )
    found = solved(accounts)[1]
    assert found == (date(2021, 3, 13), date(2021, 3, 15))


def test_a_date_without_a_year_dates_no_other_account(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "The old bridge over the river collapsed during a storm on March 13.", "a"),
        account(analyse, "The old bridge over the river collapsed during a storm on Saturday.", "b"),
    )
    assert solved(accounts) == [None, None]


def test_in_a_long_story_the_words_of_its_topic_tie_no_days(analyse: Analyse) -> None:
    text = "The navy fired a missile over the island on Friday."
    accounts = (
        account(analyse, text, "a", published=date(2021, 3, 13)),
        account(analyse, text.replace("navy", "army"), "b", published=date(2021, 4, 10)),
        account(analyse, text.replace("navy", "fleet"), "c"),
    )
    assert solved(accounts)[2] is None


@pytest.mark.parametrize(
    ("text", "days_"),
    [
        ("The bridge fell.\nXinhua | Updated: 2017-09-15 17:52", (date(2017, 9, 14), date(2017, 9, 15))),
        ("Published 10:03 GMT, 4 May 2016\nThe bridge fell.", (date(2016, 5, 4), date(2016, 5, 4))),
        ("The bridge fell. It was updated in 2016, they said.", None),
        ("The bridge fell.\nWow — Ann (@ann) November 3, 2016\nSo sad.", None),
        (
            "The bridge fell.\nWow — Ann (@ann) November 3, 2016\nSad — Bob (@bob) November 3, 2016",
            (date(2016, 11, 3), date(2016, 11, 5)),
        ),
        ("Published 31 February 2016\nThe bridge fell.", None),
    ],
)
def test_printed_days_give_an_articles_own(
    analyse: Analyse, text: str, days_: tuple[date, date] | None
) -> None:
    (found,) = solved((account(analyse, text, "a"),))
    assert found == days_


def test_the_basis_names_the_printed_words(analyse: Analyse) -> None:
    one = account(analyse, "The bridge fell.\nXinhua | Updated: 2017-09-15 17:52", "a")
    day = days.solve((one,), READING_DAY)[one.id]
    assert day is not None
    assert "“Updated: 2017-09-15”" in day.basis.replace(" 17:52", "")


def test_a_full_date_with_its_weekday_is_news_of_that_week(analyse: Analyse) -> None:
    news = "The bank said Friday, Dec. 29, 2017, that it lost a third of its profit."
    (found,) = solved((account(analyse, news, "a"),))
    assert found is not None
    assert found[0] == date(2017, 12, 29)
    later = news + " The bank was sold in 2019."
    assert solved((account(analyse, later, "a"),)) == [None]


@pytest.mark.parametrize("as_of", [date(2026, 11, 21), date(2022, 1, 1)])
def test_the_example(story: tuple[Account, ...], as_of: date) -> None:
    truth = {
        "000": (date(2021, 3, 13), date(2021, 3, 14)),
        "001": (date(2021, 3, 14), date(2021, 3, 15)),
        "002": (date(2021, 3, 15), date(2021, 3, 15)),
        "003": (date(2021, 3, 14), date(2021, 3, 14)),
        "004": (date(2021, 3, 14), date(2021, 3, 14)),
    }
    found = days.solve(story, as_of)
    for one in story:
        own, (first, last) = found[one.id], truth[one.article.ref.rsplit("/", 1)[-1][:3]]
        assert own is not None
        assert own.days <= 2
        assert own.earliest <= last
        assert own.latest >= first


def day_of(accounts: tuple[Account, ...], words: str) -> date | None:
    """Return the day of the first account's time of these words."""
    first = days.dated(accounts, days.solve(accounts, READING_DAY))[0]
    (time,) = (t for t in first.annotation.times if t.span.of(first.text) == words)
    return time.days.earliest if time.days else None


def test_a_date_takes_the_year_that_another_account_gives_with_it(analyse: Analyse) -> None:
    trial = "A jury found the driver guilty on Tuesday. On Aug. 6, he had driven into a wall in Selby."
    first = account(analyse, trial, "a", date(2019, 10, 1))
    year = account(analyse, "The driver hit the wall on Aug. 6, 2018.", "b", date(2019, 10, 1))
    assert day_of((first,), "Aug. 6") == date(2019, 8, 6)
    assert day_of((first, year), "Aug. 6") == date(2018, 8, 6)


def test_a_date_of_the_week_is_of_the_news_whatever_happened_on_its_like(analyse: Analyse) -> None:
    first = account(analyse, "The mayor opened the fair on Sept. 29.", "a", date(2019, 10, 1))
    year = account(analyse, "The fair was opened by her on Sept. 29, 2018.", "b", date(2019, 10, 1))
    assert day_of((first, year), "Sept. 29") == date(2019, 9, 29)
