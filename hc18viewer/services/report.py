"""Write the report of an evaluation."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.export.pictures import as_data_url, side_by_side
from hc18viewer.export.report_page import ReportContent, ShownCase, report_page
from hc18viewer.files import write_text
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.services.prediction import OutputError
from hc18viewer.training.log import LOG_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.services.evaluation import Evaluation

WORST, TYPICAL = 10, 4


def write_report(
    path: Path, evaluation: Evaluation, study: Study, *, model_folder: Path,
    report: ProgressReport, token: CancelToken,
) -> None:
    """Write an evaluation as one HTML page with plots, pictures and the training's curves.

    Raises:
        OutputError: the file cannot be written.
        Cancelled: the token was set.
    """
    ranked = sorted(evaluation.cases, key=lambda case: case.dice_percent)
    middle = max(0, len(ranked) // 2 - TYPICAL // 2)
    worst, typical = ranked[:WORST], ranked[max(middle, WORST):][:TYPICAL]
    cases = {case.key: case for case in study.cases}
    shown = []
    for number, figures in enumerate((*worst, *typical)):
        token.check()
        shown.append(ShownCase(figures, _picture(cases[figures.case_key], figures)))
        report(Progress(number + 1, len(worst) + len(typical), "Drawing pictures"))
    page = report_page(ReportContent(
        model=evaluation.model, study=study.name, fold=evaluation.fold,
        summary=evaluation.summary, intervals=evaluation.intervals_95, strata=evaluation.strata,
        cases=evaluation.cases,
        failures=tuple((each.case_key, each.reason) for each in evaluation.failures),
        worst=tuple(shown[: len(worst)]), typical=tuple(shown[len(worst) :]),
        training=_training(model_folder / LOG_FILE),
    ))
    try:
        write_text(path, page)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}. Name another.") from error


def _picture(case: Case, figures: CaseFigures) -> str:
    if figures.truth is None:
        return ""
    try:
        image = read_grey(case.image_path)
    except ImageError:  # it could be read a moment ago; the page says that there is none
        return ""
    return as_data_url(side_by_side(image, truth=figures.truth, predicted=figures.predicted))


def _training(path: Path) -> tuple[dict[str, float], ...]:
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            {name: float(value) for name, value in row.items() if value}
            for row in csv.DictReader(file)
        )
