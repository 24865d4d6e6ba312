"""A deed told and the same deed denied: "the gate was locked", "the gate was not locked", "denied locking the gate".

Both clauses have one kind of verb ("asked", "requested"), one subject, and share most of what else they tell, in two
accounts, or in one that tells who denies it. What may have been done stands against what was not; wishes, plans and
questions stand against nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.conflicts.denials import short
from crossread.compare.conflicts.telling import term
from crossread.compare.once import mentions_of, once
from crossread.record.analysis import CONTENT
from crossread.record.annotation import Account, MentionForm
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed

_NOT = listed("not n't n’t never nobody none")
_DENYING = listed("deny reject dispute refute")
# What is so only if something else is, or is asked.
_OPEN = listed("if whether unless until lest why how when where")
# Behind a "not" that these follow, another word is denied and not the deed: "not only", "not maliciously", "not … but".
_NOT_THE_DEED = re.compile(r"only|just|simply|merely|alone|but|[a-z]{3,}ly")
# Verbs above a clause that leave open whether it is so, or turn it round.
_UNSURE = listed(
    "doubt question ask wonder refuse fail stop ban want hope wish prevent avoid deny reject dispute refute"
)
_MODAL = listed("would could should must can might may will shall ca wo 'd ’d 'll ’ll to")
_MAY = listed("may might could")
_ARGUMENTS = ("nsubj", "csubj", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl")
# Content words that two clauses share beside the verb, and the least share of the shorter one's
# (1 to 3 and 0.4 to 0.7 tried on 700 stories by reading).
_SHARED, _ALIKE = 2, 0.5


_Key = tuple[str, str, bool]  # the kind of deed, who does or suffers it, whether suffers


@dataclass(frozen=True)
class _Deed:
    """A clause: its account, its verb and subject, the verb of whoever denies it."""

    account: Account
    verb: int
    subject: int
    denier: int | None
    denied: bool

    @cached_property
    def evidence(self) -> Evidence:
        return self.account.evidence(_clause(self.account, self.verb if self.denier is None else self.denier))

    @cached_property
    def matter(self) -> frozenset[str]:
        """The content words of the clause, its verb and its subject apart."""
        analysis = self.account.analysis
        arguments = analysis.children(self.verb, *_ARGUMENTS)
        below = {i for child in arguments for i in analysis.subtree(child)} - {self.subject}
        return frozenset(term(analysis.tokens[i]) for i in below if analysis.tokens[i].upos in CONTENT)


def negation_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the deeds that are told and denied."""
    deeds: dict[_Key, list[_Deed]] = defaultdict(list)
    for account in accounts:
        for key, deed in _deeds(account):
            deeds[key].append(deed)
    found: dict[Evidence, Conflict] = {}
    for told in deeds.values():
        denials = [deed for deed in told if deed.denied]
        for denial, claim in product(denials, (deed for deed in told if not deed.denied)):
            within = (
                denial.account is claim.account
            )  # what an account itself says is and is not so are two things
            if not (within and denial.denier is None) and _one_deed(denial, claim):
                found.setdefault(denial.evidence, _conflict(claim.evidence, denial.evidence))
    return list(found.values())


def _deeds(account: Account) -> Iterator[tuple[_Key, _Deed]]:
    tokens = account.analysis.tokens
    for sentence in account.sentences:
        if account.text[sentence.end - 1] == "?":
            continue
        for verb in range(sentence.first, sentence.last):
            if tokens[verb].upos == "VERB" and tokens[verb].lemma not in REPORTING:
                yield from _told(account, verb)


def _told(account: Account, verb: int) -> Iterator[tuple[_Key, _Deed]]:
    """Yield what a verb tells, with whether it is denied; nothing where that is open, or nobody is said to do it."""
    analysis, tokens = account.analysis, account.analysis.tokens
    denier = _denier(account, verb)
    subjects = analysis.children(verb, "nsubj") or (
        analysis.children(denier, "nsubj") if denier is not None else ()
    )
    denied = (_denied(account, verb) if denier is None else True) if subjects else None
    if denied is None or _open(account, verb, denied=denied):
        return
    if any(_open_above(account, above) for above in analysis.ancestors(verb) if above != denier):
        return
    who = _who(account, subjects[0])
    if who:
        suffers = tokens[subjects[0]].dep == "nsubj:pass"
        yield (
            (term(tokens[verb]), who, suffers),
            _Deed(account, verb, subjects[0], denier, denied),
        )


