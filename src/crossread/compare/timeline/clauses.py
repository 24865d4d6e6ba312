"""Whether a clause can stand as a line of its own, and how clearly it does."""

from __future__ import annotations

import calendar

from crossread.record.analysis import FINITE, Analysis
from crossread.record.annotation import Account
from crossread.record.span import Span
from crossread.text.listing import listed

_SUBJECTS = ("nsubj", "expl")
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_DANGLING = listed("he she it they his her their this that these those who which we i you its")
_PRONOUNS = listed("he she it they this that these those who which there we i you what")
_OPENERS = listed("but and so or however meanwhile then also still yet")
_BESIDES = listed("with while whereas that because than unlike like from into of as to")
_MARKS = '“”"'
_DAYS_AND_MONTHS = frozenset({*calendar.day_name, *calendar.month_name})
# A line is read at a glance up to about this many code points; each hundred beyond costs one point.
_READ_AT_A_GLANCE = 140


def stands_alone(account: Account, span: Span) -> bool:
    """Whether a clause says by itself who did what: a subject and a verb in a tense of its own.

    Not "with the driver hurt on Friday", nor "they lacked" of "the will that they lacked".
    """
    analysis = account.analysis
    inside = analysis.tokens_in(span)
    roots = [i for i in inside if _is_root(analysis, i, inside)]
    first = _first_word(span.of(account.text))
    points = first in _PRONOUNS and analysis.tokens[inside[0]].dep not in ("det", "mark")
    if not roots or points or first in _BESIDES:
        return False
    return any(_is_complete(analysis, root, span) for root in roots)


def _is_root(analysis: Analysis, index: int, inside: range) -> bool:
    token = analysis.tokens[index]
    return token.upos not in ("PUNCT", "SYM", "X") and (token.head == index or token.head not in inside)


def _is_complete(analysis: Analysis, head: int, span: Span) -> bool:
    """Whether a verb has its subject and its complements within the span, none of them cut."""
    subjects = [(i, analysis.subtree_span(i)) for i in _subjects(analysis, head)]
    whole = [i for i, below in subjects if span.contains(below)]
    if not whole or any(span.overlaps(below) and not span.contains(below) for _, below in subjects):
        return False
    if _lost_its_noun(analysis, head, span):
        return False
    # One behind the subject subordinates nothing: "was due to marry".
    marks = (analysis.tokens[i] for i in analysis.children(head, "mark") if i < whole[0])
    return not any(span.contains(mark.span) for mark in marks) and _is_finite(analysis, head)


def _subjects(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Return the verb's subjects; an "indirect object" before a verb without one is its subject in English."""
    found = analysis.children(head, *_SUBJECTS)
    return tuple(found or (i for i in analysis.children(head, "iobj") if i < head))


def _lost_its_noun(analysis: Analysis, head: int, span: Span) -> bool:
    """Whether a relative clause stands without its "that" and the noun it needs: "(the will that) they lacked"."""
    token = analysis.tokens[head]
    if token.dep != "acl:relcl" or span.contains(analysis.tokens[token.head].span):
        return False
    relative = (analysis.tokens[i] for i in analysis.children(head))
    inside = (analysis.tokens[i] for i in analysis.tokens_in(span))
    capitals = (word.text for word in inside if word.upos in ("PROPN", "ADJ") and word.text[0].isupper())
    named = any(text not in _DAYS_AND_MONTHS for text in capitals)
    return not any(
        word.tag in _RELATIVE
        and (span.contains(word.span) or (word.tag == "WRB" and (named or word.text.lower() != "where")))
        for word in relative
    )


def _is_finite(analysis: Analysis, head: int) -> bool:
    """Whether the clause has a verb in a tense of its own: "founding" and "made in May" have none."""
    helpers = analysis.children(head, "aux", "cop")
    return any(analysis.tokens[i].tag in FINITE for i in (head, *helpers))


def clarity(account: Account, span: Span, words: int, names: int) -> float:
    """Rank wordings: a sentence that begins with a name, holds names, and has no speech marks.

    `words` and `names` count the clause's content words and the names among them.
    """
    text = span.of(account.text)
    first = _first_word(text)
    score = min(words, 10) / 10 + min(names, 3) / 4
    score -= 1.5 * (first in _DANGLING) + 0.75 * (first in _OPENERS)
    score -= 1.0 * any(mark in text for mark in _MARKS)
    score += 0.5 * text.rstrip().endswith((".", "!"))
    return score - max(0, len(text) - _READ_AT_A_GLANCE) / 100


def _first_word(text: str) -> str:
    words = text.lstrip("“\"'‘").split(None, 1)
    return words[0].lower().rstrip(",’'") if words else ""
