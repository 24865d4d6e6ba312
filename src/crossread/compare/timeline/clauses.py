"""Whether a clause can stand as a line of its own, and how clearly it does."""

from __future__ import annotations

from crossread.record.annotation import Account
from crossread.record.span import Span
from crossread.text.listing import listed

_DANGLING = listed("he she it they his her their this that these those who which we i you its")
_MARKS = '“”"'
# A line is read at a glance up to about this many code points; each hundred beyond costs one point.
_READ_AT_A_GLANCE = 140


def clarity(account: Account, span: Span, words: int, names: int) -> float:
    """Rank wordings: a sentence that begins with a name, holds names, and has no speech marks.

    `words` and `names` count the clause's content words and the names among them.
    """
    text = span.of(account.text)
    first = _first_word(text)
    score = min(words, 10) / 10 + min(names, 3) / 4
    score -= 1.5 * (first in _DANGLING)
    score -= 1.0 * any(mark in text for mark in _MARKS)
    score += 0.5 * text.rstrip().endswith((".", "!"))
    return score - max(0, len(text) - _READ_AT_A_GLANCE) / 100


def _first_word(text: str) -> str:
    words = text.lstrip("“\"'‘").split(None, 1)
    return words[0].lower().rstrip(",’'") if words else ""
