"""Which sentence tells the deed that a noun takes up: "the ruling" is told by what a court ruled or upheld."""

from __future__ import annotations

from crossread.compare.introduced import tells
from crossread.record.analysis import Sentence
from crossread.record.annotation import Account
from crossread.text.listing import listed

_DECIDING = (
    "decide order direct instruct sign approve reject suspend revoke cancel end withdraw announce declare vote ban bar "
    "fire rule block uphold overturn propose pass"
)
# Nouns for a deed beside the verbs that tell it.
_DEEDS = (
    (
        "ruling verdict judgment injunction order",
        "rule block uphold overturn strike order halt dismiss allow reject deny",
    ),
    ("decision directive move step action measure", _DECIDING),
    ("allegation accusation claim charge complaint", "allege accuse charge complain assert contend"),
    ("proposal plan idea offer", "propose suggest unveil offer introduce plan"),
    ("request demand call appeal", "ask request demand call urge appeal press"),
    ("lawsuit suit case", "sue file charge indict"),
    ("investigation inquiry probe review", "investigate probe review examine inquire"),
    ("resignation departure", "resign quit leave"),
    ("deal agreement", "agree strike negotiate reach"),
)
_VERBS = {noun: listed(verbs) for nouns, verbs in _DEEDS for noun in nouns.split()}
_NOUNS = {noun: listed(nouns) for nouns, _ in _DEEDS for noun in nouns.split()}


def of_deed(account: Account, sentence: Sentence, noun: int) -> bool:
    """Whether a sentence tells the deed that a noun takes up, by a verb or by another noun with what says which."""
    tokens = account.analysis.tokens
    lemma = tokens[noun].lemma.lower()
    return any(
        (tokens[i].upos == "VERB" and tokens[i].lemma in _VERBS[lemma])
        or (tokens[i].lemma.lower() in _NOUNS[lemma] and tells(account, sentence.span, i))
        for i in (range(sentence.first, sentence.last) if lemma in _VERBS else ())
    )
