"""Whether a measure can be understood by itself, and what the text adds to make it so.

"Two officers" alone measures nothing a reader could use. A count without an
event needs the words that say which or where ("seats in the House"), or a
noun that says enough; what has neither is left out.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Counted, Scene, people, time_word
from crossread.annotate.figures.measures import LONGEST, shorten, unreal
from crossread.record.analysis import Token
from crossread.text.numbers import Number

_PLACING_WORDS = "in at on across outside near inside throughout along around within"
_LINKING_WORDS = "of without from against for with among to between involving"
_PLACING, _LINKING = frozenset(_PLACING_WORDS.split()), frozenset(_LINKING_WORDS.split())
_STOPS = frozenset({"SCONJ", "PRON", "CCONJ", "INTJ", "SYM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "VB"})
# Modifiers that do not tell which ones are counted.
_GENERAL_WORDS = """other more additional new former total different several key major crucial further such local
police big remaining separate own current initial main same extra about forthcoming - 's"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
# Counts from which a noun with a modifier is a measure by itself ("500 private security personnel"); smaller
# ones only point at somebody ("two German reporters"). 5, 10, 20 and 50 tried on ten development stories by
# reading: below, the few persons of a scene pass as figures; above, only real counts go.
_ENOUGH_PEOPLE = 20
_ENOUGH_THINGS = 10
# Nouns that are events themselves: they say what happened without a verb.
_EVENT_NOUNS = """fatality death body casualty arrest injury explosion blast incident attack assault killing murder
crash strike earthquake launch complaint conviction resignation"""
_EVENTS = frozenset(_EVENT_NOUNS.split())
# Verbs of state that say nothing without what follows.
_OPEN_ENDED = frozenset({"remain", "remains", "remained", "stay", "stayed"})
# Events that are only verbs of a list or of grammar.
_NO_EVENT = ("that includes", "included", "includded", "involving")


def clear(scene: Scene, number: Number, thing: Counted, words: str) -> str:
    """Return the measure `words` of a count, completed where the text allows it; "" where it stays unclear."""
    noun = shorten(thing.span.of(scene.text))
    event = words[len(noun) :].strip() if words.startswith(noun) else ""
    if event.startswith(_NO_EVENT):
        return ""
    if event and event.split()[0] not in _OPEN_ENDED:
        return words
    added = _complement(scene, thing, LONGEST - len(noun.split()))
    if added:
        return shorten(f"{noun} {added}")
    return noun if _says_enough(scene, number, thing) else ""


def _says_enough(scene: Scene, number: Number, thing: Counted) -> bool:
    size = number.value or number.low or number.high or 0
    if scene.tokens[thing.head].lemma.lower() in _EVENTS:
        return True
    if number.value is None and number.low is not None and number.modifier is None:
        size = 0  # "hundreds of experts" is no count
    if size >= _ENOUGH_ALONE and _plain_noun(scene, number, thing):
        return True
    modifiers = [scene.tokens[i].text.lower() for i in range(thing.first, thing.head)]
    least = _ENOUGH_PEOPLE if people(thing, scene) else _ENOUGH_THINGS
    return size >= least and any(word not in _GENERAL for word in modifiers)


# Counts from which a noun alone is a measure ("2,000 troops"); 50, 100 and 500 tried by reading.
_ENOUGH_ALONE = 100
# Nouns of which every count is a tally, once it is said what it is to do: "60 votes to pass in the Senate".
TALLIED = frozenset({"vote", "seat", "delegate", "signature"})
# Nouns that leave open what is counted.
_ANY_NOUNS = """people person man woman other thing individual member time reason question word way item case piece
example page name fact kind sort number civilian victim"""
_ANY = frozenset(_ANY_NOUNS.split())


# Behind these a count is a price, a place or a part, which the noun alone does not tell.
_BEHIND = re.compile(r"\b(?:for|at|from|of|to|by|with)[ \u00a0]$", re.I)


def _plain_noun(scene: Scene, number: Number, thing: Counted) -> bool:
    """Whether a noun says by itself what is counted, and its verb does not tell of what may never be."""
    token = scene.tokens[thing.head]
    if _BEHIND.search(scene.text, max(0, number.whole.start - 8), number.whole.start):
        return False
    if token.lemma.lower() in _ANY or token.upos != "NOUN":
        return False
    verb = token.head
    return not (scene.tokens[verb].upos == "VERB" and unreal(scene, verb))


def _complement(scene: Scene, thing: Counted, room: int) -> str:
    """Return the prepositional phrase right after the noun, at most `room` words of it."""
    first = thing.head + 1
    if first >= len(scene.tokens) or not _opens(scene, thing, first):
        return ""
    kept: list[int] = []
    for index in range(first, min(first + room, len(scene.tokens))):
        if not _goes_on(scene, scene.tokens[index], scene.tokens[index - 1]):
            break
        kept.append(index)
    while kept and scene.tokens[kept[-1]].upos not in ("NOUN", "PROPN"):
        kept.pop()
    if len(kept) < 2 or (len(kept) == room and _cut(scene, kept[-1])):
        return ""
    return scene.text[scene.tokens[first].start : scene.tokens[kept[-1]].end]


def _opens(scene: Scene, thing: Counted, first: int) -> bool:
    word = scene.tokens[first].text
    if word in _PLACING:
        return True
    below = scene.analysis.children(thing.head, "nmod")
    return word in _LINKING and any(first in scene.analysis.children(child, "case") for child in below)


def _goes_on(scene: Scene, token: Token, before: Token) -> bool:
    if token.start - before.end > 1 or token.upos in _STOPS or token.text == "as":
        return False
    if token.upos == "PUNCT" and token.text not in ("-", "'", "’"):
        return False
    if token.upos in ("VERB", "AUX") and token.tag in _FINITE and token.dep != "amod":
        return False
    return not time_word(token.text) and not any(time.span.overlaps(token.span) for time in scene.times)


def _cut(scene: Scene, last: int) -> bool:
    """Whether a phrase that filled its room goes on in the middle of a noun."""
    return last + 1 < len(scene.tokens) and scene.tokens[last + 1].upos in ("NOUN", "PROPN")
