"""How far a fine-tuning is, and how long it will still take, from what its process says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hc18viewer.services.finetuning import BATCH, CROSS_PARTS
from hc18viewer.training.lessons import Part

if TYPE_CHECKING:
    from hc18viewer.progress import Progress
    from hc18viewer.training.lessons import Job

_LOOK_IN_STEPS = 0.4
"""A prediction's time beside a step's, measured on two cores."""

_EPOCH = re.compile(r"Epoch (\d+)")


class RunClock:
    """Counts in steps of the optimiser; a look counts as a part of one.

    Learning that ends early lets the rest jump, never the other way.

    Attributes:
        epochs: that a learning takes at the most.
        epoch: that it is in, from 1; 0 before the first.
        round: of the learnings it is in: 0 for that which makes the model, then one for each part
            of the cases that is left out to judge by.
        judging: whether the learning is over and the gate is at work.
    """

    def __init__(self, job: Job) -> None:
        learn, gate = len(job.of(Part.LEARN)), len(job.of(Part.GATE))
        steps = job.epochs * max(1, learn // min(BATCH, max(learn, 1)))
        # The whole first, then each part left out once.
        self._steps = [steps] + CROSS_PARTS * [steps * (CROSS_PARTS - 1) / CROSS_PARTS]
        looks = 5 * (gate + learn) + learn + 2 * len(job.of(Part.REFERENCE))
        self._total = sum(self._steps) + _LOOK_IN_STEPS * looks
        self.epochs = job.epochs
        self.epoch = 0
        self.judging = False
        self.round = 0
        self._units = 0.0
        self._first_units: float | None = None
        self._active_seconds = 0.0
        self._last_seconds: float | None = None

    @property
    def share_done(self) -> float:
        """How much of the run is done, 0 to 1."""
        return min(1.0, self._units / self._total)

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None while there is too little to go by."""
        if self._first_units is None or self._units - self._first_units < 2:
            return None
        rate = self._active_seconds / (self._units - self._first_units)
        return rate * max(0.0, self._total - self._units)

    def pause(self) -> None:
        """Let no time count until the next progress."""
        self._last_seconds = None

    def note(self, progress: Progress, seconds: float) -> None:
        """Take in what the process says; `seconds` is any clock's time."""
        self._units = max(self._units, self._counted(progress))
        if self._first_units is None:
            self._first_units = self._units
        elif self._last_seconds is not None:
            self._active_seconds += seconds - self._last_seconds
        self._last_seconds = seconds

    def _counted(self, progress: Progress) -> float:
        if progress.total == 0:  # one look of the gate
            self.judging = True
            return max(self._units, sum(self._steps)) + _LOOK_IN_STEPS
        found = _EPOCH.match(progress.text)
        epoch = int(found.group(1)) if found else self.epoch
        if epoch < self.epoch:
            self.round = min(self.round + 1, CROSS_PARTS)
        self.epoch = epoch
        done = self._steps[self.round] * progress.done / progress.total
        return sum(self._steps[: self.round]) + done
