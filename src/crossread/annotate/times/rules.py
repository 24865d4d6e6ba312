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
    """A named pattern; its group `span`, if it has one, holds the words of the time.

    `sign` names the words of which one must occur for the pattern to match
    ("month", "digit"), so that most patterns need not be tried; "" is none.
    """

    name: str
    type: TimeType
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], TimeForm | None]
    sign: str


_SIGNS = {
    "digit": frozenset("0123456789"),
    "month": words.MONTH_WORDS,
    "weekday": words.WEEKDAY_WORDS,
    "season": words.SEASON_WORDS,
    "unit": words.UNIT_WORDS,
    "holiday": words.HOLIDAY_WORDS,
    "century": frozenset({"century"}),
}
_WORD = re.compile(r"[A-Za-z]+|[0-9]")


def signs(text: str, start: int, end: int) -> frozenset[str]:
    """Return which signs of times this stretch of text holds."""
    there = set(_WORD.findall(text, start, end))
    return frozenset({"", *(sign for sign, ones in _SIGNS.items() if not there.isdisjoint(ones))})


_FRAGMENTS = {
    "WEEKDAY": words.WEEKDAY,
    "ANYWEEKDAY": f"(?:{words.WEEKDAY}|{words.WEEKDAY_SHORT})",
    "MONTH": f"(?:{words.MONTH})",
    "DAY": words.DAY,
    "YEAR": words.YEAR,
    "NUMBER": words.NUMBER,
    "COUNT": words.PLAIN_NUMBER,
    "ABOUT": r"(?i:about|around|roughly|nearly|almost|over|(?:more|less)~than|just~(?:over|under))",
    "MEASURED": f"(?:{words.MEASURED}~)?",
    "UNIT": words.UNIT,
    "LONGUNIT": words.LONG_UNIT,
    "PERIODUNIT": words.PERIOD_UNIT,
    "PART": words.PART,
    "SEASON": words.SEASON,
    "HOLIDAY": f"(?:{words.HOLIDAY})",
    "ZONE": words.ZONE,
    "NTHDAY": words.ORDINAL_DAY,
    "NTH": f"(?:{words.ORDINAL_DAY}|{words.ORDINAL})",
    "YEARCUE": f"(?i:{words.YEAR_CUES})",
    "DECADEWORD": f"(?:{'|'.join(words.DECADE_WORDS)})",
    "FREE": r"(?<![\w/.$£€\#@-])",  # not inside a word, a number or a sum of money
    "END": r"(?![\w/]|[-–]\d|,\d|\.\d|~BC)",
    "TILL": r"(?:~?[-–—]~?|~(?:and|to|until|through)~)",
    "CUE": r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Ss]tarting)",
    "EARLYLATE": r"(?:early|late|later|earlier)~in|early|late|mid|(?:end|middle|beginning|start)~of",
    "WITHIN": r"(?:(?:the~)?(?P<p>(?i:EARLYLATE))(?:~|-)(?:the~)?)?",
    "SMALLHOURS": r"(?:[Tt]he~(?:early|small)~(?:morning~)?hours(?:~of)?(?:~the~morning)?(?:~(?:on|of))?)",
    "OFDAY": r"(?:(?P<early>SMALLHOURS|[Ee]arl(?:y|ier)|[Ll]ater?)(?:~on)?~)?",
    "NIGHTOF": r"(?:(?:[Tt]he~)?(?:early~)?(?P<of>(?i:night|morning|evening|afternoon))(?:~hours)?~of~)?",
    "NONAME": r"(?<!Super\x20)(?<!Black\x20)(?<!Cyber\x20)(?<!Good\x20)(?<!Fat\x20)(?<!Shrove\x20)(?<!Palm\x20)",
    "NAMED": r"(?:(?P<w>ANYWEEKDAY)(?:~(?P<p>PART))?,?~(?:the~)?)?",
    "WITHYEAR": r"(?:,?~(?P<y>YEAR))?",
    "POINT": r"(?:[Tt]hat(?:~same)?|[Tt]his~(?:same|very)|[Tt]his(?=~day)|[Tt]he~THATOTHER)",
    "THATOTHER": r"(?:following|next|previous|preceding|prior|same|very~same)",
    # Without "the" one "follows" Sunday's meeting.
    "STEP": r"(?:(?:[Tt]he~)?(?:last|this|next|past)|[Tt]he~(?:following|previous|preceding)|Last|This|Next"
    r"|(?<=[Oo]n~)that)",
}
_NAME = re.compile("|".join(sorted((rf"\b{name}\b" for name in _FRAGMENTS), key=len, reverse=True)))
_BEHIND = re.compile(r"\(\?<[!=][^()]*\)")  # what lies behind has a fixed length: one plain space
_DATE, _TIME, _DURATION, _SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET


