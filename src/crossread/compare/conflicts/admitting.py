"""Admitting: what forbids that two values stand for one thing, however like the words around them are."""

from __future__ import annotations

import re
from itertools import permutations

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.conflicts.lone import Tally, key
from crossread.compare.conflicts.pairing import Pair
from crossread.compare.conflicts.rounding import in_parts
from crossread.compare.conflicts.sameness import WHICH, Sameness, Surroundings, compared
from crossread.compare.conflicts.telling import Told, Value
from crossread.compare.conflicts.weekdays import out_of_step
from crossread.record.dossier import ConflictKind
from crossread.record.span import Span
from crossread.text.gazetteer import is_city
from crossread.text.similar import ngrams
from crossread.text.words import forms

# Likeness of sentences from which on nothing else is asked of them.
_ONE_SENTENCE, _LIKE_SENTENCE, _SOME_SENTENCE, _BOTH = 0.55, 0.42, 0.3, 0.55
# The same of the words near the values.
_AROUND, _AROUND_DATE, _SAME_LIST = 0.25, 0.45, 0.5
# Likeness of a sentence, and how many of three words on either side, for numbers that nothing says what they count.
_COPY, _WORDS = 0.7, 0.6
# Share of three other values that two sentences have in common, from which they tell one thing whatever stands beside.
_MUCH_ELSE = 0.6
_RUN = 5  # quoted words, one behind the other, that two accounts have of one utterance (4 and 5 read on 591 stories)
_WHOLE_DEED = 2  # words that tell one deed whoever does it: "give" and "speech"
# Words beside names and verbs of saying that two reports of one utterance share.
_MATTER = 3
# A place that an earlier sentence names: not the "there" of "there were".
_THERE = re.compile(r"\b(?:here|there)\b(?! (?:is|are|was|were|be|been|has|have|had|will|would)\b)", re.I)
_QUESTION = re.compile(r"\?[\"'”’)]*$")
# Units of what is of anything.
_PARTS = frozenset({"PERCENT", "MONEY"})
# The kinds of value by which two sentences tell of two things.
_COUNTED = frozenset({ConflictKind.DATE, ConflictKind.NUMBER})
_SCENE = _COUNTED | {ConflictKind.PLACE}


def admissible(pair: Pair, sameness: Sameness) -> bool:
    """Whether nothing forbids that two values stand for one thing, whatever the values are."""
    ours = sameness.surroundings(pair.one, pair.mine)
    yours = sameness.surroundings(pair.other, pair.theirs)
    if any(_asks(one) for one in (pair.one, pair.other)) or _other_people(pair):
        return False
    if pair.mine.kind is ConflictKind.NUMBER:
        which = (ours.unit or "").startswith(WHICH)
        return _one_count(pair, ours) and _parted_alike(pair, ours) and (not which or _one_deed(pair))
    if pair.mine.kind is ConflictKind.DATE:
        return _one_happening(pair, ours, yours)
    if pair.mine.kind is ConflictKind.PLACE and not _placed_alike(pair, ours):
        return False
    return not one_of_several(pair) and not _both_meant(pair)


def copied(pair: Pair) -> bool:
    """Whether both values stand in one passage, word by word the same beside them, and nothing else differs."""
    told = pair.features
    named = pair.mine.kind in (ConflictKind.PLACE, ConflictKind.NAME)
    one = told["sentence"] >= _ONE_SENTENCE and not told["clash"] and told["before"] == told["after"] == 1
    return (
        one and not any(_asks(told) for told in (pair.one, pair.other)) and not (named and _both_meant(pair))
    )


def strange(pair: Pair, tally: Tally) -> bool:
    """Whether a city stands once in the story, against one told again of which nobody knows where it lies."""
    ends = (pair.mine, pair.theirs), (pair.theirs, pair.mine)
    return pair.mine.kind is ConflictKind.PLACE and any(
        is_city(one.form) and tally.lone(one) and tally.borne_out(other) for one, other in ends
    )


def one_utterance(pair: Pair) -> bool:
    """Whether two days stand beside one quotation: what somebody says in so many words is said once."""
    if pair.mine.kind is not ConflictKind.DATE:
        return False
    ours, yours = (
        {run for span in _quotations(told) for run in ngrams(forms(told.account.text, span), _RUN)}
        for told in (pair.one, pair.other)
    )
    return not ours.isdisjoint(yours)


def named_day(pair: Pair) -> bool:
    """Whether two dates are weekdays or days of a month: months and years are mostly of what went before."""
    form = pair.mine.time.form if pair.mine.time else None
    return form is not None and (form.weekday is not None or form.day is not None)


