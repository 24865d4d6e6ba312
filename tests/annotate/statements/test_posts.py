"""Posts of networks that a page shows whole, signed with a name, an account and a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.annotation import ReportedStatement, StatementKind


def told(analyse: Analyse, text: str) -> tuple[ReportedStatement, ...]:
    article, analysis = analyse(text)
    mentions = mentions_room.find(article, analysis)
    return find(article, analysis, mentions, times_room.find(article, analysis))


@pytest.mark.parametrize(
    ("text", "words", "speaker", "account"),
    [
        (
            "The bridge is closed. We will rebuild it! https://t.co/abc — Ann Roe (@annroe) May 3, 2021",
            ["The bridge is closed. We will rebuild it!"],
            "Ann Roe",
            "@annroe",
        ),
        (
            "The council met.\n\nx CLOSED for good! pic.twitter.com/hW49 Sad. -- City of Lorren (@lorren) May 3, 2021",
            ["CLOSED for good!", "Sad."],
            "City of Lorren",
            "@lorren",
        ),
        (
            "He called it a “lie”. So sad. — Ann Roe (@annroe) May 3, 2021 Not true. — Carl Lund (@carl) May 4, 2021",
            ["Not true."],
            "Carl Lund",
            "@carl",
        ),
    ],
)
def test_a_post_is_what_its_signer_wrote(
    analyse: Analyse, text: str, words: list[str], speaker: str, account: str
) -> None:
    post = next(s for s in told(analyse, text) if [span.of(text) for span in s.spans] == words)
    assert post.kind is StatementKind.DIRECT
    assert post.speaker is not None
    assert post.speaker.span.of(text) == speaker
    assert post.channel is not None
    assert post.channel.span.of(text) == account
    assert post.time is not None


@pytest.mark.parametrize(
    "text",
    [
        "RT @carl: It fell. — Ann Roe (@annroe) May 3, 2021",  # somebody else's words
        f"{'The bridge of Lorren is closed. ' * 10} — Ann Roe (@annroe) May 3, 2021",  # more than a post can hold
        "— Ann Roe (@annroe) May 3, 2021",
        "The bridge is closed, Ann Roe (@annroe) wrote on May 3, 2021.",
    ],
)
def test_what_is_no_post(analyse: Analyse, text: str) -> None:
    assert not any(s.basis == "who signs the post" for s in told(analyse, text))


def test_what_a_post_reports_is_passed_on_by_its_signer(analyse: Analyse) -> None:
    text = "Mayor Carl Lund said that the bridge is closed for good. — Ann Roe (@annroe) May 3, 2021"
    inner = next(s for s in told(analyse, text) if s.kind is StatementKind.INDIRECT)
    assert inner.relayer is not None
    assert inner.relayer.span.of(text) == "Ann Roe"
    assert inner.kept_back


@given(
    st.lists(
        st.sampled_from(
            ["— ", "Ann Roe ", "(@a) ", "May 3, 2021", "x ", "RT @", "\n", "“", "said ", "It fell. "]
        ),
        max_size=20,
    )
)
def test_no_text_raises(analyse: Analyse, parts: list[str]) -> None:
    text = "".join(parts) or "."
    for statement in told(analyse, text):
        assert all(span.of(text).strip() for span in statement.spans)


def test_a_post_holds_the_paragraphs_that_its_own_blank_lines_part(analyse: Analyse) -> None:
    signed = "We will rebuild it. — Ann Roe (@annroe) May 3, 2021"
    page = "The council met.\n\nNobody came.\n\nThe bridge is closed!{}Sad day.{}" + signed + "\n\nRain fell."
    (whole,) = told(analyse, page.format("\n\n\n\n", "\n\n\n\n"))
    assert [span.of(page.format("\n\n\n\n", "\n\n\n\n")) for span in whole.spans] == [
        "The bridge is closed!",
        "Sad day.",
        "We will rebuild it.",
    ]
    (last,) = told(analyse, page.format("\n\n", "\n\n"))
    assert last.spans[0].of(page.format("\n\n", "\n\n")) == "We will rebuild it."
    (short,) = told(analyse, page.format("\n\n", "\n\n\n\n"))
    assert len(short.spans) == 2
