"""Conflicts: accounts that disagree on one typed slot.

A conflict is published only where a slot is the same beyond doubt: the same
count of the same event, the same happening on another day or hour, one
person's name in two spellings, one instrument of one attack, or an assertion
and its express denial. A higher, later count is an update.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crossread.compare.conflicts.alternatives import instrument_conflicts
from crossread.compare.conflicts.denials import denial_conflicts
from crossread.compare.conflicts.differing import differing_conflicts
from crossread.compare.conflicts.hours import time_conflicts
from crossread.compare.conflicts.kin import kin_conflicts
from crossread.compare.conflicts.misnamed import misnamed_conflicts
from crossread.compare.conflicts.moments import moment_conflicts
from crossread.compare.conflicts.negations import negation_conflicts
from crossread.compare.conflicts.rounding import apart, spread
from crossread.compare.conflicts.spellings import organisation_conflicts, spelling_conflicts
from crossread.compare.conflicts.wordings import wording_conflicts
from crossread.compare.figures import vague
from crossread.compare.slots import RUNNING, Resolver
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, ConflictKind, Side, Statement, StoryFigure
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.numbers import numbers
from crossread.text.similar import containment
from crossread.text.words import content_forms, words

# Growth of a lower bound that is news: "at least two" and "at least four", not "more than 30" and 32.
_GROWTH = 1.2
# Share of the shorter sentence's content words by which two nameless persons are one
# (0.2 to 0.5 tried: the boy of the gorilla story and the boy of the well need 0.3).
_SAME_STORY = 0.25
# Content words that two sentences on somebody's number of something must share (2 to 6 tried on the gold).
_SHARED = 3
_ADDED = re.compile(r"\b(?:another|additional|further|other|remaining)[ \u00a0]$", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?=[\"'”’)]*(?:\s|$))")
_BEFORE = re.compile(
    r"\b(?:previously|formerly|used to|until (?:now|then|recently)|(?:up|down) from)\b", re.IGNORECASE
)
_NEWER = re.compile(
    r"\b(?:rose|risen|rises|climbed|climbs|increased|grew|grown|jumped|revised|updated) (?:\w+ ){0,2}(?:to|from)\b|"
    r"\bnow stands? at\b|\binitially\b|\bearlier (?:reports?|figures?|tolls?|put)\b",
    re.IGNORECASE,
)


def find(
    accounts: tuple[Account, ...],
    cast: Resolver,
    figures: tuple[StoryFigure, ...],
    statements: tuple[Statement, ...],
    claims: tuple[Claim, ...],
) -> tuple[Conflict, ...]:
    """Return the conflicts of a story, numbers first, each side with its value and evidence."""
    return tuple(
        _distinct(
            [
                *number_conflicts(accounts, figures),
                *time_conflicts(accounts),
                *moment_conflicts(accounts, statements, claims),
                *instrument_conflicts(accounts),
                *spelling_conflicts(accounts, cast),
                *organisation_conflicts(accounts),
                *misnamed_conflicts(accounts),
                *kin_conflicts(accounts, cast),
                *denial_conflicts(accounts, statements),
                *negation_conflicts(accounts, claims),
                *differing_conflicts(accounts),
                *wording_conflicts(accounts, cast),
            ]
        )
    )


def _distinct(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Leave out a conflict whose sides all rest on words that an earlier conflict shows, or on part of them."""
    kept: list[Conflict] = []
    shown: dict[str, list[Span]] = defaultdict(list)
    for conflict in conflicts:
        words = [evidence for side in conflict.sides for evidence in side.evidence]
        if not all(any(e.span.overlaps(span) for span in shown[e.article]) for e in words):
            kept.append(conflict)
            for evidence in words:
                shown[evidence.article].append(evidence.span)
    return kept


# --- numbers -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one account says of a slot."""

    order: int
    account: Account
    figure: StoryFigure
    evidence: Evidence

    @property
    def bounds(self) -> tuple[float, float]:
        figure = self.figure
        return spread(figure.value, figure.low, figure.high, figure.modifier)

    @property
    def point(self) -> float:
        figure = self.figure
        known = (figure.value, figure.low, figure.high)
        return next(number for number in known if number is not None)


def number_conflicts(accounts: Sequence[Account], figures: Sequence[StoryFigure]) -> list[Conflict]:
    """Return the slots on which accounts give numbers that cannot both hold."""
    found = []
    for slot in dict.fromkeys(figure.slot for figure in figures if figure.slot):
        readings = _first_readings(accounts, [figure for figure in figures if figure.slot == slot])
        running = bool(RUNNING & set(slot.split(" · ")))
        if _disagree(readings, running=running):
            found.append(_number_conflict(slot, readings, running=running))
    return found


def _first_readings(accounts: Sequence[Account], figures: Sequence[StoryFigure]) -> list[_Reading]:
    """Return each account's first exact or bounded figure of a slot: no later ones, no parts ("the other three")."""
    readings = []
    for order, account in enumerate(accounts):
        own = [
            (e, f)
            for f in figures
            if not vague(f)
            for e in f.evidence
            if e.article == account.id and not _added(account, e.start)
        ]
        if own:
            evidence, figure = min(own, key=lambda pair: pair[0].start)
            readings.append(_Reading(order, account, figure, evidence))
    return readings


