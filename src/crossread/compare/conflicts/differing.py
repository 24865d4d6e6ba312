"""Sentences of two accounts that tell the same thing, but for one number, date, place or name.

Whether two values stand for one thing is judged by everything around them
(`sameness`), and so that a false contradiction is rarer than a missed one:
some things forbid it whatever the model says. Where an account gives the other
value too for the same thing, the accounts do not differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.conflicts.exclusion import exclude
from crossread.compare.conflicts.lone import Tally
from crossread.compare.conflicts.pairing import Pair, pairs
from crossread.compare.conflicts.rounding import range_of
from crossread.compare.conflicts.sameness import WHICH, Sameness, Surroundings, compared, score
from crossread.compare.conflicts.telling import Told, Value, told
from crossread.compare.slots import RUNNING, event_of
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Span

# Least sameness of two values of a kind to be held against each other.
LEAST = {
    ConflictKind.NUMBER: 0.35,
    ConflictKind.DATE: 0.5,
    ConflictKind.PLACE: 0.38,
    ConflictKind.NAME: 0.2,  # one first name with two last names is rare enough
}
# The same where one value stands once in the story (0 to 0.7 tried on 173 development stories, by reading).
LEAST_LONE = {
    ConflictKind.NUMBER: 0.45,
    ConflictKind.DATE: 0.5,
    ConflictKind.PLACE: 0.3,
    ConflictKind.NAME: 0.1,
}
# Likeness of sentences from which on nothing else is asked of them.
_ONE_SENTENCE, _LIKE_SENTENCE, _SOME_SENTENCE, _BOTH = 0.55, 0.42, 0.3, 0.55
# The same of the words near the values.
_AROUND, _AROUND_DATE, _SAME_LIST = 0.25, 0.45, 0.5
# Likeness of a sentence, and how many of three words on either side, for numbers that nothing says what they count.
_COPY, _WORDS = 0.7, 0.6
# Words beside names and verbs of saying that two reports of one utterance share.
_MATTER = 3
# A place that an earlier sentence names: not the "there" of "there were".
_THERE = re.compile(r"\b(?:here|there)\b(?! (?:is|are|was|were|be|been|has|have|had|will|would)\b)", re.I)
_QUESTION = re.compile(r"\?[\"'”’)]*$")
_NO_COUNT = ("AGE", "MONEY", "PERCENT")
# The kinds of value by which two sentences tell of two things.
_COUNTED = frozenset({ConflictKind.DATE, ConflictKind.NUMBER})
_SCENE = _COUNTED | {ConflictKind.PLACE}

Key = tuple[str, Value]  # an account and a value in it


@dataclass(frozen=True)
class _Judged:
    """A pair of values, and how surely they stand for one thing."""

    pair: Pair
    sameness: float


def differing_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the values in which like sentences of two accounts contradict each other."""
    sentences = told(accounts)
    sameness = Sameness(sentences)
    judged = [_Judged(pair, score(pair.mine.kind, pair.features)) for pair in pairs(sentences, sameness)]
    agreeing = _agreeing(judged)
    tally = Tally(sentences)
    groups: dict[tuple[ConflictKind, frozenset[str], str], list[Pair]] = defaultdict(list)
    for one in judged:
        pair = one.pair
        if pair.agree or not exclude(pair.mine, pair.theirs, copied=_copied(pair)):
            continue
        if _one_thing(one, sameness, tally) and not _told_alike(one, agreeing):
            groups[_slot(pair, sameness)].append(pair)
    return [_conflict(found, unit, agreeing) for (_, _, unit), found in groups.items()]


def _one_thing(one: _Judged, sameness: Sameness, tally: Tally) -> bool:
    """Whether two values are surely enough of one thing, and nothing forbids it."""
    pair, kind = one.pair, one.pair.mine.kind
    if one.sameness >= LEAST[kind] and (admissible(pair, sameness) or _copied(pair)):
        return True
    return one.sameness >= LEAST_LONE[kind] and _admissible_alone(pair, sameness, tally)


def _agreeing(judged: Sequence[_Judged]) -> dict[Key, list[tuple[float, Told, Value]]]:
    """Return for a value the equal values of other accounts that stand for the same thing, the surest first."""
    found: dict[Key, list[tuple[float, Told, Value]]] = defaultdict(list)
    for one in judged:
        pair = one.pair
        if pair.agree and one.sameness >= LEAST[pair.mine.kind]:
            found[pair.one.account.id, pair.mine].append((one.sameness, pair.other, pair.theirs))
            found[pair.other.account.id, pair.theirs].append((one.sameness, pair.one, pair.mine))
    return found


