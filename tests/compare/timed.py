"""Accounts with times and events alone, for the tests of days and timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.conftest import EXAMPLE, Analyse, make_article

from crossread.annotate import events, times
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article


def timed(article: Article, analysis: Analysis) -> Account:
    """Return the account of an article with its times and events."""
    found = times.find(article, analysis)
    happened = events.find(article, analysis, found, ())
    return Account(article, analysis, Annotation(article.id, times=found, events=happened))


def account(analyse: Analyse, text: str, ref: str, published: date | None = None) -> Account:
    """Return the account of a text."""
    return timed(*analyse(text, ref=ref, published=published))


def example(backend: LanguageBackend) -> tuple[Account, ...]:
    """Return the five undated accounts of the worked example, in the order of their names."""
    articles = [_article(path) for path in sorted(EXAMPLE.glob("*.txt"))]
    return tuple(map(timed, articles, backend.analyse(articles)))


def _article(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    return replace(make_article(text, ref=path.name), paragraphs=divide(text))
