"""Words of a text with their positions and a normal form for comparing.

A word is a run of letters, digits and marks that belong to them. Hyphens part
words ("explosives-laden" is two), apostrophes do not ("didn't" is one).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.numbers import ONE_WORD

# Numbers keep their inner points and commas; letters keep their inner apostrophes and the
# points of initials ("U.S."), so that one word in print is one word here.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W\d_]+)*")


# Function words of English: determiners, pronouns, prepositions, conjunctions, auxiliaries and
# the adverbs that carry no topic. Written for this module after the closed classes of grammars.
STOPWORDS = listed("""
a an the this that these those such some any each every either neither both all no none
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
himself she her hers herself it its itself they them their theirs themselves one ones
who whom whose which what whatever whoever where when why how there here
of in on at by for from to with without within into onto upon over under above below between
among amongst across through during before after since until till against about around along
behind beside besides beyond near off out up down away back toward towards via per amid despite
and or but nor so yet if then than because although though while whereas unless whether as
be am is are was were been being do does did done doing have has had having
will would shall should can could may might must ought need
not n't also too very more most less least much many few only just even still again ever never
already now later soon once own same other others another else rather quite
""")

_NUMBER_WORDS = {word: str(value) for word, value in ONE_WORD.items()}
# "one" is a pronoun more often than a number, and zero never counts people in print.
_COUNTING = {word: digits for word, digits in _NUMBER_WORDS.items() if word not in {"one", "zero"}}


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)` of a text; `form` is its normal form for comparing."""

    start: int
    end: int
    form: str

    @property
    def content(self) -> bool:
        """Whether the word carries a topic: no function word, more than a bare letter."""
        return topical(self.form)


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of `text`, or of its part `span`; positions count in `text`."""
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    return tuple(
        Word(found.start(), found.end(), normal(found.group())) for found in _WORD.finditer(text, start, end)
    )


def printed(text: str) -> list[str]:
    """Return the words of `text` as they stand there: much faster than `words`, without positions."""
    return _WORD.findall(text)


def topical(form: str) -> bool:
    """Return whether a normal form carries a topic: no function word, more than a bare letter."""
    return form not in STOPWORDS and (len(form) > 1 or form.isdigit())


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """Return the form under which a word is compared.

    Case is folded, apostrophes are straight, possessive endings go, points of
    initials and commas of thousands go, and small number words become digits.
    """
    form = word.casefold().replace("’", "'").replace("ʼ", "'")
    form = form.removesuffix("'s")
    if form[:1].isdigit():
        form = form.replace(",", "")
    elif "." in form:
        form = form.replace(".", "")
    return _COUNTING.get(form, form)


def forms(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Return the normal forms of the words of `text` (or its part `span`), in order."""
    if span is None:
        return _forms(text)
    return tuple(map(normal, _WORD.findall(text, span.start, span.end)))


@lru_cache(maxsize=1 << 14)
def _forms(text: str) -> tuple[str, ...]:
    """Return the same of a whole text, most often a name, of which the same are asked for again and again."""
    return tuple(map(normal, _WORD.findall(text)))


def content_forms(found: Iterable[Word]) -> tuple[str, ...]:
    """Return the normal forms of those words that carry a topic, in order."""
    return tuple(word.form for word in found if word.content)


def topics(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Return the normal forms of the words of `text` (or its part `span`) that carry a topic, in order."""
    return tuple(filter(topical, forms(text, span)))


def apart(text: str, span: Span, cut: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of `span` when the parts `cut` are taken out, in order, without empty rests."""
    rests: list[Span] = []
    at = span.start
    for part in sorted(cut):
        if part.end <= at or part.start >= span.end:
            continue
        if part.start > at:
            rests.append(Span(at, part.start))
        at = max(at, part.end)
    if at < span.end:
        rests.append(Span(at, span.end))
    return tuple(rest for rest in rests if rest.of(text).strip())
