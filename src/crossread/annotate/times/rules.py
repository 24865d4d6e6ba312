"""The patterns of English time expressions: one table, each row a pattern and what it says.

Patterns are verbose regular expressions in which `~` stands for white space
inside a line and words in capitals for the fragments below. Where matches
overlap the longest wins, then the earlier row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from crossread.annotate.times import forms as says
from crossread.annotate.times import words as words
from crossread.record.annotation import TimeForm, TimeType


@dataclass(frozen=True)
class Rule:
    """A named pattern; its group `span`, if it has one, holds the words of the time."""

    name: str
    type: TimeType
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], TimeForm | None]


_FRAGMENTS = {
    "WEEKDAY": words.WEEKDAY,
    "ANYWEEKDAY": f"(?:{words.WEEKDAY}|{words.WEEKDAY_SHORT})",
    "MONTH": f"(?:{words.MONTH})",
    "DAY": words.DAY,
    "YEAR": words.YEAR,
    "NUMBER": words.NUMBER,
    "COUNT": words.PLAIN_NUMBER,
    "UNIT": words.UNIT,
    "LONGUNIT": words.LONG_UNIT,
    "PERIODUNIT": words.PERIOD_UNIT,
    "PART": words.PART,
    "SEASON": words.SEASON,
    "ZONE": words.ZONE,
    "NTH": f"(?:{words.ORDINAL_DAY}|{words.ORDINAL})",
    "YEARCUE": f"(?i:{words.YEAR_CUES})",
    "DECADEWORD": f"(?:{'|'.join(words.DECADE_WORDS)})",
    "FREE": r"(?<![\w/.$£€\#@-])",  # not inside a word, a number or a sum of money
    "END": r"(?![\w/]|[-–]\d|,\d|\.\d)",
    "TILL": r"(?:~?[-–—]~?|~(?:and|to|until|through)~)",
    "CUE": r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Ss]tarting)",
    "WITHIN": r"(?:(?:the~)?(?P<p>(?i:early|late|mid|end~of|middle~of|beginning~of|start~of))(?:~|-)(?:the~)?)?",
    "SMALLHOURS": r"(?:[Tt]he~(?:early|small)~(?:morning~)?hours(?:~of)?(?:~the~morning)?(?:~(?:on|of))?)",
    "OFDAY": r"(?:(?P<early>SMALLHOURS|[Ee]arl(?:y|ier)|[Ll]ater?)(?:~on)?~)?",
    "NIGHTOF": r"(?:(?:[Tt]he~)?(?:early~)?(?P<of>(?i:night|morning|evening|afternoon))(?:~hours)?~of~)?",
    "NONAME": r"(?<!Super\x20)(?<!Black\x20)(?<!Cyber\x20)(?<!Good\x20)(?<!Fat\x20)(?<!Shrove\x20)(?<!Palm\x20)",
    "NAMED": r"(?:(?P<w>ANYWEEKDAY)(?:~(?P<p>PART))?,?~(?:the~)?)?",
    "WITHYEAR": r"(?:,?~(?P<y>YEAR))?",
    "POINT": r"(?:[Tt]hat|[Tt]he~(?:following|next|previous|preceding|prior|same|very~same))",
    "STEP": r"(?:(?:[Tt]he~)?(?:last|this|next|following|previous|preceding|past)|Last|This|Next|(?<=[Oo]n~)that)",
}
_NAME = re.compile("|".join(sorted((rf"\b{name}\b" for name in _FRAGMENTS), key=len, reverse=True)))
_DATE, _TIME, _DURATION, _SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET


def _rule(
    name: str, type_: TimeType, template: str, make: Callable[[re.Match[str]], TimeForm | None]
) -> Rule:
    pattern = template
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda match: _FRAGMENTS[match.group()], pattern)
    pattern = pattern.replace("(?<=[Oo]n~)", "(?<=[Oo]n[ ])").replace("~", f"(?:{words.S})")
    return Rule(name, type_, re.compile(pattern, re.VERBOSE), make)


_CALENDAR = (
    _rule("iso", _DATE, r"FREE (\d{4})-(\d\d)-(\d\d) (?!\d|-)", says.iso),
    _rule("days-month", _DATE,
          r"FREE (?P<d>DAY) TILL (?P<d2>DAY) ~ (?:of~)? (?P<m>MONTH) WITHYEAR END", says.date_range),
    _rule("month-days", _DATE,
          r"\b (?P<m>MONTH) ~ (?P<d>DAY) TILL (?:(?P<m2>MONTH)~)? (?P<d2>DAY) WITHYEAR END", says.date_range),
    _rule("two-dates", _DATE,
          r"FREE (?P<d>DAY) ~ (?P<m>MONTH) TILL (?P<d2>DAY) ~ (?P<m2>MONTH) WITHYEAR END", says.date_range),
    _rule("day-month", _DATE,
          r"FREE NIGHTOF NAMED (?P<d>DAY) (?:~of)? (?:~|-) (?P<m>MONTH) (?:,?(?:~|-)(?P<y>YEAR))? END", says.date),
    _rule("month-day", _DATE,
          r"FREE NIGHTOF NAMED (?P<m>MONTH) ~ (?:the~)? (?P<d>DAY) (?!\d|:\d|~?[ap]\.?m\b) WITHYEAR END", says.date),
    _rule("month-year", _DATE, r"FREE WITHIN (?P<m>MONTH) (?:,|~of)? ~ (?P<y>YEAR) END", says.month_year),
    _rule("season-year", _DATE,
          r"\b (?:[Tt]he~)? (?:(?:early|late|mid)(?:~|-))? (?P<s>SEASON) (?:~of)? ~ (?P<y>YEAR) END", says.season),
    _rule("month", _DATE,
          r"\b (?:(?P<cue>CUE)~)? (?P<span> (?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his)~)? WITHIN (?P<m>MONTH))"
          r"(?! ~[A-Z][a-z] | ~\d | ['’]s~[A-Z]) END", says.month_alone),
    _rule("years", _DATE, r"FREE (?P<y>YEAR) ~?[-–—]~? (?P<y2>YEAR|\d\d) END", says.years),
    _rule("year", _DATE, r"\b YEARCUE ~ (?:the~)? (?P<span> WITHIN (?P<y>YEAR)) END", says.year),
    _rule("year-in-brackets", _DATE, r"\( (?P<span> (?P<p>) (?P<y>YEAR)) \)", says.year),
    _rule("decade", _DATE,
          r"\b (?:[Tt]he~)? WITHIN ['’‘]? (?P<y> (?:1[0-9]|20)\d0 | [2-9]0) ['’]?s\b", says.decade),
    _rule("decade-words", _DATE, r"\b [Tt]he~ WITHIN (?P<y>) (?P<word>DECADEWORD) \b", says.decade),
    _rule("century", _DATE,
          r"\b (?:[Tt]he~)? (?:(?:early|late|mid)(?:~|-))? (?P<n>NTH) (?:~|-) century\b", says.century),
)  # fmt: skip

_DAYS = (
    _rule("weekday", _DATE,
          # "the Tuesday after", "the Friday before last" name a day by another; "on Tuesday after" does not.
          # "Super Tuesday" and "Black Friday" are names of their own.
          r"FREE OFDAY (?:(?P<step>STEP)~)? (?!(?<=[Tt]he\x20)(?:WEEKDAY)~(?:before|after)~)"
          r"NONAME (?P<w>WEEKDAY)"
          r"(?:~(?P<part>PART))? (?:~(?P<week>(?:of~)?(?:last|this|next)~week))?"
          r"(?!\w|s\b|~(?:before|after)~(?:last|next)\b)", says.named_day),
    _rule("deictic", _DATE,
          # A capital behind a word is a name: "USA Today".
          r"\b OFDAY (?!(?<=[A-Za-z]\x20)Today) (?P<day> (?i:today|tonight|yesterday|tomorrow) | [Oo]vernight |"
          r" (?:[Tt]his|[Ll]ast) (?=~(?:morning|afternoon|evening|night)\b)) (?:~(?P<part>PART))? \b (?P<after>)",
          says.deictic),
    _rule("day-before-yesterday", _DATE,
          r"\b [Tt]he~ (?P<after>day~(?:before|after)) ~ (?P<day>yesterday|tomorrow)\b (?P<part>) (?P<early>)",
          says.deictic),
    _rule("ago", _DATE,
          r"\b (?P<n>NUMBER) (?:~|-) (?P<u>UNIT)s? ~"
          r"(?P<dir> ago | earlier | later | before(?!~\w) | previously | from~now) \b", says.ago),
    _rule("pointing", _DATE,
          r"\b (?:(?P<early>[Ee]arlier|[Ll]ater)~)? (?P<which>POINT) ~"
          r"(?P<u>day|week|month|year|decade|morning|afternoon|evening|night|weekend) \b (?!['’-])", says.pointing),
    _rule("day-beside", _DATE, r"\b [Tt]he~day~ (?P<d>before|after) (?=[,.;:)]|$)", says.day_beside),
    _rule("period", _DATE,
          r"\b (?:(?P<early>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)(?:~in)?~)?"
          r"(?P<step> [Tt]he | (?:[Tt]he~)?(?:[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming)) ~ (?P<u>PERIODUNIT) \b",
          says.period),
)  # fmt: skip

_OTHERS = (
    _rule("length", _DURATION,
          r"FREE (?P<n>COUNT) (?:~|-) (?P<u>UNIT)s? ['’]?"
          r"(?! \w | -old | - | ~old\b | ~of~age\b | ~(?:place|half)\b)", says.length),
    _rule("a-length", _DURATION,
          r"\b (?:[Ff]or|[Ii]n|[Ww]ithin|[Oo]ver|[Aa]fter|[Tt]han|[Aa]bout|[Nn]early|[Aa]lmost|[Hh]alf) ~"
          r"(?P<span> (?P<n>an?) ~ (?P<u>UNIT)) (?! \w | - | ~(?:old|half|place)\b)", says.length),
    _rule("length-adjective", _DURATION,
          r"FREE (?P<n>COUNT) - (?P<u>LONGUNIT|hour|minute) (?=-long|~[a-z]) (?!-old)", says.length),
    _rule("every", _SET,
          r"\b (?:[Ee]very|[Ee]ach) ~ (?: (?P<w>WEEKDAY) |"
          r" (?P<u>day|week|month|year|hour|minute|morning|evening|night|afternoon|weekend)) \b", says.every),
    _rule("weekdays", _SET, r"\b (?P<u>) (?P<w>(?:WEEKDAY)s) \b", says.every),
    _rule("adverb", _SET, r"\b (?:daily|nightly|weekly|monthly|annually|yearly) \b", says.adverb),
    _rule("clock", _TIME,
          r"FREE (?P<h>[01]?\d|2[0-3]) (?:[.:](?P<min>[0-5]\d))? (?:~)?"
          r"(?P<half> [ap]m\b | [ap]\.m\. | [AP]M\b | [AP]\.M\.) (?:~ZONE)?", says.clock),
    _rule("clock-24", _TIME,
          r"FREE (?P<h>[01]\d|2[0-3]|\d) : (?P<min>[0-5]\d) (?: ~ZONE | (?![\w:.]\d|:))", says.clock),
    _rule("clock-zone", _TIME, r"FREE (?P<h>[01]\d|2[0-3]) (?P<min>[0-5]\d) (?:~)? ZONE", says.clock),
    _rule("o'clock", _TIME, r"FREE (?P<h>1[0-2]|\d) (?P<min>) (?:~)? o['’]clock\b", says.clock),
    _rule("hour-name", _TIME, r"\b (?<=at[ ]) (?P<n>midnight|noon|midday) \b", says.hour_name),
    _rule("vague", _DATE,
          r"\b (?i: recently | now | lately | nowadays | these~days |"
          r" (?:in|over|during)~(?:the~)?(?:recent|past|coming)~(?:days|weeks|months|years|decades)) \b", says.vague),
)  # fmt: skip

RULES = (*_CALENDAR, *_DAYS, *_OTHERS)
