"""Amounts: percentages, lengths of time and space, scores and leads, with what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.annotate.figures.clauses import phrase_end, subject_of
from crossread.annotate.figures.counted import (
    Scene,
    clause_subject,
    counted,
    name_words,
    next_token,
    time_word,
)
from crossread.annotate.figures.measures import shorten
from crossread.annotate.figures.polls import percentage
from crossread.annotate.figures.units import (
    PERCENT_AFTER,
    size_unit,
    time_unit,
)
from crossread.record.analysis import Sentence
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import Number

_S = r"[ \u00a0\u2009\u202f]"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE_BEFORE = re.compile(rf"\b{MONTH}{_S}$")
# Words before a number that point at things named already: "the two men", "the past three weeks".
DEFINITE_BEFORE = re.compile(
    rf"\b(?:the|these|those|both|all|his|her|their|its|our|my|your|other|last|next|first|past|previous|every){_S}$",
    re.I,
)
# What stands between a noun and the amount that measures it: "a fine of £500".
LINK_BEFORE = re.compile(rf"{_S}of{_S}(?:up to{_S}|about{_S})?$")
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![-–\w]|[.,]\d)")
_SCORE_CUE = re.compile(
    r"\b(?:won|win|wins|beat|beating|beaten|lost|lose|defeat\w*|victory|score\w*|drew|draw|lead|led|ahead|"
    r"vot\w+|passed|rejected|confirmed|approved|split|tally|margin|trail\w*|triumph\w*|rout\w*)\b",
    re.I,
)


def figure_of(number: Number, span: Span, measure_: str, unit: str, subject: str | None = None) -> Figure:
    return Figure(span, measure_, unit, number.value, number.low, number.high, subject, number.modifier)


# Verbs of change, of paying and of moving: with them subject and verb say what an amount measures.
_CHANGE_VERBS = """rise fall increase drop grow decline gain lose jump surge slip climb plunge tumble shrink soar
decrease rally sink slide dip account rebound plummet expand contract"""
_PAY_VERBS = """cost pay fine raise spend earn owe donate invest save charge award sell buy receive total reach net
gross settle lend borrow pledge set"""
_MOVE_VERBS = (
    "fly travel reach fall land rise climb drive walk run swim sail stretch extend measure weigh stand"
)
# What time is spent by.
_SPENDING = frozenset({"spend", "average", "consume", "sleep", "work", "last", "take", "wait"})
_CHANGES = frozenset(_CHANGE_VERBS.split())
PAYMENTS = _CHANGES | frozenset(_PAY_VERBS.split())
_MOVES = frozenset(_MOVE_VERBS.split())


# Tokens back from an amount within which its verb stands; 4, 6, 10 tried by reading: at 10 verbs of other
# clauses come in.
_VERB_BEFORE = 6


def verb_measure(scene: Scene, whole: Span, verbs: frozenset[str]) -> str:
    """Return the subject and verb that a bare amount belongs to: "shares fell", "he was fined"."""
    index = scene.analysis.head_of(whole)
    if index is None:
        return ""
    verb = scene.tokens[index].head
    if scene.tokens[verb].lemma not in verbs or not 0 < index - verb <= _VERB_BEFORE:
        return ""
    subject = clause_subject(scene, index)
    if subject is None or scene.tokens[subject].upos not in ("NOUN", "PROPN"):
        return ""
    if time_unit(scene.tokens[subject].text) or scene.tokens[subject].lemma == "moment":
        return ""
    toward = re.compile(rf"{_S}(to|from|by|at){_S}$").search(scene.text, max(0, whole.start - 6), whole.start)
    verb_words = _as_told(scene, verb) + (f" {toward[1]}" if toward and toward[1] != "by" else "")
    words = _subject_words(scene, subject) if verb_words else ""
    return f"{words} {verb_words}" if words else ""


def _as_told(scene: Scene, verb: int) -> str:
    """Return a verb with what makes it no fact yet ("to raise", "will fall"), "" where it is denied."""
    helpers = [scene.tokens[i].text.lower() for i in scene.analysis.children(verb, "aux", "mark", "advmod")]
    if any(word in ("not", "n't", "n’t", "never", "if") for word in helpers):
        return ""
    modal = next((word for word in helpers if word in _NOT_YET), "")
    if scene.tokens[verb].tag == "VBG" and not scene.analysis.children(verb, "aux"):
        return ""  # "saving them $600 a year" is told of something else than its clause's subject
    if modal == "to" and scene.tokens[verb].dep != "xcomp":
        return ""  # "a page to raise £5,000": nobody is said to do it
    return f"{modal} {scene.tokens[verb].text}".strip()


_NOT_YET = frozenset({"to", "will", "would", "could", "may", "might", "should", "must", "can", "shall"})


# Nouns that measure something only with "of": what the number, rate or cost of is meant.
_OF_WHAT = frozenset(
    {"number", "rate", "share", "cost", "price", "value", "amount", "level", "total", "proportion"}
)


def _subject_words(scene: Scene, subject: int) -> str:
    """Return the words of the subject of a change, with "of what" where the noun needs it."""
    words = name_words(scene, subject)
    if scene.tokens[subject].lemma not in _OF_WHAT:
        return shorten(words)
    of = [i for i in scene.analysis.children(subject, "nmod") if i > subject]
    if not of:
        return shorten(words) if " " in words else ""
    span = scene.analysis.subtree_span(of[0])
    told = re.split(r",|\b(?:recorded|reported|registered|in|on|who|that|which)\b", span.of(scene.text))[0]
    return shorten(f"{words} {told.strip()}") if told.startswith("of ") else ""


# A share of something without what it does: "of companies", "of the time".
_BARE_BASE = re.compile(
    r"of (?:the )?time\b.*|of (?:the |all |its |their )?(?!vote|votes|gdp|income|population|revenue|premiums)\w+",
    re.I,
)


def read_percentage(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    match = PERCENT_AFTER.match(scene.text, number.span.end, sentence.end)
    if not match:
        return None
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    words, subject = percentage(scene, Span(number.span.start, match.end()), sentence)
    words = "" if subject is None and _BARE_BASE.fullmatch(words) else words
    if "point" in match.group().lower():
        return read_lead(scene, number, span, "points")
    if not words:
        words, subject = _compared(scene, span, sentence)
    words = words or _standing(scene, span) or verb_measure(scene, span, _CHANGES)
    return figure_of(number, span, words, "%", subject)


_COMPARATIVES = (
    r"(?:higher|lower|faster|slower|cheaper|dearer|bigger|smaller|larger|greater|brighter|heavier|lighter|longer|"
    r"shorter|older|younger|taller|wider|deeper|stronger|weaker|richer|poorer)"
)
# A share by which something is likelier or greater: "56% more likely to say they are unhappy".
_COMPARED = re.compile(
    rf"{_S}((?:more|less){_S}likely{_S}(?:to|than)(?:{_S}[\w’'-]+)+"
    rf"|(?:[a-z]+er|less|more){_S}than(?:{_S}[\w’'-]+)+|{_COMPARATIVES}\b)"
)


def _compared(scene: Scene, span: Span, sentence: Sentence) -> tuple[str, str | None]:
    """Return (measure, subject) of a share that compares; ("", None) where no comparison follows or none is subject."""
    match = _COMPARED.match(scene.text, span.end, sentence.end)
    at = next_token(scene, span.end)
    if not match or at is None:
        return "", None
    words = re.split(rf"{_S}(?:and|but|or){_S}\d", match[1])[0]
    adjective = next(
        (i for i in range(at, min(at + 3, len(scene.tokens))) if scene.tokens[i].upos == "ADJ"), at
    )
    subject = _own_subject(scene, adjective)
    if "likely" not in words and subject is None:
        return "", None
    return shorten(words), subject


def _own_subject(scene: Scene, index: int) -> str | None:
    """Return the noun that is the subject of a predicate: "users are … [likely]", over coordination."""
    for at in (index, scene.tokens[index].head):
        for child in scene.analysis.children(at, "nsubj"):
            if scene.tokens[child].upos in ("NOUN", "PROPN"):
                return name_words(scene, child)
    return None


# A share that something has: "unemployment is 5%", "turnout stood at 60%".
_STANDS = re.compile(
    rf"{_S}(?:is|was|stands{_S}at|stood{_S}at|reached|hit)(?:{_S}(?:just|now|only|about))?{_S}$"
)


def _standing(scene: Scene, span: Span) -> str:
    match = _STANDS.search(scene.text, max(0, span.start - 20), span.start)
    at = scene.analysis.token_at(match.start() - 1) if match and match.start() else None
    if at is None or scene.tokens[at].upos != "NOUN" or time_word(scene.tokens[at].text):
        return ""
    return shorten(name_words(scene, at)) if re.search(_RATES, scene.tokens[at].lemma) else ""


_RATES = r"rate|share|turnout|unemployment|inflation|margin|growth|support|rating|capacity|majority|probability|chance"


# "40 F.B.I. agents" are no degrees.
_ABBREVIATED = re.compile(r"\.\w")


def read_length(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a duration, distance, weight or speed; None where the number has no such unit."""
    match = re.compile(rf"(?:{_S}|-)?([A-Za-z/]+)").match(scene.text, number.span.end, sentence.end)
    unit = match and (time_unit(match[1]) or size_unit(match[1]))
    if not match or not unit or (len(match[1]) == 1 and _ABBREVIATED.match(scene.text, match.end())):
        return None
    joined = scene.text[number.span.end : number.span.end + 1] == "-"
    if time_unit(match[1]) and not joined and _points_in_time(scene, number, match.end()):
        return Figure(number.whole, "", unit)
    span = Span(number.whole.start, max(number.whole.end, match.end()))
    if _GREATER_PART.search(scene.text, max(sentence.start, span.start - 14), span.start):
        return Figure(number.whole, "", unit)
    words = _length_measure(scene, number, span, sentence)
    if not words:
        return _length_of(scene, number, span, unit)
    return figure_of(number, span, shorten(words), unit, _whose(scene, span) if _one_verb(words) else None)


