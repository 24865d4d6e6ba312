"""Statements: what somebody is reported to have said or written, and who it was.

`find` reads one article: quotation marks give the words of direct statements and
fragments, cue words the speaker and the content of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.annotate.statements.chains import drafts
from crossread.annotate.statements.drafting import Draft
from crossread.annotate.statements.frames import Frame, frame
from crossread.annotate.statements.holding import apart
from crossread.annotate.statements.judging import kept_back, manner, of_what, relaying
from crossread.annotate.statements.leading import clause_before
from crossread.annotate.statements.phrases import Phrase, chain_of, mention_of
from crossread.annotate.statements.posts import Post, posts, signer, statement
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report
from crossread.annotate.statements.subjects import ANTECEDENT
from crossread.annotate.statements.verbs import group
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    EntityType,
    Mention,
    Party,
    ReportedStatement,
    StatementKind,
    TimeExpression,
)
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.rolewords import role_noun

# Below this confidence the speaker stays unresolved. Every way of finding one in use lies above it (0.6 to 0.95),
# since none was right less than nine times in ten where it could be counted; a weaker way must not pass.
LEAST_CONFIDENCE = 0.5


def find(
    article: Article, analysis: Analysis, mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> tuple[ReportedStatement, ...]:
    """Return the statements that `article` reports, in the order in which they end.

    `Party.mention` indexes `mentions`, `ReportedStatement.time` indexes `times`.
    A statement within another one comes before it. Never raises on odd text.
    """
    if not analysis.tokens:
        return ()
    reading = Reading(article, analysis, mentions, times)
    found = drafts(reading)
    signed = list(posts(reading))
    made = [_statement(reading, draft, found) for draft in found]
    made = [_as_posted(reading, told, signed) for told in made if not _around_post(told, signed)]
    made += [statement(reading, post) for post in signed]
    return tuple(sorted(made, key=lambda s: (s.spans[-1].end, -s.spans[0].start)))


def _around_post(told: ReportedStatement, signed: Sequence[Post]) -> bool:
    """Whether a statement takes in a post's signature with what stands beside it."""
    return any(told.spans[0].start < post.day.end <= told.spans[-1].end for post in signed)


def _as_posted(reading: Reading, told: ReportedStatement, signed: Sequence[Post]) -> ReportedStatement:
    """Return a statement as the one who signs the post around it passes it on."""
    around = next((post for post in signed if all(map(post.holds, told.spans))), None)
    if around is None:
        return told
    kept = told.kept_back or "part of what somebody else is reported to say"
    return replace(told, relayer=told.relayer or signer(reading, around), kept_back=kept)


def _statement(reading: Reading, draft: Draft, found: list[Draft]) -> ReportedStatement:
    around = frame(reading, draft.report) if draft.report is not None else Frame()
    settled = draft.speaker is not None and draft.confidence >= LEAST_CONFIDENCE
    outer = _outer(draft, found)
    return ReportedStatement(
        kind=draft.kind,
        spans=tuple(apart(draft.spans)),
        quoted=tuple(apart(draft.quoted)),
        speaker=draft.speaker.party(reading) if draft.speaker is not None and settled else None,
        basis=draft.basis,
        confidence=draft.confidence if settled else 0.0,
        cue=_cue(reading, draft.report) if draft.report is not None else None,
        channel=around.channel,
        venue=around.venue,
        addressee=around.addressee,
        time=around.time,
        manner=manner(reading, draft.report),
        relayer=_relayer(reading, draft, outer or _around(draft, found)) if settled else None,
        kept_back=_kept_back(reading, draft, outer, found),
    )


