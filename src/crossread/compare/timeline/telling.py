"""The words that stand beside a date: a whole sentence where its own verb is dated, else a clause made whole.

A line is read alone. So it has the subject, the verb and what the verb needs, in
the words of the account; where words between them are left out, " … " stands for
them, and a name in brackets follows a pronoun that means somebody named elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.timeline.doubts import timeless
from crossread.compare.timeline.leaning import glossed
from crossread.compare.timeline.mains import NEED_WORDS, came_out_in, is_main, is_said, leads, tells
from crossread.compare.timeline.named import is_noun, names_happening, names_one_time, told_by_a_noun
from crossread.compare.timeline.parts import own_clause, relative_clause, reported, with_shared_subject
from crossread.compare.timeline.topic import end_of_lead
from crossread.compare.timeline.whole import evened, is_sentence, without_ties
from crossread.record.analysis import FINITE, Analysis
from crossread.record.annotation import Account, Event, EventKind
from crossread.record.span import Span, hull
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun
from crossread.text.sentences import whole_sentence

# The longest line, in code points: longer sentences bury what happened; only a clause of them is shown.
_LONGEST = 360
# Of the sentences that an account opens with, which tell the news.
_LONGEST_LEAD, _OPENING = 450, 2
_NEWS = 5  # and so many hold what its headline speaks of; tried 3 to 6
# What these speak of keeps its own time: "condemned the vote". After VerbNet 33, 31 and 37.
_OF_OTHER_TIMES = listed(
    """condemn criticise criticize praise blame cite recall remember defend welcome mark mourn celebrate denounce
    deplore regret applaud hail slam blast question discuss review examine describe mention protest lament decry
    commemorate explain justify call await fear dismiss reject support oppose back accept investigate follow watch"""
)
# A verb in one of these relations may stand with its own subject for itself.
_OWN = frozenset({"root", "conj", "advcl", "parataxis", "acl:relcl"})
# With one of these a noun is part of what the verb tells: "made public in a release on Monday".
_MEANS = listed("in at during by via through")


@dataclass(frozen=True)
class Telling:
    """The words shown for a happening, and the stretch of the account they are taken from."""

    text: str
    span: Span
    whole: bool  # a sentence with nothing left out


def tell(
    account: Account, event: Event, head: int, cast: Cast, quoted: Sequence[Span], topic: frozenset[str]
) -> Telling | None:
    """Return the words that tell a dated happening alone, None where the account has none."""
    sentence = whole_sentence(account.article, account.analysis, event.head.start)
    if sentence is None:
        return None
    topic |= _of_the_news(account, event, head, sentence)
    named = is_noun(account, event, head)
    plain = named and event.kind is not EventKind.SCHEDULED
    if plain and names_happening(account, event, head):
        return Telling(event.span.of(account.text), event.span, whole=False)
    if not named and timeless(account, event, head):
        return None
    wordings = _around(account, event, head, sentence) if named else _wordings(account, event, head, sentence)
    for wording in wordings:
        parts = _with_its_teller(account, event, wording)
        says = _says_something(account, head, parts, quoted)
        text = glossed(account, cast, parts, quoted, topic) if says else None
        text = None if text is None else evened(text, parts, account, quoted)
        if text is not None:
            return Telling(text, hull(parts), parts == (without_ties(account.text, sentence),))
    phrase = told_by_a_noun(account, event, head, cast, quoted, topic) if plain else None
    return None if phrase is None else Telling(*phrase, whole=False)


def _with_its_teller(account: Account, event: Event, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the words with who says them, where that follows at once: "he fell on Monday, his aunt claimed"."""
    *rest, last = parts
    told = (s for s in account.annotation.statements if any(span.contains(event.head) for span in s.spans))
    for said in told:
        if said.cue is None:
            continue
        who = hull((said.cue, said.speaker.span if said.speaker else said.cue))
        if who.start >= last.end and not account.text[last.end : who.start].strip(" ,"):
            return (*rest, Span(last.start, who.end))
    return parts


def _of_the_news(account: Account, event: Event, head: int, sentence: Span) -> frozenset[str]:
    """Return the thing of which an account that opens tells what became of it on a day: its headline says which.

    "The vehicle overturned"; not "the office sold it", which may be anybody's.
    """
    analysis, days = account.analysis, account.annotation.times[event.time].days
    news = event.kind is EventKind.HAPPENED and days is not None and days.days == 1
    does = any(
        analysis.tokens[i].lemma != "place" for i in analysis.children(head, "obj")
    )  # not "took place"
    if does or not news or sentence.start >= end_of_lead(account, _NEWS):
        return frozenset()
    subjects = (analysis.tokens[i].lemma.lower() for i in analysis.children(head, "nsubj", "nsubj:pass"))
    return frozenset(noun for noun in subjects if role_noun(noun) is None)


