"""An evaluation as one HTML page that needs nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.export.plots import Curve, Level, curves, scatter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.evaluation.metrics import CaseFigures, Summary
    from hc18viewer.evaluation.strata import Intervals, Stratum

DASH = "–"
_AGREEMENT = 1.96  # standard deviations to either side hold 95 % of a normal distribution


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with its pictures, as a data URL; "" where the image cannot be read."""

    figures: CaseFigures
    picture: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that stands in a report."""

    model: str
    study: str
    fold: str
    summary: Summary
    intervals: Intervals
    strata: tuple[Stratum, ...]
    cases: tuple[CaseFigures, ...]
    failures: tuple[tuple[str, str], ...]
    worst: tuple[ShownCase, ...]
    typical: tuple[ShownCase, ...]
    training: tuple[dict[str, float], ...]


def report_page(content: ReportContent) -> str:
    """Return the page."""
    parts = [
        f"<h1>{escape(content.model)} on {escape(content.study)}</h1>",
        f"<p>{_which(content)}</p>",
        _table(content), _strata(content.strata), *_plots(content.cases),
        _pictures("The worst cases", content.worst),
        _pictures("Typical cases", content.typical),
        _training(content.training), _failures(content.failures),
    ]
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(content.model)}: evaluation</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(parts)}</body></html>\n"
    )


def limits_of_agreement(differences: Sequence[float]) -> tuple[float, float, float]:
    """Return the mean difference and the bounds 1.96 standard deviations around it.

    Bland and Altman, Lancet 1986;327:307. One difference alone has no spread.
    """
    bias = float(np.mean(differences))
    spread = float(np.std(differences, ddof=1)) if len(differences) > 1 else 0.0
    return bias, bias - _AGREEMENT * spread, bias + _AGREEMENT * spread


def _which(content: ReportContent) -> str:
    who = "all subjects" if content.fold == "all" else f"the subjects of fold {content.fold}"
    missed = content.summary.missed
    return escape(
        f"{content.summary.n} cases of {who}; no head found in {missed}. Truth and prediction are "
        "compared ellipse against ellipse, as the HC18 challenge does."
    )


def _table(content: ReportContent) -> str:
    s, sure = content.summary, content.intervals
    rows = (
        ("Dice", s.dice_percent, "%", sure.dice_percent),
        ("IoU", s.iou_percent, "%", sure.iou_percent),
        ("worst Dice", s.worst_dice_percent, "%", None),
        ("Hausdorff distance", s.hd_mm, "mm", sure.hd_mm),
        ("HC error, mean absolute", s.hc_mae_mm, "mm", sure.hc_mae_mm),
        ("HC bias", s.hc_bias_mm, "mm", sure.hc_bias_mm),
    )
    body = "".join(
        f"<tr><td>{name}</td><td>{_value(value, unit)}</td><td>{_between(interval)}</td></tr>"
        for name, value, unit, interval in rows
    )
    head = "<tr><th></th><th>mean</th><th>95 % interval</th></tr>"
    return f"<h2>Figures</h2><table>{head}{body}</table>"


def _strata(strata: Sequence[Stratum]) -> str:
    if not strata:
        return ""
    body = "".join(
        f"<tr><td>{escape(each.name)}</td><td>{each.summary.n}</td>"
        f"<td>{_value(each.summary.dice_percent, '%')}</td>"
        f"<td>{_value(each.summary.hd_mm, 'mm')}</td>"
        f"<td>{_value(each.summary.hc_mae_mm, 'mm')}</td>"
        f"<td>{_value(each.summary.hc_bias_mm, 'mm')}</td></tr>"
        for each in strata
    )
    return (
        "<table><tr><th></th><th>cases</th><th>Dice</th><th>Hausdorff</th><th>HC error</th>"
        f"<th>HC bias</th></tr>{body}</table>"
    )


def _plots(cases: Sequence[CaseFigures]) -> list[str]:
    pairs = [
        (case.case_key, case.hc_truth_mm, case.hc_predicted_mm)
        for case in cases
        if case.hc_truth_mm is not None and case.hc_predicted_mm is not None
    ]
    if not pairs:
        return ["<p>Without a pixel size there are no lengths to plot.</p>"]
    names = [name for name, _, _ in pairs]
    truths = [truth for _, truth, _ in pairs]
    differences = [found - truth for _, truth, found in pairs]
    means = [(found + truth) / 2 for _, truth, found in pairs]
    bias, low, high = limits_of_agreement(differences)
    agreement = scatter(
        means, differences, names=names, x_label="Mean of predicted and true HC (mm)",
        y_label="Predicted − true HC (mm)",
        levels=(
            Level(bias, f"bias {bias:+.2f}"),
            Level(low, f"−1.96 SD {low:+.2f}", dashed=True),
            Level(high, f"+1.96 SD {high:+.2f}", dashed=True),
        ),
    )
    by_size = scatter(
        truths, [abs(difference) for difference in differences], names=names,
        x_label="True HC (mm)", y_label="Absolute HC error (mm)",
    )
    return [f"<h2>Agreement of HC (Bland and Altman)</h2>{agreement}",
            f"<h2>HC error against HC</h2>{by_size}"]


def _pictures(title: str, shown: Sequence[ShownCase]) -> str:
    if not shown:
        return ""
    figures = "".join(
        f"<figure>{_image(each)}<figcaption>{_caption(each.figures)}</figcaption></figure>"
        for each in shown
    )
    return (
        f'<h2>{title}</h2><p>Image, <b class="truth">truth</b>, '
        f'<b class="prediction">prediction</b>.</p>{figures}'
    )


def _image(shown: ShownCase) -> str:
    name = escape(shown.figures.case_key, quote=True)
    return f'<img src="{shown.picture}" alt="{name}">' if shown.picture else "<p>No image.</p>"


def _caption(case: CaseFigures) -> str:
    error = "no head found" if not case.found else f"HC error {_value(case.hc_error_mm, 'mm')}"
    return (
        f"<b>{escape(case.case_key)}</b>: Dice {_value(case.dice_percent, '%')}, "
        f"{error}, true HC {_value(case.hc_truth_mm, 'mm')}"
    )


def _training(rows: Sequence[dict[str, float]]) -> str:
    if not rows:
        return "<h2>Training</h2><p>The model has no log of its training.</p>"
    drawn = ["<h2>Training</h2>"]
    for column, label in _CURVES.items():
        kept = [(row["epoch"], row[column]) for row in rows if column in row]
        if kept:
            epochs, values = zip(*kept, strict=True)
            drawn.append(curves(
                (Curve(label, epochs, values),), x_label="Epoch", y_label=label
            ))
    return "".join(drawn)


_CURVES = {
    "loss": "Loss", "held_back_dice_percent": "Dice, held back (%)",
    "held_back_hc_mae_mm": "HC error, held back (mm)",
}


def _failures(failures: Sequence[tuple[str, str]]) -> str:
    if not failures:
        return ""
    rows = "".join(f"<li>{escape(name)}: {escape(why)}</li>" for name, why in failures)
    return f"<h2>Left out</h2><ul>{rows}</ul>"


def _value(value: float | None, unit: str) -> str:
    return DASH if value is None else f"{value:.2f} {unit}".replace("-", "−")


def _between(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f} to {interval[1]:.2f}".replace("-", "−")


_STYLE = """
body { font: 15px/1.5 sans-serif; color: #1b2127; max-width: 960px; margin: 2em auto;
  padding: 0 1em }
table { border-collapse: collapse; margin: 1em 0 }
th, td { padding: .3em .9em; border-bottom: 1px solid #d5dae0; text-align: right }
th:first-child, td:first-child { text-align: left }
figure { margin: 1em 0; break-inside: avoid } img { max-width: 100% } svg { max-width: 100% }
.truth { color: #0d7f61 } .prediction { color: #a86400 }
h2 { margin-top: 1.6em; break-after: avoid }
"""
