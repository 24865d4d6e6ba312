"""Figures over the accounts: the same measure with the same value is one figure with several witnesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.compare.slots import Resolver, Slot, main_places, scope_of, slot_of, subject_name
from crossread.record.annotation import Account, Figure
from crossread.record.dossier import StoryFigure
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.similar import containment
from crossread.text.words import content_forms, words

# Share of content words that two sentences must share for "two officers" in both to be the same two.
# 0.3 to 0.7 tried on the example and the consulate story: below 0.5 different officers fell together.
_SAME_SENTENCE = 0.5


# Code points between a number and the words of its measure, and between a name and its age, that evidence
# may span: "47% of respondents thought", "Anna Hall, aged 48".
_WORD_GAP = 24
# Measures that are no words of the text.
_NAMED_MEASURES = ("age", "height")
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
    for word in () if figure.measure in _NAMED_MEASURES else figure.measure.split():
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


def readings(accounts: Sequence[Account], cast: Resolver) -> tuple[Reading, ...]:
    """Return every account's figures with their slots, in reading order."""
    main = main_places(accounts)
    found = []
    for order, account in enumerate(accounts):
        for figure in account.annotation.figures:
            subject = subject_name(account, figure, cast)
            slot = slot_of(account, figure, subject, scope_of(account, figure.span, main))
            found.append(Reading(order, account, figure, slot, subject))
    return tuple(r for r in _whose(found) if r.figure.measure != "age" or r.subject is not None)


def _whose(found: list[Reading]) -> tuple[Reading, ...]:
    """Give "the 33-year-old" to the one named person of the story who is 33."""
    known: dict[float, set[str]] = {}
    for reading in found:
        if reading.figure.measure == "age" and reading.figure.value is not None and _named(reading.subject):
            known.setdefault(reading.figure.value, set()).add(reading.subject or "")
    return tuple(_owned(reading, known) for reading in found)


def _named(subject: str | None) -> bool:
    return subject is not None and subject != subject.lower()


def _owned(reading: Reading, known: dict[float, set[str]]) -> Reading:
    figure = reading.figure
    before = reading.account.text[max(0, figure.span.start - 4) : figure.span.start].lower()
    if figure.measure != "age" or reading.subject is not None or before != "the " or figure.value is None:
        return reading
    people = known.get(figure.value, set())
    if len(people) != 1:
        return reading
    name = next(iter(people))
    return replace(reading, subject=name, slot=Slot(f"{figure.measure} of {name}"))


def align(accounts: tuple[Account, ...], cast: Resolver) -> tuple[StoryFigure, ...]:
    """Return the story's figures, each with the evidence of every account that gives it, in reading order."""
    groups: list[list[Reading]] = []
    for reading in readings(accounts, cast):
        home = next((group for group in groups if _same(group[0], reading)), None)
        if home is None:
            groups.append([reading])
        else:
            home.append(reading)
    return tuple(_story_figure(group) for group in groups)


def _same(one: Reading, other: Reading) -> bool:
    """Whether two readings give one measure one value."""
    a, b = one.figure, other.figure
    if (a.value, a.low, a.high, a.unit) != (b.value, b.low, b.high, b.unit):
        return False
    if one.slot.key != other.slot.key:
        return False
    if one.slot.key and not vague(a):
        return True
    if _plain_count(a) and a.measure.lower() == b.measure.lower():
        return True
    return _head(a) == _head(b) and shared_context(one, other) >= _SAME_SENTENCE


# Least exact count that two accounts do not give of two things in the same several words by chance.
# 5, 20, 100 tried on ten development stories by reading: at 5 two pairs of scenes fall together.
_TELLING_COUNT = 20


def _plain_count(figure: Figure) -> bool:
    """Whether it is an exact count with a measure of several words: "269 counts of wire fraud"."""
    several = len(figure.measure.split()) > 1
    return several and figure.modifier is None and (figure.value or 0) >= _TELLING_COUNT


def vague(figure: Figure | StoryFigure) -> bool:
    """Whether a figure is no number: "dozens" of one account need not be those of another."""
    return figure.value is None and figure.modifier is None and figure.high is None


def _head(figure: Figure) -> str:
    return figure.measure.lower().split()[0] if figure.measure else ""


def shared_context(one: Reading, other: Reading) -> float:
    """Return how much of the shorter sentence's content the other sentence holds, 0 to 1."""
    return containment(_context(one), _context(other))


def _context(reading: Reading) -> frozenset[str]:
    sentence = reading.account.analysis.sentence_at(reading.figure.span.start)
    span = sentence.span if sentence else reading.figure.span
    return frozenset(content_forms(words(reading.account.text, span)))


def _story_figure(group: list[Reading]) -> StoryFigure:
    first = group[0]
    figure = first.figure
    evidence = tuple(dict.fromkeys(reading.evidence for reading in group))
    return StoryFigure(
        id=founded_id("figure", evidence[0], first.slot.key),
        measure=Counter(r.figure.measure for r in group).most_common(1)[0][0],
        unit=figure.unit,
        evidence=evidence,
        subject=next((r.subject for r in group if r.subject), None),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        slot=first.slot.key,
    )
