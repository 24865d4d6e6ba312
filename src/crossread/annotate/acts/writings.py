"""Writings that ask, promise or order: who is told to have written, sent or passed them."""

from __future__ import annotations

from crossread.annotate.acts.clauses import Group, Reader, group_of
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase, timed
from crossread.annotate.acts.shapes import Tokens
from crossread.record.analysis import Sentence
from crossread.text.listing import listed

WRITINGS = listed(
    "letter letters memo memorandum petition petitions statement resolution resolutions brief motion order report note "
    "email emails e-mail notice directive guidelines guideline guidance manifesto declaration lawsuit lawsuits "
    "complaint bill measure draft document recommendations proclamation decree ruling circular"
)
_WRITING = listed(
    "sign send write issue release publish deliver post file submit pass approve adopt circulate launch draft draw "
    "present introduce unveil"
)


def is_writing(reader: Reader, words: Tokens) -> bool:
    return reader.word(head_of(reader, *words)) in WRITINGS


def from_writing(reader: Reader, sentence: Sentence, group: Group, subject: Tokens | None) -> Tokens | None:
    """Return whose writing it is that asks or vows: "signed a letter vowing", "guidelines from the board advise".

    Also where the one whom a writing goes to stands between: "issued a memo to the clerks authorizing them".
    A writing of nobody known, and any other subject, is itself.
    """
    if subject is None:
        return None
    writing: int | None = head_of(reader, *subject)
    if not is_writing(reader, subject):
        writing = _sent_to(reader, subject) if group.form == "ing" and group.bare else None
    if writing is None:
        return subject
    ways = (of(reader, sentence, writing) for of in (_writer, _sender, _owner))
    return next((who for who in ways if who is not None), subject)


def _sent_to(reader: Reader, whom: Tokens) -> int | None:
    """Return the writing that goes to somebody: "a letter | to the head and members of the board"."""
    head = head_of(reader, *whom)
    above = reader.tokens[reader.analysis.top(head, "nmod", "conj", "appos", "flat")].head
    sent = [above, *reader.analysis.children(above, "obj")]
    found = next((i for i in sent if reader.word(i) in WRITINGS and i < head), None)
    return found if found is not None and "to" in map(reader.word, range(found, head)) else None


def _owner(reader: Reader, sentence: Sentence, noun: int) -> Tokens | None:
    owners = [i for i in reader.analysis.children(noun, "nmod:poss") if timed(reader, i) is None]
    found = noun_phrase(reader, owners[0], sentence) if owners else None
    return found if found is not None and is_official(reader, *found) else None


def _sender(reader: Reader, sentence: Sentence, noun: int) -> Tokens | None:
    """Return who a writing is from: "a letter (sent) from Ms Hill to the board asking it to …"."""
    above = (noun, *reader.analysis.children(noun, "acl"))
    below = (i for one in above for i in reader.analysis.children(one, "nmod", "obl") if i > noun)
    for index in below:
        if any(reader.word(i) in ("from", "by") for i in reader.analysis.children(index, "case")):
            found = noun_phrase(reader, index, sentence)
            return found if is_official(reader, *found) else None
    return None


def _writer(reader: Reader, sentence: Sentence, noun: int) -> Tokens | None:
    verb = reader.tokens[noun].head
    token = reader.tokens[verb]
    if token.upos != "VERB" or token.lemma not in _WRITING or not sentence.first <= verb < sentence.last:
        return None
    wrote = subject_of(reader, group_of(reader, verb, sentence), sentence)
    return wrote if wrote is not None and is_agent(reader, *wrote) else None
