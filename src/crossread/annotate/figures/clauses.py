"""What the clause says of a count, where no participle or state names the event.

"4,000 homes lost power" counts homes that lost power, "protection for 300,000
people" counts people by what is meant for them. The words are those of the
text, from the counted noun to the end of the first phrase that completes its verb.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import Counted, Scene, clause_subject, name_words, time_word
from crossread.annotate.figures.units import PEOPLE
from crossread.record.analysis import Token
from crossread.record.span import Span

# Words that a phrase may have that completes a verb or a noun (3 to 7 tried by reading; longer ones
# run into the next phrase).
_ROOM = 5
# Tokens between a counted noun and its verb: "people on Saturday marched" (6 and 10 tried by reading).
_APART = 10
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENERS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_PREPOSITIONS_TEXT = """in at on across outside near inside throughout along around within from for against to into with
through over down up by of off towards toward past under"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
# Verbs of saying and thinking: those who say something are sources, not a count of anything. Also verbs
# that only link or begin ("seem", "include").
_NO_DOING_TEXT = """say tell claim believe think report confirm announce know hope fear estimate suggest add mean
reveal note learn hear feel argue insist admit warn deny describe explain call be become seem appear include
do let keep start begin continue try want need like tend happen"""
_NO_DOING = frozenset(_NO_DOING_TEXT.split())
# Nouns that measure by "of" alone, and those that say only that something is counted.
_NO_GOVERNOR_TEXT = """number group total series pair average majority lot kind sort type one part member set
list line string host couple handful bunch minimum maximum some all most many percent cent case way time year
month week day hour minute age example instance addition case view rest"""
_NO_GOVERNOR = frozenset(_NO_GOVERNOR_TEXT.split())
# Prepositions by which a noun takes what it is meant for: those of place say nothing of the count.
_GOVERNING = frozenset({"for", "with", "against", "between", "to"})


def doing(scene: Scene, index: int) -> str:
    """Return what the counted did, with the phrase that completes it: "lost power"; "" where none is sure."""
    verb = scene.tokens[index].head
    token = scene.tokens[verb]
    near = 0 < verb - index <= _APART + 1 or _set_off(scene, index, verb)
    if scene.tokens[index].dep != "nsubj" or token.upos != "VERB" or not near:
        return ""
    if token.lemma in _NO_DOING or not _real(scene, index, verb):
        return ""
    return _completed(scene, verb)


def _set_off(scene: Scene, subject: int, verb: int) -> bool:
    """Whether all between subject and verb is set off by marks: "two investors - A and B - asked"."""
    between = scene.tokens[subject + 1 : verb]
    return len(between) > 2 and between[0].text in _MARKS and between[-1].text in _MARKS


_MARKS = frozenset({",", "-", "–", "—", "(", ")"})


def described(scene: Scene, thing: Counted) -> str:
    """Return the active clause right after the counted: "troops [coming from 20 countries]", "people who live in"."""
    at = thing.head + 1
    if at < len(scene.tokens) and scene.tokens[at].text.lower() in ("who", "that", "which"):
        at += 1
        fits = at < len(scene.tokens) and scene.tokens[at].tag in _FINITE and _real(scene, thing.head, at)
    else:
        fits = at < len(scene.tokens) and scene.tokens[at].tag == "VBG" and scene.tokens[at].dep == "acl"
    token = scene.tokens[at] if fits else None
    if token is None or token.upos != "VERB" or token.lemma in _NO_DOING:
        return ""
    return _completed(scene, at)


def aimed(scene: Scene, thing: Counted) -> str:
    """Return what the counted are to do, right after them: "votes [to pass in the Senate]", "[needed to win]"."""
    at = thing.head + 1
    if at < len(scene.tokens) and scene.tokens[at].text.lower() in ("needed", "necessary", "required"):
        at += 1
    if at + 1 >= len(scene.tokens) or scene.tokens[at].text != "to" or scene.tokens[at + 1].upos != "VERB":
        return ""
    verb = scene.tokens[at + 1]
    end = phrase_end(scene, at + 2, verb.end) or verb.end
    return scene.text[scene.tokens[thing.head + 1].start : end]


def _real(scene: Scene, subject: int, verb: int) -> bool:
    """Whether a verb is finite and tells what happened: no modal, no negation, no infinitive."""
    if scene.tokens[verb].tag not in (*_FINITE, "VBN", "VBG"):
        return False
    if scene.tokens[verb].tag == "VBZ":
        return False  # the counted are many: another thing is its subject
    finite = scene.tokens[verb].tag in _FINITE
    for token in scene.tokens[subject + 1 : verb]:
        if token.tag == "MD" or token.text.lower() in (
            "to",
            "not",
            "n't",
            "n’t",
            "never",
            "if",
            "that",
            "who",
        ):
            return False
        finite = finite or token.text.lower() in ("has", "have", "had", "are", "were", "is", "was")
    return finite


