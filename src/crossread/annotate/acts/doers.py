"""Whether the one who does it fits a frame: a court rules, an office decides, a crowd narrowed down is nobody."""

from __future__ import annotations

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import LEGISLATURES
from crossread.annotate.acts.clauses import NEGATIONS, Group, Reader
from crossread.annotate.acts.frames import Frame
from crossread.annotate.acts.phrases import NOUNS, head_of, is_official, mention_at
from crossread.annotate.acts.rulings import COURTS
from crossread.annotate.acts.shapes import Tokens, is_person
from crossread.record.analysis import PLURAL
from crossread.record.annotation import ActKind, EntityType
from crossread.text.listing import listed

# Kinds that a relative clause tells only to say which of many are meant.
PASSING = frozenset(
    {
        ActKind.DEMAND,
        ActKind.REQUEST,
        ActKind.OPPOSITION,
        ActKind.DECISION,
        ActKind.COMMITMENT,
        ActKind.ARREST,
        ActKind.CHARGE,
        ActKind.COURT,
    }
)


def misplaced(reader: Reader, frame: Frame, group: Group, subject: Tokens, *, passive: bool) -> bool:
    """Whether a subject cannot do it, or is only told which of many it is."""
    if nobody(reader, subject) or (not passive and _unfit(reader, frame, subject)):
        return True
    if frame.kind is ActKind.CHARGE and passive and group.bare and not is_person(reader, *subject):
        return True  # "the unit charged with looking into it"
    if frame.kind is ActKind.COMMITMENT and reader.word(group.verb) in ("seek", "seeks"):
        return True  # "seeks to bring us back": an aim that others see, unlike "is seeking to"
    if frame.kind is ActKind.DECISION and reader.tokens[group.verb].lemma == "raise":
        near = {reader.word(i) for i in range(group.verb + 1, group.verb + 8)}
        if near & {"$", "£", "€", "million", "billion", "millions", "dollars", "money", "funds", "cash"}:
            return True  # collected
    return frame.kind in PASSING and _in_passing(reader, frame, group, subject)


# Words by which a subject is nobody, or too few to tell of: "neither the mayor nor her deputy".
_NOBODY = listed("neither nor no none nobody few hardly")


def nobody(reader: Reader, subject: Tokens) -> bool:
    """Whether a subject says that nobody does it."""
    before = range(max(0, subject[0] - 2), subject[1])
    return any(reader.word(i) in _NOBODY and reader.word(i - 1) not in ("a", "quite") for i in before)


# Nouns for what may not be.
_OPEN = listed(
    "chance likelihood prospect possibility probability hope fear risk idea notion rumour rumor speculation odds "
    "danger concern worry belief expectation suspicion doubt"
)


# Verbs by which what hangs on them is not said or done: "refused to say whether she ordered it".
_UNSAID = listed("decline refuse fail")
_FEARING = listed("fear worry doubt hope suspect dread wonder wish")
# What one feels about what may not be.
_FEELING = listed(
    "concerned worried afraid fearful hopeful doubtful optimistic pessimistic anxious nervous sceptical skeptical "
    "unsure uncertain unlikely likely confident sure convinced certain"
)


def unfounded(reader: Reader, verb: int) -> bool:
    """Whether a clause is only what nothing shows, or a chance or fear: "little chance that they will"."""
    at, said = verb, True
    for above in reader.analysis.ancestors(verb):
        said = said and reader.tokens[at].dep.split(":")[0] in ("ccomp", "xcomp")
        disbelieved = reader.tokens[above].upos == "VERB" and any(
            reader.word(i) in NEGATIONS for i in reader.analysis.children(above, "advmod", "neg")
        )
        if disbelieved and reader.tokens[at].dep == "ccomp":
            return True  # "I don't believe that he made any commitment"
        if said and reader.tokens[above].lemma in _UNSAID:
            return True  # "declined to say she would not vote for it"
        denied = any(reader.word(i) in _NOBODY for i in reader.analysis.children(above, "det"))
        if reader.tokens[at].dep.split(":")[0] in ("acl", "ccomp", "csubj") and (
            denied
            or (reader.tokens[above].upos == "NOUN" and reader.tokens[above].lemma in _OPEN)
            or (reader.tokens[above].upos in ("ADJ", "VERB") and reader.word(above) in _FEELING)
            or (reader.tokens[above].upos == "VERB" and reader.tokens[above].lemma in _FEARING)
        ):
            return True
        at = above
    return False


def _unfit(reader: Reader, frame: Frame, subject: Tokens) -> bool:
    """Whether the subject cannot do it: a court that dismisses claims denies nothing, a bill votes on nothing."""
    head = reader.word(head_of(reader, *subject))
    if frame.kind is ActKind.DENIAL:
        return head in COURTS | {"panel"}
    laws = frames.LAWS | listed("amendment constitution clause treaty proposition")
    found = mention_at(reader, *subject)
    somebody = found is not None and reader.mentions[found].type is EntityType.PERSON  # not a deal
    if somebody and "stop" in frame.verbs:
        return True  # "stopped talking": of a body it is a practice
    return frame.kind in (ActKind.DECISION, ActKind.COMMITMENT) and head in laws and not somebody


def _in_passing(reader: Reader, frame: Frame, group: Group, subject: Tokens) -> bool:
    """Whether a relative clause only says which of many are meant: "the senators who opposed the bill"."""
    before = group.first - 1
    if reader.word(before) not in ("who", "that") or reader.word(before - 1) == ",":
        return False
    if group.form == "s":  # "a group that lobbies for children": what it does, not a deed
        named = reader.tokens[head_of(reader, *subject)].upos == "PROPN"
        return not (named and frame.kind is ActKind.COMMITMENT)
    if reader.word(subject[0]) in ("a", "an") and group.passive:
        return True  # "an actor who was told to say it"
    return reader.tokens[head_of(reader, *subject)].tag in PLURAL


def can_bear(reader: Reader, frame: Frame, doer: Tokens | None) -> bool:
    """Whether the one who does it is of those that the frame asks for."""
    if frame.official and doer is not None and not is_official(reader, *doer):
        return False
    if frame.by is LEGISLATURES and doer is not None:
        return reader.word(head_of(reader, *doer)) in LEGISLATURES  # the Senate, not "Senate Democrats"
    return _borne_by(reader, frame, doer)


def _borne_by(reader: Reader, frame: Frame, doer: Tokens | None) -> bool:
    """Whether the one who does it is of the bodies that can: "Judge Reed blocked the ban", not "crowds blocked it"."""
    if not frame.by:
        return True
    if doer is None:
        return False
    named = reader.mention_in(reader.span(*doer))
    chain = None if named is None else reader.mentions[named].chain
    spans = [reader.span(*doer)] + [m.span for m in reader.mentions if chain is not None and m.chain == chain]
    return any(
        not frame.by.isdisjoint(map(reader.word, range(_titled(reader, inside[0]), inside[-1] + 1)))
        for span in spans
        if (inside := reader.analysis.tokens_in(span))
    )


def _titled(reader: Reader, first: int) -> int:
    """Return where the title of a name begins: "District Judge | Ann Reed", but not "the court. | Ann Reed"."""
    others = (i for i in range(first - 1, first - 1 - _TITLE, -1) if reader.tokens[i].upos not in NOUNS)
    return next(others, first - 1 - _TITLE) + 1


_TITLE = 2  # tokens before a name in which its title may stand: "District Judge | Ann Reed"
