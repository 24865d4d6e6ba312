"""Acts in one article: who demands, promises, orders, refuses, is charged, is due to do something.

An act needs a frame (see `frames`): a cue verb or noun with the
construction that makes it an act. Bare modals never do. Negated, conditional,
asked and merely possible uses are left out, and so are acts of years before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crossread.annotate.acts import frames
from crossread.annotate.acts.clauses import (
    PRONOUNS,
    Group,
    Reader,
    adverb,
    clause_end,
    group_at,
)
from crossread.annotate.acts.diary import announced, opposed, scheduled, teller, time_in
from crossread.annotate.acts.done import counts
from crossread.annotate.acts.forms import forms
from crossread.annotate.acts.frames import Frame, Shape, Voice
from crossread.annotate.acts.inquiries import inquiring
from crossread.annotate.acts.making import acts_of, distinct, undenied
from crossread.annotate.acts.nouns import noun_acts
from crossread.annotate.acts.parties import RELATIVE, main_subject, object_relative, subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_place, noun_phrase
from crossread.annotate.acts.plans import dated
from crossread.annotate.acts.rulings import COURTS, RULING_FRAMES
from crossread.annotate.acts.shapes import SHAPES, Found, Tokens, by_agent, is_person, shape_passive
from crossread.annotate.acts.stances import stances
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import (
    Act,
    ActKind,
    Mention,
    ReportedStatement,
    TimeExpression,
)
from crossread.record.article import Article

# Steps of the law that are entered only where the account tells them itself, not by what unnamed people say.
_OF_RECORD = frozenset({ActKind.CHARGE, ActKind.ARREST, ActKind.COURT})
_UNNAMED = re.compile(
    r"\b(?:people|persons?|officials?|sources?) (?:familiar with|close to|with knowledge of|briefed on)\b"
    r"|\b(?:unnamed|anonymous|unidentified) (?:\w+ )?(?:officials?|sources?)\b"
    r"|\baccording to (?:\w+ )?sources\b|\bsources (?:said|told|say|tell)\b|\bnow reports that\b|\breportedly\b"
)


def find(
    article: Article,
    analysis: Analysis,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[ReportedStatement, ...],
) -> tuple[Act, ...]:
    """Return the acts of an article in text order. Only telling paragraphs are read."""
    reader = Reader(article, analysis, mentions, times)
    acts: list[Act] = []
    for whole in analysis.sentences:
        sentence = _after_dateline(reader, whole)
        if article.telling(sentence.span) and not (_question(reader, sentence) or _teasers(reader, sentence)):
            hearsay = _UNNAMED.search(sentence.span.of(article.text)) is not None
            for found in _in_sentence(reader, sentence):
                if hearsay and found.kind in _OF_RECORD:
                    continue
                acts.extend(acts_of(reader, sentence, found, statements))
    return distinct(undenied(acts))


def _after_dateline(reader: Reader, sentence: Sentence) -> Sentence:
    """Return the sentence without a dateline ("LONDON (AP) — ")."""
    for index in range(sentence.first, min(sentence.first + 8, sentence.last - 1)):
        token = reader.tokens[index]
        spaced = index > sentence.first and reader.tokens[index - 1].end < token.start
        if reader.word(index) in ("—", "–", "--", "-") and spaced:
            return replace(sentence, first=index + 1)
        if token.upos not in ("PROPN", "PUNCT", "NUM"):
            return sentence
    return sentence


# A run of words in capitals, by which a page sets off the titles of other stories: "TALL STORY A man apologises".
_CAPITALS = re.compile(r"\b[A-Z][A-Z'’]{2,}(?: [A-Z][A-Z'’]{2,})+\b")


def _teasers(reader: Reader, sentence: Sentence) -> bool:
    """Whether a sentence is the title of another story, or several run together, behind words in capitals."""
    text = sentence.span.of(reader.article.text)
    paragraph = reader.article.paragraph_at(sentence.start)
    if paragraph is None or len(_CAPITALS.findall(paragraph.span.of(reader.article.text))) < 2:
        return False
    before = reader.article.text[paragraph.start : sentence.start].split()
    behind = len(before) > 1 and all(word.isupper() for word in before[-2:])
    return behind or _CAPITALS.match(text) is not None or len(_CAPITALS.findall(text)) > 1


def _question(reader: Reader, sentence: Sentence) -> bool:
    return any(reader.word(i) == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last))


def _in_sentence(reader: Reader, sentence: Sentence) -> Iterator[Found]:
    for index in range(sentence.first, sentence.last):
        yield from _verb_acts(reader, sentence, index)
        yield from noun_acts(reader, sentence, index)
        yield from announced(reader, sentence, index)
        yield from scheduled(reader, sentence, index)
        yield from opposed(reader, sentence, index)
        yield from inquiring(reader, sentence, index)
        yield from dated(reader, sentence, index)
        yield from stances(reader, sentence, index)


# -- cue verbs ----------------------------------------------------------------------------------------


@cache
def _cues() -> dict[str, tuple[tuple[Frame, str], ...]]:
    """Map each written form to the frames it may open, and the form it is."""
    found: dict[str, list[tuple[Frame, str]]] = {}
    for frame in (*RULING_FRAMES, *frames.VERB_FRAMES):
        for verb in frame.verbs:
            for form, name in forms(verb).items():
                found.setdefault(form, []).append((frame, name))
    return {form: tuple(pairs) for form, pairs in found.items()}


def _verb_acts(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    for frame, form in _cues().get(reader.word(index), ()):
        those = (
            form == "ing" and reader.word(index - 1) == "those"
        )  # "those calling for …", whatever its class
        if len(reader.tokens[index].text) > 3 and reader.tokens[index].text.isupper():
            continue  # a title in capitals
        if form != "ed" and reader.tokens[index].upos not in ("VERB", "AUX") and not those:
            continue  # "a ruling that found …"
        after = index + 1
        if any(reader.word(after + i) != word for i, word in enumerate(frame.after)):
            continue
        group = group_at(reader, index, form, sentence)
        found = _framed(reader, sentence, frame, group, after + len(frame.after))
        if found is not None:
            yield found
            return


def _framed(reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int) -> Found | None:
    passive = group.passive or _reduced(reader, frame, group, after)
    if not _fits(reader, frame, group, passive=passive) or not counts(
        reader, sentence, frame, group, passive=passive
    ):
        return None
    subject = teller(reader, sentence, subject_of(reader, group, sentence))
    if subject is not None and frame.shape is Shape.PARTY and reader.word(subject[0] - 1) == "whom":
        return None if frame.by else _whom(reader, sentence, frame, group, subject)
    if object_relative(reader, group, sentence):
        return None
    if subject is not None and not passive and _unfit(reader, frame, subject):
        return None
    if subject is not None and frame.kind in PASSING and _in_passing(reader, group, subject):
        return None
    found = (_passive if passive else _active)(reader, sentence, frame, group, after, subject)
    if found is None or not _borne_by(reader, frame, found.subject):
        return None
    told = frozenset(map(reader.word, range(*found.action)))
    if frame.shape is Shape.PARTY_TO and frame.heads and told.isdisjoint(frame.heads):
        return None
    if frame.shape is Shape.ON and frame.heads and reader.word(found.action[0]) not in frame.heads:
        return None  # "wrote to the council to complain"
    if frame.but & {reader.word(i) for i in range(group.verb + 1, min(found.action[1], group.verb + 8))}:
        return None
    if frame.kind is ActKind.COURT and reader.word(found.action[1]) == "until":
        return _until(reader, sentence, found)
    clause = frame.shape is not Shape.FOR or reader.word(found.action[0] - 1) == "to"
    if frame.timed and time_in(reader, found.action) is None:
        return None
    return replace(found, dated=clause and frame.shape in DATING)


def _unfit(reader: Reader, frame: Frame, subject: Tokens) -> bool:
    """Whether the subject cannot do it: a court that dismisses claims denies nothing, a bill votes on nothing."""
    head = reader.word(head_of(reader, *subject))
    if frame.kind is ActKind.DENIAL:
        return head in COURTS | {"panel"}
    return frame.kind is ActKind.DECISION and head in frames.LAWS


def _borne_by(reader: Reader, frame: Frame, doer: Tokens | None) -> bool:
    """Whether the one who does it is of the bodies that can: "Judge Reed blocked the ban", not "crowds blocked it"."""
    if not frame.by:
        return True
    if doer is None:
        return False
    named = reader.mention_in(reader.span(*doer))
    chain = None if named is None else reader.mentions[named].chain
    spans = [reader.span(*doer)] + [m.span for m in reader.mentions if chain is not None and m.chain == chain]
    return any(
        not frame.by.isdisjoint(map(reader.word, range(inside[0] - _TITLE, inside[-1] + 1)))
        for span in spans
        if (inside := reader.analysis.tokens_in(span))
    )


_TITLE = 2  # tokens before a name in which its title may stand: "District Judge | Ann Reed"


def _past_adverbs(reader: Reader, sentence: Sentence, frame: Frame, after: int) -> int:
    """Return where "to …" or "that …" begins past a time or a count: "decided Friday to", "voted 51-49 to"."""
    if frame.shape not in (Shape.TO, Shape.THAT):
        return after
    for index in range(after, min(after + _ASIDE, sentence.last)):
        if reader.word(index) == ("to" if frame.shape is Shape.TO else "that"):
            return index
        timed = any(t.span.overlaps(reader.tokens[index].span) for t in reader.times)
        on = reader.word(index) == "on" and index + 1 < sentence.last
        if not (timed or on or reader.tokens[index].upos in ("NUM", "ADV") or reader.word(index) in "-–"):
            return after
    return after


_ASIDE = 6  # tokens between a verb and its complement: a day, a count of votes, an adverb


def _until(reader: Reader, sentence: Sentence, found: Found) -> Found:
    """Add the day to which a step of a case lasts: "released on bail until May"."""
    when = found.action[1] + 1, clause_end(reader, found.action[1] + 1, sentence)
    if when[1] <= when[0] or time_in(reader, when) is None:
        return found
    return replace(found, action=(found.action[0], when[1]), dated=True, when=when)


def _whom(reader: Reader, sentence: Sentence, frame: Frame, group: Group, subject: Tokens) -> Found | None:
    """Read "Mr Reed, whom she sacked in May": the one it is done to stands before "whom"."""
    before = subject[0] - 2
    before -= reader.word(before) == ","
    if before < sentence.first or not is_agent(reader, *subject):
        return None
    patient = noun_phrase(reader, before, sentence)
    if not is_agent(reader, *patient):
        return None
    action = group.verb, max(clause_end(reader, group.verb, sentence), group.verb + 1)
    return Found(frame.kind, (group.first, group.verb + 1), action, subject, patient)


# Kinds that a relative clause tells only to say which of many are meant.
PASSING = frozenset(
    {
        ActKind.DEMAND,
        ActKind.OPPOSITION,
        ActKind.DECISION,
        ActKind.COMMITMENT,
        ActKind.ARREST,
        ActKind.CHARGE,
        ActKind.COURT,
    }
)


def _in_passing(reader: Reader, group: Group, subject: Tokens) -> bool:
    """Whether a relative clause only says which of many are meant: "the senators who opposed the bill"."""
    before = group.first - 1
    if reader.word(before) not in ("who", "that") or reader.word(before - 1) == ",":
        return False
    if group.form == "s":
        return True  # "a group that lobbies for children": what it does, not a deed
    if reader.word(subject[0]) in ("a", "an") and group.passive:
        return True  # "an actor who was told to say it"
    return reader.tokens[head_of(reader, *subject)].tag in ("NNS", "NNPS")


# Constructions whose action is a clause, which a time in it can date.
DATING = frozenset({Shape.TO, Shape.PARTY_TO, Shape.ON, Shape.FOR, Shape.THAT, Shape.DOING})


def _fits(reader: Reader, frame: Frame, group: Group, *, passive: bool) -> bool:
    if frame.voice is not Voice.BOTH and (frame.voice is Voice.PASSIVE) is not passive:
        return False
    if frame.present and not _of_now(reader, group):
        return False
    if frame.shape is Shape.QUESTION:  # under way now: who "investigated" is told of another time
        return group.form == "ing" and group.be
    return True


def _of_now(reader: Reader, group: Group) -> bool:
    """Whether a verb tells of the time of writing: "plans", "is planning"; not "planned", "was planning"."""
    if group.form == "ed" or reader.word(group.first) in ("was", "were", "had", "did"):
        return False
    return group.be if group.form == "ing" else not group.auxiliary


def _active(
    reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int, subject: Tokens | None
) -> Found | None:
    if frame.happening:
        subject = None
    elif subject is not None:
        if group.bare and group.form == "ing" and not _can_do(reader, group, subject):
            subject = None if _within_other(reader, group, sentence) else main_subject(reader, sentence)
        if (
            subject is None
            or not is_agent(reader, *subject)
            or (group.form == "s" and reader.word(subject[0]) == "it")
        ):
            return None  # "it calls for patience"
    elif group.bare:
        return None
    behind = _past_adverbs(reader, sentence, frame, after)
    shaped = SHAPES[frame.shape](reader, sentence, frame, behind)
    return Found(frame.kind, (group.first, after), shaped[0], subject, shaped[1]) if shaped else None


def _within_other(reader: Reader, group: Group, sentence: Sentence) -> bool:
    """Whether a clause with a subject of its own lies between a verb and its sentence's main clause."""
    verb = group.verb
    while reader.tokens[verb].head != verb and sentence.first <= reader.tokens[verb].head < sentence.last:
        if reader.analysis.children(verb, "nsubj"):
            return True
        verb = reader.tokens[verb].head
    return False


