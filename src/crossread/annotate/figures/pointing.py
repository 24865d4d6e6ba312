"""Nouns with "the" that say which is meant only through what the article told before: "the state", "the panel".

A label that holds one is understood alone only where a name that can be meant stands
before it, or where the noun tells which by itself ("the state of Ohio", "the oldest panel").
"""

from __future__ import annotations

from collections.abc import Iterable

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import set_off
from crossread.text.listing import listed

# Nouns of which a country has many, by what names one. Source: the hyponyms of "administrative district",
# "organization" and "adult" that news uses without a name when it has told it.
_AREAS = listed("state district province county suburb")
_BODIES = listed(
    "panel committee subcommittee commission company firm bank retailer manufacturer startup agency bureau department "
    "ministry group organization organisation charity union association institute university college school club team "
    "church hospital airline network station newspaper magazine outlet paper tribunal"
)
_PEOPLE = listed("man woman boy girl couple pair duo trio")
_NAMED_BY = {
    **dict.fromkeys(_AREAS, frozenset({"PLACE"})),
    **dict.fromkeys(_BODIES, frozenset({"ORG"})),
    **dict.fromkeys(_PEOPLE, frozenset({"PERSON"})),
}
# Nouns that take up what was told before them, and have no name. Source: Schmid, English Abstract Nouns as Conceptual
# Shells (2000), of those that news counts by, with parts of an economy.
_SHELLS = listed(
    "rise increase drop fall decline reduction gain loss cut payment sum amount figure change difference gap sector "
    "industry"
)
# What tells of a noun which is meant.
_TELLING = ("amod", "compound", "nmod", "nmod:poss", "acl", "appos", "flat", "nummod", "conj")


def points_back(scene: Scene, noun: int, before: Iterable[int]) -> bool:
    """Whether "the" before a noun takes up what the article names and what neither `before` nor its own words tell."""
    token = scene.tokens[noun]
    if token.lemma.lower() in _SHELLS:
        told = [i for i in scene.analysis.children(noun, *_TELLING) if not set_off(scene, i)]
        sentence = scene.analysis.sentence_at(token.start)
        return not told and not any(sentence is not None and i < sentence.first for i in before)
    kinds = _NAMED_BY.get(token.lemma.lower())
    if kinds is None or token.tag != "NN" or not token.dep.startswith(("nsubj", "obj")):
        return False  # where or to whom, the story tells
    if any(not set_off(scene, i) for i in scene.analysis.children(noun, *_TELLING)):
        return False
    shown = {i for i in before if i < noun}
    if any(scene.tokens[i].lemma == token.lemma or _named(scene, i, kinds) for i in shown):
        return False
    named = any(name.type in kinds and name.end <= token.start for name in scene.analysis.names)
    return named or any(scene.tokens[i].lemma == token.lemma for i in range(noun))


def only_points(scene: Scene, index: int, before: Iterable[int]) -> bool:
    """Whether a word takes up what was told before without any noun: "won there", "the two", "the latter"."""
    token = scene.tokens[index]
    if token.text.lower() == "there" and token.dep == "advmod":
        return not any(_named(scene, i, _NAMED_BY["state"]) for i in before if i < index)
    if token.upos not in ("NUM", "ADJ") or not token.dep.startswith(("nsubj", "obj")):
        return False
    the = any(scene.tokens[i].text.lower() == "the" for i in scene.analysis.children(index, "det"))
    return the and not scene.analysis.children(index, "nmod", "acl", "obl")


def _named(scene: Scene, index: int, kinds: frozenset[str]) -> bool:
    span = scene.tokens[index].span
    return any(name.type in kinds and name.span.contains(span) for name in scene.analysis.names)


def called(scene: Scene, noun: int) -> str | None:
    """Return the one name before a noun that ends in it: "the department" of "State Department"."""
    token = scene.tokens[noun]
    kinds = _NAMED_BY.get(token.lemma.lower(), frozenset())
    before = (n.span.of(scene.text) for n in scene.analysis.names if n.type in kinds and n.end <= token.start)
    found = {" ".join(name.split()).removeprefix("the ").removeprefix("The ") for name in before}
    names = {name for name in found if " " in name and name.lower().endswith(f" {token.lemma.lower()}")}
    return names.pop() if len(names) == 1 else None
