"""Claims that only one account makes.

"Only in A" is an assertion about all other accounts, and easily wrong: they may
tell the same in other words. So a sentence is taken only where no other account
has one that comes near it, well below the likeness that joins two claims;
what lies between is neither called shared nor called single.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from crossread.compare.cast import Cast
from crossread.compare.claims.alignment import Aligned
from crossread.compare.claims.assertions import Assertion
from crossread.compare.claims.likeness import LEAD
from crossread.compare.claims.meaning import OFFICIAL
from crossread.compare.claims.showing import whole
from crossread.compare.claims.standing import open_nouns
from crossread.compare.claims.terms import SIGNED, TELLING
from crossread.compare.once import forms_in
from crossread.record.annotation import Account, ReportedStatement
from crossread.text.similar import weight
from crossread.text.words import normal

# So many claims that only one account makes are kept for each account: the most telling ones.
MOST = 6
# A sentence is near another where at least this part of the weight of its terms stands in that one or the next; it
# may be told anywhere in an account that holds this part of it. Tried from 0.3 to 0.5 and from 0.5 to 0.8 on the
# example and four news stories: at these, one in ten sentences read was told by another account after all.
NEAR = 0.27
STREWN = 0.48
# … or where it holds this part of the weight of the other and at least so much.
HOLDS, MUCH = 0.3, 7.0
# Sentences of another account that are read together.
WINDOW = 2
# So many sentences later a sentence must tell a little more to come before another.
EARLY = 5
# At least this part of a sentence must be somebody's words to be his.
SAID = 0.6

# That somebody gave an account no answer is of that account alone, and no news.
_NO_ANSWER = re.compile(
    r"\b(?:did|do|has|have|had)(?: not|n[’']t) (?:immediately )?(?:return|respond|repl|answer)\w*"
    r"|\bdeclined (?:to comment|comment)\b|\bcould not (?:immediately )?be reached\b"
)


# So many nouns that only what came before explains make a sentence hard to read by itself.
OPEN = 2


def choose(
    accounts: Sequence[Account], cast: Cast, found: Sequence[Assertion], told: Aligned
) -> list[list[Assertion]]:
    """Return the sentences of one account that no other comes near, each as an assertion in a group of its own."""
    taken = {(found[number].order, found[number].place) for number in told.near}
    sentences: dict[tuple[int, int], list[Assertion]] = defaultdict(list)
    for assertion in found:
        if not assertion.inner:
            sentences[assertion.order, assertion.place].append(assertion)
    by_account: dict[int, list[tuple[Assertion, list[Assertion]]]] = defaultdict(list)
    for key, inside in sentences.items():
        lead = key[1] < LEAD  # what accounts begin with is the news, and seldom theirs alone
        if not lead and key not in taken:
            by_account[key[0]].append((_together(inside), inside))
    others = _Told(accounts, cast, found, told.weights)
    kept: list[list[Assertion]] = []
    for order, many in sorted(by_account.items()):
        ranked = sorted(many, key=lambda pair: rank(pair[0]))
        alone = (_sentence(accounts[order], *pair) for pair in ranked if others.alone(*pair))
        kept += [[one] for one in islice(filter(None, alone), MOST)]
    return kept


class _Told:
    """What each account tells, by term, and by happening with its subject or object."""

    def __init__(
        self,
        accounts: Sequence[Account],
        cast: Cast,
        found: Sequence[Assertion],
        weights: Mapping[str, float],
    ) -> None:
        self.weights = weights
        self.words = [forms_in(account, 0, len(account.text)) for account in accounts]
        self.holders = Counter(form for told in self.words for form in told)  # how many accounts have a word
        self.named = {one.id: one.name for one in cast.entities}
        self.windows: list[tuple[int, float]] = []  # of neighbouring sentences: their account, their weight
        self.having: dict[str, list[int]] = defaultdict(list)  # the windows that have a term
        self.accounts: dict[str, set[int]] = defaultdict(set)  # the accounts that have a term
        self.deeds: dict[tuple[str, str], set[int]] = defaultdict(set)
        for order, told in _sentences(found).items():
            for at in range(len(told)):
                terms = frozenset[str]().union(*told[at : at + WINDOW])
                number = len(self.windows)
                for term in terms:
                    self.having[term].append(number)
                for term in told[at]:
                    self.accounts[term].add(order)
                self.windows.append((order, weight(terms, weights)))
        for assertion in found:
            for deed in _deeds(assertion):
                self.deeds[deed].add(assertion.order)

    def alone(self, one: Assertion, inside: Sequence[Assertion]) -> bool:
        """Whether no other account comes near a sentence with these clauses, but one names somebody in it."""
        if not any(self.accounts[name] - {one.order} for name in one.names) or not self._distinct(one):
            return False
        if any(self.deeds[deed] - {one.order} for clause in inside for deed in _deeds(clause)):
            return False
        whole_weight = weight(one.context, self.weights)
        common: dict[int, float] = defaultdict(float)
        strewn: dict[int, float] = defaultdict(float)
        for term in sorted(one.context):
            for window in self.having[term]:
                common[window] += self.weights.get(term, 1.0)
            for order in self.accounts[term]:
                strewn[order] += self.weights.get(term, 1.0)
        if any(order != one.order and held >= STREWN * whole_weight for order, held in strewn.items()):
            return False
        return not any(
            self.windows[window][0] != one.order and _near(held, whole_weight, self.windows[window][1])
            for window, held in common.items()
        )

    def _distinct(self, one: Assertion) -> bool:
        """Whether the sentence holds a name or a number that no other account has: only then is it surely its own."""
        told = [term for term in one.context if self.accounts[term] == {one.order}]
        names = [self.named[term] for term in told if term in self.named]
        return any(term.startswith("=") for term in told) or any(
            not any(self._elsewhere(normal(word), one) for word in name.split() if word[:1].isupper())
            for name in names
        )

    def _elsewhere(self, form: str, one: Assertion) -> bool:
        """Whether another account than that of the sentence has a word."""
        return self.holders[form] > (form in self.words[one.order])


def _near(common: float, one: float, other: float) -> bool:
    """Whether the shared weight of two stretches of text is much of the one's weight, or of the other's."""
    return common >= NEAR * one or (common >= MUCH and common >= HOLDS * other)


def _sentences(found: Sequence[Assertion]) -> dict[int, list[frozenset[str]]]:
    """Return the terms of each account's sentences, in order."""
    told: dict[int, dict[int, frozenset[str]]] = defaultdict(dict)
    for assertion in found:
        told[assertion.order][assertion.place] = assertion.context
    return {order: [terms for _, terms in sorted(places.items())] for order, places in told.items()}


