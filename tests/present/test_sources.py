"""Citations, and the words around them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import make_article

from crossread.present.sources import Sources
from crossread.record.article import Paragraph, Role
from crossread.record.span import Span, evidence


@pytest.mark.parametrize(
    ("text", "phrase", "before"),
    [
        ("Speaking on the BBC, she said so.", "BBC", "on"),
        ("He told Radio Nord that it sank.", "Radio Nord", "told"),
        ("Radio Nord heard it first.", "Radio Nord", ""),
    ],
)
def test_the_word_before_a_phrase_is_read_over_an_article(text: str, phrase: str, before: str) -> None:
    article = make_article(text)
    start = text.index(phrase)
    cited = evidence(article.id, text, Span(start, start + len(phrase)))
    assert Sources((article,)).word_before(cited) == before


@pytest.mark.parametrize(
    ("text", "phrase", "before"),
    [
        # of its own paragraph, without the mark that opens the words
        (
            "It rained. Gov. Ann Hill closed the pier. “That was wrong,” Tom Reed said.",
            "That",
            "Gov. Ann Hill closed the pier.",
        ),
        # of the paragraph before
        (
            "Ann Hill closed the pier.\n\n“That was wrong,” Tom Reed said.",
            "That",
            "Ann Hill closed the pier.",
        ),
        # out of a quotation that began before it
        ("“It rained. The pier shut,” he said. “That was wrong.”", "That", "…The pier shut,” he said."),
        ("“That was wrong,” Tom Reed said.", "That", ""),
        # not the end of what somebody else said; past dots that end no sentence
        ("“It rained all day.”\n\n“That was wrong,” Tom Reed said.", "That", ""),
        (
            "No law has passed the U.S. Congress. “That was wrong.”",
            "That",
            "No law has passed the U.S. Congress.",
        ),
        # past what only leads to them; nothing where the sentence before is broken off
        ("It rained. Tom Reed told the council: “That was wrong.”", "That", "It rained."),
        ("It rained. But, he added, “that was wrong.”", "that", "It rained."),
        ("Tom Reed told the council: “That was wrong.”", "That", ""),
        ("’s dealings, told us. “That was wrong.”", "That", ""),
        (f"{'Rain fell, and ' * 20}it was cold. “That was wrong.”", "That", ""),
    ],
)
def test_the_sentence_before_words(text: str, phrase: str, before: str) -> None:
    article = make_article(text)
    start = text.index(phrase)
    cited = evidence(article.id, text, Span(start, start + len(phrase)))
    assert Sources((article,)).sentence_before(cited) == before


def test_furniture_inside_a_sentence_is_not_shown() -> None:
    box = "Ann Jane FalkBridge shut for years MORE"
    text = f"It rained. Mayor Ann Falk {box} , who rode, said so."
    at = text.index(box)
    spans = (
        (0, at - 1, Role.BODY),
        (at, at + len(box), Role.BOILERPLATE),
        (at + len(box) + 1, len(text), Role.BODY),
    )
    halves = tuple(Paragraph(*span) for span in spans)
    article = replace(make_article(text), paragraphs=halves)
    whole = Span(text.index("Ann"), text.index(", said"))
    cited = Sources((article,)).cite(evidence(article.id, text, whole))
    assert (cited.before, cited.text, cited.after) == (
        "It rained. Mayor ",
        "Ann Falk, who rode",
        ", said so.",
    )
    said = evidence(article.id, text, Span(text.index("said"), len(text)))
    assert Sources((article,)).sentence_before(said) == "It rained."
