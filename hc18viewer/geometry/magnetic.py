"""A line that follows the skull's outer border between two places (a "live wire")."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from skimage.graph import route_through_array

from hc18viewer.geometry.check import (
    Position,
    checked_image,
    checked_length,
    checked_position,
    checked_stroke,
)
from hc18viewer.geometry.echo import blank, step_px

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import FloatImage, Mask, Points

MARGIN_PX = 40.0
"""How far a path may lead out of the box of its two ends."""

# The cost of a pixel on a clear border; noughts would let the path wander along it for free.
_LEAST_COST = 0.03

# What is blank costs this on the head's own line and 1 from so many steps beside it on.
_BLANK_COST = 0.3
_BLANK_STEPS = 15.0

# Steps beside what is blank that its sharp border still reaches.
_BLANK_RIM = 6

# A place this many steps beside the pointer's trail costs half a pixel more, by the square.
_TRAIL_STEPS = 10.0
_TRAIL_COST = 0.5
_MOST_FOR_TRAIL = 1.0

# Pixels; a window of this size is searched in some 15 ms, a larger one first in coarse squares.
_MOST_PIXELS = 40_000

# Coarse squares of a larger window, about.
_MOST_SQUARES = 15_000

# Pixels searched on either side of the coarse path, in coarse squares.
_CORRIDOR = 1


def cost_map(
    image: NDArray[np.generic], *, inside: Position | None = None, head: Ellipse | None = None,
    sigma_px: float = 2.0,
) -> FloatImage:
    """Return what a path pays for each pixel: (H, W) float32 in (0, 1], low on a border.

    The border's strength is the gradient of the image smoothed by `sigma_px`, relative to the
    strongest of the image. With `inside`, a place within the head, only what grows darker away
    from there counts: the outer border of a bright skull, and not its inner one. With `head`,
    the sharp borders of what is blank (`echo.blank`) count for nothing: over a covering box and
    beside the sector the path follows the head's line.

    Raises:
        ValueError: this is no (H, W) image, or a number is out of its range.
    """
    grey = checked_image(image)
    dx, dy = gradient(grey, checked_length(sigma_px, "smoothing"))
    if inside is None:
        strength = np.hypot(dx, dy)
    else:
        x, y = checked_position(inside).astype(np.float32)
        right = np.arange(dx.shape[1], dtype=np.float32) - x
        down = (np.arange(dx.shape[0], dtype=np.float32) - y)[:, None]
        strength = -(dx * right + dy * down) / np.maximum(np.hypot(right, down), 1)
    hidden = _hidden(grey) if head is not None else np.zeros(dx.shape, np.bool_)
    strength = np.where(hidden, 0, strength)
    strongest = float(np.percentile(strength, 99.5))
    if not strongest > 0:
        return np.ones(dx.shape, dtype=np.float32)
    lacking = 1 - np.clip(strength / strongest, 0, 1)
    cost: FloatImage = (_LEAST_COST + (1 - _LEAST_COST) * lacking ** 2).astype(np.float32)
    if head is not None and hidden.any():
        beside = _beside(head, (dx.shape[0], dx.shape[1])) / step_px((dx.shape[0], dx.shape[1]))
        far = np.minimum(beside / _BLANK_STEPS, 1)
        cost = np.where(hidden, _BLANK_COST + (1 - _BLANK_COST) * far, cost).astype(np.float32)
    return cost


def near_trail(cost: FloatImage, trail: Points) -> FloatImage:
    """Return the costs with more to pay the further a place lies from a pointer's trail, (M, 2).

    Where an edge is faint, or two are near, the path is then the one that the reader follows.

    Raises:
        ValueError: this is no (H, W) array or no trail.
    """
    values, line = checked_image(cost), checked_stroke(trail)
    away = np.ones(values.shape, dtype=np.uint8)
    cv2.polylines(away, [np.rint(line).astype(np.int32)], isClosed=False, color=0)
    unit = _TRAIL_STEPS * step_px((values.shape[0], values.shape[1]))
    steps = cv2.distanceTransform(away, cv2.DIST_L2, 5) / unit
    dearer: FloatImage = values + np.minimum(_TRAIL_COST * steps ** 2, _MOST_FOR_TRAIL)
    return dearer.astype(np.float32)


def calm_line(line: Points, sigma_px: float = 3.0) -> Points:
    """Return an open line from pixel to pixel, (M, 2), without its steps; the ends stay.

    Raises:
        ValueError: this is no line, or `sigma_px` is not above 0.
    """
    points = checked_stroke(line)
    reach = min(round(3 * checked_length(sigma_px, "smoothing")), (len(points) - 1) // 2)
    if reach < 1:
        return points
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma_px) ** 2)
    weights /= weights.sum()
    # mirrored through the ends, so that they stay where they are
    wide = np.vstack((2 * points[0] - points[reach:0:-1], points,
                      2 * points[-1] - points[-2:-reach - 2:-1]))
    calm = np.column_stack([np.convolve(wide[:, axis], weights, mode="valid") for axis in (0, 1)])
    return np.vstack((points[:1], calm[1:-1], points[-1:]))


def _hidden(grey: NDArray[np.float32]) -> Mask:
    """Return what is blank with the rim that its sharp border reaches."""
    side = 2 * math.ceil(_BLANK_RIM * step_px((grey.shape[0], grey.shape[1]))) + 1
    wide = cv2.dilate(blank(grey).astype(np.uint8), np.ones((side, side), np.uint8))
    hidden: Mask = wide > 0
    return hidden


def _beside(head: Ellipse, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return about how far each pixel lies from a head's line, (H, W)."""
    right = np.arange(shape[1]) - head.x
    down = (np.arange(shape[0]) - head.y)[:, None]
    (ux, uy), (vx, vy) = head.major_direction, head.minor_direction
    radius = np.hypot((right * ux + down * uy) / head.a, (right * vx + down * vy) / head.b)
    return np.asarray(np.abs(radius - 1) * math.sqrt(head.a * head.b))


