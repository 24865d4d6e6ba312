"""How an account tells an act: as news or as the past of something else, by itself or in somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from crossread.compare.cast import Cast
from crossread.compare.ledger.callings import name_in_account
from crossread.compare.ledger.status import CALLING
from crossread.compare.ledger.vouching import claimed
from crossread.compare.ledger.wording import Telling, in_full, in_quotation
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    AT_LAW,
    OWN_DEEDS,
    Account,
    Act,
    ActKind,
    EntityType,
    MentionForm,
    Party,
)
from crossread.record.article import DateRange
from crossread.text.closed_classes import POSSESSIVES, in_present_perfect
from crossread.text.listing import listed

_MARK = re.compile('[“”"]')
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def line(account: Account, act: Act, cast: Cast, known: Iterable[str]) -> Telling | None:
    """Return the act's sentence as a line of the ledger, with who says so where it does not tell.

    None where it is told by nobody known, only claimed, or in words that cannot be read alone. What somebody promises
    or refuses in his own quoted words is a statement; it is a line where the account tells it.
    """
    if _claimed(account, act):
        return None
    told, quoted = in_full(account, act, cast, known), in_quotation(account, act)
    if told is None or (quoted and _in_own_words(account, act)):
        return None
    shown = f"“{told.words}”" if quoted and not _MARK.search(told.words) else told.words
    if act.statement is None or act.kind in AT_LAW or _of_itself(account, act):
        return replace(told, words=shown)
    speaker = account.annotation.statements[act.statement].speaker
    by = None if speaker is None else _speaker_name(account, speaker)
    if by is None or (quoted and act.kind in OWN_DEEDS):
        return None
    names = (shown, *(one.name for one in told.meant))
    told_by = any(by.split()[-1] in name for name in names)
    return replace(told, words=shown if told_by else f"{shown} (according to {by})")


def _in_own_words(account: Account, act: Act) -> bool:
    """Whether somebody's quoted words promise, refuse or deny it of himself, or tell it by the way.

    "I have decided to go" does as the account would; "we decided" may be of anybody's people.
    """
    own = {found.lower() for found in _FIRST_PERSON.findall(account.text[act.span.start : act.cue.end])}
    verb = verb_of(account.analysis, act)
    main = verb is not None and not account.analysis.tokens[verb].dep.startswith(("advcl", "acl"))
    decided = act.kind in (ActKind.DECISION, ActKind.RESIGNATION) and own == {"i"} and main
    return bool(own) and not decided and act.kind not in CALLING | {ActKind.APOLOGY}


# -- of another time ----------------------------------------------------------------------------------

# What is news is told in the first sentences of an account, or with a day of the week before it. The first two to five
# sentences sort 270 judged lines alike; from six on history stands open.
_HEAD, _LATELY = 4, 7
# Words that make a form of the past, and those by which an account tells that something is no longer so.
_PAST = listed("was were had having")
_NO_MORE = listed(
    "had once initially originally formerly previously successfully unsuccessfully earlier previous former initial"
)
# Labels of what places a deed in time, or tells a noun's own day: "rescinded it in 1993", "the annexation of 2014".
_WHEN = ("obl", "obl:tmod", "advmod", "nmod", "nmod:tmod")


def stands(account: Account, act: Act, day: DateRange | None, newest: date | None) -> bool:
    """Whether an account tells an act as one that stands, and not as past or by the way.

    It does in the present or perfect; as news, at its head or with a day of the week before it; or in somebody's words.
    News and words hold for the day of the account: no longer when the `newest` account of the story is of a later day.
    """
    analysis, verb = account.analysis, verb_of(account.analysis, act)
    if verb is None:
        return True
    past = told_as_past(analysis, verb)
    beside, since = [], date.min
    if day is not None:
        beside, since = _days_beside(account, act, verb), day.earliest - timedelta(days=_LATELY)
    around = {analysis.lower[i] for i in analysis.children(verb, "aux", "advmod")}
    around |= {analysis.lower[i - 1] for i in analysis.tokens_in(act.cue)[:1] if i}  # "his earlier vow"
    no_more = past and (act.kind is ActKind.SCHEDULED or not around.isdisjoint(_NO_MORE))
    if no_more or any(days.latest < since for days in beside):
        return False
    if day is not None and newest is not None and day.latest < newest:
        return not past and act.statement is None
    return not past or at_head(account, act) or any(since <= days.earliest for days in beside)


def at_head(account: Account, act: Act) -> bool:
    """Whether an act is the news of its account, told in its first sentences."""
    return any(one.span.overlaps(act.cue) for one in account.sentences[:_HEAD])


def _helpers(analysis: Analysis, verb: int) -> set[str]:
    return {analysis.lower[i] for i in analysis.children(verb, "aux", "aux:pass", "cop")}


def told_as_past(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a past form, or an infinitive or participle beside one: not "has asked", nor "is asked"."""
    tag, helped = analysis.tokens[verb].tag, _helpers(analysis, verb)
    if helped & _PAST:
        return True
    if tag in ("VBD", "VBN") and not helped and analysis.hangs(verb, "conj"):  # "has asked and urged"
        verb = verb if analysis.children(verb, "nsubj") else analysis.tokens[verb].head
    if tag in ("VB", "VBG") and helped <= {"to"}:
        above = next((i for i in analysis.ancestors(verb) if analysis.tokens[i].upos == "VERB"), None)
        return above is not None and told_as_past(analysis, above)
    return tag in ("VBD", "VBN") and not helped and not in_present_perfect(analysis, verb)


