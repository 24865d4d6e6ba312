"""Claims that somebody said something: words in quotation marks that several accounts have from one speaker.

That the accounts print one utterance is found by `reuse`; what stands for the claim is a sentence that tells who
says it, or the words themselves where their speaker is known, as long as they can be read by themselves.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.claims.attribution import statement_of
from crossread.compare.claims.meaning import UTTERANCES
from crossread.compare.claims.showing import joined, whole
from crossread.record.analysis import Sentence
from crossread.record.annotation import Account, ReportedStatement
from crossread.record.dossier import Reuse, ReuseKind
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.similar import common_runs, spelling
from crossread.text.words import forms, topical, topics

# Fewest words in marks, and fewest of them with content, that tell something by themselves.
WORDS, CONTENT = 6, 3
# Least part of a head's quoted words that another account has in runs of at least RUN words. An account that quotes
# half of a sentence does not tell what the other half says.
SHARED, RUN = 0.85, 3
# Where less than this part of a sentence is in marks, it tells something of its own, and of what it tells the other's
# sentence must hold at least HELD.
QUOTED, HELD = 0.5, 0.6
# A sentence is somebody's words where they are at least this part of it.
UTTERED = 0.9
# Names that are spelt at least so much alike are one.
SPELT = 0.92


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of an account with words of somebody in it; `forms` are those in marks.

    `shown` are the words that can stand alone, `framed` tells whether they say whose the others are, and `named`
    whether by name.
    """

    account: Account
    order: int
    place: int
    span: Span
    forms: tuple[str, ...]
    statement: ReportedStatement
    speaker: str | None
    entity: str | None
    framed: bool
    named: bool
    shown: Span | None

    @property
    def evidence(self) -> Evidence:
        return self.account.evidence(self.shown or self.span)

    @property
    def text(self) -> str:
        """Return the words that stand for the utterance, with whose they are: "the congressman [Ann Hill] said"."""
        evidence, party = self.evidence, self.statement.speaker
        if not self.framed:
            return uttered(self.speaker, evidence.text)
        if self.named or party is None or UTTERANCES & set(topics(self.account.text, party.span)):
            return evidence.text  # "according to the letter": a letter is nobody
        at = party.span.end - evidence.start
        return f"{evidence.text[:at]} [{self.speaker}]{evidence.text[at:]}"

    @property
    def part(self) -> float:
        """Return which part of the words shown is in marks: the rest may be of this account alone."""
        return len(self.forms) / max(1, len(forms(self.account.text, self.shown or self.span)))


def sayings(
    accounts: Sequence[Account], cast: Cast, reuse: Sequence[Reuse], placed: Container[str]
) -> list[tuple[Saying, ...]]:
    """Return of each utterance that two accounts or more quote one sentence each, the one that stands for it first.

    Accounts print an utterance twice; the one that most of them have is kept.
    """
    kept: list[tuple[Saying, ...]] = []
    for told in sorted(_found(accounts, cast, reuse, placed), key=lambda told: -len(told)):
        if not any(says_it(told[0], other[0].forms) for other in kept):
            kept.append(told)
    return kept


def says_it(head: Saying, words: Sequence[str]) -> bool:
    """Whether nearly all of some words are words that a sentence quotes."""
    return _had(words, head.forms) >= SHARED * len(words)


def _found(
    accounts: Sequence[Account], cast: Cast, reuse: Sequence[Reuse], placed: Container[str]
) -> Iterator[tuple[Saying, ...]]:
    """Yield the utterances, some of them twice."""
    order = {account.id: number for number, account in enumerate(accounts)}
    for group in reuse:
        if group.kind is not ReuseKind.SAME_UTTERANCE:
            continue
        members = ((order[member.article], member) for member in group.members)
        found = [
            saying
            for number, member in members
            for saying in _sentences(accounts[number], number, member, cast, placed)
        ]
        told = [(one, *_others(one, found)) for one in found if _speaks(one)]
        best = max(
            told, key=lambda many: (len(many), many[0].named, many[0].framed, many[0].part), default=()
        )
        if len(best) > 1:
            yield best


