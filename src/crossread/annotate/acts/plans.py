"""What is put in a diary without somebody who attends it: things due, set for a day, or on their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import AGENTIVE
from crossread.annotate.acts.clauses import Reader, clause_end, conditional, group_at
from crossread.annotate.acts.diary import forecast, next_verb, scheduling, time_in
from crossread.annotate.acts.inquiries import owner_of
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, noun_phrase
from crossread.annotate.acts.shapes import Found, by_agent
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
    if word == "will" and reader.word(index + 1) == "be":
        yield from _to_be_done(reader, sentence, index)
    elif word in ("set", "scheduled", "due", "slated") and reader.word(index + 1) == "for":
        yield from _set_for(reader, sentence, index)
        yield from _set_down_for(reader, sentence, index)
    elif word == "due":
        yield from _due_in_court(reader, sentence, index)
    elif word in ("expect", "expects", "expected"):
        yield from _expecting(reader, sentence, index)
    elif word == "to" and reader.word(index - 1) == "be" and reader.word(index - 2) == "will":
        yield from _first_step(reader, sentence, index)
    elif word in ("ready", "willing", "prepared") and reader.word(index + 1) == "to":
        yield from _ready(reader, sentence, index)
    elif word in ("introduced", "tabled") and reader.word(index - 1) == "being":
        yield from _being_introduced(reader, sentence, index)
    elif word in ("is", "are"):
        yield from _on_its_day(reader, sentence, index)
        yield from _under_way_on(reader, sentence, index)
    elif reader.tokens[index].tag in ("VB", "VBZ", "VBP"):
        yield from _coming(reader, sentence, index)


def _on_its_day(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the deadline is Friday", "the vote is on 4 May"."""
    after = index + 2 if reader.word(index + 1) in ("on", "in") else index + 1
    time = time_in(reader, (after, min(after + 3, sentence.last))) if after < sentence.last else None
    if time is None or not reader.times[time].span.overlaps(reader.tokens[after].span):
        return
    group = group_at(reader, index, "s", sentence)
    subject = subject_of(reader, group, sentence)
    if subject is None or subject[1] != index or group.negated or conditional(reader, group, sentence):
        return
    last = clause_end(reader, after, sentence)
    if reader.word(head_of(reader, *subject)) in _DATED and _to_come(reader, time) and last > after:
        yield Found(
            ActKind.SCHEDULED, (index, index + 1), (subject[0], last), None, dated=True, when=(after, last)
        )


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


def _set_down_for(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the vote, set for 4 May, …", "a hearing scheduled for Monday": the day stands beside the thing."""
    token = reader.tokens[index]
    if token.dep.split(":")[0] not in ("acl", "amod") or not sentence.first <= token.head < index:
        return
    if reader.word(token.head) not in _DATED:
        return
    group = group_at(reader, index, "ed", sentence)
    subject = noun_phrase(reader, token.head, sentence)
    when = index + 2, clause_end(reader, index + 2, sentence)
    time = time_in(reader, (index, when[1])) if when[1] > when[0] else None
    if group.bare and time is not None and _to_come(reader, time):
        yield Found(
            ActKind.SCHEDULED,
            (index, index + 2),
            (subject[0], when[1]),
            None,
            dated=True,
            when=(index, when[1]),
        )


def _to_be_done(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "a report will be published by the inspectorate next week": a paper or occasion, and its time."""
    verb = next_verb(reader, sentence, index + 1)
    if (
        verb is None
        or reader.tokens[verb].tag != "VBN"
        or reader.tokens[verb].lemma not in frames.OCCURRENCES
    ):
        return
    group = group_at(reader, verb, "ed", sentence)
    subject = subject_of(reader, group, sentence)
    if subject is None or group.negated or conditional(reader, group, sentence):
        return
    action = subject[0], max(clause_end(reader, verb, sentence), verb + 1)
    told = reader.word(head_of(reader, *subject)) in _DATED
    if told and time_in(reader, (verb, action[1])) is not None:
        actor = by_agent(reader, sentence, verb + 1)
        yield Found(ActKind.SCHEDULED, (index, verb + 1), action, actor, dated=True, when=(verb, action[1]))


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
    after = index + 2 if reader.word(index + 1) == "back" else index + 1
    if reader.word(after) not in ("in", "at", "before"):
        return
    last = clause_end(reader, after, sentence)
    if not {reader.word(i) for i in range(after, min(last, after + 7))} & listed("court magistrates judge"):
        return
    group = scheduling(reader, sentence, index)
    subject = None if group is None else subject_of(reader, group, sentence)
    if group is None or group.negated or subject is None or not is_agent(reader, *subject):
        return
    yield Found(ActKind.SCHEDULED, (group.first, index + 1), (index, last), subject, dated=True)


def _expecting(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "expect an interim report to be released next week"."""
    form = "base" if reader.word(index) != "expected" else "ed"
    group = group_at(reader, index, form, sentence)
    if group.negated or group.modal or group.be or group.infinitive:
        return
    to = next((i for i in range(index + 2, min(index + 12, sentence.last)) if reader.word(i) == "to"), None)
    if to is None or reader.word(to + 1) != "be" or not _names_dated(reader, index + 1, to):
        return
    subject = subject_of(reader, group, sentence)
    action = index + 1, clause_end(reader, index + 1, sentence)
    timed = action[1] > to + 2 and time_in(reader, (to + 1, action[1])) is not None
    if subject is not None and is_agent(reader, *subject) and timed:
        when = to + 1, action[1]
        yield Found(ActKind.SCHEDULED, (group.first, index + 1), action, subject, dated=True, when=when)


def _names_dated(reader: Reader, first: int, last: int) -> bool:
    return reader.word(head_of(reader, first, last)) in _DATED


# What somebody calls a thing it is going to do.
_STEPS = listed("project task step priority act move plan job")


def _first_step(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "its first project will be to introduce a register": a deed told as the doer's own next step."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None or reader.tokens[verb].lemma not in frames.DEEDS:
        return
    steps = [i for i in range(sentence.first, index - 2) if reader.word(i) in _STEPS]
    owner = owner_of(reader, sentence, steps[0]) if steps else None
    group = group_at(reader, index - 1, "base", sentence)
    action = verb, clause_end(reader, verb, sentence)
    if owner is not None and action[1] > verb + 1 and not conditional(reader, group, sentence):
        yield Found(ActKind.COMMITMENT, (index - 2, verb + 1), action, owner, dated=True)


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


def _being_introduced(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "a bill being introduced by Senator Hill"."""
    at = index - 2
    at -= reader.word(at) in ("is", "are")
    if at < sentence.first or reader.word(at) not in frames.BILLS:
        return
    bill = noun_phrase(reader, at, sentence)
    last = max(clause_end(reader, index, sentence), index + 1)
    yield Found(
        ActKind.SCHEDULED, (index - 1, index + 1), (bill[0], last), by_agent(reader, sentence, index + 1)
    )
