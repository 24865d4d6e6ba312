"""Heads: the wording that stands for a claim says nothing that the wordings counted under it do not.

"The boy was in the moat for ten minutes" is not what an account tells that only
has him fall into it: such a wording is no head there, or the others leave the
claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from crossread.compare.claims.assertions import Assertion
from crossread.record.span import Span
from crossread.text.numbers import numbers
from crossread.text.words import topics

# What a wording says of its sort, not of what happened: ages.
_AGE = re.compile(r"[- ](?:year|month|week|day)s?[- ]olds?\b")
_AGED = re.compile(r"\b(?:aged?|turn(?:s|ed|ing)) $")
# … and "Tom Beck, 48, …".
_AFTER_NAME = re.compile(r"[A-Z][\w’'-]+, $")
# "One" counts next to nothing; "one of them" nothing at all.
_LEAST = 2
# Words of a headline of which nearly all are written with a capital.
_LONG_WORD = re.compile(r"\b[A-Za-z][A-Za-z’']{3,}")
_FEWEST_WORDS, _CAPITALS = 4, 0.8

YEAR = 365
# Least part of the words or terms of a head that the sentence of another account must hold; what holds less tells
# something else, as read in 50 pairs.
HELD = 0.3
# … and of the words shown where less than this part of them is the clause that was aligned: a longer sentence tells
# other things too.
OWN, HELD_WHOLE = 0.6, 0.45
# … and where the other's sentence has no word for what the head says that happened or names another day, or neither has
# for the other's
HELD_UNTOLD, HELD_OTHER = 0.6, 0.7

# What a wording that tells another happening than the others costs, against one name, figure or day that they lack.
UNTOLD = 2.0

Like = Callable[[Assertion, Assertion], bool]


def settled(
    group: Sequence[Assertion],
    told: Sequence[Assertion],
    clarity: Callable[[Assertion], float],
    like: Like,
) -> tuple[list[Assertion], Assertion]:
    """Return the assertions that say what one of the `told` says, and this one: what most accounts bear out.

    Among those that as many bear out, the one that adds least to what the others tell, and is clearest.
    """
    borne = {id(one): [other for other in group if _bears(other, one, like)] for one in told}
    head = max(
        told,
        key=lambda one: (len({other.order for other in borne[id(one)]}), clarity(one), -one.order),
    )
    return borne[id(head)], head


def _bears(other: Assertion, head: Assertion, like: Like) -> bool:
    if other.order == head.order:
        return other is head or like(other, head)
    terms = len(head.terms & (other.terms | other.context)) / max(1, len(head.terms))
    words = held(head, (other,))
    told = max(terms, words)  # in other words for the same, or other names for the same people
    whole = words >= HELD_WHOLE or own_part(head) >= OWN
    untold = _untold(head, other), _untold(other, head)
    least = HELD_OTHER if all(untold) else HELD_UNTOLD if untold[0] else HELD
    if sum(term.startswith("=") for term in head.terms & other.terms) > 1:
        least = HELD  # "passed by 237 votes to 189", "cleared its first hurdle, 237-189"
    if on_other_days(head, other):
        least = HELD_UNTOLD  # "four miners were freed on Sunday", "four more on Monday"
    return like(other, head) and told >= least and whole and not _lacks(other, head)


def _untold(head: Assertion, other: Assertion) -> bool:
    """Whether the sentence of another has no word for what the head says that happened."""
    return bool(head.main and not head.main & other.context)


def own_part(assertion: Assertion) -> float:
    """Return how much of the words that are shown for an assertion is its own clause."""
    return assertion.span.shared(assertion.shown) / len(assertion.shown) if assertion.shown else 0.0


def on_other_days(one: Assertion, other: Assertion) -> bool:
    """Whether both name single days or years, and none in common; a day and the year of something else say nothing."""
    pairs = [(a, b) for a in one.days for b in other.days]
    alike = any((a.days, b.days) == (1, 1) or min(a.days, b.days) >= YEAR for a, b in pairs)
    return alike and not any(a.overlaps(b) for a, b in pairs)


def _lacks(other: Assertion, head: Assertion) -> bool:
    """Whether the head's words count or measure something of which the other's sentence gives no figure."""
    own = {number.unit for number in other.numbers if number.unit}
    if not head.names <= other.around:
        own = set()  # another figure of somebody or somewhere else is another figure, not another count
    counted = {number.value for number in head.numbers if number.unit in own}  # alike or otherwise
    values = set(_figures(head, head.shown or head.span)) - counted
    return not values <= set(_figures(other, other.sentence, ages=True))


def extra(head: Assertion, group: Sequence[Assertion]) -> float:
    """Return how much a wording tells that the others do not: each figure, its people, its days, what happened."""
    others = [other for other in group if other.order != head.order]
    shown = head.shown or head.span
    figures = frozenset(_figures(head, shown, ages=True))
    missing = [
        len(figures - frozenset(_figures(other, other.sentence, ages=True)))
        + bool(head.names - other.context)
        + UNTOLD * _untold(head, other)
        + bool(head.days and not any(a.overlaps(b) for a in head.days for b in other.days))
        for other in others
    ]
    return sum(missing) / max(1, len(missing))


def held(head: Assertion, group: Sequence[Assertion]) -> float:
    """Return which part of the words of a wording the sentences of the other accounts hold, on average."""
    own = frozenset(topics(head.account.text, head.shown or head.span))
    others = [frozenset(topics(o.account.text, o.sentence)) for o in group if o.order != head.order]
    return sum(len(own & words) for words in others) / max(1, len(own) * len(others))


def _figures(assertion: Assertion, span: Span, *, ages: bool = False) -> Iterator[float]:
    """Yield the numbers that stand in some words of the account, other than in dates, and in `ages` if asked."""
    text = assertion.account.text
    dates = [time.span for time in assertion.account.annotation.times if time.days is not None]
    for number in numbers(span.of(text)):
        at = Span(span.start + number.span.start, span.start + number.span.end)
        value = number.value if number.value is not None else number.low
        apposed = text[at.end : at.end + 1] == "," and _AFTER_NAME.search(
            text, max(0, at.start - 30), at.start
        )
        aged = apposed or _AGE.match(text, at.end) or _AGED.search(text, max(0, at.start - 9), at.start)
        if (
            value is not None
            and value >= _LEAST
            and not (aged and not ages)
            and not any(date.overlaps(at) for date in dates)
        ):
            yield value


def is_headline(text: str) -> bool:
    """Whether words are written as headlines are: nearly all long ones with a capital."""
    long = _LONG_WORD.findall(text)
    return len(long) >= _FEWEST_WORDS and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)
