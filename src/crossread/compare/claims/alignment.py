"""Alignment: which assertions of different accounts say the same.

Average-link clustering over pair scores. A pair is scored on rarity-weighted
terms of the two clauses and, less, of their sentences; it must share the
happening, and nothing in it may speak against it (another number, another
person, another mood). Two assertions wrongly made one harm more than one split,
so the doubtful pair stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crossread.compare.claims.assertions import Assertion
from crossread.compare.claims.force import Mood
from crossread.compare.claims.terms import Number
from crossread.compare.claims.weights import term_weights, weight
from crossread.record.dossier import Reuse
from crossread.record.span import Span

# All numbers below were read off the pairs of the worked example, a gold story of seven accounts and ten
# stories of news clusters, by raising each until the wrong pairs read in samples of 30 fell below one in ten.
# LINK was tried from 0.42 to 0.55 (recall falls from 0.5 on), LINK_HALF 0.52-0.62, LINK_OTHER_VERB 0.62-0.78.

# Weight of the clause against its whole sentence in a pair's score.
CLAUSE = 0.7
# Least score of a pair that may link, and least mean score of two clusters that merge.
LINK = 0.4
# Part of its containment in the other that a shorter clause of the same happening scores at least.
WITHIN = 0.8
# Least score without a common happening.
LINK_OTHER_VERB = 0.75
LINK_HALF = 0.75  # where only one clause holds the other's happening
LINK_MUCH = 0.5  # … where they share at least MUCH, so much that the verbs may be other words for it
LINK_TORN = 0.72  # where one clause has no subject, name or number of its own
# Least weight that two clauses share (see `weights`): about three words of the story's matter.
SHARED = 9.0
# Short clauses share less: this part of the shorter one's weight is enough, if it is at least FEW.
FEW, MOSTLY = 5.0, 0.75
# Shared weight from which on it is hardly chance that two clauses share it.
MUCH = 17.0
# Least number of terms that two clauses share; one fewer only as at least this part of the longer clause's terms,
# or with the same named subject and the same happening.
TERMS = 3
ALMOST = 0.6
# Days further apart than this are days of different happenings (time zones and late evenings move one day).
DAYS = 2
# Score of a pair is multiplied by this for each thing that speaks against it.
AGAINST = 0.65
# … by this where only one leans on a pronoun and no name joins them …
LEANING = 0.85
# … and by this for each thing that speaks for it: both count the same thing alike, do the same to the same,
# or stand in the leads, where accounts tell the news itself.
FOR = 1.15
LEAD = 3  # so many first sentences are an account's lead
# Clauses in a shared passage say the same where one holds at least this part of the other.
TAKEN = 0.8
# At least this part of a clause must lie in a shared passage for its wording to be the passage's.
IN_PASSAGE = 0.6
# Counts further apart than this factor are counts of different things.
NEAR = 3.5
# Two exact counts are as far apart as bounds ("at least", "about") this many times further.
EXACT = 2.7
# Counts of one thing further apart than this are never one assertion, however alike the rest.
FAR = 8.0
# A term in more assertions than this proposes no pairs in a large story; rarer ones always do.
COMMON = 150


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of assertions, by number, that may say the same, and how alike they are."""

    one: int
    other: int
    score: float


def clusters(scorer: Scorer) -> tuple[tuple[int, ...], ...]:
    """Return the groups of the scorer's assertions (by number) that say the same, each in reading order."""
    found = scorer.found
    links = _links(scorer)
    scores = {(link.one, link.other): link.score for link in links}
    cluster_of = {number: [number] for number in range(len(found))}
    for link in sorted(links, key=lambda link: (-link.score, link.one, link.other)):
        one, other = cluster_of[link.one], cluster_of[link.other]
        if one is not other and _may_merge(one, other, scores, found):
            one.extend(other)
            for number in other:
                cluster_of[number] = one
    distinct = {id(cluster): cluster for cluster in cluster_of.values()}
    return tuple(sorted(tuple(sorted(cluster)) for cluster in distinct.values()))


