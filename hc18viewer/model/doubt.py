"""What a prediction shows of its own doubt: how far its looks disagree, how soft its edge is."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import Points
    from hc18viewer.model.decode import Decoded

_OUTLINE_POINTS = 72
_SHAPE_WEIGHT = 5.0
_SOFT_LOGIT = 2.0  # a probability between 0.12 and 0.88


@dataclass(frozen=True, slots=True)
class Doubt:
    """Signs of doubt, all shares of the head's size, 0 for none.

    Attributes:
        mirror: how far the mirror image's outline lies from the close look's, in radii.
        mirror_hc: by how much their HC differ.
        whole: how far the whole image's outline lies from the one that counts, in radii.
        whole_hc: by how much their HC differ.
        shape: how far what the model sees is from an ellipse, in radii.
        softness: the area of undecided pixels against that of the head.
        outside: the share of the outline that lies beyond the image.
    """

    mirror: float
    mirror_hc: float
    whole: float
    whole_hc: float
    shape: float
    softness: float
    outside: float

    @property
    def unlikeness(self) -> float:
        """How little what is seen is like a head: soft at its edge, and no ellipse.

        The shape weighs as much more as it varies less from head to head.
        """
        return self.softness + _SHAPE_WEIGHT * self.shape

    def values(self) -> NDArray[np.float64]:
        """Return the signs in the order of the fields, (7,)."""
        return np.array([getattr(self, field.name) for field in fields(self)], np.float64)


def measure_doubt(
    *, first: Decoded, close: Decoded, mirrored: Decoded, found: Decoded,
    logits: NDArray[np.float32], image_shape: tuple[int, int],
) -> Doubt | None:
    """Return the doubt of a head found; None where one of the looks found none.

    `logits`, (H, W), are those that `found` was read from, `image_shape` is (height, width).
    """
    if not (first.ellipse and close.ellipse and mirrored.ellipse and found.ellipse):
        return None
    if found.contour is None:
        return None
    ellipse = found.ellipse
    return Doubt(
        mirror=outline_gap(mirrored.ellipse.points(_OUTLINE_POINTS), close.ellipse),
        mirror_hc=abs(mirrored.ellipse.perimeter - close.ellipse.perimeter) / ellipse.perimeter,
        whole=outline_gap(first.ellipse.points(_OUTLINE_POINTS), ellipse),
        whole_hc=abs(first.ellipse.perimeter - ellipse.perimeter) / ellipse.perimeter,
        shape=outline_gap(found.contour, ellipse),
        softness=_softness(logits),
        outside=_outside(ellipse.points(_OUTLINE_POINTS), image_shape),
    )


def outline_gap(points: Points, ellipse: Ellipse) -> float:
    """Return how far points lie from an ellipse on the mean, in its radii."""
    offset = points - (ellipse.x, ellipse.y)
    along = offset @ np.asarray(ellipse.major_direction) / ellipse.a
    across = offset @ np.asarray(ellipse.minor_direction) / ellipse.b
    return float(np.mean(np.abs(np.hypot(along, across) - 1)))


def _softness(logits: NDArray[np.float32]) -> float:
    inside = int((logits > 0).sum())
    return float((np.abs(logits) < _SOFT_LOGIT).sum()) / inside if inside else 1.0


def _outside(points: Points, image_shape: tuple[int, int]) -> float:
    height, width = image_shape
    x, y = points[:, 0], points[:, 1]
    beyond = (x < -0.5) | (y < -0.5) | (x > width - 0.5) | (y > height - 0.5)
    return float(beyond.mean())
