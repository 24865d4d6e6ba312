"""What somebody is doing on a day to come: "is meeting union leaders on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import Reader, clause_end, conditional, group_at
from crossread.annotate.acts.diary import next_verb, time_in
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import is_agent
from crossread.annotate.acts.shapes import Found
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed


def dated(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    if reader.word(index) in ("is", "are"):
        yield from _under_way_on(reader, sentence, index)


# What somebody does on a day that is set: the present participle tells of what is to come (Quirk et al. 1985, 4.44).
_ATTENDING = listed(
    "head meet visit travel speak hold host address appear testify return leave vote attend launch open close release "
    "publish unveil announce fly arrive convene brief debate hear sign"
)


_NOW = listed("now currently today")


def _under_way_on(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the minister is meeting union leaders on Monday"."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None or reader.tokens[verb].tag != "VBG" or reader.tokens[verb].lemma not in _ATTENDING:
        return
    group = group_at(reader, verb, "ing", sentence)
    subject = subject_of(reader, group, sentence)
    action = verb, clause_end(reader, verb, sentence)
    if subject is None or group.negated or action[1] <= verb + 1 or conditional(reader, group, sentence):
        return
    time = time_in(reader, action)
    now = time is not None and reader.times[time].span.of(reader.article.text).lower() in _NOW
    if time is not None and not now and _to_come(reader, time) and is_agent(reader, *subject):
        yield Found(ActKind.SCHEDULED, (group.first, verb + 1), action, subject, dated=True)


def _to_come(reader: Reader, time: int) -> bool:
    """Whether a time does not lie before its article."""
    days, published = reader.times[time].days, reader.article.published
    return days is None or published is None or days.latest >= published.earliest
