"""Reports from the parts that the language model marks: a source, a cue and contents that belong together.

The model marks words only; which source speaks by which cue, and what it says, is read off
their order, the words between them and the parse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import PICTURES, SAYINGS, STANCES, CueKind, lexicon
from crossread.annotate.statements.phrases import Phrase, thing
from crossread.annotate.statements.reading import FINITE, PAUSES, STOPS, Reading, Segment
from crossread.annotate.statements.report import Report, make_report, own_words, thin
from crossread.annotate.statements.speakers import antecedent
from crossread.annotate.statements.verbs import negated, planned, possible

# Words that may stand between a source and its cue, a cue and its content, where the parse does not join them.
_NEAR = 6
_CONTENTS = ("direct", "indirect")
_RELATIVES = frozenset(("who", "which", "that"))
# Verbs whose subject is spoken about, and verbs of looking into something. Source: English usage.
_UNDERGOING = lexicon("face draw receive attract spark provoke prompt suffer undergo meet")
# Nouns for people, bodies and what carries their words that the lists of roles do not hold. Source: English usage.
_SPEAKING = lexicon(
    """
    campaign camp ad advert commercial nominee frontrunner runner mate family couple city town county state
    country nation bloc alliance media press union mogul billionaire millionaire staffer questioner user
    reader caller narrator critic rival opponent ally slide chart chapter side team club firm readout
    transcript average index return returns filing plan platform
    """
)
# Verbs of saying whose object is a thing made, not what was said, unless it is a clause.
_WRITING = lexicon("post tweet retweet email text blog write sing read begin answer reply respond report")
_WORDINGS = lexicon("phrase phrases term terms word words expression slogan slur epithet nickname")
_DEEDS = lexicon("investigate examine probe search explore")
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
        if contents:
            taken.update(contents)
            found.append(_report(reading, number, cue, source, contents))
    return found


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
    if (
        kind in _CONTENTS
        and first < stop
        and reading.told(first)
        and reading.tokens[first].text.lower() == "that"
    ):
        first += reading.tokens[first].upos == "SCONJ"
    return range(first, stop)


def _source(reading: Reading, marks: tuple[Mark, ...], cue: Mark) -> Mark | None:
    """Return the source of a cue: joined to it by the parse, right beside it, or the subject that it shares."""
    sources = [m for m in marks if m.type == "source"]
    joined = [s for s in sources if _joined(reading, s, cue)]
    before = [s for s in sources if s.tokens.stop <= cue.tokens.start]
    after = [s for s in sources if s.tokens.start >= cue.tokens.stop]
    near_before = [s for s in before if _between(marks, s, cue) is None]
    near_after = [s for s in after if _between(marks, cue, s) is None]
    if near_after and near_after[0].tokens.start - cue.tokens.stop <= 1 and near_after[0] not in joined:
        beside = near_after[0]
        if not near_before or cue.tokens.start - near_before[-1].tokens.stop > _NEAR or beside in joined:
            return beside
    if joined:
        return min(joined, key=lambda s: _gap(s, cue))
    if near_before and cue.tokens.start - near_before[-1].tokens.stop <= _NEAR:
        return near_before[-1]
    if near_after and near_after[0].tokens.start - cue.tokens.stop <= 1:
        return near_after[0]
    return _shared(reading, marks, before, cue)


def _shared(reading: Reading, marks: tuple[Mark, ...], before: list[Mark], cue: Mark) -> Mark | None:
    """Return the source of an earlier cue to which this one is joined: "X said … and added …"."""
    heads = {reading.tokens[i].head for i in cue.tokens}
    for source in reversed(before):
        for other in marks:
            if other.type == "cue" and other.tokens.start < cue.tokens.start and heads & set(other.tokens):
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
        if _clear(reading, content.tokens.stop, edge) and _next(marks, content, cue, source):
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


def _next(marks: tuple[Mark, ...], content: Mark, cue: Mark, source: Mark | None) -> bool:
    """Whether no part of another statement stands between a content and the attribution after it."""
    between = range(content.tokens.stop, cue.tokens.start)
    return not any(
        m.tokens.start in between and m not in (cue, source) for m in marks if m.type not in _CONTENTS
    )


def _clear(reading: Reading, start: int, stop: int) -> bool:
    """Whether nothing but marks and pauses stands between two tokens."""
    return all(
        reading.piece_of[i] == -2
        or reading.tokens[i].text in PAUSES
        or reading.tokens[i].upos in ("CCONJ", "PUNCT")
        for i in range(start, stop)
    )


def _between(marks: tuple[Mark, ...], one: Mark, other: Mark) -> Mark | None:
    """Return a mark of a cue or a source that stands between two marks."""
    inside = range(one.tokens.stop, other.tokens.start)
    return next((m for m in marks if m.type in ("cue", "source") and m.tokens.start in inside), None)


def _gap(one: Mark, other: Mark) -> int:
    return max(other.tokens.start - one.tokens.stop, one.tokens.start - other.tokens.stop)


def _report(reading: Reading, number: int, cue: Mark, source: Mark | None, contents: list[Mark]) -> Report:
    content = tuple(m.tokens for m in contents)
    quoted = all(reading.piece_of[i] != -1 for part in content for i in part)
    if any(part.start < cue.tokens.start for part in content):
        shape = Shape.AROUND
    else:
        shape = Shape.QUOTE if quoted else Shape.CLAUSE
    segment = reading.segments[number]
    subject = None if source is None else _phrase(reading, segment, source)
    lemma = next((form.lemma for i in cue.tokens if (form := reading.cue(i)) is not None), "")
    made = make_report(reading, number, shape, cue.tokens, content, subject, None, lemma)
    pieces = tuple(p for p in segment.pieces if any(reading.pieces[p].tokens.start in r for r in content))
    return replace(made, pieces=pieces, marked=True)


def _phrase(reading: Reading, segment: Segment, source: Mark) -> Phrase | None:
    """Return the source as a phrase, without what follows its head in commas; for "who" what it stands for."""
    head = reading.analysis.head_of(reading.span(source.tokens))
    if head is None:
        return None
    if reading.tokens[head].text.lower() in _RELATIVES and len(source.tokens) == 1:
        return antecedent(reading, segment, head)
    last = head
    while last + 1 in source.tokens and reading.tokens[last + 1].text not in (",", "("):
        last += 1
    return Phrase(
        source.tokens.start, last, head, reading.name_at.get(head), MARKED, "the words marked as source"
    )


def merged(reading: Reading, number: int, told: list[Report]) -> list[Report]:
    """Return the reports of a sentence from rules (`told`) with those that only the model's marks make.

    Where both read one cue, the rules say who speaks and the marks where a clause without quotations ends.
    """
    if not reading.analysis.parts:
        return told
    marked = marked_reports(reading, number)
    held = {piece for report in told for piece in report.pieces}
    kept = [_bordered(reading, report, marked, held) for report in told]
    kept += [report for report in marked if _stands(reading, number, report, told)]
    return sorted(kept, key=lambda report: report.cue.start)


def _bordered(reading: Reading, report: Report, marked: list[Report], held: set[int]) -> Report:
    """Hold a content against the marked one of the same cue: cut it where that is shorter, go on to its quotations.

    Longer contents without a further quotation run on into what the article says itself: on development documents
    they gain nothing.
    """
    for other in marked:
        if not _meet(report.cue, other.cue):
            continue
        if _goes_on(reading, report, other, held):
            return _with_pieces(reading, report, other)
        clauses = report.shape in (Shape.CLAUSE, Shape.JUDGED) and other.shape is Shape.CLAUSE
        if not clauses or other.pieces != report.pieces or len(report.content) != 1:
            continue
        start, stop = report.content[0].start, other.content[-1].stop
        if start < stop and any(True for _ in own_words(reading, range(stop, report.content[0].stop))):
            return replace(report, content=(range(start, stop),))
    return report


def _goes_on(reading: Reading, report: Report, other: Report, held: set[int]) -> bool:
    """Whether the marked content holds quotations of this cue that no rule has: later ones, or all there are."""
    more = set(other.pieces) - set(report.pieces)
    if not more or more & held or not set(report.pieces) <= set(other.pieces):
        return False
    return not report.pieces or all(reading.pieces[p].tokens.start > report.cue.start for p in more)


def _with_pieces(reading: Reading, report: Report, other: Report) -> Report:
    """Take in the quotations that only the marked content of the same cue holds."""
    if not report.pieces:
        return replace(report, shape=other.shape, content=other.content, pieces=other.pieces)
    more = [reading.pieces[p].tokens for p in other.pieces if p not in report.pieces]
    content = tuple(sorted((*report.content, *more), key=lambda part: part.start))
    return replace(report, content=content, pieces=tuple(sorted({*report.pieces, *other.pieces})))


def _stands(reading: Reading, number: int, report: Report, told: list[Report]) -> bool:
    """Whether a marked report is sound, and no rule reads its cue or its content."""
    if report.speaker is None or thin(reading, report):
        return False
    if not _sound(reading, number, report, report.speaker):
        return False
    return not any(
        _meet(report.cue, other.cue)
        or set(report.pieces) & set(other.pieces)
        or any(_meet(a, b) for a in report.content for b in other.content)
        for other in told
    )


def _sound(reading: Reading, number: int, report: Report, speaker: Phrase) -> bool:
    """Whether the source can speak, and does so by the cue: neither denied nor only possible, planned or undergone."""
    segment = reading.segments[number]
    ends = (report.cue.start, report.cue.stop - 1)
    if any(check(reading, segment, i) for check in (negated, possible, planned) for i in ends):
        return False
    head = reading.tokens[speaker.head]
    if head.upos not in ("NOUN", "PROPN", "PRON", "NUM") and speaker.mention is None:
        return False
    if head.text.lower() in PICTURES or _speechless(reading, speaker) or not _reporting(reading, report):
        return False
    return not _undergone(reading, report, speaker) and not _acts(reading, report)


def _speechless(reading: Reading, speaker: Phrase) -> bool:
    """Whether the source is a thing that says nothing: "the case", "the delay"."""
    return thing(reading, speaker) and reading.tokens[speaker.head].text.lower() not in _SPEAKING


def _reporting(reading: Reading, report: Report) -> bool:
    """Whether the cue holds a word of saying, of opinion or of will, and is no mere aim: "to mention"."""
    first = reading.tokens[report.cue.start]
    if first.text.lower() == "to" and first.upos == "PART":
        return False
    if any(_worded(reading, report, piece) for piece in report.pieces):
        return True
    tokens = [(i, reading.tokens[i]) for i in report.cue]
    return any(
        reading.cue(i) is not None or t.text.lower() in SAYINGS or t.lemma.lower() in STANCES or t.text == ":"
        for i, t in tokens
    ) or any(t.text.lower() == "according" for _, t in tokens)


def _worded(reading: Reading, report: Report, piece: int) -> bool:
    """Whether the source uses words: "used the phrase “…”"."""
    before = reading.pieces[piece].tokens.start - 2
    content = any(before in part for part in report.content)
    return content and reading.tokens[before].text.lower() in _WORDINGS


def _undergone(reading: Reading, report: Report, speaker: Phrase) -> bool:
    """Whether the source only undergoes the cue: "is expected to", "faces criticism for"."""
    if speaker.first >= report.cue.stop:
        return False
    if any(reading.tokens[i].lemma in _UNDERGOING for i in report.cue):
        return True
    return any(
        _passive(reading, verb, speaker) for verb in report.cue if reading.tokens[verb].tag in ("VBN", "VBD")
    )


def _passive(reading: Reading, verb: int, speaker: Phrase) -> bool:
    """Whether a participle is no perfect tense: "was told", "described as"."""
    helpers = [i for i in range(speaker.last + 1, verb) if reading.tokens[i].upos == "AUX"]
    if not helpers:
        return reading.tokens[verb].dep == "acl"
    return reading.tokens[verb].tag == "VBN" and reading.tokens[helpers[-1]].lemma in ("be", "get")


def _acts(reading: Reading, report: Report) -> bool:
    """Whether the cue is a deed: "are investigating whether", "agreed to lend", "called in support"."""
    lemmas = [reading.tokens[i].lemma for i in report.cue]
    form = reading.cue(report.cue.stop - 1)
    if form is not None and form.kind is CueKind.ASK:
        return True  # "encouraged the conversation": asked of nobody, or the rules would have read it
    if report.lemma in _WRITING and not any(
        reading.tokens[i].tag in FINITE for p in report.content for i in p
    ):
        return not report.pieces  # "posted a clip of her visit"
    to = reading.tokens[report.content[0].start].text.lower() == "to"
    if "agree" in lemmas and to:
        return True
    return bool(_DEEDS & set(lemmas)) or ("call" in lemmas and lemmas[-1] in ("in", "up", "off"))


def _meet(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)
