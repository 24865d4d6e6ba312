"""Percentages: of what, and in a poll who was asked what, and by whom."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene, name_words
from crossread.annotate.figures.measures import shorten
from crossread.record.analysis import Sentence
from crossread.record.annotation import EntityType
from crossread.record.span import Span

_S = r"[ \u00a0]"
_POLL = re.compile(r"\b(?:poll|polls|survey|surveys|polling|pollsters?)\b", re.I)
_POLL_HEADS = frozenset({"poll", "survey"})
# Verbs by which respondents answer; from the cue list of reported speech, kept to answers.
_ANSWERS = re.compile(
    rf"(?:of{_S}(?P<base>[\w ,'’-]{{2,50}}?){_S})?(?:who{_S})?"
    r"(?P<answer>(?:thought|think|said|say|believed?|agreed?|disagreed?|supported?|opposed?|backed?|felt|feel|"
    r"wanted?|favou?red?|approved?|disapproved?|trusted?|were|are|would|voted?|replied|answered|disliked?|liked?|"
    r"saying|calling|supporting|backing|opposing|have|had|view(?:ed)?|prefer(?:red)?|see|saw|picked?|chose|choose|named?|ranked?|rated?)\b"
    r"(?:[^,;.:()\"”]|(?<=Gov)\.|(?<=Sen)\.|(?<=Rep)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Dr)\.)*)",
    re.I,
)
_MODAL_END = re.compile(rf"{_S}(should|would|could|will|must|did|does|do)$", re.I)
_NOT_VERB = re.compile(rf"\b(should|would|could|will|must|did|does|do){_S}(?:not{_S})?(?P<rest>.+)$", re.I)


def answer(scene: Scene, after: Span, sentence: Sentence) -> tuple[str, str | None]:
    """Return (answer, poll) of the percentage whose sign ends at `after.end`; the answer is "" where it gives none."""
    pollster = _pollster(scene, sentence)
    if pollster is None:
        return "", None
    rest = scene.text[after.end : sentence.end]
    found = _ANSWERS.match(rest.lstrip())
    if not found:
        return "", pollster
    base = found["base"] or _base_before(scene, after, sentence)
    words = _completed(scene, found["answer"], sentence, after.start)
    return (f"of {base} {words}" if base else words), pollster


_BASE_BEFORE = re.compile(rf"(?:%|per ?cent){_S}of{_S}((?:the{_S}|all{_S})?[a-z]+(?:{_S}[a-z]+)?s){_S}", re.I)


def _base_before(scene: Scene, after: Span, sentence: Sentence) -> str | None:
    """Return of whom the share is that this one is compared with: "51% of voters …, compared to 30% who"."""
    before = _BASE_BEFORE.search(scene.text, sentence.start, after.start)
    return before[1] if before else None


_ANSWERED = re.compile(
    rf"\b(?:thought|think|said|say|believed?|felt|agreed?){_S}(?:that{_S})?"
    rf"(?P<who>[^,;.]{{2,60}}?){_S}(?:should|would|could|will|must|did|does|do|is|are|was|were|had|has)\b"
)
_OF_PRONOUN = re.compile(
    rf"\b(?:it|they)(?={_S}(?:should|would|could|will|must|did|does|do|is|are|was|were|had|has)\b)"
)


def _with_subject(answer: str, before: str) -> str:
    """Put what an answer speaks of for "it": "said [the plan] should", from the answer it is compared with."""
    earlier = _ANSWERED.search(before)
    return _OF_PRONOUN.sub(f"[{earlier['who']}]", answer) if earlier else answer


def _completed(scene: Scene, answer: str, sentence: Sentence, before: int) -> str:
    """Return an answer; one cut after its modal is completed from the answer it is compared with.

    "thought X should not resign, compared to 23% who said she should" gives
    "said she should [resign]": the added words stand in brackets.
    """
    words = re.sub(
        rf",?{_S}(?:compared|and the rest|against|versus|while|whereas|with|but)\b.*$", "", answer.strip()
    )
    words = _with_subject(words, scene.text[sentence.start : before])
    if not _MODAL_END.search(words):
        return shorten(words)
    earlier = _NOT_VERB.search(scene.text[sentence.start : before].split(",")[0])
    if earlier:
        return f"{words} [{shorten(earlier['rest'])}]"
    return shorten(words)


def _pollster(scene: Scene, sentence: Sentence) -> str | None:
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
    end = by.start(1) + len(by[1].rstrip()) if by else 0
    if by and not any(m.type is EntityType.PERSON and m.span.end == end for m in scene.mentions):
        return f"{token.text} by {by[1].strip()}"
    words = name_words(scene, index)
    named = re.sub(r"\b(?:poll|survey)s?\b", "", words, flags=re.I)
    return words if re.search(r"[A-Z]", named) else None
