"""The figures and the one conflict of the worked example, from its bare texts."""

from __future__ import annotations

import pytest
from tests.conftest import EXAMPLE, READING_DAY

from crossread.annotate import figures as annotated
from crossread.compare import conflicts, figures
from crossread.compare.cast import Cast
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article


@pytest.fixture(scope="module")
def accounts(backend: LanguageBackend) -> tuple[Account, ...]:
    articles = []
    for path in sorted(EXAMPLE.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        articles.append(Article(path.stem, path.name, text, divide(text), READING_DAY))
    made = []
    for article, analysis in zip(articles, backend.analyse(articles), strict=True):
        found = annotated.find(article, analysis, (), (), ())
        made.append(Account(article, analysis, Annotation(article.id, figures=found)))
    return tuple(made)


def test_the_poll_gives_four_figures_with_their_answers(accounts: tuple[Account, ...]) -> None:
    poll = [f for f in figures.align(accounts, Cast()) if f.unit == "%"]
    assert [(f.value, f.measure) for f in poll] == [
        (
            47,
            "A poll by YouGov found … of respondents thought Dame Cressida should not resign, "
            "compared to 23% who said she should",
        ),
        (
            23,
            "A poll by YouGov found 47% of respondents thought Dame Cressida should not resign, "
            "compared to … who said she should",
        ),
        (
            43,
            "The survey also found … thought the vigil should not have been allowed to go ahead by police, "
            "compared to 40% who said it should have been allowed",
        ),
        (
            40,
            "The survey also found 43% thought the vigil should not have been allowed to go ahead by police, "
            "compared to … who said it should have been allowed",
        ),
    ]
    assert {f.subject for f in poll} == {"poll by YouGov"}


def test_four_arrests_are_one_figure_of_three_accounts(accounts: tuple[Account, ...]) -> None:
    (arrests,) = [f for f in figures.align(accounts, Cast()) if f.measure == "people arrested"]
    assert (arrests.value, len({e.article for e in arrests.evidence})) == (4, 3)


def test_the_assurance_stands_against_its_denial_and_nothing_else_is_contested(
    accounts: tuple[Account, ...],
) -> None:
    (conflict,) = conflicts.find(accounts, Cast(), figures.align(accounts, Cast()), (), ())
    assurance, denial = conflict.sides
    assert assurance.evidence[0].text.startswith("assurances from Scotland Yard last week")
    assert denial.evidence[0].text.startswith('"In my view, this was not the case,"')


def test_all_evidence_is_exact_and_in_telling_paragraphs(accounts: tuple[Account, ...]) -> None:
    articles = {account.id: account.article for account in accounts}
    for figure in figures.align(accounts, Cast()):
        for shown in figure.evidence:
            assert shown.span.of(articles[shown.article].text) == shown.text
            assert articles[shown.article].telling(shown.span)
