"""Links that run into a sentence neither take its speaker nor cut off its words."""

from __future__ import annotations

from dataclasses import replace

from tests.annotate.statements.stated import words
from tests.conftest import make_article

from crossread.annotate.article import annotate
from crossread.language.protocol import LanguageBackend
from crossread.record.article import Article, Paragraph, Role

NAME = "Committee Chairwoman Ann Roe"
LINKS = "Ann Mary RoeFive things to know about the vote Roe and Hale clash MORE"
SAID = "(R-Ohio) said on Monday that she will propose a bill and that the mayor"
REST = "is glad of the idea."


def _broken(*parts: tuple[str, Role]) -> Article:
    """Make an article of one line, of which each part has its own role."""
    bounds: list[Paragraph] = []
    for part, role in parts:
        start = bounds[-1].end + 1 if bounds else 0
        bounds.append(Paragraph(start, start + len(part), role))
    return replace(make_article(" ".join(part for part, _ in parts)), paragraphs=tuple(bounds))


def test_a_sentence_goes_on_behind_links(backend: LanguageBackend) -> None:
    links = (LINKS, Role.BOILERPLATE)
    article = _broken((NAME, Role.BODY), links, (SAID, Role.BODY), links, (REST, Role.BODY))
    found = annotate(article, next(iter(backend.analyse([article])))).statements
    text = article.text
    shown = [(words(text, s.speaker), [span.of(text) for span in s.spans]) for s in found if not s.kept_back]
    assert shown == [(NAME, ["she will propose a bill and that the mayor", "is glad of the idea"])]


def test_words_that_the_page_cuts_off_are_kept_back(backend: LanguageBackend) -> None:
    article = _broken(
        ("Ann Roe said on Monday that the plan of the mayor", Role.BODY),
        (LINKS, Role.BOILERPLATE),
        ("will close, Hale told us.", Role.BODY),
    )
    found = annotate(article, next(iter(backend.analyse([article])))).statements
    assert [s for s in found if not s.kept_back and s.spans[0].start < 40] == []
