"""Amounts that are no counts: percentages, sums of money, lengths of time and space, scores, points and votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.annotate.figures.ages import name_beside
from crossread.annotate.figures.counted import Scene, counted
from crossread.annotate.figures.labels import figure_of, label
from crossread.annotate.figures.polls import pollster
from crossread.annotate.figures.units import (
    CURRENCY_AFTER,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    PERCENT_AFTER,
    SIGN_BEFORE,
    size_unit,
    time_unit,
)
from crossread.record.analysis import Sentence
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import GAP, Number

_S = r"[ \u00a0\u2009\u202f]"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE_BEFORE = re.compile(rf"\b{MONTH}{_S}$")
# "52-48", of a team's season "13-3", with draws "7-8-1".
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,3})%?[-–](\d{1,3})%?(?P<drawn>[-–]\d{1,3})?(?![-–\w]|[.,]\d)")
# What results are told by: votes, matches, seasons. Source: the reporting verbs and nouns of results in the guides to
# match reports and roll calls (ESPN, PA, the Congressional Record).
_SCORE_CUE = re.compile(
    r"\b(?:won|win|wins|beat|beating|beaten|lost|lose|loss|losing|defeat\w*|victory|score\w*|drew|draw|lead|led|ahead|"
    r"vot\w+|passed|rejected|confirmed|approved|split|tally|margin|trail\w*|triumph\w*|rout\w*|rul\w+|decision|advantage|"
    r"record|seasons?|mark|went|finish\w*|start|half-time|halftime|hammered|thrashed|crushed|beat\w*|overturned|override|"
    r"result|game|match|series|set|tie|tied|deadlocked|down|up)\b",
    re.I,
)


def read_percentage(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a share, a change or an answer of a poll; percentage points are points."""
    match = PERCENT_AFTER.match(scene.text, number.span.end, sentence.end)
    if not match:
        return None
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    if "point" in match.group().lower():
        return figure_of(number, span, label(scene, span), "points")
    if _BARE_BASE.match(scene.text, span.end) or scene.text[span.end : span.end + 1] in ("/", "-", "–"):
        return figure_of(number, span, "", "%")
    if number.value == _WHOLE and _WHOLLY.match(scene.text, span.end):
        return figure_of(number, span, "", "%")
    return figure_of(number, span, label(scene, span), "%", pollster(scene, sentence))


# "100 percent sure", "100 percent on my side": a way of speaking.
_WHOLE = 100
_WHOLLY = re.compile(rf"{_S}(?!of\b|in\b|from\b|by\b|and\b|or\b|to\b)[a-z]")
# "99 % of the time": a way of speaking.
_BARE_BASE = re.compile(rf"{_S}of{_S}(?:the{_S})?time\b")
_POINTS_AFTER = re.compile(
    rf"{_S}points?\b|-point(?={_S}(?:[a-z]+{_S})?(?:margin|lead|swing|advantage|edge|gap|deficit|victory|win|drop|rise|loss)s?\b)"
)


def read_points(scene: Scene, number: Number) -> Figure | None:
    """Read points won or led by: "leads by 11 points"."""
    match = _POINTS_AFTER.match(scene.text, number.span.end)
    if match is None:
        return None
    span = Span(number.whole.start, match.end())
    return figure_of(number, span, label(scene, span), "points")


# "Deployed five times", but not "five times as many".
_TIMES_AFTER = re.compile(
    rf"{_S}times\b(?!{_S}(?:as|more|the|that|higher|larger|greater|less|likelier|what|over|than)\b)"
)
_WINNER_AFTER = re.compile(
    rf"-times?{_S}((?:[\w-]+{_S}){{0,3}}?(?:champion|winner|medallist|medalist|finalist|runner-up))s?\b"
)


def read_times(scene: Scene, number: Number) -> Figure | None:
    """Read how often something was done or won: "deployed five times", "the four-time world champion Anna Hall"."""
    match = _TIMES_AFTER.match(scene.text, number.span.end)
    if match:
        span = Span(number.whole.start, match.end())
        return figure_of(number, span, label(scene, span), "times")
    won = _WINNER_AFTER.match(scene.text, number.span.end)
    if not won or number.value is None:
        return None
    span = Span(number.span.start, won.end())
    who = name_beside(scene, span.start, span.end)
    return figure_of(number, span, f"times {won[1]}" if who else "", "times", who)