def _rule(
    name: str,
    type_: TimeType,
    template: str,
    make: Callable[[re.Match[str]], TimeForm | None],
    sign: str = "",
) -> Rule:
    pattern = template
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda match: _FRAGMENTS[match.group()], pattern)
    pattern = _BEHIND.sub(lambda match: match.group().replace("~", "[ ]"), pattern).replace(
        "~", f"(?:{words.S})"
    )
    return Rule(name, type_, re.compile(pattern, re.VERBOSE), make, sign)


_CALENDAR = (
    _rule("iso", _DATE, r"FREE (\d{4})-(\d\d)-(\d\d) (?!\d|-)", says.iso, "digit"),
    _rule("days-month", _DATE,
          r"FREE (?P<d>DAY) TILL (?P<d2>DAY) ~ (?:of~)? (?P<m>MONTH) WITHYEAR END", says.date_range, "month"),
    _rule("month-days", _DATE,
          r"\b (?P<m>MONTH) ~ (?P<d>DAY) TILL (?:(?P<m2>MONTH)~)? (?P<d2>DAY) WITHYEAR END", says.date_range, "month"),
    _rule("two-dates", _DATE,
          r"FREE (?P<d>DAY) ~ (?P<m>MONTH) TILL (?P<d2>DAY) ~ (?P<m2>MONTH) WITHYEAR END", says.date_range, "month"),
    _rule("day-month", _DATE,
          r"FREE NIGHTOF NAMED (?:[Tt]he~)? (?P<d>DAY) (?:~of)? (?:~|-) (?P<m>MONTH) (?:,?(?:~|-)(?P<y>YEAR))? END",
          says.date, "month"),
    _rule("month-day", _DATE,
          r"FREE NIGHTOF NAMED (?P<m>MONTH) ~ (?:the~)? (?P<d>DAY) (?!\d|:\d|~?[ap]\.?m\b) WITHYEAR END",
          says.date, "month"),
    _rule("month-year", _DATE,
          r"(?<![\w/.@\#]) WITHIN (?P<m>MONTH) (?:,|~of)? ~ (?P<y>YEAR) END",
          says.month_year, "month"),
    _rule("month-before", _DATE,  # "August" of "August–September 1950"
          r"FREE (?P<span>WITHIN (?P<m>MONTH)) (?=(?:~?[-–—/]~?|~(?:and|or|to|until|through)~) (?P<m2>MONTH)"
          r" (?:,|~of)?~(?P<y>YEAR)\b)", says.month_before, "month"),
    _rule("month-of-a-year", _DATE,  # "March of last year", "July 25 of that year", "in May this year"
          r"FREE WITHIN (?:(?P<d>DAY)~)? (?P<m>MONTH) (?:~(?P<d2>DAY))? (?:,?~(?:of~)?)"
          r"(?P<rel>(?:that|this|last|next|the~same|the~following|the~previous)~year|(?P<n>COUNT)~years~ago) \b",
          says.month_of_a_year, "month"),
    _rule("season-year", _DATE,
          r"\b (?:[Tt]he~)? (?:(?:early|late|mid)(?:~|-))? (?P<s>SEASON) (?:~of)? ~ (?P<y>YEAR) END",
          says.season, "season"),
    _rule("season", _DATE,
          # "fall" and "spring" are verbs, and "the fall" an end: only with a word that makes them seasons.
          r"\b (?: (?P<cue>[Ii]n|[Dd]uring|[Oo]ver|[Bb]y|[Uu]ntil|[Ss]ince|[Tt]hroughout|[Ss]p(?:end|ent)|onset~of)~"
          r" (?P<span> (?:the~)? (?:(?:early|late|mid)(?:~|-)|(?:middle|beginning|end|start)~of~(?:the~)?)?"
          r" (?P<s>SEASON))"
          r" | (?P<span2> (?:(?P<step>[Tt]his~coming|[Tt]his|[Tt]hat(?:~same)?|[Ll]ast|[Nn]ext) ~ (?P<s2>SEASON)"
          r" | [Tt]he~(?P<s3>summer|winter|autumn))) ) \b"
          r" (?! ~(?:of~)?\d | -)", says.season_alone, "season"),
    _rule("holiday", _DATE,
          # "Christmas Island", "Memorial Day Parade" are names of something else, and a "Christmas market" is no day.
          r"FREE (?: (?P<span> (?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his)~)? (?P<h>HOLIDAY) ,?~(?:of~)?(?P<y>YEAR)) END"
          r" | (?: (?:[Oo]n|[Aa]t|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter)~(?=HOLIDAY)"
          r" | (?=[Ll]ast~|[Nn]ext~|[Tt]his~) )"
          r" (?P<span2> (?:(?P<step2>[Ll]ast|[Nn]ext|[Tt]his)~)? (?P<h2>HOLIDAY)"
          r" (?:,?~(?P<n>COUNT)~years~ago)?) \b (?!,?~(?:of~)?YEAR)"
          r" (?!~[A-Z]|['’]s|-|~(?:tree|party|parties|market|dinner|lunch|gift|present|card|carol|sale|shopping"
          r"|shopper|holiday|break|season|parade|service|weekend|light|decoration|message|morning|concert|song)) )",
          says.holiday, "holiday"),
    _rule("nth-of-the-month", _DATE,
          r"\b (?:[Oo]n|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Ss]ince|[Tt]o) ~ (?P<span>the~(?P<d>NTHDAY))"
          r" (?= [.,;:)] | ~(?:to|and|was|were|the|he|she|it|they|of~the~month)\b | $)",
          says.nth_of_the_month, "digit"),
    _rule("month", _DATE,
          r"\b (?:(?P<cue>CUE)~)? (?P<span> (?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his)~)? WITHIN (?P<m>MONTH))"
          # A capital behind it may make the month a name ("April Jones"), "in July" before one is still July.
          r"(?! (?<!July)(?<!January)(?<!February)(?<!September)(?<!October)(?<!November)(?<!December)"
          r" (?<![Ii]n~March)(?<![Ii]n~April)(?<![Ii]n~May)(?<![Ii]n~June)(?<![Ii]n~August) ~[A-Z][a-z]"
          r" | ~\d | ['’]s~[A-Z]) END", says.month_alone, "month"),
    _rule("years", _DATE, r"FREE (?P<y>YEAR) ~?[-–—]~? (?P<y2>YEAR|\d\d) END", says.years, "digit"),
    _rule("year", _DATE, r"\b YEARCUE ~ (?:the~)?? (?P<span> WITHIN (?P<y>YEAR)) END", says.year, "digit"),
    _rule("month-after", _DATE,  # "April" of "from February to April"
          r"\b MONTH~(?:to|and|or|until|through)~ (?P<span> (?P<m>MONTH)) (?!~?\d|~[A-Z]|['’]s)",
          says.month_after, "month"),
    _rule("within-year", _DATE,
          r"\b (?:[Tt]he~)? (?P<p>(?i:EARLYLATE))(?:~|-) (?P<y>YEAR) END", says.year, "digit"),
    _rule("year-in-brackets", _DATE, r"\( (?P<span> (?P<p>) (?P<y>YEAR)) \)", says.year, "digit"),
    _rule("decade", _DATE,
          r"\b (?:[Tt]he~)? WITHIN ['’‘]? (?P<y> (?:1[0-9]|20)\d0 | [2-9]0) ['’]?s\b", says.decade, "digit"),
    _rule("decade-words", _DATE, r"\b [Tt]he~ WITHIN (?P<y>) (?P<word>DECADEWORD) \b", says.decade),
    _rule("century", _DATE,
          r"\b (?:[Tt]he~)? (?:(?:early|late|mid)(?:~|-))? (?P<n>NTH) (?:~|-) century\b (?!~BC)",
          says.century, "century"),
)  # fmt: skip

