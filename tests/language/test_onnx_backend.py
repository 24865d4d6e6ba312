"""The encoder backend on a tiny model with random weights: sound on any text, the same whatever the company."""

from __future__ import annotations

import string
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.conftest import make_article

from crossread.errors import LanguageError
from crossread.record.analysis import Analysis

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from training.examples import Scheme, bio
from training.quantise import write_model

from crossread.language.encoder import TOKENIZER, Encoder, encoder_input
from crossread.language.onnx_backend import WINDOW, OnnxBackend
from crossread.language.pieces import SHAPES, Pieces
from crossread.language.words import words

WIDTH, INNER, HEADS, ARC, LABEL = 16, 32, 2, 8, 4
MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
PIECES = [*MARKS, *string.ascii_lowercase, *(f"##{c}" for c in string.ascii_lowercase), *string.punctuation]
SCHEME = Scheme(
    upos=("NOUN", "PUNCT", "VERB"),
    xpos=("NN", "NNS", "VBD"),
    lemma=("=0|", "0|", "1|"),
    dep=("nsubj", "obj", "root"),
    name=bio(("PERSON", "ORG")),
    statement=bio(("source", "cue", "direct", "indirect")),
)
SENTENCE = "the mayor said kent police arrested Ann Lee on monday in a town . , again"
WORDS = SENTENCE.split()


def random_weights(rng: np.random.Generator) -> dict[str, np.ndarray]:
    shapes: dict[str, tuple[int, ...]] = {
        "encoder.piece.weight": (len(PIECES), WIDTH),
        "encoder.position.weight": (512, WIDTH),
        "encoder.shape.weight": (SHAPES, WIDTH),
        "parser.arc": (ARC + 1, ARC),
        "parser.label": (LABEL + 1, len(SCHEME.dep) * (LABEL + 1)),
    }
    tags = len(SCHEME.upos) + len(SCHEME.xpos) + len(SCHEME.lemma) + 1
    tags += len(SCHEME.name) + len(SCHEME.statement)
    linear = {"tags": (tags, WIDTH), "parser.views": (2 * (ARC + LABEL), WIDTH), "vector": (WIDTH, WIDTH)}
    at = "encoder.layers.0"
    linear |= {f"{at}.qkv": (3 * WIDTH, WIDTH), f"{at}.out": (WIDTH, WIDTH)}
    linear |= {f"{at}.up": (INNER, WIDTH), f"{at}.down": (WIDTH, INNER)}
    for name, (out, into) in linear.items():
        shapes |= {f"{name}.weight": (out, into), f"{name}.bias": (out,)}
    for name in ("encoder.norm", f"{at}.norm1", f"{at}.norm2"):
        shapes |= {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}
    for kind, labels in (("name", SCHEME.name), ("statement", SCHEME.statement)):
        shapes |= {f"{kind}.move": (len(labels), len(labels)), f"{kind}.open": (len(labels),)}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def some_window() -> dict[str, np.ndarray]:
    """Return every piece once, each a word, as an input of the encoder."""
    ids = np.arange(len(PIECES))
    return encoder_input([Pieces(tuple(ids), (1,) * len(ids), tuple(ids), tuple(ids))])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("model") / "tiny"
    write_model(random_weights(np.random.default_rng(7)), SCHEME, {}, HEADS, made, [some_window()])
    tokenizer = Tokenizer(models.WordPiece({p: i for i, p in enumerate(PIECES)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(made / TOKENIZER))
    return made


@pytest.fixture(scope="module")
def tiny(folder: Path) -> OnnxBackend:
    return OnnxBackend(folder)


def assert_sound(analysis: Analysis, text: str) -> None:
    for token in analysis.tokens:
        assert text[token.start : token.end] == token.text
        assert token.lemma
    for name in analysis.names:
        assert text[name.start : name.end] == name.text
    inside = [i for s in analysis.sentences for i in range(s.first, s.last)]
    assert inside == list(range(len(analysis.tokens)))
    for sentence in analysis.sentences:
        heads = [analysis.tokens[i].head for i in range(sentence.first, sentence.last)]
        roots = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].head == i]
        assert len(roots) == 1
        assert analysis.tokens[roots[0]].dep == "root"
        assert all(sentence.first <= head < sentence.last for head in heads)


@settings(max_examples=60, deadline=None)
@example(text="0\na")  # one sentence over two lines
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_any_text_is_analysed_with_exact_offsets(tiny: OnnxBackend, text: str) -> None:
    assert_sound(next(iter(tiny.analyse([make_article(text)]))), text)


@settings(max_examples=15, deadline=None)
@given(picks=st.lists(st.integers(0, len(WORDS) - 1), min_size=WINDOW, max_size=6 * WINDOW))
def test_long_paragraphs_are_read_whole(tiny: OnnxBackend, picks: list[int]) -> None:
    text = " ".join(WORDS[k] for k in picks)
    analysis = next(iter(tiny.analyse([make_article(text)])))
    assert_sound(analysis, text)
    assert [t.text for t in analysis.tokens] == text.split()


def test_words_of_many_pieces_never_overflow_a_window(tiny: OnnxBackend) -> None:
    text = " ".join(["abcdefghijklmnop"] * (2 * WINDOW))
    assert_sound(next(iter(tiny.analyse([make_article(text)]))), text)


def test_an_analysis_depends_on_its_article_alone(tiny: OnnxBackend) -> None:
    texts = ["The mayor of Kent said no.\nPolice came.", "A town. " * 90, "Ann Lee", ""]
    articles = [make_article(text, ref=str(i)) for i, text in enumerate(texts)]
    alone = [next(iter(tiny.analyse([article]))) for article in articles]
    assert list(tiny.analyse(articles)) == alone
    assert list(tiny.analyse(reversed(articles))) == alone[::-1]


def test_an_analysis_has_exact_statement_parts(tiny: OnnxBackend) -> None:
    text = "The mayor said that police arrested Ann Lee. “It was again,” said police in Kent."
    analysis = tiny.read(make_article(text))
    edges = {t.start for t in analysis.tokens} | {t.end for t in analysis.tokens}
    parts = analysis.parts
    assert parts
    assert all(part.start in edges and part.end in edges for part in parts)


def test_the_digest_is_of_the_files(folder: Path, tiny: OnnxBackend, tmp_path: Path) -> None:
    assert OnnxBackend(folder).digest == tiny.digest
    other = tmp_path / "other"
    other.mkdir()
    for path in folder.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    scheme = other / "scheme.json"
    scheme.write_text(scheme.read_text("utf-8") + "\n", "utf-8")
    assert OnnxBackend(other).digest != tiny.digest
    assert OnnxBackend(other).name == "other"


def test_a_folder_without_a_model_is_refused_by_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"encoder\.onnx"):
        OnnxBackend(tmp_path)


def test_int8_weights_say_nearly_what_float_weights_say(tmp_path: Path, folder: Path) -> None:
    whole = tmp_path / "whole"
    write_model(random_weights(np.random.default_rng(7)), SCHEME, {}, HEADS, whole, None)
    (whole / TOKENIZER).write_bytes((folder / TOKENIZER).read_bytes())
    tags = []
    for path in (whole, folder):
        encoder = Encoder(path)
        tags.append(encoder.scores([encoder.pieces.window(words(SENTENCE))])[0].upos.ravel())
    assert float(tags[0] @ tags[1]) > 0.8 * float(np.linalg.norm(tags[0]) * np.linalg.norm(tags[1]))
