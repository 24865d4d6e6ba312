"""The brief: a few sentences taken verbatim from the accounts that tell the story's main points.

Only what several accounts tell is told in brief, and nothing that one of them
contradicts, in whatever words. Where none of that stands alone, what the
accounts begin with is taken, as far as the others begin with much of it.

Greedy choice of sentences by their prominence (the leads of the accounts tell
the news) and by the support of the claims they carry that no chosen sentence
carries yet (maximal coverage; Nemhauser et al. 1978 bound its loss), among
sentences that stand alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.claims.showing import whole
from crossread.compare.claims.standing import leaning, people_named
from crossread.compare.claims.terms import LIGHT
from crossread.compare.once import quoted_spans, topics_in
from crossread.compare.origins import Origins
from crossread.record.analysis import FINITE, Sentence
from crossread.record.annotation import Account, TimeKind
from crossread.record.dossier import BriefSentence, Claim, Conflict, ConflictKind, Independence, Stance
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed
from crossread.text.numbers import numbers
from crossread.text.similar import inverse_frequency, weighted_containment
from crossread.text.words import topics

FEWEST, MOST = 3, 6
# Two sentences that share more of their weighted content words than this say the same.
SAME = 0.5
# … or, where both are of leads, which tell one piece of news in other words, this. Of 20 pairs of leads read in 47
# stories that share .28 or more, 14 told the same.
SAME_NEWS = 0.28
# Least gain, as a part of the first sentence's, for which a sentence beyond the fewest is added.
WORTH = 0.25
# Gain of a sentence from an account that none was taken from yet, against one from a used account.
FRESH = 1.5
# … and of one that no other account tells, only leads hold much of, against one that others tell.
UNSHARED = 0.5
# Value of what the leads of all other accounts tell too; a claim of two accounts has 1.5 and more.
NEWS = 4.0
# So many first sentences are an account's lead.
LEAD = 3
# A sentence that no other account carries is taken from a lead only if the other leads hold this part of it on average.
SHARED_NEWS = 0.35
# … and from this part on it is the news, though it names no day and nobody who says it.
ALL_NEWS = 0.6
# Part of a sentence that makes it somebody's words; that must be what several accounts tell.
SAID, COVERED = 0.6, 0.5
# … and part of its content words that the others use for that.
HELD = 0.3
# Days further apart than this are no two accounts' days of one event.
DAYS = 3
# Part of the gain that is lost by a place at the end of the account, and for each leaning expression.
LATE, LEAN = 0.6, 0.12

# Words by which an account rates what others say.
_VERDICTS = listed("""false falsely baseless baselessly unfounded groundless untrue bogus debunked discredited
misleading misleadingly dubious""")


@dataclass(frozen=True)
class _Candidate:
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


def choose(
    accounts: Sequence[Account],
    claims: Sequence[Claim],
    origins: Origins,
    conflicts: Sequence[Conflict] = (),
) -> tuple[BriefSentence, ...]:
    """Return three to six sentences (fewer where fewer stand alone), the most prominent first.

    The first evidence of each is the sentence itself; then follow the other
    accounts' words for the claims that it carries.
    """
    by_id = {claim.id: claim for claim in claims}
    contested = _Contested(accounts, claims, conflicts)
    candidates = [one for one in _candidates(accounts, claims) if not contested.tells(one.evidence)]
    candidates = [one for one in candidates if not _odd_day(one, candidates)]
    value = {claim.id: _value(claim, origins) for claim in claims}
    begun = [one for one in candidates if one.lead and one.news >= SHARED_NEWS and one.report]
    told = [one for one in candidates if one.agreed or any(one is other for other in begun)]
    return tuple(_sentence(candidate, by_id) for candidate in _introduced(told, value))


class _Contested:
    """What accounts contradict each other on: the words themselves, and the verbs of what is denied."""

    def __init__(
        self, accounts: Sequence[Account], claims: Sequence[Claim], conflicts: Sequence[Conflict]
    ) -> None:
        self.accounts = {account.id: account for account in accounts}
        denied = [one.evidence for claim in claims if _denied(claim) for one in claim.support]
        sides = [
            (conflict, evidence)
            for conflict in conflicts
            for side in (conflict.sides[:-1] if conflict.kind is ConflictKind.UPDATE else conflict.sides)
            for evidence in side.evidence
        ]
        counted = [one.evidence for claim in claims if claim.disputed for one in claim.support]
        self.words = [*denied, *counted, *(evidence for _, evidence in sides)]
        facts = [evidence for conflict, evidence in sides if conflict.kind is ConflictKind.FACT]
        self.verbs = self._shared_verbs([*denied, *facts])
        self.outdated: dict[str, set[float | None]] = defaultdict(set)
        for conflict in conflicts:
            if conflict.kind is ConflictKind.UPDATE:
                for evidence in (one for side in conflict.sides[:-1] for one in side.evidence):
                    told = {number.value or number.low for number in numbers(evidence.text)}
                    self.outdated[evidence.article] |= told

    def _shared_verbs(self, contested: Sequence[Evidence]) -> frozenset[str]:
        """Return the verbs that two sides of what is denied have in common."""
        counts = Counter(verb for evidence in contested for verb in self._verbs(evidence))
        return frozenset(verb for verb, count in counts.items() if count > 1)

    def _verbs(self, evidence: Evidence) -> frozenset[str]:
        analysis = self.accounts[evidence.article].analysis
        tokens = [analysis.tokens[i] for i in analysis.tokens_in(evidence.span)]
        lemmas = {token.lemma.lower() for token in tokens if token.upos == "VERB"}
        return frozenset(lemmas - LIGHT - REPORTING)

    def tells(self, evidence: Evidence) -> bool:
        """Whether a sentence holds words that another account contradicts, or tells the same in other words."""
        overlaps = any(
            one.article == evidence.article and one.span.overlaps(evidence.span) for one in self.words
        )
        if overlaps or self.verbs & self._verbs(evidence):
            return True
        outdated = self.outdated.get(evidence.article, set())
        return bool(outdated) and any((n.value or n.low) in outdated for n in numbers(evidence.text))


def _denied(claim: Claim) -> bool:
    return any(support.stance is Stance.DENIES for support in claim.support)


def _odd_day(one: _Candidate, others: Sequence[_Candidate]) -> bool:
    """Whether an account begins with another day, close by, than two others do that agree on theirs."""
    if not one.lead or not one.days:
        return False
    told: dict[date, set[str]] = defaultdict(set)
    for other in others:
        if other.lead and other.evidence.article != one.evidence.article:
            for day in other.days:
                told[day].add(other.evidence.article)
    mine = min(one.days)
    return not any(day in told for day in one.days) and any(
        len(articles) > 1 and abs((day - mine).days) <= DAYS for day, articles in told.items()
    )


def _introduced(candidates: Sequence[_Candidate], value: Mapping[str, float]) -> list[_Candidate]:
    """Return the chosen sentences in the order of the story; nobody stands there by surname before the full name.

    A sentence that names somebody too early is given up for the next best, as
    long as enough are left.
    """
    left = list(candidates)
    first: list[_Candidate] | None = None
    while True:
        chosen = sorted(_greedy(left, value), key=_place)
        first = first or chosen
        early = _too_early(chosen)
        if early is None:
            return chosen if len(chosen) >= min(FEWEST, len(first)) else first
        left.remove(early)


def _place(one: _Candidate) -> tuple[bool, bool, float, str]:
    """Order by what accounts begin with, first what they agree on there; then by the place in the account."""
    return not one.lead, one.lead and not one.agreed, one.depth, one.evidence.article


def _too_early(chosen: Sequence[_Candidate]) -> _Candidate | None:
    known = frozenset[str]()
    for one in chosen:
        known |= one.full
        if one.short - known:
            return one
    return None


def _value(claim: Claim, origins: Origins) -> float:
    """Weigh a claim by its support: distinct known origins count most, bare repetition least."""
    corroborated = 1.0 if claim.independence is Independence.CORROBORATED else 0.0
    sourced = any(s.origin and origins.origin(s.origin).name is not None for s in claim.support)
    if claim.accounts == 1:
        return 0.0
    return claim.accounts - 0.5 + corroborated + 0.5 * (claim.origins.max - 1) + (0.5 if sourced else 0.0)


def _candidates(accounts: Sequence[Account], claims: Sequence[Claim]) -> Iterator[_Candidate]:
    carried = _supports(claims)
    share = _shares(accounts)
    leads = {account.id: _lead(account) for account in accounts}
    told = Counter(form for lead in leads.values() for form in lead)
    for account in accounts:
        sentences = _telling(account)
        for place, sentence in enumerate(sentences):
            span = whole(account, sentence)
            if span is None or _rates(account, span) or _only_said(account, span):
                continue
            found = frozenset(id for id, inside in carried.get(account.id, ()) if span.contains(inside))
            forms = frozenset(topics(account.text, span))
            depth = place / max(1, len(sentences) - 1)
            central = sum(share[form] for form in sorted(forms)) / max(1, len(forms))
            own = leads[account.id]
            inside = math.fsum(share[form] * (told[form] - (form in own)) for form in forms)
            every = math.fsum(share[form] for form in forms) * max(1, len(accounts) - 1)
            news = inside / every if every else 0.0
            lean = leaning(account, sentence)
            full, short = people_named(account, span)
            yield _Candidate(
                evidence=account.evidence(span),
                depth=depth,
                leaning=lean,
                claims=found,
                agreed=any(
                    claim.accounts > 1 and _covered(account.evidence(span), forms, claim)
                    for claim in claims
                    if claim.id in found
                ),
                lead=place < LEAD,
                report=_says_who(account, span)
                or ((_names_day(account, span) or news >= ALL_NEWS) and not _judges(account, span)),
                days=_days(account, span),
                forms=forms,
                central=central,
                news=news,
                full=full,
                short=short,
            )


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
    verdicts = [token.span for token in tokens if token.lemma.lower() in _VERDICTS]
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


def _telling(account: Account) -> list[Sentence]:
    """Return the sentences of an account that tell something: no dateline that stands by itself."""
    analysis = account.analysis
    return [
        s
        for s in analysis.sentences
        if account.article.telling(s.span)
        and any(analysis.tokens[i].tag in FINITE for i in range(s.first, s.last))
    ]


def _lead(account: Account) -> frozenset[str]:
    """Return the content words of an account's first telling sentences."""
    sentences = _telling(account)[:LEAD]
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


