"""Whom the pronouns of a label mean: names for them, or none where one stays open."""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Scene, name_words
from crossread.annotate.figures.frame import Frame
from crossread.annotate.figures.pointing import called, only_points, points_back
from crossread.annotate.figures.units import PEOPLE, time_unit
from crossread.record.annotation import MentionForm
from crossread.text.closed_classes import DEMONSTRATIVE, OF_ONE_PERSON, THIRD_PERSON
from crossread.text.listing import listed

_OWN = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"})
# Verbs of which a thing is the subject that makes known what others did.
_SHOWING = listed("show suggest indicate find reveal say report confirm estimate record list demonstrate")
# Stretches of time that have no fixed length. Source: the hyponyms of "time period" in daily use.
_SPELLS = listed(
    "season term session cycle quarter morning afternoon evening weekend spring summer autumn fall winter time point"
)
_SPANS = listed("span period stretch spell era")


def settle_pronouns(frame: Frame, kept: list[int]) -> bool:
    """Put names for pronouns; False where one stays open, so that the label says nothing alone."""
    scene = frame.scene
    # whether the subjects and the nouns before a pronoun are plural
    subjects = {_is_plural(scene, i) for i in frame.before if _noun(scene, i)}
    nouns = set(subjects)
    for index in kept:
        token = scene.tokens[index]
        if frame.gap.contains(token.span) and token.upos not in ("NOUN", "PROPN"):
            continue
        if only_points(scene, index, (*frame.before, *frame.nouns)):
            return False
        titled = token.text.istitle() and len(token.text) > 1 and index != kept[0]  # "for the Rest of Us"
        if (token.upos == "PRON" and not titled) or token.tag in ("DT", "PRP$"):
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
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def _noun(scene: Scene, index: int) -> bool:
    return scene.tokens[index].upos in ("NOUN", "PROPN")


def _is_plural(scene: Scene, index: int) -> bool:
    below = scene.analysis.children(index, "nmod")
    several = any(
        scene.tokens[i].tag in _PLURAL_TAGS or scene.tokens[i].text == "those" for i in (index, *below)
    )
    return several or bool(scene.analysis.children(index, "conj"))


def _settled(frame: Frame, index: int, before: set[bool]) -> bool:
    """Whether one knows whom a pronoun means: by its name, by what stands before it, or as the speaker of the words."""
    token = frame.scene.tokens[index]
    word = token.text.lower()
    if word in _OWN:
        return frame.told
    if word in THIRD_PERSON:
        return _third_settled(frame, index, before)
    if word == "the":
        return _known(frame, token.head)
    return word not in DEMONSTRATIVE or token.tag != "DT" or _pointed_at(frame, index)


def _third_settled(frame: Frame, index: int, before: set[bool]) -> bool:
    """Whether one knows whom a pronoun of the third person means."""
    scene, word = frame.scene, frame.scene.tokens[index].text.lower()
    if scene.analysis.children(scene.tokens[index].head, "ccomp") and scene.tokens[index].dep == "nsubj:pass":
        return True  # "it was reported that"
    others = [i for i in frame.nouns if _own_subject(scene, index, i) or _shows(scene, index, i)]
    above = scene.analysis.ancestors(index)
    if any(_fits(scene, word, i) and i not in others and i not in above for i in frame.nouns):
        return True  # the text leaves it to the reader too, who may know better than a chain
    if _named(frame, index):
        return True
    if word in OF_ONE_PERSON and frame.before:
        return any(_person(scene, i) for i in frame.before)
    return (word in _PLURAL) in before and not others


def _pointed_at(frame: Frame, index: int) -> bool:
    """Whether one knows what "this" or "those" points at: not "that $150 billion" without the sentence before."""
    scene, token = frame.scene, frame.scene.tokens[index]
    if frame.before:
        return True
    if frame.gap.contains(scene.tokens[token.head].span):
        return False
    if token.head > index and scene.tokens[token.head].lemma in _INQUIRIES:
        return True
    return _of_time(scene, index) or _told_which(scene, index)


def _known(frame: Frame, noun: int) -> bool:
    """Whether one knows which "the department" is; the name that ends in the noun is put behind it."""
    if not points_back(frame.scene, noun, (*frame.before, *frame.nouns)):
        return True
    name = called(frame.scene, noun)
    if name is not None:
        frame.words[noun] = f"{frame.scene.tokens[noun].text} [{name}]"
    return name is not None


def _own_subject(scene: Scene, pronoun: int, noun: int) -> bool:
    """Whether a noun is the subject of the verb whose object a pronoun is: they are two: "The paper gave it …"."""
    token, subject = (
        scene.tokens[pronoun],
        scene.tokens[scene.analysis.top(noun, "flat", "compound", "appos")],
    )
    return token.dep in ("obj", "iobj") and subject.dep.startswith("nsubj") and subject.head == token.head


