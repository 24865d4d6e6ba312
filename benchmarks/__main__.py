"""Run the benchmarks: `python -m benchmarks [NAME ...] --data FOLDER`.

FOLDER is the development data (its `data/` and `tools/` folders); without it
only the benchmarks that need none run. Exit status 1 where a figure is under
its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import (
    claims,
    comparing,
    conflicts,
    grouping,
    grouping_speed,
    gum_coreference,
    gum_speakers,
    language,
    ledger,
    origins,
    reading,
    records,
    reuse,
    splices,
    start,
    statements,
    time,
)
from benchmarks.floors import Measured, check, load_floors
from crossread.config import DEFAULT_LANGUAGE_MODEL

BENCHMARKS: dict[str, Callable[[Path | None], list[Measured]]] = {
    "start": start.measure,
    "records": records.measure,
    "reading": reading.measure,
    "statements": statements.measure,
    "ledger": ledger.measure,
    "claims": claims.measure,
    "conflicts": conflicts.measure,
    "gum-speakers": gum_speakers.measure,
    "gum-coreference": gum_coreference.measure,
    "splices": splices.measure,
    "grouping": grouping.measure,
    "grouping-speed": grouping_speed.measure,
    "time": time.measure,
    "reuse": reuse.measure,
    "origins": origins.measure,
    "comparing": comparing.measure,
}
LANGUAGE = "language"  # has options of its own


def main() -> int:
    names = (*BENCHMARKS, LANGUAGE)
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *names], metavar="NAME", help=", ".join(names))
    parser.add_argument("--data", type=Path, default=None, metavar="FOLDER", help="the development data")
    of_language = parser.add_argument_group("language")
    of_language.add_argument(
        "--model", default=DEFAULT_LANGUAGE_MODEL, help="name or folder (default: the shipped)"
    )
    of_language.add_argument("--corpora", type=Path, help="folder of the public corpora, already unpacked")
    of_language.add_argument("--peer", default="", help="a spaCy pipeline beside ours, by name or folder")
    of_language.add_argument("--float-model", default="", help="our model with float32 weights, its folder")
    of_language.add_argument("--quick", action="store_true", help="an eighth of each set, without floors")
    chosen = parser.parse_args()
    options = language.Options(chosen.model, chosen.corpora, chosen.peer, chosen.float_model, chosen.quick)
    benchmarks = BENCHMARKS | {LANGUAGE: partial(language.measure, options=options)}
    floors = load_floors()
    failed = False
    for name in chosen.names or names:
        for measured in benchmarks[name](chosen.data):
            line, passed = check(measured, floors)
            print(line)
            failed = failed or not passed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
