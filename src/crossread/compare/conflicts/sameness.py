"""Sameness: how surely two values stand for one thing, judged by all but the values themselves.

A logistic model over what surrounds them: the words of both sentences, those
next to the values, and what the parse hangs the values on. It is learned from
values that two accounts give alike, which are known to be one thing, against
values of like sentences that differ; so it knows nothing of any value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.claims.terms import LIGHT
from crossread.compare.conflicts.lone import Key, key
from crossread.compare.conflicts.telling import Told, Value, term
from crossread.record.annotation import Account
from crossread.record.dossier import ConflictKind
from crossread.record.span import Span
from crossread.text.gazetteer import may_lie_in
from crossread.text.listing import listed
from crossread.text.similar import inverse_frequency, weight

# Fitted by `python -m training.conflicts` on the development stories, but for the weight of a shared subject of places
# (0 to 0.3 read on 660 stories). Every feature lies between 0 and 1.
FEATURES = (
    "sentence",  # part of the two sentences' weight of words that they share (Dice)
    "order",  # the same with the words in order: their longest common subsequence
    "around",  # the same of the NEAR words on either side
    "before",  # how many of the three words right before are the same
    "after",  # how many of the three words right after are the same
    "word before",  # whether the content word before is the same
    "word after",  # whether the content word after is the same
    "unit",  # whether both count the same
    "head",  # whether both hang on the same word
    "preposition",  # whether the same prepositions, or none, stand before
    "subject",  # whether the subjects of the verbs above share a noun or a name
    "deed",  # whether the same is done: a word above, or what the verb is of ("vote" of "hold a vote")
    "whose",  # whether both belong to one person: "Rep. Ana Ruiz of Lorren"
    "others",  # how many other values both sentences have, up to three
    "clash",  # of how many kinds each has other values that the other one has not, up to two
    "nearest",  # whether each sentence is the likest one of its account for the other
)
WEIGHTS: Mapping[ConflictKind, tuple[float, ...]] = {
    ConflictKind.NUMBER: (1.2, 1.0, 1.5, 0.8, 1.2, 0.3, -0.3, 1.6, 0.2, 0.7, 0.4, 0.1, 0.1, 1.3, -1.6, 1.6),
    ConflictKind.DATE: (0.4, 0.4, 1.1, 0.3, 0.1, 0.2, 0.7, 0.0, 0.6, 0.6, 0.2, 0.9, 0.0, -0.1, -0.6, 0.6),
    ConflictKind.PLACE: (0.5, 0.7, 2.4, 1.0, 1.0, 0.3, 0.5, 0.0, 0.4, 0.0, 0.2, 0.2, 0.9, -0.1, -0.5, 0.2),
    ConflictKind.NAME: (2.1, -0.6, 1.7, 0.6, 0.3, 0.5, 0.3, 0.0, 0.2, -0.1, 2.4, 0.3, -0.4, 0.4, -0.7, 0.6),
}
BIAS: Mapping[ConflictKind, float] = {
    ConflictKind.NUMBER: -4.8,
    ConflictKind.DATE: -0.6,
    ConflictKind.PLACE: -2.3,
    ConflictKind.NAME: -2.9,
}

NEAR = 6
_BESIDE = 3
_MOST_OTHERS, _MOST_CLASHES = 3, 2
_DONE = ("obj", "nsubj:pass", "xcomp")  # what a verb is of, which tells the deed where the verb is light
# Relations by which a noun describes another, and those of them that put it beside a name.
_DESCRIBING = ("nmod", "compound", "appos", "flat", "dep")
_APPOSED = ("compound", "appos", "flat", "dep")
_AGE_REACH = 8  # tokens from an age to the noun it describes: "29-year-old French computer expert"
# A length or time in two units: "two minutes and 12 seconds", "6 feet 2".
_UNITS = r"(?:hours?|minutes?|seconds?|days?|months?|years?|feet|foot|inch(?:es)?|pounds?|ounces?|stone)"
_IN_PARTS = re.compile(rf"[ -]{_UNITS}(?:,| and)? \d+(?:\.\d+)?(?: {_UNITS}| ?$|[.,])")
_REST = re.compile(rf"\b(?:{_UNITS}(?:,| and)|(?:hours?|minutes?|feet|foot|pounds?|stone)) $")
_SIGN = re.compile(r"[$£€¥₹] ?$")
_PERCENT = re.compile(r" ?(?:%|per ?cent\b)")
_YEARS_OLD = re.compile(r"-years?-old\b| years? old\b")
_CLOSED = re.compile(r"[,.;)](?! (?:19|20)\d\d)")
_JOINED = re.compile(r"-([^\W\d_]+)")
_LETTER = re.compile(r"[^\W\d_]+(?=[ ,.-]|$)")
# What begins the unit of a number that tells which one, not how many: "lap 14", "the 15th place".
WHICH = "WHICH"
# What begins the unit of an age, before whose it is.
AGE = "AGE"
# Words that count a part: "the three remaining victims" are not the seven.
_PART = listed("remaining final last past next first other more another further additional new")
_GRADES = frozenset("KGkg")  # "4K", "5G": which one, not how many
# A number that is half of a pair ("46-44"), an ordinal, or the end of a name ("G-8") counts nothing.
_PAIR = re.compile(r"\d+[-–—]\d+")
_TALLY = re.compile(
    r"(?<![\d$£€.,-])(?<!from )(\d{1,3})(?:[-–—]| to )(\d{1,3})(?![\d%-]|[.,]\d| ?per ?cent| years?| points?)"
)
_TALLY_REACH = 12
_PAIR_BEFORE, _PAIR_AFTER = (
    re.compile(r"\d ?[-–—] ?$|[^\W\d_]-$"),
    re.compile(r" ?[-–—] ?\d|(?:st|nd|rd|th)\b"),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the parse hangs a value on, "" where there is none, and what a number counts (None: nothing)."""

    head: str
    above: str
    prepositions: tuple[str, ...]
    verb: str
    subject: frozenset[str]  # the nouns and names that tell who does it
    unit: str | None
    deed: frozenset[str]  # the words that tell what happens
    whose: str  # the last name of the person whom it describes