def _sentences(
    account: Account, order: int, member: Evidence, cast: Cast, placed: Container[str]
) -> Iterator[Saying]:
    """Yield the sentences that a shared passage lies in, with whose words they quote."""
    seen = set[Span]()
    for place, part in enumerate(account.analysis.sentences):
        if not part.span.overlaps(member.span) or not account.article.telling(part.span):
            continue
        sentence = joined(account, part)
        statement = statement_of(account, _shared(sentence.span, member.span))
        if sentence.span not in seen and statement is not None:
            seen.add(sentence.span)
            yield _saying(account, order, place, sentence, statement, cast, placed)


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _saying(
    account: Account,
    order: int,
    place: int,
    sentence: Sentence,
    statement: ReportedStatement,
    cast: Cast,
    placed: Container[str],
) -> Saying:
    quoted = [_shared(part, sentence.span) for part in statement.quoted if part.overlaps(sentence.span)]
    who = cast.who(account, statement.speaker)
    framed = who is not None and _frames(account, sentence, statement)
    shown = whole(account, sentence, placed, quoting=True)
    if shown is not None and not framed:
        shown = _uttered(account, shown, quoted)
    return Saying(
        account=account,
        order=order,
        place=place,
        span=trimmed(account.text, sentence.span),
        forms=tuple(form for part in quoted for form in forms(account.text, part)),
        statement=statement,
        speaker=who.name if who else None,
        entity=who.entity if who else None,
        framed=framed,
        named=framed and who is not None and _names(account, statement, who.name),
        shown=trimmed(account.text, shown) if shown else None,
    )


def _uttered(account: Account, shown: Span, quoted: Sequence[Span]) -> Span | None:
    """Return the words of somebody that nearly all of a sentence is, None where they are cut from a sentence."""
    if len(quoted) != 1 or not account.text[quoted[0].start].isupper():
        return None
    return quoted[0] if len(quoted[0]) >= UTTERED * len(shown) else None


def _frames(account: Account, sentence: Sentence, statement: ReportedStatement) -> bool:
    """Whether a sentence itself tells whose words it quotes, other than by a pronoun."""
    if statement.cue is None or statement.speaker is None:
        return False
    first = account.analysis.tokens_in(statement.speaker.span)[0]
    return sentence.span.contains(statement.cue) and account.analysis.tokens[first].upos != "PRON"


def _names(account: Account, statement: ReportedStatement, name: str) -> bool:
    party = statement.speaker
    return party is not None and not set(forms(name)).isdisjoint(topics(account.text, party.span))


def _speaks(one: Saying) -> bool:
    """Whether a sentence can stand for what somebody said: enough words, and it is known whose they are."""
    return one.shown is not None and one.speaker is not None and tells_alone(one.forms)


def tells_alone(said: Sequence[str]) -> bool:
    """Whether words of somebody, in normal form, are enough to tell something by themselves."""
    return len(said) >= WORDS and sum(map(topical, said)) >= CONTENT


def uttered(speaker: str | None, text: str) -> str:
    """Return words from a quotation with whose they are."""
    return f"{speaker}: “{text}”"


def _others(head: Saying, found: Sequence[Saying]) -> Iterator[Saying]:
    """Yield of each other account the sentence that has most of the head's quoted words, where together it has them."""
    for order in sorted({one.order for one in found} - {head.order}):
        theirs = [one for one in found if one.order == order and _one_speaker(head, one)]
        words = [form for one in theirs for form in one.forms]
        if _had(head.forms, words) >= SHARED * len(head.forms) and _bears(head, theirs):
            yield max(theirs, key=lambda one: (_had(head.forms, one.forms), -one.place))


def _had(own: Sequence[str], other: Sequence[str]) -> int:
    """Return how many of some words others have in the same order, in runs that are no chance."""
    return sum(run.length for run in common_runs(own, other) if run.length >= RUN)


def _one_speaker(one: Saying, other: Saying) -> bool:
    """Whether nobody else is named for the words; "the judge" may be anybody, and accounts spell a name in two ways."""
    if one.entity is None or other.entity is None or one.entity == other.entity:
        return True
    return spelling(one.speaker or "", other.speaker or "") >= SPELT


def _bears(head: Saying, theirs: Sequence[Saying]) -> bool:
    """Whether other sentences hold what the head tells beside the words in marks, where that is much."""
    if head.part >= QUOTED:
        return True
    own = frozenset(topics(head.account.text, head.shown))
    held = frozenset(word for one in theirs for word in topics(one.account.text, one.span))
    return len(own & held) >= HELD * len(own)