def _shows(scene: Scene, pronoun: int, noun: int) -> bool:
    """Whether a noun is the thing that shows what is told of a pronoun: in "polls show they went" others went."""
    verb = scene.tokens[scene.tokens[pronoun].head]
    above = scene.tokens[noun]
    shown = verb.dep == "ccomp" and above.dep.startswith("nsubj") and above.head == verb.head
    return shown and scene.tokens[verb.head].lemma in _SHOWING and above.lemma.lower() not in PEOPLE


def _fits(scene: Scene, word: str, noun: int) -> bool:
    """Whether a pronoun may stand for a noun before it in the label."""
    if word in OF_ONE_PERSON:
        return _person(scene, noun)
    return (word in _PLURAL) == _is_plural(scene, noun) and not _person(scene, noun)


def _told_which(scene: Scene, index: int) -> bool:
    """Whether what stands behind "those" says which are meant: "those who voted", "those polled"."""
    return bool(scene.analysis.children(index, "acl", "nmod"))


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


# What figures are taken from: which of them is said beside the figure by its account.
_INQUIRIES = listed("poll survey study census")


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
        owning = "’" if named.endswith("s") and scene.tokens[index].text.lower() == "their" else "’s"
        frame.words[index] = f"{named}{owning}" if scene.tokens[index].dep == "nmod:poss" else named
        frame.shown.update(parts)
    return True


def _subject_before(frame: Frame, index: int) -> str | None:
    """Return the one subject before "they" or "it", in its sentence or else the one before.

    "Drivers were fined, they paid …"; "The campaign has begun. It will focus on …".
    """
    scene = frame.scene
    word = _SUBJECT_FORM.get(scene.tokens[index].text.lower(), "")
    sentence = scene.analysis.sentence_at(scene.tokens[index].start)
    whose = scene.tokens[index].head if scene.tokens[index].tag == "PRP$" else index
    if sentence is None or not word or not scene.tokens[whose].dep.startswith("nsubj"):
        return None
    subjects = _subjects(scene, range(sentence.first, index))
    if not subjects:
        subjects = _subjects_before(scene, sentence.first, word)
    if len(subjects) != 1 or scene.tokens[subjects[0]].upos == "PRON" or _shows(scene, index, subjects[0]):
        return None
    plural = scene.tokens[subjects[0]].tag in ("NNS", "NNPS")
    between = range(max(subjects[0] + 1, sentence.first), index)
    objects = (i for i in between if _noun(scene, i) and scene.tokens[i].dep in ("obj", "iobj"))
    if any(_is_plural(scene, i) == plural for i in objects) or plural != (word == "they"):
        return None
    return None if not plural and _person(scene, subjects[0]) else _as_known(scene, subjects[0])


def _as_known(scene: Scene, subject: int) -> str | None:
    """Return a subject as one that was told before: "the drivers" for "drivers"; None where it is too long."""
    words = _all_of(scene, subject)
    if words is None:
        return None
    opening = words.split()[0]
    if opening.lower() in _DETERMINERS or scene.tokens[subject].upos != "NOUN":
        return words
    own = next(i for i in scene.analysis.subtree(subject) if scene.tokens[i].text in opening)
    named = scene.tokens[own].upos == "PROPN" or not opening[1:].islower()
    first = words[:1] if named else words[:1].lower()
    return f"the {first}{words[1:]}"


_DETERMINERS = listed("the a an some many several most all both each every no any few these those this that")


_SUBJECT_FORM = {"they": "they", "their": "they", "it": "it", "its": "it"}
# Sentences that may begin with the same pronoun one after the other.
_SO_FAR_BACK = 3


def _subjects_before(scene: Scene, first: int, word: str) -> list[int]:
    """Return the subjects of the sentence before token `first`; past those that are only the same pronoun."""
    subjects: list[int] = []
    for _ in range(_SO_FAR_BACK):
        before = scene.analysis.sentence_at(scene.tokens[first - 1].start) if first > 0 else None
        if before is None:
            return []
        subjects, first = _subjects(scene, range(before.first, before.last)), before.first
        if [scene.tokens[i].text.lower() for i in subjects] != [word]:
            return subjects
    return subjects


# Words of a subject that a pronoun may be told by.
_LONGEST_NAME = 7


def _all_of(scene: Scene, subject: int) -> str | None:
    """Return a subject with what is joined to it ("workers and leaders in Kent"); None where that is too long."""
    joined = [i for i in scene.analysis.children(subject, "conj", "nmod", "acl") if i > subject]
    if not joined or any(n.span.contains(scene.tokens[subject].span) for n in scene.analysis.names):
        return name_words(scene, subject)
    words = scene.analysis.subtree_span(subject).of(scene.text)
    return words if len(words.split()) <= _LONGEST_NAME and "," not in words else None


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
