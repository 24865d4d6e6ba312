"""How a label is worded: names for its pronouns, a gap for its amount, and whether it says enough alone."""

from __future__ import annotations

import re

from crossread.annotate.figures.clause import MARKS, Frame, kind_of
from crossread.annotate.figures.counted import Scene, name_words
from crossread.annotate.figures.units import time_unit
from crossread.record.annotation import MentionForm
from crossread.text.listing import listed
from crossread.text.numbers import GAP

# Nouns, names, verbs and adjectives, without the amount, that a label must have to be understood alone; a share or
# a length does with one less ("Sales rose …").
_LEAST = 3
_OWN = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"})
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs"})
_POINTING = frozenset({"this", "that", "these", "those"})
_TELLING_VERBS = "say tell find show report reveal indicate suggest note add claim"
_TELLING = frozenset(_TELLING_VERBS.split())
# Words that only hang a clause on another; those that make a question of it leave open whether it is so.
_OPENING = re.compile(
    r"^(?:even (?:as )?|(?:as(?! of\b)|that|but|and|or|because|while|although|though|so|then|however|than)\b,? )",
    re.I,
)
# What only joins a sentence to the one before.
_JOINING = re.compile(r"^(?:but|and|or|so|then|however)\b,? ", re.I)
# "LONDON — ", "PARIS (Agency) – "
_DATELINE = re.compile(r"^[A-Z][A-Z.,’' ]+(?: \([A-Z]\w+\))? ?[—–-]+ ")
_IN_WHICH = re.compile(r"^(?:[a-z]+ )?(?:which|whom) ")
_SUPPOSING = re.compile(r"^(?:if|when|where)\b", re.I)
_ASKING = re.compile(r"^(?:whether|if|how|why|what|who|which|when|where|whose)\b", re.I)
# Stretches of time that have no fixed length. Source: the hyponyms of "time period" in daily use.
_SPELLS = listed(
    "season term session cycle quarter morning afternoon evening weekend spring summer autumn fall winter time point"
)
_SPANS = listed("span period stretch spell era")
# What an auxiliary that hangs on a pronoun is behind a name: "they're" becomes "the drivers are".
_HANGING = {"'re": "are", "’re": "are", "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will"}
_SPACE = re.compile(r"\s+")


def settle_pronouns(frame: Frame, kept: list[int]) -> bool:
    """Put names for pronouns; False where one stays open, so that the label says nothing alone."""
    scene = frame.scene
    subjects = {
        _is_plural(scene, i) for i in frame.before if _noun(scene, i)
    }  # whether those before are plural
    nouns = set(subjects)
    for index in kept:
        token = scene.tokens[index]
        if frame.gap.contains(token.span) and token.upos not in ("NOUN", "PROPN"):
            continue
        if token.upos == "PRON" or token.tag in ("DT", "PRP$"):
            free = token.dep.startswith("nsubj") or token.tag == "PRP$"
            if not _settled(frame, index, subjects if free else nouns):
                return False
            continue
        if token.upos not in ("NOUN", "PROPN"):
            frame.shown.add(token.text)
            continue
        frame.nouns.append(index)
        plural = _is_plural(scene, index)
        nouns.add(plural)
        own = token.dep.startswith("nsubj") and token.head in kept
        if own or token.dep in ("iobj", "nmod:poss"):
            subjects.add(plural)
        frame.shown.add(token.text)
    return True


_PLURAL = frozenset({"they", "them", "their", "theirs"})
_PERSONAL = listed("he him his she her hers")
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def _noun(scene: Scene, index: int) -> bool:
    return scene.tokens[index].upos in ("NOUN", "PROPN")


def _is_plural(scene: Scene, index: int) -> bool:
    below = scene.analysis.children(index, "conj", "nmod")
    return any(
        scene.tokens[i].tag in _PLURAL_TAGS or scene.tokens[i].text == "those" for i in (index, *below)
    )


def _settled(frame: Frame, index: int, before: set[bool]) -> bool:
    """Whether one knows whom a pronoun means: by its name, by what stands before it, or as the speaker of the words."""
    token = frame.scene.tokens[index]
    word = token.text.lower()
    if word in _OWN:
        return frame.told or _titled(frame.scene, index)
    if word in _THIRD:
        if any(_fits(frame.scene, word, i) and not _own_subject(frame.scene, index, i) for i in frame.nouns):
            return True  # the text leaves it to the reader too, who may know better than a chain
        if _named(frame, index) or _expletive(frame.scene, index):
            return True
        if word in _PERSONAL and frame.before:
            return any(_person(frame.scene, i) for i in frame.before)
        return (word in _PLURAL) in before and not any(
            _own_subject(frame.scene, index, i) for i in frame.nouns
        )
    pointing = word in _POINTING and token.tag == "DT"
    return (
        not pointing
        or (token.head > index and _named_before(frame, token.head))
        or (token.dep.startswith("nsubj") and _clause_before(frame.scene, index))
        or bool(frame.before)
        or _of_time(frame.scene, index)
        or _told_which(frame.scene, index)
    )


