"""An evaluation as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.evaluation.listing import figure_rows

if TYPE_CHECKING:
    from hc18viewer.evaluation.strata import Stratum
    from hc18viewer.services.calibration import Calibration
    from hc18viewer.services.evaluation import Evaluation


def summary_lines(evaluation: Evaluation) -> list[str]:
    """Return the lines that `evaluate` prints."""
    summary = evaluation.summary
    return [
        f"{evaluation.model} on {summary.n} cases (fold: {evaluation.fold})",
        *(f"  {row.name:<24}{_figure(row.value, row.unit)}{_sure(row.interval)}"
          for row in figure_rows(summary, evaluation.intervals_95)),
        f"  {'no head found':<24}{summary.missed:>8d}",
        "",
        f"  {'':<20}{'cases':>7}{'Dice %':>9}{'HD mm':>9}{'error mm':>10}{'bias mm':>9}",
        *map(_stratum_line, evaluation.strata),
    ]


def calibration_lines(done: Calibration) -> list[str]:
    """Return the lines that `calibrate` prints."""
    margin, check = done.margin, done.check
    return [
        f"Margin learnt from {margin.source}",
        "On subjects left out of the learning, a fifth at a time:",
        f"  {'heads in their interval':<40}{100 * check.coverage:8.1f} %",
        f"  {'mean length of the intervals':<40}{check.width_mm:8.2f} mm",
        f"  {'one length for all that holds as many':<40}{check.constant_width_mm:8.2f} mm",
        f"  {'errors above 3 mm':<40}{check.large_errors:8d}",
        f"  {'of those among the riskiest fifth':<40}{100 * check.caught_share:8.1f} %",
    ]


def _stratum_line(stratum: Stratum) -> str:
    s = stratum.summary
    return (
        f"  {stratum.name:<20}{s.n:>7d}{_cell(s.dice_percent):>9}{_cell(s.hd_mm):>9}"
        f"{_cell(s.hc_mae_mm):>10}{_cell(s.hc_bias_mm):>9}"
    )


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _sure(interval: tuple[float, float] | None) -> str:
    return f"  ({interval[0]:.2f} to {interval[1]:.2f})" if interval else ""


def _figure(value: float | None, unit: str) -> str:
    return f"{value:8.2f} {unit}" if value is not None else "       -"
