"""What else runs while the window is measured: a real fine-tuning beside it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hc18viewer.dataset.study import open_study
from hc18viewer.model.catalogue import find_model
from hc18viewer.services.finetune_process import COMMAND
from hc18viewer.services.finetuning import annotated_lessons
from hc18viewer.training.lessons import Job, Part, write_job
from hc18viewer.workers.program_process import program_command, threads_beside_window

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_START_S = 180.0
_LESSONS = 30
_EPOCHS = 10_000  # more than the measuring takes


@contextlib.contextmanager
def fine_tuning(study: Path, folder: Path) -> Iterator[None]:
    """Fine-tune on cases of a study by the process that the window starts for it.

    The block begins when it has taken its first steps, and the process ends with the block.
    """
    lessons, _ = annotated_lessons(open_study(study).cases[: 2 * _LESSONS], part=Part.LEARN)
    folder.mkdir(parents=True)
    write_job(Job(
        "measured", find_model(), "HC18", "", 0, _EPOCHS, True, tuple(lessons[:_LESSONS])
    ), folder)
    threads = str(threads_beside_window())
    process = subprocess.Popen(
        program_command([COMMAND, str(folder), "--device", "cpu", "--threads", threads]),
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_busy(process)
        yield
        if process.poll() is not None:
            raise RuntimeError(f"the fine-tuning ended by itself with {process.returncode}")
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()


def _wait_until_busy(process: subprocess.Popen[bytes]) -> None:
    """Wait until the process computes: its images are read and it has learnt a while."""
    ticks = os.sysconf("SC_CLK_TCK")
    started = time.monotonic()
    while time.monotonic() - started < _LONGEST_START_S:
        if process.poll() is not None:
            raise RuntimeError(f"the fine-tuning could not start: {process.returncode}")
        fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        used = (int(fields.split()[11]) + int(fields.split()[12])) / ticks
        if used > 30:
            return
        time.sleep(0.5)
    raise TimeoutError("the fine-tuning has not begun to compute")