@dataclass(frozen=True, slots=True)
class Bag:
    """Some words without their order, and what they weigh together."""

    words: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a value: each is worked out once and held against many."""

    surroundings: Surroundings
    terms: tuple[str, ...]  # the content words of the sentence, in order, without those of the value
    bag: Bag  # the same
    around: Bag  # of them, the NEAR words on either side
    before: str | None  # … the one right before the value
    after: str | None
    beside: tuple[list[str], list[str]]  # the words right before and right after, the nearest first
    others: frozenset[Key]  # the other values of the sentence


class Sameness:
    """Holds the values of a story's sentences against each other."""

    def __init__(self, sentences: Sequence[Told]) -> None:
        self.weights = inverse_frequency([frozenset(t for _, t in one.terms) for one in sentences])
        self._known: dict[tuple[str, ConflictKind, Span, str], _Setting] = {}

    def surroundings(self, told: Told, value: Value) -> Surroundings:
        return self._setting(told, value).surroundings

    def bag(self, words: Iterable[str]) -> Bag:
        told = frozenset(words)
        return Bag(told, weight(told, self.weights))

    def alike(self, one: Bag, other: Bag) -> float:
        """Return the part of their weight that two bags of words share (Dice)."""
        both = one.weight + other.weight
        return 2 * weight(one.words & other.words, self.weights) / both if both else 0.0

    def _setting(self, told: Told, value: Value) -> _Setting:
        at = (told.account.id, value.kind, value.span, value.form)
        if at not in self._known:
            terms = told.terms_without(value)
            before, after = _sides(told, value)
            self._known[at] = _Setting(
                _surroundings(told.account, value),
                terms,
                self.bag(terms),
                self.bag(before[-NEAR:] + after[:NEAR]),
                before[-1] if before else None,
                after[0] if after else None,
                told.words_beside(value, _BESIDE),
                _others(told, value),
            )
        return self._known[at]

    def features(
        self, one: Told, other: Told, mine: Value, theirs: Value, *, nearest: bool
    ) -> dict[str, float]:
        """Return the features of two values of one kind, by their names."""
        ours, yours = self._setting(one, mine), self._setting(other, theirs)
        a, b = ours.surroundings, yours.surroundings
        shared, clashes = _held(ours.others, yours.others)
        length = len(ours.terms) + len(yours.terms)
        return {
            "sentence": self.alike(ours.bag, yours.bag),
            "order": 2 * LCSseq.similarity(ours.terms, yours.terms) / max(1, length),
            "around": self.alike(ours.around, yours.around),
            "before": _run(ours.beside[0], yours.beside[0]) / _BESIDE,
            "after": _run(ours.beside[1], yours.beside[1]) / _BESIDE,
            "word before": float(ours.before == yours.before is not None),
            "word after": float(ours.after == yours.after is not None),
            "unit": float(bool(a.unit) and a.unit == b.unit),
            "head": float(a.head == b.head != ""),
            "above": float(a.above == b.above != ""),
            "preposition": float(a.prepositions == b.prepositions),
            "verb": float(a.verb == b.verb != ""),
            "subject": float(bool(a.subject & b.subject)),
            "deed": float(bool(a.deed & b.deed)),
            "whose": float(a.whose == b.whose != ""),
            "others": min(shared, _MOST_OTHERS) / _MOST_OTHERS,
            "clash": min(len(clashes), _MOST_CLASHES) / _MOST_CLASHES,
            "nearest": float(nearest),
        }


