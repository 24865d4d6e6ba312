"""Answerable: who must answer to whom for what, by when, and what came of it in the accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crossread.present import words
from crossread.present.meanings import explained
from crossread.present.sources import Citation, Sources
from crossread.record.annotation import ASKING, BEFORE_COURT, ActKind
from crossread.record.dossier import Delivery, LedgerEntry, LedgerEvent, Lifecycle, Response, Schedule, Who

NOT_NAMED = "Not named"
# Entries that ask something of somebody, so that a response and a delivery can be looked for.
_AWAITED = frozenset(
    {ActKind.DEMAND, ActKind.REQUEST, ActKind.COMMITMENT, ActKind.RECOMMENDATION, ActKind.INQUIRY}
)
# Those that another one has to do, who may not be told.
_CALLING = ASKING | {ActKind.RECOMMENDATION}
# Entries that only name a day on which something is to happen.
_DATED = frozenset({ActKind.SCHEDULED, ActKind.COURT})
# Words before a time by which something is to be done; days that are told as days, not as a month or year.
_AT_LATEST, _DAYS = ("by", "before", "until"), 7
# The event that stands for words which may or may not be an answer: no step that a reader is shown.
_UNCLEAR = "unclear"
_GOING_ON = "progress_claimed"
# How the other party stands to an act, where nothing is said to them.
_BESIDE = {
    ActKind.ARREST: "of",
    ActKind.CHARGE: "against",
    ActKind.SCHEDULED: "with",
    ActKind.OPPOSITION: "about",  # "should not resign" is not opposed to her
}


# Kinds that are often told without who did it.
_UNSAID_BY = frozenset(
    {
        ActKind.ARREST,
        ActKind.CHARGE,
        ActKind.SCHEDULED,
        ActKind.DECISION,
        ActKind.INQUIRY,
        ActKind.COURT,
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to an entry: made, repeated, accepted, rejected …"""

    what: str
    when: str
    citations: tuple[Citation, ...]

    @property
    def words(self) -> str:
        return f"{self.what}, {self.when}" if self.when else self.what


@dataclass(frozen=True, slots=True)
class Matter:
    """One entry of the ledger.

    `beside` is how `whom` stands to it: to, of, against. `due` is "by" or "on"
    a day. `outcome` says what came of it, each part in plain words. `before` is
    the sentence that tells what `what` takes up, `stage` says whether it is open.
    """

    id: str
    kind: str
    who: str
    beside: str
    whom: str
    what: str
    due: str
    due_basis: str
    outcome: tuple[str, ...]
    steps: tuple[Step, ...]
    citations: tuple[Citation, ...]
    before: str = ""
    stage: str = ""

    @property
    def beyond_steps(self) -> tuple[str, ...]:
        """What came of it that none of its steps says."""
        told = {step.what for step in self.steps}
        return tuple(part for part in self.outcome if part not in told)


@dataclass(frozen=True, slots=True)
class Pile:
    """Entries at one stage of life: open, answered, closed, replaced, withdrawn."""

    stage: str
    open: bool
    matters: tuple[Matter, ...]


def build(entries: Iterable[LedgerEntry], sources: Sources, scope: words.Scope) -> tuple[Pile, ...]:
    """Return the entries that have evidence, open ones first, then those that were answered.

    Within a stage those that most accounts carry come first, then by due day, undated last.
    """
    shown = sorted((entry for entry in entries if entry.evidence), key=_rank)
    piles = []
    for stage in words.STAGES:
        matters = tuple(_matter(entry, sources, scope) for entry in shown if _stage(entry) == stage)
        if matters:
            piles.append(Pile(words.PILES.get(stage, stage), stage in words.OPEN, matters))
    return tuple(piles)


def _stage(entry: LedgerEntry) -> str:
    """Return at which stage an entry is; what is not closed may have been answered, or not be told to be open yet."""
    if entry.status.lifecycle is not Lifecycle.OPEN:
        return words.LIFECYCLES[entry.status.lifecycle]
    if entry.status.response in (Response.ACCEPTED, Response.ACCEPTED_IN_PART, Response.REJECTED):
        return words.ANSWERED
    return words.LIFECYCLES[Lifecycle.OPEN] if entry.stands else words.UNSETTLED


def _rank(entry: LedgerEntry) -> tuple[int, date]:
    accounts = {evidence.article for evidence in entry.evidence}
    return (-len(accounts), entry.due.earliest if entry.due else date.max)


