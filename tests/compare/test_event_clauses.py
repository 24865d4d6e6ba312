"""Which clauses can stand as a line of a timeline."""

from __future__ import annotations

import pytest
from tests.compare.timed import account
from tests.conftest import Analyse

from crossread.compare.timeline.clauses import clarity, stands_alone
from crossread.record.span import Span


@pytest.mark.parametrize(
    ("text", "words", "alone"),
    [
        ("Officers arrested four men in Leeds on Tuesday.", "", True),
        ("It rained, and officers arrested four men.", "officers arrested four men", True),
        ("Officers arrested four men in Leeds on Tuesday.", "arrested four men", False),
        ("It rained after officers arrested four men.", "after officers arrested four men", False),
        ("They thanked the driver whom he hurt on Friday.", "the driver whom he hurt on Friday", False),
        ("This week, the council will hold a meeting in Leeds.", "", True),
        ("US forces conceded on Friday that the bridge was hit.", "", True),
    ],
)
def test_a_line_says_who_did_what(analyse: Analyse, text: str, words: str, alone: bool) -> None:
    one = account(analyse, text, "a")
    span = Span(0, len(text)) if not words else Span(text.index(words), text.index(words) + len(words))
    assert stands_alone(one, span) is alone


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
