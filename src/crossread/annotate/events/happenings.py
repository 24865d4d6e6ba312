"""Which word names the happening that a time belongs to: a verb, or an event noun."""

from __future__ import annotations

from crossread.annotate.events.bounds import dates_nothing, is_future
from crossread.annotate.events.nouns import is_document, is_event_noun
from crossread.annotate.times.tense import governor, is_one_of_a_rank, is_predicate, time_head
from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression, TimeKind
from crossread.record.span import Span
from crossread.text.closed_classes import in_present_perfect
from crossread.text.deeds import has_own_time
from crossread.text.listing import listed

# Reporting verbs: with a time of their own they date the saying. After VerbNet 37.7 and 37.9.
REPORTING = listed(
    """say tell add announce report claim warn insist write tweet state explain admit confirm reveal argue
    note declare suggest stress reiterate acknowledge respond reply comment concede"""
)
# What is done in, at or by means of such a thing is done when that is.
_SETTINGS = listed("in at during amid via throughout")
_STRUCK = listed("attack shooting bombing crash killing explosion blast stabbing murder massacre")
# With these an object keeps its own time: "condemned the attack on Friday" may be Friday's attack. After VerbNet
# 33 (judgement), 31 (feeling), 35 (search), 37.1 (asking) and FrameNet's Cause.
_OF_OTHER_TIMES = listed(
    """condemn criticise criticize praise blame cite recall remember defend welcome investigate probe mark survive
    follow cause mourn celebrate denounce deplore regret applaud hail slam blast ask question discuss review examine
    describe mention witness see hear watch attend protest lament decry commemorate explain justify precede prompt
    spark trigger call recount await expect fear"""
)
# An event noun behind one of these is what the verb is about, not when it happened.
_ABOUT = listed("for over of about into to against following after despite since")
# What these are "for" is ahead of them; what others than these go "into" comes of them.
_CALLING = listed("call ask appeal press push plead demand file apply")
_MOVING = listed(
    "go come fall travel return head fly drive walk march rush lead plunge leap jump invite bring take"
)
_LOOKING = listed("look inquire enquire investigate probe dig delve")
_AT_ONCE = listed("while when as whilst by in on upon")
_ONE_AFTER_THE_OTHER = listed("after before following")


def happening(analysis: Analysis, time: TimeExpression) -> int | None:
    """Return the index of the word for what happened at `time`; None where no word shows.

    A time after a noun phrase may hang on the wrong noun of it in the parse;
    the event noun next to the time is meant ("an inquiry into the vigil on Saturday").
    """
    head = time_head(analysis, time.span)
    described = _noun_described(analysis, time.span)
    if head is None or dates_nothing(analysis, head, time, described):
        return None
    if described is not None:
        return _of_the_noun_behind(analysis, head, described)
    verb, _ = governor(analysis, head)
    if _belongs_to_a_noun(analysis, time):
        return None
    if verb is not None and analysis.tokens[verb].lemma.lower() == "date":
        return None  # "payments dating back to 2009"
    noun = analysis.tokens[head].head
    if noun == head or (noun == verb and verb is not None):
        return _at_verb(analysis, verb, head, time)
    if noun > head:
        return _of_the_noun_behind(analysis, head, noun)
    if verb is not None and is_future(analysis, verb, time) and time.form.tense is Tense.FUTURE:
        return verb
    near = _nearest_event_noun(analysis, noun, time.span)
    if near is None:
        return _at_verb(analysis, verb, head, time)
    setting = _set_in(analysis, near)
    if setting is None and time.form.kind is not TimeKind.CALENDAR:
        setting = _done_to(analysis, near)
    return near if setting is None else setting


def _noun_described(analysis: Analysis, time: Span) -> int | None:
    """Return the noun that an article or "'s" ties a time to, whatever the parse says: "the Friday shootings"."""
    tokens, inside = analysis.tokens, analysis.tokens_in(time)
    at = inside[-1] + 1
    if at < len(tokens) and tokens[at].tag == "POS":
        at += 1
    elif inside[0] == 0 or tokens[inside[0] - 1].text.lower() not in ("the", "a", "an"):
        return None
    while at + 1 < len(tokens) and tokens[at].upos in ("ADJ", "NOUN", "PROPN") and tokens[at].head > at:
        at += 1
    return at if at < len(tokens) and tokens[at].upos == "NOUN" else None


def _of_the_noun_behind(analysis: Analysis, head: int, noun: int) -> int | None:
    """Return what "Monday's speech" or "the 2016 campaign" dates: what was done in it, or itself."""
    possessive = analysis.tokens[head].dep == "nmod:poss"
    setting = _set_in(analysis, noun)
    if possessive or is_event_noun(analysis, noun) or is_document(analysis, noun):
        return noun if setting is None else setting
    return setting if _is_occasion(analysis, noun) else None


def _is_occasion(analysis: Analysis, noun: int) -> bool:
    """Whether what is done in it has its time: "wrote in a 2017 dissent", "during Sunday prayers"."""
    below = {analysis.tokens[i].text.lower() for i in analysis.children(noun, "det", "case")}
    return bool(below & {"a", "an", "during"})