# Steps of a contest, by number ("on lap 48"), and what an ordinal numbers ("in the 48th lap", "her 52nd victory").
# Source: the scoring units in the glossaries of athletics, cricket, football, golf, motor racing and tennis.
_STEPS = r"lap|round|minute|over|inning|hole|heat|set|game|place|position|quarter"
_FEATS = r"victory|win|start|appearance|title|goal|medal|career|grand prix|race|term|pole|podium"
_STEP_BEFORE = re.compile(rf"\b(?!over\b)({_STEPS}){_S}$", re.I)
_NTH = re.compile(
    rf"(?:st|nd|rd|th){_S}(?:of{_S}\d+{_S})?(?:(?!(?:in|at|on|for|from|to|by)\b)[\w-]+{_S}){{0,2}}?"
    rf"({_STEPS}|{_FEATS})s?\b(?!{_S}[a-z]+(?:er|ing)\b)",
    re.I,
)


def read_position(scene: Scene, number: Number) -> Figure | None:
    """Read which of a series something is: "on lap 48", "dropped to 15th place", "her 52nd victory"."""
    if not number.bare or number.value is None:
        return None
    step = _STEP_BEFORE.search(scene.text, max(0, number.span.start - 12), number.span.start)
    nth = _NTH.match(scene.text, number.span.end)
    named = step or nth
    if named is None:
        return None
    gap = Span(number.span.start, number.span.end + (2 if nth else 0))
    unit = named[1].lower()
    named_here = step is None or scene.text[step.start()].islower()
    words = label(scene, gap) if named_here else ""
    return figure_of(number, gap, words, unit)


