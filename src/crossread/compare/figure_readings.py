"""One account's figure in its story: the words that show it, and whether its short words tell it from others.

Where an account gives two numbers of one harm ("people arrested": 29 in one town, 2 in another), the words that
accounts are compared by would put both under one heading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from crossread.compare.slots import Slot
from crossread.record.annotation import Account, Figure
from crossread.record.span import Evidence, Span
from crossread.text.numbers import GAP

# Code points between a number and the words of its measure, and between a name and its age, that evidence
# may span: "47% of respondents thought", "Anna Hall, aged 48".
_WORD_GAP = 24
# Measures that are no words of the text.
NAMED_MEASURES = ("age", "height")
_NAME_GAP = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """One account's figure with its slot over the story; `order` is the account's place in reading order."""

    order: int
    account: Account
    figure: Figure
    slot: Slot
    subject: str | None

    @property
    def evidence(self) -> Evidence:
        return self.account.evidence(evidence_span(self.account, self.figure))


def evidence_span(account: Account, figure: Figure) -> Span:
    """Return the words that show a figure: its number and what follows in its noun phrase, up to the measure."""
    sentence = account.analysis.sentence_at(figure.span.start)
    limit = sentence.end if sentence else len(account.text)
    end = figure.span.end
    rest = account.text[end:limit]
    at = 0
    behind = figure.measure.partition(GAP)[2] if GAP in figure.measure else figure.measure
    for word in () if figure.measure in NAMED_MEASURES else behind.split():
        found = rest.find(word, at, at + len(word) + _WORD_GAP)
        if found < 0:
            break
        at = found + len(word)
    return Span(_with_person(account, figure), end + at)


def _with_person(account: Account, figure: Figure) -> int:
    """Return where an age's words begin: with its person's name where that stands right before ("Anna Hall, 48")."""
    start = figure.span.start
    if figure.measure != "age" or not figure.subject:
        return start
    named = account.text.rfind(figure.subject, max(0, start - len(figure.subject) - _NAME_GAP), start)
    return named if named >= 0 and "\n" not in account.text[named:start] else start


# Words of a measure up to which a word of harm in it is what happened to the counted ("people taken to hospital");
# longer ones are clauses that may only mention it ("millions at risk of illness or death").
LONGEST_EVENT = 7

_MARKS = re.compile('["“”]')
# Words that such a label may have.
_LONGEST = 60


def set_apart(found: list[Reading]) -> list[Reading]:
    """Tell by its sentence each count of a harm beside which its account gives another that cannot be the same.

    One that another account gives too, and no other of its own account, is the story's.
    """
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in found:
        if reading.slot.event and len(reading.figure.measure.split()) <= LONGEST_EVENT:
            groups[reading.slot.key].append(reading)
    apart: dict[int, str] = {}
    for group in groups.values():
        for one in group:
            others = [r for r in group if r.order == one.order and not _may_be_one(one, r)]
            if others and not _vouched(one, group):
                apart[id(one)] = by_its_sentence(one.account, one.figure)
    return [
        replace(r, slot=Slot(""), figure=replace(r.figure, measure=apart[id(r)])) if id(r) in apart else r
        for r in found
        if apart.get(id(r)) != ""
    ]


def _may_be_one(one: Reading, other: Reading) -> bool:
    (low, high), (least, most) = range_of(one.figure), range_of(other.figure)
    return low <= most and least <= high


def _vouched(one: Reading, group: Sequence[Reading]) -> bool:
    return any(r.order != one.order and _may_be_one(one, r) for r in group)


def range_of(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that a figure can mean."""
    if figure.value is not None:
        return figure.value, figure.value
    return figure.low or 0, inf if figure.high is None else figure.high


def named(reading: Reading) -> bool:
    """Whether a figure is not the age or height of somebody without a name."""
    subject = reading.subject
    return reading.figure.measure not in NAMED_MEASURES or bool(subject and subject != subject.lower())


def in_full(reading: Reading) -> Reading:
    """Return a reading with its sentence for a label of a few words, which does not say when and where it was."""
    account, figure = reading.account, reading.figure
    words = by_its_sentence(account, figure)
    of_somebody = figure.measure in NAMED_MEASURES and named(reading)
    if GAP in figure.measure or of_somebody or not words:
        return reading
    party = None if figure.statement is None else account.annotation.statements[figure.statement].speaker
    sentence = account.analysis.sentence_at(figure.span.start)
    said = party is not None and sentence is not None and sentence.span.contains(party.span)
    statement = None if said else figure.statement
    subject = None if figure.measure in NAMED_MEASURES else reading.subject
    return replace(reading, figure=replace(figure, measure=words, statement=statement), subject=subject)


def by_its_sentence(account: Account, figure: Figure) -> str:
    """Return the sentence of a figure, its number as "…"; "" if too long."""
    sentence = account.analysis.sentence_at(figure.span.start)
    if sentence is None or figure.span.end > sentence.end:
        return ""
    words = f"{account.text[sentence.start : figure.span.start]}{GAP}{account.text[figure.span.end : sentence.end]}"
    words = " ".join(_MARKS.sub("", words).split()).rstrip(" .,")
    return words if len(words.split()) <= _LONGEST else ""
