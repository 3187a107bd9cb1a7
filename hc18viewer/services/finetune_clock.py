"""How far a fine-tuning is, and how long it will still take, from what its process says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hc18viewer.services.finetune_work import Work

if TYPE_CHECKING:
    from hc18viewer.progress import Progress
    from hc18viewer.training.lessons import Job

_EPOCH = re.compile(r"Epoch (\d+)")
_LEAST = 0.01
"""What must be done, as a share of the whole, before a rate is told from it."""


class RunClock:
    """Reads a run's progress; learning that ends early lets the rest jump, never the other way.

    Attributes:
        epochs: that the learning which makes the model takes at the most.
        epoch: that it is in, from 1; 0 before the first.
        round: of the learnings it is in: 0 for that which makes the model, then one for each part
            of the cases that is left out to judge by.
        judging: whether the learning is over and the gate is at work.
        share_done: how much of the run is done, 0 to 1.
    """

    def __init__(self, job: Job) -> None:
        self._work = Work.of(job.lessons, job.epochs)
        self.epochs = job.epochs
        self.epoch = 0
        self.judging = False
        self.round = 0
        self.share_done = 0.0
        self._first: float | None = None
        self._skipped = 0.0  # of the work, by learnings that ended early
        self._active_seconds = 0.0
        self._last_seconds: float | None = None

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None while there is too little to go by."""
        if self._first is None:
            return None
        done = self.share_done - self._first - self._skipped
        if done < _LEAST:
            return None
        return self._active_seconds / done * (1 - self.share_done)

    def pause(self) -> None:
        """Let no time count until the next progress."""
        self._last_seconds = None

    def note(self, progress: Progress, seconds: float) -> None:
        """Take in what the process says; `seconds` is any clock's time."""
        if progress.total == 0:
            return
        share = max(self.share_done, progress.done / progress.total)
        number = self._work.learning_at(share)
        if self._first is None:
            self._first = share
        elif number != self._work.learning_at(self.share_done):
            self._skipped += share - self.share_done
        if self._last_seconds is not None:
            self._active_seconds += seconds - self._last_seconds
        self._last_seconds, self.share_done = seconds, share
        self.judging = number is None
        self.round = number or 0
        found = _EPOCH.match(progress.text)
        if found:
            self.epoch = int(found.group(1))
