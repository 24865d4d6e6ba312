"""The many ways in which news leads up to words, and what only looks like them."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse

from crossread.record.article import Role


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will appeal,” Ms Halloran laughed.", "Ms Halloran"),
        ("“We will appeal,” said Ms Halloran during the second debate, smiling at the crowd.", "Ms Halloran"),
        ("“Are we safe?” Ms Halloran asked of the engineers.", "Ms Halloran"),
        ("Ms Halloran wrote back to the council with some regret: “We will appeal.”", "Ms Halloran"),
        ("As Ms Halloran put it: “We will appeal this ruling.”", "Ms Halloran"),
        ("Ms Halloran issued the following statement:\n“We will appeal this ruling.”", "Ms Halloran"),
        ("Ms Halloran, who has in the past said: “We will appeal.”", "Ms Halloran"),
        ("“We will appeal,” said retired surveyor Ann Halloran.", "retired surveyor Ann Halloran"),
        ("“It is sad,” Ms Halloran said, adding: “We will appeal.”", "Ms Halloran"),
    ],
)
def test_words_are_led_up_to_in_many_ways(analyse: Analyse, text: str, speaker: str) -> None:
    found = statements(analyse, text)
    assert found
    assert {words(text, statement.speaker) for statement in found} == {speaker}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ms Halloran said the pier was safe, but that the gate was not.", "but that the gate was not"),
        ("Ms Halloran said the pier was safe, but “nobody checked the gate”.", "nobody checked the gate"),
        ("Ms Halloran lamented the “years of neglect” at the pier.", "the “years of neglect” at the pier"),
        ("The pier, after what Ms Halloran called “years of neglect”, is shut.", "years of neglect"),
    ],
)
def test_content_goes_on_where_the_words_do(analyse: Analyse, text: str, content: str) -> None:
    found = statements(analyse, text)
    assert any(content in span.of(text) for statement in found for span in statement.spans)


def test_a_name_before_the_colon_of_a_headline_speaks(analyse: Analyse) -> None:
    text = "Ann Halloran: The pier is not safe\nAnn Halloran toured the town on Monday."
    [found] = statements(analyse, text, {0: Role.HEADLINE})
    assert words(text, found.speaker) == "Ann Halloran"
    assert found.spans[0].of(text) == "The pier is not safe"


@pytest.mark.parametrize(
    "text",
    [
        "A woman observes the flowers left near the gate.",
        "The delay suggests the bridge is weak.",
        "Asked whether the bridge was safe, he shrugged.",
        "The bank is writing down its assets.",
        "The council may say that the bridge is safe.",
    ],
)
def test_what_nobody_said_is_no_statement(analyse: Analyse, text: str) -> None:
    assert not statements(analyse, text)


def test_two_who_speak_together_are_not_one_of_them(analyse: Analyse) -> None:
    text = "Ms Halloran and a person close to the mayor said that they saw nothing."
    [found] = statements(analyse, text)
    assert words(text, found.speaker) == "Ms Halloran and a person close to the mayor"


def test_a_line_for_each_sentence_repeats_no_mark(analyse: Analyse) -> None:
    text = (
        "Several members said the vote was a show.\n“This bill is not real.\nIt is a game.\n"
        "It is politics,” said Ms Halloran."
    )
    [quoted] = [s for s in statements(analyse, text) if s.quoted]
    assert words(text, quoted.speaker) == "Ms Halloran"
    assert [span.of(text) for span in quoted.spans] == [
        "This bill is not real.",
        "It is a game.",
        "It is politics",
    ]


def test_several_people_lead_no_quotation_in(analyse: Analyse) -> None:
    text = "Members defended the plan.\n“This bill is not real.”"
    [quoted] = [s for s in statements(analyse, text) if s.quoted]
    assert quoted.speaker is None


def test_a_denial_inside_a_quotation_leaves_its_attribution_alone(analyse: Analyse) -> None:
    text = "“Some are adapting, others are just not,” said Ms Halloran."
    [found] = statements(analyse, text)
    assert words(text, found.speaker) == "Ms Halloran"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Residents walking through the streets shouted “shame on them”.",
            "Residents walking through the streets",
        ),
        ("The players were heard shouting and screaming: “We did it!”", "The players"),
    ],
)
def test_the_subject_is_not_the_nearest_noun(analyse: Analyse, text: str, speaker: str) -> None:
    [found] = [s for s in statements(analyse, text) if s.quoted]
    assert words(text, found.speaker) == speaker


def test_a_name_before_the_colon_is_a_topic_where_the_headline_names_its_speaker(analyse: Analyse) -> None:
    text = (
        "Ann Halloran: Clashes at pier 'alarming', says mayor\nA vigil for Ann Halloran was held on Monday."
    )
    found = statements(analyse, text, {0: Role.HEADLINE})
    assert found
    assert all(words(text, statement.speaker) != "Ann Halloran" for statement in found)
