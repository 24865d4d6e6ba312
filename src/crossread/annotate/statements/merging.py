"""Reports of the rules and of the model's marks together: who decides what, and which marks stand alone.

Where both read one cue the rules say who speaks. What only the marks see is published where its frame is sound.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.adjuncts import ABOUT
from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import CHANNELS, DOCUMENTS, SAYINGS, STANCES, UNASKED, CueKind
from crossread.annotate.statements.deeds import acts
from crossread.annotate.statements.marked import marked_reports
from crossread.annotate.statements.phrases import Phrase, thing
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report, own_words, thin
from crossread.annotate.statements.terms import WORDINGS
from crossread.annotate.statements.verbs import (
    POSSIBLE,
    enters_plea,
    negated,
    passive,
    planned,
    possible,
    withheld,
)
from crossread.record.analysis import FINITE, Token
from crossread.text.listing import listed

# Verbs whose subject is spoken about, and verbs of looking into something. Source: English usage.
_UNDERGOING = listed("lead face draw receive attract spark provoke prompt suffer undergo meet")
# Nouns for people, bodies and what carries their words that the lists of roles do not hold. Source: English usage.
_SPEAKING = listed(
    """
    campaign camp ad advert commercial nominee frontrunner runner mate family couple city town county state
    country nation bloc alliance media press union mogul billionaire millionaire staffer questioner user
    reader caller narrator critic rival opponent ally slide chart chapter side team club firm readout
    transcript average index return returns filing plan platform
    """
)
# Words in a cue that say that it was not, or not yet, said: "missed a chance to ask", "will speak about".
_UNSAID = listed("not n't n’t never unable yet miss fail try attempt work strive struggle will 'll ’ll")
_DECLINING = listed("decline refuse")
_COMMENTING = listed(
    "comment speak talk discuss address say tell disclose answer respond elaborate specify speculate"
)
_RELATIVE = listed("which who whose where when")


def merged(reading: Reading, number: int, told: list[Report]) -> list[Report]:
    """Return the reports of a sentence from rules (`told`) with those that only the model's marks make.

    Where both read one cue, the rules say who speaks and the marks where a clause without quotations ends.
    """
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
        if _within(reading, report.speaker, other.speaker):
            report = replace(report, speaker=other.speaker)
        if _goes_on(reading, report, other, held):
            return _with_pieces(reading, report, other)
        if other.pieces == report.pieces and (other.shape is Shape.AROUND or report.shape is Shape.QUOTE):
            return _set_in(reading, report, other)
        clauses = report.shape in (Shape.CLAUSE, Shape.JUDGED) and other.shape is Shape.CLAUSE
        if not clauses or other.pieces != report.pieces or len(report.content) != 1:
            continue
        start, stop = report.content[0].start, other.content[-1].stop
        more = range(stop, report.content[0].stop)
        if _dated_relative(reading, more):
            continue  # "wants the vote held | , which was put off, before a recess on Friday"
        if report.shape is Shape.CLAUSE and _parted(reading, range(start, stop), more):
            continue  # "the group's stance | , which was first reported on Friday, should be seen …"
        if (
            start < stop
            and any(True for _ in own_words(reading, more))
            and not _goes_with(reading, stop, more)
        ):
            return replace(report, content=(range(start, stop),))
    return report


def _set_in(reading: Reading, report: Report, other: Report) -> Report:
    """Take in the words of the sentence around a fragment or beyond an attribution, as the marks have them.

    "The firm did well, Ms Roe said, | until it closed"; "The remarks, | she said, “show no respect”"; "said the next
    weeks | “are critical”".
    """
    if report.shape is Shape.QUOTE:
        fragment = _fragment(reading, report, other)
        return (
            replace(report, shape=other.shape, content=other.content, quote_only=False)
            if fragment
            else report
        )
    after = tuple(part for part in other.content if part.start >= report.cue.stop)
    goes_on = any(part.start >= report.cue.stop for part in report.content)
    if goes_on or not after or report.pieces:
        return report
    return replace(report, content=(*report.content, *after))


def _fragment(reading: Reading, report: Report, other: Report) -> bool:
    """Whether a quotation is but part of a clause whose other words only the marked content has."""
    quoted = [reading.pieces[p].tokens for p in report.pieces]
    begin = other.content[0].start
    if not quoted or (begin >= report.cue.stop and ABOUT & {reading.word(begin - 1), reading.word(begin)}):
        return False  # "said of the plan, | “nobody wants it”"
    return reading.tokens[quoted[0].start].text[0].islower()


def _goes_with(reading: Reading, stop: int, more: range) -> bool:
    """Whether words belong to the content before them: a verb whose subject that holds, or ", but would not …".

    So do those on which the last word of the content hangs: "near the | harbour".
    """
    last = reading.tokens[stop - 1]
    if reading.told(stop - 1) and last.head in more:
        return True
    told = [i for i in more if reading.told(i) and reading.tokens[i].text[0].isalnum()]
    if not told:
        return False
    if reading.tokens[told[0]].tag in FINITE and told[0] == more.start:
        return True
    first = reading.tokens[told[0]]
    if first.head < told[0] == more.start:
        return True  # "a rope | found in the harbour", "arrived at 11 | in the evening"
    joined = reading.tokens[told[0]].upos == "CCONJ" and len(told) > 1
    return joined and reading.tokens[told[1]].tag == "MD"


def _parted(reading: Reading, kept: range, more: range) -> bool:
    """Whether the words left out hold the verb of a subject in those that are kept."""
    verbs = (i for i in more if reading.told(i) and reading.tokens[i].upos in ("VERB", "AUX", "ADJ", "NOUN"))
    return any(child in kept for verb in verbs for child in reading.analysis.children(verb, "nsubj"))


def _dated_relative(reading: Reading, more: range) -> bool:
    """Whether the words left out begin with a relative clause and hold a time: what was said is due by then."""
    opens = [i for i in more[:2] if reading.word(i) in _RELATIVE]
    return bool(opens) and any(i in reading.time_at for i in more)


def _within(reading: Reading, one: Phrase | None, other: Phrase | None) -> bool:
    """Whether a speaker only ends a longer marked one, behind its preposition: "a memo with polling data"."""
    if one is None or other is None:
        return False
    if other.first == one.first:
        return other.last > one.last and other.mention is None and one.mention is not None
    before = reading.tokens[one.first - 1].upos
    several = other.mention is None and reading.tokens[other.head].tag == "NNS"
    person = reading.person_at(other.head) is not None and reading.person_at(one.head) is None
    listed_with = before == "PUNCT" and (several or person)
    behind = before == "CCONJ" or ((before == "ADP" or listed_with) and one.last <= other.last)
    return other.first < one.first and other.head < one.first and behind


def _goes_on(reading: Reading, report: Report, other: Report, held: set[int]) -> bool:
    """Whether the marked content holds quotations of this cue that no rule has: later ones, or all there are."""
    more = set(other.pieces) - set(report.pieces)
    if not more or more & held or not set(report.pieces) <= set(other.pieces):
        return False
    if not report.pieces:
        return report.shape is not Shape.JUDGED
    return all(reading.pieces[p].tokens.start > report.cue.start for p in more)


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
    if any((form := reading.cue(i)) is not None and passive(reading, segment, i, form) for i in ends):
        return False  # "Ms Roe shrugged when asked whether …"
    if any(check(reading, segment, i) for check in (negated, possible, planned, enters_plea) for i in ends):
        return False
    if any(withheld(reading, segment, i) or reading.word(i) == "no" for i in report.cue):
        return False
    if any(_unsaid(reading.tokens[i]) for i in report.cue):
        return False
    lemmas = {reading.tokens[i].lemma for i in report.cue}
    if "refer" in lemmas:
        return False
    if lemmas & _DECLINING and lemmas & _COMMENTING:
        return False  # "declined to comment on whether …"
    head = reading.tokens[speaker.head]
    nobody = reading.word(speaker.first) in ("neither", "no")
    if nobody or _addressed(reading, report, speaker) or not _shows(reading, report, speaker):
        return False
    if head.upos not in ("NOUN", "PROPN", "PRON", "NUM") and speaker.mention is None:
        return False
    if head.text.lower() in CHANNELS and not any(reading.cue(i) is not None for i in report.cue):
        return False  # "the press conference underscored how …"
    if head.text.lower() in UNASKED or speechless(reading, speaker) or not _reporting(reading, report):
        return False
    return not _undergone(reading, report, speaker) and not acts(reading, report)


def _unsaid(token: Token) -> bool:
    """Whether a word of a cue says that nothing was said: "failed", "should do so to send a message that …"."""
    modal = token.tag == "MD" and token.text.lower() in POSSIBLE
    return modal or token.lemma in _UNSAID


def _addressed(reading: Reading, report: Report, speaker: Phrase) -> bool:
    """Whether the source is told: "a letter to Mr Hale warning him that …"."""
    if reading.tokens[report.cue.start].tag != "VBG" or speaker.last + 1 != report.cue.start:
        return False
    return speaker.first > 0 and reading.word(speaker.first - 1) == "to"


def _shows(reading: Reading, report: Report, speaker: Phrase) -> bool:
    """Whether a cue that only documents and bodies report by ("found", "ruled") has one as its source."""
    form = reading.cue(report.cue.stop - 1)
    if form is None or form.kind is not CueKind.SHOW:
        return True
    head = reading.tokens[speaker.head]
    clause = any(map(reading.has_verb, report.content))
    return head.text.lower() in DOCUMENTS | _SPEAKING or (head.upos == "PROPN" and clause)


def speechless(reading: Reading, speaker: Phrase) -> bool:
    """Whether the source is a thing that says nothing: "the case", "the delay"."""
    return thing(reading, speaker) and reading.word(speaker.head) not in _SPEAKING


def _reporting(reading: Reading, report: Report) -> bool:
    """Whether the cue holds a word of saying, of opinion or of will, and is no mere aim: "to mention"."""
    if reading.word(report.cue.start) == "to":
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
    return content and reading.word(before) in WORDINGS


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


def _meet(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)
