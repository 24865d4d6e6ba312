"""The label of an amount: the whole clause around it, in the words of the text, with a gap for the amount.

A label cut from its clause misleads: "the IRS owed — $363,053" hides whom, "lawmakers
led — 24" turns who led whom around. So the label is the smallest clause that holds
the amount, with its subject, its verb in its own voice, its object and what completes
them. What is only said beside it (set-off clauses, appositions, other clauses joined
by "and") is left out.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.clause import find_clause
from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import MARKS, Frame, kind_of, same_kind
from crossread.annotate.figures.keeping import LONGEST, holed, shortened, whole
from crossread.annotate.figures.pronouns import settle_pronouns
from crossread.annotate.figures.sentences import sentence_label
from crossread.annotate.figures.telling import teller, unnamed
from crossread.annotate.figures.wording import says_enough, torn, worded
from crossread.record.annotation import Figure
from crossread.record.span import Span
from crossread.text.numbers import GAP, Number

# "85% of the drivers, 90% of the people": how far back the first amount of a list may stand, in tokens, and how many
# words an item may have (read on the lists of shares of six development stories).
_LIST_BACK = 45
_ITEM = 12
_LIST = 3  # shares that a comma alone makes a list of: not "with 98% of it counted, 60% of voters said no"
_JOINTS = frozenset({",", "and", "or", "as"})


# "… before the vote" leaves open what was done so long before it, "up … on last year" what went up.
_SPACED_START = re.compile(  # and "up … on last year", without what went up
    rf"(?:up|down) {GAP}|"
    rf"(?:(?:until|just|only|some|about|almost|nearly) )*{GAP} (?:before|after)\b",
    re.I,
)


_COMPARED = re.compile(r" (?:more|less|\w+er) than\b")


def figure_of(number: Number, span: Span, measure: str, unit: str, subject: str | None = None) -> Figure:
    """Return the figure of a number; an empty measure shows that it measures nothing clear."""
    return Figure(span, measure, unit, number.value, number.low, number.high, subject, number.modifier)


def label(scene: Scene, gap: Span, *, counted: bool = False) -> str:
    """Return the clause around the amount `gap`, the amount as "…"; "" where none can be understood alone.

    With `counted`, an amount that opens the label is left out: "senators reached a deal".
    """
    if unnamed(scene, gap):
        return ""
    words = _whole_label(scene, gap, counted=counted)
    return "" if _SPACED_START.match(words) else words


def _whole_label(scene: Scene, gap: Span, *, counted: bool) -> str:
    first = _first_of_list(scene, gap)
    if first is not None:
        before, found, _ = _clause_label(scene, first, counted=False).partition(GAP)
        rest = _rest_of_item(scene, gap)
        return f"{before}{GAP} {rest}" if found and rest else ""
    return _clause_label(scene, gap, counted=counted)


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
    shares = sum(same_kind(scene, i, "%") for i in range(sentence.first, sentence.last))
    if scene.tokens[at - 1].text not in _JOINTS or (scene.tokens[at - 1].text == "," and shares < _LIST):
        return None
    found: Span | None = None
    for index in range(at - 1, max(sentence.first + 1, at - _LIST_BACK) - 1, -1):
        if not same_kind(scene, index, "%"):
            continue
        if scene.tokens[index + 1].text.lower() != scene.tokens[follower].text.lower():
            break
        found = Span(scene.tokens[index - 1].start, scene.tokens[index].end)
        if index < sentence.first + 2 or scene.tokens[index - 2].text not in _JOINTS:
            break
    return found


def _rest_of_item(scene: Scene, gap: Span) -> str:
    """Return what follows an amount of a list, up to the next mark or the next amount."""
    behind = scene.analysis.tokens_in(Span(gap.end, len(scene.text)))
    at = next((i for i in behind if scene.tokens[i].start >= gap.end), len(scene.tokens))
    end = at
    while end < len(scene.tokens) and end - at <= _ITEM and not _ends_item(scene, end):
        end += 1
    if end - at > _ITEM or end == at:
        return ""
    return " ".join(scene.text[scene.tokens[at].start : scene.tokens[end - 1].end].split())


def _ends_item(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.text in MARKS or (token.upos == "PUNCT" and token.text not in ("-", "’", "'")):
        return True
    following = range(index, min(index + 5, len(scene.tokens)))
    return token.upos == "CCONJ" and any(same_kind(scene, i, "%") for i in following)


def _clause_label(scene: Scene, gap: Span, *, counted: bool) -> str:
    """Return the clause; where words of its own had to be left out, or none can be told, the sentence."""
    path = _path(scene, gap)
    if not path:
        return ""
    told, content = _told(scene, gap)
    short = ""
    for widened in (False, True):
        frame = Frame(scene, gap, path, told, content, widened=widened)
        found = _of_frame(frame, counted=counted)
        if found and not (frame.clipped or frame.loose or frame.torn):
            return found
        short = short or ("" if frame.torn or _cut_short(frame) else found)
    words = sentence_label(scene, gap, counted=counted) or short
    if words or told:
        return words
    frame = Frame(scene, gap, path, told, hedged=True)
    words = _of_frame(frame, counted=counted)
    return f"{words} (as reported)" if words and not frame.torn else ""


def _cut_short(frame: Frame) -> bool:
    """Whether what a verb goes on with behind its object was left out for length: "shave two points off the growth"."""
    scene = frame.scene
    for index in frame.spared:
        verb = scene.tokens[index].head
        objects = scene.analysis.children(verb, "obj")
        first = min(scene.analysis.subtree(index))
        if scene.tokens[index].dep == "obl" and any(
            max(scene.analysis.subtree(i)) + 1 == first for i in objects
        ):
            return True
    return False


def _path(scene: Scene, gap: Span) -> list[int]:
    anchor = scene.analysis.head_of(gap)
    return [] if anchor is None else [anchor, *scene.analysis.ancestors(anchor)]


def _of_frame(frame: Frame, *, counted: bool) -> str:
    kept = shortened(frame) if find_clause(frame) else []
    if not kept or not whole(frame, kept) or torn(frame, kept) or not settle_pronouns(frame, kept):
        return ""
    frame.torn |= holed(frame, kept)
    words = worded(frame, kept, counted=counted)
    if len(words.split()) > LONGEST or ";" in words:
        return ""
    compared = _COMPARED.match(frame.scene.text, frame.gap.end)
    if compared and f"{GAP}{compared[0]}" not in words:
        return ""  # "… less than last year" is no amount by itself
    return words if says_enough(frame, kept, counted=counted) else ""


def _told(scene: Scene, span: Span) -> tuple[bool, tuple[Span, ...]]:
    """Whether a statement carries an amount, and the words of that statement."""
    statement = teller(scene, span)
    return (False, ()) if statement is None else (True, scene.statements[statement].spans)
