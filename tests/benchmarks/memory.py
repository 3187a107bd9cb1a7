"""Whether the program grows while the reader goes through cases."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench_window import BenchWindow

FIRST, LAST = 100, 1000


def memory_growth_mb(bench: BenchWindow) -> tuple[float, int]:
    """Return the resident memory after 1,000 switches less that after 100, in MB (10^6 bytes).

    The switches go through all cases of the study, so that images are read anew all the time.
    """
    cases = [case.key for case in bench.controller.review.study.cases]
    after_first = 0.0
    for number in range(LAST):
        bench.show(cases[number % len(cases)])
        if number + 1 in (FIRST, LAST):
            bench.rest(0.5)
            gc.collect()
            used = resident_mb()
            print(f"  resident after {number + 1} switches: {used:.1f} MB", file=sys.stderr)
            if number + 1 == FIRST:
                after_first = used
    return used - after_first, LAST


def resident_mb() -> float:
    """Return the resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
