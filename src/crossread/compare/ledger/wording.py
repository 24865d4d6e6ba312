"""The words of an entry: the sentence that tells it, whole, so that no condition, denial or teller is cut off.

A pronoun gets the name that the account itself gives for it. Where the sentence takes up what was told before it
("the bill", "that claim"), the sentence that told it first stands beside it; where none does, nothing is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossread.compare.claims.pointing import OF_SEVERAL, TIMES, bare_definite, leans, taken_up, unplaced
from crossread.compare.ledger.callings import name_in_account
from crossread.compare.once import forms_in, once
from crossread.compare.placed import PLACED
from crossread.compare.timeline.whole import without_ties
from crossread.record.analysis import Sentence
from crossread.record.annotation import (
    Account,
    Act,
    EntityType,
    Mention,
    MentionForm,
    StatementKind,
)
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.closed_classes import OF_ONE_PERSON, REFLEXIVE, THIRD_PERSON
from crossread.text.listing import listed

# Longest sentence in code points that a reader takes in as one line of the ledger.
LONGEST = 400
# How many sentences are looked back over for the one that introduces what a sentence takes up: beyond, "the bill" is
# as often another one.
_WINDOW = 4
_LEAD = 2
_OF_ANY_LAW = listed("break violate obey require")  # "the law" beside these is no one law
_THIRD_PERSON = THIRD_PERSON | REFLEXIVE


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a line, and the sentence before them that tells what they take up."""

    words: str
    before: Evidence | None = None


def in_quotation(account: Account, act: Act) -> bool:
    """Whether the act's cue stands inside words that are quoted."""
    if act.statement is None:
        return False
    statement = account.annotation.statements[act.statement]
    return statement.kind is StatementKind.DIRECT or any(q.overlaps(act.cue) for q in statement.quoted)


def in_full(account: Account, act: Act) -> Telling | None:
    """Return the sentence of an act in one line, with the one before that introduces what it takes up.

    None where it cannot be read alone even so.
    """
    whole = account.analysis.sentence_at(act.cue.start)
    if whole is None:
        return None
    words = without_ties(account.text, whole.span)
    first = account.analysis.tokens_in(words).start
    sentence = Sentence(words.start, words.end, first, whole.last)
    left = _left_open(account, act, sentence)
    if left is None or len(_one_line(sentence.span.of(account.text))) > LONGEST:
        return None
    before = _introducing(account, whole, left) if left else None
    if before is None and not left <= _lead(account):
        return None
    told = _explained(account, act, words)
    return Telling(told if words.start == whole.start else told[0].upper() + told[1:], before)


def _introducing(account: Account, sentence: Sentence, open_words: frozenset[str]) -> Evidence | None:
    """Return the nearest sentence before one that tells what the words are, not only "the bill" once more.

    What a pronoun stands for is told in the very sentence before.
    """
    told = account.sentences
    at = next((n for n, one in enumerate(told) if one.start == sentence.start), 0)
    window = _WINDOW if open_words.isdisjoint(THIRD_PERSON) else 1
    for before in reversed(told[max(0, at - window) : at]):
        if open_words <= _introduced(account, before) | _named(account, before):
            span = trimmed(account.text, before.span)
            return account.evidence(span) if len(span) <= LONGEST else None
    return None


def _introduced(account: Account, sentence: Sentence) -> frozenset[str]:
    """Return the nouns of a sentence that it does not itself take up."""
    analysis = account.analysis
    return frozenset(
        analysis.lower[i]
        for i in _nouns(account, sentence)
        if not (bare_definite(account, i) or taken_up(analysis, i, sentence.first, quoting=False))
    )


def _named(account: Account, sentence: Sentence) -> frozenset[str]:
    """Return the pronouns that may stand for whom or what a sentence names."""
    mentions = [account.annotation.mentions[i] for i in account.mentions_in(sentence.span)]
    persons = {m.name for m in mentions if m.type is EntityType.PERSON and m.form is MentionForm.NAME}
    several = any(account.analysis.tokens[i].tag == "NNS" for i in _nouns(account, sentence))
    of_one = OF_ONE_PERSON if len(persons) == 1 else frozenset[str]()
    return of_one | {"it", "its"} | (OF_SEVERAL if several or len(persons) > 1 else frozenset())


def _nouns(account: Account, sentence: Sentence) -> list[int]:
    tokens = account.analysis.tokens
    inside = range(sentence.first, sentence.last)
    return [i for i in inside if tokens[i].upos in {"NOUN", "PROPN"} and tokens[i].dep != "compound"]


