"""The worked example: who said each quoted paragraph and fragment, by full name over the accounts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import EXAMPLE

from crossread.annotate import mentions, statements, times
from crossread.compare.entities import resolve
from crossread.compare.statements import gather
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article
from crossread.record.dossier import Statement
from crossread.record.ids import content_id

# Account, words of the quotation, speaker: read off the articles by hand. None of the lines is left out.
SPEAKERS = [
    ("000", "This could have been the socially distanced vigil", "Bell Ribeiro-Addy"),
    ("000", "We knew what was going to happen", "Bell Ribeiro-Addy"),
    ("000", "I know Lambeth Borough officers", "Bell Ribeiro-Addy"),
    ("000", "They’ll be left to deal with", "Bell Ribeiro-Addy"),
    ("000", "unsafe” and was a breach", "Police"),
    ("000", "The gathering at #ClaphamCommon is unsafe", "the Lambeth police account"),
    ("000", "We are urging people to go home", "the Lambeth police account"),
    ("000", "Tonight Carrie and I", "Boris Johnson"),
    ("001", "completely unacceptable", "Sadiq Khan"),
    ("001", "sensitively", "Scotland Yard"),
    ("001", "In my view, this was not the case", "Sadiq Khan"),
    ("001", "I asked the Commissioner", "Sadiq Khan"),
    ("001", "I am not satisfied", "Sadiq Khan"),
    ("001", "It is vital that", "Sadiq Khan"),
    ("001", "It was clear before yesterday", "Sadiq Khan"),
    ("001", "Further steps must now be taken", "Sadiq Khan"),
    ("001", "where enforcement action was necessary", "Helen Ball"),
    ("001", "Hundreds of people were packed", "Helen Ball"),
    ("001", "Police must act for people's safety", "Helen Ball"),
    ("001", "Those who gathered were spoken to", "Helen Ball"),
    ("001", "We repeatedly encouraged those", "Helen Ball"),
    ("001", "shame on you", "The assembled crowd"),
    ("001", "you're supposed to protect us", "a distressed woman"),
    ("002", 'distressing" and "alarming", the policing', "Kit Malthouse"),
    ("002", "Along with everyone else", "Kit Malthouse"),
    ("002", "So that we can hold the police", "Kit Malthouse"),
    ("002", "I think we have to reflect", "Kit Malthouse"),
    ("002", "Not just about the appalling crime", "Kit Malthouse"),
    ("002", "shame on you", "hundreds of protesters"),
    ("002", "I recognise the police", "Kit Malthouse"),
    ("002", "Throughout this pandemic", "Kit Malthouse"),
    ("002", "To stand between the public", "Kit Malthouse"),
    ("002", "So that very, very difficult position", "Kit Malthouse"),
    ("002", "In the vast majority of cases", "Kit Malthouse"),
    ("002", "We are a movement of women", "Anna Birley"),
    ("002", "We do want her to meet", "Anna Birley"),
    ("002", "We were hugely disappointed", "Anna Birley"),
    ("003", "deeply concerned", "Boris Johnson"),
    ("003", "I have\u00a0spoken with", "Boris Johnson"),
    ("003", "more determined, not less", "Cressida Dick"),
    ("003", "chair a meeting of the Government’s Crime and Justice Taskforce to look", "Boris Johnson"),
    ("003", "The death of Sarah Everard must unite", "Boris Johnson"),
    ("003", "yet more meetings", "Nick Thomas-Symonds"),
    ("003", "demanding action to tackle", "Nick Thomas-Symonds"),
    ("003", "It does come from a handbook", "Nimco Ali"),
    ("003", "So rather than actually taking", "Nimco Ali"),
    ("004", "throwing her to the floor", "A woman"),
    ("004", "First of all, I came here", "Patsy Stevenson"),
    ("004", "And it’s not all men", "Patsy Stevenson"),
    ("004", "The fact that the police turned up", "Patsy Stevenson"),
    ("004", "I was arrested by police", "Patsy Stevenson"),
    ("004", "They arrested me in cuffs", "Patsy Stevenson"),
    ("004", "in the interest of confidence in policing", "a Government source"),
    ("004", 'satisfied" with the explanation', "Sadiq Khan"),
    ("004", "systemic ignoring and oppressing", "Jamie Klingler"),
    ("004", "what more we can do to better protect", "Martin Hewitt"),
]
# A name that may be found instead: the article says no more than "a woman", but names her later.
OTHERWISE = {"A woman": {"Patsy Stevenson"}}


@pytest.fixture(scope="module")
def accounts(backend: LanguageBackend) -> tuple[Account, ...]:
    articles = []
    for path in sorted(EXAMPLE.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        articles.append(
            Article(content_id("article", text), path.name, text, divide(text), as_of=date(2026, 1, 1))
        )
    made = []
    for article, analysis in zip(articles, backend.analyse(articles), strict=True):
        found = mentions.find(article, analysis)
        when = times.find(article, analysis)
        said = statements.find(article, analysis, found, when)
        made.append(Account(article, analysis, Annotation(article.id, found, when, said)))
    return tuple(made)


@pytest.fixture(scope="module")
def gathered(accounts: tuple[Account, ...]) -> tuple[Statement, ...]:
    return gather(accounts, resolve(accounts), {})


@pytest.mark.parametrize(("ref", "opening", "speaker"), SPEAKERS)
def test_who_said_it(
    accounts: tuple[Account, ...], gathered: tuple[Statement, ...], ref: str, opening: str, speaker: str
) -> None:
    account = next(a for a in accounts if a.article.ref.startswith(ref))
    at = account.text.index(opening)
    holding = [
        (e.end - e.start, s)
        for s in gathered
        for e in s.evidence
        if e.article == account.id and e.start <= at < e.end and s.kind != "indirect"
    ]
    named = min(holding, key=lambda item: item[0])[1].speaker
    assert named is not None
    assert named.name in {speaker} | OTHERWISE.get(speaker, set())


def test_the_two_chants_stay_apart(gathered: tuple[Statement, ...]) -> None:
    assert sum(s.text == "shame on you" for s in gathered) == 2


def test_lessons_learned_is_not_said(accounts: tuple[Account, ...]) -> None:
    quoted = [span.of(a.text) for a in accounts for s in a.annotation.statements for span in s.quoted]
    assert not any(words.startswith("lessons") for words in quoted)
