"""What one model version found on one case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import Points


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What one model version found on one case; immutable.

    Attributes:
        case_key: the case's key in its study.
        model: the version of the model, as its card names it.
        contour: where the probability map crosses one half, (N, 2) float64 in pixels of the
            image, not writable; None where no head was found.
        ellipse: the ellipse fitted to the contour; None where no head was found.
        hc_mm: the ellipse's perimeter; None where the pixel size is not known or no head found.
        mean_probability: the mean probability inside the contour, 0 to 1.
        seconds: how long it took from the file to the ellipse.
        interval_mm: the bounds that hold the true HC in 90 % of heads; None without HC in mm, and
            for a model whose margin is not known.
        risk_mm: the error of HC to expect; None where there is no interval.
        reasons: why the prediction is doubtful, plain sentences; none for an ordinary head.
        no_head_reason: why no head was found, in plain words; "" where one was.
    """

    case_key: str
    model: str
    contour: Points | None
    ellipse: Ellipse | None
    hc_mm: float | None
    mean_probability: float
    seconds: float
    no_head_reason: str = ""
    interval_mm: tuple[float, float] | None = None
    risk_mm: float | None = None
    reasons: tuple[str, ...] = ()
