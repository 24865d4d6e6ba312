"""Counts on one slot: what two accounts give as the number of one thing, and when a later one is an update.

Two counts of harm are of one happening only where the sentences tell the
same, or one stands where an account tells what its story is about, and where
no place named in the one rules out the other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crossread.compare.conflicts.rounding import apart, in_parts, same_rounded, spread
from crossread.compare.figures import vague
from crossread.compare.slots import HAPPENING, RUNNING, places
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side, StoryFigure
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.gazetteer import far_apart
from crossread.text.numbers import numbers
from crossread.text.words import topics

# Growth of a lower bound that is news: "at least two" and "at least four", not "more than 30" and 32.
_GROWTH = 1.2
# Content words that two sentences on somebody's number of something, or on a year long past, must share
# (2 to 6 tried on the gold).
_SHARED = 3
# Content words beside their measures that sentences on a count of harm must share, unless one opens its account
# (1 to 3 tried on the gold and by reading), and how many sentences open one.
_SHARED_HAPPENING, _OPENING = 2, 3
# Counts of one happening that are further apart than these factors are of other things or of other days; small ones
# may grow more.
_FAR, _FAR_SMALL, _SMALL = 3.0, 5.0, 10
_ADDED = re.compile(r"\b(?:another|additional|further|other|remaining)[ \u00a0]$", re.IGNORECASE)
_APART = re.compile(r"\b(?:later|also|separately|subsequently|elsewhere|meanwhile)\b", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(
    rf"\b(?:first|second|third|fourth|another|other|each|one)(?: of the)? (?:[\w-]+ )?(?:{HAPPENING})(?:e?s)?\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\W{0,3}(?:/|(?:per|for every|out of every)[ \u00a0])[ \u00a0]?(?:\d|capita|thousand|million)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOP = re.compile(r"[.!?](?=[\"'”’)]*(?:\s|$))")
_NEWER = re.compile(
    r"\b(?:rose|risen|rises|climbed|climbs|increased|grew|grown|jumped|revised|updated) (?:\w+ ){0,2}(?:to|from)\b|"
    r"\bnow stands? at\b|\binitially\b|\bearlier (?:reports?|figures?|tolls?|put)\b",
    re.IGNORECASE,
)


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
        differing = _differing(readings, running=running)
        if differing:
            found.append(_number_conflict(slot, differing, running=running))
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
            if e.article == account.id
            and not (_added(account, e.start) or _part(account, e))
            and not _RATE.match(account.text, e.end)
        ]
        if own:
            evidence, figure = min(own, key=lambda pair: pair[0].start)
            readings.append(_Reading(order, account, figure, evidence))
    return readings


def _differing(readings: list[_Reading], *, running: bool) -> list[_Reading]:
    """Return the readings that cannot all hold, and those of the same thing that agree with one of them."""
    pairs = [pair for pair in combinations(readings, 2) if _comparable(*pair)]
    apart_ = {
        reading.order
        for one, other in pairs
        if _apart(one, other) or (running and _grown(one, other))
        for reading in (one, other)
    }
    beside = {
        reading.order for one, other in pairs if {one.order, other.order} & apart_ for reading in (one, other)
    }
    return [reading for reading in readings if reading.order in apart_ | beside]


def _apart(one: _Reading, other: _Reading) -> bool:
    return apart(one.bounds, other.bounds) and not same_rounded(one.point, other.point)


def _comparable(one: _Reading, other: _Reading) -> bool:
    """Whether two differing readings can be held against each other.

    Not where one account's sentence gives the other's number too ("six arrests, compared to 47 the
    night before"), or parts that make the other's.
    """
    beside = _numbers_beside(one), _numbers_beside(other)
    if other.point in beside[0] or one.point in beside[1]:
        return False
    if in_parts(one.point, beside[0], other.point) or in_parts(other.point, beside[1], one.point):
        return False
    if RUNNING & set(one.figure.slot.split(" · ")):
        return _one_happening(one, other)
    if one.figure.slot.rpartition(" · ")[2].startswith("of "):
        return len(_context(one) & _context(other)) >= _SHARED
    return True


def _one_happening(one: _Reading, other: _Reading) -> bool:
    """Whether two counts of harm may be of one happening: near enough, in no two places, in sentences that tell it."""
    low, high = sorted((one.point, other.point))
    if high > low * (_FAR_SMALL if low < _SMALL else _FAR) or _in_two_places(one, other):
        return False
    measure = frozenset(topics(f"{one.figure.measure} {other.figure.measure}"))
    shared = (_context(one) & _context(other)) - measure
    if _YEAR.fullmatch(one.figure.slot.rpartition(" · ")[2]):
        return len(shared) >= _SHARED
    return len(shared) >= _SHARED_HAPPENING or _opening(one) or _opening(other)


def _in_two_places(one: _Reading, other: _Reading) -> bool:
    """Whether each sentence names places, and all of the one lie away from all of the other."""
    ours, yours = (_places(reading) for reading in (one, other))
    return bool(ours and yours) and all(far_apart(a, b) for a in ours for b in yours)


def _places(reading: _Reading) -> frozenset[str]:
    within = _sentence(reading)
    return frozenset(name for span, name in places(reading.account) if within.contains(span))


def _opening(reading: _Reading) -> bool:
    """Whether a count stands where its account tells what the story is about."""
    return reading.evidence.start < reading.account.analysis.sentences[:_OPENING][-1].end


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


def _part(account: Account, evidence: Evidence) -> bool:
    """Whether what was counted happened apart from the rest: "two were later found dead", "the first blast killed"."""
    sentence = account.analysis.sentence_at(evidence.start)
    told = account.text[sentence.start : sentence.end] if sentence else ""
    return _APART.search(evidence.text) is not None or _ONE_OF_SEVERAL.search(told) is not None


def _context(reading: _Reading) -> frozenset[str]:
    forms = topics(reading.account.text, _sentence(reading))
    return frozenset(form for form in forms if not form[0].isdigit())


def _grown(one: _Reading, other: _Reading) -> bool:
    """Whether two lower bounds differ by more than wording: "at least two", "at least six"."""
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
    """Return the slot in words: what is counted or measured, and whose it is."""
    if figure.subject and figure.measure in ("age", "height"):
        return f"{figure.measure} of {figure.subject}"
    if figure.subject and " · of " in slot:
        return f"{slot.partition(' · ')[0]} ({figure.subject})"
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
