"""The axes of a plot: their range, their ticks, and where a value lies on them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hc18viewer.export.html_text import number

if TYPE_CHECKING:
    from collections.abc import Sequence

Scale = Literal["linear", "log", "near 100"]
"""How values are laid out; "near 100" stretches percentages the more the closer to 100 they are."""

_MARGIN_SHARE, _SCALED_MARGIN_SHARE = 0.05, 0.1  # a stretched scale has ticks further apart


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows: its ends in the units of the scale, and its ticks, value and text."""

    scale: Scale
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    @classmethod
    def over(
        cls, values: Sequence[float], *, wanted: int = 6, whole: bool = False,
        scale: Scale = "linear",
    ) -> Axis:
        """Make an axis that holds all `values` and a margin, with at most about `wanted` ticks.

        With `whole` the ticks are whole numbers. A scale that cannot show all values, or has
        less than two ticks among them, becomes linear.
        """
        if scale != "linear" and _fits(values, scale):
            ends = (_placed(end, scale) for end in (min(values), max(values)))
            low, high = _widened(*ends, share=_SCALED_MARGIN_SHARE)
            ticks = _scaled_ticks(low, high, scale, wanted)
            if len(ticks) >= 2:
                return cls(scale, low, high, ticks)
        low, high = _widened(min(values), max(values), share=_MARGIN_SHARE)
        return cls("linear", low, high, _linear_ticks(low, high, wanted, whole=whole))

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies: 0 at its low end, 1 at its high one."""
        return (_placed(value, self.scale) - self.low) / (self.high - self.low)


def tick_step(span: float, wanted: int, *, whole: bool = False) -> float:
    """Return 1, 2 or 5 times a power of ten, so that `span` holds at most `wanted` steps."""
    least = span / wanted
    power = 10.0 ** math.floor(math.log10(least))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * (1 - 1e-9))
    return max(step, 1.0) if whole else step


def _placed(value: float, scale: Scale) -> float:
    if scale == "linear":
        return value
    return math.log10(value) if scale == "log" else -math.log10(100 - value)


def _fits(values: Sequence[float], scale: Scale) -> bool:
    return min(values) > 0 if scale == "log" else max(values) < 100


def _widened(low: float, high: float, *, share: float) -> tuple[float, float]:
    margin = share * ((high - low) or max(1.0, abs(high)))
    return low - margin, high + margin


def _linear_ticks(
    low: float, high: float, wanted: int, *, whole: bool
) -> tuple[tuple[float, str], ...]:
    step = tick_step(high - low, wanted, whole=whole)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    count = range(math.ceil(low / step), math.floor(high / step) + 1)
    return tuple((step * n, number(step * n, digits)) for n in count)


def _scaled_ticks(
    low: float, high: float, scale: Scale, wanted: int
) -> tuple[tuple[float, str], ...]:
    """Return 1, 2 and 5 times the powers of ten, or these powers alone where that is too much."""
    near = scale == "near 100"
    reach = range(math.floor(min(low, -high)), math.ceil(max(high, -low)) + 1)
    found: list[float] = []
    for factors in ((1, 2, 5), (1,)):
        steps = [factor * 10.0**power for power in reach for factor in factors]
        found = [step for step in steps if low <= math.log10(step) * (-1 if near else 1) <= high]
        if len(found) <= wanted:
            break
    values = [100 - step for step in reversed(found) if step <= 100] if near else found
    return tuple((value, f"{value:.10g}") for value in values)
