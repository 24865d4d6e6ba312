"""Words that take up what was told before them: "those", "another", "his" without a noun, a bare "the plan"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.placed import PLACED
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account
from crossread.text.listing import listed

_POINTING = listed("this that these those such similar identical")
# These stand for something told before where they have no noun of their own.
_OF_OTHERS = listed("another other others latter both neither either same first second third")
_PLACED_HERE = PLACED | listed(
    "house state city administration cabinet authorities pandemic virus whistleblower shooter sniper bomber accuser"
)
_OF_A_NOUN = frozenset({"det", "amod", "advmod", "cc:preconj", "cc", "nummod", "compound", "det:predet"})
_SUBJECTS = ("nsubj", "csubj")
_TELLING = frozenset({"amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "nummod", "appos", "flat"})


def is_subject(analysis: Analysis, index: int) -> bool:
    return analysis.tokens[index].dep.split(":")[0] in _SUBJECTS


def points(analysis: Analysis, index: int, before: Sequence[int]) -> bool:
    """Whether "this", "those", "such", "another" takes up what was told before."""
    token, low = analysis.tokens[index], analysis.lower[index]
    following = analysis.lower[index + 1] if index + 1 < len(analysis.tokens) else ""
    if following in ("-", "‑") or token.tag in ("WDT", "WP", "IN"):
        return False
    if low in _OF_OTHERS:
        alone = token.upos in ("PRON", "NOUN", "ADJ", "DET", "NUM") and token.dep not in _OF_A_NOUN
        if low == "another":
            return not before or not _is_described(analysis, token.head)
        return alone and (not before or low == "same")
    if low == "there":
        return token.dep != "expl"
    noun = token.head if token.dep in ("det", "amod", "det:predet") else index
    return low in _POINTING and not (low in ("those", "that") and _is_described(analysis, noun))


def _is_described(analysis: Analysis, noun: int) -> bool:
    """Whether words behind a noun say which: "another plan for the mill", "those caught"."""
    behind = (analysis.subtree(i)[0] for i in analysis.children(noun) if i > noun)
    return any(analysis.tokens[i].upos != "PUNCT" for i in behind)


def only_definite(account: Account, index: int, topic: frozenset[str]) -> bool:
    """Whether a subject is "the" and a noun alone, so that only what came before says which."""
    analysis = account.analysis
    token = analysis.tokens[index]
    named = token.text[:1].isupper()  # "the Harts"
    opens = is_subject(analysis, index) or (token.dep == "nmod:poss" and is_subject(analysis, token.head))
    if token.upos != "NOUN" or named or token.lemma.lower() in _PLACED_HERE | topic or not opens:
        return False
    below = analysis.children(index)
    definite = any(analysis.lower[i] == "the" for i in below)
    return definite and not any(analysis.tokens[i].dep in _TELLING for i in below)
