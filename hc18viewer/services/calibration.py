"""Learn a model's margin from the subjects that a training held back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.evaluation.calibration import Check, Measured, check_margin, learn_margin
from hc18viewer.evaluation.split import held_back
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.model.margin import Margin, write_margin
from hc18viewer.progress import CancelToken, Progress, ProgressReport

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.evaluation.split import Fold
    from hc18viewer.model.predictor import Predictor


@dataclass(frozen=True, slots=True)
class Calibration:
    """A margin, how it does on subjects it was not learnt from, and the cases left out."""

    margin: Margin
    check: Check
    left_out: tuple[str, ...]


def calibrate_model(
    predictor: Predictor, study: Study, folder: Path, *, fold: Fold, report: ProgressReport,
    token: CancelToken,
) -> Calibration:
    """Learn the margin of a model and write it into the model's folder, `folder`.

    `predictor` is one that was trained without the subjects of `fold`: the model itself, or its
    twin by the same recipe where the model has seen all subjects.

    Raises:
        TooFewHeadsError: too few heads with a truth and a pixel size.
        Cancelled: the token was set.
    """
    annotated = [case for case in held_back(study.cases, fold) if case.annotation_path]
    heads: list[Measured] = []
    left_out: list[str] = []
    for number, case in enumerate(annotated):
        token.check()
        try:
            heads.append(_measured(predictor, case))
        except ImageError as error:
            left_out.append(f"{case.key}: {error}")
        report(Progress(number + 1, len(annotated), "Measuring errors"))
    source = (
        f"{len(heads)} heads of {len({head.subject for head in heads})} subjects of {study.name}, "
        f"fold {fold}, predicted by {predictor.model}"
    )
    margin = learn_margin(heads, source=source)
    write_margin(margin, folder)
    return Calibration(margin, check_margin(heads), tuple(left_out))


def _measured(predictor: Predictor, case: Case) -> Measured:
    truth = truth_ellipse(case)
    if truth is None or case.pixel_size_mm is None:
        raise ImageError("There is no truth in millimetres to compare with.")
    looks = predictor.look(read_grey(case.image_path))
    if looks.found.ellipse is None or looks.doubt is None:
        raise ImageError("No head was found.")
    hc_mm = looks.found.ellipse.perimeter * case.pixel_size_mm
    return Measured(
        case.subject, looks.doubt, hc_mm, hc_mm - truth.perimeter * case.pixel_size_mm
    )
