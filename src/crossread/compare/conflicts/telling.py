"""What a sentence tells, for comparison with others: its words in order, and the values in it.

A value is a number, a date, a place or a person's name: what one account can
have otherwise than another while the rest of the sentence is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.compare.claims.meaning import kind_of
from crossread.compare.once import numbers_in
from crossread.record.analysis import Sentence, Token
from crossread.record.annotation import Account, TimeExpression, TimeType
from crossread.record.dossier import ConflictKind
from crossread.record.span import Span
from crossread.text.gazetteer import is_known
from crossread.text.numbers import Number
from crossread.text.words import forms, normal, topical

_VERBS = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
_NAMES = {"PERSON": ConflictKind.NAME, "PLACE": ConflictKind.PLACE}
_SHORT = 4  # letters of words that are no plurals ("gas", "news"), whatever they end in
_LONGEST = 3  # words of a place's name
_OWNER = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Value:
    """A value: where it stands, its tokens, and what it says in a form to compare."""

    kind: ConflictKind
    span: Span
    form: str
    tokens: range
    number: Number | None = None
    time: TimeExpression | None = None


_REACH = 60  # code points beside a value that mostly hold the words next to it


@dataclass(frozen=True)
class Told:
    """A sentence of an account: its content words in order, with their tokens, and its values.

    `order` is the account's place in the story.
    """

    account: Account
    order: int
    sentence: Sentence
    terms: tuple[tuple[int, str], ...]
    values: tuple[Value, ...]

    def terms_without(self, value: Value) -> tuple[str, ...]:
        """Return the content words that are no part of a value, in order."""
        return tuple(term for index, term in self.terms if index not in value.tokens)

    def words_beside(self, value: Value, most: int) -> tuple[list[str], list[str]]:
        """Return the words next to a value, `most` on each side, the nearest first."""
        text, sentence = self.account.text, self.sentence
        first, last = max(sentence.start, value.span.start), min(value.span.end, sentence.end)
        before = forms(text, Span(max(sentence.start, first - _REACH), first))
        if len(before) <= most and first - _REACH > sentence.start:  # the first of more may have been cut
            before = forms(text, Span(sentence.start, first))
        after = forms(text, Span(last, min(sentence.end, last + _REACH)))
        if len(after) <= most and last + _REACH < sentence.end:
            after = forms(text, Span(last, sentence.end))
        return list(before[-most:][::-1]), list(after[:most])


def told(accounts: Sequence[Account]) -> tuple[Told, ...]:
    """Return the sentences of all accounts in reading order, without captions and furniture."""
    return tuple(
        Told(
            account,
            order,
            sentence,
            tuple(_terms(account, sentence)),
            tuple(_values(account, sentence.span)),
        )
        for order, account in enumerate(accounts)
        for sentence in account.sentences
    )


def term(token: Token) -> str:
    """Return a word as it is compared: the kind of happening it tells, or its lemma, a plural's the singular."""
    return _term(token.lemma, token.text, token.upos)


@lru_cache(maxsize=1 << 16)
def _term(given: str, text: str, upos: str) -> str:
    lemma, word = normal(given), normal(text)
    if upos == "NOUN" and lemma == word and len(word) > _SHORT and word.endswith("s"):
        lemma = word.removesuffix("s")
    return kind_of(lemma, word)


def _terms(account: Account, sentence: Sentence) -> Iterator[tuple[int, str]]:
    for index in range(sentence.first, sentence.last):
        token = account.analysis.tokens[index]
        if token.upos in _CONTENT and topical(normal(token.text)):
            yield index, _term(token.lemma, token.text, token.upos)


def _values(account: Account, within: Span) -> Iterator[Value]:
    """Yield the values of a sentence; a number in a date or a name is none of its own, nor a day without a verb."""
    taken: list[Span] = []
    tokens_in = account.analysis.tokens_in
    stamp = not any(account.analysis.tokens[i].upos in _VERBS for i in tokens_in(within))
    for time in account.annotation.times:
        if within.contains(time.span) and time.type is not TimeType.DURATION:
            taken.append(time.span)
            if not stamp and (form := _day(time)):
                yield Value(ConflictKind.DATE, time.span, form, tokens_in(time.span), time=time)
    names = account.analysis.names_in(within)
    for name in names:
        span = name.span
        if name.type in _NAMES and not any(map(span.overlaps, taken)):
            taken.append(span)
            form = _OWNER.sub("", name.text.casefold()).replace("\u00ad", "")
            yield Value(_NAMES[name.type], span, form, tokens_in(span))
    for span in _places(account, within, taken):
        taken.append(span)
        form = _OWNER.sub("", span.of(account.text).casefold())
        yield Value(ConflictKind.PLACE, span, form, tokens_in(span))
    taken += [name.span for name in names]
    for number in numbers_in(account, within.start, within.end):
        if not any(map(number.span.overlaps, taken)) and tokens_in(number.span):
            yield Value(
                ConflictKind.NUMBER, number.whole, f"{_least(number):g}", tokens_in(number.span), number
            )


def _places(account: Account, within: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the known places that begin the name of something else or no name: "the Osaka District Court"."""
    tokens = account.analysis.tokens
    reach = 0
    for index in account.analysis.tokens_in(within):
        if index < reach or not tokens[index].text[0].isupper():
            continue
        for last in range(min(index + _LONGEST, len(tokens)) - 1, index - 1, -1):
            if tokens[last].text.islower():
                continue  # no name of a place ends so
            start, end = tokens[index].start, tokens[last].end
            if is_known(account.text[start:end]) and not any(map(Span(start, end).overlaps, taken)):
                yield Span(start, end)
                reach = last + 1
                break


def _day(time: TimeExpression) -> str:
    """Return the day, month or year that the words of a time name, "" for what only counts from another day."""
    form = time.form
    if form.to is not None or (form.clock is not None and form.weekday is None and form.day is None):
        return ""
    if form.weekday is not None:
        return f"weekday {form.weekday}"
    if form.month is not None:
        return f"{form.month}-{form.day or 0}"
    return str(form.year) if form.year is not None and form.unit is None else ""


def _least(number: Number) -> float:
    return next((n for n in (number.value, number.low, number.high) if n is not None), 0.0)
