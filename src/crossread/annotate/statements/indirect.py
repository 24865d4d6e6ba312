"""What a cue word reports: the words of its content, on either side of the cue.

`reports` finds for each cue of a sentence its speaker and content. Content may
be a clause ("said that …"), a quotation, or both; quotations in it are named by
their number, so that the chains can be built from them.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.attributions import (
    beyond_appositions,
    comma_quoted,
    complemented,
    ends_quoted,
    free,
    leads_in,
    of_another_verb,
    only_when,
    quoted_part,
    rest,
    runs_into_main,
    verbal,
)
from crossread.annotate.statements.boundaries import in_relative, quotes_from
from crossread.annotate.statements.complements import Right, Shape, content_end, right_of
from crossread.annotate.statements.cues import (
    DOCUMENTS,
    SAYINGS,
    TELLING,
    THINGS_DO,
    CueForm,
    CueKind,
)
from crossread.annotate.statements.described import described
from crossread.annotate.statements.extents import joint
from crossread.annotate.statements.nominals import according, as_said, by_noun, put_it
from crossread.annotate.statements.phrases import Phrase, chain_of, known_voice, phrase_left
from crossread.annotate.statements.reading import PAUSES, Reading, Segment
from crossread.annotate.statements.report import (
    Report,
    dependent,
    main_verb,
    make_report,
    says_something,
    trim,
)
from crossread.annotate.statements.speakers import (
    begins_passing_on,
    stands_twice,
    subject_after,
    subject_before,
)
from crossread.annotate.statements.verbs import (
    enters_plea,
    named,
    negated,
    passive,
    planned,
    possible,
    withheld,
)
from crossread.record.analysis import FINITE

_EMBEDDING = frozenset(("what", "how", "which", "whom", "than", "if"))
# Verbs of telling that may stand before their subject: "asked Mr Reed".
_INVERTING = frozenset(("ask", "warn", "promise"))


def reports(reading: Reading, number: int) -> list[Report]:
    """Return the reports of the sentence `number`, in the order of their cues."""
    segment = reading.segments[number]
    found: list[Report] = []
    for index in segment.tokens:
        if not reading.told(index):
            continue
        form = reading.cue(index)
        made: Report | None = None
        if form is not None:
            made = _by_verb(reading, number, index, form)
        elif reading.word(index) == "according":
            made = according(reading, number, index)
        elif reading.word(index) in ("put", "puts"):
            made = put_it(reading, number, index)
        elif reading.word(index) in SAYINGS:
            made = by_noun(reading, number, index)
        elif (quoting := _quoting_verb(reading, segment, index)) is not None:
            made = _after_content(reading, number, index, quoting, Right(None, index + 1))
        if made is not None:
            found.append(replace(made, pieces=_pieces_in(reading, segment, made.content)))
    return found


def _pieces_in(reading: Reading, segment: Segment, content: tuple[range, ...]) -> tuple[int, ...]:
    return tuple(p for p in segment.pieces if any(reading.pieces[p].tokens.start in r for r in content))


def _by_verb(reading: Reading, number: int, cue: int, form: CueForm) -> Report | None:
    segment = reading.segments[number]
    if stands_twice(reading, segment, cue):
        return None  # the second of the two is the cue
    if negated(reading, segment, cue) or withheld(reading, segment, cue):
        return None
    if named(reading, cue):
        return None
    if passive(reading, segment, cue, form):
        return described(reading, number, cue, form)
    if possible(reading, segment, cue) or enters_plea(reading, segment, cue):
        return None
    inserted = as_said(reading, number, cue, form.lemma) if form.kind is CueKind.SAY else None
    if inserted is not None:
        return inserted
    right = right_of(reading, segment, cue, form)
    if form.kind is CueKind.SAY and not form.gerund and _inverted(reading, segment, cue):
        right = Right(None, cue + 1)
    if form.kind in (CueKind.SAY, CueKind.SHOW) and right.shape in (None, Shape.QUOTE):
        around = _after_content(reading, number, cue, form, right)
        if around is not None:
            return around
    if right.shape is None or (right.shape is not Shape.QUOTE and planned(reading, segment, cue)):
        return None
    return _before_content(reading, number, cue, form, right)


def _inverted(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether "…, said Mr Reed." or "…, said Mr Reed, the mayor." stands at the cue."""
    if cue == segment.tokens.start or not free(reading, cue - 1):
        return False
    subject = subject_after(reading, segment, cue)
    if subject is None or of_another_verb(reading, cue, subject):
        return False
    if comma_quoted(reading, cue):
        return True
    end = subject.last + 1
    return end >= segment.tokens.stop or reading.tokens[end].text in PAUSES