def _disagree(readings: list[_Reading], *, running: bool) -> bool:
    return any(
        (apart(one.bounds, other.bounds) or (running and _grown(one, other))) and _comparable(one, other)
        for one, other in combinations(readings, 2)
    )


def _comparable(one: _Reading, other: _Reading) -> bool:
    """Whether two differing readings can be held against each other.

    Not where one account's sentence gives the other's number too ("six arrests, compared to 47 the
    night before"), and for somebody without a name only where the sentences tell the same.
    """
    if other.point in _numbers_beside(one) or one.point in _numbers_beside(other):
        return False
    if not (RUNNING & set(one.figure.slot.split(" · "))) and (_bygone(one) != _bygone(other)):
        return False
    subject = one.figure.subject
    if one.figure.measure in ("age", "height") and subject and subject == subject.lower():
        return containment(_context(one), _context(other)) >= _SAME_STORY
    if one.figure.slot.rpartition(" · ")[2].startswith("of "):
        return (
            bool(one.figure.subject or other.figure.subject)
            and len(_context(one) & _context(other)) >= _SHARED
        )
    return True


def _bygone(reading: _Reading) -> bool:
    """Whether the sentence tells how something was before, which another number may have replaced."""
    return _BEFORE.search(_sentence(reading).of(reading.account.text)) is not None


def _sentence(reading: _Reading) -> Span:
    """Return the reading's sentence, up to its full stop where a border was set too early."""
    account, shown = reading.account, reading.evidence.span
    sentence = account.analysis.sentence_at(shown.start)
    paragraph = account.article.paragraph_at(shown.start)
    if sentence is None or paragraph is None:
        return shown
    stop = _STOP.search(account.text, max(sentence.end - 1, shown.end), paragraph.end)
    return Span(sentence.start, stop.end() if stop else paragraph.end)


def _numbers_beside(reading: _Reading) -> set[float]:
    """Return the other exact numbers of the reading's sentence, without those that are added ("another 50")."""
    text = reading.account.text
    found = [n for n in numbers(text, _sentence(reading)) if not n.span.overlaps(reading.evidence.span)]
    return {n.value for n in found if n.value is not None and not _added(reading.account, n.span.start)}


def _added(account: Account, position: int) -> bool:
    """Whether what is counted at a position comes on top of others, or is what is left of them."""
    return _ADDED.search(account.text, max(0, position - 12), position) is not None


def _context(reading: _Reading) -> frozenset[str]:
    forms = content_forms(words(reading.account.text, _sentence(reading)))
    return frozenset(form for form in forms if not form[0].isdigit())


def _grown(one: _Reading, other: _Reading) -> bool:
    """Whether two lower bounds differ by more than wording: "at least two", "at least six"."""
    if one.figure.value is not None and other.figure.value is not None:
        return False
    if one.figure.high is not None or other.figure.high is not None:
        return False
    low, high = sorted((one, other), key=lambda reading: reading.point)
    return low.figure.value is None and high.point >= low.point * _GROWTH


def _number_conflict(slot: str, readings: list[_Reading], *, running: bool) -> Conflict:
    sides: dict[str, list[Evidence]] = {}
    for reading in sorted(readings, key=lambda reading: (reading.point, reading.order)):
        sides.setdefault(value_words(reading.figure), []).append(reading.evidence)
    kind = ConflictKind.UPDATE if running and _moves_on(readings) else ConflictKind.NUMBER
    founding = min(readings, key=lambda reading: reading.order)
    return Conflict(
        id=founded_id("conflict", founding.evidence, slot),
        slot=_label(slot, founding.figure),
        kind=kind,
        sides=tuple(Side(value, tuple(evidence)) for value, evidence in sides.items()),
    )


def _label(slot: str, figure: StoryFigure) -> str:
    """Return the slot in words: the measure of the figure that founds it, and whose it is."""
    if figure.subject and figure.measure in ("age", "height"):
        return f"{figure.measure} of {figure.subject}"
    if figure.subject and " · of " in slot:
        return f"{figure.measure} ({figure.subject})"
    scope = slot.split(" · ")[2:]
    return f"{figure.measure} ({scope[0].title()})" if scope else figure.measure


def _moves_on(readings: list[_Reading]) -> bool:
    """Whether differing counts are one count growing: by bounds or wording, or each later account's is higher."""
    if any(
        reading.figure.value is None or _NEWER.search(_sentence(reading).of(reading.account.text))
        for reading in readings
    ):
        return True
    dated = [(r.account.article.published, r.point) for r in readings]
    days = sorted((day.earliest, point) for day, point in dated if day is not None)
    if len(days) < len(readings) or len({day for day, _ in days}) < 2:
        return False
    return all(a[1] <= b[1] for a, b in pairwise(days))


def value_words(figure: StoryFigure) -> str:
    """Return a figure's value in short words: "at least 6", "about 850", "3 to 5", "47%"."""
    if figure.value is not None:
        number = _plain(figure.value)
    elif figure.low is not None and figure.high is not None:
        number = f"{_plain(figure.low)} to {_plain(figure.high)}"
    else:
        number = _plain(figure.low if figure.low is not None else figure.high or 0.0)
    words = f"{figure.modifier} {number}" if figure.modifier else number
    if figure.unit == "%":
        return f"{words}%"
    return f"{words} {figure.unit}" if figure.unit.isupper() else words


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"
