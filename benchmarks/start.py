"""How fast `crossread --help` answers: the median of seven runs of a fresh process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.floors import Measured

RUNS = 7


def measure(_data: Path | None) -> list[Measured]:
    seconds = statistics.median(
        _timed([sys.executable, "-m", "crossread.cli.main", "--help"]) for _ in range(RUNS)
    )
    bare = statistics.median(_timed([sys.executable, "-c", "pass"]) for _ in range(RUNS))
    return [
        Measured("start/help_seconds", seconds, "none", f"a bare Python {bare:.2f} s", higher_is_better=False)
    ]


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun
