"""Whether two accounts report one utterance: quoted words against quoted words, reported speech by its content.

The shorter wording must be contained in the longer one. Short quotations ("shame on you") are one utterance only
with the same speaker and no contrary time; reported speech only with the same speaker and nearly the same words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from crossread.compare.holders import Holders, numbers
from crossread.compare.speaker_names import normal
from crossread.record.annotation import Account, EntityType, ReportedStatement, StatementKind
from crossread.record.article import DateRange
from crossread.record.dossier import Who
from crossread.record.span import Evidence, Span
from crossread.text.similar import containment, has_run, ngrams
from crossread.text.words import STOPWORDS, forms

# The numbers below were tried on the worked example and two unseen stories of 26 accounts, with the merges read
# by hand; where nothing else is said the neighbours give the same statements.
# From this many words on, the same quoted words are the same utterance whoever is thought to have said
# them. 6, 9 and 12 tried: 6 joins one pair more, 12 parts two.
_LONG_QUOTE = 9
# Share of the shorter quotation's word triples that the longer one holds. 0.6, 0.75 and 0.9 tried: 0.9 parts one.
QUOTE_SHARE = 0.75
# Share of the shorter content's words, for reported speech by one speaker. 0.6, 0.75 and 0.9 tried: 0.6 joins
# different sentences on one matter, 0.9 parts rewordings.
_CONTENT_SHARE = 0.75
# Fewest topic words that reported speech must have to be compared at all. 3, 5 and 8 tried: 8 parts one.
_CONTENT_WORDS = 5
# How many times longer than the shorter one the longer content may be. 2, 3 and 4 tried: 2 parts one.
_CONTENT_RATIO = 3
# Share of content words around a short quotation that shows it to be cut from a longer one. 0.4, 0.6, 0.8 tried.
_AROUND_SHARE = 0.6
# From this many topic words on a fragment is known again by itself. 2, 3 and 4 tried: 2 joins all that somebody said
# of “red tape” laws.
_TELLING = 4
# How many separate fragments, or else topic words, of a described speaker must stand in a named person's
# quotation for the two to be one. Fewer were not tried: one word in common is chance.
_BRIDGE_FRAGMENTS, _BRIDGE_WORDS = 2, 3
# From this many words on, the very same words without a speaker in either account are one utterance: "the newspaper
# said" in both. Not tuned; fewer are phrases that anybody uses.
_SAME_WORDS = 5

Key = tuple[str, ...]


def _singular(form: str) -> str:
    """Cut the "s" of "events": one account's plural may be the other's singular."""
    return form[:-1] if len(form) > 3 and form.endswith("s") and not form.endswith("ss") else form


_OPENING_MARK = re.compile(r"[\s,;:]+")


def _without_mark(text: str, span: Span) -> Span:
    """Return a span without a comma at its beginning: ", because of the ruling, “they …”"."""
    mark = _OPENING_MARK.match(text, span.start, span.end)
    return Span(mark.end(), span.end) if mark and mark.end() < span.end else span


@dataclass(frozen=True)
class Item:
    """One account's report of an utterance, ready to be compared."""

    account: Account
    reported: ReportedStatement
    who: Who | None
    type: EntityType | None

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(self.account.evidence(span) for span in self.spans)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the content, none with a comma at its beginning."""
        return tuple(_without_mark(self.account.text, span) for span in self.reported.spans)

    @cached_property
    def text(self) -> str:
        """The content, with a mark where another stood between two stretches of it, or words that are none of it."""
        text, spans = self.account.text, self.spans
        words = spans[0].of(text)
        for before, span in pairwise(spans):
            gap = text[before.end : span.start].strip()
            mark = " …" if self._left_out(before, span) else ":" if gap == ":" else ";" if ";" in gap else ""
            words += f"{mark} {span.of(text)}"
        return words

    def _left_out(self, before: Span, after: Span) -> bool:
        """Whether words beside those that say who speaks stand between two stretches of reported speech."""
        gap = Span(before.end, after.start)
        said_by = (self.reported.cue, self.reported.speaker.span if self.reported.speaker else None)
        framed = any(span is not None and span.overlaps(gap) for span in said_by)
        direct = self.reported.kind is StatementKind.DIRECT
        return not direct and not framed and any(map(str.isalnum, gap.of(self.account.text)))

    @cached_property
    def quotes(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quoted part."""
        return tuple(forms(span.of(self.account.text)) for span in self.reported.quoted)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        return tuple(form for quote in self.quotes for form in quote)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.quoted)

    @cached_property
    def longest(self) -> str:
        """The longest of the quoted words."""
        return max(self.vocabulary, key=lambda word: (len(word), word))

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """The quoted words, three by three."""
        return ngrams(self.quoted, 3)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(_singular(form) for form in forms(self.text) if form not in STOPWORDS)

    @property
    def days(self) -> DateRange | None:
        index = self.reported.time
        return None if index is None else self.account.annotation.times[index].days


class Candidates:
    """The utterances that a wording may be one of, by number: those with what two wordings of one have in common."""

    def __init__(self) -> None:
        self._rows, self._speakers = Holders[Key](), Holders[Key]()
        self._content, self._quoted, self._brief = Holders[str](), Holders[str](), Holders[str]()

    def add(self, number: int, item: Item) -> None:
        """Note down that an utterance has a wording."""
        self._rows.add(number, _rows(item))
        self._speakers.add(number, _speakers(item))
        self._content.add(number, item.content)
        self._quoted.add(number, item.vocabulary)
        if item.quoted and brief(item):
            self._brief.add(number, [item.longest])

    def of(self, item: Item) -> Iterator[int]:
        """Yield the numbers of the utterances that share a long quotation with an item, or the speaker and words."""
        words = self._content.several(item.content, math.ceil(_CONTENT_SHARE * _CONTENT_WORDS))
        if item.quoted:  # the shorter of two short quotations has no other words than the longer one
            words |= self._quoted.any([item.longest]) | self._brief.any(item.vocabulary)
        return numbers(self._rows.any(_rows(item)) | words & self._speakers.any(_speakers(item)))


def _rows(item: Item) -> Iterable[Key]:
    """Return the words in a row by which a quotation is known again whoever says them."""
    if item.who is None and len(item.quoted) >= _SAME_WORDS:
        return {item.quoted, *(() if brief(item) else item.grams)}
    return () if brief(item) else item.grams


def _speakers(item: Item) -> Iterator[Key]:
    """Yield whose words they may be; a described speaker may be anybody whom the account quotes."""
    if item.who is not None:
        yield ("speaker", *normal(item.who.name))
        if item.who.entity is not None:
            yield ("entity", item.who.entity)
    if item.quoted:
        yield ("account", item.account.id)


def brief(item: Item) -> bool:
    """Whether a quotation is too short to show that two others are one utterance: a term may stand in both."""
    return len(item.quoted) < _LONG_QUOTE


def same_utterance(one: Item, other: Item, days: Mapping[str, DateRange | None]) -> bool:
    if one.quoted and other.quoted:
        return _same_quotation(one, other, days)
    if not _same_speaker(one, other):
        return False
    return _same_content(one, other)


def _same_quotation(one: Item, other: Item, days: Mapping[str, DateRange | None]) -> bool:
    short, long = (one, other) if len(one.quoted) <= len(other.quoted) else (other, one)
    if len(short.quoted) < _LONG_QUOTE and not short.vocabulary <= long.vocabulary:
        return False
    if len(short.quoted) >= _LONG_QUOTE:
        shared = containment(short.grams, long.grams)
        if _compatible(one, other):
            return shared >= QUOTE_SHARE
        # Of two speakers one may quote the other and say more: "NEW: “We will win,” the mayor says".
        return shared == 1.0 and len(short.grams) >= QUOTE_SHARE * len(long.grams)
    if _other_time(one, other, days):
        return False
    if one.who is None and other.who is None:
        return short.quoted == long.quoted and len(short.quoted) >= _SAME_WORDS
    if not (_same_speaker(one, other) or _bridged(short, long)):
        return False
    if not all(has_run(long.quoted, quote) for quote in short.quotes):
        return False
    telling = [form for form in short.quoted if form not in STOPWORDS]
    if len(telling) >= _TELLING or short.quoted == long.quoted:
        return True
    return len(short.content & long.content) >= _AROUND_SHARE * max(1, len(short.content))


def _same_content(one: Item, other: Item) -> bool:
    if min(len(one.content), len(other.content)) < _CONTENT_WORDS:
        return False
    larger = max(len(one.content), len(other.content))
    smaller = min(len(one.content), len(other.content))
    return containment(one.content, other.content) >= _CONTENT_SHARE and smaller * _CONTENT_RATIO >= larger


def _same_speaker(one: Item, other: Item) -> bool:
    """Whether both have a speaker, and it is the same."""
    if one.who is None or other.who is None:
        return False
    if one.who.entity is not None and other.who.entity is not None:
        return one.who.entity == other.who.entity
    return normal(one.who.name) == normal(other.who.name)


def _compatible(one: Item, other: Item) -> bool:
    return one.who is None or other.who is None or _same_speaker(one, other)


def _bridged(short: Item, long: Item) -> bool:
    """Whether a described speaker's fragments show him to be the person whose quotation holds them.

    "The policing minister" whose “distressing” and “alarming” both stand in what the same account
    quotes from a named person is that person.
    """
    if short.account.id != long.account.id or long.type is not EntityType.PERSON:
        return False
    if short.who is None or short.who.entity is not None or not _bare_words(short.who.name):
        return False
    telling = [form for form in short.quoted if form not in STOPWORDS]
    return len(short.quotes) >= _BRIDGE_FRAGMENTS or len(telling) >= _BRIDGE_WORDS


def _bare_words(name: str) -> bool:
    """Whether a speaker is described in common words, without a name."""
    words = name.split()
    return all(word[:1].islower() for word in words[1:]) and (
        words[0][:1].islower() or words[0].lower() in ("the", "a", "an")
    )


def _other_time(one: Item, other: Item, days: Mapping[str, DateRange | None]) -> bool:
    """Whether the accounts put the two on different days, by their words or by their own days."""
    a, b = one.days, other.days
    if a is not None and b is not None:
        return not a.overlaps(b)
    known, unknown = (one, other) if a is not None else (other, one)
    own = days.get(unknown.account.id)
    return known.days is not None and own is not None and known.days.earliest > own.latest
