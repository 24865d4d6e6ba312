"""Stances that their content shows, not a cue verb: what a speaker says is not so, or must be done.

A modal alone is no demand. Said by somebody named, of a body or of something
that only an authority can do ("should be banned"), it is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import ACCOUNTABLE, NOBODYS
from crossread.annotate.acts.clauses import (
    MODALS,
    NEGATIONS,
    PRONOUNS,
    QUOTES,
    Group,
    Reader,
    clause_end,
    conditional,
    group_at,
    group_of,
    party_before_to,
)
from crossread.annotate.acts.diary import next_verb, own_subject
from crossread.annotate.acts.doers import nobody
from crossread.annotate.acts.parties import RELATIVE, subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase
from crossread.annotate.acts.shapes import Found, Tokens, rest
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed
from crossread.text.verdicts import BASELESS

_INVOLVEMENT = listed("involvement knowledge role part hand")
_BE = listed("is are was were 's 're be been")
# What one is accused of and says there was none of.
_WRONGS = listed(
    "collusion wrongdoing misconduct conspiracy fraud obstruction coordination corruption cover-up bias bribery"
)
_LEAVING = listed("resign quit step")
# What is asked for in the passive: deeds of authorities and bodies, without those that anybody's view holds.
_ASKED_FOR = ACCOUNTABLE - listed(
    "give direct address discuss leave make take hold show answer question call"
) | listed("charge declare dismiss fire impeach jail probe punish sack strike try slash accelerate")
_ANSWERING = listed("accountable responsible liable account")
_DEMANDED = frames.DEEDS | listed("hold stop protect ensure allow")
_ANYBODY = listed("people everyone everybody anyone you we i they it one there women men")


def stances(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in ("nothing", "no", "guilty", "innocent") or word in BASELESS:
        yield from _denied(reader, sentence, index)
    elif word in ("should", "must") or (
        word in ("needs", "need", "ought") and reader.word(index + 1) == "to"
    ):
        yield from _demanded(reader, sentence, index)
    elif word in NEGATIONS:
        yield from _not_done(reader, sentence, index)
    elif reader.tokens[index].lemma == "deny":
        yield from _denied_before(reader, sentence, index)
    elif reader.tokens[index].lemma in _CALLING:
        yield from _called_false(reader, sentence, index)
    elif word == "time":
        yield from _high_time(reader, sentence, index)
    elif word == "want":
        yield from _unwanted(reader, sentence, index)


# -- denials ------------------------------------------------------------------------------------------


def _denied(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "had nothing to do with it", "did nothing wrong", "is not guilty", "the claims are false"."""
    cue = _denying(reader, index)
    if cue is None or cue[0] <= sentence.first:
        return
    group = group_at(reader, cue[0], "ed", sentence)
    if group.modal or group.infinitive or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    if subject is not None and reader.word(subject[0]) in _POINTING:
        return  # "it has nothing to do with politics": a view
    if _beside_the_point(reader, cue[0], subject):
        return
    if reader.word(index) in BASELESS and (
        subject is None or reader.word(head_of(reader, *subject)) not in frames.ALLEGATIONS
    ):
        return
    first = subject[0] if subject is not None and subject[0] < cue[0] else group.first
    last = max(clause_end(reader, cue[0], sentence), cue[1])
    yield Found(ActKind.DENIAL, cue, (first, last), spoken=True)


