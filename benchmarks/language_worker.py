"""One process that opens a language model and reads articles: its start, its speed, its memory.

    python -m benchmarks.language_worker MODEL [ARTICLES.json]

Prints the seconds the model took to open. With articles (lists of paragraphs)
it then reads the first, prints the seconds that took and waits for a line, so
that several workers begin together; then prints words a second and its largest
memory in MB.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from training.backends import open_model


def main() -> None:
    begun = time.perf_counter()
    # Model libraries are imported as the model is opened: part of what it costs.
    backend = open_model(sys.argv[1])
    print(time.perf_counter() - begun, flush=True)
    if len(sys.argv) == 2:
        return
    from training.evaluate import article, words_per_second

    texts: list[list[str]] = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    read = [article(str(k), paragraphs) for k, paragraphs in enumerate(texts)]
    begun = time.perf_counter()
    next(iter(backend.analyse(read[:1])))
    print(time.perf_counter() - begun, flush=True)
    sys.stdin.readline()
    print(words_per_second(backend, read), flush=True)
    print(_peak_megabytes(), flush=True)


def _peak_megabytes() -> float:
    """Return the largest memory of this program; where it can be told, without that of the process it came from."""
    status = Path("/proc/self/status")
    if status.is_file():
        peak = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
