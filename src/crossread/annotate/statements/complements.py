"""What follows a cue word: its addressee and adjuncts, and where its content begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from crossread.annotate.statements.adjuncts import (
    ADJUNCTS,
    QUESTIONS,
    addressee_at,
    beyond_adjunct,
    beyond_insertion,
    parsed_that,
)
from crossread.annotate.statements.asides import (
    adds_after_quote,
    explains,
    replied_to,
    said_beside,
    turn,
)
from crossread.annotate.statements.boundaries import (
    DASHES,
    before_comma,
    goes_on_itself,
    heading_begins,
    in_relative,
    is_subject,
    joined_before,
    later_clause,
    leaves_content,
    main_clause,
    matrix_verb,
    opens_quote,
    own_clause,
    quote_led_to,
    rejoins_cue,
    runs_on,
    that_behind,
)
from crossread.annotate.statements.cues import AS_VERBS, CONVENED, NAMING, SUASIVE, CueForm, CueKind
from crossread.annotate.statements.phrases import Phrase, askable, phrase_right
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.record.analysis import FINITE, Token
from crossread.text.listing import listed


class Shape(Enum):
    """How the content stands to its cue."""

    QUOTE = "quote"  # the quotation right after the cue or its colon
    CLAUSE = "clause"  # a clause after the cue
    AROUND = "around"  # before the cue, or around a parenthesis
    JUDGED = "judged"  # what somebody is called, accused of, criticised for


@dataclass(frozen=True, slots=True)
class Right:
    """What follows a cue: `shape` None where it is no content; the content begins at `start`."""

    shape: Shape | None
    start: int
    addressee: Phrase | None = None
    quote_only: bool = False  # no report unless a quotation of its own stands in the content


_TO_VERBS = listed("pledge promise vow swear claim propose demand declare")
_ING_VERBS = listed("deny admit recall recommend propose suggest report mention describe")
_FOR_VERBS = listed("criticise criticize blame thank praise slam blast condemn")
_CALLING_FOR = {"call": ("for", "on"), "ask": ("for",), "appeal": ("for",)}
_PASSIVE_NEXT = frozenset(("as", "by", "of", "for"))
_NO_CLAUSE = listed("and or but by as before after until since while upon than")
QUOTING = listed("begin continue sum read caption tease quote preach sing")  # no clause after these
_BREAKS = listed("but while whereas although though despite according")
_JOURNALISM = listed("write report blog post")  # with "for" they name the paper


def right_of(reading: Reading, segment: Segment, cue: int, form: CueForm) -> Right:
    """Tell what follows the cue, past adverbs, times, places and whom it is said to."""
    found = _right_of(reading, segment, cue, form)
    that = parsed_that(reading, segment, cue) if form.kind is CueKind.SAY else None
    if that is None or (found.shape is not None and found.start >= that):
        return found
    return replace(found, shape=Shape.CLAUSE, start=that + 1, quote_only=False)


def _right_of(reading: Reading, segment: Segment, cue: int, form: CueForm) -> Right:
    at, addressee = cue + 1, None
    while at < segment.tokens.stop:
        settled = _at_mark(reading, segment, at, form) or _asked_or_judged(reading, segment, at, form)
        if settled is not None:
            return replace(settled, addressee=settled.addressee or addressee)
        if at == cue + 1 == segment.tokens.start + 1:
            inverted = phrase_right(reading, segment, at)
            at = inverted.last + 1 if inverted is not None else at
            if inverted is not None:
                continue
        told = addressee_at(reading, segment, at, form) if addressee is None else None
        if told is not None:
            addressee, at = told, told.last + 1
            continue
        beyond = beyond_adjunct(reading, segment, at)
        if beyond is None:
            right = _content_at(reading, segment, cue, at, form)
            return replace(right, start=_with_adverb(reading, cue, right), addressee=addressee)
        at = beyond
    return Right(None, at, addressee)


def _with_adverb(reading: Reading, cue: int, right: Right) -> int:
    """Return where the content begins with its adverb: "denied | intentionally misleading anyone"."""
    at = right.start
    gerund = right.shape is Shape.CLAUSE and reading.tokens[at].tag == "VBG"
    return at - 1 if gerund and at - 1 > cue and reading.tokens[at - 1].upos == "ADV" else at


def _at_mark(reading: Reading, segment: Segment, at: int, form: CueForm) -> Right | None:
    """What a mark or "that" right here says about the content."""
    token = reading.tokens[at]
    low = token.text.lower()
    if not reading.told(at):
        judged = form.kind is CueKind.JUDGE
        beyond = that_behind(reading, segment, at)
        if beyond is not None:
            return Right(Shape.CLAUSE, beyond)
        if not judged and runs_on(reading, segment, at):
            return Right(Shape.CLAUSE, at)
        return Right(Shape.JUDGED if judged else Shape.QUOTE, at, quote_only=judged)
    if low in (":", ",") and opens_quote(reading, segment, at + 1):
        return Right(Shape.QUOTE, at + 1)
    if low == ":" and at + 1 < segment.tokens.stop:
        return Right(Shape.CLAUSE, at + 1)
    tells = form.kind is CueKind.SAY and form.lemma not in QUOTING
    inserted = beyond_insertion(reading, segment, at) if (low == "," or low in DASHES) and tells else None
    if inserted is not None:
        return Right(Shape.CLAUSE, inserted)
    if low in STOPS | DASHES or low in (",", ":", ";", ")"):
        return Right(None, at)
    if low == "that" and token.tag != "DT" and form.kind in (CueKind.SAY, CueKind.SHOW):
        return Right(Shape.CLAUSE, at if is_subject(reading, segment, at) else at + 1)
    return None


def _content_at(reading: Reading, segment: Segment, cue: int, at: int, form: CueForm) -> Right:
    """A clause right here, else a quotation that the cue leads up to, else an object that holds one."""
    right = _clause_at(reading, segment, at, form)
    if right.shape is not None or form.kind is not CueKind.SAY:
        return right
    led = quote_led_to(reading, segment, cue)
    if led is not None:
        return Right(Shape.QUOTE, led)
    if form.lemma not in QUOTING and not form.plain and _object_with_quote(reading, segment, at):
        return Right(Shape.CLAUSE, at, quote_only=True)
    return right


def _object_with_quote(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether "lamented the “disheartened” state": an object begins here, and a quotation stands in it."""
    if reading.tokens[at].upos not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return False
    stop = content_end(reading, segment, at, at - 1)
    for index in range(at, stop):
        if reading.piece_of[index] >= 0:
            return True
        if reading.tokens[index].tag in FINITE or reading.tokens[index].text == ",":
            return False
    return False