def _can_do(reader: Reader, group: Group, subject: Tokens) -> bool:
    """Whether a parsed subject fits a bare "-ing": no place, not after "and", and after a comma somebody who acts."""
    if is_place(reader, *subject) or reader.word(group.first - 1) == "and":
        return False
    return reader.word(group.first - 1) != "," or is_agent(reader, *subject)


def _passive(
    reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int, subject: Tokens | None
) -> Found | None:
    if frame.shape is Shape.OBJECT and reader.word(group.first - 1) in RELATIVE:
        return None  # "a motion that was passed": told in passing
    before = group.first - 1
    while group.bare and before > sentence.first and adverb(reader, before):
        before -= 1
    if group.bare and before >= sentence.first and reader.tokens[before].upos == "NOUN":
        subject = noun_phrase(reader, before, sentence)
        if all(reader.tokens[i].upos not in ("DET", "NUM", "PROPN") for i in range(*subject)):
            return None  # "people charged with theft": nobody in particular
        if reader.word(subject[1] - 1) in ("people", "those") and reader.tokens[subject[0]].upos == "DET":
            return None  # "a third of the people charged with it"
    shaped = shape_passive(reader, sentence, frame, after, subject, bare=group.bare)
    if shaped is None:
        return None
    action, patient = shaped
    if frame.shape in (Shape.PARTY_TO, Shape.ALONE):
        patient = subject if subject and is_agent(reader, *subject) else None
    cue = (group.first, after)
    if frame.shape is Shape.ALONE and frame.kind is ActKind.DECISION and not _names(reader, patient):
        return None  # "he was ousted": who it was hangs on a pronoun alone
    if (
        frame.verbs[0] == "suspend"
        and frame.shape is Shape.ALONE
        and not (patient and is_person(reader, *patient))
    ):
        return None  # "the plan was suspended"
    if frame.shape is Shape.DOING:
        return Found(frame.kind, cue, action, subject) if subject and is_agent(reader, *subject) else None
    if (
        frame.kind in (ActKind.COURT, ActKind.RESIGNATION) and not frame.by
    ):  # whose step it is, not who made them take it
        return Found(frame.kind, cue, action, patient)
    return Found(frame.kind, cue, action, by_agent(reader, sentence, after), patient)


def _names(reader: Reader, party_: Tokens | None) -> bool:
    return party_ is not None and (party_[1] - party_[0] > 1 or reader.word(party_[0]) not in PRONOUNS)


def _reduced(reader: Reader, frame: Frame, group: Group, after: int) -> bool:
    """Whether a bare participle is passive ("charged with murder", "a review ordered by ministers")."""
    if group.form != "ed" or not group.bare:
        return False
    token = reader.tokens[group.verb]
    if frame.by:
        return False  # "a law struck down by the court": told in passing
    if frame.kind in (ActKind.CHARGE, ActKind.COURT) and frame.voice is Voice.PASSIVE:
        return True
    if reader.analysis.children(group.verb, "nsubj"):
        return False
    if reader.word(after) == "by":
        return frame.kind is not ActKind.DECISION  # "a law signed by …": told in passing
    return frame.kind is ActKind.INQUIRY and token.tag == "VBN" and token.dep in ("acl", "amod")
