"""Reports from the parts that the language model marks: a source, a cue and contents that belong together.

The model marks words only; which source speaks by which cue, and what it says, is read off
their order, the words between them and the parse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.insertions import named_apposition
from crossread.annotate.statements.phrases import Phrase, make_phrase
from crossread.annotate.statements.reading import PAUSES, STOPS, Reading, Segment
from crossread.annotate.statements.report import Report, make_report
from crossread.annotate.statements.subjects import RELATIVES, antecedent
from crossread.annotate.statements.terms import headline, term, wordlike
from crossread.text.rolewords import role_noun

# Words that may stand between a source and its cue, a cue and its content, where the parse does not join them.
_NEAR = 6
_CONTENTS = ("direct", "indirect")
# How sure a source is that only the model marks.
MARKED = 0.7


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a statement as the model marks it, by its tokens within one sentence."""

    type: str
    tokens: range


def marked_reports(reading: Reading, number: int) -> list[Report]:
    """Return the reports that the model's marks in the sentence `number` make, in the order of their cues."""
    segment = reading.segments[number]
    marks = tuple(_marks(reading, segment))
    found: list[Report] = []
    taken: set[Mark] = set()
    for cue in (m for m in marks if m.type == "cue"):
        source = _source(reading, marks, cue)
        contents = _contents(reading, marks, cue, source, taken)
        if contents and not _undergone(reading, cue, source):
            taken.update(contents)
            found.append(_report(reading, number, cue, source, contents))
    return found


def _undergone(reading: Reading, cue: Mark, source: Mark | None) -> bool:
    """Whether a participle without helpers tells what the source undergoes: "Lee stands trial, accused of lying"."""
    if source is None or source.tokens.start >= cue.tokens.start:
        return False
    verb = next((i for i in cue.tokens if reading.cue(i) is not None), cue.tokens.start)
    token = reading.tokens[verb]
    helped = any(True for _ in reading.analysis.children(verb, "nsubj", "aux"))
    return token.tag in ("VBN", "VBD") and token.dep in ("acl", "advcl") and not helped


def said_by_somebody(reading: Reading, segment: Segment, piece: int) -> bool:
    """Whether the model marks a piece in a sentence as somebody's words, and it is no term, ground or headline."""
    used = term(reading, segment, piece) or wordlike(reading, segment, piece)
    return marked_content(reading, reading.pieces[piece].tokens) and not (used or headline(reading, piece))


def marked_content(reading: Reading, tokens: range) -> bool:
    """Whether the model marks half of the tokens or more as somebody's words."""
    inside = sum(
        len(range(max(tokens.start, mark.tokens.start), min(tokens.stop, mark.tokens.stop)))
        for mark in _marks(reading, Segment(0, tokens, ()))
        if mark.type in _CONTENTS
    )
    return inside * 2 >= len(tokens) > 0


def _marks(reading: Reading, segment: Segment) -> Iterator[Mark]:
    """Yield the parts of the model that lie in the sentence, cut to it; cues and sources only outside quotations."""
    parts = reading.analysis.parts or ()
    if not parts or not len(segment.tokens):
        return
    span = reading.span(segment.tokens)
    for part in parts[max(0, bisect_left(parts, span.start, key=lambda p: p.start) - 1) :]:
        if part.start >= span.end:
            return
        inside = reading.analysis.tokens_in(part.span)
        tokens = range(max(inside.start, segment.tokens.start), min(inside.stop, segment.tokens.stop))
        tokens = _trimmed(reading, tokens, part.type) if part.type != "cue" else tokens
        ends = len(tokens) and reading.told(tokens[0]) and reading.told(tokens[-1])
        if len(tokens) and (part.type in _CONTENTS or ends):
            yield Mark(part.type, tokens)


def _trimmed(reading: Reading, tokens: range, kind: str) -> range:
    """Leave out marks and stops at the ends, and the "that" that opens a content."""
    first, stop = tokens.start, tokens.stop
    outside = (*PAUSES, *STOPS)
    while first < stop and reading.piece_of[first] == -1 and reading.tokens[first].text in outside:
        first += 1
    while stop > first and reading.piece_of[stop - 1] == -1 and reading.tokens[stop - 1].text in outside:
        stop -= 1
    if kind in _CONTENTS and first < stop and reading.told(first) and reading.word(first) == "that":
        first += reading.tokens[first].upos == "SCONJ"
    return range(first, stop)


