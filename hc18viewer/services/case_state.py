"""What is known of one case."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.services.measures import measures_of
from hc18viewer.store.records import VerdictKind

if TYPE_CHECKING:
    from hc18viewer.biometry.dating import Dating
    from hc18viewer.biometry.head import HeadMeasures
    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.store.records import (
        Correction,
        PixelCalibration,
        StoredPrediction,
        Verdict,
    )

BOUND_TO_THE_SHAPE = (VerdictKind.ACCEPTED, VerdictKind.CORRECTED)
"""Verdicts that stand for the contour that they were given on, and for no later one."""


@dataclass(frozen=True, slots=True, eq=False)
class CaseState:
    """What is known of one case: the newest prediction, correction, verdict and dates.

    None for each that there is not.

    Attributes:
        others: the newest shape of each reader but the one whose correction counts, newest first;
            none of a reader who went back to the prediction.
        calibration: the pixel size that a reader gave the case.
    """

    case: Case
    prediction: StoredPrediction | None = None
    correction: Correction | None = None
    verdict: Verdict | None = None
    dating: Dating | None = None
    others: tuple[Correction, ...] = ()
    calibration: PixelCalibration | None = None

    @property
    def pixel_size_mm(self) -> float | None:
        """The length of a pixel's side: the reader's, else the data set's; None for neither."""
        if self.calibration is not None:
            return self.calibration.pixel_size_mm
        return self.case.pixel_size_mm

    @property
    def sized_case(self) -> Case:
        """The case with the pixel size that counts."""
        if self.calibration is None:
            return self.case
        return dataclasses.replace(self.case, pixel_size_mm=self.pixel_size_mm)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the case's files, but for what a calibration made up for."""
        return tuple(
            each for each in self.case.problems
            if self.calibration is None or "pixel size unknown" not in each
        )

    @property
    def interval_mm(self) -> tuple[float, float] | None:
        """The prediction's 90 % interval; None where it was made with another pixel size."""
        found = self.prediction.prediction if self.prediction else None
        if found is None or found.ellipse is None or self.pixel_size_mm is None:
            return None
        if found.hc_mm is None or not math.isclose(
            found.hc_mm, found.ellipse.perimeter * self.pixel_size_mm, rel_tol=1e-9
        ):
            return None
        return found.interval_mm

    @property
    def predicted_ellipse(self) -> Ellipse | None:
        """The prediction's ellipse."""
        return self.prediction.prediction.ellipse if self.prediction else None

    @property
    def corrected_ellipse(self) -> Ellipse | None:
        """The reader's ellipse, None when there is none or the reader went back on it."""
        return self.correction.ellipse if self.correction else None

    @property
    def corrected_shape(self) -> HeadShape | None:
        """The reader's shape, None when there is none or the reader went back on it."""
        return self.correction.shape if self.correction else None

    @property
    def ellipse(self) -> Ellipse | None:
        """The ellipse that counts: the reader's, else the prediction's."""
        return self.corrected_ellipse or self.predicted_ellipse

    @property
    def measures(self) -> HeadMeasures | None:
        """The measures of the ellipse that counts; None without ellipse or pixel size."""
        if self.ellipse is None:
            return None
        return measures_of(self.ellipse, self.pixel_size_mm)

    @property
    def verdict_kind(self) -> VerdictKind | None:
        """The verdict that stands, None when there is none or it was withdrawn.

        An acceptance stands for the contour that it was given for, and for no later one.
        """
        if self.verdict is None or self.verdict.kind is VerdictKind.WITHDRAWN:
            return None
        newest = self.correction.revision if self.correction else None
        if self.verdict.kind in BOUND_TO_THE_SHAPE and self.verdict.correction_revision != newest:
            return None
        return self.verdict.kind
