"""How a label is worded: a gap for its amount; and whether it says enough."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.units import TICKER
from crossread.record.span import Span
from crossread.text.datelines import behind_dateline
from crossread.text.listing import listed
from crossread.text.numbers import GAP

# Nouns, names, verbs and adjectives, without the amount, that a label must have.
_LEAST = 2
_TELLING = listed("say tell find show report reveal indicate suggest note add claim")
# What only joins a sentence to the one before.
_JOINING = re.compile(r"^(?:but|and|or|so(?! far\b)|then|however)\b,? ", re.I)
_IN_WHICH = re.compile(r"^(?:[a-z]+ )?(?:which|whom) ")
_SUPPOSING = re.compile(r"^(?:if|when|where)\b", re.I)
_ASKING = re.compile(
    r"^(?:(?:about|of|on|over) )?(?:whether|if|how|why|what|who|which|when|where|whose)\b", re.I
)
_SPACE = re.compile(r"\s+")


def says_enough(scene: Scene, gap: Span, kept: list[int]) -> bool:
    words = [i for i in kept if not gap.contains(scene.tokens[i].span)]
    content = [i for i in words if scene.tokens[i].upos in ("NOUN", "PROPN", "VERB", "ADJ")]
    nouns = [i for i in words if scene.tokens[i].upos in ("NOUN", "PROPN", "PRON")]
    named = {scene.tokens[i].lemma for i in (*content, *nouns)}
    return len(named) >= _LEAST and bool(nouns) and not _says_nothing(scene, gap, kept)


def _says_nothing(scene: Scene, gap: Span, kept: list[int]) -> bool:
    """Whether the verb of the label tells something that the label does not hold: "an examination found"."""
    anchor = scene.analysis.head_of(gap)
    root = 0 if anchor is None else [anchor, *scene.analysis.ancestors(anchor)][-1]
    if scene.tokens[root].lemma not in _TELLING:
        return False
    said = scene.tokens[root].lemma == "say"
    told = scene.analysis.children(root, "ccomp", "xcomp", *(() if said else ("obj", "obl")))
    return not any(i in kept for i in told)


def worded(scene: Scene, gap: Span, kept: list[int]) -> str:
    """Return the kept words as one line, "…" for the amount; "" where they make a question or lack their subject."""
    words = ""
    last: int | None = None
    for index in kept:
        token = scene.tokens[index]
        inside = token.start < gap.end and gap.start < token.end
        if not (inside and words.endswith(GAP)):
            joined = last is not None and index == last + 1 and scene.tokens[last].end == token.start
            words += f"{'' if joined or not words else ' '}{GAP if inside else token.text}"
        last = index
    words = _SPACE.sub(" ", TICKER.sub("", words))
    words = behind_dateline(words, Span(0, len(words))).of(words)
    return _tidied(_JOINING.sub("", words))


def asks(words: str) -> bool:
    """Whether words are a question, or the part of one; "If it rained, …" is none."""
    return bool(_ASKING.match(words)) and not (_SUPPOSING.match(words) and "," in words)


def _tidied(words: str) -> str:
    words = _IN_WHICH.sub("", words)
    if asks(words):
        return ""
    words = re.sub(r"\s+([,;:.!?]|['’]s\b)", r"\1", words)
    return re.sub(r"(?:[,;:] ?)+(?=[,;:]|$)", "", words).strip(" ,;:.-–—")