def _may_merge(
    one: Sequence[int],
    other: Sequence[int],
    scores: Mapping[tuple[int, int], float],
    found: Sequence[Assertion],
) -> bool:
    """Whether the mean score over all pairs reaches LINK and no account says both in one sentence."""
    total = 0.0
    for a in one:
        for b in other:
            if found[a].order == found[b].order and found[a].place == found[b].place:
                return False
            total += scores.get((min(a, b), max(a, b)), 0.0)
    return total >= LINK * len(one) * len(other)


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


class Scorer:
    """Scores pairs of the assertions `found` (by number) on the weight of the terms they share.

    Clauses that lie in one shared passage (`reuse`) need less likeness: their wording was taken over.
    """

    def __init__(self, found: Sequence[Assertion], reuse: Sequence[Reuse] = ()) -> None:
        self.found = found
        self.weights = term_weights(found)
        self.own = [weight(assertion.terms, self.weights) for assertion in found]
        self.around = [weight(assertion.context, self.weights) for assertion in found]
        self.passages = _passages(found, reuse)

    def score(self, a: int, b: int) -> float:
        """Return how surely two assertions say the same, 0 to 1; a negation weighs against it, no more."""
        one, other = self.found[a], self.found[b]
        if len(one.terms & other.terms) < TERMS - 1:
            return 0.0
        apart = _apart(one, other)
        if _other_force(one, other) or apart > FAR or _other_days(one, other) or _left_open(one, other):
            return 0.0
        common = weight(one.terms & other.terms, self.weights)
        if common < min(SHARED, max(FEW, MOSTLY * min(self.own[a], self.own[b]))):
            return 0.0
        if not _enough(one, other):
            return 0.0
        within = common / min(self.own[a], self.own[b])
        taken = bool(self.passages[a] & self.passages[b]) and (_told(one, other) == 2 or within >= TAKEN)
        copied = within if taken else 0.0
        clause = 2 * common / (self.own[a] + self.own[b])
        counted = _same_count(one, other)
        anchored = counted or bool(one.subjects & other.subjects & one.names)
        same = bool(one.happenings & other.happenings)
        done = same and bool(one.objects & other.objects)
        if (anchored or done) and same:
            clause = max(clause, WITHIN * within)  # one tells in a few words what the other tells at length
        least = _least(one, other)
        if common >= MUCH and not _other_actors(one, other):
            least = min(least, LINK_MUCH)
        if FOR**3 * (CLAUSE * clause + 1 - CLAUSE) < least:
            return copied
        score = CLAUSE * clause + (1 - CLAUSE) * self._context(a, b)
        leads = one.place < LEAD and other.place < LEAD
        score *= FOR ** (counted + done + leads)
        if score < least:
            return copied
        if one.dangling != other.dangling and not one.names & other.names:
            score *= LEANING
        against = (
            apart > NEAR,
            _other_subject(one, other),
            _other_subject(one, other) and bool(one.actors & one.persons and other.actors & other.persons),
            one.negated != other.negated,
            one.conjectured != other.conjectured and not (same and anchored),
        )
        return max(copied, min(1.0, score * AGAINST ** sum(against)))

    def _context(self, a: int, b: int) -> float:
        """Return the part of their weight that the sentences of two assertions share."""
        whole = self.around[a] + self.around[b]
        common = weight(self.found[a].context & self.found[b].context, self.weights)
        return 2 * common / whole if whole else 0.0


def _links(scorer: Scorer) -> list[Link]:
    """Return the pairs that may link, by an inverted index over terms."""
    index: dict[str, list[int]] = defaultdict(list)
    links: list[Link] = []
    for number, assertion in enumerate(scorer.found):
        near: set[int] = set()
        for term in assertion.terms:
            if len(index[term]) <= COMMON:
                near.update(index[term])
            index[term].append(number)
        scored = ((other, scorer.score(other, number)) for other in near)
        links += [Link(other, number, score) for other, score in scored if score >= LINK]
    return links


def _other_force(one: Assertion, other: Assertion) -> bool:
    """Whether one tells what ought to be, or was formerly, and the other what is.

    What is to come and what came may be one plan.
    """
    moods = {one.mood, other.mood}
    return len(moods) == 2 and not moods.isdisjoint((Mood.OUGHT, Mood.FORMERLY))


