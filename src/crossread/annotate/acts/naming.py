"""The parties of an act: the words that name them, tied to the mentions of the article."""

from __future__ import annotations

from itertools import pairwise

from crossread.annotate.acts.clauses import QUOTES, Reader
from crossread.annotate.acts.phrases import head_of, mention_at
from crossread.record.analysis import PLURAL
from crossread.record.annotation import EntityType, MentionForm, Party
from crossread.text.listing import listed

_SHORTEST = 2  # code points of a name
_NOBODY = listed("those some many others there this that which what you")


def party(reader: Reader, first: int, last: int) -> Party | None:
    """Return the party worded by tokens `first` to `last`, tied to the mention that names it."""
    head = head_of(reader, first, last)
    own = reader.analysis.subtree(head)  # "sued the board | many times", "asked the family | for samples"
    ends = next((i for i in range(head + 1, last) if i not in own), last)
    if ends < last and (reader.word(ends) == "for" or reader.tokens[ends].upos != "ADP"):
        last = ends
    while first < last and reader.word(first) in ("both", "also", "-", "least", *QUOTES):
        first += 1  # "(at) least the whips"
    pointing = reader.word(first) in ("this", "that") and last - first > 1  # "this Congress"
    counted = reader.word(first) in ("some", "many", "others") and last - first > 1  # "some residents"
    if first >= last or (reader.word(first) in _NOBODY and not (pointing or counted)):
        return None
    if len(reader.span(first, last)) < _SHORTEST:  # "(R-Ky.)", torn by a page
        return None if reader.word(first) != "i" else Party(reader.span(first, last))
    found = mention_at(reader, first, last)
    comma = next((i for i in range(first, last) if reader.word(i) == ","), None)
    if found is None and comma is not None and comma + 1 < last:  # "the commissioner, Ann Hill"
        found = mention_at(reader, comma + 1, last)
    crowd = found is not None and reader.mentions[found].type is EntityType.GROUP
    if found is None or crowd or reader.mentions[found].form is MentionForm.DESCRIPTION:
        found = _named_beside(reader, first, last) or found
    # "House and Senate Democrats"
    shared = reader.word(last - 3) == "and" and last - 3 > first and reader.tokens[last - 1].tag == "NNPS"
    if found is None or shared:
        return Party(reader.span(first, last))
    return Party(reader.mentions[found].span, found)


def _named_beside(reader: Reader, first: int, last: int) -> int | None:
    """Return the name beside a description of one, by the parse or as a role: "the commissioner, Ann Hill, …"."""
    head = head_of(reader, first, last)
    if reader.tokens[head].tag in PLURAL:
        return None
    beside = reader.analysis.children(head, "appos")
    apposed = [*beside, *(i for one in beside for i in reader.analysis.children(one, "appos"))]
    for number, mention in enumerate(reader.mentions):
        named = mention.form is MentionForm.NAME and mention.type is not EntityType.PLACE
        role = any(reader.analysis.head_of(span) == head for span in mention.roles)
        if named and (role or any(mention.span.contains(reader.tokens[i].span) for i in apposed)):
            return number
    return None


_NAMED = (EntityType.PERSON, EntityType.ORGANISATION)


def parties(reader: Reader, first: int, last: int) -> tuple[Party, ...]:
    """Return the parties of "A and B": each where all of the words are names joined by "and", else one."""
    span = reader.span(first, last)
    named = sorted(
        (m.span, i) for i, m in enumerate(reader.mentions) if span.contains(m.span) and m.type in _NAMED
    )
    outer = [(s, i) for s, i in named if not any(o != s and o.contains(s) for o, _ in named)]
    gaps = [reader.article.text[a.end : b.start] for (a, _), (b, _) in pairwise(outer)]
    if gaps and all(gap.strip(" ,\u00a0") in ("and", "", "and the", "the") for gap in gaps):
        return tuple(Party(s, i) for s, i in outer)
    one = party(reader, first, last)
    return () if one is None else (one,)
