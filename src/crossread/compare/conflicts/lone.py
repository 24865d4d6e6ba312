"""Lone values: what stands once in a whole story, against what is told elsewhere too.

Two things of one kind, each of which happened, are mostly told more than once:
by other accounts, or further down. A value that nobody else has, and that its
own account never comes back to, is rather a slip in telling the one thing. So
less is asked of the words around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossread.compare.conflicts.telling import Told, Value
from crossread.record.dossier import ConflictKind
from crossread.text.institutions import place_key
from crossread.text.names import parse

Key = tuple[ConflictKind, str]
_TWO = 2  # a person and the wrong name for the same one


class Tally:
    """How often each value stands in a story; a person counts by the last name."""

    def __init__(self, sentences: Sequence[Told]) -> None:
        values = [value for told in sentences for value in told.values]
        self._counts: Counter[Key] = Counter(key(value) for value in values)
        people = {(v.form.split()[0], v.form.split()[-1]) for v in values if v.kind is ConflictKind.NAME}
        self._bearers = Counter(first for first, last in people if first != last)

    def lone(self, *values: Value) -> bool:
        """Whether one of some values stands once in the story."""
        return any(self._counts[key(value)] == 1 for value in values)

    def borne_out(self, *values: Value) -> bool:
        """Whether one of some values stands more than once."""
        return any(self._counts[key(value)] > 1 for value in values)

    def odd(self, *values: Value) -> bool:
        """Whether one of some values stands once in the story, another more than once."""
        return self.lone(*values) and self.borne_out(*values)

    def common(self, person: Value) -> bool:
        """Whether the story tells of more than two people with the first name of one."""
        return self._bearers[person.form.split()[0]] > _TWO


def key(value: Value) -> Key:
    """Return what of a value tells it from others of its kind; "USA" is the United States."""
    if value.kind is ConflictKind.PLACE:
        return value.kind, place_key(value.form)
    if value.kind is ConflictKind.NAME:
        return value.kind, parse(value.form).surname.split()[-1]
    return value.kind, value.form