def _clause_at(reading: Reading, segment: Segment, at: int, form: CueForm) -> Right:
    """Tell whether a clause of content begins right here, without "that"."""
    token = reading.tokens[at]
    low = token.text.lower()
    clause = False
    if form.kind not in (CueKind.SAY, CueKind.SHOW) or form.lemma in QUOTING | {
        "observe"
    }:  # "observed him leave"
        clause = False
    elif low == "to" and token.upos == "PART":
        clause = form.lemma in _TO_VERBS
    elif token.tag == "VBG":
        clause = form.lemma in _ING_VERBS
    elif low in QUESTIONS:
        clause = low not in ("when", "where")
    elif low == "for" and form.lemma in _JOURNALISM:
        clause = False  # "writes for a weekly and was little known until he …"
    elif low not in _NO_CLAUSE and token.upos not in ("VERB", "AUX"):
        clause = _finite_clause(reading, segment, at)
    return Right(Shape.CLAUSE if clause else None, at)


def _finite_clause(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether the words at `at` are a subject with its finite verb, not an object with a relative clause."""
    stop = content_end(reading, segment, at, at - 1)
    first = reading.tokens[at]
    reach = stop
    if first.tag == "PRP" and reading.tokens[at + 1 if at + 1 < stop else at].upos in ("ADP", "ADV", "CCONJ"):
        return _complement(reading, at, stop)  # "tweeted it out and …"
    if first.tag == "PRP" or first.text.lower() in ("there", "this", "these", "those"):
        reach = min(stop, at + 6)
    elif first.upos == "PRON" and first.tag != "PRP$":
        reach = min(stop, at + 2)
    elif first.text.lower() in ADJUNCTS:
        return False
    elif first.upos not in ("SCONJ", "ADP"):
        phrase = phrase_right(reading, segment, at)
        if phrase is not None and phrase.last + 1 < stop:
            follower = phrase.last + 1
            while follower + 1 < stop and (
                reading.tokens[follower].upos == "ADV" or reading.tokens[follower].tag == "POS"
            ):
                follower += 1
            if reading.tokens[follower].tag not in FINITE and reading.told(follower):
                return _complement(reading, at, stop)
    if any(reading.tokens[i].dep == "obj" and reading.tokens[i].head < at for i in range(at, reach)):
        return _complement(
            reading, at, reach if first.tag == "DT" else stop
        )  # "saying little that he could keep"
    return reading.has_verb(range(at, reach))


def _complement(reading: Reading, at: int, stop: int) -> bool:
    """Whether the parse takes something in the range as the content of the cue before it."""
    return any(
        reading.tokens[i].dep in ("ccomp", "parataxis") and reading.tokens[i].head < at
        for i in range(at, stop)
    )


def _asked_or_judged(reading: Reading, segment: Segment, at: int, form: CueForm) -> Right | None:
    """Frames with a party: "urged X to …", "called for …", "accused X of …", "called X a …"."""
    if form.kind not in (CueKind.JUDGE, CueKind.ASK) and form.lemma not in SUASIVE:
        return None
    if form.lemma == "refer" and form.gerund and explains(reading, at - 1):
        return Right(None, at)
    if at in reading.time_at:
        return None
    low = reading.word(at)
    dated = at + 1 in reading.time_at  # "called on Monday for …"
    if low in _CALLING_FOR.get(form.lemma, ()) and at + 1 < segment.tokens.stop and not dated:
        return Right(Shape.JUDGED, at + 1)
    if form.kind is CueKind.JUDGE and form.past and low in _PASSIVE_NEXT:
        return Right(None, at)  # "described as", "criticised for": a passive whose speaker is elsewhere
    party = phrase_right(reading, segment, at + 1 if low in ("to", "with") else at)
    if party is None or party.last + 1 >= segment.tokens.stop:
        quoted = form.kind is CueKind.JUDGE and _quote_ahead(reading, segment, at)
        return Right(Shape.JUDGED, at, quote_only=True) if quoted else None
    convened = reading.tokens[party.head].lemma in CONVENED and not _quote_ahead(reading, segment, at)
    phoned = reading.tokens[party.last + 1].upos == "PART" and reading.word(party.last + 1) == "to"
    if form.lemma == "call" and (convened or phoned) and reading.told(party.last + 1):
        # "called a meeting of the council", "called Ann Lee to thank her"; not "called the vote a “farce”"
        return Right(None, at)
    after = party.last + 1
    while after + 1 < segment.tokens.stop and (after in reading.time_at or after + 1 in reading.time_at):
        after += 1  # "accused Lee on Monday of …"
    follower = reading.tokens[after]
    if form.kind is CueKind.ASK or form.lemma in SUASIVE:
        asked = follower.text.lower() == "to" and follower.upos == "PART"
        return Right(Shape.JUDGED, at, party) if asked and askable(reading, party) else None
    if _fits(form.lemma, follower):
        return Right(Shape.JUDGED, at)
    return Right(Shape.JUDGED, at, quote_only=True) if _quote_ahead(reading, segment, at) else None


def _fits(lemma: str, follower: Token) -> bool:
    """Whether what follows the party of a judging verb says how it is judged."""
    word = follower.text.lower()
    return (
        (lemma == "accuse" and word == "of")
        or (lemma in _FOR_VERBS and word == "for")
        or (lemma in AS_VERBS and word == "as")
        or (lemma in NAMING and follower.upos in ("DET", "ADJ"))
    )


def _quote_ahead(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether a quotation stands in the rest of the clause."""
    stop = content_end(reading, segment, at, at - 1)
    return reading.quotes(range(at, stop))


def content_end(reading: Reading, segment: Segment, start: int, cue: int) -> int:
    """Return where a clause that begins at `start` ends: before the token at that index."""
    last = segment.tokens.stop
    while last > start and reading.told(last - 1) and reading.tokens[last - 1].text in STOPS | DASHES:
        last -= 1
    relative = in_relative(reading, segment, cue)
    relative = relative or (reading.tokens[cue].tag in ("VBG", "VBN") and reading.tokens[cue].dep == "acl")
    last = main_clause(reading, segment, start, last, cue)
    # Whether the content has its own verb already.
    told = reading.cue(cue)
    judged = told is not None and told.kind is CueKind.JUDGE
    complete = judged or (start < last and reading.tokens[start].tag in ("TO", "VBG"))
    for index in range(start + 1, last):
        if not reading.told(index):
            continue
        closed = reading.piece_of[index - 1] == -2 and turn(reading, segment, index)
        if closed or adds_after_quote(reading, index):
            return index
        joined = reading.word(index) in ("and", "but") and (
            joined_before(reading, index, cue) or rejoins_cue(reading, index, start, last, cue)
        )
        beyond = relative and complete and matrix_verb(reading, index, cue)
        complete = complete or reading.tokens[index].tag in FINITE
        if (
            joined
            or beyond
            or heading_begins(reading, range(start, last), index)
            or _breaks_off(reading, segment, index, last, cue)
        ):
            return before_comma(reading, start, index)
    return last


def _breaks_off(reading: Reading, segment: Segment, index: int, last: int, cue: int) -> bool:
    """Whether the content ends before the token at `index`."""
    low = reading.word(index)
    if low == ";" or (low in DASHES and said_beside(reading, index, last)):
        return True
    follower = index + 1
    if follower >= last:
        return False
    if low == ",":
        return _breaks_at_comma(reading, segment, follower, last, cue)
    if low == "but" and own_clause(reading, segment, index, last, cue):
        return leaves_content(reading, index, last, cue)
    if low == "and" and goes_on_itself(reading, segment, index, last, cue):
        return True
    if low in ("and", "but"):
        while follower < last and reading.tokens[follower].upos in ("ADV", "AUX"):
            follower += 1
        form = reading.cue(follower) if follower < last else None
        return form is not None and form.finite and not form.plain
    return later_clause(reading, index, last, cue)


def _breaks_at_comma(reading: Reading, segment: Segment, follower: int, last: int, cue: int) -> bool:
    """Whether the word after a comma leads on to something else than the content."""
    adds = reading.tokens[follower].tag == "VBG" and reading.tokens[follower].dep == "advcl"
    if adds and reading.tokens[follower].head <= cue:
        return True  # "said it sank, | giving the court a new account"
    if reading.word(follower) in _BREAKS:
        return leaves_content(reading, follower, last, cue)
    return (
        replied_to(reading, follower, last)
        or reading.cue(follower) is not None
        or _trailing_attribution(reading, segment, follower)
    )


def _trailing_attribution(reading: Reading, segment: Segment, start: int) -> bool:
    """Whether ", Mr Reed said." begins at `start`."""
    phrase = phrase_right(reading, segment, start)
    if phrase is None:
        return False
    at = phrase.last + 1
    while at < segment.tokens.stop and reading.tokens[at].upos in ("ADV", "AUX"):
        at += 1
    form = reading.cue(at) if at < segment.tokens.stop else None
    if form is None or form.kind is not CueKind.SAY or reading.tokens[at].tag == "VB":
        return False  # "if it passed, Mr Reed would begin the work"
    return right_of(reading, segment, at, form).shape is None
