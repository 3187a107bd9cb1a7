"""What else runs while the window is measured: a real training in the background."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_START_S = 180.0
_LOW_PRIORITY = 10


@contextlib.contextmanager
def training(study: Path, folder: Path) -> Iterator[None]:
    """Run `hc18viewer train` on a study, by a process of its own at low priority.

    The block begins when the training has ended its first steps, and the process at its end.
    """
    program = Path(sys.executable).with_name("hc18viewer")
    command = [str(program)] if program.is_file() else [sys.executable, "-m", "hc18viewer"]
    threads = max(1, (os.cpu_count() or 2) - 1)
    process = subprocess.Popen(
        [*command, "train", str(study / "training_set" if (study / "training_set").is_dir()
                                else study), "--out", str(folder), "--device", "cpu"],
        env={**os.environ, "OMP_NUM_THREADS": str(threads)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.nice(_LOW_PRIORITY),
    )
    try:
        _wait_until_busy(process)
        yield
        if process.poll() is not None:
            raise RuntimeError(f"the training ended by itself with {process.returncode}")
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def _wait_until_busy(process: subprocess.Popen[bytes]) -> None:
    """Wait until the process computes: its images are read and its threads have worked a while."""
    ticks = os.sysconf("SC_CLK_TCK")
    started = time.monotonic()
    while time.monotonic() - started < _LONGEST_START_S:
        if process.poll() is not None:
            raise RuntimeError(f"the training could not start: {process.returncode}")
        fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        used = (int(fields.split()[11]) + int(fields.split()[12])) / ticks
        if used > 30:
            return
        time.sleep(0.5)
    raise TimeoutError("the training has not begun to compute")