def _named_before(frame: Frame, noun: int) -> bool:
    """Whether the noun that "that" points with stands before in the label: "under the age of 30 or over that age"."""
    scene = frame.scene
    lemma = scene.tokens[noun].lemma
    return _noun(scene, noun) and any(scene.tokens[i].lemma == lemma for i in (*frame.nouns, *frame.before))


def _clause_before(scene: Scene, index: int) -> bool:
    """Whether "that" takes up the clause before it: "… even though that is how it works"."""
    sentence = scene.analysis.sentence_at(scene.tokens[index].start)
    subjects = _subjects(scene, range(sentence.first, index)) if sentence else []
    if scene.tokens[scene.tokens[index].head].dep not in ("advcl", "conj", "parataxis"):
        return False  # "judges say that works"
    return bool(subjects) and scene.tokens[subjects[0]].upos != "PRON"


def _own_subject(scene: Scene, pronoun: int, noun: int) -> bool:
    """Whether a noun is the subject of the verb whose object a pronoun is: they are two: "The paper gave it …"."""
    token, subject = scene.tokens[pronoun], scene.tokens[noun]
    while subject.dep in ("flat", "compound", "appos") and scene.tokens[subject.head] is not subject:
        subject = scene.tokens[subject.head]
    return token.dep in ("obj", "iobj") and subject.dep.startswith("nsubj") and subject.head == token.head


def _fits(scene: Scene, word: str, noun: int) -> bool:
    """Whether a pronoun may stand for a noun before it in the label."""
    if word in _PERSONAL:
        return _person(scene, noun)
    return (word in _PLURAL) == _is_plural(scene, noun) and not _person(scene, noun)


def _told_which(scene: Scene, index: int) -> bool:
    """Whether what stands behind "those" says which are meant: "those who voted", "those polled"."""
    return bool(scene.analysis.children(index, "acl", "nmod"))


def _titled(scene: Scene, index: int) -> bool:
    """Whether "Us" is part of a title: "Rest for Us"."""
    word = scene.tokens[index].text
    return index > 0 and len(word) > 1 and word[0].isupper() and scene.tokens[index - 1].text[:1].isalpha()


def _of_time(scene: Scene, index: int) -> bool:
    """Whether "this" points at the article's own time: "this year", "this season"."""
    noun = scene.tokens[scene.tokens[index].head]
    if time_unit(noun.text) is not None:
        return True
    if scene.tokens[index].text.lower() in ("this", "these"):
        return noun.lemma.lower() in _SPELLS
    sentence = scene.analysis.sentence_at(noun.start)
    dated = any(sentence and sentence.start <= t.span.start < scene.tokens[index].start for t in scene.times)
    return dated and noun.lemma.lower() in (*_SPELLS, *_SPANS)


def _expletive(scene: Scene, index: int) -> bool:
    """Whether "it" stands for a clause: "it was reported that"."""
    head = scene.tokens[index].head
    clause = scene.analysis.children(head, "ccomp", "csubj")
    return scene.tokens[index].text.lower() == "it" and bool(clause)


def _named(frame: Frame, index: int) -> bool:
    """Put the name for a pronoun where its chain or the subject before it gives one; False where neither does."""
    scene = frame.scene
    span = scene.tokens[index].span
    said = next((m for m in scene.mentions if m.span == span and m.form is MentionForm.PRONOUN), None)
    chain = said.chain if said else None
    names = (m.name for m in scene.mentions if m.form is MentionForm.NAME and m.chain == chain)
    named = (next(names, None) if chain is not None else None) or _subject_before(frame, index)
    if named is None:
        return False
    parts = re.split(r"[\s-]", named)
    if parts[-1] not in frame.shown:  # else named already: "Hall is running for her fourth term"
        frame.words[index] = f"{named}’s" if scene.tokens[index].dep == "nmod:poss" else named
        frame.shown.update(parts)
    return True


def _subject_before(frame: Frame, index: int) -> str | None:
    """Return the one subject before "they" or "it", in its sentence or else the one before.

    "Drivers were fined, they paid …"; "The campaign has begun. It will focus on …".
    """
    scene = frame.scene
    word = scene.tokens[index].text.lower()
    sentence = scene.analysis.sentence_at(scene.tokens[index].start)
    if sentence is None or word not in ("they", "it") or not scene.tokens[index].dep.startswith("nsubj"):
        return None
    subjects = _subjects(scene, range(sentence.first, index))
    if not subjects and sentence.first > 0:
        before = scene.analysis.sentence_at(scene.tokens[sentence.first - 1].start)
        subjects = _subjects(scene, range(before.first, before.last)) if before else []
    if len(subjects) != 1 or scene.tokens[subjects[0]].upos == "PRON":
        return None
    plural = scene.tokens[subjects[0]].tag in ("NNS", "NNPS")
    others = [
        i
        for i in range(max(subjects[0] + 1, sentence.first), index)
        if _noun(scene, i) and scene.tokens[i].dep in ("obj", "iobj") and _is_plural(scene, i) == plural
    ]
    if others or plural != (word == "they") or (not plural and _person(scene, subjects[0])):
        return None
    words = name_words(scene, subjects[0])
    determined = words.lower().startswith(("the ", "a ", "an ")) or scene.tokens[subjects[0]].upos != "NOUN"
    return words if determined else f"the {words}"


