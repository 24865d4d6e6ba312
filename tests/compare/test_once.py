"""What is asked of an account once, and what is found in it by place."""

from __future__ import annotations

import pickle

from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.compare.once import named_at, once, quoted_spans, topics_in
from crossread.record.annotation import Account
from crossread.record.span import Span

TEXT = "Mayor Ana Ruiz of Lorren said the bridge was “safe enough” for now. She left with Tom Beck."


def test_each_answer_is_worked_out_once_for_each_account(analyse: Analyse) -> None:
    asked: list[str] = []

    @once
    def length(account: Account, *, more: int) -> int:
        asked.append(account.id)
        return len(account.text) + more

    account = story(analyse, TEXT).accounts[0]
    fresh = Account(account.article, account.analysis, account.annotation)
    assert [length(account, more=1), length(account, more=1), length(account, more=2)] == [
        len(TEXT) + 1,
        len(TEXT) + 1,
        len(TEXT) + 2,
    ]
    assert len(asked) == 2
    length(fresh, more=1)
    assert len(asked) == 3
    assert fresh == account
    assert pickle.loads(pickle.dumps(account)) == account


def test_mentions_and_names_are_found_by_place(analyse: Analyse) -> None:
    account = story(analyse, TEXT).accounts[0]
    mentions = account.annotation.mentions
    for span in (Span(0, len(TEXT)), Span(TEXT.index("She"), len(TEXT)), Span(0, 0), Span(6, 14)):
        inside = [number for number, mention in enumerate(mentions) if span.contains(mention.span)]
        assert account.mentions_in(span) == inside
        assert account.analysis.names_in(span) == [n for n in account.analysis.names if span.contains(n.span)]


def test_quotations_topics_and_named_at_an_account(analyse: Analyse) -> None:
    account = story(analyse, TEXT).accounts[0]
    assert [span.of(TEXT).strip("“”") for span in quoted_spans(account)] == ["safe enough"]
    assert topics_in(account, TEXT.index("the bridge"), TEXT.index("was")) == {"bridge"}
    beck = account.analysis.token_at(TEXT.index("Beck"))
    assert beck is not None
    assert [mention.name for mention in named_at(account)[beck]] == ["Tom Beck"]
