"""Subjects parted from their cue by an insertion: "X, chairman of Y, said", "the spokesman, X, said"."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.phrases import ADJACENT, Phrase, mention_of, phrase_left, phrase_right
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.analysis import PLURAL
from crossread.record.annotation import EntityType, MentionForm

# Words between a speaker and the cue across insertions. 15, 30, 45 and 60 tried on 50 PolNeAR development
# documents: 15 loses two, the rest are the same.
_MOVABLE_LIMIT = 45


def across_insertion(reading: Reading, segment: Segment, comma: int) -> Phrase | None:
    """Return the subject of "X, chairman of Y, said": the phrase before the insertion."""
    stop = max(segment.tokens.start, comma - _MOVABLE_LIMIT)
    for at in range(comma - 1, stop, -1):
        if reading.tokens[at].text != "," or not reading.told(at):
            continue
        found = phrase_left(reading, segment, at - 1)
        if (
            found is None
            or after_preposition(reading, segment, found)
            or _inside_relative(reading, found, comma)
        ):
            continue
        found = before_name(reading, segment, found)
        found = replace(named_apposition(reading, segment, found), basis="subject before an insertion")
        who = reading.word(at + 1) == "who"
        if found.mention is not None and (who or _speaks(reading, found.mention)):
            return replace(found, confidence=ADJACENT)
    return None


def _inside_relative(reading: Reading, found: Phrase, comma: int) -> bool:
    """Whether a phrase is of a relative clause that ends before the cue: "Ann Lee, whose aunt, Eve Lee, left, said"."""
    analysis = reading.analysis
    above = [i for i in (found.head, *analysis.ancestors(found.head)) if i < comma]
    return any(
        reading.tokens[i].dep == "acl:relcl"
        or any(reading.word(owner) == "whose" for owner in analysis.children(i, "nmod:poss"))
        for i in above
    )


def before_name(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """In "Anna Reed, the London mayor" the name is the subject, not the description."""
    if found.mention is not None and reading.person_at(found.head) is not None:
        return found
    at = found.first - 1
    if at <= segment.tokens.start or reading.tokens[at].text != ",":
        return found
    person = reading.person_at(at - 1)
    named = phrase_left(reading, segment, at - 1) if person is not None else None
    return found if named is None or after_preposition(reading, segment, named) else named


def named_apposition(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """In "the spokesman, Zabihullah Mujahid," the name that follows says who it is."""
    head = reading.tokens[found.head]
    if reading.person_at(found.head) is not None or head.upos == "PRON" or head.tag in PLURAL:
        return found
    named_body = mention_of(reading, found)
    if named_body is not None and (named_body.type, named_body.form) == (
        EntityType.ORGANISATION,
        MentionForm.NAME,
    ):
        return found  # "according to the Times, Ann Lee, who …"
    at = found.last + 1
    if at + 1 >= segment.tokens.stop or reading.tokens[at].text != ",":
        return found
    named = phrase_right(reading, segment, at + 1)
    person = reading.person_at(named.head) if named is not None else None
    if named is None or person is None:
        return found
    last = named.last
    beyond = _from_where(reading, segment, last + 1)
    if beyond < segment.tokens.stop and reading.tokens[beyond].text not in (",", ".", ":", ";"):
        return found
    return replace(found, last=last, head=last, mention=person)


def _from_where(reading: Reading, segment: Segment, at: int) -> int:
    """Step over "of Ohio" after a name."""
    if at + 1 < segment.tokens.stop and reading.word(at) in ("of", "from"):
        rest = phrase_right(reading, segment, at + 1)
        return at if rest is None else rest.last + 1
    return at


def after_preposition(reading: Reading, segment: Segment, phrase: Phrase) -> bool:
    at = phrase.first - 1
    if at < segment.tokens.start or reading.word(at) == "as":
        return False  # "as Mr Lee, the director, told us"
    return reading.tokens[at].upos == "ADP"


def _speaks(reading: Reading, mention: int) -> bool:
    return reading.mentions[mention].type is not EntityType.PLACE
