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
    DEFINITE_BEFORE,
    MONTH,
    figure_of,
    read_lead,
    read_length,
    read_percentage,
    read_scores,
    read_votes,
)
from crossread.annotate.figures.clarity import TALLIED, clear
from crossread.annotate.figures.clauses import aimed, described, doing, meant_for
from crossread.annotate.figures.counted import (
    Counted,
    Scene,
    clause_subject,
    counted,
    holder,
    name_words,
    people,
    time_word,
)
from crossread.annotate.figures.measures import bundled, measure, shorten
from crossread.annotate.figures.sums import read_sum
from crossread.annotate.figures.units import SIZE_UNITS
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Figure, Mention, ReportedStatement, TimeExpression, TimeType
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.numbers import Number, numbers

_S = r"[ \u00a0\u2009\u202f]"
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?{_S}(?:of{_S})?{MONTH}\b")
_CLOCK_AFTER = re.compile(rf"{_S}?(?:[ap]\.?m\b|o[’']clock\b|GMT\b|hrs?\b)", re.I)
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
# Fixed phrases whose numbers count nothing. Read from the "one" to "twelve" entries of a learner's dictionary.
_IDIOM = re.compile(
    r"\b(?:one (?:another|day|by one|or (?:two|another|the other)|way or|on one|thing|of|could|can|might|"
    r"must|should|would|has to|is|that|who|wants|side|hand|such|more time|more thing|side)|no one|"
    r"at one (?:point|time|stage)|square one|number one|any ?one|every one|each one|"
    r"for one|day one|two-?faced|put two and two|second to none|"
    r"in one (?:fell|go)|on all fours|cloud nine|dressed to the nines|"
    r"zero (?:tolerance|sum|hour)|ground zero|one-?(?:sided|off|time|stop|way)|ten to one|a million times|"
    r"a thousand (?:times|words|cuts)|ninety-nine times|catch-22|24 hours a day|seven days a week|"
    r"four-letter word|one in a million|the other one|this one|that one|another one|which one|only one who)\b",
    re.I,
)
# A toll says its number without a noun: "the death toll rose to at least six".
_TOLLS = frozenset({"toll", "number", "count", "total", "tally", "figure", "turnout", "attendance"})


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
    return tuple(replace(figure, statement=_statement_over(scene, figure.span)) for figure in found)


def _statement_over(scene: Scene, span: Span) -> int | None:
    """Return the index of the shortest statement whose words contain `span`."""
    over = [
        (sum(map(len, statement.spans)), index)
        for index, statement in enumerate(scene.statements)
        if any(stretch.contains(span) for stretch in statement.spans)
    ]
    return min(over)[1] if over else None


def _of_paragraph(scene: Scene, within: Span, taken: tuple[Span, ...]) -> Iterator[Figure]:
    """Read a paragraph's numbers, outside those `taken` already; numbers may cross a wrong sentence border."""
    scores = [*read_scores(scene, within), *read_votes(scene, within)]
    yield from scores
    taken = (*taken, *(figure.span for figure in scores))
    before: Figure | None = None
    for number in numbers(scene.text, within):
        sentence = scene.analysis.sentence_at(number.whole.start)
        if (
            sentence is None
            or any(number.whole.overlaps(span) for span in taken)
            or not _counts(scene, number)
        ):
            continue
        figure = _in_other_unit(scene, _read(scene, number, sentence), before)
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
    if _HARMED.search(figure.measure):
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
    figure = read_sum(scene, number, sentence) or read_percentage(scene, number, sentence)
    if figure is None and not _in_calendar(scene, number):
        figure = read_length(scene, number, sentence) or _count(scene, number, sentence)
    return figure


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
    follower = text[span.end : span.end + 2]
    if _SHARE_BEFORE.search(text, max(0, span.start - 14), span.start):
        return False
    if follower[:1] in ("-", "–") and not follower[1:].isalpha():
        return False
    money = text[max(0, span.start - 1) : span.start] in ("$", "£", "€", "¥")
    return not text.startswith(("/", "'s", "’s") if money else (")", "/", "'s", "’s"), span.end)


# "Last week 12 people were hurt": a time that ends before the number, no label of it.
_TIME_BEFORE = re.compile(
    rf"\b(?:last|this|next|that|each|every|per|a|the|one){_S}(?:day|week|season|game){_S}$", re.I
)


