"""Answers told in other words: clauses in which the addressee of an entry accepts, refuses or answers something.

A clause about the same matter, or one that follows at once, is an answer. One
that might be, and any sentence behind that names the one who has to act, makes
it `unclear` what came of the entry: nothing is then said of it, since "no
response" would be a finding that nobody made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.ledger.draft import Draft, Reply
from crossread.compare.ledger.matter import Matter, Naming, content, party_at
from crossread.compare.ledger.sameness import SAME_MATTER, alike, same_party
from crossread.compare.ledger.status import STANCES
from crossread.record.annotation import Account, Party
from crossread.record.dossier import Who
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed

UNCLEAR = "unclear"
_ACCEPTING = listed("agree accept comply oblige consent")
_REJECTING = listed("refuse reject decline rebuff dismiss")
_ANSWERING = (
    _ACCEPTING
    | _REJECTING
    | listed(
        "respond reply answer resist ignore acknowledge grant deny vow promise pledge insist concede relent oppose"
    )
)
_SOMEBODY = "-"  # a pronoun that could not be settled: like nobody's name
_UNDONE = listed("not n't n’t never would could should might may will must to if unless whether")
# Code points after an act within which "he agreed" answers it: two or three sentences of news. Read on stories
# in which an answer follows; not tuned.
_AT_ONCE = 400
LONGEST_EVIDENCE = 300


@dataclass(frozen=True)
class Clause:
    """A clause with a verb of answering, and who is its subject."""

    account: Account
    verb: int
    who: Who
    evidence: Evidence
    words: frozenset[str]


def clauses(accounts: Sequence[Account], cast: Naming) -> tuple[Clause, ...]:
    """Return the clauses of all accounts in which somebody known answers something."""
    return tuple(clause for account in accounts for clause in _clauses(account, cast))


def naming(accounts: Sequence[Account], cast: Naming) -> Mapping[str, Sequence[Evidence]]:
    """Return the telling sentences that name an entity, by name or pronoun, in reading order, by the entity's id."""
    found = defaultdict[str, list[Evidence]](list)
    for account in accounts:
        for sentence in account.sentences:
            words = account.evidence(_short(sentence.span))
            for entity in _named(account, sentence.span, cast):
                found[entity].append(words)
    return found


def _named(account: Account, span: Span, cast: Naming) -> frozenset[str]:
    mentions = account.annotation.mentions
    found = (cast.who(account, Party(mentions[i].span, i)) for i in account.mentions_in(span))
    return frozenset(who.entity for who in found if who is not None and who.entity is not None)


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_EVIDENCE))


def _clauses(account: Account, cast: Naming) -> Iterator[Clause]:
    analysis = account.analysis
    for index, token in enumerate(analysis.tokens):
        if token.upos != "VERB" or token.lemma not in _ANSWERING or not account.article.telling(token.span):
            continue
        subject = next(iter(analysis.children(index, "nsubj")), None)
        if subject is None:
            continue
        if analysis.tokens[subject].tag in ("WDT", "WP") and token.dep == "acl:relcl":
            subject = token.head  # "the council, which replied …"
        who = cast.who(account, party_at(account, subject))
        if who is None and analysis.tokens[subject].tag == "PRP":
            who = Who(_SOMEBODY)
        if who is not None:
            below = analysis.subtree(index)
            span = Span(analysis.tokens[min(subject, below[0])].start, analysis.tokens[below[-1]].end)
            words = content(account, Span(token.end, span.end)) if token.end < span.end else frozenset()
            yield Clause(account, index, who, account.evidence(_short(span)), words)


