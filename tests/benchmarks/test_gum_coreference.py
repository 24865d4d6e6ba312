"""The benchmark of coreference: the corpus's files read, and B³ counted by hand."""

from __future__ import annotations

import pytest
from benchmarks.gum_coreference import (
    Document,
    GoldMention,
    Tally,
    bracketed,
    core,
    count,
    matching,
    persons,
    words_of,
)
from benchmarks.gum_speakers import text_of

from crossread.record.span import Span

TREEBANK = """# newpar
# text = Mayor Ada Holt spoke.
1	Mayor	mayor	NOUN	NN	_	4	nsubj	_	_
2	Ada	Ada	PROPN	NNP	_	1	flat	_	_
3	Holt	Holt	PROPN	NNP	_	2	flat	_	_
4	spoke	speak	VERB	VBD	_	0	root	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# text = She met them and Bo.
1	She	she	PRON	PRP	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_
3	them	they	PRON	PRP	_	2	obj	_	_
4	and	and	CCONJ	CC	_	5	cc	_	_
5	Bo	Bo	PROPN	NNP	_	3	conj	_	_
6	.	.	PUNCT	.	_	2	punct	_	_
"""
COREFERENCE = """# begin document doc
0	Mayor	(person-1-Ada_Holt
1	Ada	_
2	Holt	person-1-Ada_Holt)
3	spoke	_
4	.	_
5	She	(person-1-Ada_Holt)
6	met	_
7	them	(person-2(person-3)
8	and	_
9	Bo	(person-4)person-2)
10	.	_
# end document
"""


@pytest.fixture
def made() -> Document:
    text = text_of(TREEBANK)
    words = tuple(words_of(TREEBANK, text))
    return Document("doc", text, words, tuple(persons(words, COREFERENCE)))


def test_words_stand_where_the_text_has_them(made: Document) -> None:
    assert [word.span.of(made.text) for word in made.words] == [word.form for word in made.words]
    assert made.words[5].head == 6


def test_mentions_are_read_from_their_brackets() -> None:
    assert sorted(bracketed(COREFERENCE)) == [(0, 2, 1), (5, 5, 1), (7, 7, 3), (7, 9, 2), (9, 9, 4)]


def test_only_persons_with_a_name_are_gold(made: Document) -> None:
    assert [(m.first, m.chain) for m in made.mentions] == [(0, 1), (5, 1), (9, 4)]
    assert set(core(made.words, 0, 2)) >= {0, 1}


def test_a_span_is_the_smallest_mention_around_it(made: Document) -> None:
    assert matching(made.words, made.mentions, Span(6, 14)) == 0
    assert matching(made.words, made.mentions, Span(15, 20)) is None


def test_scores_are_those_of_b_cubed(made: Document) -> None:
    tally = Tally()
    she = made.words[5].span
    bo = made.words[9].span
    count(tally, made, made.mentions, [[Span(6, 14), bo], [she], [made.words[3].span]])
    assert tally.precision == [0.5, 0.5, 1.0, 0.0]
    assert tally.recall == [0.5, 0.5, 1.0]
    assert tally.scores()[0] == pytest.approx(0.5)


def test_nothing_scores_nothing() -> None:
    tally = Tally()
    count(tally, Document("doc", "", (), ()), [GoldMention(0, 0, 1, (0,))], [])
    assert tally.scores() == (0.0, 0.0, 0.0)