def _source(reading: Reading, marks: tuple[Mark, ...], cue: Mark) -> Mark | None:
    """Return the source of a cue: joined to it by the parse, right beside it, or the subject that it shares."""
    sources = [m for m in marks if m.type == "source" and not _accorded(reading, m, cue)]
    joined = [s for s in sources if _joined(reading, s, cue)]
    before = [s for s in sources if s.tokens.stop <= cue.tokens.start]
    after = [s for s in sources if s.tokens.start >= cue.tokens.stop]
    near_before = [s for s in before if _between(marks, s, cue) is None]
    near_after = [s for s in after if _between(marks, cue, s) is None]
    if near_after and near_after[0].tokens.start - cue.tokens.stop <= 1 and near_after[0] not in joined:
        beside = near_after[0]
        if not near_before or cue.tokens.start - near_before[-1].tokens.stop > _NEAR:
            return beside
    if joined:
        return min(joined, key=lambda s: _gap(s, cue))
    if near_before and cue.tokens.start - near_before[-1].tokens.stop <= _NEAR:
        return near_before[-1]
    return _shared(reading, marks, before, cue)


def _accorded(reading: Reading, source: Mark, cue: Mark) -> bool:
    """Whether a source stands behind "according to", by which alone it speaks."""
    first = source.tokens.start
    if first < 2 or first - 2 in cue.tokens:
        return False
    return [reading.word(i) for i in (first - 2, first - 1)] == ["according", "to"]


def _shared(reading: Reading, marks: tuple[Mark, ...], before: list[Mark], cue: Mark) -> Mark | None:
    """Return the source of an earlier cue to which this one is joined: "X said … and added …"."""
    heads = {reading.tokens[i].head for i in cue.tokens}
    for source in reversed(before):
        for other in marks:
            earlier = other.type == "cue" and source.tokens.start < other.tokens.start < cue.tokens.start
            if earlier and heads & set(other.tokens):
                return source
    return None


def _joined(reading: Reading, source: Mark, cue: Mark) -> bool:
    """Whether the parse hangs the source on the cue as its subject, agent or possessor."""
    head = reading.analysis.head_of(reading.span(source.tokens))
    if head is None:
        return False
    token = reading.tokens[head]
    if token.head in cue.tokens and token.dep.split(":")[0] in ("nsubj", "obl", "nmod", "csubj"):
        return True
    return any(
        reading.tokens[i].head in source.tokens and reading.tokens[i].dep == "acl:relcl" for i in cue.tokens
    )


def _contents(
    reading: Reading, marks: tuple[Mark, ...], cue: Mark, source: Mark | None, taken: set[Mark]
) -> list[Mark]:
    """Return what a cue reports: the contents after it, those before it, or both."""
    contents = [m for m in marks if m.type in _CONTENTS and m not in taken]
    found: list[Mark] = []
    edge = cue.tokens.start if source is None else min(cue.tokens.start, source.tokens.start)
    for content in reversed([m for m in contents if m.tokens.stop <= edge]):
        if _clear(reading, content.tokens.stop, edge):
            found.insert(0, content)
            edge = content.tokens.start
        else:
            break
    edge = cue.tokens.stop
    if source is not None and source.tokens.start >= edge:
        edge = source.tokens.stop
    for content in (m for m in contents if m.tokens.start >= edge):
        others = [
            m for m in marks if m.type in ("cue", "source") and edge <= m.tokens.start < content.tokens.start
        ]
        if others or content.tokens.start - edge > _NEAR:
            break
        found.append(content)
        edge = content.tokens.stop
    return found


def _clear(reading: Reading, start: int, stop: int) -> bool:
    """Whether nothing but marks and pauses stands between two tokens."""
    return all(reading.tokens[i].upos in ("CCONJ", "PUNCT") for i in range(start, stop))


def _between(marks: tuple[Mark, ...], one: Mark, other: Mark) -> Mark | None:
    """Return a mark of a cue or a source that stands between two marks."""
    inside = range(one.tokens.stop, other.tokens.start)
    return next((m for m in marks if m.type in ("cue", "source") and m.tokens.start in inside), None)


def _gap(one: Mark, other: Mark) -> int:
    return max(other.tokens.start - one.tokens.stop, one.tokens.start - other.tokens.stop)


