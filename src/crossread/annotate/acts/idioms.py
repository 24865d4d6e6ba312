"""Fixed turns by which news tells an act: "faces 12 counts of fraud", "is under investigation", "is unwilling to"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.classes import AGENTIVE, LEGISLATURES
from crossread.annotate.acts.clauses import NEGATIONS, Reader, clause_end, conditional, group_at
from crossread.annotate.acts.diary import time_in
from crossread.annotate.acts.doers import nobody
from crossread.annotate.acts.frames import ALLEGATIONS, INQUIRIES, LAWS
from crossread.annotate.acts.futures import speaker_of
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase
from crossread.annotate.acts.rulings import COURTS
from crossread.annotate.acts.shapes import Found, headed, rest
from crossread.annotate.acts.stances import FALSE
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

_CHARGES = listed("charge charges count counts indictment")
_ASKING = listed("demand ask insist request recommend propose suggest urge want")
_UNWILLING = listed("unwilling loath")
_DETERMINED = listed("determined bound poised")
_DATED_PAPERS = listed(
    "subpoena subpoenas report results findings decision ruling verdict response answer answers "
    "payment payments application applications comments documents records papers "
    "election elections vote hearing trial sentencing"
)


def idioms(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in ("face", "faces", "facing", "faced"):
        yield from _facing(reader, sentence, index)
    elif word == "under" and reader.word(index + 1) in INQUIRIES:
        yield from _inquired_into(reader, sentence, index)
    elif word in _UNWILLING | _DETERMINED or (word == "willing" and reader.word(index - 1) in NEGATIONS):
        yield from _disposed(reader, sentence, index)
    elif word in ("want", "wants", "wanted"):
        yield from _wanting_done(reader, sentence, index)
    elif word == "due":
        yield from _falling_due(reader, sentence, index)
    elif word == "until":
        yield from _having_until(reader, sentence, index)
    elif word in ("passed", "cleared"):
        yield from _bill_passed(reader, sentence, index)
    elif word in ("called", "calls", "branded", "labelled", "labeled", "described", "dismissed"):
        yield from _called_false(reader, sentence, index)
    elif word == "hold" and reader.word(index - 1) == "on":
        yield from _put_on_hold(reader, sentence, index)
    elif word == "sorry":
        yield from _sorry(reader, sentence, index)
    elif word in ("need", "demand") and reader.word(index - 1) == "we":
        yield from _needing(reader, sentence, index)


def _facing(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "Mr Reed, 67, faces 12 counts of fraud"."""
    form = {"faces": "s", "facing": "ing", "faced": "ed"}.get(reader.word(index), "base")
    group = group_at(reader, index, form, sentence)
    if group.negated or group.modal or group.infinitive or conditional(reader, group, sentence):
        return
    token = reader.tokens[index]
    asked = token.dep == "ccomp" and reader.tokens[token.head].lemma in _ASKING
    if asked or not headed(reader, sentence, index + 1, _CHARGES):
        return  # "demanded that he face charges"
    subject = subject_of(reader, group, sentence)
    action = rest(reader, sentence, index, noun=False)
    if subject is not None and action is not None and is_agent(reader, *subject):
        yield Found(ActKind.CHARGE, (group.first, index + 1), action, None, subject)


