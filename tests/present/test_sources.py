"""Citations, and the words around them."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import make_article

from crossread.present.sources import Sources
from crossread.record.article import Paragraph, Role
from crossread.record.span import Span, evidence


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
