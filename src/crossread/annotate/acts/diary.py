"""Acts without a cue verb of their own: what somebody announces of itself, what is in the diary, who should go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.acts import frames, phrases
from crossread.annotate.acts.classes import AGENTIVE, NOBODYS
from crossread.annotate.acts.clauses import (
    NEGATIONS,
    Group,
    Reader,
    clause_end,
    conditional,
    group_at,
)
from crossread.annotate.acts.parties import object_relative, subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase
from crossread.annotate.acts.shapes import Found, Tokens, by_agent, headed
from crossread.record.analysis import PLURAL, Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed


def own_subject(reader: Reader, sentence: Sentence, index: int) -> bool:
    """Whether the pronoun at `index` is the speaker's own: "I" in speech, "he" right after "said (that)"."""
    word = reader.word(index)
    if word in frames.FIRST_PERSON:
        return True
    if word not in frames.OWN_PRONOUNS or index <= sentence.first:
        return False
    verb = telling_verb(reader, sentence, index)
    return verb is not None and not (word in ("he", "she", "it") and several(reader, verb))


def several(reader: Reader, verb: int) -> bool:
    """Whether several tell it, none of whom "it" can be: "the union and other groups say it will …"."""
    who = reader.analysis.children(verb, "nsubj")
    return any(reader.analysis.children(i, "conj") for i in who)


