"""Strange texts: every finder ends, raises nothing, and points at exact words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.record.annotation import Annotation
from crossread.record.span import Span

# Each of these once took a finder minutes, or is built like one that did.
HOSTILE = [
    "The council said that of the 12 of the 1234567890123456789012345678901,x houses were damaged.",
    "“ " * 400,
    "\" said ' " * 200,
    "John Smith " * 300,
    "word\n" * 400,
    "said that said that " * 100,
    "1/19 A man walks by Getty 2/19 The man Reuters " * 40,
    "(((((([[[[[[" * 50,
    "on Monday on Tuesday on 3 March on 3 March 2021 " * 40,
    "\u202e\u200b\ufeff \u00a0\u2009\n\u2028x",
    "£1.2.3,4,5bn–£6m to 7-8-9 per cent",
    "Democrats. SENATE DEM, GOP",
    "responding to media reports",
    "A senior official said on Monday that the council is open to",
    "The chairman told ABC's program on Monday that he would not go.",
    "The Air Force has opened an inquiry into whether the board asked the Reed family",
    "equal treatment, consistent with the board's policies regarding married couples and rules for visas",
    "time has come to act on the bridge",
]

pieces = st.lists(
    st.sampled_from([
        "“", "”", '"', "'", "’", "‘", "(", ")", "\n", " ", ". ", ", ", ": ", "—", "…",
        "Mr Khan", "Ann Lee", "police", "said", "told", "who", "she", "“We", "that", "called for", "was charged with",
        "on Monday", "last night", "3 March", "four people", "47%", "£1.2m", "at least", "The", "an inquiry",
        "to resign",
    ])
)  # fmt: skip


def spans_in(found: object) -> Iterator[Span]:
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for item in found:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield from spans_in(getattr(found, field.name))


def assert_sound(found: Annotation, text: str) -> None:
    assert all(0 <= span.start <= span.end <= len(text) for span in spans_in(found))
    parties = [said.speaker for said in found.statements if said.speaker]
    assert all(p.mention is None or 0 <= p.mention < len(found.mentions) for p in parties)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_annotated(analyse: Analyse, text: str) -> None:
    article, analysis = analyse(text)
    assert_sound(annotate(article, analysis), text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=pieces)
def test_spliced_texts_are_annotated(analyse: Analyse, words: list[str]) -> None:
    article, analysis = analyse(" ".join(words))
    assert_sound(annotate(article, analysis), article.text)
