"""Whose role a role phrase is: "organiser Anna Hill", "Jon Cole, chairman of …", "X, who is advising …"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.annotate.mentions.affiliations import belonging, doing, predicated
from crossread.annotate.mentions.appositions import CLOSERS, closing
from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.phrases import SENT, Phrase
from crossread.annotate.mentions.reading import Reading
from crossread.annotate.mentions.several import both, shared
from crossread.record.analysis import FINITE
from crossread.record.annotation import EntityType
from crossread.record.span import Span
from crossread.text import seats

_POSSESSIVE = re.compile(r"[’'](?:s)?[^\S\n]+$")
# "According to a source, Cole's" house: the source is not Cole.
_POSSESSED = re.compile(r"[’']s\b")
_MARK = 4
_AGED = re.compile(r"[^\S\n]*,[^\S\n]*(?:aged[^\S\n]+)?\d{1,3}[^\S\n]*(?=,)|[^\S\n]*\(\d{1,3}\)")
_COMMA = re.compile(r"[^\S\n]*(?:,|—|–|\s-\s)[^\S\n]*|[^\S\n]+\((?!\d)")
# ", then the treasurer": at that time.
_ONCE = re.compile(r"(?:(?P<past>then|formerly|once)|now|currently|also)[^\S\n]+(?=(?:the|an?)\b)")


@dataclass(frozen=True, slots=True)
class Role:
    """Role words of a name: the name's number among the pieces, the phrase (None for "from X"), the words' span."""

    piece: int
    span: Span
    phrase: Phrase | None
    doing: bool = False  # "advising the Government" of "X, who is advising the Government"

    @property
    def of_person(self) -> bool:
        return self.phrase is None or self.phrase.type is EntityType.PERSON


def attach(reading: Reading, names: Sequence[Piece], found: Sequence[Phrase]) -> list[Role]:
    """Return the roles that stand before or beside names. Nothing here looks at what the names name."""
    by_last = {phrase.last: phrase for phrase in found} | {phrase.head: phrase for phrase in found}
    by_last |= {phrase.last: phrase for phrase in found if phrase.type is EntityType.PERSON}
    by_first = _by_beginning(reading, found)
    starts = {name.start for name in names}
    possessors = {name.end: name for name in names}
    roles: list[Role] = []
    for number, phrase in shared(reading, names):
        span = Span(reading.tokens[phrase.first].start, reading.tokens[phrase.last].end)
        roles.append(Role(number, span, phrase))
    roles += [
        Role(number, span, phrase) for number, span, phrase in predicated(reading, names, found, starts)
    ]
    for number, name in enumerate(names):
        roles.extend(_before(reading, number, name, by_last))
        roles.extend(_beside_left(reading, number, name, by_last))
        roles.extend(_beside_right(reading, number, name, by_first, starts))
        roles.extend(_possessor(reading, number, name, possessors))
    return roles


def _by_beginning(reading: Reading, found: Sequence[Phrase]) -> dict[int, list[Phrase]]:
    """Index phrases by where they begin, with and without their determiner, those with the first noun first."""
    table: dict[int, list[Phrase]] = {}
    for phrase in found:
        table.setdefault(reading.tokens[phrase.first].start, []).append(phrase)
        if phrase.determiner:
            table.setdefault(reading.tokens[phrase.first - 1].start, []).append(phrase)
    return table


def _before(reading: Reading, number: int, name: Piece, by_last: dict[int, Phrase]) -> Iterator[Role]:
    """Yield the role that ends right before a name: "organiser Jamie Klingler"; a rank that is its title too."""
    token = reading.at.get(name.start)
    if token is None:
        return
    title = by_last.get(token) if name.titles else None
    phrase = title or by_last.get(token - 1)
    if phrase is None or phrase.last >= token + len(name.titles):
        return
    if phrase.last > phrase.head and not _may_precede(reading, phrase):
        return
    last = reading.tokens[phrase.last]
    gap = reading.text[last.end : name.start]
    if title is None and ("\n" in gap or not gap):
        return
    span = Span(reading.tokens[phrase.first].start, last.end)
    yield Role(number, both(reading, span, by_last), phrase)


def _possessor(reading: Reading, number: int, name: Piece, possessors: Mapping[int, Piece]) -> Iterator[Role]:
    """Yield the body whose somebody is: "the Evening Post's Anna Weber"."""
    mark = _POSSESSIVE.search(reading.text, max(0, name.start - _MARK), name.start)
    owner = possessors.get(mark.start()) if mark else None
    last = reading.ending.get(name.end)
    modifies = last is not None and reading.tokens[min(last + 1, len(reading.tokens) - 1)].upos == "NOUN"
    if owner is not None and len(name.words) > 1 and not modifies:
        yield Role(number, Span(owner.words[0].start, owner.end), None)


def _may_precede(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase with a complement may stand before its holder's name.

    "director of public prosecutions Max Hill" and "spokeswoman for the festival Anna Cole" may; in "aide to",
    "spokesman for" or "friend of Senator Hill" the name belongs to the complement.
    """
    last, joint = reading.tokens[phrase.last], reading.lower[phrase.head + 1]
    placed = joint == "of" or reading.lower[phrase.head] in SENT
    return last.upos in ("NOUN", "PROPN") if placed else last.tag == "NN" and last.text.islower()


