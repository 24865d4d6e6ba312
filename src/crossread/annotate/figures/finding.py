"""Figures of one article: counts, ages, sums, percentages, lengths, with what they measure.

Each number of the telling paragraphs is read once: as an age, a height, a sum,
a percentage, a measured length, a toll or a count, in that order. A number
whose measure the text does not show is left out: better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.figures.ages import ages
from crossread.annotate.figures.amounts import (
    DATE_BEFORE,
    MONTH,
    read_length,
    read_percentage,
    read_points,
    read_position,
    read_scores,
    read_sum,
    read_times,
)
from crossread.annotate.figures.counted import (
    Scene,
    counted,
    next_token,
)
from crossread.annotate.figures.counts import read_count
from crossread.annotate.figures.telling import teller
from crossread.annotate.figures.units import SIZE_UNITS, TICKER_BEFORE, time_unit
from crossread.record.analysis import PLURAL, Analysis, Sentence
from crossread.record.annotation import Figure, Mention, ReportedStatement, TimeExpression, TimeType
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.numbers import GAP, Number, numbers

_S = r"[ \u00a0\u2009\u202f]"
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?{_S}(?:of{_S})?{MONTH}\b")
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th|s)\b")
# Words before a number that make it a name: "Channel 4", "page 3", "Flight 370", "No. 10".
_LABEL_BEFORE = re.compile(
    rf"\b(?:no|nos|number|page|pages|chapter|section|article|room|gate|flight|route|highway|interstate|channel|"
    rf"phase|tier|level|step|part|episode|season|round|group|grade|class|version|update|figure|bbc|radio|boeing|"
    rf"airbus|apollo|psalm|verse|title|rule|day|week|game|vol|volume|act|amendment|proposition|question|"
    rf"under|radio|formula|district|precinct|ward|zone|line|platform|junction|pier|terminal|top)\.?{_S}$",
    re.I,
)
# "One in five customers", "eight out of ten": a share, whose base is no count.
_SHARE_BEFORE = re.compile(
    rf"\b(?:one|two|three|four|seven|eight|nine|\d{{1,2}}){_S}(?:in|out of){_S}(?:every{_S})?$", re.I
)
_SHARE_BACK = 20  # code points: "seven out of every " fits
# Fixed phrases whose numbers count nothing. Read from the "one" to "twelve" entries of a learner's dictionary.
_IDIOM = re.compile(
    r"\b(?:one (?:another|day|by one|or (?:two|another|the other)|way or|on one|thing|of|could|can|might|"
    r"must|should|would|has to|is|that|who|wants|side|hand|such|more time|more thing|side)|no one|"
    r"at one (?:point|time|stage)|square one|number one|any ?one|every one|each one|"
    r"for one|day one|two-?faced|put two and two|second to none|"
    r"in one (?:fell|go)|on all fours|cloud nine|dressed to the nines|"
    r"zero (?:tolerance|sum|hour)|ground zero|one-?(?:sided|off|time|stop|way)|ten to one|a million times|"
    r"a thousand (?:times|words|cuts)|ninety-nine times|catch-22|24 hours a day|seven days a week|"
    r"four-letter word|800-pound gorilla|one in a million|the other one|this one|that one|another one|which one|"
    r"only one who|lesser of two evils|two sides of the same)\b",
    re.I,
)


def find(
    article: Article,
    analysis: Analysis,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[ReportedStatement, ...],
) -> tuple[Figure, ...]:
    """Find the figures in the telling paragraphs of an article, in text order."""
    scene = Scene(article, analysis, mentions, times, statements)
    found = [*ages(scene)]
    for paragraph in article.paragraphs:
        if paragraph.telling:
            found.extend(_of_paragraph(scene, paragraph.span, tuple(figure.span for figure in found)))
    found.sort(key=lambda figure: figure.span)
    return tuple(replace(figure, statement=_told_by(scene, figure)) for figure in found)


def _told_by(scene: Scene, figure: Figure) -> int | None:
    """Return the index of the statement that gives a figure, unless the label itself says who tells it."""
    index = teller(scene, figure.span)
    party = None if index is None else scene.statements[index].speaker
    sentence = scene.analysis.sentence_at(figure.span.start)
    if party is None or sentence is None or not sentence.span.contains(party.span):
        return index
    shown = set(_WORD.findall(figure.measure))
    return None if shown.issuperset(_WORD.findall(party.span.of(scene.text))) else index


_WORD = re.compile(r"\w+")


def _of_paragraph(scene: Scene, within: Span, taken: tuple[Span, ...]) -> Iterator[Figure]:
    """Read a paragraph's numbers, outside those `taken` already; numbers may cross a wrong sentence border."""
    scores = [*read_scores(scene, within)]
    yield from scores
    taken = (*taken, *(figure.span for figure in scores))
    before: Figure | None = None
    for number in numbers(scene.text, within):
        sentence = scene.analysis.sentence_at(number.whole.start)
        if sentence is None or any(number.whole.overlaps(span) for span in taken):
            continue
        figure = read_position(scene, number) if not _dated(scene, number) else None
        if figure is None and not _counts(scene, number):
            continue
        figure = figure or _in_other_unit(scene, _read(scene, number, sentence), before)
        figure = _among(scene, figure, before, sentence)
        before = figure or before
        if figure and figure.measure:
            yield figure


