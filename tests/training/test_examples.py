"""Windows of words as numbers: labels where a corpus has them, on the words they are of."""

from __future__ import annotations

import random
import string

import pytest

pytest.importorskip("tokenizers")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from training.corpora import UdSentence, UdWord
from training.examples import (
    NONE,
    WINDOW,
    Builder,
    dependency,
    joined,
    runs,
    scheme,
    straightened,
    tree_sentence,
)
from training.harmonise import Marked

from crossread.language.pieces import WordPieces

MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
VOCABULARY = [
    *MARKS,
    *string.ascii_lowercase,
    *(f"##{c}" for c in string.ascii_lowercase),
    *string.punctuation,
]


def sentence(*words: tuple[str, str, int, str], opens: bool = True) -> UdSentence:
    made = tuple(
        UdWord(form, form.lower(), upos, upos[:2], head, dep, space_after=True, misc="_")
        for form, upos, head, dep in words
    )
    return UdSentence(made, opens, "s")


LEE = sentence(("Lee", "PROPN", 2, "nsubj"), ("left", "VERB", 0, "root"), (".", "PUNCT", 2, "punct"))
SHE = sentence(("She", "PRON", 2, "nsubj"), ("came", "VERB", 0, "root"), opens=False)


@pytest.fixture(scope="module")
def build() -> Builder:
    tokenizer = Tokenizer(models.WordPiece({p: i for i, p in enumerate(VOCABULARY)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Builder(WordPieces(tokenizer), scheme([LEE, SHE] * 3))


def test_a_window_of_two_sentences_counts_heads_through(build: Builder) -> None:
    pair = [tree_sentence(LEE, [(0, 1, "PERSON")]), tree_sentence(SHE, [])]
    (window,) = build.trees(pair, None)
    assert window.labels["head"].tolist() == [NONE, 2, 0, 2, 5, 0]
    assert window.labels["start"].tolist() == [NONE, NONE, 0, 0, 1, 0]
    assert window.sentences == ((1, 4), (4, 6))
    names = [build.scheme.name[k] for k in window.labels["name"][1:]]
    assert names == ["B-PERSON", "O", "O", "O", "O"]


def test_names_are_left_open_where_one_sentence_has_none_marked(build: Builder) -> None:
    (window,) = build.trees([tree_sentence(LEE, []), tree_sentence(SHE, None)], None)
    assert "name" not in window.labels


def test_a_window_never_crosses_a_paragraph(build: Builder) -> None:
    assert len(list(build.trees([tree_sentence(LEE, None)] * 3, None))) == 3


def test_labels_of_a_text_lie_on_the_words_they_touch(build: Builder) -> None:
    text = Marked("Ann Lee’s aide said no.", ((0, 7, "PERSON"),))
    (window,) = build.marked(text, "name")
    names = [build.scheme.name[k] for k in window.labels["name"][1:]]
    assert names == ["B-PERSON", "I-PERSON", "O", "O", "O", "O", "O"]
    assert len(window.first) == len(window.last) == 8


def test_long_texts_are_cut_in_windows(build: Builder) -> None:
    windows = list(build.marked(Marked("a " * (2 * WINDOW + 1), ()), "statement"))
    assert [len(w.first) - 1 for w in windows] == [WINDOW, WINDOW, 1]


def test_texts_joined_keep_their_ranges() -> None:
    parts = [Marked("Ann Lee left.", ((0, 7, "PERSON"),)), Marked("In Kent?", ((3, 7, "PLACE"),))]
    for seed in range(8):
        for text in joined(parts, random.Random(seed), 2):
            assert {text.text[a:b] for a, b, _ in text.spans} <= {"Ann Lee", "Kent"}
            assert text.spans


def test_runs_break_where_asked_and_never_exceed_their_size_unless_one_item_does() -> None:
    made = list(runs([2, 2, 9, 1, 1], lambda n: n, lambda: 4, lambda n: n == 1))
    assert made == [[2, 2], [9], [1], [1]]


def test_without_statements_nothing_can_be_marked_as_one() -> None:
    assert scheme([LEE], statements=False).statement == ("O",)


def test_relations_fall_back_to_the_universal_one() -> None:
    assert [dependency(d) for d in ("nsubj:pass", "obl:tmod", "nmod:desc")] == [
        "nsubj:pass",
        "obl:tmod",
        "nmod",
    ]


def test_straight_marks_keep_offsets() -> None:
    assert straightened(Marked("“no”", ((0, 4, "direct"),))) == Marked('"no"', ((0, 4, "direct"),))
