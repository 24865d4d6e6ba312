"""Around a statement: through which channel, in which outlet, to whom, when."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.annotate.statements.cues import CHANNELS
from crossread.annotate.statements.phrases import Phrase, phrase_right
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.report import Report
from crossread.record.annotation import Party
from crossread.record.span import Span
from crossread.text.listing import listed

# Verbs that are their own channel.
_CHANNEL_VERBS = listed("tweet retweet post email text blog")
# Words in the names of outlets, programmes and agencies; then outlets without such a word. A general
# list of news organisations, written for this module.
_OUTLET_WORDS = listed(
    """
    news times radio tv television channel broadcaster newspaper magazine agency programme podcast post
    telegraph guardian herald tribune chronicle gazette journal mail mirror express sun star standard
    observer independent today newsnight breakfast website press media weekly daily newsroom network
    """
)
_OUTLETS = listed(
    """
    afp ap pa reuters bbc itv cnn nbc abc cbs msnbc npr pbs sky fox bloomberg politico axios buzzfeed
    vox breitbart huffpost c-span lbc rte aljazeera dpa efe ansa tass xinhua kyodo yonhap interfax cnbc
    espn time newsweek variety vogue esquire billboard bild spiegel lemonde
    """
)
_SPEAKING = listed("speaking talking writing appearing interviewed")
_CHANNEL_PREPOSITIONS = listed("in by via on at during over through")
# Words between a cue and a time or channel that still belongs to it. 8, 16 and 24 tried on the worked example and
# two stories of 26 accounts: 8 loses four channels of 29, the others are the same.
_REACH = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """Channel, venue, addressee and time of a statement, each None where the article does not say."""

    channel: Party | None = None
    venue: Party | None = None
    addressee: Party | None = None
    time: int | None = None


def frame(reading: Reading, report: Report) -> Frame:
    """Read the frame of a report off the words of its sentence outside the content."""
    segment = reading.segments[report.segment]
    outside = _outside(reading, segment, report)
    venue = None
    addressee = report.addressee
    if addressee is not None and reading.person_at(addressee.head) is None and is_outlet(reading, addressee):
        venue, addressee = addressee, None
    venue = venue or _venue(reading, segment, outside)
    return Frame(
        channel=_channel(reading, report, outside),
        venue=venue.party(reading) if venue is not None else None,
        addressee=addressee.party(reading) if addressee is not None else None,
        time=_time(reading, report, outside),
    )


def is_outlet(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names who publishes or broadcasts."""
    words = [reading.tokens[i].text for i in range(phrase.first, phrase.last + 1)]
    named = [w.lower() for w in words if w[0].isupper()]
    lower = reading.word(phrase.head)
    return any(w in _OUTLET_WORDS or w in _OUTLETS for w in named) or (lower in _OUTLET_WORDS and bool(named))


def _outside(reading: Reading, segment: Segment, report: Report) -> list[int]:
    taken = {i for part in report.content for i in part}
    return [i for i in segment.tokens if i not in taken and reading.told(i)]


def _channel(reading: Reading, report: Report, outside: list[int]) -> Party | None:
    if report.channel is not None:
        return Party(report.channel)
    if report.lemma in _CHANNEL_VERBS:
        return Party(reading.span(report.cue))
    for index in outside:
        form = reading.cue(index)
        if form is not None and form.lemma in ("tweet", "retweet") and index < report.cue.start:
            return Party(reading.tokens[index].span)
        if reading.word(index) not in CHANNELS or reading.tokens[index].upos in ("VERB", "PROPN"):
            continue
        if _of_another_verb(reading, report, index):
            continue
        before = index - 1
        while before > 0 and reading.tokens[before].upos in ("DET", "ADJ", "NOUN", "PRON", "PROPN"):
            before -= 1
        if reading.word(before) in _CHANNEL_PREPOSITIONS and _near(report, before):
            return Party(_widened(reading, index))
    return None


def _of_another_verb(reading: Reading, report: Report, index: int) -> bool:
    """Whether a channel is that of another verb by the parse: "would not comment on the remarks, Ms Roe said"."""
    verb = reading.tokens[index].head
    told = (
        reading.tokens[verb].upos == "VERB" and reading.tokens[verb].tag != "VBG" and verb not in report.cue
    )
    return (
        told
        and reading.tokens[index].dep == "obl"
        and report.cue.start not in reading.analysis.ancestors(verb)
    )


def _widened(reading: Reading, index: int) -> Span:
    """Take "press" with "conference", "video" with "message"."""
    first = index
    while first > 0 and reading.tokens[first - 1].upos in ("NOUN", "PROPN"):
        first -= 1
    last = index
    while last + 1 < len(reading.tokens) and reading.word(last + 1) in CHANNELS:
        last += 1
    return Span(reading.tokens[first].start, reading.tokens[last].end)


def _near(report: Report, index: int) -> bool:
    """Whether the token stands with the cue or opens the sentence with it."""
    return abs(index - report.cue.start) <= _REACH


def _venue(reading: Reading, segment: Segment, outside: list[int]) -> Phrase | None:
    """Find the outlet in "Speaking to X", "in an interview with X", "on X's programme"."""
    for at, index in enumerate(outside[:-1]):
        low = reading.word(index)
        if low not in ("to", "with", "on", "by", "from") or outside[at + 1] != index + 1:
            continue
        phrase = phrase_right(reading, segment, index + 1)
        if phrase is None:
            continue
        before = {reading.word(i) for i in outside[max(0, at - 3) : at]}
        spoken = before & (_SPEAKING | {"interview", "interviews", "told", "said"})
        if spoken and is_outlet(reading, phrase):
            return phrase
    return None


def _time(reading: Reading, report: Report, outside: list[int]) -> int | None:
    """Return the time expression that modifies the cue, not one inside the content."""
    near = [
        (abs(index - report.cue.start), index)
        for index in outside
        if index in reading.time_at and _belongs(reading, reading.segments[report.segment], report, index)
    ]
    return reading.time_at[min(near)[1]] if near else None


def _belongs(reading: Reading, segment: Segment, report: Report, index: int) -> bool:
    """Whether a time opens the sentence, or has but small words and parties between itself and the cue."""
    of = reading.tokens[index].head
    if reading.analysis.hangs(index, "nmod:poss") and reading.analysis.hangs(of, "nsubj", "nsubj:pass"):
        return False  # "Friday's ruling angered Ms Roe, who said …"
    for above in (index, *reading.analysis.ancestors(index)):
        if above in report.cue:
            break
        if reading.tokens[above].dep == "acl:relcl" or _inside(report.speaker, above):
            return False  # "Ms Roe, who came here in 2004, said …", "Ms Roe, up for election in 2014, said …"
        subordinate = reading.tokens[above].dep in ("advcl", "ccomp")
        if subordinate and reading.analysis.children(above, "mark") and index > segment.tokens.start + 2:
            return False  # "While Roe said he would hear it on June 16, many have argued …"
    if index <= segment.tokens.start + 2:
        return index < report.cue.start
    if abs(index - report.cue.start) > _REACH:
        return False
    between = range(min(index, report.cue.start) + 1, max(index, report.cue.start))
    return all(
        _light(reading, i) or _inside(report.speaker, i) or _inside(report.addressee, i) for i in between
    )


def _light(reading: Reading, index: int) -> bool:
    upos = reading.tokens[index].upos
    return index in reading.time_at or upos in ("ADP", "PUNCT", "AUX", "ADV", "DET", "PART")


def _inside(phrase: Phrase | None, index: int) -> bool:
    return phrase is not None and phrase.first <= index <= phrase.last
