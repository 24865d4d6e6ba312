"""The clause around an amount: how far it must be told so that it is whole.

From the amount the way leads up the parse. A clause that depends on another ("was
reported that", "agreed to pay") takes that one along; one below a noun is told by
that noun; a verb joined to another takes its subject, or its place.
"""

from __future__ import annotations

import re
from itertools import pairwise

from crossread.annotate.figures.counted import Scene, name_words
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
from crossread.annotate.figures.units import PEOPLE
from crossread.text.listing import listed

# Nouns that say nothing without who has it: "the ability to pass two bills".
_BARE_NOUNS = "ability way position chance right need effort attempt opportunity possibility power idea time"
_BARE = frozenset(_BARE_NOUNS.split())
# Nouns of which a clause says only who is meant: "taxes on people who make more than …".
_ANYBODY = frozenset(
    {"people", "person", "those", "anyone", "one", "household", "family", "man", "woman", "individual"}
)


# What a step up from a clause ends with: the frame is settled, or the amount stands in no clause that can be told.
_SETTLED, _NONE = -1, -2


def find_clause(frame: Frame) -> bool:
    """Set the root of the clause that the label tells; False where the amount stands in none."""
    scene = frame.scene
    at = next((n for n, index in enumerate(frame.path) if clausal(scene, index)), _NONE)
    if at == _NONE:
        return False
    drop_conjuncts(frame, frame.path[: at + 1])
    if frame.uneven:
        return False
    step: int | None = at
    while step is not None:
        at, step = step, _step(frame, step)
        if step in (_SETTLED, _NONE):
            return step == _SETTLED
    frame.root = frame.path[at]
    _drop_marks(frame)
    return bool(scene.analysis.children(frame.root, "nsubj", "csubj", "expl"))


def _step(frame: Frame, at: int) -> int | None:
    """Return the place on the path of the clause that a clause needs to be told, None where it needs none."""
    scene, index = frame.scene, frame.path[at]
    token, dep = scene.tokens[index], base(scene.tokens[index].dep)
    if at + 1 >= len(frame.path) or dep in ("root", "parataxis"):
        return None
    above = frame.path[at + 1]
    has_subject = bool(scene.analysis.children(index, "nsubj", "csubj"))
    if dep == "conj" and has_subject:
        return at + 1 if _absolute(scene, index) else None
    if dep == "conj":
        return _instead(frame, at)
    if dep in ("xcomp", "ccomp", "csubj"):
        if scene.tokens[index].tag == "VB" and not scene.analysis.children(index, "aux"):
            return _clause_above(frame, at + 1)  # "saw thousands march"
        teller_above = frame.told and not any(s.contains(scene.tokens[above].span) for s in frame.content)
        if dep == "ccomp" and above > index and scene.tokens[above].lemma not in _TELLERS:
            return _NONE  # "The bank, which gets 40 percent …, had": no clause that somebody tells
        if dep == "ccomp" and has_subject and (teller_above or above > index):
            frame.source = () if teller_above else _source(scene, above)
            return None
        if dep == "ccomp" and has_subject and frame.hedged and scene.tokens[above].lemma in _FOUND:
            return None
        return _clause_above(frame, at + 1)
    if dep == "acl":
        return _step_of_noun(frame, at, has_subject=has_subject)
    if dep == "advcl":
        return _SETTLED if _of_adverb_clause(frame, index, above, has_subject=has_subject) else _NONE
    return None if token.upos in ("VERB", "AUX") or has_subject else _NONE


def _clause_above(frame: Frame, at: int) -> int:
    while not clausal(frame.scene, frame.path[at]) and at + 1 < len(frame.path):
        at += 1
    return at


# Verbs by which something is made known as a fact: without who does it, "(as reported)" stands for them.
_FOUND = frozenset(
    {"find", "show", "report", "say", "announce", "estimate", "reveal", "confirm", "conclude", "note"}
)
# Verbs that may stand behind what is told: "…, an examination found".
_TELLERS = _FOUND | listed(
    "tell add write believe think argue claim suggest warn predict expect explain state testify indicate recall "
    "acknowledge admit insist maintain contend allege assert observe point mean hope fear know learn hear read "
    "calculate project forecast figure reckon determine rule decide document record list recount declare stress "
    "complain joke tweet post reply respond answer continue begin conclude go quote cite"
)
# Nouns that a clause follows as a whole: "at a time that the debt has reached …".
_TIMES = frozenset({"time", "day", "moment", "point", "way"})


