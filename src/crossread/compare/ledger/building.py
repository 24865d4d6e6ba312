"""The accountability ledger of a story: acts over accounts become entries, replies become their events.

An entry is founded in its first account and keeps the id of its first act and
the words of that account's clearest one; later accounts only append to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crossread.compare.cast import Cast
from crossread.compare.ledger.answers import naming, told_on
from crossread.compare.ledger.draft import Draft
from crossread.compare.ledger.founding import founding_event
from crossread.compare.ledger.joining import joined
from crossread.compare.ledger.matter import Matter, answerable, matter
from crossread.compare.ledger.parties import both, is_one
from crossread.compare.ledger.replies import (
    denials,
    disputes,
    outcomes,
    provisions,
    receptions,
    replies,
)
from crossread.compare.ledger.status import STANCES, derive
from crossread.record.annotation import BEFORE_COURT, Account, ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import LedgerEntry, LedgerEvent, Lifecycle, Statement, Who
from crossread.record.ids import founded_id
from crossread.record.span import Evidence


def build(
    accounts: Sequence[Account],
    cast: Cast,
    statements: Sequence[Statement],
    days: Mapping[str, DateRange | None],
    as_of: date,
) -> tuple[LedgerEntry, ...]:
    """Return the ledger of one story, entries in the order of their founding acts.

    `accounts` are dated and in reading order, `days` gives each article's own
    day; the schedule axis is worked out for the day `as_of`.
    """
    newest = max((own.earliest for own in days.values() if own is not None), default=None)
    matters = _matters(accounts, cast, days, newest)
    drafts = joined(matters)
    shown = [
        draft for draft in drafts if any(m.told is not None for m in draft.matters) and draft.answered_for
    ]
    named, denied = naming(accounts, cast), denials(statements)
    for draft in shown:
        draft.replies.extend(replies(draft, drafts))
        draft.replies.extend(receptions(draft, cast))
        draft.replies.extend(disputes(draft, denied))
        draft.replies.extend(provisions(draft))
        draft.replies.extend(outcomes(draft, drafts))
    shown = [draft for draft in shown if draft.told]
    for draft in shown:
        draft.replies.extend(told_on(draft, named))
    return _together((draft.founding, _entry(draft, as_of, newest)) for draft in shown)


def _matters(
    accounts: Sequence[Account], cast: Cast, days: Mapping[str, DateRange | None], newest: date | None
) -> tuple[Matter, ...]:
    found: list[Matter] = []
    for account in accounts:
        for act in account.annotation.acts:
            found.append(matter(account, act, cast, days.get(account.id), len(found), newest))
    return tuple(m for m in found if answerable(m))


# -- entries ------------------------------------------------------------------------------------------


def _entry(draft: Draft, as_of: date, newest: date | None) -> LedgerEntry:
    founding = draft.founding
    due = draft.due
    events = _events(draft)
    actor = draft.actor
    addressee = draft.addressee
    first = draft.matters[0]
    named = (first.act.actor, first.act.addressee)
    parties = [party.span.of(first.account.text) if party else "" for party in named]
    return LedgerEntry(
        id=founded_id("ledger", first.evidence, first.kind.value, *parties),
        kind=draft.kind,
        actor=actor,
        addressee=addressee,
        action=founding.told.words if founding.told else "",
        before=founding.told.before if founding.told else None,
        meant=founding.told.meant if founding.told else (),
        due=due,
        status=derive(draft.kind, events, due, as_of, due_stated=any(m.due_stated for m in draft.matters)),
        stands=draft.stands(newest),
        events=events,
        evidence=_distinct(m.evidence for m in draft.matters),
    )


# An entry beside the act that gives it its words.
Told = tuple[Matter, LedgerEntry]


def _together(found: Iterable[Told]) -> tuple[LedgerEntry, ...]:
    """Return the entries in order, each joined to the first in the same words that it can be joined to."""
    kept: list[Told] = []
    for told in found:
        same = (n for n, one in enumerate(kept) if one[1].action == told[1].action)
        joins = ((n, _told_together(kept[n], told)) for n in same)
        home, one = next(((n, one) for n, one in joins if one is not None), (len(kept), told))
        kept[home : home + 1] = [one]
    return tuple(entry for _, entry in kept)


def _told_together(one: Told, other: Told) -> Told | None:
    """Join what one sentence tells as a part of another act, or of several who did it or to whom it was done ("Hill and
    Reed called for …"): their lines would be the same. What its main clause tells gives the kind."""
    (lead, kept), (aside, beside) = sorted((one, other), key=lambda told: _in_sentence(told[0]))
    (_, first), (_, second) = one, other
    evidence = _distinct((*first.evidence, *second.evidence))
    if lead.kind in STANCES and aside.kind not in STANCES and lead.act.action.overlaps(aside.act.cue):
        by = None if is_one(kept.actor, beside.actor) else beside.actor
        return lead, replace(kept, addressee=kept.addressee or by)
    if kept.kind is not beside.kind:
        if not (is_one(_bearer(first), _bearer(second)) and _of_one_act(lead, aside)):
            return None
        told = {event.kind for event in kept.events}
        steps = (*kept.events, *(event for event in beside.events if event.kind not in told))
        return lead, replace(kept, id=first.id, events=steps, evidence=evidence)
    to_two = first.addressee != second.addressee
    apart = not is_one(first.actor, second.actor) and (to_two or lead.evidence != aside.evidence)
    if apart or (to_two and _each_answers(first, second)):
        return None
    return lead, replace(
        first,
        actor=both(first.actor, second.actor),
        addressee=both(first.addressee, second.addressee),
        due=first.due or second.due,
        evidence=evidence,
    )


def _bearer(entry: LedgerEntry) -> Who | None:
    """Return whose act it is; an arrest, a charge and what nobody is said to have done are of whom it is done to."""
    accused = entry.kind in (ActKind.ARREST, ActKind.CHARGE) or entry.actor is None
    return entry.addressee if accused else entry.actor


def _of_one_act(lead: Matter, aside: Matter) -> bool:
    """Whether an act beside another of its sentence is a part of it, not one of its own: "apologized and promised"."""
    part = aside.in_passing or aside.kind is ActKind.ARREST or not lead.words.isdisjoint(aside.words)
    return part and {lead.kind, aside.kind} != BEFORE_COURT


def _in_sentence(found: Matter) -> tuple[bool | int, ...]:
    """Return what sorts the acts of one sentence: what is told as past or in its main clause before others, a charge
    before the arrest for it."""
    aside = found.in_a_reply or found.in_passing or found.kind is ActKind.ARREST
    return found.stands, aside, found.act.cue.start


def _each_answers(one: LedgerEntry, other: LedgerEntry) -> bool:
    """Whether each of two whom something is asked of has his own duty: "asked the inspectorate and the ombudsman"."""
    if one.addressee is None or other.addressee is None:
        return False
    known = one.addressee.entity is not None and other.addressee.entity is not None
    return known and Lifecycle.OPEN in (one.status.lifecycle, other.status.lifecycle)


def _events(draft: Draft) -> tuple[LedgerEvent, ...]:
    """Return the events: what founded the entry, an inquiry's opening, and replies."""
    founding = draft.founding
    name = founding_event(founding, draft.kind)
    if name == "expected" and any(founding_event(m, draft.kind) == "scheduled" for m in draft.matters):
        name = "scheduled"
    founded = [m for m in draft.matters if founding_event(m, draft.kind) == name]
    events = [LedgerEvent(name, _when(draft, founded), _distinct(m.evidence for m in draft.matters))]
    opened = [m for m in draft.matters if founding_event(m, m.kind) == "started"]
    if name != "started":
        events += [LedgerEvent("started", m.made, (m.evidence,)) for m in opened[:1]]
    told: dict[tuple[str, DateRange | None], list[Evidence]] = {}
    for kind, when, words in draft.replies:
        known = [one for (of, _), ones in told.items() for one in ones if of == kind]
        if not any(words.overlaps(one) for one in known):
            told.setdefault((kind, when), []).append(words)
    events += [LedgerEvent(kind, when, tuple(words)) for (kind, when), words in told.items()]
    return tuple(events)


def _when(draft: Draft, founded: Iterable[Matter]) -> DateRange | None:
    """Return the day of the founding act as the first account that gives one has it, of those that tell the same step.

    A deed is not done after an account that tells of it: a day later than such an account is unknown.
    """
    day = draft.founding.made or next((m.made for m in founded if m.made is not None), None)
    told = [m.day.latest for m in draft.matters if m.day is not None]
    return None if day is None or (told and day.earliest > min(told)) else day


def _distinct(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(found))
