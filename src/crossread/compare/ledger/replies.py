"""What is done to an entry: by other acts of the story, in statements, and where an account tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.compare.cast import Cast
from crossread.compare.ledger.draft import Draft, Reply
from crossread.compare.ledger.matter import LEAVING, Matter, party_at
from crossread.compare.ledger.sameness import SAME_MATTER, about, alike, same_party
from crossread.compare.ledger.status import CALLING
from crossread.record.analysis import Analysis
from crossread.record.annotation import BEFORE_COURT, Account, Act, ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Statement, Who
from crossread.record.span import Evidence, Span
from crossread.text.closed_classes import DEFINITE, NEGATIONS
from crossread.text.listing import listed

_WELCOMING = listed("welcome back support endorse applaud")
_REBUFFING = listed("reject decline dismiss refuse rebuff ignore resist deny")
_GRANTING = listed("grant approve heed honor honour fulfil fulfill")
_ACCEPTING = listed("accept adopt")
_POSTPONING = listed("postpone delay defer adjourn")
_REPEATING = listed("repeat renew reiterate restate")
_ENDING = listed("complete conclude close end finish")
_ABANDONING = listed("abandon drop scrap withdraw rescind retract shelve")
# Anaphoric denial of what was just told: "this was not the case".
_NOT_SO = re.compile(
    r"\b(?:this|that|it|which)\s+(?:was|is|has|had)\s*(?:not|n['’]t)\s+(?:the case|what happened"
    r"|been (?:kept|honou?red)|true|so\b)|\bnone of (?:this|that) happened\b",
    re.IGNORECASE,
)
_OPENING = " \t\n\"“‘'"


def replies(draft: Draft, drafts: Sequence[Draft]) -> Iterator[Reply]:
    """Yield what is refused or opposed in answer to what this entry asks for, and that who was to resign did.

    What the other party promises answers a demand only by its words, which are those of another entry.
    """
    if draft.founding.family != "directive" or draft.addressee is None:
        return
    words = frozenset().union(*(m.words for m in draft.matters))
    for reply in (m for other in drafts if other is not draft for m in other.matters):
        kind = _reply_kind(draft, draft.addressee, reply) if _answers(draft, words, reply) else None
        if kind is not None:
            yield kind, reply.made, reply.evidence


def _reply_kind(draft: Draft, addressee: Who, reply: Matter) -> str | None:
    own = same_party(reply.actor, addressee)
    if reply.kind is ActKind.REFUSAL:
        leaving = LEAVING in draft.founding.words and _about(reply, addressee)
        return "rejected" if own else "opposed" if leaving else None
    if reply.kind is ActKind.RESIGNATION:
        return "delivered_claimed" if own else None
    against = reply.kind is ActKind.OPPOSITION and same_party(reply.addressee, addressee)
    return "opposed" if against else None


def _answers(draft: Draft, words: frozenset[str], reply: Matter) -> bool:
    """Whether the words of a reply are about what the entry asks for, in these `words`."""
    both = words & reply.words
    if reply.kind is ActKind.RESIGNATION:
        return LEAVING in both  # being dismissed is not resigning
    alike_words = max(alike(m.words, reply.words) for m in draft.matters) >= SAME_MATTER
    return LEAVING in both or (len(both) >= 2 and alike_words)


def _about(reply: Matter, addressee: Who) -> bool:
    """Whether the words of a refusal name the one whom the demand is made to."""
    names = {word for word in addressee.name.split() if word[:1].isupper()}
    return bool(names & set(reply.evidence.text.replace(",", " ").split()))


def receptions(draft: Draft, cast: Cast) -> Iterator[Reply]:
    """Yield how it was taken, where a noun tells the act: "she welcomed his request", "his vow was dropped"."""
    for found in draft.matters:
        analysis = found.account.analysis
        nouns = (i for i in analysis.tokens_in(found.act.cue) if analysis.tokens[i].upos == "NOUN")
        noun = next((i for i in nouns if analysis.hangs(i, "obj", "nsubj:pass")), None)
        if noun is None or not _done(analysis, analysis.tokens[noun].head):
            continue
        verb = analysis.tokens[noun].head
        subject = analysis.children(verb, "nsubj")
        by = cast.who(found.account, party_at(found.account, subject[0])) if subject else None
        how = analysis.tokens[verb].lemma
        unsaid = draft.addressee is None and draft.kind in CALLING and how not in _WELCOMING
        own = by is None or unsaid or same_party(by, draft.addressee)  # who grants or denies it was asked
        span = Span(min(analysis.subtree_span(verb).start, found.act.span.start), found.act.span.end)
        actor = by is None or same_party(by, draft.actor)
        for kind in _reception(how, own=own, again=actor, how_far=_how_far(analysis, verb)):
            yield kind, None, found.account.evidence(span)


def _done(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells what was done: not "would reject", "no plans of granting it", "has never dropped it"."""
    beside = (analysis.lower[i] for i in analysis.children(verb, "advmod"))
    form = analysis.tokens[verb].tag
    gerund = form == "VBG" and not (analysis.hangs(verb, "advcl") or analysis.children(verb, "aux"))
    return form != "VB" and not gerund and NEGATIONS.isdisjoint(beside)


