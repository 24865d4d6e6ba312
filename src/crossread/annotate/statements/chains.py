"""From quotations and reports to statements: chains over paragraphs, runs of quotations, fragments.

A quotation takes the report that governs it; the stretches of a chain share one
speaker; a quotation without an attribution goes on with the speaker of the
quotation right before it, and narrative about somebody else breaks that.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crossread.annotate.statements import blocks
from crossread.annotate.statements.blocks import BASIS, LABELLED, turns
from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import CUES, NAMING, CueKind
from crossread.annotate.statements.drafting import OPEN, Draft, draft_of
from crossread.annotate.statements.holding import bare, content_spans, contradict, governing, no_words, relays
from crossread.annotate.statements.indirect import reports
from crossread.annotate.statements.marked import said_by_somebody
from crossread.annotate.statements.merging import merged, speechless
from crossread.annotate.statements.neighbours import (
    announced,
    before_colon,
    can_be,
    goes_on_described,
    goes_on_quoted,
    goes_on_written,
    joined_subjects,
    many,
    open_pronoun,
    rivalled,
    signature,
    speaking,
)
from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.repeats import REPEATED, attributed, said_elsewhere, taken_up
from crossread.annotate.statements.report import (
    Report,
    own_words,
    thin,
    with_antecedent,
    with_condition,
)
from crossread.annotate.statements.terms import crosshead, sentence, term
from crossread.annotate.statements.topics import own, topic
from crossread.record.annotation import MentionForm, StatementKind
from crossread.record.span import Span

# How sure a speaker is who is taken over from the neighbourhood. On 84 PolNeAR development and 120 training documents
# led-in speakers are right 21 of 22 times, those a pronoun stands for 23 of 26 times.
CONTINUED = 0.75  # the quotation right before has this speaker
LED_IN = 0.6  # the sentence right before reports this speaker's words
STOOD_FOR = 0.7  # "he" for the speaker of the statement before
_PRONOUN_REACH = 2  # sentences back to the speaker before; 1, 2 and 3 tried: all the same
_LONE = 2  # tokens of a quotation that say nothing where nobody says them
_ELSEWHERE = "speaker of the same words elsewhere"


def drafts(reading: Reading) -> list[Draft]:
    """Return the statements of an article in the order in which they begin to be read."""
    return _Builder(reading).build()


@dataclass
class _Builder:
    reading: Reading
    found: list[Draft] = field(default_factory=list)
    current: Draft | None = None
    lead: tuple[int, Phrase, range] | None = None  # who spoke last, in which sentence, where the content is
    announced: Report | None = None  # by the sentence before: "He added:"

    def build(self) -> list[Draft]:
        number, labelled = 0, turns(self.reading)
        while number < len(self.reading.segments):
            turn = labelled.get(self.reading.segments[number].paragraph)
            if turn is None:
                self._segment(number)
                number = self._block(number) + 1
            else:
                number = self._turn(number, *turn)
        self._repeats()
        return self.found

    def _turn(self, number: int, who: Phrase, words: Span) -> int:
        """Take the turn of a conversation that the sentence `number` begins; return the sentence after it."""
        draft = Draft(StatementKind.DIRECT, None, number, [words], [words])
        draft.take_speaker(who, BASIS, LABELLED)
        self.found.append(draft)
        self.current = self.announced = self.lead = None
        segments = self.reading.segments
        own = segments[number].paragraph
        return next((n for n in range(number, len(segments)) if segments[n].paragraph != own), len(segments))

    def _block(self, number: int) -> int:
        """Take the paragraphs that a sentence announces as its speaker's words; return the last sentence read."""
        if self.announced is None or self.announced.speaker is None:
            return number
        held = blocks.block(self.reading, number)
        if not held:
            return number
        draft = draft_of(StatementKind.DIRECT, self.announced, held[-1])
        draft.spans = blocks.spans(self.reading, held)
        draft.quoted = list(draft.spans)
        self.found.append(draft)
        self.announced = self.current = None
        return held[-1]

    def _repeats(self) -> None:
        """Give quotations without a speaker that of the same words elsewhere in the article."""
        known = [
            (draft.speaker, span)
            for draft in self.found
            if draft.speaker is not None and attributed(self.reading, draft.speaker, draft.report)
            for span in draft.quoted
            if not span.of(self.reading.text).isupper()  # a heading, which runs into the text around it
        ]
        for draft in self.found:
            if draft.speaker is None:
                speaker = said_elsewhere(self.reading, draft.quoted, known)
                if speaker is not None:
                    draft.take_speaker(replace(speaker, pronoun=None), _ELSEWHERE, REPEATED)
        taken = [span for draft in self.found for span in draft.spans]
        for span in taken_up(self.reading, taken):
            speaker = said_elsewhere(self.reading, (span,), known)
            if speaker is not None:
                self.found.append(Draft(StatementKind.DIRECT, None, 0, [span], [span]))
                self.found[-1].take_speaker(replace(speaker, pronoun=None), _ELSEWHERE, REPEATED)

    def _segment(self, number: int) -> None:
        segment = self.reading.segments[number]
        joined = joined_subjects(self.reading, self._reports(number))
        told = [self._resolved(number, report) for report in joined]
        claims = {piece: governing(self.reading, piece, told) for piece in segment.pieces}
        for report in told:
            if not any(claim is report for claim in claims.values()) and not relays(
                self.reading, report, claims
            ):
                self._indirect(number, report)
        if not segment.pieces and self._sign(number, list(segment.tokens)):
            return
        done: list[Report] = []
        for piece in segment.pieces:
            claim = claims[piece]
            if claim is None:
                self._unclaimed(number, segment, piece)
            elif no_words(self.reading, piece, claim):
                continue
            elif not any(claim is other for other in done):
                done.append(claim)
                self._quoting(number, claim, [p for p, r in claims.items() if r is claim])
        self._relay(number, [report for report in told if relays(self.reading, report, claims)])
        announcing = announced(self.reading, number)
        self.announced = None if announcing is None else self._resolved(number, announcing)
        plain = (r for r in told if not r.marked and self.reading.tokens[r.cue.start].upos != "NOUN")
        speakers = [(r.speaker, r.content) for r in plain if r.speaker is not None]
        if speakers:
            speaker, content = speakers[-1]
            self.lead = (number, speaker, range(content[0].start, content[-1].stop))
        elif (silent := speaking(self.reading, number)) is not None:
            self.lead = (number, silent, range(0))
        elif self.current is not None and self.current.segment == number and self.current.speaker is not None:
            self.lead = (number, self.current.speaker, segment.tokens)  # the quotation goes on

    def _relay(self, number: int, relaying: list[Report]) -> None:
        """Name who passes the quotations of a sentence on: "“…,” she said, according to X"."""
        voices = [r for r in relaying if r.speaker and not speechless(self.reading, r.speaker)]
        for draft in self.found:
            if draft.segment != number or draft.report is None:
                continue
            cue = draft.report.cue.start
            for report in voices:
                if report is not draft.report and any(cue in part for part in report.content):
                    draft.relayer = report.speaker

    def _reports(self, number: int) -> list[Report]:
        segment = self.reading.segments[number]
        told = merged(self.reading, number, reports(self.reading, number))
        whole = (with_antecedent(self.reading, segment, report) for report in told)
        return [with_condition(self.reading, segment, report) for report in whole]

    def _resolved(self, number: int, report: Report) -> Report:
        """Take "he" for the speaker of the sentence before, where the article names nobody for it."""
        if (phrase := report.speaker) is None:
            return report
        if self.lead is not None and 0 < number - self.lead[0] <= _PRONOUN_REACH:
            before_it = self.reading.segments[self.lead[0]]
            if goes_on_written(self.reading, phrase, before_it, self.lead[1]):
                word = self.reading.word(phrase.head)
                channel = self.reading.tokens[phrase.head].span
                basis = f"whose {word} it is: the speaker before"
                stood = replace(self.lead[1], pronoun=phrase.head)
                return replace(report, speaker=stood, channel=channel, basis=basis, confidence=STOOD_FOR)
            if goes_on_described(self.reading, phrase, self.lead[1]):
                words = self.reading.span(range(phrase.first, phrase.last + 1)).of(self.reading.text)
                basis = f"“{words}”: the speaker of the statement before"
                return replace(report, speaker=self.lead[1], basis=basis, confidence=STOOD_FOR)
        if not open_pronoun(self.reading, phrase):
            report = own(self.reading, report)
        if self.lead is None or not 0 < number - self.lead[0] <= _PRONOUN_REACH:
            return topic(self.reading, number, report) if open_pronoun(self.reading, phrase) else report
        before = self.lead[1]
        next_to = report.shape is Shape.AROUND and number - self.lead[0] == 1
        goes_on = (
            next_to and bool(report.pieces) and goes_on_quoted(self.reading, before, phrase, self.lead[2])
        )
        if not goes_on and not open_pronoun(self.reading, phrase):
            return report
        if not can_be(self.reading, before, phrase):
            return topic(self.reading, number, report)
        start = self.reading.segments[self.lead[0]].tokens.start
        if not goes_on and rivalled(self.reading, before, phrase, start):
            return topic(self.reading, number, report)
        word = self.reading.tokens[phrase.head].text
        basis = f"“{word}”: the speaker of the statement before"
        named = before.mention is not None and self.reading.mentions[before.mention].form is MentionForm.NAME
        stood = replace(before, pronoun=phrase.head) if named else before
        return replace(report, speaker=stood, basis=basis, confidence=STOOD_FOR)

    def _indirect(self, number: int, report: Report) -> None:
        if report.quote_only or report.speaker is None or thin(self.reading, report):
            return
        draft = draft_of(StatementKind.INDIRECT, report, number)
        draft.spans = content_spans(self.reading, report)
        self.found.append(draft)

    def _quoting(self, number: int, report: Report, pieces: list[int]) -> None:
        """A report with quotations: direct where they are all of it, mixed where a clause holds them."""
        segment = self.reading.segments[number]
        words = [i for part in report.content for i in own_words(self.reading, part)]
        joined = {self.reading.word(i) for i in words} <= {"and", "or", "but"}
        if report.shape is Shape.QUOTE or joined:
            self._direct(number, report, pieces)
            return
        judged = report.lemma in CUES and CUES[report.lemma].kind is CueKind.JUDGE
        named = report.lemma in NAMING
        quoted = [p for p in pieces if not term(self.reading, segment, p, judged=judged, named=named)]
        if not quoted:
            self._indirect(number, report)
            return
        draft = draft_of(StatementKind.MIXED, report, number)
        draft.spans = content_spans(self.reading, report)
        draft.quoted = [bare(self.reading, self.reading.pieces[p].span) for p in quoted]
        draft.quotations = {self.reading.pieces[p].quotation for p in quoted}
        self.found.append(draft)
        self.current = draft

    def _direct(self, number: int, report: Report, pieces: list[int]) -> None:
        draft = self.current
        if draft is not None and self._same_chain(draft, report, pieces):
            if report.speaker is not None and (draft.speaker is None or draft.report is None):
                draft.take_speaker(report.speaker, report.basis, report.confidence)
                draft.report = report
        else:
            draft = draft_of(StatementKind.DIRECT, report, number)
            self.found.append(draft)
            self.current = draft
        for piece in pieces:
            draft.add(self.reading, piece, number)

    def _same_chain(self, draft: Draft, report: Report, pieces: list[int]) -> bool:
        if not draft.quotations & {self.reading.pieces[p].quotation for p in pieces}:
            return False
        return not contradict(self.reading, draft.speaker, report.speaker)

    def _sign(self, number: int, tokens: list[int]) -> bool:
        """Give the quotation right before to the name after a dash."""
        phrase = signature(self.reading, tokens)
        draft = self.current
        if phrase is None or draft is None or draft.segment < number - 1 or draft.speaker is not None:
            return False
        draft.take_speaker(phrase, phrase.basis, phrase.confidence)
        self.current = None
        return True

    def _unclaimed(self, number: int, segment: Segment, piece: int) -> None:
        draft = self.current
        if draft is not None and self.reading.pieces[piece].quotation in draft.quotations:
            draft.add(self.reading, piece, number)
            return
        last = self.reading.pieces[piece].tokens[-1]
        after = [i for i in segment.tokens if i > last and self.reading.told(i)]
        if signature(self.reading, after) is not None:
            self._new(number, piece)
            self._sign(number, after)
            return
        colon = self._colon_before(segment, piece)
        if colon is not None:
            self._behind_colon(number, piece, colon)
            return
        if any(True for _ in own_words(self.reading, segment.tokens)):
            if said_by_somebody(self.reading, segment, piece):
                self._new(number, piece)
                self.found[-1].within = not sentence(self.reading, piece)
            return
        if self.announced is not None:
            self._direct(number, self.announced, [piece])
            return
        if crosshead(self.reading, segment, piece):
            return
        lead = self.lead
        if draft is not None and draft.kind is StatementKind.DIRECT and draft.segment >= number - 1:
            crossed = self.reading.segments[draft.segment].paragraph != segment.paragraph
            draft.confidence = min(draft.confidence, CONTINUED) if crossed else draft.confidence
            draft.add(self.reading, piece, number)
        elif lead is not None and lead[0] == number - 1 and not many(self.reading, lead[1]):
            self._new(number, piece, lead[1], "speaker of the sentence before", LED_IN)
        else:
            self._new(number, piece)

    def _behind_colon(self, number: int, piece: int, colon: int) -> None:
        led = before_colon(self.reading, number, colon)
        if led is not None:
            self._direct(number, self._resolved(number, led), [piece])
        else:
            self._new(number, piece)
            self.found[-1].within = not sentence(self.reading, piece)

    def _colon_before(self, segment: Segment, piece: int) -> int | None:
        """Return the colon right before a quotation of more words than a term has."""
        tokens = self.reading.pieces[piece].tokens
        colon = tokens.start - 2
        if colon < segment.tokens.start:
            return None
        is_colon = self.reading.tokens[colon].text == ":"
        return colon if is_colon and not term(self.reading, segment, piece) else None

    def _new(
        self, number: int, piece: int, who: Phrase | None = None, basis: str = OPEN, sure: float = 0.0
    ) -> None:
        draft = Draft(StatementKind.DIRECT, None, number, basis=basis)
        if who is not None:
            draft.take_speaker(who, basis, sure)
        draft.add(self.reading, piece, number)
        draft.within = draft.speaker is None and len(self.reading.pieces[piece].tokens) <= _LONE
        self.found.append(draft)
        self.current = draft