def _around(account: Account, event: Event, noun: int, sentence: Span) -> Iterable[tuple[Span, ...]]:
    """Yield the sentence for a noun that is part of what its main verb tells, where it names no other time.

    "The judges announced a verdict on Monday"; not "after the verdict on Monday", which tells of something else.
    """
    analysis, whole = account.analysis, without_ties(account.text, sentence)
    token, verb = analysis.tokens[noun], analysis.tokens[noun].head
    cases = {analysis.lower[i] for i in analysis.children(noun, "case")}
    done = token.dep == "obj" and analysis.tokens[verb].lemma.lower() not in _OF_OTHER_TIMES
    part = done or tells(analysis, noun) or (token.dep == "obl" and cases <= _MEANS)
    verbs = [analysis.tokens[i].tag for i in (verb, *analysis.children(verb, "cop"))]
    past = not {"VBD", "VBN"}.isdisjoint(verbs) or analysis.tokens[verb].lemma.lower() in NEED_WORDS
    past = past and not any(analysis.tokens[i].tag == "MD" for i in analysis.children(verb, "aux"))
    if part and past and leads(analysis, verb) and names_one_time(account, event, whole):
        yield (whole,)


def _wordings(account: Account, event: Event, head: int, sentence: Span) -> Iterable[tuple[Span, ...]]:
    """Yield the stretches that may stand for the happening, the fullest first."""
    analysis = account.analysis
    leading = leads(analysis, came_out_in(analysis, head))
    whole = without_ties(account.text, sentence)
    longest = _LONGEST_LEAD if sentence.start < end_of_lead(account, _OPENING) else _LONGEST
    # not "Arriving Monday: a film"
    finite = any(analysis.tokens[i].tag in FINITE for i in analysis.tokens_in(whole))
    leading = leading and finite and len(whole) <= longest and is_sentence(account, whole, sentence)
    if leading and _one_time(account, event, sentence):
        yield (whole,)
    verb = analysis.top(head, "xcomp")  # "rules that are due to take effect on Monday"
    if analysis.tokens[verb].dep.startswith("acl") and (relative := relative_clause(account, event, verb)):
        yield relative
    elif analysis.tokens[head].dep == "conj" and (shared := with_shared_subject(account, event, head)):
        yield shared
    elif is_said(analysis, head) and (said := reported(account, head)):
        if all(names_one_time(account, event, part) for part in said):
            yield said
    elif analysis.tokens[verb].dep in _OWN and (clause := own_clause(account, event, head)):
        clause = without_ties(account.text, clause)
        ends = account.text[clause.end : whole.end] == "."
        yield (Span(clause.start, whole.end) if ends else clause,)
    if leading and (is_main(analysis, head) or is_said(analysis, verb)):
        yield (whole,)


def _one_time(account: Account, event: Event, sentence: Span) -> bool:
    """Whether the words date nothing else to another day; beside a main verb a wider range is no other."""
    times, own = account.annotation.times, account.annotation.times[event.time].days
    days = (
        times[other.time].days
        for other in account.annotation.events
        if sentence.contains(other.head) and other.head != event.head
        if account.analysis.tokens[account.analysis.tokens_in(other.head)[0]].upos not in ("NOUN", "PROPN")
    )
    others = [one for one in days if one is not None]
    if own is None or is_main(account.analysis, account.analysis.tokens_in(event.head)[0]):
        return all(own is None or one.overlaps(own) for one in others)
    return all((one.earliest, one.latest) == (own.earliest, own.latest) for one in others)


def _is_content(analysis: Analysis, verb: int) -> bool:
    """Whether a participle behind a saying tells what it said: "wrote to Hart, declining his offer"; not "citing"."""
    token = analysis.tokens[verb]
    return token.tag == "VBG" and token.lemma.lower() not in ("cite", "quote", "refer", "speak", "add", "use")


def _says_something(account: Account, head: int, parts: Sequence[Span], quoted: Sequence[Span]) -> bool:
    """Whether a verb of saying stands with what is said: not "The paper reported on May 8"."""
    analysis = account.analysis
    token = analysis.tokens[head]
    if token.lemma.lower() not in NEED_WORDS:
        return True
    inside = [i for part in parts for i in analysis.tokens_in(part)]
    said = list(analysis.children(head, "ccomp", "parataxis", "xcomp", "nsubj:pass"))
    if token.lemma.lower() != "tell":  # else it is to whom
        said += analysis.children(head, "obj", "iobj")
    subjects = {i for subject in analysis.children(head, "nsubj") for i in analysis.subtree(subject)}
    said += [i for i in inside if i != head and i not in subjects and analysis.tokens[i].tag in FINITE]
    said += [i for i in analysis.children(head, "advcl") if i > head and _is_content(analysis, i)]
    if token.dep in ("parataxis", "ccomp"):
        said.append(token.head)
    quotes = any(part.overlaps(span) for part in parts for span in quoted)
    return quotes or any(i in inside for i in said)
