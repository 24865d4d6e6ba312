"""Which nouns of a line are shown with what their account called it before, and which stay open."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare import entities
from crossread.compare.introduced import meant_in
from crossread.record.annotation import Account
from crossread.record.span import Span

LIEN = "The bank holds a federal tax lien on the mill."


def meant(analyse: Analyse, *sentences: str) -> list[tuple[str, str, str]]:
    """Return what words of the last sentence mean: the words, the name shown, and the words that tell it."""
    article, analysis = analyse("\n".join(sentences), published=date(2021, 3, 14))
    account = Account(article, analysis, annotate(article, analysis))
    line = Span(article.text.rindex(sentences[-1]), len(article.text))
    found = meant_in(account, (line,), entities.resolve((account,)), (), pronouns=False)
    assert all(
        one.told is None or article.text[one.told.start : one.told.end] == one.told.text for one in found
    )
    return [(one.mention.text, one.name, one.told.text if one.told else "") for one in found]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ((LIEN, "The council paid the lien in May."), ("the lien", "a federal tax lien on the mill")),
        (
            ("The owner of a farm house in Leeds slept.", "The house burned."),
            ("The house", "a farm house in Leeds"),
        ),
        # the nearest words within a few sentences, whatever else the account tells of
        (
            ("The harbour bridge was shut.", "The river bridge stood.", "Tom Hart crossed the bridge."),
            ("the bridge", "The river bridge"),
        ),
    ],
)
def test_a_noun_is_shown_with_the_fuller_words_before_it(
    analyse: Analyse, told: tuple[str, ...], shown: tuple[str, str]
) -> None:
    assert meant(analyse, *told) == [(*shown, shown[1])]


@pytest.mark.parametrize(
    "told",
    [
        # told nowhere, or only by what it is like
        ("Rain fell in May.", "The council paid the lien in May."),
        ("The bank holds a heavy lien.", "The council paid the lien in May."),
        # the line says which, or tells it itself
        (LIEN, "The lien on the church was paid by the council."),
        (LIEN, "The council paid the county lien, and the lien ended."),
        # another one came between
        (LIEN, "The bank wants another lien.", "The council paid the lien in May."),
        # two further up
        (
            "The harbour bridge was shut.",
            "The river bridge stood.",
            *("Rain fell.",) * 4,
            "Tom Hart crossed the bridge.",
        ),
        # far from both the line and the head of the account
        (*("Rain fell.",) * 5, LIEN, *("Rain fell.",) * 4, "The council paid the lien in May."),
        # a part of anything, and a pronoun that leans on other words
        ("The bank paid the whole amount of the tax.", "The council paid the amount in May."),
        ("Tom Hart lost his court case.", "The council won the case in May."),
    ],
)
def test_a_noun_stays_open_where_it_is_not_told_which(analyse: Analyse, told: tuple[str, ...]) -> None:
    assert meant(analyse, *told) == []


def test_who_is_described_is_named_as_before(analyse: Analyse) -> None:
    mayor = "Mayor Ann Roe opened the pier."
    assert meant(analyse, mayor, "Critics asked the mayor to close it.") == [
        ("the mayor", "Ann Roe", "Mayor Ann Roe")
    ]
    assert meant(analyse, mayor, "Critics of Ann Roe asked the mayor to close it.") == []
