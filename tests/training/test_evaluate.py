"""Scores from raw text: exact facts counted by kind, running paragraphs apart from headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from training.corpora import read_conllu
from training.data import NAMES_CORPORA, names_of
from training.evaluate import Tally, laid_out, score_names, score_trees
from training.examples import tree_sentence
from training.harmonise import Gazette, Marked

from crossread.record.analysis import Analysis, Name, Sentence, Token
from crossread.record.article import Article

CONLLU = """\
# newdoc id = GUM_news_x
# newpar
# newpar_block = head rend:::"bold" (1 s)
# sent_id = GUM_news_x-1
1	Rain	rain	NOUN	NN	_	0	root	_	_
2	falls	fall	VERB	VBZ	_	1	acl	_	_

# newpar
# newpar_block = sp who:::"#AnnLee" (2 s) | p (2 s)
# sent_id = GUM_news_x-2
1	It	it	PRON	PRP	_	2	nsubj	_	_
2	rained	rain	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = GUM_news_x-3
1	We	we	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
"""


class OneSentence:
    """A backend that reads each paragraph as one sentence of one word, and gives the same names."""

    name, digest = "one", "0"

    def __init__(self, *names: Name) -> None:
        self._names = names

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        for article in articles:
            tokens = tuple(
                Token(p.start, p.end, article.text[p.start : p.end], "X", "FW", "x", k, "root", "")
                for k, p in enumerate(article.paragraphs)
            )
            sentences = tuple(Sentence(t.start, t.end, k, k + 1) for k, t in enumerate(tokens))
            yield Analysis(article.id, tokens, sentences, self._names)


def test_blocks_say_which_paragraphs_run(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, "utf-8")
    read = list(read_conllu(path))
    assert [(s.block, s.opens, s.running) for s in read] == [
        ("head", True, False),
        ("sp | p", True, True),
        ("sp | p", False, True),
    ]
    assert not replace(read[0], block="figure | caption").running


def test_sentences_of_running_paragraphs_are_scored_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, "utf-8")
    document = [tree_sentence(s, None) for s in read_conllu(path)]
    assert laid_out(document)[0].text == "Rain falls\nIt rained. We left."
    scores = score_trees(OneSentence(), [document])
    assert scores["sentences"] == 40.0  # the headline, of three; two given
    assert scores["sentences, running"] == 0.0


def test_names_count_where_span_and_type_are_exact() -> None:
    text = Marked("Ann Lee left Acme in May.", ((0, 7, "PERSON"), (13, 17, "ORG")))
    backend = OneSentence(Name(0, 7, "Ann Lee", "PERSON"), Name(13, 17, "Acme", "PLACE"))
    assert score_names(backend, [text]) == {"ORG": 0.0, "PERSON": 100.0, "all": 50.0}


def test_a_tally_is_the_balance_of_found_and_given() -> None:
    tally = Tally()
    tally.add({("a", 0, 1, ""), ("a", 1, 2, "")}, {("a", 0, 1, "")})
    assert tally.scores() == {"a": 66.67, "all": 66.67}


def test_a_corpus_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wikigold"):
        next(names_of("gold", tmp_path, Gazette([])))
    assert "gum" not in NAMES_CORPORA  # its names come with its trees
