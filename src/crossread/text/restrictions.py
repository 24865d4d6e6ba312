"""Words after a noun that tell which one is meant: "the witness who saw it", "the attorney in Utah".

Read from the parse, held against the words: a clause, an adjective or a phrase that the parse hangs on the noun
itself, with no comma before it. What a comma parts off only adds to somebody who is known already.
"""

from __future__ import annotations

from crossread.record.analysis import Analysis, Token
from crossread.record.span import Span
from crossread.text.lexicon import words

_RELATIVES = frozenset(("who", "whom", "whose", "which", "that"))
_PARTICIPLES = frozenset(("VBN", "VBG"))
_CALENDAR = words("function_words", "calendar")
# So many words tell two descriptions apart. Tried 6 to 12: the first decide.
_LONGEST = 8


def restriction(analysis: Analysis, span: Span) -> str:
    """Return the words that follow a description and restrict it, "" where none do.

    `span` covers the description with what "of" or "for" adds to it.
    """
    covered = analysis.tokens_in(span)
    first = covered.stop
    if not covered or first >= len(analysis.tokens) or not _restricts(analysis, covered, first):
        return ""
    end = first
    while end < len(analysis.tokens) and end - first < _LONGEST and _goes_on(analysis.tokens, first, end):
        end += 1
    return " ".join(token.text for token in analysis.tokens[first:end])


def _restricts(analysis: Analysis, covered: range, at: int) -> bool:
    token, above = analysis.tokens[at], analysis.tokens[at].head
    if token.text.lower() in _RELATIVES:
        return token.upos == "PRON" and token.dep != "mark"
    if token.upos == "ADP" and token.dep == "case":
        thing = analysis.tokens[above]
        timed = thing.text.lower() in _CALENDAR or thing.text[:1].isdigit()
        return thing.head in covered and thing.dep.startswith("nmod") and not timed
    hangs = above in covered
    return hangs and (token.upos == "ADJ" or (token.tag in _PARTICIPLES and token.dep.startswith("acl")))


def _goes_on(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the words go on: to a mark, or in a phrase without a clause to its verb."""
    if tokens[at].upos == "PUNCT" and tokens[at].text not in "-’'":
        return False
    clause = tokens[first].upos == "PRON"
    return clause or at == first or tokens[at].tag not in ("VBD", "VBZ", "VBP", "MD")


__all__ = ["restriction"]