def _report(reading: Reading, number: int, cue: Mark, source: Mark | None, contents: list[Mark]) -> Report:
    content = _kept(reading, cue, [m.tokens for m in contents])
    quoted = all(reading.piece_of[i] != -1 for part in content for i in part)
    if any(part.start < cue.tokens.start for part in content):
        shape = Shape.AROUND
    else:
        shape = Shape.QUOTE if quoted else Shape.CLAUSE
    segment = reading.segments[number]
    subject = None if source is None else _phrase(reading, segment, source)
    lemma = next((form.lemma for i in cue.tokens if (form := reading.cue(i)) is not None), "")
    told = _addressee(reading, cue, content[0])
    if told is not None and reading.word(told.last + 1) not in (
        "to",
        "not",
        "for",
    ):  # what is asked keeps him
        content = (range(told.last + 1, content[0].stop), *content[1:])
    made = make_report(reading, number, shape, cue.tokens, content, subject, told, lemma)
    pieces = tuple(p for p in segment.pieces if any(reading.pieces[p].tokens.start in r for r in content))
    return replace(made, pieces=pieces, marked=True)


def _addressee(reading: Reading, cue: Mark, content: range) -> Phrase | None:
    """Return whom the parse says is told, where the marks begin with him: "told | Hart he was late"."""
    for told in reading.analysis.children(cue.tokens[-1], "iobj"):
        inside = reading.analysis.subtree(told)
        if inside[0] == content.start and inside[-1] + 1 in content and reading.told(told):
            return make_phrase(reading, inside[0], inside[-1], told)
    return None


def _kept(reading: Reading, cue: Mark, parts: list[range]) -> tuple[range, ...]:
    """Leave out lone words, and a clause that goes on by itself: "…, she said, and the plan failed"."""
    first = parts[0]
    opened = first.stop <= cue.tokens.start
    kept = [
        _with_preposition(reading, part)
        for part in parts[1:]
        if len(part) > 1
        and not (opened and reading.told(part[0]) and reading.tokens[part[0]].upos == "CCONJ")
    ]
    return (first, *kept)


def _with_preposition(reading: Reading, part: range) -> range:
    """Take in the word that ties a further content to the first: "criticised the mayor on Monday | over her plans"."""
    before = part.start - 1
    ties = reading.told(before) and reading.tokens[before].upos == "ADP"
    return range(before, part.stop) if ties else part


def _joined_to(reading: Reading, index: int, found: Phrase) -> bool:
    """Whether "and" joins a noun to the head of a source, or one of several names to another, no role."""
    token = reading.tokens[index]
    if token.dep != "conj" or role_noun(token.text.lower()) or token.text.isupper():
        return False
    names = token.upos == "PROPN" and reading.tokens[token.head].upos == "PROPN"
    return token.head == found.head or (names and found.first <= token.head <= found.last)


def _naming_head(reading: Reading, source: Mark, head: int) -> int:
    """Return the head of a source whose first noun the parse takes for it: the person, or what a possessor has.

    "Norford police spokeswoman Ann Lee", "the city's parliament".
    """
    inside = [i for i in source.tokens if i > head]
    if not inside or any(reading.tokens[i].upos in ("ADP", "CCONJ", "PUNCT", "VERB") for i in inside):
        return head
    possessed = (
        any(reading.tokens[i].tag == "POS" for i in inside) and reading.tokens[inside[-1]].upos == "NOUN"
    )
    return inside[-1] if possessed or reading.person_at(inside[-1]) is not None else head


def _phrase(reading: Reading, segment: Segment, source: Mark) -> Phrase | None:
    """Return the source as a phrase, without what follows its head in commas; for "who" what it stands for."""
    head = reading.analysis.head_of(reading.span(source.tokens))
    if head is None:
        return None
    if reading.word(head) in RELATIVES:
        return antecedent(reading, segment, head)
    head = _naming_head(reading, source, head)
    last = head
    while last + 1 in source.tokens and reading.tokens[last + 1].text not in (",", "("):
        last += 1
    found = Phrase(
        source.tokens.start, last, head, reading.name_at.get(head), MARKED, "the words marked as source"
    )
    joined = [i for i in source.tokens if _joined_to(reading, i, found)]
    if joined and max(joined) > last:
        return replace(found, last=source.tokens[-1], mention=None)
    if any(reading.tokens[i].head == head for i in joined):
        return replace(found, mention=None)  # "both the union and the council"
    named = named_apposition(reading, segment, found)
    return named if named.last in source.tokens else found
