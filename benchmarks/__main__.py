"""Run the benchmarks: `python -m benchmarks [NAME ...] --data FOLDER`.

FOLDER is the development data (its `data/` and `tools/` folders); without it
only the benchmarks that need none run. Exit status 1 where a figure is under
its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import grouping, grouping_speed, reading, records, start, time
from benchmarks.floors import Measured, check, load_floors

BENCHMARKS: dict[str, Callable[[Path | None], list[Measured]]] = {
    "start": start.measure,
    "records": records.measure,
    "reading": reading.measure,
    "grouping": grouping.measure,
    "grouping-speed": grouping_speed.measure,
    "time": time.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[[], *BENCHMARKS], metavar="NAME", help=", ".join(BENCHMARKS)
    )
    parser.add_argument("--data", type=Path, default=None, metavar="FOLDER", help="the development data")
    chosen = parser.parse_args()
    floors = load_floors()
    failed = False
    for name in chosen.names or BENCHMARKS:
        for measured in BENCHMARKS[name](chosen.data):
            line, passed = check(measured, floors)
            print(line)
            failed = failed or not passed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
