"""Finds the words of an article that denote a time, says what they mean, and resolves them.

Recognition is a table of patterns (`time_rules`), never a guess from single
words: "may have", "the march of", "a second man" hold no time. The tense of
the verb that a time belongs to gives its direction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from crossread.annotate.times import forms
from crossread.annotate.times.rules import RULES, signs
from crossread.annotate.times.tense import (
    ARRANGED,
    governor,
    looks_ahead,
    tense_of,
    time_head,
    urged_by,
    words_of,
)
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeForm, TimeKind, TimeType
from crossread.record.article import Article, Paragraph
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.timex import settle

_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d{2})(?![\w/]|\.\d)"
)
# What joins a weekday to the date that glosses it: "Saturday (13 March)", "Saturday, 13 March".
_GLOSS = re.compile(r",?\s*\(?\s*(?:the\s+)?")
# Cues that stand before any number: after them only a year of living memory is one.
_WEAK_CUES = re.compile(
    r"\b(?:to|and|of|about|around|for|or|as|through|by|after|before|than|a|his|her|its|their)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEAK_CUE_YEARS = range(1900, 2100)
# A number alone is a year where it heads a paragraph, or where the article names a year so near to it.
# Tuned on half of WikiWars (5 to 50 years).
_BARE_YEAR = re.compile(
    r"(?<![\w/.$£€#@,:-])(?P<y>1[5-9]\d\d|20[0-4]\d)(?![\w/%]|[-–]\d|,\d|\.\d|:\d| ?(?:BC|mm|km|kg|ft|feet|m)\b)"
)
_NEAR_YEARS = 10
_HEADING = re.compile(r"\s*(?::|$)")
_COUNTED = re.compile(r"\s+(?:people|men|women|children|[a-z]{3,}s)\b(?<!s's)(?!\s+of)", re.IGNORECASE)
# The words of a title before the weekday that ends it, and what closes it.
_TITLE = re.compile(r"[“\"‘'](?:[A-Z]\w*\s)+$")
_END_OF_TITLE = re.compile(r"[.,]?[”\"’']")
_LONGEST_TITLE = 40
# Nouns after which "Saturday's" or "on Saturday" without a verb of its own looks back, and words
# before which it looks ahead. A noun alone gives no direction.
_LOOKING_BACK = listed("after following over since despite amid")
# What is the object of these is ahead of them. After FrameNet's Commitment, Scheduling, Request and Expectation.
_OF_THINGS_AHEAD = listed(
    "threaten plan propose promise schedule expect predict forecast demand seek pledge vow want"
)
_LOOKING_AHEAD = listed("ahead before until for")
_RUN_UPS = listed("advance ahead eve run-up runup lead-up")


@dataclass(frozen=True)
class _Found:
    span: Span
    type: TimeType
    form: TimeForm
    rule: str


def find(article: Article, analysis: Analysis) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article's telling paragraphs, in text order.

    Where the article has a day of publication they are resolved against it.
    """
    telling = [paragraph for paragraph in article.paragraphs if paragraph.telling]
    found = [one for paragraph in telling for one in _in_paragraph(article.text, paragraph, telling)]
    found = _with_bare_years(found, article.text, telling)
    glossed = _glossed([_with_tense(one, analysis) for one in found], article.text)
    times = tuple(TimeExpression(f.span, f.type, f.form, f.rule) for f in _agreed(glossed))
    return settle(times, article.text, article.published)


def _in_paragraph(text: str, paragraph: Paragraph, telling: list[Paragraph]) -> Iterator[_Found]:
    kept: list[_Found] = []
    for one in sorted(_matches(text, paragraph, telling), key=lambda f: (-len(f.span), f.span.start)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda f: f.span)


