"""Acts by who tells them: a writing, the one who acts, another; and what only goes on with a verb before it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate.article import annotate


def told_in(analyse: Analyse, text: str) -> list[tuple[str, str]]:
    """Return kind and actor of each act of a text whose statements are read too."""
    article, analysis = analyse(text, published=date(2021, 3, 14))
    found = annotate(article, analysis).acts
    return [(act.kind.value, act.actor.span.of(article.text) if act.actor else "") for act in found]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Senator Tom Reed issued a statement denying the report.", ("denial", "Senator Tom Reed")),
        ("Tom Reed wrote a letter to Ann Hill asking for the ferry logs.", ("request", "Tom Reed")),
        ("The Reed family issued a statement calling for an inquiry.", ("demand", "The Reed family")),
        ("Ann Hill said the council “flatly denied” any part in it.", ("denial", "the council")),
        ("A complaint was filed in May by Mayor Ann Hill.", ("court", "Mayor Ann Hill")),
        ("Minister Ann Hill recused herself from the ferry case.", ("decision", "Minister Ann Hill")),
        ("Judge Ann Hill ruled the ban could not stand.", ("court", "Judge Ann Hill")),
        ("Tom Reed was convicted for fraud in Leeds.", ("court", "Tom Reed")),
        ("Tom Reed goes on trial on Monday.", ("court", "Tom Reed")),
        ("The chairman of the council is to meet the union.", ("scheduled", "The chairman of the council")),
        ("The ministry advised travellers to stay at home.", ("recommendation", "The ministry")),
        ("President Ann Hill offered the rebels a deal.", ("commitment", "President Ann Hill")),
        ("Ann Hill said she was open to talks with the union.", ("commitment", "Ann Hill")),
        ("The Harbour Board is prepared to sue the city.", ("commitment", "Harbour Board")),
        ("The Harbour Board said it would boost its patrols.", ("commitment", "Harbour Board")),
        ("Tom Reed said ministers should denounce the plan.", ("demand", "Tom Reed")),
        ("Tom Reed said the council should not abolish the ferry.", ("demand", "Tom Reed")),
        ("Tom Reed insisted the director should not resign over the report.", ("opposition", "Tom Reed")),
        ("Tom Reed said the director needs to resign.", ("demand", "Tom Reed")),
        ("Ann Hill's decision not to prosecute angered Leeds.", ("decision", "Ann Hill")),
    ],
)
def test_an_act_is_found(analyse: Analyse, text: str, act: tuple[str, str]) -> None:
    assert act in told_in(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "“The ministry will continue to build ferries,” said Ann Hill, an analyst.",  # foretold of another
        "The Harbour Board insisted it would call the police again.",  # what it would have done
        "Ann Hill is one of two lawyers who will serve as adviser.",
        "Tuesday's firing came as the minister left.",  # of a rocket
        "Tom Reed retired from the force after 30 years.",
        "The bill creates a fund to assist and encourage ministers to adopt the rules.",  # "to" is shared
        "Tom Reed had not met her or been ordered to close the pier.",  # "not" is shared
        "Tom Reed blamed the Senate for possibly overturning the ban.",
        "Critics say the Harbour Board is less willing to sue the city.",
        "Ann Hill said she will always speak the truth.",
        "Tom Reed wrote to the minister to let her know that he agrees.",
        "Ann Hill said she did not tell anyone for years.",
        "Ann Hill spoke of how the council should approach the talks.",
        "“The council must close the pier now,” the description of a video of Leeds reads.",
    ],
)
def test_no_act_is_found(analyse: Analyse, text: str) -> None:
    assert told_in(analyse, text) == []


def test_who_goes_on_with_a_participle_is_not_where_it_is_told(analyse: Analyse) -> None:
    text = "Ann Hill and the union were placing ads in the Leeds Herald demanding the report."
    assert ("demand", "the Leeds Herald") not in told_in(analyse, text)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Ann Hill and Tom Reed both signaled they were ready to move on to other issues.",
            ["Ann Hill", "Tom Reed"],
        ),
        ("Tories and Whigs returned on Tuesday pledging to reform the budget.", ["Tories", "Whigs"]),
        ("Two senators, Ann Hill of Leeds and Tom Reed of York, have denied the claims.", ["Two senators"]),
    ],
)
def test_who_acts_together_need_not_stand_beside_the_verb(
    analyse: Analyse, text: str, actors: list[str]
) -> None:
    assert [actor for _, actor in told_in(analyse, text)] == actors


@pytest.mark.parametrize(
    "text",
    [
        "The council usually refuses to answer questions.",
        "Mayor Ann Hill has often promised to mend the roads.",
        "The gathering is traditionally designated a special event by the council.",
        "The task of the Harbour Board is to enforce the byelaws of the town.",
        "The Harbour Board said it does not know the source of the smell.",
        "Jailing Tom Reed would create a serious risk, Ann Hill said.",
        "Appointing Judge Tom Reed will create a serious risk, Ann Hill said.",
    ],
)
def test_habits_duties_and_deeds_that_would_do_something_are_no_acts(analyse: Analyse, text: str) -> None:
    assert told_in(analyse, text) == []


def test_an_act_begins_with_a_whole_word(analyse: Analyse) -> None:
    text = "Tom Reed insisted the long-serving harbour commissioner, Ann Hill, should not resign over the report."
    article, analysis = analyse(text, published=date(2021, 3, 14))
    (act,) = annotate(article, analysis).acts
    assert not act.span.of(text).startswith(("-", "serving"))
