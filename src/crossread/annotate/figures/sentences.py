"""The whole sentence as a label, where the clause of an amount cannot be cut out of it unharmed.

A clause is cut out by the parse, and a wrong parse cuts off what decides its truth.
A sentence has nothing cut off. What it points back at ("that margin") is shown beside
it by `compare/figure_words.py`.
"""

from __future__ import annotations

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import base, clausal
from crossread.annotate.figures.telling import teller
from crossread.annotate.figures.wording import says_enough, worded
from crossread.record.analysis import Sentence
from crossread.record.span import Span
from crossread.text.closed_classes import FIRST_PERSON

# Words that a label is wished to have (nine in ten sentences with numbers in 40 development stories have fewer), and
# may have at all.
LONG, LONGEST = 38, 60
_OWN = FIRST_PERSON | {"you", "your", "myself", "ourselves"}
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_MARKS = frozenset({'"', "“", "”", "``", "''", "‘"})


def sentence_label(scene: Scene, gap: Span) -> str:
    """Return the sentence around an amount, "" where it is none that tells something.

    Of long ones joined by "and" or "but" the one that holds the amount is shown.
    """
    sentence = scene.analysis.sentence_at(gap.start)
    if sentence is None or scene.tokens[sentence.last - 1].text == "?":
        return ""
    said = _said(scene, gap, sentence)
    whole = _shown(scene, gap, range(sentence.first, sentence.last))
    clause = [i for i in _clause(scene, gap) if i in (said or whole)]
    told = teller(scene, gap) is not None
    for longest, kept in ((LONG, whole), (LONG, said), (LONG, clause), (LONGEST, whole)):
        if (told or not _speaks(scene, kept)) and _is_clause(scene, gap, kept):
            words = worded(scene, gap, kept)
            if 0 < len(words.split()) <= longest and says_enough(scene, gap, kept):
                return words
    return ""


def _speaks(scene: Scene, kept: list[int]) -> bool:
    """Whether somebody speaks of oneself: a label that nobody is said to tell cannot say "I"."""
    return any(scene.analysis.lower[i] in _OWN and scene.tokens[i].tag in ("PRP", "PRP$") for i in kept)


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
    return kept


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
    return any(i in words for i in subjects) or any(
        base(scene.tokens[i].dep) in ("ccomp", "parataxis") and scene.analysis.children(i, "nsubj", "expl")
        for i in scene.analysis.children(tops[0])
        if i in words
    )
