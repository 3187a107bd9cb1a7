"""An evaluation as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hc18viewer.services.evaluation import Evaluation


def summary_lines(evaluation: Evaluation) -> list[str]:
    """Return the lines that `evaluate` prints."""
    summary = evaluation.summary
    rows = (
        ("Dice", summary.dice_percent, "%"),
        ("IoU", summary.iou_percent, "%"),
        ("worst Dice", summary.worst_dice_percent, "%"),
        ("Hausdorff distance", summary.hd_mm, "mm"),
        ("HC error, mean absolute", summary.hc_mae_mm, "mm"),
        ("HC bias", summary.hc_bias_mm, "mm"),
    )
    return [
        f"{evaluation.model} on {summary.n} cases (fold: {evaluation.fold})",
        *(f"  {name:<24}{_figure(value, unit)}" for name, value, unit in rows),
        f"  {'no head found':<24}{summary.missed:>8d}",
    ]


def _figure(value: float | None, unit: str) -> str:
    return f"{value:8.2f} {unit}" if value is not None else "       -"
