"""What happened to those whom a number counts: "four people were arrested", "killing six civilians", "90 wounded".

The verb comes from the words right beside the number, else from the parse.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import STATES, Counted, Scene, next_token
from crossread.record.analysis import Token
from crossread.record.span import Span
from crossread.text.listing import listed

_IRREGULAR = {"hurt": "hurt", "shoot": "shot"}
# What people in numbers do, and what has no object.
_INTRANSITIVE = listed("die gather march protest demonstrate rally flee")
_FORMS_OF_BE = listed("was were are been being")
# What is said of people alone, so that a number without a noun counts people.
_OF_PEOPLE = re.compile(
    r"(?:dead|killed|injured|wounded|hurt|shot(?! down)|missing|homeless|arrested|detained|died|hospitali[sz]ed|"
    r"evacuated|rescued|charged|gathered|marched|protested|attended|demonstrated|rallied|turned out|fled|"
    r"(?:taken|brought|rushed|flown|airlifted) to (?:an? |the )?(?:\w+ )?hospitals?)\b",
    re.IGNORECASE,
)
# "There were two explosions": the verb says only that they were.
_THERE = re.compile(
    r"\bthere(?:[’']s| (?:is|are|was|were|be|has been|have been|had been|will be|could be|may be|might be))"
    r"(?: [a-z]+ly)?[ \u00a0]$",
    re.IGNORECASE,
)
# A number behind a preposition is neither subject nor object, whatever the parse says.
_PREPOSED = re.compile(
    r"\b(?:of|for|to|in|by|with|from|at|on|among|between|after|before)[ \u00a0](?:the[ \u00a0])?$",
    re.IGNORECASE,
)
# Nouns that only bundle a count, so that the clause is theirs: "a group of up to 100 people marched".
_BUNDLES = re.compile(
    r"\b(?:group|total|crowd|gang|throng|mob|procession)s? of(?: the| about| some)?[ \u00a0]$", re.IGNORECASE
)
# Tokens between a noun and a relative clause of its own ("people who were killed").
_NEAR_CLAUSE = 4
_UNREAL = listed("will would can could may might should must shall 'll ’ll to not n't n’t never")


def what_happened(scene: Scene, number: Span, thing: Counted | None) -> str:
    """Return the participle, state or verb that goes with the counted, "" where the text shows none."""
    beside = _beside(scene, thing.span.end if thing else number.end) or _verb_before(scene, number, thing)
    if beside or _THERE.search(scene.text, max(0, number.start - 32), number.start):
        return beside
    passive = _passive_after(scene, number.end) if thing is None else ""
    index = scene.analysis.head_of(number)
    if passive or passive is None or index is None:
        return passive or ""
    if thing is not None and scene.tokens[thing.head].head != index:
        index = thing.head  # of "hundreds of people", "hundreds" is what hangs in the clause
    bundle = _bundled(scene, number, index)
    if bundle is None and _PREPOSED.search(scene.text, max(0, number.start - 12), number.start):
        return _after_noun(scene, index)
    return _governing(scene, _top_of_coordination(scene, index if bundle is None else bundle))


def _beside(scene: Scene, end: int) -> str:
    """Read a participle or state right after the phrase: "civilians dead", "people arrested", "90 wounded"."""
    at = next_token(scene, end)
    if at is None:
        return ""
    token = scene.tokens[at]
    described = token.tag == "VBN" and token.dep in ("acl", "amod", "root", "nsubj", "obj", "conj", "xcomp")
    if token.text.lower() in STATES or (described and token.text.lower() not in _FORMS_OF_BE):
        return _participle(scene, at)
    return ""


def _verb_before(scene: Scene, number: Span, thing: Counted | None) -> str:
    """Read the verb right before a number: "killing two people and wounding 120"."""
    at = scene.analysis.token_at(number.start - 2) if number.start >= 2 else None
    if at is None or scene.tokens[at].upos != "VERB" or scene.tokens[at].tag not in ("VBG", "VBD"):
        return ""
    told = thing is not None and scene.tokens[thing.head].dep.startswith("nsubj")  # "said two men …"
    return "" if told or _unreal(scene, at) else _done_to(scene, at)


def _passive_after(scene: Scene, end: int) -> str | None:
    """Read the passive that a number without a noun is the subject of: "more than 50 were taken to hospital".

    "" where no form of "be" follows, None where one does but no participle comes after it.
    """
    first = next_token(scene, end)
    if first is None or not _helps(scene.tokens[first]):
        return ""
    last = next((i for i in range(first, len(scene.tokens)) if not _helps(scene.tokens[i])), first)
    if scene.tokens[last].tag != "VBN":
        return None
    return _participle(scene, last) or None


def _helps(token: Token) -> bool:
    return token.text.lower() in _FORMS_OF_BE | {"have", "had", "has"}


def _bundled(scene: Scene, number: Span, index: int) -> int | None:
    """Return the noun that bundles the counted `index` ("a total of six men"), None where none does."""
    top = _top_of_coordination(scene, index)
    counts = scene.analysis.children(top, "nummod") if top != index else ()
    start = scene.tokens[counts[0]].start if counts else number.start
    if not _BUNDLES.search(scene.text, max(0, start - 24), start):
        return None
    return scene.tokens[top].head if scene.tokens[top].dep == "nmod" else None


def _top_of_coordination(scene: Scene, index: int) -> int:
    while (token := scene.tokens[index]).dep == "conj":
        if scene.tokens[token.head].upos not in ("NOUN", "NUM", "PROPN"):
            break
        index = token.head
    return index


def _governing(scene: Scene, index: int) -> str:
    """Read the verb of which the counted are the subject or the object."""
    token, verb = scene.tokens[index], scene.tokens[index].head
    if after := _after_noun(scene, index):
        return after
    above = scene.tokens[verb]
    if _unreal(scene, verb):
        return ""
    if token.dep.startswith("nsubj") and above.text.lower() in STATES and above.upos == "ADJ":
        return above.text  # "12 people were hurt", read as an adjective
    if verb == index or above.upos != "VERB":
        return ""
    if token.dep == "nsubj":
        alone = above.lemma in _INTRANSITIVE and not scene.analysis.children(verb, "obj", "cop")
        return above.text if alone else ""
    if token.dep == "nsubj:pass":
        return _participle(scene, verb)
    return _done_to(scene, verb) if token.dep == "obj" else ""


def _after_noun(scene: Scene, index: int) -> str:
    """Read a participle clause of the noun: "80 people being rushed to hospital"."""
    for child in scene.analysis.children(index, "acl"):
        if scene.tokens[child].dep == "acl:relcl" and child - index > _NEAR_CLAUSE:
            continue  # the clause is a later noun's: "88 men in this cell which is meant for 32"
        if scene.tokens[child].tag == "VBN":
            return "" if _unreal(scene, child) else _participle(scene, child)
    return ""


def _unreal(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what did not happen, or not yet: "would kill", "to confirm", "was not hurt"."""
    turned = any(
        scene.analysis.lower[i] in _UNREAL for i in scene.analysis.children(verb, "aux", "mark", "advmod")
    )
    return turned or scene.tokens[verb].tag == "VB"


def _done_to(scene: Scene, verb: int) -> str:
    """Word a verb of which the counted are the object: "killing four civilians" counts civilians killed."""
    states = (scene.tokens[i].text for i in scene.analysis.children(verb, "xcomp"))
    return next((word for word in states if word.lower() in STATES), "") or _participle(scene, verb)


def _participle(scene: Scene, verb: int) -> str:
    """Return a verb as a past participle ("killing" -> "killed") where it is said of people; other words as they stand.

    Somebody "charged with" doing something is charged with no crime.
    """
    token = scene.tokens[verb]
    if token.upos != "VERB":
        return token.text
    lemma = token.lemma.lower()
    if lemma == "charge" and [t.tag for t in scene.tokens[verb + 2 : verb + 3]] == ["VBG"]:
        return ""
    regular = lemma + ("d" if lemma.endswith("e") else "ed")
    words = scene.text[token.start :] if token.tag == "VBN" else _IRREGULAR.get(lemma, regular)
    told = _OF_PEOPLE.match(words)
    return told.group() if told else ""