def _how_far(analysis: Analysis, verb: int) -> str:
    """Return how far something is accepted, as the name of the event goes on: "in principle", "partly", in full."""
    end = analysis.subtree_span(verb).end
    words = " ".join(analysis.lower[i] for i in analysis.tokens_in(Span(analysis.tokens[verb].start, end)))
    if "in principle" in words:
        return "_in_principle"
    beside = {analysis.lower[i] for i in analysis.children(verb, "advmod")}
    return "_in_part" if "in part" in words or beside & {"partly", "partially"} else ""


def _reception(verb: str, *, own: bool, again: bool, how_far: str) -> tuple[str, ...]:
    """Return what a verb tells of an act that is its object; `own` says that the one asked did it, `again` that it was
    the one whose act it is."""
    if verb in _ENDING:
        return ("delivered_claimed",)
    if verb in _REPEATING:
        return ("repeated",) if again else ()
    if verb in _POSTPONING:
        return ("delayed",)
    if verb in _ACCEPTING or (verb in _GRANTING and how_far):
        return (f"accepted{how_far}",) if own else ()
    if verb in _GRANTING and own:
        return "accepted", "delivered_claimed"
    if verb in _WELCOMING:
        return ("acknowledged" if own else "welcomed",)
    if verb in _REBUFFING:
        return ("rejected" if own else "opposed",)
    return ("withdrawn",) if verb in _ABANDONING else ()


def denials(statements: Sequence[Statement]) -> list[tuple[DateRange | None, Evidence]]:
    """Return the words of statements that something was not so, with the day on which it was said."""
    said = ((statement.time, words) for statement in statements for words in statement.evidence)
    return [(day, words) for day, words in said if _NOT_SO.search(words.text)]


def disputes(draft: Draft, denied: Sequence[tuple[DateRange | None, Evidence]]) -> Iterator[Reply]:
    """Yield what is `denied` in the words that open the sentence after an assurance, in its account."""
    for found in draft.matters if draft.kind is ActKind.COMMITMENT else ():
        for day, words in denied:
            if words.article == found.account.id and _takes_up(found.account, found.act, words):
                yield "disputed", day, words


def _takes_up(account: Account, act: Act, words: Evidence) -> bool:
    """Whether words open the sentence after an act; elsewhere they take up what their own sentence tells first."""
    before, here = account.analysis.sentence_at(act.span.end - 1), account.analysis.sentence_at(words.start)
    if before is None or here is None or before.last != here.first:
        return False
    return not account.text[here.start : words.start].strip(_OPENING)


def outcomes(draft: Draft, drafts: Sequence[Draft]) -> Iterator[Reply]:
    """Yield how the case of somebody ended of whom this tells a step: "was convicted" behind "was charged"."""
    accused = draft.addressee if draft.kind is ActKind.CHARGE else draft.actor
    if draft.kind not in BEFORE_COURT or any(step.ends_case for step in draft.matters):
        return
    for step in (m for other in drafts for m in other.matters):
        if step.ends_case and same_party(step.actor, accused) and not _of_an_older_case(step, draft):
            yield "decided", step.made, step.evidence


def _of_an_older_case(step: Matter, draft: Draft) -> bool:
    """Whether a verdict came before a charge, in no word of it: "charged with theft", "convicted of arson in 2019"."""
    begun = [day for m in draft.matters if (day := about(m)) is not None]
    told = frozenset[str]().union(*(m.words for m in draft.matters))
    before = step.made is not None and any(step.made.latest < day.earliest for day in begun)
    return before and told.isdisjoint(step.words)


_GIVING = listed("provide give offer present deliver publish submit issue supply produce release send make")
# Code points after the act within which the noun is still what was asked for: the next few paragraphs of a
# news text. Set by that meaning on the worked example, not tuned.
_STILL_MEANT = 1500


def provisions(draft: Draft) -> Iterator[Reply]:
    """Yield where an account tells of what was asked for as given: "the explanation they provided"."""
    for found in draft.matters if draft.kind in CALLING else ():
        words = next(_given(found.account.analysis, found.act), None)
        if words is not None:
            yield "acknowledged", None, found.account.evidence(words)
            yield "delivered_claimed", None, found.account.evidence(words)


def _given(analysis: Analysis, act: Act) -> Iterator[Span]:
    asked = (analysis.tokens[i] for i in analysis.tokens_in(act.action))
    wanted = {t.lemma for t in asked if t.dep == "obj" and analysis.tokens[t.head].lemma in _GIVING}
    for index in analysis.tokens_in(Span(act.span.end, act.span.end + _STILL_MEANT)) if wanted else ():
        known = analysis.tokens[index].lemma in wanted and analysis.lower[index - 1] in DEFINITE
        for verb in analysis.children(index, "acl:relcl") if known else ():
            if analysis.tokens[verb].lemma in _GIVING and _done(analysis, verb):
                yield Span(analysis.tokens[index - 1].start, analysis.tokens[verb].end)
