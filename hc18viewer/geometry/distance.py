"""How far two contours are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points


def hausdorff(first: Points, second: Points) -> float:
    """Return the symmetric Hausdorff distance in pixels between two sets of contour points."""
    from scipy.spatial import cKDTree  # its tenths of a second, when needed

    there, _ = cKDTree(second).query(first)
    back, _ = cKDTree(first).query(second)
    return float(max(there.max(), back.max()))
