"""Pinned floors: a figure under its floor fails the benchmark, and floors are only ever raised."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure. `higher_is_better` says on which side of the floor it must lie.

    `corpus` is the digest of the data it was measured on, `beside` the figure
    of a peer or baseline in words.
    """

    name: str
    value: float
    corpus: str
    beside: str = ""
    higher_is_better: bool = True


def load_floors(path: Path = FLOORS) -> dict[str, float]:
    floors: dict[str, float] = json.loads(path.read_text("utf-8"))
    return floors


def check(measured: Measured, floors: Mapping[str, float]) -> tuple[str, bool]:
    """Return the line to print and whether the figure holds its floor, if it has one."""
    floor = floors.get(measured.name)
    sign = ">=" if measured.higher_is_better else "<="
    if floor is None:
        held, verdict = True, "no floor"
    else:
        held = measured.value >= floor if measured.higher_is_better else measured.value <= floor
        verdict = f"{'ok' if held else 'UNDER'} {sign} {floor:g}"
    beside = f"  [{measured.beside}]" if measured.beside else ""
    return f"{measured.name:52s} {measured.value:10.3f}  {verdict:18s} corpus {measured.corpus}{beside}", held


def corpus_digest(parts: Iterable[bytes]) -> str:
    """Return a short digest of a corpus, so that figures on different data are never compared."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:12]