def _told_alike(one: _Judged, agreeing: dict[Key, list[tuple[float, Told, Value]]]) -> bool:
    """Whether one of the accounts gives the other's value too, for what is at least as surely the same thing."""
    pair = one.pair
    for here, value, there in ((pair.one, pair.mine, pair.other), (pair.other, pair.theirs, pair.one)):
        if any(
            sure >= one.sameness and other.order == there.order
            for sure, other, _ in agreeing.get((here.account.id, value), ())
        ):
            return True
    return False


def _slot(pair: Pair, sameness: Sameness) -> tuple[ConflictKind, frozenset[str], str]:
    """Return what pairs have in common that show one conflict: the kind, the values and what is counted."""
    unit = sameness.surroundings(pair.one, pair.mine).unit or ""
    return pair.mine.kind, frozenset({pair.mine.form, pair.theirs.form}), unit


# --- what forbids a pair --------------------------------------------------------------------------


def admissible(pair: Pair, sameness: Sameness) -> bool:
    """Whether nothing forbids that two values stand for one thing, whatever the values are."""
    ours = sameness.surroundings(pair.one, pair.mine)
    yours = sameness.surroundings(pair.other, pair.theirs)
    if any(_asks(one) for one in (pair.one, pair.other)):
        return False
    if pair.mine.kind is ConflictKind.NUMBER:
        return _one_count(pair) and (not (ours.unit or "").startswith(WHICH) or _one_deed(pair))
    if pair.mine.kind is ConflictKind.DATE:
        return _one_happening(pair, ours, yours)
    if pair.mine.kind is ConflictKind.PLACE and not _in_names_alike(pair):
        return False
    return not one_of_several(pair) and not _both_meant(pair) and not _two_scenes(pair)


def _copied(pair: Pair) -> bool:
    """Whether both values stand in one passage, word by word the same beside them, and nothing else differs."""
    told = pair.features
    if told["sentence"] < _ONE_SENTENCE or told["clash"] or not told["before"] == told["after"] == 1:
        return False
    named = pair.mine.kind in (ConflictKind.PLACE, ConflictKind.NAME)
    return not any(_asks(one) for one in (pair.one, pair.other)) and not (named and _both_meant(pair))


def _admissible_alone(pair: Pair, sameness: Sameness, tally: Tally) -> bool:
    """Whether a value that stands once in the story may be a slip in telling what the other one tells."""
    ends, kind = (pair.mine, pair.theirs), pair.mine.kind
    if not tally.lone(*ends) or any(_asks(one) for one in (pair.one, pair.other)):
        return False
    ours = sameness.surroundings(pair.one, pair.mine)
    yours = sameness.surroundings(pair.other, pair.theirs)
    borne_out = tally.borne_out(*ends)
    if kind is ConflictKind.NUMBER:
        return (
            not _elsewhere(pair) and not _two_scenes(pair) and _counted_alike(pair, ours, borne_out=borne_out)
        )
    if kind is ConflictKind.DATE:
        return borne_out and _said_alike(pair, ours, yours)
    if kind is ConflictKind.PLACE:
        return not one_of_several(pair) and _placed_alike(pair, ours) and _in_names_alike(pair)
    beside = max(pair.features["before"], pair.features["after"])
    return borne_out or beside >= _WORDS or not one_of_several(pair)


def _counted_alike(pair: Pair, ours: Surroundings, *, borne_out: bool) -> bool:
    """Whether sentences are like enough for a lone number; one that counts nothing ("lap 14") needs words beside it."""
    told = pair.features
    if not told["unit"] or (ours.unit or "").startswith(WHICH):
        return told["sentence"] >= _ONE_SENTENCE and max(told["before"], told["after"]) == 1
    return borne_out or pair.features["sentence"] >= _LIKE_SENTENCE


def _placed_alike(pair: Pair, ours: Surroundings) -> bool:
    """Whether two places stand in one relation: with one preposition, and after "of" to the same."""
    told = pair.features
    return bool(told["preposition"] and (told["head"] or "of" not in ours.prepositions))


def _in_names_alike(pair: Pair) -> bool:
    """Whether places that only begin a name ("the Osaka District Court") are followed by the same word."""
    inside = any(_in_name(told, value) for told, value, _ in _ends(pair))
    return not inside or pair.features["after"] > 0


