"""ClearNLP parses come out as Universal Dependencies."""

from __future__ import annotations

import pytest

from crossread.errors import LanguageError
from crossread.language.scheme import Scheme, name_type, scheme_of, sentence_labels

Row = tuple[str, str, str, str, int]  # word, universal tag, Penn tag, label, head


def as_ud(*rows: Row) -> list[tuple[str, int, str]]:
    heads = [row[4] for row in rows]
    labels = [(row[1], row[2], row[3]) for row in rows]
    heads, deps = sentence_labels(Scheme.CLEARNLP, heads, labels, [row[0].lower() for row in rows])
    return [(row[0], head, dep) for row, head, dep in zip(rows, heads, deps, strict=True)]


def test_a_preposition_hangs_below_its_noun() -> None:
    assert as_ud(
        ("She", "PRON", "PRP", "nsubj", 1),
        ("spoke", "VERB", "VBD", "ROOT", 1),
        ("on", "ADP", "IN", "prep", 1),
        ("Monday", "PROPN", "NNP", "pobj", 2),
    ) == [("She", 1, "nsubj"), ("spoke", 1, "root"), ("on", 3, "case"), ("Monday", 1, "obl")]


def test_a_preposition_of_a_noun_makes_a_noun_modifier() -> None:
    assert as_ud(
        ("chief", "NOUN", "NN", "ROOT", 0),
        ("of", "ADP", "IN", "prep", 0),
        ("police", "NOUN", "NN", "pobj", 1),
    ) == [("chief", 0, "root"), ("of", 2, "case"), ("police", 0, "nmod")]


def test_a_copula_hangs_below_its_predicate() -> None:
    assert as_ud(
        ("This", "PRON", "DT", "nsubj", 1),
        ("be", "AUX", "VBZ", "ROOT", 1),
        ("sad", "ADJ", "JJ", "acomp", 1),
    ) == [("This", 2, "nsubj"), ("be", 2, "cop"), ("sad", 2, "root")]


def test_a_passive_agent_is_an_oblique() -> None:
    assert as_ud(
        ("He", "PRON", "PRP", "nsubjpass", 2),
        ("was", "AUX", "VBD", "auxpass", 2),
        ("held", "VERB", "VBN", "ROOT", 2),
        ("by", "ADP", "IN", "agent", 2),
        ("police", "NOUN", "NNS", "pobj", 3),
    )[3:] == [("by", 4, "case"), ("police", 2, "obl:agent")]


def test_ud_stays_as_it_is() -> None:
    heads, deps = sentence_labels(
        Scheme.UD, [1, 1], [("PRON", "PRP", "nsubj"), ("VERB", "VBD", "ROOT")], ["i", "go"]
    )
    assert (heads, deps) == ([1, 1], ["nsubj", "root"])


def test_schemes_are_told_by_their_labels() -> None:
    assert scheme_of(["nsubj", "obl", "obj"], "m") is Scheme.UD
    assert scheme_of(["nsubj", "prep", "dobj"], "m") is Scheme.CLEARNLP
    with pytest.raises(LanguageError, match="'m' has no parser"):
        scheme_of([], "m")


@pytest.mark.parametrize(
    ("label", "ours"), [("GPE", "PLACE"), ("FAC", "PLACE"), ("PER", "PERSON"), ("DATE", None)]
)
def test_name_types(label: str, ours: str | None) -> None:
    assert name_type(label) == ours
