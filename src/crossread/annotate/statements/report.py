"""A report: a cue with its speaker and the words of its content in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import NAMING
from crossread.annotate.statements.extents import whole
from crossread.annotate.statements.insertions import named_apposition
from crossread.annotate.statements.owners import owner
from crossread.annotate.statements.phrases import Phrase, first_person, nobody, speaks
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.subjects import RELATIVES, antecedent, placed_thing
from crossread.record.analysis import FINITE, Token
from crossread.record.span import Span
from crossread.text.listing import listed

# Fewest words of reported speech that can be understood without marks ("says: it works" cannot). Not tuned.
_FEWEST = 3
# Fewest words that the model marks as content, where no verb is among them. 3, 4, 5, 6 and 8 tried on the even
# PolNeAR development documents: joint F1 66.9, 66.4, 65.9, 65.2 and 64.1 (on the odd ones 66.9 to 65.3); three words
# seldom say what it was about.
_FEWEST_MARKED = 4

_CONDITIONAL = listed("if unless should")
_JOINING = listed("and but or so yet")


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its speaker and the token ranges of its content in one sentence."""

    segment: int
    shape: Shape
    cue: range
    content: tuple[range, ...]
    speaker: Phrase | None
    basis: str
    confidence: float
    pieces: tuple[int, ...] = ()
    addressee: Phrase | None = None
    channel: Span | None = None
    lemma: str = ""
    quote_only: bool = False
    marked: bool = False  # read off the model's marks alone


def make_report(
    reading: Reading,
    number: int,
    shape: Shape,
    cue: range,
    content: tuple[range, ...],
    subject: Phrase | None,
    addressee: Phrase | None,
    lemma: str,
) -> Report:
    segment = reading.segments[number]
    content = tuple(_unopened(reading, part) for part in content)
    channel = None
    if subject is not None:
        subject, channel = owner(reading, segment, subject)
    if subject is None:
        basis, sure = "no subject found for the cue", 0.0
    elif first_person(reading, subject):
        subject, basis, sure = None, "the writer's own words", 0.0
    elif nobody(reading, subject):
        subject, basis, sure = None, "nobody in particular", 0.0
    elif not speaks(reading, subject):
        words = reading.span(range(subject.first, subject.last + 1)).of(reading.text)
        subject, basis, sure = None, f"“{words}” is no speaker", 0.0
    else:
        subject = named_apposition(reading, segment, subject)
        subject = subject if channel is not None else whole(reading, segment, subject, cue)
        basis, sure = subject.basis, subject.confidence
    return Report(
        number, shape, cue, content, subject, basis, sure, addressee=addressee, channel=channel, lemma=lemma
    )


def _unopened(reading: Reading, part: range) -> range:
    """Leave out a relative, an adverb or a joining word whose clause is cut off at the end: "a rope | that"."""
    stop = part.stop
    if stop - 1 > part.start and reading.tokens[stop - 1].text == ":":
        stop -= 1  # "that: | [a list]"
    while stop > part.start + 1 and reading.told(stop - 1):
        last = reading.tokens[stop - 1]
        focus = (
            last.upos in ("ADV", "PART") and last.dep == "advmod"
        )  # "all trains stopped, even | as the snow went"
        if not (last.tag in ("WDT", "CC") or last.upos == "SCONJ" or focus) or last.head < part.stop:
            break
        stop -= 1
    cut = stop < part.stop and reading.tokens[stop - 1].text == ","
    return range(part.start, stop - cut)


def with_condition(reading: Reading, segment: Segment, report: Report) -> Report:
    """Take in the condition that opens the sentence: "If it rains, | Ms Roe said | the match would be moved"."""
    if report.speaker is None or report.shape not in (Shape.CLAUSE, Shape.JUDGED) or not report.content:
        return report
    start, comma = segment.tokens.start, report.speaker.first - 1
    before = range(start, comma)
    if comma <= start or reading.tokens[comma].text != "," or any(not reading.told(i) for i in before):
        return report
    if reading.tokens[report.cue.start].tag == "VBG":
        return report  # "If you want more, Ms Roe is for it, saying …": the writer's condition
    asked = start + 1 < comma and reading.tokens[start + 1].tag == "VBN"  # "If asked, she says …"
    if asked or reading.word(start) not in _CONDITIONAL:
        return report
    return replace(report, content=(range(start, comma + 1), *report.content))


