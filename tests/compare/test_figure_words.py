"""What stands beside the label of a figure whose words take up what was told before."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare import entities, figures
from crossread.record.annotation import Account
from crossread.record.dossier import StoryFigure


def last_figure(analyse: Analyse, text: str) -> StoryFigure | None:
    """Return the figure that stands last in an account, where it is in its last sentence."""
    article, analysis = analyse(text, published=date(2021, 3, 14))
    account = Account(article, analysis, annotate(article, analysis))
    begins = analysis.sentences[-1].start
    shown = figures.align((account,), entities.resolve((account,)))
    return next((one for one in shown if one.evidence[0].start >= begins), None)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        # what "it", "they", "that" and "those" stand for is told by the sentence before
        ("The campaign has begun. It will focus on 12 new laws this year.", "The campaign has begun."),
        ("The cooks left. Their union paid 40 million euros to the town.", "The cooks left."),
        ("Anna Hall met Carla Moreno. Both women had 40 votes in Kent.", "Anna Hall met Carla Moreno."),
        # a noun with "the" by the nearest sentence that has it, or else the one before
        (
            "Tickets will rise in price. The price is too high. Rain fell. For long rides the price will average £25.",
            "The price is too high.",
        ),
        (
            "Tickets for trains will go up in May. For long rides the rise will average 25 percent.",
            "Tickets for trains will go up in May.",
        ),
        # a share by the poll that it is of
        (
            "A poll by the council was held in May. Rain fell. Some 65% of drivers support the new bridge in Kent.",
            "A poll by the council was held in May.",
        ),
        # and so is "the survey", before whatever else stands with "the"
        (
            "A poll by Kent was held in May. Nurses planned the strike. The survey found 43% think the strike is late.",
            "A poll by Kent was held in May.",
        ),
        # few words by what they go on with
        ("Sales of trams fell in May. Prices rose 8 percent.", "Sales of trams fell in May."),
    ],
)
def test_what_a_label_takes_up_stands_before_it(analyse: Analyse, text: str, before: str) -> None:
    figure = last_figure(analyse, text)
    assert figure is not None
    assert figure.before is not None
    assert figure.before.text == before


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall told the council that she had paid 40 million euros.",
        "Drivers say they went for Anna Hall by 21 points in Ohio.",
        "Rain fell in Kent. The club of Dover paid its workers £40 million in May.",
        "A poll was held in May. Rain fell. Kent bought 40 new trams for the bridge.",
    ],
)
def test_what_stands_alone_has_nothing_beside_it(analyse: Analyse, text: str) -> None:
    figure = last_figure(analyse, text)
    assert figure is not None
    assert (figure.before, figure.meant) == (None, ())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Rovers had a lead of 40 votes in Kent. In May Moreno cut that lead by 75 percent.",
            "a lead of 40 votes",
        ),
        ("Carla Moreno lost the vote in Kent. She raised £900,000 for the school.", "Carla Moreno"),
        (
            "The bank holds a federal tax lien on the mill. In May Kent paid £40,000 for the lien.",
            "a federal tax lien on the mill",
        ),
    ],
)
def test_whom_and_what_a_label_means_is_told(analyse: Analyse, text: str, meant: str) -> None:
    figure = last_figure(analyse, text)
    assert figure is not None
    assert ([one.name for one in figure.meant], figure.before) == ([meant], None)


@pytest.mark.parametrize(
    "text", ["They asked for $5 billion for that project.", "It joins hundreds of others."]
)
def test_what_nothing_before_tells_is_no_figure(analyse: Analyse, text: str) -> None:
    assert last_figure(analyse, text) is None
