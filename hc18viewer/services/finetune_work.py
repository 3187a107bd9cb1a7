"""How much a fine-tuning has to do, in steps of the optimiser and in looks at images."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hc18viewer.training.lessons import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hc18viewer.training.lessons import Lesson

BATCH = 4
CROSS_PARTS = 3
"""Into which the taught subjects are divided, to judge each by a learning that left it out."""

WHOLE = "whole"
"""Within a run's folder, the learning that makes the model; the others leave out a part each."""

FEWEST_EPOCHS = 3

LOOK_EVERY = 3
"""Epochs between two looks at the gate."""

SHARES = (0.25, 0.5, 0.75, 1.0)
"""Of the way from the parent to what was learnt, from which one is chosen."""

FINE = 10_000
"""Parts in which a run's progress is told, whatever it is at."""

_LOOK_IN_STEPS = 0.4
"""A look's time beside a step's, measured on two cores; it only shapes the progress shown."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a fine-tuning does, at the most.

    Attributes:
        learn, gate, reference: cases of each part.
        epochs: of the learning that makes the model; the others take as many steps.
    """

    learn: int
    gate: int
    reference: int
    epochs: int

    @classmethod
    def of(cls, lessons: Iterable[Lesson], epochs: int) -> Work:
        """Return the work that lessons make."""
        parts = [lesson.part for lesson in lessons]
        return cls(
            parts.count(Part.LEARN), parts.count(Part.GATE), parts.count(Part.REFERENCE), epochs
        )

    def seconds(self, step_seconds: float, look_seconds: float) -> float:
        """Return how long it takes, from the seconds of one step and of one look."""
        steps, looks = sum(self._steps()), self._looks_beside() + self._looks_after()
        return steps * step_seconds + looks * look_seconds

    def share_learnt(self, number: int, within: float) -> float:
        """Return how much is done, 0 to 1, with a share of a learning: 0 the whole, 1 a part."""
        units = self._units()
        return (sum(units[:number]) + within * units[number]) / self._total()

    def share_judged(self, looks: int) -> float:
        """Return how much is done, 0 to 1, with so many looks after the learning."""
        return min(1.0, (sum(self._units()) + _LOOK_IN_STEPS * looks) / self._total())

    def learning_at(self, share: float) -> int | None:
        """Return which learning a share of the work lies in; None after them all."""
        for number in range(1 + CROSS_PARTS):
            if share < self.share_learnt(number, 1.0) - 0.6 / FINE:
                return number
        return None

    def epochs_of(self, learn: int) -> int:
        """Return the epochs in which so many cases take as many steps as the whole at the most.

        What is chosen by a learning that leaves out a part holds for the whole only if both go
        about as far from the parent. Where the gate ends the whole early, the parts go farther.
        """
        if learn == self.learn:
            return self.epochs
        return max(1, round(
            self.epochs * _steps_per_epoch(self.learn) / _steps_per_epoch(learn)))

    def _steps(self) -> list[float]:
        """Return the steps of each learning: the whole, then each part left out once."""
        whole = float(self.epochs * _steps_per_epoch(self.learn))
        return (1 + CROSS_PARTS) * [whole]

    def _looks_beside(self) -> int:
        return self.gate * math.ceil(self.epochs / LOOK_EVERY)

    def _looks_after(self) -> int:
        """Return the looks of all shares, of the level's trial, and of parent and child."""
        unseen = self.gate + self.learn
        return (len(SHARES) + 3) * unseen + 2 * self.learn + 2 * self.reference

    def _units(self) -> list[float]:
        whole, *parts = self._steps()
        return [whole + _LOOK_IN_STEPS * self._looks_beside(), *parts]

    def _total(self) -> float:
        return sum(self._units()) + _LOOK_IN_STEPS * self._looks_after()


def _steps_per_epoch(learn: int) -> int:
    return max(1, learn // max(1, min(BATCH, learn)))


def epochs_within(
    work: Work, seconds: float, *, step_seconds: float, look_seconds: float
) -> int:
    """Return the work's epochs, or as many as fit into a time; at least a few."""
    for epochs in range(work.epochs, FEWEST_EPOCHS, -1):
        if replace(work, epochs=epochs).seconds(step_seconds, look_seconds) <= seconds:
            return epochs
    return min(work.epochs, FEWEST_EPOCHS)
