"""Figures of one article: counts, ages, sums, percentages, lengths, with what they measure.

Each number of the telling paragraphs is read once: as an age, a height, a sum,
a percentage, a measured length, a toll or a count, in that order. A number
whose measure the text does not show is left out: better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.ages import ages
from crossread.annotate.measures import (
    Counted,
    Scene,
    clause_subject,
    counted,
    holder,
    measure,
    name_words,
    people,
    shorten,
)
from crossread.annotate.polls import percentage
from crossread.annotate.units import (
    CURRENCY_AFTER,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    PERCENT_AFTER,
    SIGN_BEFORE,
    size_unit,
    time_unit,
)
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Figure, Mention, ReportedStatement, TimeExpression, TimeType
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.numbers import Number, numbers

_S = r"[ \u00a0\u2009\u202f]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE_BEFORE = re.compile(rf"\b{_MONTH}{_S}$")
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?{_S}(?:of{_S})?{_MONTH}\b")
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
_DEFINITE_BEFORE = re.compile(
    rf"\b(?:the|these|those|both|all|his|her|their|its|our|my|your|other|last|next|first|past|previous|every){_S}$",
    re.I,
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
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![-–\w]|[.,]\d)")
_SCORE_CUE = re.compile(
    r"\b(?:won|win|wins|beat|beating|beaten|lost|lose|defeat\w*|victory|score\w*|drew|draw|lead|led|ahead|"
    r"vot\w+|passed|rejected|margin|trail\w*|triumph\w*|rout\w*)\b",
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
    scores = list(_scores(scene, within))
    yield from scores
    taken = (*taken, *(figure.span for figure in scores))
    for number in numbers(scene.text, within):
        sentence = scene.analysis.sentence_at(number.whole.start)
        if (
            sentence is None
            or any(number.whole.overlaps(span) for span in taken)
            or not _counts(scene, number)
        ):
            continue
        figure = _read(scene, number, sentence)
        if figure and figure.measure:
            yield figure


def _read(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    figure = _sum(scene, number, sentence) or _percent(scene, number, sentence)
    if figure is None and not _in_calendar(scene, number):
        figure = _length(scene, number, sentence) or _count(scene, number, sentence)
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
    if _LABEL_BEFORE.search(text, max(0, span.start - 14), span.start) and number.bare:
        return False
    follower = text[span.end : span.end + 2]
    if _SHARE_BEFORE.search(text, max(0, span.start - 14), span.start):
        return False
    return not (follower[:1] in ("-", "–") and not follower[1:].isalpha()) and not text[
        span.end :
    ].startswith((")", "/", "'s", "’s"))


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
    if _DATE_BEFORE.search(text, max(0, span.start - 12), span.start) and (number.value or 99) <= 31:
        return True
    year = number.value is not None and 1700 <= number.value <= 2100 and "," not in span.of(text)
    return year and not number.spelled


def _figure(number: Number, span: Span, measure_: str, unit: str, subject: str | None = None) -> Figure:
    return Figure(span, measure_, unit, number.value, number.low, number.high, subject, number.modifier)


def _sum(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a sum of money: "£1.2m", "$3 billion", "500 euros"."""
    text, span = scene.text, number.whole
    sign = SIGN_BEFORE.search(text, max(sentence.start, number.span.start - 5), number.span.start)
    word = CURRENCY_AFTER.match(text, number.span.end, max(sentence.end, number.span.end))
    if sign:
        whole = Span(min(span.start, sign.start(1)), span.end)
        unit = CURRENCY_SIGNS[sign[1]]
    elif word:
        whole, unit = Span(span.start, max(span.end, word.end())), CURRENCY_WORDS[word[1].lower()]
    elif _POUNDS.match(text, number.span.end) and (number.vague or (number.value or 0) >= 1e5):
        whole, unit = span, "GBP"  # smaller numbers of pounds may be a weight
    else:
        return None
    return _figure(number, whole, _sum_measure(scene, whole, sentence), unit)


_POUNDS = re.compile(rf"{_S}(?:of{_S})?pounds\b")
# Nouns that name a sum after it; the tagger takes "fine" for an adjective.
_SUM_NOUN = re.compile(
    rf"{_S}(fine|penalty|bill|deal|loan|fund|donation|prize|bonus|package|contract|bail|bond)s?\b"
)
_LINK_BEFORE = re.compile(rf"{_S}of{_S}(?:up to{_S}|about{_S})?$")


def _sum_measure(scene: Scene, whole: Span, sentence: Sentence) -> str:
    """Return what a sum is for: "£500 [fine]", "[fine] of £500", "[charge] of", else the verb with its object."""
    link = _LINK_BEFORE.search(scene.text, max(sentence.start, whole.start - 12), whole.start)
    if link:
        at = scene.analysis.token_at(max(0, link.start() - 1))
        if at is not None and scene.tokens[at].upos in ("NOUN", "PROPN"):
            return shorten(name_words(scene, at))
    thing = counted(scene, whole, sentence.end)
    if thing:
        return shorten(thing.span.of(scene.text))
    named = _SUM_NOUN.match(scene.text, whole.end)
    return named[1] if named else _verb_measure(scene, whole, _PAYMENTS)


