"""What did a harm: "people killed by the flood"."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene, name_words
from crossread.text.listing import listed

# Harm that is done by something.
_HARMING = listed("kill wound injure hurt")
# What harms people. Source: the hyponyms of "attack", "accident" and "natural disaster" that news counts victims by.
_HAPPENING = re.compile(
    r"attack|strike|airstrike|raid|bombing|bomb|shooting|assault|blast|explosion|crash|collision|accident|fire|blaze|"
    r"wildfire|clash|earthquake|quake|tremor|flood|flooding|storm|hurricane|cyclone|typhoon|tornado|landslide|"
    r"avalanche|tsunami|outbreak|epidemic|disease|virus|stampede|crush|collapse|derailment|massacre|rampage|war|riot|"
    r"shelling|eruption|drought|heatwave"
)


def by_what(scene: Scene, verb: int) -> str:
    """Return what did a harm, where its own clause says so: "the flood that killed 90 people"."""
    if scene.tokens[verb].lemma not in _HARMING:
        return ""
    subject = next(iter(scene.analysis.children(verb, "nsubj")), None)
    if subject is None and scene.tokens[verb].dep == "conj":
        subject = _shared(scene, verb)
    relative = subject is not None and scene.tokens[subject].tag in ("WDT", "WP")
    if relative and scene.tokens[verb].dep == "acl:relcl":
        subject = _meant(scene, scene.tokens[verb].head, verb)
    if subject is None or scene.tokens[subject].upos not in ("NOUN", "PROPN"):
        return ""
    words = name_words(scene, subject)
    return (
        f"by {words}" if words[:1].isupper() or words.startswith(("the ", "a ", "an ")) else f"by the {words}"
    )


def _shared(scene: Scene, verb: int) -> int | None:
    """Return the subject of the verb that one is joined to, if no other stands between: "hit Kent and killed 19"."""
    first = scene.tokens[verb].head
    between = any(token.dep.startswith("nsubj") for token in scene.tokens[first:verb])
    if between or scene.tokens[first].upos != "VERB":
        return None
    return next(iter(scene.analysis.children(first, "nsubj")), None)


def _meant(scene: Scene, noun: int, verb: int) -> int | None:
    """Return which noun before "that" does the harm: the one of the parse, unless several stand there."""
    nouns = [i for i in range(noun, verb) if scene.tokens[i].upos in ("NOUN", "PROPN")]
    harmful = [i for i in nouns if _HAPPENING.fullmatch(scene.tokens[i].lemma.lower())]
    if noun in harmful or len(nouns) == 1:
        return noun
    return harmful[0] if len(harmful) == 1 else None
