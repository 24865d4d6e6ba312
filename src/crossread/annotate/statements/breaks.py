"""Sentences that a page breaks within a line: links, captions and the like run into them.

"Ann Roe [links] (R-Ohio) said that she and the mayor [links] are "glad" of it": three stretches, one sentence.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.phrases import ADJACENT, phrase_left
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.annotate.statements.report import Report

_BASIS = "name before the words of the page"
_BRACKETED = 8  # most tokens of "(R-Ohio)" behind a name; not tuned


def across(reading: Reading, number: int, report: Report) -> Report:
    """Return a report with the name before a break that parts it from its cue, and the words behind one."""
    return _gone_on(reading, number, _named(reading, number, report))


def _named(reading: Reading, number: int, report: Report) -> Report:
    """Take the name before the break for a speaker that stands in brackets at the sentence's start."""
    first, speaker = reading.segments[number].tokens.start, report.speaker
    if (
        speaker is None
        or reading.tokens[first].text != "("
        or not first < speaker.first <= first + _BRACKETED
    ):
        return report
    closing = next((i for i in range(first, report.cue.start) if reading.tokens[i].text == ")"), None)
    if closing is None or closing <= speaker.last:
        return report
    before = reading.segments[number - 1] if number else None
    found = None
    if before is not None and _broken(reading, before, reading.segments[number]):
        found = phrase_left(reading, before, before.tokens.stop - 1)
    if found is None:
        return replace(report, speaker=None, basis="its speaker is only a party and a seat", confidence=0.0)
    return replace(report, speaker=found, basis=_BASIS, confidence=ADJACENT)


def _gone_on(reading: Reading, number: int, report: Report) -> Report:
    """Take in the words behind a break, where the content reaches it and nobody else speaks in them."""
    segment = reading.segments[number]
    if (
        not report.content
        or report.content[-1].stop != segment.tokens.stop
        or number + 1 >= len(reading.segments)
    ):
        return report
    after = reading.segments[number + 1]
    if not _broken(reading, segment, after) or not reading.tokens[after.tokens.start].text[0].islower():
        return report
    if any(reading.cue(i) is not None for i in after.tokens):
        return report
    stop = after.tokens.stop
    while stop > after.tokens.start and reading.tokens[stop - 1].text in STOPS and reading.told(stop - 1):
        stop -= 1
    return replace(report, content=(*report.content, range(after.tokens.start, stop)))


def cut(reading: Reading, report: Report) -> bool:
    """Whether words of the page cut the content off before the sentence ends."""
    number = report.segment
    if not report.content or number + 1 >= len(reading.segments):
        return False
    segment, after = reading.segments[number], reading.segments[number + 1]
    return report.content[-1].stop == segment.tokens.stop and _broken(reading, segment, after)


def _broken(reading: Reading, before: Segment, after: Segment) -> bool:
    """Whether a sentence without a stop and the next one stand in one line with other words between them."""
    between = reading.text[
        reading.tokens[before.tokens.stop - 1].end : reading.tokens[after.tokens.start].start
    ]
    stopped = reading.tokens[before.tokens.stop - 1].text in STOPS
    return (
        before.paragraph != after.paragraph and bool(between.strip()) and "\n" not in between and not stopped
    )
