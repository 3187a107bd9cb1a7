"""Draw a contour to the outer edge of the skull near it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.check import checked_contour, checked_image
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.echo import edge_likelihood, step_px
from hc18viewer.geometry.edit import MIN_SEMI_AXIS
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.resample import perimeter, resample, smooth
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.geometry.simple import is_simple, simple_outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points

HELD_STEPS = 4.3
"""A contour that lies nearer to the edge than this, in the mean, is as good as the edge.

Readers of HC18 drew their lines 4.3 px from the place where the image alone would put them (the
median of 390 heads): within that a snap would replace one opinion by another.
"""

FREE_STEPS = 6.5
"""From this distance on a contour goes all the way to the edge; between, a part of it."""

_LINES = 96
"""Lines across the contour."""

# How far from the last guess the edge is believed, in steps: wide first, so that a poor start
# finds the skull, then narrow, so that what lies beside it no longer counts.
_BELIEF = (14.0, 11.0, 9.0, 7.0, 5.5, 4.5, 4.0, 3.5, 3.5)
_NARROW = _BELIEF[-4:]
_TRUST = 1e-3        # in the start, for each line, against a sharp edge one step wide
_FURTHEST = 2.0      # that one line may draw at a time, in widths of the belief
_WAVES = 8           # round a free contour: what is finer stays as the reader drew it


def snap(
    shape: HeadShape, image: NDArray[np.generic], *, hold: bool = True
) -> HeadShape:
    """Return the shape moved to the skull's outer edge near it; an ellipse stays an ellipse.

    On lines across the contour the image says how likely the edge lies at each place
    (`edge_likelihood`). The change that agrees best with all lines is found in rounds that look
    ever nearer (an annealed expectation propagation): for an ellipse in its five numbers, for a
    free contour in waves round it, whose finer details stay. Gaps, covering boxes and the
    sector's border say nothing and are bridged. With `hold`, a contour that already lies within
    `HELD_STEPS` of the edge comes back as it is, and up to `FREE_STEPS` it goes a part of the
    way.

    Raises:
        ValueError: this is no contour that encloses an area, or no (H, W) image.
        FitError: no ellipse fits the contour found.
    """
    grey = checked_image(image)
    step = step_px((grey.shape[0], grey.shape[1]))
    if isinstance(shape, Ellipse):
        found = _snapped_ellipse(shape, grey)
        places, normals = shape.points(_LINES), _ellipse_normals(shape)
        offsets = _offsets_to(found, places, normals)
        share = _share(offsets, step) if hold else 1.0
        if share in (0.0, 1.0):
            return found if share else shape
        ways = _ellipse_ways(shape, places, normals)
        whole = np.linalg.lstsq(ways, offsets, rcond=None)[0].astype(np.float64)
        return _changed(shape, share * whole)
    outline = checked_contour(shape.points)
    offsets = _contour_offsets(outline, grey)
    share = _share(offsets, step) if hold else 1.0
    return _moved(outline, share * offsets) if share else shape


def _share(offsets: NDArray[np.float64], step: float) -> float:
    """Return which part of the way to the edge a contour goes, 0 to 1."""
    apart = float(np.abs(offsets).mean()) / step
    return float(np.clip((apart - HELD_STEPS) / (FREE_STEPS - HELD_STEPS), 0, 1))


def _snapped_ellipse(start: Ellipse, image: NDArray[np.generic]) -> Ellipse:
    found = start
    for beliefs in (_BELIEF, _NARROW):
        places, normals = found.points(_LINES), _ellipse_normals(found)
        likely, along = edge_likelihood(image, places, normals)
        ways = _ellipse_ways(found, places, normals)
        back = _offsets_to(start, places, normals)
        change = _agreed_change(
            likely, along, ways, back=back, hold=_TRUST * ways.T @ ways, beliefs=beliefs
        )
        found = _changed(found, change)
    return found


def _contour_offsets(outline: Points, image: NDArray[np.generic]) -> NDArray[np.float64]:
    """Return how far a free contour goes along its normals, at places evenly spaced on it."""
    if signed_area(outline) == 0:
        raise ValueError("the contour encloses no area")
    even = resample(outline, _LINES)
    likely, along = edge_likelihood(image, even, _contour_normals(even))
    turn = 2 * np.pi * np.arange(_LINES)[:, None] / _LINES
    numbers = np.arange(1, _WAVES + 1)
    ways = np.hstack((np.ones((_LINES, 1)), np.cos(turn * numbers), np.sin(turn * numbers)))
    # finer waves are dearer: a skull is nearly an ellipse, which the first two waves can make
    stiff = np.concatenate(([1.0], *2 * [1 + (numbers / 2) ** 4]))
    change = _agreed_change(
        likely, along, ways, back=np.zeros(_LINES), beliefs=_BELIEF,
        hold=_TRUST * _LINES / 2 * np.diag(stiff),
    )
    return np.asarray(ways @ change)


def _moved(outline: Points, offsets: NDArray[np.float64]) -> FreeContour:
    own = resample(outline, max(_LINES, len(outline)))
    laps = np.arange(_LINES + 1)
    shift = np.interp(np.arange(len(own)) * (_LINES / len(own)), laps, offsets[laps % _LINES])
    moved = np.asarray(own + shift[:, None] * _contour_normals(own))
    if not is_simple(moved) and is_simple(own):
        moved = resample(simple_outline(moved), len(own))
    return FreeContour.of(moved)


def _agreed_change(
    likely: NDArray[np.float64], along: NDArray[np.float64], ways: NDArray[np.float64], *,
    back: NDArray[np.float64], hold: NDArray[np.float64], beliefs: tuple[float, ...],
) -> NDArray[np.float64]:
    """Return the change, in numbers of `ways`, (N, M), that agrees best with all lines.

    `back` is where the start lies on each line; `hold`, (M, M), keeps near it.
    """
    step = float(along[1] - along[0])
    start = np.linalg.lstsq(ways, back, rcond=None)[0]
    # `hold` may leave one of the ways open: a circle can be turned freely
    loose = 1e-9 * np.eye(ways.shape[1])
    change = np.zeros(ways.shape[1])
    for belief in beliefs:
        guess, width = ways @ change, belief * step
        weight = likely - 0.5 * ((along - guess[:, None]) / width) ** 2
        weight = np.exp(weight - weight.max(axis=1, keepdims=True))
        weight /= weight.sum(axis=1, keepdims=True)
        middle = weight @ along
        spread = np.maximum(weight @ along ** 2 - middle ** 2, 0.5 * step ** 2)
        # what the image itself said, without the belief that went into it
        pull = np.maximum(1 / spread - 1 / width ** 2, 0)
        place = np.divide(middle / spread - guess / width ** 2, pull, out=guess.copy(),
                          where=pull > 1e-6)
        place = np.clip(place, guess - _FURTHEST * width, guess + _FURTHEST * width)
        system = (ways * pull[:, None]).T @ ways + hold / step ** 2 + loose
        change = np.linalg.solve(system, ways.T @ (pull * place) + hold / step ** 2 @ start)
    return np.asarray(change)


def _ellipse_normals(ellipse: Ellipse) -> Points:
    turn = np.linspace(0, 2 * np.pi, _LINES, endpoint=False)
    along, across = np.cos(turn) / ellipse.a, np.sin(turn) / ellipse.b
    normals = np.outer(along, ellipse.major_direction) + np.outer(across, ellipse.minor_direction)
    return np.asarray(normals / np.hypot(*normals.T)[:, None])


def _ellipse_ways(ellipse: Ellipse, places: Points, normals: Points) -> NDArray[np.float64]:
    """Return how far each place goes along its normal, (N, 5), for a pixel of each change.

    The changes are a move along and across, the longer and the shorter semi-axis, and a turn
    that takes the longer axis' ends one pixel on.
    """
    axes = np.column_stack((ellipse.major_direction, ellipse.minor_direction))
    along, across = ((places - (ellipse.x, ellipse.y)) @ axes).T
    out, over = (normals @ axes).T
    return np.column_stack((
        out, over, along / ellipse.a * out, across / ellipse.b * over,
        (along * over - across * out) / ellipse.a,
    ))


def _changed(ellipse: Ellipse, change: NDArray[np.float64]) -> Ellipse:
    along, across, longer, wider, turn = map(float, change)
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    return Ellipse.from_axes(
        x=ellipse.x + along * ux + across * vx, y=ellipse.y + along * uy + across * vy,
        first=max(ellipse.a + longer, MIN_SEMI_AXIS), second=max(ellipse.b + wider, MIN_SEMI_AXIS),
        angle_rad=ellipse.angle_rad + turn / ellipse.a,
    )


def _offsets_to(ellipse: Ellipse, places: Points, normals: Points) -> NDArray[np.float64]:
    """Return where each line across meets an ellipse, from its place on; where not, its nearest."""
    axes = np.column_stack((ellipse.major_direction, ellipse.minor_direction))
    size = (ellipse.a, ellipse.b)
    at, way = ((places - (ellipse.x, ellipse.y)) @ axes) / size, (normals @ axes) / size
    square = np.einsum("ij,ij->i", way, way)
    half = np.einsum("ij,ij->i", at, way)
    rest = half ** 2 - square * (np.einsum("ij,ij->i", at, at) - 1)
    return np.asarray((np.sqrt(np.maximum(rest, 0)) - half) / square)


def _contour_normals(even: Points) -> Points:
    # the normals of a gently smoothed line: a jagged one's would cross each other
    calm = smooth(even, perimeter(even) / _LINES)
    along = np.roll(calm, -1, axis=0) - np.roll(calm, 1, axis=0)
    normals = np.column_stack((along[:, 1], -along[:, 0])) * math.copysign(1, signed_area(even))
    return np.asarray(normals / np.maximum(np.hypot(*normals.T), 1e-12)[:, None])
