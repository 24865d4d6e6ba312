"""How far the words for a speaker reach: joint speakers, and what says which witness or source it was."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.phrases import Phrase, base_left, before_brackets, mention_of, phrase_right
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.verbs import over_helpers
from crossread.record.annotation import MentionForm

_NOUNS = frozenset(("NOUN", "PROPN"))
# What may begin the words that single out a noun: "inside the room", "familiar with it", "involved in it", "who saw".
_QUALIFYING = frozenset(("ADP", "ADJ"))
_PARTICIPLES = frozenset(("VBN", "VBG"))
_WHO = frozenset(("who", "whose"))
# Most words of such a qualifier. Not tuned.
_LONGEST = 16


def whole(reading: Reading, segment: Segment, phrase: Phrase, cue: range) -> Phrase:
    """Return a speaker with those who speak with it, or with what says which of many it is."""
    return _qualified(reading, segment, joint(reading, segment, phrase, cue), cue)


def joint(reading: Reading, segment: Segment, phrase: Phrase, cue: range) -> Phrase:
    """Widen one of "the ministry and the union", "Ms Roe and Paul Lee, a lawyer," to both."""
    if reading.tokens[phrase.head].upos == "PRON":
        return phrase
    before, after = phrase.first - 1, _after_brackets(reading, segment, phrase.last + 1)
    other = before_brackets(reading, segment, before - 1)
    if before > segment.tokens.start and _and(reading, before) and _first_of_two(reading, phrase, other):
        return replace(phrase, first=base_left(reading, segment, other), mention=None)
    if cue.stop <= phrase.first and after + 1 < segment.tokens.stop and _and(reading, after):
        return _both_after(reading, segment, phrase, after)
    if after + 1 < segment.tokens.stop and _and(reading, after):
        second = phrase_right(reading, segment, after + 1)
        if second is not None and second.last < cue.start:
            return replace(phrase, last=second.last, mention=None)
    return phrase


def _both_after(reading: Reading, segment: Segment, phrase: Phrase, joiner: int) -> Phrase:
    """Widen "said Ann Lee" to "said Ann Lee and Paul Roe", "according to police" to "police and the council"."""
    second = phrase_right(reading, segment, joiner + 1)
    if second is None:
        return phrase
    ends = second.last + 1 >= segment.tokens.stop or reading.tokens[second.last + 1].upos == "PUNCT"
    return replace(phrase, last=second.last, mention=None) if ends else phrase


def _after_brackets(reading: Reading, segment: Segment, at: int) -> int:
    """Step over "(D-Ohio)" after a name."""
    if at < segment.tokens.stop and reading.tokens[at].text == "(":
        closing = (i for i in range(at, min(segment.tokens.stop, at + 8)) if reading.tokens[i].text == ")")
        return next(closing, at - 1) + 1
    return at


def _and(reading: Reading, index: int) -> bool:
    return reading.word(index) == "and"


def _first_of_two(reading: Reading, phrase: Phrase, noun: int) -> bool:
    """Whether the noun before "and" is the subject that the phrase is joined to, or part of the phrase by the parse."""
    if reading.tokens[noun].upos not in _NOUNS:
        return False
    if phrase.head in reading.analysis.ancestors(noun):
        return reading.person_at(noun) is None
    inside = (reading.tokens[i] for i in range(phrase.first, phrase.last + 1))
    heads = [token.head for token in inside if token.dep == "conj"]
    above = [noun, *reading.analysis.ancestors(noun)]
    return any(reading.tokens[h].dep.startswith("nsubj") and h in above for h in heads)


def _qualified(reading: Reading, segment: Segment, phrase: Phrase, cue: range) -> Phrase:
    """Widen "a witness" to "a witness inside the room" and "a source" to "a source familiar with the talks"."""
    mention = mention_of(reading, phrase)
    named = mention is not None and mention.form is not MentionForm.DESCRIPTION
    after = phrase.last + 1
    if named or reading.tokens[phrase.head].upos != "NOUN" or after >= segment.tokens.stop:
        return phrase
    if after == cue.start or not _qualifies(reading, after):
        return phrase
    last = (
        _to_the_cue(reading, segment, phrase, cue.start)
        if after < cue.start
        else _to_the_end(reading, segment, phrase)
    )
    if last is None or last - phrase.last > _LONGEST:
        return phrase
    return replace(phrase, last=last, mention=None)


def _qualifies(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if not reading.told(index) or index in reading.time_at or index + 1 in reading.time_at:
        return False
    return token.upos in _QUALIFYING or token.tag in _PARTICIPLES or token.text.lower() in _WHO


def _to_the_cue(reading: Reading, segment: Segment, phrase: Phrase, cue: int) -> int | None:
    """Return the last word before the verb of which the noun is the subject, where nothing else lies between."""
    if reading.tokens[phrase.head].head != cue:
        return None
    last, _ = over_helpers(reading, segment, cue)
    between = range(phrase.last + 1, last + 1)
    plain = all(reading.tokens[i].upos != "PUNCT" for i in between)
    return last if plain and len(between) > 1 else None


def _to_the_end(reading: Reading, segment: Segment, phrase: Phrase) -> int | None:
    """Return the last word that hangs on the noun, up to the next mark: "a source familiar with the talks"."""
    last = phrase.last
    for index in range(phrase.last + 1, segment.tokens.stop):
        token = reading.tokens[index]
        dated = index in reading.time_at and reading.tokens[index - 1].upos != "ADP"
        if token.upos == "PUNCT" or dated or phrase.head not in reading.analysis.ancestors(index):
            break
        last = index
    return last if last > phrase.last + 1 else None
