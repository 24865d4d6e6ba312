"""What the tests of acts of news and courts ask: the acts of a text of 14 March 2021, and who is in them."""

from __future__ import annotations

from datetime import date

from tests.conftest import Analyse

from crossread.annotate import acts, times
from crossread.record.annotation import Act, ActKind
from crossread.record.article import Article


def found_in(analyse: Analyse, text: str) -> tuple[Article, tuple[Act, ...]]:
    article, analysis = analyse(text, published=date(2021, 3, 14))
    return article, acts.find(article, analysis, (), times.find(article, analysis), ())


def told(article: Article, act: Act) -> tuple[ActKind, str | None, str | None]:
    actor, addressee = (p.span.of(article.text) if p else None for p in (act.actor, act.addressee))
    return act.kind, actor, addressee
