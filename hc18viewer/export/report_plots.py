"""The plots of an evaluation's report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.evaluation.agreement import agreement
from hc18viewer.export.html_text import escaped, measure
from hc18viewer.export.plots import Labels, Level, Point, finite, line_plot, scatter_plot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.evaluation.agreement import Agreement
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.export.axes import Scale


@dataclass(frozen=True, slots=True)
class Curve:
    """A figure of the training over its epochs; the label names it with its unit."""

    title: str
    label: str
    points: tuple[Point, ...]
    scale: Scale = "linear"


def agreement_plots(cases: Sequence[CaseFigures]) -> str:
    """Return the two plots of the HC's errors as HTML, words where there is no HC in mm."""
    known = [(f.case_key, f.hc_truth_mm, f.hc_error_mm) for f in cases
             if f.hc_truth_mm is not None and f.hc_error_mm is not None]
    if not known:
        return ("<p>There is nothing to draw: no case has both a head that was found and a known "
                "pixel size, so there are no lengths in mm.</p>")
    found = agreement(cases)
    missing = len(cases) - len(known)
    figures = [
        _figure(_bland_altman(known, found), _agreement_words(found)),
        _figure(
            _error_by_size(known),
            "HC error (predicted − true) against the true HC. Each point is one case.",
        ),
    ]
    words = f"<p>{missing} of {len(cases)} cases have no HC error in mm and are in no plot.</p>"
    return f'<div class="plots">{"".join(figures)}</div>{words if missing else ""}'


def curve_plots(curves: Sequence[Curve]) -> str:
    """Return the curves of a training as HTML; one without values is left to words."""
    drawn = [
        _figure(
            line_plot(curve.points, Labels(curve.title, "epoch", curve.label), scale=curve.scale),
            f"{curve.title}; at the end {_last(curve)}",
        )
        for curve in curves if finite(curve.points)
    ]
    uneven = ("<p>The upright scales are uneven, so that the late epochs can be told apart: see "
              "their ticks.</p>") if any(curve.scale != "linear" for curve in curves) else ""
    empty = [curve.title for curve in curves if not finite(curve.points)]
    words = f"<p>The log holds no values for: {escaped(', '.join(empty))}.</p>" if empty else ""
    return f'<div class="curves">{"".join(drawn)}</div>{uneven}{words}'


def _bland_altman(known: Sequence[tuple[str, float, float]], found: Agreement | None) -> str:
    points = [
        Point(true + error / 2, error, f"{key}: {measure(error, 'mm', signed=True)}")
        for key, true, error in known
    ]
    levels = [Level(0.0, quiet=True)]
    if found:
        levels += [
            Level(found.high_mm, _level_label("+1.96 sd", found.high_mm), dashed=True),
            Level(found.bias_mm, _level_label("bias", found.bias_mm)),
            Level(found.low_mm, _level_label("−1.96 sd", found.low_mm), dashed=True),
        ]
    labels = Labels("Bland-Altman plot of the HC", "mean of predicted and true HC (mm)",
                    "predicted − true HC (mm)")
    return scatter_plot(points, labels, levels=levels)


def _error_by_size(known: Sequence[tuple[str, float, float]]) -> str:
    points = [
        Point(true, error, f"{key}: {measure(error, 'mm', signed=True)}")
        for key, true, error in known
    ]
    labels = Labels("HC error against true HC", "true HC (mm)", "HC error (mm)")
    return scatter_plot(points, labels, levels=[Level(0.0, quiet=True)])


def _last(curve: Curve) -> str:
    last = finite(curve.points)[-1]
    return f"{last.y:.4g} (epoch {last.x:.0f})"


def _level_label(name: str, value_mm: float) -> str:
    return f"{name}: {measure(value_mm, 'mm', signed=True)}"


def _agreement_words(found: Agreement | None) -> str:
    if found is None:
        return ("Bland-Altman plot. Limits of agreement need two cases or more with an HC "
                "in mm.")
    low, high = (measure(v, "mm", signed=True) for v in (found.low_mm, found.high_mm))
    return (
        f"Bland-Altman plot of {found.n} cases: bias {measure(found.bias_mm, 'mm', signed=True)}, "
        f"95 % limits of agreement {low} to {high} (bias ± 1.96 sd, "
        f"sd {measure(found.sd_mm, 'mm')})."
    )


def _figure(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{escaped(caption)}</figcaption></figure>"
