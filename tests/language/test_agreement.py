"""Tags that the tree puts right."""

from __future__ import annotations

import pytest

from crossread.language.agreement import ROOT, agree


@pytest.mark.parametrize(
    ("xpos", "deps", "heads", "tag", "subject"),
    [
        # officers arrested men
        (["NNS", "VBN", "NNS"], ["nsubj:pass", "dep", "obj"], [1, ROOT, 1], "VBD", "nsubj"),
        # four arrested
        (["CD", "VBN"], ["nsubj:pass", "dep"], [1, ROOT], "VBN", "nsubj:pass"),
        # they were given jobs
        (
            ["PRP", "VBD", "VBN", "NNS"],
            ["nsubj:pass", "aux:pass", "dep", "obj"],
            [2, 2, ROOT, 2],
            "VBN",
            "nsubj:pass",
        ),
    ],
)
def test_a_participle_with_subject_and_object_is_the_past_tense(
    xpos: list[str], deps: list[str], heads: list[int], tag: str, subject: str
) -> None:
    agree(["X"] * len(xpos), xpos, deps, heads)
    assert (xpos[heads.index(ROOT)], deps[0]) == (tag, subject)


@pytest.mark.parametrize(
    ("upos", "xpos", "dep", "agreed"),
    [
        ("VERB", "NNP", "compound", "PROPN"),
        ("VERB", "NNP", "amod", "VERB"),  # "the United Nations"
        ("VERB", "VBG", "compound", "VERB"),
    ],
)
def test_a_name_within_a_compound_is_no_verb(upos: str, xpos: str, dep: str, agreed: str) -> None:
    found = [upos, "NOUN"]
    agree(found, [xpos, "NN"], [dep, "dep"], [1, ROOT])
    assert found == [agreed, "NOUN"]
