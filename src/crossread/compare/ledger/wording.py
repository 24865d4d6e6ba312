"""The words of an entry: the sentence that tells it, whole, so that no condition, denial or teller is cut off.

Whom or what its pronouns and nouns with "the" stand for is shown in brackets, as in the timeline. Where it takes up
more of what was told before it, the sentence that told it stands beside it; where none does, nothing is shown.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.claims.pointing import (
    bare_definite,
    demonstrates,
    leans,
    taken_up,
    unplaced,
)
from crossread.compare.introduced import meant_in, tells
from crossread.compare.ledger.deeds import of_deed
from crossread.compare.once import forms_in, once, quoted_spans
from crossread.compare.timeline.whole import behind_head, is_sentence, without_ties
from crossread.record.analysis import Sentence
from crossread.record.annotation import Account, Act, StatementKind
from crossread.record.dossier import Meant
from crossread.record.span import Evidence, Span
from crossread.text.closed_classes import DEMONSTRATIVE, FIRST_PERSON, OF_ONE_PERSON, THIRD_PERSON

# Longest sentence in code points that a reader takes in as one line of the ledger.
LONGEST = 400
# How many sentences are looked back over for the one that introduces what a sentence takes up: beyond, "the bill" is
# as often another one.
_WINDOW = 4
_LEAD = 2
# With fewer words a sentence seldom tells what it is about.
_FEW = 15
_PRONOUNS = THIRD_PERSON | DEMONSTRATIVE
# What is told stands behind the line: "demanded three things:"; not behind the date of the next entry of a calendar.
_ANNOUNCING = re.compile(r"\D:$")


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a line, what some of them stand for, and the sentence before them that tells what they take up."""

    words: str
    before: Evidence | None = None
    meant: tuple[Meant, ...] = ()


def in_quotation(account: Account, act: Act) -> bool:
    """Whether the act's cue stands inside words that are quoted."""
    if act.statement is None:
        return False
    statement = account.annotation.statements[act.statement]
    return statement.kind is StatementKind.DIRECT or any(q.overlaps(act.cue) for q in statement.quoted)


def in_full(account: Account, act: Act, cast: Cast, known: Iterable[str]) -> Telling | None:
    """Return the sentence of an act in one line, with the one before that introduces what it takes up.

    None where it cannot be read alone even so. The reader knows the entities that are `known`.
    """
    whole = account.analysis.sentence_at(act.cue.start)
    if whole is None:
        return None
    words = without_ties(account.text, whole.span)
    told = _closed(" ".join(words.of(account.text).split()))
    first = account.analysis.tokens_in(words).start
    meant = meant_in(account, (words,), cast, known, pronouns=True)
    clear = _clear(account, words, cast, {*known, *(one.entity for one in meant)})
    clear |= {i for one in meant for i in account.analysis.tokens_in(one.mention.span)}
    left = _left_open(account, act, Sentence(words.start, words.end, first, whole.last), clear)
    short, earlier = len(told.split()) < _FEW, _told_before(account, whole)
    heading = short and whole.first > 0 and not is_sentence(account, words, whole.span)
    partial = heading or len(told) > LONGEST or _ANNOUNCING.search(told)
    if left is None or partial or _in_first_person(account, act, words):
        return None
    needed, taken = _needed(account, act, left), _taken_for_known(account, act, words, clear)
    before = _introducing(account, act, earlier, left, taken, needed)
    if before is None and needed and earlier:
        return None
    before = _just_before(account, earlier) if before is None and short else before
    return Telling(told if words.start == whole.start else told[0].upper() + told[1:], before, meant)


def _taken_for_known(account: Account, act: Act, words: Span, clear: Container[int]) -> frozenset[int]:
    """Return the nouns of what is done that nothing in its sentence tells: "vote on the measure"."""
    return frozenset(
        i
        for i in account.analysis.tokens_in(act.action)
        if i not in clear and bare_definite(account, i) and not tells(account, words, i)
    )


def _in_first_person(account: Account, act: Act, words: Span) -> bool:
    """Whether a writer speaks of himself outside all quotations, whom the line does not name."""
    analysis = account.analysis
    persons = (i for i in analysis.tokens_in(words) if analysis.lower[i] in FIRST_PERSON)
    own = [analysis.tokens[i].span for i in persons if analysis.tokens[i].tag == "PRP"]
    quoted = quoted_spans(account)
    return not in_quotation(account, act) and any(not any(q.contains(one) for q in quoted) for one in own)


def _needed(account: Account, act: Act, left: frozenset[int]) -> frozenset[int]:
    """Return what the reader has to know of words left open: for whom pronouns stand, and the words of the act.

    What the head of the account, as far as it stands before the act, names is known.
    """
    lower, of_act = account.analysis.lower, account.analysis.tokens_in(act.span)
    asked = (i for i in left if lower[i] in THIRD_PERSON or i in of_act)
    return frozenset(i for i in asked if lower[i] not in _lead(account, act.span.start))


def _clear(account: Account, words: Span, cast: Cast, known: set[str | None]) -> frozenset[int]:
    """Return the words that stand for those whom the reader knows."""
    mentions = account.annotation.mentions
    return frozenset(
        i
        for number in account.mentions_in(words)
        if cast.of.get((account.id, number)) in known - {None}
        for i in account.analysis.tokens_in(mentions[number].span)
    )


def _told_before(account: Account, sentence: Sentence) -> list[Sentence]:
    return [one for one in _sentences(account) if one.start < sentence.start]


