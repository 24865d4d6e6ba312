"""What tests share: one language backend a session, the example's accounts, and texts made into them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis
from crossread.record.article import Article, DateRange, Paragraph, Role
from crossread.record.ids import content_id
from crossread.record.span import Span, trimmed

EXAMPLE = Path(__file__).parent.parent / "examples" / "clapham-common"
READING_DAY = date(2026, 1, 1)

# A busy machine is no fault of the code: how long an example takes is no test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Analysed = tuple[Article, Analysis]
Analyse = Callable[..., Analysed]


@pytest.fixture(scope="session")
def backend() -> LanguageBackend:
    from crossread.config import DEFAULT_LANGUAGE_MODEL
    from crossread.language.backends import open_backend

    return open_backend(DEFAULT_LANGUAGE_MODEL)


def make_article(
    text: str,
    *,
    ref: str = "test",
    published: date | None = None,
    outlet: str | None = None,
    roles: dict[int, Role] | None = None,
) -> Article:
    """Make an article whose paragraphs are its lines; `roles` by paragraph number, body otherwise."""
    paragraphs: list[Paragraph] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            span = trimmed(text, Span(position, position + len(line)))
            role = (roles or {}).get(len(paragraphs), Role.BODY)
            paragraphs.append(Paragraph(span.start, span.end, role))
        position += len(line) + 1
    day = DateRange(published, published, published.isoformat(), "metadata") if published else None
    return Article(
        id=content_id("article", ref, text),
        ref=ref,
        text=text,
        paragraphs=tuple(paragraphs),
        as_of=READING_DAY,
        refs=(ref,),
        published=day,
        outlet=outlet,
    )


@pytest.fixture(scope="session")
def analyse(backend: LanguageBackend) -> Analyse:
    """Return a function from a text (and make_article's options) to its article and analysis."""

    def run(text: str, **options: object) -> Analysed:
        article = make_article(text, **options)  # type: ignore[arg-type]
        return article, next(iter(backend.analyse([article])))

    return run
