"""Roles that a sentence tells of its subject: "Anna Weber is a columnist for the Post"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from crossread.annotate.mentions.appositions import closing
from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.phrases import Phrase
from crossread.annotate.mentions.reading import Reading
from crossread.record.span import Span

_IS = frozenset(("is", "'s", "’s"))
# A noun with one of these before it is an opinion or a comparison, or tells of something else than now.
_NOT_PLAINLY = ("aux", "neg", "advmod", "mark", "discourse", "expl", "cc")


def told(
    reading: Reading, names: Sequence[Piece], found: Sequence[Phrase], starts: Container[int]
) -> Iterator[tuple[int, Span, Phrase]]:
    """Yield a name's number with its role: the predicate of a main clause in the present, outside quotations."""
    by_head = {
        phrase.head: phrase
        for phrase in found
        if phrase.determiner in ("a", "an", "the") or (not phrase.determiner and phrase.last > phrase.head)
    }  # "is president of", "is chair of"
    for number, name in enumerate(names):
        own = reading.analysis.head_of(Span(name.words[0].start, name.end))
        if own is None or reading.quotation_at(name.start) is not None or not reading.telling(name.start):
            continue
        token = reading.tokens[own]
        phrase = by_head.get(token.head)
        if phrase is None or token.dep != "nsubj" or not _is_plainly(reading, token.head):
            continue
        end = closing(reading, phrase, starts)
        if end is not None and phrase.first > own:
            yield number, Span(reading.tokens[phrase.first].start, end), phrase


def _is_plainly(reading: Reading, head: int) -> bool:
    tokens, children = reading.tokens, reading.analysis.children
    copula = [index for index in children(head, "cop") if reading.lower[index] in _IS]
    sentence = reading.sentence(head)
    asked = sentence is None or reading.text[sentence.start : sentence.end].rstrip('”"’ ').endswith("?")
    return (
        tokens[head].dep == "root"
        and len(copula) == 1
        and not asked
        and not any(index < head for index in children(head, *_NOT_PLAINLY))
    )
