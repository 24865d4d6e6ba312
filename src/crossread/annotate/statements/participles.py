"""Whose "saying" it is where the subject is not who spoke: blames, letters, clauses of their own, places."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.cues import CHANNELS
from crossread.annotate.statements.phrases import Phrase, known_voice, phrase_left
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.subjects import WHERE, subject_of_verb
from crossread.annotate.statements.verbs import finite_verb, over_helpers
from crossread.record.annotation import EntityType

# Verbs of "was heard on the radio saying", whose passive subject speaks. Source: English usage.
_WITNESSED = frozenset(("heard", "overheard", "seen", "filmed", "recorded", "caught", "captured"))
# Words between such a verb, or "including", and the participle. Not tuned.
_NEAR_PARTICIPLE = 8
_SENDING = frozenset(
    ("send", "write", "issue", "release", "post", "publish", "sign", "deliver", "file", "submit")
)
_RECEIVING = frozenset(
    ("receive", "get", "read", "see", "hear", "obtain", "find", "cite", "quote", "reject", "dismiss")
)
_OPENING = frozenset(("with", "despite", "and", "while", "as", ",", "-", "–", "—"))


def other_than_subject(reading: Reading, segment: Segment, cue: int, at: int) -> Phrase | None:
    """Return whose "saying" it is where another verb, a blame or a letter tells; `at` is before the cue."""
    return (
        witnessed(reading, segment, cue) or held_against(reading, segment, at) or sent(reading, segment, cue)
    )


def witnessed(reading: Reading, segment: Segment, cue: int) -> Phrase | None:
    """Return the subject of "Ms Roe was heard on the radio saying"."""
    for verb in range(cue - 1, max(segment.tokens.start, cue - _NEAR_PARTICIPLE) - 1, -1):
        if reading.tokens[verb].upos == "PUNCT":
            return None
        if reading.word(verb) in _WITNESSED and reading.tokens[verb - 1].lemma == "be":
            at, _ = over_helpers(reading, segment, verb)
            found = phrase_left(reading, segment, at) if at >= segment.tokens.start else None
            return found and replace(found, basis="subject of the passive with the participle")
    return None


def held_against(reading: Reading, segment: Segment, at: int) -> Phrase | None:
    """Return whose "saying" it is in "irritated at Lee for saying", "accused Lee of saying": the object before."""
    if reading.word(at) not in ("for", "of"):
        return None
    found = phrase_left(reading, segment, at - 1)
    if found is None or not known_voice(reading, found):
        return None
    inside = range(found.first, found.last + 1)
    undergone = any(reading.tokens[i].dep.split(":")[0] in ("obj", "obl", "iobj") for i in inside)
    return replace(found, basis="who is blamed or praised for it") if undergone else None


def sent(reading: Reading, segment: Segment, cue: int) -> Phrase | None:
    """Return who sent what says it: "Ms Roe, who wrote letters to the council saying", "sent her a note asking"."""
    for noun in range(cue - 1, segment.tokens.start, -1):
        token = reading.tokens[noun]
        if token.upos in ("VERB", "AUX", "PUNCT"):
            return None
        if token.lemma not in CHANNELS:
            continue
        verb = reading.tokens[token.head]
        if token.dep == "obj" and verb.lemma in _RECEIVING:
            letter = phrase_left(reading, segment, noun)
            return letter and replace(letter, basis="subject of the participle")
        if token.dep != "obj" or verb.lemma not in _SENDING or not segment.tokens.start <= token.head < noun:
            return None
        found = subject_of_verb(reading, segment, token.head)
        return found and replace(found, basis=f"who sent the {token.text.lower()}")
    return None


def joined_clause(reading: Reading, segment: Segment, head: int) -> int:
    """Return the verb above "in addition to | asking", where the parse hangs the participle on the noun."""
    token = reading.tokens[head]
    if token.upos == "NOUN" and token.dep.startswith("obl") and segment.tokens.start <= token.head < head:
        return token.head
    return head


def before_including(reading: Reading, segment: Segment, comma: int) -> int:
    """Return where to look on in "with some drivers, including Ms Roe, claiming": before the first comma."""
    for index in range(comma - 1, max(segment.tokens.start + 1, comma - _NEAR_PARTICIPLE), -1):
        if not reading.told(index) or reading.tokens[index].text == ",":
            return comma
        if reading.word(index) == "including" and reading.tokens[index - 1].text == ",":
            return index - 2
    return comma


def run_on(reading: Reading, found: Phrase, at: int) -> bool:
    """Whether a person by name is the subject of a verb of a later clause: either may be who the participle tells of.

    Not where the first clause says what the second one tells: "Lee said Roe had left, calling it …".
    """
    for index in range(found.last + 1, at):
        if reading.cue(index) is not None:
            return False
        follows = index + 1 < at and reading.told(index + 1) and finite_verb(reading, index + 1)
        person = reading.person_at(index) if reading.told(index) and follows else None
        if person is not None:
            return True
    return False


def only_where(reading: Reading, segment: Segment, found: Phrase) -> bool:
    """Whether the phrase only says where: "after the finish in Madrid said". A place speaks for its government."""
    place = found.mention is not None and reading.mentions[found.mention].type is EntityType.PLACE
    before = reading.tokens[found.first - 1] if found.first > segment.tokens.start else None
    return place and before is not None and before.text.lower() in WHERE


def introduced(reading: Reading, segment: Segment, phrase: Phrase) -> bool:
    """Whether the phrase opens its clause: "with organisers asking", "due to officers saying"."""
    at = phrase.first - 1
    if at < segment.tokens.start:
        return True
    before = reading.word(at)
    due = before == "to" and reading.word(at - 1) in ("due", "owing")
    return due or before in _OPENING