def _one_verb(words: str) -> bool:
    """Whether a measure is a lasting verb alone, so that it needs whose time it is: "worked"."""
    return bool(_LASTING.fullmatch(f"{words} "))


def _whose(scene: Scene, span: Span) -> str | None:
    index = scene.analysis.head_of(span)
    return subject_of(scene, index) if index is not None else None


def _length_of(scene: Scene, number: Number, span: Span, unit: str) -> Figure:
    """Read a length by what it is a length of: "nine hours of media per day", "600 miles of border fence"."""
    at = next_token(scene, span.end)
    if at is None or scene.tokens[at].text != "of":
        return figure_of(number, span, "", unit)
    end = phrase_end(scene, at, span.end)
    words = scene.text[scene.tokens[at].start : end] if end else ""
    if not words or re.match(r"of (?:age|him|her|them|it|these|those|this|that|course)\b", words):
        return figure_of(number, span, "", unit)
    per = re.compile(rf"{_S}(?:per|an?|each|every){_S}(?:day|week|month|year|hour|night)\b").match(
        scene.text, end or 0
    )
    word = scene.text[number.span.end : span.end].strip(" -\u00a0")
    measured = shorten(f"{word} {words}{per.group() if per else ''}")
    return figure_of(number, span, measured, unit, _whose(scene, span) if per else None)


