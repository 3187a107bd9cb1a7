"""Where everything on the growth chart lies: plain figures, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.ui.growth_wording import ChartHead

WEEKS_SHOWN = (14.0, 40.0)
"""The weeks of the standards; an age beyond them widens the chart up to `WEEKS_AT_MOST`."""

WEEKS_AT_MOST = (4.0, 44.0)

HC_SHOWN_MM = (80.0, 360.0)
"""From below the 3rd centile at 14 weeks (87 mm) to above the 97th at 40 weeks (358 mm)."""

HC_AT_MOST_MM = (20.0, 420.0)
"""HC18's heads have 44 to 346 mm; what lies beyond comes of a wrong pixel size."""

_WEEK_STEPS = (2.0, 4.0, 5.0, 10.0, 20.0)
_HC_STEPS_MM = (20.0, 50.0, 100.0, 200.0)
ROOM = 4.0
"""Between a text and its neighbour, in pixels."""


@dataclass(frozen=True, slots=True)
class TextSizes:
    """How large the chart's texts are, in pixels."""

    line: float
    week: float
    hc: float
    centile: float


@dataclass(frozen=True, slots=True)
class Span:
    """A part of an axis, `low` to `high` in its unit, and the figures written along it."""

    low: float
    high: float
    ticks: tuple[float, ...] = ()

    def clamped(self, value: float) -> float:
        """Return the value, or the end that it lies beyond."""
        return min(max(value, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing area in pixels and what part of the chart it shows."""

    left: float
    top: float
    width: float
    height: float
    weeks: Span
    hc_mm: Span

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def x(self, weeks: float) -> float:
        """Return where an age lies."""
        share = (weeks - self.weeks.low) / (self.weeks.high - self.weeks.low)
        return self.left + share * self.width

    def y(self, hc_mm: float) -> float:
        """Return where an HC lies."""
        share = (hc_mm - self.hc_mm.low) / (self.hc_mm.high - self.hc_mm.low)
        return self.bottom - share * self.height

    def shows(self, weeks: float | None, hc_mm: float) -> bool:
        """Whether a head lies on the chart; one without an age does where its HC does."""
        inside = self.hc_mm.low <= hc_mm <= self.hc_mm.high
        return inside and (weeks is None or self.weeks.low <= weeks <= self.weeks.high)


def plan(width: float, height: float, sizes: TextSizes, head: ChartHead | None) -> Plot:
    """Return the drawing area inside a widget of this size, with all texts outside the curves."""
    left = sizes.hc + 2 * ROOM
    right = sizes.centile + 2 * ROOM
    top = sizes.line + sizes.line / 2 + ROOM
    bottom = 2 * sizes.line + 2 * ROOM
    plot_width = max(width - left - right, 1.0)
    plot_height = max(height - top - bottom, 1.0)
    ages = [head.age.decimal_weeks] if head and head.age else []
    heads = [hc for hc in (head.hc_mm, head.prediction_hc_mm) if hc is not None] if head else []
    weeks = _widened(WEEKS_SHOWN, ages, step=2, at_most=WEEKS_AT_MOST)
    hc_mm = _widened(HC_SHOWN_MM, heads, step=20, at_most=HC_AT_MOST_MM)
    return Plot(
        left, top, plot_width, plot_height,
        _with_ticks(weeks, plot_width, sizes.week + 2 * ROOM, _WEEK_STEPS),
        _with_ticks(hc_mm, plot_height, sizes.line * 1.3, _HC_STEPS_MM),
    )


def ticks(span: Span, pixels: float, room: float, steps: Sequence[float]) -> tuple[float, ...]:
    """Return the multiples of the smallest of `steps` that leaves each tick its room."""
    per_unit = pixels / (span.high - span.low)
    step = next((step for step in steps if step * per_unit >= room), steps[-1])
    first, last = math.ceil(span.low / step), math.floor(span.high / step)
    found = tuple(step * number for number in range(first, last + 1))
    return found if step * per_unit >= room else found[:1]


def spread(wanted: Sequence[float], room: float, low: float, high: float) -> tuple[float, ...]:
    """Move texts that lie along a line apart, as little as needed, and keep them within bounds.

    Args:
        wanted: where the middle of each text would best be, rising.
        room: the least distance between two middles.
        low: the least place of a middle.
        high: the greatest place of a middle; on a line too short the texts go beyond it.
    """
    # Texts that touch form a block, which stands where its texts on the average want to be.
    blocks: list[list[float]] = []
    for place in wanted:
        blocks.append([place])
        while len(blocks) > 1 and _start(blocks[-1], room) < _end(blocks[-2], room) + room:
            last = blocks.pop()
            blocks[-1].extend(last)
    placed = [_start(block, room) + room * number for block in blocks
              for number in range(len(block))]
    for index in range(len(placed) - 1, -1, -1):
        ceiling = high if index == len(placed) - 1 else placed[index + 1] - room
        placed[index] = min(placed[index], ceiling)
    for index, place in enumerate(placed):
        placed[index] = max(place, low if index == 0 else placed[index - 1] + room)
    return tuple(placed)


def _start(block: list[float], room: float) -> float:
    return sum(block) / len(block) - room * (len(block) - 1) / 2


def _end(block: list[float], room: float) -> float:
    return sum(block) / len(block) + room * (len(block) - 1) / 2


def _widened(
    shown: tuple[float, float], values: list[float], *, step: float, at_most: tuple[float, float]
) -> Span:
    """Widen the part shown by whole steps, so that no value lies on its very edge."""
    low, high = shown
    for value in values:
        inside = Span(*at_most).clamped(value)
        if inside < shown[0]:
            low = min(low, step * math.floor((inside - step / 4) / step))
        if inside > shown[1]:
            high = max(high, step * math.ceil((inside + step / 4) / step))
    return Span(max(low, at_most[0]), min(high, at_most[1]))


def _with_ticks(span: Span, pixels: float, room: float, steps: Sequence[float]) -> Span:
    return Span(span.low, span.high, ticks(span, pixels, room, steps))