def _subjects(scene: Scene, within: range) -> list[int]:
    return [
        i
        for i in within
        if scene.tokens[i].dep.startswith("nsubj")
        and scene.tokens[i].upos in ("NOUN", "PROPN", "PRON")
        and scene.tokens[i].tag not in ("WDT", "WP")
    ]


def _person(scene: Scene, index: int) -> bool:
    span = scene.tokens[index].span
    return any(n.type == "PERSON" and n.span.contains(span) for n in scene.analysis.names)


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


# What a number alone is told by: what it is for. Other clauses of a noun tell nothing of what became of the counted.
_NEEDING = listed("need require")


def says_which(frame: Frame, kept: list[int], *, numbered: bool) -> bool:
    """Whether a noun phrase says by a clause of its own which are meant: "votes needed to overcome a filibuster".

    What is `numbered` needs but another noun: "the 52nd victory of her career".
    """
    scene = frame.scene
    behind = [i for i in kept if i > frame.root and not frame.gap.overlaps(scene.tokens[i].span)]
    verbs = [i for i in behind if scene.tokens[i].lemma in _NEEDING and scene.tokens[i].dep.startswith("acl")]
    content = [i for i in behind if scene.tokens[i].upos in ("NOUN", "PROPN", "VERB")]
    return (bool(verbs) and len(content) > 1) or (numbered and bool(content))


def torn(frame: Frame, kept: list[int]) -> bool:
    """Whether a label begins without its subject, ends in the middle, or sets its amount beside or behind another."""
    scene = frame.scene
    opens = scene.tokens[kept[0]]
    own = scene.analysis.tokens_in(frame.gap)
    closes = next((scene.tokens[i] for i in reversed(kept) if scene.tokens[i].upos != "PUNCT"), opens)
    if closes.lemma in ("likely", "unlikely", "have") or closes.upos == "AUX" or closes.tag in ("WP", "WDT"):
        return True
    if closes.dep in ("case", "mark", "cc") or (closes.upos == "ADP" and closes.dep != "compound:prt"):
        return True
    if opens.dep == "case" and opens.head == frame.root:
        return True
    if _goes_on(scene, kept):
        return True
    first = [scene.tokens[i] for i in kept if not frame.gap.overlaps(scene.tokens[i].span)][:2]
    if len(first) > 1 and first[0].upos in ("ADP", "SCONJ") and first[1].tag == "VBG":
        return True
    if first and first[0].tag in ("WDT", "WP"):
        return True
    if any(scene.tokens[i].upos == "NUM" and _halved(scene, i, kept) for i in kept if i not in own):
        return True
    if opens.upos == "AUX" or (opens.upos == "VERB" and opens.dep != "amod") or opens.tag == "MD":
        return not frame.gap.contains(opens.span)
    before = [i for i in kept if scene.tokens[i].end <= frame.gap.start]
    if frame.taken_in and not any(scene.tokens[i].upos in ("VERB", "AUX") for i in before):
        return True  # "the house … members voting": the clause has another subject
    if before and kind_of(scene, frame.gap) == "%" and scene.tokens[before[-1]].text in ("on", "with"):
        ends = frame.gap.contains(closes.span)
        return scene.tokens[before[-1]].text == "on" or ends  # "with Hall on 15%", "a majority, with 60%"
    return _of_another(scene, before) or _beside(scene, before)


def _goes_on(scene: Scene, kept: list[int]) -> bool:
    """Whether the verb of a label's last noun stands right behind it, left out: "came as two sites [knocked down]"."""
    last = next((i for i in reversed(kept) if scene.tokens[i].upos != "PUNCT"), kept[-1])
    if last + 1 >= len(scene.tokens) or last + 1 in kept or scene.tokens[last].upos not in ("NOUN", "PROPN"):
        return False
    return scene.tokens[last + 1].tag in ("VBD", "VBZ", "VBP", "MD")


def _halved(scene: Scene, index: int, kept: list[int]) -> bool:
    """Whether only one side of "251-174" is kept."""
    behind = index + 1
    return behind < len(scene.tokens) and scene.tokens[behind].text in ("-", "–") and behind not in kept


def _of_another(scene: Scene, before: list[int]) -> bool:
    """Whether an amount is another's whose name is left out: "first, ahead of Moreno with 18 percent"."""
    if not before or before[-1] == 0 or scene.tokens[before[-1]].upos != "ADP":
        return False
    return before[-1] - 1 not in before and scene.tokens[before[-1] - 1].upos == "PROPN"


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
    words = re.sub(r"\s+([,;:.!?])", r"\1", words)
    words = re.sub(r"(?:[,;:] ?)+(?=[,;:]|$)", "", words).strip(" ,;:.-–—")
    if counted and words.startswith(GAP) and not words.startswith(f"{GAP} of "):
        words = words[len(GAP) :].strip(" -")
    return words
