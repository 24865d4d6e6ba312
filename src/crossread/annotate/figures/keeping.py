"""What of a clause a label keeps: all that makes it whole, nothing that is only said beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import (
    CONDITIONS,
    MARKS,
    Frame,
    base,
    clausal,
    kind_of,
    same_kind,
    set_off,
)
from crossread.text.listing import listed

# What sets words off: the ends of a hole that can be left.
_HEDGES = MARKS | listed(", ( ) [ ] – — -- ; :")
# Words that a label may have. Below 14 the phrase that says for what is often cut off, above 26 it is no
# label any more; read on the clauses of 40 development figures.
LONGEST = 26
# What these join is no addition: without it the clause is not true.
_ALTERNATIVES = frozenset({"or", "nor"})
_BESIDE = frozenset({"parataxis", "discourse", "vocative", "dislocated", "list", "reparandum", "dep"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "(", ")", "[", "]", "–", "—", "--"})
# Where words stand, which says nothing of what they tell: "In a statement, the firm said".
_UTTERANCES = listed(
    "statement interview speech letter tweet memo email e-mail post message remark comment address briefing conference "
    "article column op-ed editorial filing example addition fact contrast turn particular response"
)
# Times that only count from one told before.
_POINTS_BACK = re.compile(r"\b(?:earlier|later|before|after|previous|next|same|following|then)\b", re.I)
# What a verb cannot be without.
_CORE = frozenset({"obj", "iobj", "xcomp", "ccomp", "compound:prt", "cop"})
# What cannot follow a noun or adverb when the words between were left out.
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM"})


def shortened(frame: Frame) -> list[int]:
    """Return the kept tokens, phrases that only add place, time or manner taken away while they are too many."""
    while True:
        kept = set(_kept(frame, frame.root))
        for index in frame.taken_in:
            kept.update(_kept(frame, index))
        cut = _cut(frame, sorted(kept))
        if _length(frame, set(cut)) <= LONGEST:
            return cut
        spare = _spare(frame, kept)
        if spare is None:
            return []
        frame.left_out.add(spare)
        frame.spared.add(spare)
        frame.clipped = True
        first = frame.scene.analysis.subtree(spare)[0]
        if first > max(frame.root, frame.path[0]):  # what follows it would hang in the air
            frame.limit = min(first, frame.limit or first)


def _kept(frame: Frame, index: int) -> list[int]:
    found = [] if index in frame.left_out else [index]
    for child in frame.scene.analysis.children(index):
        if child in frame.path or (child not in frame.left_out and not _dropped(frame, child, index)):
            found.extend(_kept(frame, child))
    return found


def _dropped(frame: Frame, child: int, above: int) -> bool:
    """Whether what stands below a token is only said beside: no part of what the clause tells."""
    scene = frame.scene
    token, dep = scene.tokens[child], base(scene.tokens[child].dep)
    if frame.gap.contains(token.span):
        return False
    if dep in _BESIDE or token.text in _QUOTES:
        return True
    of_clause = clausal(scene, above)
    if dep == "conj" and any(
        scene.tokens[i].lemma in _ALTERNATIVES for i in scene.analysis.children(child, "cc")
    ):
        return False
    if dep == "conj":
        return of_clause
    if dep == "appos" and _names(scene, child, above):
        return False
    if dep in ("appos", "acl", "nmod", "compound"):
        return child > above and set_off(scene, child)
    if (
        dep in ("advcl", "obl")
        and child > above
        and set_off(scene, child)
        and not _goes_on(scene, child, above)
    ):
        frame.clipped |= dep == "obl"
        return not _conditional(scene, child) and (frame.told or not _according(scene, child))
    if dep == "advcl":
        return child < above and _opens_with_mark(scene, child) and not _conditional(scene, child)
    if dep == "cc" and of_clause:
        return above == frame.root
    if dep == "advmod" and child < above and _opens_with_mark(scene, child):
        return True
    if dep == "obl" and child < above and _opens_with_mark(scene, child):
        return _only_beside(scene, child) or (frame.told and _according(scene, child))
    return frame.told and dep == "obl" and _according(scene, child)


# Words of a name that is kept behind "another agency".
_LONGEST_APPOSITION = 6


def _names(scene: Scene, child: int, above: int) -> bool:
    """Whether an apposition alone says which is meant: "another agency, Falk Rail, has asked"."""
    some = any(
        scene.tokens[i].lemma in ("a", "an", "another", "one") for i in scene.analysis.children(above, "det")
    )
    subject = scene.tokens[above].dep.startswith("nsubj") and scene.tokens[above].upos == "NOUN"
    short = len(scene.analysis.subtree(child)) <= _LONGEST_APPOSITION
    return some and subject and short and scene.tokens[child].upos == "PROPN"


_DASHES = frozenset({"–", "—", "--", "-"})


def _goes_on(scene: Scene, child: int, above: int) -> bool:
    """Whether the dash before a phrase closes what was put in: "cannot put the feud -- an old one -- behind him"."""
    first = min(scene.analysis.subtree(child))
    between = [scene.tokens[i].text for i in range(above + 1, first)]
    return bool(between) and between[-1] in _DASHES and sum(word in _DASHES for word in between) == 2


def _conditional(scene: Scene, child: int) -> bool:
    return any(scene.tokens[i].text.lower() in CONDITIONS for i in scene.analysis.children(child, "mark"))


def _according(scene: Scene, child: int) -> bool:
    return any(scene.tokens[i].lemma == "accord" for i in scene.analysis.children(child, "case"))


def _opens_with_mark(scene: Scene, child: int) -> bool:
    last = max(scene.analysis.subtree(child))
    return scene.tokens[last].text == "," or (
        last + 1 < len(scene.tokens) and scene.tokens[last + 1].text == ","
    )


def _only_beside(scene: Scene, child: int) -> bool:
    """Whether an opening phrase says where words stood or counts time from a day told before.

    Any other limits what is told: "In Ohio, 40 percent …".
    """
    span = scene.analysis.subtree_span(child)
    timed = any(time.span.overlaps(span) for time in scene.times)
    if timed and _POINTS_BACK.search(span.of(scene.text)):
        return True
    token = scene.tokens[child]
    return token.upos == "PRON" or token.lemma.lower() in _UTTERANCES


def _cut(frame: Frame, kept: list[int]) -> list[int]:
    """End a label where another amount of its kind is joined on, or where two ends do not fit any more.

    None is left where that happens before the amount.
    """
    scene, kind = frame.scene, kind_of(frame.scene, frame.gap)
    after = False
    joint: int | None = None
    ended = frame.limit is not None and frame.limit > max(frame.path[0], frame.root)
    for at, index in enumerate(kept):
        if ended and index >= (frame.limit or 0):
            return kept[:at]
        token = scene.tokens[index]
        inside = frame.gap.overlaps(token.span)
        if inside:
            if not after and _beside_another(scene, kept[:at], kind):
                return []
            after, joint = True, None
        elif token.upos == "CCONJ" or token.text == ",":
            joint = at
            if after and token.text == "," and _trails(scene, kept[at + 1 :]):
                return kept[:at]
        elif same_kind(scene, index, kind) and after and joint is not None:
            return kept[:joint]
        word = next((i for i in reversed(kept[:at]) if scene.tokens[i].text != ","), None)
        if word is not None and not inside and word not in frame.words and _misfit(scene, word, index):
            frame.clipped = True
            return kept[:at] if after else []
    return kept


def _trails(scene: Scene, rest: list[int]) -> bool:
    """Whether what follows a comma is neither a list nor a condition: ", an outcome unlikely for many"."""
    if not rest or scene.tokens[rest[0]].text.lower() in CONDITIONS:
        return False
    return not any(scene.tokens[i].upos in ("CCONJ", "AUX", "VERB") for i in rest)


def _beside_another(scene: Scene, before: list[int], kind: str) -> bool:
    """Whether another amount of the kind stands before one, no verb between: "by 8 points, 45 percent to …"."""
    for index in reversed(before):
        if scene.tokens[index].upos == "VERB":
            return False
        if same_kind(scene, index, kind):
            return not _compares(scene, before[-1])
    return False


def _compares(scene: Scene, index: int) -> bool:
    """Whether a word sets an amount against the one before it: "from 5% to 7%"."""
    return scene.tokens[index].lemma in ("to", "than", "from", "against")


def _misfit(scene: Scene, before: int, index: int) -> bool:
    between = range(before + 1, index)
    if all(scene.tokens[i].text == "," for i in between) or scene.tokens[index].upos not in _NOMINAL:
        return False
    return scene.tokens[before].upos in ("NOUN", "PROPN", "ADV", "NUM", "SYM")


def _spare(frame: Frame, kept: set[int]) -> int | None:
    """Return the head of the phrase that can go first: the farthest behind the amount, then those before it."""
    scene = frame.scene
    after = next((i for i in sorted(kept) if scene.tokens[i].start >= frame.gap.end), 0)
    can_go = [
        child
        for child in kept
        if child not in frame.path
        and child not in frame.taken_in
        and min(scene.analysis.subtree(child)) != after
        and _adds_only(frame, child)
    ]
    below = {i: scene.analysis.subtree(i) for i in can_go}
    return max(can_go, key=lambda i: (below[i][0] >= after > 0, below[i][-1], -below[i][0]), default=None)


def _adds_only(frame: Frame, child: int) -> bool:
    dep = frame.scene.tokens[child].dep
    if _according(frame.scene, child):
        return False  # who tells it
    if base(dep) == "acl" and frame.scene.tokens[child].head in frame.path:
        return False  # which of them are counted
    return dep != "obl:agent" and (dep == "acl:relcl" or base(dep) in ("advcl", "obl"))


def _length(frame: Frame, kept: set[int]) -> int:
    return sum(frame.scene.tokens[i].upos != "PUNCT" for i in kept)


def holed(frame: Frame, kept: list[int]) -> bool:
    """Whether words inside a label were left out that no marks set off, so that its ends may not belong together."""
    scene = frame.scene
    last = max((i for i in kept if scene.tokens[i].upos != "PUNCT"), default=0)
    for before, behind in pairwise(i for i in kept if i <= last):
        hole = [i for i in range(before + 1, behind) if not _meant(frame, i)]
        if not any(scene.tokens[i].upos != "PUNCT" for i in hole):
            continue
        opened = {scene.tokens[before].text, scene.tokens[hole[0]].text} & _HEDGES
        closed = {scene.tokens[hole[-1]].text, scene.tokens[behind].text} & _HEDGES
        if not opened or not closed:
            return True
    return False


def _meant(frame: Frame, index: int) -> bool:
    """Whether the clause was told without a token on purpose: another amount joined on, the verb it stands for."""
    above = {index, *frame.scene.analysis.ancestors(index)}
    return bool((frame.left_out | frame.passed) & above) and not frame.spared & above


def whole(frame: Frame, kept: list[int]) -> bool:
    """Whether every verb that is kept has its object and complement, and every word the word it belongs to."""
    scene = frame.scene
    words = set(kept)
    for index in kept:
        head = scene.tokens[index].head
        if index not in (frame.root, *frame.taken_in) and head not in words | frame.left_out:
            return False
        if _two_clauses(
            scene, [i for i in scene.analysis.children(index, "nsubj") if i in words and i < index]
        ):
            return False
        if scene.tokens[index].upos != "VERB":
            continue
        if scene.tokens[index].dep == "conj" and any(
            scene.tokens[i].tag == "WP" for i in scene.analysis.children(index, "nsubj") if i in words
        ):
            return (
                False  # "… voted in May and who leads the town": joined to a clause that is told by its noun
            )
        for child in scene.analysis.children(index):
            subject = scene.tokens[child].dep.startswith("nsubj") and child not in frame.left_out
            if (scene.tokens[child].dep not in _CORE and not subject) or child in words:
                continue
            below = scene.analysis.subtree(child)
            if not words & set(below) and scene.tokens[below[0]].text not in (":", ";"):
                return False
    return True


def _two_clauses(scene: Scene, subjects: list[int]) -> bool:
    """Whether two clauses were read as one: "as a boat of 40 people sank, Hall wrote to the council"."""
    if len(subjects) < 2:
        return False
    first, second = subjects[:2]
    pronoun = (
        scene.tokens[second].upos == "PRON" and second == first + 1
    )  # "telling districts they must open"
    return pronoun or any(scene.tokens[i].text == "," for i in range(first, second))
