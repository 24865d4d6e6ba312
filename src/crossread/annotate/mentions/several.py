"""Role words that several names share, and several that one name has.

"Political scientists Anna Weber and Jon Cole" are two political scientists; "campaign manager and spokesman Jon Cole"
has two offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.phrases import Phrase, left_edge
from crossread.annotate.mentions.reading import Reading
from crossread.record.span import Span
from crossread.text.rolewords import OFFICES, role_noun, singular_role

# What stands between the names of a list: "Sens. Jon Cole (D-Va.) and Anna Weber".
_BETWEEN = re.compile(r"(?:\s+\([^()\n]{1,30}\))?(?:\sof(?:\s[A-Z][a-z]+){1,2})?(?:,|,?\s+(?:and|or))\s+")


# Characters between two names of a list at most: a place and a party stand there.
_APART = 60


def shared(reading: Reading, names: Sequence[Piece]) -> Iterator[tuple[int, Phrase]]:
    """Yield the numbers of names in lists with the plural role words before the list."""
    for number, name in enumerate(names):
        phrase = _plural_before(reading, name)
        if phrase is None:
            continue
        holders = [number]
        for other in range(number + 1, len(names)):
            if _goes_on(reading, names[holders[-1]], names[other]):
                holders.append(other)
            elif names[other].start - names[holders[-1]].end > _APART:
                break
        if len(holders) > 1:
            yield from ((each, phrase) for each in holders)


def _plural_before(reading: Reading, name: Piece) -> Phrase | None:
    token = reading.at.get(name.start)
    if not token or len(name.words) < 2 or name.titles:
        return None
    head = token - 2 if token > 1 and reading.lower[token - 1] == "." else token - 1
    noun = reading.tokens[head].text
    gap = reading.text[reading.tokens[head].end : name.start]
    if gap.strip(" .") or "\n" in gap or singular_role(noun.removesuffix(".")) is None:
        return None
    first = left_edge(reading, head)
    return Phrase(first, head, head, "")


def _goes_on(reading: Reading, one: Piece, other: Piece) -> bool:
    between = _BETWEEN.fullmatch(reading.text[one.end : other.start])
    return between is not None and len(other.words) > 1 and not other.titles


def both(reading: Reading, span: Span, by_last: Mapping[int, Phrase]) -> Span:
    """Return role words before a name with those that "and" joins to them: "Deputy Manager and Director Jon Cole".

    "The mayor and police chief Jon Cole" may be two people, and "President and Sen. Cole" are.
    """
    at = reading.at.get(span.start)
    if not at or reading.lower[at - 1] != "and":
        return span
    before = by_last.get(at - 2)
    second = reading.tokens[at]
    if before is None or before.last != at - 2 or before.definite or second.text.endswith("."):
        return span
    first = reading.tokens[before.first]
    head = reading.tokens[before.head].text
    alike = first.text[0].isupper() is second.text[0].isupper() and role_noun(head) is not None
    named = before.determiner == "" and role_noun(head) in OFFICES and not first.text[0].isupper()
    return Span(first.start, span.end) if alike and not named else span