def read_length(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a duration, distance, weight or speed; None where the number has no such unit."""
    match = re.compile(rf"(?:{_S}|-)?([A-Za-z/]+)").match(scene.text, number.span.end, sentence.end)
    unit = match and (time_unit(match[1]) or size_unit(match[1]))
    if not match or not unit:
        return None
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    measured = _is_measured(scene, number, span, sentence, timed=time_unit(match[1]) is not None)
    named = len(match[1]) > 1 and match[1].istitle()  # "60 Minutes"
    return figure_of(number, span, label(scene, span) if measured and not named else "", unit)


def _is_measured(scene: Scene, number: Number, span: Span, sentence: Sentence, *, timed: bool) -> bool:
    """Whether a length says how long something is, not when: "a two-year study", "jailed for four years"."""
    text = scene.text
    if _OLD_AFTER.match(text, span.end):
        return False  # an age, whose stays open
    if _GREATER_PART.search(text, max(sentence.start, span.start - 14), span.start):
        return False
    if text[number.span.end : number.span.end + 1] == "-":
        thing = counted(scene, span, sentence.end)
        named = text[number.span.end + 1 : number.span.end + 2].isupper()  # "the Six-Day War"
        return thing is not None and not named and scene.tokens[thing.head].lemma not in _POINTS
    return not timed or not _AGO.match(text, span.end)


_OLD_AFTER = re.compile(rf"(?:-|‑|{_S})olds?\b")
_AGO = re.compile(rf"{_S}(?:earlier|later|afterwards|previously|since|from now|old|out|left|to go)\b", re.I)
# Nouns that make a length a point in time: "the two-week mark".
_POINTS = frozenset({"mark", "anniversary", "deadline", "point"})
# The greater part of a length in two parts: "nine hours and 30 minutes".
_GREATER_PART = re.compile(
    rf"\b(?:years?|months?|weeks?|days?|hours?|minutes?|feet|foot|ft|pounds?|stone),?{_S}(?:and{_S})?$", re.I
)
# A vote told in words: "by a vote of 228 to 191".
_VOTE = re.compile(
    rf"\b(?:vote of|vote was|voted|passed|approved|rejected|by){_S}(\d{{1,3}}){_S}to{_S}(\d{{1,3}})(?![\w%]|[.,]\d)"
)
_OF_VOTES = re.compile(r"\b(?:vote[sd]?|ballot|passed|approved|rejected)\b", re.I)


# "Men ages 20-29", "pages 20-29": from one to the other.
_BOUNDS_BEFORE = re.compile(rf"\b(?:age[sd]?|aged|between|pages?|grades?|sizes?|years?){_S}$", re.I)
# Higher numbers with a dash are votes, or the type of an aeroplane.
_HIGHEST_SCORE = 200


def read_scores(scene: Scene, within: Span) -> Iterator[Figure]:
    """Read scores and votes: "won 5-3", "by a vote of 52 to 48"; low and high are the two sides' numbers."""
    for match in _SCORE.finditer(scene.text, within.start, within.end):
        span = Span(match.start(), match.end())
        clause = scene.text[max(within.start, span.start - 60) : min(within.end, span.end + 30)]
        dated = (
            _in_any_time(scene, span)
            or _BOUNDS_BEFORE.search(scene.text, max(0, span.start - 12), span.start)
            or DATE_BEFORE.search(scene.text, max(0, span.start - 12), span.start)
        )
        cue = _OF_VOTES if max(float(match[1]), float(match[2])) > _HIGHEST_SCORE else _SCORE_CUE
        if (match["drawn"] or cue.search(clause)) and not dated:
            yield from _two_sides(scene, span, float(match[1]), float(match[2]))
    for match in _VOTE.finditer(scene.text, within.start, within.end):
        clause = scene.text[max(within.start, match.start() - 60) : match.start(1)]
        unit = re.compile(rf"{_S}[a-z]+").match(scene.text, match.end())
        other = unit and (time_unit(unit.group().strip()) or "cent" in unit.group())
        if _OF_VOTES.search(clause) and not other:
            yield from _two_sides(scene, Span(match.start(1), match.end(2)), float(match[1]), float(match[2]))


_BARE_TALLY = re.compile(
    rf"(?:the |a )?(?:final )?(?:tally|vote|count|score|result)s? (?:was|is|were) {GAP}", re.I
)


def _two_sides(scene: Scene, span: Span, first: float, second: float) -> Iterator[Figure]:
    words = label(scene, span)
    if words and not _BARE_TALLY.fullmatch(words):
        yield Figure(span, words, "score", low=min(first, second), high=max(first, second))


def _in_any_time(scene: Scene, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in scene.times)


_POUNDS = re.compile(rf"{_S}(?:of{_S})?pounds\b")
# Below it a number of "pounds" may be a weight.
_LEAST_POUNDS = 1e5


def read_sum(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a sum of money: "£1.2m", "$3 billion", "500 euros"."""
    text, span = scene.text, number.whole
    amount = _after_between(text, number.span)
    sign = SIGN_BEFORE.search(text, max(sentence.start, amount - 5), amount)
    word = CURRENCY_AFTER.match(text, number.span.end, max(sentence.end, number.span.end))
    pounds = _POUNDS.match(text, number.span.end)
    if sign:
        whole, unit = Span(min(span.start, sign.start(1)), span.end), CURRENCY_SIGNS[sign[1]]
    elif word:
        whole, unit = Span(span.start, max(span.end, word.end())), CURRENCY_WORDS[word[1].lower()]
    elif pounds and (number.vague or (number.value or 0) >= _LEAST_POUNDS):
        whole, unit = Span(span.start, pounds.end()), "GBP"
    else:
        return None
    if _TORN.match(text, number.span.end):
        return None
    return figure_of(number, whole, label(scene, whole), unit)


def _after_between(text: str, span: Span) -> int:
    """Return where the first number of a range stands: in "between $5 and $7 million" behind the sign."""
    return next((span.start + at for at, letter in enumerate(span.of(text)) if letter.isdigit()), span.start)


# "$45 …million", "$100 (million)": the scale is torn off.
_TORN = re.compile(r"[^\w,;:.]*[…(\[][^\w,;:]*(?:thousand|million|billion|trillion)\b")
