"""Numbers as texts write them: numerals, number words, ranges and their modifiers, with positions.

Nothing here knows what is counted. A year, a clock time or a house number is
a number too; whether it is a quantity is decided by whoever reads the words
around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from crossread.record.span import Span

# What stands for a number in the words that say what it measures: "Hall leads Moreno by …".
GAP = "…"

_TO_NINETEEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
_ONES = _TO_NINETEEN.split()
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TO_NINETY.split()
# The numbers of one word.
ONE_WORD = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_VALUES: dict[str, float] = {word: float(n) for word, n in ONE_WORD.items()}
_VALUES |= {"a": 1.0, "an": 1.0, "half": 0.5}
_SCALES: dict[str, float] = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "b": 1e9,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}

# The least that a vague count can mean: "dozens" is two dozen in the dictionary, but twenty in the
# press; plural hundreds may be a rounded-up 150. The upper end is open: "dozens" and 120 agree.
_VAGUE: dict[str, float] = {
    "tens": 20,
    "dozens": 20,
    "scores": 40,
    "hundreds": 100,
    "thousands": 1e3,
    "tens of thousands": 1e4,
    "hundreds of thousands": 1e5,
    "millions": 1e6,
    "tens of millions": 1e7,
    "hundreds of millions": 1e8,
    "billions": 1e9,
    "several dozen": 24,
    "a few dozen": 24,
    "several hundred": 200,
    "a few hundred": 200,
    "several thousand": 2e3,
    "a few thousand": 2e3,
    "several million": 2e6,
    "a few million": 2e6,
    "tens of billions": 1e10,
    "hundreds of billions": 1e11,
}

_S = r"[ \u00a0\u2009\u202f]"  # the spaces that stand inside a number
_DIGITS = r"(?>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"  # all digits or none: no "1" in "11:30"
_UNIT = "|".join(sorted(_ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:(?:{_S}|-)(?:{'|'.join(_ONES[1:10])}))?|{_UNIT})\b"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?|{_DIGITS}){_S})hundred\b(?:{_S}(?:and{_S})?{_SMALL})?"
_PART = rf"(?:{_HUNDREDS}|{_SMALL}|{_DIGITS})"
_SCALE = r"(?:thousand|million|billion|trillion)\b"
# What goes on after a scale has one itself ("two million, three hundred thousand") or closes thousands ("a thousand
# and one"): "76 billion, and one of them" are two numbers.
_ON = rf"(?:,?{_S}(?:and{_S})?{_PART}{_S}{_SCALE}|(?<=thousand){_S}(?:and{_S})?(?:{_HUNDREDS}|{_SMALL}))"
_BIG = rf"(?:(?:half{_S}an?|an?|{_PART})(?:{_S}|-)){_SCALE}{_ON}*"
_DOZEN = rf"(?:(?:half{_S}an?|an?|{_SMALL}){_S})dozen\b"
_SHORT = rf"(?:{_DIGITS}){_S}?(?:mn|bn|tn|[mMkKbB])\b"
# A digit, or a word with which a number begins: most words of a text are none, and looked at no further.
_FIRST_WORDS = "half|an?|several|tens|hundreds|thousands|millions|billions|dozens|scores"
_BEGINS = rf"\d|(?:{_FIRST_WORDS}|{_UNIT}|{'|'.join(_TENS)})\b"
# No letter, digit, slash, hash or decimal point before: "Covid-19", "B12", "9/11", "#1", "9M729" hold no number.
_NUMBER = re.compile(
    rf"(?<![\w/#@:.])(?={_BEGINS})(?<![a-zA-Z]-)(?:(?P<vague>(?:tens|hundreds){_S}of{_S}(?:thousands|millions|billions)\b|"
    rf"(?:several|a{_S}few){_S}(?:dozen|hundred|thousand|million)\b|"
    rf"(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b)|"
    rf"(?<!\d,)(?<!\d,[ \u00a0])(?!0\d)"
    rf"(?P<exact>{_DOZEN}|{_SHORT}|{_BIG}|{_HUNDREDS}|{_SMALL}|{_DIGITS})"
    r"(?![/:]\d)(?![.,]\d)(?![a-zA-Z]+\d))",
    re.IGNORECASE,
)
# Words of two senses that are numbers only before "of" or alone: "scores a goal" counts nothing.
_SCORES_VERB = re.compile(rf"scores(?!{_S}of\b|{_S}more\b)", re.IGNORECASE)

# Modifier words before a number -> normal form. Order matters: the longest reading first.
_BEFORE: tuple[tuple[str, str], ...] = (
    (r"at least|no (?:fewer|less) than|a minimum of|not less than", "at least"),
    (r"no more than|not more than|at most|a maximum of|up to|as many as|as much as", "up to"),
    (
        r"more than|upwards? of|in excess of|just over|well over|greater than|over|above|exceeding",
        "more than",
    ),
    (r"less than|fewer than|under|below", "less than"),
    (r"just under|nearly|almost|close to|approaching|not quite", "nearly"),
    (
        r"about|around|roughly|approximately|approx\.?|some|an estimated|circa|in the region of",
        "about",
    ),
)
# After these "over" and "about" are prepositions of their own: "a lead over five rivals", "asked about 40 cases".
_TAKES_OVER = (
    r"advantage|lead|edge|victory|win|wins|triumph|control|power|authority|debate|battle|fight|dispute|war"
)
_TAKES_ABOUT = (
    r"ask|asks|asked|asking|talk\w*|think\w*|thought|know|knew|worr\w+|hear|heard|wrote|writ\w+|sp[eo]ak\w*|spoke|"
    r"questions?|concerns?|(?:some|any|no|every)thing|information|details|stor(?:y|ies)|complain\w*|news|told|joke\w*|lie[ds]?"
)
_OVER_ALL = (
    r"directly|right|straight|hover(?:s|ed|ing)?|loom(?:s|ed|ing)?|tower(?:s|ed|ing)?|presid(?:es?|ed|ing)"
)
_OWN_PREPOSITION = re.compile(
    rf"\b(?:(?:{_TAKES_OVER}|{_OVER_ALL}){_S}over|(?:{_TAKES_ABOUT}){_S}about){_S}(?:the{_S})?$",
    re.IGNORECASE,
)
# "More than the $5 billion that he asked for" sets another amount against a known one.
_OF_A_KNOWN = re.compile(rf"{_S}the{_S}$", re.IGNORECASE)
_BEFORE_PATTERNS = tuple(
    (re.compile(rf"(?<!\w)(?:{words.replace(' ', f'(?:{_S}|-)')}){_S}(?:the{_S})?$", re.IGNORECASE), normal)
    for words, normal in _BEFORE
)
_AFTER = (
    (re.compile(rf"{_S}or{_S}(?:more|over|older|above)\b|\+|-plus\b", re.IGNORECASE), "at least"),
    (re.compile(rf"{_S}or{_S}so\b", re.IGNORECASE), "about"),
    (re.compile(rf"{_S}or{_S}(?:less|fewer|under|younger)\b", re.IGNORECASE), "up to"),
)
_LOOK_BACK = 24  # code points: the longest modifier and its space fit
_CURRENCY = r"(?:US|A|C|NZ|HK)?[$£€¥₹]"
_SIGN = re.compile(rf"(?:{_CURRENCY})$")
_TO = re.compile(rf"(?:-?{_S}to{_S}|{_S}?[-–—]{_S}?)(?:{_CURRENCY})?", re.IGNORECASE)
_AND = re.compile(rf"{_S}and{_S}(?:{_CURRENCY})?", re.IGNORECASE)
_PERCENT = re.compile(rf"^(?:{_S}?%|{_S}per ?cent)")
_OR = re.compile(rf"{_S}or{_S}(?:{_CURRENCY})?", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween{_S}(?:{_CURRENCY})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its bare words and what they say.

    `value` is None where only bounds are known ("dozens", "at least six",
    "200 to 300"). `whole` covers the modifier too; `span` only the number.
    `spelled` is True for number words.
    """

    span: Span
    whole: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    modifier: str | None = None
    spelled: bool = False
    vague: bool = False
    range: bool = False

    @property
    def bare(self) -> bool:
        """Whether it stands without modifier, range or vagueness."""
        return self.modifier is None and not self.vague and not self.range


