"""Acts carried by a noun: "calls for her to resign", "assurances from the force that …", "his request for …"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts import frames
from crossread.annotate.acts.clauses import MODALS, NEGATIONS, Reader, group_at, group_of
from crossread.annotate.acts.frames import Frame, NounFrame, Shape
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import is_agent, timed
from crossread.annotate.acts.shapes import Found, Shaped, Tokens, rest, shape_for, shape_to
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})


def noun_acts(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    if reader.tokens[index].upos not in ("NOUN", "PROPN"):
        return
    for frame in frames.NOUN_FRAMES:
        if reader.word(index) in frame.nouns:
            found = _noun_act(reader, sentence, frame, index)
            if found is not None:
                yield found
                return


def _noun_act(reader: Reader, sentence: Sentence, frame: NounFrame, index: int) -> Found | None:
    if (
        index > sentence.first
        and reader.tokens[index - 1].upos in ("NOUN", "PROPN")
        and timed(reader, index - 1) is None
    ):
        return None  # "phone calls", or a verb taken for a noun
    owner = _possessor(reader, sentence, index)
    after, source = _after_noun(reader, sentence, index)
    owner = owner or source
    announcing = announcing_of(reader, sentence, index)
    if frame.announced:
        owner = None if announcing is None else _announcer(reader, sentence, announcing)
    if (frame.owner or frame.announced) and owner is None:
        return None
    lead = {reader.word(i) for i in range(max(sentence.first, index - 4), index)}
    if lead & (NEGATIONS | {"no", "any", "without", "if"}):
        return None
    shaped = _noun_complement(reader, sentence, frame, after)
    if shaped is None:
        return None
    action, addressee = shaped
    if addressee is None and not {reader.word(i) for i in range(*action)} & {"his", "her", "their"}:
        addressee = _facing(reader, sentence, index)  # but not "faced calls to rally outside his flat"
    if frame.kind is ActKind.COMMITMENT and owner is not None and source is not None:
        addressee = _receiver(reader, sentence, index)
    cue = (index if announcing is None else announcing, min(after + 1, action[0]))
    return Found(
        frame.kind, cue, action, owner, addressee, dated=reader.word(action[0] - 1) in ("to", "that")
    )


def _possessor(reader: Reader, sentence: Sentence, index: int) -> Tokens | None:
    at = index - 1
    while at > sentence.first and reader.tokens[at].upos == "ADJ":
        at -= 1
    word = reader.word(at)
    if word in frames.OWNERS:
        return at, at + 1
    if word in ("'s", "'") and at > sentence.first:
        first = at
        while first > sentence.first and reader.tokens[first - 1].upos in ("NOUN", "PROPN", "ADJ", "DET"):
            first -= 1
        return (first, at) if first < at else None
    return None


def _after_noun(reader: Reader, sentence: Sentence, index: int) -> tuple[int, Tokens | None]:
    """Return where the complement of a noun begins, past "being made" and "from X last week"; and X."""
    at, source = index + 1, None
    while at < sentence.last and reader.word(at) in (
        "being",
        "are",
        "were",
        "been",
        "made",
        "have",
        "growing",
    ):
        at += 1
    if reader.word(at) in ("from", "by") and at + 1 < sentence.last:
        first = last = at + 1
        while last < sentence.last and (reader.tokens[last].upos in _NAMING or reader.word(last) == "'s"):
            last += 1
        cut = next(
            (t for t in reader.times if first < last and t.span.overlaps(reader.span(first, last))), None
        )
        at = last
        if cut is not None:
            last = next((i for i in range(first, last) if reader.tokens[i].end > cut.span.start), last)
            while at < sentence.last and reader.tokens[at].start < cut.span.end:
                at += 1
        source = (first, last) if last > first else None
    return at, source


def _noun_complement(reader: Reader, sentence: Sentence, frame: NounFrame, after: int) -> Shaped:
    word = reader.word(after)
    if word == "for" and frame.for_:
        any_for = Frame(frame.kind, (), Shape.FOR)
        found = shape_for(reader, sentence, any_for, after + 1)
        return None if found and reader.word(found[0][0]) in frames.COMMENT else found
    if word == "to" and frame.to:
        return shape_to(reader, sentence, Frame(frame.kind, (), Shape.TO), after)
    if word == "that" and frame.that:
        action = rest(reader, sentence, after + 1)
        told = set() if action is None else {reader.word(i) for i in range(*action)}
        if frame.kind is ActKind.COMMITMENT and told.isdisjoint(MODALS | {"going"}):
            return None  # "his promise that she sees it": of what is so
        return (action, None) if action else None
    return None


def _governing(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the verb just before the noun phrase of the noun at `index`."""
    for at in range(index - 1, max(sentence.first - 1, index - 5), -1):
        if reader.tokens[at].upos == "VERB":
            return at
        if reader.tokens[at].upos not in ("ADJ", "DET", "NUM", "ADV", "PRON"):
            return None
    return None


def _facing(reader: Reader, sentence: Sentence, index: int) -> Tokens | None:
    """Return whom calls are made to: who faces, resists or rejects them."""
    verb = _governing(reader, sentence, index)
    if verb is None or reader.word(verb)[:4] not in (
        "face",
        "faci",
        "resi",
        "reje",
        "igno",
        "dism",
        "rebu",
        "defi",
        "spur",
        "decl",
    ):
        return None
    return subject_of(reader, group_at(reader, verb, "ed", sentence), sentence)


def announcing_of(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the verb by which the noun is made known: "has announced plans to …", "reiterated his offer to …"."""
    verb = _governing(reader, sentence, index)
    tied = reader.tokens[index].head  # "set this week's end as a deadline for …"
    verb = tied if tied < index and reader.tokens[tied].lemma in ("set", "impose") else verb
    return verb if verb is not None and reader.tokens[verb].lemma in _ANNOUNCING else None


def _announcer(reader: Reader, sentence: Sentence, verb: int) -> Tokens | None:
    """Return who announces plans."""
    group = group_of(reader, verb, sentence)
    subject = subject_of(reader, group, sentence)
    done = not (group.infinitive or group.modal or group.negated or group.passive)
    return subject if done and subject is not None and is_agent(reader, *subject) else None


# "There were calls for" too: the "be" that is no copula.
_ANNOUNCING = listed("announce unveil outline set impose reiterate renew repeat be")


def _receiver(reader: Reader, sentence: Sentence, index: int) -> Tokens | None:
    """Return who got the promise: "the mayor, who received assurances from the force that …"."""
    verb = _governing(reader, sentence, index)
    if verb is None or reader.word(verb) not in ("received", "given", "receiving", "got", "sought"):
        return None
    subject = subject_of(reader, group_at(reader, verb, "ed", sentence), sentence)
    return subject if subject is not None and is_agent(reader, *subject) else None