_INCLUDING = re.compile(rf"\b(?:including|among them)(?:{_S}at least)?{_S}$", re.I)
_HARMED = re.compile(r"\b(?:killed|dead|died|wounded|injured|hurt|arrested|detained|missing|charged)\b")


def _among(scene: Scene, figure: Figure | None, before: Figure | None, sentence: Sentence) -> Figure | None:
    """Tell a part by its whole: in "100 people were wounded, including 10 children" 10 children among them."""
    if figure is None or before is None or figure.unit != "people" or before.unit != "people":
        return figure
    start = figure.span.start
    part = _INCLUDING.search(scene.text, max(sentence.start, start - 24), start)
    if not part or before.span.start < sentence.start or not _HARMED.search(before.measure):
        return figure
    if _HARMED.search(figure.measure) and GAP not in figure.measure:
        return figure
    thing = counted(scene, figure.span, sentence.end)
    noun = thing.span.of(scene.text) if thing else ""
    return replace(figure, measure=f"{noun} among {before.measure}") if noun else figure


def _in_other_unit(scene: Scene, figure: Figure | None, before: Figure | None) -> Figure | None:
    """Give an amount in brackets the measure of the one that it converts: "$50 million (£36 million)"."""
    if figure is None or before is None or figure.unit == before.unit:
        return figure
    money = figure.unit.isupper() and before.unit.isupper()
    if not money and not (figure.unit in _SIZES and before.unit in _SIZES):
        return figure
    between = scene.text[before.span.end : figure.span.start]
    if not re.fullmatch(
        rf"{_S}?(?:long|wide|high|tall|deep)?{_S}?\((?:about{_S}|around{_S}|or{_S})?", between
    ):
        return figure
    return replace(figure, measure=before.measure, subject=before.subject)


_SIZES = frozenset(SIZE_UNITS.values())