@lru_cache(maxsize=1 << 14)
def parse(words: str) -> float | None:
    """Return the value of one exact number as worded, None where the words are no number.

    >>> parse("two hundred and fifty"), parse("1.2m"), parse("half a million")
    (250.0, 1200000.0, 500000.0)
    """
    parts = re.findall(rf"{_DIGITS}|[a-z]+", words.lower())
    total = current = Decimal(0)  # floats would make 2.07 billion 2,069,999,999.9999998
    seen = False
    for part in parts:
        if part == "and":
            continue
        if part in ("a", "an") and seen:  # "half a million"
            continue
        if part[0].isdigit():
            current += Decimal(part.replace(",", ""))
        elif part in _VALUES:
            current += Decimal(_VALUES[part])
        elif part == "hundred" or part == "dozen":
            current = (current or 1) * (Decimal(100) if part == "hundred" else Decimal(12))
        elif part in _SCALES:
            total, current = total + (current or 1) * Decimal(_SCALES[part]), Decimal(0)
        else:
            return None
        seen = True
    return float(total + current) if seen else None


def numbers(text: str, within: Span | None = None) -> tuple[Number, ...]:
    """Find the numbers of `text` (inside `within`) in order, ranges joined and modifiers read."""
    limits = Span(0, len(text)) if within is None else within
    return tuple(_modified(text, limits, number) for number in _ranges(text, limits, _plain(text, limits)))


