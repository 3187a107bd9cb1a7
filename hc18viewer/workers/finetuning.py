"""A fine-tuning beside the window: a process does it, a thread watches the process."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from hc18viewer.message import message
from hc18viewer.model.catalogue import model_folders
from hc18viewer.services.finetune_process import (
    CANCEL,
    COMMAND,
    PAUSE,
    RESUME,
    SPEED_COMMAND,
    Said,
    read_said,
)
from hc18viewer.services.finetune_runs import discard_run
from hc18viewer.workers.program_process import ProgramProcess, threads_beside_window

if TYPE_CHECKING:
    from pathlib import Path

CANCEL_SECONDS = 0.8
"""How long a process that was told to cancel may take before it is ended."""

_KEEP_MS = 2000
_log = logging.getLogger(__name__)


class FineTuneRun(QThread):
    """Runs, or goes on with, the fine-tuning that lies in a folder.

    It ends with one of `made`, `failed` and `cancelled`, unless it was left.
    """

    progressed = Signal(object)  # Progress
    epoch_ended = Signal(object)  # LogRow
    made = Signal(str)  # the new model's name
    failed = Signal(object)  # why; the run can be gone on with
    cancelled = Signal()  # nothing is left of it

    def __init__(self, folder: Path, *, device: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._device = device
        self._process = ProgramProcess()
        self._cancelling = False
        self._leaving = False
        self._last: Said | None = None

    @property
    def pid(self) -> int | None:
        """The process's number; None before its start."""
        return self._process.pid

    def pause(self) -> None:
        """Hold the learning at its next step."""
        self._process.tell(PAUSE)

    def resume(self) -> None:
        """Let the learning go on."""
        self._process.tell(RESUME)

    def cancel(self) -> None:
        """End the process and remove what it has done, within a second."""
        self._cancelling = True
        self._process.tell(CANCEL)
        timer = threading.Timer(CANCEL_SECONDS, self._process.kill)
        timer.daemon = True
        timer.start()

    def leave(self) -> None:
        """End the process but keep its checkpoint; returns when it has ended."""
        self._leaving = True
        self._process.end_input()
        if not self.wait(_KEEP_MS):
            self._process.kill()
            self.wait()

    def run(self) -> None:
        """Watch the process until it ends (called by Qt in the new thread)."""
        try:
            self._process.start([
                COMMAND, str(self.folder), "--device", self._device,
                "--threads", str(threads_beside_window()),
            ])
        except OSError as error:
            self.failed.emit(
                message("The fine-tuning cannot be started: {reason}.", reason=error.strerror))
            return
        if self._leaving:  # asked before there was a process to tell
            self._process.end_input()
        for line in self._process.lines():
            said = read_said(line)
            if said is not None:
                self._pass_on(said)
        self._end(self._process.wait())

    def _pass_on(self, said: Said) -> None:
        if said.progress is not None:
            self.progressed.emit(said.progress)
        elif said.epoch is not None:
            self.epoch_ended.emit(said.epoch)
        else:
            self._last = said

    def _end(self, code: int) -> None:
        last = self._last or Said()
        if last.made is not None or self.folder.name in model_folders():
            # The name was free: what is there now was made, even where no word of it came through.
            self._discard()
            self.made.emit(self.folder.name)
        elif self._cancelling:
            self._discard()
            self.cancelled.emit()
        elif last.failed is not None:
            self.failed.emit(last.failed)
        elif not self._leaving:
            self.failed.emit(message(
                "The fine-tuning ended without a word (exit code {code}), perhaps for want of "
                "memory. Its last whole epoch is kept.", code=code,
            ))

    def _discard(self) -> None:
        try:
            discard_run(self.folder)
        except OSError:
            _log.warning("a run's folder could not be removed at once")


class SpeedTrial(QThread):
    """Measures in a process how fast this machine fine-tunes a model."""

    measured = Signal(float, float)  # seconds of one step, of one prediction
    failed = Signal(object)

    def __init__(
        self, model_folder: Path, *, device: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = model_folder
        self._device = device
        self._process = ProgramProcess()
        self._given_up = False

    def give_up(self) -> None:
        """End it; returns when it has ended."""
        self._given_up = True
        self._process.kill()
        self.wait()

    def run(self) -> None:
        """Measure (called by Qt in the new thread)."""
        last = Said()
        try:
            self._process.start([
                SPEED_COMMAND, str(self._folder), "--device", self._device,
                "--threads", str(threads_beside_window()),
            ])
        except OSError as error:
            last = Said(failed=str(error.strerror))
        else:
            for line in self._process.lines():
                last = read_said(line) or last
            self._process.wait()
        if self._given_up:
            return
        if last.speed is not None:
            self.measured.emit(*last.speed)
        else:
            self.failed.emit(last.failed or "")
