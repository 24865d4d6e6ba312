"""The poll that a percentage is an answer of."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene, name_words
from crossread.record.analysis import Sentence

_S = r"[ \u00a0]"
_POLL = re.compile(r"\b(?:poll|polls|survey|surveys|polling|pollsters?)\b", re.I)
_POLL_HEADS = frozenset({"poll", "survey"})


def pollster(scene: Scene, sentence: Sentence) -> str | None:
    """Return the words of the poll a sentence reports; "the survey" takes them from the poll before it."""
    sentences = scene.analysis.sentences
    at = sentences.index(sentence)
    for earlier in (sentence, *reversed(sentences[max(0, at - 3) : at])):
        for index in range(earlier.first, earlier.last):
            token = scene.tokens[index]
            if token.lemma.lower() in _POLL_HEADS and token.upos == "NOUN":
                named = _poll_name(scene, index)
                if named:
                    return named
        if not _POLL.search(scene.text[earlier.start : earlier.end]):
            return None
    return None


def _poll_name(scene: Scene, index: int) -> str | None:
    """Return "poll by YouGov", "YouGov poll", or None where no name stands with it."""
    token = scene.tokens[index]
    by = re.compile(
        rf"{_S}(?:by|from|for|conducted by|carried out by){_S}(?:the{_S})?((?:[A-Z][\w&.’'-]*{_S}?)+)"
    ).match(scene.text, token.end)
    if by:
        return f"{token.text} by {by[1].strip()}"
    words = name_words(scene, index)
    named = re.sub(r"\b(?:poll|survey)s?\b", "", words, flags=re.I)
    return words if re.search(r"[A-Z]", named) else None
