"""What follows a cue: the construction that a frame asks for, read into an action and whom it is asked of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossread.annotate.acts import frames
from crossread.annotate.acts.clauses import NEGATIONS, QUOTES, Reader, clause_end, party_before_to
from crossread.annotate.acts.forms import forms
from crossread.annotate.acts.frames import Frame, Shape
from crossread.annotate.acts.phrases import PARTS, head_of, is_agent, mention_at, timed
from crossread.record.analysis import Sentence
from crossread.record.annotation import ASKING, ActKind, EntityType
from crossread.text.closed_classes import REFLEXIVE
from crossread.text.rolewords import role_noun

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An act as token ranges, before its parties are named."""

    kind: ActKind
    cue: Tokens
    action: Tokens
    subject: Tokens | None = None
    addressee: Tokens | None = None
    dated: bool = False  # whether a time inside the action can date its fulfilment
    when: Tokens | None = None  # where the time stands that dates it, if not in the action
    spoken: bool = False  # whether its actor is whoever says it
    foretold: bool = False  # whether it is told of another than who tells it that he will do it


Shaped = tuple[Tokens, Tokens | None] | None


def rest(reader: Reader, sentence: Sentence, first: int, *, noun: bool = False) -> Tokens | None:
    """Return the complement that begins at `first`, None where nothing but a mark or two is left."""
    if first >= sentence.last:
        return None
    last = clause_end(reader, first, sentence, noun=noun)
    return (first, last) if any(reader.tokens[i].upos != "PUNCT" for i in range(first, last)) else None


