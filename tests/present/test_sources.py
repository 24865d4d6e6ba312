"""Citations, and the words around them."""

from __future__ import annotations

import pytest
from tests.conftest import make_article

from crossread.present.sources import Sources
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