def _greedy(candidates: Sequence[_Candidate], value: Mapping[str, float]) -> list[_Candidate]:
    weights = inverse_frequency(candidate.forms for candidate in candidates)
    chosen: list[_Candidate] = []
    first = 0.0
    while len(chosen) < MOST:
        covered = frozenset[str]().union(*(one.claims for one in chosen))
        used = {one.evidence.article for one in chosen}
        open_ = [one for one in candidates if not any(_same(one, other, weights) for other in chosen)]
        if not open_:
            break
        gains = [(_gain(one, covered, used, value), one) for one in open_]
        gain, best = max(gains, key=lambda pair: (pair[0], -pair[1].depth, pair[1].evidence.article))
        first = first or gain
        if gain <= 0 or (len(chosen) >= FEWEST and gain < WORTH * first):
            break
        chosen.append(best)
    return chosen


def _same(one: _Candidate, other: _Candidate, weights: Mapping[str, float]) -> bool:
    most = SAME_NEWS if one.lead and other.lead else SAME
    return weighted_containment(one.forms, other.forms, weights) > most


def _gain(one: _Candidate, covered: frozenset[str], used: set[str], value: Mapping[str, float]) -> float:
    """Return what a sentence adds: the support of its new claims, more if prominent and easily read."""
    if one.claims & covered and not one.claims - covered:
        return 0.0  # what it tells is told
    new = sum(value[id] for id in one.claims - covered) + NEWS * one.news * (1 - one.depth)
    fresh = FRESH if one.evidence.article not in used else 1.0
    shared = 1.0 if one.agreed else UNSHARED
    return new * one.central * fresh * shared * (1 - LATE * one.depth) * max(0.2, 1 - LEAN * one.leaning)


def _sentence(candidate: _Candidate, claims: Mapping[str, Claim]) -> BriefSentence:
    evidence = [candidate.evidence]
    for id in sorted(candidate.claims):
        others = [support.evidence for support in claims[id].support]
        evidence += [one for one in others if one.article != candidate.evidence.article]
    return BriefSentence(candidate.evidence.text, tuple(dict.fromkeys(evidence)))
