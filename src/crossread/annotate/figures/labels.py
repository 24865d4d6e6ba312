"""The label of an amount: the sentence around it, in the words of the text, with a gap for the amount.

A label cut from its clause misleads: "the IRS owed — $363,053" hides whom, "lawmakers led — 24" turns who led whom
around. So nothing is cut off (`sentences`); an item of a list of shares is told by the words before the first.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import is_share, kind_of
from crossread.annotate.figures.sentences import sentence_label
from crossread.annotate.figures.telling import unnamed
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import GAP, Number

# "85% of the drivers, 90% of the people": how far back the first amount of a list may stand, in tokens, and how many
# words an item may have (read on the lists of shares of six development stories).
_LIST_BACK, _ITEM = 45, 12
_LIST = 3  # shares that a comma alone makes a list of: not "with 98% of it counted, 60% of voters said no"
_JOINTS = frozenset({",", "and", "or", "as"})


# "… before the vote" leaves open what was done so long before it, "up … on last year" what went up.
_SPACED_START = re.compile(
    rf"(?:up|down) {GAP}|"
    rf"(?:(?:until|just|only|some|about|almost|nearly) )*{GAP} (?:before|after)\b",
    re.I,
)


def figure_of(number: Number, span: Span, measure: str, unit: str, subject: str | None = None) -> Figure:
    """Return the figure of a number; an empty measure shows that it measures nothing clear."""
    return Figure(span, measure, unit, number.value, number.low, number.high, subject, number.modifier)


def label(scene: Scene, gap: Span) -> str:
    """Return the sentence around the amount `gap`, the amount as "…"; "" where there is none."""
    if unnamed(scene, gap):
        return ""
    words = _whole_label(scene, gap)
    return "" if _SPACED_START.match(words) else words


def _whole_label(scene: Scene, gap: Span) -> str:
    first = _first_of_list(scene, gap)
    if first is not None:
        before, found, _ = sentence_label(scene, first).partition(GAP)
        rest = _rest_of_item(scene, gap)
        return f"{before}{GAP} {rest}" if found and rest else ""
    return sentence_label(scene, gap)


def _first_of_list(scene: Scene, gap: Span) -> Span | None:
    """Return the share that a list of shares begins with, each followed by the same word; None outside a list."""
    at = scene.analysis.token_at(gap.start)
    follower = scene.analysis.token_at(gap.end + 1) if gap.end + 1 < len(scene.text) else None
    sentence = scene.analysis.sentence_at(gap.start)
    if (
        kind_of(scene, gap) != "%"
        or at is None
        or follower is None
        or sentence is None
        or at == sentence.first
    ):
        return None
    shares = sum(is_share(scene, i) for i in range(sentence.first, sentence.last))
    if scene.tokens[at - 1].text not in _JOINTS or (scene.tokens[at - 1].text == "," and shares < _LIST):
        return None
    found: Span | None = None
    for index in range(at - 1, max(sentence.first + 1, at - _LIST_BACK) - 1, -1):
        if not is_share(scene, index):
            continue
        if scene.tokens[index + 1].text.lower() != scene.tokens[follower].text.lower():
            break
        found = Span(scene.tokens[index - 1].start, scene.tokens[index].end)
    return found


def _rest_of_item(scene: Scene, gap: Span) -> str:
    """Return what follows an amount of a list, up to the next mark or the next amount."""
    behind = scene.analysis.tokens_in(Span(gap.end, len(scene.text)))
    at = next((i for i in behind if scene.tokens[i].start >= gap.end), len(scene.tokens))
    end = at
    while end < len(scene.tokens) and not _ends_item(scene, end):
        end += 1
    if not 0 < end - at <= _ITEM:
        return ""
    return " ".join(scene.text[scene.tokens[at].start : scene.tokens[end - 1].end].split())


def _ends_item(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.upos == "PUNCT":
        return True
    following = range(index, min(index + 5, len(scene.tokens)))
    return token.upos == "CCONJ" and any(is_share(scene, i) for i in following)
