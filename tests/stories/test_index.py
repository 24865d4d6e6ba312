"""The inverted index: nearest first, and empty again when all is removed."""

from __future__ import annotations

from crossread.stories.index import Index
from crossread.stories.terms import Sketch
from crossread.text.background import Background

KNOWN = Background(1000, {"say": 900, "bridge": 50})


def made(article: str, **text: float) -> Sketch:
    return Sketch(article, None, text, {}, {})


def test_rare_terms_weigh_more_and_common_ones_nothing() -> None:
    index = Index(KNOWN)
    assert index.rarity("skerray") > index.rarity("bridge") > index.rarity("say") > 0


def test_a_term_grows_common_as_articles_with_it_are_held() -> None:
    index = Index(KNOWN)
    before = index.rarity("skerray")
    index.add(made("a", skerray=1.0))
    assert index.rarity("skerray") < before


def test_candidates_are_nearest_first() -> None:
    index = Index(KNOWN)
    for sketch in (made("a", skerray=0.9, bridge=0.1), made("b", bridge=0.5), made("c", other=1.0)):
        index.add(sketch)
    assert index.candidates(made("d", skerray=0.8, bridge=0.6), 10) == ["a", "b"]
    assert index.candidates(made("d", skerray=0.8, bridge=0.6), 1) == ["a"]


def test_what_is_removed_is_forgotten() -> None:
    index = Index(KNOWN)
    fresh = index.rarity("skerray")
    index.add(made("a", skerray=1.0))
    index.remove(made("a", skerray=1.0))
    assert index.candidates(made("d", skerray=1.0), 10) == []
    assert index.rarity("skerray") == fresh
