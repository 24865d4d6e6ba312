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
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.words import content_forms, words

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
# How many sentences before a flat denial its assertion may stand (1 and 2 tried: 2 brings pairs that do not meet).
_BACK = 1
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
    clause = any(
        analysis.tokens[i].dep.startswith("nsubj") and analysis.tokens[i].head in inside for i in inside
    )
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


# --- flat denials --------------------------------------------------------------------------------


def _flat_denials(account: Account, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[_Denied]:
    for match in _FLAT.finditer(account.text, sentence.start, sentence.end):
        if (
            _UNSURE.search(account.text, sentence.start, match.start())
            or account.text[sentence.end - 1] == "?"
        ):
            continue
        words_ = account.text[match.start() : match.end()]
        said = _said_before(account, sentence, statements, match.start())
        assertion = said or _asserted_before(account, sentence, statements, match.start())
        if assertion:
            start = assertion[0].end + 1 if said else sentence.start
            yield _Denied(
                (account, *assertion), (account, _tight(account, Span(start, sentence.end)), words_)
            )


def _said_before(
    account: Account, sentence: Sentence, statements: Sequence[Statement], denial: int
) -> tuple[Span, str] | None:
    """Return another speaker's statement before a denial in its own sentence, where a border was missed."""
    denier = _speaker_at(account, statements, denial)
    return _other_statement(account, Span(sentence.start, denial), statements, denier)


def _asserted_before(
    account: Account, sentence: Sentence, statements: Sequence[Statement], denial: int
) -> tuple[Span, str] | None:
    """Return the reported assertion right before a denial, with its words in short."""
    denier = _speaker_at(account, statements, denial)
    for earlier in reversed(_telling_before(account, sentence)):
        match = _REPORTED_NOUN.search(account.text, earlier.start, earlier.end)
        if match:
            return _tight(account, Span(match.start(), match.end())), short(_bare(match["clause"]))
        stated = _other_statement(account, earlier.span, statements, denier)
        if stated:
            return stated
    return None


def _telling_before(account: Account, sentence: Sentence) -> list[Sentence]:
    return [s for s in account.sentences if s.end <= sentence.start][-_BACK:]


def _bare(clause: str) -> str:
    """Return a that-clause without marks at its ends; quotation marks inside stay."""
    return clause.strip().rstrip(".,;: ")


def _tight(account: Account, span: Span) -> Span:
    return trimmed(account.text, span)


def _speaker_at(account: Account, statements: Sequence[Statement], position: int) -> str | None:
    for statement in statements:
        for evidence in statement.evidence:
            if evidence.article == account.id and evidence.start <= position < evidence.end:
                return statement.speaker.name if statement.speaker else None
    return None


def _other_statement(
    account: Account, within: Span, statements: Sequence[Statement], denier: str | None
) -> tuple[Span, str] | None:
    """Return the last statement inside a stretch whose known speaker is not the one who denies."""
    found: list[Evidence] = []
    for statement in statements:
        speaker = statement.speaker.name if statement.speaker else None
        inside = [e for e in statement.evidence if e.article == account.id and within.contains(e.span)]
        if inside and speaker and denier and not _share_name(speaker, denier):
            found.extend(inside)
    last = max(found, key=lambda evidence: evidence.start, default=None)
    return (last.span, short(last.text)) if last else None


def _share_name(one: str, other: str) -> bool:
    """Whether two designations share a word that tells a name ("Mr Hall", "Anna Hall")."""
    return bool(set(content_forms(words(one))) & set(content_forms(words(other))))


# --- denials of what was just said --------------------------------------------------------------

# "did not deny", "refused to deny": no denial.
_UNDONE = re.compile(r"(?:n[’']t|\bnot|\bneither|\bnever|\bto|\bnor)[ \u00a0](?:\w+[ \u00a0])?$", re.I)


def _short_denials(
    account: Account, sentence: Sentence, statements: Sequence[Statement]
) -> Iterator[_Denied]:
    """Read "Mr Hall denied that claim": what the speaker of the sentence before said, if it is somebody else."""
    for match in _DENY_THAT.finditer(account.text, sentence.start, sentence.end):
        denier = _subject(account, match.start())
        if denier is None or _UNDONE.search(account.text, sentence.start, match.start()):
            continue
        for earlier in _telling_before(account, sentence):
            stated = _other_statement(account, earlier.span, statements, denier)
            if stated:
                denial = _tight(account, Span(match.start(), match.end()))
                yield _Denied((account, *stated), (account, denial, denial.of(account.text)))


def _subject(account: Account, verb: int) -> str | None:
    """Return the words of a verb's subject; None where it is a pronoun or not found."""
    at = account.analysis.token_at(verb)
    subjects = account.analysis.children(at, "nsubj") if at is not None else ()
    if not subjects or account.analysis.tokens[subjects[0]].upos not in ("NOUN", "PROPN"):
        return None
    return account.analysis.subtree_span(subjects[0]).of(account.text)