def _days_beside(account: Account, act: Act, verb: int) -> list[DateRange]:
    """Return the days told beside the act's own verb or noun, or a verb of the past that it hangs on."""
    analysis = account.analysis
    own = analysis.head_of(act.cue)
    heads = {i for i in (verb, *analysis.ancestors(verb)) if told_as_past(analysis, i)}
    heads |= {own} if own is not None and analysis.tokens[own].upos == "NOUN" else set()
    heads |= set(analysis.children(verb, "xcomp"))
    beside = [child for head in heads for child in analysis.children(head, *_WHEN)]
    beside += [i for child in beside for i in analysis.children(child, "compound", "nummod", "amod")]
    spans = [analysis.tokens[i].span for i in beside]
    times = (t for t in account.annotation.times if any(t.span.overlaps(span) for span in spans))
    return [time.days for time in times if time.days is not None]


def verb_of(analysis: Analysis, act: Act) -> int | None:
    """Return the verb of the cue, or that which a noun hangs on."""
    inside = analysis.tokens_in(act.cue)
    verbs = [i for i in inside if analysis.tokens[i].upos == "VERB"]
    head = verbs[0] if verbs else analysis.head_of(act.cue)
    if verbs or head is None:
        return head
    return next((i for i in analysis.ancestors(head) if analysis.tokens[i].upos == "VERB"), None)


# -- in somebody's words ------------------------------------------------------------------------------


def _claimed(account: Account, act: Act) -> bool:
    """Whether the account only tells that the act is claimed, or that somebody is said to have told it."""
    own = account.analysis.head_of(act.cue)
    saying = None if act.statement is None else account.annotation.statements[act.statement].cue
    told = None if saying is None else account.analysis.head_of(saying)
    return any(one is not None and claimed(account.analysis, one, saying) for one in (own, told))


def _of_itself(account: Account, act: Act) -> bool:
    """Whether the one who acts is the one who tells it: "Hill said she had ordered them to leave"."""
    statement = None if act.statement is None else account.annotation.statements[act.statement]
    if statement is None or statement.speaker is None or act.actor is None:
        return False
    own_body = act.actor.span.of(account.text).split()[0].lower() in POSSESSIVES  # "his agency"
    if own_body or statement.speaker.span.overlaps(act.actor.span) or statement.speaker == act.actor:
        return True
    mentions = account.annotation.mentions
    chains = [mentions[p.mention].chain for p in (statement.speaker, act.actor) if p.mention is not None]
    return len(chains) == 2 and chains[0] is not None and chains[0] == chains[1]


def _speaker_name(account: Account, speaker: Party) -> str | None:
    """Return the speaker's full name in the account, else the words that tell who it is; None for a mere pronoun."""
    mention = None if speaker.mention is None else account.annotation.mentions[speaker.mention]
    if mention is None or mention.type is EntityType.PLACE:
        return speaker.span.of(account.text)  # "US officials", not "US"
    name = name_in_account(account, mention)
    if name is None and mention.form is not MentionForm.PRONOUN:
        return mention.span.of(account.text)
    return name
