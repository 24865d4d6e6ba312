"""Likeness: how surely two clauses of different accounts say the same.

A logistic model over what two clauses share: the weight of their terms, the
happening they tell, who it is about and what it is done to. Some things forbid
a pair whatever the rest says: a denial against an assertion, other days, what
ought to be against what is. Two assertions wrongly made one harm more than one
split, so the threshold is set for precision.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta

from crossread.compare.claims.assertions import Assertion
from crossread.compare.claims.force import Mood
from crossread.compare.claims.terms import Number
from crossread.compare.claims.weights import term_weights
from crossread.text.listing import listed
from crossread.text.similar import weight

# Fitted by `python -m training.claims` on the 804 labelled pairs of benchmarks/gold/claim-pairs.json. Every feature
# lies between 0 and 1, so that a weight is what the feature can add.
WEIGHTS: Mapping[str, float] = {
    "clause": 3.6,  # part of the two clauses' weight of terms that they share (Dice)
    "sentence": 3.6,  # the same part as `clause`, of their whole sentences
    "happening": 1.0,  # whether they tell one happening
    "done": 1.4,  # whether they do one thing to the same, by how much that tells
    "other object": -0.6,  # whether they do one thing to different ones
    "days": 3.4,  # `clause`, where both name days, and near ones
    "in doubt": -0.8,  # whether only one of them is in doubt
    # whether they tell one happening in the leads, where accounts tell the news itself; above what is fitted (1.5):
    # of 51 labelled pairs that do, 48 are one, few of them linked by nothing else
    "news": 2.3,
    "deeds": 3.6,  # how telling the verbs are that they share, by how many names they share
    "figure": 1.9,  # `sentence`, where they share a telling number; 1 where they share two ("67-28")
}
BIAS = -3.7

LEAD = 3  # so many first sentences are an account's lead
# Days further apart than this are days of different happenings (time zones and late evenings move one day).
DAYS = 2
# A time longer than this many days is no day of what goes on now.
MONTH = 31
# Counts of one thing further apart than this factor are counts of different things.
NEAR = 3.5
# … of percentages, of which accounts give many, each of something else.
NEAR_PART = 1.2
# Weight from which on a term tells as much as one can.
RARE = 5.0
# … of shared verbs together, and so many shared names.
VERBS, NAMES = 10.0, 3
# Least number and weight of the terms that two clauses share, and least part of their weight (Dice); below, nothing is
# known of them. No pair is linked that holds less; asking this first saves time.
TERMS, FEW, LEAST = 2, 4.0, 0.16
# Sentences that share less are of different matters, where their clauses do not share ALMOST everything: of eleven such
# pairs that the model would link, read in 170 stories, four said the same.
FOREIGN, ALMOST = 0.16, 0.75
# A denied clause and one that is not are held against each other only where they share at least this part of their
# weight and their happening: "did not testify", "did testify".
DENIED = 0.75


class Likeness:
    """Holds the clauses `found` of a story against each other, by number."""

    def __init__(self, found: Sequence[Assertion]) -> None:
        self.found = found
        self.weights = term_weights([one for one in found if not one.inner])
        self.own = [weight(assertion.terms, self.weights) for assertion in found]
        self.around = [weight(assertion.context, self.weights) for assertion in found]

    def score(self, a: int, b: int) -> float:
        """Return how surely two clauses say the same, or the one denies what the other says: 0 to 1."""
        one, other = self.found[a], self.found[b]
        shared = one.terms & other.terms
        if len(shared) < TERMS:
            return 0.0
        # What is cheap and seldom holds is asked first: a story has a hundred thousand pairs with terms in common.
        common = weight(shared, self.weights)
        if common < FEW:
            return 0.0
        clause = 2 * common / (self.own[a] + self.own[b])
        if clause < LEAST or _apart(one, other, clause):
            return 0.0
        whole = self._whole(a, b)
        if (whole < FOREIGN and clause < ALMOST) or forbidden(one, other):
            return 0.0
        return logistic(self._features(one, other, shared, clause, whole))

    def features(self, a: int, b: int) -> dict[str, float]:
        """Return the features of a pair, by their names in `WEIGHTS`."""
        one, other = self.found[a], self.found[b]
        shared = one.terms & other.terms
        clause = 2 * weight(shared, self.weights) / max(1.0, self.own[a] + self.own[b])
        return self._features(one, other, shared, clause, self._whole(a, b))

    def _whole(self, a: int, b: int) -> float:
        shared = weight(self.found[a].context & self.found[b].context, self.weights)
        return 2 * shared / max(1.0, self.around[a] + self.around[b])

    def _features(
        self, one: Assertion, other: Assertion, shared: frozenset[str], clause: float, whole: float
    ) -> dict[str, float]:
        happening = not one.happenings.isdisjoint(other.happenings)
        objects = one.objects & other.objects
        return {
            "clause": clause,
            "sentence": whole,
            "happening": happening,
            "done": self._telling(objects) if happening else 0.0,
            "other object": bool(happening and one.objects and other.objects and not objects),
            "days": clause * bool(one.days and other.days),
            "in doubt": one.conjectured != other.conjectured,
            "news": _news(one, other),
            "deeds": self._deeds(one, other),
            "figure": _figure(shared, whole),
        }

    def _deeds(self, one: Assertion, other: Assertion) -> float:
        """Return how much the verbs tell that two clauses share, of nobody in common nothing."""
        names = min(1.0, len(one.names & other.names) / NAMES)
        if not names:
            return 0.0
        shared = (one.verbs | one.happenings) & (other.verbs | other.happenings)
        return names * min(1.0, weight(shared, self.weights) / VERBS)

    def _telling(self, terms: frozenset[str]) -> float:
        """Return how much the rarest of some terms tells: "people" little, a name much."""
        return min(1.0, max((self.weights.get(term, 1.0) for term in terms), default=0.0) / RARE)


def logistic(features: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-BIAS - math.fsum(WEIGHTS[name] * value for name, value in features.items())))


def _apart(one: Assertion, other: Assertion, clause: float) -> bool:
    """Whether one is denied and the other not, of another happening or subject, or in too few shared words."""
    if one.negated == other.negated:
        return False
    alike = bool(one.subjects & other.subjects) or not (one.subjects or other.subjects)
    return clause < DENIED or not alike or one.happenings.isdisjoint(other.happenings)


def _figure(shared: frozenset[str], whole: float) -> float:
    """Return how much the telling numbers say that two clauses share: one as much as their sentences do."""
    telling = sum(term.startswith("=") for term in shared)
    return 1.0 if telling > 1 else whole * telling


_SAID = listed("say report tell add note write state")


def _news(one: Assertion, other: Assertion) -> bool:
    """Whether both tell one happening in the leads of their accounts, not only that somebody reports something."""
    return one.place < LEAD and other.place < LEAD and not (one.happenings & other.happenings) <= _SAID


def forbidden(one: Assertion, other: Assertion) -> bool:
    """Whether two clauses cannot tell the same: other force, other days, places, people or counts."""
    return (
        _other_force(one, other)
        or _other_days(one, other)
        or _other_place(one, other)
        or _far(one, other)
        or _other_person(one, other)
        or (one.personal and other.personal and one.attributed_to != other.attributed_to)  # "we" are many
    )


def _other_person(one: Assertion, other: Assertion) -> bool:
    """Whether one person does the one, and another the other, or it is done to one and to another."""
    if not (one.persons and other.persons):
        return False
    told = [(one.actors, other.actors)]
    if one.passive and other.passive:
        told.append((one.subjects, other.subjects))
    elif one.happenings & other.happenings and not one.main & other.main:
        told.append((_bidden(one), _bidden(other)))
    return any(bool(a & one.persons and b & other.persons) and not a & b & one.persons for a, b in told)


def _bidden(one: Assertion) -> frozenset[str]:
    """Return who does what the head frames: in "Ann Hill was called in to vote" she votes."""
    return one.subjects if one.passive else one.actors


def _other_force(one: Assertion, other: Assertion) -> bool:
    """Whether one tells what ought to be, or was formerly, and the other what is; or one what is to come that came.

    "Will sign" and "signs on Monday" may be one plan, "will sign" and "signed" are not one fact.
    """
    if one.mood is other.mood:
        return False
    moods = one.mood, other.mood
    if Mood.DONE in moods and (Mood.NOW in moods or Mood.FACT in moods):  # "ran in 2008", "is running"
        return any(a.mood is Mood.DONE and any(day.days > MONTH for day in a.days) for a in (one, other))
    return (Mood.FUTURE in moods and Mood.DONE in moods) or Mood.OUGHT in moods or Mood.FORMERLY in moods


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


# Going to another place is another deed.
_GOING = listed("visit travel fly arrive return head tour trip land go")


def _other_place(one: Assertion, other: Assertion) -> bool:
    """Whether somebody goes to one place and to another."""
    if one.happenings.isdisjoint(other.happenings & _GOING):
        return False
    goals = [a.names - a.persons - a.subjects for a in (one, other)]
    return all(goals) and goals[0].isdisjoint(goals[1])


def _far(one: Assertion, other: Assertion) -> bool:
    """Whether the two count the same thing, and no count of the one is near one of the other."""
    if not (one.numbers and other.numbers):
        return False
    pairs = [(a, b) for a in one.numbers for b in other.numbers if a.unit == b.unit and a.label == b.label]
    units = {(a.unit, a.label) for a, _ in pairs}
    return any(
        all(_ratio(a, b) > _beyond(a) for a, b in pairs if (a.unit, a.label) == (unit, label))
        for unit, label in units
    )


def _beyond(number: Number) -> float:
    """Return the factor beyond which a number is of something else than another of its unit."""
    if number.label:
        return 1.0
    return NEAR_PART if number.unit == "PERCENT" else NEAR


def _ratio(one: Number, other: Number) -> float:
    low, high = sorted((one.value, other.value))
    if low == high:
        return 1.0
    return high / low if low else math.inf
