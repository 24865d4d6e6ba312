"""What a frame reads in the active and in the passive voice."""

from __future__ import annotations

from crossread.annotate.acts.clauses import Group, Reader, clause_end
from crossread.annotate.acts.frames import Frame, Shape
from crossread.annotate.acts.parties import RELATIVE
from crossread.annotate.acts.phrases import is_agent, noun_phrase, timed
from crossread.annotate.acts.shapes import (
    SHAPES,
    Found,
    Shaped,
    Tokens,
    by_agent,
    conductor,
    shape_to,
)
from crossread.annotate.acts.writings import from_writing
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind


def in_active(
    reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int, subject: Tokens | None
) -> Found | None:
    subject = from_writing(reader, sentence, group, subject)
    if subject is not None:
        if not is_agent(reader, *subject) or (group.form == "s" and reader.word(subject[0]) == "it"):
            return None  # "it calls for patience"
    elif group.bare:
        return None
    behind = _past_adverbs(reader, sentence, frame, after)
    shaped = SHAPES[frame.shape](reader, sentence, frame, behind)
    return Found(frame.kind, (group.first, after), shaped[0], subject, shaped[1]) if shaped else None


def _past_adverbs(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> int:
    """Return where "to …" or "that …" begins past a time or a count: "decided Friday to", "voted 51-49 to"."""
    if frame.shape not in (Shape.TO, Shape.THAT):
        return after
    if frame.shape is Shape.THAT and (far := _far_clause(reader, after - 1)) is not None:
        return far
    for index in range(after, min(after + _ASIDE, sentence.last)):
        counted = (
            reader.tokens[min(index + 1, sentence.last - 1)].upos == "NUM"
        )  # "voted 89 to 10 | to pass it"
        if reader.word(index) == ("to" if frame.shape is Shape.TO else "that") and not counted:
            return index
        on = reader.word(index) in ("on", "in", "at", "last") and index + 1 < sentence.last
        dated = timed(reader, index) is not None
        if not (
            dated
            or on
            or counted
            or reader.tokens[index].upos in ("NUM", "ADV")
            or reader.word(index) in "-–"
        ):
            return after
    return after


def _far_clause(reader: Reader, verb: int) -> int | None:
    """Return the "that" of a verb's own clause by the parse: "vowed in a hearing on Monday that …"."""
    for clause in reader.analysis.children(verb, "ccomp"):
        for mark in reader.analysis.children(clause, "mark"):
            if reader.word(mark) == "that" and verb < mark <= verb + _FAR:
                return mark
    return None


_FAR = 14  # tokens between a verb and the "that" of its clause: a place, an occasion, a day
_ASIDE = 6  # tokens between a verb and its complement: a day, a count of votes, an adverb


def in_passive(
    reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int, subject: Tokens | None
) -> Found | None:
    named = by_agent(reader, sentence, after)
    if frame.shape is Shape.OBJECT and reader.word(group.first - 1) in RELATIVE and named is None:
        return None  # "a motion that was passed": told in passing
    shaped = _shape_passive(reader, sentence, frame, after, subject, bare=group.bare)
    if shaped is None:
        return None
    action, patient = shaped
    acting = subject if subject and is_agent(reader, *subject) else None
    if frame.shape in (Shape.PARTY_TO, Shape.ALONE):
        patient = acting
    cue = (group.first, after)
    if frame.verbs == ("charge",) and not frame.after and (group.bare or action[1] <= after):
        return None  # "the critics charged", "was charged and pleaded guilty"
    if frame.shape is Shape.DOING:
        return Found(frame.kind, cue, action, acting) if acting else None
    own_step = frame.kind in (ActKind.COURT, ActKind.RESIGNATION) and frame.shape is Shape.ALONE
    if own_step:  # whose step it is, not who made them take it
        return Found(frame.kind, cue, action, patient)
    if named and patient and named[0] == patient[0]:
        patient = None  # "was opened by Mr Brown in May": he leads it
    return Found(frame.kind, cue, action, named, patient)


def _shape_passive(
    reader: Reader, sentence: Sentence, frame: Frame, after: int, subject: Tokens | None, *, bare: bool
) -> Shaped:
    """Read what a passive says: its subject is whom or what it is done to."""
    if frame.shape is Shape.ALONE:
        return SHAPES[Shape.ALONE](reader, sentence, frame, after)
    if frame.shape is Shape.PARTY_TO:
        by = by_agent(reader, sentence, after)  # "was invited by the mayor to speak"
        told = after if by is None or reader.word(by[1]) != "to" else by[1]
        return shape_to(reader, sentence, frame, told)
    if frame.shape is Shape.DOING:  # "is committed to reviewing it"
        return SHAPES[Shape.DOING](reader, sentence, frame, after)
    if frame.shape is not Shape.OBJECT or subject is None:
        return None
    if frame.heads:
        headed = _with_head(reader, sentence, subject, frame.heads)
        if headed is None:
            return None
        subject = headed
    last = clause_end(reader, after - 1, sentence, noun=bare)  # "a page set up by residents | has raised …"
    action = (subject[0], max(last, after))
    return action, conductor(reader, action)


def _with_head(reader: Reader, sentence: Sentence, subject: Tokens, heads: frozenset[str]) -> Tokens | None:
    """Return the subject with its head noun, which a participle may part from it ("an event organised by X was …")."""
    if heads & {reader.word(i) for i in range(*subject)}:
        return subject
    for index in range(subject[0] - 1, max(sentence.first - 1, subject[0] - 8), -1):
        if reader.word(index) in heads:
            return noun_phrase(reader, index, sentence)[0], subject[1]
        if reader.word(index) in (",", "after", "that") or reader.tokens[index].tag in ("VBD", "VBZ", "MD"):
            return None
    return None
