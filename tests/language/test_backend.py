"""What every language backend promises, held against the shipped model and a spaCy pipeline."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import EXAMPLE, make_article

from crossread.config import DEFAULT_LANGUAGE_MODEL
from crossread.errors import LanguageError
from crossread.language.backends import open_backend
from crossread.language.pool import batches, work_through
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis

SENTENCES = "The mayor said he was not satisfied. “It was wrong,” he said.\nPolice in Kent arrested Ann Lee on Monday."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A spaCy pipeline in a folder, by its path."""
    pytest.importorskip("spacy")
    from tests.language.spacy_pipeline import write_pipeline

    folder = tmp_path_factory.mktemp("pipelines") / "en_tiny"
    write_pipeline(folder)
    return str(folder)


@pytest.fixture(scope="module", params=["shipped", "spacy"])
def backend(request: pytest.FixtureRequest) -> LanguageBackend:
    if request.param == "shipped":
        return open_backend(DEFAULT_LANGUAGE_MODEL)
    return open_backend(request.getfixturevalue("pipeline"))


alphabet = st.characters(exclude_categories=["Cs"])


def assert_sound(analysis: Analysis, text: str) -> None:
    for token in analysis.tokens:
        assert text[token.start : token.end] == token.text
        assert 0 <= token.head < len(analysis.tokens)
    for name in analysis.names:
        assert text[name.start : name.end] == name.text
    assert [i for s in analysis.sentences for i in range(s.first, s.last)] == list(
        range(len(analysis.tokens))
    )
    for sentence in analysis.sentences:
        inside = range(sentence.first, sentence.last)
        assert all(analysis.tokens[i].head in inside for i in inside)
        assert sum(analysis.tokens[i].head == i for i in inside) >= 1


def test_an_analysis_is_plain_data_in_the_ud_scheme(backend: LanguageBackend) -> None:
    article = make_article(SENTENCES)
    analysis = next(iter(backend.analyse([article])))
    assert_sound(analysis, article.text)
    mayor, said = analysis.tokens[1], analysis.tokens[2]
    assert (mayor.dep, said.dep, said.lemma, said.upos) == ("nsubj", "root", "say", "VERB")
    assert len(analysis.sentences) == 3
    assert [n.text for n in analysis.names if n.type == "PERSON"] == ["Ann Lee"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet, min_size=1, max_size=80))
def test_any_text_is_analysed_with_exact_offsets(backend: LanguageBackend, text: str) -> None:
    article = make_article(text)
    assert_sound(next(iter(backend.analyse([article]))), text)


def test_an_analysis_depends_on_its_article_alone(backend: LanguageBackend) -> None:
    articles = [
        make_article(path.read_text("utf-8"), ref=path.name) for path in sorted(EXAMPLE.glob("*.txt"))
    ]
    together = list(backend.analyse(articles))
    alone = [next(iter(backend.analyse([article]))) for article in articles]
    assert together == alone


def test_the_digest_is_of_the_files_not_of_the_object(backend: LanguageBackend) -> None:
    assert open_backend(backend.name).digest == backend.digest
    assert len(backend.digest) == 64


def test_a_paragraph_is_analysed_by_itself(backend: LanguageBackend) -> None:
    first, second = SENTENCES.split("\n")
    whole, alone = (next(iter(backend.analyse([make_article(text)]))) for text in (SENTENCES, first))
    assert whole.sentences[: len(alone.sentences)] == alone.sentences
    assert whole.sentences[len(alone.sentences)].start == len(SENTENCES) - len(second)


def test_no_article_and_no_words_are_no_trouble(backend: LanguageBackend) -> None:
    assert list(backend.analyse([])) == []
    blank = next(iter(backend.analyse([make_article(" \n\u00a0")])))
    assert (blank.tokens, blank.sentences, blank.names) == ((), (), ())


def test_an_unknown_model_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(LanguageError, match=rf"no language model 'no_such'.*{DEFAULT_LANGUAGE_MODEL}"):
        open_backend("no_such")


def test_without_spacy_the_refusal_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.delitem(sys.modules, "crossread.language.spacy_backend", raising=False)
    with pytest.raises(LanguageError, match=r"crossread\[spacy\]"):
        open_backend("en_core_news")


def double() -> Doubler:
    return Doubler()


class Doubler:
    def __call__(self, batch: list[int]) -> list[int]:
        return [2 * item for item in batch]


def test_work_comes_back_in_order_whatever_the_number_of_workers() -> None:
    expected = [[2 * i for i in batch] for batch in batches(range(50), 3)]
    for workers in (1, 2):
        assert list(work_through(double, batches(range(50), 3), workers=workers)) == expected