def _set_in(analysis: Analysis, noun: int) -> int | None:
    """Return the past verb whose deed was done in, at or during what the noun names: "said in a Monday speech"."""
    token = analysis.tokens[noun]
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(noun, "case")}
    by_text = {"with"} if is_document(analysis, noun) else set()
    if not cases or not cases <= _SETTINGS | by_text:
        return None
    if token.lemma.lower() in _STRUCK and analysis.children(token.head, "obj"):
        return None  # "identified a suspect in Monday's attack"
    if token.dep == "nmod" and token.head < noun:
        return _set_in(analysis, token.head)  # "in an interview at the summit"
    return _past_verb(analysis, _finite(analysis, token.head)) if token.dep == "obl" else None


def _done_to(analysis: Analysis, noun: int) -> int | None:
    """Return the verb whose object the noun is, where a day behind both is the verb's: "held talks on Friday"."""
    token = analysis.tokens[noun]
    verb = analysis.tokens[token.head]
    if token.dep != "obj" or token.head > noun or {verb.lemma.lower()} & _OF_OTHER_TIMES:
        return None
    return _past_verb(analysis, token.head)


def _past_verb(analysis: Analysis, verb: int | None) -> int | None:
    if verb is None:
        return None
    token = analysis.tokens[verb]
    past = token.tag in ("VBD", "VBN") and token.dep not in ("acl", "amod")
    if not past or not is_predicate(analysis, verb) or in_present_perfect(analysis, verb):
        return None
    return _finite(analysis, verb)


def _belongs_to_a_noun(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether "of" ties the time to a noun: "a deadline of 1 May", "the start of 2018"."""
    before = analysis.tokens_in(time.span)[0] - 1
    of = (
        before > 0
        and analysis.tokens[before].text.lower() == "of"
        and analysis.tokens[before - 1].upos == "NOUN"
    )
    return of and time.form.kind is TimeKind.CALENDAR


def _at_verb(analysis: Analysis, verb: int | None, head: int, time: TimeExpression) -> int | None:
    """Choose between the verb and an event noun that stands between it and the time.

    The noun wins where the verb cannot be what the time dates: a present
    perfect with a past day, a saying, a predicate without a verb, or a noun
    that the verb is only about ("in retaliation for air strikes last week").
    What "there has been" tells no more of than that it was is one.
    """
    if verb is None or verb > head:
        return _finite(analysis, verb)
    near = _nearest_event_noun(analysis, verb + 1, time.span)
    other = near is not None and not _is_bare(analysis, near) and not is_future(analysis, verb, time)
    about = near is not None and _is_about(analysis, verb, near)
    if other and (about or in_present_perfect(analysis, verb)):
        return near
    return _finite(analysis, verb)


def _is_bare(analysis: Analysis, noun: int) -> bool:
    """Whether a noun names a kind and no one happening: "was found guilty of murder on Tuesday"."""
    return analysis.tokens[noun].tag == "NN" and not analysis.children(
        noun, "det", "nmod:poss", "amod", "compound", "nummod", "nmod"
    )


def _is_about(analysis: Analysis, verb: int, noun: int) -> bool:
    """Whether a verb is about what a noun names, at another time: not "called for a vote" or "slid into a war"."""
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(noun, "case", "mark")} & _ABOUT
    lemma, direct = analysis.tokens[verb].lemma.lower(), analysis.tokens[noun].head == verb
    comes_of_it = {"for"} if lemma in _CALLING else set() if lemma in _LOOKING else {"into"}
    comes_of_it |= {"to"} if lemma in _MOVING else set()
    return bool(cases - comes_of_it if direct else cases)


def _finite(analysis: Analysis, verb: int | None) -> int | None:
    """Climb from a verb without subject ("while walking home") to the one that has it.

    None where the clause between stands in contrast or at another time ("despite having received").
    """
    if verb is not None and (became := _became(analysis, verb)) is not None:
        return became
    while verb is not None and analysis.tokens[verb].dep in ("advcl", "xcomp"):
        marks = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "mark")}
        if "to" in marks or analysis.children(verb, "nsubj", "csubj"):
            return verb
        if analysis.tokens[verb].dep == "advcl" and marks and marks <= _ONE_AFTER_THE_OTHER:
            return verb
        if analysis.tokens[verb].dep == "advcl" and marks - _AT_ONCE:
            return None
        if has_own_time(analysis, verb):
            return verb  # "Elected in May, …", "the law, signed in May": the main verb has another time
        above = governor(analysis, verb)[0]
        if above is None:
            return verb
        verb = above
    return verb


def _became(analysis: Analysis, verb: int) -> int | None:
    """Return the predicate that tells a deed by its rank: "became the first state to ban it", "is the last to go"."""
    if not is_one_of_a_rank(analysis, verb):
        return None
    noun = analysis.tokens[verb].head
    above = analysis.tokens[noun].head
    if is_predicate(analysis, noun):
        return noun
    told = analysis.tokens[above].lemma.lower() == "become" and analysis.tokens[noun].dep in ("xcomp", "obj")
    return above if told else None


def _nearest_event_noun(analysis: Analysis, first: int, time: Span) -> int | None:
    """Return the last event noun from token `first` up to the time; "transition team" is none."""
    inside = [i for i in range(first, analysis.tokens_in(time)[0]) if analysis.tokens[i].dep != "compound"]
    return next((i for i in reversed(inside) if is_event_noun(analysis, i)), None)
