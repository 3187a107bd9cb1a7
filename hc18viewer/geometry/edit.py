"""What a gesture does to an ellipse: pure functions from the ellipse at the gesture's start."""

from __future__ import annotations

import math
from enum import Enum

from hc18viewer.geometry.ellipse import Ellipse

MIN_SEMI_AXIS = 2.0
"""Pixels; a smaller ellipse could no longer be grabbed."""


class Handle(Enum):
    """The places at which an ellipse can be held."""

    CENTRE = "centre"
    MAJOR_START = "major start"
    MAJOR_END = "major end"
    MINOR_START = "minor start"
    MINOR_END = "minor end"
    ROTATION = "rotation"


AXIS_ENDS = (Handle.MAJOR_START, Handle.MAJOR_END, Handle.MINOR_START, Handle.MINOR_END)


def axis_end(ellipse: Ellipse, handle: Handle) -> tuple[float, float]:
    """Return where the axis end `handle` lies, in pixels."""
    sign = 1 if handle in (Handle.MAJOR_END, Handle.MINOR_END) else -1
    if handle in (Handle.MAJOR_START, Handle.MAJOR_END):
        (dx, dy), length = ellipse.major_direction, ellipse.a
    else:
        (dx, dy), length = ellipse.minor_direction, ellipse.b
    return ellipse.x + sign * length * dx, ellipse.y + sign * length * dy


def translate(ellipse: Ellipse, dx: float, dy: float) -> Ellipse:
    """Return the ellipse moved by (dx, dy) pixels."""
    return Ellipse(ellipse.x + dx, ellipse.y + dy, ellipse.a, ellipse.b, ellipse.angle_rad)


def move_axis_end(
    ellipse: Ellipse, handle: Handle, *, to: tuple[float, float], keep_centre: bool = False,
    keep_ratio: bool = False,
) -> Ellipse:
    """Return the ellipse with one axis end drawn to `to`'s place along that axis.

    The opposite end stays where it is, or the centre does when `keep_centre` is set. The axis
    keeps its direction. The other axis keeps its length, or with `keep_ratio` its share of this
    one: the whole ellipse is then scaled about the fixed point. An end cannot pass the fixed
    point: both semi-axes stay at least `MIN_SEMI_AXIS` pixels long.

    Raises:
        ValueError: `handle` is no axis end.
    """
    if handle not in AXIS_ENDS:
        raise ValueError(f"{handle} is no axis end")
    sign = 1 if handle in (Handle.MAJOR_END, Handle.MINOR_END) else -1
    major = handle in (Handle.MAJOR_START, Handle.MAJOR_END)
    (dx, dy), length, other = (
        (ellipse.major_direction, ellipse.a, ellipse.b) if major
        else (ellipse.minor_direction, ellipse.b, ellipse.a)
    )
    outward = sign * ((to[0] - ellipse.x) * dx + (to[1] - ellipse.y) * dy)
    new_length = outward if keep_centre else (outward + length) / 2
    least = MIN_SEMI_AXIS * max(1.0, length / other) if keep_ratio else MIN_SEMI_AXIS
    new_length = max(new_length, least)
    if keep_ratio:
        other *= new_length / length
    shift = 0.0 if keep_centre else sign * (new_length - length)
    first, second = (new_length, other) if major else (other, new_length)
    return Ellipse.from_axes(
        x=ellipse.x + shift * dx, y=ellipse.y + shift * dy,
        first=first, second=second, angle_rad=ellipse.angle_rad,
    )


def rotate(ellipse: Ellipse, by_rad: float) -> Ellipse:
    """Return the ellipse turned about its centre, from +x towards +y."""
    return Ellipse.from_axes(
        x=ellipse.x, y=ellipse.y, first=ellipse.a, second=ellipse.b,
        angle_rad=ellipse.angle_rad + by_rad,
    )


def rotate_towards(
    ellipse: Ellipse, *, start: tuple[float, float], to: tuple[float, float]
) -> Ellipse:
    """Return the ellipse turned about its centre as the pointer went from `start` to `to`."""
    before = math.atan2(start[1] - ellipse.y, start[0] - ellipse.x)
    after = math.atan2(to[1] - ellipse.y, to[0] - ellipse.x)
    return rotate(ellipse, after - before)


def resize(ellipse: Ellipse, by_px: float) -> Ellipse:
    """Return the ellipse with both semi-axes `by_px` longer, kept at least `MIN_SEMI_AXIS`."""
    return Ellipse.from_axes(
        x=ellipse.x, y=ellipse.y,
        first=max(ellipse.a + by_px, MIN_SEMI_AXIS), second=max(ellipse.b + by_px, MIN_SEMI_AXIS),
        angle_rad=ellipse.angle_rad,
    )
