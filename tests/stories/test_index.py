"""The inverted index: nearest first, and empty again when all is removed."""

from __future__ import annotations

from crossread.stories.index import Index
from crossread.stories.terms import Sketch
from crossread.text.background import Background

KNOWN = Background(1000, {"say": 900, "bridge": 50})


def made(article: str, **text: float) -> Sketch:
    return Sketch(article, None, text, {}, {})


def rarity(index: Index, term: str) -> float:
    return index.rarity([term])[term]


def test_rare_terms_weigh_more_and_common_ones_nothing() -> None:
    index = Index(KNOWN)
    assert rarity(index, "skerray") > rarity(index, "bridge") > rarity(index, "say") > 0


def test_a_term_grows_common_as_articles_with_it_are_held() -> None:
    index = Index(KNOWN)
    before = rarity(index, "skerray")
    index.add(made("a", skerray=1.0))
    assert rarity(index, "skerray") < before


def test_candidates_are_nearest_first() -> None:
    index = Index(KNOWN)
    for sketch in (made("a", skerray=0.9, bridge=0.1), made("b", bridge=0.5), made("c", other=1.0)):
        index.add(sketch)
    assert index.candidates(made("d", skerray=0.8, bridge=0.6), 10) == ["a", "b"]
    assert index.candidates(made("d", skerray=0.8, bridge=0.6), 1) == ["a"]


def test_what_is_removed_is_forgotten() -> None:
    index = Index(KNOWN)
    fresh = rarity(index, "skerray")
    index.add(made("a", skerray=1.0))
    index.remove(made("a", skerray=1.0))
    assert index.candidates(made("d", skerray=1.0), 10) == []
    assert rarity(index, "skerray") == fresh


def test_what_came_after_the_removed_is_still_found() -> None:
    index = Index(KNOWN)
    for article in ("a", "b", "c"):
        index.add(made(article, skerray=1.0))
    index.remove(made("b", skerray=1.0))
    assert index.candidates(made("d", skerray=1.0), 10) == ["a", "c"]


def test_a_term_that_everybody_uses_proposes_the_newest_only() -> None:
    index = Index(KNOWN)
    for number in range(150):
        index.add(made(f"{number:03}", skerray=1.0))
    assert sorted(index.candidates(made("x", skerray=1.0), 200)) == [f"{n:03}" for n in range(50, 150)]
