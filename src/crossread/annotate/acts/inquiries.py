"""Inquiries told by their noun: "the ombudsman's inquiry into …", "an investigation is under way"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.acts import frames
from crossread.annotate.acts.clauses import NEGATIONS, Reader, clause_end, conditional, group_at
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, mention_at
from crossread.annotate.acts.shapes import Found, Tokens, by_agent, rest
from crossread.record.analysis import PLURAL, Sentence
from crossread.record.annotation import ActKind, EntityType
from crossread.text.listing import listed

# "commission", "taskforce" and "inspection" name bodies and visits more often than inquiries.
_NOUNS = frames.INQUIRIES - listed("commission taskforce inspection inspections")
_TOPIC = listed("into whether over")
_BARE = listed("underway ongoing pending continuing continues continue")
_STUDIES = _NOUNS | listed("study studies")
_OWNING = listed("his her their its our")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def inquiring(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in _NOUNS:
        yield from _owned(reader, sentence, index)
    elif word in ("investigated", "probed") or (word == "under" and reader.word(index + 1) in _NOUNS):
        yield from _being_investigated(reader, sentence, index)
    elif word in _BARE or (word == "under" and reader.word(index + 1) == "way"):
        yield from _going_on(reader, sentence, index)


def _owned(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the ombudsman's inquiry into …": what is somebody's own exists, whatever else the clause says of it."""
    if reader.word(index + 1) not in _TOPIC:
        return
    owner = owner_of(reader, sentence, index)
    if {reader.word(i) for i in range(index - 4, index)} & NEGATIONS:
        return
    if owner is None:
        return
    owner = _whose(reader, sentence, owner)
    action = rest(reader, sentence, index, noun=True)
    if action is not None and action[1] > index + 2:
        yield Found(ActKind.INQUIRY, (index, index + 2), action, owner)


def _whose(reader: Reader, sentence: Sentence, owner: Tokens) -> Tokens:
    """Return for "its" or "their" the body that is the subject: "police made two arrests in their inquiry into …"."""
    if reader.word(owner[0]) not in ("its", "their") or owner[1] - owner[0] > 1:
        return owner
    verb = next((i for i in reader.analysis.ancestors(owner[0]) if reader.tokens[i].upos == "VERB"), None)
    found = None if verb is None else subject_of(reader, group_at(reader, verb, "ed", sentence), sentence)
    if found is None or found[0] > owner[0] or not is_official(reader, *found):
        return owner
    head = head_of(reader, *found)
    many = reader.tokens[head].tag in PLURAL or reader.word(head) == "police"
    at = mention_at(reader, *found)
    person = at is not None and reader.mentions[at].type is EntityType.PERSON
    return found if many is (reader.word(owner[0]) == "their") and not person else owner


def owner_of(reader: Reader, sentence: Sentence, index: int) -> Tokens | None:
    """Return whose the noun at `index` is: a possessive's, or a body's named between "the" and it."""
    at = index - 1
    while at > sentence.first and _says_which(reader, at, index) and reader.word(at) not in _OWNING:
        at -= 1
    if reader.word(at) in _OWNING:
        return at, at + 1
    possessive = reader.word(at) in ("'s", "'")
    last = at if possessive else at + 1
    first = last
    while first > sentence.first and reader.tokens[first - 1].upos in _NAMING:
        first -= 1
    if first == last:
        return None
    if possessive:
        first -= first > sentence.first and reader.tokens[first - 1].upos == "DET"
        return (first, last) if is_agent(reader, first, last) else None
    found = mention_at(reader, first, last)
    body = found is not None and reader.mentions[found].type is EntityType.ORGANISATION
    police = reader.word(last - 1) == "police"
    definite = first > sentence.first and reader.word(first - 1) == "the"
    return (first, last) if definite and (body or police) else None


def _says_which(reader: Reader, at: int, noun: int) -> bool:
    """Whether a word before a noun only says which kind it is: "the House's impeachment | inquiry"."""
    token = reader.tokens[at]
    return token.upos == "ADJ" or (token.upos == "NOUN" and token.dep == "compound" and token.head == noun)


def _going_on(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "an inquiry is under way", "the police investigation continues"."""
    verb = reader.word(index) in ("continues", "continue")
    group = group_at(reader, index, "base" if verb else "ed", sentence)
    goes_on = group.modal == "will" and verb and not group.infinitive
    if (
        group.negated
        or ((group.modal or group.infinitive) and not goes_on)
        or conditional(reader, group, sentence)
    ):
        return
    if not verb and (not group.be or reader.word(group.first) in ("was", "were", "had", "being")):
        return
    after = index + 2 if reader.word(index) == "under" else index + 1
    subject = subject_of(reader, replace(group, verb=after - 1), sentence)
    if subject is None:
        return
    head = head_of(reader, *subject)
    actor = by_agent(reader, sentence, after)
    if reader.word(head) not in (_STUDIES if actor is not None else _NOUNS):
        return
    ends = after < sentence.last and reader.tokens[after].tag in ("VBD", "VBZ", "MD")
    last = after if ends else clause_end(reader, after, sentence)
    action = subject[0], max(last, after)
    yield Found(ActKind.INQUIRY, (group.first, after), action, actor or owner_of(reader, sentence, head))


def _being_investigated(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "is being investigated by the ombudsman", "is under investigation (by police)"."""
    by_verb = reader.word(index) != "under"
    if by_verb and reader.word(index - 1) != "being":
        return
    group = group_at(reader, index, "ed", sentence)
    if not group.be or group.negated or group.modal or conditional(reader, group, sentence):
        return
    if reader.word(group.first) in ("had", "been") or (
        not by_verb and reader.word(group.first) in ("was", "were")
    ):
        return
    after = index + 1 if by_verb else index + 2
    subject = subject_of(reader, replace(group, verb=after - 1), sentence)
    actor = by_agent(reader, sentence, after)
    if subject is None:
        return
    addressee = subject if is_agent(reader, *subject) else None
    action = subject[0], max(clause_end(reader, after, sentence), after)
    yield Found(ActKind.INQUIRY, (group.first, after), action, actor, addressee)
