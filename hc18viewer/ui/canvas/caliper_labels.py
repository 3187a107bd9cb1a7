"""Where the lengths of BPD and OFD stand beside their lines: pure functions, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]

GAP_PX = 7.0
"""Between a line and the label beside it."""

_CLEAR_PX = 3.0  # around a label
_END_PX = 16.0  # of a line, where a handle may lie
_ALONG = (0.25, 0.75, 0.32, 0.68, 0.18, 0.82, 0.4, 0.6, 0.1, 0.9, 0.5)
"""Where along its line a label may stand: off the middle, where lines and handles meet."""

_ON_LINE, _OUTSIDE, _BEYOND, _NEAR_END = 100.0, 30.0, 5.0, 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A label's place, in pixels of the screen: its middle and half its width and height."""

    x: float
    y: float
    half_width: float
    half_height: float

    def meets(self, other: Box) -> bool:
        """Return whether two boxes overlap."""
        return (abs(self.x - other.x) < self.half_width + other.half_width
                and abs(self.y - other.y) < self.half_height + other.half_height)

    def crossed_by(self, start: Place, end: Place) -> bool:
        """Return whether a straight line from `start` to `end` runs through the box."""
        first, last = 0.0, 1.0
        for origin, step, low, high in (
            (start[0], end[0] - start[0], self.x - self.half_width, self.x + self.half_width),
            (start[1], end[1] - start[1], self.y - self.half_height, self.y + self.half_height),
        ):
            if step == 0:
                if not low < origin < high:
                    return False
                continue
            enter, leave = sorted(((low - origin) / step, (high - origin) / step))
            first, last = max(first, enter), min(last, leave)
        return first < last

    def within(self, area: Place) -> bool:
        """Return whether the box lies wholly in an area of that width and height."""
        return (self.half_width <= self.x <= area[0] - self.half_width
                and self.half_height <= self.y <= area[1] - self.half_height)


def label_boxes(
    lines: Sequence[tuple[Place, Place]], sizes: Sequence[Place], *, area: Place
) -> list[Box]:
    """Return a box beside each line, off every line and off the boxes before it.

    All in pixels of the screen: the lines' ends, each label's width and height, and the width and
    height of what is in view. A label whose line is too short for it stands beyond the line's end;
    where there is no good place at all, it takes the least bad one.
    """
    boxes: list[Box] = []
    for line, size in zip(lines, sizes, strict=True):
        best, least = None, math.inf
        for box, dislike in _candidates(line, size):
            cost = dislike + _cost(box, lines, boxes, area)
            if cost < least:
                best, least = box, cost
            if cost == 0:
                break
        if best is None:
            raise RuntimeError("a line has places beside it")
        boxes.append(best)
    return boxes


def _candidates(line: tuple[Place, Place], size: Place) -> list[tuple[Box, float]]:
    (x1, y1), (x2, y2) = line
    length = math.hypot(x2 - x1, y2 - y1)
    ux, uy = ((x2 - x1) / length, (y2 - y1) / length) if length else (1.0, 0.0)
    half_width, half_height = size[0] / 2, size[1] / 2
    # how far the box reaches across the line, and along it
    across = abs(uy) * half_width + abs(ux) * half_height + GAP_PX
    beyond = abs(ux) * half_width + abs(uy) * half_height + _END_PX
    places = [
        (x1 + share * (x2 - x1) - side * across * uy, y1 + share * (y2 - y1) + side * across * ux,
         0.0)
        for share in _ALONG for side in (-1, 1)
    ]
    places += [(x2 + beyond * ux, y2 + beyond * uy, _BEYOND),
               (x1 - beyond * ux, y1 - beyond * uy, _BEYOND)]
    return [(Box(x, y, half_width, half_height), dislike) for x, y, dislike in places]


def _cost(
    box: Box, lines: Sequence[tuple[Place, Place]], boxes: Sequence[Box], area: Place
) -> float:
    cost = 0.0
    grown = Box(box.x, box.y, box.half_width + _CLEAR_PX, box.half_height + _CLEAR_PX)
    for line in lines:
        if grown.crossed_by(*line):
            cost += _ON_LINE
        cost += sum(_NEAR_END for end in line if box.meets(Box(*end, _END_PX, _END_PX)))
    cost += sum(_ON_LINE for other in boxes if box.meets(other))
    if not box.within(area):
        cost += _OUTSIDE
    return cost