def _denied_before(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "accused Leeds of breaking it, which the council denies", "a charge that she has denied"."""
    token = reader.tokens[index]
    objects = reader.analysis.children(index, "obj")
    which = next((i for i in objects if reader.word(i) in RELATIVE), None)
    told = token.dep in ("conj", "parataxis") and reader.tokens[token.head].lemma != "deny"
    if told and any(reader.word(i) in ("it", "this", "them") for i in objects):
        which = group_of(reader, index, sentence).first  # "the paper said that she left but she denied it"
    alone = token.dep == "acl:relcl" and not reader.analysis.children(index, "obj", "ccomp", "xcomp")
    if token.upos != "VERB" or not (alone or which is not None):
        return
    group = group_of(reader, index, sentence)
    own = reader.analysis.children(index, "nsubj")
    if not own or own[0] >= index or group.negated or group.modal or group.passive:
        return
    subject = noun_phrase(reader, own[-1], sentence)
    first, last = sentence.first, (subject[0] if which is None else which)
    if alone and sentence.first <= token.head < last:
        first = noun_phrase(reader, token.head, sentence)[0]
    if is_agent(reader, *subject) and first < last and not conditional(reader, group, sentence):
        yield Found(ActKind.DENIAL, (group.first, index + 1), (first, last), subject)


_CALLING = listed("call brand label deem describe dismiss denounce decry blast slam")
_FALSEHOODS = BASELESS | listed(
    "ridiculous absurd preposterous outlandish ludicrous lie lies smear smears fiction fabrication invented"
)


def _called_false(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "called the allegations a smear", "dismissed the claim as false"."""
    objects = reader.analysis.children(index, "obj")
    if (
        not objects
        or reader.word(objects[0]) not in frames.ALLEGATIONS
        or reader.tokens[index].upos != "VERB"
    ):
        return
    group = group_of(reader, index, sentence)
    subject = subject_of(reader, group, sentence)
    last = max(reader.analysis.subtree(index)[-1] + 1, objects[0] + 1)
    told = {reader.word(i) for i in range(objects[0] + 1, min(last, objects[0] + 12))}
    if subject is None or not is_agent(reader, *subject) or told.isdisjoint(_FALSEHOODS):
        return
    done = not (group.modal or group.negated or group.infinitive or group.passive)
    if done and not conditional(reader, group, sentence):
        yield Found(ActKind.DENIAL, (group.first, index + 1), (index + 1, last), subject)


def _beside_the_point(reader: Reader, verb: int, subject: Tokens | None) -> bool:
    """Whether it is said by the way, or to say which: "for reasons that have …", "how I did not …", "because …"."""
    asked = subject is not None and reader.word(subject[0] - 1) in ("how", "why")
    return asked or reader.tokens[verb].dep.split(":")[0] in ("acl", "advcl")


_POINTING = listed("it this that")


# What one regrets not to have done rather than denies: "we did not produce an alternative".
_FAILED = listed("produce create make do take get receive")
_IT = listed("it that this anything")
# Deeds that somebody who is blamed says were not done.
_BLAMED = listed(
    "meet send do ask order tell take give receive write approve authorise authorize produce create make commit "
    "kill steal pay lie use touch threaten break violate participate involve sanction endorse leak discuss "
    "promise offer mislead abuse hack interfere collude plagiarise plagiarize correspond contact associate"
)


# What somebody who is blamed says is not so of itself: of now ("does not discriminate"), of ties and knowledge.
_OF_NOW = listed(
    "engage discriminate condone tolerate support participate work use own accept recall remember know have hold "
    "receive pay owe control harbor harbour belong target collect sell share"
)
_TIES = listed(
    "contact contacts tie ties role connection connections link links relationship relations knowledge dealings "
    "communication communications involvement conversation conversations affair part interest evidence access intent"
)
_SAYING_OF_ONESELF = listed(
    "saying states stated claims claimed claiming maintains maintained testified insists adding stating"
)


def _not_done(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she said she had never met him", "we did not send it", "it was not produced by the campaign"."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None:
        return
    helper = reader.word(index - 1 - (reader.word(index - 1) in QUOTES))
    passive = reader.tokens[verb].tag != "VBG" and helper in ("was", "were")
    group = group_at(reader, verb, "ed" if passive else "base", sentence)
    before = reader.word(group.first)
    subject = subject_of(reader, group, sentence)
    if subject is None or group.infinitive or group.modal or conditional(reader, group, sentence):
        return
    if _beside_the_point(reader, verb, subject):
        return
    own = _of_oneself(reader, sentence, group.first - 1)
    last = max(clause_end(reader, verb, sentence), verb + 1)
    if _deed_denied(reader, index, verb, before, passive=passive, own=own, subject=subject):
        yield Found(ActKind.DENIAL, (group.first, verb + 1), (subject[0], last), spoken=True)


def _of_oneself(reader: Reader, sentence: Sentence, index: int) -> bool:
    """Whether a pronoun is the speaker's own, also behind "saying (that)"."""
    if own_subject(reader, sentence, index):
        return True
    saying = index - 2 if reader.word(index - 1) == "that" else index - 1
    return reader.word(index) in frames.OWN_PRONOUNS and reader.word(saying) in _SAYING_OF_ONESELF


def _deed_denied(
    reader: Reader, index: int, verb: int, before: str, *, passive: bool, own: bool, subject: Tokens
) -> bool:
    """Whether what is said not to be done is a deed, a tie or a habit that one may be blamed for."""
    lemma = reader.tokens[verb].lemma
    ever = before in ("has", "have") and reader.word(index) == "never"
    of_now = before in ("do", "does", "did") or ever
    if own and of_now and lemma in _OF_NOW - _BLAMED:
        return _of_ties(reader, verb, lemma)
    if lemma == "do" and own and any(reader.word(i) in _IT for i in reader.analysis.children(verb, "obj")):
        return of_now
    if lemma not in _BLAMED or (before not in ("did", "had", "was", "were") and not ever):
        return False
    if lemma == "tell" and reader.word(verb + 1) in _ANYBODY:
        return False  # "she did not tell anyone for years"
    by = reader.word(verb + 1) in ("by", "in", "with") and reader.word(subject[0]) not in _ANYBODY
    return (own and not passive and lemma not in _FAILED) or (passive and by)


def _of_ties(reader: Reader, verb: int, lemma: str) -> bool:
    """Whether what one "does not know" or "have" is somebody, or a tie to them: not "does not know why"."""
    objects = reader.analysis.children(verb, "obj")
    if lemma == "have":
        return any(reader.word(i) in _TIES for i in objects)
    if lemma in ("know", "recall", "remember"):
        return any(is_agent(reader, i, i + 1) and reader.tokens[i].lemma != "source" for i in objects)
    return bool(objects) or bool(reader.analysis.children(verb, "obl"))


def _denying(reader: Reader, index: int) -> Tokens | None:
    """Return the words that deny, from the verb on."""
    word, before = reader.word(index), reader.word(index - 1)
    if word == "nothing":
        following = tuple(reader.word(index + i) for i in (1, 2, 3))
        if following == ("to", "do", "with") and before in ("has", "have", "had", "having"):
            return index - 1, index + 4
        wrong = following[0] in ("wrong", "illegal", "improper", "unlawful")
        return (index - 1, index + 2) if wrong and before in ("did", "done", "do") else None
    if word == "no" and before in _BE and reader.word(index - 2) == "there":
        return (index - 1, index + 2) if reader.word(index + 1) in _WRONGS else None
    if word == "no":
        at = index + 2 if reader.word(index + 1) in ("prior", "personal", "direct") else index + 1
        uninvolved = reader.word(at) in _INVOLVEMENT and reader.word(at + 1) in ("in", "of", ",")
        return (index - 1, at + 1) if uninvolved and before in ("has", "have", "had") else None
    if word == "guilty":
        return (index - 2, index + 1) if before in NEGATIONS and reader.word(index - 2) in _BE else None
    first = reader.analysis.top(index, "conj")  # "are both offensive and entirely | false"
    be = reader.analysis.children(first, "cop", "aux:pass")
    denied = any(reader.word(i) in NEGATIONS for i in reader.analysis.children(first, "advmod"))
    return (be[-1], index + 1) if be and be[-1] < first and not denied else None


# -- demands ------------------------------------------------------------------------------------------


# Verbs by which one holds a view: "argue that firms should deliver it".
_HOLDING = listed("argue contend believe think")


def _demanded(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the law should be repealed", "the council must publish the report", in what somebody says."""
    at = index + 1 if reader.word(index) in ("should", "must") else index + 2
    negated = reader.word(at) in NEGATIONS
    at += negated
    if reader.word(index - 1) in MODALS | NEGATIONS | {"to"}:
        return  # "will need to rebuild trust": a forecast; "does not need to"
    verb = next_verb(reader, sentence, at)
    if verb is None or any(reader.word(i) == "have" for i in range(at, verb)):
        return
    group = Group(index, verb, "base", reader.word(index))
    subject = subject_of(reader, group, sentence)
    if subject is None or reader.word(subject[0]) in _ANYBODY or conditional(reader, group, sentence):
        return
    if reader.tokens[verb].dep.split(":")[0] in ("acl", "advcl") or reader.word(index - 1) in RELATIVE:
        return  # "people who should be banned from it": which ones a law is meant for; "the view that …"
    if nobody(reader, subject) or reader.word(subject[0] - 1) in ("how", "why"):
        return
    if reader.tokens[verb].dep == "ccomp" and reader.tokens[reader.tokens[verb].head].lemma in _HOLDING:
        return
    if at > index + 1 and reader.word(subject[0]) in frames.OWNERS:
        return  # "his officers need to read it": what is to be done next
    if reader.word(at) == "be":
        imposed = reader.tokens[verb].lemma in _ASKED_FOR or (
            reader.word(verb) == "held" and any(reader.word(i) in _ANSWERING for i in (verb + 1, verb + 2))
        )
        if imposed and reader.tokens[verb].tag == "VBN":
            action = subject[0], max(clause_end(reader, index, sentence), verb + 1)
            yield Found(ActKind.DEMAND, (index, verb + 1), action, spoken=True)
    elif _demandable(reader, reader.tokens[verb].lemma, subject) and reader.word(verb + 1) not in _ONESELF:
        action = verb, clause_end(reader, verb, sentence)
        leaving = reader.tokens[verb].lemma in _LEAVING
        if leaving or (reader.word(subject[0]) not in PRONOUNS and action[1] > verb + 1):
            kind = ActKind.OPPOSITION if negated and leaving else ActKind.DEMAND
            yield Found(kind, (index, verb + 1), action, None, subject, dated=True, spoken=True)


# Deeds that are as often only wished for: "the government should do more, look again, work harder".
_WISHED = listed(
    "continue remain move work seek run pursue help use take get put keep show turn act play focus start begin be "
    "go leave think understand approach operate rely like treat talk look set stand follow respect share "
    "aim avoid guard maintain spend throw tone try wait"
)


_ONESELF = listed("themselves himself herself itself ourselves yourself")


def _demandable(reader: Reader, lemma: str, subject: Tokens) -> bool:
    """Whether it is a demand that a party should do something: a deed of the list, or any of an office or body."""
    if lemma in _DEMANDED:
        return is_agent(reader, *subject)
    return lemma not in _WISHED | (NOBODYS - {"let"}) and is_official(reader, *subject)


def _high_time(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "it's time to hold them to account", "it is time for ministers to act", "the time has come to …"."""
    after = index + 1
    if reader.word(index + 1) == "has" and reader.word(index + 2) == "come":
        after = index + 3
    elif reader.word(index - 1) not in ("is", "'s", "was") or reader.word(index - 2) != "it":
        return
    addressee = None
    if reader.word(after) == "for":
        addressee = party_before_to(reader, after + 1, sentence)
        if addressee is None or reader.word(addressee[0]) in _ANYBODY:
            return
        after = addressee[1]
    action = rest(reader, sentence, after + 1) if reader.word(after) == "to" else None
    deed = action is not None and reader.tokens[action[0]].lemma in _DEMANDED | _LEAVING | {"go"}
    if (
        action is not None and deed and (action[1] > action[0] + 1 or addressee is not None)
    ):  # not "time to vote"
        cue = (max(index - 1, sentence.first), after + 1)
        yield Found(ActKind.DEMAND, cue, action, None, addressee, dated=True, spoken=True)


def _unwanted(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she did not want the minister to resign"."""
    group = group_at(reader, index, "base", sentence)
    subject, whom = subject_of(reader, group, sentence), party_before_to(reader, index + 1, sentence)
    if subject is None or whom is None or not group.negated or group.modal or group.infinitive:
        return
    if conditional(reader, group, sentence) or not (is_agent(reader, *subject) and is_agent(reader, *whom)):
        return
    action = rest(reader, sentence, whom[1] + 1)
    if action is not None and reader.tokens[action[0]].lemma in frames.DEEDS:
        yield Found(ActKind.OPPOSITION, (group.first, index + 1), action, subject, whom)