def _deeds(one: Assertion) -> set[tuple[str, str]]:
    """Return what a clause tells of which named subject, and what is done to which object."""
    parts = (one.subjects & one.names) | one.objects
    return {(happening, part) for happening in one.happenings for part in parts}


def rank(one: Assertion) -> tuple[int, int]:
    """Order by what a reader must know: numbers, what named people and authorities did; then what comes early."""
    numbers = sum(number.value >= TELLING or number.unit in SIGNED for number in one.numbers)
    acts = bool(one.persons & one.actors) + bool(one.happenings & OFFICIAL)
    view = one.nominal + one.conjectured + one.quoted
    told = 2 * min(numbers, 2) + 2 * acts + min(len(one.names), 2) - view
    return -told + one.place // EARLY, one.place


def _together(inside: Sequence[Assertion]) -> Assertion:
    """Return what the clauses of a sentence tell as one assertion."""
    if len(inside) == 1:
        return inside[0]
    return replace(
        inside[0],
        names=frozenset[str]().union(*(one.names for one in inside)),
        numbers=tuple(number for one in inside for number in one.numbers),
        conjectured=any(one.conjectured for one in inside),
    )


def _sentence(account: Account, first: Assertion, inside: Sequence[Assertion]) -> Assertion | None:
    """Return the assertion of these clauses with its sentence, None where that cannot be shown by itself."""
    sentence = account.analysis.sentence_at(first.sentence.start)
    span = None if sentence is None or all(one.quoted for one in inside) else whole(account, sentence)
    if span is None or _NO_ANSWER.search(span.of(account.text)) or open_nouns(account, span) >= OPEN:
        return None
    statement = _statement(account, first)
    speaker = next((one.attributed_to for one in inside if one.attributed_to), None)
    return replace(
        first,
        span=span,
        shown=span,
        glosses=(),
        cut=None,
        statement=statement,
        attributed_to=speaker if statement else None,
    )


def _statement(account: Account, one: Assertion) -> ReportedStatement | None:
    """Return the statement that the better part of the sentence belongs to."""
    best, most = None, SAID * len(one.sentence)
    for statement in account.annotation.statements:
        shared = sum(span.shared(one.sentence) for span in statement.spans)
        if shared > most:
            best, most = statement, shared
    return best
