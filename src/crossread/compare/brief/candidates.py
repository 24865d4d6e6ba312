"""Sentences that could stand in a brief: each alone, with how prominent it is and what it carries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.compare.claims.showing import joined, whole
from crossread.compare.claims.standing import leaning, people_named
from crossread.compare.once import quoted_spans, topics_in
from crossread.record.analysis import FINITE, Sentence
from crossread.record.annotation import Account, TimeKind
from crossread.record.dossier import Claim
from crossread.record.span import Evidence, Span
from crossread.text.verdicts import BASELESS
from crossread.text.words import topics

# So many first sentences are an account's lead.
LEAD = 3
# … and from this part on it is the news, though it names no day and nobody who says it.
ALL_NEWS = 0.6
# Part of a sentence that makes it somebody's words; that must be what several accounts tell.
SAID, COVERED = 0.6, 0.5
# … and part of its content words that the others use for that.
HELD = 0.3


@dataclass(frozen=True)
class Candidate:
    """A sentence that stands alone: where it is, the claims it carries, its content words.

    `agreed` tells whether one of the claims is several accounts'; `lead`
    whether the account begins with it, `report` whether it is dated or says
    who says it, `days` are the single days it names.
    `central` is the mean share of the story's accounts that use its words,
    `news` the mean part of it that the lead of another account holds. `full`
    are the words of the full names of people in it, `short` single names alone.
    """

    evidence: Evidence
    depth: float
    leaning: int
    claims: frozenset[str]
    agreed: bool
    lead: bool
    report: bool
    days: frozenset[date]
    forms: frozenset[str]
    central: float
    news: float
    full: frozenset[str]
    short: frozenset[str]


def candidates(accounts: Sequence[Account], claims: Sequence[Claim]) -> Iterator[Candidate]:
    """Yield the sentences that may stand in the brief, with what speaks for and against each.

    They are of the leads, or carry what several accounts tell.
    """
    carried = _supports(claims)
    shared = _supports([claim for claim in claims if claim.accounts > 1])
    share = _shares(accounts)
    leads = {account.id: _lead(account) for account in accounts}
    told = Counter(form for lead in leads.values() for form in lead)
    for account in accounts:
        sentences = told_sentences(account)
        for place, sentence in enumerate(sentences):
            around = joined(account, sentence).span
            if place >= LEAD and not any(around.contains(inside) for _, inside in shared.get(account.id, ())):
                continue
            span = whole(account, sentence)
            if span is None or _rates(account, span) or _only_said(account, span):
                continue
            found = frozenset(id for id, inside in carried.get(account.id, ()) if span.contains(inside))
            forms = topics_in(account, span.start, span.end)
            depth = place / max(1, len(sentences) - 1)
            central = sum(share[form] for form in sorted(forms)) / max(1, len(forms))
            inside = math.fsum(share[form] * (told[form] - (form in leads[account.id])) for form in forms)
            every = math.fsum(share[form] for form in forms) * max(1, len(accounts) - 1)
            news = inside / every if every else 0.0
            full, short = people_named(account, span)
            mine, evidence = (claim for claim in claims if claim.id in found), account.evidence(span)
            yield Candidate(
                evidence=evidence,
                depth=depth,
                leaning=leaning(account, sentence),
                claims=found,
                agreed=any(claim.accounts > 1 and _covered(evidence, forms, claim) for claim in mine),
                lead=place < LEAD,
                report=_reports(account, span, news),
                days=_days(account, span),
                forms=forms,
                central=central,
                news=news,
                full=full,
                short=short,
            )


def _reports(account: Account, span: Span, news: float) -> bool:
    """Whether a sentence says who told it, or when it was or what all accounts lead with without judging."""
    if _says_who(account, span):
        return True
    return (_names_day(account, span) or news >= ALL_NEWS) and not _judges(account, span)


def _covered(sentence: Evidence, forms: frozenset[str], claim: Claim) -> bool:
    """Whether a claim is at least a good part of a sentence, not an aside in it, also by the others' words for it."""
    own = [s.evidence.span for s in claim.support if s.evidence.article == sentence.article]
    others = [s.evidence.text for s in claim.support if s.evidence.article != sentence.article]
    told = max((span.shared(sentence.span) for span in own), default=0)
    common = forms & frozenset(form for text in others for form in topics(text))
    return told >= COVERED * len(sentence.span) and len(common) >= HELD * len(forms)


def _rates(account: Account, span: Span) -> bool:
    """Whether the account itself says that somebody's words are false: that is its verdict, not the news."""
    tokens = [account.analysis.tokens[i] for i in account.analysis.tokens_in(span)]
    verdicts = [token.span for token in tokens if token.lemma.lower() in BASELESS]
    if not verdicts:
        return False
    quoted = quoted_spans(account)
    return any(not any(quote.contains(verdict) for quote in quoted) for verdict in verdicts)


def _only_said(account: Account, span: Span) -> bool:
    """Whether a sentence is somebody's words, and does not say whose."""
    return any(
        sum(part.shared(span) for part in statement.spans) >= SAID * len(span)
        and not (statement.cue is not None and span.contains(statement.cue))
        for statement in account.annotation.statements
    )


def _days(account: Account, span: Span) -> frozenset[date]:
    """Return the single days that a sentence names."""
    named = [time.days for time in account.annotation.times if time.days and span.contains(time.span)]
    return frozenset(days.earliest for days in named if days.earliest == days.latest)


def _names_day(account: Account, span: Span) -> bool:
    """Whether a sentence says on which weekday or date it happened; "this evening" is where views begin."""
    times = [time for time in account.annotation.times if span.contains(time.span)]
    return any(time.form.kind in (TimeKind.WEEKDAY, TimeKind.CALENDAR) for time in times)


def _judges(account: Account, span: Span) -> bool:
    """Whether what a sentence says is what something is ("… is good news"), not what happened."""
    tokens = account.analysis.tokens
    inside = account.analysis.tokens_in(span)
    roots = [i for i in inside if tokens[i].head == i and tokens[i].upos != "VERB"]
    copulas = [i for root in roots for i in account.analysis.children(root, "cop")]
    return any(tokens[i].tag in {"VBZ", "VBP"} for i in copulas)


def _says_who(account: Account, span: Span) -> bool:
    return any(
        statement.cue is not None
        and statement.speaker is not None
        and span.contains(statement.cue)
        and span.contains(statement.speaker.span)
        for statement in account.annotation.statements
    )


def told_sentences(account: Account) -> list[Sentence]:
    """Return the sentences of an account that tell something: no dateline that stands by itself."""
    tokens = account.analysis.tokens
    return [s for s in account.sentences if any(tokens[i].tag in FINITE for i in range(s.first, s.last))]


def _lead(account: Account) -> frozenset[str]:
    """Return the content words of an account's first telling sentences."""
    sentences = told_sentences(account)[:LEAD]
    return frozenset[str]().union(*(topics_in(account, s.start, s.end) for s in sentences))


def _shares(accounts: Sequence[Account]) -> dict[str, float]:
    """Return for each content word the share of the accounts that use it."""
    counts: Counter[str] = Counter()
    for account in accounts:
        counts.update(topics_in(account, 0, len(account.text)))
    return {form: count / len(accounts) for form, count in counts.items()}


def _supports(claims: Sequence[Claim]) -> dict[str, list[tuple[str, Span]]]:
    """Return for each article the claims with the spans that support them."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for claim in claims:
        for support in claim.support:
            found.setdefault(support.evidence.article, []).append((claim.id, support.evidence.span))
    return found
