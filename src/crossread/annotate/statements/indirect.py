"""What a cue word reports: the words of its content, on either side of the cue.

`reports` finds for each cue of a sentence its speaker and content. Content may
be a clause ("said that …"), a quotation, or both; quotations in it are named by
their number, so that the chains can be built from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.annotate.statements.complements import Right, Shape, content_end, quotes_from, right_of
from crossread.annotate.statements.cues import CALLING, DOCUMENTS, SAYINGS, TELLING, CueForm, CueKind
from crossread.annotate.statements.phrases import (
    Phrase,
    first_person,
    nobody,
    owner,
    phrase_left,
    phrase_right,
)
from crossread.annotate.statements.reading import FINITE, PAUSES, Reading, Segment
from crossread.annotate.statements.speakers import (
    after_relative,
    negated,
    passive,
    subject_after,
    subject_before,
)
from crossread.record.span import Span

# How many words a title or a term in quotation marks has at most. 3, 5 and 7 tried on 50 PolNeAR
# development documents: all the same.
_TERM_WORDS = 5
_EMBEDDING = frozenset(("what", "how", "which", "whom", "than", "if"))
# Verbs of telling that may stand before their subject: "asked Mr Khan".
_INVERTING = frozenset(("ask", "warn", "promise"))


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its speaker and the token ranges of its content in one sentence."""

    segment: int
    shape: Shape
    cue: range
    content: tuple[range, ...]
    speaker: Phrase | None
    basis: str
    confidence: float
    pieces: tuple[int, ...] = ()
    addressee: Phrase | None = None
    channel: Span | None = None
    lemma: str = ""
    quote_only: bool = False


def reports(reading: Reading, number: int) -> list[Report]:
    """Return the reports of the sentence `number`, in the order of their cues."""
    segment = reading.segments[number]
    found: list[Report] = []
    for index in segment.tokens:
        if not reading.told(index):
            continue
        form = reading.cue(index)
        made: Report | None = None
        if form is not None:
            made = _by_verb(reading, number, index, form)
        elif reading.tokens[index].text.lower() == "according":
            made = _according(reading, number, index)
        elif reading.tokens[index].text.lower() in SAYINGS:
            made = _by_noun(reading, number, index)
        if made is not None:
            found.append(replace(made, pieces=_pieces_in(reading, segment, made.content)))
    return found


def term(reading: Reading, segment: Segment, piece: int, *, judged: bool = False) -> bool:
    """Whether a quoted piece is a term, title or name used like a word: a “lessons learned” review.

    In a judgement ("called it a “grave” threat") what follows "a" is the speaker's own word.
    """
    tokens = reading.pieces[piece].tokens
    words = [reading.tokens[i] for i in tokens if reading.tokens[i].text[0].isalnum()]
    if not words or len(words) > _TERM_WORDS:
        return False
    before, after = tokens.start - 2, tokens.stop + 1
    modified = before >= segment.tokens.start and (
        reading.tokens[before].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB")
        or reading.tokens[before].tag in ("PRP$", "POS", "VBN")
    )
    heads_on = (
        after < segment.tokens.stop
        and reading.told(after)
        and reading.tokens[after].upos in ("NOUN", "PROPN")
        and reading.cue(after) is None
    )
    if modified and heads_on and reading.tokens[before].upos != "VERB":
        return not (judged and reading.tokens[before].text.lower() in ("a", "an"))
    return len(words) > 1 and all(w.text[0].isupper() or w.upos in ("ADP", "DET", "CCONJ") for w in words)


def modifies(reading: Reading, segment: Segment, piece: int) -> bool:
    """Whether a short piece stands between a verb and a noun like an adjective: asking “gotcha” questions."""
    tokens = reading.pieces[piece].tokens
    before, after = tokens.start - 2, tokens.stop + 1
    if len(tokens) > _TERM_WORDS or before < segment.tokens.start or after >= segment.tokens.stop:
        return False
    if not (reading.told(before) and reading.told(after)) or reading.cue(before) is None:
        return False
    return reading.tokens[after].upos == "NOUN" and reading.cue(after) is None


def _pieces_in(reading: Reading, segment: Segment, content: tuple[range, ...]) -> tuple[int, ...]:
    return tuple(p for p in segment.pieces if any(reading.pieces[p].tokens.start in r for r in content))


def _by_verb(reading: Reading, number: int, cue: int, form: CueForm) -> Report | None:
    segment = reading.segments[number]
    if passive(reading, segment, cue, form) or negated(reading, segment, cue):
        return None
    right = right_of(reading, segment, cue, form)
    if form.kind is CueKind.SAY and _inverted(reading, segment, cue):
        right = Right(None, cue + 1)
    if form.kind is CueKind.SAY and right.shape in (None, Shape.QUOTE):
        around = _after_content(reading, number, cue, form, right)
        if around is not None:
            return around
    if right.shape is None:
        return None
    return _before_content(reading, number, cue, form, right)


