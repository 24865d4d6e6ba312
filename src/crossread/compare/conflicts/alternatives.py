"""Vehicles that exclude one another, of the story's one attack: a truck or a car.

Only a word that the text makes the instrument of an attack counts; what merely
stands about ("overturned cars") does not. The words are co-hyponyms (WordNet:
motor vehicle).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.compare.slots import main_places, scope_of
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

# Each line is one vehicle by its names.
_NAMES = """
car
truck lorry
van minivan
bus minibus
motorcycle motorbike
tanker
""".strip().splitlines()
_VEHICLES = {name: line.split()[0] for line in _NAMES for name in line.split()}
_S = r"[ \u00a0]"
_VEHICLE = rf"(?<![\w-])(?P<word>{'|'.join(_VEHICLES)})"
# The words that make a vehicle the instrument.
_USES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:suicide{_S})?{_VEHICLE}[ -]bomb(?:ing|er|s)?\b",
        rf"(?:explosives?|bomb)-laden{_S}{_VEHICLE}\b",
        rf"{_VEHICLE}{_S}(?:that was{_S})?(?:laden|packed|loaded|filled|rigged){_S}with{_S}"
        rf"(?:\w+{_S}){{0,2}}explosives?\b",
        rf"\b(?:ramm(?:ed|ing)|plough(?:ed|ing)|plow(?:ed|ing)|crash(?:ed|ing)|smash(?:ed|ing)){_S}"
        rf"(?:an?|the|his|her|their){_S}(?:[\w-]+{_S}){{0,2}}{_VEHICLE}\b"
        rf"(?={_S}(?:[\w-]+{_S}){{0,4}}(?:in|into|at|through)\b)",
    )
)
# Words right before that make it another one: "a second car bomb".
_ANOTHER = re.compile(
    rf"\b(?:second|another|other|third|two|three|no|if|whether)\b(?:{_S}[\w-]+)?{_S}?$", re.IGNORECASE
)


def instrument_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the vehicles on which accounts of one attack differ."""
    main = main_places(accounts)
    uses: dict[str, list[Evidence]] = {}
    for account in accounts:
        if found := _first_use(account, main):
            uses.setdefault(found[1], []).append(account.evidence(found[0]))
    if len(uses) < 2:
        return []
    slot, first = "vehicle used in the attack", next(iter(uses.values()))[0]
    sides = tuple(Side(value, tuple(evidence)) for value, evidence in uses.items())
    return [Conflict(founded_id("conflict", first, slot), slot, ConflictKind.FACT, sides)]


def _first_use(account: Account, main: frozenset[str]) -> tuple[Span, str] | None:
    """Return the first vehicle that an account's own words give the main attack, and where."""
    hits = (
        (Span(match.start(), match.end()), _VEHICLES[match["word"].lower()])
        for pattern in _USES
        for match in pattern.finditer(account.text)
    )
    ours = (hit for hit in hits if account.article.telling(hit[0]) and not _elsewhere(account, hit[0], main))
    return min(ours, default=None)


def _elsewhere(account: Account, span: Span, main: frozenset[str]) -> bool:
    """Whether the words tell of another attack, or of one more vehicle."""
    before = account.text[max(0, span.start - 24) : span.start]
    return bool(_ANOTHER.search(before)) or scope_of(account, span, main) != ""
