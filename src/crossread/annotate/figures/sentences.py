"""The whole sentence as a label, where the clause of an amount cannot be cut out of it unharmed.

A clause is cut out by the parse, and a wrong parse cuts off what decides its truth.
A sentence has nothing cut off. Where it points back ("that margin"), the sentence
before it goes along.
"""

from __future__ import annotations

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import Frame, base, clausal
from crossread.annotate.figures.pronouns import settle_pronouns
from crossread.annotate.figures.telling import teller
from crossread.annotate.figures.wording import says_enough, worded
from crossread.record.analysis import Sentence
from crossread.record.article import Paragraph
from crossread.record.span import Span
from crossread.text.closed_classes import DEMONSTRATIVE

# Words that a label is wished to have (nine in ten sentences with numbers in 40 development stories have fewer), and
# may have at all.
LONG, LONGEST = 38, 60
# With the sentence before it.
LONGEST_PAIR = 44
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_MARKS = frozenset({'"', "“", "”", "``", "''", "‘"})


def sentence_label(scene: Scene, gap: Span, *, counted: bool = False) -> str:
    """Return the sentence around an amount, if need be with the one before it; "" where it stays unclear.

    Of long ones joined by "and" or "but" the one that holds the amount is shown, where it is clear alone.
    """
    sentence = scene.analysis.sentence_at(gap.start)
    if sentence is None or gap.end > sentence.end or _asked(scene, sentence):
        return ""
    said = _said(scene, gap, sentence)
    whole = _shown(scene, gap, range(sentence.first, sentence.last))
    clause = [i for i in _clause(scene, gap) if i in (said or whole)]
    readings = [(True, said), (False, whole), (bool(said), clause)]
    for longest, (told, kept) in (*((LONG, one) for one in readings), (LONGEST, (False, whole))):
        frame = _frame(scene, gap, told=told)
        if not _is_clause(scene, gap, kept) or not settle_pronouns(frame, kept):
            continue
        words = worded(frame, kept, counted=counted) if says_enough(frame, kept, counted=counted) else ""
        if 0 < len(words.split()) <= longest:
            return words
    pairs = (_with_before(scene, gap, sentence, kept, told=told) for told, kept in readings[:2] if kept)
    return next((words for words in pairs if words), "")


def _clause(scene: Scene, gap: Span) -> list[int]:
    """Return the clause of an amount without those joined to it: what its sentence, or somebody's words, say as such.

    "Hall said he paid …" is no clause of the paying.
    """
    analysis = scene.analysis
    anchor = analysis.head_of(gap)
    path = [] if anchor is None else [anchor, *analysis.ancestors(anchor)]
    own = (i for i in path if analysis.children(i, "nsubj", "expl"))
    for verb in own:
        above = (scene.tokens[i] for i in (verb, *analysis.ancestors(verb)))
        if all(token.dep in ("root", "conj", "parataxis") for token in above):
            joined = (i for i in analysis.children(verb, "conj", "parataxis") if i not in path)
            beside = {k for i in joined if analysis.children(i, "nsubj") for k in analysis.subtree(i)}
            kept = [i for i in analysis.subtree(verb) if i not in beside]
            inner = [at for at, i in enumerate(kept) if scene.tokens[i].upos not in ("CCONJ", "PUNCT")]
            return kept[inner[0] : inner[-1] + 1]
    return []


def _frame(scene: Scene, gap: Span, *, told: bool) -> Frame:
    anchor = scene.analysis.head_of(gap)
    return Frame(
        scene, gap, told, root=0 if anchor is None else [anchor, *scene.analysis.ancestors(anchor)][-1]
    )


def _asked(scene: Scene, sentence: Sentence) -> bool:
    return scene.tokens[sentence.last - 1].text == "?"


def _said(scene: Scene, gap: Span, sentence: Sentence) -> list[int]:
    """Return the words of a sentence that the statement over the amount holds; [] where they are no whole clause."""
    statement = teller(scene, gap)
    if statement is None:
        return []
    stretches = scene.statements[statement].spans
    stretch = next(s for s in stretches if s.contains(gap))
    return _shown(
        scene,
        gap,
        [i for i in range(sentence.first, sentence.last) if stretch.contains(scene.tokens[i].span)],
    )


