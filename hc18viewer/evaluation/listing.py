"""The figures of an evaluation in the order in which they are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hc18viewer.evaluation.metrics import Summary
    from hc18viewer.evaluation.strata import Interval, Intervals


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with its unit; the 95 % interval is None where there is none."""

    name: str
    value: float | None
    unit: str
    interval: Interval | None
    signed: bool = False


def figure_rows(summary: Summary, sure: Intervals) -> tuple[FigureRow, ...]:
    """Return the figures that are listed of a summary."""
    return (
        FigureRow("Dice", summary.dice_percent, "%", sure.dice_percent),
        FigureRow("IoU", summary.iou_percent, "%", sure.iou_percent),
        FigureRow("worst Dice", summary.worst_dice_percent, "%", None),
        FigureRow("Hausdorff distance", summary.hd_mm, "mm", sure.hd_mm),
        FigureRow("HC error, mean absolute", summary.hc_mae_mm, "mm", sure.hc_mae_mm),
        FigureRow("HC bias", summary.hc_bias_mm, "mm", sure.hc_bias_mm, signed=True),
    )