def gradient(
    image: NDArray[np.float32], sigma_px: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the derivatives to the right and down of the image smoothed by `sigma_px`."""
    calm = cv2.GaussianBlur(image, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE)
    padded = np.pad(calm.astype(np.float32, copy=False), 1, mode="edge")
    half = np.float32(0.5)
    right: NDArray[np.float32] = (padded[1:-1, 2:] - padded[1:-1, :-2]) * half
    down: NDArray[np.float32] = (padded[2:, 1:-1] - padded[:-2, 1:-1]) * half
    return right, down


def live_wire(
    cost: FloatImage, start: Position, end: Position, *, margin: float = MARGIN_PX
) -> Points:
    """Return the cheapest path over `cost` from `start` to `end`, (M, 2) from pixel to pixel.

    The path stays within the box of its ends and `margin` pixels round it. Ends beyond the image
    are drawn to its rim; the path begins and ends exactly at the ends. A large window is
    searched in coarse squares first and then beside the path found there, so that the answer
    comes while the pointer moves.

    Raises:
        ValueError: the costs are no (H, W) finite array above 0, or a number is out of its range.
    """
    values = checked_image(cost)
    if not values.min() > 0:
        raise ValueError("the costs of a path are above 0")
    checked_length(margin, "a margin", zero=True)
    far = np.array((values.shape[1] - 1, values.shape[0] - 1))
    ends = np.clip(np.stack((checked_position(start), checked_position(end))), 0, far)
    low = np.clip(np.floor(ends.min(axis=0) - margin), 0, far).astype(int)
    high = np.clip(np.ceil(ends.max(axis=0) + margin), 0, far).astype(int)
    window = values[low[1]:high[1] + 1, low[0]:high[0] + 1]
    first, last = np.clip(np.rint(ends - low), 0, high - low).astype(int)
    if window.size > _MOST_PIXELS:
        window = _corridor(window, first, last)
    path = (_route(window, first, last) + low).astype(np.float64)
    return np.vstack((ends[:1], path[1:-1], ends[1:]))


def _corridor(
    window: NDArray[np.float32], first: NDArray[np.int_], last: NDArray[np.int_]
) -> NDArray[np.float32]:
    """Return the costs with all pixels forbidden, by -1, that are far from the coarse path."""
    side = math.ceil(math.sqrt(window.size / _MOST_SQUARES))
    rows, columns = (math.ceil(length / side) for length in window.shape)
    filled = np.pad(window, ((0, rows * side - window.shape[0]),
                             (0, columns * side - window.shape[1])), mode="edge")
    # the cheapest pixel stands for its square: an average would hide a thin border
    coarse = filled.reshape(rows, side, columns, side).min(axis=(1, 3))
    near = np.zeros(coarse.shape, dtype=np.uint8)
    path = _route(coarse, first // side, last // side)
    near[path[:, 1], path[:, 0]] = 1
    near = cv2.dilate(near, np.ones((2 * _CORRIDOR + 1,) * 2, dtype=np.uint8))
    allowed = near.repeat(side, axis=0).repeat(side, axis=1)[:window.shape[0], :window.shape[1]]
    return np.where(allowed > 0, window, np.float32(-1))


def _route(
    costs: NDArray[np.float32], first: NDArray[np.int_], last: NDArray[np.int_]
) -> NDArray[np.int_]:
    """Return the cheapest path's pixels, x then y, both ends among them."""
    steps, _ = route_through_array(  # type: ignore[no-untyped-call]
        costs, first[::-1], last[::-1], fully_connected=True, geometric=True,
    )
    path = np.array(steps, dtype=int)[:, ::-1]
    return path if len(path) > 1 else path.repeat(2, axis=0)