def _quoting_verb(reading: Reading, segment: Segment, index: int) -> CueForm | None:
    """Return any finite verb in "“…,” she laughed" as a cue: there it reports whatever it means."""
    token = reading.tokens[index]
    if token.upos != "VERB" or token.tag not in FINITE:
        return None
    subject = phrase_left(reading, segment, index - 1)
    if subject is None or subject.first - 2 < segment.tokens.start:
        return None
    if not comma_quoted(reading, subject.first):
        return None
    quoted = reading.pieces[reading.piece_of[subject.first - 2]].tokens
    if quoted.start > segment.tokens.start + 1:
        return None
    return CueForm(token.lemma, CueKind.SAY, finite=True)


def _before_content(reading: Reading, number: int, cue: int, form: CueForm, right: Right) -> Report | None:
    """A report whose content follows the cue."""
    segment = reading.segments[number]
    assert right.shape is not None
    if right.start >= segment.tokens.stop:
        return None
    subject = subject_before(reading, segment, cue)
    if subject is None and cue == segment.tokens.start:
        subject = subject_after(reading, segment, cue)
    if subject is not None and _embedded(reading, segment, subject, cue, right.start):
        return None
    if form.kind is CueKind.SHOW and (form.gerund or not _is_document(reading, subject)):
        return None
    doubtful = right.quote_only or form.lemma in THINGS_DO
    if (
        subject is not None
        and doubtful
        and (not known_voice(reading, subject) or _pointing(reading, subject))
    ):
        return None
    if subject is None and (form.plain or right.shape is not Shape.QUOTE):
        return None
    if right.shape is Shape.QUOTE:
        content = quotes_from(reading, segment, right.start)
    else:
        content = (range(right.start, content_end(reading, segment, right.start, cue)),)
    if runs_into_main(reading, cue, content[0]):
        return None
    made = make_report(
        reading, number, right.shape, range(cue, cue + 1), content, subject, right.addressee, form.lemma
    )
    return replace(made, quote_only=right.quote_only or right.shape is Shape.QUOTE)


def _pointing(reading: Reading, subject: Phrase) -> bool:
    """Whether "it" or "this" is the subject, for something that no name stands for."""
    pointing = reading.word(subject.head) in ("it", "this", "that")
    return pointing and chain_of(reading, subject) not in reading.named_chains


def _embedded(reading: Reading, segment: Segment, subject: Phrase, cue: int, content: int) -> bool:
    """Whether the cue stands in "what he says …" or "how experts say …"."""
    before = subject.first - 1
    quoted = not reading.told(content)  # "what Mr Reed called “a mistake”"
    if quoted or before < segment.tokens.start or reading.word(before) not in _EMBEDDING:
        return False
    led = before > segment.tokens.start and reading.tokens[before - 1].upos == "ADP"
    form = reading.cue(cue)
    naming = form is not None and form.kind is not CueKind.SAY
    return not (led and (naming or reading.word(before) != "what"))  # "a meeting in which Mr Lee said …"