def _plain(text: str, limits: Span) -> list[Number]:
    found = []
    for match in _NUMBER.finditer(text, limits.start, limits.end):
        span = Span(match.start(), match.end())
        words = match.group()
        if match.group("vague"):
            if not _SCORES_VERB.match(text, span.start):
                low = _VAGUE[" ".join(words.lower().split())]
                found.append(Number(span, span, None, low=low, spelled=True, vague=True))
            continue
        if words[-1:] in "mMkKbB" and not _scale_is_meant(text, span):
            span = Span(span.start, span.start + len(words[:-1].rstrip()))
            words = span.of(text)
        value = parse(words)
        if value is not None:
            found.append(Number(span, span, value, spelled=not words[0].isdigit()))
    return found


def _scale_is_meant(text: str, span: Span) -> bool:
    """Whether "100m" can be millions: after a currency sign or before a plural, else it is metres."""
    if not span.of(text)[0].isdigit():
        return True
    signed = span.start > 0 and text[span.start - 1] in "$£€¥₹"
    return signed or bool(re.match(rf"{_S}(?:[A-Z][\w-]*{_S})?(?:people|[a-z]+s\b)", text[span.end :]))


def _ranges(text: str, limits: Span, plain: list[Number]) -> Iterator[Number]:
    at = 0
    while at < len(plain):
        first = plain[at]
        joined = _join(text, limits, first, plain[at + 1]) if at + 1 < len(plain) else None
        yield joined or first
        at += 2 if joined else 1


def _join(text: str, limits: Span, first: Number, second: Number) -> Number | None:
    """Join "200 to 300", "between 3 and 5", "two or three"; None where the two stay apart."""
    if first.value is None or second.value is None:
        return None
    low, high = _spread(text, first, second), second.value
    between = text[first.span.end : second.span.start]
    start = first.span.start
    opened = _BETWEEN.search(text, max(limits.start, start - _LOOK_BACK), start)
    if opened and (_AND.fullmatch(_PERCENT.sub("", between)) or _TO.fullmatch(between)):
        start = opened.start()
    elif _opened_from(text, start, limits) or not _joins(between, low, high):
        return None
    if low >= high:
        return None
    span = Span(start, second.span.end)
    return Number(span, span, None, low, high, spelled=first.spelled, range=True)


# "Rose from 30 to 40" tells of two values, "ranged from 30 to 40" of one spread.
_FROM = re.compile(rf"\bfrom{_S}(?:{_CURRENCY})?$", re.IGNORECASE)
_SPREAD_FROM = re.compile(
    rf"\b(?:rang\w+|var\w+|anywhere|anything|aged|ages|between|estimate\w*){_S}from{_S}(?:{_CURRENCY})?$",
    re.I,
)