# Verbs of change, of paying and of moving: with them subject and verb say what an amount measures.
_CHANGE_VERBS = """rise fall increase drop grow decline gain lose jump surge slip climb plunge tumble shrink soar
decrease rally sink slide dip account rebound plummet expand contract"""
_PAY_VERBS = """cost pay fine raise spend earn owe donate invest save charge award sell buy receive total reach net
gross settle lend borrow pledge set"""
_MOVE_VERBS = (
    "fly travel reach fall land rise climb drive walk run swim sail stretch extend measure weigh stand"
)
_CHANGES = frozenset(_CHANGE_VERBS.split())
_PAYMENTS = _CHANGES | frozenset(_PAY_VERBS.split())
_MOVES = frozenset(_MOVE_VERBS.split())


def _verb_measure(scene: Scene, whole: Span, verbs: frozenset[str]) -> str:
    """Return the subject and verb that a bare amount belongs to: "shares fell", "he was fined"."""
    index = scene.analysis.head_of(whole)
    if index is None:
        return ""
    verb = scene.tokens[index].head
    if scene.tokens[verb].lemma not in verbs or verb > index:
        return ""
    subject = clause_subject(scene, index)
    if subject is None or scene.tokens[subject].upos not in ("NOUN", "PROPN"):
        return ""
    if time_unit(scene.tokens[subject].text) or scene.tokens[subject].lemma == "moment":
        return ""
    toward = re.compile(rf"{_S}(to|from|by|at){_S}$").search(scene.text, max(0, whole.start - 6), whole.start)
    verb_words = scene.tokens[verb].text + (f" {toward[1]}" if toward and toward[1] != "by" else "")
    return f"{shorten(name_words(scene, subject))} {verb_words}"