def _labelled(text: str, start: int) -> bool:
    """Whether the word before a number makes it a name ("Channel 4")."""
    before = max(0, start - 14)
    return bool(_LABEL_BEFORE.search(text, before, start)) and not _TIME_BEFORE.search(text, before, start)


def _in_calendar(scene: Scene, number: Number) -> bool:
    """Whether the number belongs to a date, a year or a time of day."""
    text, span = scene.text, number.span
    if any(
        time.type in (TimeType.DATE, TimeType.TIME, TimeType.SET) and time.span.overlaps(span)
        for time in scene.times
    ):
        return True
    if _CLOCK_AFTER.match(text, span.end) or _DATE_AFTER.match(text, span.end):
        return True
    if DATE_BEFORE.search(text, max(0, span.start - 12), span.start) and (number.value or 99) <= 31:
        return True
    year = number.value is not None and 1700 <= number.value <= 2100 and "," not in span.of(text)
    return year and not number.spelled


def _count(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a count of people or things."""
    if not number.vague and number.bare and number.value is not None and not _worth_counting(scene, number):
        return None
    thing = counted(scene, number.whole, sentence.end)
    words = measure(scene, number.whole, thing)
    if number.range and re.search(r"\d[-–]\d", number.span.of(scene.text)):
        return None  # "7-11", "747-400": a name as often as a range
    if thing is None:
        return _toll(scene, number) or _elliptic(number, words)
    if not _BETWEEN.fullmatch(scene.text, number.span.end, thing.span.start):
        return None
    if number.value != 1 and number.low != 1 and not _plural(scene, thing):
        return None
    if number.low == 1 and not people(thing, scene):
        return None  # "at least one car": that there was one
    if scene.tokens[thing.head].text.lower() in _NO_THINGS:
        return None
    if scene.tokens[thing.head].lemma.lower() == "point":
        return read_lead(scene, number, number.whole, "points")
    unit = "people" if people(thing, scene) else whole_word(scene, thing.head)
    if number.value == 1 and unit == "people" and not _ENDS_WITH_EVENT.search(words):
        return None
    owner = holder(scene, number.whole, thing)
    if owner is None or words == "":
        words = _understood(scene, number, thing, words)
    return figure_of(number, number.whole, words, unit, owner)


def _understood(scene: Scene, number: Number, thing: Counted, words: str) -> str:
    """Return the measure `words` if it can be understood, else what the clause says of the counted, or ""."""
    between = scene.text[number.span.end : thing.span.start]
    if _PART_OF.search(between) and words == shorten(thing.span.of(scene.text)):
        return ""  # "two of the strongest critics" counts no critics
    shown = clear(scene, number, thing, words)
    if shown and shown != shorten(thing.span.of(scene.text)):
        return shown
    if _definite(scene, number) and (number.value or 0) < 10:
        return shown
    bundle = bundled(scene, number.whole, thing.head)
    told = (
        described(scene, thing)
        or doing(scene, thing.head if bundle is None else bundle)
        or (aimed(scene, thing) if scene.tokens[thing.head].lemma in TALLIED else "")
    )
    if told:
        return shorten(f"{thing.span.of(scene.text)} {told}")
    return shown or shorten(meant_for(scene, number.whole, thing))


_PART_OF = re.compile(r"\bof (?:the|these|those|his|her|their|its|our|my)\b", re.I)


def _definite(scene: Scene, number: Number) -> bool:
    start = number.span.start
    return bool(DEFINITE_BEFORE.search(scene.text, max(0, start - 10), start))


# What makes one person a figure: "one person was killed", "one arrest".
_ENDS_WITH_EVENT = re.compile(
    r"\b(?:dead|killed|injured|wounded|hurt|missing|arrests?|arrested|detained|died|deaths?|fatalit(?:y|ies)|charged|shot|"
    r"hospital)\b"
)


def whole_word(scene: Scene, index: int) -> str:
    """Return the word that ends in token `index` with the parts that hyphens join to it: "ticket-holders"."""
    first = index
    while first > 1 and scene.tokens[first - 1].text in ("-", "‐", "‑") and _joined(scene, first):
        first -= 2
    return scene.text[scene.tokens[first].start : scene.tokens[index].end].lower()


def _joined(scene: Scene, index: int) -> bool:
    before, dash, after = scene.tokens[index - 2 : index + 1]
    return before.end == dash.start and dash.end == after.start


# What may stand between a number and its noun: "1,500 of the 2,200 homes".
# Possessive throughout: a long number must not be tried in every way in which it can be cut.
_BETWEEN = re.compile(rf"(?:(?>{_S})|of\b|the\b|more\b|or\b|other\b|such\b|\d[\d,]*+)*+")
# Plurals without the ending.
_PLURAL = frozenset(
    [
        "people",
        "police",
        "personnel",
        "aircraft",
        "staff",
        "men",
        "women",
        "children",
        "crew",
        "cattle",
        "sheep",
    ]
)


def _plural(scene: Scene, thing: Counted) -> bool:
    """Whether the counted noun is a plural: "the Nikkei 225 index" and "22 Donald Collett" count nothing."""
    head = scene.tokens[thing.head]
    word = head.text.lower()
    if head.text.isupper():
        return False  # "US"
    if head.upos == "PROPN":  # "21 Republicans", but not the "22 Tom Edwards" of a picture
        named = thing.first != thing.head and scene.tokens[thing.head - 1].text[:1].isupper()
        return word.endswith("s") and not named
    if not word[-1:].isalpha():
        return False
    return word in _PLURAL or word.endswith(("s", "men", "women")) or head.tag in ("NNS", "NNPS")


# Nouns that count no things: "three times as many", "two thirds", "three doors down".
_NO_THING_NOUNS = """times thirds quarters halves fifths tenths doors ones ways sides things tens dozens hundreds
thousands millions billions"""
_NO_THINGS = frozenset(_NO_THING_NOUNS.split())


def _worth_counting(scene: Scene, number: Number) -> bool:
    """Whether a bare number counts: "one video" only points at a video, "the two men" at men named before."""
    if number.value is not None and number.value < 2:
        after = scene.text[number.span.end : number.span.end + 8].lower().strip()
        if _COUNT_BEFORE.search(scene.text, max(0, number.span.start - 40), number.span.start):
            return True
        return after.startswith(("person", "death", "dead", "fatal", "arrest")) or 0 < number.value < 1
    if not _definite(scene, number) or (number.value or 0) >= 10:
        return True
    return bool(_OF_A_TOLL.match(scene.text, number.span.end))


# A count right before "and one": "six men and one woman died".
_COUNT_BEFORE = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){_S}(?:[a-z]+{_S}){{1,2}}and{_S}$",
    re.I,
)
# A toll stays one when the text points at it: "the seven victims of the crash".
_OF_A_TOLL = re.compile(
    rf"{_S}(?:victims|dead|deaths|casualties|fatalities|survivors|hostages){_S}(?:of|in|from){_S}", re.I
)


# What is said of people alone, so that a number without a noun counts people.
_OF_PEOPLE = re.compile(
    r"(?:dead|killed|injured|wounded|hurt|missing|homeless|arrested|detained|died|hospitali[sz]ed|evacuated|rescued|"
    r"charged|gathered|marched|protested|attended|demonstrated|rallied|turned out|fled|taken to hospital)\b",
    re.I,
)


def _elliptic(number: Number, words: str) -> Figure | None:
    """Read a number without a noun: "hundreds gathered", "wounding at least 90", "two dead"."""
    if not _OF_PEOPLE.match(words) or (number.bare and not number.vague and (number.value or 0) < 2):
        return None
    return figure_of(number, number.whole, words, "people")


def _toll(scene: Scene, number: Number) -> Figure | None:
    """Read "the death toll from the blast rose to six": the measure is the subject of the verb."""
    index = scene.analysis.head_of(number.span)
    if index is not None and time_word(scene.tokens[scene.tokens[index].head].text):
        index = scene.tokens[index].head  # "rose to six Friday": the number is no part of the day
    subject = clause_subject(scene, index) if index is not None else None
    if subject is None or scene.tokens[subject].lemma not in _TOLLS:
        return None
    words = name_words(scene, subject)
    below = scene.analysis.children(subject, "nmod")
    of = scene.analysis.subtree_span(below[0]).of(scene.text) if below else None
    short = re.sub(r"^(?:from|of|in)\s+(?:the|an?)?\s*", "", of) if of else None
    of_what = of[3:] if of and of.startswith("of ") else ""
    if "toll" not in words.lower():
        return figure_of(number, number.whole, shorten(f"{words} of {of_what}"), "count") if of_what else None
    unit = "people" if "death" in words.lower() else scene.tokens[subject].lemma
    return figure_of(number, number.whole, shorten(words), unit, shorten(short) if short else None)