def admissible_alone(pair: Pair, sameness: Sameness, tally: Tally) -> bool:
    """Whether a value that stands once in the story may be a slip in telling what the other one tells."""
    ends, kind = (pair.mine, pair.theirs), pair.mine.kind
    if not tally.lone(*ends) or any(_asks(one) for one in (pair.one, pair.other)) or _other_people(pair):
        return False
    ours, yours = (sameness.surroundings(one, value) for one, value, _ in _ends(pair))
    borne_out = tally.borne_out(*ends)
    if kind is ConflictKind.NUMBER:
        enough = borne_out or pair.features["sentence"] >= _LIKE_SENTENCE
        uncounted = not pair.features["unit"] or (ours.unit or "").startswith(WHICH)
        other = uncounted or _elsewhere(pair) or _two_scenes(pair)
        return enough and not other and _parted_alike(pair, ours)
    if kind is ConflictKind.DATE:
        told = pair.features
        alike = told["nearest"] or (told["verb"] and told["subject"])
        same = named_day(pair) and told["deed"] and alike and not _two_scenes(pair)
        if out_of_step(pair):
            return borne_out or bool(told["nearest"] and told["sentence"] >= _SOME_SENTENCE)
        return borne_out and (bool(same) or _one_deed_dated(pair, ours, yours))
    if kind is ConflictKind.PLACE:
        slip = pair.features["whose"] or (pair.features["nearest"] and (borne_out or pair.features["head"]))
        alike = bool(slip) or _placed_alike(pair, ours)
        return alike and not one_of_several(pair)
    listed = any(_in_list(told, v) for told, v, _ in _ends(pair))
    several = tally.common(pair.mine) or (listed and pair.features["sentence"] < _SOME_SENTENCE)
    beside = max(pair.features["before"], pair.features["after"])
    return not several and (borne_out or beside >= _WORDS or not one_of_several(pair))


def told_in_parts(pair: Pair) -> bool:
    """Whether one sentence tells the parts of which the other one has the whole: "6 and 17" of 23."""
    return pair.mine.kind is ConflictKind.NUMBER and any(
        in_parts(float(value.form), _numbers_beside(told, value), float(other.form))
        for told, value, other in _ends(pair)
    )


def _numbers_beside(told: Told, value: Value) -> list[float]:
    return [float(v.form) for v in told.values if v.number and v is not value]


def _other_people(pair: Pair) -> bool:
    """Whether each sentence names people, and none of them the same."""
    if pair.features["sentence"] >= _ONE_SENTENCE and all(_quoted(*end[:2]) for end in _ends(pair)):
        return False  # whoever is named beside one quotation, the words are the same
    ours, yours = ({key(v) for v in t.values if v.kind is ConflictKind.NAME} for t in (pair.one, pair.other))
    return pair.mine.kind is not ConflictKind.NAME and bool(ours and yours) and ours.isdisjoint(yours)


def _asks(told: Told) -> bool:
    return _QUESTION.search(told.sentence.span.of(told.account.text)) is not None


def _quoted(told: Told, value: Value) -> bool:
    return any(span.contains(value.span) for span in _quotations(told))


def _quotations(told: Told) -> list[Span]:
    """Return the quoted words that a sentence has part of."""
    quoted = (span for one in told.account.annotation.statements for span in one.quoted)
    return [span for span in quoted if span.overlaps(told.sentence.span)]


def _parted_alike(pair: Pair, ours: Surroundings) -> bool:
    """Whether percentages and sums, which are of anything, are told of by the same verb or word, or in one sentence."""
    told = pair.features
    same = (told["verb"] or told["head"]) and told["sentence"] >= _LIKE_SENTENCE
    return bool(same) or told["sentence"] >= _ONE_SENTENCE or ours.unit not in _PARTS


def _placed_alike(pair: Pair, ours: Surroundings) -> bool:
    """Whether two places stand in one relation to one thing: by preposition and the word or verb they hang on."""
    told = pair.features
    above = told["above"] and ours.prepositions  # without one, it is who does something, each something else
    related = told["head"] or above or told["verb"] or told["sentence"] >= _ONE_SENTENCE
    if told["sentence"] < _SOME_SENTENCE and not told["nearest"]:
        return False
    return bool(related and told["preposition"] and (told["head"] or "of" not in ours.prepositions))


def _one_deed_dated(pair: Pair, ours: Surroundings, yours: Surroundings) -> bool:
    """Whether two dates hang on the same word, and the same one did it or the sentences are alike."""
    told = pair.features
    if any(_perfect(one, value) for one, value, _ in _ends(pair)):
        return False
    deed = named_day(pair) and len(ours.deed & yours.deed) >= _WHOLE_DEED
    return bool(told["head"] and (told["subject"] or deed or told["sentence"] >= _LIKE_SENTENCE))