def telling_verb(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the verb of telling right before a pronoun, over "that" and a time ("said on Monday that she")."""
    before = index - 2 if reader.word(index - 1) == "that" else index - 1
    told_whom = reader.tokens[index - 1].upos in ("NOUN", "PROPN")
    if before == index - 2 or told_whom:  # "told reporters (that) she"
        told_to = [i for i in range(max(sentence.first, index - 8), before) if reader.word(i) == "told"]
        clause = told_to and any(
            reader.tokens[i].upos in ("VERB", "AUX", "PUNCT") for i in range(told_to[-1] + 1, before)
        )
        if told_to and not clause:
            return told_to[-1]
    while before > sentence.first and phrases.timed(reader, before) is not None:
        before -= 1
        before -= reader.word(before) in ("on", "late", "early")
    told = before >= sentence.first and reader.word(before) in frames.TELLING_VERBS
    return before if told else None


def next_verb(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the first content verb from `index` on, over adverbs, marks and "be"."""
    for at in range(index, min(index + 5, sentence.last)):
        token = reader.tokens[at]
        if token.upos == "VERB" or (token.tag == "VB" and token.lemma != "be"):
            return at
        if reader.word(at) in NEGATIONS or token.upos not in ("AUX", "ADV", "PUNCT"):
            return None
    return None


def teller(reader: Reader, sentence: Sentence, subject: Tokens | None) -> Tokens | None:
    """Return who tells it for "they" or "it" right after a verb of telling: "police said they are investigating"."""
    if subject is None or subject[1] - subject[0] > 1 or reader.word(subject[0]) not in ("they", "it"):
        return subject
    verb = telling_verb(reader, sentence, subject[0])
    if verb is None:
        return subject
    found = subject_of(reader, group_at(reader, verb, "ed", sentence), sentence)
    return found if found is not None and is_agent(reader, *found) else subject


def scheduled(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word = reader.word(index)
    if word in frames.SCHEDULERS and reader.word(index + 1) == "to":
        yield from _expected(reader, sentence, index)
    elif word in frames.SCHEDULERS and reader.word(index + 1) in _ON_ITS_DAY:
        yield from _on_its_day(reader, sentence, index)
    elif word == "to" and reader.word(index - 1) in ("is", "are"):
        yield from _is_to(reader, sentence, index)
    elif word == "will":
        yield from _diary(reader, sentence, index)


def _is_to(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the minister is to meet farmers": somebody or a body, not "the aim of the council is to …"."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None or reader.tokens[verb].tag != "VB" or reader.tokens[verb].lemma not in AGENTIVE:
        return
    group = Group(index - 1, verb, "base", be=True, auxiliary=True)
    subject = subject_of(reader, group, sentence)
    if subject is None:
        return
    action = verb, clause_end(reader, verb, sentence)
    certain = not conditional(reader, group, sentence) and not object_relative(reader, group, sentence)
    ends = max(reader.analysis.subtree(head_of(reader, *subject))) + 1  # "Hill, Reed and Lee | are to"
    near = index - 1 in (subject[1], ends)
    if certain and is_official(reader, *subject) and near and action[1] > verb + 1:
        yield Found(ActKind.SCHEDULED, (index - 1, index + 1), action, subject, dated=True)


def _expected(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "is expected to chair a meeting"."""
    group = scheduling(reader, sentence, index)
    verb = next_verb(reader, sentence, index + 2)
    if group is None or verb is None:
        return
    has = reader.tokens[verb].lemma == "have" and headed(reader, sentence, verb + 1, frames.GATHERINGS)
    comes = reader.tokens[verb].lemma in _COMING or reader.word(verb + 1) in ("effect", "office")
    if reader.tokens[verb].lemma in NOBODYS | {"do"} and not has and not comes:
        return
    if group.negated or group.modal or conditional(reader, group, sentence):
        return
    if object_relative(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    action = index + 2, clause_end(reader, index + 2, sentence)
    dated = time_in(reader, action) is not None
    when = action if dated else (index, action[1])  # "On Monday, ministers are expected to …"
    timed = dated or time_on(reader, when) is not None
    if subject is None or (action[1] <= verb + 1 and not dated) or _of_nature(reader, subject):
        return
    crowd = reader.tokens[head_of(reader, *subject)].tag in PLURAL
    if reader.word(index) == "expected" and crowd and not timed:
        return  # "critics are expected to fight it": what others think
    deed = has or reader.tokens[verb].lemma not in NOBODYS | (_COMING - AGENTIVE)  # nobody expires
    acts = deed and is_agent(reader, *subject)
    found = Found(ActKind.SCHEDULED, (group.first, index + 2), action, subject, dated=True, when=when)
    if (
        not acts and subject[1] <= group.first
    ):  # "the trial is set to begin on Monday": nobody's, and told with it
        if timed:
            yield replace(found, action=(subject[0], action[1]), subject=None)
    elif timed or acts or reader.word(index) in ("due", "scheduled", "slated"):
        yield found


_ON_ITS_DAY = listed("for on by in at before later next this within tomorrow")
# What is set for a day and has somebody whose it is: "the court's ruling", "a vote of the House", "Reed's trial".
_SET = frames.OCCASIONS | listed(
    "ruling decision verdict vote votes trial sentencing arraignment hearings testimony report announcement debate "
    "deadline launch release appearance execution retirement departure arrival speech address"
)


def _on_its_day(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "Reed is due in court on Monday", "the House vote is set for Friday"."""
    group = scheduling(reader, sentence, index)
    if group is None or group.negated or group.modal or conditional(reader, group, sentence):
        return
    subject = subject_of(reader, group, sentence)
    action = index + 1, clause_end(reader, index + 1, sentence)
    time = time_in(reader, action)
    if subject is None or time is None or object_relative(reader, group, sentence):
        return
    head = head_of(reader, *subject)
    within = reader.analysis.tokens_in(reader.times[time].span)[0] - index <= _NEAR_DAY
    if not within or (reader.word(index) == "set" and reader.word(index + 1) != "for"):
        return
    if is_agent(reader, *subject):
        yield Found(ActKind.SCHEDULED, (group.first, index + 1), action, subject, dated=True)
    elif reader.word(head) in _SET:
        below = reader.analysis.children(head, "nmod", "compound")
        whose = next((noun_phrase(reader, i, sentence) for i in below if is_agent(reader, i, i + 1)), None)
        yield Found(
            ActKind.SCHEDULED,
            (group.first, index + 1),
            (subject[0], action[1]),
            whose,
            dated=True,
            when=action,
        )


_NEAR_DAY = 8  # tokens from "due" to its day: "due before a judge in Leeds on Monday"


# What no diary holds: weather and what it brings.
_WEATHER = listed(
    "storm storms snow snowfall rain rains rainfall hurricane hurricanes wind winds gusts temperature temperatures "
    "flood floods flooding front fronts surge tornado tornadoes thunderstorm thunderstorms blizzard cyclone typhoon "
    "drought heat heatwave wave showers sunshine fog frost ice hail monsoon weather tide tides waters eye"
)


def _of_nature(reader: Reader, subject: Tokens) -> bool:
    return reader.word(head_of(reader, *subject)) in _WEATHER


# What comes by itself on its day, beside what somebody does.
_COMING = listed(
    "expire conclude begin start end last happen occur resume reconvene become indict unseal enter come go face run"
)


def scheduling(reader: Reader, sentence: Sentence, index: int) -> Group | None:
    """Return the verb group of a word of scheduling, None where it is over or has no verb "be"."""
    group = group_at(reader, index, "ed", sentence)
    past = reader.word(group.first) in ("was", "were", "been", "had", "have")
    # What was put in a diary stood in it, and so did what was to come on a weekday: "were expected to vote Thursday".
    time = time_in(reader, (index + 1, clause_end(reader, index + 1, sentence)))
    near = time is not None and reader.times[time].form.weekday is not None
    to_come = (near and reader.word(index + 1) == "to") or (time is not None and reader.word(index) == "set")
    stood = reader.word(index) in ("due", "scheduled", "slated") or (to_come and group.first == index - 1)
    over = past and (not stood or reader.word(group.first) == "had")
    return group if group.be and not over else None


def _diary(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "Mrs Brown will attend a meeting on Monday": somebody, a public occasion, and its time."""
    verb = next_verb(reader, sentence, index + 1)
    if verb is None or reader.tokens[verb].lemma not in frames.OCCURRENCES:
        return
    group = group_at(reader, verb, "base", sentence)
    subject = subject_of(reader, group, sentence)
    action = verb, clause_end(reader, verb, sentence)
    if (
        subject is None
        or group.negated
        or conditional(reader, group, sentence)
        or not (is_agent(reader, *subject) or reader.tokens[verb].tag == "VBN")
    ):
        return  # a report as well as troops "will be sent on Monday"
    if reader.word(subject[0]) in ("you", "who", "those") or own_subject(reader, sentence, index - 1):
        return
    if reader.tokens[verb].lemma in _LIGHT and not headed(
        reader, sentence, verb + 1, _LIGHT[reader.tokens[verb].lemma]
    ):
        return  # "will make sure that voters know", "will face tasks"
    if forecast(reader, verb):
        return
    if reader.tokens[verb].tag == "VBN":  # "7,000 troops will be sent on Monday": by somebody untold
        if time_in(reader, action) is not None:
            yield Found(
                ActKind.SCHEDULED,
                (index, verb + 1),
                (subject[0], action[1]),
                by_agent(reader, sentence, verb + 1),
                dated=True,
                when=action,
            )
    elif time_in(reader, action) is not None or (
        time_on(reader, action) is not None and verb + 1 < action[1]
    ):
        yield Found(ActKind.SCHEDULED, (index, verb + 1), action, subject, dated=True)


# Verbs under which a clause is somebody's guess: "experts expect that ministers will announce it".
_THINKING = listed(
    "expect predict forecast believe think anticipate suppose hope fear worry suspect assume estimate doubt imagine "
    "speculate wonder warn project mean imply"
)


def forecast(reader: Reader, verb: int) -> bool:
    """Whether a verb tells what somebody only expects."""
    token = reader.tokens[verb]
    return token.dep == "ccomp" and reader.tokens[token.head].lemma in _THINKING


# What is made on a public occasion.
_MADE = listed("statement speech appearance announcement visit trip debut address presentation decision case")


_LIGHT = {"make": _MADE, "face": listed("trial charges charge hearing vote sentencing court judge questions")}


def _of_what_was(reader: Reader, action: Tokens, time: range) -> bool:
    """Whether a time stands behind a verb in the past or a participle, and does not hang on the action's own verb."""
    past = [i for i in range(action[0] + 2, time[0]) if reader.tokens[i].tag in ("VBD", "VBN")]
    head = reader.analysis.head_of(reader.span(time[0], time[-1] + 1))
    governor = None if head is None else reader.tokens[head].head
    return bool(past) and (governor != action[0] or any(reader.tokens[i].tag == "VBD" for i in past))


def time_on(reader: Reader, action: Tokens) -> int | None:
    """Return the time that the parse ties to the verb of `action`, wherever it stands: "on May 2 they will shut it".

    Not one that dates the telling before it: "said on Sunday it would close".
    """
    deed = next((i for i in range(*action) if reader.tokens[i].upos == "VERB"), None)
    tied = () if deed is None else reader.analysis.children(deed, "obl")
    for inside in (reader.analysis.tokens_in(time.span) for time in reader.times):
        governor = inside[0] - 1 - (reader.tokens[inside[0] - 1].upos == "ADP")
        telling = governor < action[0] and reader.tokens[governor].upos == "VERB"
        if any(i in inside for i in tied) and not telling:
            return time_in(reader, (inside[0], inside[-1] + 1))
    return None


def time_in(reader: Reader, action: Tokens) -> int | None:
    """Return the first time in `action` that can date what is to be done.

    Not "Saturday's", "of last week", "since Monday", nor a length of time or a
    time after a verb in the past.
    """
    if action[0] >= action[1]:
        return None  # "the date was set."
    span = reader.span(*action)
    for number, time in enumerate(reader.times):
        if not span.contains(time.span) or time.type.value not in ("DATE", "TIME"):
            continue
        inside = reader.analysis.tokens_in(time.span)
        before, after = reader.word(inside[0] - 1), reader.word(inside[-1] + 1)
        before = reader.word(inside[0] - 2) if before == "the" else before
        if after in ("'s", "'") or before in ("of", "from", "since", "after", "beginning", "starting"):
            continue
        if before in ("through", "throughout") or (before in ("until", "till") and inside[0] > action[0] + 1):
            continue  # how long something lasts
        last = reader.tokens[inside[-1]]
        set_for = {reader.word(inside[0] - 2), reader.word(last.head)}
        if before == "for" and set_for.isdisjoint(frames.SCHEDULERS):
            continue  # how long, not when; but "set (a vote) for Monday"
        if time.form.steps is not None and time.form.steps < 0:
            continue
        if last.dep in ("compound", "nummod", "amod", "obj") and last.head not in inside:
            continue  # "a 2014 campaign issue"
        if _of_what_was(reader, action, inside):
            continue
        return number
    return None
