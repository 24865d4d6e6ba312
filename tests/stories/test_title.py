"""A story's title: verbatim words of one account."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import make_article

from crossread.record.article import Role
from crossread.stories.title import story_title


def test_the_title_that_the_other_accounts_bear_out_is_taken() -> None:
    plain = make_article("The ferry Aurora sank off Skerray, the coastguard said.", ref="a")
    loud = replace(make_article("It was a bad day at sea.", ref="b"), title="Horror at dawn")
    clear = replace(make_article("The Aurora sank.", ref="c"), title="Ferry Aurora sinks off Skerray")
    assert story_title([plain, loud, clear]) == "Ferry Aurora sinks off Skerray"


def test_a_headline_serves_as_title() -> None:
    plain = make_article("The ferry Aurora sank off Skerray.", ref="a")
    headed = make_article("Ferry sinks\nThe Aurora sank.", ref="b", roles={0: Role.HEADLINE})
    assert story_title([plain, headed]) == "Ferry sinks"


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry Aurora sank off Skerray.",
        "Mr. Roe said the U.S. ferry sank.",
        "“The ferry is gone,” she said on May 14.",
        "“It is gone.”",
        "Is it gone?",
    ],
)
def test_without_titles_the_first_telling_sentence_is_taken(sentence: str) -> None:
    article = make_article(f"A ferry at sea (left)\n{sentence} Nobody knows why.", roles={0: Role.CAPTION})
    assert story_title([article]) == sentence


def test_no_articles_no_title() -> None:
    assert story_title([]) == ""


@given(st.text())
def test_the_title_is_verbatim(text: str) -> None:
    assert story_title([make_article(text)]) in text
