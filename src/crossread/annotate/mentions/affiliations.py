"""What somebody is, told by a sentence ("Anna Weber is a columnist for the Post") or without any role noun.

"Anna Weber, from Rail Watch", "the Post's Jon Cole", "Jon Cole, who leads the party".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from crossread.annotate.mentions.appositions import closing
from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.phrases import LONGEST, Phrase
from crossread.annotate.mentions.reading import Reading
from crossread.record.span import Span
from crossread.text.lexicon import words as lexicon_words

# More tokens than this are no body's name.
_LONGEST_NAME = 8
_OFFICE_WORK = lexicon_words("role_words", "office work")
_HEADS_IT = lexicon_words("role_words", "heads it")


def doing(reading: Reading, begin: int) -> Span | None:
    """Return "advising the Government" of ", who is advising the Government,"; "leads …" of ", who leads …"."""
    at = reading.at.get(begin)
    if at is None or reading.lower[at] != "who" or at + 2 >= len(reading.tokens):
        return None
    doing = reading.lower[at + 1] in ("is", "was") and reading.lower[at + 2] in _OFFICE_WORK
    if not doing and reading.lower[at + 1] not in _HEADS_IT:
        return None
    first, end = at + 1 + doing, None
    for index in range(first, min(len(reading.tokens), at + LONGEST)):
        if reading.lower[index] in (",", ".", ";", ":"):
            return Span(reading.tokens[first].start, end) if end else None
        end = reading.tokens[index].end
    return None


def belonging(reading: Reading, begin: int, *, apart: bool) -> Span | None:
    """Return "from Reclaim These Streets" or "of Marcum" after a name: where somebody belongs.

    What a comma sets `apart` must end at a comma too; without one only "of" ties somebody to a body.
    """
    at = reading.at.get(begin)
    ties = ("from", "of") if apart else ("of",)
    if at is None or reading.lower[at] not in ties or at + 2 >= len(reading.tokens):
        return None
    index = at + 1
    while index < len(reading.tokens) and (reading.lower[index] == "the" or _describes(reading, index)):
        index += 1
    first = index
    while index < len(reading.tokens) and index - first < _LONGEST_NAME:
        token = reading.tokens[index]
        joint = reading.lower[index] in ("of", "for", "the", "'s", "’s", "-", "’", "&")
        broken = "\n" in reading.text[reading.tokens[index - 1].end : token.start]
        if broken or not (joint or token.text[0].isupper()):
            break
        index += 1
    else:
        return None
    if reading.lower[index - 1] in ("'s", "’s"):
        while reading.tokens[index].upos in ("NOUN", "ADJ") and index + 1 < len(reading.tokens):
            index += 1  # "of the agency's strategy department"
    closed = reading.tokens[index].text in (",", ".") or not apart
    ends = index - 1
    return Span(reading.tokens[at].start, reading.tokens[ends].end) if closed and index > first else None


def _describes(reading: Reading, index: int) -> bool:
    """Whether an adjective stands between "the" and a body's name: "of the nonpartisan Budget Centre"."""
    token = reading.tokens[index]
    return token.upos == "ADJ" and token.text.islower()


_IS = frozenset(("is", "'s", "’s"))
# A noun with one of these before it is an opinion or a comparison, or tells of something else than now.
_NOT_PLAINLY = ("aux", "neg", "advmod", "mark", "discourse", "expl", "cc")


def predicated(
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
