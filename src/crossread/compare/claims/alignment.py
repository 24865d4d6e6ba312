"""Alignment: which assertions of different accounts say the same.

Each claim begins as a star: one clause, and of every account what says the
same as that clause, so that no chain of likenesses makes one claim of two.
What the star does not reach joins it, and two stars are one, only where the
clauses are alike as wholes, each held against each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from crossread.compare.claims.assertions import Assertion
from crossread.compare.claims.likeness import TERMS, Likeness, forbidden
from crossread.compare.holders import Holders, numbers
from crossread.record.dossier import Reuse
from crossread.record.span import Span
from crossread.text.similar import weight

# Least likeness of a clause to the centre of a claim: on the labelled pairs, each story judged by weights learned from
# the others, .957 of the links are right and .48 of the pairs found (0.5: .80, .72; 0.7: .88, .55; 0.775: .947,
# .484; 0.79: .960, .454).
LINK = 0.78
# An account's further clauses belong to a claim where they are no less alike than its nearest one by more than this;
# else they may tell something else ("is running", "ran in 2008").
AGAIN = 0.15
# A clause that the centre does not reach joins those that are one where it tells what happened in them or their telling
# number, nothing forbids any of the pairs between them, and their mean likeness reaches this.
JOIN = 0.4
# … and two groups where it reaches this: each has been found to be one by itself.
MERGE = 0.6
# From this likeness on nobody can say that a clause is told by its account alone.
FAINT = 0.2
# Clauses in a shared passage say the same where one holds at least this part of the other.
TAKEN = 0.8
# At least this part of a clause must lie in a shared passage for its wording to be the passage's.
IN_PASSAGE = 0.6
# A term in more assertions than this proposes no pairs in a large story; rarer ones always do.
COMMON = 150

Place = tuple[int, Span]
Links = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The groups of clauses that say the same, by number, in reading order.

    `near` are the clauses to which one of another account is somewhat alike, `alike` the pairs of clauses of one
    claim that are, `weights` those of the terms.
    """

    groups: tuple[tuple[int, ...], ...]
    near: frozenset[int]
    alike: frozenset[frozenset[Place]]
    weights: Mapping[str, float]

    def like(self, one: Assertion, other: Assertion) -> bool:
        """Whether two clauses may say the same; those of one account are not held against each other."""
        return one.order == other.order or frozenset((_place(one), _place(other))) in self.alike


def aligned(found: Sequence[Assertion], reuse: Sequence[Reuse] = ()) -> Aligned:
    """Return the claims that several accounts make: the best supported star first, each clause in one claim."""
    likeness = Likeness(found)
    links = _links(likeness, reuse)
    left = set(links)
    groups: list[set[int]] = []
    # What is left can only lose support, so that the first in the queue whose support still holds is the best.
    queue = [(-_support(number, links, left, found), number) for number in links]
    heapify(queue)
    while queue:
        support, centre = heappop(queue)
        now = _support(centre, links, left, found) if centre in left else 0.0
        if now < -support:
            heappush(queue, (-now, centre))
            continue
        if not now:
            break
        group = _star(centre, links, left, found)
        group |= _joining(group, links, left, found)
        groups.append(group)
        left -= group
    groups = _merged(groups, links, found)
    near = {a for a, others in links.items() if any(found[b].order != found[a].order for b in others)}
    alike = {
        frozenset((_place(found[a]), _place(found[b])))
        for group in groups
        for a in group
        for b in group & links[a].keys()
    }
    return Aligned(
        tuple(tuple(sorted(group)) for group in groups), frozenset(near), frozenset(alike), likeness.weights
    )


def _place(assertion: Assertion) -> Place:
    return assertion.order, assertion.span


def _support(number: int, links: Links, left: set[int], found: Sequence[Assertion]) -> float:
    """Return the summed likeness of the nearest clause of every other account."""
    best: dict[int, float] = defaultdict(float)
    for other, score in links[number].items():
        if other in left and score >= LINK:
            best[found[other].order] = max(best[found[other].order], score)
    best.pop(found[number].order, None)
    return sum(best[order] for order in sorted(best))


def _star(centre: int, links: Links, left: set[int], found: Sequence[Assertion]) -> set[int]:
    """Return the centre and the clauses near it."""
    group = {centre}
    near = sorted(links[centre].items(), key=lambda pair: (found[pair[0]].inner, -pair[1], pair[0]))
    best: dict[int, float] = {}
    for other, score in near:
        if score < LINK or other not in left or _same_sentence(other, group, found):
            continue
        if score >= best.setdefault(found[other].order, score) - AGAIN:
            group.add(other)
    return group


