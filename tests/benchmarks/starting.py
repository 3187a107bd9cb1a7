"""How long the program takes to draw its first case, beside the barest window that can."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

REPEATS = 15
_HERE = Path(__file__).resolve().parent
_LONGEST_S = 120


def start_ratio(study: Path, image: Path) -> tuple[float, int]:
    """Return the median ratio of two starts side by side, the program's to a bare window's.

    Each is a process of its own, timed from before it is started to the moment at which it has
    painted the image; they take turns. The program opens the whole study.
    """
    with tempfile.TemporaryDirectory() as home:
        program = [sys.executable, str(_HERE / "start_program.py"), str(study), str(image)]
        bare = [sys.executable, str(_HERE / "start_bare.py"), str(image)]
        started_once = [_start(command, home) for command in (program, bare)]  # files into memory
        del started_once
        pairs = [(_start(program, home), _start(bare, home)) for _ in range(REPEATS)]
    ours, theirs = np.median(pairs, axis=0)
    print(f"  start: program {ours:.0f} ms, bare window {theirs:.0f} ms (medians)", file=sys.stderr)
    return float(np.median([first / second for first, second in pairs])), REPEATS


def _start(command: Sequence[str], home: str) -> float:
    """Return the milliseconds until the process has written its line."""
    environment = {**os.environ, "HC18VIEWER_HOME": home,
                   "PYTHONPYCACHEPREFIX": str(Path(home, "compiled"))}
    # An installed program is compiled; so are both of these after their first, untimed start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        line = process.stdout.readline()
        took = 1000 * (time.perf_counter() - started)
        process.stdout.read()
        process.wait(timeout=_LONGEST_S)
    if line.strip() != b"drawn":
        raise RuntimeError(f"{command[1]} has drawn nothing")
    return took
