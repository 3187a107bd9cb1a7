"""The gate: a fine-tuned model against its parent, case by case, on subjects neither learnt from.

Everything is taken in pairs on the same cases, and the bootstrap draws subjects, not cases: frames
of one subject are alike (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.evaluation.metrics import CaseFigures, Summary, summarise
from hc18viewer.geometry.overlap import outline_dice
from hc18viewer.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEAST_SUBJECTS = 10
"""With fewer subjects in the gate the comparison is made by cross-validation instead."""

MOST_LOST_ON_REFERENCE = 0.2
"""Points of Dice that a child may lose on the reference set."""

MOST_LOST_AT_GATE = 0.1
"""Points of Dice that a child may lose on the gate's own cases, whatever HC does."""

SAME_MM = 0.1
"""HC errors that differ by no more count as the same."""

SAME_DICE = 0.1
"""Points of Dice that differ by no more count as the same."""

FAR_DICE = 85.0
"""A correction that a model trained on corrections still misses by more than this does not go with
the others."""

MOST_FAR = 0.1
"""The share of such corrections above which the corrections themselves are in doubt."""

A_HABIT = 0.01
"""A model that draws heads larger or smaller than its parent by this share has another habit."""

_LEAST_SURE = 4
"""Subjects with which a bootstrap means anything at all."""

_ROUNDS = 4000
_POINTS = 180
_SURE = 0.975
"""One-sided: the 95 % interval that is shown lies wholly on the good side."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One case as parent and child see it; both against the same contour."""

    subject: str
    parent: CaseFigures
    child: CaseFigures

    @property
    def error_change_mm(self) -> float | None:
        """By how much the absolute HC error grew; None where either has none."""
        before, after = self.parent.hc_error_mm, self.child.hc_error_mm
        return None if before is None or after is None else abs(after) - abs(before)

    @property
    def dice_change(self) -> float:
        """By how many points Dice grew."""
        return self.child.dice_percent - self.parent.dice_percent


@dataclass(frozen=True, slots=True)
class Table:
    """Parent against child on one set of cases.

    Attributes:
        name: what the cases are, in words.
        subjects: how many they belong to.
        better, worse: cases whose absolute HC error fell or grew by more than `SAME_MM`; where
            there are no lengths, whose Dice grew or fell by more than `SAME_DICE` points.
        error_change_mm, dice_change: the mean changes, with 95 % intervals; None without cases
            that have them.
        size: how large the child draws heads, in the parent's HC (median); None without any.
        dice_change_but_size: the mean change of Dice if it drew them as large as the parent.
        surely_better: whether HC error fell (Dice grew, without lengths) by more than what counts
            as the same, and beyond the doubt of the bootstrap.
    """

    name: str
    cases: int
    subjects: int
    parent: Summary
    child: Summary
    better: int
    worse: int
    error_change_mm: float | None
    error_change_95_mm: tuple[float, float] | None
    dice_change: float | None
    dice_change_95: tuple[float, float] | None
    size: float | None
    dice_change_but_size: float | None
    surely_better: bool

    @property
    def habit(self) -> float | None:
        """By what share the child draws heads larger; None where that is too little to be one."""
        if self.size is None or abs(self.size - 1) < A_HABIT:
            return None
        return self.size - 1


def compare_models(name: str, pairs: Sequence[Pair]) -> Table:
    """Return the table of these pairs."""
    errors = _by_subject(pairs, [pair.error_change_mm for pair in pairs])
    dices = _by_subject(pairs, [pair.dice_change for pair in pairs])
    signs = [_sign(pair) for pair in pairs]
    error_means, dice_means = _resampled(errors), _resampled(dices)
    # Where few have lengths, these few do not speak for the others.
    by_length = 2 * len(errors) > len(dices)
    sure = _surely(-errors, SAME_MM) if by_length else _surely(dices, SAME_DICE)
    size = _size(pairs)
    return Table(
        name=name, cases=len(pairs), subjects=len({pair.subject for pair in pairs}),
        parent=summarise([pair.parent for pair in pairs]),
        child=summarise([pair.child for pair in pairs]),
        better=signs.count(1), worse=signs.count(-1),
        error_change_mm=_mean(errors), error_change_95_mm=_middle(error_means),
        dice_change=_mean(dices), dice_change_95=_middle(dice_means),
        size=size, dice_change_but_size=_dice_change_but_size(pairs, size),
        surely_better=sure,
    )


@dataclass(frozen=True, slots=True)
class Advice:
    """What the gate advises, never more than that: a person decides.

    Attributes:
        promote: whether the child should serve.
        sentence: the result in one sentence.
        reasons: what speaks against the child; empty when it should serve.
    """

    promote: bool
    sentence: str
    reasons: tuple[str, ...]


