"""Which words of a sentence can stand for one of its clauses alone."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare.claims.clauses import clauses
from crossread.compare.claims.showing import shown
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account

TOLD = "Sailors met Ana Ruiz, who cut the harbour tax of Lorren in the last week of May."


def described(analyse: Analyse, text: str, *, behind: bool = False) -> str | None:
    """Return what is shown for the clause of "cut", which describes the name before it or, `behind`, the last word."""
    article, analysis = analyse(text)
    if behind:
        analysis = _turned(analysis)
    account = Account(article, analysis, annotate(article, analysis))
    (clause,) = [c for c in clauses(analysis, analysis.sentences[0], ()) if analysis.lower[c.head] == "cut"]
    assert analysis.tokens[clause.head].dep == "acl:relcl"
    span = shown(account, analysis.sentences[0], clause, attributed=False)
    return None if span is None else span.of(text)


def _turned(analysis: Analysis) -> Analysis:
    """Return the tree with the relative clause hung on a name that follows it, as a parser may slip."""
    met, cut = (analysis.lower.index(word) for word in ("met", "cut"))
    last = max(i for i, token in enumerate(analysis.tokens) if token.upos == "PROPN")
    tokens = list(analysis.tokens)
    tokens[cut] = replace(tokens[cut], head=last, dep="acl:relcl")
    tokens[last] = replace(tokens[last], head=met, dep="obl")
    return replace(analysis, tokens=tuple(tokens))


def test_a_relative_clause_is_shown_with_the_name_it_describes(analyse: Analyse) -> None:
    assert described(analyse, TOLD) == TOLD.removeprefix("Sailors met ").rstrip(".")


def test_a_name_behind_its_relative_clause_is_none_that_it_describes(analyse: Analyse) -> None:
    assert described(analyse, TOLD.replace(".", ", with Holm."), behind=True) is None