def shape_to(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    action = _infinitive(reader, sentence, after, noun=not frame.verbs)
    if action and frame.heads and reader.tokens[_deed(reader, action)].lemma not in frame.heads:
        return None
    return (action, None) if action else None


def _deed(reader: Reader, action: Tokens) -> int:
    """Return the verb of "to …" over adverbs: "plans to soon | issue"."""
    return next((i for i in range(*action) if reader.tokens[i].upos != "ADV"), action[0])


def _infinitive(reader: Reader, sentence: Sentence, at: int, *, noun: bool = False) -> Tokens | None:
    """Return the words of "to …" at `at`; of "not to …" with the "not".

    With `noun` they hang on a noun ("requests to speak"), whose verb may follow.
    """
    if reader.word(at) in NEGATIONS and reader.word(at + 1) == "to":
        return rest(reader, sentence, at, noun=noun)
    if reader.word(at) != "to" or not any(
        _doing(reader, i) for i in range(at + 1, min(at + 6, sentence.last))
    ):
        return None
    first = at + 2 if reader.word(at + 1) in QUOTES else at + 1  # "pledged to “defend” it"
    opens = first < sentence.last and (
        _doing(reader, first) or reader.tokens[first].upos in ("AUX", "ADV", "CCONJ")
    )
    return rest(reader, sentence, first, noun=noun) if opens else None


def _doing(reader: Reader, index: int) -> bool:
    """Whether a token is a verb by its class, or by its place where the tagger takes it for a noun ("to comment")."""
    token = reader.tokens[index]
    return token.upos == "VERB" or (token.dep == "xcomp" and reader.tokens[index - 1].upos == "PART")


def _shape_party_to(reader: Reader, sentence: Sentence, _frame: Frame, after: int) -> Shaped:
    found = party_before_to(reader, after, sentence)
    if found is None:
        return None
    if not is_agent(reader, *found):
        return None
    action = _infinitive(reader, sentence, found[1])
    return (action, found) if action else None


def shape_for(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    if reader.word(after) in ("a", "an") and headed(
        reader, sentence, after, frames.INQUIRIES | {"committee"}
    ):
        return _shape_object(reader, sentence, frame, after)  # "called for a commission to look into it"
    if reader.tokens[min(after, sentence.last - 1)].tag == "VBG":
        return _shape_doing(reader, sentence, frame, after)  # "called for closing the pier"
    return _shape_party_to(reader, sentence, frame, after) or _shape_object(reader, sentence, frame, after)


def _shape_on(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    found = _shape_party_to(reader, sentence, frame, after)
    if found is not None:
        return found
    for index in range(after + 1, min(after + 10, sentence.last - 1)):
        if reader.word(index) == "for" and is_agent(reader, after, index):
            action = rest(reader, sentence, index + 1)
            return (action, (after, index)) if action else None
    return None


_NEXT_TO_NONE = frozenset({"little", "few", "no"})
_OPENS_OBJECT = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "SYM", "PUNCT"})
_OF_PARTY = _OPENS_OBJECT - {"SYM", "PUNCT"}  # not "fined the bank | $40,000"


def _shape_object(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    if after >= sentence.last or reader.tokens[after].upos not in _OPENS_OBJECT:
        return None
    if reader.word(after) == "that" and reader.tokens[after].upos != "DET":
        return None
    if reader.tokens[after].tag in ("WP", "WRB"):
        return None  # "reversing what it had said": no thing is named
    if reader.word(after) in ("no", "it", "he", "she", "they", ",", ".", ":", "himself", "herself"):
        return None
    if frame.heads and not headed(reader, sentence, after, frame.heads):
        verb = after - 1 - len(frame.after)
        if not any(
            _bears(reader, i, frame.heads) for i in reader.analysis.children(verb, "obj") if i >= after
        ):
            return None
    action = rest(reader, sentence, after, noun=True)
    if action is None:
        return None
    return action, conductor(reader, action)


def _bears(reader: Reader, index: int, heads: frozenset[str]) -> bool:
    """Whether an object is one of `heads` by the parse: "filed a freedom of information | request"."""
    own = {reader.word(i) for i in reader.analysis.children(index)}
    return reader.word(index) in heads and own.isdisjoint(_NEXT_TO_NONE)


def _shape_question(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    if reader.word(after) in ("if", "whether", "how", "why", "what", "who"):
        action = rest(reader, sentence, after)
        return ((after, max(action[1], clause_end(reader, after + 1, sentence))), None) if action else None
    found = _shape_object(reader, sentence, frame, after)
    verb = after - 1 - len(frame.after)
    if found is not None and reader.tokens[verb].dep.startswith("acl"):
        last = min(found[0][1], reader.analysis.subtree(verb)[-1] + 1)
        return ((found[0][0], last), found[1]) if last > after else None  # "the panel probing it | met …"
    return found


def headed(reader: Reader, sentence: Sentence, first: int, heads: frozenset[str]) -> bool:
    """Whether the noun phrase at `first` holds one of `heads` before its first preposition."""
    for index in range(first, min(first + 9, sentence.last)):
        if reader.word(index) in _NEXT_TO_NONE:
            return False  # "offered them little alternative"
        if reader.word(index) in heads:
            return True
        after_noun = index > first and reader.tokens[index - 1].upos in ("NOUN", "PROPN")
        stops = index > first and reader.word(index) == "that"  # but "that measure"
        stops = stops or (
            after_noun and reader.tokens[index].tag == "VBG"
        )  # "a statement | saying the plan …"
        counted = reader.word(index - 1) in PARTS or reader.tokens[index - 1].upos == "NUM"
        if reader.word(index) == "of" and counted:
            continue  # "a series of votes"
        if stops or reader.tokens[index].upos in ("ADP", "SCONJ") or reader.word(index) in (",", "and", "to"):
            return False
    return False


def conductor(reader: Reader, action: Tokens) -> Tokens | None:
    """Return who is to carry out an inquiry: "a review into … by the inspectorate"."""
    if not frames.INQUIRIES & {reader.word(i) for i in range(*action)}:
        return None
    for index in range(action[1] - 2, action[0], -1):
        if reader.word(index) == "by" and is_agent(reader, index + 1, action[1]):
            return index + 1, action[1]
    return None


def _verb(reader: Reader, index: int) -> bool:
    """Whether a token is a verb by its class or, where the tagger disagrees with itself, by its tag."""
    token = reader.tokens[index]
    return token.upos in ("VERB", "AUX") or token.tag.startswith("VB")


def _shape_that(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    first = after + 1 if reader.word(after) == "that" else after
    if first == after and frame.kind is ActKind.COURT and (told := _told_first(reader, sentence, after - 1)):
        return told, None
    if first == after and not _clause_without_that(reader, sentence, frame, after):
        return None
    action = rest(reader, sentence, first)
    if action and not any(_verb(reader, i) for i in range(*action)):
        return None  # "that" points at something
    return (action, _who_should(reader, frame, action)) if action else None


def _told_first(reader: Reader, sentence: Sentence, verb: int) -> Tokens | None:
    """Return the clause before a verb that says what was ruled: "The ban is lawful, the court | ruled"."""
    for clause in reader.analysis.children(verb, "ccomp", "parataxis"):
        below = reader.analysis.subtree(clause)
        if (
            sentence.first == below[0]
            and clause < verb
            and reader.analysis.children(clause, "nsubj", "csubj")
        ):
            return below[0], below[-1] + 1
    return None


def _clause_without_that(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> bool:
    """Whether a clause follows: "pledged the road would open", "denied its ships had been there"."""
    window = range(after + 1, min(after + 8, sentence.last))
    if frame.kind is ActKind.COMMITMENT:
        return any(reader.word(i) in ("will", "would") for i in window)
    if frame.kind in ASKING | {ActKind.RECOMMENDATION}:  # "demand the publisher halt it": the subjunctive
        bare = next(
            (i for i in window if reader.tokens[i].tag in ("VB", "VBP", "MD", "VBZ", "TO", "IN")), None
        )
        if bare is None or reader.tokens[bare].tag not in ("VB", "VBP"):
            return False
        return reader.word(bare) == "be" or is_agent(reader, after, bare)
    if frame.kind is not ActKind.DENIAL and "rule" not in frame.verbs:
        return False
    for index in window:
        if reader.word(index) in (",", "that", "who", "which") or reader.tokens[index].upos == "SCONJ":
            return False
        if reader.tokens[index].tag in ("VBD", "VBZ", "MD"):
            return True
    return False


def _who_should(reader: Reader, frame: Frame, action: Tokens) -> Tokens | None:
    """Return whom a demand is made to where its clause says who should act: "demanded that ministers resign"."""
    if frame.kind not in (ActKind.DEMAND, ActKind.REQUEST, ActKind.RECOMMENDATION):
        return None
    verb = next((i for i in range(*action) if reader.tokens[i].upos in ("VERB", "AUX")), action[0])
    passive = reader.word(verb) in ("be", "is", "are")
    return (action[0], verb) if not passive and is_agent(reader, action[0], verb) else None


def _shape_doing(reader: Reader, sentence: Sentence, _frame: Frame, after: int) -> Shaped:
    first = after + 1 if reader.word(after) in NEGATIONS else after  # "suggested not sending it"
    if not (reader.word(first).endswith("ing") and reader.tokens[first].upos in ("VERB", "AUX")):
        return None
    action = rest(reader, sentence, after)
    return (action, None) if action else None


def _shape_alone(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    if "resign" in frame.verbs and reader.word(after) in REFLEXIVE:
        return None  # "has resigned himself to it"
    cue = after - len(frame.after) - 1
    last = clause_end(reader, cue, sentence)
    at_court = ("before", "in", "at", "via", "by", "on", "with")
    before_court = bool(frame.after) or reader.word(cue + 1) in at_court
    if frame.heads and not (
        before_court and any(reader.word(i) in frame.heads for i in range(cue, min(last, cue + 9)))
    ):
        return None
    return (cue, max(last, after)), None


def _shape_party(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> Shaped:
    verb = after - 1
    while after < sentence.last - 1 and reader.word(after) in ("then", "-"):
        after += 1  # "sacked then-minister Ann Hill"
    last = after
    while last < sentence.last and _in_object(reader, last):
        last += 1
    if last == after or reader.tokens[after].tag == "WP":
        return None
    if frame.official and not is_agent(reader, after, last):
        return None  # "hired a fleet of cars"
    if reader.word(verb) in _AMBIGUOUS and not is_person(reader, after, last):
        return None  # "fired two shots"
    if reader.word(verb).startswith("subpoena") and not is_agent(reader, after, last):
        return None  # "subpoenaed the records": read as what is demanded
    return (verb, max(clause_end(reader, verb, sentence), last)), (after, last)


def _in_object(reader: Reader, index: int) -> bool:
    """Whether a token goes on with a noun phrase: its words, a possessive, "of" before a name."""
    if reader.tokens[index].tag in ("WP", "WDT"):
        return False
    if reader.tokens[index].upos in _OF_PARTY or reader.word(index) in ("'s", "'"):
        return True
    return (
        reader.word(index) == "of" and reader.tokens[min(index + 1, len(reader.tokens) - 1)].upos == "PROPN"
    )


# Forms of "fire", which is as often a gun's: its object must be a person.
_AMBIGUOUS = frozenset(
    form for verb in ("fire", "appoint", "nominate", "impeach", "pardon", "deport") for form in forms(verb)
)


def is_person(reader: Reader, first: int, last: int) -> bool:
    """Whether the words name one of the people of the text, or somebody by office."""
    found = mention_at(reader, first, last)
    if found is not None:
        return reader.mentions[found].type is EntityType.PERSON
    head = reader.word(head_of(reader, first, last))
    return role_noun(head) is not None or reader.tokens[last - 1].upos == "PROPN"


_Shaper = Callable[[Reader, Sentence, Frame, int], Shaped]
SHAPES: dict[Shape, _Shaper] = {
    Shape.TO: shape_to,
    Shape.PARTY_TO: _shape_party_to,
    Shape.FOR: shape_for,
    Shape.ON: _shape_on,
    Shape.OBJECT: _shape_object,
    Shape.QUESTION: _shape_question,
    Shape.THAT: _shape_that,
    Shape.DOING: _shape_doing,
    Shape.ALONE: _shape_alone,
    Shape.PARTY: _shape_party,
}


def by_agent(reader: Reader, sentence: Sentence, after: int) -> Tokens | None:
    """Return who did it where a passive says so: "by …" within the clause, or where the parse ties it to the verb."""
    by = _by_near(reader, sentence, after)
    if by is None:
        cases = (i for i in range(after, sentence.last) if reader.word(i) == "by")
        by = next((i for i in cases if _agent_of(reader, i) in range(after - 2, after)), None)
    if by is None:
        return None
    last = by + 1
    while last < sentence.last and (
        reader.tokens[last].upos in _OF_PARTY or reader.tokens[last].tag == "POS"
    ):
        if timed(reader, last) is not None or reader.tokens[last].tag in ("WP", "WDT"):
            break  # "published by the inspectorate next week"
        last += 1
    return (by + 1, last) if is_agent(reader, by + 1, last) else None


def _agent_of(reader: Reader, by: int) -> int:
    """Return the verb whose agent "by" introduces, by the parse."""
    noun = reader.tokens[reader.tokens[by].head]
    return noun.head if noun.dep.startswith("obl") else -1


def _by_near(reader: Reader, sentence: Sentence, after: int) -> int | None:
    """Return "by" a few words on, over a day: "was approved in March by the council"."""
    for index in range(after, min(after + 4, sentence.last - 1)):
        if reader.word(index) == "by":
            return index
        dated = any(t.span.overlaps(reader.span(index, index + 2)) for t in reader.times)
        if not dated and reader.tokens[index].upos not in ("ADV", "NOUN", "PROPN"):
            return None
    return None
