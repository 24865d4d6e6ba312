"""Who "it", "they" and "its" go on with where nobody spoke before: the subject of the sentence that they stand for."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.cues import CHANNELS, DOCUMENTS
from crossread.annotate.statements.phrases import Phrase, mention_of, nobody, phrase_left
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.report import Report
from crossread.annotate.statements.speakers import main_subject
from crossread.annotate.statements.subjects import subject_of_verb
from crossread.record.analysis import FINITE, PLURAL
from crossread.record.annotation import EntityType, MentionForm
from crossread.text.listing import listed
from crossread.text.rolewords import BODY_NOUNS

# How sure the subject of the sentence before is; not counted, and so as little as a speaker who is taken over.
TOPIC = 0.6
# Groups in the singular that "they" stands for. Source: Quirk et al. (1985, §10.36), collective nouns.
_COLLECTIVE = listed("family couple crew group team staff audience crowd jury public union committee pair")
# Bodies that are also places or deeds, and so in no list of bodies: with "it" or "its" behind them they are bodies.
_BODIES = BODY_NOUNS | DOCUMENTS | listed("center centre coalition alliance campaign")


def topic(reading: Reading, number: int, report: Report) -> Report:
    """Take the subject of the sentence before for the "it" of a body or document and the "they" of people."""
    pronoun = report.speaker
    if pronoun is None or number == 0:
        return report
    before = reading.segments[number - 1]
    word = reading.word(pronoun.head)
    subject = main_subject(reading, before, before.tokens.stop, "") or _parsed(reading, before)
    if subject is None or nobody(reading, subject) or reading.tokens[subject.head].upos == "PRON":
        return report
    if word not in ("it", "they") or (word == "it" and not is_body(reading, subject)):
        return report
    sent = any(reading.word(i) in CHANNELS for i in range(subject.last + 1, before.tokens.stop))
    if word == "they" and not (sent and is_several(reading, subject)):
        return report
    basis = f"“{word}”: the subject of the sentence before"
    return replace(report, speaker=subject, basis=basis, confidence=TOPIC)


def _parsed(reading: Reading, segment: Segment) -> Phrase | None:
    """Return the subject of the main verb by the parse, where an insertion parts the two: "Two owners—A and B—sent"."""
    for index in segment.tokens:
        token = reading.tokens[index]
        if token.tag in FINITE and token.dep.lower() == "root":
            found = subject_of_verb(reading, segment, index)
            dash = found.first - 1 if found is not None else segment.tokens.start
            parted = dash > segment.tokens.start and reading.tokens[dash].text in ("–", "—", "--")
            return phrase_left(reading, segment, dash - 1) if parted else found
    return None


def own(reading: Reading, report: Report) -> Report:
    """Take the subject of its sentence for the "its" of "The club opened in May, according to its website"."""
    source = report.speaker
    if source is None or reading.word(source.head) not in ("its", "their"):
        return report
    subject = main_subject(reading, reading.segments[report.segment], report.cue.start, "")
    its = reading.word(source.head) == "its"
    if subject is None or not (is_body(reading, subject) if its else is_several(reading, subject)):
        return report
    return replace(report, speaker=subject)


def is_body(reading: Reading, phrase: Phrase) -> bool:
    """Whether a body, or a document, heads the phrase: "The Centre for Rivers", "the report"."""
    mention = mention_of(reading, phrase)
    if mention is not None and mention.form is MentionForm.NAME:
        return mention.type is EntityType.ORGANISATION
    head = reading.tokens[phrase.head]
    words = {reading.word(i) for i in range(phrase.first, phrase.head + 1)}
    return head.tag not in PLURAL and bool(words & _BODIES)


def is_several(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase stands for several people or for a group of them: "two owners", "the family of Ms Roe"."""
    head = reading.tokens[phrase.head]
    return head.tag in PLURAL or head.text.lower() in _COLLECTIVE | BODY_NOUNS
