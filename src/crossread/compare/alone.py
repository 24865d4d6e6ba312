"""Claims that only one account makes.

"Only in A" is an assertion about all other accounts, and easily wrong: they may
tell the same in other words. So a sentence is taken only where no other account
has one that comes near it, well below the likeness that joins two claims;
what lies between is neither called shared nor called single.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.compare.alignment import LEAD
from crossread.compare.assertions import Assertion
from crossread.compare.showing import whole
from crossread.compare.weights import weight
from crossread.record.annotation import Account, ReportedStatement
from crossread.record.article import Role

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
# At least this part of a sentence must be somebody's words to be his.
SAID = 0.6


def choose(
    accounts: Sequence[Account],
    found: Sequence[Assertion],
    aligned: Sequence[Sequence[Assertion]],
    weights: Mapping[str, float],
) -> list[list[Assertion]]:
    """Return the sentences of one account that no other comes near, each as an assertion in a group of its own.

    `aligned` are the groups of several accounts; their sentences are none of these.
    """
    taken = {(assertion.order, assertion.place) for group in aligned for assertion in group}
    sentences: dict[tuple[int, int], list[Assertion]] = defaultdict(list)
    for assertion in found:
        sentences[assertion.order, assertion.place].append(assertion)
    told = _told(found)
    by_account: dict[int, list[Assertion]] = defaultdict(list)
    for key, inside in sentences.items():
        lead = key[1] < LEAD  # what accounts begin with is the news, and seldom theirs alone
        if not lead and key not in taken and (one := _sentence(accounts[key[0]], inside)):
            others = [of for order, of in told.items() if order != key[0]]
            done = any(_same_deed(a, b) for a in inside for b in found if b.order != key[0])
            near = done or any(_near(one.context, of, weights) for of in others)
            if _of_the_story(one, others) and not near:
                by_account[key[0]].append(one)
    return [[one] for _, many in sorted(by_account.items()) for one in sorted(many, key=_rank)[:MOST]]


def _told(found: Sequence[Assertion]) -> dict[int, list[frozenset[str]]]:
    """Return the terms of each account's sentences, in order."""
    told: dict[int, dict[int, frozenset[str]]] = defaultdict(dict)
    for assertion in found:
        told[assertion.order][assertion.place] = assertion.context
    return {order: [terms for _, terms in sorted(places.items())] for order, places in told.items()}


def _near(terms: frozenset[str], told: Sequence[frozenset[str]], weights: Mapping[str, float]) -> bool:
    """Whether an account tells the better part of these terms, in one place or strewn over it."""
    whole_weight = weight(terms, weights)
    windows = (frozenset[str]().union(*told[at : at + WINDOW]) for at in range(len(told)))
    for window in windows:
        common = weight(terms & window, weights)
        if common >= NEAR * whole_weight or (common >= MUCH and common >= HOLDS * weight(window, weights)):
            return True
    return weight(terms & frozenset[str]().union(*told), weights) >= STREWN * whole_weight


def _same_deed(one: Assertion, other: Assertion) -> bool:
    """Whether both tell the same happening of the same body or person, or done to the same."""
    same = one.happenings & other.happenings
    return bool(same) and bool((one.subjects & other.subjects & one.names) or one.objects & other.objects)


def _of_the_story(one: Assertion, others: Sequence[Sequence[frozenset[str]]]) -> bool:
    """Whether another account names somebody or something that the sentence names."""
    return any(one.names & terms for told in others for terms in told)


def _rank(one: Assertion) -> tuple[int, int]:
    """Names and numbers tell, and what comes early matters."""
    return -min(len(one.names) + 2 * len(one.numbers), 4) + one.place // 5, one.place


def _sentence(account: Account, inside: Sequence[Assertion]) -> Assertion | None:
    """Return the sentence of these clauses as one assertion, None where it cannot be shown by itself."""
    first = inside[0]
    sentence = account.analysis.sentence_at(first.sentence.start)
    paragraph = account.article.paragraph_at(first.sentence.start)
    if sentence is None or paragraph is None or paragraph.role is not Role.BODY:
        return None
    span = whole(account, sentence)
    if span is None or all(one.quoted for one in inside):
        return None
    names = frozenset[str]().union(*(one.names for one in inside))
    numbers = tuple(number for one in inside for number in one.numbers)
    if not names:
        return None
    statement = _statement(account, first)
    speaker = next((one.attributed_to for one in inside if one.attributed_to), None)
    if statement is not None and not _frame_inside(statement, first) and speaker is None:
        return None  # somebody says it, and nobody knows who
    return replace(
        first,
        span=span,
        shown=span,
        names=names,
        numbers=numbers,
        statement=statement,
        attributed_to=speaker if statement else None,
        conjectured=any(one.conjectured for one in inside),
    )


def _statement(account: Account, one: Assertion) -> ReportedStatement | None:
    """Return the statement that the better part of the sentence belongs to."""
    best, most = None, SAID * len(one.sentence)
    for statement in account.annotation.statements:
        shared = sum(span.shared(one.sentence) for span in statement.spans)
        if shared > most:
            best, most = statement, shared
    return best


def _frame_inside(statement: ReportedStatement, one: Assertion) -> bool:
    return statement.cue is not None and one.sentence.contains(statement.cue)