def _matter(entry: LedgerEntry, sources: Sources, scope: words.Scope) -> Matter:
    return Matter(
        id=entry.id,
        kind=_kind(entry),
        who=_name(entry.actor) or ("" if entry.kind in _UNSAID_BY else NOT_NAMED),
        beside=_beside(entry),
        whom=_name(entry.addressee),
        what=explained(entry.action, entry.meant),
        due=_due(entry),
        due_basis=words.worked_out(entry.due),
        outcome=outcome(entry, scope),
        steps=tuple(_step(event, sources) for event in entry.events if _is_step(event, entry)),
        citations=sources.cite_all(entry.evidence),
        before=sources.cite(entry.before).text if entry.before else "",
        stage=_stage(entry),
    )


def _kind(entry: LedgerEntry) -> str:
    """Return the word for what it is: what is only foretold is expected, not scheduled."""
    foretold = any(event.kind == "expected" for event in entry.events[:1])
    return "Expected" if foretold else words.ACTS[entry.kind]


def _is_step(event: LedgerEvent, entry: LedgerEntry) -> bool:
    """Whether an event is one to show: not that the entry itself was told, on no day of its own."""
    itself = event.date is None and event.evidence == entry.evidence
    return bool(event.evidence) and event.kind != _UNCLEAR and not itself


def _has(entry: LedgerEntry, kind: str) -> bool:
    return any(event.kind == kind for event in entry.events)


def _beside(entry: LedgerEntry) -> str:
    """Return how the other party stands to an act: a decision of nobody named is "about" somebody."""
    if entry.actor is None and entry.kind in (ActKind.DECISION, ActKind.INQUIRY, ActKind.COURT):
        return "about"
    return _BESIDE.get(entry.kind, "to")


def outcome(entry: LedgerEntry, scope: words.Scope) -> tuple[str, ...]:
    """Return what came of an entry, saying only what its kind leaves room for.

    Nobody responds to or delivers an arrest; a meeting that is announced has no response,
    but may be found to have taken place; a suit waits for a court. Where an account tells something
    that may be the answer, nothing is said to be missing; nor where nobody waits any longer, or somebody promised to do
    something on no day, since accounts tell of that in words that share nothing with the promise ("travel", "a visit"),
    or no account is of a day after the one on which it was to be done.
    """
    status = entry.status
    over = status.lifecycle is Lifecycle.CLOSED
    unclear = over or not entry.stands or _has(entry, _UNCLEAR)
    parts = []
    if entry.kind in _AWAITED and not (
        status.response is Response.NONE_FOUND and (unclear or _unknown(entry.addressee))
    ):
        parts.append(words.response(status.response))
    silent = status.delivery is Delivery.NO_EVIDENCE_FOUND
    at_will = entry.kind is ActKind.COMMITMENT and entry.due is None
    bound = entry.addressee or (None if entry.kind in _CALLING else entry.actor)
    due = entry.due.latest if entry.due else None
    ahead = due is not None and scope.until is not None and scope.until <= due
    if not (silent and (unclear or at_will or ahead or _unknown(bound))):
        parts.append(_came_of(entry, scope))
    parts.append(words.schedule(status.schedule))
    if ahead and status.schedule is Schedule.OVERDUE:
        parts.append(words.NOBODY_LATER)
    return tuple(part for part in parts if part)


def _unknown(bound: Who | None) -> bool:
    """Whether what somebody answered or did could not be looked for: nobody known by a name."""
    return bound is None or bound.entity is None


def _came_of(entry: LedgerEntry, scope: words.Scope) -> str:
    """Return what was found of its delivery, of its taking place, or of a court's decision."""
    found = entry.status.delivery
    if found is Delivery.IN_PROGRESS_CLAIMED and not (entry.stands and _has(entry, _GOING_ON)):
        return ""  # begun, which does not say that it still goes on
    waiting = entry.status.lifecycle is Lifecycle.OPEN
    if entry.kind in BEFORE_COURT:
        return f"no outcome found {scope}" if waiting else ""
    if entry.kind in _AWAITED or (entry.kind is ActKind.DECISION and waiting):
        return words.delivery(found, scope)
    return words.taking_place(found, scope) if entry.kind in _DATED else ""


def _due(entry: LedgerEntry) -> str:
    if entry.due is None:
        return ""
    told = (entry.due.text or "").lower()
    sources = " ".join((entry.action, *(evidence.text for evidence in entry.evidence))).lower()
    latest = told.startswith("within") or any(f"{word} {told}" in sources for word in _AT_LATEST)
    when = "by" if latest else "on" if entry.due.days <= _DAYS else "in"
    return f"{when} {words.days(entry.due, weekday=True)}"


def _name(who: Who | None) -> str:
    return who.name if who else ""


def _step(event: LedgerEvent, sources: Sources) -> Step:
    return Step(
        what=words.step(event.kind),
        when=words.days(event.date, weekday=True) if event.date else "",
        citations=sources.cite_all(event.evidence),
    )
