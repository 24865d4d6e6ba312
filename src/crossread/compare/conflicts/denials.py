"""Assertions that somebody expressly denies: "this was not the case", "denied that claim".

A denial needs the assertion it denies: the reported assertion right before it
("assurances from X that …", a statement by somebody else). A denial without one
is left to the ledger; one that tells its deed itself is held against the other
accounts (`negations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.record.analysis import Sentence
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side, Statement
from crossread.record.ids import founded_id
from crossread.record.span import Span, trimmed
from crossread.text.words import topics

_S = r"[ \u00a0]"
# Sentences that say of what was just reported that it is not so.
_FLAT = re.compile(
    rf"\b(?:this|that|it|which|these|those|they)(?:{_S}(?:was|is|were|are|has{_S}been|had{_S}been)|[’']s)"
    rf"(?:{_S}(?:simply|absolutely|clearly|just|plainly|categorically|totally|completely))?{_S}"
    rf"(?:(?:not{_S}(?:the{_S}case|true|correct|accurate|what{_S}happened|so\b))|untrue|false|incorrect|a{_S}lie|fake{_S}news)"
    rf"(?=[\s.,;:!”\"’')]|$)(?!{_S}that\b)|"
    rf"\bnothing{_S}could{_S}be{_S}further{_S}from{_S}the{_S}truth\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:if|whether|unless|when|suppose|perhaps|may|might|could){_S}(?:\w+{_S}){{0,3}}$", re.I
)
# Nouns that report an assertion with a that-clause, and from whom.
_REPORTED_NOUN = re.compile(
    rf"\b(?:assurances?|promises?|pledges?|claims?|suggestions?|allegations?|reports?|accusations?|assertions?|"
    rf"insistence|statements?|rumou?rs?|guarantees?){_S}(?:[^.;:!?\n]{{0,80}}?{_S})?that{_S}(?P<clause>[^;!?\n]+)",
    re.I,
)
_DENYING = r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)"
_ALLEGATION = r"(?:claim|allegation|suggestion|report|accusation|assertion|rumou?r)s?"
# "denied that claim", "rejected this characterization": the assertion is the statement right before.
# Not "the allegations", which may be any.
_DENY_THAT = re.compile(
    rf"\b(?P<verb>{_DENYING}){_S}(?:that|this|those|these){_S}(?:{_ALLEGATION}|characteri[sz]ation|version|account)"
    rf"(?!{_S}(?:that|of|by|about|against|from|made)\b)\b",
    re.I,
)
# "did not deny", "refused to deny": no denial.
_UNDONE = re.compile(r"(?:n[’']t|\bnot|\bneither|\bnever|\bto|\bnor)[ \u00a0](?:\w+[ \u00a0])?$", re.I)
_LONGEST_VALUE = 24  # words of a side's value; cut shorter, what is denied may be lost


@dataclass(frozen=True, slots=True)
class _Denied:
    """An assertion and its denial: where each stands, and in how few words."""

    assertion: tuple[Account, Span, str]
    denial: tuple[Account, Span, str]


def denial_conflicts(accounts: Sequence[Account], statements: Sequence[Statement]) -> list[Conflict]:
    """Return assertions that stand against an express denial."""
    found: list[_Denied] = []
    for account in accounts:
        for sentence in account.sentences:
            found.extend(_flat_denials(account, sentence, statements))
            found.extend(_short_denials(account, sentence, statements))
    return [_conflict(denied) for denied in found]


def short(words_: str) -> str:
    """Return words as the value of a side: in one line, the first ones of them."""
    kept = words_.split()
    short = " ".join(kept[:_LONGEST_VALUE]).strip(" ,;:.")
    return short + " …" if len(kept) > _LONGEST_VALUE else short


def _matter(denied: _Denied) -> str:
    """Return in words what is denied: as a clause where it is one."""
    account, span, words_ = denied.assertion
    analysis = account.analysis
    inside = analysis.tokens_in(span)
    clause = any(analysis.tokens[i].dep.startswith("nsubj") for i in inside)
    return f"whether {words_}" if clause else f"what is denied: {words_}"


def _conflict(denied: _Denied) -> Conflict:
    sides = tuple(
        Side(value, (account.evidence(span),)) for account, span, value in (denied.assertion, denied.denial)
    )
    return Conflict(
        id=founded_id("conflict", sides[0].evidence[0], "denial"),
        slot=_matter(denied),
        kind=ConflictKind.FACT,
        sides=sides,
    )


def _flat_denials(account: Account, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[_Denied]:
    """Read "this was not the case": what is reported right before."""
    for match in _FLAT.finditer(account.text, sentence.start, sentence.end):
        assertion = _asserted_before(account, sentence, statements, match.start())
        if assertion and not _UNSURE.search(account.text, sentence.start, match.start()):
            denial = trimmed(account.text, sentence.span)
            yield _Denied((account, *assertion), (account, denial, match.group()))


def _asserted_before(
    account: Account, sentence: Sentence, statements: Sequence[Statement], denial: int
) -> tuple[Span, str] | None:
    """Return the reported assertion right before a denial, with its words in short."""
    before = _sentence_before(account, sentence)
    match = _REPORTED_NOUN.search(account.text, before.start, before.end)
    if match:
        return trimmed(account.text, Span(match.start(), match.end())), short(match["clause"])
    return _other_statement(account, before, statements, _speaker_at(account, statements, denial))


def _short_denials(
    account: Account, sentence: Sentence, statements: Sequence[Statement]
) -> Iterator[_Denied]:
    """Read "Mr Hall denied that claim": what the speaker of the sentence before said, if it is somebody else."""
    for match in _DENY_THAT.finditer(account.text, sentence.start, sentence.end):
        denier = _subject(account, match.start())
        stated = _other_statement(account, _sentence_before(account, sentence), statements, denier)
        if stated and not _UNDONE.search(account.text, sentence.start, match.start()):
            yield _Denied((account, *stated), (account, Span(match.start(), match.end()), match.group()))


def _sentence_before(account: Account, sentence: Sentence) -> Span:
    """Return the telling sentence before another one, an empty span where there is none."""
    earlier = (s.span for s in reversed(account.sentences) if s.end <= sentence.start)
    return next(earlier, Span(0, 0))


def _speaker_at(account: Account, statements: Sequence[Statement], position: int) -> str | None:
    at = Span(position, position + 1)
    said = (s for s in statements for e in s.evidence if e.article == account.id and e.span.contains(at))
    return next((statement.speaker.name for statement in said if statement.speaker), None)


def _other_statement(
    account: Account, within: Span, statements: Sequence[Statement], denier: str | None
) -> tuple[Span, str] | None:
    """Return the last statement inside a stretch whose known speaker is not the one who denies."""
    said = [
        evidence
        for statement in statements
        if denier and statement.speaker and not _share_name(statement.speaker.name or denier, denier)
        for evidence in statement.evidence
        if evidence.article == account.id and within.contains(evidence.span)
    ]
    last = max(said, key=lambda evidence: evidence.start, default=None)
    return (last.span, short(last.text)) if last else None


def _share_name(one: str, other: str) -> bool:
    """Whether two designations share a word that tells a name ("Mr Hall", "Anna Hall")."""
    return not set(topics(one)).isdisjoint(topics(other))


def _subject(account: Account, verb: int) -> str | None:
    """Return the words of a verb's subject; None where it is a pronoun or not found."""
    at = account.analysis.token_at(verb)
    subjects = account.analysis.children(at, "nsubj") if at is not None else ()
    nouns = (i for i in subjects if account.analysis.tokens[i].upos in ("NOUN", "PROPN"))
    return next((account.analysis.subtree_span(i).of(account.text) for i in nouns), None)
