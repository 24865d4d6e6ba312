"""What every language backend promises, held against the shipped one."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import EXAMPLE, make_article

from crossread.language.backends import open_backend
from crossread.language.pool import batches, work_through
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis

SENTENCES = "The mayor said he was not satisfied. “It was wrong,” he said.\nPolice in Kent arrested Ann Lee on Monday."
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


def double() -> Doubler:
    return Doubler()


class Doubler:
    def __call__(self, batch: list[int]) -> list[int]:
        return [2 * item for item in batch]


def test_work_comes_back_in_order_whatever_the_number_of_workers() -> None:
    expected = [[2 * i for i in batch] for batch in batches(range(50), 3)]
    for workers in (1, 2):
        assert list(work_through(double, batches(range(50), 3), workers=workers)) == expected
