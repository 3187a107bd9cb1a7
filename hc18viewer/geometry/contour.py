"""Closed contours: from a probability map or a mask, and their area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from skimage.measure import find_contours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Mask, Points


def level_contour(
    values: NDArray[np.floating], level: float = 0.5, *, outside: float = 0.0
) -> Points | None:
    """Return the closed contour of largest area on which `values`, (H, W), equals `level`.

    Marching squares: linear between pixel centres, so the contour is finer than the grid. A
    shape cut by the edge of the image is closed along that edge, as if `outside`, below the
    level, were the value beyond it. None where no pixel is above the level. The first point is
    not repeated at the end.
    """
    padded = np.pad(np.asarray(values, dtype=np.float64), 1, constant_values=outside)
    loops: list[Points] = find_contours(padded, level)  # type: ignore[no-untyped-call]
    if not loops:
        return None
    largest = max(loops, key=lambda loop: abs(signed_area(loop)))
    return np.ascontiguousarray(largest[:-1, ::-1] - 1)


def mask_contour(mask: Mask) -> Points | None:
    """Return the contour of the largest part of a bool mask, half a pixel outside its pixels."""
    return level_contour(mask.astype(np.float64))


def signed_area(contour: Points) -> float:
    """Return the area in square pixels; positive where the points run from +x towards +y."""
    x, y = contour[:, 0], contour[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
