"""What is put in a diary without somebody who attends it: things due, set for a day, or on their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import AGENTIVE
from crossread.annotate.acts.clauses import Reader, clause_end, conditional, group_at
from crossread.annotate.acts.diary import forecast, next_verb, scheduling, time_in
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent
from crossread.annotate.acts.shapes import Found
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

# Public occasions and papers that have a day.
_DATED = (
    frames.OCCASIONS
    | frames.REPORTS
    | frames.INQUIRIES
    | listed(
        "trial sentencing referendum debate launch strike walkout rally deadline funeral memorial ruling decision "
        "speech address primary primaries caucuses caucus inauguration premiere release talks opening closure wedding "
        "concert exam exams auction curfew lockdown ceasefire arguments proceedings testimony season semester mission"
    )
)
# What takes force, or runs, until or from a day.
_IN_FORCE = (
    _DATED
    | frames.LAWS
    | frames.PENALTIES
    | frames.BILLS
    | listed(
        "rule rules policy policies programme program provision provisions mandate requirement requirements change "
        "changes contract term application applications enrollment enrolment registration funding licence license "
        "permit exemption sale sales exhibition campaign construction work works service"
    )
)
_COMING = listed("begin start open close end expire lapse resume reconvene conclude")
# Verbs that are so only with the word behind them: "takes effect", "goes into force".
_COMING_WITH = {
    "take": (("effect",), ("place",)),
    "go": (("into", "effect"), ("into", "force"), ("on", "sale"), ("to", "trial")),
    "come": (("into", "effect"), ("into", "force")),
    "run": (("out",),),
    "get": (("underway",), ("under", "way")),
}


def dated(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in ("set", "scheduled", "due", "slated") and reader.word(index + 1) == "for":
        yield from _set_for(reader, sentence, index)
    elif word == "due":
        yield from _due_in_court(reader, sentence, index)
    elif word in ("ready", "willing", "prepared") and reader.word(index + 1) == "to":
        yield from _ready(reader, sentence, index)
    elif word in ("is", "are"):
        yield from _under_way_on(reader, sentence, index)
    elif reader.tokens[index].tag in ("VB", "VBZ", "VBP"):
        yield from _coming(reader, sentence, index)


# What somebody does on a day that is set: the present participle tells of what is to come (Quirk et al. 1985, 4.44).
_ATTENDING = listed(
    "meet visit travel speak hold host address appear testify return leave vote attend launch open close release "
    "publish unveil announce fly arrive convene brief debate hear sign"
)


_NOW = listed("now currently today")


def _under_way_on(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the minister is meeting union leaders on Monday"."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None or reader.tokens[verb].tag != "VBG" or reader.tokens[verb].lemma not in _ATTENDING:
        return
    group = group_at(reader, verb, "ing", sentence)
    subject = subject_of(reader, group, sentence)
    action = verb, clause_end(reader, verb, sentence)
    if subject is None or group.negated or action[1] <= verb + 1 or conditional(reader, group, sentence):
        return
    time = time_in(reader, action)
    now = time is not None and reader.times[time].span.of(reader.article.text).lower() in _NOW
    if time is not None and not now and _to_come(reader, time) and is_agent(reader, *subject):
        yield Found(ActKind.SCHEDULED, (group.first, verb + 1), action, subject, dated=True)


def _coming(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the trial will begin on Monday", "the ban takes effect on 1 March": a thing with a day to come."""
    token = reader.tokens[index]
    withs = _COMING_WITH.get(token.lemma, ((),) if token.lemma in _COMING else ())
    after = next((index + 1 + len(w) for w in withs if _reads(reader, index + 1, w)), None)
    form = "s" if token.tag == "VBZ" else "base"
    group = group_at(reader, index, form, sentence)
    if after is None or group.negated or group.infinitive or conditional(reader, group, sentence):
        return
    if (token.tag == "VB") is not (group.modal in ("will", "'ll")) or forecast(reader, index):
        return
    subject = subject_of(reader, group, sentence)
    when = after, clause_end(reader, after, sentence)
    if subject is None or reader.word(head_of(reader, *subject)) not in _IN_FORCE or when[1] <= when[0]:
        return
    time = time_in(reader, when)
    habit = any(reader.word(i) in ("every", "each", "annually") for i in range(*when))
    if time is not None and not habit and _to_come(reader, time):
        cue, action = (group.first, after), (subject[0], when[1])
        yield Found(ActKind.SCHEDULED, cue, action, None, dated=True, when=when)


def _reads(reader: Reader, first: int, words: tuple[str, ...]) -> bool:
    return all(reader.word(first + i) == word for i, word in enumerate(words))


def _to_come(reader: Reader, time: int) -> bool:
    """Whether a time does not lie before its article."""
    days, published = reader.times[time].days, reader.article.published
    return days is None or published is None or days.latest >= published.earliest


def _set_for(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the hearing is set for 4 May"."""
    group = scheduling(reader, sentence, index)
    if group is None or group.negated or group.modal or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    if subject is None or reader.word(head_of(reader, *subject)) not in _DATED:
        return
    when = index + 2, clause_end(reader, index + 2, sentence)
    if when[1] <= when[0] or not any(t.span.overlaps(reader.span(*when)) for t in reader.times):
        return
    yield Found(
        ActKind.SCHEDULED, (group.first, index + 2), (subject[0], when[1]), None, dated=True, when=when
    )


def _due_in_court(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "is due (back) in court on Monday", "is due before magistrates"."""
    last = clause_end(reader, index + 1, sentence)
    if not {reader.word(i) for i in range(index + 1, min(last, index + _COURT_WITHIN))} & _BEFORE_WHOM:
        return
    group = scheduling(reader, sentence, index)
    subject = None if group is None else subject_of(reader, group, sentence)
    if group is None or group.negated or subject is None or not is_agent(reader, *subject):
        return
    yield Found(ActKind.SCHEDULED, (group.first, index + 1), (index, last), subject, dated=True)


_BEFORE_WHOM = listed("court magistrates judge")
_COURT_WITHIN = 7  # tokens behind "due" in which the court is named: "due back in the county's high court"


# Deeds that are as often meant as a figure: "ready to step into the breach".
_FIGURATIVE = listed(
    "step stand set hand give close open end raise cut take get put move go play start begin fight use work run act "
    "bring keep join remain continue accept receive respond"
)


def _ready(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she remains ready to appear at a hearing", "is willing to testify": a deed that somebody offers."""
    verb = next_verb(reader, sentence, index + 2)
    group = group_at(reader, index, "ed", sentence)
    stays = reader.word(index - 1) in ("remains", "remain", "stands", "stand")
    if verb is None or reader.tokens[verb].lemma not in AGENTIVE - _FIGURATIVE or not (group.be or stays):
        return
    over = reader.word(group.first) in ("was", "were", "had", "been")
    if over or group.negated or group.modal or group.infinitive or conditional(reader, group, sentence):
        return
    if stays:
        group = replace(group, first=index - 1, verb=index - 1, auxiliary=True)
    subject = subject_of(reader, group, sentence)
    action = verb, clause_end(reader, verb, sentence)
    if subject is not None and is_agent(reader, *subject) and action[1] > verb + 1:
        yield Found(ActKind.COMMITMENT, (group.first, index + 2), action, subject, dated=True)
