"""A case as three pictures side by side: the image, the truth on it, the prediction on it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import GreyImage

_WIDTH = 300
_GAP = 6
_QUALITY = 82
TRUTH_BGR = (160, 209, 31)
PREDICTION_BGR = (46, 171, 255)
_SUBPIXEL_BITS = 4


def side_by_side(
    image: GreyImage, *, truth: Ellipse, predicted: Ellipse | None
) -> NDArray[np.uint8]:
    """Return image, truth and prediction, each 300 pixels wide, (H, 912, 3) uint8 as BGR."""
    shrink = _WIDTH / image.shape[1]
    height = max(1, round(image.shape[0] * shrink))
    small = np.asarray(cv2.cvtColor(
        cv2.resize(image, (_WIDTH, height), interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2BGR
    ), np.uint8)
    panels = [small.copy(), small.copy(), small.copy()]
    _draw(panels[1], truth, shrink, TRUTH_BGR)
    if predicted is not None:
        _draw(panels[2], predicted, shrink, PREDICTION_BGR)
    gap = np.full((height, _GAP, 3), 255, np.uint8)
    return np.hstack((panels[0], gap, panels[1], gap, panels[2]))


def as_data_url(picture: NDArray[np.uint8]) -> str:
    """Return a picture, (H, W, 3) as BGR, as a JPEG that stands in the page itself."""
    done, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise ValueError(f"a picture of shape {picture.shape} cannot be coded")
    return "data:image/jpeg;base64," + base64.b64encode(coded.tobytes()).decode("ascii")


def _draw(
    panel: NDArray[np.uint8], ellipse: Ellipse, shrink: float, colour: tuple[int, int, int]
) -> None:
    points = (ellipse.points(180) + 0.5) * shrink - 0.5
    fixed = np.round(points * 2**_SUBPIXEL_BITS).astype(np.int32)
    cv2.polylines(panel, [fixed], True, colour, 2, cv2.LINE_AA, _SUBPIXEL_BITS)
