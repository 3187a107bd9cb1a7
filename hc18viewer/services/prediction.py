"""Predict the cases of a study and write what was found."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.export.masks import write_mask
from hc18viewer.export.tables import (
    MeasurementRow,
    SubmissionRow,
    write_measurements,
    write_submission,
)
from hc18viewer.geometry.mask import ellipse_mask
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.services.measures import measures_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.geometry.types import GreyImage
    from hc18viewer.model.prediction import Prediction
    from hc18viewer.model.predictor import Predictor

NO_PIXEL_SIZE = "The pixel size is not known: there are no lengths in mm."


class OutputError(Hc18ViewerError):
    """Results that cannot be written; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A case without a full result, and why."""

    case_key: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """One case's prediction with its image; `error` says why there is none."""

    case: Case
    image: GreyImage | None
    prediction: Prediction | None
    error: str = ""


def predict_case(predictor: Predictor, case: Case) -> Predicted:
    """Read a case's image and predict it; an image that cannot be read becomes an error."""
    started = time.perf_counter()
    try:
        image = read_grey(case.image_path)
    except ImageError as error:
        return Predicted(case, None, None, str(error))
    prediction = predictor.predict(
        image, case_key=case.key, pixel_size_mm=case.pixel_size_mm, started=started
    )
    return Predicted(case, image, prediction)


def predict_cases(
    predictor: Predictor, cases: Sequence[Case], *, report: ProgressReport, token: CancelToken
) -> Iterator[Predicted]:
    """Yield each case's prediction in turn.

    Raises:
        Cancelled: the token was set.
    """
    for number, case in enumerate(cases):
        token.check()
        yield predict_case(predictor, case)
        report(Progress(number + 1, len(cases), "Predicting"))


def predict_study(
    predictor: Predictor,
    study: Study,
    folder: Path,
    *,
    masks: bool,
    report: ProgressReport,
    token: CancelToken,
) -> list[Failure]:
    """Predict all cases and write a submission and a table of measures into `folder`.

    Where the study has several sets, each gets its own pair of tables, since names repeat
    between them. With `masks`, each head's filled ellipse is written as `masks/SET/NAME.png`.
    Returns the cases that have no full result. The tables of a cancelled run are not written.

    Raises:
        OutputError: the folder cannot be written, or holds the study's own images.
        Cancelled: the token was set.
    """
    _refuse_folder(study, folder)
    submission: dict[str, list[SubmissionRow]] = {name: [] for name in study.set_names}
    measurements: dict[str, list[MeasurementRow]] = {name: [] for name in study.set_names}
    stems = Counter((case.set_name, case.image_path.stem.casefold()) for case in study.cases)
    failures = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for predicted in predict_cases(predictor, study.cases, report=report, token=token):
            case = predicted.case
            row = _measurement(predicted)
            measurements[case.set_name].append(row)
            if row.error:
                failures.append(Failure(case.key, row.error))
            ellipse = predicted.prediction.ellipse if predicted.prediction else None
            if ellipse is None:
                continue
            if case.pixel_size_mm is not None:
                submission[case.set_name].append(
                    SubmissionRow.of(case.filename, ellipse, case.pixel_size_mm)
                )
            if masks and predicted.image is not None:
                shape = (predicted.image.shape[0], predicted.image.shape[1])
                repeats = stems[case.set_name, case.image_path.stem.casefold()] > 1
                name = f"{case.filename if repeats else case.image_path.stem}_Mask.png"
                write_mask(folder / "masks" / case.set_name / name, ellipse_mask(ellipse, shape))
        for set_name in study.set_names:
            tail = _tail(study, set_name)
            write_submission(folder / f"submission{tail}.csv", submission[set_name])
            write_measurements(folder / f"measurements{tail}.csv", measurements[set_name])
    except OSError as error:
        raise OutputError(
            f"The results cannot be written into {folder}: {error.strerror or error}. "
            "Choose another folder, or make room on the disk."
        ) from error
    return failures


def _tail(study: Study, set_name: str) -> str:
    """Return what tells the names of a set's tables from those of the study's other sets."""
    if len(study.set_names) < 2:
        return ""
    if not set_name and study.name.casefold() in map(str.casefold, study.set_names):
        return ""  # images beside a sub-folder that is named as the study is
    return f"-{set_name.replace('/', '-') or study.name}"


def _why_no_lengths(case: Case) -> str:
    reasons = [problem for problem in case.problems if "pixel size unknown" in problem]
    return " ".join((NO_PIXEL_SIZE, *reasons))


def _refuse_folder(study: Study, folder: Path) -> None:
    """Refuse a folder for results that is no folder or holds the study's own images.

    Raises:
        OutputError: it is one of these.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file. Choose a folder for the results.")
    own = {study.root, *(case.image_path.parent for case in study.cases)}
    if folder.resolve() in own:
        raise OutputError(
            f"{folder} holds the images themselves, and the results would be taken for more of "
            "them. Choose another folder."
        )


def _measurement(predicted: Predicted) -> MeasurementRow:
    case, prediction = predicted.case, predicted.prediction
    error = predicted.error
    measures = None
    if prediction is not None and prediction.ellipse is None:
        error = prediction.no_head_reason
    elif prediction is not None and prediction.ellipse is not None:
        measures = measures_of(prediction.ellipse, case.pixel_size_mm)
        error = "" if measures else _why_no_lengths(case)
    return MeasurementRow(
        filename=case.filename,
        hc_mm=measures.hc_mm if measures else None,
        bpd_mm=measures.bpd_mm if measures else None,
        ofd_mm=measures.ofd_mm if measures else None,
        pixel_size_mm=case.pixel_size_mm,
        seconds=round(prediction.seconds, 4) if prediction else None,
        error=error,
        hc_low_mm=prediction.interval_mm[0] if prediction and prediction.interval_mm else None,
        hc_high_mm=prediction.interval_mm[1] if prediction and prediction.interval_mm else None,
        risk_mm=prediction.risk_mm if prediction else None,
        reasons=" ".join(prediction.reasons) if prediction else "",
    )
