"""The accountability ledger of a story: acts over accounts become entries, replies become their events.

An entry is founded in its first account and keeps the id of its first act and
the words of that account's clearest one; later accounts only append to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from crossread.compare.ledger.days import in_background
from crossread.compare.ledger.given import given
from crossread.compare.ledger.matter import (
    INQUIRY,
    LEAVING,
    SAME_MATTER,
    Matter,
    Naming,
    alike,
    answerable,
    both_described,
    matter,
    same_matter,
    same_party,
)
from crossread.compare.ledger.parties import asked_together, both, identified, joined
from crossread.compare.ledger.status import ASKING, derive
from crossread.record.annotation import Account, ActKind, Party
from crossread.record.article import DateRange
from crossread.record.dossier import LedgerEntry, LedgerEvent, Statement, Who
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

# What the founding event of an entry is called.
_FOUNDING = {
    ActKind.SCHEDULED: "scheduled",
    ActKind.INQUIRY: "ordered",
    ActKind.ARREST: "reported",
    ActKind.CHARGE: "reported",
    ActKind.COURT: "reported",
    ActKind.RESIGNATION: "reported",
    ActKind.DECISION: "reported",
}
_OPENING = frozenset(
    [
        "launched",
        "opened",
        "begun",
        "began",
        "started",
        "starts",
        "opens",
        "launches",
        "launching",
        "opening",
        "set",
    ]
)
_CONTINUING = frozenset(
    [
        "investigating",
        "probing",
        "examining",
        "looking",
        "underway",
        "way",
        "ongoing",
        "continuing",
        "continues",
        "continue",
        "investigated",
        "investigation",
    ]
)
_WELCOMING = frozenset(["welcome", "back", "support", "endorse", "applaud"])
# Anaphoric denial of what was just told: "this was not the case".
_NOT_SO = re.compile(
    r"\b(?:this|that|it|which)\s+(?:was|is|did|has|had)\s*(?:not|n['’]t)\s+(?:the case|what happened|happen(?:ed)?"
    r"|been (?:kept|honou?red)|true|so\b)|\bnone of (?:this|that) happened\b",
    re.IGNORECASE,
)
# Code points after an act within which "this was not the case" can mean it: the next paragraph or two of
# a news text. Set by that meaning on the worked example, not tuned.
_NEARBY = 400
# Least share of common words for a reply in other words ("agreed to publish" to "publish the report"): that
# of two acts on one matter, not tuned apart.
SAME_REPLY = SAME_MATTER


@dataclass
class _Draft:
    """An entry while it grows: its acts, and the replies to it, in reading order."""

    matters: list[Matter]
    replies: list[tuple[str, DateRange | None, Evidence]] = field(default_factory=list)

    @property
    def founding(self) -> Matter:
        """The clearest act of the first account, so that later accounts never change the entry's words."""
        first = [m for m in self.matters if m.account.id == self.matters[0].account.id]
        return min(first, key=lambda m: (m.kind is not ActKind.INQUIRY, m.pointing, m.order))

    @property
    def kind(self) -> ActKind:
        """The kind of the founding act; an inquiry where any account tells that it was ordered."""
        ordered = any(m.kind is ActKind.INQUIRY for m in self.matters if m.actor is not None)
        return ActKind.INQUIRY if ordered else self.founding.kind


def build(
    accounts: Sequence[Account],
    cast: Naming,
    statements: Sequence[Statement],
    days: Mapping[str, DateRange | None],
    as_of: date,
) -> tuple[LedgerEntry, ...]:
    """Return the ledger of one story, entries in the order of their founding acts.

    `accounts` are dated and in reading order, `days` gives each article's own
    day; the schedule axis is worked out for the day `as_of`.
    """
    matters = _matters(accounts, cast, days)
    drafts = _drafts(matters)
    for draft in drafts:
        draft.replies.extend(_replies(draft, drafts))
        draft.replies.extend(_receptions(draft, cast))
        draft.replies.extend(_disputes(draft, statements))
        draft.replies.extend(_provisions(draft))
    return _done_together(tuple(_entry(draft, as_of) for draft in drafts))


def _matters(
    accounts: Sequence[Account], cast: Naming, days: Mapping[str, DateRange | None]
) -> tuple[Matter, ...]:
    found: list[Matter] = []
    for account in accounts:
        for act in account.annotation.acts:
            found.append(matter(account, act, cast, days.get(account.id), len(found)))
    known = (m for m in found if answerable(m) and not in_background(m.account, m.act))
    return asked_together(identified(tuple(known)))