def _matches(text: str, paragraph: Paragraph, telling: list[Paragraph]) -> Iterator[_Found]:
    there = signs(text, paragraph.start, paragraph.end)
    for rule in RULES:
        if rule.sign not in there:
            continue
        for match in rule.pattern.finditer(text, paragraph.start, paragraph.end):
            form = rule.make(match)
            if rule.name == "weekday" and _is_title(text, match):
                continue
            if form is not None and (rule.name != "year" or _is_year(match, text)):
                yield _Found(_words(match), _type(rule.type, form), form, rule.name)
    for match in _NUMERIC.finditer(text, paragraph.start, paragraph.end):
        form = _numeric(match, text, telling)
        if form is not None:
            yield _Found(Span(*match.span()), TimeType.DATE, form, "numeric")


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a weekday ends a title in quotation marks: "Leeds News Sunday"."""
    before = text[max(0, match.start() - _LONGEST_TITLE) : match.start()]
    return _TITLE.search(before) is not None and _END_OF_TITLE.match(text, match.end()) is not None


def _words(match: re.Match[str]) -> Span:
    """The words of the time itself: the group `span` or `span2` where the pattern has one, else all."""
    for group in ("span", "span2"):
        if match.groupdict().get(group):
            return Span(*match.span(group))
    return Span(*match.span())


def _type(type_: TimeType, form: TimeForm) -> TimeType:
    """A day with a part ("Saturday night") is a TIME in TIMEX3."""
    if form.kind is TimeKind.LENGTH and type_ is TimeType.DATE:
        return TimeType.DURATION
    day = form.kind in (TimeKind.WEEKDAY, TimeKind.OFFSET) or form.day is not None
    return TimeType.TIME if day and form.part else type_


def _is_year(match: re.Match[str], text: str) -> bool:
    year = int(match["y"])
    weak = _WEAK_CUES.search(text[match.start() : match.start("y")])
    if weak and (year not in _WEAK_CUE_YEARS or year == 2000):
        return False
    return _COUNTED.match(text, match.end("y")) is None


def _with_bare_years(found: list[_Found], text: str, telling: list[Paragraph]) -> list[_Found]:
    """Add numbers that nothing but the years around them makes a year: "2006 highs", a heading "2005: Elections"."""
    attested = {one.form.year for one in found if one.form.kind is TimeKind.CALENDAR and one.form.year}
    near_years = {year + by for year in attested for by in range(-_NEAR_YEARS, _NEAR_YEARS + 1)}
    bare: list[_Found] = []
    for paragraph in telling:
        for match in _BARE_YEAR.finditer(text, paragraph.start, paragraph.end):
            year, span = int(match["y"]), Span(*match.span("y"))
            heading = span.start == paragraph.start and _HEADING.match(text, span.end, paragraph.end)
            near = year in near_years
            counted = _COUNTED.match(text, span.end) is not None
            if (heading or (near and not counted)) and not any(span.overlaps(one.span) for one in found):
                form = TimeForm(TimeKind.CALENDAR, year)
                bare.append(_Found(span, TimeType.DATE, form, "bare-year"))
    return sorted([*found, *bare], key=lambda one: one.span) if bare else found


def _numeric(match: re.Match[str], text: str, telling: list[Paragraph]) -> TimeForm | None:
    first, second = int(match["a"]), int(match["b"])
    if first == second:
        return forms.numeric(match, day_first=True)
    order = _day_first(text, telling)
    return None if order is None else forms.numeric(match, day_first=order)


def _day_first(text: str, telling: list[Paragraph]) -> bool | None:
    """Whether the article writes the day before the month; None where it does not show."""
    votes: Counter[bool] = Counter()
    for paragraph in telling:
        for match in _NUMERIC.finditer(text, paragraph.start, paragraph.end):
            first, second = int(match["a"]), int(match["b"])
            if (first > 12) != (second > 12):
                votes[first > 12] += 1
        for rule in RULES:
            if rule.name in ("day-month", "month-day"):
                votes[rule.name == "day-month"] += len(
                    rule.pattern.findall(text, paragraph.start, paragraph.end)
                )
    if votes[True] == votes[False]:
        return None
    return votes[True] > votes[False]


# Tense


def _with_tense(found: _Found, analysis: Analysis) -> _Found:
    if found.form.kind in (TimeKind.LENGTH, TimeKind.VAGUE, TimeKind.CLOCK):
        return found
    form = found.form
    period = form.kind is TimeKind.PERIOD and form.steps == 0
    tense = time_tense(found.span, analysis, around_now=period)
    if period and form.part == "later" and not form.anaphoric:
        tense = Tense.FUTURE  # "threatened to raise it later this year"
    yearless = form.kind is TimeKind.CALENDAR and form.year is None and form.steps is None
    if tense and yearless and _asked_before(analysis, found.span):
        return found
    return replace(found, form=replace(found.form, tense=tense)) if tense else found


def _asked_before(analysis: Analysis, span: Span) -> bool:
    """Whether the time stands behind what was to be, seen from the past: "asked her to pay", "threatened a strike"."""
    head = analysis.head_of(span)
    verb = governor(analysis, head)[0] if head is not None else None
    if verb is None:
        return False
    if analysis.tokens[verb].tag == "VBD":
        objects = (i for i in analysis.children(verb, "obj") if verb < i < analysis.tokens_in(span)[0])
        return analysis.tokens[verb].lemma.lower() in _OF_THINGS_AHEAD and any(objects)
    above = governor(analysis, verb)[0] if analysis.tokens[verb].tag == "VB" else None
    if above is not None and not (
        looks_ahead(analysis, above) or words_of(analysis, above) & _OF_THINGS_AHEAD
    ):
        return False  # "began to work in May"
    helpers = [] if above is None else [*analysis.children(above, "aux", "cop"), above]
    return any(analysis.tokens[i].tag == "VBD" for i in helpers)


def time_tense(span: Span, analysis: Analysis, *, around_now: bool = False) -> Tense | None:
    """Return the tense of the verb that the time at `span` belongs to; `around_now` says that it is under way.

    A time inside a noun phrase ("Saturday's vigil") has one only where the
    verb above is past and nothing between looks ahead.
    """
    head = time_head(analysis, span)
    if head is None:
        return None
    verb, by_noun = governor(analysis, head)
    if verb is None:
        return None
    urging = urged_by(analysis, verb, span)
    tense = tense_of(analysis, verb if urging is None else urging)
    if _ends(analysis, span) and _goes_on(analysis, verb):
        return Tense.FUTURE  # "has been released on bail until May"
    if tense is Tense.PRESENT and _arranged(analysis, verb, around_now=around_now):
        tense = Tense.FUTURE
    if tense is Tense.PAST and (_in_a_run_up(analysis, verb, span) or _has_bidden(analysis, verb, span)):
        return None
    if not by_noun:
        return tense
    return _tense_in_noun_phrase(analysis, head, verb, tense)


def _has_bidden(analysis: Analysis, verb: int, span: Span) -> bool:
    """Whether the time is ahead, as what somebody "has invited" or "has asked" others to: no past day has a perfect."""
    helpers = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "aux")}
    perfect = bool(helpers & {"has", "have"}) and analysis.tokens_in(span)[0] > verb
    return perfect and looks_ahead(analysis, verb)


def _in_a_run_up(analysis: Analysis, verb: int, span: Span) -> bool:
    """Whether the time may be that of what was ahead: "sent a letter in advance of his visit on Tuesday"."""
    between = analysis.tokens[verb : analysis.tokens_in(span)[0]]
    return any(
        one.lemma.lower() in _RUN_UPS and following.text.lower() in ("of", "to")
        for one, following in pairwise(between)
    )


def _arranged(analysis: Analysis, verb: int, *, around_now: bool) -> bool:
    """Whether a present tells what is arranged: "is heading to Leeds on Thursday", "plans on Thursday to speak".

    Of a time under way it mostly tells what goes on in it: "are receiving money this summer".
    """
    if around_now and analysis.tokens[verb].lemma.lower() not in ARRANGED:
        return False
    helpers = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "aux")}
    moves = analysis.tokens[verb].tag == "VBG" and bool(helpers & {"is", "are", "’s", "'s", "’re", "'re"})
    return (moves and "being" not in helpers) or looks_ahead(analysis, verb)


def _ends(analysis: Analysis, span: Span) -> bool:
    before = analysis.tokens_in(span)[0] - 1
    return before >= 0 and analysis.tokens[before].text.lower() in ("until", "till")


def _goes_on(analysis: Analysis, verb: int) -> bool:
    """Whether a state holds when it is told: present or perfect."""
    helpers = [analysis.tokens[i] for i in analysis.children(verb, "aux", "cop")]
    tags = {token.tag for token in helpers} or {analysis.tokens[verb].tag}
    return bool(tags & {"VBZ", "VBP"})


def _tense_in_noun_phrase(analysis: Analysis, head: int, verb: int, tense: Tense | None) -> Tense | None:
    path = [head, *(i for i in analysis.ancestors(head) if i > verb or i < verb)]
    before = {
        analysis.tokens[i].text.lower() for above in path for i in analysis.children(above, "case", "mark")
    }
    if before & _LOOKING_AHEAD:
        return None
    if before & _LOOKING_BACK:
        return Tense.PAST
    attached_by_mistake = (
        verb < head and analysis.tokens[head].dep != "nmod:poss" and not _compact(analysis, head)
    )
    if tense is Tense.FUTURE:
        return tense if attached_by_mistake else None
    return tense if tense is Tense.PAST else None


def _compact(analysis: Analysis, head: int) -> bool:
    """Whether the time stands inside its noun phrase ("Saturday night scenes"), not after it."""
    return analysis.tokens[head].head > head


# The article as a whole


def _glossed(found: list[_Found], text: str) -> list[_Found]:
    """Tie a weekday to the date that glosses it: each corroborates the other."""
    for index, (day, date) in enumerate(pairwise(found)):
        if not (day.form.weekday is not None and day.form.month is None and day.form.steps is None):
            continue
        full = date.form.kind is TimeKind.CALENDAR and date.form.day and date.form.to is None
        if full and _GLOSS.fullmatch(text, day.span.end, date.span.start):
            form = replace(day.form, month=date.form.month, day=date.form.day, year=date.form.year)
            found[index] = replace(day, form=form)
            tied = replace(date.form, weekday=day.form.weekday, tense=day.form.tense or date.form.tense)
            found[index + 1] = replace(date, form=tied)
    return found


def _agreed(found: list[_Found]) -> Iterable[_Found]:
    """Give a weekday without a tense the one that the article's other uses of that weekday share."""
    tenses: dict[int, set[Tense]] = {}
    for one in found:
        if one.form.kind is TimeKind.WEEKDAY and one.form.weekday is not None and one.form.tense:
            tenses.setdefault(one.form.weekday, set()).add(one.form.tense)
    for one in found:
        weekday = one.form.weekday
        if one.form.kind is TimeKind.WEEKDAY and weekday is not None and one.form.tense is None:
            shared = tenses.get(weekday, set())
            if len(shared) == 1 and shared != {Tense.PRESENT}:
                yield replace(one, form=replace(one.form, tense=next(iter(shared))))
                continue
        yield one
