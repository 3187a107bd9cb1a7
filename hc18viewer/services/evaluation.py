"""Compare a model's predictions with the ground truth."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import SUFFIXES, ImageError
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.metrics import CaseFigures, Summary, compare, summarise
from hc18viewer.evaluation.split import Fold, held_back
from hc18viewer.evaluation.strata import Intervals, Stratum, intervals, strata
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.files import write_text
from hc18viewer.services.prediction import Failure, OutputError, Predicted, predict_cases

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.model.predictor import Predictor
    from hc18viewer.progress import CancelToken, ProgressReport


class NothingToEvaluateError(Hc18ViewerError):
    """No case has a ground truth."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A model's figures on the cases of a study that have a ground truth."""

    model: str
    fold: str
    summary: Summary
    intervals_95: Intervals
    strata: tuple[Stratum, ...]
    cases: tuple[CaseFigures, ...]
    failures: tuple[Failure, ...]


def evaluate_study(
    predictor: Predictor,
    study: Study,
    *,
    fold: Fold | None,
    report: ProgressReport,
    token: CancelToken,
) -> Evaluation:
    """Predict every case that has a ground truth and compare, ellipse against ellipse.

    With `fold`, only that fold's subjects take part: those that a training with the same fold
    has not seen. A case that cannot be read is among the failures and in no figure.

    Raises:
        NothingToEvaluateError: no case has a ground truth.
        Cancelled: the token was set.
    """
    wanted = held_back(study.cases, fold) if fold else study.cases
    annotated = [case for case in wanted if case.annotation_path is not None]
    failures = [
        Failure(case.key, case.annotation_problem) for case in wanted if case.annotation_problem
    ]
    if not annotated and not failures:
        raise NothingToEvaluateError(
            "None of these images has a ground truth: there is nothing to compare with. "
            "Beside NAME.png a NAME_Annotation.png is looked for."
        )
    figures: list[CaseFigures] = []
    for predicted in predict_cases(predictor, annotated, report=report, token=token):
        try:
            figures.append(_figures(predicted))
        except ImageError as error:
            failures.append(Failure(predicted.case.key, str(error)))
    return Evaluation(
        model=predictor.model, fold=str(fold) if fold else "all", summary=summarise(figures),
        intervals_95=intervals(figures), strata=strata(figures), cases=tuple(figures),
        failures=tuple(failures),
    )


def _figures(predicted: Predicted) -> CaseFigures:
    truth = truth_ellipse(predicted.case)
    if predicted.prediction is None or predicted.image is None or truth is None:
        raise ImageError(predicted.error)
    return compare(
        predicted.case.key,
        predicted=predicted.prediction.ellipse, truth=truth,
        shape=(predicted.image.shape[0], predicted.image.shape[1]),
        pixel_size_mm=predicted.case.pixel_size_mm,
    )


def refuse_files(study: Study, *paths: Path) -> None:
    """Refuse files for results that cannot be written, are one, or are the study's own.

    Raises:
        OutputError: two are the same, or one is a folder, an image or a table of the study.
    """
    for path in paths:
        _refuse_file(study, path)
    if len({path.resolve() for path in paths}) < len(paths):
        raise OutputError(f"{paths[0]} cannot hold two results. Name two files.")


def write_evaluation(path: Path, evaluation: Evaluation) -> None:
    """Write an evaluation as JSON, whole or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    write_output(path, json.dumps(asdict(evaluation), indent=2, ensure_ascii=False) + "\n")


def write_output(path: Path, text: str) -> None:
    """Write a result, whole or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    # A file name that is no UTF-8 holds lone surrogates; this writes them as their escapes.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    try:
        write_text(path, text)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}. Name another.") from error


def _refuse_file(study: Study, path: Path) -> None:
    if path.is_dir():
        raise OutputError(f"{path} is a folder. Name a file for the results.")
    # where it lies, and where it leads: an image of the study may be a link to elsewhere
    places = (path.parent.resolve() / path.name, path.resolve())
    inside = any(place.is_relative_to(study.root) for place in places)
    if inside and path.exists() and path.suffix.lower() in {*SUFFIXES, ".csv"}:
        raise OutputError(f"{path} belongs to the study and is not written over. Name another.")
