"""Acts told in a relative clause, of what stands before it: "the measure, which the mayor has promised to sign"."""

from __future__ import annotations

from crossread.annotate.acts.clauses import Group, Reader
from crossread.annotate.acts.doers import can_bear, misplaced
from crossread.annotate.acts.frames import Frame, Shape
from crossread.annotate.acts.phrases import head_of, is_official, noun_phrase
from crossread.annotate.acts.shapes import Found, Tokens
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

# Kinds that say enough with the thing they are about and its doer.
_TOLD = frozenset({ActKind.COMMITMENT, ActKind.REFUSAL, ActKind.OPPOSITION, ActKind.DECISION})
_NO_THING = listed(
    "time occasion day moment reason place year week month what all that thing things something anything everything "
    "nothing one those way"
)
_FAR = 14  # tokens from a noun to the verb of its relative clause: who acts, with a title, and an adverb


def done_to_antecedent(
    reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int, subject: Tokens | None
) -> Found | None:
    """Return the act with its thing and the clause: from the noun before the clause to the clause's verb."""
    head = reader.tokens[group.verb].head
    if frame.kind is ActKind.DECISION and subject is not None and reader.word(subject[0]) == "we":
        return None  # "the act that we passed": a body's, not the speaker's
    if frame.kind not in _TOLD or frame.shape not in (Shape.TO, Shape.OBJECT) or subject is None:
        return None
    if not sentence.first <= head < subject[0] or group.verb - head > _FAR:
        return None
    thing = noun_phrase(reader, head, sentence)
    word = reader.word(head_of(reader, *thing))
    new = any(reader.word(i) in ("a", "an") for i in reader.analysis.children(head, "det"))
    dep = reader.tokens[head].dep.split(":")[0]
    if dep == "conj" or (new and dep not in ("obj", "nsubj", "obl", "root")):
        return None  # "a down payment on a project that they rejected"
    if reader.analysis.children(head, "cop"):
        return None  # "this is the sum that they refused to pay": told to say which
    if word in _NO_THING or reader.tokens[head].upos not in ("NOUN", "PROPN"):
        return None
    fits = not frame.heads or frame.shape is Shape.TO or word in frame.heads
    if not fits or not is_official(reader, *subject) or not can_bear(reader, frame, subject):
        return None
    if misplaced(reader, frame, group, subject, passive=False):
        return None
    end = after if frame.shape is Shape.OBJECT else _deed_end(reader, sentence, after)
    if end is None or any(reader.word(i) == "whom" for i in range(thing[1], group.first)):
        return None
    return Found(frame.kind, (group.first, end), (thing[0], end), subject)


def _deed_end(reader: Reader, sentence: Sentence, to: int) -> int | None:
    """Return the token behind the verb of "to …", None where it has a thing of its own behind it."""
    if reader.word(to) != "to":
        return None
    verb = next((i for i in range(to + 1, min(to + 4, sentence.last)) if reader.tokens[i].tag == "VB"), None)
    return None if verb is None or reader.analysis.children(verb, "obj", "ccomp") else verb + 1
