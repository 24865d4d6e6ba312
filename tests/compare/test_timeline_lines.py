"""What a line of the timeline says: it is read alone, so it has its subject, its verb and nobody left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.compare.timed import account
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare import entities, timeline
from crossread.present.meanings import explained
from crossread.record.annotation import EventKind
from crossread.record.dossier import TimelineEntry

MONDAY = date(2021, 3, 15)


def lines(analyse: Analyse, *texts: str) -> list[str]:
    """Return the lines of the timeline of a story whose accounts are these texts, of one Monday, as they are shown."""
    return [explained(entry.what, entry.meant) for entry in entries_of(analyse, *texts)]


def entries_of(analyse: Analyse, *texts: str) -> tuple[TimelineEntry, ...]:
    """Return the timeline of such a story."""
    read = [account(analyse, text, f"{number}", MONDAY) for number, text in enumerate(texts)]
    accounts = tuple(replace(one, annotation=annotate(one.article, one.analysis)) for one in read)
    return timeline.build(accounts, entities.resolve(accounts))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The mayor thanked Anna Hill, who led the rescue at the old mill on Saturday.",
            "Anna Hill … led the rescue at the old mill on Saturday",
        ),
        (
            "The report that came Saturday included a plan of Tom Hart for the mill.",
            "The report that came Saturday included a plan of Tom Hart for the mill.",
        ),
        (
            "On Saturday Tom Hart praised the council of Leeds for the mill there.",
            "On Saturday Tom Hart praised the council of Leeds for the mill there.",
        ),
        (
            "Ann Weiss / Reuters Tom Hart opened the new bridge in Leeds on Saturday.",
            "Tom Hart opened the new bridge in Leeds on Saturday.",
        ),
        (
            "LEEDS, Eng./LONDON (Reuters) - Tom Hart opened the new bridge in Leeds on Saturday.",
            "Tom Hart opened the new bridge in Leeds on Saturday.",
        ),
        (
            'On Saturday, Tom Hart praised the council of Leeds. "\nIt did well," he said.',
            "On Saturday, Tom Hart praised the council of Leeds.",
        ),
        (
            "But on Saturday, Tom Hart opened the new bridge in Leeds.",
            "on Saturday, Tom Hart opened the new bridge in Leeds.",
        ),
        (
            "LEEDS, England (AP) - Tom Hart opened the new bridge in Leeds on Saturday.",
            "Tom Hart opened the new bridge in Leeds on Saturday.",
        ),
        (
            "Tom Hart said that the council of Leeds bought the old mill on Saturday.",
            "Tom Hart said that the council of Leeds bought the old mill on Saturday.",
        ),
        (
            "Nobody wept, as Tom Hart told the council of Leeds on 3 March 2020 that the mill had shut.",
            "Tom Hart told the council of Leeds on 3 March 2020 that the mill had shut.",
        ),
        (
            "The council thanked Anna Hill, who is a nurse and led the rescue at the mill on Saturday, and left.",
            "Anna Hill … led the rescue at the mill on Saturday",
        ),
        (
            "“It is late,” said Anna Hill, a former Tory who won the market of Leeds in 2001.",
            "Anna Hill … won the market of Leeds in 2001",
        ),
        (
            "All was quiet since the Leeds council bought the mill in January – Hill, Hart and Weiss were gone.",
            "the Leeds council bought the mill in January",
        ),
        (
            "Nobody speaks of the 2014 shooting of Adam Weiss in Leeds.",
            "the 2014 shooting of Adam Weiss in Leeds",
        ),
        (
            "The report, according to a notice published on Saturday by the Leeds council, blamed Tom Hart.",
            "The report, according to a notice published on Saturday by the Leeds council, blamed Tom Hart.",
        ),
        (
            "Tom Hart said in a statement late on Saturday that the old mill in Leeds had shut.",
            "Tom Hart said in a statement late on Saturday that the old mill in Leeds had shut.",
        ),
    ],
)
def test_a_line_is_a_sentence_or_a_clause_made_whole(analyse: Analyse, text: str, line: str) -> None:
    assert lines(analyse, text) == [line]


def test_who_says_it_stays_with_a_clause(analyse: Analyse) -> None:
    text = "Anna Hill, five, from Leeds, fell into a well on Saturday, her family claimed"
    assert lines(analyse, text) == [text]


def test_a_pronoun_gets_the_name_of_whom_it_means(analyse: Analyse) -> None:
    text = "Anna Hill runs the old mill. She was arrested at the railway station in Leeds on Saturday."
    assert lines(analyse, text) == [
        "She [Anna Hill] was arrested at the railway station in Leeds on Saturday."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A worker of the Leeds mill was told on Saturday that he would lose his place.",
        "Adam Weiss of the Leeds mill voted this winter against the plan for the river.",
        "The Harts sold the old mill in Leeds to the council on Saturday.",
    ],
)
def test_nothing_leans_on_a_noun_for_a_person_a_season_or_a_family_name(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == [text]


def test_no_name_is_guessed_where_another_stands_before_the_pronoun(analyse: Analyse) -> None:
    text = "Tom Hart runs a mill. On Saturday Adam Weiss chose Paul Reed in Leeds, praising him as a leader."
    assert not any("[" in line for line in lines(analyse, text))


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Post reported on Saturday.",
        "Another driver was arrested at the railway station in Leeds on Saturday.",
        "The tabloid printed a story about Tom Hart and the mill on Saturday.",
        "The sales of the old mill in Leeds rose compared to 2015.",
        "Those workers left the old mill in Leeds on Saturday.",
        "It was sold to the council of Leeds on Saturday.",
        "In this Saturday file photo, Tom Hart poses for photographers at the old mill.",
        "Paul Reed praised the marchers at Saturday's rally of the union.",
        "Paul Reed set a deadline of 1 May 2020 for the answer of the council of Leeds.",
        "Tom Hart asked on Saturday.",
        '"All went well in Leeds. So there," Tom Hart tweeted early on Saturday.',
        "Arriving on Saturday: a new film of Tom Hart about the old mill in Leeds.",
        "Nobody met the family of Adam Weiss, the Leeds man shot by the guards on Saturday.",
        "Anna Hill says that Tom Hart of Leeds is trying to interfere with next year's election.",
        "Nobody gave any sign that the council of Leeds had found help for Tom Hart on Saturday.",
        "Tom Hart in Leeds issued his on Saturday.",
        "Tom Hart sang on “Leeds News Sunday.”",
        "A father of two, he sold the old mill of Paul Reed in Leeds on Saturday.",
        "The talk is of an idea that Tom Hart had on Saturday.",
        "Nobody knew of a mill of Paul Reed and Tom Hart in Leeds after the verdict on Saturday.",
        "If the council of Leeds refuses, they could try to sell the old mill on Friday.",
    ],
)
def test_what_leans_on_other_words_or_tells_no_deed_is_no_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == []


def test_what_the_story_is_about_needs_no_more_words(analyse: Analyse) -> None:
    opening = "A bomb attack shook the market of Leeds."
    text = f"{opening}\nNobody was named.\nMany wept.\nThe attack was condemned by Tom Hart on Saturday."
    (line,) = (entry.what for entry in entries_of(analyse, text, opening))
    assert line == "The attack was condemned by Tom Hart on Saturday."


def test_two_counts_of_one_account_are_two_happenings(analyse: Analyse) -> None:
    text = (
        "Tom Hart sold 300 shares of the old mill in Leeds on Saturday.\n"
        "Tom Hart sold 900 shares of the new mill in Leeds on Saturday."
    )
    assert len(lines(analyse, text)) == 2


def test_a_saying_of_one_speaker_is_told_once(analyse: Analyse) -> None:
    one = "Tom Hart said on Saturday that he is close to choosing a new head of the Leeds opera."
    other = "Tom Hart told reporters on Saturday that he was close to picking a head for the Leeds opera."
    assert len(lines(analyse, one, other)) == 1


def test_two_speakers_say_two_things(analyse: Analyse) -> None:
    one = "Tom Hart said on Saturday that the plan for the old river bridge was a danger for the market."
    other = "Anna Hill said on Saturday that the plan for the old river bridge was good for the market."
    assert len(lines(analyse, one, other)) == 2


def test_two_bodies_do_two_things(analyse: Analyse) -> None:
    one = "The Senate voted on the plan of Tom Hart for the old river bridge on Saturday."
    other = "It began early. Before the House vote on Saturday on the plan of Tom Hart, all was quiet."
    assert len(lines(analyse, one, other)) == 1
    read = [account(analyse, text, text[:6], MONDAY) for text in (one, other)]
    accounts = tuple(replace(one, annotation=annotate(one.article, one.analysis)) for one in read)
    entries = timeline.build(accounts, entities.resolve(accounts))
    assert all(len({evidence.article for evidence in entry.evidence}) == 1 for entry in entries)


def test_a_noun_phrase_narrows_no_date_of_a_clause(analyse: Analyse) -> None:
    one = "The rebels threatened to attack the harbour of Leeds this month."
    other = "Nobody knew of the attack on the harbour of Leeds on Saturday."
    read = [account(analyse, text, text[:6], MONDAY) for text in (one, other)]
    accounts = tuple(replace(one, annotation=annotate(one.article, one.analysis)) for one in read)
    dates = [e.date for e in timeline.build(accounts, entities.resolve(accounts)) if e.what == one]
    assert all(days is not None and days.days > 1 for days in dates)


def test_accounts_that_open_with_one_piece_of_news_tell_it_once(analyse: Analyse) -> None:
    one = "The council of Leeds approved a plan for the old river bridge on Saturday."
    other = "The council of Leeds said on Saturday that the plan for the old river bridge will go ahead."
    assert len(lines(analyse, one, other)) == 1
    later = f"Nothing else was told.\nAll was quiet.\nNobody came.\n{other}"
    assert len(lines(analyse, one, later)) == 1
    assert len(lines(analyse, one, later.replace("The council", "The mayor"))) == 2


def test_a_thing_with_which_an_account_opens_is_known_from_its_headline(analyse: Analyse) -> None:
    text = "The bus overturned at a fork in the tracks near Leeds on Saturday."
    assert lines(analyse, text) == [text]
    assert lines(analyse, "Nothing happened.\n" * 5 + text) == []


def test_an_attack_stands_though_it_is_doubted_who_was_behind_it(analyse: Analyse) -> None:
    text = "The police cannot say if a man was behind Saturday's lorry attack on a Leeds market that killed 12 people."
    assert lines(analyse, text) == ["Saturday's lorry attack on a Leeds market"]


def test_what_is_reported_has_its_own_day(analyse: Analyse) -> None:
    text = "On Saturday, Anna Hill said Tom Hart had threatened in May to close the old mill in Leeds."
    assert "Anna Hill said Tom Hart had threatened in May to close the old mill in Leeds" in lines(
        analyse, text
    )


def test_a_sentence_stands_for_one_of_its_days(analyse: Analyse) -> None:
    text = (
        "Tom Hart ordered on Saturday that the workers of the mill in Leeds be paid at the end of this month."
    )
    assert len(lines(analyse, text)) == 1


def test_what_is_arranged_for_a_time_that_has_begun_is_scheduled(analyse: Analyse) -> None:
    read = account(analyse, "Anna Hill is retiring from the council of Leeds this week.", "a", MONDAY)
    accounts = (replace(read, annotation=annotate(read.article, read.analysis)),)
    (entry,) = timeline.build(accounts, entities.resolve(accounts))
    assert entry.kind is EventKind.SCHEDULED


def test_a_quotation_that_begins_before_its_line_is_none(analyse: Analyse) -> None:
    text = "“The mill is dead. Nobody will buy it from us,” Tom Hart told the council of Leeds on Saturday."
    assert lines(analyse, text) == []


def test_a_clause_behind_where_is_told_with_its_place(analyse: Analyse) -> None:
    text = "Tom Hart left for Selby, where many people lost power on Saturday."
    assert lines(analyse, text) == ["Selby, where many people lost power on Saturday."]


def test_a_happening_and_its_saying_on_one_day_are_one_line(analyse: Analyse) -> None:
    text = (
        "Officers found four rifles in Leeds on Saturday while searching the mill, Tom Hart said on Saturday."
    )
    assert lines(analyse, text) == [text]


def test_what_two_accounts_lead_with_stands_before_what_was_said_of_it(analyse: Analyse) -> None:
    """Although it was said in the morning."""
    vote = "The council of Leeds voted on Saturday evening to close the old mill."
    said = " Anna Hill waited for the vote. Tom Hart read a book. He slept. Anna Hill thanked Tom Hart early Saturday."
    first, *_ = lines(analyse, vote + said, vote)
    assert first == vote


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hart spoke to voters of Leeds before the 2016 Leeds council election.",
        "Tom Hart swiftly condemned Saturday's vote of the council of Leeds.",
        "Tom Hart has yet to answer a request of Anna Hill on Monday.",
        "Prices of the mill in Leeds will soar in 2022 as the old owners leave.",
        "The mill of Tom Hart is expected to grow by a tenth in 2022.",
        "Less than half of the workers of Leeds will be earning a wage next month, said Tom Hart.",
    ],
)
def test_what_is_no_happening_of_a_day_has_no_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, text) == []


def test_what_something_is_held_against_is_no_line(analyse: Analyse) -> None:
    text = "The share of young voters in Leeds was higher than in 2008, the council said."
    assert lines(analyse, text) == []


def test_a_sentence_with_a_name_is_clearer_than_one_where_it_is_put_in(analyse: Analyse) -> None:
    named = "The police arrested Tom Hart at the station in Leeds on Saturday."
    put_in = "Tom Hart runs a mill in Selby. The police arrested him at the station in Leeds on Saturday."
    for texts in ((named, put_in), (put_in, named)):
        assert lines(analyse, *texts) == [named]


def test_a_clause_that_no_mark_sets_off_belongs_to_its_deed(analyse: Analyse) -> None:
    text = "While Leeds slept, Paul Reed tried on Saturday to keep Tom Hart from speaking about the mill, which is old."
    assert any("from speaking about the mill" in line for line in lines(analyse, text))


def test_what_is_planned_for_a_year_is_scheduled(analyse: Analyse) -> None:
    text = "Tom Hart plans to sell the old mill of Leeds in 2022."
    assert lines(analyse, text) == [text]


def test_leads_of_three_accounts_tell_one_piece_of_news(analyse: Analyse) -> None:
    """The first and the second share little, each shares enough with the third."""
    texts = (
        "Leeds councillors put forward a sweeping plan Saturday to curb the noise of mills across the country.",
        "Leeds councillors introduced a large mill noise bill on Saturday after the death of Tom Hart in the square.",
        "After the death of Tom Hart, Leeds councillors unveiled a plan on Saturday to curb mill noise in the country.",
    )
    assert len(lines(analyse, *texts)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The charges against Tom Hart were detailed in a letter released Saturday by the council of Leeds.",
        "Tom Hart ended on Saturday the aid of the council of Leeds for those with a cold.",
    ],
)
def test_a_sentence_that_says_all_is_a_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The company’s lawyers sued Tom Hart on Saturday over the mill.",
    ],
)
def test_what_was_told_before_leans(analyse: Analyse, text: str) -> None:
    assert lines(analyse, text, "Anna Hill sang.", "Anna Hill slept.") == []


@pytest.mark.parametrize(
    "text",
    [
        '"There is no fire in the mill. That has been proven," Tom Hart told the council of Leeds on Saturday.',
        "The Leeds Post broke another flawed story on Saturday.",
    ],
)
def test_the_rest_of_a_quotation_and_another_story_lean(analyse: Analyse, text: str) -> None:
    assert lines(analyse, text, "Anna Hill sang.", "Anna Hill slept.") == []


def test_a_day_ahead_is_no_second_line(analyse: Analyse) -> None:
    assert len(lines(analyse, "Anna Hill pledged in 2008 to close the Leeds mill by 2025.")) == 1


def test_how_somebody_did_something_is_no_line_of_it(analyse: Analyse) -> None:
    text = "Tom Hart spoke, despite much criticism of how guards handled the march in Leeds over the weekend."
    assert not any(line.startswith("guards handled") for line in lines(analyse, text))


def test_two_deeds_of_one_kind_of_people_stay_apart(analyse: Analyse) -> None:
    one = "Sam Voss, a police officer, appeared before the harbour court on Saturday over the murder of Ana Reed."
    other = "Footage showed police officers detaining women at the vigil of Ana Reed on Saturday."
    entries = entries_of(analyse, one, other)
    assert all(len({evidence.article for evidence in entry.evidence}) == 1 for entry in entries)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hart said on Saturday that he would not support the plan as written.",
        "Tom Hart, who opened an inquiry into the origins of that plan, resigned from the council on Saturday.",
        "Tom Hart goes on trial in Leeds Monday, accused of selling the old mill.",
        "Tom Hart left the council of Leeds on Saturday to fight Sen. Adam Weiss (I-Vt.), the new owner of the mill.",
        "Anna Hill defended Tom Hart on Saturday by naming a plan of the 2016 election in Leeds.",
        "The council of Leeds is expected to vote on the new mill of Tom Hart in May.",
    ],
)
def test_what_leaves_clear_what_happened_is_a_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == [text]


def test_a_clause_behind_its_noun_may_say_what_is_due(analyse: Analyse) -> None:
    text = "Nobody in Leeds praised Anna Hill, who was forced to leave the council on Saturday."
    assert lines(analyse, text) == ["Anna Hill … was forced to leave the council on Saturday"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Workers spoke of Tom Hart’s decision last week to close the old mill in Leeds.",
            "Tom Hart’s decision last week to close the old mill in Leeds",
        ),
        (
            "Since the report by the Leeds Times on March 2 that the old mill was sold, Tom Hart gave two answers.",
            "the report by the Leeds Times on March 2 that the old mill was sold",
        ),
        (
            "Six crews of the Leeds Guard were in action Saturday to help with rescues.",
            "Six crews of the Leeds Guard were in action Saturday to help with rescues.",
        ),
    ],
)
def test_nouns_and_states_tell_what_happened(analyse: Analyse, text: str, line: str) -> None:
    assert line in lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "The council would have to pay money to guards, a sum that Tom Hart set at six pounds on Saturday.",
        "The council moved the vote from November’s general election in Leeds to an earlier one.",
        "Tom Hart fanned the flames Saturday by asking: “Who sold the mill?”",
    ],
)
def test_words_that_mislead_when_cut_are_no_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == []


def test_who_the_described_one_is_follows_in_brackets(analyse: Analyse) -> None:
    text = "Tom Hart is a congressman.\nThe congressman will visit the old mill in Leeds on Friday."
    assert "The congressman [Tom Hart] will visit the old mill in Leeds on Friday." in lines(analyse, text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Tom Hart left the council following the killing of Anna Hill last month in Leeds.",
            "the killing of Anna Hill last month in Leeds",
        ),
        (
            "The town’s oldest mill Brook, which said Saturday it would sell its boats, praised Tom Hart.",
            "The town’s oldest mill Brook … said Saturday it would sell its boats",
        ),
        (
            "Leeds warned Tom Hart against the sale in a memo delivered to his office Saturday.",
            "Leeds warned Tom Hart against the sale in a memo delivered to his office Saturday.",
        ),
    ],
)
def test_deeds_done_to_somebody_and_words_sent_have_their_day(analyse: Analyse, text: str, line: str) -> None:
    assert line in lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "The march came after the town of Leeds won a vote on the law, signed by Tom Hart in February 2020.",
        "The 2015 Hart plan would have closed the old mill of Leeds for good.",
        "The council spoke of a Friday letter to Tom Hart.",
        "They recalled a call during which Anna Hill agreed with Tom Hart on Saturday to sell.",
        "Elected mayor of Leeds in May 2014, Tom Hart sells his mills.",
    ],
)
def test_what_came_before_or_would_have_been_is_no_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "One study made by Anna Hill in May 2020 found that those mills of Leeds mostly served their owners.",
        "This weekend shows the plight of the mills and of Tom Hart in Leeds.",
        "More than anybody else in Leeds today, Tom Hart has been seen as its next mayor.",
        "Within hours of Tom Hart’s announcement in Leeds on Saturday, nobody cared.",
    ],
)
def test_words_without_their_news_are_no_line(analyse: Analyse, text: str) -> None:
    assert lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tom Hart moved to Leeds two years ago.", "Tom Hart moved to Leeds two years ago."),
        (
            "The army said it closed the road in retaliation for air strikes last week in Selby province.",
            "air strikes last week in Selby province",
        ),
        (
            "Tom Hart wrote on Saturday, declining the offer of the Leeds mill for his house.",
            "Tom Hart wrote on Saturday, declining the offer of the Leeds mill for his house.",
        ),
        (
            "He likes the Centre for Old Mills.\nThe centre opened a museum in Leeds on Saturday.",
            "The centre [the Centre for Old Mills] opened a museum in Leeds on Saturday.",
        ),
    ],
)
def test_years_ago_and_nouns_with_their_place_are_lines(analyse: Analyse, text: str, line: str) -> None:
    assert line in lines(analyse, f"Nothing happened.\nNobody came.\nAll was quiet.\n{text}")


@pytest.mark.parametrize(
    "text", ["Tom Hart moved to Leeds over two years ago.", "Tom Hart built the mill in Leeds 30 years ago."]
)
def test_times_that_only_say_about_when_are_none(analyse: Analyse, text: str) -> None:
    assert lines(analyse, text) == []
