"""What several parts of the comparison ask of an account alike, worked out once.

Whether a sentence stands alone is asked by claims, timeline and brief, for each clause of it; the answer is kept
with the account.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from crossread.record.annotation import Account, Mention, MentionForm
from crossread.record.span import Span
from crossread.text.marks import quotations
from crossread.text.numbers import Number, numbers
from crossread.text.words import forms, topical

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def once(
    function: Callable[Concatenate[Account, _Given], _Result],
) -> Callable[Concatenate[Account, _Given], _Result]:
    """Let a pure function of an account, and of hashable arguments, work out each of its answers once."""
    name = f"{function.__module__}.{function.__qualname__}"  # a word, so that accounts can still be pickled

    @wraps(function)
    def known(account: Account, /, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        told: dict[Any, _Result] = account.worked_out
        key = (name, given, *named.items())
        try:
            return told[key]
        except KeyError:
            return told.setdefault(key, function(account, *given, **named))

    return known


@once
def quoted_spans(account: Account) -> list[Span]:
    """Return the words of an account that stand in quotation marks, in order."""
    return [span for quote in quotations(account.text, account.article.paragraphs) for span in quote.spans]


@once
def forms_in(account: Account, start: int, end: int) -> frozenset[str]:
    """Return the normal forms of the words in a part of an account."""
    return frozenset(forms(account.text, Span(start, end)))


@once
def topics_in(account: Account, start: int, end: int) -> frozenset[str]:
    """Return those of them that carry a topic."""
    return frozenset(filter(topical, forms_in(account, start, end)))


@once
def numbers_in(account: Account, start: int, end: int) -> tuple[Number, ...]:
    """Return the numbers in a part of an account."""
    return numbers(account.text, Span(start, end))


@once
def mentions_of(account: Account) -> dict[int, list[Mention]]:
    """Return the mentions that hold a token, by the token's number."""
    found: dict[int, list[Mention]] = {}
    tokens = account.analysis.tokens
    for mention in account.annotation.mentions:
        for index in account.analysis.tokens_in(mention.span):
            if mention.span.start <= tokens[index].start and tokens[index].end <= mention.span.end:
                found.setdefault(index, []).append(mention)
    return found


@once
def named_at(account: Account) -> dict[int, list[Mention]]:
    """Return those of them by name or description."""
    every = mentions_of(account).items()
    return {index: [m for m in found if m.form is not MentionForm.PRONOUN] for index, found in every}


@once
def timed(account: Account) -> frozenset[int]:
    """Return the tokens that tell a time."""
    return frozenset(i for time in account.annotation.times for i in account.analysis.tokens_in(time.span))