def _beside_left(reading: Reading, number: int, name: Piece, by_last: dict[int, Phrase]) -> Iterator[Role]:
    """Yield the role before a name in commas: "the policing minister, Kit Malthouse, said"."""
    token = reading.at.get(name.start)
    if not token or reading.lower[token - 1] not in (",", ":") or token < 2:
        return
    phrase = by_last.get(token - 2)
    end = _end_of_seat(reading.text, name.end)
    end -= reading.text[end - 1] == "."  # "his son, Jon Cole Jr. He …"
    after = reading.text[end : end + 1]
    if after == " " and reading.text[end + 1 : end + 2] in ("—", "–", ","):
        after = ","
    if phrase is None or phrase.type is not EntityType.PERSON or _POSSESSED.match(reading.text, name.end):
        return
    opens = _opens_clause(reading, phrase)
    if (after not in CLOSERS or not after) and not (opens and _finite_after(reading, name)):
        return
    own = reading.analysis.head_of(Span(name.words[0].start, name.end))
    leads_up = own is not None and reading.tokens[own].dep.startswith("nsubj")
    if leads_up and reading.tokens[phrase.head].dep in ("obl", "nmod"):
        return  # "In a letter to the minister, Jon Cole (D-Ohio) said"
    if not (phrase.determiner or opens or _possessed(reading, phrase)):
        return
    span = Span(reading.tokens[phrase.first].start, reading.tokens[phrase.last].end)
    yield Role(number, span, phrase)


def _opens_clause(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase stands first in its sentence or after a comma: "Norway's Prime Minister, Anna Weber said"."""
    first = phrase.first - 1 if phrase.determiner else phrase.first
    sentence = reading.sentence(phrase.head)
    return sentence is not None and (first == sentence.first or reading.lower[first - 1] == ",")


def _finite_after(reading: Reading, name: Piece) -> bool:
    last = reading.ending.get(name.end)
    after = None if last is None else reading.tokens[last + 1 : last + 2]
    return bool(after) and after is not None and after[0].tag in FINITE


def _possessed(reading: Reading, phrase: Phrase) -> bool:
    return any(reading.lower[i] in ("'s", "’s") for i in range(phrase.first, phrase.head))


def _beside_right(
    reading: Reading,
    number: int,
    name: Piece,
    by_first: Mapping[int, Sequence[Phrase]],
    starts: Container[int],
) -> Iterator[Role]:
    """Yield the role after a name: "Martin Hewitt, chairman of …," and "X, 48, a …", "X, who is advising …"."""
    comma = _COMMA.match(reading.text, _end_of_seat(reading.text, name.end))
    begin = comma.end() if comma else _after_space(reading.text, name.end)
    once = _ONCE.match(reading.text, begin) if comma else None
    begin = once.end() if once else begin
    possible = list(by_first.get(begin, ())) if comma else []
    for phrase in possible:
        end = closing(reading, phrase, starts)
        if end is not None and not _is_of_others(reading, name, phrase):
            past = once is not None and once["past"]
            start = once.start() if once and past else reading.tokens[phrase.first].start
            yield Role(number, Span(start, end), phrase)
            return
    if possible:
        return
    work = doing(reading, begin) if comma else None
    span = work or belonging(reading, begin, apart=comma is not None)
    if span is not None:
        yield Role(number, span, None, work is not None)


def _end_of_seat(text: str, position: int) -> int:
    """Return where the age, the party and the place end that stand between a name and its role.

    "Anna Weber, 48, a …", "Jon Cole (R) of Ohio, chairman …".
    """
    age = _AGED.match(text, position)
    return age.end() if age else seats.beside(text, position)[0]


def _is_of_others(reading: Reading, name: Piece, phrase: Phrase) -> bool:
    """Whether role words behind a name are no apposition to it.

    They are the subject of the clause that a phrase with the name only leads up to ("Like Cole, the minister is …"),
    or stand in commas before another name that the parse ties to them ("… of Cole, the party leader, Ann Weber, …").
    """
    analysis, tokens = reading.analysis, reading.tokens
    own = set(analysis.tokens_in(Span(name.words[0].start, name.end)))
    head = phrase.head
    after = (i for i in analysis.children(head, "appos", "compound", "flat") if i > head)
    if any(tokens[i].upos == "PROPN" and i not in own for i in after):
        return True
    top = analysis.head_of(Span(name.words[0].start, name.end))
    leads_up = top is not None and tokens[top].dep in ("obl", "nmod") and phrase.definite
    return leads_up and tokens[head].dep.startswith("nsubj")


def _after_space(text: str, position: int) -> int:
    return position + (text[position : position + 1] == " ")