def _inverted(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether "…, said Mr Khan." or "…, said Mr Khan, the mayor." stands at the cue."""
    if cue == segment.tokens.start or not _free(reading, cue - 1):
        return False
    subject = subject_after(reading, segment, cue)
    if subject is None:
        return False
    end = subject.last + 1
    closes = end >= segment.tokens.stop or not reading.told(end) or reading.tokens[end].text in PAUSES
    return closes and reading.tokens[subject.head].upos in ("PROPN", "NOUN", "PRON")


def _before_content(reading: Reading, number: int, cue: int, form: CueForm, right: Right) -> Report | None:
    """A report whose content follows the cue."""
    segment = reading.segments[number]
    assert right.shape is not None
    subject = subject_before(reading, segment, cue)
    if subject is None and cue == segment.tokens.start and form.past:
        subject = subject_after(reading, segment, cue)
    if subject is not None and right.shape is not Shape.QUOTE and _embedded(reading, segment, subject, cue):
        return None
    if form.kind is CueKind.SHOW and (form.gerund or not _is_document(reading, subject)):
        return None
    if subject is None and (form.plain or right.shape is not Shape.QUOTE):
        return None
    if right.shape is Shape.QUOTE:
        content = quotes_from(reading, segment, right.start)
    else:
        content = (range(right.start, content_end(reading, segment, right.start, cue)),)
    if not any(len(part) for part in content):
        return None
    made = make_report(
        reading, number, right.shape, range(cue, cue + 1), content, subject, right.addressee, form.lemma
    )
    return replace(made, quote_only=right.quote_only or right.shape is Shape.QUOTE)


def _embedded(reading: Reading, segment: Segment, subject: Phrase, cue: int) -> bool:
    """Whether the cue stands in "what he says …", "how experts say …", or is a bare participle."""
    before = subject.first - 1
    if before >= segment.tokens.start and reading.tokens[before].text.lower() in _EMBEDDING:
        return reading.told(before)
    bare = reading.tokens[cue].tag == "VBN" and subject.last == cue - 1
    return bare and subject.mention is None and reading.tokens[subject.head].upos == "NOUN"


def _after_content(reading: Reading, number: int, cue: int, form: CueForm, right: Right) -> Report | None:
    """A report whose content precedes the cue: "…, Mr Khan said" or "…, said Mr Khan"."""
    segment = reading.segments[number]
    if form.gerund or cue == segment.tokens.start:
        return None
    subject, first, end = _attribution(reading, segment, cue, form, right.start)
    if subject is None or first - 1 < segment.tokens.start or not _free(reading, first - 1):
        return None
    before = _trim(reading, range(segment.tokens.start, first - 1))
    if right.shape is Shape.QUOTE and not _ends_quoted(reading, before):
        return None
    if form.plain and not any(reading.piece_of[i] >= 0 for i in before):
        return None
    whole = any(reading.tokens[i].tag in FINITE for i in before) and not _dependent(reading, before)
    content = (before, _trim(reading, _rest(reading, segment, end, cue, whole=whole)))
    kept = tuple(part for part in content if len(part))
    if not len(before) or not _says_something(reading, kept):
        return None
    return make_report(
        reading, number, Shape.AROUND, range(cue, cue + 1), kept, subject, right.addressee, form.lemma
    )


def _attribution(
    reading: Reading, segment: Segment, cue: int, form: CueForm, end: int
) -> tuple[Phrase | None, int, int]:
    """Return the speaker of "…, Mr Khan said" or "…, said Mr Khan", and where the attribution begins and ends."""
    if _free(reading, cue - 1) and form.lemma not in TELLING - _INVERTING:
        subject = subject_after(reading, segment, cue)
        if subject is not None:
            return subject, cue, max(end, subject.last + 1)
    if after_relative(reading, segment, cue):
        return None, cue, end
    subject = subject_before(reading, segment, cue)
    return subject, subject.first if subject else cue, end


def _free(reading: Reading, index: int) -> bool:
    """Whether the token parts content from an attribution: a comma, a dash, or a quotation's closing mark."""
    return reading.tokens[index].text in (",", "–", "—", "-") or reading.piece_of[index] == -2


def _ends_quoted(reading: Reading, part: range) -> bool:
    return len(part) > 0 and reading.piece_of[part[-1]] != -1


def _dependent(reading: Reading, part: range) -> bool:
    """Whether the words before an attribution are but the opening of a sentence: "If it rains, he said, …"."""
    first = reading.tokens[part[0]]
    return first.upos in ("SCONJ", "ADP") and first.text.lower() != "that"


def _rest(reading: Reading, segment: Segment, end: int, cue: int, *, whole: bool) -> range:
    """Return what follows an attribution in the middle of its content: "…, he said, …".

    Quotations always go on; other words only where what came before is not `whole`.
    """
    if end < segment.tokens.stop and reading.piece_of[end] >= -1 and reading.tokens[end].text in PAUSES:
        end += 1
    follower = end
    while follower < min(segment.tokens.stop, end + 3) and _leads_on(reading, follower):
        follower += 1
    paused = reading.tokens[end - 1].text in PAUSES
    if paused and follower < segment.tokens.stop and reading.piece_of[follower] >= 0:
        return range(follower, quotes_from(reading, segment, follower)[-1].stop)
    if whole or end >= segment.tokens.stop or reading.tokens[end - 1].text != ",":
        return range(end, end)
    return range(end, content_end(reading, segment, end, cue))


def _leads_on(reading: Reading, index: int) -> bool:
    joining = reading.told(index) and reading.tokens[index].upos in ("CCONJ", "ADV")
    return joining or reading.piece_of[index] == -2


def _says_something(reading: Reading, content: tuple[range, ...]) -> bool:
    tokens = [i for part in content for i in part]
    if any(reading.piece_of[i] >= 0 for i in tokens):
        return True
    return any(reading.tokens[i].tag in FINITE for i in tokens)


def make_report(
    reading: Reading,
    number: int,
    shape: Shape,
    cue: range,
    content: tuple[range, ...],
    subject: Phrase | None,
    addressee: Phrase | None,
    lemma: str,
) -> Report:
    segment = reading.segments[number]
    channel = None
    if subject is not None:
        subject, channel = owner(reading, segment, subject)
    if subject is None:
        basis, sure = "no subject found for the cue", 0.0
    elif first_person(reading, subject):
        subject, basis, sure = None, "the writer's own words", 0.0
    elif nobody(reading, subject):
        subject, basis, sure = None, "nobody in particular", 0.0
    else:
        basis, sure = subject.basis, subject.confidence
    return Report(
        number, shape, cue, content, subject, basis, sure, addressee=addressee, channel=channel, lemma=lemma
    )


def _is_document(reading: Reading, subject: Phrase | None) -> bool:
    return subject is not None and reading.tokens[subject.head].text.lower() in DOCUMENTS


def _trim(reading: Reading, part: range) -> range:
    """Leave out commas, stops and joining words at the ends of content."""
    first, stop = part.start, part.stop
    while first < stop and reading.told(first) and reading.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    while (
        stop > first
        and reading.told(stop - 1)
        and reading.tokens[stop - 1].text in (",", ".", ":", ";", "–", "—", "-")
    ):
        stop -= 1
    return range(first, stop)


def _according(reading: Reading, number: int, index: int) -> Report | None:
    """ "According to X, …" and "…, according to X"."""
    segment = reading.segments[number]
    if index + 2 >= segment.tokens.stop or reading.tokens[index + 1].text.lower() != "to":
        return None
    source = phrase_right(reading, segment, index + 2)
    if source is None:
        return None
    after = source.last + 1
    parts = [range(segment.tokens.start, index)]
    opening = not len(_trim(reading, parts[0])) or _dependent(reading, _trim(reading, parts[0]))
    if opening and after < segment.tokens.stop and reading.tokens[after].text == ",":
        parts.append(range(after + 1, content_end(reading, segment, after + 1, index)))
    content = tuple(part for part in (_trim(reading, p) for p in parts) if len(part))
    if not content or not _says_something(reading, content):
        return None
    source = replace(source, basis="according to")
    return make_report(
        reading, number, Shape.AROUND, range(index, index + 2), content, source, None, "according"
    )


def _by_noun(reading: Reading, number: int, noun: int) -> Report | None:
    """ "assurances from X that …", "X's claim that …"."""
    segment = reading.segments[number]
    if reading.tokens[noun].upos != "NOUN":
        return None
    at, source = noun + 1, None
    if at < segment.tokens.stop and reading.tokens[at].text.lower() in ("from", "by") and reading.told(at):
        source = phrase_right(reading, segment, at + 1)
        at = source.last + 1 if source else at
    while at < segment.tokens.stop and at in reading.time_at:
        at += 1
    if at + 1 >= segment.tokens.stop or reading.tokens[at].text.lower() != "that" or not reading.told(at):
        return None
    if source is None:
        source = _possessor(reading, segment, noun)
    if source is None:
        return None
    content = (range(at + 1, content_end(reading, segment, at + 1, noun)),)
    source = replace(source, basis=f"whose {reading.tokens[noun].text.lower()} it is")
    return make_report(reading, number, Shape.CLAUSE, range(noun, noun + 1), content, source, None, "claim")


def _possessor(reading: Reading, segment: Segment, noun: int) -> Phrase | None:
    at = noun - 1
    while (
        at >= segment.tokens.start
        and reading.tokens[at].upos in ("ADJ", "NOUN")
        and reading.tokens[at].tag != "POS"
    ):
        at -= 1
    if at <= segment.tokens.start or not reading.told(at):
        return None
    if reading.tokens[at].tag == "PRP$":
        return Phrase(at, at, at, reading.name_at.get(at), 0.8, "")
    return phrase_left(reading, segment, at - 1) if reading.tokens[at].tag == "POS" else None


def own_words(reading: Reading, part: range) -> Iterator[int]:
    """Yield the tokens of `part` that are words of the article itself."""
    return (i for i in part if reading.told(i) and reading.tokens[i].text[0].isalnum())


def called_out(report: Report) -> bool:
    """Whether the quotation is all that was said: chanted, shouted, or after a colon."""
    return report.shape is Shape.QUOTE or report.lemma in CALLING