def _step_of_noun(frame: Frame, at: int, *, has_subject: bool) -> int | None:
    scene, index, above = frame.scene, frame.path[at], frame.path[at + 1]
    if has_subject and (hung := _hung_on(scene, index)):
        frame.left_out.update(hung)
        if scene.tokens[hung[-1]].text.lower() == "where":
            if not _right_before(scene, above, index) or scene.tokens[above].upos == "PRON":
                return _NONE
            frame.place = _place(scene, above)
        return None
    if has_subject and scene.tokens[index].dep == "acl" and set_off(scene, index):
        return None  # "the town lost 500 homes, the flood reached 60 others": no clause of the homes
    if has_subject and scene.tokens[above].lemma in _TIMES:
        frame.left_out.update(i for i in scene.analysis.children(index) if scene.tokens[i].text == "that")
        return None
    who = (
        _tells_who(scene, index, above)
        or scene.tokens[index].lemma in _RELATING
        or (frame.widened and not set_off(scene, index))
    )
    if at + 2 < len(frame.path) and who:
        return _clause_above(frame, at + 2)
    return _SETTLED if _of_noun(frame, index, above) else _NONE


# Verbs whose participle only says what a noun has to do with another: "files linked to nine members".
_RELATING = listed("associate relate link connect tie belong pertain refer concern regard involve base")


def _instead(frame: Frame, at: int) -> int:
    """Put a verb in the place of the one that it is joined to, or give it that one's subject, which ends the way up.

    "to hire more staff and expand ten offices" becomes "to expand ten offices".
    """
    scene, verb, above = frame.scene, frame.path[at], frame.path[at + 1]
    frame.left_out.update(scene.analysis.children(verb, "cc", "punct"))
    subjects = scene.analysis.children(above, "nsubj", "csubj")
    if sum(i < above for i in subjects) > 1:
        return _NONE  # "the two-year, … deal": two nouns taken for its subject
    related = [i for i in subjects if scene.tokens[i].tag in ("WP", "WDT")]
    frame.loose = bool(subjects) and _opened(scene, above, subjects[0])
    if not frame.told and base(scene.tokens[above].dep) == "ccomp":
        return _NONE  # who tells it stands above the verb that it is joined to
    if subjects and not related and not scene.analysis.children(verb, "mark"):
        if not scene.analysis.children(verb, "aux", "cop") and scene.tokens[verb].tag not in ("VBD", "VBZ"):
            helping = [i for i in scene.analysis.children(above, "aux", "cop") if i < above]
            if not helping and scene.tokens[verb].tag == "VB":
                return _NONE  # an infinitive that belongs to another verb than the parse says
            frame.taken_in.update(helping)
        frame.taken_in.add(subjects[0])
        frame.passed.add(above)
        frame.root = verb
        _drop_marks(frame)
        return _SETTLED
    own = scene.analysis.children(verb, "aux", "mark", "cop")
    if related and scene.tokens[verb].tag == "VBG" and not own:
        return _NONE  # "a man who rang, …, issuing a cheque": another verb's
    kept = related if own else (*related, *scene.analysis.children(above, "mark", "aux"))
    frame.left_out.add(above)
    frame.left_out.update(i for i in scene.analysis.children(above) if i not in (*kept, verb))
    return at + 1


def _opened(scene: Scene, verb: int, subject: int) -> bool:
    """Whether a phrase before the subject of a verb may be said of the verb joined to it too: "In Ohio, Hall …"."""
    beside = scene.analysis.children(verb, "obl", "advcl", "mark")
    return any(i < subject for i in beside)


# Words that name who tells something; with more, the label is left without.
_SOURCE_WORDS = 8