def _percent(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    match = PERCENT_AFTER.match(scene.text, number.span.end, sentence.end)
    if not match:
        return None
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    words, subject = percentage(scene, Span(number.span.start, match.end()), sentence)
    if "point" in match.group().lower():
        return _lead(scene, number, span, "points")
    unit = "%"
    return _figure(number, span, words or _verb_measure(scene, span, _CHANGES), unit, subject)


def _length(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a duration, distance, weight or speed; None where the number has no such unit."""
    match = re.compile(rf"(?:{_S}|-)?([A-Za-z/]+)").match(scene.text, number.span.end, sentence.end)
    unit = match and (time_unit(match[1]) or size_unit(match[1]))
    if not match or not unit or (unit == match[1] and len(unit) == 1):
        return None
    if _points_in_time(scene, number, match.end()):
        return Figure(number.whole, "", unit)
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    return _figure(number, span, shorten(_length_measure(scene, number, span, sentence)), unit)


_TALL = re.compile(
    rf"{_S}(long|wide|high|tall|deep|away|apart|thick|in (?:length|height|diameter|prison|jail)|behind bars)\b"
)
# Verbs that measure a time: what follows is how long. Others say only that something went on meanwhile.
_LASTING = re.compile(
    rf"\b(sentenced|jailed|imprisoned|suspended|banned|lasted|lasts|waited|delayed|closed|survived)\b"
    rf"(?:{_S}[\w’']+){{0,4}}{_S}(?:(?:to|for|by){_S})?(?:an?{_S})?$",
    re.I,
)
_SPEEDS = frozenset({"mph", "km/h", "knots"})
_AGO = re.compile(
    rf"{_S}(?:ago|earlier|later|before|after|afterwards|previously|since|from now|old|out|left|to go)\b", re.I
)


def _points_in_time(scene: Scene, number: Number, end: int) -> bool:
    """Whether a length of time only points at a day: "two years ago", "the past three weeks"."""
    if _AGO.match(scene.text, end):
        return True
    return bool(_DEFINITE_BEFORE.search(scene.text, max(0, number.whole.start - 10), number.whole.start))


def _length_measure(scene: Scene, number: Number, span: Span, sentence: Sentence) -> str:
    """Return what is so long, wide or fast; "" where the text does not say it beside the number."""
    if scene.text[number.span.end : number.span.end + 1] == "-":
        thing = counted(scene, span, sentence.end)
        return thing.span.of(scene.text) if thing else ""
    link = _LINK_BEFORE.search(scene.text, max(sentence.start, span.start - 12), span.start)
    at = scene.analysis.token_at(link.start() - 1) if link and link.start() else None
    if at is not None and scene.tokens[at].upos == "NOUN":
        return name_words(scene, at)
    lasting = _LASTING.search(scene.text, max(sentence.start, span.start - 48), span.start)
    if lasting:
        return lasting[1]
    tall = _TALL.match(scene.text, span.end)
    word = scene.text[number.span.end : span.end].strip(" -\u00a0")
    if tall:
        return f"{word} {tall[1]}"
    if size_unit(word) in _SPEEDS:
        return "speed"
    before = scene.analysis.token_at(max(0, span.start - 2))
    moved = before is not None and size_unit(word) and scene.tokens[before].upos == "VERB"
    return _verb_measure(scene, span, _MOVES) if moved else ""


def _scores(scene: Scene, within: Span) -> Iterator[Figure]:
    """Read scores and votes: "won 5-3", "voted 52-48"; low and high are the two sides' numbers."""
    for match in _SCORE.finditer(scene.text, within.start, within.end):
        span = Span(match.start(), match.end())
        clause = scene.text[max(within.start, span.start - 60) : min(within.end, span.end + 30)]
        first, second = float(match[1]), float(match[2])
        dated = _in_any_time(scene, span) or _DATE_BEFORE.search(
            scene.text, max(0, span.start - 12), span.start
        )
        if _SCORE_CUE.search(clause) and max(first, second) < 1000 and not dated:
            low, high = min(first, second), max(first, second)
            led = _LEADS.search(scene.text, max(within.start, span.start - 80), span.start)
            yield Figure(span, led[1] if led else "score", "score", low=low, high=high)


_NAMED = r"[A-Z][\w’'.-]*(?:[ \u00a0][A-Z][\w’'.-]*){0,3}"
_LEADS = re.compile(
    rf"({_NAMED}{_S}(?:leads?|led|leading|trails?|trailed|trailing|beats?|beating|defeat(?:s|ed)|(?:is|was){_S}ahead{_S}of)"
    rf"(?:{_S}{_NAMED})?){_S}(?:\w+{_S}){{0,4}}?by{_S}(?:just{_S}|only{_S})?$"
)


def _lead(scene: Scene, number: Number, span: Span, unit: str) -> Figure | None:
    """Read a lead in points: "Clinton leads Trump by 11 points"; other points measure too many things."""
    led = _LEADS.search(scene.text, max(0, span.start - 80), span.start)
    return _figure(number, span, shorten(led[1]), unit) if led else None


def _in_any_time(scene: Scene, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in scene.times)


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
    if scene.tokens[thing.head].text.lower() in _NO_THINGS:
        return None
    if scene.tokens[thing.head].lemma.lower() == "point":
        return _lead(scene, number, number.whole, "points")
    unit = "people" if people(thing, scene) else scene.tokens[thing.head].text.lower()
    return _figure(number, number.whole, words, unit, holder(scene, number.whole, thing))


# What may stand between a number and its noun: "1,500 of the 2,200 homes".
_BETWEEN = re.compile(rf"(?:{_S}|of\b|the\b|more\b|or\b|other\b|such\b|\d[\d,]*)*")
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
    if head.upos == "PROPN":  # "21 Republicans", but not the "22 Tom Edwards" of a picture
        named = thing.first != thing.head and scene.tokens[thing.head - 1].text[:1].isupper()
        return word.endswith("s") and not named
    if not word[-1:].isalpha():
        return False
    return word in _PLURAL or word.endswith(("s", "men", "women")) or head.tag in ("NNS", "NNPS")


# Nouns that count no things: "three times as many", "two thirds", "three doors down".
_NO_THINGS = frozenset(
    ["times", "thirds", "quarters", "halves", "fifths", "tenths", "doors", "ones", "ways", "sides", "things"]
)


def _worth_counting(scene: Scene, number: Number) -> bool:
    """Whether a bare number counts: "one video" only points at a video, "the two men" at men named before."""
    if number.value is not None and number.value < 2:
        after = scene.text[number.span.end : number.span.end + 8].lower().strip()
        return after.startswith(("person", "death", "dead", "fatal", "arrest")) or 0 < number.value < 1
    definite = _DEFINITE_BEFORE.search(scene.text, max(0, number.span.start - 10), number.span.start)
    return not (definite and (number.value or 0) < 10)


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
    return _figure(number, number.whole, words, "people")


def _toll(scene: Scene, number: Number) -> Figure | None:
    """Read "the death toll from the blast rose to six": the measure is the subject of the verb."""
    index = scene.analysis.head_of(number.whole)
    subject = clause_subject(scene, index) if index is not None else None
    if subject is None or scene.tokens[subject].lemma not in _TOLLS:
        return None
    words = name_words(scene, subject)
    below = scene.analysis.children(subject, "nmod")
    of = scene.analysis.subtree_span(below[0]).of(scene.text) if below else None
    short = re.sub(r"^(?:from|of|in)\s+(?:the|an?)?\s*", "", of) if of else None
    of_what = of[3:] if of and of.startswith("of ") else ""
    if "toll" not in words.lower():
        return _figure(number, number.whole, shorten(f"{words} of {of_what}"), "count") if of_what else None
    unit = "people" if "death" in words.lower() else scene.tokens[subject].lemma
    return _figure(number, number.whole, shorten(words), unit, shorten(short) if short else None)
