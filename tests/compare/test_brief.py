"""The brief: verbatim, cited, standing alone, without repeating."""

from __future__ import annotations

import pytest
from tests.compare.storied import Told, example, story
from tests.conftest import Analyse

from crossread.compare import brief
from crossread.compare.claims.standing import stands_alone
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation


@pytest.fixture(scope="module")
def clapham(backend: LanguageBackend) -> Told:
    return example(backend)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Mayor Ana Ruiz of Lorren opened the new bridge on Monday morning.", True),
        ("Police said four people were arrested for public order offences at the harbour.", True),
        ("She opened the new bridge in the old harbour of Lorren on Monday.", False),
        ("It came as Ana Ruiz opened the new bridge in the harbour on Monday.", False),
        ("But Ana Ruiz opened the new bridge in the harbour on Monday after all.", False),
        ("Lorren votes. The meeting will be held in the town hall of Lorren on Monday night.", False),
        ("We opened the new bridge in the old harbour of Lorren on Monday.", False),
        ("“The bridge is the best thing that we ever built in Lorren,” Ana Ruiz said.", False),
        ("Lorren: new bridge opened by the mayor in the old harbour on Monday", False),
        ("Ana Ruiz opened it.", False),
    ],
)
def test_a_sentence_stands_alone_or_not(analyse: Analyse, text: str, alone: bool) -> None:
    article, analysis = analyse(text)
    account = Account(article, analysis, Annotation(article.id))
    assert stands_alone(account, analysis.sentences[-1]) is alone


def test_the_example_s_brief_is_short_cited_and_drawn_from_three_accounts(clapham: Told) -> None:
    found = brief.choose(clapham.accounts, clapham.claims, clapham.origins)
    text = {account.id: account.text for account in clapham.accounts}
    assert 3 <= len(found) <= 6
    assert len({sentence.evidence[0].article for sentence in found}) >= 3
    for sentence in found:
        assert sentence.text == sentence.evidence[0].text
        assert all(text[e.article][e.start : e.end] == e.text for e in sentence.evidence)
    assert any(len({e.article for e in sentence.evidence}) >= 3 for sentence in found)


def test_the_brief_does_not_say_one_thing_twice(analyse: Analyse) -> None:
    text = "Fire destroyed the old theatre of Lorren on Sunday night and killed two dancers."
    other = "Insurers in Oslo said the city of Lorren had never paid for sprinklers in its theatre."
    told = story(analyse, f"{text} {other}", f"{text} {other}")
    found = brief.choose(told.accounts, told.claims, told.origins)
    assert sorted(sentence.text for sentence in found) == sorted([text, other])


def test_a_story_without_sentences_that_stand_alone_has_no_brief(analyse: Analyse) -> None:
    told = story(analyse, "She left it there.", "They came back.")
    assert brief.choose(told.accounts, told.claims, told.origins) == ()


def test_what_another_account_denies_is_not_told_in_brief(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The guards opened the northern gate of the Lorren stadium before the match.",
        "The guards did not open the northern gate of the Lorren stadium before the match.",
    )
    assert not brief.choose(told.accounts, told.claims, told.origins)
