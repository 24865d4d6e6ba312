"""Claims: what the accounts assert, aligned, with each account's wording, stance and origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread.compare import independence
from crossread.compare.alignment import clusters
from crossread.compare.assertions import Assertion, assertions
from crossread.compare.cast import Cast
from crossread.compare.force import Mood
from crossread.compare.origins import Origins
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Stance, Statement, Support
from crossread.record.ids import founded_id
from crossread.record.span import hull, trimmed

# So many claims that only one account makes are kept for each account: the most telling ones.
ONLY_IN_ONE = 8
# Sentences that share at least this part of their terms are one sentence in several copies.
COPIED = 0.65
# Words that make a wording long enough to tell something and short enough to be read at a glance.
SHORT, LONG = 6, 32
# Words of a sentence up to which it stands for a clause that cannot stand alone.
LONGEST = 45


def align(
    accounts: Sequence[Account], cast: Cast, origins: Origins, statements: Sequence[Statement]
) -> tuple[Claim, ...]:
    """Return the claims of a story: those of most accounts first, then in reading order.

    A claim in one account only is kept where it names somebody or something
    or gives a number, and stands as a sentence of its own; quotations alone are
    statements, no claims.
    """
    found = assertions(accounts, cast, statements)
    groups = _whole_copies(
        [[found[number] for number in cluster] for cluster in clusters(found, origins.reuse)]
    )
    shared = [
        group for group in groups if len({a.order for a in group}) > 1 and not all(a.quoted for a in group)
    ]
    single = _telling([group for group in groups if len({a.order for a in group}) == 1])
    outlet = {account.id: account.article.outlet for account in accounts}
    claims = [(_rank(group), _claim(group, outlet, origins)) for group in [*shared, *single]]
    return tuple(claim for _, claim in sorted(claims, key=lambda pair: (pair[0], pair[1].id)))


def _whole_copies(groups: Sequence[list[Assertion]]) -> list[list[Assertion]]:
    """Join the clauses of a sentence that accounts share as a whole: it is one claim, not one a clause."""
    joined: dict[tuple[tuple[int, int], ...], list[Assertion]] = {}
    kept: list[list[Assertion]] = []
    for group in groups:
        places = tuple(sorted((a.order, a.place) for a in group))
        if len({a.order for a in group}) < 2 or not _same_sentences(group):
            kept.append(group)
        elif places not in joined:
            joined[places] = group
            kept.append(group)
        else:
            joined[places][:] = [_joined(a, b) for a, b in zip(joined[places], group, strict=True)]
    return kept


def _same_sentences(group: Sequence[Assertion]) -> bool:
    """Whether all sentences of a group share almost all their terms with the first one's."""
    first = group[0].context
    return all(len(a.context & first) >= COPIED * max(len(a.context), len(first)) for a in group)


def _joined(one: Assertion, other: Assertion) -> Assertion:
    """Return the assertion that two clauses of one sentence make together."""
    main, side = (one, other) if one.complete or not other.complete else (other, one)
    return replace(
        main,
        span=hull((one.span, other.span)),
        terms=one.terms | other.terms,
        names=one.names | other.names,
        numbers=(*main.numbers, *side.numbers),
    )


def _rank(group: Sequence[Assertion]) -> tuple[int, int, int]:
    """Order by how many accounts carry the claim, then by how early the first tells it."""
    return -len({a.order for a in group}), min(a.place for a in group), min(a.order for a in group)


def _telling(groups: Iterable[Sequence[Assertion]]) -> list[Sequence[Assertion]]:
    """Return, account by account, the assertions made in one account that are worth showing."""
    by_account: dict[int, list[Sequence[Assertion]]] = {}
    for group in groups:
        if any(_stands(assertion) for assertion in group):
            by_account.setdefault(group[0].order, []).append(group)
    kept: list[Sequence[Assertion]] = []
    for _, found in sorted(by_account.items()):
        kept += sorted(found, key=lambda group: (-max(map(_weight, group)), group[0].place))[:ONLY_IN_ONE]
    return kept