_TALL = re.compile(
    rf"(?:{_S}|-)(long|wide|high|tall|deep|away|apart|thick|in (?:length|height|diameter|prison|jail)|behind bars)\b"
)
# Verbs that measure a time: what follows is how long. Others say only that something went on meanwhile.
_LASTING = re.compile(
    rf"\b(sentenced|jailed|imprisoned|suspended|banned|lasted|lasts|waited|delayed|closed|survived|worked|works|served|reigned|ruled|lived|"
    rf"married|detained|trapped|stranded|hospitali[sz]ed|held)\b"
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
    return bool(DEFINITE_BEFORE.search(scene.text, max(0, number.whole.start - 10), number.whole.start))


# Nouns before "of" that a length does not measure: they only say that it is one.
_NO_LENGTH = frozenset(
    {"space", "course", "period", "matter", "span", "average", "total", "minimum", "maximum"}
)


# Nouns that make a length a point in time: "the two-week mark".
_POINTS = frozenset({"mark", "anniversary", "deadline", "point", "period", "stage", "window", "span"})
# The greater part of a length in two parts: "nine hours and 30 minutes".
_GREATER_PART = re.compile(
    rf"\b(?:years?|months?|weeks?|days?|hours?|minutes?|feet|foot|ft|pounds?|stone),?{_S}(?:and{_S})?$", re.I
)


def _length_measure(scene: Scene, number: Number, span: Span, sentence: Sentence) -> str:
    """Return what is so long, wide or fast; "" where the text does not say it beside the number."""
    if size_unit(word := scene.text[number.span.end : span.end].strip(" -\u00a0")):
        measured = _TALL.match(scene.text, span.end)
        thing = counted(scene, Span(span.start, measured.end()), sentence.end) if measured else None
        if measured and thing:  # "the 100ft-long bridge"
            return f"{measured[1]} {thing.span.of(scene.text)}"
    if scene.text[number.span.end : number.span.end + 1] == "-":
        if scene.text[number.span.end + 1].isupper():
            return ""  # "the Six-Day War"
        thing = counted(scene, span, sentence.end)
        if thing is None or scene.tokens[thing.head].lemma in _POINTS:
            return ""
        return thing.span.of(scene.text)
    link = LINK_BEFORE.search(scene.text, max(sentence.start, span.start - 12), span.start)
    at = scene.analysis.token_at(link.start() - 1) if link and link.start() else None
    if at is not None and scene.tokens[at].upos == "NOUN":
        return "" if scene.tokens[at].lemma in _NO_LENGTH else name_words(scene, at)
    lasting = _LASTING.search(scene.text, max(sentence.start, span.start - 48), span.start)
    if lasting:
        return lasting[1]
    tall = _TALL.match(scene.text, span.end)
    if tall:
        return f"{word} {tall[1]}"
    if size_unit(word) in _SPEEDS:
        limit = re.compile(rf"{_S}(speed limit|limit|winds?|gusts?)\b").match(scene.text, span.end)
        return limit[1] if limit else "speed"
    before = scene.analysis.token_at(max(0, span.start - 2))
    if before is None or scene.tokens[before].upos != "VERB":
        return ""
    return verb_measure(scene, span, _MOVES if size_unit(word) else _SPENDING)


# A vote told in words: "by a vote of 228 to 191".
_VOTE = re.compile(
    rf"\b(?:vote of|voted|passed|approved|rejected|by){_S}(\d{{1,3}}){_S}to{_S}(\d{{1,3}})(?![\w%]|[.,]\d)"
)
_OF_VOTES = re.compile(r"\b(?:vote[sd]?|ballot|passed|approved|rejected)\b", re.I)


def read_votes(scene: Scene, within: Span) -> Iterator[Figure]:
    """Read votes in words; low and high are the two sides' numbers."""
    for match in _VOTE.finditer(scene.text, within.start, within.end):
        clause = scene.text[max(within.start, match.start() - 60) : match.start(1)]
        first, second = float(match[1]), float(match[2])
        unit = re.compile(rf"{_S}[a-z]+").match(scene.text, match.end())
        if not _OF_VOTES.search(clause) or (
            unit and (time_unit(unit.group().strip()) or "cent" in unit.group())
        ):
            continue
        yield Figure(
            Span(match.start(1), match.end(2)),
            "vote",
            "score",
            low=min(first, second),
            high=max(first, second),
        )


def read_scores(scene: Scene, within: Span) -> Iterator[Figure]:
    """Read scores and votes: "won 5-3", "voted 52-48"; low and high are the two sides' numbers."""
    for match in _SCORE.finditer(scene.text, within.start, within.end):
        span = Span(match.start(), match.end())
        clause = scene.text[max(within.start, span.start - 60) : min(within.end, span.end + 30)]
        first, second = float(match[1]), float(match[2])
        dated = _in_any_time(scene, span) or DATE_BEFORE.search(
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


def read_lead(scene: Scene, number: Number, span: Span, unit: str) -> Figure | None:
    """Read a lead in points: "Clinton leads Trump by 11 points"; other points measure too many things."""
    led = _LEADS.search(scene.text, max(0, span.start - 80), span.start)
    return figure_of(number, span, shorten(led[1]), unit) if led else None


def _in_any_time(scene: Scene, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in scene.times)
