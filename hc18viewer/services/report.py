"""Write an evaluation as a page to read, with plots and pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.export.pictures import case_pictures
from hc18viewer.export.plots import Point
from hc18viewer.export.report_page import ReportContent, ShownCase, report_page
from hc18viewer.export.report_plots import Curve
from hc18viewer.model.card import read_card
from hc18viewer.progress import Progress
from hc18viewer.services.evaluation import write_output
from hc18viewer.training.log import LogError, LogRow, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.model.card import ModelCard
    from hc18viewer.progress import CancelToken, ProgressReport
    from hc18viewer.services.evaluation import Evaluation

_WORST, _TYPICAL = 10, 3
_SYNTHETIC = "These images are synthetic: drawn by the program, not taken of anyone."


def write_report(
    path: Path,
    evaluation: Evaluation,
    study: Study,
    *,
    model_folder: Path,
    report: ProgressReport,
    token: CancelToken,
) -> None:
    """Write the report of an evaluation of `study` as one HTML file, whole or not at all.

    The curves of the training are those of the log in `model_folder`.

    Raises:
        OutputError: the file cannot be written.
        CardError: the model's card cannot be read.
        Cancelled: the token was set.
    """
    card = read_card(model_folder)
    worst, typical = worst_and_typical(evaluation.cases)
    shown = _shown([*worst, *typical], study, report, token)
    curves, curves_note = training_curves(model_folder)
    write_output(path, report_page(ReportContent(
        model=evaluation.model, study=study.name,
        made_at=f"Written {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        facts=_facts(evaluation, study, card), warning=_SYNTHETIC if study.synthetic else "",
        summary=evaluation.summary, intervals_95=evaluation.intervals_95,
        strata=evaluation.strata, cases=evaluation.cases,
        failures=tuple((failure.case_key, failure.reason) for failure in evaluation.failures),
        worst=shown[:len(worst)], typical=shown[len(worst):],
        curves=curves, curves_note=curves_note,
    )))


def worst_and_typical(
    cases: Sequence[CaseFigures],
) -> tuple[list[CaseFigures], list[CaseFigures]]:
    """Return the ten cases of the least Dice, the worst first, and three next to the median.

    A case is shown once: the typical ones lack those that are among the worst.
    """
    ranked = sorted(cases, key=lambda f: (f.dice_percent, f.case_key))
    worst = ranked[:_WORST]
    if not ranked:
        return [], []
    median = float(np.median([f.dice_percent for f in ranked]))
    nearest = sorted(ranked, key=lambda f: (abs(f.dice_percent - median), f.case_key))
    return worst, [f for f in nearest[:_TYPICAL] if f not in worst]


def training_curves(model_folder: Path) -> tuple[tuple[Curve, ...], str]:
    """Return the curves of a model's training, and why there are none, "" where there are."""
    try:
        rows = read_rows(model_folder)
    except LogError as error:
        return (), str(error)
    if not rows:
        return (), "The log of the training holds no epoch."
    # A first epoch is so far from the last ones that these would be one flat line on even scales.
    return (
        Curve("loss on the images trained on", "loss", _points(rows, lambda row: row.loss), "log"),
        Curve("Dice on the cases held back", "Dice (%)",
              _points(rows, lambda row: row.held_back_dice_percent), "near 100"),
        Curve("mean absolute HC error on the cases held back", "HC error (mm)",
              _points(rows, lambda row: row.held_back_hc_mae_mm), "log"),
    ), ""


def _points(
    rows: Sequence[LogRow], value: Callable[[LogRow], float | None]
) -> tuple[Point, ...]:
    values = ((row.epoch, value(row)) for row in rows)
    return tuple(Point(epoch, y, f"epoch {epoch}: {y:.4g}") for epoch, y in values if y is not None)


def _shown(
    figures: Sequence[CaseFigures], study: Study, report: ProgressReport, token: CancelToken
) -> tuple[ShownCase, ...]:
    cases = {case.key: case for case in study.cases}
    shown = []
    for number, one in enumerate(figures):
        token.check()
        shown.append(_shown_case(one, cases[one.case_key]))
        report(Progress(number + 1, len(figures), "Drawing"))
    token.check()
    return tuple(shown)


def _shown_case(figures: CaseFigures, case: Case) -> ShownCase:
    try:
        image = read_grey(case.image_path)
    except ImageError as error:  # it was there when it was compared
        return ShownCase(figures, (), f"The image cannot be shown any more: {error}")
    pictures = case_pictures(image, truth=figures.truth, predicted=figures.predicted)
    return ShownCase(figures, pictures)


def _facts(
    evaluation: Evaluation, study: Study, card: ModelCard
) -> tuple[tuple[str, str], ...]:
    summary = evaluation.summary
    every = evaluation.fold == "all"
    return (
        ("Model", evaluation.model),
        ("Trained", f"{card.made_at}, by version {card.program} of the program"),
        ("Trained on", card.data),
        ("Not seen in training", card.split or "nothing: it has seen all subjects of its data"),
        ("Grid", f"{card.grid[0]} x {card.grid[1]}"),
        ("Study", study.name),
        ("Fold", "all subjects of the study" if every
         else f"{evaluation.fold}, the subjects that a training with this fold has not seen"),
        ("Cases compared (n)", str(summary.n)),
        ("No head found (missed)", str(summary.missed)),
        ("Could not be compared", str(len(evaluation.failures))),
    )
