"""Contours as Qt's painter takes them, made without a loop over their points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg

from hc18viewer.geometry.thin import thinned

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath, QPolygonF

    from hc18viewer.geometry.types import Points

# Qt takes the longer the more sides a line has; below this many it does not matter.
_MANY = 240
_TOLERANCE = 0.12
"""Pixels of the screen by which a line may be off: less than the eye can see."""

_FEWEST_SIDES, _MOST_SIDES = 24, 720


def sides_of(reach: float) -> int:
    """Return how many sides a circle or ellipse needs to look round.

    `reach` is its longer semi-axis in pixels of the screen: the middle of a side lies
    reach (1 - cos(pi / sides)) off the curve.
    """
    sides = math.ceil(math.pi * math.sqrt(reach / (2 * _TOLERANCE)))
    return min(max(sides, _FEWEST_SIDES), _MOST_SIDES)


def circle(x: float, y: float, radius: float, pixel: float) -> QPolygonF:
    """Return a circle, closed, as Qt takes it: it draws the sides many times as fast as the curve.

    All in pixels of the image; `pixel` is the side of a pixel of the screen in them.
    """
    sides = sides_of(radius / pixel)
    turns = np.linspace(0, 2 * np.pi, sides + 1)
    return polygon(np.column_stack((x + radius * np.cos(turns), y + radius * np.sin(turns))))


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
