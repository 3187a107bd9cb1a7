"""Contours as Qt's painter takes them, made without a loop over their points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg

from hc18viewer.geometry.thin import thinned

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath, QPolygonF

    from hc18viewer.geometry.types import Points

# Qt takes the longer the more sides a line has; below this many it does not matter.
_MANY = 240
_TOLERANCE = 0.1
"""Pixels of the screen by which a line may be off: less than the eye can see."""


def screen_path(points: Points, pixel: float) -> QPainterPath:
    """Return the closed path through `points`, (N, 2) in pixels of the image.

    `pixel` is the side of a pixel of the screen in pixels of the image: points that cannot be
    told apart at this zoom are left out.
    """
    return closed_path(thinned(points, _TOLERANCE * pixel) if len(points) > _MANY else points)


def closed_path(points: Points) -> QPainterPath:
    """Return the closed path through all of `points`, (N, 2) in pixels of the image."""
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    path: QPainterPath = pg.arrayToQPath(x, y, finiteCheck=False)
    path.closeSubpath()
    return path


def polygon(points: Points) -> QPolygonF:
    """Return the points, (N, 2) in pixels of the image, as Qt takes them."""
    made: QPolygonF = pg.functions.arrayToQPolygonF(points[:, 0], points[:, 1])
    return made