def score(kind: ConflictKind, features: Mapping[str, float]) -> float:
    """Return how surely two values of a kind stand for one thing, 0 to 1."""
    told = math.fsum(w * features[name] for name, w in zip(FEATURES, WEIGHTS[kind], strict=True))
    return 1 / (1 + math.exp(-BIAS[kind] - told))


def compared(one: Told, other: Told, mine: Value, theirs: Value) -> tuple[int, frozenset[ConflictKind]]:
    """Return how many other values two sentences share, and the kinds in which each has what the other has not."""
    return _held(_others(one, mine), _others(other, theirs))


def _others(told: Told, value: Value) -> frozenset[Key]:
    return frozenset(key(v) for v in told.values if v is not value)


def _held(ours: frozenset[Key], yours: frozenset[Key]) -> tuple[int, frozenset[ConflictKind]]:
    mine, theirs = ours - yours, yours - ours
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    if ConflictKind.PLACE in kinds and _within(mine, theirs) and _within(theirs, mine):
        kinds.remove(ConflictKind.PLACE)
    return len(ours & yours), frozenset(kinds)


def _within(some: frozenset[Key], others: frozenset[Key]) -> bool:
    """Whether each place of some values may lie in a place of others: Osaka in Japan."""
    around = [form for kind, form in others if kind is ConflictKind.PLACE]
    return all(
        any(may_lie_in(form, other) for other in around) for kind, form in some if kind is ConflictKind.PLACE
    )