def _cue(reading: Reading, report: Report) -> Span:
    """Return the words of the cue with its verb group ("had all but confirmed"), without what leads to a participle."""
    segment = reading.segments[report.segment]
    clause = clause_before(reading, report)
    first = group(reading, segment, report.cue.start) if clause is None else clause
    leading = [i for i in report.cue[:-1] if reading.tokens[i].upos in ("ADP", "CCONJ")]
    if clause is None and leading and reading.tokens[report.cue.stop - 1].tag == "VBG":
        first = leading[-1] + 1  # "cited it often in accusing"
    stop = report.cue.stop
    while stop > report.cue.start + 1 and reading.tokens[stop - 1].upos == "PUNCT":
        stop -= 1  # "message: | the plan saves money"
    held = stop
    begin = next((part.start for part in report.content if part.start >= stop), stop)
    called = reading.word(begin - 1) == "for"
    while stop < begin and reading.told(stop) and (called or reading.tokens[stop].upos == "ADP"):
        stop += 1  # "called for | an end to the strike", "called on Monday for | closing the mine"
    return reading.span(range(first, stop if stop == begin else held))


def _outer(draft: Draft, found: list[Draft]) -> Draft | None:
    """Return the statement in whose reported words the cue of this one stands."""
    if draft.report is None:
        return None
    by_report = {id(other.report): other for other in found if other.report is not None}
    outer = relaying(draft.report, (other.report for other in found if other.report is not None))
    return None if outer is None else by_report[id(outer)]


def _person(reading: Reading, speaker: Phrase | None) -> bool:
    """Whether a speaker is a person, by name, description or pronoun."""
    if speaker is None:
        return False
    mention = mention_of(reading, speaker)
    head = reading.tokens[speaker.head]
    if mention is not None:
        return mention.type is EntityType.PERSON
    return head.upos == "PRON" or role_noun(head.lemma.lower()) is not None


def _around(draft: Draft, found: list[Draft]) -> Draft | None:
    """Return who tells of the speaker of a participle: "Roe said that an officer warned them, saying it was …"."""
    report = draft.report
    if report is None or report.speaker is None or report.marked:
        return None
    for other in found:
        told = other.report
        if told is None or told.segment != report.segment or not told.cue.start < report.cue.start:
            continue
        if any(report.speaker.first in part for part in told.content if part.start > told.cue.start):
            return other
    return None


def _relayer(reading: Reading, draft: Draft, outer: Draft | None) -> Party | None:
    """Return who else passes the words on: the speaker of the statement around this one.

    What "Lee, who said …" tells within it is the account's own.
    """
    by = outer.speaker if outer is not None else draft.relayer
    if by is None or draft.speaker is None:
        return None
    if draft.basis.startswith(ANTECEDENT) and reading.tokens[draft.speaker.last + 1].text == ",":
        return None
    itself = by.first <= draft.speaker.last and draft.speaker.first <= by.last
    return None if itself else by.party(reading)


def _himself(reading: Reading, draft: Draft, outer: Draft) -> bool:
    """Whether somebody tells of words of his own: "He said that he had warned them she was “lost”"."""
    if draft.speaker is None or outer.speaker is None or reading.tokens[draft.speaker.head].upos != "PRON":
        return False
    inner, around = (chain_of(reading, one) for one in (draft.speaker, outer.speaker))
    same = reading.word(draft.speaker.head) == reading.word(outer.speaker.head)
    return same or (inner is not None and inner == around)


def _kept_back(reading: Reading, draft: Draft, outer: Draft | None, found: list[Draft]) -> str:
    """Return why a statement cannot be shown by itself; nothing where it can."""
    around = _around(draft, found)
    if around is not None and not _person(reading, draft.speaker) and _person(reading, around.speaker):
        return "either of two may have said it"
    if draft.within and draft.speaker is None:
        return "words within a sentence that gives them to nobody"
    if draft.kind is StatementKind.MIXED and draft.report is not None and of_what(reading, draft.report):
        return "its clause lacks what stands before it"
    if draft.kind is StatementKind.MIXED and outer is not None and _himself(reading, draft, outer):
        return "told by its own speaker"
    if draft.kind is not StatementKind.INDIRECT or draft.report is None:
        return ""
    if outer is not None:
        return "part of what somebody else is reported to say"
    return kept_back(reading, draft.report)


__all__ = ["find"]