def advise(gate: Table, unseen: Table, reference: Table, *, far_share: float) -> Advice:
    """Return the advice.

    Whether the child is surely better is asked of all `unseen` subjects, those of the gate and
    the taught ones crosswise: a gate of ten alone is seldom sure of anything. `far_share` is the
    share of corrections that `FAR_DICE` calls far.
    """
    reasons = []
    if far_share > MOST_FAR:
        reasons.append(message(
            "{share:.0f} % of the corrections lie far from what both models see, even after the "
            "training: look at these again.", share=100 * far_share,
        ))
    if not unseen.surely_better:
        reasons.append(message("It is not surely better than its parent on subjects not taught."))
    if gate.error_change_mm is not None and gate.error_change_mm > SAME_MM:
        reasons.append(message(
            "On the gate its HC error is {more:.1f} mm larger.", more=gate.error_change_mm,
        ))
    if gate.dice_change is not None and gate.dice_change < -MOST_LOST_AT_GATE:
        reasons.append(message(
            "On the gate it loses {lost:.2f} points of Dice.", lost=-gate.dice_change,
        ))
    if gate.child.missed > gate.parent.missed:
        reasons.append(message("On the gate it misses heads that its parent finds."))
    # Whoever places the calipers otherwise than the reference wants the child to do so, too.
    change = reference.dice_change if reference.habit is None else reference.dice_change_but_size
    if change is not None and change < -MOST_LOST_ON_REFERENCE:
        reasons.append(message(
            "On {cases} it loses {lost:.2f} points of Dice.", cases=reference.name, lost=-change,
        ))
    if reference.child.missed > reference.parent.missed:
        reasons.append(message(
            "On {cases} it misses heads that its parent finds.", cases=reference.name,
        ))
    return Advice(not reasons, _sentence(unseen, reference), tuple(reasons))


def _sentence(unseen: Table, reference: Table) -> Message:
    return message(
        "Better on {better} of {cases}, worse on {worse}{figure}; {elsewhere}.",
        better=unseen.better, cases=unseen.cases, worse=unseen.worse, figure=_figure(unseen),
        elsewhere=_elsewhere(reference),
    )


def _figure(table: Table) -> str:
    before, after = table.parent.hc_mae_mm, table.child.hc_mae_mm
    if before is not None and after is not None:
        return message(", HC error {before:.1f} -> {after:.1f} mm", before=before, after=after)
    before, after = table.parent.dice_percent, table.child.dice_percent
    if before is not None and after is not None:
        return message(", Dice {before:.1f} -> {after:.1f} %", before=before, after=after)
    return ""


def _elsewhere(reference: Table) -> Message:
    change = reference.dice_change
    if change is None:
        return message("there is nothing to compare with beside the gate")
    if reference.habit is not None:
        size = message("larger") if reference.habit > 0 else message("smaller")
        return message(
            "{change:+.2f} points of Dice on {cases}, where it draws heads {share:.1f} % {size}",
            change=change, cases=reference.name, share=100 * abs(reference.habit), size=size,
        )
    if abs(change) <= MOST_LOST_AT_GATE:
        return message("unchanged on {cases}", cases=reference.name)
    return message(
        "{change:+.2f} points of Dice on {cases}", change=change, cases=reference.name
    )


def far_share(pairs: Sequence[Pair]) -> float:
    """Return the share of cases that both models see far from the correction; 0 for none."""
    if not pairs:
        return 0.0
    far = [max(p.parent.dice_percent, p.child.dice_percent) < FAR_DICE for p in pairs]
    return sum(far) / len(far)


def _sign(pair: Pair) -> int:
    change = pair.error_change_mm
    worse, limit = (change, SAME_MM) if change is not None else (-pair.dice_change, SAME_DICE)
    return 0 if abs(worse) <= limit else (-1 if worse > 0 else 1)


def _size(pairs: Sequence[Pair]) -> float | None:
    ratios = [
        pair.child.predicted.perimeter / pair.parent.predicted.perimeter
        for pair in pairs if pair.child.predicted and pair.parent.predicted
    ]
    return float(np.median(ratios)) if ratios else None


def _dice_change_but_size(pairs: Sequence[Pair], size: float | None) -> float | None:
    changes: list[float | None] = []
    for pair in pairs:
        before, after, truth = pair.parent.predicted, pair.child.predicted, pair.child.truth
        if size is None or before is None or after is None or truth is None:
            changes.append(None)
            continue
        as_large = replace(after, a=after.a / size, b=after.b / size)
        changes.append(100 * (
            outline_dice(as_large.points(_POINTS), truth.points(_POINTS))
            - outline_dice(before.points(_POINTS), truth.points(_POINTS))
        ))
    return _mean(_by_subject(pairs, changes))


def _by_subject(
    pairs: Sequence[Pair], values: Sequence[float | None]
) -> NDArray[np.float64]:
    """Return the mean of each subject that has values."""
    found: dict[str, list[float]] = {}
    for pair, value in zip(pairs, values, strict=True):
        if value is not None:
            found.setdefault(pair.subject, []).append(value)
    return np.array([np.mean(found[subject]) for subject in sorted(found)])


def _resampled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not len(values):
        return np.empty(0)
    rng = np.random.default_rng(0)  # the same interval every time
    means: NDArray[np.float64] = values[
        rng.integers(0, len(values), (_ROUNDS, len(values)))
    ].mean(axis=1)
    return means


def _surely(gains: NDArray[np.float64], same: float) -> bool:
    """Whether the mean gain is more than `same`, and sure; what counts as the same is no gain."""
    if len(gains) < _LEAST_SURE or gains.mean() <= same:
        return False
    counted = np.where(np.abs(gains) <= same, 0.0, gains)
    return bool(np.quantile(_resampled(counted), 1 - _SURE) > 0)


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if len(values) else None


def _middle(means: NDArray[np.float64]) -> tuple[float, float] | None:
    if not len(means):
        return None
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)