def _stands(assertion: Assertion) -> bool:
    """Whether an assertion can be shown alone: a clear clause that names or counts something."""
    named = bool(assertion.names or assertion.numbers)
    return named and assertion.complete and not assertion.quoted and not assertion.dangling


def _weight(assertion: Assertion) -> float:
    """Rank assertions of one account: names and numbers tell, and what comes early matters."""
    telling = len(assertion.names) + 2 * len(assertion.numbers)
    return min(telling, 5) - assertion.place / 20 - (1 if assertion.attributed_to else 0)


def _claim(group: Sequence[Assertion], outlet: dict[str, str | None], origins: Origins) -> Claim:
    clearest = max(group, key=lambda assertion: (_clarity(assertion, group), -assertion.order))
    support = tuple(_support(assertion, clearest, origins) for assertion in _one_each(group, clearest))
    articles = list(dict.fromkeys(one.evidence.article for one in support))
    count = independence.origins(support, origins)
    return Claim(
        id=founded_id("claim", group[0].evidence),
        text=_text(clearest),
        independence=independence.verdict(len(articles), count, support),
        disputed=_disputed(group, support),
        accounts=len(articles),
        outlets=independence.outlets([outlet[article] for article in articles]),
        origins=count,
        support=support,
    )


def _text(assertion: Assertion) -> str:
    """Return the wording that stands for the claim: the clause, or its sentence where the clause is torn from it."""
    sentence = assertion.account.evidence(trimmed(assertion.account.text, assertion.sentence)).text
    whole = not assertion.complete and len(sentence.split()) <= LONGEST
    return sentence if whole else assertion.evidence.text


def _one_each(group: Sequence[Assertion], clearest: Assertion) -> list[Assertion]:
    """Return of each account its clearest wording, and another only where it denies what that one says."""
    kept: dict[tuple[int, bool], Assertion] = {}
    for assertion in group:
        key = (assertion.order, assertion.negated != clearest.negated)
        if key not in kept or _clarity(assertion, group) > _clarity(kept[key], group):
            kept[key] = assertion
    return sorted(kept.values(), key=lambda assertion: (assertion.order, assertion.span))


def _clarity(assertion: Assertion, group: Sequence[Assertion]) -> float:
    """Return how well a wording tells alone what the group says; only the order counts."""
    length = len(assertion.evidence.text.split())
    common = sum(len(assertion.terms & other.terms) for other in group) / max(
        1, len(assertion.terms) * len(group)
    )
    return (
        2.0 * assertion.complete
        - 1.5 * assertion.dangling
        - 1.0 * assertion.quoted
        - 0.5 * assertion.conjectured
        - 0.5 * (not SHORT <= length <= LONG)
        + common
    )


def _support(assertion: Assertion, clearest: Assertion, origins: Origins) -> Support:
    evidence = assertion.evidence
    if assertion.negated != clearest.negated:
        stance = Stance.DENIES
    else:
        stance = Stance.HEDGES if assertion.conjectured else Stance.ASSERTS
    return Support(stance, evidence, origins.origin_of(evidence), assertion.attributed_to)


def _disputed(group: Sequence[Assertion], support: Sequence[Support]) -> bool:
    """Whether accounts deny each other or count differently; doubt alone is no dispute."""
    stances = {one.stance for one in support}
    return Stance.DENIES in stances or _counts_differ(group)


def _counts_differ(group: Sequence[Assertion]) -> bool:
    """Whether two exact counts of the same thing differ; "at least" and "about" agree with much."""
    exact: dict[str, set[str]] = {}
    for assertion in group:
        if assertion.mood is Mood.FACT:
            for number in assertion.numbers:
                if number.unit and not number.bound:
                    exact.setdefault(number.unit, set()).add(number.value)
    return any(len(values) > 1 for values in exact.values())