_DAYS = (
    _rule("weekday", _DATE,
          # "the Tuesday after", "the Friday before last" name a day by another; "on Tuesday after" does not.
          # "Super Tuesday" and "Black Friday" are names of their own.
          r"FREE OFDAY (?:(?P<step>STEP)~)? (?!(?<=[Tt]he\x20)(?:WEEKDAY)~(?:before|after)~)"
          r"NONAME (?P<w>WEEKDAY)"
          r"(?:~(?P<part>PART))? (?:~(?P<week>(?:of~)?(?:last|this|next)~week))?"
          r"(?!\w|s\b|~(?:before|after)~(?:last|next)\b)", says.named_day, "weekday"),
    _rule("deictic", _DATE,
          # A capital behind a word is a name: "USA Today", "Leeds Tonight".
          r"\b OFDAY (?!(?<=[A-Za-z]\x20)T(?:oday|onight|ODAY\b)) (?P<day> (?i:today|tonight|yesterday|tomorrow) |"
          r" (?<![Tt]o\x20)[Oo]vernight | (?:[Tt]his|[Ll]ast) (?=~(?:morning|afternoon|evening|night)\b))"
          r" (?:~(?P<part>PART))? \b (?P<after>)", says.deictic),
    _rule("day-before-yesterday", _DATE,
          r"\b [Tt]he~ (?P<after>day~(?:before|after)) ~ (?P<day>yesterday|tomorrow)\b (?P<part>) (?P<early>)",
          says.deictic),
    _rule("ago", _DATE,
          r"\b (?:ABOUT~)? (?P<n>NUMBER) (?:~|-) (?P<u>UNIT)s? ~"
          r"(?P<dir> ago | earlier | later | before(?!~\w) | previously | from~now) \b", says.ago, "unit"),
    _rule("pointing", _DATE,
          r"\b (?:(?P<early>[Ee]arlier|[Ll]ater)~)? (?P<which>POINT) ~"
          r"(?P<u>day|week|month|year|decade|morning|afternoon|evening|night|weekend) \b (?!['’-])",
          says.pointing, "unit"),
    _rule("period", _DATE,
          r"\b (?:(?:[Tt]he~)?(?P<early>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate"
          r" | (?:end|start|beginning|middle)~of)(?:~in)?~)? (?P<step> [Tt]he"
          r" | (?:[Tt]he~)?(?:[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast)) ~ (?P<u>PERIODUNIT) \b",
          says.period, "unit"),
    _rule("within-period", _DATE,
          r"\b (?:[Tt]he~)? (?P<early>(?:end|start|beginning|middle|rest|close)~of"
          r" | (?:[Ll]ater|[Ee]arlier|[Ee]arly|[Ll]ate)~in)~the ~ (?P<u>day|week|month|year|decade) \b"
          r"(?!['’-])", says.within_period, "unit"),
    _rule("quarter", _DATE,
          r"\b (?:[Tt]he~)? (?P<n>first|second|third|fourth)(?:~|-)quarter~of~"
          r"(?:(?P<y>YEAR)|(?P<rel>this|last|next)~year) END", says.quarter, "unit"),
)  # fmt: skip

