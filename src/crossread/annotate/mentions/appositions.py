"""Role words beside a name: where they end, and the lists and words that belong to them."""

from __future__ import annotations

from collections.abc import Container

from crossread.annotate.mentions.phrases import Phrase
from crossread.annotate.mentions.reading import Reading
from crossread.record.analysis import FINITE
from crossread.text.rolewords import BODY_NOUNS, role_noun

CLOSERS = frozenset(',.;:()[]!?—–-”"’')
_OPENING = frozenset("\"“‘'")
_RELATIVES = frozenset(("who", "whose", "whom", "which", "where"))
_POINTING = frozenset(("his", "her", "its", "their"))
# How many tokens an apposition may go on behind its noun. Tried 18 to 30: beyond 26 sentences lost their comma.
_BEHIND = 26


def closing(reading: Reading, phrase: Phrase, starts: Container[int]) -> int | None:
    """Return where a phrase beside a name ends, None where it is no apposition after all.

    It must end at a mark or at "who"; a finite verb or another name right after the noun shows that the noun is
    the subject of what follows ("X, the minister said") or another person's title ("X, Justice Secretary Y").
    """
    tokens, after = reading.tokens, phrase.head + 1
    end = tokens[phrase.head].end
    beyond = phrase.last + 1
    called = reading.lower[phrase.last] in BODY_NOUNS  # "founder of the network Harbour Rail"
    if any(
        i < len(tokens) and (tokens[i].start in starts or tokens[i].upos == "PROPN")
        for i in (after, beyond)
        if i == after or not (called or _whose(reading, phrase))
    ):
        return None
    whose = reading.lower[after : after + 1] in (["of"], ["to"])
    index, stop = after, min(len(tokens), after + _BEHIND)
    while index < stop:
        token, low = tokens[index], reading.lower[index]
        if reading.sentence_of[index] != reading.sentence_of[phrase.head] or low in _RELATIVES:
            return end
        titled = token.start in starts and role_noun(reading.lower[index - 1]) and not whose
        if titled:
            return None  # "Jon Cole, a member and adviser Ann Weber"
        if token.text in _OPENING and _opens(reading, index):
            return _cut_back(reading, phrase, index)
        if token.text in CLOSERS and not _inside_word(reading, index):
            return _cut_back(reading, phrase, index)
        if token.tag in FINITE:
            return None
        end = token.end
        index += 1
    return end if after + _BEHIND > len(tokens) else None


def _whose(reading: Reading, phrase: Phrase) -> bool:
    """Whether the complement of a role ends in another's role, whose name may follow: "son of the mayor Jon Cole"."""
    tied = phrase.last > phrase.head and reading.lower[phrase.head + 1] == "of"
    return tied and role_noun(reading.tokens[phrase.last].text) is not None


def _opens(reading: Reading, index: int) -> bool:
    """Whether a mark opens a quotation: a space stands before it and none after it."""
    token, text = reading.tokens[index], reading.text
    return text[token.start - 1 : token.start].isspace() and not text[token.end : token.end + 1].isspace()


def _cut_back(reading: Reading, phrase: Phrase, stop: int) -> int:
    """Return where the words before `stop` end that can stand alone.

    Not "singer best known for his" nor "adviser to the": a phrase that points back to its holder, or that a
    quotation cuts, ends before the first word that ties more to it.
    """
    tokens = reading.tokens
    inside = range(phrase.head + 1, stop)
    pointing = any(reading.lower[i] in _POINTING for i in inside)
    if not pointing and tokens[stop - 1].upos not in ("DET", "ADP", "ADJ", "CCONJ"):
        return tokens[stop - 1].end
    if not pointing and tokens[stop].text not in _OPENING:
        return tokens[stop - 1].end
    loose = (i for i in range(phrase.last + 1, stop) if _ties(reading, i))
    tie = next(loose, next((i for i in inside if _ties(reading, i)), stop))
    return tokens[tie - 1].end


def _ties(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.upos in ("ADP", "ADV", "SCONJ") or token.dep.startswith("acl")


def _inside_word(reading: Reading, index: int) -> bool:
    """Whether a mark is a hyphen in a word or the end of a possessive."""
    token, text = reading.tokens[index], reading.text
    if token.text in ("’", "'"):
        return token.tag == "POS"
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    return token.text in "-–." and len(around) == 2 and around.strip() == around