def with_antecedent(reading: Reading, segment: Segment, report: Report) -> Report:
    """Take in what is told of where a relative parts it: "a man | who police said | was armed"."""
    if report.speaker is None or len(report.content) != 1:
        return report
    first, pronoun = report.content[0].start, report.speaker.first - 1
    clause = report.shape is Shape.CLAUSE and reading.tokens[first].tag in FINITE
    named = report.lemma in NAMING  # "the raid, which he called “foul”"
    if not (clause or named) or first != report.cue.stop:
        return report
    if pronoun <= segment.tokens.start or reading.word(pronoun) not in RELATIVES | {"whom"}:
        return report
    if reading.tokens[pronoun].dep == "mark":
        return report  # "told the court that Lee …"
    found = antecedent(reading, segment, pronoun)
    if found is None:
        return report
    found = placed_thing(reading, segment, found)
    shape = Shape.JUDGED if named else report.shape
    return replace(report, shape=shape, content=(range(found.first, found.last + 1), *report.content))


def own_words(reading: Reading, part: range) -> Iterator[int]:
    """Yield the tokens of `part` that are words of the article itself."""
    return (i for i in part if reading.told(i) and reading.tokens[i].text[0].isalnum())


def says_something(reading: Reading, content: tuple[range, ...]) -> bool:
    tokens = [i for part in content for i in part]
    if reading.quotes(tokens):
        return True
    return reading.has_verb(tokens)


def is_clause(reading: Reading, report: Report) -> bool:
    """Whether the content is a clause, not a noun phrase with one: "pictures of homes that had collapsed"."""
    head = reading.analysis.head_of(reading.span(report.content[0]))
    if head is not None and reading.tokens[head].dep.split(":")[0] in ("obj", "obl", "nmod"):
        return False
    if head is not None and reading.tokens[head].tag == "VB" and reading.tokens[head].dep == "ccomp":
        return True  # "demanded they face charges"
    return any(map(reading.has_verb, report.content))


def main_verb(reading: Reading, part: range) -> bool:
    """Whether words hold the finite verb of a clause that is more than a description of a noun in them."""
    for index in part:
        if reading.tokens[index].tag not in FINITE:
            continue
        chain = [index, *reading.analysis.ancestors(index)]
        inside = [i for i in chain if i in part]
        if not any(reading.tokens[i].dep.startswith("acl") for i in inside):
            return True
    return False


def thin(reading: Reading, report: Report) -> bool:
    """Whether reported speech is too little to be understood: two words, or a clause without a verb."""
    tokens = [i for part in report.content for i in part]
    if reading.quotes(tokens):
        return False
    words = [i for i in tokens if reading.tokens[i].text[0].isalnum()]
    if len(words) < _FEWEST:
        return True
    if all(reading.tokens[i].upos in ("PRON", "AUX", "PART") for i in words):
        return True  # "he had", "that he would not"
    if report.marked:
        return len(words) < _FEWEST_MARKED
    verbal = any(reading.tokens[i].tag.startswith(("VB", "MD")) for i in words)
    shortened = any(reading.word(i) in ("'s", "’s", "'re", "’re", "'m", "’m") for i in tokens)
    return report.shape is not Shape.JUDGED and not (verbal or shortened)


def dependent(reading: Reading, part: range) -> bool:
    """Whether the words before an attribution are but the opening of a sentence: "If it rains, he said, …"."""
    first = reading.tokens[part[0]]
    led = first.upos == "ADV" and len(part) > 1 and reading.tokens[part[1]].upos == "SCONJ"
    return led or first.upos in ("SCONJ", "ADP") or first.tag == "WRB"  # "even as it rained"


def _joining(token: Token) -> bool:
    """Whether the token is a mark, or "and" and the like; "neither" and "nor" are part of what is said."""
    return token.upos == "PUNCT" or (token.upos == "CCONJ" and token.text.lower() in _JOINING)


def trim(reading: Reading, part: range) -> range:
    """Leave out commas, stops and joining words at the ends of content."""
    first, stop = part.start, part.stop
    while first < stop and reading.told(first) and _joining(reading.tokens[first]):
        first += 1
    while (
        stop > first
        and reading.told(stop - 1)
        and reading.tokens[stop - 1].text in (",", ".", ":", ";", "–", "—", "-")
    ):
        stop -= 1
    return range(first, stop)
