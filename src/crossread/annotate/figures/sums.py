"""Sums of money: the sign or word of a currency beside a number, told by the clause around them."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.labels import figure_of, label
from crossread.annotate.figures.units import CURRENCY_AFTER, CURRENCY_SIGNS, CURRENCY_WORDS, SIGN_BEFORE
from crossread.record.analysis import Sentence
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import Number

_S = r"[ \u00a0\u2009\u202f]"
_POUNDS = re.compile(rf"{_S}(?:of{_S})?pounds\b")
# Below it a number of "pounds" may be a weight.
_LEAST_POUNDS = 1e5


def read_sum(scene: Scene, number: Number, sentence: Sentence) -> Figure | None:
    """Read a sum of money: "£1.2m", "$3 billion", "500 euros"."""
    text, span = scene.text, number.whole
    sign = SIGN_BEFORE.search(text, max(sentence.start, number.span.start - 5), number.span.start)
    word = CURRENCY_AFTER.match(text, number.span.end, max(sentence.end, number.span.end))
    pounds = _POUNDS.match(text, number.span.end)
    if sign:
        whole, unit = Span(min(span.start, sign.start(1)), span.end), CURRENCY_SIGNS[sign[1]]
    elif word:
        whole, unit = Span(span.start, max(span.end, word.end())), CURRENCY_WORDS[word[1].lower()]
    elif pounds and (number.vague or (number.value or 0) >= _LEAST_POUNDS):
        whole, unit = Span(span.start, pounds.end()), "GBP"
    else:
        return None
    return figure_of(number, whole, label(scene, whole), unit)
