"""Which of several clauses is the clearest line of a timeline."""

from __future__ import annotations

from tests.compare.timed import account
from tests.conftest import Analyse

from crossread.compare.timeline.clauses import clarity
from crossread.record.span import Span


def test_a_sentence_with_a_name_is_clearer_than_a_pronoun_or_a_noun_phrase(analyse: Analyse) -> None:
    texts = (
        "Tom Hart was arrested in Leeds.",
        "He was arrested in Leeds.",
        "the driver who was arrested in Leeds",
    )
    named, dangling, phrase = (
        clarity(account(analyse, text, text[:3]), Span(0, len(text)), 3, 1) for text in texts
    )
    assert named > max(dangling, phrase)
