"""Counts of people and things: which numbers count, and the label or the harm that says what.

A harm is measured by its noun and what happened ("people killed"), so that accounts
can be compared; every other count by the clause around it.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Counted, Scene, clause_subject, counted, name_words, people
from crossread.annotate.figures.frame import base
from crossread.annotate.figures.harm import what_happened
from crossread.annotate.figures.labels import figure_of, label
from crossread.annotate.figures.units import time_unit
from crossread.record.analysis import PLURAL, Sentence
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.numbers import Number

_S = r"[ \u00a0\u2009\u202f]"
_LONGEST = 8  # words of a measure, which is a label (the contract asks 2 to 8)
# A toll says its number without a noun: "the death toll rose to at least six".
_TOLLS = frozenset({"toll", "number", "count", "total", "tally", "figure", "turnout", "attendance"})


def read_count(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a count of people or things."""
    if number.bare and number.value is not None and not _worth_counting(scene, number):
        return None
    if (made_of := _MADE_OF.match(scene.text, number.span.end)) is not None:
        return _parts(scene, number, made_of[1].lower())
    thing = counted(scene, number.whole, sentence.end)
    happened = what_happened(scene, number.whole, thing)
    if number.range and _LIKE_A_NAME.search(number.span.of(scene.text)):
        return None
    if thing is None:
        return _toll(scene, number) or _elliptic(scene, number, happened) or _large(scene, number)
    if not _BETWEEN.fullmatch(scene.text, number.span.end, thing.span.start):
        return None
    if thing.span.start == number.span.end:
        return None  # "4chan": a name
    if number.value != 1 and number.low != 1 and not _plural(scene, thing):
        return None
    if number.low == 1 and not people(thing, scene):
        return None  # "at least one car": that there was one
    if scene.tokens[thing.head].text.lower() in _NO_THINGS:
        return None
    unit = "people" if people(thing, scene) else _things(scene, thing.head)
    words = shorten(f"{thing.span.of(scene.text)} {happened}")
    harm = words if unit == "people" and _ENDS_WITH_EVENT.search(words) else ""
    if number.value == 1 and not (harm or _is_harm(scene, thing)):
        return None
    told = _told(scene, number, thing, harm)
    return figure_of(number, number.whole, told, unit, _holder(scene, thing))


def _holder(scene: Scene, thing: Counted) -> str | None:
    """Return who has what is counted: "Germany has nearly 1,000 troops"."""
    token = scene.tokens[thing.head]
    has = token.dep == "obj" and scene.tokens[token.head].lemma == "have"
    subject = clause_subject(scene, thing.head) if has else None
    return name_words(scene, subject) if subject and scene.tokens[subject].upos == "PROPN" else None


def shorten(words: str) -> str:
    """Cut a measure to its first words, in one line, without marks and function words at its ends."""
    kept = " ".join(words.split()[:_LONGEST]).strip(" ,;:.-–—\"'“”‘’")
    return re.sub(
        r"(?: (?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|who|which|as|their|his|her|its))+$",
        "",
        kept,
    )


def _told(scene: Scene, number: Number, thing: Counted, harm: str) -> str:
    """Return the words for what is counted: the harm, which of them where a clause says so, or what is told of them."""
    if _is_harm(scene, thing):
        return label(scene, number.whole)  # "deaths" alone says nothing
    if harm:
        return (label(scene, number.whole) if _told_which(scene, thing) else "") or harm
    return _understood(scene, number, thing)


def _parts(scene: Scene, number: Number, unit: str) -> Figure:
    """Read what a body or a building is counted by: "a 300-member choir"."""
    return figure_of(number, number.whole, label(scene, number.whole), _IRREGULAR.get(unit, f"{unit}s"))


def _understood(scene: Scene, number: Number, thing: Counted) -> str:
    """Return the clause that tells of the counted, or their noun with what tells which; "" where neither is clear."""
    between = scene.text[number.span.end : thing.span.start]
    few = (number.value or number.low or number.high or 0) < _LEAST_PART
    if (_PART_OF.search(between) and few and not _OUT_OF.search(between)) or (
        number.bare and (number.value or 0) < _FEW and _only_speak(scene, thing)
    ):
        return ""  # "two of the strongest critics" counts no critics, "two officials said" no officials
    of = _OF_AFTER.match(scene.text, number.whole.end) if number.vague else None
    gap = Span(number.whole.start, of.end() if of else number.whole.end)
    return label(scene, gap)


