"""Mix a parent with what was learnt: how far towards it, and how large heads are drawn then.

Both are chosen on subjects that the learning in question did not see.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.evaluation.metrics import summarise
from hc18viewer.evaluation.size import resized, size_error
from hc18viewer.services.finetune_work import SHARES
from hc18viewer.training.best import score_of
from hc18viewer.training.interpolate import interpolated, levelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from hc18viewer.evaluation.calibration import Measured
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.model.margin import Margin
    from hc18viewer.services.finetune_judge import Judge
    from hc18viewer.training.lessons import Lesson

    Lessons = Sequence[Lesson]
    State = dict[str, Tensor]

_LEVEL_OF_SIZE = 100.0
"""How much higher a level draws heads by their own size larger, near none: one for 1 %. Measured
on HC18 with this program's models; what a model does is measured anew."""

_MOST_LEVEL = 1.5
"""Beyond it an outline follows the network's doubt more than the head; with the parent's own."""


@dataclass(frozen=True, slots=True)
class Mix:
    """One way to mix.

    Attributes:
        share: how far from the parent towards what was learnt, 0 to 1.
        level: what is added to every logit; with more of it heads are drawn larger.
    """

    share: float
    level: float = 0.0

    def of(self, parent: State, learnt: State) -> State:
        """Return the mixed weights."""
        return levelled(interpolated(parent, learnt, self.share), self.level)


class Outside:
    """Lessons seen by mixes of the parent with a learning that left them out.

    `parts` are lessons, each part with such a learning's weights; `level` is what the parent was
    given by fine-tunings before.
    """

    def __init__(
        self, judge: Judge, parent: State, parts: Sequence[tuple[Lessons, State]], *,
        level: float = 0.0,
    ) -> None:
        self._judge, self._parent, self._parts = judge, parent, parts
        self._room = (min(0.0, -_MOST_LEVEL - level), max(0.0, _MOST_LEVEL - level))

    @property
    def lessons(self) -> list[Lesson]:
        """All of them, part by part."""
        return [lesson for lessons, _ in self._parts for lesson in lessons]

    def figures(self, mix: Mix, margin: Margin | None) -> list[CaseFigures]:
        """Return the figures of all lessons, refused where the margin refuses them."""
        return [each for number, (lessons, _) in enumerate(self._parts)
                for each in self._judge.figures(self._version(number, mix), lessons, margin)]

    def measured(self, mix: Mix) -> list[Measured]:
        """Return doubt and HC error of the lessons in which a head is seen."""
        return [each for number, (lessons, _) in enumerate(self._parts)
                for each in self._judge.measured(self._version(number, mix), lessons)]

    def best_mix(self, margin: Margin | None) -> Mix:
        """Choose the share by what is left when the size is right, then the level for it.

        It is the smallest share that does as well as the best one but for one standard error of
        the difference (after Breiman et al. 1984): to go farther forgets more, and must be worth
        it. One head more or less that is found may still be chance; the gate minds each.
        """
        scores, errors = {}, {}
        for share in SHARES:
            errors[share] = size_error(self._by_subject(Mix(share)))
            factor = 1 / (1 - self._within(-_LEVEL_OF_SIZE * errors[share]) / _LEVEL_OF_SIZE)
            scores[share] = self._scores(
                [resized(each, factor) for each in self.figures(Mix(share), margin)])
        best = min(scores.values(), key=np.mean)
        share = min(share for share in SHARES if _is_as_good(scores[share], best))
        return replace(Mix(share), level=self._level(share, errors[share]))

    def _level(self, share: float, error: float) -> float:
        """Return the level at which heads are drawn smaller by `error`, by one trial."""
        trial = self._within(-_LEVEL_OF_SIZE * error)
        if trial == 0:
            return 0.0
        before = {each.case_key: each for _, each in self._by_subject(Mix(share))}
        ratios = [
            after.predicted.perimeter / seen.perimeter
            for _, after in self._by_subject(Mix(share, trial))
            if after.predicted and (seen := before[after.case_key].predicted)
        ]
        moved = float(np.median(ratios)) - 1 if ratios else 0.0
        if moved / trial < 0.1 / _LEVEL_OF_SIZE:  # this network's outline does not follow
            return 0.0
        return self._within(-error * trial / moved)

    def _scores(self, figures: Sequence[CaseFigures]) -> NDArray[np.float64]:
        """Return each subject's score, the mean over its cases."""
        found: dict[str, list[float]] = {}
        for lesson, each in zip(self.lessons, figures, strict=True):
            found.setdefault(lesson.subject, []).append(score_of(summarise([each])))
        return np.array([np.mean(values) for values in found.values()])

    def _within(self, level: float) -> float:
        return float(np.clip(level, *self._room))

    def _by_subject(self, mix: Mix) -> list[tuple[str, CaseFigures]]:
        """Return the subjects with figures, whatever a margin would refuse."""
        return [
            (lesson.subject, figures)
            for lesson, figures in zip(self.lessons, self.figures(mix, None), strict=True)
        ]

    def _version(self, number: int, mix: Mix) -> str:
        version = f"{number} at {mix.share}, level {mix.level}"
        if not self._judge.knows(version):
            self._judge.add(version, mix.of(self._parent, self._parts[number][1]))
        return version


def _is_as_good(scores: NDArray[np.float64], best: NDArray[np.float64]) -> bool:
    worse = scores - best
    return bool(worse.mean() <= worse.std() / np.sqrt(len(worse)))