def _sides(told: Told, value: Value) -> tuple[list[str], list[str]]:
    """Return the content words before a value and those after it."""
    before = [word for index, word in told.terms if index < value.tokens[0]]
    return before, [word for index, word in told.terms if index > value.tokens[-1]]


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two rows have in common from their beginning; where both end alike, all there could be."""
    for length, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return length
    return min(len(one), len(other)) if len(one) != len(other) else _BESIDE


def _surroundings(account: Account, value: Value) -> Surroundings:
    analysis = account.analysis
    tokens = analysis.tokens
    index = analysis.head_of(value.span)
    assert index is not None
    if tokens[index].dep.startswith("nummod"):
        index = tokens[index].head  # a number hangs where the noun does that it counts
    chain = list(analysis.ancestors(index))
    verb = next((i for i in (index, *chain) if tokens[i].upos == "VERB"), None)
    subjects = analysis.children(verb, "nsubj") if verb is not None else ()
    who = [i for at in subjects for i in analysis.subtree(at) if i == at or analysis.hangs(i, *_APPOSED)]
    told = [*chain[:2], *((verb, *analysis.children(verb, *_DONE)) if verb is not None else ())]
    deed = frozenset(term(tokens[i]) for i in told if tokens[i].upos in ("NOUN", "VERB") and i != index)
    return Surroundings(
        head=term(tokens[chain[0]]) if chain else "",
        above=term(tokens[chain[1]]) if len(chain) > 1 else "",
        prepositions=tuple(sorted(tokens[i].text.lower() for i in analysis.children(index, "case"))),
        verb=term(tokens[verb]) if verb is not None else "",
        subject=frozenset(term(tokens[i]) for i in who if tokens[i].upos in ("NOUN", "PROPN")),
        unit=_unit(account, value) if value.kind is ConflictKind.NUMBER else None,
        deed=deed - REPORTING - LIGHT,
        whose=_whose(account, index),
    )


def _whose(account: Account, index: int) -> str:
    """Return the last name of the person to whom a value belongs, by way of one noun at most: "a boy in Lorren"."""
    token = account.analysis.tokens[index]
    if not account.analysis.hangs(index, *_DESCRIBING):
        return ""
    above = account.analysis.tokens[token.head]
    titled = above.head == token.head + 1  # "Ohio Governor Karl Brandt"
    further = above.head if titled or account.analysis.hangs(token.head, *_APPOSED) else token.head
    heads = (token.head, further)
    names = (_last_name(account, account.analysis.tokens[i].start) for i in heads)
    return next((name for name in names if name), "")


def _unit(account: Account, value: Value) -> str | None:
    """Return what a number counts: a sign, the noun it belongs to, "" where that is not said, None for a label."""
    assert value.number is not None
    text, span = account.text, value.number.span
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 24]
    if half := _tally(text, span):
        return half
    pair = value.number.range and _PAIR.fullmatch(span.of(text))
    if pair or _PAIR_BEFORE.search(before) or _PAIR_AFTER.match(after):
        return None
    if _SIGN.search(before):
        return "MONEY"
    if _IN_PARTS.match(text, span.end) or _REST.search(before):
        return None
    if _PERCENT.match(after):
        return "PERCENT"
    if _YEARS_OLD.match(after):
        return f"{AGE} {_described(account, value)}"
    if before.endswith(", ") and _CLOSED.match(after) and (name := _last_name(account, span.start - 3)):
        return f"{AGE} {name}"
    if glued := _LETTER.match(after) or _JOINED.match(after):
        return None if glued.group() in _GRADES else glued.group().strip("-")
    last = account.analysis.tokens[value.tokens[-1]]
    if last.dep.startswith("flat"):
        return f"{WHICH} {term(account.analysis.tokens[last.head])}"
    if not last.dep.startswith("nummod"):
        return ""
    if last.head < value.tokens[0]:
        return f"{WHICH} {term(account.analysis.tokens[last.head])}"
    return _counted(account, last.head)


def _tally(text: str, span: Span) -> str:
    """Return which half of a vote or score a number is ("5-4", "89 to 10"), "" for none; a range goes up."""
    for match in _TALLY.finditer(text, max(0, span.start - _TALLY_REACH), span.end + _TALLY_REACH):
        halves = match.span(1), match.span(2)
        if (span.start, span.end) in halves and int(match[1]) > int(match[2]):
            return f"{WHICH} TALLY {halves.index((span.start, span.end)) + 1}"
    return ""


def _counted(account: Account, noun: int) -> str:
    """Return a noun as what is counted, with the words that make it a part: "remaining victim"."""
    tokens = account.analysis.tokens
    parts = {tokens[index].text.lower() for index in account.analysis.children(noun)} & _PART
    return " ".join((*sorted(parts), term(tokens[noun])))


def _described(account: Account, value: Value) -> str:
    """Return the noun or the last name of whom an age is told, "" where it stands alone: "the four-year-old"."""
    tokens, last = account.analysis.tokens, value.tokens[-1]
    nouns = (i for i in account.analysis.ancestors(last) if tokens[i].upos in ("NOUN", "PROPN"))
    noun = next((i for i in nouns if tokens[i].lemma != "year"), None)
    if noun is None or not 0 < noun - last <= _AGE_REACH:
        return ""
    if tokens[noun].dep == "appos" and (name := _last_name(account, tokens[tokens[noun].head].start)):
        return name  # "Anna Berger, the 29-year-old engineer"
    return _last_name(account, tokens[noun].start) or term(tokens[noun])


def _last_name(account: Account, position: int) -> str:
    """Return the last word of the person's name that covers a position, "" for none."""
    names = (n for n in account.analysis.names if n.type == "PERSON" and n.start <= position < n.end)
    return next((name.text.split()[-1].casefold() for name in names), "")
