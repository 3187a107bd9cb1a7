"""A contour with fewer points that looks the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points


def thinned(contour: Points, tolerance: float) -> Points:
    """Return those points of a contour, (N, 2), without which it would move by `tolerance` pixels.

    Ramer (1972) and Douglas and Peucker (1973), in single precision: for drawing, never for
    measuring. The first point stays the first, so that dashes along the line keep their places.
    """
    closed = np.concatenate((contour, contour[:1])).astype(np.float32)
    kept = cv2.approxPolyDP(closed[:, None], tolerance, False)[:, 0]
    return kept.astype(np.float64)
