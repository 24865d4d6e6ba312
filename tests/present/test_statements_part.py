"""A statement is shown with the words before it that the record gives."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import make_article

from crossread.present.parts.statements import build
from crossread.present.sources import Sources
from crossread.record.annotation import StatementKind
from crossread.record.dossier import Speaker, Statement
from crossread.record.span import Span, evidence

LEAD = "The council closed the pier."
WORDS = "That was unwise"


def test_words_that_point_back_are_shown_with_those_before_them() -> None:
    article = make_article(f"{LEAD} {WORDS}, Ann Roe said.")

    def cut(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    told, lead = (evidence(article.id, article.text, cut(words)) for words in (WORDS, LEAD))
    statement = Statement("s1", StatementKind.DIRECT, WORDS, Speaker("Ann Roe"), (told,))
    shown = (replace(statement, before=lead), statement)
    (voice,) = build(shown, (), Sources((article,)))
    assert [one.before for one in voice.utterances] == [LEAD, ""]
