"""The shape that a reader gives a head: an ellipse, or a closed contour with its ellipse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.fit import fit_ellipse

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points


@dataclass(frozen=True, slots=True, eq=False)
class FreeContour:
    """A closed contour of any form, and the ellipse that is fitted to it: HC is that one's.

    Attributes:
        points: (N, 2) float64 in pixels, not writable; the first is not repeated at the end.
        ellipse: the direct least-squares fit to the points.
    """

    points: Points
    ellipse: Ellipse

    @classmethod
    def of(cls, points: Points) -> FreeContour:
        """Return the contour through `points`, (N, 2).

        Raises:
            FitError: no ellipse fits them.
        """
        kept = np.array(points, np.float64)
        kept.setflags(write=False)
        return cls(kept, fit_ellipse(kept))

    def __eq__(self, other: object) -> bool:
        """Whether two contours are the same to the bit."""
        if not isinstance(other, FreeContour):
            return NotImplemented
        return self.points.shape == other.points.shape and bool((self.points == other.points).all())

    def __hash__(self) -> int:
        return hash(self.points.tobytes())


HeadShape: TypeAlias = Ellipse | FreeContour


def ellipse_of(shape: HeadShape) -> Ellipse:
    """Return the ellipse whose perimeter is the head's circumference."""
    return shape if isinstance(shape, Ellipse) else shape.ellipse


def outline_of(shape: HeadShape, count: int = 180) -> Points:
    """Return the shape as a closed contour: its own points, or `count` of an ellipse's."""
    return shape.points(count) if isinstance(shape, Ellipse) else shape.points
