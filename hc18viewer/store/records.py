"""What the store keeps, as it crosses the floors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hc18viewer.geometry.shape import ellipse_of

if TYPE_CHECKING:
    from datetime import datetime

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Line
    from hc18viewer.model.prediction import Prediction


class VerdictKind(Enum):
    """What a reader decided on a case."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    FLAGGED = "flagged"
    WITHDRAWN = "withdrawn"
    """The reader took the verdict before back: the case counts as not read."""


@dataclass(frozen=True, slots=True, eq=False)
class StoredPrediction:
    """A prediction as the store holds it; revisions count up from 1."""

    revision: int
    prediction: Prediction
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """One revision of a reader's contour.

    Attributes:
        shape: in pixels of the image; None when the reader went back to the prediction.
        gesture: what the reader did, such as "move axis end".
        based_on_prediction: the revision of the prediction that was shown, None for none.
        made_at: in UTC.
    """

    revision: int
    case_key: str
    shape: HeadShape | None
    reader: str
    made_at: datetime
    gesture: str
    based_on_prediction: int | None = None

    @property
    def ellipse(self) -> Ellipse | None:
        """The shape's ellipse."""
        return ellipse_of(self.shape) if self.shape is not None else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reader's decision on a case, with the revisions that it was made on."""

    revision: int
    case_key: str
    kind: VerdictKind
    reason: str
    reader: str
    made_at: datetime
    prediction_revision: int | None = None
    correction_revision: int | None = None


@dataclass(frozen=True, slots=True)
class PixelCalibration:
    """A pixel size that a reader gave a case by a line of known length.

    Attributes:
        pixel_size_mm: the length of a pixel's side; None in a row that takes it back.
        line: what was drawn, in pixels of the image.
        length_mm: what the line measures.
        drawn_on: the case that it was drawn on; one line can be for many cases.
        made_at: in UTC; the same for all cases of one line.
    """

    revision: int
    case_key: str
    pixel_size_mm: float | None
    line: Line | None
    length_mm: float | None
    drawn_on: str
    reader: str
    made_at: datetime
