"""Fixed turns by which news tells an act: "faces 12 counts of fraud", "is under investigation", "is unwilling to"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.classes import AGENTIVE, LEGISLATURES
from crossread.annotate.acts.clauses import NEGATIONS, Group, Reader, clause_end, conditional, group_at
from crossread.annotate.acts.doers import nobody
from crossread.annotate.acts.frames import LAWS
from crossread.annotate.acts.futures import NOBODYS, speaker_of
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase
from crossread.annotate.acts.shapes import Found, headed, rest
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

_CHARGES = listed("charge charges count counts indictment")
_ASKING = listed("demand ask insist request recommend propose suggest urge want")
_UNWILLING = listed("unwilling loath")
_DETERMINED = listed("determined bound poised")
_INTENTIONS = listed("intention intentions intent plan plans desire interest")
_OWED = listed("account explanation apology answer answers truth transparency accounting")


def idioms(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in ("face", "faces", "facing", "faced"):
        yield from _facing(reader, sentence, index)
    elif word in _UNWILLING | _DETERMINED or (word == "willing" and reader.word(index - 1) in NEGATIONS):
        yield from _disposed(reader, sentence, index)
    elif word in _INTENTIONS and reader.word(index - 1) == "no":
        yield from _not_intending(reader, sentence, index)
    elif word in ("owes", "owe"):
        yield from _owing(reader, sentence, index)
    elif word in ("passed", "cleared"):
        yield from _bill_passed(reader, sentence, index)
    elif word == "sorry":
        yield from _sorry(reader, sentence, index)


def _told(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a verb group tells of something done."""
    return not (group.negated or group.modal or group.infinitive or conditional(reader, group, sentence))


def _facing(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "Mr Reed, 67, faces 12 counts of fraud"."""
    form = {"faces": "s", "facing": "ing", "faced": "ed"}.get(reader.word(index), "base")
    group = group_at(reader, index, form, sentence)
    if not _told(reader, sentence, group):
        return
    token = reader.tokens[index]
    asked = token.dep == "ccomp" and reader.tokens[token.head].lemma in _ASKING
    if asked or not headed(reader, sentence, index + 1, _CHARGES):
        return  # "demanded that he face charges"
    subject = subject_of(reader, group, sentence)
    action = rest(reader, sentence, index, noun=False)
    if subject is not None and action is not None and is_agent(reader, *subject):
        yield Found(ActKind.CHARGE, (group.first, index + 1), action, None, subject)


def _disposed(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "has been unwilling to hold a vote", "is determined to build it"."""
    if reader.word(index + 1) != "to":
        return
    group = group_at(reader, index, "ed", sentence)
    over = reader.word(group.first) in ("was", "were", "had")
    unwilling = reader.word(index) in _UNWILLING or reader.word(index) == "willing"
    if not group.be or over or group.modal or conditional(reader, group, sentence):
        return
    if group.negated is not (reader.word(index) == "willing"):
        return
    subject = subject_of(reader, group, sentence)
    action = rest(reader, sentence, index + 2)
    if subject is None or action is None or not is_official(reader, *subject):
        return
    if reader.tokens[action[0]].lemma not in AGENTIVE:
        return
    kind = ActKind.REFUSAL if unwilling else ActKind.COMMITMENT
    yield Found(kind, (group.first, index + 2), action, subject, dated=kind is ActKind.COMMITMENT)


def _bill_passed(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the bill passed the House on Monday": the body that passed it stands as the object."""
    group = group_at(reader, index, "ed", sentence)
    told = reader.tokens[index].tag in ("VBD", "VBN") and not (
        group.passive or group.modal or group.infinitive
    )
    objects = reader.analysis.children(index, "obj", "iobj")
    if not told or group.negated or not objects or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    body = noun_phrase(reader, objects[0], sentence)
    if subject is None or nobody(reader, subject) or reader.word(head_of(reader, *subject)) not in LAWS:
        return
    if reader.word(head_of(reader, *body)) in LEGISLATURES | {"committee"}:
        last = max(clause_end(reader, index, sentence), body[1])
        yield Found(ActKind.DECISION, (group.first, index + 1), (subject[0], last), body)


def _sorry(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she said she is sorry for the delay", "we are deeply sorry that …"."""
    group = group_at(reader, index, "ed", sentence)
    if not group.be or group.negated or group.modal or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    own = None if subject is None else speaker_of(reader, sentence, index, subject)
    if own is not None and reader.word(index + 1) in ("for", "that", "about"):
        last = max(clause_end(reader, index, sentence), index + 2)
        yield Found(ActKind.APOLOGY, (group.first, index + 1), (index, last), own)


def _not_intending(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she has no intention of resigning", "they had no plans to sell it"."""
    verb = index - 2
    if reader.word(verb) not in ("has", "have", "had") or reader.word(index + 1) not in ("of", "to", "in"):
        return
    group = group_at(reader, verb, "s", sentence)
    subject = subject_of(reader, group, sentence)
    doing = index + 2
    if subject is None or doing >= sentence.last or not _told(reader, sentence, group):
        return
    own = speaker_of(reader, sentence, verb, subject) or subject
    if reader.tokens[doing].tag not in ("VB", "VBG") or not is_official(reader, *own):
        return
    action = rest(reader, sentence, doing)
    if action is not None and reader.tokens[doing].lemma not in NOBODYS:
        yield Found(ActKind.REFUSAL, (group.first, index + 2), (verb, action[1]), own)


def _owing(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the mayor owes residents an explanation" in what somebody says."""
    group = group_at(reader, index, "s", sentence)
    subject = subject_of(reader, group, sentence)
    action = rest(reader, sentence, index)
    if subject is None or action is None or not _told(reader, sentence, group):
        return
    if is_official(reader, *subject) and not _OWED.isdisjoint(reader.word(i) for i in range(*action)):
        yield Found(ActKind.DEMAND, (index, index + 1), action, None, subject, spoken=True)
