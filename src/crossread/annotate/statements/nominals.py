"""Reports without a verb of saying: "according to X", "as X put it", "X's claim that"."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.attributions import beyond_appositions
from crossread.annotate.statements.boundaries import quote_led_to, quotes_from
from crossread.annotate.statements.complements import QUOTING, Shape, content_end
from crossread.annotate.statements.cues import UNASKED
from crossread.annotate.statements.extents import joint
from crossread.annotate.statements.phrases import Phrase, known_voice, phrase_left, phrase_right
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.annotate.statements.report import (
    Report,
    dependent,
    main_verb,
    make_report,
    says_something,
    trim,
)
from crossread.annotate.statements.speakers import subject_before

# Words between "as X put it" and the comma before what was put so: "in a letter to the paper in July". Not tuned.
_PUT_REACH = 14


def according(reading: Reading, number: int, index: int) -> Report | None:
    """ "According to X, …" and "…, according to X"."""
    segment = reading.segments[number]
    if reading.word(min(index + 1, segment.tokens.stop - 1)) != "to":
        return None
    source = phrase_right(reading, segment, index + 2)
    if source is None or reading.word(source.head) in UNASKED or measured(reading, segment, index, source):
        return None
    after = joint(reading, segment, source, range(index, index + 2)).last + 1
    after = beyond_appositions(reading, segment, source, after)
    content = tuple(
        part for part in (trim(reading, p) for p in _accorded(reading, segment, index, after)) if len(part)
    )
    if not content or not says_something(reading, content):
        return None
    source = replace(source, basis="according to")
    return make_report(
        reading, number, Shape.AROUND, range(index, index + 2), content, source, None, "according"
    )


def _accorded(reading: Reading, segment: Segment, index: int, after: int) -> list[range]:
    """Return what "according to X" at `index` covers: the sentence, or the clause in which it is set with commas."""
    before = range(segment.tokens.start, index)
    inserted = after < segment.tokens.stop and reading.tokens[after].text == ","
    behind = (
        range(after + 1, content_end(reading, segment, after + 1, index)) if inserted else range(after, after)
    )
    at = index - (2 if index - 2 in segment.tokens and reading.word(index - 1) == "," else 1)
    if len(behind) and at in segment.tokens and reading.tokens[at].upos == "CCONJ":
        return [behind]
    led = trim(reading, before)
    if all(reading.tokens[i].upos in ("ADV", "CCONJ", "PUNCT") for i in led):
        led = range(index, index)  # "However, according to X, …"
    opening = not len(led) or dependent(reading, led) or not main_verb(reading, led)
    return [led, behind] if opening else [led]


def measured(reading: Reading, segment: Segment, index: int, source: Phrase) -> bool:
    """Whether "according to" names a measure: "shared out according to population", "… to his contributions"."""
    if _pausing(reading, segment, index):
        return False
    return not known_voice(reading, source)


def _pausing(reading: Reading, segment: Segment, index: int) -> bool:
    """Whether "according to" opens the sentence or stands after a comma or a mark."""
    return index == segment.tokens.start or reading.tokens[index - 1].upos == "PUNCT"


def put_it(reading: Reading, number: int, index: int) -> Report | None:
    """ "As X put it, “…”", "As X put it in a letter, …" and "…, as X put it"."""
    segment = reading.segments[number]
    told = index + 1 < segment.tokens.stop and reading.told(index + 1)
    if not told or [reading.word(i) for i in (index, index + 1)] not in (["put", "it"], ["puts", "it"]):
        return None
    return _as_told(reading, number, range(index, index + 2), "put")


def as_said(reading: Reading, number: int, cue: int, lemma: str) -> Report | None:
    """ "As X once said, …" and "They do not, as X said, call “…”": the words around the insertion are X's."""
    segment = reading.segments[number]
    after = cue + 1
    while after < segment.tokens.stop and (after in reading.time_at or after + 1 in reading.time_at):
        after += 1
    if (
        after < segment.tokens.stop
        and reading.told(after)
        and reading.tokens[after].text not in (",", *STOPS)
    ):
        return None
    return _as_told(reading, number, range(cue, cue + 1), lemma)


def _as_told(reading: Reading, number: int, cue: range, lemma: str) -> Report | None:
    """Return the report of an insertion that "as" opens; of a quotation behind it, that alone."""
    segment = reading.segments[number]
    subject = subject_before(reading, segment, cue.start)
    opening = subject.first - 1 if subject is not None else segment.tokens.start - 1
    if opening < segment.tokens.start or reading.word(opening) != "as":
        return None
    before = trim(reading, range(segment.tokens.start, opening))
    if len(before) and reading.tokens[opening - 1].upos != "PUNCT":
        return None  # "raises as many questions as it answers"
    led = quote_led_to(reading, segment, cue.stop - 1)
    shape = Shape.AROUND
    content: tuple[range, ...] = (before,)
    if led is not None:
        shape, content = Shape.QUOTE, quotes_from(reading, segment, led)
    elif lemma in QUOTING or (len(before) and reading.word(before[0]) == "if"):
        return (
            None  # "As she continued, Mr Lund interrupted", "If it closed, as she proposes, the town would …"
        )
    elif not len(before):
        reach = range(cue.stop, min(segment.tokens.stop - 1, cue.start + _PUT_REACH))
        comma = next((i for i in reach if reading.told(i) and reading.tokens[i].text == ","), None)
        if comma is None:
            return None
        shape = Shape.CLAUSE
        content = (range(comma + 1, content_end(reading, segment, comma + 1, cue.start)),)
    return make_report(reading, number, shape, cue, content, subject, None, lemma)


def by_noun(reading: Reading, number: int, noun: int) -> Report | None:
    """ "assurances from X that …", "X's claim that …"."""
    segment = reading.segments[number]
    if reading.tokens[noun].upos != "NOUN":
        return None
    at, source = noun + 1, None
    if at < segment.tokens.stop and reading.word(at) in ("from", "by"):
        source = phrase_right(reading, segment, at + 1)
        at = source.last + 1 if source else at
    while at < segment.tokens.stop and at in reading.time_at:
        at += 1
    if at + 1 >= segment.tokens.stop or reading.word(at) != "that":
        return None
    if source is None:
        source = _possessor(reading, segment, noun)
    if source is None:
        return None
    stop = content_end(reading, segment, at + 1, noun)
    content = (range(at + 1, min(stop, _before_main_verb(reading, noun, stop))),)
    source = replace(source, basis=f"whose {reading.word(noun)} it is")
    return make_report(reading, number, Shape.CLAUSE, range(noun, noun + 1), content, source, None, "claim")


def _before_main_verb(reading: Reading, noun: int, stop: int) -> int:
    """Return where the verb begins of which the noun, with its content, is the subject; `stop` where of none."""
    head = reading.tokens[noun].head
    if not reading.tokens[noun].dep.startswith("nsubj") or not noun < head < stop:
        return stop
    return min(i for i in (*reading.analysis.children(head, "aux", "cop"), head) if i > noun)


def _possessor(reading: Reading, segment: Segment, noun: int) -> Phrase | None:
    at = noun - 1
    while at >= segment.tokens.start and reading.tokens[at].upos in ("ADJ", "NOUN"):
        at -= 1
    if at <= segment.tokens.start or not reading.told(at):
        return None
    if reading.tokens[at].tag == "PRP$":
        return Phrase(at, at, at, reading.name_at.get(at), 0.8, "")
    return phrase_left(reading, segment, at - 1) if reading.tokens[at].tag == "POS" else None