def _drafts(matters: Iterable[Matter]) -> list[_Draft]:
    """Join each act to the first entry in which it meets the same matter and no other parties."""
    drafts: list[_Draft] = []
    for found in matters:
        home = next((d for d in drafts if _joins(found, d)), None)
        if home is None:
            drafts.append(_Draft([found]))
        else:
            home.matters.append(found)
    return drafts


def _joins(found: Matter, draft: _Draft) -> bool:
    if any(found.act.span == m.act.span and found.account.id == m.account.id for m in draft.matters):
        return False
    clash = any(
        found.actor is not None
        and m.actor is not None
        and not same_party(found.actor, m.actor)
        and not both_described(found, m)
        for m in draft.matters
        if found.family != "agenda"
    )
    return not clash and any(same_matter(found, m) for m in draft.matters)


# -- replies ------------------------------------------------------------------------------------------


def _replies(draft: _Draft, drafts: Sequence[_Draft]) -> Iterable[tuple[str, DateRange | None, Evidence]]:
    """Yield what other acts of the story do to this entry."""
    if draft.founding.family != "directive":
        return
    for other in drafts:
        if other is draft:
            continue
        for reply in other.matters:
            kind = _reply_kind(draft, reply)
            if kind is not None:
                yield kind, reply.made, reply.evidence


def _reply_kind(draft: _Draft, reply: Matter) -> str | None:
    addressee = _addressee(draft)
    if addressee is None or not _answers(draft, reply):
        return None
    own = same_party(reply.actor, addressee)
    if reply.kind is ActKind.REFUSAL:
        return "rejected" if own else "opposed" if _about(reply, addressee) else None
    if reply.kind is ActKind.OPPOSITION:
        return "opposed" if same_party(reply.addressee, addressee) else None
    if not own:
        return None
    if reply.kind is ActKind.RESIGNATION:
        return "delivered_claimed"
    if reply.kind is ActKind.COMMITMENT:
        return "accepted"
    return "started" if reply.kind is ActKind.INQUIRY else None


def _answers(draft: _Draft, reply: Matter) -> bool:
    """Whether the words of a reply are about what the entry asks for."""
    words = frozenset().union(*(m.words for m in draft.matters))
    if reply.kind is ActKind.RESIGNATION:
        return LEAVING in words and LEAVING in reply.words  # being dismissed is not resigning
    both = words & reply.words
    if LEAVING in both or (INQUIRY in both and reply.kind is ActKind.INQUIRY):
        return True
    return len(both) >= 2 and max(alike(m.words, reply.words) for m in draft.matters) >= SAME_REPLY


def _about(reply: Matter, addressee: Who) -> bool:
    """Whether the words of a refusal name the one whom the demand is made to."""
    names = {word for word in addressee.name.split() if word[:1].isupper()}
    return bool(names & set(reply.evidence.text.replace(",", " ").split()))


def _receptions(draft: _Draft, cast: Naming) -> Iterable[tuple[str, DateRange | None, Evidence]]:
    """Yield how others took it, where an act is told as the object: "she welcomed his request for …"."""
    for found in draft.matters:
        analysis = found.account.analysis
        noun = analysis.head_of(found.act.cue)
        if noun is None or analysis.tokens[noun].upos != "NOUN" or analysis.tokens[noun].dep != "obj":
            continue
        verb = analysis.tokens[noun].head
        if analysis.tokens[verb].lemma not in _WELCOMING or analysis.tokens[verb].start > found.act.cue.start:
            continue
        span = Span(analysis.subtree_span(verb).start, found.act.span.end)
        subject = analysis.children(verb, "nsubj")
        by = cast.who(found.account, _party(found.account, subject[0])) if subject else None
        kind = "acknowledged" if same_party(by, _addressee(draft)) else "welcomed"
        yield kind, found.made, found.account.evidence(span)


def _party(account: Account, token: int) -> Party:
    span = account.analysis.tokens[token].span
    mention = next((i for i, m in enumerate(account.annotation.mentions) if m.span.overlaps(span)), None)
    return Party(account.annotation.mentions[mention].span if mention is not None else span, mention)


def _disputes(
    draft: _Draft, statements: Sequence[Statement]
) -> Iterable[tuple[str, DateRange | None, Evidence]]:
    """Yield statements right after an assurance, in its account, that it was not so."""
    if draft.kind is not ActKind.COMMITMENT:
        return
    for found in draft.matters:
        for statement in statements:
            for words in statement.evidence:
                near = 0 <= words.start - found.act.span.end <= _NEARBY
                if words.article == found.account.id and near and _NOT_SO.search(words.text):
                    yield "disputed", statement.time, words


def _provisions(draft: _Draft) -> Iterable[tuple[str, DateRange | None, Evidence]]:
    """Yield where an account tells of what was asked for as given."""
    if draft.kind not in ASKING:
        return
    for found in draft.matters:
        words = given(found)
        if words is not None:
            yield "acknowledged", None, words
            yield "delivered_claimed", None, words