def told_answers(
    draft: Draft, told: Sequence[Clause], named: Mapping[str, Sequence[Evidence]], known: Sequence[Reply]
) -> Iterator[Reply]:
    """Yield the answers to an entry that clauses tell, and what makes it unclear what came of it."""
    if draft.kind in STANCES:
        return
    words = frozenset().union(*(m.words for m in draft.matters))
    unclear: Evidence | None = None
    answered = [evidence for _, _, evidence in known]
    for clause in _of_the_addressee(draft, told):
        if _known(clause.evidence, answered):
            continue
        kind = _kind(clause, draft, words)
        if kind is None:
            unclear = unclear or clause.evidence
        elif not any(reply[0] == kind for reply in known):
            answered.append(clause.evidence)
            yield kind, None, clause.evidence
    unclear = unclear or _right_behind(draft, told) or _told_on(draft, named, answered)
    if unclear is not None:
        yield UNCLEAR, None, unclear


def _of_the_addressee(draft: Draft, told: Sequence[Clause]) -> Iterator[Clause]:
    """Yield the clauses in which whoever is asked for something may answer it."""
    if draft.founding.family == "directive" and draft.addressee is not None:
        for clause in told:
            if same_party(clause.who, draft.addressee) and not _before(clause, draft):
                yield clause


def _right_behind(draft: Draft, told: Sequence[Clause]) -> Evidence | None:
    """Return a reply by somebody unknown right behind the act, which may answer it."""
    mine = {m.account.id for m in draft.matters}
    near = (c for c in told if c.account.id in mine)
    return next((c.evidence for c in near if any(_replies(c, m) for m in draft.matters)), None)


def _told_on(
    draft: Draft, named: Mapping[str, Sequence[Evidence]], answered: Sequence[Evidence]
) -> Evidence | None:
    """Return a sentence behind the entry's own that names the one who has to act, so that it may tell the outcome."""
    bound = draft.addressee or draft.actor
    if bound is None or bound.entity is None:
        return None
    behind = (words for words in named.get(bound.entity, ()) if not _until(words, draft))
    return next((words for words in behind if not _known(words, answered)), None)


def _until(words: Evidence, draft: Draft) -> bool:
    """Whether words stand before an act of the entry in its account, or are its own."""
    acts = (m.act.span for m in draft.matters if m.account.id == words.article)
    return any(words.start < act.start or words.span.overlaps(act) for act in acts)


def _known(words: Evidence, answered: Sequence[Evidence]) -> bool:
    """Whether words are those of an answer that is an event already."""
    return any(words.overlaps(one) for one in answered)


_REPLYING = listed("respond reply answer")


def _replies(clause: Clause, found: Matter) -> bool:
    """Whether somebody replies right after an act, whoever it is: "…, which replied that it would not"."""
    if not _follows(clause, found):
        return False
    lemma = clause.account.analysis.tokens[clause.verb].lemma
    pronoun = any(
        clause.account.analysis.tokens[i].tag == "PRP"
        for i in clause.account.analysis.children(clause.verb, "nsubj")
    )
    return lemma in _REPLYING or (pronoun and lemma in _ACCEPTING | _REJECTING)


def _before(clause: Clause, draft: Draft) -> bool:
    """Whether the clause stands before the first act of its own account, or is an act's own words."""
    here = [m.act.span for m in draft.matters if m.account.id == clause.account.id]
    return bool(here) and clause.evidence.start < min(span.end for span in here)


def _kind(clause: Clause, draft: Draft, words: frozenset[str]) -> str | None:
    """Return "accepted" or "rejected" for a clear answer, None for one that may be about something else."""
    tokens = clause.account.analysis.tokens
    lemma = tokens[clause.verb].lemma
    if lemma not in _ACCEPTING | _REJECTING:
        return None
    near = {tokens[i].text.lower() for i in range(max(0, clause.verb - 3), clause.verb)}
    if near & _UNDONE:
        return None
    about = len(clause.words & words) >= 2 and alike(clause.words, words) >= SAME_MATTER
    follows = not clause.words and any(_follows(clause, m) for m in draft.matters)
    if not (about or follows):
        return None
    return "accepted" if lemma in _ACCEPTING else "rejected"


def _follows(clause: Clause, found: Matter) -> bool:
    return (
        found.account.id == clause.account.id and 0 <= clause.evidence.start - found.act.span.end <= _AT_ONCE
    )
