"""Reports whose subject is spoken about: "was described by friends as a “good lad”", "was said to be “kind”"."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.complements import Shape, content_end
from crossread.annotate.statements.cues import NAMING, CueForm, CueKind
from crossread.annotate.statements.insertions import before_name
from crossread.annotate.statements.phrases import Phrase, nobody, phrase_left, phrase_right, thing
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.report import Report, make_report
from crossread.annotate.statements.subjects import subject_of_verb

# How sure the agent of a passive cue is its speaker: nothing can stand between them.
AGENT = 0.85
_LED = {"accuse": ("of",)}
_FRAMES = ("as", "for", "to")


def described(reading: Reading, number: int, cue: int, form: CueForm) -> Report | None:
    """Return the report of a passive cue with a quotation: its agent speaks, and nobody known where it has none."""
    segment = reading.segments[number]
    if form.kind is not CueKind.JUDGE and not _said_to_be(reading, segment, cue):
        return None
    agent = _agent(reading, segment, cue + 1)
    if agent is None and form.lemma in NAMING and reading.tokens[cue].dep == "acl":
        return None  # "a charity called “Wings”"
    at = cue + 1 if agent is None else agent.last + 1
    if not _opens(reading, segment, at, form):
        return None
    content = range(at, content_end(reading, segment, at, cue))
    by = _behind(reading, cue, content) if agent is None else None
    if by is not None and (agent := _agent(reading, segment, by)) is not None:
        return _described_by(reading, number, cue, form, range(at, by), agent)
    if not any(reading.piece_of[i] >= 0 for i in content):
        return None
    parts = (content,) if agent is not None else (*_of_whom(reading, segment, cue), content)
    made = make_report(reading, number, Shape.JUDGED, range(cue, cue + 1), parts, agent, None, form.lemma)
    return replace(made, quote_only=True)


def _behind(reading: Reading, cue: int, content: range) -> int | None:
    """Return the "by" behind the words of a passive: "was dismissed as “a farce” | by Ms Roe"."""
    for index in reversed(content):
        if reading.word(index) != "by":
            continue
        quoted = reading.piece_of[index - 1] == -2
        return index if quoted or reading.tokens[reading.tokens[index].head].head == cue else None
    return None


def _described_by(
    reading: Reading, number: int, cue: int, form: CueForm, content: range, agent: Phrase
) -> Report | None:
    """Return the report of a passive whose agent stands behind its content."""
    segment = reading.segments[number]
    if not any(reading.piece_of[i] >= 0 for i in content):
        return None
    parts = (*_of_whom(reading, segment, cue), content)
    made = make_report(reading, number, Shape.JUDGED, range(cue, cue + 1), parts, agent, None, form.lemma)
    return replace(made, quote_only=True)


def _of_whom(reading: Reading, segment: Segment, cue: int) -> tuple[range, ...]:
    """Return the words for whom or what a passive tells of: "Paul Roe, a fan described as …", "Ms Roe was …"."""
    found = subject_of_verb(reading, segment, cue)
    if found is None and reading.tokens[cue].dep == "acl":
        found = phrase_left(reading, segment, cue - 1)
        found = None if found is None else before_name(reading, segment, found)
    named = found is not None and reading.tokens[found.head].upos in ("NOUN", "PROPN")
    verb = reading.tokens[cue]
    if found is not None and verb.dep == "acl:relcl" and verb.head != found.head:
        return ()  # "her words to the troops, which were described as …"
    return (range(found.first, found.last + 1),) if found is not None and named else ()


def _said_to_be(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether "said to be" or "said to have" stands here."""
    if cue + 2 >= segment.tokens.stop or reading.word(cue) != "said":
        return False
    words = [reading.word(i) for i in (cue + 1, cue + 2)]
    return words[0] == "to" and words[1] in ("be", "have")


def _opens(reading: Reading, segment: Segment, at: int, form: CueForm) -> bool:
    """Whether what is said of the subject begins here: "as …", "of …", "for …", or a name after "called"."""
    if at >= segment.tokens.stop:
        return False
    if form.lemma in NAMING and (not reading.told(at) or reading.tokens[at].upos in ("DET", "ADJ")):
        return True
    return reading.word(at) in _LED.get(form.lemma, _FRAMES)


def _agent(reading: Reading, segment: Segment, at: int) -> Phrase | None:
    """Return who speaks in "by friends", where that begins at `at`."""
    if at + 1 >= segment.tokens.stop or reading.word(at) != "by":
        return None
    found = phrase_right(reading, segment, at + 1)
    if found is None or nobody(reading, found) or thing(reading, found):
        return None
    return replace(found, confidence=AGENT, basis="agent of the passive cue")