def _joining(star: Set[int], links: Links, left: set[int], found: Sequence[Assertion]) -> set[int]:
    """Return the clauses of other accounts that are near to all of a star taken together."""
    accounts = {found[number].order for number in star}
    told = _told(star, found)
    beyond = {other for number in star for other in links[number] if other in left} - star
    return {
        other
        for other in sorted(beyond)
        if found[other].order not in accounts
        and not told.isdisjoint(found[other].terms)
        and _mean(star, {other}, links, found) >= JOIN
    }


def _told(group: Set[int], found: Sequence[Assertion]) -> frozenset[str]:
    """Return what at least two clauses of a group tell that happened, and the telling numbers that they share."""
    verbal = [number for number in group if not found[number].nominal]
    deeds = Counter(term for number in verbal for term in found[number].happenings)
    counts = Counter(term for number in group for term in found[number].terms if term.startswith("="))
    return frozenset(term for term, many in (deeds + counts).items() if many > 1)


def _mean(one: Set[int], other: Set[int], links: Links, found: Sequence[Assertion]) -> float:
    """Return the mean likeness of two groups' clauses, 0 where a pair of two accounts has none."""
    pairs = [(a, b) for a in sorted(one) for b in sorted(other) if found[a].order != found[b].order]
    scores = [links[a].get(b, 0.0) for a, b in pairs]
    return sum(scores) / len(scores) if min(scores, default=0.0) > 0 else 0.0


def _merged(groups: Sequence[set[int]], links: Links, found: Sequence[Assertion]) -> list[set[int]]:
    """Return the groups, of which those are joined that are alike as wholes."""
    merged: list[set[int]] = []
    at: dict[int, set[int]] = {}  # the merged group of each clause
    for group in groups:
        near = {id(at[b]): at[b] for a in sorted(group) for b in links[a] if b in at}
        likeness, best = max(
            ((_mean(one, group, links, found), -merged.index(one)) for one in near.values()), default=(0.0, 0)
        )
        if likeness >= MERGE:
            merged[-best] |= group
        else:
            merged.append(group)
        at |= dict.fromkeys(group, merged[-best] if likeness >= MERGE else group)
    return merged


def _same_sentence(number: int, group: set[int], found: Sequence[Assertion]) -> bool:
    one = found[number]
    return any(found[other].order == one.order and found[other].place == one.place for other in group)


def _links(likeness: Likeness, reuse: Sequence[Reuse]) -> dict[int, dict[int, float]]:
    """Return the likeness of the pairs that may say the same, by an inverted index over terms."""
    found = likeness.found
    passages = _passages(found, reuse)
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other in _proposed(found, passages):
        score = likeness.score(one, other)
        if passages[one] and not passages[one].isdisjoint(passages[other]):
            score = max(score, _taken(likeness, one, other))
        if score >= FAINT:
            links[one][other] = links[other][one] = score
    return dict(links)


def _taken(likeness: Likeness, one: int, other: int) -> float:
    """Return how much of the shorter clause of a shared passage the other holds, if it is enough."""
    a, b = likeness.found[one], likeness.found[other]
    if forbidden(a, b) or a.negated != b.negated:
        return 0.0
    held = weight(a.terms & b.terms, likeness.weights) / max(1.0, min(likeness.own[one], likeness.own[other]))
    return held if held >= TAKEN else 0.0


def _proposed(found: Sequence[Assertion], passages: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a term that is not too common, and another term or a passage.

    Of a deed told by the way and a clause, only those that tell one deed.
    """
    having, doing, copying = Holders[str](), Holders[str](), Holders[str]()
    counts: Counter[str] = Counter()
    clauses = 0
    for number, one in enumerate(found):
        rare = having.any(term for term in one.terms if counts[term] <= COMMON)
        near = rare & (having.several(one.terms, TERMS) | copying.any(passages[number]))
        deeds = doing.any(one.deeds)
        for other in numbers(near & (clauses & deeds if one.inner else clauses | deeds)):
            yield other, number
        having.add(number, one.terms)
        doing.add(number, one.deeds)
        copying.add(number, passages[number])
        counts.update(one.terms)
        if not one.inner:
            clauses |= 1 << number


def _passages(found: Sequence[Assertion], reuse: Sequence[Reuse]) -> list[frozenset[str]]:
    """Return for each assertion the shared passages that it mostly lies in."""
    members: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for group in reuse:
        for member in group.members:
            members[member.article].append((member.span, group.id))
    return [
        frozenset(
            id
            for span, id in members[assertion.account.id]
            if span.shared(assertion.span) >= IN_PASSAGE * len(assertion.span)
        )
        for assertion in found
    ]
