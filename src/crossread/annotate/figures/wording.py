"""How a label is worded: names for its pronouns, a gap for its amount, and whether it says enough alone."""

from __future__ import annotations

import re
from itertools import pairwise

from crossread.annotate.figures.counted import Scene
from crossread.annotate.figures.frame import MARKS, Frame, kind_of
from crossread.annotate.figures.units import TICKER
from crossread.text.numbers import GAP

# Nouns, names, verbs and adjectives, without the amount, that a label must have to be understood alone; a share or
# a length does with one less ("Sales rose …").
_LEAST = 3
_TELLING_VERBS = "say tell find show report reveal indicate suggest note add claim"
_TELLING = frozenset(_TELLING_VERBS.split())
# Words that only hang a clause on another; those that make a question of it leave open whether it is so.
_OPENING = re.compile(
    r"^(?:even (?:as )?|(?:as(?! (?:of|an?|part)\b)|that|but|and|or|because|while|although|though"
    r"|so(?! far\b)|then|however|than)\b,? )",
    re.I,
)
# What only joins a sentence to the one before.
_JOINING = re.compile(r"^(?:but|and|or|so(?! far\b)|then|however)\b,? ", re.I)
# "LONDON — ", "PARIS (Agency) – "
_DATELINE = re.compile(r"^[A-Z][A-Z.,’' ]+(?: \([A-Z]\w+\))? ?[—–-]+ ")
_IN_WHICH = re.compile(r"^(?:[a-z]+ )?(?:which|whom) ")
_SUPPOSING = re.compile(r"^(?:if|when|where)\b", re.I)
_ASKING = re.compile(
    r"^(?:(?:about|of|on|over) )?(?:whether|if|how|why|what|who|which|when|where|whose)\b", re.I
)
# What an auxiliary that hangs on a pronoun is behind a name: "they're" becomes "the drivers are".
_HANGING = {"'re": "are", "’re": "are", "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will"}
_SPACE = re.compile(r"\s+")


def says_enough(frame: Frame, kept: list[int], *, counted: bool) -> bool:
    scene = frame.scene
    content = [
        i
        for i in kept
        if scene.tokens[i].upos in ("NOUN", "PROPN", "VERB", "ADJ")
        and not frame.gap.contains(scene.tokens[i].span)
    ]
    nouns = [i for i in content if scene.tokens[i].upos in ("NOUN", "PROPN")] + list(frame.words)
    least = _LEAST if kind_of(scene, frame.gap) == "$" or counted else _LEAST - 1
    enough = len({scene.tokens[i].lemma for i in content}) + len(frame.words) + bool(frame.place) >= least
    return enough and bool(nouns) and not _says_nothing(frame, kept)


def _says_nothing(frame: Frame, kept: list[int]) -> bool:
    """Whether the verb of the label tells something that the label does not hold: "an examination found"."""
    scene = frame.scene
    if scene.tokens[frame.root].lemma not in _TELLING:
        return False
    said = scene.tokens[frame.root].lemma == "say"
    told = scene.analysis.children(frame.root, "ccomp", "xcomp", *(() if said else ("obj", "obl")))
    return not any(i in kept for i in told)


def torn(frame: Frame, kept: list[int]) -> bool:
    """Whether a label begins without its subject, ends in the middle, or sets its amount beside or behind another."""
    scene = frame.scene
    kept = kept[
        next((at for at, i in enumerate(kept) if scene.tokens[i].upos not in ("PUNCT", "CCONJ")), 0) :
    ]
    opens = scene.tokens[kept[0]]
    closes = next((scene.tokens[i] for i in reversed(kept) if scene.tokens[i].upos != "PUNCT"), opens)
    if _ends_open(scene, kept[-1], next(i for i in reversed(kept) if scene.tokens[i] is closes)):
        return True
    if opens.dep == "case" and opens.head == frame.root:
        return True
    if opens.text.lower() == "that" and opens.dep.startswith("nsubj"):
        return True  # "but that includes …": what does, stands before
    if kept[0] > 0 and scene.tokens[kept[0] - 1].tag == "POS":
        return True  # whose it is was left out
    if _goes_on(scene, kept) or any(
        scene.tokens[before].text == "to" and behind > before + 1 and scene.tokens[behind].tag == "VBG"
        for before, behind in pairwise(kept)
    ):
        return True
    first = [scene.tokens[i] for i in kept if not frame.gap.overlaps(scene.tokens[i].span)][:2]
    if len(first) > 1 and first[0].upos in ("ADP", "SCONJ") and first[1].tag == "VBG":
        return True
    if first and first[0].tag in ("WDT", "WP"):
        return True
    if opens.upos == "AUX" or (opens.upos == "VERB" and opens.dep != "amod") or opens.tag == "MD":
        return not frame.gap.contains(opens.span)
    before = [i for i in kept if scene.tokens[i].end <= frame.gap.start]
    if frame.taken_in and not any(scene.tokens[i].upos in ("VERB", "AUX") for i in before):
        return True  # "the house … members voting": the clause has another subject
    if before and kind_of(scene, frame.gap) == "%" and scene.tokens[before[-1]].text in ("on", "with"):
        ends = frame.gap.contains(closes.span)
        return scene.tokens[before[-1]].text == "on" or ends  # "with Hall on 15%", "a majority, with 60%"
    return _beside(scene, before)


