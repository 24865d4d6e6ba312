"""The benchmark of speakers: texts from CoNLL-U, names held against each other, outcomes counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.gum_speakers import (
    Document,
    Outcome,
    Quoted,
    document,
    names,
    outcome,
    taken_as_speech,
    tally,
    text_of,
)

from crossread.record.annotation import StatementKind
from crossread.record.dossier import Speaker, Statement
from crossread.record.span import Evidence, Span

TREEBANK = """# newdoc id = doc
# meta::dateCreated = 2020-02-29
# newpar
# newpar_block = head (1 s)
# text = Bridge shut
1	Bridge	bridge	NOUN
# newpar
# text = "Stay away," said Ada Holt.
# text = She called it "the old gate".
# newpar
# text = "Stay away," she said.
"""
GOLD: dict[str, Any] = {
    "documents": {
        "doc": [
            {"begin": "Stay", "end": "away,", "speaker": "Ada Holt", "accept": ["Holt"], "nth": 2},
        ]
    },
    "not_statements": {"doc": [{"begin": "the old", "end": "gate"}]},
}


@pytest.fixture
def made() -> Document:
    return document("doc", TREEBANK, GOLD)


def test_text_has_a_line_for_each_paragraph_and_no_block_lines() -> None:
    assert text_of(TREEBANK) == (
        'Bridge shut\n"Stay away," said Ada Holt. She called it "the old gate".\n"Stay away," she said.'
    )


def test_anchors_of_the_gold_are_counted(made: Document) -> None:
    (quoted,) = made.quotations
    assert made.article.text[quoted.span.start :] == 'Stay away," she said.'
    assert quoted.speakers == ("Ada Holt", "Holt")
    assert [made.article.text[span.start : span.end] for span in made.not_speech] == ["the old gate"]
    assert made.article.published is not None
    assert made.article.published.text == "2020-02-29"


def test_words_that_the_text_lacks_are_an_error() -> None:
    lost = {"documents": {"doc": [{"begin": "Come", "end": "in", "speaker": "X", "accept": []}]}}
    with pytest.raises(ValueError, match="not found"):
        document("doc", TREEBANK, {**GOLD, **lost})


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("Ada Holt", True),
        ("Engineer Ada Holt", True),
        ("Ms Holt", True),
        ("Holt’s", True),
        ("Ada", False),
        ("Holt Council", False),
        ("Bela Holt", False),
    ],
)
def test_a_name_is_right_where_it_is_accepted_or_holds_the_full_one(given: str, right: bool) -> None:
    assert names(given, ("Ada Holt", "Holt")) is right


def test_a_quotation_is_found_from_half_of_it_and_told_by_what_covers_most(made: Document) -> None:
    (quoted,) = made.quotations
    start = quoted.span.start
    few = _statement(made, Span(start, start + 4), "Bela Ray")
    most = _statement(made, Span(start + 4, quoted.span.end), "Ada Holt")
    assert not outcome(made, quoted, [few]).found
    both = outcome(made, quoted, [few, most])
    assert both.found
    assert both.right
    assert outcome(made, quoted, [_statement(made, quoted.span, None)]).speaker == ""


def test_speech_of_another_article_covers_nothing(made: Document) -> None:
    (quoted,) = made.quotations
    elsewhere = Statement(
        "s", StatementKind.DIRECT, "", None, (Evidence("other", quoted.span.start, quoted.span.end, ""),)
    )
    assert not outcome(made, quoted, [elsewhere]).found


def test_words_are_taken_as_speech_only_by_what_is_little_more_than_they(made: Document) -> None:
    (span,) = made.not_speech
    alone = _statement(made, span, None)
    wide = _statement(made, Span(0, len(made.article.text)), None)
    indirect = _statement(made, span, None, StatementKind.INDIRECT)
    assert taken_as_speech(made.article.id, span, [alone])
    assert not taken_as_speech(made.article.id, span, [wide, indirect])


def test_tally_counts_each_quotation_once() -> None:
    quoted = Quoted(Span(0, 10), ("Ada Holt", "Holt"))
    given = [(True, "Ada Holt"), (True, "Holt"), (True, "Bela Ray"), (True, ""), (False, "")]
    assert tally([Outcome("doc", quoted, found, name) for found, name in given]) == {
        "quotations found": (4, 5),
        "speakers right of all": (2, 5),
        "speakers right of published": (2, 3),
        "speakers right by their fullest name": (1, 5),
        "speakers wrong": (1, 5),
        "speakers unresolved": (1, 5),
    }


def _statement(
    made: Document, span: Span, speaker: str | None, kind: StatementKind = StatementKind.DIRECT
) -> Statement:
    text = made.article.text[span.start : span.end]
    evidence = Evidence(made.article.id, span.start, span.end, text)
    return Statement("s", kind, text, Speaker(speaker), (evidence,))