_OPEN = frozenset({"unclear", "unknown", "uncertain", "undecided"})


def _left_open(one: Assertion, other: Assertion) -> bool:
    """Whether one gives a number where the other says that it is not known: "cost $800", "the cost was unclear"."""
    return any(a.numbers and not b.numbers and b.happenings & _OPEN for a, b in ((one, other), (other, one)))


def _least(one: Assertion, other: Assertion) -> float:
    """Return the least score of a pair, by how far each tells what the other's verb tells, and of whom."""
    least = (LINK_OTHER_VERB, LINK_HALF, LINK)[_told(one, other)]
    return max(least, LINK_TORN) if _torn(one) or _torn(other) else least


def _told(one: Assertion, other: Assertion) -> int:
    """Count for how many of the two the other tells its happening."""
    return bool(one.happenings & other.terms) + bool(other.happenings & one.terms)


def _torn(assertion: Assertion) -> bool:
    """Whether a clause says neither who or what it is about, nor how many."""
    return not (assertion.subjects or assertion.names or assertion.numbers)


def _enough(one: Assertion, other: Assertion) -> bool:
    """Whether two clauses share enough terms: three, or two that are almost all that one of them has."""
    shared = len(one.terms & other.terms)
    if shared >= TERMS:
        return True
    same_subject = bool(one.subjects & other.subjects & one.names) and bool(one.happenings & other.happenings)
    return shared == TERMS - 1 and (same_subject or shared >= ALMOST * max(len(one.terms), len(other.terms)))


def _other_days(one: Assertion, other: Assertion) -> bool:
    """Whether both clauses name days, and none of the one is near one of the other."""
    if not one.days or not other.days:
        return False
    slack = timedelta(days=DAYS)
    return not any(
        a.earliest - slack <= b.latest and b.earliest - slack <= a.latest
        for a in one.days
        for b in other.days
    )


def _other_subject(one: Assertion, other: Assertion) -> bool:
    """Whether both clauses say who it is about, at least one by name, and have nothing of that in common."""
    if one.nominal and other.nominal and one.subjects and other.subjects:
        return not one.subjects & other.subjects  # "the picture is old", "the child is old"
    if _body_and_person(one, other):
        return False
    told = [(one.actors, other.actors)]
    if one.passive and other.passive:
        told.append((one.subjects, other.subjects))
    return any(a and b and not a & b and bool(a & one.names or b & other.names) for a, b in told)


def _body_and_person(one: Assertion, other: Assertion) -> bool:
    """Whether the one names a body as doing what the other names a person for: often its head or spokesman."""
    named = [(a.actors & a.names, a.persons) for a in (one, other)]
    return all(names for names, _ in named) and bool(named[0][0] & named[0][1]) != bool(
        named[1][0] & named[1][1]
    )


def _other_actors(one: Assertion, other: Assertion) -> bool:
    """Whether both say who does it, and have less than half of that in common."""
    common = len(one.actors & other.actors)
    return bool(one.actors and other.actors) and 2 * common < min(len(one.actors), len(other.actors))


def _apart(one: Assertion, other: Assertion) -> float:
    """Return by what factor the two differ most in a number of the same thing; 1 where they do not."""
    most = 1.0
    for number in one.numbers:
        ratios = [_ratio(number, n) for n in other.numbers if n.unit == number.unit]
        most = max(most, min(ratios, default=1.0))
    return most


def _same_count(one: Assertion, other: Assertion) -> bool:
    """Whether both count the same thing to the same count, or to near ones that are given as bounds."""
    return any(
        n.unit
        and n.unit == m.unit
        and (n.value == m.value or ((n.bound or m.bound) and _ratio(n, m) <= NEAR))
        for n in one.numbers
        for m in other.numbers
    )


def _ratio(one: Number, other: Number) -> float:
    low, high = sorted((float(one.value), float(other.value)))
    if low == high:
        return 1.0
    return (1 if one.bound or other.bound else EXACT) * high / low if low else float("inf")
