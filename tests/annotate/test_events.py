"""Which time belongs to which happening, and how its clause is cut."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate import events, times
from crossread.record.analysis import Analysis
from crossread.record.annotation import EventKind
from crossread.record.article import Article, Role


def dated(article: Article, analysis: Analysis) -> list[tuple[str, str, EventKind, str]]:
    """Return (time, head, kind, clause) of each event, in the words of the text."""
    found = times.find(article, analysis)
    return [
        (found[e.time].span.of(article.text), e.head.of(article.text), e.kind, e.span.of(article.text))
        for e in events.find(article, analysis, found, ())
    ]


def test_a_short_sentence_with_one_time_is_shown_whole(analyse: Analyse) -> None:
    (event,) = dated(*analyse("Officers arrested four men in Leeds on Tuesday."))
    assert event == (
        "Tuesday",
        "arrested",
        EventKind.HAPPENED,
        "Officers arrested four men in Leeds on Tuesday.",
    )


def test_what_is_expected_is_scheduled(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The minister is expected to chair a meeting of police chiefs on Monday.\n"
        "The mayor will meet residents on Friday.\n"
        "She said she would publish the report on Tuesday."
    )
    assert [event[2] for event in dated(article, analysis)] == [EventKind.SCHEDULED] * 3


def test_a_dated_saying_is_said(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The governor said on Monday that the bridge was unsafe."))
    assert event[1:3] == ("said", EventKind.SAID)


def test_a_present_perfect_is_not_dated_by_a_past_day(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The force has been criticised after the clashes in the town on Saturday."))
    assert event[1] == "clashes"
    assert "criticised" not in event[3]


def test_what_a_verb_is_about_keeps_its_own_time(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The group carried out the attack in retaliation for air strikes last week."))
    assert event[1] == "strikes"


def test_what_is_only_possible_or_asked_is_no_event(analyse: Analyse) -> None:
    article, analysis = analyse("The talks could resume on Monday.\nDid the talks resume on Monday?")
    assert dated(article, analysis) == []


def test_durations_and_captions_date_nothing(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Police arrest a man on Monday\nThe strike went on for three days.", roles={0: Role.CAPTION}
    )
    assert dated(article, analysis) == []


def test_texts_without_sentences_have_no_events(analyse: Analyse) -> None:
    for text in ("", "\n\n", "on Monday", "“ Monday ”", "Monday"):
        article, analysis = analyse(text)
        for event in dated(article, analysis):
            assert event[3] in text


def test_bounds_of_a_state_and_denials_date_nothing(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The suspect was released on bail until May.\n"
        "The minister did not resign on Monday.\n"
        "The road has been closed since Friday."
    )
    assert dated(article, analysis) == []


def test_a_year_that_names_something_dates_nothing(analyse: Analyse) -> None:
    article, analysis = analyse("Hart overtook Nowak, the 2007 world champion, in the rain.")
    assert dated(article, analysis) == []


def test_clauses_lie_in_the_text_and_hold_their_time(analyse: Analyse) -> None:
    article, analysis = analyse(
        "In ugly scenes on Saturday, officers clashed with crowds who had gathered to remember the teacher who went "
        "missing on 3 March, while the mayor, who had warned of trouble on Friday, said that he would meet the chief "
        "constable on Monday, and residents, many of them angry, stayed away from the square last night."
    )
    found = dated(article, analysis)
    assert found
    for time, head, _, clause in found:
        assert clause in article.text
        assert time in clause
        assert head in clause


def test_the_time_that_hangs_on_the_verb_dates_it(analyse: Analyse) -> None:
    text = "Anna Reed left the club on Tuesday, leaving a gap after the coach went last week."
    found = dated(*analyse(text))
    assert "Tuesday" in {event[0] for event in found if event[1] == "left"}
    assert "last week" not in {event[0] for event in found if event[1] == "left"}


def test_the_year_of_a_sum_dates_nothing(analyse: Analyse) -> None:
    assert dated(*analyse("The bank reported a loss for the last quarter of 2017.")) == []


def test_what_dates_back_is_no_happening(analyse: Analyse) -> None:
    assert dated(*analyse("The officers found records of payments dating back to 2009.")) == []


def test_what_happened_during_something_is_the_happening(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The old bridge over the river collapsed during a storm on Saturday."))
    assert event[1] == "collapsed"


def test_after_a_week_is_not_in_it(analyse: Analyse) -> None:
    assert dated(*analyse("Congress will wrap up its spring recess after this week.")) == []


def test_a_demand_keeps_what_it_asks_for(analyse: Analyse) -> None:
    (event,) = dated(
        *analyse(
            "The National Farm Union called Tuesday for state legislatures to allow more school staff to carry tools "
            "on school grounds once they've gone through extensive training, as part of a set of recommendations "
            "that capped a weeks-long review in the wake of the flood."
        )
    )
    assert "to allow more school staff" in event[3]


def test_what_a_phrase_begins_with_is_what_expired(analyse: Analyse) -> None:
    found = dated(
        *analyse("A plan to revive and revamp a ban on assault weapons, which expired in 2004, is dead.")
    )
    assert not any(clause.startswith("assault weapons") for *_, clause in found)


def test_what_came_before_keeps_its_own_day(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The driver was released on bail after being arrested on Wednesday."))
    assert event[1] == "arrested"
    assert event[3].startswith("The driver was released")


def test_what_was_due_next_year_is_scheduled(analyse: Analyse) -> None:
    (event,) = dated(*analyse("One of the victims was due to get married next year."))
    assert event[2] is EventKind.SCHEDULED


def test_an_attempt_to_explain_is_a_saying(analyse: Analyse) -> None:
    (event,) = dated(*analyse("Mr Reed attempted to explain on Sunday that the bridge had been safe."))
    assert event[2] is EventKind.SAID
    assert event[3].startswith("Mr Reed attempted")


def test_what_belongs_to_today_is_no_happening(analyse: Analyse) -> None:
    assert not any(
        "companies" in event[3] for event in dated(*analyse("They fear today's biggest companies."))
    )


def test_how_somebody_did_it_is_not_the_main_clause(analyse: Analyse) -> None:
    text = "Mrs Carter resisted calls to quit over what happened on Saturday evening."
    assert not any("resisted" in event[3] for event in dated(*analyse(text)))


def test_what_is_not_promised_is_no_happening(analyse: Analyse) -> None:
    assert dated(*analyse("The council has not promised to send an engineer next week.")) == []


def test_what_holds_in_one_case_only_is_no_happening(analyse: Analyse) -> None:
    assert dated(*analyse("If the minister refuses, the board will meet on Friday.")) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Tom Hart resigned in a Monday speech at the town hall.", "resigned"),
        ("The director said at a hearing last year that the mill was lost.", "said"),
        ("In a Friday memo, the director warned of a flood.", "warned"),
        ("In defending the plan on Friday, the mayor cited a report.", "cited"),
        ("The council held talks on Friday about the river.", "held"),
        ("Emails were found during the 2016 campaign.", "found"),
        ("The mayor answered with a Monday letter.", "answered"),
        ("The mayor failed in a 2005 bid for the senate.", "failed"),
        ("The mayor denounced the Friday attack as an act of war.", "attack"),
    ],
)
def test_what_is_done_at_an_occasion_is_done_when_it_is(analyse: Analyse, text: str, head: str) -> None:
    assert [event[1] for event in dated(*analyse(text))] == [head]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody voted there between 2010 and 2012.",
        "After the verdict on Friday, nobody voted.",
        "The rule will be kept past December.",
        "Tom Hart tried to push the vote to Sunday night.",
    ],
)
def test_which_end_or_which_of_two_is_meant_dates_nothing(analyse: Analyse, text: str) -> None:
    assert not any(
        event[1] in ("paid", "voted", "rose", "alluded", "blamed", "kept", "push", "tried")
        for event in dated(*analyse(text))
    )


def test_a_day_behind_a_participle_is_its_own(analyse: Analyse) -> None:
    events = dated(*analyse("The mayor wept in response to letters released by the council on Friday."))
    assert [event[1] for event in events] == ["released"]


def test_what_must_be_done_on_a_day_ahead_is_scheduled(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The letters must be returned on 3 May."))
    assert event[2] is EventKind.SCHEDULED


def test_a_date_between_the_and_a_noun_is_the_nouns(analyse: Analyse) -> None:
    found = dated(*analyse("Little has changed since the Dec. 14 school massacre in Leeds."))
    assert [head for _, head, _, _ in found] == ["massacre"]


def test_a_time_under_way_may_be_that_of_a_decision(analyse: Analyse) -> None:
    found = dated(
        *analyse("Weiss faced questions about the decision of Hart this year to sell the mill in Leeds.")
    )
    assert "sell" not in [head for _, head, _, _ in found]


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        (
            "The Senate at noon on Monday is set to take a procedural vote on a government funding bill of Tom Hart.",
            "set",
            EventKind.SCHEDULED,
        ),
        ("The council is due to vote at noon Monday on the mill of Leeds.", "vote", EventKind.SCHEDULED),
        (
            "The town careened into a shutdown Saturday morning after the strike.",
            "careened",
            EventKind.HAPPENED,
        ),
        ("Tom Hart called for the closure of the mill this week.", "called", EventKind.HAPPENED),
        ("The fire at a mill in Leeds on Thursday was an attack.", "fire", EventKind.HAPPENED),
        ("The council approved the plan 38 to 5 on Thursday.", "approved", EventKind.HAPPENED),
        ("In a 2017 dissent, Tom Hart wrote that the mill was lost.", "wrote", EventKind.SAID),
        ("Tom Hart attacked the workers during Sunday prayers.", "attacked", EventKind.HAPPENED),
        ("Upon leaving the mill on Friday, Tom Hart praised it.", "praised", EventKind.HAPPENED),
        ("Speaking in a room at the summit on Friday, Tom Hart said no.", "said", EventKind.SAID),
        ("The mill filed for protection on Friday.", "filed", EventKind.HAPPENED),
    ],
)
def test_the_word_that_a_day_belongs_to(analyse: Analyse, text: str, head: str, kind: EventKind) -> None:
    (event,) = dated(*analyse(text))
    assert event[1:3] == (head, kind)


def test_up_to_begins_no_change(analyse: Analyse) -> None:
    (event,) = dated(*analyse("A group of up to 100 people in May marched down the road to Leeds."))
    assert event[1] == "marched"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The council requested the files of four members of the transition team on May 30.", "requested"),
    ],
)
def test_a_word_within_another_name_is_not_dated(analyse: Analyse, text: str, head: str) -> None:
    (event,) = dated(*analyse(text))
    assert event[1] == head


def test_the_day_behind_a_text_that_was_sent_is_its_own(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The Leeds Post obtained a letter sent from Tom Hart to Anna Hill on Aug. 6."))
    assert event[1] == "sent"


def test_a_time_behind_the_main_verb_is_not_that_of_a_clause_before_it(analyse: Analyse) -> None:
    text = "A leader of the Leeds mill who backed Anna Hill told a local TV reporter in May 2016 that it was over."
    (event,) = dated(*analyse(text))
    assert event[1] == "told"


@pytest.mark.parametrize(
    "text",
    [
        "The number has eclipsed that of every year but 2009 in the old mill of Leeds.",
    ],
)
def test_a_year_beside_a_name_or_excepted_dates_nothing(analyse: Analyse, text: str) -> None:
    assert not dated(*analyse(text))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "Anna Hill has not been asked to leave, in contrast to Hart's claim last week that she had.",
            "claim",
        ),
        ("The board picked Tom Hart to be the envoy of Leeds in January 2018.", "picked"),
    ],
)
def test_a_time_dates_the_deed_that_stands_beside_it(analyse: Analyse, text: str, head: str) -> None:
    found = dated(*analyse(text, published=date(2021, 3, 15)))
    assert [event[1] for event in found] == [head]


@pytest.mark.parametrize(
    "text",
    [
        "The mill named the faults in a letter the same day the council of Leeds met.",
        "Tom Hart said the old rules of the mill once worked well but were inadequate today.",
        "Tom Hart trudges into Tuesday with a slim lead in the polls.",
        "Friends of the mill, like Tom Hart and -- until Saturday -- Anna Hill, have stopped short of a call.",
    ],
)
def test_a_day_told_by_its_clause_and_the_present_at_large_date_nothing(analyse: Analyse, text: str) -> None:
    assert not dated(*analyse(f"The council met on Friday.\n{text}", published=date(2021, 3, 15)))[1:]


def test_a_crime_without_an_article_is_no_happening_of_its_own(analyse: Analyse) -> None:
    (event,) = dated(*analyse("A former teacher was found guilty of murder on Tuesday."))
    assert event[1] == "found"


def test_who_becomes_the_first_to_do_it_does_it(analyse: Analyse) -> None:
    (event,) = dated(*analyse("Norway became the first country to ban such nets on Wednesday."))
    assert event[1] == "became"


def test_who_is_suspected_in_an_attack_was_not_named_on_its_day(analyse: Analyse) -> None:
    (event,) = dated(*analyse("The police identified a suspect in Saturday's attack on a Leeds market."))
    assert event[1] == "attack"
