"""Seats in a parliament beside a name: "Anna Weber (D-Calif.)", "Jon Cole, R-Ky.," and "Sen. Jon Cole of Ohio"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from crossread.text.institutions import is_place
from crossread.text.lexicon import lines
from crossread.text.offices import SEATED, Office, office

# Abbreviations of states as news style guides and the post print them: "calif" and "ca".
STATES = dict(line.split(None, 1) for line in lines("states"))
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "independent"}
_SEAT = re.compile(
    r"[^\S\n](?:\((?P<p>[DRI])(?:(?:[-–]|\., )(?P<s>[A-Z][\w. ]{1,18}))?\)"
    r"|(?<=, )(?P<q>[DRI])[-–](?P<t>[A-Z][\w.]*(?: [A-Z][\w.]+)?)(?=[,.;)])"
    r"|(?<=, )(?P<n>Democrat|Republican|independent)(?= of [A-Z]))"
)
_OF_PLACE = re.compile(r"[^\S\n]of[^\S\n]([A-Z][\w-]+(?:[^\S\n][A-Z][\w-]+)?)(?![\w-]|[^\S\n][A-Z])")


def beside(text: str, position: int) -> tuple[int, str, str]:
    """Return where the seat ends that is told behind a name, with its party and its place, "" for what is not told."""
    comma = text[position : position + 1] == ","
    seat = _SEAT.match(text, position + comma)
    party, where = "", ""
    if seat is not None and comma == bool(seat["q"] or seat["n"]):
        party = seat["n"] or _PARTIES[seat["p"] or seat["q"]]
        where = seat["s"] or seat["t"] or ""
        position = seat.end()
    place = _OF_PLACE.match(text, position)
    if place is not None and is_place(place.group(1)):
        where, position = place.group(1), place.end()
    key = where.replace(".", "").replace(" ", "").lower()
    state = STATES.get(key, where.lower())
    return position, party, state.title() if is_place(state) else ""


def offices(text: str, end: int, roles: Iterable[str]) -> list[Office]:
    """Return the offices told beside a name that ends at `end`, those of members also with party and place."""
    _, party, place = beside(text, end)
    held = [office(role) for role in roles]
    words = frozenset(f"{party} {place}".lower().split())
    seated = [replace(one, words=one.words | words) for one in held if words and one.head in SEATED]
    alone = [office(f"{party} of {place}")] if party and place and not seated else []
    return [*held, *seated, *alone]
