"""Acts in one article: who demands, promises, orders, refuses, is charged, is due to do something.

An act needs a frame (see `frames`): a cue verb or noun with the
construction that makes it an act. Bare modals never do. Negated, conditional,
asked and merely possible uses are left out, and so are acts of years before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import CLASS_FRAMES, NOBODYS
from crossread.annotate.acts.clauses import (
    CLOSING,
    MODALS,
    Group,
    Reader,
    group_at,
)
from crossread.annotate.acts.deverbal import deeds_by_noun
from crossread.annotate.acts.diary import scheduled, teller
from crossread.annotate.acts.doers import can_bear, misplaced
from crossread.annotate.acts.done import bringing_about, counts
from crossread.annotate.acts.forms import both_numbers, forms
from crossread.annotate.acts.frames import TELLING_VERBS, Frame, Shape, Voice
from crossread.annotate.acts.futures import futures
from crossread.annotate.acts.inquiries import inquiring
from crossread.annotate.acts.making import acts_of, distinct
from crossread.annotate.acts.nouns import noun_acts
from crossread.annotate.acts.parties import object_relative, subject_of
from crossread.annotate.acts.phrases import timed
from crossread.annotate.acts.rulings import RULING_FRAMES
from crossread.annotate.acts.shapes import Found, by_agent
from crossread.annotate.acts.stances import stances
from crossread.annotate.acts.voices import in_active, in_passive
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import (
    ASKING,
    Act,
    ActKind,
    Mention,
    ReportedStatement,
    TimeExpression,
)
from crossread.record.article import Article
from crossread.text.datelines import without_dateline
from crossread.text.listing import listed


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
        sentence = without_dateline(article.text, analysis, whole)
        if article.telling(sentence.span) and not _question(reader, sentence):
            for found in _in_sentence(reader, sentence):
                if not _is_habit(reader, found):
                    acts.extend(acts_of(reader, sentence, found, statements))
    return distinct(acts)


# Adverbs of what is done again and again, at no time that a reader could look for.
_HABITS = listed(
    "annually commonly customarily generally habitually normally occasionally often routinely sometimes traditionally "
    "typically usually"
)


def _is_habit(reader: Reader, found: Found) -> bool:
    """Whether it is done out of habit: "the council usually approves the plan"."""
    around = (i for verb in range(*found.cue) for i in reader.analysis.children(verb, "advmod"))
    return any(reader.word(i) in _HABITS for i in around)


def _question(reader: Reader, sentence: Sentence) -> bool:
    return any(reader.word(i) == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last))


def _in_sentence(reader: Reader, sentence: Sentence) -> Iterator[Found]:
    """Yield what the frames find, and what is found by a class alone where no frame reads the same words."""
    framed = tuple(_by_frames(reader, sentence))
    yield from framed
    for index in range(sentence.first, sentence.last):
        for found in (
            *futures(reader, sentence, index),
            *deeds_by_noun(reader, sentence, index),
        ):
            if not any(found.cue[0] < one.cue[1] and one.cue[0] < found.cue[1] for one in framed):
                yield found


def _by_frames(reader: Reader, sentence: Sentence) -> Iterator[Found]:
    for index in range(sentence.first, sentence.last):
        yield from _verb_acts(reader, sentence, index)
        yield from noun_acts(reader, sentence, index)
        yield from scheduled(reader, sentence, index)
        yield from inquiring(reader, sentence, index)
        yield from stances(reader, sentence, index)


# -- cue verbs ----------------------------------------------------------------------------------------


@cache
def _cues() -> dict[str, tuple[tuple[Frame, str], ...]]:
    """Map each written form to the frames it may open, and the form it is."""
    found: dict[str, list[tuple[Frame, str]]] = {}
    for one in (*RULING_FRAMES, *frames.VERB_FRAMES, *CLASS_FRAMES):
        nouns = one.heads and one.shape is Shape.OBJECT
        frame = replace(one, heads=both_numbers(one.heads)) if nouns else one
        for verb in frame.verbs:
            for form, name in forms(verb).items():
                found.setdefault(form, []).append((frame, name))
    return {form: tuple(pairs) for form, pairs in found.items()}


# Labels of a word that only says which thing is meant.
_ATTRIBUTIVE = frozenset({"amod", "compound"})


def _verb_acts(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    for frame, form in _cues().get(reader.word(index), ()):
        # "those calling for …", whatever its class
        those = form == "ing" and reader.word(index - 1) == "those"
        if len(reader.tokens[index].text) > 3 and reader.tokens[index].text.isupper():
            continue  # a title in capitals
        if form != "ed" and reader.tokens[index].upos not in ("VERB", "AUX") and not those:
            continue  # "a ruling that found …"
        if reader.tokens[index].dep in _ATTRIBUTIVE and frame.kind is not ActKind.INQUIRY:
            continue  # "his proposed lower rates", "a tax cut bill"
        after = index + 1
        if after + 1 < sentence.last and reader.word(after) in CLOSING:
            after += 1  # "“strongly denied” any part in it"
        if frame.after and reader.tokens[min(after, sentence.last - 1)].upos == "ADV":
            after += reader.word(after) != frame.after[0]  # "pushed instead for"
        votes = frame.after and after + 2 < sentence.last
        if votes and [reader.tokens[after].upos, reader.tokens[after + 2].upos] == ["NUM", "NUM"]:
            after += 3  # "ruled 5-4 in favor of it", "voted 89 to 10 for it"
        if any(reader.word(after + i) != word for i, word in enumerate(frame.after)):
            continue
        group = group_at(reader, index, form, sentence)
        found = _framed(reader, sentence, frame, group, after + len(frame.after))
        if found is not None:
            yield found
            return


def _framed(reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int) -> Found | None:
    passive = group.passive or _reduced(reader, sentence, frame, group, after)
    standing, made = bringing_about(reader, sentence, group) or (group, None)
    if not _fits(reader, frame, group, passive=passive) or not counts(
        reader, sentence, frame, standing, passive=passive or standing.passive
    ):
        return None
    if (
        frame.kind is ActKind.DECISION
        and group.form == "ing"
        and reader.word(group.first - 1) in frames.BILLS
    ):
        return None  # "introduced a bill requiring them to pay": not required yet
    subject = made or teller(reader, sentence, subject_of(reader, group, sentence))
    if subject is not None and frame.shape is Shape.PARTY and reader.word(subject[0] - 1) == "whom":
        return None
    if object_relative(reader, group, sentence):
        return None  # "the bill that the Senate passed": told to say which
    if subject is not None and misplaced(reader, frame, group, subject, passive=passive):
        return None
    found = (in_passive if passive else in_active)(reader, sentence, frame, group, after, subject)
    if found is None or not can_bear(reader, frame, found.subject):
        return None
    if _of_another_sense(reader, frame, group, found):
        return None
    clause = frame.shape is not Shape.FOR or reader.word(found.action[0] - 1) == "to"
    dated = frame.kind is ActKind.SCHEDULED or (clause and frame.shape in DATING)
    return replace(found, dated=dated)


def _of_another_sense(reader: Reader, frame: Frame, group: Group, found: Found) -> bool:
    """Whether what is told is not what the frame is for."""
    told = frozenset(map(reader.word, range(*found.action)))
    if frame.shape is Shape.THAT and "decide" in frame.verbs and reader.tokens[group.verb].lemma == "decide":
        return told.isdisjoint(MODALS | {"be"})  # "decided that it was a step too far": an opinion
    if frame.kind is ActKind.COMMITMENT and frame.shape in (Shape.THAT,):
        return told.isdisjoint(MODALS | {"going"})  # "assured him that he was not a suspect": of what is so
    if frame.shape is Shape.THAT and reader.tokens[group.verb].lemma == "suggest":
        verbs = (i for i in range(*found.action) if reader.tokens[i].upos in ("VERB", "AUX"))
        first = next(verbs, found.action[0])  # "suggested that the panel issue it", "that they should"
        opinion = not told.isdisjoint({"may", "might", "could"})
        return opinion or (reader.tokens[first].tag != "VB" and reader.word(first) != "should")
    if frame.shape is Shape.PARTY and "find" in frame.verbs:
        return told.isdisjoint({"guilty", "liable"})  # "the judge found the letter"
    if frame.present and frame.official and frame.shape is Shape.TO and not frame.heads:
        deed = next((i for i in range(*found.action) if reader.tokens[i].tag == "VB"), found.action[0])
        return reader.tokens[deed].lemma in NOBODYS or bool(
            frame.but & {reader.word(i) for i in range(*found.action)}
        )
    if (
        frame.shape in (Shape.PARTY, Shape.PARTY_TO, Shape.ON)
        and frame.heads
        and told.isdisjoint(frame.heads)
    ):
        return True
    if found.addressee is not None and timed(reader, found.addressee[0]) is not None:
        return True  # "called on New Year's Eve to say that"
    near = range(group.verb + 1, min(found.action[1], group.verb + 8))
    if frame.kind is ActKind.DENIAL:  # "denied the claims | against her"
        near = range(near.start, next((i for i in near[1:] if reader.tokens[i].upos == "ADP"), near.stop))
    if frame.kind in ASKING:  # "asked him to comment", not "asked him to rebuke her comments"
        far = 1 if frame.shape is Shape.PARTY_TO else 3
        near = range(found.action[0], min(found.action[0] + far, found.action[1]))
    return bool(frame.but & {reader.word(i) for i in near})


# Constructions whose action is a clause, which a time in it can date.
DATING = frozenset({Shape.TO, Shape.PARTY_TO, Shape.ON, Shape.FOR, Shape.THAT, Shape.DOING})


def _fits(reader: Reader, frame: Frame, group: Group, *, passive: bool) -> bool:
    if frame.voice is not Voice.BOTH and (frame.voice is Voice.PASSIVE) is not passive:
        return False
    if frame.present and not _of_now(reader, group):
        return False
    if frame.shape is Shape.QUESTION:  # under way now: who "investigated" is told of another time
        began = reader.word(group.first - 1) in ("began", "begun", "started")
        # "the panel probing it"
        body = reader.tokens[group.first - 1].upos in ("NOUN", "PROPN") and group.bare
        return group.form == "ing" and (group.be or began or body)
    return True


def _of_now(reader: Reader, group: Group) -> bool:
    """Whether a verb tells of the time of writing: "plans", "is planning"; not "planned", "was planning"."""
    set_back = not group.auxiliary if group.form == "ed" else group.be
    if group.form in ("ed", "ing") and set_back and _told_then(reader, group.verb):
        return True
    if group.form == "ed" or reader.word(group.first) in ("was", "were", "had", "did"):
        return False
    return group.be if group.form == "ing" else not group.auxiliary


def _told_then(reader: Reader, verb: int) -> bool:
    """Whether a verb is set back by one of telling: "said he intended to run", which tells of then as now."""
    token = reader.tokens[reader.analysis.top(verb, "conj")]
    return token.dep == "ccomp" and reader.word(token.head) in TELLING_VERBS


def _reduced(reader: Reader, sentence: Sentence, frame: Frame, group: Group, after: int) -> bool:
    """Whether a bare participle is passive ("charged with murder", "a review ordered by ministers")."""
    if group.form != "ed" or not group.bare:
        return False
    token = reader.tokens[group.verb]
    if frame.by:
        return False  # "a law struck down by the court": told in passing
    if frame.kind in (ActKind.CHARGE, ActKind.COURT) and frame.voice is Voice.PASSIVE:
        return not reader.analysis.children(group.verb, "obj")  # "a jury indicted her": active
    if reader.analysis.children(group.verb, "nsubj"):
        return False
    if by_agent(reader, sentence, after) is not None:
        return frame.kind is not ActKind.DECISION  # "a law signed by …": told in passing
    return frame.kind is ActKind.INQUIRY and token.tag == "VBN" and token.dep in ("acl", "amod")