def _ends_open(scene: Scene, last: int, word: int) -> bool:
    """Whether a label's last word waits for what was left out: "a man convicted", "was likely"."""
    token = scene.tokens[word]
    if token.lemma in ("likely", "unlikely", "have") or token.upos == "AUX" or token.tag in ("WP", "WDT"):
        return True
    if token.dep in ("case", "mark", "cc") or (token.upos == "ADP" and token.dep != "compound:prt"):
        return True
    waiting = token.tag in ("VBN", "VBG") or token.dep == "acl:relcl"
    behind = scene.analysis.children(word, "obl", "obj", "xcomp", "ccomp", "advcl") if waiting else ()
    following = scene.tokens[word + 1] if word + 1 < len(scene.tokens) else token
    if following.text in ("-", "‐", "‑") and following.start == token.end:
        return True  # "harder" of "harder-to-sell"
    return last == word and any(i > word for i in behind)


def _goes_on(scene: Scene, kept: list[int]) -> bool:
    """Whether the verb of a label's last noun stands right behind it, left out: "came as two sites [knocked down]"."""
    last = next((i for i in reversed(kept) if scene.tokens[i].upos != "PUNCT"), kept[-1])
    if last + 1 >= len(scene.tokens) or last + 1 in kept or scene.tokens[last].upos not in ("NOUN", "PROPN"):
        return False
    return scene.tokens[last + 1].tag in ("VBD", "VBZ", "VBP", "MD")


def _beside(scene: Scene, before: list[int]) -> bool:
    """Whether the words before an amount, up to its verb, are another amount or a mark behind another verb."""
    joined = False
    for at in range(len(before) - 1, -1, -1):
        token = scene.tokens[before[at]]
        if token.lemma in ("compare", "versus") or (token.upos == "NUM" and joined):
            return True
        if token.text == "," and any(scene.tokens[i].upos == "VERB" for i in before[:at]):
            return True
        joined = joined or token.text == "," or token.upos == "CCONJ"
        if token.upos in ("VERB", "AUX", "PRON"):
            return False
    return False


def worded(frame: Frame, kept: list[int], *, counted: bool) -> str:
    scene = frame.scene
    words = ""
    last: int | None = None
    whole = set(kept)
    for index in kept:
        token = scene.tokens[index]
        if not frame.sentence and token.text in MARKS and not {index - 1, index + 1} <= whole:
            continue
        inside = token.start < frame.gap.end and frame.gap.start < token.end
        if index - 1 in frame.words and token.text.lower() in _HANGING:
            words, last = f"{words} {_HANGING[token.text.lower()]}", index
            continue
        shown = GAP if inside else frame.words.get(index, token.text)
        if inside and words.endswith(GAP):
            last = index
            continue
        joined = last is not None and index == last + 1 and scene.tokens[last].end == token.start
        words += shown if joined or not words else f" {shown}"
        last = index
    words = TICKER.sub("", words)
    opening = _JOINING if frame.sentence else _OPENING
    shown = _tidied(opening.sub("", _DATELINE.sub("", _SPACE.sub(" ", words))), counted=counted)
    shown = f"{shown} {frame.place}".strip() if shown else ""
    by = " ".join(scene.tokens[i].text for i in frame.source)
    return f"{shown}, {by}" if shown and by else shown


_HELPING = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must)\b"
)


def asks(words: str) -> bool:
    """Whether words are a question, or the part of one; "If it rained, …" is none."""
    return bool(_ASKING.match(words)) and not (_SUPPOSING.match(words) and "," in words)


def _tidied(words: str, *, counted: bool) -> str:
    words = _IN_WHICH.sub("", words)
    if asks(words):
        return ""
    if _HELPING.match(words):
        return ""  # its subject is left out
    words = re.sub(r"\s+([,;:.!?]|['’]s\b)", r"\1", words)
    words = re.sub(r"(?:[,;:] ?)+(?=[,;:]|$)", "", words).strip(" ,;:.-–—")
    if counted and words.startswith(GAP) and not words.startswith(f"{GAP} of "):
        words = words[len(GAP) :].strip(" -")
    return words