def _after_content(reading: Reading, number: int, cue: int, form: CueForm, right: Right) -> Report | None:
    """A report whose content precedes the cue: "…, Mr Reed said" or "…, said Mr Reed"."""
    segment = reading.segments[number]
    passed_on = begins_passing_on(reading, segment, cue)
    if (form.gerund and passed_on is None) or cue == segment.tokens.start:
        return None
    subject, first, end = _attribution(reading, segment, cue, form, right.start)
    if complemented(reading, segment, cue, subject, right.addressee) or _takes_up(reading, subject, cue):
        return None
    if subject is None or (form.kind is CueKind.SHOW and not _is_document(reading, subject)):
        return None
    if first - 1 < segment.tokens.start or not free(reading, first - 1):
        return None
    if reading.tokens[first - 2].tag == "WDT":
        return None  # "missiles which, it says, can reach us"
    before = quoted_part(reading, trim(reading, range(segment.tokens.start, first - 1)))
    joined = right.shape is Shape.QUOTE or reading.tokens[cue - 1].upos == "CCONJ"
    if joined and not ends_quoted(reading, before):
        return None  # "After the row, the paper gave way and apologised for it"
    if form.plain and not reading.quotes(before):
        return None
    verbs = reading.has_verb(before)
    verbs = verbs and (not ends_quoted(reading, before) or main_verb(reading, before))
    whole = verbs and not dependent(reading, before)
    content = (before, trim(reading, rest(reading, segment, end, cue, whole=whole)))
    kept = tuple(part for part in content if len(part))
    if not len(before) or not says_something(reading, kept):
        return None
    kept = _without_lead(reading, before, kept)
    if subject.first > cue and len(kept) > 1 and not verbal(reading, kept[1]):
        kept = kept[:1]  # "said Ms Roe, Lab-Norford"
    if len(kept) == 1 and _no_clause(reading, before, kept[0], cue):
        return None
    return make_report(
        reading, number, Shape.AROUND, range(cue, cue + 1), kept, subject, right.addressee, form.lemma
    )


def _no_clause(reading: Reading, before: range, kept: range, cue: int) -> bool:
    """Whether the words before a cue hold nothing that was said: only when, or whose subject it is."""
    if reading.quotes(kept):
        return False
    if only_when(reading, before, cue):
        return True  # "After it rained, the ministry said.": what was said stands elsewhere
    # "Rita Moss, who was hurt last year, asked Mr Lee": the subject of the cue
    return not main_verb(reading, before)


def _takes_up(reading: Reading, subject: Phrase | None, cue: int) -> bool:
    """Whether the cue is that of a noun which takes up the words before: "…, something Ms Roe denied"."""
    noun = reading.tokens[cue].head
    if subject is None or reading.tokens[cue].dep != "acl:relcl":
        return False
    return subject.first - 1 <= noun < cue


def _without_lead(reading: Reading, before: range, kept: tuple[range, ...]) -> tuple[range, ...]:
    """Leave out the words before a cue where they only lead in to what follows it."""
    quoted = len(kept) > 1 and reading.quotes(kept[1])
    # "A woman says it is “late,” the senator replies, “…”"
    return kept[1:] if quoted and (leads_in(reading, before) or _of_another(reading, before)) else kept


def _of_another(reading: Reading, before: range) -> bool:
    """Whether somebody else says the words before: a verb of saying with its subject stands among them."""
    for index in before:
        if reading.cue(index) is not None and reading.tokens[index].tag in FINITE:
            return any(i in before for i in reading.analysis.children(index, "nsubj"))
    return False


def _attribution(
    reading: Reading, segment: Segment, cue: int, form: CueForm, end: int
) -> tuple[Phrase | None, int, int]:
    """Return the speaker of "…, Mr Reed said" or "…, said Mr Reed", and where the attribution begins and ends."""
    if free(reading, cue - 1) and form.lemma not in TELLING - _INVERTING:
        subject = subject_after(reading, segment, cue)
        fits = subject is not None and (comma_quoted(reading, cue) or known_voice(reading, subject))
        if subject is not None and fits:
            return subject, cue, beyond_appositions(reading, segment, subject, max(end, subject.last + 1))
    passed_on = begins_passing_on(reading, segment, cue)
    if passed_on is not None:
        return subject_before(reading, segment, cue), passed_on, end
    if in_relative(reading, segment, cue):
        return None, cue, end
    subject = subject_before(reading, segment, cue)
    if subject is None:
        return None, cue, end
    return subject, joint(reading, segment, subject, range(cue, cue + 1)).first, end


def _is_document(reading: Reading, subject: Phrase | None) -> bool:
    return subject is not None and reading.word(subject.head) in DOCUMENTS
