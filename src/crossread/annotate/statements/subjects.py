"""Subjects by the parse, and what a relative pronoun stands for."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.phrases import Phrase, base_left, make_phrase, phrase_left, phrase_right
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.annotation import EntityType
from crossread.text.listing import listed

# How sure "X" is in "X, who tweeted": it cannot be counted on PolNeAR, where the pronoun is annotated; all of them are
# right on the worked example.
RELATIVE = 0.85
RELATIVES = frozenset(("who", "which", "that"))
WIDENING = listed("of from for at in with")


def antecedent(reading: Reading, segment: Segment, pronoun: int) -> Phrase | None:
    """Return what "who" or "which" stands for: the phrase before it."""
    at = pronoun - 1
    if at > segment.tokens.start and reading.tokens[at].text in (",", "--", "–", "—"):
        at -= 1
    found = phrase_left(reading, segment, at)
    if found is not None and found.head != at and _nearer(reading, pronoun, found, at):
        found = make_phrase(reading, base_left(reading, segment, at), at, at)
    return found and replace(found, confidence=RELATIVE, basis="the relative pronoun's antecedent")


def _nearer(reading: Reading, pronoun: int, found: Phrase, near: int) -> bool:
    """Whether the pronoun means "the police" in "talks with the police, which say", not "talks"."""
    if reading.tokens[pronoun].text.lower() == "which":
        return near in reading.name_at
    if is_person(reading, near) and not is_person(reading, found.head):
        return True
    form = reading.cue(pronoun + 1) if pronoun + 1 < len(reading.tokens) else None
    plural = form is not None and form.plain
    return plural and reading.tokens[near].tag == "NNS" and reading.tokens[found.head].tag in ("NN", "NNP")


def is_person(reading: Reading, index: int) -> bool:
    number = reading.name_at.get(index)
    return number is not None and reading.mentions[number].type is EntityType.PERSON


def subject_of_verb(reading: Reading, segment: Segment, verb: int) -> Phrase | None:
    for child in sorted(reading.analysis.children(verb, "nsubj"), reverse=True):
        if child < segment.tokens.start or child >= segment.tokens.stop or not reading.told(child):
            continue
        word = reading.tokens[child].text.lower()
        if word in RELATIVES:
            return antecedent(reading, segment, child)
        if child < verb:
            return _phrase_around(reading, segment, child)
    return None


def _phrase_around(reading: Reading, segment: Segment, index: int) -> Phrase | None:
    """Return the noun phrase of which the token at `index` is part."""
    last = index
    while last + 1 < segment.tokens.stop and reading.told(last + 1) and _goes_on(reading, last + 1):
        last += 1
    named = reading.person_at(last) is not None
    while not named and last + 2 < segment.tokens.stop and reading.tokens[last + 1].text.lower() in WIDENING:
        rest = phrase_right(reading, segment, last + 2)
        if rest is None:
            break
        last = rest.last
    return phrase_left(reading, segment, last)


def _goes_on(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return (
        token.upos in ("NOUN", "PROPN") or token.tag == "POS" or token.text in "-–&"
    ) and index not in reading.time_at
