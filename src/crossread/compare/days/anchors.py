"""The days that a story's accounts fix by themselves, and what each account says of them.

An anchor is a happening on a known day: a date with its year, a weekday with
a date ("Saturday (13 March)" falls together in few years only), or a word
like "yesterday" in an account whose own day is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from crossread.compare.once import once
from crossread.record.analysis import CONTENT, Analysis
from crossread.record.annotation import Account, Tense, TimeExpression, TimeForm, TimeKind, TimeType
from crossread.record.article import DateRange
from crossread.record.span import Span
from crossread.text.calendar import at, years_that_fit
from crossread.text.closed_classes import in_present_perfect
from crossread.text.daywords import WEEKDAYS, in_words
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

# A scheduled date may lie after the reading day; a month ahead covers what news announces by weekday.
_AHEAD = timedelta(days=31)
_LEAD = 3  # sentences
# Words that say as much of any happening: light verbs, units, and the words of time expressions.
_LIGHT = listed("""say tell be have do make take get go come give put see people man woman year day week month hour
    night morning evening today yesterday tomorrow new other last next first time report way thing
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mr ms mrs dr""")
# A dateline: the place in capitals, the date, the agency. After the stylebooks of Reuters, AP and AFP.
_PLACE = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?:, ?[A-Z][\w .]{1,30})?, ?")
_AGENCY = re.compile(r"\s*\(\s*(?:Reuters|AP|AFP|PA|UPI|Xinhua|Bloomberg|dpa|IANS|ANI|PTI)\b|\s+[-–—]{1,2}\s")


@dataclass(frozen=True)
class Dated:
    """A time expression of an account with the words around it."""

    account: Account
    index: int
    lemmas: frozenset[str]
    names: frozenset[str]  # those of the lemmas that are proper names
    head: str  # the lemma of the happening's word where an event was found, else ""

    @cached_property
    def time(self) -> TimeExpression:
        return self.account.annotation.times[self.index]

    @cached_property
    def form(self) -> TimeForm:
        return self.time.form

    @property
    def words(self) -> str:
        return self.time.span.of(self.account.text)


@dataclass(frozen=True)
class Anchor:
    """A happening on a known day. `how` says how the day is known, `written` that its text alone gives it."""

    day: date
    dated: Dated
    how: str
    written: bool = True
    bound: bool = False  # a date with its year: it bounds an article's day, but is not news of that week
    own_day: bool = False  # a dateline: the day of writing itself


@once
def lead_lemmas(account: Account) -> frozenset[str]:
    """Return the content lemmas of the account's first telling sentences: what it has to tell."""
    found = [lemmas(account, range(s.first, s.last)) for s in account.sentences[:_LEAD]]
    return frozenset().union(*found)


def hot_news(account: Account) -> bool:
    """Whether the first telling sentence has its main verb in the present perfect."""
    first = next(iter(account.sentences), None)
    if first is None:
        return False
    mains = (i for i in range(first.first, first.last) if account.analysis.tokens[i].head == i)
    return any(in_present_perfect(account.analysis, main) for main in mains)


def dated_words(account: Account) -> tuple[Dated, ...]:
    """Return the account's expressions that denote days, with the content words of their sentences."""
    heads = {event.time: _head_lemma(account.analysis, event.head) for event in account.annotation.events}
    return tuple(
        Dated(account, index, *_lemmas_beside(account, time.span), heads.get(index, ""))
        for index, time in enumerate(account.annotation.times)
        if time.type in (TimeType.DATE, TimeType.TIME)
        and time.form.kind not in (TimeKind.VAGUE, TimeKind.CLOCK)
    )


def _head_lemma(analysis: Analysis, head: Span) -> str:
    at_head = analysis.token_at(head.start)
    return analysis.lemmas[at_head] if at_head is not None else ""