# What between the counted and a verb shows that it is no fact of theirs; "has" and "is" go with one thing.
_HINDERING = frozenset(
    {"to", "not", "n't", "n’t", "never", "if", "that", "who", "has", "is", "was", "'s", "’s"}
)


def _completed(scene: Scene, verb: int) -> str:
    """Return the verb with the phrase after it, "" where none follows."""
    end = phrase_end(scene, verb + 1, scene.tokens[verb].end)
    return scene.text[scene.tokens[verb].start : end] if end else ""


def phrase_end(scene: Scene, first: int, position: int) -> int | None:
    """Return where the noun phrase ends that begins at token `first`, a preposition before it allowed."""
    at = first
    if at < len(scene.tokens) and scene.tokens[at].text.lower() in _PREPOSITIONS:
        at += 1
    last = None
    for index in range(at, min(at + _ROOM, len(scene.tokens))):
        token = scene.tokens[index]
        if not _inside(scene, token, scene.tokens[index - 1].end if index > first else position):
            break
        if token.upos in ("NOUN", "PROPN"):
            last = index
        elif last is not None and token.upos not in ("PART", "PUNCT"):
            break
    if last is None or _cut(scene, last):
        return None
    return _with_of(scene, last)


def _with_of(scene: Scene, last: int) -> int:
    """Return where a phrase ends with a short "of …" after it: "the Department of Homeland Security"."""
    at = last + 1
    if at >= len(scene.tokens) or scene.tokens[at].text != "of":
        return scene.tokens[last].end
    end = last
    for index in range(at + 1, min(at + 1 + _OF_ROOM, len(scene.tokens))):
        if not _inside(scene, scene.tokens[index], scene.tokens[index - 1].end):
            break
        if scene.tokens[index].upos in ("NOUN", "PROPN"):
            end = index
    return scene.tokens[last if _cut(scene, end) else end].end


# Words after "of" that still belong to a phrase.
_OF_ROOM = 3
# What only points back: "for that project" says nothing by itself.
_POINTING = frozenset({"that", "this", "these", "those", "another", "it"})
_IF = re.compile(r"\b(?:if|would|could|might|should|unless|whether)\b", re.IGNORECASE)
# How far before a count such a word makes it no fact, in code points.
_IF_BEFORE = 60


def supposed(scene: Scene, position: int) -> bool:
    """Whether a count stands in what is only supposed: "if I gave a speech to 45,000 people"."""
    sentence = scene.analysis.sentence_at(position)
    start = max(sentence.start if sentence else 0, position - _IF_BEFORE)
    return bool(_IF.search(scene.text, start, position))


def _inside(scene: Scene, token: Token, before: int) -> bool:
    if token.start - before > 1 or time_word(token.text) or token.text.lower() in _POINTING:
        return False
    if any(time.span.overlaps(token.span) for time in scene.times):
        return False
    if token.upos == "PUNCT":
        return token.text in ("-", "’", "'")
    if token.upos == "VERB":
        return token.dep == "amod"
    return token.upos in _OPENERS or token.tag in ("PRP$", "POS")


def _cut(scene: Scene, last: int) -> bool:
    """Whether the phrase goes on in the middle of a noun or ends in one that needs more."""
    if last + 1 >= len(scene.tokens):
        return False
    after = scene.tokens[last + 1]
    return after.start - scene.tokens[last].end <= 1 and (
        after.upos in ("NOUN", "PROPN") or after.text in ("-", "'s", "’s")
    )


def meant_for(scene: Scene, number: Span, thing: Counted) -> str:
    """Return a count by the noun that takes it: "protection for people", "affairs with women"."""
    if supposed(scene, number.start):
        return ""
    at = next((i for i in scene.analysis.children(thing.head, "case") if i < thing.head), 0)
    governor, case = scene.tokens[at - 1], scene.tokens[at]
    if at < 1 or governor.upos != "NOUN" or case.text not in _GOVERNING or case.end > number.start:
        return ""
    if case.start - governor.end != 1 or governor.lemma in _NO_GOVERNOR or time_word(governor.text):
        return ""
    if governor.lemma in PEOPLE:
        return ""  # "a mother with two children" counts no mothers
    if scene.tokens[thing.head].head != at - 1 and governor.dep != "obj":
        return ""
    return f"{name_words(scene, at - 1)} {case.text} {thing.span.of(scene.text)}"


def subject_of(scene: Scene, index: int) -> str | None:
    """Return the words of the subject of the clause over a token, if a noun is it."""
    subject = clause_subject(scene, index)
    if subject is None or scene.tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    return name_words(scene, subject)