def _opened_from(text: str, start: int, limits: Span) -> bool:
    """Whether a number is what something went up or down from."""
    first = max(limits.start, start - _LOOK_BACK)
    return bool(_FROM.search(text, first, start)) and not _SPREAD_FROM.search(text, first, start)


def _joins(between: str, low: float, high: float) -> bool:
    if _TO.fullmatch(between):
        return True
    return bool(_OR.fullmatch(between)) and (high == low + 1 or _rough(low, high))


def _rough(low: float, high: float) -> bool:
    """Whether "or" between two numbers tells of one rough number: "10 or 15", "2 or 3 million"."""
    if low >= 1e3:
        return 1 < high / low <= 2
    return low >= 10 and low % 5 == high % 5 == 0 and high <= 2 * low


def _spread(text: str, first: Number, second: Number) -> float:
    """Return the lower end, with the upper's scale: millions in "3 to 5 million", thousands in "10 to 15,000"."""
    if not first.spelled and _thousands_left_out(first.value or 0.0, second):
        return (first.value or 0.0) * 1e3
    scales = [
        value
        for word, value in _SCALES.items()
        if re.search(rf"(?<![a-z]){word}$", second.span.of(text), re.I)
    ]
    own = (
        re.search(r"[a-z]$", first.span.of(text), re.I)
        if not first.spelled
        else first.value and first.value >= 1e3
    )
    return (first.value or 0.0) * (scales[0] if scales and not own else 1.0)


def _thousands_left_out(low: float, upper: Number) -> bool:
    """Whether "10" before "15,000" is ten thousand; "1 to 10,000" may be meant as it stands."""
    high = upper.value or 0.0
    return not upper.spelled and high % 1e3 == 0 and 0 < low < 1e3 and low * 1e3 < high <= 2 * low * 1e3


def _modified(text: str, limits: Span, number: Number) -> Number:
    """Read the modifier before or after a number and turn it into bounds."""
    start = _SIGN.search(text, max(limits.start, number.span.start - 3), number.span.start)
    front = start.start() if start else number.span.start
    for pattern, normal in _BEFORE_PATTERNS:
        match = pattern.search(text, max(limits.start, front - _LOOK_BACK), front)
        if match and _OWN_PREPOSITION.search(text, max(limits.start, front - _LOOK_BACK), front):
            break
        if match and _OF_A_KNOWN.search(match.group()):
            break
        if match and _during(text, match, number.span):
            break
        if match and not (number.range and normal == "more than"):
            return _bounded(replace(number, whole=Span(match.start(), number.span.end)), normal)
    for pattern, normal in _AFTER:
        match = pattern.match(text, number.span.end, limits.end)
        if match:
            return _bounded(replace(number, whole=Span(number.span.start, match.end())), normal)
    return number


# "Over ten years" is as long as that, "for over ten years" longer.
_OVER = re.compile(rf"over{_S}$", re.IGNORECASE)
_TIME_AFTER = re.compile(rf"{_S}(?:more{_S})?(?:years|months|weeks|days|hours|decades)\b", re.IGNORECASE)
_LONGER = re.compile(
    rf"\b(?:for|last(?:s|ed|ing)?|after|of|spen[dt]|took|takes?|since|well|just|in|by|was|were|is|are|with|at){_S}$",
    re.IGNORECASE,
)


def _during(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether "over" before a length of time says during it."""
    if not _OVER.search(match.group()) or not _TIME_AFTER.match(text, span.end):
        return False
    return not _LONGER.search(text, max(0, match.start() - _LOOK_BACK), match.start())


def _bounded(number: Number, modifier: str) -> Number:
    if number.vague or number.range or number.value is None:
        return replace(number, modifier=modifier)
    if modifier in ("at least", "more than"):
        return replace(number, modifier=modifier, low=number.value, value=None)
    if modifier in ("up to", "less than"):
        return replace(number, modifier=modifier, high=number.value, value=None)
    return replace(number, modifier=modifier)
