"""Words for one kind of happening: what one account calls a blast another calls a bombing."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from crossread.compare.claims.meaning import kind_of
from crossread.text.listing import listed

# One class a line. After WordNet 3.0 (sisters and verbs of attack, crash, shooting, fire, arrest, win) and FrameNet
# (Attack, Killing, Arrest, Becoming_separated), as far as news uses them of one and the same happening.
_CLASSES = {
    "attack": "attack blast explosion bombing assault explode detonate bomb struck storm ambush",
    "airstrike": "airstrike air-strike bombardment",
    "crash": "crash collision derail derailment accident wreck overturn collide",
    "kill": "kill die death murder slay shoot shooting",
    "earthquake": "earthquake quake tremor",
    "fire": "fire blaze",
    "arrest": "arrest",
    "win": "win beat defeat victory clinch triumph",
    "fall": "fall tumble plunge",
    "retire": "retire retirement",
    "resign": "resign resignation quit",
    "protest": "protest demonstration march rally demonstrate",
    "launch": "launch lift-off liftoff",
    "adopt": "adopt pass approve enact",
    "praise": "praise hail laud",
}
_CLASS_OF = MappingProxyType({word: name for name, words in _CLASSES.items() for word in listed(words)})
_SIGN = "~"  # no lemma begins so


def with_classes(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the lemmas with each word for a known kind of happening put as that kind."""
    words = set(lemmas)
    if {"air", "strike"} <= words:
        words = words - {"air", "strike"} | {"airstrike"}
    return frozenset(_SIGN + _CLASS_OF[word] if word in _CLASS_OF else kind_of(word, word) for word in words)


def is_class(lemma: str) -> bool:
    """Whether a word returned by `with_classes` stands for a kind of happening."""
    return lemma.startswith(_SIGN)