def _clause(account: Account, verb: int) -> Span:
    """Return the words of a clause, without the marks and conjunctions around it."""
    tokens = account.analysis.tokens
    own = [tokens[i] for i in account.analysis.subtree(verb)]
    words = [t for t in own if t.upos not in ("PUNCT", "SCONJ", "CCONJ")]
    return Span(words[0].start, words[-1].end)


def _denier(account: Account, verb: int) -> int | None:
    """Return the verb that denies what another one tells: "denied that", "denied locking"."""
    tokens, above = account.analysis.tokens, account.analysis.tokens[verb].head
    denies = tokens[verb].dep in ("ccomp", "xcomp") and tokens[above].lemma in _DENYING
    return above if denies and not _denied(account, above) else None


def _denied(account: Account, verb: int) -> bool | None:
    """Whether a verb is negated; None where it is only so far, or another word is."""
    analysis = account.analysis
    if not any(analysis.lower[i] in _NOT for i in analysis.children(verb, "aux", "advmod")):
        return None if verb in _with_no(account) else False
    rest = (analysis.lower[i] for i in analysis.subtree(verb))
    return None if any(map(_NOT_THE_DEED.fullmatch, rest)) else True


@once
def _with_no(account: Account) -> frozenset[int]:
    """Return the words that a "no" hangs on."""
    negated = (i for i, word in enumerate(account.analysis.lower) if word == "no")
    return frozenset(above for i in negated for above in (i, *account.analysis.ancestors(i)))


def _open(account: Account, verb: int, *, denied: bool) -> bool:
    """Whether a clause is a plan, a wish or a condition; "may have violated" claims something done."""
    tokens = account.analysis.tokens
    helping = {tokens[i].text.lower() for i in account.analysis.children(verb, "aux", "advmod", "mark")}
    done = not denied and "have" in helping and bool(helping & _MAY)
    return bool(helping & _OPEN) or (bool(helping & _MODAL) and not done)


def _open_above(account: Account, index: int) -> bool:
    """Whether a word above a clause leaves open whether it is so, or turns it round: "asked whether", "did not say"."""
    tokens, analysis = account.analysis.tokens, account.analysis
    marks = {tokens[i].text.lower() for i in analysis.children(index, "mark", "advmod", "aux", "nsubj")}
    return tokens[index].lemma in _UNSURE or bool(marks & (_OPEN | _NOT))


def _who(account: Account, index: int) -> str:
    """Return who does something: a last name, of a pronoun that of its chain; the noun; "" where it is open."""
    token = account.analysis.tokens[index]
    if token.upos not in ("PRON", "NOUN", "PROPN"):
        return ""
    said = next(iter(mentions_of(account).get(index, ())), None)
    if token.upos != "PRON":
        return said.name.split()[-1].casefold() if said and said.form is MentionForm.NAME else term(token)
    chain = said.chain if said else None
    names = (m.name for m in account.annotation.mentions if m.form is MentionForm.NAME and m.chain == chain)
    name = next(names, "") if chain is not None else ""
    return name.split()[-1].casefold() if name else ""


def _one_deed(one: _Deed, other: _Deed) -> bool:
    shared = len(one.matter & other.matter)
    return shared >= _SHARED and shared >= _ALIKE * min(len(one.matter), len(other.matter))


def _conflict(claim: Evidence, denial: Evidence) -> Conflict:
    return Conflict(
        id=founded_id("conflict", claim, "negation"),
        slot=f"whether {short(claim.text)}",
        kind=ConflictKind.FACT,
        sides=(Side(short(claim.text), (claim,)), Side(short(denial.text), (denial,))),
    )
