"""Where one text runs into the next without a stop.

Pages flattened to one line lose the breaks between captions, headings and
sentences: "… on a sharp bend The driver was …". Inside a sentence a word such
as "The" or "They" is written small, so a capital there, with a small word
after it (which titles of works and newspapers seldom have), marks a lost break.

In 73,000 words of edited news nothing is cut; of 45 cuts drawn from flattened
pages, 44 are lost breaks (docs/decisions/005).
"""

from __future__ import annotations

import re
from itertools import pairwise

from crossread.record.span import Span, trimmed

# Determiners, personal pronouns and conjunctions that open sentences and are written small inside them.
_OPENERS = (
    "The|They|He|She|It|This|These|Those|There|An?|His|Her|Their"
    "|But|However|When|While|After|Although"
)  # fmt: skip
_BREAK = re.compile(rf"(?<=[^\W_A-Z]|[)%])[ \u00a0](?=(?:{_OPENERS}) [^\W\d_A-Z])")

# Words after which a capital opener belongs to a name ("reports The …", "vitamin A in").
_TIED = re.compile(
    r"\b(?:of|in|to|for|at|by|with|from|on|and|or|as|than|the|an?|into|over|under|about|like|title|called|but|that|if"
    r"|is|was|are|were|be|said|says|vitamin|plan|grade|class|group|part|hepatitis|category|team|section|type|schedule"
    r"|level|series|appendix|side|option)$",
    re.IGNORECASE,
)
# The longest of them, with a character before it.
_LONGEST_TIED = 10


def stretches(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches that `span` of `text` falls into, in order; one where nothing runs on."""
    cuts = [span.start, *_breaks(text, span), span.end]
    parts = (trimmed(text, Span(start, end)) for start, end in pairwise(cuts))
    return tuple(part for part in parts if part)


def breaks_at(text: str, position: int) -> bool:
    """Whether a break was lost right before `position`."""
    found = _BREAK.match(text, max(0, position - 1))
    return found is not None and not _tied(text, found, 0)


def _breaks(text: str, span: Span) -> list[int]:
    found = _BREAK.finditer(text, span.start, span.end)
    return [match.end() for match in found if not _tied(text, match, span.start)]


def _tied(text: str, found: re.Match[str], start: int) -> bool:
    return _TIED.search(text, max(start, found.start() - _LONGEST_TIED), found.start()) is not None