# What a body, a building or a paper is counted by: "a 300-member choir", "the 12-storey tower".
# Source: the nouns after numerals with a hyphen in the adjective entries of a learner's dictionary.
_PARTS = listed(
    "member judge justice seat page count state nation country city story storey bed bedroom room car vehicle "
    "man woman person ship boat game lane volume team player term"
)
_MADE_OF = re.compile(rf"-({'|'.join(sorted(_PARTS))})\b", re.I)
_IRREGULAR = {
    "story": "storeys",
    "country": "countries",
    "city": "cities",
    "man": "people",
    "woman": "women",
    "person": "people",
}
# "Fifteen of the 19 sailors" is a share, not some of them.
_OUT_OF = re.compile(r"\d")
# Of "the" things fewer only point at some of them.
_LEAST_PART = 10
# Fewer are sources, not a number worth telling.
_FEW = 5
# Nouns that are a harm or an arrest themselves: their counts are compared over accounts by the noun.
_HARMS = frozenset({"death", "body", "casualty", "fatality", "injury", "arrest"})


def _is_harm(scene: Scene, thing: Counted) -> bool:
    return scene.tokens[thing.head].lemma.lower() in _HARMS


def _told_which(scene: Scene, thing: Counted) -> bool:
    """Whether a clause of their own says which were harmed: "40 people who crossed the bridge were arrested"."""
    clauses = map(scene.analysis.subtree_span, scene.analysis.children(thing.head, "acl:relcl"))
    return any(not _ENDS_WITH_EVENT.search(clause.of(scene.text)) for clause in clauses)


_OF_AFTER = re.compile(rf"{_S}of\b")
# Verbs by which somebody is a source: who and how many they are is nothing that was counted.
_SOURCES = listed("say tell claim confirm believe add argue warn note report suggest describe recall")


def _only_speak(scene: Scene, thing: Counted) -> bool:
    token = scene.tokens[thing.head]
    speaks = token.dep.startswith("nsubj") and scene.tokens[token.head].lemma in _SOURCES
    cases = scene.analysis.children(thing.head, "case")
    return speaks or any(scene.tokens[i].lemma == "accord" for i in cases)


_PART_OF = re.compile(r"\bof (?:the|these|those|his|her|their|its|our|my)\b", re.I)


# Words before a number that point at things named already: "the two men".
_DEFINITE_BEFORE = re.compile(
    rf"\b(?:the|these|those|both|all|his|her|their|its|our|my|your|other|last|next|first|past|previous|every){_S}$",
    re.I,
)


def _definite(scene: Scene, number: Number) -> bool:
    start = number.span.start
    return bool(_DEFINITE_BEFORE.search(scene.text, max(0, start - 10), start))


# What makes one person a figure: "one person was killed", "one arrest".
_ENDS_WITH_EVENT = re.compile(
    r"\b(?:dead|killed|injured|wounded|hurt|missing|arrests?|arrested|detained|died|deaths?|fatalit(?:y|ies)|charged|shot|"
    r"hospital)\b"
)


def whole_word(scene: Scene, index: int) -> str:
    """Return the word that ends in token `index` with the parts that hyphens join to it: "ticket-holders"."""
    first = index
    while first > 1 and scene.tokens[first - 1].text in ("-", "‐", "‑"):
        first -= 2
    word = scene.text[scene.tokens[first].start : scene.tokens[index].end]
    return word if scene.tokens[index].upos == "PROPN" else word.lower()


# What may stand between a number and its noun: "1,500 of the 2,200 homes".
# Possessive throughout: a long number must not be tried in every way in which it can be cut.
_BETWEEN = re.compile(rf"(?>(?:(?>{_S})|of\b|the\b|more\b|or\b|other\b|such\b|so-|\d[\d,]*+)*)")
# "7-11", "747-400": a name as often as a range, but not "40-50 million".
_LIKE_A_NAME = re.compile(r"\d[-–][\d.,]*\d$")


def _things(scene: Scene, head: int) -> str:
    """Return the word for what is counted with those that share its number: "drones and missiles"."""
    alike = [
        i
        for i in scene.analysis.children(head, "conj")
        if scene.tokens[i].tag == "NNS"
        and not scene.analysis.children(i, "nummod", "det", "nmod:poss", "case")
    ]
    words = [whole_word(scene, i) for i in (head, *alike)]
    either = any(scene.tokens[c].lemma == "or" for i in alike for c in scene.analysis.children(i, "cc"))
    return (" or " if either else " and ").join(filter(None, (", ".join(words[:-1]), words[-1])))


