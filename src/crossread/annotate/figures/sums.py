"""Sums of money, with what they are for: the noun, its worth, who pays, or the phrase that tells the purpose."""

from __future__ import annotations

import re

from crossread.annotate.figures.amounts import LINK_BEFORE, PAYMENTS, figure_of, verb_measure
from crossread.annotate.figures.clauses import phrase_end, supposed
from crossread.annotate.figures.counted import Scene, counted, name_words, next_token
from crossread.annotate.figures.measures import participle, shorten, unreal
from crossread.annotate.figures.units import (
    CURRENCY_AFTER,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    PEOPLE,
    SIGN_BEFORE,
    time_unit,
)
from crossread.record.analysis import Sentence
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import Number

_S = r"[ \u00a0\u2009\u202f]"


def read_sum(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a sum of money: "£1.2m", "$3 billion", "500 euros"."""
    text, span = scene.text, number.whole
    sign = SIGN_BEFORE.search(text, max(sentence.start, number.span.start - 5), number.span.start)
    word = CURRENCY_AFTER.match(text, number.span.end, max(sentence.end, number.span.end))
    if sign:
        whole = Span(min(span.start, sign.start(1)), span.end)
        unit = CURRENCY_SIGNS[sign[1]]
    elif word:
        whole, unit = Span(span.start, max(span.end, word.end())), CURRENCY_WORDS[word[1].lower()]
    elif _POUNDS.match(text, number.span.end) and (number.vague or (number.value or 0) >= 1e5):
        whole, unit = span, "GBP"  # smaller numbers of pounds may be a weight
    else:
        return None
    return figure_of(number, whole, _sum_measure(scene, whole, sentence), unit)


_POUNDS = re.compile(rf"{_S}(?:of{_S})?pounds\b")
# Nouns that name a sum after it; the tagger takes "fine" for an adjective.
_SUM_NOUN = re.compile(
    rf"{_S}(fine|penalty|bill|deal|loan|fund|donation|prize|bonus|package|contract|bail|bond)s?\b"
)


# Nouns after a sum that say only that it is one.
_NO_PURPOSE = frozenset({"pounds", "worth"})


def _sum_measure(scene: Scene, whole: Span, sentence: Sentence) -> str:
    """Return what a sum is for: "£500 [fine]", "[fine] of £500", "[charge] of", else the verb with its object."""
    link = LINK_BEFORE.search(scene.text, max(sentence.start, whole.start - 12), whole.start)
    if link:
        at = scene.analysis.token_at(max(0, link.start() - 1))
        if at is not None and scene.tokens[at].upos in ("NOUN", "PROPN"):
            unsaid = _no_sum(scene.tokens[at].lemma.lower())
            return _spent_on(scene, whole) if unsaid else shorten(name_words(scene, at))
    thing = counted(scene, whole, sentence.end)
    if thing and not thing.span.of(scene.text)[0].isdigit() and thing.span.of(scene.text) not in _NO_PURPOSE:
        return shorten(thing.span.of(scene.text))
    named = _SUM_NOUN.match(scene.text, whole.end)
    if named:
        return named[1]
    return _worth(scene, whole, sentence) or verb_measure(scene, whole, PAYMENTS) or _spent_on(scene, whole)


# A noun whose worth or size a sum tells: "adverts worth up to $50 million", "income above $250,000".
_WORTH = re.compile(
    rf"{_S}(?:worth|valued{_S}at|totalling|totaling|amounting{_S}to)(?:{_S}[a-z]+){{0,2}}{_S}$"
)


def _worth(scene: Scene, whole: Span, sentence: Sentence) -> str:
    """Return the noun right before "worth" or before the bound of a sum; "" where none stands there."""
    link = _WORTH.search(scene.text, max(sentence.start, whole.start - 36), whole.start)
    bound = re.match(r"(?:above|below|over|under|exceeding)\b", whole.of(scene.text))
    position = link.start() if link else whole.start - 1 if bound else 0
    at = scene.analysis.token_at(position - 1) if position > sentence.start else None
    if at is None or scene.tokens[at].upos != "NOUN" or scene.tokens[at].end != position:
        return ""
    words = name_words(scene, at)
    return shorten(f"{words} worth" if link else words)


# A sum that repeats the one before it in another currency: "$7m (£5m) in funding".
CONVERTED = re.compile(rf"{_S}\((?:US|about{_S}|around{_S})?[$£€¥]?\d[\d.,]*{_S}?(?:[a-zA-Z]+)?\)")
_PURPOSES = frozenset({"for", "from", "in", "on", "towards", "toward", "to"})


def _spent_on(scene: Scene, whole: Span) -> str:
    """Return what a sum is for by the phrase after it: "in [funding]", "for humanitarian aid", with its verb."""
    converted = CONVERTED.match(scene.text, whole.end)
    end = converted.end() if converted else whole.end
    at = next_token(scene, end)
    verb = _paying(scene, whole) or _paid_by(scene, whole)
    if at is None or scene.tokens[at].text not in _PURPOSES or supposed(scene, whole.start):
        return verb
    stop = phrase_end(scene, at, end)
    if stop is None:
        return verb
    start = scene.tokens[at].start
    phrase = scene.text[start:stop]
    head = scene.analysis.token_at(stop - 1)
    if scene.tokens[at].text == "in":
        if head is None or scene.tokens[head].upos != "NOUN" or len(phrase.split()) > 4:
            return verb
        return shorten(phrase[3:]) if _MONEY_KIND.search(phrase) else verb
    if time_unit(phrase.split()[-1]) or (scene.tokens[at].text == "to" and not verb):
        return verb
    return shorten(f"{verb} {phrase}")


# Nouns that name a kind of money: "$5 million in [funding]".
_MONEY_KIND = re.compile(
    r"(?:fund(?:ing|s)|aid|sales|debts?|damages|donations?|revenues?|profits?|losses|tax(?:es)?|fines|fees|cash|assets|"
    r"investments?|savings|cuts|grants?|loans?|exports|imports|tariffs|costs|payments?|compensation|assistance|"
    r"income|spending|support|benefits|relief|bonds|shares|stock|contributions?|wages|pay|media|contracts|money|"
    r"penalties|restitution|bribes|prizes?|bail)\b"
)


def _paid_by(scene: Scene, whole: Span) -> str:
    """Return subject and verb that a sum hangs on by a preposition: "campaign [is] funded", "house sold"."""
    at = scene.analysis.token_at(whole.start - 2) if whole.start > 1 else None
    if at is None or at < 1 or scene.tokens[at].text not in ("with", "at", "for", "by"):
        return ""
    verb = at - 1
    if scene.tokens[verb].lemma not in _PRICED or unreal(scene, verb):
        return ""
    subjects = scene.analysis.children(verb, "nsubj:pass", "nsubj")
    words = name_words(scene, subjects[0]) if subjects and scene.tokens[subjects[0]].upos == "NOUN" else ""
    return shorten(f"{words} {participle(scene.tokens[verb])}") if words else ""


# Verbs by which something is given its price or its money.
_PRICED_VERBS = "fund sell buy price value set estimate cap finance sue settle back put"
_PRICED = frozenset(_PRICED_VERBS.split())


# What is done with money when the one who does it need not be said.
_PAID_VERBS = """raise pay spend donate invest pledge award owe earn cost save steal borrow lend fine allocate
propose give offer contribute provide promise earmark devote seek demand request commit approve set"""
_PAID = frozenset(_PAID_VERBS.split())


def _paying(scene: Scene, whole: Span) -> str:
    """Return the participle of the verb of payment right before a sum: "[raised] £8,000", "to raise"."""
    at = scene.analysis.token_at(whole.start - 2) if whole.start > 1 else None
    if at is None or scene.tokens[at].upos != "VERB" or scene.tokens[at].lemma not in _PAID:
        return ""
    if scene.tokens[at].tag == "VB" and scene.tokens[at - 1].text.lower() == "to":
        return f"to {scene.tokens[at].text}"
    return "" if unreal(scene, at) else participle(scene.tokens[at])


# Nouns before "of" that a sum does not measure: people, and what only leads up to it.
_NO_SUM = re.compile(r"(?:ary|er|or|ee|ist|trail|way|talk|promise|lot|kind|series|average|total)$")


def _no_sum(noun: str) -> bool:
    return noun in PEOPLE or bool(_NO_SUM.search(noun))