def _shown(scene: Scene, gap: Span, within: list[int] | range) -> list[int]:
    """Return the tokens without quotation marks and without what stands in brackets, the amount's own apart."""
    kept: list[int] = []
    opened: int | None = None
    for index in within:
        token = scene.tokens[index]
        if token.text in _OPENING and opened is None:
            opened = len(kept)
        if token.text not in _MARKS:
            kept.append(index)
        if token.text in _CLOSING and opened is not None:
            if not any(gap.overlaps(scene.tokens[i].span) for i in kept[opened:]):
                del kept[opened:]
            opened = None
    return _untied(scene, kept)


def _untied(scene: Scene, kept: list[int]) -> list[int]:
    """Leave out an opening that only ties a sentence to the one before it: "Before that, …"."""
    comma = next((at for at, i in enumerate(kept) if scene.tokens[i].text == ","), 0)
    opening = kept[:comma]
    tops = {i for i in opening if scene.tokens[i].head not in opening}
    beside = all(base(scene.tokens[i].dep) in ("obl", "advmod") for i in tops)
    points = any(scene.tokens[i].text.lower() in DEMONSTRATIVE for i in opening)
    return kept[comma + 1 :] if opening and len(tops) == 1 and beside and points else kept


def _is_clause(scene: Scene, gap: Span, kept: list[int]) -> bool:
    """Whether tokens hang together below one verb with its subject."""
    words = set(kept)
    if kept and (scene.tokens[kept[0]].upos == "AUX" or scene.tokens[kept[0]].tag == "WDT"):
        return False  # "is that the tax is too low", "which turned on 40 votes": its subject stands outside
    anchor = scene.analysis.head_of(gap)  # an amount in several words hangs by one of them
    apart = [i for i in kept if i == anchor or not gap.overlaps(scene.tokens[i].span)]
    tops = [
        i
        for i in apart
        if (scene.tokens[i].head not in words or scene.tokens[i].head == i)
        and scene.tokens[i].upos not in ("PUNCT", "CCONJ", "SCONJ", "SYM")
    ]
    if len(tops) != 1 or not clausal(scene, tops[0]):
        return False
    if scene.tokens[tops[0]].tag == "VBG" and not scene.analysis.children(tops[0], "aux", "cop"):
        return False  # "the office of … losing files": its verb stands outside
    subjects = scene.analysis.children(tops[0], "nsubj", "csubj", "expl")
    if any(i + 1 in subjects and scene.tokens[i + 1].upos == "PRON" for i in subjects):
        return False  # "schools they must open": the first is told something
    return any(i in words for i in subjects) or any(
        base(scene.tokens[i].dep) in ("ccomp", "parataxis") and scene.analysis.children(i, "nsubj", "expl")
        for i in scene.analysis.children(tops[0])
        if i in words
    )


def _with_before(scene: Scene, gap: Span, sentence: Sentence, kept: list[int], *, told: bool) -> str:
    """Return a sentence that points back with the one before it, if that one is clear and names what is meant."""
    before = _before(scene, sentence)
    if before is None or _asked(scene, before) or not _is_clause(scene, gap, kept):
        return ""
    nothing = Span(before.start, before.start)
    first = _shown(scene, nothing, range(before.first, before.last))
    voices = {teller(scene, scene.tokens[i].span) for i in (*first[:1], *first[-2:-1])}
    if voices != {teller(scene, gap) if told else None}:
        return ""
    frame = _frame(scene, nothing, told=told)
    if not _is_clause(scene, nothing, first) or not settle_pronouns(frame, first):
        return ""
    opening = worded(frame, first, counted=False)
    second = _frame(scene, gap, told=told)
    second.shown, second.before = frame.shown, tuple(first)
    if not opening or not settle_pronouns(second, kept):
        return ""
    closing = worded(second, kept, counted=False)
    if not closing or len(opening.split()) + len(closing.split()) > LONGEST_PAIR:
        return ""
    return f"{opening}. {closing[0].upper()}{closing[1:]}"


def _before(scene: Scene, sentence: Sentence) -> Sentence | None:
    if sentence.first == 0:
        return None
    before = scene.analysis.sentence_at(scene.tokens[sentence.first - 1].start)
    here = _paragraph(scene, sentence.start)
    there = _paragraph(scene, before.start) if before else None
    if before is None or here is None or there is None or not there.telling:
        return None
    return before


def _paragraph(scene: Scene, position: int) -> Paragraph | None:
    return next((p for p in scene.article.paragraphs if p.span.start <= position < p.span.end), None)
