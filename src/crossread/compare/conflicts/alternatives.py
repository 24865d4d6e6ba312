"""Instruments that exclude one another: a truck or a car, a knife or a gun, of the story's one attack.

The words of a kind are co-hyponyms (WordNet: motor vehicle, weapon). Only a
word that the text makes the instrument of an attack counts; what merely
stands about ("overturned cars") does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.compare.slots import main_places, scope_of
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of instrument: its name, its words by value, and the patterns that make a word the instrument.

    In the patterns `{}` stands for the word.
    """

    name: str
    values: dict[str, str]
    patterns: tuple[str, ...]


_S = r"[ \u00a0]"
KINDS = (
    Kind(
        "vehicle used in the attack",
        {
            "car": "car",
            "truck": "truck",
            "lorry": "truck",
            "van": "van",
            "minivan": "van",
            "bus": "bus",
            "minibus": "bus",
            "motorbike": "motorcycle",
            "motorcycle": "motorcycle",
            "tanker": "tanker",
        },
        (
            rf"(?:suicide{_S})?{{}}[ -]bomb(?:ing|er|s)?\b",
            rf"(?:explosives?|bomb)-laden{_S}{{}}\b",
            rf"{{}}{_S}(?:that was{_S})?(?:laden|packed|loaded|filled|rigged){_S}with{_S}"
            rf"(?:\w+{_S}){{{{0,2}}}}explosives?\b",
            rf"\b(?:ramm(?:ed|ing)|plough(?:ed|ing)|plow(?:ed|ing)|crash(?:ed|ing)|smash(?:ed|ing)){_S}"
            rf"(?:an?|the|his|her|their){_S}(?:[\w-]+{_S}){{{{0,2}}}}{{}}\b"
            rf"(?={_S}(?:[\w-]+{_S}){{{{0,4}}}}(?:in|into|at|through)\b)",
        ),
    ),
    Kind(
        "weapon used in the attack",
        {
            "knife": "knife",
            "knives": "knife",
            "machete": "machete",
            "axe": "axe",
            "hammer": "hammer",
            "sword": "sword",
            "rifle": "rifle",
            "shotgun": "shotgun",
            "handgun": "handgun",
            "pistol": "handgun",
            "revolver": "handgun",
        },
        (
            rf"\b(?:armed|attack(?:ed|ing)|stabb(?:ed|ing)|shot|kill(?:ed|ing)|opened fire){_S}"
            rf"(?:[\w]+{_S}){{{{0,4}}}}with{_S}"
            rf"(?:an?|two|the){_S}(?:[\w-]+{_S}){{{{0,2}}}}{{}}\b",
            rf"\b(?:wield(?:ed|ing)|brandish(?:ed|ing)|fired?|firing){_S}"
            rf"(?:an?|the|his){_S}(?:[\w-]+{_S}){{{{0,2}}}}{{}}\b",
            r"\b{}[ -](?:attack|assault|rampage)\b",
        ),
    ),
)
# Words right before that make it another one: "a second car bomb".
_ANOTHER = re.compile(
    rf"\b(?:second|another|other|third|two|three|no|if|whether)\b(?:{_S}[\w-]+)?{_S}?$", re.I
)


@dataclass(frozen=True, slots=True)
class _Use:
    account: Account
    value: str
    evidence: Evidence


def instrument_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the kinds of instrument on which accounts of one attack differ."""
    main = main_places(accounts)
    found = []
    for kind in KINDS:
        uses = [use for account in accounts if (use := _first_use(account, kind, main))]
        values = dict.fromkeys(use.value for use in uses)
        if len(values) > 1:
            found.append(_conflict(kind, uses, list(values)))
    return found


def _first_use(account: Account, kind: Kind, main: frozenset[str]) -> _Use | None:
    """Return the first instrument of the kind that an account's own words give the main attack."""
    words = rf"(?<![\w-])(?P<word>{'|'.join(kind.values)})"
    if not re.search(rf"{words}\b", account.text, re.I):
        return None
    hits: list[tuple[Span, str]] = []
    for pattern in kind.patterns:
        for match in re.finditer(pattern.format(words), account.text, re.I):
            span = Span(match.start(), match.end())
            if account.article.telling(span) and not _elsewhere(account, span, main):
                hits.append((span, kind.values[match["word"].lower()]))
    if not hits:
        return None
    span, value = min(hits)
    return _Use(account, value, account.evidence(span))


def _elsewhere(account: Account, span: Span, main: frozenset[str]) -> bool:
    """Whether the words tell of another attack, or of one more vehicle."""
    before = account.text[max(0, span.start - 24) : span.start]
    return bool(_ANOTHER.search(before)) or scope_of(account, span, main) != ""


def _conflict(kind: Kind, uses: list[_Use], values: list[str]) -> Conflict:
    sides = tuple(Side(value, tuple(use.evidence for use in uses if use.value == value)) for value in values)
    return Conflict(
        id=founded_id("conflict", uses[0].evidence, kind.name),
        slot=kind.name,
        kind=ConflictKind.FACT,
        sides=sides,
    )
