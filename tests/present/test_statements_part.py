"""Which statements are shown with the sentence before them."""

from __future__ import annotations

import pytest
from tests.conftest import make_article

from crossread.present.parts.statements import build
from crossread.present.sources import Sources
from crossread.record.annotation import EntityType, StatementKind
from crossread.record.dossier import Entity, Speaker, Statement
from crossread.record.span import Span, evidence

LEAD = "The council closed the pier."
ROE = Entity("e1", EntityType.PERSON, "Ann Roe")
PAPER = Entity("e2", EntityType.ORGANISATION, "Norford Post")


@pytest.mark.parametrize(
    ("kind", "words", "speaker", "shown"),
    [
        # a noun that sums up, a pointer at the end, a pronoun for somebody else than a paper
        (StatementKind.INDIRECT, "such a decision is unwise", ROE, True),
        (StatementKind.DIRECT, "Nobody told us about it", ROE, True),
        (StatementKind.INDIRECT, "he would resign", PAPER, True),
        # who speaks of herself, a plural behind "that", and an "it" that holds the place of what follows
        (StatementKind.INDIRECT, "she would resign", ROE, False),
        (StatementKind.DIRECT, "We hold that results come late", ROE, False),
        (StatementKind.DIRECT, "It is hard to say", ROE, False),
    ],
)
def test_words_that_point_back_are_shown_with_the_sentence_before(
    kind: StatementKind, words: str, speaker: Entity, shown: bool
) -> None:
    article = make_article(f"{LEAD} {words}, {speaker.name} said.")
    start = article.text.index(words)
    told = evidence(article.id, article.text, Span(start, start + len(words)))
    statement = Statement("s1", kind, words, Speaker(speaker.name, speaker.id), (told,))
    (voice,) = build((statement,), (speaker,), Sources((article,)))
    assert voice.utterances[0].before == (LEAD if shown else "")