def _source(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return the words behind a clause that say who tells it: "…, an examination found"."""
    subjects = scene.analysis.children(verb, "nsubj")
    below = scene.analysis.subtree(subjects[0]) if subjects else ()
    own = [i for i in below if scene.tokens[i].upos != "PUNCT"]
    if not 0 < len(own) <= _SOURCE_WORDS:
        return ()
    return tuple(sorted({*own, verb, *scene.analysis.children(verb, "aux")}))


def _drop_marks(frame: Frame) -> None:
    first = min(frame.scene.analysis.subtree(frame.root))
    for child in frame.scene.analysis.children(frame.root, "mark", "cc"):
        if child - first <= 1 and frame.scene.tokens[child].text.lower() not in (*CONDITIONS, "to", "not"):
            frame.left_out.add(child)


def _tells_who(scene: Scene, verb: int, noun: int) -> bool:
    """Whether a clause only says who is meant, so that its noun alone says nothing: "taxes on people who make …"."""
    if set_off(scene, verb):
        return False
    if any(scene.tokens[i].lemma in ("any", "every", "no") for i in scene.analysis.children(noun, "det")):
        return True
    who = any(scene.tokens[i].text.lower() == "who" for i in scene.analysis.children(verb, "nsubj"))
    return who or scene.tokens[noun].lemma.lower() in _ANYBODY | _BARE


_PLACING = frozenset({"in", "at", "on", "near", "outside", "inside"})


def _place(scene: Scene, noun: int) -> str:
    words = name_words(scene, noun)
    determiners = [scene.tokens[i].text for i in scene.analysis.children(noun, "det") if i < noun]
    before = [scene.tokens[i].text.lower() for i in scene.analysis.children(noun, "case")]
    at = before[0] if before and before[0] in _PLACING else "at"
    return " ".join((at, *(d for d in determiners if not words.startswith(f"{d} ")), words))


def _hung_on(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return the words by which a whole clause hangs on another: "on Saturday, [when] 100 people marched"."""
    found = scene.analysis.children(verb, "advmod", "mark", "punct")
    adverbs = [i for i in found if scene.tokens[i].text.lower() in ("when", "where", "with") and i < verb]
    return tuple(i for i in found if i <= adverbs[0]) if adverbs else ()


def _of_noun(frame: Frame, verb: int, noun: int) -> bool:
    """Tell a clause below a noun by that noun: "a package that would cost …", "Hall, who raised …"."""
    scene = frame.scene
    apart = set_off(scene, verb)
    frame.root, frame.loose = noun, not apart
    frame.torn |= apart and any(
        scene.tokens[i].tag in ("WDT", "WP") for i in scene.analysis.children(verb, "obj")
    )
    if scene.tokens[noun].upos not in ("NOUN", "PROPN") or (apart and not _right_before(scene, noun, verb)):
        return False
    if scene.text.startswith(" ago", frame.gap.end):
        return False
    if apart and _what_was_done(scene, noun, verb):
        return False
    if scene.analysis.children(noun, "cop") and scene.analysis.children(noun, "nsubj"):
        frame.loose = False
        return True  # "Kent is the biggest partner, buying …" is a clause of its own
    after = [i for i in scene.analysis.children(noun) if i > noun and i not in frame.path]
    frame.left_out.update(i for i in after if base(scene.tokens[i].dep) not in _OF_THE_NOUN)
    before = scene.analysis.children(noun, "case", "cop", "mark", "cc", "nsubj", "aux", "advmod", "punct")
    frame.left_out.update(i for i in before if i < noun)
    frame.left_out.update(scene.analysis.children(verb, "punct"))
    whose = next((i for i in scene.analysis.subtree(verb) if scene.tokens[i].tag == "WP$"), None)
    if whose is not None:
        frame.left_out.add(whose)
        last = max((noun, *scene.analysis.children(noun, "flat")))
        frame.words[last] = f"{scene.tokens[last].text}’s"
        frame.left_out.update(i for i in scene.analysis.children(noun, "appos", "nmod") if i > last)
    elif apart:
        who = scene.analysis.children(verb, "nsubj")
        frame.left_out.update(i for i in who if scene.tokens[i].text.lower() in ("who", "which", "that"))
    return True


def _what_was_done(scene: Scene, noun: int, verb: int) -> bool:
    """Whether "which" behind somebody takes up what was done: "for hitting his son, which carried five years"."""
    which = any(scene.tokens[i].text.lower() == "which" for i in scene.analysis.children(verb, "nsubj"))
    return which and scene.tokens[noun].lemma.lower() in PEOPLE


# What still names the noun behind it.
_OF_THE_NOUN = frozenset({"flat", "nmod", "fixed", "compound"})


def _right_before(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a noun stands right before the mark that sets off its clause; otherwise another may be meant."""
    first = min(scene.analysis.subtree(verb))
    last = first - 1 if scene.tokens[first].text in MARKS else first - 2
    return last == noun or (
        last > 0 and scene.tokens[last].head == noun and scene.tokens[last].dep in ("flat", "appos")
    )


def _absolute(scene: Scene, verb: int) -> bool:
    """Whether a participle with its own subject hangs on another clause: "…, with Hall leading and Moreno gaining"."""
    participle = scene.tokens[verb].tag in ("VBG", "VBN")
    return participle and not scene.analysis.children(verb, "aux", "cop")


def _of_adverb_clause(frame: Frame, verb: int, above: int, *, has_subject: bool) -> bool:
    scene = frame.scene
    marks = {scene.tokens[i].text.lower() for i in scene.analysis.children(verb, "mark", "case")}
    if has_subject and scene.tokens[above].upos == "ADJ":
        return False  # "it was unclear when …"
    if has_subject and any(scene.tokens[i].text.lower() == "where" for i in _hung_on(scene, verb)):
        return False  # where, the clause above tells
    absolute = "with" in marks or _absolute(scene, verb)
    if has_subject and not marks & CONDITIONS and not absolute:
        frame.root = verb
        frame.left_out.update(_hung_on(scene, verb))
        _drop_marks(frame)
        return True
    at = frame.path.index(above)
    if has_subject or marks & {"to", "by"}:  # the condition or the purpose is told with what depends on it
        while at + 1 < len(frame.path) and not scene.analysis.children(frame.path[at], "nsubj"):
            at += 1
        frame.root = frame.path[at]
        _drop_marks(frame)
        return bool(scene.analysis.children(frame.root, "nsubj"))
    if scene.tokens[verb].tag not in ("VBG", "VBN") or marks:
        return False
    subjects = scene.analysis.children(above, "nsubj")
    frame.root, frame.torn = verb, True
    frame.taken_in.update(subjects[:1])
    return bool(subjects)


def drop_conjuncts(frame: Frame, path: list[int]) -> None:
    """Keep, of amounts joined by "and", the one that the label is for, behind the preposition of all."""
    scene = frame.scene
    for index, above in pairwise(path):
        if base(scene.tokens[index].dep) != "conj" or clausal(scene, above):
            continue
        frame.uneven |= _uneven(frame, index, above)
        kept = () if scene.analysis.children(index, "case") else scene.analysis.children(above, "case")
        frame.left_out.add(above)
        frame.left_out.update(i for i in scene.analysis.children(above) if i not in (*kept, index))
        frame.left_out.update(scene.analysis.children(index, "cc", "punct"))
        beside = scene.analysis.children(scene.tokens[above].head, "obl", "advmod")
        frame.left_out.update(i for i in beside if above < i < index)
    for index in path:
        for other in scene.analysis.children(index, "conj"):
            if other not in path and not clausal(scene, index) and _has_number(scene, other):
                frame.left_out.add(other)
                frame.limit = min(scene.analysis.subtree(other)[0], frame.limit or other)
                beside = scene.analysis.children(scene.tokens[index].head, "obl")
                frame.left_out.update(i for i in beside if i > other)


_REFUSALS = frozenset({"rather", "instead", "not", "nor", "than", "unlike"})


def _uneven(frame: Frame, index: int, above: int) -> bool:
    """Whether joined amounts do not stand alike: one with its own preposition, "rather than 20%", "a rate or 21%"."""
    scene = frame.scene
    if len(scene.analysis.children(index, "case")) > len(scene.analysis.children(above, "case")):
        return True
    if any(
        scene.tokens[i].lemma in _REFUSALS for i in scene.analysis.children(index, "cc", "case", "advmod")
    ):
        return True
    if re.search(r"\d[-–]\d", frame.gap.of(scene.text)):
        return True
    own = set(scene.analysis.subtree(above)) - set(scene.analysis.subtree(index))
    kind = kind_of(scene, frame.gap)
    if kind:
        return not any(same_kind(scene, i, kind) for i in own)
    return not any(scene.tokens[i].upos in ("NUM", "SYM") for i in own)


def _has_number(scene: Scene, index: int) -> bool:
    return any(
        scene.tokens[i].upos == "NUM" or scene.tokens[i].text in "$£€%" for i in scene.analysis.subtree(index)
    )