def _read(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    figure = (
        read_sum(scene, number, sentence)
        or read_percentage(scene, number, sentence)
        or read_times(scene, number)
    )
    if figure is None and not _in_calendar(scene, number):
        figure = (
            read_length(scene, number, sentence)
            or read_points(scene, number)
            or read_count(scene, number, sentence)
        )
    return figure


# What stands before the second number of a pair that is no range.
_SECOND = re.compile(r"\d[-\u2010-\u2013]$")


def _counts(scene: Scene, number: Number) -> bool:
    """Whether a number can be a quantity at all: no idiom, no name, no ordinal, no list mark."""
    text, span = scene.text, number.span
    around = text[max(0, span.start - 14) : span.end + 16]
    if number.spelled and any(
        m.start() < span.end - span.start + min(14, span.start) and m.end() > min(14, span.start)
        for m in _IDIOM.finditer(around)
    ):
        return False
    if _ORDINAL_AFTER.match(text, span.end) and not number.spelled:
        return False
    if number.spelled and span.of(text)[0].isupper() and text[max(0, span.start - 4) : span.start] == " of ":
        return False  # "the Group of Seven"
    if number.bare and _labelled(text, span.start):
        return False
    if number.spelled and _PART_BEFORE.search(text, max(0, span.start - 20), span.start):
        return False  # "a quarter of a trillion dollars"
    if TICKER_BEFORE.search(text, max(0, span.start - 12), span.start):
        return False
    if _NUMBER_BEFORE.search(text, max(0, span.start - 6), span.start):
        return False
    if number.spelled and _in_a_name(scene, span):
        return False
    if _SECOND.search(text, max(0, span.start - 3), span.start):
        return False  # "5-4 decisions"
    follower = text[span.end : span.end + 2]
    if _SHARE_BEFORE.search(text, max(0, span.start - _SHARE_BACK), span.start):
        return False
    if follower[:1] in ("-", "–") and not follower[1:].isalpha():
        return False
    money = text[max(0, span.start - 1) : span.start] in ("$", "£", "€", "¥")
    return not text.startswith(("/", "'s", "’s") if money else (")", "/", "'s", "’s"), span.end)


_PART_BEFORE = re.compile(rf"\b(?:half|quarters?|thirds?|fifths?|tenths?){_S}of{_S}(?:an?{_S})?$", re.I)
# "75,000 911 calls"
_NUMBER_BEFORE = re.compile(rf"\d{_S}$")


def _in_a_name(scene: Scene, span: Span) -> bool:
    """Whether a number word with a capital stands inside a sentence before another: "in Seven Meadows"."""
    sentence = scene.analysis.sentence_at(span.start)
    index = scene.analysis.token_at(span.start)
    if sentence is None or index is None or index == sentence.first or index + 1 >= len(scene.tokens):
        return False
    words = [scene.tokens[i].text for i in range(index - 1, index + 2)]
    titled = words[1][0].isupper() and words[1][1:].islower() and words[2][0].isupper()
    return titled and words[0][:1].islower()


# "Last week 12 people were hurt": a time that ends before the number, no label of it.
_TIME_BEFORE = re.compile(
    rf"\b(?:last|this|next|that|each|every|per|a|the|one){_S}(?:day|week|season|game){_S}$", re.I
)


def _labelled(text: str, start: int) -> bool:
    """Whether the word before a number makes it a name ("Channel 4")."""
    before = max(0, start - 14)
    return bool(_LABEL_BEFORE.search(text, before, start)) and not _TIME_BEFORE.search(text, before, start)


def _dated(scene: Scene, number: Number) -> bool:
    return any(time.type is not TimeType.DURATION and time.span.overlaps(number.span) for time in scene.times)


# What stands in a date and is a length too: "ten years ago", "every 90 days".
_PERIOD = re.compile(
    rf"{_S}(?:(?:years|decades|months|weeks|days){_S}(?:ago|before|after)|(?:hours|days|weeks|months|years))\b"
)


def _in_calendar(scene: Scene, number: Number) -> bool:
    """Whether the number belongs to a date, a year or a time of day."""
    text, span = scene.text, number.span
    if any(
        time.type in (TimeType.DATE, TimeType.TIME, TimeType.SET) and time.span.overlaps(span)
        for time in scene.times
    ):
        return not _PERIOD.match(text, span.end)
    if _DATE_AFTER.match(text, span.end):
        return True
    if DATE_BEFORE.search(text, max(0, span.start - 12), span.start) and (number.value or 99) <= 31:
        return True
    year = 1700 <= (number.value or number.low or number.high or 0) <= 2100 and "," not in span.of(text)
    return year and not number.spelled and not _of_a_plural(scene, number)


# Years of which one speaks as such: "the 2016 voters" are voters of that year, "1800 people" a count.
_RECENT = (1900, 2100)


# "Three feet above 2016 records" is set against those of a year.
_SET_AGAINST = re.compile(rf"\b(?:above|below|over|under){_S}$", re.I)


def _of_a_plural(scene: Scene, number: Number) -> bool:
    """Whether four digits count what follows: "about 2000 people", "1800 jobs", but not "the 2016 elections"."""
    at = next_token(scene, number.span.end)
    if at is None or scene.tokens[at].tag not in PLURAL or time_unit(scene.tokens[at].text):
        return False
    if not 1000 <= (number.value or number.low or number.high or 0) <= 9999:
        return False
    recent = _RECENT[0] <= (number.value or number.low or number.high or 0) <= _RECENT[1]
    set_against = _SET_AGAINST.search(scene.text, max(0, number.span.start - 8), number.span.start)
    return not recent or (number.modifier is not None and not set_against)