# -- entries ------------------------------------------------------------------------------------------


def _addressee(draft: _Draft) -> Who | None:
    return next((m.addressee for m in draft.matters if m.addressee is not None), None)


def _entry(draft: _Draft, as_of: date) -> LedgerEntry:
    founding = draft.founding
    due = next((m.due for m in draft.matters if m.due is not None), None)
    events = _events(draft)
    actor = next((m.actor for m in draft.matters if m.actor is not None), None)
    addressee = _addressee(draft)
    first = draft.matters[0]
    named = (first.act.actor, first.act.addressee)
    parties = [party.span.of(first.account.text) if party else "" for party in named]
    return LedgerEntry(
        id=founded_id("ledger", first.evidence, first.kind.value, *parties),
        kind=draft.kind,
        actor=actor,
        addressee=addressee,
        action=founding.act.action.of(founding.account.text),
        due=due,
        status=derive(draft.kind, events, due, as_of, due_stated=any(m.due_stated for m in draft.matters)),
        events=events,
        evidence=_distinct(m.evidence for m in draft.matters),
    )


def _done_together(entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Join entries that rest on the same words and differ only in who acts: "Hill and Reed called for …"."""
    return joined(entries, _one_deed, lambda one, other: replace(one, actor=both(one.actor, other.actor)))


def _one_deed(one: LedgerEntry, other: LedgerEntry) -> bool:
    if one.actor is None or other.actor is None:
        return False
    same = (one.kind, one.action, one.evidence, one.addressee, one.due)
    return same == (other.kind, other.action, other.evidence, other.addressee, other.due)


def _events(draft: _Draft) -> tuple[LedgerEvent, ...]:
    """Return the events: what founded the entry, the same act done again, an inquiry's opening, and replies."""
    founding = draft.founding
    first = [m for m in draft.matters if not _again(m, founding)]
    name = (
        "progress_claimed"
        if _under_way(founding)
        else "reported"
        if _named_only(founding)
        else "started"
        if _opened(founding)
        else _FOUNDING.get(draft.kind, "made")
    )
    events = [LedgerEvent(name, _when(draft, first), _distinct(m.evidence for m in first))]
    events += [LedgerEvent("repeated", m.made, (m.evidence,)) for m in draft.matters if _again(m, founding)]
    opened = [m for m in draft.matters if _opened(m)]
    if name == _FOUNDING[ActKind.INQUIRY] or draft.kind is not ActKind.INQUIRY:
        events += [LedgerEvent("started", m.made, (m.evidence,)) for m in opened[:1]]
    told: dict[str, list[tuple[DateRange | None, Evidence]]] = {}
    for kind, when, words in draft.replies:
        told.setdefault(kind, []).append((when, words))
    events += [LedgerEvent(kind, when, (words,)) for kind, replies in told.items() for when, words in replies]
    return tuple(dict.fromkeys(events))


def _when(draft: _Draft, first: Sequence[Matter]) -> DateRange | None:
    """Return the day of the founding act as the first account that gives one has it.

    A deed is not done after an account that tells of it: a day later than such an account is unknown.
    """
    day = draft.founding.made or next((m.made for m in first if m.made is not None), None)
    told = [m.day.latest for m in draft.matters if m.day is not None]
    return None if day is None or (told and day.earliest > min(told)) else day


def _again(found: Matter, founding: Matter) -> bool:
    """Whether an act is the founding one done on another day, not the same one told by another account."""
    if founding.kind not in ASKING | {ActKind.COMMITMENT, ActKind.DENIAL, ActKind.REFUSAL}:
        return False
    explicit = [m.made for m in (found, founding) if m.made is not None]
    return len(explicit) == 2 and not explicit[0].overlaps(explicit[1])


def _opened(found: Matter) -> bool:
    """Whether an inquiry is told as under way, not only as ordered."""
    cue = found.act.cue.of(found.account.text).lower().split()
    return found.kind is ActKind.INQUIRY and any(word in _OPENING for word in cue)


def _under_way(found: Matter) -> bool:
    """Whether somebody is told to be investigating, which says nothing of an order."""
    cue = found.act.cue.of(found.account.text).lower().split()
    return found.kind is ActKind.INQUIRY and bool(_CONTINUING & set(cue[-2:]))


def _named_only(found: Matter) -> bool:
    """Whether an inquiry is told by its noun alone ("the ombudsman's inquiry into …"), which says not who began it."""
    cue = found.act.cue.of(found.account.text).lower().split()
    return found.kind is ActKind.INQUIRY and len(cue) == 2 and cue[1] in ("into", "whether", "over")


def _distinct(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(found))
