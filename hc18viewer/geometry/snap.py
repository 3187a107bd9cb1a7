"""Draw a contour to the outer border of a bright skull."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from hc18viewer.geometry.check import checked_contour, checked_image, checked_length
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.resample import perimeter, resample, smooth
from hc18viewer.geometry.simple import is_simple, simple_outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Points

REACH_PX = 20.0
"""How far along its normal a point looks for the border."""

_SPACING_PX = 3.0
"""Between two points that look for the border."""

_STEP_PX = 0.5
"""Between two places that a point looks at."""

# A drop in brightness below this share of the clear ones is noise.
_FAINTEST_SHARE = 0.15

_BEND_COST = 0.08      # for a change of one step between neighbours, by its square
_PLACE_COST = 0.10     # for the way to the end of the reach, by its square
_MOST_STEPS = 3        # between neighbours: 1.5 px in 3 px
_STIFFNESS = 300.0     # of the line through the places found
_HOLD = 0.01           # of the old place, where no border is


def snap(
    shape: Points | Ellipse, image: NDArray[np.generic], *,
    reach_px: float = REACH_PX, sigma_px: float = 2.0,
) -> Points:
    """Return the contour moved along its normals to the skull's outer border near it.

    Looked for is where the image, smoothed by `sigma_px`, grows darker outwards most, within
    `reach_px` on either side, as one smooth closed line (dynamic programming round the contour).
    A faint border pulls less; where there is none, the line goes back to its old place. The
    points are evenly spaced, some three pixels apart, from near the first one on and the same
    way round; the line is simple if it was before.

    Raises:
        ValueError: this is no contour that encloses an area, no image, or a number is out of its
            range.
    """
    grey = checked_image(image)
    checked_length(reach_px, "a reach")
    checked_length(sigma_px, "smoothing")
    outline = shape.points(720) if isinstance(shape, Ellipse) else checked_contour(shape)
    count = max(24, round(perimeter(outline) / _SPACING_PX))
    even = resample(outline, count)
    normals = _outward_normals(even)
    strength, steps = _border_strength(grey, even, normals, reach_px, sigma_px)
    if not strength.any():
        return even
    chosen = _closed_path(strength, steps / reach_px)
    offsets = _settle(strength, steps, chosen)
    moved = np.asarray(even + offsets[:, None] * normals)
    if not is_simple(moved) and is_simple(even):
        moved = resample(simple_outline(moved), count)
    return moved


def _outward_normals(even: Points) -> Points:
    # the normals of a gently smoothed line: a jagged one's would cross each other
    calm = smooth(even, 3 * _SPACING_PX)
    area = signed_area(even)
    if area == 0:
        raise ValueError("the contour encloses no area")
    along = np.roll(calm, -1, axis=0) - np.roll(calm, 1, axis=0)
    normals = np.column_stack((along[:, 1], -along[:, 0])) * np.sign(area)
    return np.asarray(normals / np.maximum(np.hypot(*normals.T), 1e-12)[:, None])


def _border_strength(
    grey: NDArray[np.float32], even: Points, normals: Points, reach_px: float, sigma_px: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return (N, K) strengths from 0 to 1, for each point and each of K steps outwards."""
    half = max(1, round(reach_px / _STEP_PX))
    steps = np.linspace(-reach_px, reach_px, 2 * half + 1)
    # one step more at either end for the differences
    wide = np.concatenate((steps[:1] - _STEP_PX, steps, steps[-1:] + _STEP_PX))
    places = (even[:, None] + wide[:, None] * normals[:, None]).astype(np.float32)
    calm = cv2.GaussianBlur(grey, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE)
    profile = cv2.remap(calm, places[..., 0], places[..., 1], cv2.INTER_LINEAR,
                        borderMode=cv2.BORDER_REPLICATE).astype(np.float64)
    drop = np.maximum(profile[:, :-2] - profile[:, 2:], 0)
    clear = float(np.percentile(drop.max(axis=1), 75))
    if not clear > 0:
        return np.zeros_like(drop), steps
    strength = np.clip(drop / clear, 0, 1)
    return np.where(strength > _FAINTEST_SHARE, strength, 0), steps


def _closed_path(strength: NDArray[np.float64], share: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return for each point the index of its step, on the cheapest closed line of all."""
    cost = 1 - strength + _PLACE_COST * share ** 2
    count = len(cost)
    # An open line from anywhere finds one sure place, half way round; from there it is closed.
    half = count // 2
    middle = _open_path(cost)[half]
    cost = np.roll(cost, -half, axis=0)
    ends = np.full(cost.shape[1], 1e6)
    ends[middle] = 0
    lap = np.vstack((cost[:1] + ends, cost[1:], ends[None]))
    return np.roll(_open_path(lap)[:-1], half)


def _open_path(cost: NDArray[np.float64]) -> NDArray[np.intp]:
    count, width = cost.shape
    bends = _BEND_COST * np.arange(-_MOST_STEPS, _MOST_STEPS + 1) ** 2
    came_from = np.empty((count, width), dtype=np.intp)
    total = cost[0]
    padded = np.full(width + 2 * _MOST_STEPS, 1e9)
    for i in range(1, count):
        padded[_MOST_STEPS:-_MOST_STEPS] = total
        ways = sliding_window_view(padded, 2 * _MOST_STEPS + 1) + bends
        best = ways.argmin(axis=1)
        came_from[i] = best + np.arange(width) - _MOST_STEPS
        total = cost[i] + ways[np.arange(width), best]
    path = np.empty(count, dtype=np.intp)
    path[-1] = int(np.argmin(total))
    for i in range(count - 1, 0, -1):
        path[i - 1] = came_from[i, path[i]]
    return path


def _settle(
    strength: NDArray[np.float64], steps: NDArray[np.float64], chosen: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return a smooth closed course of offsets near the chosen ones, and near 0 without border.

    Each place found pulls by its strength, between the steps at the peak of the parabola
    through its neighbours; a small hold pulls back to the old place.
    """
    count = len(chosen)
    rows = np.arange(count)
    pull = strength[rows, chosen]
    inner = np.clip(chosen, 1, len(steps) - 2)
    before, peak, after = (strength[rows, inner + k] for k in (-1, 0, 1))
    curve = before - 2 * peak + after
    shift = np.divide(before - after, 2 * curve, out=np.zeros(count), where=curve < 0)
    found = steps[inner] + np.clip(shift, -0.5, 0.5) * (steps[1] - steps[0])
    found = np.where(inner == chosen, found, steps[chosen])
    bend = np.eye(count) - (np.roll(np.eye(count), 1, axis=1)
                            + np.roll(np.eye(count), -1, axis=1)) / 2
    system = np.diag(pull + _HOLD) + _STIFFNESS * bend.T @ bend
    return np.asarray(np.linalg.solve(system, pull * found))
