"""Recognising times: what the words mean, which way they point, and what is no time at all."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Analyse, make_article

from crossread.annotate import times
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind, TimeType
from crossread.record.article import Role
from crossread.text.pasts import looks_past

PIECES = [
    "on",
    "Monday",
    "(",
    "13",
    "March",
    ")",
    "in",
    "2015",
    "-",
    "5",
    "the early hours of",
    "“",
    "10/11/12",
]
THURSDAY = date(2016, 11, 10)


def found(text: str, published: date | None = THURSDAY) -> dict[str, TimeExpression]:
    """Find times in a text without a parse: what the patterns alone give."""
    article = make_article(text, published=published)
    empty = Analysis(article.id, (), (), ())
    return {time.span.of(text): time for time in times.find(article, empty)}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("13 March 2021", "2021-03-13"),
        ("March 13, 2021", "2021-03-13"),
        ("2016-11-10", "2016-11-10"),
        ("the 3rd of March 2015", "2015-03-03"),
        ("Nov. 8", "2016-11-08"),
        ("Sunday, 13 November", "2016-11-13"),
        ("between 3 and 5 November", None),
        ("yesterday", "2016-11-09"),
        ("last night", "2016-11-09TNI"),
        ("the early hours of yesterday", "2016-11-09TMO"),
        ("tomorrow morning", "2016-11-11TMO"),
        ("last week", "2016-W44"),
        ("earlier this month", "2016-11"),
        ("two weeks ago", "2016-W43"),
        ("the early 1990s", "199"),
        ("the 19th century", "18"),
        ("three days", "P3D"),
        ("every day", "P1D"),
        ("9.30pm", "XXXX-XX-XXT21:30"),
        ("recently", "PAST_REF"),
        ("March of last year", "2015-03"),
        ("4 May this year", "2016-05-04"),
        ("the third quarter of 2015", "2015-Q3"),
        ("the end of the year", "2016"),
        ("last summer", "2016-SU"),
        ("this spring", "2017-SP"),
        ("Summer 1962", "1962-SU"),
        ("on Christmas Eve", "2016-12-24"),
        ("Thanksgiving 2015", "2015-11-26"),
        ("before Good Friday 2021", "2021-04-02"),
        ("Thirteen days ago", "2016-10-28"),
        ("nearly two years", "P2Y"),
        ("the past three months", "P3M"),
        ("a year-long", "P1Y"),
    ],
)
def test_forms(words: str, value: str | None) -> None:
    one = found(f"It was {words}, he said.")
    if value is None:
        assert "3 and 5 November" in one
        assert one["3 and 5 November"].value == "2016-11-03/2016-11-05"
    else:
        assert [time.value for time in one.values()] == [value], one


@pytest.mark.parametrize(
    "text",
    [
        "You may have seen it.",
        "The march of time goes on.",
        "A second man was held.",
        "Just a minute, he said.",
        "The 33-year-old walked home.",
        "She was 48 years old.",
        "About 1400 people came and 2000 left.",
        "It costs £2015 and sits at 24/7 Street.",
        "Theresa May spoke to April Jones.",
        "In 2000 homes the lights went out.",
        "It stood before the Christmas market.",
        "The fall of the wall, and water from a spring.",
        "He read it in the Morning Daily Mail of 1400 words.",
        "There were as many months as days.",
    ],
)
def test_traps(text: str) -> None:
    assert found(text) == {}


def test_the_words_of_a_time_are_whole() -> None:
    text = "By the end of 1914 it was over, after nearly four weeks. On July 25 of that year it began."
    assert list(found(text)) == ["the end of 1914", "nearly four weeks", "July 25 of that year"]
    assert found(text)["July 25 of that year"].value == "1914-07-25"


def test_a_number_is_a_year_where_years_stand_beside_it() -> None:
    text = "2005: Elections\nIt ended in 2007, below all 2006 levels set, when 2006 people came.\nHouse 1702 is free."
    assert [one.value for one in found(text).values()] == ["2005", "2007"]


def test_seasons_need_no_year_beside_what_makes_them_seasons() -> None:
    assert "winter" in found("They left before the onset of winter.")


def test_a_month_behind_in_may_stand_before_a_name() -> None:
    assert "March" in found("In March Hart resigned.")
    assert found("April Jones resigned.") == {}


# So many years make a text a tale of the past.
OLDER_YEARS = "\n".join(f"In {year} nothing happened." for year in range(1890, 1897))


def test_a_tale_of_the_past_goes_from_year_to_year() -> None:
    text = (
        f"{OLDER_YEARS}\nIt began in 1974. In March 1975 they came.\nThe aid was to end in 1976.\n"
        "On 30 April 1975 it was over. In May they left. In December 1975 it was cold.\n"
        "On 14 January they came back. In 1980 it was forgotten."
    )
    values = {words: one.value for words, one in found(text).items()}
    assert values["May"] == "1975-05"
    assert values["14 January"] == "1976-01-14"


def test_a_time_of_day_takes_the_day_of_its_sentence() -> None:
    one = found("On 9 November 2016 they met and at 9 a.m. went in. At 10 a.m. it rained.")
    assert one["9 a.m."].value == "2016-11-09T09:00"
    assert one["10 a.m."].value == "XXXX-XX-XXT10:00"


def test_numeric_dates_follow_the_order_of_their_article() -> None:
    assert found("On 25/12/2016 and on 10/11/2016.")["10/11/2016"].value == "2016-11-10"
    assert found("On 12/25/2016 and on 10/11/2016.")["10/11/2016"].value == "2016-10-11"
    assert found("On 10/11/2016.") == {}


def test_a_clock_time_takes_the_day_beside_it() -> None:
    one = found("It began at 11pm local time yesterday.")["11pm local time"]
    assert one.value == "2016-11-09T23:00"
    assert one.days is not None
    assert one.days.days == 1


def test_weekday_and_gloss_corroborate_each_other() -> None:
    one = found("It was held on Saturday (5 November).")
    assert one["Saturday"].form.day == one["5 November"].form.day == 5
    assert one["Saturday"].form.weekday == one["5 November"].form.weekday == 5


def test_tense_gives_the_direction(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Officers arrested four men on Tuesday. The minister will make a statement on Tuesday.\n"
        "She is expected to chair a meeting of ministers on Monday.",
        published=THURSDAY,
    )
    first, second, third = times.find(article, analysis)
    assert (first.form.tense, first.value) == (Tense.PAST, "2016-11-08")
    assert (second.form.tense, second.value) == (Tense.FUTURE, "2016-11-15")
    assert (third.form.tense, third.value) == (Tense.FUTURE, "2016-11-14")
    assert third.days is not None
    assert "Thursday 10 November 2016" in third.days.basis


def test_undated_articles_keep_their_forms_unresolved(analyse: Analyse) -> None:
    article, analysis = analyse("Officers arrested four men on Tuesday.")
    (one,) = times.find(article, analysis)
    assert one.days is None
    assert one.form.kind is TimeKind.WEEKDAY
    assert one.type is TimeType.DATE


def test_captions_hold_no_times() -> None:
    article = make_article("A crowd on Tuesday\nIt was cold.", roles={0: Role.CAPTION})
    assert times.find(article, Analysis(article.id, (), (), ())) == ()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "Monday",
                "(",
                "13",
                "March",
                ")",
                "in",
                "2015",
                "3",
                "-",
                "5",
                "May",
                "the",
                "early",
                "hours",
                "of",
                "last",
                "night",
                "“",
                "10/11/12",
            ]
        )
        | st.text(max_size=3),
        max_size=25,
    )
)
def test_never_raises_and_spans_are_exact(pieces: list[str]) -> None:
    text = " ".join(pieces)
    article = make_article(text, published=THURSDAY)
    spans = [time.span for time in times.find(article, Analysis(article.id, (), (), ()))]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_history_goes_by_the_year_named_last() -> None:
    text = (
        f"{OLDER_YEARS}\nThe war began on 3 May 1915. In 1916 it spread. By 1917 it was lost. "
        "In 1918 it ended. On 4 March the army left, and in 1919 peace came."
    )
    one = found(text, published=date(2009, 12, 19))
    assert one["4 March"].value == "1918-03-04"


def test_in_news_a_date_beside_another_year_stays_open() -> None:
    one = found("He founded it in 2009. On 3 March he was held. It opens today.")
    assert one["3 March"].days is None


def test_on_a_sunday_last_week_may_be_the_one_just_ending() -> None:
    one = found("It was promised last week.", published=date(2021, 3, 14))["last week"]
    assert one.days is not None
    assert (one.days.earliest, one.days.latest) == (date(2021, 3, 1), date(2021, 3, 13))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He retired on Tuesday after 15 seasons.", {"Tuesday"}),
        ("It closed on Monday before the match began.", {"Monday"}),
        ("It was the Tuesday after the match.", set()),
        ("They met the Friday before last.", set()),
        ("The Super Tuesday votes were counted.", set()),
    ],
)
def test_a_weekday_counted_from_another_day_is_left_alone(text: str, words: set[str]) -> None:
    assert set(found(text)) == words


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("13-15 March 2021", date(2021, 3, 13), date(2021, 3, 15)),
        ("13 – 15 March 2021", date(2021, 3, 13), date(2021, 3, 15)),
        ("April 6-7, 2015", date(2015, 4, 6), date(2015, 4, 7)),
        ("1955–1963", date(1955, 1, 1), date(1963, 12, 31)),
        ("the night of 20 June 1991", date(1991, 6, 20), date(1991, 6, 20)),
    ],
)
def test_ranges_with_a_dash_and_nights_of_a_date(words: str, first: date, last: date) -> None:
    (time,) = found(f"It lasted from then on, {words}.").values()
    assert time.days is not None
    assert (time.days.earliest, time.days.latest) == (first, last)


def test_a_year_before_a_noun_is_a_year_and_a_number_is_not() -> None:
    assert set(found("In a 1998 interview he spoke.")) == {"1998"}
    assert found("She won a 2000 metre race.") == {}


def test_a_newspaper_is_no_day() -> None:
    assert found("Its spokesman told USA Today.") == {}
    assert found("Its spokesman told USA TODAY.") == {}
    assert found("He appeared on Leeds Tonight.") == {}
    assert set(found("Today the bridge was closed.")) == {"Today"}


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("He was hurt in early July 2016.", "early July 2016", (2016, 7, 1), (2016, 7, 12)),
        ("He was hurt in late 2016.", "late 2016", (2016, 9, 1), (2016, 12, 31)),
        ("He was hurt at the start of 2016.", "the start of 2016", (2016, 1, 1), (2016, 3, 1)),
        ("He was hurt last summer.", "last summer", (2016, 6, 1), (2016, 8, 31)),
        (
            "They met on 3 May 2016. A few days later they fell out.",
            "A few days later",
            (2016, 5, 5),
            (2016, 5, 12),
        ),
        ("They met in May three years ago.", "May three years ago", (2013, 5, 1), (2013, 5, 31)),
        ("He moved here around ten years ago.", "around ten years ago", (2006, 5, 12), (2007, 5, 13)),
    ],
)
def test_parts_of_a_time_narrow_its_days(
    text: str, words: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    days = found(text, published=THURSDAY)[words].days
    assert days is not None
    assert (days.earliest, days.latest) == (date(*first), date(*last))


def test_a_season_has_no_days_in_a_text_of_the_south() -> None:
    assert found("He came to New Zealand last summer.", published=THURSDAY)["last summer"].days is None


def test_later_within_a_sentence_counts_from_what_it_tells() -> None:
    text = "They met in May 2016. The team praised the drug, only to drop it three months later."
    assert found(text, published=THURSDAY)["three months later"].days is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the end of last month", date(2016, 10, 20), date(2016, 10, 31)),
        ("the end of the month", date(2016, 11, 19), date(2016, 11, 30)),
        ("the beginning of next week", date(2016, 11, 14), date(2016, 11, 16)),
        ("the end of last year", date(2015, 11, 1), date(2015, 12, 31)),
    ],
)
def test_the_end_of_a_time_is_its_last_part(words: str, first: date, last: date) -> None:
    days = found(f"He left at {words}.")[words].days
    assert days is not None
    assert (days.earliest, days.latest) == (first, last)


def test_later_in_the_year_is_left_open_at_its_end() -> None:
    assert found("It will fly later this year.", published=date(2016, 12, 31))["later this year"].days is None


def test_a_date_close_ahead_is_not_of_last_year() -> None:
    days = found("She criticised the speech, set for November 20.", published=THURSDAY)["November 20"].days
    assert days is None or days.earliest == date(2016, 11, 20)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Leeds asked him to pay for the mill in January.", None),
        ("Leeds planned to pay for the mill in December.", date(2016, 12, 1)),
        ("He threatened a strike in October.", date(2016, 10, 1)),
    ],
)
def test_a_month_behind_what_was_to_be_done_may_lie_on_either_side(
    analyse: Analyse, text: str, first: date | None
) -> None:
    (time,) = times.find(*analyse(text, published=date(2016, 9, 20)))
    assert (time.days and time.days.earliest) == first


def test_the_same_day_as_something_told_is_not_the_day_named_before(analyse: Analyse) -> None:
    text = "She left on 3 May 2016. He came the same day as Tom Hart. He went the same day."
    found_times = times.find(*analyse(text, published=date(2016, 9, 20)))
    assert [time.days is not None for time in found_times] == [True, False, True]


def test_a_past_by_its_ending_is_past() -> None:
    assert looks_past("vowed")
    assert not any(map(looks_past, ("need", "proceed", "concede", "vow")))


def test_earlier_in_the_day_is_of_the_day_that_its_sentence_names() -> None:
    assert (
        found("On 3 November 2016 she left. He sang earlier in the day.")["earlier in the day"].days is None
    )
    one = found("On 3 November 2016 she left and he sang earlier in the day.")["earlier in the day"]
    assert one.value == "2016-11-03"


def test_news_with_many_years_and_some_days_of_its_own_is_no_tale() -> None:
    years = " ".join(f"In {year} nothing happened." for year in range(2008, 2016))
    text = f"{years}\nHart said on Thursday that all was well.\nHart sued the mill on 29 August."
    assert found(text)["29 August"].value == "2016-08-29"