_OTHERS = (
    _rule("length", _DURATION,
          r"FREE MEASURED (?P<n>COUNT) (?:~|-) (?P<u>UNIT)s? ['’]?"
          r"(?! \w | -old | - | ~old\b | ~of~age\b | ~(?:place|half)\b)", says.length, "unit"),
    _rule("a-length", _DURATION,
          r"\b (?:(?:[Ff]or|[Ii]n|[Ww]ithin|[Aa]fter|[Tt]han|[Hh]alf|[Ll]ast(?:ed|ing|s)?|[Tt]ook) ~)?"
          r"(?P<span> MEASURED (?P<n>an?) ~ (?P<u>UNIT)) (?! \w | - | ~(?:old|half|place)\b)", says.a_length, "unit"),
    _rule("plural", _DURATION,
          r"\b (?:[Ff]or|[Ww]ithin|[Ii]n|[Oo]ver|[Aa]fter|(?<![Aa]s\x20)[Mm]any) ~"
          r"(?P<span>(?P<n>) (?P<u>day|week|month|year|decade|centurie|hour)s) \b"
          r"(?!['’-]|~(?:ago|old|later|earlier)\b)", says.length, "unit"),
    _rule("long", _DURATION,
          r"FREE (?P<n>) (?P<u>(?:day|week|month|year|decade|hour)s?)-long\b", says.long, "unit"),
    _rule("per", _SET,
          r"(?P<w>) (?: \b[Pp]er~ | (?:(?<=\d\x20)|(?<=illion\x20)|(?<=once\x20)|(?<=twice\x20)|(?<=times\x20))a~ )"
          r"(?P<u>day|week|month|year) \b (?!['’-]|~(?:ago|later|earlier|before|after)\b)", says.every, "unit"),
    _rule("length-adjective", _DURATION,
          r"FREE (?P<n>COUNT) - (?P<u>LONGUNIT|hour|minute) (?=-long|~[a-z]) (?!-old)", says.length, "unit"),
    _rule("every", _SET,
          r"\b (?:[Ee]very|[Ee]ach) ~ (?: (?P<w>WEEKDAY) |"
          r" (?P<u>day|week|month|year|hour|minute|morning|evening|night|afternoon|weekend)) \b", says.every),
    _rule("weekdays", _SET, r"\b (?P<u>) (?P<w>(?:WEEKDAY)s) \b", says.every, "weekday"),
    _rule("adverb", _SET, r"\b (?:daily(?!~[A-Z])|nightly|weekly|monthly|annually|yearly) \b", says.adverb),
    _rule("clock", _TIME,
          r"FREE (?P<h>[01]?\d|2[0-3]) (?:[.:](?P<min>[0-5]\d))? (?:~)?"
          r"(?P<half> [ap]m\b | [ap]\.m\. | [AP]M\b | [AP]\.M\.) (?:~ZONE)?", says.clock, "digit"),
    _rule("clock-24", _TIME,
          r"FREE (?P<h>[01]\d|2[0-3]|\d) : (?P<min>[0-5]\d) (?: ~ZONE | (?![\w:.]\d|:))", says.clock, "digit"),
    _rule("clock-zone", _TIME, r"FREE (?P<h>[01]\d|2[0-3]) (?P<min>[0-5]\d) (?:~)? ZONE", says.clock, "digit"),
    _rule("o'clock", _TIME, r"FREE (?P<h>1[0-2]|\d) (?P<min>) (?:~)? o['’]clock\b", says.clock, "digit"),
    _rule("hour-name", _TIME, r"\b (?<=at[ ]) (?P<n>midnight|noon|midday) \b", says.hour_name),
    _rule("units-later", _DATE,
          r"\b (?:second|minute|hour|day|week|month|year|decade)s~(?P<dir>later|earlier|ago|before(?!~\w)) \b",
          says.units_later, "unit"),
    _rule("vague", _DATE,
          r"\b (?i: recently | recent (?=~[a-z]) | current (?=~[a-z]) | currently | future (?=~[a-z]) |"
          r" at~present | at~the~moment |"
          r" (?:the~)?(?:present|modern)(?:~|-)day | the~time~being |"
          r" in~the~(?:near~)?future | now | lately | nowadays | these~days |"
          r" (?:in|over|during)~(?:the~)?(?:recent|past|coming)~(?:days|weeks|months|years|decades)) \b", says.vague),
)  # fmt: skip

RULES = (*_CALENDAR, *_DAYS, *_OTHERS)
