"""Between the rows of a store and the records that cross the floors."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.model.prediction import Prediction
from hc18viewer.store.history import HistoryRow, StepKind
from hc18viewer.store.records import (
    Correction,
    PixelCalibration,
    StoredPrediction,
    Verdict,
    VerdictKind,
)

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points
    from hc18viewer.store.schema import (
        CalibrationRow,
        CorrectionRow,
        DatingRow,
        EllipseColumns,
        GateRow,
        PredictionRow,
        VerdictRow,
    )

_KINDS = {kind.value: kind for kind in StepKind}


def now() -> datetime.datetime:
    """Return the time in UTC."""
    return datetime.datetime.now(datetime.UTC)


def pack(contour: Points | None) -> bytes | None:
    """Write a contour, (N, 2) float64, as bytes; None for none."""
    return None if contour is None else contour.astype("<f8").tobytes()


def _unpack(packed: bytes | None) -> Points | None:
    if packed is None:
        return None
    contour = np.frombuffer(packed, dtype="<f8").astype(np.float64).reshape(-1, 2)
    contour.setflags(write=False)
    return contour


def write_ellipse(row: EllipseColumns, ellipse: Ellipse | None) -> None:
    """Write an ellipse into a row's columns."""
    if ellipse is not None:
        row.x, row.y, row.a, row.b = ellipse.x, ellipse.y, ellipse.a, ellipse.b
        row.angle_rad = ellipse.angle_rad


def _read_ellipse(row: EllipseColumns) -> Ellipse | None:
    if row.x is None or row.y is None or row.a is None or row.b is None or row.angle_rad is None:
        return None
    return Ellipse(row.x, row.y, row.a, row.b, row.angle_rad)


def _read_shape(row: CorrectionRow) -> HeadShape | None:
    points, ellipse = _unpack(row.contour), _read_ellipse(row)
    return ellipse if points is None or ellipse is None else FreeContour(points, ellipse)


def prediction_of(row: PredictionRow) -> StoredPrediction:
    """Read a prediction."""
    interval = None
    if row.low_mm is not None and row.high_mm is not None:
        interval = (row.low_mm, row.high_mm)
    prediction = Prediction(
        case_key=row.case_key, model=row.model, contour=_unpack(row.contour),
        ellipse=_read_ellipse(row), hc_mm=row.hc_mm, mean_probability=row.mean_probability,
        seconds=row.seconds, no_head_reason=row.no_head_reason,
        interval_mm=interval, risk_mm=row.risk_mm,
        reasons=tuple(row.reasons.split("\n")) if row.reasons else (),
    )
    return StoredPrediction(row.id, prediction, row.made_at)


def dating_of(row: DatingRow) -> tuple[str, Dating]:
    """Read the dates of a subject."""
    then = None if row.age_then_days is None else GestationalAge(row.age_then_days)
    return row.subject, Dating(row.scan, Basis(row.basis), row.day, then)


def gate_draw_of(row: GateRow) -> tuple[str, bool]:
    """Read whether a subject was drawn for the gate."""
    return row.subject, row.inside


def correction_of(row: CorrectionRow) -> Correction:
    """Read a correction."""
    return Correction(
        revision=row.id, case_key=row.case_key, shape=_read_shape(row), reader=row.reader,
        made_at=row.made_at, gesture=row.gesture, based_on_prediction=row.based_on_prediction,
    )


def history_row_of(
    revision: int, gesture: str, step: str | None, of_step: int | None
) -> HistoryRow:
    """Read what a row tells of a case's steps."""
    kind = None if step is None else _KINDS.get(step, StepKind.EDIT)
    return HistoryRow(revision, str(gesture), kind, of_step)


def verdict_of(row: VerdictRow) -> Verdict:
    """Read a verdict."""
    return Verdict(
        revision=row.id, case_key=row.case_key, kind=VerdictKind(row.kind), reason=row.reason,
        reader=row.reader, made_at=row.made_at, prediction_revision=row.prediction_revision,
        correction_revision=row.correction_revision,
    )


def calibration_of(row: CalibrationRow) -> PixelCalibration:
    """Read a pixel size that a reader gave; one that was taken back has none.

    Raises:
        ValueError: the pixel size is not positive.
    """
    if row.pixel_size_mm is not None and not row.pixel_size_mm > 0:
        raise ValueError("a pixel size is positive")
    line = None
    if row.x1 is not None and row.y1 is not None and row.x2 is not None and row.y2 is not None:
        line = ((row.x1, row.y1), (row.x2, row.y2))
    return PixelCalibration(
        row.id, row.case_key, row.pixel_size_mm, line, row.length_mm, row.drawn_on, row.reader,
        row.made_at,
    )