def _perfect(told: Told, value: Value) -> bool:
    """Whether a date follows a verb in the perfect, which no past day goes with: "has invited them Wednesday"."""
    analysis = told.account.analysis
    tokens = analysis.tokens
    chain = (i for i in analysis.ancestors(value.tokens[0]) if tokens[i].upos == "VERB")
    verb = next(chain, None)
    return verb is not None and any(
        tokens[i].lemma == "have" and tokens[i].tag in ("VBZ", "VBP") for i in analysis.children(verb, "aux")
    )


def _elsewhere(pair: Pair) -> bool:
    """Whether a sentence tells of a place that an earlier one names."""
    return any(_THERE.search(one.sentence.span.of(one.account.text)) for one in (pair.one, pair.other))


def _one_count(pair: Pair, ours: Surroundings) -> bool:
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
    if told["verb"] or told["head"] or (told["deed"] and ours.unit not in _PARTS):
        return told["around"] >= _AROUND or told["sentence"] >= _SOME_SENTENCE
    beside = told["before"] or (told["after"] and told["preposition"])
    near = told["around"] >= _AROUND and told["sentence"] + told["around"] >= _BOTH
    return bool(beside) and (near or told["sentence"] >= _LIKE_SENTENCE)


def _one_deed(pair: Pair) -> bool:
    """Whether two sentences tell of one doing the same; much is done in each of several laps or games."""
    told = pair.features
    copy = told["before"] == told["after"] == 1 and told["sentence"] >= _ONE_SENTENCE
    return copy or bool(told["verb"] and told["subject"] and told["nearest"])


def _two_scenes(pair: Pair) -> bool:
    """Whether two sentences tell of two things: each has a day, a count or, in unlike ones, a place of its own."""
    _, clashes = compared(pair.one, pair.other, pair.mine, pair.theirs)
    if pair.features["sentence"] >= _ONE_SENTENCE:
        return bool(clashes & _COUNTED - {pair.mine.kind})
    return bool(clashes & _SCENE)


def _one_happening(pair: Pair, ours: Surroundings, yours: Surroundings) -> bool:
    """Whether two dates may be of one happening: somebody says much, so that what is said must be alike."""
    told = pair.features
    if _two_scenes(pair):
        return False
    verbs = {ours.verb, yours.verb}
    same = bool(told["verb"] or told["head"])
    if "" in verbs or verbs & REPORTING:
        alike = (
            told["sentence"] >= _LIKE_SENTENCE and bool(told["nearest"]) and _shared_matter(pair) >= _MATTER
        )
        copied = told["sentence"] >= _COPY and verbs != {""}
        return copied or (alike and (same or told["around"] >= _AROUND_DATE))
    one_sentence = told["sentence"] >= _ONE_SENTENCE and bool(told["nearest"] and told["preposition"])
    beside = told["around"] >= _AROUND or told["others"] >= _MUCH_ELSE
    return _one_deed_dated(pair, ours, yours) or (one_sentence and beside)


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


def one_of_several(pair: Pair) -> bool:
    """Whether a place or a name stands in a list, of which the other account may give another part."""
    told = pair.features
    if told["sentence"] >= _ONE_SENTENCE and told["around"] >= _SAME_LIST:
        return False
    ours, yours = (_listed_with(one, value) for one, value, _ in _ends(pair))
    if ours and ours == yours:
        return False  # one list, told with one member otherwise
    if any(_names(told, value) for told, _, value in _ends(pair)) and pair.mine.kind is ConflictKind.NAME:
        return False  # who is one of several elsewhere too, and here alone goes by another name
    return any(_in_list(told, value) for told, value, _ in _ends(pair))


def _in_list(told: Told, value: Value) -> bool:
    """Whether a value is one of several: "in Kent, Surrey and Sussex"."""
    analysis = told.account.analysis
    return any(
        analysis.tokens[index].dep == "conj" or analysis.children(index, "conj") for index in value.tokens
    )


def _listed_with(told: Told, value: Value) -> frozenset[str]:
    """Return the values of a kind that stand in one list with a value."""
    first = _first_of_list(told, value)
    return frozenset(
        v.form
        for v in told.values
        if v.kind is value.kind and v is not value and _first_of_list(told, v) == first
    )


def _first_of_list(told: Told, value: Value) -> int:
    """Return the token that heads the list in which a value stands."""
    analysis = told.account.analysis
    at = analysis.head_of(value.span)
    return analysis.top(value.tokens[0] if at is None else at, "conj")


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
    return (told.account.text if span is None else span.of(told.account.text)).casefold()


def _last(value: Value) -> str:
    """Return the last name of a person, of a place the whole name."""
    return value.form if value.kind is ConflictKind.PLACE else value.form.split()[-1]
