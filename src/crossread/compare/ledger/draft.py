"""An entry of the ledger while it grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from crossread.compare.ledger.matter import Matter
from crossread.compare.ledger.status import DONE
from crossread.compare.ledger.wording import in_quotation
from crossread.record.annotation import ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Who
from crossread.record.span import Evidence

# What is done to an entry: the name of the event, its day, the words that tell it.
Reply = tuple[str, DateRange | None, Evidence]

# What those do who are at a meeting that others hold.
_ATTENDING = frozenset({"attend", "join"})


@dataclass
class Draft:
    """An entry while it grows: its acts, and the replies to it, in reading order."""

    matters: list[Matter]
    replies: list[Reply] = field(default_factory=list)

    @property
    def founding(self) -> Matter:
        """The act that an account tells most plainly: in a main clause, by a verb, by name, taking up nothing."""
        told = [m for m in self.matters if m.told is not None]
        return min(
            told,
            key=lambda m: (
                m.kind is not ActKind.INQUIRY,
                m.kind not in DONE,
                m.in_a_reply,
                m.deed in _ATTENDING,
                in_quotation(m.account, m.act),
                m.in_passing,
                m.told is None or m.told.before is not None,
                m.by_noun,
                m.actor is not None and m.actor.entity is None,
                m.order,
            ),
        )

    @property
    def kind(self) -> ActKind:
        """The kind of the founding act; an inquiry where an account tells that it was ordered, a deed that was done."""
        if any(m.kind is ActKind.INQUIRY for m in self.matters if m.actor is not None):
            return ActKind.INQUIRY
        return next((m.kind for m in self.matters if m.kind in DONE), self.founding.kind)

    @property
    def answered_for(self) -> bool:
        """Whether one account names who is to answer, or several accounts tell of it.

        Of 225 drawn lines of which this is so .84 were right, of the 48 others .40.
        """
        several = len({m.account.id for m in self.matters}) > 1
        return several or any(m.by_name for m in self.matters)

    @property
    def told(self) -> bool:
        """Whether a verb tells it, or what came of it is told: "a row over Hill's demand" tells something else."""
        return bool(self.replies) or not all(m.taken_up for m in self.matters)

    @property
    def due(self) -> DateRange | None:
        """The days by which or on which it is to be done, of the first account that gives any."""
        return next((m.due for m in self.matters if m.due is not None), None)

    def stands(self, newest: date | None) -> bool:
        """Whether it is told to be open yet on the day of the `newest` account, by a day to come or by an account."""
        if self.due is not None and newest is not None:
            return self.due.latest > newest
        return any(m.stands for m in self.matters)

    @property
    def actor(self) -> Who | None:
        return _best(m.actor for m in (self.founding, *self.matters))

    @property
    def addressee(self) -> Who | None:
        return _best(m.addressee for m in (self.founding, *self.matters))


def _best(named: Iterable[Who | None]) -> Who | None:
    """Return the first that the story knows, else the first that is named at all."""
    found = [who for who in named if who is not None]
    return next((who for who in found if who.entity is not None), found[0] if found else None)