def _lemmas_beside(account: Account, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content lemmas of the sentence that holds `span`, without the words of `span`, and the names' ones."""
    sentence = whole_sentence(account.article, account.analysis, span.start)
    beside = account.analysis.tokens_in(sentence) if sentence else ()
    return lemmas(account, beside, span), lemmas(account, beside, span, names=True)


def lemmas(
    account: Account, indices: Iterable[int], without: Span | None = None, *, names: bool = False
) -> frozenset[str]:
    """Return the lemmas of the content words among these tokens; with `names`, of proper names alone."""
    telling, tokens = _telling(account), account.analysis.tokens
    apart = account.analysis.tokens_in(without) if without else ()
    found = [i for i in indices if i in telling and i not in apart]
    return frozenset([telling[i] for i in found if not names or tokens[i].upos == "PROPN"])


@once
def _telling(account: Account) -> dict[int, str]:
    """Return the lemmas of the content words of an account, by token."""
    return {
        index: lemma
        for index, (token, lemma) in enumerate(
            zip(account.analysis.tokens, account.analysis.lemmas, strict=True)
        )
        if token.upos in CONTENT and len(token.text) > 1 and lemma not in _LIGHT
    }


def in_quotes(account: Account, span: Span) -> bool:
    """Whether `span` stands in quotation marks that its paragraph opens before it."""
    paragraph = account.article.paragraph_at(span.start)
    if paragraph is None:
        return False
    before = account.text[paragraph.start : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def fixed(words: Iterable[Dated], as_of: date, published: tuple[DateRange, ...]) -> tuple[Anchor, ...]:
    """Return the anchors that dates in the text give, without the accounts' own days."""
    words = tuple(words)
    newest = max((one.form.year or 0 for one in words if one.form.tense is not Tense.FUTURE), default=0)
    sure = [anchor for one in words for anchor in _with_year(one, newest)]
    paired = [anchor for one in words for anchor in _paired(one, as_of, published)]
    base = sorted(anchor.day for anchor in paired)
    yearless = [anchor for one in words for anchor in _near(one, base)]
    known = base or sorted(day.earliest for day in published)
    placed = [anchor for one in words for anchor in _dateline(one, known)]
    return (*sure, *paired, *yearless, *placed)


def _with_year(one: Dated, newest: int) -> Iterator[Anchor]:
    """A date with its year only bounds an article's day, unless its weekday stands beside it as news writes it.

    "The bank said Friday, Dec. 29, 2017" is news of that week where nobody in the story names a later year.
    """
    form = one.form
    if form.year is not None and form.month and form.day and form.to is None:
        days = at(form, date(form.year, 1, 1))
        news = form.weekday is not None and form.tense is Tense.PAST and form.year == newest
        if days:
            yield Anchor(days[0], one, f"“{one.words}”", bound=not news)


def _paired(one: Dated, as_of: date, published: tuple[DateRange, ...]) -> Iterator[Anchor]:
    form = one.form
    if form.year is not None or form.weekday is None or form.month is None or form.day is None:
        return
    latest = as_of + _AHEAD if form.tense is Tense.FUTURE else as_of
    chosen = _pair_year(form.month, form.day, form.weekday, latest, published)
    if chosen is None:
        return
    day = date(chosen, form.month, form.day)
    how = (
        f"“{one.words}”: the latest year up to {as_of.year} in which this date is a {WEEKDAYS[form.weekday]}"
    )
    yield Anchor(day, one, how)


def _pair_year(
    month: int, day: int, weekday: int, latest: date, published: tuple[DateRange, ...]
) -> int | None:
    """Return the year in which this date is this weekday: nearest to the story's known days, else the latest."""
    years = years_that_fit(month, day, weekday, latest)
    if not years or not published:
        return years[0] if years else None
    return min(years, key=lambda year: min(abs(year - known.earliest.year) for known in published))


def _near(one: Dated, base: list[date]) -> Iterator[Anchor]:
    """A date without year or weekday is the one nearest to the days that pairs fix, its tense obeyed."""
    form = one.form
    if not base or form.year is not None or form.weekday is not None or not (form.month and form.day):
        return
    days = at(form, base[-1])
    if days:
        yield Anchor(days[0], one, f"“{one.words}” nearest to {base[-1].isoformat()}", bound=True)


def _dateline(one: Dated, known: list[date]) -> Iterator[Anchor]:
    """ "LONDON, Nov 10 (Reuters)": the day of writing. Its year is that of the story's known days."""
    form, text = one.form, one.account.text
    paragraph = one.account.article.paragraph_at(one.time.span.start)
    if not known or form.month is None or form.day is None or form.to is not None or paragraph is None:
        return
    place, after = text[paragraph.start : one.time.span.start], text[one.time.span.end : paragraph.end]
    if _PLACE.fullmatch(place) and _AGENCY.match(after):
        days = at(replace(form, tense=None), known[len(known) // 2])
        if days:
            yield Anchor(days[0], one, f"dateline “{one.words}”", bound=True, own_day=True)


def seen(words: Iterable[Dated], own: DateRange) -> Iterator[Anchor]:
    """Yield anchors from an account whose own day is known well enough to fix what it names."""
    for one in words:
        form = one.form
        if form.kind not in (TimeKind.WEEKDAY, TimeKind.OFFSET) or form.anaphoric:
            continue
        days = at(form, own.earliest)
        if days and days[0] == days[1] and at(form, own.latest) == days:
            how = f"“{one.words}” in an article of {in_words(own)}"
            yield Anchor(days[0], one, how, written=False)
