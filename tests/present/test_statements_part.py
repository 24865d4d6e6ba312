"""A statement is shown with the words before it, and the names of those meant, that the record gives."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import make_article

from crossread.present.parts.statements import build
from crossread.present.sources import Sources
from crossread.record.annotation import StatementKind
from crossread.record.dossier import Meant, Speaker, Statement
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


def test_a_name_stands_behind_the_pronoun_that_means_somebody() -> None:
    article = make_article("Critics said she was late, Tom Beck said she knew it.")
    words, pronoun = ("she knew it", "she")
    start = article.text.index(words)
    told = evidence(article.id, article.text, Span(start, start + len(words)))
    meant = Meant("Ann Roe", evidence(article.id, article.text, Span(start, start + len(pronoun))), "e1")
    said = Statement("s1", StatementKind.INDIRECT, words, Speaker("Tom Beck"), (told,), meant=(meant,))
    quoted = replace(said, kind=StatementKind.DIRECT)
    (voice,) = build((said, quoted), (), Sources((article,)))
    assert [one.stretches for one in voice.utterances] == [("she [Ann Roe] knew it",)] * 2


def test_a_speaker_is_headed_with_what_it_was_called_first_where_that_is_one() -> None:
    article = make_article("The report said the pier is unsafe. The report said it is old.")

    def said(words: str, begin: int, *called: str) -> Statement:
        name = evidence(article.id, article.text, Span(begin, begin + len("The report")))
        start = article.text.index(words)
        told = evidence(article.id, article.text, Span(start, start + len(words)))
        meant = tuple(Meant(one, name) for one in called)
        speaker = Speaker("The report", None, name)
        return Statement(words, StatementKind.INDIRECT, words, speaker, (told,), meant=meant)

    first, second = said("the pier is unsafe", 0, "a federal report"), said("it is old", 36)
    other = said("it is old", 36, "a report of 2004")
    named = [build((first, one), (), Sources((article,)))[0].name for one in (second, other)]
    assert named == ["The report [a federal report]", "The report"]