def _left_open(account: Account, act: Act, sentence: Sentence) -> frozenset[str] | None:
    """Return the nouns and pronouns that are told only by what stands before ("the bill"); None where it is more."""
    analysis, quoting = account.analysis, in_quotation(account, act)
    known, inside = _known(account, act, sentence), range(sentence.first, sentence.last)
    taken = {i for i in inside if taken_up(analysis, i, sentence.first, quoting=quoting)}
    pointing = {i for i in inside if i not in known and _for_another(account, i, sentence.first)}
    aside = {i for i in inside if _said_for_nothing(account, act, i)} | taken | pointing
    aside |= {i for i in inside[1:] if quoting and analysis.lower[i] == "this"}
    left = unplaced(account, sentence.first, sentence.last, known, quoting=quoting, aside=aside)
    if left is None or sentence.first == 0:
        return left
    asked = set(analysis.tokens_in(act.action)) - known
    taken |= {i for i in asked if analysis.hangs(i, "obj") and bare_definite(account, i)}
    told = (left | {analysis.tokens[i].lemma.lower() for i in taken}) - PLACED - TIMES
    nouns = {
        analysis.lower[i]
        for i in _nouns(account, sentence)
        if analysis.tokens[i].lemma.lower() in told
        and analysis.tokens[i].upos == "NOUN"
        and analysis.tokens[analysis.tokens[i].head].lemma not in _OF_ANY_LAW
    }
    return frozenset(nouns) - _introduced(account, sentence) | {analysis.lower[i] for i in pointing}


def _for_another(account: Account, index: int, first: int) -> bool:
    """Whether a pronoun stands for somebody or something told before: not "its", nor "it" that may say nothing."""
    analysis = account.analysis
    pronoun = analysis.lower[index] in THIRD_PERSON and not analysis.hangs(index, "nmod:poss", "obl")
    thing = analysis.lower[index] == "it" and not analysis.hangs(index, "obj", "iobj")
    return pronoun and not thing and leans(account, index, first)


def _said_for_nothing(account: Account, act: Act, index: int) -> bool:
    """Whether a word points at nothing before: "it is time to go", "then signed", and "its" behind the one who acts."""
    analysis = account.analysis
    token = analysis.tokens[index]
    if analysis.lower[index] == "then":
        return not analysis.children(index)  # "until then"
    if analysis.hangs(index, "nmod:poss"):
        return act.actor is not None and act.actor.span.end <= token.start
    real = analysis.children(token.head, "csubj", "ccomp", "xcomp", "acl", "advcl")
    copula = analysis.children(token.head, "cop")
    return analysis.lower[index] == "it" and bool(copula) and any(i > token.head for i in real)


@once
def _lead(account: Account) -> frozenset[str]:
    """Return the words of an account's headline and first sentences: what they name the whole story is about."""
    told = account.sentences[:_LEAD]
    end = told[-1].end if told else 0
    return (
        forms_in(account, 0, end) | frozenset((account.article.title or "").lower().split())
    ) - THIRD_PERSON


def _known(account: Account, act: Act, sentence: Sentence) -> frozenset[int]:
    """Return the words that the account has a name for: pronouns, and the parties of the act."""
    parties = {p.mention for p in (act.actor, act.addressee) if p is not None}
    inside = ((number, account.annotation.mentions[number]) for number in account.mentions_in(sentence.span))
    return frozenset(
        i
        for number, m in inside
        if (m.form is MentionForm.PRONOUN or number in parties) and name_in_account(account, m)
        for i in account.analysis.tokens_in(m.span)
    )


# -- names for pronouns -------------------------------------------------------------------------------


def _explained(account: Account, act: Act, span: Span) -> str:
    """Return the words of `span` with a name in brackets after each pronoun for somebody else than the parties."""
    parts, at = [], span.start
    known = {_chain(account, party.mention) for party in (act.actor, act.addressee) if party is not None}
    for mention in account.annotation.mentions:
        if (
            mention.span.start < at
            or not span.contains(mention.span)
            or mention.form is not MentionForm.PRONOUN
        ):
            continue
        name = name_in_account(account, mention)
        first_person = mention.span.of(account.text).lower() not in _THIRD_PERSON
        if name is None or first_person or mention.chain in known or _named_before(account, mention, span):
            continue
        parts.append(
            f"{account.text[at : mention.span.end]} [{name}{'’s' if _owning(account, mention) else ''}]"
        )
        at = mention.span.end
        known.add(mention.chain)
    return _closed(_one_line("".join((*parts, account.text[at : span.end]))))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _closed(words: str) -> str:
    """Close a quotation that goes on behind the words, and open one begun before them."""
    if words.find("”") >= 0 and not 0 <= words.find("“") < words.find("”"):
        words = f"“{words}"
    if words.count("“") > words.count("”"):
        return f"{words}”"
    if words.count('"') % 2 == 0:
        return words
    return f'"{words}' if words.endswith('"') else f'{words}"'


def _named_before(account: Account, mention: Mention, span: Span) -> bool:
    """Whether the words themselves name before a pronoun whom it stands for."""
    return any(
        m.chain == mention.chain
        and m.form is MentionForm.NAME
        and span.contains(m.span)
        and m.span.end <= mention.span.start
        for m in account.annotation.mentions
    )


def _owning(account: Account, mention: Mention) -> bool:
    return any(account.analysis.tokens[i].tag == "PRP$" for i in account.analysis.tokens_in(mention.span))


def _chain(account: Account, mention: int | None) -> int | None:
    return None if mention is None else account.annotation.mentions[mention].chain