def _inquired_into(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "is under investigation for …", with nobody told who inquires."""
    group = group_at(reader, index, "ed", sentence)
    if not group.be or group.negated or group.modal or conditional(reader, group, sentence):
        return
    above = reader.tokens[index + 1]
    told = above.dep == "ccomp"
    if reader.word(group.first) in ("was", "were", "had", "been") and not told:
        return
    subject = subject_of(reader, group, sentence)
    last = max(clause_end(reader, index, sentence), index + 2)
    if subject is not None:
        whose = subject if is_agent(reader, *subject) else None  # "the crash is under investigation"
        yield Found(ActKind.INQUIRY, (group.first, index + 2), (subject[0], last), None, whose)


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


def _wanting_done(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the union wants the rule scrapped": a thing, and a participle of what is to be done to it."""
    form = {"wants": "s", "wanted": "ed"}.get(reader.word(index), "base")
    group = group_at(reader, index, form, sentence)
    if group.negated or group.modal or group.infinitive or conditional(reader, group, sentence):
        return
    done = next(
        (i for i in range(index + 2, min(index + 9, sentence.last)) if reader.tokens[i].tag == "VBN"), None
    )
    if done is None or reader.tokens[done].lemma not in AGENTIVE:
        return
    if any(
        reader.tokens[i].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV")
        for i in range(index + 1, done)
    ):
        return
    subject = subject_of(reader, group, sentence)
    if subject is None or not is_official(reader, *subject):
        return
    action = index + 1, max(clause_end(reader, done, sentence), done + 1)
    yield Found(ActKind.DEMAND, (group.first, index + 1), action, subject)


def _falling_due(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the report is due on 5 May"."""
    group = group_at(reader, index, "ed", sentence)
    if not group.be or group.negated or group.modal or conditional(reader, group, sentence):
        return
    after = index + 2 if reader.word(index + 1) in ("on", "by", "in") else index + 1
    subject = subject_of(reader, group, sentence)
    if after >= sentence.last or subject is None:
        return
    dated = any(t.span.overlaps(reader.tokens[after].span) for t in reader.times)
    if dated and reader.word(head_of(reader, *subject)) in _DATED_PAPERS:
        last = max(clause_end(reader, index, sentence), after + 1)
        when = index, last
        yield Found(
            ActKind.SCHEDULED, (group.first, index + 1), (subject[0], last), None, dated=True, when=when
        )


def _having_until(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the governor has until Saturday to sign the bill"."""
    verb = index - 1
    if (
        reader.word(verb) not in ("has", "have")
        or time_in(reader, (index, min(index + 6, sentence.last))) is None
    ):
        return
    to = next(
        (i for i in range(index + 1, min(index + 8, sentence.last - 1)) if reader.word(i) == "to"), None
    )
    group = group_at(reader, verb, "base", sentence)
    subject = subject_of(reader, group, sentence)
    if to is None or subject is None or group.modal or group.negated or not is_agent(reader, *subject):
        return
    last = clause_end(reader, to + 1, sentence)
    if last > to + 1 and not conditional(reader, group, sentence):
        yield Found(ActKind.SCHEDULED, (verb, to + 1), (verb, last), subject, dated=True, when=(index, to))


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


def _called_false(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "her lawyer called the claims baseless", "dismissed the report as false"."""
    form = "s" if reader.word(index) == "calls" else "ed"
    group = group_at(reader, index, form, sentence)
    if group.passive or group.modal or group.infinitive or group.negated:
        return
    near = range(index + 1, min(index + _CALLED, sentence.last))
    claim = next((i for i in near if reader.word(i) in ALLEGATIONS), None)
    false = next((i for i in near if reader.word(i) in FALSE), None)
    subject = subject_of(reader, group, sentence)
    if claim is None or false is None or claim > false or subject is None or not is_agent(reader, *subject):
        return
    if all(reader.tokens[i].tag not in ("VBD", "VBZ", "MD") for i in range(index + 1, false)):
        last = max(clause_end(reader, index, sentence), false + 1)
        yield Found(ActKind.DENIAL, (group.first, index + 1), (index, last), subject)


_CALLED = 12  # tokens from "called" to "false": whose claims they are, and about whom


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


def _needing(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "we need an inquiry" in what somebody says: what only a body can give."""
    action = rest(reader, sentence, index + 1, noun=True)
    if action is not None and headed(reader, sentence, index + 1, _NEEDED):
        yield Found(ActKind.DEMAND, (index, index + 1), action, spoken=True)


_NEEDED = INQUIRIES | listed(
    "action legislation reform reforms law laws ban ceasefire hearing hearings order"
)


_HELD = 9  # tokens between "put" and "on hold": what is put there


def _put_on_hold(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the court put the new dam on hold"."""
    verb = next(
        (
            i
            for i in range(index - 2, max(sentence.first, index - _HELD), -1)
            if reader.word(i) in ("put", "puts")
        ),
        None,
    )
    if verb is None or verb == index - 2 or reader.tokens[verb].tag not in ("VBD", "VBN", "VBZ"):
        return
    group = group_at(reader, verb, "ed", sentence)
    if (
        group.passive
        or group.modal
        or group.infinitive
        or group.negated
        or conditional(reader, group, sentence)
    ):
        return
    subject = subject_of(reader, group, sentence)
    if subject is not None and is_official(reader, *subject):
        court = bool(COURTS & {reader.word(i) for i in range(*subject)})
        kind = ActKind.COURT if court else ActKind.DECISION
        yield Found(
            kind,
            (group.first, verb + 1),
            (verb, max(clause_end(reader, index, sentence), index + 1)),
            subject,
        )
