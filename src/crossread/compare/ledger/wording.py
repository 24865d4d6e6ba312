"""The words of an entry: the sentence that tells it, whole, so that no condition, denial or teller is cut off.

A pronoun gets the name that the account itself gives for it. Where the sentence takes up what was told before it
("the bill", "that claim"), a sentence before that has the noun stands beside it; where none has, nothing is shown.
"""

from __future__ import annotations

import re

from crossread.compare.claims.pointing import bare_definite, taken_up, unplaced
from crossread.compare.ledger.callings import name_in_account
from crossread.compare.placed import PLACED
from crossread.compare.preceding import sentence_before
from crossread.record.analysis import Sentence
from crossread.record.annotation import Account, Act, Mention, MentionForm, StatementKind
from crossread.record.span import Span
from crossread.text.closed_classes import REFLEXIVE, THIRD_PERSON
from crossread.text.datelines import without_dateline

# Longest sentence in code points that a reader takes in as one line of the ledger.
LONGEST = 400
_THIRD_PERSON = THIRD_PERSON | REFLEXIVE


def in_quotation(account: Account, act: Act) -> bool:
    """Whether the act's cue stands inside words that are quoted."""
    if act.statement is None:
        return False
    statement = account.annotation.statements[act.statement]
    return statement.kind is StatementKind.DIRECT or any(q.overlaps(act.cue) for q in statement.quoted)


def in_full(account: Account, act: Act) -> str | None:
    """Return the sentence of an act in one line, with the sentence before where it takes up what that tells.

    None where it cannot be read alone even so.
    """
    whole = account.analysis.sentence_at(act.cue.start)
    if whole is None:
        return None
    sentence = without_dateline(account.text, account.analysis, whole)
    if len(_one_line(sentence.span.of(account.text))) > LONGEST:
        return None
    words = _explained(account, act, sentence.span)
    left = _left_open(account, act, sentence)
    if left is not None and not left:
        return words
    before = sentence_before(account, whole, left or frozenset())
    return None if before is None else f"{words} (before it: “{_one_line(before.text)}”)"


def _left_open(account: Account, act: Act, sentence: Sentence) -> frozenset[str] | None:
    """Return the nouns that are told only by what stands before ("the bill"); None where anything else is."""
    analysis, known = account.analysis, _known(account, act, sentence)
    quoting = in_quotation(account, act)
    left = unplaced(account, sentence.first, sentence.last, known, quoting=quoting)
    if sentence.first == 0:
        return left
    inside = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].upos == "NOUN"]
    about = set(analysis.tokens_in(act.action)) - known
    nouns = {i for i in inside if taken_up(analysis, i, sentence.first, quoting=quoting)}
    nouns |= {i for i in about if analysis.hangs(i, "obj") and bare_definite(account, i)}
    told = ((left or frozenset()) | {analysis.tokens[i].lemma.lower() for i in nouns}) - PLACED
    return None if left is None and not told else told


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