@once
def _sentences(account: Account) -> list[Sentence]:
    """Return the sentences of an account without headings and datelines."""
    return [one for one in account.sentences if is_sentence(account, one.span, one.span)]


def _introducing(
    account: Account,
    act: Act,
    earlier: list[Sentence],
    left: frozenset[int],
    taken: frozenset[int],
    needed: frozenset[int],
) -> Evidence | None:
    """Return the nearest sentence that tells what the words `left` open and `taken` are, or at least those needed.

    The noun of an act may be told in other words by the very sentence before ("that offer"), unless that takes it up.
    """
    near = [*reversed(earlier[-_WINDOW:]), *earlier[: min(_LEAD, len(earlier) - _WINDOW)]]
    of_act = (left | taken) & frozenset(account.analysis.tokens_in(act.span))
    pronouns = frozenset(i for i in left if account.analysis.lower[i] in _PRONOUNS)
    groups = [words for words in (left | taken, left, of_act, needed) if words and not words & pronouns]
    fit = (one for words in groups for one in near if all(tells(account, one.span, i) for i in words))
    deeds = (one for one in near if any(of_deed(account, one, i) for i in of_act))
    found = next(fit, None) or next(deeds, None)
    if not found and needed | pronouns and near and _stands(account, near[0]):
        found = near[0]
    return _shown(account, found.span) if found else None


def _just_before(account: Account, earlier: list[Sentence]) -> Evidence | None:
    """Return the sentence right before, with that before it where it cannot be read alone."""
    if not earlier:
        return None
    first, last = earlier[-2:][0], earlier[-1]
    both = None if _stands(account, last) else _shown(account, Span(first.start, last.end))
    return both or _shown(account, last.span)


def _shown(account: Account, words: Span) -> Evidence | None:
    """Return words that stand beside a line."""
    span = behind_head(account.text, words)
    return account.evidence(span) if len(span) <= LONGEST else None


def _stands(account: Account, sentence: Sentence) -> bool:
    """Whether a sentence points back at nothing."""
    return unplaced(account, sentence.first, sentence.last) is not None


def _left_open(
    account: Account, act: Act, sentence: Sentence, clear: frozenset[int]
) -> frozenset[int] | None:
    """Return the nouns and pronouns that are told only by what stands before ("the bill"); None where it is more."""
    analysis = account.analysis
    inside = range(sentence.first, sentence.last)
    taken = {i for i in inside if taken_up(analysis, i, sentence.first, quoting=False)}
    pointing = {i for i in inside if i not in clear and _for_another(account, i, sentence.first)}
    aside = {i for i in inside if _said_for_nothing(account, act, i)} | taken | pointing
    left = unplaced(account, sentence.first, sentence.last, clear, aside=aside)
    if left is None:
        return None
    asked = set(analysis.tokens_in(act.action)) - clear
    taken |= {i for i in asked if analysis.hangs(i, "obj") and bare_definite(account, i)}
    told = left | {analysis.tokens[i].lemma.lower() for i in taken}
    nouns = {
        i
        for i in inside
        if analysis.tokens[i].lemma.lower() in told
        and analysis.tokens[i].upos == "NOUN"
        and not analysis.hangs(i, "compound")
        and i not in clear
        and not tells(account, sentence.span, i)
    }
    return frozenset(nouns | pointing)


def _for_another(account: Account, index: int, first: int) -> bool:
    """Whether a pronoun stands for somebody or something told before: not "its", nor "it" that may say nothing."""
    analysis = account.analysis
    pronoun = analysis.lower[index] in THIRD_PERSON and not analysis.hangs(index, "obl")
    pronoun = pronoun and (analysis.lower[index] in OF_ONE_PERSON or not analysis.hangs(index, "nmod:poss"))
    thing = analysis.lower[index] == "it" and not analysis.hangs(index, "obj", "iobj")
    return (pronoun and not thing and leans(account, index, first)) or demonstrates(analysis, index)


def _said_for_nothing(account: Account, act: Act, index: int) -> bool:
    """Whether a word points at nothing before: "it is time to go", "then signed", and "its" behind the one who acts."""
    analysis = account.analysis
    token = analysis.tokens[index]
    if analysis.lower[index] == "then":
        return not analysis.children(index)  # "until then"
    if analysis.hangs(index, "nmod:poss"):
        return act.actor is not None and act.actor.span.end <= token.start
    real = analysis.children(token.head, "csubj", "ccomp", "xcomp", "acl", "advcl")
    said = analysis.lower[index] == "it" and analysis.children(token.head, "cop")
    return bool(said) and any(i > token.head for i in real)


@once
def _lead(account: Account, upto: int) -> frozenset[str]:
    """Return the words of an account's headline and first sentences: what they name the whole story is about."""
    told = account.sentences[:_LEAD]
    end = min(told[-1].end, upto) if told else 0
    title = (account.article.title or "").lower().split()
    return (forms_in(account, 0, end) | frozenset(title)) - THIRD_PERSON


def _closed(words: str) -> str:
    """Close a quotation that goes on behind the words, and open one begun before them."""
    if words.find("”") >= 0 and not 0 <= words.find("“") < words.find("”"):
        words = f"“{words}"
    if words.count("“") > words.count("”"):
        return f"{words}”"
    if words.count('"') % 2 == 0:
        return words
    return f'"{words}' if words.endswith('"') else f'{words}"'
