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
_TIME_WORDS = listed("day week month year time date morning afternoon evening night weekend period season")
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
    token = analysis.tokens[index]
    low = token.text.lower()
    following = analysis.tokens[index + 1].text if index + 1 < len(analysis.tokens) else ""
    if following in ("-", "‑") or token.tag in ("WDT", "WP", "IN") or token.dep == "mark":
        return False
    if low in _OF_OTHERS:
        alone = token.upos in ("PRON", "NOUN", "ADJ", "DET", "NUM") and token.dep not in _OF_A_NOUN
        counted = analysis.tokens[index + 1].upos == "NUM"  # "another 4.4 million people"
        opens = not before and not counted
        more = (
            low == "another"
            and token.dep == "det"
            and not counted
            and not _is_described(analysis, token.head)
        )
        return (opens and (alone or low == "another")) or (alone and low == "same") or more
    if low == "there" and token.dep != "expl":
        return True
    if low not in _POINTING:
        return False
    noun = token.head if token.dep in ("det", "amod", "det:predet") else index
    if analysis.tokens[noun].lemma.lower() in _TIME_WORDS or (low == "such" and following in ("as", "a")):
        return False
    after = [analysis.subtree(child)[0] for child in analysis.children(noun) if child > noun]
    described = any(analysis.tokens[i].text != "," and analysis.tokens[i - 1].text != "," for i in after)
    behind = analysis.tokens[index + 1] if index + 1 < len(analysis.tokens) else token
    which = behind.tag in ("VBN", "VBG", "WP") or behind.text in ("with", "without", "from")
    return not (low in ("those", "that") and (described or which))  # "those caught", "those with"


def _is_described(analysis: Analysis, noun: int) -> bool:
    """Whether a noun has a number, or words behind it that say which: "another plan for the mill"."""
    after = [i for i in analysis.children(noun) if i > noun and analysis.tokens[i].upos != "PUNCT"]
    return bool(analysis.children(noun, "nummod", "compound")) or bool(after)


def only_definite(account: Account, index: int, topic: frozenset[str]) -> bool:
    """Whether a subject is "the" and a noun alone, so that only what came before says which."""
    analysis = account.analysis
    token = analysis.tokens[index]
    below = analysis.children(index)
    former = any(analysis.tokens[i].text.lower() == "former" for i in below)
    placed = token.lemma.lower() in _PLACED_HERE | topic and not former
    named = token.text[:1].isupper()  # "the Harts"
    opens = is_subject(analysis, index) or (token.dep == "nmod:poss" and is_subject(analysis, token.head))
    if token.upos != "NOUN" or named or placed or not opens:
        return False
    definite = any(analysis.tokens[i].text.lower() == "the" for i in below)
    told = any(
        analysis.tokens[i].dep in _TELLING and analysis.tokens[i].text.lower() != "former" for i in below
    )
    return definite and not told
