"""What the functions of this package ask of the numbers they are given."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from hc18viewer.geometry.types import Points

Position: TypeAlias = "tuple[float, float] | Points"
"""One place, x then y, in pixels."""

MIN_CONTOUR_POINTS = 3
"""Fewer points enclose nothing."""


def checked_contour(contour: ArrayLike) -> Points:
    """Return a closed contour as a fresh (N, 2) float64 array.

    Raises:
        ValueError: the contour has another form, fewer than three points, or a number that is
            not finite.
    """
    return _checked_points(contour, "contour", MIN_CONTOUR_POINTS)


def checked_stroke(stroke: ArrayLike, *, least: int = 1) -> Points:
    """Return an open line of at least `least` points as a fresh (M, 2) float64 array.

    Raises:
        ValueError: the stroke has another form, too few points, or a number that is not finite.
    """
    return _checked_points(stroke, "stroke", least)


def checked_position(position: Position) -> Points:
    """Return one place as a (2,) float64 array.

    Raises:
        ValueError: there are not exactly two finite numbers.
    """
    place = np.array(position, dtype=np.float64)
    if place.shape != (2,) or not np.isfinite(place).all():
        raise ValueError(f"a position is two finite numbers, got {position!r}")
    return place


def checked_length(length: float, name: str, *, zero: bool = False) -> float:
    """Return a length in pixels, above nought or, with `zero`, not below it.

    Raises:
        ValueError: the length is not finite or too small.
    """
    if not math.isfinite(length) or length < 0 or (length == 0 and not zero):
        raise ValueError(f"{name} needs a finite length {'of 0 or more' if zero else 'above 0'}, "
                         f"got {length}")
    return float(length)


def checked_indices(indices: Sequence[int] | NDArray[np.integer], count: int) -> NDArray[np.intp]:
    """Return the different indices, in order, of some of `count` points.

    Raises:
        ValueError: an index is no whole number from 0 to `count` - 1.
    """
    chosen = np.asarray(indices)
    if chosen.size == 0:
        return np.empty(0, dtype=np.intp)
    if chosen.ndim != 1 or not np.issubdtype(chosen.dtype, np.integer):
        raise ValueError(f"points are chosen by whole numbers, got {indices!r}")
    if chosen.min() < 0 or chosen.max() >= count:
        raise ValueError(f"indices lie from 0 to {count - 1}, got {indices!r}")
    return np.unique(chosen).astype(np.intp)


def checked_image(image: NDArray[np.generic]) -> NDArray[np.float32]:
    """Return a grey image as (H, W) float32.

    Raises:
        ValueError: the image has another form, no pixels, or a number that is not finite.
    """
    grey = np.asarray(image)
    if grey.ndim != 2 or grey.size == 0:
        raise ValueError(f"a grey image is (H, W) with pixels, got the shape {grey.shape}")
    values = grey.astype(np.float32)
    if not np.isfinite(values).all():
        raise ValueError("the image has values that are not finite")
    return values


def _checked_points(points: ArrayLike, name: str, least: int) -> Points:
    array: Points = np.array(points, dtype=np.float64, order="C")
    if array.ndim != 2 or array.shape[1] != 2:
        raise ValueError(f"a {name} is (N, 2), got the shape {array.shape}")
    if len(array) < least:
        raise ValueError(f"a {name} needs at least {least} points, got {len(array)}")
    if not np.isfinite(array).all():
        raise ValueError(f"the {name} has coordinates that are not finite")
    return array
