"""The clause that a participle goes on from: "blocked the rules, | saying they were hasty".

Where what is said begins with a pronoun, that clause holds what the pronoun stands for, and so is shown with the cue.
"""

from __future__ import annotations

from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report
from crossread.record.analysis import FINITE
from crossread.text.listing import listed

_POINTING = listed("it its they their them him her this these that those such one")
_OF_ONE = listed("he she his")  # mostly the speaker


def clause_before(reading: Reading, report: Report) -> int | None:
    """Return where the clause begins that the cue of `report` goes on from; None where its words need none."""
    cue, speaker = report.cue.start, report.speaker
    if speaker is None or speaker.last >= cue or reading.tokens[report.cue.stop - 1].tag != "VBG":
        return None
    after = next((part.start for part in report.content if part.start > cue), None)
    if after is None or not reading.told(after):
        return None
    word = reading.word(after)
    if word not in _POINTING and not (word in _OF_ONE and _tells_of_another(reading, speaker, cue)):
        return None
    first = _of_its_own(reading, report, speaker)
    first = _of_the_speaker(reading, cue, speaker) if first is None else first
    if first is None:
        return None
    plain = all(reading.told(i) for i in range(first, cue))
    return first if plain else None


def _of_the_speaker(reading: Reading, cue: int, speaker: Phrase) -> int | None:
    """Return where the verb begins of which the speaker is the subject: "Ms Roe | blocked the rules, saying …"."""
    verb = next((i for i in reading.analysis.ancestors(cue) if _is_subject(reading, speaker, i)), None)
    if verb is None or not speaker.last < verb < cue or reading.tokens[verb + 1].text == ",":
        return None  # "…, Ms Roe said, adding it was …"
    first = min((verb, *reading.analysis.children(verb, "aux")))
    return first if reading.tokens[first].tag in FINITE else None  # "Do they regret calling it …?"


def _of_its_own(reading: Reading, report: Report, speaker: Phrase) -> int | None:
    """Return where the clause begins before "due to officers saying": with the subject of its verb."""
    cue = report.cue.start
    if speaker.last + 1 != cue or not _is_subject(reading, speaker, cue):
        return None
    for verb in reading.analysis.ancestors(cue):
        subjects = [i for i in reading.analysis.children(verb, "nsubj") if i < verb < speaker.first]
        if subjects:
            return min(reading.analysis.subtree(subjects[0]))
    return None


def _tells_of_another(reading: Reading, speaker: Phrase, cue: int) -> bool:
    """Whether somebody else is named between a speaker and a cue: "criticised Lee, saying his plan was bad"."""
    named = {reading.person_at(i) for i in range(speaker.last + 1, cue)}
    return bool(named - {None, speaker.mention})


def _is_subject(reading: Reading, speaker: Phrase, verb: int) -> bool:
    """Whether the speaker is the subject of a verb."""
    subjects = (
        reading.analysis.children(verb, "nsubj") if reading.tokens[verb].upos in ("VERB", "AUX") else ()
    )
    return any(speaker.first <= i <= speaker.last for i in subjects)