def _in_name(told: Told, value: Value) -> bool:
    names = told.account.analysis.names
    return not any(name.type == "PLACE" and name.span.overlaps(value.span) for name in names)


def _said_alike(pair: Pair, ours: Surroundings, yours: Surroundings) -> bool:
    """Whether two dates are both of a deed, or of words in which much is the same."""
    if not {ours.verb, yours.verb} & REPORTING:
        return True
    return bool(pair.features["nearest"]) and _shared_matter(pair) >= _MATTER


def _asks(told: Told) -> bool:
    return _QUESTION.search(told.sentence.span.of(told.account.text)) is not None


def _elsewhere(pair: Pair) -> bool:
    """Whether a sentence tells of a place that an earlier one names."""
    return any(_THERE.search(one.sentence.span.of(one.account.text)) for one in (pair.one, pair.other))


def _one_count(pair: Pair) -> bool:
    told = pair.features
    if _two_scenes(pair):
        return False
    if not told["unit"]:
        alike = told["sentence"] >= _COPY and min(told["before"], told["after"]) >= _WORDS
        return alike or (told["sentence"] >= _ONE_SENTENCE and told["around"] >= _SAME_LIST)
    if told["sentence"] >= _ONE_SENTENCE:
        return True
    if _elsewhere(pair):
        return False
    if told["verb"] or told["head"]:
        return told["around"] >= _AROUND or told["sentence"] >= _SOME_SENTENCE
    beside = told["before"] or (told["after"] and told["preposition"])
    near = told["around"] >= _AROUND and told["sentence"] + told["around"] >= _BOTH
    return bool(beside) and (near or told["sentence"] >= _LIKE_SENTENCE)


def _one_deed(pair: Pair) -> bool:
    """Whether two sentences tell of one doing the same; much is done in each of several laps or games."""
    told = pair.features
    return bool(told["verb"] and told["subject"] and told["nearest"])


def _two_scenes(pair: Pair) -> bool:
    """Whether two sentences tell of two things: each has a day, a count or, in unlike ones, a place of its own."""
    _, clashes = compared(pair.one, pair.other, pair.mine, pair.theirs)
    if pair.mine.kind is ConflictKind.NAME:
        return False
    if pair.features["sentence"] >= _ONE_SENTENCE:
        return bool(clashes & _COUNTED - {pair.mine.kind})
    return bool(clashes & _SCENE)


def _one_happening(pair: Pair, ours: Surroundings, yours: Surroundings) -> bool:
    """Whether two dates may be of one happening: somebody says much, so that what is said must be alike."""
    told = pair.features
    if _to_come(pair.one, pair.mine) != _to_come(pair.other, pair.theirs) or _two_scenes(pair):
        return False
    verbs = {ours.verb, yours.verb}
    same = bool(told["verb"] or told["head"])
    if "" in verbs or verbs & REPORTING:
        alike = (
            told["sentence"] >= _LIKE_SENTENCE and bool(told["nearest"]) and _shared_matter(pair) >= _MATTER
        )
        copied = told["sentence"] >= _COPY and verbs != {""}
        return copied or (alike and (same or told["around"] >= _AROUND_DATE))
    return same or (told["sentence"] >= _LIKE_SENTENCE and bool(told["nearest"] and told["preposition"]))


def _shared_matter(pair: Pair) -> int:
    """Return how many words two sentences share beside the names in them and the verbs of saying."""
    ours, yours = (_matter(told, value) for told, value, _ in _ends(pair))
    return len((ours & yours) - REPORTING)


def _matter(told: Told, value: Value) -> set[str]:
    """Return the words beside names that a value may belong to: in a clause of time ("after she met …") its own."""
    analysis = told.account.analysis
    names = {index for v in told.values for index in v.tokens}
    chain = (i for i in analysis.ancestors(value.tokens[0]) if analysis.tokens[i].dep.startswith("advcl"))
    clause = next(chain, None)
    return {
        word
        for index, word in told.terms
        if index not in names and (clause is None or clause in (index, *analysis.ancestors(index)))
    }


def _to_come(told: Told, value: Value) -> bool:
    """Whether a date lies after the day of its account."""
    own = told.account.article.published
    return bool(own and value.time and value.time.days and value.time.days.earliest > own.latest)


