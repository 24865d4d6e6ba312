"""Whom a relative clause is about, for the pronouns in it: "Ms Weber, whose … after she …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.annotate.mentions.reading import Fits, Reading
from crossread.record.annotation import Mention, MentionForm

_COMPLEMENT = re.compile(r"\b(?:of|for)\b")
# How many tokens brackets behind a name may hold, and how many mentions stand between it and the clause.
_BRACKETS, _NEAR = 12, 12


def owner(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    number: int,
    token: int,
    fits: Fits,
) -> int | None:
    """Return the chain that the relative clause around the pronoun is about: "Ms Weber, whose … after she …".

    Told by the words, not by the parse, which often hangs the clause on another noun.
    """
    lower, sentence = reading.lower, reading.sentence(token)
    if sentence is None or lower[token - 1] in (",", "who"):
        return None  # "Weber, who he called a friend"
    for index in range(token - 1, sentence.first, -1):
        if lower[index] in ("and", "but", "so", "then") and lower[index - 1] == ",":
            return None  # "…, who had left, and so he"
        if lower[index] in ("who", "whose"):
            end = reading.tokens[_before_relative(reading, index)].end
            return _ends_at(mentions, chains, number, end, fits)
    return None


def _before_relative(reading: Reading, index: int) -> int:
    """Return the token that "who" follows, past a comma and brackets: "Jon Cole (R-Ky.), who"."""
    lower = reading.lower
    end = index - 2 if lower[index - 1] == "," else index - 1
    if lower[max(end, 0)] == ")":
        end = next((i - 1 for i in range(end, max(0, end - _BRACKETS), -1) if lower[i] == "("), end)
    return max(end, 0)


def _ends_at(
    mentions: Sequence[Mention], chains: Sequence[int | None], number: int, position: int, fits: Fits
) -> int | None:
    """Return the chain of the fitting mention that ends at `position`, if no other person comes after it."""
    for other in range(number - 1, max(-1, number - _NEAR), -1):
        if mentions[other].span.end == position:
            whole = not _COMPLEMENT.search(mentions[other].name)  # not "the lawyer for the family who"
            return chains[other] if whole and fits(number, other) else None
        if mentions[other].span.end < position:
            return None
        if fits(number, other) and mentions[other].form is not MentionForm.PRONOUN:
            return None
    return None
