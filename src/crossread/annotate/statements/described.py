"""Reports whose subject is spoken about: "was described by friends as a “good lad”", "was said to be “kind”"."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.complements import Shape, content_end
from crossread.annotate.statements.cues import NAMING, CueForm, CueKind
from crossread.annotate.statements.insertions import before_name
from crossread.annotate.statements.phrases import Phrase, phrase_left, phrase_right
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
    to_be = [reading.word(i) for i in range(cue, min(cue + 3, segment.tokens.stop))] == ["said", "to", "be"]
    if form.kind is not CueKind.JUDGE and not to_be:
        return None
    agent = _agent(reading, segment, cue + 1)
    if agent is None and form.lemma in NAMING and reading.tokens[cue].dep == "acl":
        return None  # "a charity called “Wings”"
    at = cue + 1 if agent is None else agent.last + 1
    if not _opens(reading, segment, at, form):
        return None
    content = range(at, content_end(reading, segment, at, cue))
    if agent is None:
        by = next((i for i in content if reading.told(i) and reading.word(i) == "by"), content.stop)
        agent, content = _agent(reading, segment, by), range(at, by)
    if not reading.quotes(content):
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
    return () if found is None else (range(found.first, found.last + 1),)


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
    return found and replace(found, confidence=AGENT, basis="agent of the passive cue")