def one_of_several(pair: Pair) -> bool:
    """Whether a place or a name stands in a list, of which the other account may give another part."""
    told = pair.features
    if told["sentence"] >= _ONE_SENTENCE and told["around"] >= _SAME_LIST:
        return False
    if any(_names(told, value) for told, _, value in _ends(pair)) and pair.mine.kind is ConflictKind.NAME:
        return False  # who is one of several elsewhere too, and here alone goes by another name
    return any(_in_list(told, value) for told, value, _ in _ends(pair))


def _in_list(told: Told, value: Value) -> bool:
    """Whether a value is one of several: "in Kent, Surrey and Sussex"."""
    analysis = told.account.analysis
    return any(
        analysis.tokens[index].dep == "conj" or analysis.children(index, "conj") for index in value.tokens
    )


def _ends(pair: Pair) -> tuple[tuple[Told, Value, Value], tuple[Told, Value, Value]]:
    """Return both sentences, each with its own value and the other's."""
    return (pair.one, pair.mine, pair.theirs), (pair.other, pair.theirs, pair.mine)


def _both_meant(pair: Pair) -> bool:
    """Whether two names may be two people or places: both accounts name both, or one sentence does.

    A person is called by a wrong name once; who is named again, or by the
    other account too, is somebody else.
    """
    if any(_last(other) in _text(told, told.sentence.span) for told, _, other in _ends(pair)):
        return True
    strange = [not _names(there, mine) for (_, mine, _), (there, _, _) in permutations(_ends(pair))]
    if pair.mine.kind is ConflictKind.PLACE:
        return not any(strange)
    once = [_text(told).count(_last(mine)) == 1 for told, mine, _ in _ends(pair)]
    return not any(odd and alone for odd, alone in zip(strange, once, strict=True))


def _names(told: Told, value: Value) -> bool:
    """Whether an account names a value anywhere; of a person the last name is enough."""
    return _last(value) in _text(told)


def _text(told: Told, span: Span | None = None) -> str:
    return (span.of(told.account.text) if span else told.account.text).casefold()


def _last(value: Value) -> str:
    """Return the last name of a person, of a place the whole name."""
    return value.form if value.kind is ConflictKind.PLACE else value.form.split()[-1]


# --- what is shown --------------------------------------------------------------------------------


def _conflict(
    found: Sequence[Pair], unit: str, agreeing: dict[Key, list[tuple[float, Told, Value]]]
) -> Conflict:
    shown: dict[str, dict[str, tuple[Told, Value]]] = {}
    for one, value in _shown(found, agreeing):
        shown.setdefault(value.form, {}).setdefault(one.account.id, (one, value))
    sides = []
    for by_account in shown.values():
        evidence = tuple(t.account.evidence(v.span) for t, v in by_account.values())
        sides.append(Side(evidence[0].text, evidence))
    first = found[0]
    return Conflict(
        id=founded_id("conflict", first.one.account.evidence(first.mine.span), "differing"),
        slot=_slot_words(first.one, first.mine),
        kind=_kind(first, unit),
        sides=tuple(sides),
    )


def _shown(
    found: Sequence[Pair], agreeing: dict[Key, list[tuple[float, Told, Value]]]
) -> Iterator[tuple[Told, Value]]:
    """Yield the values that contradict each other, then those of other accounts that agree with one of them."""
    ends = [end for pair in found for end in ((pair.one, pair.mine), (pair.other, pair.theirs))]
    yield from ends
    taken = {told.account.id for told, _ in ends}
    for one, value in ends:
        for _, other, same in agreeing.get((one.account.id, value), ()):
            if other.account.id not in taken:
                yield other, same


def _slot_words(told: Told, value: Value) -> str:
    text = told.account.text
    words = f"{text[told.sentence.start : value.span.start]}…{text[value.span.end : told.sentence.end]}"
    words = " ".join(words.split())
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"


def _kind(pair: Pair, unit: str) -> ConflictKind:
    """Return the kind of a conflict: a count of casualties or a crowd that a later day has higher is an update."""
    mine, theirs = pair.mine, pair.theirs
    days = [one.account.article.published for one in (pair.one, pair.other)]
    if mine.number is None or theirs.number is None or None in days or unit.startswith(_NO_COUNT):
        return mine.kind
    if event_of(pair.one.sentence.span.of(pair.one.account.text)) not in RUNNING:
        return mine.kind
    first, second = (day.earliest for day in days if day is not None)
    low, high = range_of(mine.number)[0], range_of(theirs.number)[0]
    return ConflictKind.UPDATE if first != second and (first < second) == (low < high) else mine.kind