# A number from which on one without a noun is a quantity; smaller ones point at somebody or something told before.
_LARGE = 1000
_LONGEST_PAIR = 60  # tokens that a label of two sentences may reach back
_PER = re.compile(rf"\b(?:per|every|each){_S}$", re.I)
# How such a number hangs on what names the counted; the object of a verb names nothing: "services added 37,000".
_MEASURED = frozenset({"obl", "nmod"})


def _large(scene: Scene, number: Number) -> Figure | None:
    """Read a large number without a noun whose clause names what is counted: "gains were revised up by 14,000"."""
    index = scene.analysis.head_of(number.span)
    if number.vague or (number.value or number.low or number.high or 0) < _LARGE or index is None:
        return None
    if _PER.search(scene.text, max(0, number.whole.start - 10), number.whole.start):
        return None  # "11 deaths per 100,000"
    words = label(scene, number.whole)
    around = scene.tokens[max(0, index - _LONGEST_PAIR) : index]
    things = {t.text for t in around if t.tag == "NNS" and not time_unit(t.text)}
    named = not things.isdisjoint(words.split()) and base(scene.tokens[index].dep) in _MEASURED
    return figure_of(number, number.whole, words if named else "", "")


# Plurals without the ending.
_PLURAL = listed("people police personnel aircraft staff men women children crew cattle sheep")


def _plural(scene: Scene, thing: Counted) -> bool:
    """Whether the counted noun is a plural: "the Nikkei 225 index" and "22 Martin Cole" count nothing."""
    head = scene.tokens[thing.head]
    word = head.text.lower()
    if head.upos == "PROPN":
        return word.endswith("s")  # "21 Republicans"
    return word in _PLURAL or word.endswith(("s", "men", "women")) or head.tag in PLURAL


# Nouns that count no things: "three times as many", "two thirds".
_NO_THINGS = listed("""times thirds quarters halves fifths tenths ones ways sides things tens dozens hundreds
thousands millions billions""")


def _worth_counting(scene: Scene, number: Number) -> bool:
    """Whether a bare number counts: "one video" only points at a video, "the two men" at men named before."""
    if number.value is not None and number.value < 2:
        after = scene.text[number.span.end : number.span.end + 8].lower().strip()
        if _COUNT_BEFORE.search(scene.text, max(0, number.span.start - 40), number.span.start):
            return True
        return after.startswith(("person", "death", "dead", "fatal", "arrest"))
    start = number.span.start
    if not _definite(scene, number) or (number.value or 0) >= 10:
        return True
    if _STRETCH_BEFORE.search(scene.text, max(0, start - 10), start):
        return True
    return bool(_OF_A_TOLL.match(scene.text, number.span.end))


# A count right before "and one": "six men and one woman died".
_COUNT_BEFORE = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){_S}(?:[a-z]+{_S}){{1,2}}and{_S}$",
    re.I,
)
# Of these a number says how many: "sat out the last nine rounds", "the first three seasons".
_STRETCH_BEFORE = re.compile(rf"\b(?:last|next|first|past|previous|other){_S}$", re.I)
# A toll stays one when the text points at it: "the seven victims of the crash".
_OF_A_TOLL = re.compile(
    rf"{_S}(?:victims|dead|deaths|casualties|fatalities|survivors|hostages){_S}(?:of|in|from){_S}", re.I
)


def _elliptic(scene: Scene, number: Number, words: str) -> Figure | None:
    """Read a number without a noun: "hundreds gathered", "wounding at least 90", "two dead"."""
    if not words:
        return None
    index = scene.analysis.head_of(number.span)
    bare = " " not in words and index is not None and scene.tokens[index].dep.startswith("nsubj")
    told = words if _ENDS_WITH_EVENT.search(words) and not bare else label(scene, number.whole)
    told = f"people {told}" if told and " " not in told else told
    return figure_of(number, number.whole, told, "people")


def _toll(scene: Scene, number: Number) -> Figure | None:
    """Read "the death toll from the blast rose to six": the measure is the subject of the verb."""
    index = scene.analysis.head_of(number.span)
    subject = clause_subject(scene, index) if index is not None else None
    if subject is None or scene.tokens[subject].lemma not in _TOLLS:
        return None
    words = name_words(scene, subject)
    below = scene.analysis.children(subject, "nmod")
    of = scene.analysis.subtree_span(below[0]).of(scene.text) if below else None
    if "toll" not in words.lower():
        told = label(scene, number.whole) if of and of.startswith("of ") else ""
        return figure_of(number, number.whole, told, "count") if told else None
    short = re.sub(r"^(?:from|of|in)\s+(?:the|an?)?\s*", "", of) if of else None
    return figure_of(number, number.whole, shorten(words), "people", shorten(short) if short else None)
