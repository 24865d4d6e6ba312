"""A turn by which news tells an act with its doer as the object: "the bill passed the House"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.classes import LEGISLATURES
from crossread.annotate.acts.clauses import Reader, clause_end, conditional, group_at
from crossread.annotate.acts.doers import nobody
from crossread.annotate.acts.frames import LAWS
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, noun_phrase
from crossread.annotate.acts.shapes import Found
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind


def idioms(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    if reader.word(index) in ("passed", "cleared"):
        yield from _bill_passed(reader, sentence, index)


def _bill_passed(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the bill passed the House on Monday": the body that passed it stands as the object."""
    group = group_at(reader, index, "ed", sentence)
    told = reader.tokens[index].tag in ("VBD", "VBN") and not (
        group.passive or group.modal or group.infinitive
    )
    objects = reader.analysis.children(index, "obj", "iobj")
    if not told or group.negated or not objects or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    body = noun_phrase(reader, objects[0], sentence)
    if subject is None or nobody(reader, subject) or reader.word(head_of(reader, *subject)) not in LAWS:
        return
    if reader.word(head_of(reader, *body)) in LEGISLATURES | {"committee"}:
        last = max(clause_end(reader, index, sentence), body[1])
        yield Found(ActKind.DECISION, (group.first, index + 1), (subject[0], last), body)
